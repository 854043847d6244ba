import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconBold,
  IconH3,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPlus,
  IconTable,
  IconTrash,
} from "@tabler/icons-react";
import { useEditorState, type Editor } from "@tiptap/react";
import { useState } from "react";
import { Toolbar } from "react-aria-components";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { IconKnop, Knop } from "~/ui/Knop";
import { Veld } from "~/ui/Veld";
import { huidigArtikel } from "./artikel";

const veilig = (adres: string) => /^(https?:\/\/|mailto:|\/)/i.test(adres);

function LinkDialoog({ editor, opSluit }: { editor: Editor; opSluit: () => void }) {
  const [adres, zetAdres] = useState((editor.getAttributes("link").href as string | undefined) ?? "");
  const [fout, zetFout] = useState<string>();
  const zet = () => {
    const waarde = adres.trim();
    if (waarde && !veilig(waarde)) return zetFout("Begin het adres met https:// of mailto:.");
    const keten = editor.chain().focus().extendMarkRange("link");
    (waarde ? keten.setLink({ href: waarde }) : keten.unsetLink()).run();
    opSluit();
  };
  return (
    <Dialoog titel="Link" open opSluit={opSluit}>
      <Formulier opVerstuur={zet} fouten={[]} bezig={false} knop="Bewaren" opAnnuleer={opSluit}>
        <Veld label="Adres" value={adres} onChange={zetAdres} fout={fout} hulp="Leeg: geen link." autoFocus />
      </Formulier>
    </Dialoog>
  );
}

/** What can be done with the text, beside writing. Everything has a key too. */
export function Werkbalk({ editor, opVerplaats }: { editor: Editor; opVerplaats: (stap: 1 | -1) => void }) {
  const [link, zetLink] = useState(false);
  const staat = useEditorState({
    editor,
    selector: ({ editor: nu }) => ({
      vet: nu.isActive("bold"),
      cursief: nu.isActive("italic"),
      kopje: nu.isActive("heading"),
      lijst: nu.isActive("bulletList"),
      nummers: nu.isActive("orderedList"),
      link: nu.isActive("link"),
      tabel: nu.isActive("table"),
      artikel: huidigArtikel(nu),
      terug: nu.can().undo(),
      vooruit: nu.can().redo(),
    }),
  });
  const doe = () => editor.chain().focus();
  const inArtikel = !!staat.artikel;
  const knoppen = [
    {
      naam: "Ongedaan maken (Ctrl+Z)",
      Icoon: IconArrowBackUp,
      uit: !staat.terug,
      op: () => doe().undo().run(),
    },
    {
      naam: "Opnieuw (Ctrl+Y)",
      Icoon: IconArrowForwardUp,
      uit: !staat.vooruit,
      op: () => doe().redo().run(),
    },
    { naam: "Vet (Ctrl+B)", Icoon: IconBold, aan: staat.vet, op: () => doe().toggleBold().run() },
    { naam: "Cursief (Ctrl+I)", Icoon: IconItalic, aan: staat.cursief, op: () => doe().toggleItalic().run() },
    { naam: "Tussenkop", Icoon: IconH3, aan: staat.kopje, op: () => doe().toggleHeading({ level: 3 }).run() },
    { naam: "Lijst", Icoon: IconList, aan: staat.lijst, op: () => doe().toggleBulletList().run() },
    {
      naam: "Genummerde lijst",
      Icoon: IconListNumbers,
      aan: staat.nummers,
      op: () => doe().toggleOrderedList().run(),
    },
    { naam: "Link", Icoon: IconLink, aan: staat.link, op: () => zetLink(true) },
    {
      naam: staat.tabel ? "Tabel weghalen" : "Tabel",
      Icoon: IconTable,
      aan: staat.tabel,
      op: () => (staat.tabel ? doe().deleteTable() : doe().insertTable({ rows: 3, cols: 3 })).run(),
    },
  ];
  return (
    <Toolbar aria-label="Opmaak" className="werkbalk">
      {knoppen.map(({ naam, Icoon, aan, uit, op }) => (
        <IconKnop key={naam} naam={naam} aan={aan} isDisabled={uit || !inArtikel} onPress={op}>
          <Icoon size={18} aria-hidden />
        </IconKnop>
      ))}
      <span className="tussen" />
      <IconKnop naam="Artikel omhoog (Alt+Shift+↑)" isDisabled={!inArtikel} onPress={() => opVerplaats(-1)}>
        <IconArrowUp size={18} aria-hidden />
      </IconKnop>
      <IconKnop naam="Artikel omlaag (Alt+Shift+↓)" isDisabled={!inArtikel} onPress={() => opVerplaats(1)}>
        <IconArrowDown size={18} aria-hidden />
      </IconKnop>
      <IconKnop
        naam="Artikel weghalen"
        isDisabled={!inArtikel}
        onPress={() => staat.artikel && doe().verwijderArtikel(staat.artikel).run()}
      >
        <IconTrash size={18} aria-hidden />
      </IconKnop>
      <Knop onPress={() => doe().nieuwArtikel().run()}>
        <IconPlus size={16} aria-hidden /> Nieuw artikel
      </Knop>
      {link && <LinkDialoog editor={editor} opSluit={() => zetLink(false)} />}
    </Toolbar>
  );
}
