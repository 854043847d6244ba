import { Suspense } from "react";
import { NavLink, Outlet } from "react-router";
import { HUBROL_NAAM, useIk } from "~/features/account/ik";
import { VerbindingPil } from "~/realtime/VerbindingPil";
import { Meldingen } from "~/ui/Meldingen";
import { zetAanwezig, zetKop } from "~/ui/plekken";
import { Skelet } from "~/ui/Staat";
import { Accountmenu } from "./Accountmenu";
import { Merk } from "./Merk";
import { navigatie } from "./navigatie";
import stijl from "./Shell.module.css";

export function Shell() {
  const { persoon } = useIk();
  const rollen = persoon.aanstellingen.map(({ hubrol }) => hubrol);
  const regels = navigatie.filter((regel) => !("alleen" in regel) || rollen.includes(regel.alleen));
  const rol = persoon.aanstellingen[0];
  return (
    <div className={stijl.app}>
      <a href="#inhoud" className={stijl.spring}>
        Naar de inhoud
      </a>
      <nav aria-label="Hoofdmenu" className={`${stijl.nav} niet-afdrukken`}>
        <div className={stijl.merk}>
          <Merk />
          Samenspel
        </div>
        {regels.map(({ naar, naam, Icoon, ...regel }) => (
          <NavLink key={naar} to={naar} end={"exact" in regel}>
            <Icoon size={20} aria-hidden />
            {naam}
          </NavLink>
        ))}
        <div className={stijl.onder}>
          {rol ? [HUBROL_NAAM[rol.hubrol], rol.gemeente?.naam ?? "MGR"].join(" · ") : persoon.naam}
        </div>
      </nav>
      <div className={stijl.rechts}>
        <header className={stijl.kop}>
          <div ref={zetKop} className={stijl.titel} />
          <div ref={zetAanwezig} className={stijl.aanwezig} />
          <VerbindingPil />
          <Accountmenu />
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
      <Meldingen />
    </div>
  );
}
