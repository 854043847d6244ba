import { Dialoog } from "./Dialoog";
import { Formulier } from "./Formulier";

type Props = {
  titel: string;
  open: boolean;
  opSluit: () => void;
  inzending: { bezig: boolean; algemeen: string[] };
  knop: string;
  opJa: () => Promise<void>;
  children: React.ReactNode;
};

/** Asks once more before something that cannot be undone. */
export function Bevestig({ titel, open, opSluit, inzending, knop, opJa, children }: Props) {
  return (
    <Dialoog titel={titel} open={open} opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void opJa()}
        fouten={inzending.algemeen}
        bezig={inzending.bezig}
        knop={knop}
        opAnnuleer={opSluit}
      >
        {children}
      </Formulier>
    </Dialoog>
  );
}
