import { IconCircleFilled, IconCloudOff, IconRefresh } from "@tabler/icons-react";
import { useId } from "react";
import { useVerbinding } from "./verbinding";
import stijl from "./VerbindingPil.module.css";

const aantal = (n: number) => (n === 1 ? "1 wijziging wacht" : `${n} wijzigingen wachten`);
const ICOON = { live: IconCircleFilled, bezig: IconRefresh, offline: IconCloudOff } as const;

export function VerbindingPil() {
  const { stand, wachtend, omweg } = useVerbinding();
  const uitleg = useId();
  const Icoon = ICOON[stand];
  const woord = { live: "Live", bezig: "Bezig…", offline: "Offline" }[stand];
  // Offline there is no way at all.
  const viaOmweg = omweg && stand !== "offline";
  return (
    <>
      <span role="status" className={`${stijl.pil} ${stijl[stand]}`} data-stand={stand}>
        <Icoon size={stand === "live" ? 10 : 15} aria-hidden />
        <span className={stijl.woord}>
          {wachtend > 0 && stand === "offline" ? `${woord} · ${aantal(wachtend)}` : woord}
        </span>
        {viaOmweg && (
          <>
            {" "}
            <button type="button" className={stijl.omweg} popoverTarget={uitleg} aria-describedby={uitleg}>
              via een omweg
            </button>
          </>
        )}
      </span>
      {viaOmweg && (
        <div id={uitleg} popover="auto" className={stijl.uitleg}>
          Dit netwerk laat geen directe verbinding met de hub toe. Daarom gaat alles via een omweg. Dat werkt,
          maar soms iets trager. Je ziet niet wie er nu nog meer is, en anderen zien jou niet.
        </div>
      )}
    </>
  );
}
