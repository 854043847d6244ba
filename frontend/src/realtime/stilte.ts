/** The hub gives a sign of life every ten seconds. */
export const STIL_MS = 15_000;

/** A fetch that fails when nothing comes in for too long: a line that is dead but not closed says nothing of itself. */
export const haalMetWaker = async (adres: string, opties: RequestInit & { signal: AbortSignal }) => {
  const stil = new AbortController();
  let klok: ReturnType<typeof setTimeout> | undefined;
  // The last clock rings after the end, when there is nothing left to end.
  const wek = () => {
    clearTimeout(klok);
    klok = setTimeout(() => stil.abort(new Error("De hub is te lang stil.")), STIL_MS);
  };
  wek();
  const antwoord = await fetch(adres, { ...opties, signal: AbortSignal.any([stil.signal, opties.signal]) });
  const waker = new TransformStream<Uint8Array, Uint8Array>({
    transform(deel, uit) {
      wek();
      uit.enqueue(deel);
    },
  });
  return new Response(antwoord.body?.pipeThrough(waker), antwoord);
};
