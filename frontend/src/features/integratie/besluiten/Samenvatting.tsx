import { datumTekst, dagenTussen } from "~/lib/datum";
import { Status } from "~/ui/Status";
import type { Besluit } from "./besluit";
import { dagen } from "./woorden";
import stijl from "./Besluiten.module.css";

/** How it stands in four figures, and what it does to the target. */
export function Samenvatting({ besluit }: { besluit: Besluit }) {
  const { stappen, cellen, peildag, traject } = besluit;
  const nu = stappen.find(({ regionaal }) => !regionaal.voldaan) ?? stappen.at(-1);
  const { prognose } = traject;
  const lopend = cellen.flatMap(({ stand, termijn }) =>
    termijn && (stand === "LOOPT" || stand === "OP_AGENDA" || stand === "ONBEKEND") ? [termijn.einde] : [],
  );
  const eerst = lopend.filter((dag) => dag >= peildag).sort()[0];
  const over = eerst ? dagenTussen(peildag, eerst) : undefined;
  const geen = cellen.filter(({ status }) => status === "GEEN_ZIENSWIJZE").length;
  const uitloop = prognose.uitloop ?? 0;
  return (
    <section aria-label="Samenvatting" className={stijl.samenvatting}>
      {nu && (
        <div>
          <b>
            {nu.regionaal.binnen} / {nu.regionaal.aantal}
          </b>
          <span>binnen bij {nu.naam.toLowerCase()}</span>
        </div>
      )}
      <div>
        <b>{over === undefined ? "–" : over === 0 ? "vandaag" : dagen(over)}</b>
        <span>{eerst ? `tot de eerste termijn eindigt, ${datumTekst(eerst)}` : "er loopt geen termijn"}</span>
      </div>
      <div>
        <b>{geen}</b>
        <span>‘geen zienswijze’: termijn eerder gesloten</span>
      </div>
      <div className={stijl.doel} aria-live="polite">
        <Status soort={uitloop > 0 ? "fout" : "gereed"}>
          {uitloop > 0 ? `${dagen(uitloop)} later` : "op schema"}
        </Status>
        <span>{prognose.uitleg}</span>
      </div>
    </section>
  );
}
