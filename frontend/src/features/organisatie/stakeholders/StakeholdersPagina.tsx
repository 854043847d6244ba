import { Link } from "react-router";
import { useQuery } from "urql";
import type { Invloedsring } from "~/graphql/gen/graphql";
import { useFilters } from "~/lib/adres";
import { useVertraagd } from "~/lib/vertraagd";
import { ORGANISATIE } from "~/realtime/contexten";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { LeegStaat } from "~/ui/Staat";
import { Tabel } from "~/ui/Tabel";
import { Zoekveld } from "~/ui/Zoekveld";
import { Kader } from "../Kader";
import { NogGeenFeiten } from "../NogGeenFeiten";
import { Verder } from "../Verder";
import stijl from "../Organisatie.module.css";
import { Ring, RINGEN } from "./Ring";
import { StakeholdersQuery } from "./stakeholdersVraag";

const RING_OPTIES = Object.entries(RINGEN).map(([id, { naam }]) => ({ id, naam }));

export function StakeholdersPagina() {
  const { filters, zet, wis, actief } = useFilters("zoek", "groep", "ring", "analyse", "na");
  const zoek = useVertraagd(filters.zoek);
  const [staat, lees] = useQuery({
    query: StakeholdersQuery,
    variables: {
      zoek: zoek || null,
      groep: filters.groep || null,
      ring: (filters.ring as Invloedsring) || null,
      analyse: filters.analyse || null,
      after: filters.na || null,
    },
    context: ORGANISATIE,
  });
  const lijst = staat.data?.stakeholders;
  return (
    <Kader titel="Stakeholders">
      <Filterbalk actief={actief} opWis={wis} telling={lijst && `${lijst.totaal} stakeholders`}>
        <Zoekveld
          label="Zoek een stakeholder"
          waarde={filters.zoek}
          opWijzig={(tekst) => zet("zoek", tekst)}
        />
        <Keuze
          label="Groep"
          opties={staat.data?.groepen ?? []}
          leeg="Alle groepen"
          waarde={filters.groep || null}
          opKies={(groep) => zet("groep", groep)}
        />
        <Keuze
          label="Ring"
          opties={RING_OPTIES}
          leeg="Alle ringen"
          waarde={filters.ring || null}
          opKies={(ring) => zet("ring", ring)}
        />
        <Keuze
          label="Genoemd in"
          opties={staat.data?.analyses ?? []}
          leeg="Alle analyses"
          waarde={filters.analyse || null}
          opKies={(analyse) => zet("analyse", analyse)}
        />
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De stakeholders konden niet geladen worden."
        regels={14}
      >
        {({ stakeholders: { nodes }, groepen }) =>
          groepen.length === 0 ? (
            <NogGeenFeiten />
          ) : nodes.length === 0 ? (
            <LeegStaat titel="Niets gevonden" actie={<Knop onPress={wis}>Wis de filters</Knop>}>
              Er is geen stakeholder die hieraan voldoet.
            </LeegStaat>
          ) : (
            <Tabel
              bijschrift="Stakeholders"
              rijen={nodes}
              sleutel={({ id }) => id}
              kolommen={[
                {
                  kop: "Naam",
                  isNaam: true,
                  cel: ({ id, naam }) => <Link to={`/organisatie/stakeholders/${id}`}>{naam}</Link>,
                },
                { kop: "Groep", cel: ({ groep }) => groep.naam },
                { kop: "Invloedsring", cel: ({ ring }) => <Ring ring={ring} /> },
                {
                  kop: "Genoemd in",
                  cel: ({ analyses }) =>
                    analyses.map(({ jaar }) => jaar).join(", ") || (
                      <span className={stijl.stil}>geen analyse</span>
                    ),
                },
              ]}
            />
          )
        }
      </Gegevens>
      <Verder pagina={lijst?.pageInfo} na={filters.na} opNa={(na) => zet("na", na)} />
    </Kader>
  );
}
