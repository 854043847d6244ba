import { inDelen } from "./vermelding";
import stijl from "./Taak.module.css";

/** The text of a remark: names as chips, everything else as it was typed. */
export function Opmerkingtekst({ tekst }: { tekst: string }) {
  return (
    <p className={stijl.tekst}>
      {inDelen(tekst).map((deel, i) =>
        "tekst" in deel ? (
          deel.tekst
        ) : (
          <span key={i} className={stijl.naam}>
            @{deel.persoon.naam}
          </span>
        ),
      )}
    </p>
  );
}
