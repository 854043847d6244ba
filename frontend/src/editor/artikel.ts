import { Node, mergeAttributes, type Editor } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    artikel: {
      nieuwArtikel: () => ReturnType;
      verwijderArtikel: (sleutel: string) => ReturnType;
    };
  }
}

export const nieuweSleutel = () => crypto.randomUUID();

/** The articles of a text, with where each begins. */
export function artikelen(editor: Editor): { sleutel: string; kop: string; plaats: number }[] {
  const gevonden: { sleutel: string; kop: string; plaats: number }[] = [];
  editor.state.doc.forEach((node, plaats) => {
    if (node.type.name !== "artikel") return;
    gevonden.push({ sleutel: node.attrs.id as string, kop: node.firstChild?.textContent ?? "", plaats });
  });
  return gevonden;
}

/** The key of the article the cursor is in. */
export function huidigArtikel(editor: Editor): string | undefined {
  const { $from } = editor.state.selection;
  const artikel = $from.depth > 0 ? $from.node(1) : undefined;
  return artikel?.type.name === "artikel" ? (artikel.attrs.id as string) : undefined;
}

export const Tekst = Node.create({ name: "doc", topNode: true, content: "artikel*" });

export const Artikelkop = Node.create({
  name: "artikelkop",
  content: "text*",
  marks: "",
  defining: true,
  parseHTML: () => [{ tag: "h2" }],
  renderHTML: () => ["h2", { "data-leeg": "Kop van het artikel" }, 0],
});

/** An addressable part of the text: it keeps its key wherever it goes. */
export const Artikel = Node.create<{ opVerplaats: (editor: Editor, stap: 1 | -1) => void }>({
  name: "artikel",
  addOptions: () => ({ opVerplaats: () => {} }),
  content: "artikelkop block+",
  isolating: true,
  defining: true,
  addAttributes: () => ({
    id: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-artikel") ?? "",
      renderHTML: ({ id }: { id: string }) => ({ "data-artikel": id, id: `artikel-${id}` }),
    },
  }),
  parseHTML: () => [{ tag: "section[data-artikel]" }],
  renderHTML: ({ HTMLAttributes }) => ["section", mergeAttributes(HTMLAttributes), 0],

  addCommands() {
    return {
      nieuwArtikel:
        () =>
        ({ state, tr, dispatch }) => {
          const { artikel, artikelkop, paragraph } = state.schema.nodes;
          if (!artikel || !artikelkop || !paragraph) return false;
          const { $from } = state.selection;
          const plaats = $from.depth > 0 ? $from.after(1) : state.doc.content.size;
          const inhoud = [artikelkop.create(), paragraph.create()];
          if (dispatch) {
            tr.insert(plaats, artikel.create({ id: nieuweSleutel() }, inhoud));
            tr.setSelection(TextSelection.create(tr.doc, plaats + 2)).scrollIntoView();
          }
          return true;
        },
      verwijderArtikel:
        (sleutel) =>
        ({ state, tr, dispatch }) => {
          let gedaan = false;
          state.doc.forEach((node, plaats) => {
            if (node.attrs.id !== sleutel || gedaan) return;
            gedaan = true;
            if (dispatch) tr.delete(plaats, plaats + node.nodeSize);
          });
          return gedaan;
        },
    };
  },

  addKeyboardShortcuts() {
    const verplaats = (stap: 1 | -1) => () => {
      this.options.opVerplaats(this.editor, stap);
      return true;
    };
    return {
      "Alt-Shift-ArrowUp": verplaats(-1),
      "Alt-Shift-ArrowDown": verplaats(1),
      "Mod-Alt-a": () => this.editor.commands.nieuwArtikel(),
    };
  },

  /** A copy of an article is another article. */
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        appendTransaction(stappen, _oud, nieuw) {
          if (!editor.isEditable || !stappen.some((tr) => tr.docChanged && !tr.getMeta("y-sync$")))
            return null;
          const gezien = new Set<string>();
          const { tr } = nieuw;
          nieuw.doc.forEach((node, plaats) => {
            if (node.type.name !== "artikel") return;
            const id = node.attrs.id as string;
            if (id && !gezien.has(id)) return void gezien.add(id);
            tr.setNodeMarkup(plaats, undefined, { ...node.attrs, id: nieuweSleutel() });
          });
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
});
