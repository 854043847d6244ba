import { IconArrowUpRight, IconHelp } from "@tabler/icons-react";
import { useRef } from "react";
import { Link, useLocation } from "react-router";
import type { Kaartbeweging } from "~/graphql/gen/graphql";
import type { Bezige } from "~/features/integratie/bezigen";
import type { Plek } from "./indeling";
import { RINGNAAM, VERSCHIL, type Stakeholder, type Vak } from "./kaart";
import { useSleepKaartje } from "./sleep";
import stijl from "./Kaart.module.css";

type Props = {
  stakeholder: Stakeholder;
  vak: Vak;
  plek: Plek;
  /** Nobody stands for this place. */
  onzeker: boolean;
  /** The past shows where one stood, not how communication is now. */
  metKloof: boolean;
  gekozen: boolean;
  magSlepen: boolean;
  bezig: Bezige | undefined;
  verschil: Kaartbeweging | undefined;
};

/** One name on the map: a link to what is known, that can be dragged. */
export function Kaartje(props: Props) {
  const { stakeholder, vak, plek, onzeker, metKloof, gekozen, magSlepen, bezig, verschil } = props;
  const element = useRef<HTMLDivElement>(null);
  const sleept = useSleepKaartje(element, stakeholder.id, magSlepen);
  const { search } = useLocation();
  const kloof = metKloof && stakeholder.plek.heeftKloof;
  const gesproken = [
    stakeholder.naam,
    RINGNAAM[vak.ring],
    onzeker && "plek onzeker",
    kloof && "communicatie moet verder",
    verschil && VERSCHIL[verschil].toLowerCase(),
  ];
  const klassen = [
    stijl.kaartje,
    onzeker && stijl.onzeker,
    gekozen && stijl.gekozen,
    sleept && stijl.sleept,
    verschil && stijl.anders,
  ];
  return (
    <div
      ref={element}
      className={klassen.filter(Boolean).join(" ")}
      style={{ "--x": plek.x, "--y": plek.y } as React.CSSProperties}
      data-stakeholder={stakeholder.id}
    >
      <Link
        to={{ pathname: `/organisatie/kaart/stakeholder/${stakeholder.id}`, search }}
        preventScrollReset
        draggable={false}
        title={stakeholder.naam}
        aria-current={gekozen || undefined}
        aria-label={gesproken.filter(Boolean).join(", ")}
      >
        <span className={stijl.naam}>{stakeholder.naam}</span>
      </Link>
      {onzeker && <IconHelp className={stijl.teken} size={13} aria-hidden />}
      {kloof && <IconArrowUpRight className={`${stijl.teken} ${stijl.kloof}`} size={13} aria-hidden />}
      {verschil && <span className={stijl.merk}>{VERSCHIL[verschil]}</span>}
      {bezig && (
        <span className={stijl.merk}>
          {bezig.naam} {bezig.doet === "SLEEPT" ? "sleept" : "bewerkt"}
        </span>
      )}
    </div>
  );
}
