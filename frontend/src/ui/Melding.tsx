import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import stijl from "./Melding.module.css";

const SOORT = {
  info: { Icoon: IconInfoCircle, woord: "Ter informatie" },
  "let-op": { Icoon: IconAlertTriangle, woord: "Let op" },
  fout: { Icoon: IconCircleX, woord: "Fout" },
  gelukt: { Icoon: IconCircleCheck, woord: "Gelukt" },
} as const;
export type MeldingSoort = keyof typeof SOORT;

type Props = { soort: MeldingSoort; children: React.ReactNode };

export function Melding({ soort, children }: Props) {
  const { Icoon, woord } = SOORT[soort];
  return (
    <div className={`${stijl.melding} ${stijl[soort]}`} role={soort === "fout" ? "alert" : undefined}>
      <Icoon size={20} aria-hidden />
      <div>
        <strong>{woord}: </strong>
        {children}
      </div>
    </div>
  );
}
