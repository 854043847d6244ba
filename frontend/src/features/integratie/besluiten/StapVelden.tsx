import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import type { Hoedanigheid, StapInhoudInput } from "~/graphql/gen/graphql";
import { Keuze } from "~/ui/Keuze";
import { Veld } from "~/ui/Veld";
import { useGremia } from "../keuzes";
import { BEGINNEN, EENHEDEN, GRONDSLAGEN, SOORTEN, TERMIJNEN } from "./stap";
import { HOEDANIGHEID } from "./woorden";

const GremiaQuery = graphql(`
  query GremiaVoorStap($soort: BesluitstapSoort!) {
    gremiaVoorStap(soort: $soort) {
      hoedanigheden
      gremium {
        id
        naam
      }
    }
  }
`);

type Termijn = NonNullable<StapInhoudInput["termijn"]>;
type Props = {
  waarden: StapInhoudInput;
  wijzig: (nieuw: Partial<StapInhoudInput>) => void;
  /** What is wrong with a field. */
  bij: (veld: string) => string | undefined;
  mijlpalen: { id: string; naam: string }[];
};

/** What a step is, for a new one and for one that changes: only bodies that can take it are offered. */
export function StapVelden({ waarden, wijzig, bij, mijlpalen }: Props) {
  const { naam, soort, gremium, hoedanigheid, termijn, mijlpaal } = waarden;
  const [{ data }] = useQuery({ query: GremiaQuery, variables: { soort } });
  const mogelijk = data?.gremiaVoorStap ?? [];
  const alle = useGremia();
  const als = mogelijk.find((een) => een.gremium.id === gremium)?.hoedanigheden ?? [];
  const kiesGremium = (id: string | null) => {
    const rollen = mogelijk.find((een) => een.gremium.id === id)?.hoedanigheden ?? [];
    wijzig({ gremium: id ?? "", hoedanigheid: rollen[0] ?? null });
  };
  return (
    <>
      <Veld
        label="Hoe heet de stap?"
        isRequired
        maxLength={200}
        value={naam}
        onChange={(nieuw) => wijzig({ naam: nieuw })}
        hulp="Dit is de kop van de kolom."
        fout={bij("naam")}
      />
      <Keuze
        label="Wat gebeurt er?"
        opties={SOORTEN}
        waarde={soort}
        opKies={(id) => id && wijzig({ soort: id as typeof soort, gremium: "", hoedanigheid: null })}
        fout={bij("soort")}
      />
      <Keuze
        key={soort}
        label="Wie zet de stap?"
        zoekbaar
        opties={mogelijk.length > 0 ? mogelijk.map((een) => een.gremium) : alle}
        waarde={gremium || null}
        opKies={kiesGremium}
        fout={bij("gremium")}
      />
      {als.length > 1 && (
        <Keuze
          label="In welke rol?"
          opties={als.map((id) => ({ id, naam: HOEDANIGHEID[id] }))}
          waarde={hoedanigheid ?? null}
          opKies={(id) => wijzig({ hoedanigheid: id as Hoedanigheid | null })}
          fout={bij("hoedanigheid")}
        />
      )}
      <Termijnvelden termijn={termijn ?? null} opWijzig={(nieuw) => wijzig({ termijn: nieuw })} bij={bij} />
      <Keuze
        label="Mijlpaal die daarmee klaar is"
        zoekbaar
        opties={mijlpalen}
        leeg="Geen"
        waarde={mijlpaal ?? null}
        opKies={(id) => wijzig({ mijlpaal: id })}
        fout={bij("mijlpaal")}
      />
    </>
  );
}

const NIEUW: Termijn = {
  duur: { waarde: 12, eenheid: "WEKEN" },
  soort: "AFGESPROKEN",
  grondslag: null,
  begin: "ONTVANGST_RAAD",
  richting: "VOORUIT",
};

function Termijnvelden({
  termijn,
  opWijzig,
  bij,
}: {
  termijn: Termijn | null;
  opWijzig: (termijn: Termijn | null) => void;
  bij: Props["bij"];
}) {
  const wijzig = (nieuw: Partial<Termijn>) => termijn && opWijzig({ ...termijn, ...nieuw });
  return (
    <>
      <Keuze
        label="Termijn"
        opties={TERMIJNEN}
        leeg="Er loopt geen termijn"
        waarde={termijn?.soort ?? null}
        opKies={(id) => opWijzig(id ? { ...(termijn ?? NIEUW), soort: id as Termijn["soort"] } : null)}
        fout={bij("termijn")}
      />
      {termijn && (
        <>
          <Veld
            label="Hoe lang?"
            inputMode="numeric"
            isRequired
            value={termijn.duur.waarde ? String(termijn.duur.waarde) : ""}
            // What is no whole number becomes zero, and the hub says what is wrong with it.
            onChange={(tekst) =>
              wijzig({
                duur: { ...termijn.duur, waarde: /^\d{1,4}$/.test(tekst.trim()) ? Number(tekst) : 0 },
              })
            }
          />
          <Keuze
            label="Waarvan?"
            opties={EENHEDEN}
            waarde={termijn.duur.eenheid}
            opKies={(id) =>
              id && wijzig({ duur: { ...termijn.duur, eenheid: id as Termijn["duur"]["eenheid"] } })
            }
          />
          <Keuze
            label="Waar in de wet?"
            opties={GRONDSLAGEN}
            leeg="Nergens: wij spraken het af"
            waarde={termijn.grondslag ?? null}
            opKies={(id) => wijzig({ grondslag: id as Termijn["grondslag"] })}
          />
          <Keuze
            label="Waar begint zij mee?"
            opties={BEGINNEN}
            waarde={termijn.begin}
            opKies={(id) => id && wijzig({ begin: id as Termijn["begin"] })}
          />
        </>
      )}
    </>
  );
}
