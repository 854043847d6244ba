import { useQuery } from "urql";
import type { Bezorging, MeldingSoort } from "~/graphql/gen/graphql";
import { useMutatie } from "~/realtime/useMutatie";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { meldToast } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { StelMeldingenIn } from "./operations/stelMeldingenIn";
import { VoorkeurenQuery } from "./vragen";
import stijl from "./Meldingen.module.css";

const WAT: Record<MeldingSoort, string> = {
  VERMELDING: "Iemand noemt je",
  TOEWIJZING: "Iets is aan jou toegewezen",
  TERMIJN: "Een termijn of datum is dichtbij",
  ONDERTEKENEN: "Er wordt op je handtekening gewacht",
  SIGNAAL: "Een signaal, of een antwoord erop",
  INFORMATIE: "Iemand laat je iets weten",
  GEVOLGD: "Er verandert iets aan wat je volgt",
};
const HOE: { id: Bezorging; naam: string }[] = [
  { id: "METEEN", naam: "Meteen een e-mail" },
  { id: "DAGELIJKS", naam: "In het overzicht van 7 uur" },
  { id: "NIET", naam: "Geen e-mail" },
];

/** How messages come by e-mail, per kind. */
export function Voorkeuren() {
  const [staat, lees] = useQuery({ query: VoorkeurenQuery, requestPolicy: "cache-and-network" });
  const herlees = () => lees({ requestPolicy: "network-only" });
  const stelIn = useMutatie(StelMeldingenIn);
  const kies = async (soort: MeldingSoort, bezorging: string | null) => {
    const uitkomst = await stelIn({ keuzes: [{ soort, bezorging: bezorging as Bezorging }] });
    meldToast(uitkomst.gelukt ? "Je keuze is bewaard." : (uitkomst.fouten[0]?.bericht ?? "Dat lukte niet."));
    herlees();
  };
  return (
    <Vak titel="Meldingen per e-mail" id="meldingen">
      <p>
        In de hub staan meldingen altijd, bij de bel. Hier kies je of er ook een e-mail komt. In een e-mail
        staat nooit wat iemand schreef.
      </p>
      <Gegevens staat={staat} opnieuw={herlees} fout="Je keuzes konden niet geladen worden." regels={6}>
        {({ meldingsvoorkeuren }) => (
          <div className={stijl.voorkeuren}>
            {meldingsvoorkeuren.map(({ soort, bezorging }) => (
              <Keuze
                key={soort}
                label={WAT[soort]}
                opties={HOE}
                waarde={bezorging}
                opKies={(id) => void kies(soort, id)}
              />
            ))}
          </div>
        )}
      </Gegevens>
    </Vak>
  );
}
