import { expect, it } from "vitest";
import * as Y from "yjs";
import { ongezonden, verdwenen } from "./ongezonden";

const FRAGMENT = "artikelen";
function artikel(id: string, tekst: string) {
  const element = new Y.XmlElement("artikel");
  element.setAttribute("id", id);
  const regel = new Y.XmlElement("paragraph");
  regel.insert(0, [new Y.XmlText(tekst)]);
  element.insert(0, [regel]);
  return element;
}
const stuur = (van: Y.Doc, naar: Y.Doc) => Y.applyUpdate(naar, Y.encodeStateAsUpdate(van));
const regelVan = (doc: Y.Doc, nummer: number) =>
  ((doc.getXmlFragment(FRAGMENT).get(nummer) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const stand = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

/** The hub, and somebody whose line is away. */
function tweeDocumenten() {
  const hub = new Y.Doc();
  hub.getXmlFragment(FRAGMENT).insert(0, [artikel("a", "Een."), artikel("b", "Twee.")]);
  const hier = new Y.Doc();
  stuur(hub, hier);
  return { hub, hier };
}

it("finds what one wrote without a line in an article that somebody moved meanwhile", () => {
  const { hub, hier } = tweeDocumenten();
  regelVan(hier, 0).insert(0, "Mijn woorden. ");
  regelVan(hier, 1).insert(0, "Blijft staan. ");
  // Moved: written anew at another place.
  const artikelen = hub.getXmlFragment(FRAGMENT);
  artikelen.delete(0, 1);
  artikelen.insert(1, [artikel("a", "Een.")]);

  const mijn = ongezonden(hier, stand(hub));
  stuur(hub, hier);
  expect(verdwenen(hier, mijn)).toEqual([{ artikel: "a", tekst: "Mijn woorden. " }]);
});

it("finds nothing when all of it is there, and nothing of what one took out oneself", () => {
  const { hub, hier } = tweeDocumenten();
  regelVan(hier, 0).insert(0, "Mijn woorden. ");
  regelVan(hier, 0).delete(5, 9);
  regelVan(hub, 0).insert(0, "Van een ander. ");
  const mijn = ongezonden(hier, stand(hub));
  expect(mijn.map(({ tekst }) => tekst).join("")).toBe("Mijn ");
  stuur(hub, hier);
  expect(verdwenen(hier, mijn)).toEqual([]);
});

it("finds what one added to a line that somebody took out", () => {
  const { hub, hier } = tweeDocumenten();
  regelVan(hier, 0).insert(4, " Erbij.");
  // They saw "Een." only, and emptied the line.
  const artikelen = hub.getXmlFragment(FRAGMENT);
  (artikelen.get(0) as Y.XmlElement).delete(0, 1);
  const mijn = ongezonden(hier, stand(hub));
  stuur(hub, hier);
  expect(verdwenen(hier, mijn)).toEqual([{ artikel: "a", tekst: " Erbij." }]);
});
