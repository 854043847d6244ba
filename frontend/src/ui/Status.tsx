import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconClockHour4,
  IconHelpCircle,
} from "@tabler/icons-react";
import stijl from "./Label.module.css";

const SOORT = {
  open: IconCircle,
  bezig: IconCircleHalf2,
  wacht: IconClockHour4,
  gereed: IconCircleCheckFilled,
  fout: IconAlertTriangle,
  onbekend: IconHelpCircle,
} as const;
export type StatusSoort = keyof typeof SOORT;

/** Always icon + word + colour: none of the three is needed to read the others. */
export function Status({ soort, children }: { soort: StatusSoort; children: React.ReactNode }) {
  const Icoon = SOORT[soort];
  return (
    <span className={`${stijl.status} ${stijl[soort]}`}>
      <Icoon size={16} aria-hidden />
      {children}
    </span>
  );
}
