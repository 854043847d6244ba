import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { Knop } from "~/ui/Knop";
import stijl from "./Meldingen.module.css";

type Stand = { wat?: string; bericht?: string; bezig: boolean };

async function stop(getekend: string): Promise<Stand> {
  try {
    const antwoord = await fetch(`/afmelden/mail/${getekend}`, { method: "POST" });
    const { gestopt, bericht } = (await antwoord.json()) as { gestopt?: string; bericht?: string };
    return { wat: gestopt, bericht, bezig: false };
  } catch {
    return { bericht: "De hub is nu niet bereikbaar. Probeer het zo opnieuw.", bezig: false };
  }
}

/** Ends letters of one kind: opening the link is enough, and signing in is not needed. */
export function StopMailPagina() {
  const getekend = useParams()["getekend"] ?? "";
  const [stand, zet] = useState<Stand>({ bezig: true });
  const [keer, nogEens] = useState(0);
  useEffect(() => {
    let weg = false;
    void stop(getekend).then((nu) => !weg && zet(nu));
    return () => void (weg = true);
  }, [getekend, keer]);
  useEffect(() => {
    document.title = "Geen e-mail meer · Samenspel";
  }, []);
  return (
    <main className={stijl.stop}>
      <h1>{stand.wat ? "Dat is geregeld" : stand.bezig ? "Even geduld" : "Dit lukte niet"}</h1>
      <p aria-live="polite">
        {stand.wat
          ? `Je krijgt geen e-mail meer over ${stand.wat}. In de hub staan deze meldingen nog wel, bij de bel.`
          : (stand.bericht ?? "Je keuze wordt bewaard.")}
      </p>
      {!stand.wat && !stand.bezig && (
        <Knop soort="vol" onPress={() => nogEens((nu) => nu + 1)}>
          Probeer het opnieuw
        </Knop>
      )}
      <p>
        <a href="/account#meldingen">Kies zelf hoe meldingen komen</a>
      </p>
    </main>
  );
}
