import stijl from "./Feiten.module.css";

type Feit = { naam: string; waarde: React.ReactNode };

/** Nothing known is said in words: never an empty place, never a zero. */
export function Onbekend() {
  return <span className={stijl.onbekend}>onbekend</span>;
}

const isLeeg = (waarde: React.ReactNode) =>
  waarde === null || waarde === undefined || waarde === "" || (Array.isArray(waarde) && waarde.length === 0);

/** Facts of one thing: name and value. */
export function Feiten({ feiten }: { feiten: Feit[] }) {
  return (
    <dl className={stijl.feiten}>
      {feiten.map(({ naam, waarde }) => (
        <div key={naam}>
          <dt>{naam}</dt>
          <dd>{isLeeg(waarde) ? <Onbekend /> : waarde}</dd>
        </div>
      ))}
    </dl>
  );
}
