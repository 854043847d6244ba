import stijl from "./Label.module.css";

const KLEUREN = 5;
/** The same person has the same colour on every screen. Never a region's colour. */
export const kleurVan = (id: string) =>
  `var(--keuze-${([...id].reduce((som, teken) => (som * 31 + teken.charCodeAt(0)) >>> 0, 7) % KLEUREN) + 1})`;

type Props = { persoon: { id: string; naam: string; initialen: string }; klein?: boolean };

export function Avatar({ persoon, klein }: Props) {
  return (
    <span
      role="img"
      aria-label={persoon.naam}
      title={persoon.naam}
      className={`${stijl.avatar} ${klein ? stijl.klein : ""}`}
      style={{ "--kleur": kleurVan(persoon.id) } as React.CSSProperties}
    >
      {persoon.initialen}
    </span>
  );
}
