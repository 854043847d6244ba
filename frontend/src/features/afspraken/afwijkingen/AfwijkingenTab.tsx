import { useState } from "react";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { datumTekst } from "~/lib/datum";
import { useVastgehouden } from "~/lib/vastgehouden";
import { AFSPRAKEN } from "~/realtime/contexten";
import { Dialoog } from "~/ui/Dialoog";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import type { Afspraak } from "../afspraak";
import stijl from "../Afspraken.module.css";
import { AfwijkingenVanQuery, GeldendeTekstQuery, type Afwijking } from "./afwijking";
import { AfwijkingFormulier } from "./AfwijkingFormulier";
import { AfwijkingTabel } from "./AfwijkingTabel";

/** Where gemeenten deviate from this agreement, and the text as it holds for one of them. */
export function AfwijkingenTab({ afspraak }: { afspraak: Afspraak }) {
  const [staat, lees] = useQuery({
    query: AfwijkingenVanQuery,
    variables: { id: afspraak.id },
    context: AFSPRAKEN,
  });
  const data = useVastgehouden(staat, (gelezen) => gelezen.afspraak, afspraak.id);
  const [open, zetOpen] = useState<Afwijking | "nieuw">();
  const gelezen = data?.afspraak;
  const laatste = gelezen?.versies.reduce<(typeof gelezen.versies)[number] | undefined>(
    (tot, een) => (!tot || een.nummer > tot.nummer ? een : tot),
    undefined,
  );
  return (
    <Gegevens
      staat={{ ...staat, data: gelezen ?? undefined }}
      opnieuw={() => lees({ requestPolicy: "network-only" })}
      fout="De afwijkingen konden niet geladen worden."
    >
      {({ afwijkingen, magAfwijken, gemeenten }) => {
        const lopend = afwijkingen.filter(({ geldt }) => geldt).length;
        return (
          <>
            <Vak
              titel="Wat verschilt en waarom"
              bij={`${lopend} lopend, ${afwijkingen.length - lopend} geëindigd`}
              actie={
                magAfwijken.length > 0 && <Knop onPress={() => zetOpen("nieuw")}>Leg een afwijking vast</Knop>
              }
            >
              {afwijkingen.length === 0 ? (
                <p className={stijl.stil}>Alle gemeenten doen wat er staat.</p>
              ) : (
                <AfwijkingTabel afwijkingen={afwijkingen} opWijzig={zetOpen} />
              )}
            </Vak>
            {laatste && (
              <GeldendeTekst
                versie={laatste}
                gemeenten={gemeenten}
                afwijkingen={afwijkingen.filter(({ geldt }) => geldt)}
              />
            )}
            {open && (
              <Dialoog
                titel={open === "nieuw" ? "Leg een afwijking vast" : `Afwijking van ${open.gemeente.naam}`}
                open
                opSluit={() => zetOpen(undefined)}
              >
                <AfwijkingFormulier
                  afspraak={afspraak.id}
                  afwijking={open === "nieuw" ? undefined : open}
                  gemeenten={magAfwijken}
                  artikelen={laatste?.artikelen ?? []}
                  opKlaar={() => zetOpen(undefined)}
                />
              </Dialoog>
            )}
          </>
        );
      }}
    </Gegevens>
  );
}

type TekstProps = {
  versie: { id: string; nummer: number; naam: string };
  gemeenten: { id: string; naam: string }[];
  afwijkingen: Afwijking[];
};

/** The frozen text with what holds instead, where the gemeente deviates. */
function GeldendeTekst({ versie, gemeenten, afwijkingen }: TekstProps) {
  const { filters, zet } = useFilters("gemeente");
  const [{ data }] = useQuery({
    query: GeldendeTekstQuery,
    variables: { id: versie.id },
    pause: !filters.gemeente,
  });
  const eigen = afwijkingen.filter(({ gemeente }) => gemeente.id === filters.gemeente);
  const artikelen = data?.node?.__typename === "AfspraakVersie" ? data.node.tekst.artikelen : undefined;
  return (
    <Vak titel="De tekst zoals zij hier geldt" bij={`versie ${versie.nummer}: ${versie.naam}`}>
      <Keuze
        label="Gemeente"
        opties={gemeenten}
        leeg="Kies een gemeente"
        waarde={filters.gemeente || null}
        opKies={(gemeente) => zet("gemeente", gemeente)}
      />
      {filters.gemeente && !artikelen && <Skelet regels={4} />}
      {eigen
        .filter(({ artikel }) => !artikel)
        .map((een) => (
          <Hier key={een.id} afwijking={een} />
        ))}
      {filters.gemeente &&
        artikelen?.map(({ sleutel, nummer, kop, plat }) => {
          const anders = eigen.find(({ artikel }) => artikel === sleutel);
          return (
            <article key={sleutel}>
              <h3>
                {nummer}. {kop}
              </h3>
              {anders ? <Hier afwijking={anders} /> : <p className={stijl.tekst}>{plat}</p>}
            </article>
          );
        })}
    </Vak>
  );
}

function Hier({ afwijking: { hier, reden, tot } }: { afwijking: Afwijking }) {
  return (
    <div className={stijl.antwoord}>
      <Status soort="bezig">Geldt hier anders tot en met {datumTekst(tot)}</Status>
      <p className={stijl.tekst}>{hier}</p>
      <p className={stijl.stil}>Reden: {reden}</p>
    </div>
  );
}
