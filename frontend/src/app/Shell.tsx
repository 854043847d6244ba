import { lazy, Suspense } from "react";
import { Outlet, ScrollRestoration } from "react-router";
import { useIk } from "~/features/account/ik";
import { useInDeHub, useNuHier } from "~/features/vandaag/nuHier";
import { Bel } from "~/features/meldingen/Bel";
import { Zoekknop } from "~/features/zoeken/Zoekknop";
import { VerbindingPil } from "~/realtime/VerbindingPil";
import { Avatar } from "~/ui/Avatar";
import { Avatars } from "~/ui/Avatars";
import { zetAanwezig, zetKop } from "~/ui/plekken";
import { Skelet } from "~/ui/Staat";
import { Toasts } from "~/ui/Toasts";
import { Hoofdmenu } from "./Hoofdmenu";
import { Stromen } from "./Stromen";
import stijl from "./Shell.module.css";

// The menu opens later; the page need not wait for what draws it.
const Accountmenu = lazy(async () => ({ default: (await import("./Accountmenu")).Accountmenu }));

export function Shell() {
  useInDeHub();
  const { persoon } = useIk();
  const anderen = useNuHier().filter(({ id }) => id !== persoon.id);
  return (
    <div className={stijl.app}>
      <a href="#inhoud" className={stijl.spring}>
        Naar de inhoud
      </a>
      <Hoofdmenu />
      <div className={stijl.rechts}>
        <header className={stijl.kop}>
          <div ref={zetKop} className={stijl.titel} />
          <div className={`${stijl.rond} niet-afdrukken`}>
            <Zoekknop />
            <div ref={zetAanwezig} className={stijl.aanwezig} />
            <div className={stijl.hub}>
              <Avatars naam="Nu in de hub" personen={anderen} />
            </div>
            <VerbindingPil />
            <Bel />
            <Suspense fallback={<Avatar persoon={persoon} />}>
              <Accountmenu />
            </Suspense>
          </div>
        </header>
        <main id="inhoud" tabIndex={-1} className={stijl.inhoud}>
          <Suspense
            fallback={
              <div className={stijl.laden}>
                <Skelet regels={6} hoogte="3rem" />
              </div>
            }
          >
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Toasts />
      <Stromen />
      <ScrollRestoration />
    </div>
  );
}
