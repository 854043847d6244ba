import { IconChevronDown } from "@tabler/icons-react";
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from "react-aria-components";
import stijl from "./Veld.module.css";

export type Optie = { id: string; naam: string };
type Props = {
  label: string;
  opties: Optie[];
  waarde: string | null;
  opKies: (id: string | null) => void;
  /** With search: for lists too long to overlook. */
  zoekbaar?: boolean;
  /** The text of the choice for "nothing"; without it something has to be chosen. */
  leeg?: string;
  hulp?: string;
  fout?: string;
};
const LEEG = "__leeg";

function Lijst({ opties }: { opties: Optie[] }) {
  return (
    <Popover>
      <ListBox
        className={stijl.lijst}
        items={opties}
        renderEmptyState={() => <p className={stijl.niets}>Niets gevonden</p>}
      >
        {(optie: Optie) => (
          <ListBoxItem id={optie.id} textValue={optie.naam} className={stijl.optie!}>
            {optie.naam}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

export function Keuze({ label, opties, waarde, opKies, zoekbaar, leeg, hulp, fout }: Props) {
  const alle = leeg ? [{ id: LEEG, naam: leeg }, ...opties] : opties;
  const gekozen = waarde ?? (leeg ? LEEG : null);
  const kies = (sleutel: React.Key | null) =>
    opKies(sleutel === LEEG || sleutel === null ? null : String(sleutel));
  const rond = { isInvalid: !!fout, className: stijl.veld };
  const kop = (
    <>
      <Label className={stijl.label}>{label}</Label>
      {hulp && (
        <Text slot="description" className={stijl.hulp}>
          {hulp}
        </Text>
      )}
    </>
  );
  const voet = <FieldError className={stijl.fout}>{fout}</FieldError>;
  if (zoekbaar) {
    return (
      <ComboBox
        {...rond}
        defaultItems={alle}
        selectedKey={gekozen}
        onSelectionChange={kies}
        menuTrigger="focus"
        // Who types before the choices are there must see them come.
        allowsEmptyCollection
      >
        {kop}
        <div className={stijl.groep}>
          <Input className={stijl.invoer} />
        </div>
        {voet}
        <Lijst opties={alle} />
      </ComboBox>
    );
  }
  return (
    <Select {...rond} selectedKey={gekozen} onSelectionChange={kies} placeholder="Maak een keuze">
      {kop}
      <Button className={`${stijl.invoer} ${stijl.knop}`}>
        <SelectValue />
        <IconChevronDown size={18} aria-hidden />
      </Button>
      {voet}
      <Lijst opties={alle} />
    </Select>
  );
}
