import { useId, useLayoutEffect, useRef, useState } from "react";
import { zoekVermelding, type Vermelde } from "~/lib/vermelding";
import { komtVoor } from "~/lib/zoek";
import { Avatar } from "./Avatar";
import { kondigAan } from "./meldingen";
import stijl from "./Opmerkingveld.module.css";

type PersoonKeuze = { id: string; naam: string; initialen: string };
export type Invoer = { tekst: string; vermelde: Vermelde[] };
type Props = {
  label: string;
  invoer: Invoer;
  opWijzig: (invoer: Invoer) => void;
  personen: PersoonKeuze[];
  fout?: string;
  autoFocus?: boolean;
  opVerstuur: () => void;
};
const HOOGUIT = 6;
const zoekIn = (personen: PersoonKeuze[], zoek: string) =>
  personen.filter(({ naam }) => komtVoor(zoek, naam)).slice(0, HOOGUIT);

/** A text field in which @ opens a list of names. Arrow keys and Enter choose; the focus stays in the text. */
export function Opmerkingveld({ label, invoer, opWijzig, personen, fout, autoFocus, opVerstuur }: Props) {
  const id = useId();
  const veld = useRef<HTMLTextAreaElement>(null);
  const [zoekt, zetZoekt] = useState<{ begin: number; zoek: string }>();
  const [gekozen, zetGekozen] = useState(0);
  // Behind the chosen name, in the same drawing as the name itself: one may be typing on already.
  const cursorStraks = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (cursorStraks.current === null) return;
    veld.current?.setSelectionRange(cursorStraks.current, cursorStraks.current);
    cursorStraks.current = null;
  });
  const gevonden = zoekt ? personen.filter(({ naam }) => komtVoor(zoekt.zoek, naam)).slice(0, HOOGUIT) : [];
  const open = gevonden.length > 0;

  const kijk = (tekst: string, cursor: number) => {
    const nu = zoekVermelding(tekst, cursor);
    // A name that is complete is not being looked for any more.
    zetZoekt(nu && invoer.vermelde.some(({ naam }) => naam === nu.zoek.trim()) ? undefined : nu);
    zetGekozen(0);
    const aantal = nu ? zoekIn(personen, nu.zoek).length : 0;
    if (aantal > 0) kondigAan(`${aantal} ${aantal === 1 ? "naam" : "namen"}. Kies met pijl omlaag en Enter.`);
  };
  const kies = (persoon: PersoonKeuze) => {
    if (!zoekt) return;
    const voor = invoer.tekst.slice(0, zoekt.begin);
    const na = invoer.tekst.slice(zoekt.begin + 1 + zoekt.zoek.length);
    const ruimte = na.startsWith(" ") ? "" : " ";
    opWijzig({
      tekst: `${voor}@${persoon.naam}${ruimte}${na}`,
      vermelde: [...invoer.vermelde, { id: persoon.id, naam: persoon.naam }],
    });
    zetZoekt(undefined);
    const cursor = voor.length + persoon.naam.length + 2;
    cursorStraks.current = cursor;
    veld.current?.focus();
  };
  const opToets = (toets: React.KeyboardEvent) => {
    if (toets.key === "Enter" && (toets.ctrlKey || toets.metaKey)) {
      toets.preventDefault();
      return opVerstuur();
    }
    if (!open) return;
    const stap = { ArrowDown: 1, ArrowUp: -1 }[toets.key];
    if (stap) zetGekozen((nu) => (nu + stap + gevonden.length) % gevonden.length);
    else if (toets.key === "Enter" || toets.key === "Tab") kies(gevonden[gekozen]!);
    else if (toets.key === "Escape") zetZoekt(undefined);
    else return;
    toets.preventDefault();
    toets.stopPropagation();
  };
  return (
    <div className={stijl.veld}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={veld}
        rows={3}
        maxLength={5000}
        // The person asked to edit: the field is where they want to be.
        autoFocus={autoFocus}
        value={invoer.tekst}
        aria-autocomplete="list"
        aria-controls={open ? `${id}-lijst` : undefined}
        aria-activedescendant={open ? `${id}-${gekozen}` : undefined}
        aria-invalid={fout ? true : undefined}
        aria-describedby={`${id}-hulp`}
        onChange={({ target }) => {
          opWijzig({ ...invoer, tekst: target.value });
          kijk(target.value, target.selectionStart);
        }}
        onKeyDown={opToets}
        onBlur={() => zetZoekt(undefined)}
      />
      {open && (
        <ul id={`${id}-lijst`} role="listbox" aria-label="Noem een persoon" className={stijl.lijst}>
          {gevonden.map((persoon, i) => (
            // Operated through the text field, which keeps the focus.
            <li
              key={persoon.id}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === gekozen}
              onMouseDown={(muis) => muis.preventDefault()}
              onClick={() => kies(persoon)}
            >
              <Avatar persoon={persoon} klein />
              {persoon.naam}
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-hulp`} className={fout ? stijl.fout : stijl.hulp}>
        {fout ?? "Noem iemand met @. Noem geen namen van cliënten en geen BSN."}
      </p>
    </div>
  );
}
