import { useMemo } from "react";
import { Menu as AriaMenu, MenuItem, Popover } from "react-aria-components";
import type { MenuRegel } from "./Menu";
import stijl from "./Veld.module.css";

type Props = {
  naam: string;
  /** The element it hangs on; null: closed. */
  anker: HTMLElement | null;
  opSluit: () => void;
  regels: MenuRegel[];
  opKies: (id: string) => void;
};

/** Opened by Enter or a screen reader, the list itself gets the focus before its lines are there: hand it on. */
const geefDoor = ({ target }: React.FocusEvent) =>
  target.role === "menu" &&
  target.querySelector<HTMLElement>("[role=menuitem]:not([aria-disabled])")?.focus();

/** One menu for many buttons: a list of a thousand things does not carry a thousand menus. */
export function ZwevendMenu({ naam, anker, opSluit, regels, opKies }: Props) {
  const ref = useMemo(() => ({ current: anker }), [anker]);
  return (
    <Popover
      aria-label={naam}
      triggerRef={ref}
      isOpen={anker !== null}
      onOpenChange={(open) => !open && opSluit()}
      placement="bottom end"
    >
      <div onFocus={geefDoor}>
        <AriaMenu
          aria-label={naam}
          autoFocus="first"
          className={stijl.lijst}
          onClose={opSluit}
          onAction={(id) => opKies(String(id))}
          disabledKeys={regels.filter(({ uit }) => uit).map(({ id }) => id)}
        >
          {regels.map((regel) => (
            <MenuItem
              key={regel.id}
              id={regel.id}
              textValue={regel.tekst ?? String(regel.naam)}
              className={stijl.optie!}
            >
              {regel.naam}
            </MenuItem>
          ))}
        </AriaMenu>
      </div>
    </Popover>
  );
}
