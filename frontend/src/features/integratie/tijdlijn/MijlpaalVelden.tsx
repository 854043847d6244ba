import { Koppelingen } from "~/ui/Koppelingen";
import { Veld } from "~/ui/Veld";
import { Vinkje } from "~/ui/Vinkje";
import { useGremia } from "../keuzes";

export type MijlpaalInhoud = { naam: string; actoren: string[]; voorwaardelijk: boolean };

type Props = {
  waarden: MijlpaalInhoud;
  wijzig: (nieuw: Partial<MijlpaalInhoud>) => void;
  /** What is wrong with a field. */
  bij: (veld: string) => string | undefined;
};

/** What a milestone is, for a new one and for one that changes. */
export function MijlpaalVelden({ waarden: { naam, actoren, voorwaardelijk }, wijzig, bij }: Props) {
  return (
    <>
      <Veld
        label="Hoe heet de mijlpaal?"
        isRequired
        maxLength={200}
        value={naam}
        onChange={(nieuw) => wijzig({ naam: nieuw })}
        fout={bij("naam")}
      />
      <Koppelingen
        label="Wie"
        erbij="Wie haalt haar?"
        alle={useGremia()}
        gekozen={actoren}
        opKies={(ids) => wijzig({ actoren: ids })}
        fout={bij("actoren")}
      />
      <Vinkje isSelected={voorwaardelijk} onChange={(nodig) => wijzig({ voorwaardelijk: nodig })}>
        Alleen nodig als dat onderweg blijkt
      </Vinkje>
    </>
  );
}
