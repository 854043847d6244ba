import { useId } from "react";
import stijl from "./Vak.module.css";

type Props = {
  titel: string;
  /** Beside the title, for example how many. */
  bij?: React.ReactNode;
  /** A button at the right of the title. */
  actie?: React.ReactNode;
  id?: string;
  children: React.ReactNode;
};

/** A titled part of a page. */
export function Vak({ titel, bij, actie, id, children }: Props) {
  const kop = useId();
  return (
    <section className={stijl.vak} aria-labelledby={kop} id={id}>
      <header className={stijl.kop}>
        <h2 id={kop}>{titel}</h2>
        {bij !== undefined && <span className={stijl.bij}>{bij}</span>}
        {actie && <div className={stijl.actie}>{actie}</div>}
      </header>
      {children}
    </section>
  );
}

/** Parts beside each other where there is room; the first is the widest. */
export function Vakken({ children }: { children: React.ReactNode }) {
  return <div className={stijl.vakken}>{children}</div>;
}
export function Kolom({ children }: { children: React.ReactNode }) {
  return <div className={stijl.kolom}>{children}</div>;
}
