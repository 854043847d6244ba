import { Label, Radio, RadioGroup, Text } from "react-aria-components";
import type { Optie } from "./Keuze";
import stijl from "./Veld.module.css";

type Props = {
  label: string;
  opties: Optie[];
  waarde: string;
  opKies: (id: string) => void;
  hulp?: string;
};

/** One of a few, all visible. */
export function Rondjes({ label, opties, waarde, opKies, hulp }: Props) {
  return (
    <RadioGroup value={waarde} onChange={opKies} className={stijl.veld}>
      <Label className={stijl.label}>{label}</Label>
      {hulp && (
        <Text slot="description" className={stijl.hulp}>
          {hulp}
        </Text>
      )}
      {opties.map(({ id, naam }) => (
        <Radio key={id} value={id} className={stijl.vinkje!}>
          <span className={`${stijl.hok} ${stijl.rond}`} />
          {naam}
        </Radio>
      ))}
    </RadioGroup>
  );
}
