import { AanmeldFormulier } from "~/features/account/AanmeldFormulier";
import { Demokeuze } from "~/features/account/Demokeuze";
import { useDemo } from "~/features/account/useDemo";
import stijl from "~/features/account/Aanmelden.module.css";
import { Dialoog } from "~/ui/Dialoog";

/** The session ended while somebody was at work: over the page, which keeps what was typed. */
export function OpnieuwAanmelden({ opAangemeld }: { opAangemeld: () => void }) {
  const demo = useDemo();
  return (
    <Dialoog titel="Meld je opnieuw aan" open opSluit={() => {}} sluitbaar={false}>
      <div className={stijl.dialoog}>
        <p>Je sessie is verlopen. Wat je hebt ingevuld, blijft staan.</p>
        <AanmeldFormulier opAangemeld={opAangemeld} />
        <Demokeuze personen={demo ?? []} opAangemeld={opAangemeld} kop="h3" />
      </div>
    </Dialoog>
  );
}
