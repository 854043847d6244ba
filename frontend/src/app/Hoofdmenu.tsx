import { NavLink, useLocation } from "react-router";
import { useIk } from "~/features/account/ik";
import { rolNaam } from "~/features/account/rollen";
import { useWachtend } from "~/features/vandaag/wachtend";
import { Merk } from "./Merk";
import { navigatie } from "./navigatie";
import stijl from "./Shell.module.css";

export function Hoofdmenu() {
  const { persoon, bevoegdheden } = useIk();
  const wachtend = useWachtend(useLocation().pathname === "/");
  const rechten = bevoegdheden.map(({ recht }) => recht);
  const regels = navigatie.filter((regel) => !("recht" in regel) || rechten.includes(regel.recht));
  const rol = persoon.aanstellingen[0];
  return (
    <nav aria-label="Hoofdmenu" className={`${stijl.nav} niet-afdrukken`}>
      <div className={stijl.merk}>
        <Merk />
        Samenspel
      </div>
      {regels.map(({ naar, naam, Icoon, ...regel }) => (
        <NavLink key={naar} to={naar} end={"exact" in regel}>
          <Icoon size={20} aria-hidden />
          {naam}
          {naar === "/" && !!wachtend && (
            <span className={stijl.aantal}>
              {wachtend}
              <span className="alleen-voorlezen">
                {" "}
                {wachtend === 1 ? "ding wacht" : "dingen wachten"} op je
              </span>
            </span>
          )}
        </NavLink>
      ))}
      <div className={stijl.onder}>
        {rol ? [rolNaam(rol.hubrol), rol.gemeente?.naam ?? "MGR"].join(" · ") : persoon.naam}
      </div>
    </nav>
  );
}
