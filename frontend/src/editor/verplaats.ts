import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import type { WebsocketProvider } from "y-websocket";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { huidigArtikel } from "./artikel";

type Plek = { node: Node; plaats: number };
type Verplaatst = "gedaan" | "kan niet" | "bezet" | "geen lijn";

/** The articles in which the cursors of others stand. */
function bezet(editor: Editor, awareness: Awareness): Set<string> {
  const artikelen = new Set<string>();
  const sync = ySyncPluginKey.getState(editor.state);
  if (!sync?.binding) return artikelen;
  for (const [client, staat] of awareness.getStates()) {
    const cursor = (staat as { cursor?: { head: unknown } | null }).cursor;
    if (client === awareness.clientID || !cursor) continue;
    const plek = Y.createRelativePositionFromJSON(cursor.head);
    const plaats = relativePositionToAbsolutePosition(sync.doc, sync.type, plek, sync.binding.mapping);
    if (plaats === null || plaats > editor.state.doc.content.size) continue;
    const hier = editor.state.doc.resolve(plaats);
    if (hier.depth > 0) artikelen.add(hier.node(1).attrs["id"] as string);
  }
  return artikelen;
}

/**
 * Moves an article past the one above or below it. The shared text can only write one of the two anew, and what others
 * type in that one meanwhile would be lost: so it is the one in which nobody else is, or neither. Without a line one
 * does not know where others are, and their words of hours would go.
 */
function verplaatsArtikel(
  editor: Editor,
  lijn: WebsocketProvider,
  sleutel: string,
  stap: 1 | -1,
): Verplaatst {
  const alle: Plek[] = [];
  editor.state.doc.forEach((node, plaats) => alle.push({ node, plaats }));
  const index = alle.findIndex(({ node }) => node.attrs["id"] === sleutel);
  const [zelf, buur] = [alle[index], alle[index + stap]];
  if (!zelf || !buur) return "kan niet";
  if (!lijn.synced) return "geen lijn";
  const anderen = bezet(editor, lijn.awareness);
  const nieuw = [zelf, buur].find(({ node }) => !anderen.has(node.attrs["id"] as string));
  if (!nieuw) return "bezet";
  const blijft = nieuw === zelf ? buur : zelf;

  // Two steps: of a swap in one step the binding cannot see which of the two stayed.
  const { view } = editor;
  const maat = nieuw.node.nodeSize;
  view.dispatch(view.state.tr.delete(nieuw.plaats, nieuw.plaats + maat));
  const ervoor = nieuw.plaats < blijft.plaats;
  const rest = ervoor ? blijft.plaats - maat : blijft.plaats;
  const doel = ervoor ? rest + blijft.node.nodeSize : rest;
  const tr = view.state.tr.insert(doel, nieuw.node);
  const begin = nieuw === zelf ? doel : ervoor ? rest : rest + maat;
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, begin + 2)).scrollIntoView());
  view.focus();
  return "gedaan";
}

/** Moves the article the cursor is in, and says what happened. */
export function verplaats(editor: Editor, lijn: WebsocketProvider, stap: 1 | -1) {
  const sleutel = huidigArtikel(editor);
  if (!sleutel) return;
  const gedaan = verplaatsArtikel(editor, lijn, sleutel, stap);
  if (gedaan === "gedaan") {
    kondigAan(stap === 1 ? "Het artikel staat nu lager." : "Het artikel staat nu hoger.");
  } else if (gedaan === "bezet") {
    meldToast("In dit artikel en in dat ernaast schrijven anderen. Verplaats het als een van beide vrij is.");
  } else if (gedaan === "geen lijn") {
    meldToast(
      "Verplaatsen kan weer als er verbinding is: nu is niet te zien wie er in het artikel schrijft.",
    );
  }
}
