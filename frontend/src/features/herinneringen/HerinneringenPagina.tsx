import { useQuery } from "urql";
import { useVerversing } from "~/features/vandaag/useVerversing";
import { Gegevens } from "~/ui/Gegevens";
import { Pagina } from "~/ui/Pagina";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { Agenda } from "./Agenda";
import { Herinneringenlijst } from "./Lijst";
import { HerinneringenQuery, type Herinnering } from "./vraag";
import stijl from "./Herinneringen.module.css";

const maand = new Intl.DateTimeFormat("nl-NL", { month: "long", year: "numeric", timeZone: "UTC" });

/** What is late first, then month by month. */
function perMaand(herinneringen: readonly Herinnering[]): [string, Herinnering[]][] {
  const groepen = new Map<string, Herinnering[]>();
  for (const een of herinneringen) {
    const naam = een.teLaat ? "Te laat" : maand.format(new Date(`${een.dag}T00:00:00Z`));
    groepen.set(naam, [...(groepen.get(naam) ?? []), een]);
  }
  return [...groepen].sort(([een], [ander]) => Number(ander === "Te laat") - Number(een === "Te laat"));
}

/** Everything that is coming for who looks, and the way to have it in one's own calendar. */
export function HerinneringenPagina() {
  const [staat, lees] = useQuery({ query: HerinneringenQuery, requestPolicy: "cache-and-network" });
  const herlees = () => lees({ requestPolicy: "network-only" });
  useVerversing(herlees);
  return (
    <Pagina titel="Herinneringen" kruimels={[{ naam: "Vandaag", naar: "/" }, { naam: "Herinneringen" }]}>
      <Vakken>
        <Kolom>
          <Gegevens
            staat={staat}
            opnieuw={herlees}
            fout="Je herinneringen konden niet geladen worden."
            regels={6}
            hoogte="2.5rem"
          >
            {({ herinneringen }) =>
              herinneringen.length === 0 ? (
                <Vak titel="De komende vier maanden">
                  <p className={stijl.stil}>
                    Er komt niets aan. Termijnen van je gemeente, besluiten, mijlpalen, taken van jou en
                    handtekeningen die op je wachten, verschijnen hier vanzelf.
                  </p>
                </Vak>
              ) : (
                perMaand(herinneringen).map(([naam, van]) => (
                  <Vak key={naam} titel={naam} bij={van.length}>
                    <Herinneringenlijst naam={naam} herinneringen={van} metTraject />
                  </Vak>
                ))
              )
            }
          </Gegevens>
        </Kolom>
        <Kolom>
          <Agenda />
        </Kolom>
      </Vakken>
    </Pagina>
  );
}
