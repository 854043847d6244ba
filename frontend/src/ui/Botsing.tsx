import { Knop } from "./Knop";
import { Melding } from "./Melding";
import stijl from "./Melding.module.css";

type Props = {
  /** Forgets what was typed. */
  opNeemOver: () => void;
  /** Keeps what was typed, to be saved over what stands there now. */
  opHoud: () => void;
  /** What a colleague changed, and what stands there now. */
  children: React.ReactNode;
};

/** Somebody else changed what one is typing in: nothing is lost until one chooses. */
export function Botsing({ opNeemOver, opHoud, children }: Props) {
  return (
    <Melding soort="let-op">
      {children}
      <div className={stijl.knoppen}>
        <Knop onPress={opNeemOver}>Neem dit over</Knop>
        <Knop onPress={opHoud}>Houd mijn invoer</Knop>
      </div>
    </Melding>
  );
}
