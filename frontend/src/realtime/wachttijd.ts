const MAX_WACHT_MS = 10_000;

/** How long to wait before the next try: longer each time, with chance so that not all screens come at once. */
export const wachttijd = (poging: number, toeval = Math.random()) =>
  Math.min(MAX_WACHT_MS, 500 * 2 ** Math.min(poging, 6)) * (0.5 + toeval / 2);

/** Waits, but no longer than until the browser says that the network is back. */
export const wacht = (ms: number) =>
  new Promise<void>((klaar) => {
    const einde = () => {
      clearTimeout(klok);
      window.removeEventListener("online", einde);
      klaar();
    };
    const klok = setTimeout(einde, ms);
    window.addEventListener("online", einde);
  });
