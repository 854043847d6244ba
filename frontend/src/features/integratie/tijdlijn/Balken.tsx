import { useRef, useState } from "react";
import { Link, useLocation } from "react-router";
import { dagenTussen, datumTekst } from "~/lib/datum";
import { REGIOS, regioSleutel, type RegioSleutel } from "~/ui/Regiolabel";
import { useTraject } from "../kader/trajecten";
import { balk, schuif, strepen, x, type As, type Zoom } from "./as";
import type { Regel, Traject, Voorbeeld, Wens } from "./traject";
import stijl from "./Tijdlijn.module.css";

const HOOG = 40;

type Props = {
  traject: Traject;
  as: As;
  zoom: Zoom;
  vandaag: string;
  gekozen: string | undefined;
  voorbeeld: Voorbeeld | null | undefined;
  wens: Wens | undefined;
  mag: boolean;
  metTermijnen: boolean;
  metTaken: boolean;
  banen: "" | "gremium" | "regio";
  opWens: (wens: Wens) => void;
  /** What else stands on the same axis. */
  children?: React.ReactNode;
};

const periode = (van: string, tot: string) =>
  van === tot ? datumTekst(van) : `${datumTekst(van)} tot en met ${datumTekst(tot)}`;

/** One milestone: as planned, as expected, and where it would go. */
function Balk({
  regel,
  as,
  gekozen,
  nieuw,
  wens,
  mag,
  opWens,
}: {
  regel: Regel;
  as: As;
  gekozen: boolean;
  nieuw: { van: string; tot: string } | undefined;
  wens: Wens | undefined;
  mag: boolean;
  opWens: (wens: Wens) => void;
}) {
  const { mijlpaal, van, tot, later, kritiek } = regel;
  const { search } = useLocation();
  const { adres } = useTraject();
  const begin = useRef<number>(undefined);
  const [sleep, zetSleep] = useState(0);
  const gesleept = useRef(false);
  const magSlepen = mag && !mijlpaal.gereedOp;
  const dagen = Math.round(sleep / as.perDag);
  const hier = wens ?? mijlpaal;
  const klaar = () => {
    begin.current = undefined;
    zetSleep(0);
    if (dagen === 0) return;
    opWens({ id: mijlpaal.id, van: schuif(hier.van, dagen), tot: schuif(hier.tot, dagen) });
  };
  return (
    <>
      <span className={stijl.gepland} style={balk(as, mijlpaal.van, mijlpaal.tot)} aria-hidden />
      {nieuw && <span className={stijl.nieuw} style={balk(as, nieuw.van, nieuw.tot)} aria-hidden />}
      <Link
        to={{ pathname: adres("tijdlijn", `mijlpaal/${mijlpaal.id}`), search }}
        preventScrollReset
        draggable={false}
        className={stijl.balk}
        data-kritiek={kritiek || undefined}
        data-laat={later > 0 || undefined}
        data-gereed={regel.gehaaldOp ? true : undefined}
        data-gekozen={gekozen || undefined}
        data-sleep={magSlepen || undefined}
        style={{ ...balk(as, van, tot), transform: sleep ? `translateX(${dagen * as.perDag}px)` : undefined }}
        onPointerDown={(muis) => {
          if (!magSlepen || muis.button !== 0) return;
          begin.current = muis.clientX;
          gesleept.current = false;
          muis.currentTarget.setPointerCapture(muis.pointerId);
        }}
        onPointerMove={(muis) => {
          if (begin.current === undefined) return;
          if (Math.abs(muis.clientX - begin.current) > 4) gesleept.current = true;
          if (gesleept.current) zetSleep(muis.clientX - begin.current);
        }}
        onPointerUp={klaar}
        onPointerCancel={() => {
          begin.current = undefined;
          zetSleep(0);
        }}
        onClick={(klik) => gesleept.current && klik.preventDefault()}
      >
        <span className="alleen-voorlezen">
          {mijlpaal.naam}: {periode(van, tot)}
          {later > 0 ? `, ${later} dagen later dan gepland` : ""}
          {kritiek ? ", op het kritieke pad" : ""}
        </span>
      </Link>
      {sleep !== 0 && (
        <span className={stijl.sleepdatum} style={{ left: x(as, schuif(hier.van, dagen)) }}>
          {periode(schuif(hier.van, dagen), schuif(hier.tot, dagen))}
        </span>
      )}
    </>
  );
}

/** Lines from the end of what comes first to the start of what waits for it. */
function Verbanden({ rijen, as }: { rijen: readonly Rij[]; as: As }) {
  const metRegel = rijen.flatMap((rij, i) => (rij.regel ? [{ regel: rij.regel, i }] : []));
  const plek = new Map(metRegel.map((een) => [een.regel.mijlpaal.id, een]));
  return (
    <svg className={stijl.verbanden} width={as.breed} height={rijen.length * HOOG} aria-hidden>
      {metRegel.flatMap(({ regel: naar, i }) =>
        naar.mijlpaal.na.map(({ mijlpaal }) => {
          const voor = plek.get(mijlpaal.id);
          if (!voor) return null;
          const [x1, y1] = [x(as, voor.regel.tot) + as.perDag, voor.i * HOOG + HOOG / 2];
          const [x2, y2] = [x(as, naar.van), i * HOOG + HOOG / 2];
          const knik = Math.max(x1 + 8, x2 - 8);
          return (
            <path
              key={`${mijlpaal.id} ${naar.mijlpaal.id}`}
              className={voor.regel.kritiek && naar.kritiek ? stijl.kritiek : undefined}
              d={`M${x1} ${y1} H${knik === x1 + 8 && x2 < x1 ? x1 + 8 : knik} V${y2 - (x2 < x1 ? HOOG / 2 - 4 : 0)} H${x2} ${x2 < x1 ? `V${y2}` : ""}`}
            />
          );
        }),
      )}
    </svg>
  );
}

/** A row of the milestones: a milestone, or the name of the lane that begins. */
type Rij = { kop: string; regel?: undefined } | { kop?: undefined; regel: Regel };

/** By the body that has to do it first, in the order in which the lanes begin. */
function perGremium(regels: readonly Regel[]): Rij[] {
  const banen = new Map<string, Regel[]>();
  for (const regel of regels) {
    const naam = regel.mijlpaal.actoren[0]?.naam ?? "Geen gremium genoemd";
    banen.set(naam, [...(banen.get(naam) ?? []), regel]);
  }
  return [...banen].flatMap(([kop, van]) => [{ kop }, ...van.map((regel) => ({ regel }))]);
}

const REGIONAAM = { noord: "Noord-Limburg", mlo: "Midden-Limburg Oost", mlw: "Midden-Limburg West" } as const;
/** What belongs to one region under its name; what belongs to none or more under "Het geheel". */
function perRegio<T>(alle: readonly T[], regio: (een: T) => RegioSleutel | undefined): [string, T[]][] {
  const van = (sleutel: RegioSleutel | undefined) => alle.filter((een) => regio(een) === sleutel);
  return [
    ...REGIOS.map((sleutel) => [REGIONAAM[sleutel], van(sleutel)] as [string, T[]]),
    ["Het geheel", van(undefined)] as [string, T[]],
  ].filter(([, deel]) => deel.length > 0);
}

function Tussenkop({ naam }: { naam: string }) {
  return (
    <li className={`${stijl.rij} ${stijl.tussenkop}`}>
      <span className={stijl.naam}>{naam}</span>
    </li>
  );
}

export function Balken(props: Props) {
  const { traject, as, zoom, vandaag, gekozen, voorbeeld, wens, mag, metTermijnen, metTaken, banen, opWens } =
    props;
  const { adres } = useTraject();
  const regels = traject.prognose.mijlpalen;
  const rijen: Rij[] = banen === "gremium" ? perGremium(regels) : regels.map((regel) => ({ regel }));
  const vergaderingen = traject.vergaderingen.filter(({ vervallen }) => !vervallen);
  const gremia = [...new Map(vergaderingen.map(({ gremium }) => [gremium.id, gremium.naam]))];
  const nieuw = new Map(voorbeeld?.verschuivingen.map((een) => [een.mijlpaal.id, een]));
  const cellen = metTermijnen ? traject.besluiten.flatMap((besluit) => besluit.cellen) : [];
  const termijnen = cellen.flatMap((cel) => (cel.termijn ? [{ ...cel, termijn: cel.termijn }] : []));
  const taken = metTaken ? traject.borden.flatMap((bord) => bord.taken) : [];
  const functies = new Map(
    taken.map(({ functie }) => [functie?.id ?? "", functie?.naam ?? "Zonder functie"]),
  );
  const takenrijen: [string, typeof taken][] =
    banen === "regio"
      ? perRegio(taken, ({ regios }) => (regios.length === 1 ? regioSleutel(regios[0]!.sleutel) : undefined))
      : [...functies].map(([functie, naam]) => [
          naam,
          taken.filter((taak) => (taak.functie?.id ?? "") === functie),
        ]);
  const { streefdatum } = traject.prognose;
  return (
    <div className={stijl.rol} tabIndex={0} role="region" aria-label="Tijdlijn">
      <div className={stijl.blad} style={{ "--breed": `${as.breed}px` } as React.CSSProperties}>
        <div className={stijl.kop} aria-hidden>
          <div className={stijl.naam}>Mijlpaal</div>
          <div className={stijl.as}>
            {strepen(as, zoom).map(({ dag, naam, jaar }) => (
              <span key={dag} data-jaar={jaar || undefined} style={{ left: x(as, dag) }}>
                {naam}
              </span>
            ))}
          </div>
        </div>
        <div className={stijl.lijnen} aria-hidden>
          {strepen(as, zoom).map(({ dag }) => (
            <i key={dag} style={{ left: x(as, dag) }} />
          ))}
          {vandaag >= as.van && vandaag <= as.tot && (
            <b className={stijl.vandaag} style={{ left: x(as, vandaag) }}>
              <span>stand</span>
            </b>
          )}
          {streefdatum && (
            <b className={stijl.streef} style={{ left: x(as, streefdatum) }}>
              <span>streefdatum</span>
            </b>
          )}
        </div>
        <div className={stijl.groep}>
          <Verbanden rijen={rijen} as={as} />
          <ul aria-label="Mijlpalen">
            {rijen.map(({ kop, regel }) =>
              kop !== undefined ? (
                <Tussenkop key={kop} naam={kop} />
              ) : (
                <li key={regel.mijlpaal.id} className={stijl.rij}>
                  <span className={stijl.naam} aria-hidden>
                    {regel.mijlpaal.volgorde}. {regel.mijlpaal.naam}
                  </span>
                  <span className={stijl.baan}>
                    <Balk
                      regel={regel}
                      as={as}
                      gekozen={gekozen === regel.mijlpaal.id}
                      nieuw={nieuw.get(regel.mijlpaal.id)}
                      wens={wens?.id === regel.mijlpaal.id ? wens : undefined}
                      mag={mag}
                      opWens={opWens}
                    />
                  </span>
                </li>
              ),
            )}
          </ul>
        </div>
        {gremia.length > 0 && (
          <ul aria-label="Vergaderingen" className={stijl.groep}>
            {gremia.map(([id, naam]) => (
              <li key={id} className={stijl.rij}>
                <span className={stijl.naam} aria-hidden>
                  {naam} · vergaderingen
                </span>
                <span className={stijl.baan}>
                  {vergaderingen
                    .filter(({ gremium }) => gremium.id === id)
                    .map(({ id: vergadering, datum, aanleverdatum }) => (
                      <span key={vergadering}>
                        {aanleverdatum && (
                          <i
                            className={stijl.aanleveren}
                            style={{ left: x(as, aanleverdatum) }}
                            title={`Stukken uiterlijk ${datumTekst(aanleverdatum)}`}
                            aria-hidden
                          />
                        )}
                        <i
                          className={stijl.vergadering}
                          style={{ left: x(as, datum) }}
                          title={`${naam}, ${datumTekst(datum)}`}
                          aria-hidden
                        />
                        <span className="alleen-voorlezen">
                          {naam} vergadert op {datumTekst(datum)}
                          {aanleverdatum ? `, stukken uiterlijk ${datumTekst(aanleverdatum)}` : ""}.
                        </span>
                      </span>
                    ))}
                </span>
              </li>
            ))}
          </ul>
        )}
        {(banen === "regio"
          ? perRegio(termijnen, ({ gemeente }) => regioSleutel((gemeente.subregio ?? gemeente.regio).sleutel))
          : ([["", termijnen]] as [string, typeof termijnen][])
        ).map(([regio, vanRegio]) =>
          vanRegio.length === 0 ? null : (
            <ul key={regio} aria-label={regio ? `Termijnen ${regio}` : "Termijnen"} className={stijl.groep}>
              {regio && <Tussenkop naam={regio} />}
              {vanRegio.map(({ id, gemeente, stap, termijn, stand }) => (
                <li key={id} className={stijl.rij}>
                  <span className={stijl.naam} aria-hidden>
                    {gemeente.naam} · {stap.naam.toLowerCase()}
                  </span>
                  <span className={stijl.baan}>
                    <Link
                      to={adres("besluiten", `cel/${id}`)}
                      className={`${stijl.termijn} ${stijl[regioSleutel((gemeente.subregio ?? gemeente.regio).sleutel) ?? ""] ?? ""}`}
                      data-laat={stand === "TE_LAAT" || undefined}
                      style={balk(as, termijn.begin, termijn.einde)}
                    >
                      <span className="alleen-voorlezen">
                        Termijn {stap.naam.toLowerCase()} {gemeente.naam}:{" "}
                        {periode(termijn.begin, termijn.einde)}
                        {stand === "TE_LAAT" ? ", te laat" : ""}
                      </span>
                    </Link>
                  </span>
                </li>
              ))}
            </ul>
          ),
        )}
        {taken.length > 0 && (
          <ul aria-label="Taken" className={stijl.groep}>
            {takenrijen.map(([naam, vanRij]) => (
              <li key={naam} className={stijl.rij}>
                <span className={stijl.naam} aria-hidden>
                  Taken · {naam.toLowerCase()}
                </span>
                <span className={stijl.baan}>
                  {vanRij.map(({ id, titel, vervaldatum, teLaat }) =>
                    vervaldatum ? (
                      <Link
                        key={id}
                        to={adres("takenbord", `taak/${id}`)}
                        title={`${titel}, ${datumTekst(vervaldatum)}`}
                        className={stijl.taak}
                        data-laat={teLaat || undefined}
                        style={{ left: x(as, vervaldatum) }}
                      >
                        <span className="alleen-voorlezen">
                          {titel}: {datumTekst(vervaldatum)}
                          {teLaat ? ", te laat" : ""}
                        </span>
                      </Link>
                    ) : null,
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        {props.children}
      </div>
    </div>
  );
}

/** All days that have to fit on the axis. */
export function dagenVan(
  traject: Traject,
  metTermijnen: boolean,
  metTaken: boolean,
  voorbeeld?: Voorbeeld | null,
) {
  const { prognose, besluiten, borden } = traject;
  return [
    ...prognose.mijlpalen.flatMap(({ van, tot, mijlpaal }) => [van, tot, mijlpaal.van, mijlpaal.tot]),
    ...(prognose.streefdatum ? [prognose.streefdatum] : []),
    ...(metTermijnen
      ? besluiten.flatMap(({ cellen }) =>
          cellen.flatMap(({ termijn }) => (termijn ? [termijn.begin, termijn.einde] : [])),
        )
      : []),
    ...(metTaken
      ? borden.flatMap(({ taken }) => taken.flatMap(({ vervaldatum }) => (vervaldatum ? [vervaldatum] : [])))
      : []),
    ...traject.vergaderingen.flatMap(({ datum, vervallen }) => (vervallen ? [] : [datum])),
    ...(voorbeeld?.verschuivingen.flatMap(({ van, tot }) => [van, tot]) ?? []),
  ];
}
export const aantalDagen = (van: string, tot: string) => dagenTussen(van, tot) + 1;
