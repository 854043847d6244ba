import { stringifyDocument, type Operation } from "@urql/core";

/** A change that waits for the line, so that it survives a reload of the page. */
export type Wachtend = { document: string; variabelen: Record<string, unknown>; bereik?: string };

export type Opslag = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
export type Wachtrij = ReturnType<typeof maakWachtrij>;

const idVan = (operatie: Operation) =>
  (operatie.variables as { input?: { clientMutatieId?: string } }).input?.clientMutatieId;

/**
 * One entry per change, under the name of its owner: two tabs never overwrite each other's, and sending one twice
 * does no harm because the server knows its clientMutatieId.
 */
export function maakWachtrij(opslag: Opslag, persoon: () => string | undefined) {
  const vak = () => `samenspel.wacht.${persoon() ?? "-"}.`;
  const sleutels = () =>
    Array.from({ length: opslag.length }, (_, i) => opslag.key(i) ?? "")
      .filter((sleutel) => sleutel.startsWith(vak()))
      .sort();
  let teller = 0;

  return {
    bewaar(operatie: Operation): () => void {
      const id = idVan(operatie);
      if (!persoon() || !id) return () => {};
      const bestaand = sleutels().find((sleutel) => sleutel.endsWith(id));
      // Time first, then a counter: sorting the keys gives the order of sending.
      const moment = `${String(Date.now()).padStart(15, "0")}.${String(teller++).padStart(6, "0")}`;
      const sleutel = bestaand ?? `${vak()}${moment}.${id}`;
      const regel: Wachtend = {
        document: stringifyDocument(operatie.query),
        variabelen: operatie.variables as Record<string, unknown>,
        bereik: operatie.context.bereik as string | undefined,
      };
      try {
        opslag.setItem(sleutel, JSON.stringify(regel));
      } catch {
        // Storage full or forbidden: the change still waits, but only as long as this page is open.
      }
      return () => opslag.removeItem(sleutel);
    },
    lees: (): Wachtend[] =>
      sleutels().flatMap((sleutel) => {
        try {
          return [JSON.parse(opslag.getItem(sleutel) ?? "") as Wachtend];
        } catch {
          opslag.removeItem(sleutel);
          return [];
        }
      }),
  };
}
