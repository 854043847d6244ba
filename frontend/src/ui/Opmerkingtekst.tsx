import { inDelen } from "~/lib/vermelding";
import stijl from "./Opmerkingveld.module.css";

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
