import { useCallback, useSyncExternalStore } from "react";

export function useMedia(vraag: string): boolean {
  const volg = useCallback(
    (luister: () => void) => {
      const lijst = matchMedia(vraag);
      lijst.addEventListener("change", luister);
      return () => lijst.removeEventListener("change", luister);
    },
    [vraag],
  );
  return useSyncExternalStore(volg, () => matchMedia(vraag).matches);
}
