import { lazy, Suspense } from "react";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { useVastgehouden } from "~/lib/vastgehouden";
import { WieMoetDitWeten } from "~/features/impact/WieMoetDitWeten";
import { usePlek } from "~/features/integratie/kader/trajecten";
import { VolgKnop } from "~/features/meldingen/VolgKnop";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Pagina, type Aanwezigen } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Tabs } from "~/ui/Tabs";
import { Vak } from "~/ui/Vak";
import { ADRES, adresVan, type Afspraak } from "../afspraak";
import { Versies } from "../tekst/Versies";
import { AfwijkingenTab } from "../afwijkingen/AfwijkingenTab";
import { RondeTab } from "../ronde/RondeTab";
import { SignalenTab } from "../signalen/SignalenTab";
import { AfspraakQuery } from "../vragen";
import { Geschiedenis } from "./Geschiedenis";
import { Overzicht } from "./Overzicht";
import { Uitvoering } from "./Uitvoering";
import stijl from "../Afspraken.module.css";

/** Only who opens the text waits for what writing together takes. */
const Tekst = lazy(async () => ({ default: (await import("../tekst/Tekst")).Tekst }));

const Weten = ({ afspraak }: { afspraak: Afspraak }) => (
  <Vak titel="Wie moet dit weten?">
    <WieMoetDitWeten id={afspraak.id} open />
  </Vak>
);

type Deel = { pad: string; naam: string; Inhoud: React.ComponentType<{ afspraak: Afspraak }> };
/** The parts of an agreement, each with an address of its own. */
const DELEN: Deel[] = [
  { pad: "", naam: "Overzicht", Inhoud: Overzicht },
  { pad: "tekst", naam: "Tekst", Inhoud: Tekst },
  { pad: "versies", naam: "Versies", Inhoud: Versies },
  { pad: "ronde", naam: "Ronde", Inhoud: RondeTab },
  { pad: "afwijkingen", naam: "Afwijkingen", Inhoud: AfwijkingenTab },
  { pad: "signalen", naam: "Signalen", Inhoud: SignalenTab },
  { pad: "uitvoering", naam: "Uitvoering", Inhoud: Uitvoering },
  { pad: "weten", naam: "Wie moet dit weten?", Inhoud: Weten },
  { pad: "geschiedenis", naam: "Geschiedenis", Inhoud: Geschiedenis },
];

function Kader({
  id,
  titel,
  aanwezigen,
  children,
}: {
  id?: string;
  titel: string;
  aanwezigen?: Aanwezigen;
  children: React.ReactNode;
}) {
  const tabs = id && (
    <div className={stijl.koprij}>
      <Tabs
        naam="Afspraak"
        tabs={DELEN.map(({ pad, naam }) => ({
          naar: adresVan(id, pad && `/${pad}`),
          naam,
          exact: pad === "",
        }))}
      />
      <VolgKnop id={id} />
    </div>
  );
  return (
    <Pagina titel={titel} kruimels={[{ naam: "Afspraken", naar: ADRES }]} tabs={tabs} aanwezigen={aanwezigen}>
      {children}
    </Pagina>
  );
}

function EenAfspraak({ id, deel }: { id: string; deel: string }) {
  const [staat, lees] = useQuery({ query: AfspraakQuery, variables: { id }, context: AFSPRAKEN });
  const gelezen = useVastgehouden(staat, (data) => data.afspraak, id);
  const { personen } = usePlek(`afspraak:${id}`);
  const afspraak = gelezen?.afspraak;
  const Inhoud = DELEN.find(({ pad }) => pad === deel)?.Inhoud;
  if (!afspraak || !Inhoud) {
    return (
      <Kader titel="Afspraak">
        {gelezen ? (
          <LeegStaat titel="Deze afspraak is er niet" actie={<Link to={ADRES}>Naar het register</Link>}>
            Misschien is het adres niet goed overgenomen.
          </LeegStaat>
        ) : staat.error ? (
          <Foutstaat
            gebeurd="Deze afspraak kon niet geladen worden."
            opnieuw={() => lees({ requestPolicy: "network-only" })}
          />
        ) : (
          <Skelet regels={8} hoogte="2.25rem" />
        )}
      </Kader>
    );
  }
  return (
    <Kader id={id} titel={afspraak.naam} aanwezigen={{ naam: "Nu bij deze afspraak", personen }}>
      <Suspense fallback={<Skelet regels={8} hoogte="1.5rem" />}>
        <Inhoud afspraak={afspraak} />
      </Suspense>
    </Kader>
  );
}

export function AfspraakPagina() {
  const { id = "", "*": deel = "" } = useParams();
  return <EenAfspraak key={id} id={id} deel={deel} />;
}
