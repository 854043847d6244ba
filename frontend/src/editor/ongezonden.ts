import * as Y from "yjs";

/** Words someone wrote, in which article. */
export type Stuk = { artikel: string; tekst: string };
/** Such words, and where the document keeps them. */
export type Reeks = Stuk & { client: number; vanaf: number };

/** The key of the article in which this stands. */
function artikelVan(item: Y.Item): string {
  let type = item.parent;
  while (type instanceof Y.AbstractType) {
    if (type instanceof Y.XmlElement && type.nodeName === "artikel")
      return String(type.getAttribute("id") ?? "");
    type = type._item?.parent ?? null;
  }
  return "";
}

/** The words in this document that the hub does not have yet. `heeft` is what it has: its state vector. */
export function ongezonden(doc: Y.Doc, heeft: ReadonlyMap<number, number>): Reeks[] {
  const reeksen: Reeks[] = [];
  for (const [client, structs] of doc.store.clients) {
    const bekend = heeft.get(client) ?? 0;
    if (Y.getState(doc.store, client) <= bekend) continue;
    for (const item of structs) {
      if (item.id.clock + item.length <= bekend) continue;
      if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const vanaf = Math.max(item.id.clock, bekend);
      const tekst = item.content.str.slice(vanaf - item.id.clock);
      reeksen.push({ client, vanaf, tekst, artikel: artikelVan(item) });
    }
  }
  return reeksen;
}

/** What of these words stands in the document no more, together per article. */
export function verdwenen({ store }: Y.Doc, reeksen: readonly Reeks[]): Stuk[] {
  const perArtikel = new Map<string, string[]>();
  for (const { client, vanaf, tekst, artikel } of reeksen) {
    let weg = "";
    for (let i = 0; i < tekst.length;) {
      const item = Y.getItem(store, Y.createID(client, vanaf + i));
      const tot = item.id.clock + item.length - vanaf;
      if (item.deleted) weg += tekst.slice(i, tot);
      i = tot;
    }
    if (weg.trim()) perArtikel.set(artikel, [...(perArtikel.get(artikel) ?? []), weg]);
  }
  return [...perArtikel].map(([artikel, stukken]) => ({ artikel, tekst: stukken.join("\n") }));
}
