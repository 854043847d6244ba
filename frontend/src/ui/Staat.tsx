import { Knop } from "./Knop";
import stijl from "./Staat.module.css";

type LeegProps = { titel: string; children: React.ReactNode; actie?: React.ReactNode };
/** Nothing here yet: says what to do first. */
export function LeegStaat({ titel, children, actie }: LeegProps) {
  return (
    <div className={stijl.staat}>
      <h2>{titel}</h2>
      <p>{children}</p>
      {actie}
    </div>
  );
}

type FoutProps = { titel?: string; gebeurd: string; veilig?: string; opnieuw?: () => void };
/** What happened, what is safe, what to do. */
export function Foutstaat({ titel = "Dit lukte niet", gebeurd, veilig, opnieuw }: FoutProps) {
  return (
    <div className={stijl.staat} role="alert">
      <h2>{titel}</h2>
      <p>{gebeurd}</p>
      <p>{veilig ?? "Wat al opgeslagen was, is veilig."}</p>
      {opnieuw && (
        <Knop soort="vol" onPress={opnieuw}>
          Probeer het opnieuw
        </Knop>
      )}
    </div>
  );
}

/** Keeps the shape of what is loading. */
export function Skelet({ regels = 3, hoogte = "1.25rem" }: { regels?: number; hoogte?: string }) {
  return (
    <div className={stijl.skelet} aria-busy="true">
      <span className="alleen-voorlezen">Bezig met laden</span>
      {Array.from({ length: regels }, (_, i) => (
        <div key={i} style={{ height: hoogte, width: `${100 - ((i * 17) % 40)}%` }} aria-hidden />
      ))}
    </div>
  );
}
