import { IconArrowUpRight, IconHelp } from "@tabler/icons-react";
import stijl from "./Kaart.module.css";

/** What the signs on the map mean, and how one moves. */
export function Legenda({ isNu, magSlepen }: { isNu: boolean; magSlepen: boolean }) {
  return (
    <p className={stijl.legenda}>
      <span>
        <IconHelp size={14} aria-hidden /> plek onzeker
      </span>
      {isNu && (
        <span>
          <IconArrowUpRight size={14} aria-hidden /> communicatie moet verder
        </span>
      )}
      {!isNu && <span>Deze analyse komt uit een plan en blijft zoals zij is; ringen zijn afgeleid.</span>}
      {magSlepen && (
        <span className="niet-afdrukken">
          Sleep een naam, druk Shift met een pijl, of kies ‘Verplaats naar…’ in het paneel of de tabel.
        </span>
      )}
    </p>
  );
}
