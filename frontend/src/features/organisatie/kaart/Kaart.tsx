import { arc } from "d3-shape";
import { useEffect, useRef, useState } from "react";
import type { Kaartbeweging } from "~/graphql/gen/graphql";
import type { Bezige } from "~/features/integratie/bezigen";
import { HOOG, BREED, REK, type Indeling } from "./indeling";
import { Kaartje } from "./Kaartje";
import { RING_VOLGORDE, RINGNAAM, type Groep, type Stakeholder, type Vak } from "./kaart";
import { useSleepKaart } from "./sleep";
import { stapVan, type Verplaats } from "./useVerplaats";
import stijl from "./Kaart.module.css";

type Props = {
  indeling: Indeling;
  groepen: readonly Groep[];
  stakeholders: ReadonlyMap<string, Stakeholder>;
  vakken: ReadonlyMap<string, Vak>;
  /** What passes the filters; the others keep their place and are not drawn. */
  zichtbaar: ReadonlySet<string>;
  isOnzeker: (id: string) => boolean;
  /** Absent: this is the past, or one may not. */
  verplaats: Verplaats | undefined;
  isNu: boolean;
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
  verschillen: ReadonlyMap<string, Kaartbeweging>;
  opSleep: (id: string | null) => void;
};

const KWART = Math.PI / 2;
/** Smaller than this nobody reads: then it scrolls. */
const KLEINST = 0.8;

/** How much the picture has to shrink to fit. */
function useSchaal(rol: React.RefObject<HTMLElement | null>, breedte: number): number {
  const [ruimte, zetRuimte] = useState(breedte);
  useEffect(() => {
    if (!rol.current) return;
    const kijk = new ResizeObserver(([een]) => een && zetRuimte(een.contentRect.width));
    kijk.observe(rol.current);
    return () => kijk.disconnect();
  }, [rol]);
  return Math.max(KLEINST, Math.min(1, ruimte / breedte));
}

/** Rings of influence around the MGR, divided over the groups; names that can be dragged. */
export function Kaart(props: Props) {
  const { indeling, groepen, stakeholders, vakken, zichtbaar, verplaats, gekozen, bezigen } = props;
  const { stralen, plekken, breedte, hoogte } = indeling;
  const rol = useRef<HTMLDivElement>(null);
  const vlak = useRef<HTMLDivElement>(null);
  const schaal = useSchaal(rol, breedte);
  const ids = groepen.map(({ id }) => id);
  const boven = useSleepKaart(vlak, {
    stralen,
    breedte,
    groepen: ids,
    opNeergelegd: (id, vak) => verplaats?.(stakeholders.get(id)!, vak),
    opSleep: props.opSleep,
  });
  const opToets = (toets: React.KeyboardEvent) => {
    const id = (toets.target as HTMLElement).closest<HTMLElement>("[data-stakeholder]")?.dataset.stakeholder;
    const vak = id && vakken.get(id);
    const naar = vak && stapVan(toets, vak, ids);
    if (!naar || !verplaats) return;
    toets.preventDefault();
    verplaats(stakeholders.get(id)!, naar);
  };
  // The card is drawn elsewhere, in the same element: the focus stays.
  const maten = {
    "--breedte": breedte,
    "--hoogte": hoogte,
    "--schaal": schaal,
    "--kaart-b": BREED,
    "--kaart-h": HOOG,
  } as React.CSSProperties;
  return (
    <div className={stijl.rol} ref={rol} tabIndex={0} role="region" aria-label="De kaart">
      <div className={stijl.maat} style={maten}>
        <div className={stijl.vlak} ref={vlak} onKeyDown={opToets}>
          <svg
            className={stijl.ringen}
            viewBox={`${-breedte / 2} ${-hoogte / 2} ${breedte} ${hoogte}`}
            aria-hidden
          >
            <g transform={`scale(${REK} 1)`}>
              {RING_VOLGORDE.toReversed().flatMap((ring) => {
                const nummer = RING_VOLGORDE.indexOf(ring);
                return ids.slice(0, 4).map((groep, kwadrant) => (
                  <path
                    key={`${ring} ${groep}`}
                    className={[
                      stijl.sector,
                      stijl[ring.toLowerCase()],
                      boven?.ring === ring && boven.groep === groep ? stijl.boven : "",
                    ].join(" ")}
                    d={
                      arc()({
                        innerRadius: stralen[nummer]!,
                        outerRadius: stralen[nummer + 1]!,
                        startAngle: (kwadrant - 1) * KWART,
                        endAngle: kwadrant * KWART,
                      }) ?? ""
                    }
                  />
                ));
              })}
              <circle r={stralen[0]} className={stijl.hart} />
            </g>
            <text className={stijl.mgr} textAnchor="middle" dominantBaseline="central">
              MGR
            </text>
            {RING_VOLGORDE.flatMap((ring, nummer) =>
              [-1, 1].map((kant) => (
                <text
                  key={`${ring}${kant}`}
                  className={stijl.ringnaam}
                  x={(kant * (stralen[nummer]! + stralen[nummer + 1]!) * REK) / 2}
                  textAnchor="middle"
                  dominantBaseline="central"
                >
                  {RINGNAAM[ring]}
                </text>
              )),
            )}
          </svg>
          {groepen.slice(0, 4).map((groep, kwadrant) => (
            <h2 key={groep.id} className={`${stijl.groep} ${stijl[`kwadrant${kwadrant}`]}`}>
              {groep.naam}
            </h2>
          ))}
          {plekken.map((plek) => {
            const stakeholder = stakeholders.get(plek.id);
            if (!stakeholder || !zichtbaar.has(plek.id)) return null;
            return (
              <Kaartje
                key={plek.id}
                stakeholder={stakeholder}
                vak={vakken.get(plek.id)!}
                plek={plek}
                onzeker={props.isOnzeker(plek.id)}
                metKloof={props.isNu}
                gekozen={gekozen === plek.id}
                magSlepen={verplaats !== undefined}
                bezig={bezigen.get(plek.id)}
                verschil={props.verschillen.get(plek.id)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
