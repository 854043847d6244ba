import type { Editor } from "@tiptap/core";
import { useWinkel, type Winkel } from "~/lib/winkel";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { artikelen, nieuweSleutel } from "./artikel";
import type { Stuk } from "./ongezonden";

const alinea = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

/** At the end of its article, or in one of its own when that is gone. */
function zetTerug(editor: Editor, { artikel, tekst }: Stuk) {
  const regels = tekst.split("\n").filter((regel) => regel.trim());
  const hier = artikelen(editor).find(({ sleutel }) => sleutel === artikel);
  const { doc } = editor.state;
  if (hier) {
    const einde = hier.plaats + doc.nodeAt(hier.plaats)!.nodeSize - 1;
    return editor.chain().insertContentAt(einde, regels.map(alinea)).focus().run();
  }
  const kop = { type: "artikelkop", content: [{ type: "text", text: "Teruggezet" }] };
  const nieuw = { type: "artikel", attrs: { id: nieuweSleutel() }, content: [kop, ...regels.map(alinea)] };
  return editor.chain().insertContentAt(doc.content.size, nieuw).focus().run();
}

type Props = { editor: Editor; verloren: Winkel<readonly Stuk[]> };

/** What one wrote without a line and did not get into the text, until one chooses. */
export function Verloren({ editor, verloren }: Props) {
  const stukken = useWinkel(verloren);
  if (stukken.length === 0) return null;
  const weg = (stuk: Stuk) => verloren.zet((oud) => oud.filter((een) => een !== stuk));
  const kopVan = (stuk: Stuk) => artikelen(editor).find(({ sleutel }) => sleutel === stuk.artikel)?.kop;
  return (
    <Melding soort="let-op">
      Dit schreef je zonder verbinding. Het staat niet in de tekst: een ander verplaatste of verwijderde
      intussen dat stuk.
      <ul className="verloren">
        {stukken.map((stuk, i) => (
          <li key={i}>
            <b>{kopVan(stuk) ?? "Een artikel dat er niet meer is"}</b>
            <blockquote>{stuk.tekst}</blockquote>
            <Knop
              onPress={() => {
                if (!zetTerug(editor, stuk)) return;
                weg(stuk);
                kondigAan("Je woorden staan weer in de tekst.");
              }}
            >
              Zet terug in de tekst
            </Knop>{" "}
            <Knop soort="stil" onPress={() => weg(stuk)}>
              Laat vallen
            </Knop>
          </li>
        ))}
      </ul>
    </Melding>
  );
}
