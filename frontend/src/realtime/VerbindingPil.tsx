import { IconCircleFilled, IconCloudOff, IconRefresh } from "@tabler/icons-react";
import { useVerbinding } from "./verbinding";
import stijl from "./VerbindingPil.module.css";

const aantal = (n: number) => (n === 1 ? "1 wijziging wacht" : `${n} wijzigingen wachten`);
const ICOON = { live: IconCircleFilled, bezig: IconRefresh, offline: IconCloudOff } as const;

export function VerbindingPil() {
  const { stand, wachtend } = useVerbinding();
  const Icoon = ICOON[stand];
  const woord = { live: "Live", bezig: "Bezig…", offline: "Offline" }[stand];
  return (
    <span role="status" className={`${stijl.pil} ${stijl[stand]}`} data-stand={stand}>
      <Icoon size={stand === "live" ? 10 : 15} aria-hidden />
      {wachtend > 0 && stand === "offline" ? `${woord} · ${aantal(wachtend)}` : woord}
    </span>
  );
}
