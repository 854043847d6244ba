import { CheckboxGroup, FieldError, Label, Text } from "react-aria-components";
import { Knop } from "./Knop";
import { Vinkje } from "./Vinkje";
import type { Optie } from "./Keuze";
import stijl from "./Veld.module.css";

type Props = {
  label: string;
  opties: Optie[];
  waarde: string[];
  opKies: (ids: string[]) => void;
  /** For example all gemeenten of one region. */
  snelkeuzes?: { naam: string; ids: string[] }[];
  hulp?: string;
  fout?: string;
};

export function MeerKeuze({ label, opties, waarde, opKies, snelkeuzes = [], hulp, fout }: Props) {
  const isGekozen = (ids: string[]) => ids.length === waarde.length && ids.every((id) => waarde.includes(id));
  return (
    <CheckboxGroup value={waarde} onChange={opKies} isInvalid={!!fout} className={stijl.veld}>
      <Label className={stijl.label}>{label}</Label>
      {hulp && (
        <Text slot="description" className={stijl.hulp}>
          {hulp}
        </Text>
      )}
      <div className={stijl.snel}>
        {snelkeuzes.map(({ naam, ids }) => (
          <Knop key={naam} aan={isGekozen(ids)} onPress={() => opKies(isGekozen(ids) ? [] : ids)}>
            {naam}
          </Knop>
        ))}
      </div>
      <div className={stijl.rooster}>
        {opties.map(({ id, naam }) => (
          <Vinkje key={id} value={id}>
            {naam}
          </Vinkje>
        ))}
      </div>
      <FieldError className={stijl.fout}>{fout}</FieldError>
    </CheckboxGroup>
  );
}
