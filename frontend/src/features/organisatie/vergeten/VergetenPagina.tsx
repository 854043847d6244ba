import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { useMag } from "~/features/account/ik";
import { adresVan } from "~/features/afspraken/afspraak";
import { useVerversing } from "~/features/vandaag/useVerversing";
import type { VergetenQuery as Antwoord, Vergetensoort } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Kader } from "../Kader";
import stijl from "../Organisatie.module.css";
import { VergetenQuery } from "./vergetenVraag";

type Regel = Antwoord["vergeten"][number];
type Soort = {
  naam: string;
  /** Why it matters. */
  waarom: string;
  doe: string;
  adres: (id: string, magPersonen: boolean) => string;
};
const opKaart = (id: string) => `/organisatie/kaart/stakeholder/${id}`;

/** Each kind, with the page where one mends it. The order is that of how much hangs on it. */
const SOORTEN: Record<Vergetensoort, Soort> = {
  GEMEENTE_ZONDER_ACCOUNTHOUDER: {
    naam: "Gemeenten zonder accounthouder",
    waarom: "Niemand spreekt voor deze gemeente. De beheerder geeft iemand de rol.",
    doe: "Bekijk de gemeente",
    adres: (id, magPersonen) => (magPersonen ? "/beheer" : `/organisatie/gemeenten/${id}`),
  },
  GREMIUM_ZONDER_DAG: {
    naam: "Gremia zonder dag in de kalender",
    waarom: "Zij besluiten of spraken af bijeen te komen, maar niemand weet wanneer.",
    doe: "Zet een vergadering in de kalender",
    adres: () => "/integratie/tijdlijn/kalender",
  },
  AFSPRAAK_ZONDER_EIGENAAR: {
    naam: "Afspraken zonder eigenaar",
    waarom: "Niemand zorgt dat zij nagekomen worden.",
    doe: "Kies een eigenaar",
    adres: (id) => adresVan(id),
  },
  TAAK_ZONDER_EIGENAAR: {
    naam: "Open taken zonder eigenaar",
    waarom: "Niemand pakt ze op.",
    doe: "Kies een eigenaar",
    adres: (id) => `/integratie/takenbord/taak/${id}`,
  },
  STAKEHOLDER_ZONDER_ACTIE: {
    naam: "Stakeholders zonder actie",
    waarom: "De communicatie moet verder, en er loopt niets.",
    doe: "Leg een actie vast",
    adres: opKaart,
  },
  STAKEHOLDER_ZONDER_CONTACT: {
    naam: "Stakeholders zonder contact",
    waarom: "Niemand in de hub onderhoudt het contact.",
    doe: "Kies een contact",
    adres: opKaart,
  },
};
/** So many of each at first: the rest is one press away. */
const EERST = 6;
const VOLGORDE = Object.keys(SOORTEN) as Vergetensoort[];

/** What nobody looks after, each with the way to mend it. */
export function VergetenPagina() {
  const [staat, lees] = useQuery({ query: VergetenQuery, context: ORGANISATIE });
  const opnieuw = () => lees({ requestPolicy: "network-only" });
  useVerversing(opnieuw);
  const { filters, zet, wis, actief } = useFilters("soort");
  const alle = staat.data?.vergeten ?? [];
  const getoond = VOLGORDE.map((soort) => ({
    soort,
    regels: alle.filter((een) => een.soort === soort),
  })).filter(({ soort, regels }) => regels.length > 0 && (!filters.soort || soort === filters.soort));
  return (
    <Kader titel="Niemand vergeten">
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${alle.length} keer zorgt er niemand voor`}
      >
        <Keuze
          label="Wat ontbreekt"
          opties={VOLGORDE.map((id) => ({ id, naam: SOORTEN[id].naam }))}
          leeg="Alles"
          waarde={filters.soort || null}
          opKies={(soort) => zet("soort", soort)}
        />
      </Filterbalk>
      <Gegevens staat={staat} opnieuw={opnieuw} fout="Dit overzicht kon niet geladen worden." regels={10}>
        {() =>
          getoond.length === 0 ? (
            <LeegStaat
              titel="Niemand vergeten"
              actie={actief ? <Knop onPress={wis}>Wis de filters</Knop> : undefined}
            >
              Voor alles {actief && "van deze soort "}zorgt iemand.
            </LeegStaat>
          ) : (
            <div className={stijl.kaarten}>
              {getoond.map(({ soort, regels }) => (
                <Groep key={soort} soort={soort} regels={regels} />
              ))}
            </div>
          )
        }
      </Gegevens>
    </Kader>
  );
}

function Groep({ soort, regels }: { soort: Vergetensoort; regels: readonly Regel[] }) {
  const { naam, waarom, doe, adres } = SOORTEN[soort];
  const magPersonen = useMag("PersonenBeheren");
  const [alles, zetAlles] = useState(false);
  return (
    <Vak titel={naam} bij={regels.length}>
      <p className={stijl.stil}>{waarom}</p>
      <ul className={stijl.lijst} aria-label={naam}>
        {(alles ? regels : regels.slice(0, EERST)).map(({ naam: wat, uitleg, onderwerp }) => (
          <li key={onderwerp.id}>
            <span>{wat}</span>
            {uitleg && <span className={stijl.stil}>{uitleg}</span>}
            <Link to={adres(onderwerp.id, magPersonen)} aria-label={`${doe}: ${wat}`}>
              {doe}
            </Link>
          </li>
        ))}
      </ul>
      {!alles && regels.length > EERST && (
        <div>
          <Knop onPress={() => zetAlles(true)}>
            Toon alle {regels.length}
            <span className="alleen-voorlezen"> {naam.toLowerCase()}</span>
          </Knop>
        </div>
      )}
    </Vak>
  );
}
