import Collaboration from "@tiptap/extension-collaboration";
import { TableKit } from "@tiptap/extension-table";
import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useState } from "react";
import { maakWinkel } from "~/lib/winkel";
import { Melding } from "~/ui/Melding";
import { Artikel, Artikelkop, Tekst } from "./artikel";
import type { Kamer } from "./kamer";
import {
  gaNaarKantteken,
  Kanttekens,
  selectieVan,
  toonKanttekens,
  type Kantteken,
  type Selectie,
} from "./kanttekens";
import { BsnTeken, Cursors, type Schrijver } from "./tekens";
import { verplaats } from "./verplaats";
import { Verloren } from "./Verloren";
import { vermeldingen, type Noembaar } from "./vermelding";
import { Werkbalk } from "./Werkbalk";
import "./editor.css";

/** Where the articles stand in the document. */
const FRAGMENT = "artikelen";

/** What stands in the margin, and what is chosen there and in the text. */
export type Kant = {
  tekens: readonly Kantteken[];
  gekozen: string | undefined;
  opKies: (id: string) => void;
  opSelectie: (selectie: Selectie | null) => void;
};
type Props = {
  kamer: Kamer;
  schrijver: Schrijver;
  schrijven: boolean;
  noembaar: Noembaar[];
  naam: string;
  kant: Kant;
};

/** The text itself, with everyone who is writing in it. */
export default function Editor({ kamer, schrijver, schrijven, noembaar, naam, kant }: Props) {
  const [bsn, zetBsn] = useState(0);
  // The editor is made once; what can be mentioned may come in later.
  const [noemen] = useState(() => maakWinkel(noembaar));
  useEffect(() => noemen.zet(() => noembaar), [noemen, noembaar]);
  const [kantlijn] = useState(() => maakWinkel(kant));
  useEffect(() => kantlijn.zet(() => kant), [kantlijn, kant]);
  const editor = useEditor(
    {
      editable: schrijven,
      injectCSS: false,
      editorProps: {
        attributes: {
          "aria-label": naam,
          role: "textbox",
          "aria-multiline": "true",
          "aria-readonly": String(!schrijven),
          lang: "nl",
          spellcheck: "true",
        },
      },
      extensions: [
        Tekst,
        Artikel.configure({ opVerplaats: (nu, stap) => verplaats(nu, kamer.lijn, stap) }),
        Artikelkop,
        StarterKit.configure({
          document: false,
          undoRedo: false,
          code: false,
          codeBlock: false,
          horizontalRule: false,
          strike: false,
          underline: false,
          // It would put an article without a heading in a text that someone emptied.
          trailingNode: false,
          heading: { levels: [3, 4] },
          link: { openOnClick: !schrijven },
        }),
        TableKit.configure({ table: { resizable: false } }),
        Collaboration.configure({ document: kamer.doc, field: FRAGMENT }),
        vermeldingen(noemen.lees),
        BsnTeken.configure({ opGevonden: zetBsn }),
        Cursors.configure({ awareness: kamer.lijn.awareness }),
        Kanttekens.configure({ opKies: (id) => kantlijn.lees().opKies(id) }),
      ],
      onSelectionUpdate: ({ editor: nu }) => kantlijn.lees().opSelectie(selectieVan(nu)),
      onCreate: () => kamer.lijn.awareness.setLocalStateField("user", schrijver),
    },
    [kamer, schrijven],
  );
  const { tekens, gekozen } = kant;
  useEffect(() => toonKanttekens(editor, tekens, gekozen), [editor, tekens, gekozen]);
  useEffect(() => {
    if (gekozen) gaNaarKantteken(editor, gekozen);
  }, [editor, gekozen]);
  return (
    <div className="samen">
      {schrijven && <Werkbalk editor={editor} opVerplaats={(stap) => verplaats(editor, kamer.lijn, stap)} />}
      {bsn > 0 && (
        <Melding soort="fout">
          in de tekst staat een burgerservicenummer (BSN), of een nummer dat daarop lijkt. Haal het weg.
          Zolang het er staat, kan niemand de tekst vastleggen, en komt dat artikel niet in een bestand.
        </Melding>
      )}
      <Verloren editor={editor} verloren={kamer.verloren} />
      <EditorContent editor={editor} className="blad" />
    </div>
  );
}
