import { Extension, type Editor } from "@tiptap/core";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** Words in the text that keep their place while others write, as the hub keeps them. */
export type Passage = { van: string; tot: string; citaat: string };
/** What stands in the margin: about these words, and what should stand there instead. */
export type Kantteken = {
  id: string;
  passage: Passage;
  voorstel: string | null;
  wie: string;
};
/** What is selected: the article, the words, and whether a suggestion can be made of it. */
export type Selectie = { artikel: string; passage: Passage | null; eenAlinea: boolean };

type Binding = { type: Y.XmlFragment; mapping: Map<Y.AbstractType<unknown>, never> };
function bindingVan(staat: EditorState): Binding | undefined {
  const binding = (ySyncPluginKey.getState(staat) as { binding?: Binding | null } | undefined)?.binding;
  return binding ?? undefined;
}

/** Where the selected words are, in a way that survives what others write. */
export function selectieVan({ state }: Editor): Selectie | null {
  const { from, to, empty, $from, $to } = state.selection;
  const artikel = $from.depth > 0 ? $from.node(1) : undefined;
  if (artikel?.type.name !== "artikel" || $to.node(1) !== artikel) return null;
  const sleutel = artikel.attrs.id as string;
  const binding = bindingVan(state);
  if (empty || !binding) return { artikel: sleutel, passage: null, eenAlinea: false };
  const plek = (pos: number, kant: 0 | -1) => {
    const plaats = absolutePositionToRelativePosition(
      pos,
      binding.type,
      binding.mapping,
    ) as Y.RelativePosition;
    // Held by the letters inside: what is typed right before or behind these words does not belong to them.
    const nu = binding.type.doc && Y.createAbsolutePositionFromRelativePosition(plaats, binding.type.doc);
    const vast = nu ? Y.createRelativePositionFromTypeIndex(nu.type, nu.index, kant) : plaats;
    return JSON.stringify(Y.relativePositionToJSON(vast));
  };
  const citaat = state.doc.textBetween(from, to, " ", "\ufffc");
  return {
    artikel: sleutel,
    passage: { van: plek(from, 0), tot: plek(to, -1), citaat },
    eenAlinea: $from.sameParent($to) && !citaat.includes("\ufffc"),
  };
}

/** Where these words are now; nothing when they are gone. */
function plekVan(staat: EditorState, { van, tot }: Passage): { from: number; to: number } | undefined {
  const binding = bindingVan(staat);
  if (!binding?.type.doc) return undefined;
  const { doc } = binding.type;
  const plek = (json: string) =>
    relativePositionToAbsolutePosition(
      doc,
      binding.type,
      Y.createRelativePositionFromJSON(JSON.parse(json)),
      binding.mapping,
    );
  const [from, to] = [plek(van), plek(tot)];
  return from !== null && to !== null && from < to && to <= staat.doc.content.size ? { from, to } : undefined;
}

function ingevoegd({ id, voorstel, wie }: Kantteken): HTMLElement {
  const tekst = document.createElement("ins");
  tekst.className = "voorstel-erbij";
  tekst.dataset.kanttekening = id;
  tekst.contentEditable = "false";
  tekst.title = `Voorstel van ${wie}`;
  tekst.textContent = voorstel;
  return tekst;
}

const SLEUTEL = new PluginKey<{ tekens: readonly Kantteken[]; set: DecorationSet }>("kanttekens");

function teken(staat: EditorState, tekens: readonly Kantteken[], gekozen: string | undefined): DecorationSet {
  const alle = tekens.flatMap((een) => {
    const plek = plekVan(staat, een.passage);
    if (!plek) return [];
    const soort = een.voorstel === null ? "kanttekening" : "voorstel-weg";
    const woorden = Decoration.inline(plek.from, plek.to, {
      class: een.id === gekozen ? `${soort} gekozen` : soort,
      "data-kanttekening": een.id,
      title: een.voorstel === null ? `Opmerking van ${een.wie}` : `Voorstel van ${een.wie}`,
    });
    if (!een.voorstel) return [woorden];
    return [woorden, Decoration.widget(plek.to, () => ingevoegd(een), { side: -1, key: `${een.id}-erbij` })];
  });
  return DecorationSet.create(staat.doc, alle);
}

/** Shows these in the text, with one of them chosen. */
export function toonKanttekens(editor: Editor, tekens: readonly Kantteken[], gekozen: string | undefined) {
  editor.view.dispatch(editor.state.tr.setMeta(SLEUTEL, { tekens, gekozen }).setMeta("addToHistory", false));
}

/** The words a remark or suggestion is about come into view. */
export function gaNaarKantteken(editor: Editor, id: string) {
  const element = editor.view.dom.querySelector(`[data-kanttekening="${id}"]`);
  element?.scrollIntoView({ block: "center" });
}

/** What others say about words, and suggest in their place, shown where those words are now. */
export const Kanttekens = Extension.create<{ opKies: (id: string) => void }>({
  name: "kanttekens",
  addOptions: () => ({ opKies: () => {} }),
  addProseMirrorPlugins() {
    const { opKies } = this.options;
    type Staat = { tekens: readonly Kantteken[]; gekozen: string | undefined; set: DecorationSet };
    return [
      new Plugin<Staat>({
        key: SLEUTEL as unknown as PluginKey<Staat>,
        state: {
          init: () => ({ tekens: [], gekozen: undefined, set: DecorationSet.empty }),
          apply(tr, oud, _voor, staat) {
            const nieuw = tr.getMeta(SLEUTEL) as Pick<Staat, "tekens" | "gekozen"> | undefined;
            // What one types oneself is in the shared text only after this: until then the marks move along.
            if (!nieuw && !tr.getMeta(ySyncPluginKey))
              return { ...oud, set: oud.set.map(tr.mapping, tr.doc) };
            const { tekens, gekozen } = nieuw ?? oud;
            return { tekens, gekozen, set: teken(staat, tekens, gekozen) };
          },
        },
        props: {
          decorations(staat) {
            return this.getState(staat)?.set;
          },
          handleClick(_beeld, _plek, muis) {
            const element = (muis.target as HTMLElement).closest<HTMLElement>("[data-kanttekening]");
            if (element) opKies(element.dataset.kanttekening!);
            return false;
          },
        },
      }),
    ];
  },
});
