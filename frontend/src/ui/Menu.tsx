import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import stijl from "./Veld.module.css";

export type MenuRegel = {
  id: string;
  naam: React.ReactNode;
  tekst?: string;
  gekozen?: boolean;
  uit?: boolean;
};
type Props = {
  /** What the menu is, for example "Verplaats naar". */
  naam: string;
  /** The button that opens it. */
  knop: React.ReactElement;
  regels: MenuRegel[];
  opKies: (id: string) => void;
};

export function Menu({ naam, knop, regels, opKies }: Props) {
  return (
    <MenuTrigger>
      {knop}
      <Popover placement="bottom end">
        <AriaMenu
          aria-label={naam}
          className={stijl.lijst}
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
              {regel.gekozen && <span className="alleen-voorlezen"> (nu gekozen)</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
