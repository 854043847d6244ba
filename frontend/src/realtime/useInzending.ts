import { useState } from "react";
import type { Fout, Uitkomst } from "./useMutatie";

/** One form that sends one change: is it under way, and what has to be mended, per field or for the whole. */
export function useInzending<I, P>(stuur: (input: I) => Promise<Uitkomst<P>>, velden: string[]) {
  const [fouten, zetFouten] = useState<Fout[]>([]);
  const [bezig, zetBezig] = useState(false);

  async function verstuur(input: I): Promise<P | undefined> {
    zetBezig(true);
    const uitkomst = await stuur(input);
    zetBezig(false);
    zetFouten(uitkomst.gelukt ? [] : uitkomst.fouten);
    return uitkomst.gelukt ? uitkomst.antwoord : undefined;
  }
  const hoortBij = ({ veld }: Fout) => !!veld && velden.includes(veld);
  return {
    verstuur,
    bezig,
    /** What is wrong with this field. */
    bij: (veld: string) => fouten.find((fout) => fout.veld === veld)?.bericht,
    /** What belongs to no field of this form. */
    algemeen: fouten.filter((fout) => !hoortBij(fout)).map(({ bericht }) => bericht),
  };
}
