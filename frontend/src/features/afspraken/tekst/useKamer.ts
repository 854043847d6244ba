import { useEffect, useState } from "react";
import { openKamer, type Kamer } from "~/editor/kamer";

/** The text of an agreement, open as long as the page is. */
export function useKamer(afspraak: string, bewaarVoor: string | undefined): Kamer | undefined {
  const [kamer, zetKamer] = useState<Kamer>();
  useEffect(() => {
    const open = openKamer({ naam: `afspraken/${afspraak}`, bewaarVoor });
    zetKamer(open);
    return () => {
      open.sluit();
      zetKamer(undefined);
    };
  }, [afspraak, bewaarVoor]);
  return kamer;
}
