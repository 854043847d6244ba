import { useQuery } from "urql";
import { Link } from "react-router";
import { HOEDANIGHEID } from "~/features/integratie/besluiten/woorden";
import { useVerversing } from "~/features/vandaag/useVerversing";
import type { GremiaQuery as Antwoord } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { ORGANISATIE } from "~/realtime/contexten";
import { Feiten } from "~/ui/Feiten";
import { Bronnen } from "~/ui/Herkomstregel";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import stijl from "../Organisatie.module.css";
import { GremiaQuery } from "./rollenVraag";

export type Gremium = Antwoord["gremia"][number];

/** "eigenaar, geeft zienswijze", or that it only advises. */
export function alsWat({ hoedanigheden, adviseert, rol }: Gremium): string {
  const alles = [...hoedanigheden.map((een) => HOEDANIGHEID[een]), ...(adviseert ? ["adviseur"] : [])];
  if (alles.length > 0) return alles.join(", ");
  return rol.beslistOver.length > 0 ? "beslist; als wat is onbekend" : "geen besluiten bekend";
}

/** The agreed frequency against what was held and is planned. */
export function Ritme({ gremium }: { gremium: Gremium }) {
  const { keerPerJaar, gehouden, gepland } = gremium;
  const feit = `${gehouden} gehouden, ${gepland} gepland`;
  if (gehouden + gepland === 0 && !keerPerJaar) return <span className={stijl.stil}>–</span>;
  // No calendar is not the same as no meetings.
  if (gehouden + gepland === 0) return <Status soort="onbekend">niets in een kalender</Status>;
  if (!keerPerJaar) return <span className={stijl.stil}>{feit}</span>;
  if (gehouden >= keerPerJaar) return <Status soort="gereed">{feit}</Status>;
  if (gepland >= keerPerJaar) return <Status soort="bezig">{feit}</Status>;
  return <Status soort="fout">{feit}, te weinig</Status>;
}

/** In which capacity a body decides, when it meets, and whether that is as often as agreed. */
export function GremiumVak({ rol }: { rol: string }) {
  const [{ data }, lees] = useQuery({ query: GremiaQuery, variables: { rol }, context: ORGANISATIE });
  useVerversing(() => lees({ requestPolicy: "network-only" }));
  const gremium = data?.gremia[0];
  if (!gremium) return null;
  const { afgesproken, komend } = gremium;
  return (
    <Vak titel="Vergaderingen" actie={<Link to="/integratie/tijdlijn/kalender">Naar de kalender</Link>}>
      <Feiten
        feiten={[
          { naam: "In welke rol", waarde: alsWat(gremium) },
          {
            naam: "Afgesproken",
            waarde:
              afgesproken.length === 0
                ? "niets afgesproken"
                : afgesproken.map(({ naam, hoeVaak }) => `${naam}: ${hoeVaak ?? "onbekend"}`).join("; "),
          },
          { naam: "Afgelopen en komend jaar", waarde: <Ritme gremium={gremium} /> },
        ]}
      />
      {komend.length === 0 ? (
        <p className={stijl.stil}>Er staat geen vergadering in een kalender.</p>
      ) : (
        <ul className={stijl.lijst} aria-label="Vergaderingen">
          {komend.map(({ id, datum, aanleverdatum }) => (
            <li key={id}>
              <strong>{datumTekst(datum)}</strong>
              <span className={stijl.stil}>
                {aanleverdatum ? `stukken uiterlijk ${datumTekst(aanleverdatum)}` : "aanleverdatum onbekend"}
              </span>
            </li>
          ))}
        </ul>
      )}
      {afgesproken.length > 0 && <Bronnen bronnen={afgesproken.map(({ herkomst }) => herkomst.bron)} />}
    </Vak>
  );
}
