import { kiesThema, useThema, type Thema } from "~/theme/thema";
import { Rondjes } from "~/ui/Rondjes";

export const THEMAS: { id: Thema; naam: string }[] = [
  { id: "systeem", naam: "Zoals dit apparaat" },
  { id: "licht", naam: "Licht" },
  { id: "donker", naam: "Donker" },
];

export function Themakeuze() {
  const thema = useThema();
  return (
    <Rondjes
      label="Kleuren van de hub"
      hulp="Je keuze geldt alleen in deze browser."
      opties={THEMAS}
      waarde={thema}
      opKies={(id) => kiesThema(id as Thema)}
    />
  );
}
