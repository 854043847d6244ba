import { IconCopy, IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import type { Impact } from "./vragen";
import stijl from "./Impact.module.css";

type Props = { bericht: Impact["bericht"]; id: string };

/** The message that is ready: to change, to copy, or to open in one's mail program. */
export function Bericht({ bericht, id }: Props) {
  const klaar = `${bericht.tekst}\nJe vindt het in Samenspel: ${location.origin}/naar/${id}\n`;
  const [tekst, zet] = useState(klaar);
  const kopieer = async () => {
    try {
      await navigator.clipboard.writeText(tekst);
      meldToast("Het bericht is gekopieerd.");
    } catch {
      meldToast("Kopiëren lukt niet in deze browser. Selecteer de tekst en kopieer haar zelf.");
    }
  };
  const mail = `mailto:?subject=${encodeURIComponent(bericht.onderwerp)}&body=${encodeURIComponent(tekst)}`;
  return (
    <section className={`${stijl.deel} ${stijl.breed}`}>
      <Veld label="Bericht" soort="lang" regels={7} value={tekst} onChange={zet} />
      <div className={stijl.knoppen}>
        <Knop onPress={() => void kopieer()}>
          <IconCopy size={17} aria-hidden />
          Kopieer
        </Knop>
        <a className={stijl.mail} href={mail}>
          <IconMail size={17} aria-hidden />
          Open in je mailprogramma
        </a>
      </div>
    </section>
  );
}
