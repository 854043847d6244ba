import type { Resultaat } from "./zoekVraag";
import stijl from "./Zoeken.module.css";

/** A text in which what was looked for stands out. */
export function Delen({ delen }: { delen: Resultaat["titel"] }) {
  return delen.map(({ tekst, raak }, i) =>
    raak ? (
      <mark key={i} className={stijl.raak}>
        {tekst}
      </mark>
    ) : (
      <span key={i}>{tekst}</span>
    ),
  );
}
