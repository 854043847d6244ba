import { useState } from "react";

type Concept<W> = { [V in keyof W]?: { mijn: W[V]; toen: W[V] } };

/**
 * What one types over what was read. A field one did not touch follows what colleagues do; one that both changed stands as
 * typed and clashes, until one chooses. The values are compared by `===`.
 */
export function useConcept<W extends object>(gelezen: W) {
  const [concept, zetConcept] = useState<Concept<W>>({});
  const [wilBewaren, zetWilBewaren] = useState(false);
  const velden = Object.keys(concept) as (keyof W)[];
  const waarden = { ...gelezen };
  for (const veld of velden) waarden[veld] = concept[veld]!.mijn;
  const isAnders = (veld: keyof W) =>
    gelezen[veld] !== concept[veld]!.toen && gelezen[veld] !== waarden[veld];
  const botst = velden.some(isAnders);

  function wijzig(deel: Partial<W>) {
    zetConcept((oud) => {
      const nieuw = { ...oud };
      for (const veld of Object.keys(deel) as (keyof W)[])
        nieuw[veld] = { mijn: deel[veld]!, toen: (oud[veld] ?? { toen: gelezen[veld] }).toen };
      return nieuw;
    });
  }
  return {
    waarden,
    botst,
    /** Asked by who saves: not while it clashes. */
    magBewaren() {
      zetWilBewaren(botst);
      return !botst;
    },
    /** What to do first, for who tried to save. */
    kiesEerst: botst && wilBewaren ? ["Kies eerst of jouw invoer blijft of die van je collega."] : [],
    wijzig,
    /** Forgets what was typed. */
    neemOver: () => zetConcept({}),
    /** What was typed stands, over what is there now. */
    houd: () =>
      zetConcept(
        (oud) =>
          Object.fromEntries(
            (Object.keys(oud) as (keyof W)[]).map((veld) => [veld, { ...oud[veld]!, toen: gelezen[veld] }]),
          ) as Concept<W>,
      ),
  };
}
