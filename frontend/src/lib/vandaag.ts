import { useEffect, useState } from "react";
import { vandaag } from "./datum";

const MINUUT_MS = 60_000;

/** Today; a page that stays open overnight sees the new day. */
export function useVandaag(): string {
  const [dag, zetDag] = useState(vandaag);
  useEffect(() => {
    const klok = setInterval(() => zetDag(vandaag()), MINUUT_MS);
    return () => clearInterval(klok);
  }, []);
  return dag;
}
