import { Knop } from "./Knop";
import { Melding } from "./Melding";
import stijl from "./Formulier.module.css";

type Props = {
  opVerstuur: () => void;
  /** What belongs to no field in particular. */
  fouten: string[];
  bezig: boolean;
  /** The text of the button. */
  knop: string;
  opAnnuleer?: () => void;
  uit?: boolean;
  children: React.ReactNode;
};

export function Formulier({ opVerstuur, fouten, bezig, knop, opAnnuleer, uit, children }: Props) {
  return (
    <form
      noValidate
      className={stijl.formulier}
      onSubmit={(gebeurtenis) => {
        gebeurtenis.preventDefault();
        // A second press while the first is under way would be a second change.
        if (!bezig && !uit) opVerstuur();
      }}
    >
      {fouten.map((bericht) => (
        <Melding key={bericht} soort="fout">
          {bericht}
        </Melding>
      ))}
      {children}
      <div className={stijl.knoppen}>
        <Knop type="submit" soort="vol" isDisabled={bezig || uit}>
          {knop}
        </Knop>
        {opAnnuleer && <Knop onPress={opAnnuleer}>Annuleren</Knop>}
      </div>
    </form>
  );
}
