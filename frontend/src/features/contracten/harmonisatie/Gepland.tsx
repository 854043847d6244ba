import { Link } from "react-router";
import { useQuery } from "urql";
import { balk, type As } from "~/features/integratie/tijdlijn/as";
import { useArchief, useStand } from "~/features/integratie/kader/stand";
import stijl from "~/features/integratie/tijdlijn/Tijdlijn.module.css";
import { graphql } from "~/graphql/gen";
import type { HarmonisatieGeplandQuery } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { CONTRACTEN } from "~/realtime/contexten";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { KEUZE } from "../attribuut";

const GeplandQuery = graphql(`
  query HarmonisatieGepland($stand: Datum) {
    positie
    attributen(stand: $stand) {
      id
      naam
      stand
      planstand
      moment {
        datum
        nietVoor
      }
      besluit {
        keuze
        geplandOp
      }
    }
  }
`);

export type Gepland = HarmonisatieGeplandQuery["attributen"][number] & { dag: string };
const GEEN: Gepland[] = [];

/** What is planned to become the same, by day; only read when the timeline shows it. */
export function useGepland(aan: boolean): Gepland[] {
  const stand = useStand();
  const [{ data }] = useQuery({
    query: GeplandQuery,
    variables: {},
    context: CONTRACTEN,
    pause: !aan || !!stand,
  });
  const toen = useArchief(GeplandQuery, { stand }, aan && !!stand);
  if (!aan) return GEEN;
  return ((stand ? toen.data : data)?.attributen ?? GEEN)
    .flatMap((een) => (een.besluit.geplandOp ? [{ ...een, dag: een.besluit.geplandOp }] : []))
    .sort((a, b) => a.dag.localeCompare(b.dag));
}

const adres = (id: string) => `/contracten/harmonisatie/attribuut/${id}`;
const vroegst = ({ moment }: Gepland) => moment.datum ?? moment.nietVoor ?? undefined;

/** On the axis of the integration: from which day each holds, and what stands in its way. */
export function GeplandBalken({ gepland, as }: { gepland: Gepland[]; as: As }) {
  if (gepland.length === 0) return null;
  return (
    <ul aria-label="Harmonisatie" className={stijl.groep}>
      {gepland.map((een) => {
        const teVroeg = een.planstand === "TE_VROEG";
        return (
          <li key={een.id} className={stijl.rij}>
            <span className={stijl.naam} aria-hidden>
              Gelijk · {een.naam}
            </span>
            <span className={stijl.baan}>
              <Link
                to={adres(een.id)}
                className={stijl.balk}
                data-laat={teVroeg || undefined}
                title={`${een.naam}, ${datumTekst(een.dag)}`}
                style={balk(as, een.dag, een.dag)}
              >
                <span className="alleen-voorlezen">
                  {een.naam}: {KEUZE[een.besluit.keuze].toLowerCase()}, vanaf {datumTekst(een.dag)}
                  {teVroeg ? ", dat is te vroeg" : ""}
                </span>
              </Link>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export function GeplandTabel({ gepland }: { gepland: Gepland[] }) {
  if (gepland.length === 0) {
    return (
      <LeegStaat titel="Nog geen harmonisatie gepland">
        Leg bij Contracten vast wat gelijk wordt en vanaf welke dag; dan staat het hier.
      </LeegStaat>
    );
  }
  return (
    <Tabel
      bijschrift="Geplande harmonisatie"
      rijen={gepland}
      sleutel={({ id }) => id}
      kolommen={[
        { kop: "Harmonisatie", isNaam: true, cel: ({ id, naam }) => <Link to={adres(id)}>{naam}</Link> },
        { kop: "Besluit", cel: ({ besluit }) => KEUZE[besluit.keuze] },
        {
          kop: "Geldt vanaf",
          cel: ({ dag, planstand }) =>
            planstand === "TE_VROEG" ? (
              <Status soort="fout">{datumTekst(dag)}: te vroeg</Status>
            ) : (
              <Status soort={planstand === "PAST" ? "bezig" : "onbekend"}>{datumTekst(dag)}</Status>
            ),
        },
        {
          kop: "Kan vanaf",
          cel: (een) => {
            const dag = vroegst(een);
            return dag ? datumTekst(dag) : "onbekend";
          },
        },
      ]}
    />
  );
}

/** The days the axis has to reach. */
export const geplandeDagen = (gepland: Gepland[]): string[] => gepland.map(({ dag }) => dag);
