import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { IconDots } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { IconKnop, Knop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";
import { meervoud } from "~/sessie/woorden";
import { opHetBord, type Fase, type Notitie, type Sessie } from "./sessies";
import stijl from "./Sessies.module.css";

export type Bordacties = {
  /** Puts a note in a group (`null`: on its own), or makes a group out of two. */
  verplaats: (notitie: string, groep: string | null) => void;
  voegSamen: (notitie: string, met: Notitie) => void;
  hernoem: (groep: Sessie["groepen"][number]) => void;
  hefOp: (groep: string) => void;
  legVast: (bron: { notitie?: string; groep?: string; titel: string }) => void;
  laatWeg: (notitie: string) => void;
};
type Props = { sessie: Sessie; fase: Fase; acties?: Bordacties; groot?: boolean };

/** The notes of a phase in their columns; those in a group stand together, in the column of the first of them. */
export function Bord({ sessie, fase, acties, groot }: Props) {
  const notities = opHetBord(sessie).filter((notitie) => notitie.fase === fase.id);
  return (
    <div className={groot ? `${stijl.bord} ${stijl.groot}` : stijl.bord}>
      {fase.kolommen.map(({ id, naam, aantal }) => {
        const hier = notities.filter((notitie) => notitie.kolom === id);
        const groepen = sessie.groepen.filter(
          (groep) => notities.find((notitie) => notitie.groep === groep.id)?.kolom === id,
        );
        return (
          <section key={id} className={stijl.kolom} aria-label={naam}>
            <h3>
              {naam} <small>{aantal}</small>
            </h3>
            {!fase.getoond && (
              <p className={stijl.verborgen}>
                {aantal === 0
                  ? "Nog geen notities."
                  : `${meervoud(aantal, "notitie", "notities")}, nog niet getoond.`}
              </p>
            )}
            {groepen.map((groep) => (
              <Groep
                key={groep.id}
                groep={groep}
                notities={notities.filter((notitie) => notitie.groep === groep.id)}
                sessie={sessie}
                acties={acties}
              />
            ))}
            {hier
              .filter(({ groep }) => !groep)
              .map((notitie) => (
                <Kaartje key={notitie.id} notitie={notitie} sessie={sessie} acties={acties} />
              ))}
          </section>
        );
      })}
    </div>
  );
}

/** A place where a note can be dropped. */
function useDoel(op: ((notitie: string) => void) | undefined) {
  const vlak = useRef<HTMLDivElement>(null);
  const [boven, zetBoven] = useState(false);
  const laatste = useRef(op);
  useEffect(() => {
    laatste.current = op;
  });
  const kan = !!op;
  useEffect(() => {
    if (!vlak.current || !kan) return;
    return dropTargetForElements({
      element: vlak.current,
      canDrop: ({ source }) => typeof source.data.notitie === "string",
      onDragEnter: () => zetBoven(true),
      onDragLeave: () => zetBoven(false),
      onDrop: ({ source, location }) => {
        zetBoven(false);
        // A note within a group: only the innermost place counts.
        if (location.current.dropTargets[0]?.element === vlak.current)
          laatste.current?.(source.data.notitie as string);
      },
    });
  }, [kan]);
  return { vlak, boven };
}

type GroepProps = {
  groep: Sessie["groepen"][number];
  notities: Notitie[];
  sessie: Sessie;
  acties: Bordacties | undefined;
};
function Groep({ groep, notities, sessie, acties }: GroepProps) {
  const { vlak, boven } = useDoel(acties && ((notitie) => acties.verplaats(notitie, groep.id)));
  return (
    <div ref={vlak} className={`${stijl.notitiegroep} ${boven ? stijl.boven : ""}`}>
      <div className={stijl.groepkop}>
        <h4>{groep.naam}</h4>
        <small>{groep.aantal}</small>
        {acties && (
          <Menu
            naam={`Groep ${groep.naam}`}
            knop={
              <IconKnop naam={`Acties voor de groep ${groep.naam}`}>
                <IconDots size={18} aria-hidden />
              </IconKnop>
            }
            regels={[
              { id: "hernoem", naam: "Geef een andere naam" },
              { id: "vast", naam: "Leg vast als taak, besluit…" },
              { id: "op", naam: "Haal uit elkaar" },
            ]}
            opKies={(keuze) => {
              if (keuze === "hernoem") acties.hernoem(groep);
              if (keuze === "vast") acties.legVast({ groep: groep.id, titel: groep.naam });
              if (keuze === "op") acties.hefOp(groep.id);
            }}
          />
        )}
      </div>
      {notities.map((notitie) => (
        <Kaartje key={notitie.id} notitie={notitie} sessie={sessie} acties={acties} />
      ))}
    </div>
  );
}

type KaartProps = { notitie: Notitie; sessie: Sessie; acties: Bordacties | undefined };
function Kaartje({ notitie, sessie, acties }: KaartProps) {
  const anders =
    acties && !notitie.groep && ((bron: string) => bron !== notitie.id && acties.voegSamen(bron, notitie));
  const { vlak, boven } = useDoel(anders || undefined);
  const kan = !!acties;
  useEffect(() => {
    if (!vlak.current || !kan) return;
    return draggable({ element: vlak.current, getInitialData: () => ({ notitie: notitie.id }) });
  }, [kan, notitie.id, vlak]);
  const kort = notitie.tekst.slice(0, 40);
  const andere = sessie.groepen.filter(({ id }) => id !== notitie.groep);
  const los = opHetBord(sessie).filter(
    (een) => een.fase === notitie.fase && !een.groep && een.id !== notitie.id,
  );
  return (
    <div ref={vlak} className={`${stijl.notitie} ${boven ? stijl.boven : ""}`}>
      <p>{notitie.tekst}</p>
      {notitie.auteur && (
        <small>
          {notitie.opNaamVan ?? notitie.auteur}
          {notitie.achterban ? `, ${notitie.achterban.naam}` : ""}
        </small>
      )}
      {notitie.toelichting && <small>{notitie.toelichting}</small>}
      {acties && (
        <Menu
          naam={`Notitie ${kort}`}
          knop={
            <IconKnop naam={`Acties voor de notitie ${kort}`}>
              <IconDots size={16} aria-hidden />
            </IconKnop>
          }
          regels={[
            ...andere.map(({ id, naam }) => ({
              id: `groep ${id}`,
              naam: `Verplaats naar groep ‘${naam}’`,
              tekst: `Verplaats naar groep ${naam}`,
            })),
            ...(notitie.groep ? [{ id: "los", naam: "Haal uit de groep" }] : []),
            ...(notitie.groep
              ? []
              : los.map((een) => ({
                  id: `met ${een.id}`,
                  naam: `Zet bij elkaar met ‘${een.tekst.slice(0, 50)}’`,
                  tekst: `Zet bij elkaar met ${een.tekst}`,
                }))),
            { id: "vast", naam: "Leg vast als taak, besluit…" },
            { id: "weg", naam: "Laat weg van het bord" },
          ]}
          opKies={(keuze) => {
            const [wat, id] = keuze.split(" ");
            if (wat === "groep") acties.verplaats(notitie.id, id!);
            if (wat === "los") acties.verplaats(notitie.id, null);
            if (wat === "met")
              acties.voegSamen(
                notitie.id,
                los.find((een) => een.id === id)!,
              );
            if (wat === "vast") acties.legVast({ notitie: notitie.id, titel: notitie.tekst });
            if (wat === "weg") acties.laatWeg(notitie.id);
          }}
        />
      )}
    </div>
  );
}

/** Groups the hub suggests: nothing changes until one is taken. */
export function Voorstel({ naam, aantal, opNeem }: { naam: string; aantal: number; opNeem: () => void }) {
  return (
    <div className={stijl.voorstel}>
      <span>
        {aantal} notities lijken op ‘{naam}’
      </span>
      <Knop onPress={opNeem}>Zet bij elkaar</Knop>
    </div>
  );
}
