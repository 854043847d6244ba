import { curveCatmullRom, line } from "d3-shape";
import { useMemo } from "react";
import { Link, useLocation } from "react-router";
import { BREED, deelIn, HOOG, type Punt } from "./indeling";
import { lijnNaam, type Lijn } from "./lijnen";
import stijl from "./Lijnen.module.css";

const pad = line<Punt>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveCatmullRom);
const partijAdres = (partij: Lijn["relatie"]["van"]) =>
  partij.__typename === "Stakeholder"
    ? `/organisatie/stakeholders/${partij.id}`
    : partij.__typename === "Rol"
      ? `/organisatie/rollen/${partij.id}`
      : "/organisatie/regios";

/** How a line reads: its kind, and whether it is wanted or silent. */
const soortVan = ({ relatie, stil }: Lijn) =>
  relatie.stand === "GEWENST" ? "gewenst" : stil ? "stil" : relatie.module ? "module" : "";

/** Parties and the directed lines between them. */
export function Netwerk({ lijnen, gekozen }: { lijnen: readonly Lijn[]; gekozen: string | undefined }) {
  const { search } = useLocation();
  const { breedte, hoogte, partijen, lijnen: gelegd } = useMemo(() => deelIn(lijnen), [lijnen]);
  const klas = (lijn: Lijn) =>
    [stijl[soortVan(lijn)], lijn.relatie.id === gekozen && stijl.gekozen].filter(Boolean).join(" ");
  return (
    <div className={stijl.rol} tabIndex={0} role="region" aria-label="Het netwerk">
      <div className={stijl.vlak} style={{ width: breedte, height: hoogte }}>
        <svg width={breedte} height={hoogte} className={stijl.lijnen} aria-hidden>
          <defs>
            <marker
              id="pijl"
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="7"
              markerHeight="7"
              orient="auto-start-reverse"
            >
              <path d="M0 0 10 5 0 10z" className={stijl.punt} />
            </marker>
          </defs>
          {gelegd.map(({ lijn, punten }) => (
            <path
              key={lijn.relatie.id}
              d={pad(punten) ?? ""}
              className={`${stijl.lijn} ${klas(lijn)}`}
              markerEnd="url(#pijl)"
            />
          ))}
        </svg>
        {partijen.map(({ id, naam, partij, x, y }) => (
          <Link
            key={id}
            to={partijAdres(partij)}
            className={stijl.partij}
            style={{ left: x - BREED / 2, top: y - HOOG / 2, width: BREED, height: HOOG }}
            title={naam}
          >
            <span>{naam}</span>
          </Link>
        ))}
        {gelegd.map(({ lijn, label }) => {
          const { relatie, stil } = lijn;
          const gewenst = relatie.stand === "GEWENST";
          return (
            <Link
              key={relatie.id}
              to={{ pathname: `/organisatie/lijnen/lijn/${relatie.id}`, search }}
              preventScrollReset
              className={`${stijl.label} ${klas(lijn)}`}
              style={{ left: label.x, top: label.y }}
              aria-current={relatie.id === gekozen || undefined}
              aria-label={[
                lijnNaam(lijn),
                relatie.module?.naam,
                gewenst && "gewenst",
                stil && "er loopt niets over",
              ]
                .filter(Boolean)
                .join(", ")}
            >
              {relatie.soort}
              {gewenst && " · gewenst"}
              {stil && !gewenst && " · stil"}
              {relatie.module && ` · ${relatie.module.naam.replace("Module ", "M")}`}
            </Link>
          );
        })}
      </div>
    </div>
  );
}
