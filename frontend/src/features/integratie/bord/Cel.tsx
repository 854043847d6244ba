import { memo, useId, useRef } from "react";
import { Status } from "~/ui/Status";
import type { KolomSoort } from "~/graphql/gen/graphql";
import { isTeLaat } from "./filters";
import type { Bezige } from "../bezigen";
import { Kaart } from "./Kaart";
import { useSleepCel } from "./sleep";
import type { Kaart as Taak } from "./volgorde";
import stijl from "./Bord.module.css";

export const STATUS = { TE_DOEN: "open", BEZIG: "bezig", WACHT: "wacht", GEREED: "gereed" } as const;
/** What all cards of a board share. It changes seldom. */
export type Gedeeld = {
  vandaag: string;
  gereed: ReadonlySet<string>;
  metFunctie: boolean;
  opMenu: (taak: string, knop: HTMLElement) => void;
};
type Props = {
  kolom: { id: string; naam: string; soort: KolomSoort };
  baan: string;
  /** Heading one level under that of the lane, if there is one. */
  niveau: "h2" | "h3";
  naamVanBaan: string;
  taken: readonly Taak[];
  gekozen: string | undefined;
  bezigen: ReadonlyMap<string, Bezige>;
  gedeeld: Gedeeld;
};

const zelfdeLijst = (a: readonly Taak[], b: readonly Taak[]) =>
  a.length === b.length && a.every((taak, i) => taak === b[i]);
const raakt = (taken: readonly Taak[], bezigen: ReadonlyMap<string, Bezige>, gekozen: string | undefined) =>
  taken.flatMap(({ id }) => {
    const bezige = bezigen.get(id);
    return bezige ? [`${id}${bezige.id}${bezige.doet}`] : gekozen === id ? [id] : [];
  });
/** Only the cells an event touches are drawn again. */
const gelijk = (a: Props, b: Props) =>
  a.gedeeld === b.gedeeld &&
  a.kolom === b.kolom &&
  a.baan === b.baan &&
  a.niveau === b.niveau &&
  zelfdeLijst(a.taken, b.taken) &&
  raakt(a.taken, a.bezigen, a.gekozen).join() === raakt(b.taken, b.bezigen, b.gekozen).join();

export const Cel = memo(function Cel(props: Props) {
  const { kolom, baan, niveau: Kop, naamVanBaan, taken, gekozen, bezigen, gedeeld } = props;
  const { gereed, ...rest } = gedeeld;
  const cel = useRef<HTMLElement>(null);
  const boven = useSleepCel(cel, kolom.id, baan);
  const id = useId();
  return (
    <section
      ref={cel}
      aria-labelledby={id}
      data-kolom={kolom.id}
      data-boven={boven ?? undefined}
      className={stijl.cel}
    >
      <Kop id={id} className={stijl.kolomkop}>
        <Status soort={STATUS[kolom.soort]}>{kolom.naam}</Status>
        <span className={stijl.tel}>
          {taken.length}
          <span className="alleen-voorlezen">
            {taken.length === 1 ? " taak" : " taken"}
            {naamVanBaan && ` bij ${naamVanBaan}`}
          </span>
        </span>
      </Kop>
      {taken.length > 0 && (
        <ul className={stijl.kaarten}>
          {taken.map((taak) => (
            <Kaart
              key={taak.id}
              taak={taak}
              kolom={kolom.id}
              baan={baan}
              laat={isTeLaat(taak, gereed, gedeeld.vandaag)}
              gereed={gereed.has(kolom.id)}
              gekozen={gekozen === taak.id}
              bezige={bezigen.get(taak.id)}
              {...rest}
            />
          ))}
        </ul>
      )}
    </section>
  );
}, gelijk);
