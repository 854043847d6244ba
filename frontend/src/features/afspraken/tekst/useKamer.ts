import { useMemo, useSyncExternalStore } from "react";
import { openKamer, type Kamer } from "~/editor/kamer";

/** Opens the text when somebody begins to look, and closes it when they stop. */
function maakIngang(opties: Parameters<typeof openKamer>[0]) {
  let kamer: Kamer | undefined;
  return {
    volg() {
      kamer = openKamer(opties);
      return () => {
        kamer?.sluit();
        kamer = undefined;
      };
    },
    lees: () => kamer,
  };
}

/** The text of an agreement, open as long as the page is. */
export function useKamer(afspraak: string, bewaarVoor: string | undefined): Kamer | undefined {
  const ingang = useMemo(
    () => maakIngang({ naam: `afspraken/${afspraak}`, bewaarVoor }),
    [afspraak, bewaarVoor],
  );
  return useSyncExternalStore(ingang.volg, ingang.lees);
}
