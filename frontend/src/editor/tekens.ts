import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import { vindBsn } from "./bsn";

/** As the cursor plugin calls it. */
export type Schrijver = { id: string; name: string; color: string };

const KLEUREN = ["#1d5fa8", "#a3470b", "#4b6f1c", "#7a3ea1", "#a3174f", "#0c6b6b", "#6b5410"];

/** Everyone's own colour, the same on every screen. */
export function kleurVan(id: string): string {
  const som = [...id].reduce((tot, teken) => (tot * 31 + teken.charCodeAt(0)) >>> 0, 7);
  return KLEUREN[som % KLEUREN.length]!;
}

/** Marks a BSN at once for whoever typed it, and for everyone who reads along. */
export const BsnTeken = Extension.create<{ opGevonden: (aantal: number) => void }>({
  name: "bsn",
  addOptions: () => ({ opGevonden: () => {} }),
  addProseMirrorPlugins() {
    const { opGevonden } = this.options;
    return [
      new Plugin<DecorationSet>({
        state: {
          init: () => DecorationSet.empty,
          apply(tr, oud) {
            if (!tr.docChanged) return oud.map(tr.mapping, tr.doc);
            const tekens: Decoration[] = [];
            tr.doc.descendants((node, plaats) => {
              if (!node.isTextblock) return true;
              const tekst = node.textBetween(0, node.content.size, undefined, "\ufffc");
              for (const { van, tot } of vindBsn(tekst)) {
                tekens.push(
                  Decoration.inline(plaats + 1 + van, plaats + 1 + tot, {
                    class: "bsn",
                    title: "Dit lijkt een burgerservicenummer. Haal het weg.",
                  }),
                );
              }
              return false;
            });
            queueMicrotask(() => opGevonden(tekens.length));
            return DecorationSet.create(tr.doc, tekens);
          },
        },
        props: {
          decorations(staat) {
            return this.getState(staat);
          },
        },
      }),
    ];
  },
});

function cursorVan(schrijver: Partial<Schrijver>): HTMLElement {
  const cursor = document.createElement("span");
  cursor.className = "cursor";
  cursor.style.borderColor = schrijver.color ?? "#555";
  const naam = document.createElement("span");
  naam.className = "cursornaam";
  naam.style.background = schrijver.color ?? "#555";
  naam.textContent = schrijver.name ?? "Iemand";
  cursor.append(naam);
  return cursor;
}

/** The cursors and names of who else is writing. */
export const Cursors = Extension.create<{ awareness: Awareness | null }>({
  name: "cursors",
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (!awareness) return [];
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: cursorVan,
        selectionBuilder: (schrijver: Partial<Schrijver>) => ({
          class: "selectie",
          style: `background-color: ${schrijver.color ?? "#555"}33`,
        }),
      }),
    ];
  },
});
