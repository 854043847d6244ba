import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Bezige } from "~/features/integratie/bezigen";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { kondigAan } from "~/ui/meldingen";
import { ELEMENT, SOORT, type Cel } from "../attribuut";
import { alsTsv, leesTsv, leg, randen, venster, type Blok } from "./blok";
import { Rij, type Bewerking, type Rijdata } from "./Rij";
import type { Wens } from "./useBewaar";
import stijl from "./Vergelijking.module.css";

export type Kolom = { sleutel: string; naam: string; magInvullen: boolean };
type Props = {
  rijen: Rijdata[];
  kolommen: Kolom[];
  onderweg: ReadonlyMap<string, string>;
  bezigen: ReadonlyMap<string, Bezige>;
  bewaar: (wensen: Wens[]) => Promise<boolean>;
  opBezig: (cel: string | undefined) => void;
  /** The cells that are selected, for what one can do with them. */
  opKeuze: (cellen: Cel[]) => void;
  opOpen: (rij: Rijdata, cel?: Cel) => void;
};

const RIJ = 40;
const STAP: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};
const klem = (getal: number, tot: number) => Math.max(0, Math.min(tot - 1, getal));

/** The comparison as a sheet: arrows, ranges, typing, copy and paste. Only the rows in sight are drawn. */
export function Blad({ rijen, kolommen, onderweg, bezigen, bewaar, opBezig, opKeuze, opOpen }: Props) {
  const vak = useRef<HTMLDivElement>(null);
  const [blok, zetBlok] = useState<Blok>({ van: [0, 0], tot: [0, 0] });
  const [bewerking, zetBewerking] = useState<Bewerking & { rij: number; cel: Cel }>();
  const [zicht, zetZicht] = useState<[number, number]>([0, 600]);
  const wilFocus = useRef(false);
  // What one points at is in sight: scrolling then would put another cell under the pointer.
  const wijst = useRef(false);
  // Removing the field takes its focus away, which must not save once more.
  const isOpen = useRef(false);
  // An element has a head of its own above its first row.
  const regels = useMemo(
    () =>
      rijen.flatMap((rij, nummer) =>
        rijen[nummer - 1]?.element === rij.element ? [nummer] : [`kop-${rij.element}`, nummer],
      ),
    [rijen],
  );
  const regelVan = useMemo(() => new Map(regels.map((regel, plaats) => [regel, plaats])), [regels]);
  const [rij, kolom] = blok.tot;
  const [eerste, laatste] = venster(zicht[0], zicht[1], RIJ, regels.length);
  const cellenIn = useCallback(
    (van: Blok) => {
      const { boven, onder, links, rechts } = randen(van);
      return rijen.slice(boven, onder + 1).map((een) => een.cellen.slice(links, rechts + 1));
    },
    [rijen],
  );
  useEffect(() => opKeuze(cellenIn(blok).flat()), [blok, cellenIn, opKeuze]);

  const ga = useCallback(
    (naar: [number, number], verleng: boolean) => {
      const tot: [number, number] = [klem(naar[0], rijen.length), klem(naar[1], kolommen.length)];
      wilFocus.current = true;
      zetBlok((oud) => ({ van: verleng ? oud.van : tot, tot }));
    },
    [rijen.length, kolommen.length],
  );
  // What one stands on must be in sight before it can have the focus.
  useLayoutEffect(() => {
    if (!wilFocus.current || bewerking || !vak.current) return;
    const element = vak.current;
    const boven = (regelVan.get(rij) ?? 0) * RIJ;
    if (wijst.current) {
      [wilFocus.current, wijst.current] = [false, false];
      element.querySelector<HTMLElement>(`[data-cel="${rij}-${kolom}"]`)?.focus({ preventScroll: true });
      return;
    }
    if (boven < element.scrollTop + RIJ) element.scrollTop = Math.max(0, boven - RIJ);
    else if (boven + 2 * RIJ > element.scrollTop + element.clientHeight - RIJ)
      element.scrollTop = boven + 3 * RIJ - element.clientHeight;
    const cel = element.querySelector<HTMLElement>(`[data-cel="${rij}-${kolom}"]`);
    // Out of sight until now: the scroll event draws it, and then it is found.
    if (!cel) return;
    wilFocus.current = false;
    cel.focus({ preventScroll: true });
    // The first column stays in sight and must not cover it.
    const [kop, plek] = [element.querySelector("th")!.getBoundingClientRect(), cel.getBoundingClientRect()];
    if (plek.left < kop.right) element.scrollLeft -= kop.right - plek.left;
    else if (plek.right > element.getBoundingClientRect().right)
      element.scrollLeft += plek.right - element.getBoundingClientRect().right + 12;
  });
  useEffect(() => {
    const element = vak.current;
    if (!element) return;
    const kijker = new ResizeObserver(() => zetZicht([element.scrollTop, element.clientHeight]));
    kijker.observe(element);
    return () => kijker.disconnect();
  }, []);

  const begin = useCallback(
    (naarRij: number, naarKolom: number, tekst?: string) => {
      const cel = rijen[naarRij]?.cellen[naarKolom];
      if (!cel) return;
      if (!kolommen[naarKolom]?.magInvullen) return kondigAan("Deze kolom kun je lezen, niet invullen.");
      zetBlok({ van: [naarRij, naarKolom], tot: [naarRij, naarKolom] });
      isOpen.current = true;
      // As it was when one began: what someone else writes meanwhile is not written over.
      zetBewerking({ rij: naarRij, kolom: naarKolom, tekst: tekst ?? cel.waarde ?? "", cel });
      opBezig(cel.id);
    },
    [rijen, kolommen, opBezig],
  );
  const stop = (opslaan: boolean, daarna?: [number, number]) => {
    if (!bewerking || !isOpen.current) return;
    isOpen.current = false;
    const { cel } = bewerking;
    zetBewerking(undefined);
    opBezig(undefined);
    wilFocus.current = !!daarna;
    if (daarna) ga([bewerking.rij + daarna[0], bewerking.kolom + daarna[1]], false);
    if (opslaan && bewerking.tekst.trim() !== (cel.waarde ?? ""))
      void bewaar([{ cel, tekst: bewerking.tekst }]);
  };
  const opInvoertoets = (toets: React.KeyboardEvent) => {
    toets.stopPropagation();
    if (toets.key === "Escape") stop(false, [0, 0]);
    else if (toets.key === "Enter") stop(true, [1, 0]);
    else if (toets.key === "Tab") stop(true, [0, toets.shiftKey ? -1 : 1]);
    else return;
    toets.preventDefault();
  };
  const leegmaken = () => {
    const { links } = randen(blok);
    const wensen = cellenIn(blok).flatMap((cellen) =>
      cellen.flatMap((cel, i) =>
        cel.waarde && kolommen[links + i]?.magInvullen ? [{ cel, tekst: "" }] : [],
      ),
    );
    if (wensen.length > 0) void bewaar(wensen);
  };
  const opToets = (toets: React.KeyboardEvent) => {
    if (bewerking || !(toets.target as HTMLElement).dataset.cel) return;
    const stap = STAP[toets.key];
    if (stap) ga([rij + stap[0], kolom + stap[1]], toets.shiftKey);
    else if (toets.key === "Home") ga([toets.ctrlKey ? 0 : rij, 0], toets.shiftKey);
    else if (toets.key === "End")
      ga([toets.ctrlKey ? rijen.length - 1 : rij, kolommen.length - 1], toets.shiftKey);
    else if (toets.key === "a" && (toets.ctrlKey || toets.metaKey))
      zetBlok({ van: [0, 0], tot: [rijen.length - 1, kolommen.length - 1] });
    else if (toets.key === "Enter" && toets.altKey) opOpen(rijen[rij]!, rijen[rij]?.cellen[kolom]);
    else if (toets.key === "Enter" || toets.key === "F2") begin(rij, kolom);
    else if (toets.key === "Delete" || toets.key === "Backspace") leegmaken();
    else if (toets.key.length === 1 && !toets.ctrlKey && !toets.metaKey && !toets.altKey)
      begin(rij, kolom, toets.key);
    else return;
    toets.preventDefault();
  };
  const opKopieer = (gebeurtenis: React.ClipboardEvent) => {
    if (bewerking) return;
    gebeurtenis.preventDefault();
    const cellen = cellenIn(blok);
    gebeurtenis.clipboardData.setData(
      "text/plain",
      alsTsv(cellen.map((regel) => regel.map(({ waarde }) => waarde ?? ""))),
    );
    kondigAan(`${cellen.flat().length === 1 ? "1 cel" : `${cellen.flat().length} cellen`} gekopieerd.`);
  };
  const opPlak = (gebeurtenis: React.ClipboardEvent) => {
    if (bewerking) return;
    gebeurtenis.preventDefault();
    const geplakt = leg(blok, leesTsv(gebeurtenis.clipboardData.getData("text/plain")));
    const binnen = geplakt.flatMap(({ plek, tekst }) => {
      const cel = rijen[plek[0]]?.cellen[plek[1]];
      return cel && kolommen[plek[1]]?.magInvullen ? [{ cel, tekst }] : [];
    });
    if (binnen.length === 0) return kondigAan("Hier is niets in te vullen.");
    const buiten = geplakt.length - binnen.length;
    void bewaar(binnen).then((gelukt) => {
      const wat = binnen.length === 1 ? "1 cel ingevuld" : `${binnen.length} cellen ingevuld`;
      if (gelukt) kondigAan(buiten > 0 ? `${wat}; ${buiten} vielen buiten het blad.` : `${wat}.`);
    });
  };
  const opTyp = useCallback((tekst: string) => zetBewerking((oud) => oud && { ...oud, tekst }), []);
  const opKies = useCallback(
    (naarRij: number, naarKolom: number, verleng: boolean) => {
      wijst.current = true;
      ga([naarRij, naarKolom], verleng);
    },
    [ga],
  );
  const magInvullen = useMemo(() => kolommen.map((een) => een.magInvullen), [kolommen]);
  const laat = useRef(stop);
  const toetsen = useRef(opInvoertoets);
  useLayoutEffect(() => {
    laat.current = stop;
    toetsen.current = opInvoertoets;
  });
  // One and the same function for all rows: only rows that changed are drawn again.
  const opVerlaat = useCallback(() => laat.current(true), []);
  const opInvoer = useCallback((toets: React.KeyboardEvent) => toetsen.current(toets), []);
  const { boven, onder, links, rechts } = randen(blok);
  const keuzes = bewerking && rijen[bewerking.rij];
  return (
    <>
      <div
        ref={vak}
        className={stijl.blad}
        onScroll={({ currentTarget }) => zetZicht([currentTarget.scrollTop, currentTarget.clientHeight])}
        onKeyDown={opToets}
        onCopy={opKopieer}
        onPaste={opPlak}
      >
        <table
          role="grid"
          aria-label="Vergelijking"
          aria-multiselectable
          aria-rowcount={regels.length + 1}
          className={stijl.tabel}
          style={{ "--aantal": kolommen.length } as React.CSSProperties}
        >
          <colgroup>
            <col className={stijl.kolomNaam} />
            {kolommen.map(({ sleutel }) => (
              <col key={sleutel} className={stijl.kolom} />
            ))}
            <col className={stijl.kolom} />
          </colgroup>
          <thead role="rowgroup">
            <tr role="row" aria-rowindex={1}>
              <th scope="col" role="columnheader">
                Attribuut
              </th>
              {kolommen.map(({ sleutel, naam }) => {
                const regio = sleutel.startsWith("regio:") ? regioSleutel(sleutel) : undefined;
                return (
                  <th key={sleutel} scope="col" role="columnheader" title={naam}>
                    {regio ? <Regiolabel regio={regio} lang /> : naam}
                  </th>
                );
              })}
              <th scope="col" role="columnheader">
                Verschil
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {eerste > 0 && <tr aria-hidden style={{ height: eerste * RIJ }} />}
            {regels.slice(eerste, laatste).map((regel, i) =>
              typeof regel === "string" ? (
                <tr key={regel} role="row" aria-rowindex={eerste + i + 2} className={stijl.element}>
                  <th scope="rowgroup" role="rowheader" colSpan={kolommen.length + 2}>
                    {ELEMENT[regel.slice(4) as keyof typeof ELEMENT]}
                  </th>
                </tr>
              ) : (
                <Rij
                  key={rijen[regel]!.id}
                  rij={rijen[regel]!}
                  nummer={regel}
                  index={eerste + i + 2}
                  actief={regel === rij ? kolom : undefined}
                  gekozen={regel >= boven && regel <= onder ? `${links}-${rechts}` : ""}
                  bewerkt={bewerking?.rij === regel ? bewerking : undefined}
                  magInvullen={magInvullen}
                  onderweg={onderweg}
                  bezigen={bezigen}
                  opKies={opKies}
                  opBewerk={begin}
                  opTyp={opTyp}
                  opInvoertoets={opInvoer}
                  opVerlaat={opVerlaat}
                  opOpen={opOpen}
                />
              ),
            )}
            {laatste < regels.length && (
              <tr aria-hidden style={{ height: (regels.length - laatste) * RIJ }} />
            )}
          </tbody>
        </table>
      </div>
      {keuzes && (
        <datalist id="waarden-om-te-kiezen">
          {(keuzes.soort === "JA_NEE" ? ["ja", "nee"] : keuzes.keuzes).map((keuze) => (
            <option key={keuze} value={keuze} />
          ))}
        </datalist>
      )}
      <p className={stijl.hulp}>
        {rijen[rij] && (
          <>
            <b>{rijen[rij].naam}</b>: {SOORT[rijen[rij].soort][1]}
            {rijen[rij].eenheid && ` in ${rijen[rij].eenheid}`}.{" "}
          </>
        )}
        Typ of druk op Enter om in te vullen, Delete maakt onbekend. Kopieer en plak blokken van en naar een
        rekenblad. Alt+Enter toont bron en geschiedenis.
      </p>
    </>
  );
}
