import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { AanmeldFormulier } from "~/features/account/AanmeldFormulier";
import { Demokeuze } from "~/features/account/Demokeuze";
import { useDemo } from "~/features/account/useDemo";
import stijl from "~/features/account/Aanmelden.module.css";
import { Merk } from "./Merk";
import { veiligAdres } from "./veiligAdres";

export function AanmeldPagina() {
  const [vraag] = useSearchParams();
  const demo = useDemo();
  const verder = () => location.assign(veiligAdres(vraag.get("terug")));
  useEffect(() => {
    document.title = "Aanmelden · Samenspel";
  }, []);
  return (
    <main className={stijl.pagina}>
      <h1 className={stijl.merk}>
        <Merk groot />
        Samenspel
      </h1>
      <p className={stijl.onder}>De werkplek van de MGR sociaal domein Limburg-Noord en haar gemeenten.</p>
      {/* Both at once: what comes later would push away the button that somebody is pressing. */}
      {demo && (
        <div className={stijl.vak}>
          <Demokeuze personen={demo} opAangemeld={verder} />
          <section className={stijl.mail}>
            <h2>Aanmelden met e-mailadres</h2>
            <AanmeldFormulier opAangemeld={verder} />
            <p className={stijl.uitleg}>
              Wachtwoord vergeten? De beheerder kan een nieuw wachtwoord instellen.
            </p>
          </section>
        </div>
      )}
    </main>
  );
}
