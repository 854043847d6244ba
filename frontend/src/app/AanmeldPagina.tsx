import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { AanmeldFormulier } from "~/features/account/AanmeldFormulier";
import { Demokeuze } from "~/features/account/Demokeuze";
import stijl from "~/features/account/Aanmelden.module.css";
import { Merk } from "./Merk";

/** Only an address of the hub itself: a link from elsewhere must not send anyone away. */
export const veiligAdres = (terug: string | null) => (terug && /^\/(?![/\\])/.test(terug) ? terug : "/");

export function AanmeldPagina() {
  const [vraag] = useSearchParams();
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
      <div className={stijl.vak}>
        <Demokeuze opAangemeld={verder} />
        <section>
          <h2>Aanmelden met e-mailadres</h2>
          <AanmeldFormulier opAangemeld={verder} />
        </section>
      </div>
    </main>
  );
}
