import { useMemo } from "react";
import { useQuery } from "urql";
import { useIk } from "~/features/account/ik";
import { Weergaven } from "~/features/weergaven/Weergaven";
import { graphql } from "~/graphql/gen";
import { useFilters } from "~/lib/adres";
import { useVandaag } from "~/lib/vandaag";
import { Filterbalk } from "~/ui/Filterbalk";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { LeegStaat } from "~/ui/Staat";
import { Zoekveld } from "~/ui/Zoekveld";
import { ALLE_TAKEN } from "./alleTaken";
import { Filterkeuze, Lijstkeuzes, Taakkeuzes } from "./bord/Filterbalk";
import { eigenarenVan, FILTERS, maakFilter } from "./bord/filters";
import { Lijst } from "./bord/Lijst";
import { leesVolgorde, opVolgorde, pastBijSoort, schrijfVolgorde, type Regel } from "./bord/lijst";
import { useGemeenten } from "./keuzes";

const AlleTakenQuery = graphql(`
  query AlleTaken {
    trajecten {
      id
      sleutel
      naam
      borden {
        id
        kolommen {
          id
          naam
          soort
          volgorde
        }
        taken {
          ...TaakOpBord
        }
      }
    }
  }
`);

/** What there is to do in all trajectories together. */
export function AlleTakenPagina() {
  const { persoon } = useIk();
  const vandaag = useVandaag();
  const { filters, zet, wis, actief } = useFilters(...FILTERS, "traject");
  const { filters: weergave, zet: zetWeergave } = useFilters("volgorde");
  const { gemeenten } = useGemeenten();
  const [staat, lees] = useQuery({ query: AlleTakenQuery, requestPolicy: "cache-and-network" });
  const trajecten = useMemo(() => staat.data?.trajecten ?? [], [staat.data]);
  const alle = useMemo<Regel[]>(
    () =>
      trajecten.flatMap(({ sleutel, naam, borden }) =>
        borden.flatMap(({ kolommen, taken }) =>
          taken.flatMap((taak) => {
            const rang = kolommen.findIndex(({ id }) => id === taak.kolom.id);
            const kolom = kolommen[rang];
            return kolom && !taak.gearchiveerdOp ? [{ taak, kolom, rang, traject: { sleutel, naam } }] : [];
          }),
        ),
      ),
    [trajecten],
  );
  const eigenaren = useMemo(() => eigenarenVan(alle.map(({ taak }) => taak)), [alle]);
  const gereed = useMemo(
    () => new Set(alle.flatMap(({ kolom }) => (kolom.soort === "GEREED" ? [kolom.id] : []))),
    [alle],
  );
  const past = maakFilter(filters, { ik: persoon.id, gereed, vandaag });
  const regels = opVolgorde(
    alle.filter(
      ({ taak, kolom, traject }) =>
        past(taak) &&
        pastBijSoort(filters.kolomsoort, kolom) &&
        (!filters.traject || traject.sleutel === filters.traject),
    ),
    leesVolgorde(weergave.volgorde),
  );
  return (
    <Pagina titel="Alle taken" kruimels={[{ naam: "Integratie", naar: "/integratie" }]}>
      <Filterbalk
        actief={actief}
        opWis={wis}
        telling={staat.data && `${regels.length} van ${alle.length} taken`}
        actie={<Weergaven pagina={ALLE_TAKEN} />}
      >
        <Zoekveld label="Zoek in taken" waarde={filters.zoek} opWijzig={(tekst) => zet("zoek", tekst)} />
        <Filterkeuze
          naam="Traject"
          alle="alle"
          opties={trajecten.map(({ sleutel, naam }) => ({ id: sleutel, naam }))}
          waarde={filters.traject}
          opKies={(id) => zet("traject", id)}
        />
        <Lijstkeuzes
          filters={filters}
          zet={zet}
          volgorde={weergave.volgorde}
          zetVolgorde={(volgorde) => zetWeergave("volgorde", volgorde)}
        />
        <Taakkeuzes filters={filters} zet={zet} gemeenten={gemeenten} eigenaren={eigenaren} />
      </Filterbalk>
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De taken konden niet geladen worden."
        regels={12}
      >
        {() =>
          regels.length > 0 ? (
            <Lijst
              regels={regels}
              volgorde={leesVolgorde(weergave.volgorde)}
              opVolgorde={(volgorde) => zetWeergave("volgorde", schrijfVolgorde(volgorde))}
              vandaag={vandaag}
              metTraject
            />
          ) : actief ? (
            <LeegStaat titel="Geen taken bij deze filters" actie={<Knop onPress={wis}>Wis filters</Knop>}>
              Er zijn wel taken, maar geen enkele past bij wat je gekozen hebt.
            </LeegStaat>
          ) : (
            <LeegStaat titel="Nog geen taken">In geen enkel traject staat een taak.</LeegStaat>
          )
        }
      </Gegevens>
    </Pagina>
  );
}
