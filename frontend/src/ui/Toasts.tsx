import { IconX } from "@tabler/icons-react";
import { useWinkel } from "~/lib/winkel";
import { IconKnop, Knop } from "./Knop";
import { aankondiging, sluitToast, toasts } from "./meldingen";
import stijl from "./Melding.module.css";

/** Within reach also while a dialog makes the rest of the page unreachable: an undo belongs to what is in it. */
const BOVENOP = { "data-react-aria-top-layer": "true" };

/** Once on the page: the toasts and the polite live region. */
export function Toasts() {
  const lijst = useWinkel(toasts);
  const gezegd = useWinkel(aankondiging);
  return (
    <>
      <div className="alleen-voorlezen" aria-live="polite" {...BOVENOP}>
        {gezegd}
      </div>
      <section
        aria-label="Meldingen"
        aria-live="polite"
        className={`${stijl.toasts} niet-afdrukken`}
        {...BOVENOP}
      >
        {lijst.map(({ id, tekst, actie }) => (
          <div key={id} className={stijl.toast}>
            <p>{tekst}</p>
            {actie && (
              <Knop
                onPress={() => {
                  sluitToast(id);
                  actie.doe();
                }}
              >
                {actie.naam}
              </Knop>
            )}
            <IconKnop naam="Melding sluiten" onPress={() => sluitToast(id)}>
              <IconX size={18} aria-hidden />
            </IconKnop>
          </div>
        ))}
      </section>
    </>
  );
}
