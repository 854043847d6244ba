import {
  IconAlertTriangle,
  IconArrowsMove,
  IconCalendar,
  IconChecklist,
  IconClockHour4,
  IconMessage,
  IconRepeat,
} from "@tabler/icons-react";
import { memo, useRef } from "react";
import { dagVan, dagenTussen, datumTekst, vervaltTekst } from "~/lib/datum";
import { Avatar, kleurVan } from "~/ui/Avatar";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { useSleepKaart } from "./sleep";
import type { Bezige } from "../bezigen";
import { useTraject } from "../kader/trajecten";
import { herhalingTekst } from "../taak/herhaling";
import type { Kaart as Taak } from "./volgorde";
import stijl from "./Kaart.module.css";

type Props = {
  taak: Taak;
  kolom: string;
  baan: string;
  laat: boolean;
  gereed: boolean;
  metFunctie: boolean;
  vandaag: string;
  gekozen: boolean;
  bezige: Bezige | undefined;
  opMenu: (taak: string, knop: HTMLElement) => void;
};

const ALLE = 14;
export function gemeentenTekst(gemeenten: readonly { naam: string }[]): string {
  if (gemeenten.length === 0) return "Het geheel";
  if (gemeenten.length <= 2) return gemeenten.map(({ naam }) => naam).join(", ");
  return gemeenten.length === ALLE ? "alle 14 gemeenten" : `${gemeenten.length} gemeenten`;
}
export function dagenTekst(dagen: number): string {
  if (dagen <= 0) return "sinds vandaag";
  return dagen === 1 ? "1 dag in deze kolom" : `${dagen} dagen in deze kolom`;
}

function Vervalt({ datum, laat, vandaag }: { datum: string; laat: boolean; vandaag: string }) {
  const Icoon = laat ? IconAlertTriangle : IconCalendar;
  return (
    <span className={laat ? stijl.laat : undefined} title={`Vervaldatum ${datumTekst(datum)}`}>
      <Icoon size={14} aria-hidden />
      <span className="alleen-voorlezen">Vervaldatum: </span>
      {laat || datum >= vandaag ? vervaltTekst(datum, vandaag) : datumTekst(datum)}
    </span>
  );
}

export const Kaart = memo(function Kaart({
  taak,
  kolom,
  baan,
  laat,
  gereed,
  metFunctie,
  vandaag,
  gekozen,
  bezige,
  opMenu,
}: Props) {
  const { adres } = useTraject();
  const kaart = useRef<HTMLLIElement>(null);
  const { sleept, rand } = useSleepKaart(kaart, taak, { kolom, baan });
  const regios = taak.regios.flatMap(({ sleutel }) => regioSleutel(sleutel) ?? []);
  const dagen = dagenTussen(dagVan(new Date(taak.kolomSinds)), vandaag);
  const klassen = [stijl.kaart, regios.length === 1 && stijl[regios[0]!], gekozen && stijl.gekozen];
  if (sleept) klassen.push(stijl.sleept);
  if (bezige) klassen.push(stijl.bezet);
  const { voortgang, eigenaar } = taak;
  return (
    <li
      ref={kaart}
      data-taak={taak.id}
      data-rand={rand ?? undefined}
      className={klassen.filter(Boolean).join(" ")}
      style={bezige && ({ "--bezige": kleurVan(bezige.id) } as React.CSSProperties)}
    >
      {bezige && (
        <span className={stijl.bezige}>
          {bezige.naam} {bezige.doet === "SLEEPT" ? "sleept" : "bewerkt"}
        </span>
      )}
      <div className={stijl.kop}>
        {/* A plain link: the board opens it, so that a thousand cards need not follow the address. */}
        <a
          href={adres("takenbord", `taak/${encodeURIComponent(taak.id)}`)}
          draggable={false}
          className={stijl.titel}
          aria-current={gekozen ? "true" : undefined}
        >
          {taak.titel}
        </a>
        {taak.magWijzigen && (
          <button
            type="button"
            className={stijl.menu}
            aria-haspopup="menu"
            aria-label={`Verplaats ‘${taak.titel}’ naar…`}
            title="Verplaats naar…"
            onClick={(klik) => opMenu(taak.id, klik.currentTarget)}
          >
            <IconArrowsMove size={16} aria-hidden />
          </button>
        )}
      </div>
      {metFunctie && taak.functie && <div className={stijl.functie}>{taak.functie.naam}</div>}
      <div className={stijl.onder}>
        <div className={stijl.meta}>
          {regios.map((regio) => (
            <Regiolabel key={regio} regio={regio} />
          ))}
          <span title={taak.gemeenten.map(({ naam }) => naam).join(", ") || undefined}>
            {gemeentenTekst(taak.gemeenten)}
          </span>
          {taak.vervaldatum && <Vervalt datum={taak.vervaldatum} laat={laat} vandaag={vandaag} />}
          {taak.herhaling && (
            <span title={`Komt terug: ${herhalingTekst(taak.herhaling)}`}>
              <IconRepeat size={14} aria-hidden />
              <span className="alleen-voorlezen">Komt terug: {herhalingTekst(taak.herhaling)}</span>
            </span>
          )}
          {voortgang.totaal > 0 && (
            <span title={`Checklist: ${voortgang.gereed} van ${voortgang.totaal} af`}>
              <IconChecklist size={14} aria-hidden />
              <span className="alleen-voorlezen">Checklist: </span>
              {voortgang.gereed}/{voortgang.totaal}
            </span>
          )}
          {taak.aantalOpmerkingen > 0 && (
            <span
              title={taak.aantalOpmerkingen === 1 ? "1 opmerking" : `${taak.aantalOpmerkingen} opmerkingen`}
            >
              <IconMessage size={14} aria-hidden />
              {taak.aantalOpmerkingen}
              <span className="alleen-voorlezen"> opmerkingen</span>
            </span>
          )}
          {!gereed && (
            <span>
              <IconClockHour4 size={14} aria-hidden />
              {dagenTekst(dagen)}
            </span>
          )}
        </div>
        {eigenaar ? <Avatar persoon={eigenaar} klein /> : null}
      </div>
    </li>
  );
});
