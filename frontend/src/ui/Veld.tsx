import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from "react-aria-components";
import stijl from "./Veld.module.css";

type Props = Omit<TextFieldProps, "className" | "style" | "children" | "type"> & {
  label: string;
  hulp?: string;
  /** What is wrong and how to mend it; what was typed stays. */
  fout?: string;
  soort?: "tekst" | "lang" | "datum" | "email" | "wachtwoord";
  regels?: number;
  min?: string;
};
const TYPE = { tekst: "text", datum: "date", email: "email", wachtwoord: "password" } as const;

export function Veld({ label, hulp, fout, soort = "tekst", regels = 4, min, ...rest }: Props) {
  return (
    <TextField {...rest} isInvalid={!!fout} validationBehavior="aria" className={stijl.veld}>
      <Label className={stijl.label}>
        {label}
        {rest.isRequired && <span className={stijl.verplicht}> (verplicht)</span>}
      </Label>
      {hulp && (
        <Text slot="description" className={stijl.hulp}>
          {hulp}
        </Text>
      )}
      {soort === "lang" ? (
        <TextArea rows={regels} className={stijl.invoer} />
      ) : (
        <Input type={TYPE[soort]} min={min} className={stijl.invoer} />
      )}
      <FieldError className={stijl.fout}>{fout}</FieldError>
    </TextField>
  );
}
