import { useState } from "react";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Bevestig } from "~/ui/Bevestig";
import { Knop } from "~/ui/Knop";
import { MeldOveralAf } from "./overalAf";

export function OveralAfmelden() {
  const [open, zetOpen] = useState(false);
  const inzending = useInzending(useMutatie(MeldOveralAf), []);
  return (
    <>
      <p>
        Meld je af op alle apparaten en in alle browsers, ook hier. Doe dit als je een apparaat kwijt bent.
      </p>
      <div>
        <Knop onPress={() => zetOpen(true)}>Overal afmelden</Knop>
      </div>
      <Bevestig
        titel="Overal afmelden?"
        open={open}
        opSluit={() => zetOpen(false)}
        inzending={inzending}
        knop="Overal afmelden"
        opJa={async () => {
          // A full load: nothing may stay in memory for who comes next.
          if (await inzending.verstuur({})) location.assign("/aanmelden");
        }}
      >
        <p>Je moet je daarna overal opnieuw aanmelden. Wat opgeslagen is, blijft.</p>
      </Bevestig>
    </>
  );
}
