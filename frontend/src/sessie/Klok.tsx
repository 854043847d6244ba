import { useEffect, useRef, useState } from "react";

/** How many seconds are left; nothing when no time was set. */
export function useResterend(looptTot: string | null | undefined): number | undefined {
  const [nu, zetNu] = useState(() => Date.now());
  useEffect(() => {
    if (!looptTot) return;
    const klok = setInterval(() => zetNu(Date.now()), 500);
    return () => clearInterval(klok);
  }, [looptTot]);
  if (!looptTot) return undefined;
  return Math.max(0, Math.ceil((Date.parse(looptTot) - nu) / 1000));
}

/** Two short tones. A browser that allows no sound before a click stays silent. */
function piep() {
  try {
    const geluid = new AudioContext();
    for (const [toon, begin] of [
      [660, 0],
      [880, 0.25],
    ] as const) {
      const bron = geluid.createOscillator();
      const volume = geluid.createGain();
      volume.gain.value = 0.15;
      bron.frequency.value = toon;
      bron.connect(volume).connect(geluid.destination);
      bron.start(geluid.currentTime + begin);
      bron.stop(geluid.currentTime + begin + 0.2);
    }
    setTimeout(() => void geluid.close(), 1000);
  } catch {
    // No sound is no reason to stop.
  }
}

type Props = { looptTot: string | null | undefined; className?: string; metGeluid?: boolean };

/** The time of a phase. Who does not see it hears when a minute is left and when it is over. */
export function Klok({ looptTot, className, metGeluid }: Props) {
  const over = useResterend(looptTot);
  const vorige = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (metGeluid && over === 0 && vorige.current !== undefined && vorige.current > 0) piep();
    vorige.current = over;
  }, [over, metGeluid]);
  if (over === undefined) return null;
  const tekst = `${Math.floor(over / 60)}:${String(over % 60).padStart(2, "0")}`;
  return (
    <span className={className}>
      <span role="timer" aria-label={`Nog ${tekst}`}>
        {tekst}
      </span>
      <span className="alleen-voorlezen" role="status">
        {over === 0 ? "De tijd is om." : over <= 60 ? "Nog een minuut." : ""}
      </span>
    </span>
  );
}
