import { Knop } from "./Knop";
import stijl from "./Filterbalk.module.css";

type Props = {
  /** Is any filter on? */
  actief: boolean;
  opWis: () => void;
  /** For example "14 gemeenten". */
  telling?: React.ReactNode;
  actie?: React.ReactNode;
  children: React.ReactNode;
};

/** Search and filters above a list, with how much is left and a way back to everything. */
export function Filterbalk({ actief, opWis, telling, actie, children }: Props) {
  return (
    <div className={`${stijl.balk} niet-afdrukken`} role="search">
      {children}
      {actief && (
        <Knop soort="stil" onPress={opWis}>
          Wis filters
        </Knop>
      )}
      <span className={stijl.telling} aria-live="polite">
        {telling}
      </span>
      {actie}
    </div>
  );
}
