import { useEffect, useState } from "react";

/** The value as it was when typing paused: no question to the hub at each letter. */
export function useVertraagd<T>(waarde: T, ms = 200): T {
  const [rustig, zet] = useState(waarde);
  useEffect(() => {
    const klok = setTimeout(() => zet(waarde), ms);
    return () => clearTimeout(klok);
  }, [waarde, ms]);
  return rustig;
}
