import { IconPlus, IconTrash } from "@tabler/icons-react";
import { Knop } from "~/ui/Knop";
import stijl from "../Contracten.module.css";

type Props<R> = {
  /** The name of the whole list. */
  naam: string;
  /** The name of one, for the buttons: "optie". */
  een: string;
  hulp?: string;
  fout?: string;
  rijen: R[];
  leeg: R;
  zet: (rijen: R[]) => void;
  rij: (rij: R, wijzig: (deel: Partial<R>) => void) => React.ReactNode;
};

/** A list of the same few fields: one can be added, changed and taken away. */
export function Lijst<R extends object>({ naam, een, hulp, fout, rijen, leeg, zet, rij }: Props<R>) {
  return (
    <fieldset className={stijl.lijstveld}>
      <legend>{naam}</legend>
      {hulp && <p className={stijl.stil}>{hulp}</p>}
      {rijen.map((waarde, plaats) => (
        <div key={plaats} className={stijl.lijstrij} role="group" aria-label={`${een} ${plaats + 1}`}>
          {rij(waarde, (deel) =>
            zet(rijen.map((oud, nummer) => (nummer === plaats ? { ...oud, ...deel } : oud))),
          )}
          <Knop soort="stil" onPress={() => zet(rijen.filter((_, nummer) => nummer !== plaats))}>
            <IconTrash size={17} aria-hidden />
            Haal {een} {plaats + 1} weg
          </Knop>
        </div>
      ))}
      {fout && (
        <p className={stijl.fout} role="alert">
          {fout}
        </p>
      )}
      <Knop onPress={() => zet([...rijen, leeg])}>
        <IconPlus size={17} aria-hidden />
        Voeg {een} toe
      </Knop>
    </fieldset>
  );
}
