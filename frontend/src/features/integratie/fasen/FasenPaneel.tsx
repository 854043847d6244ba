import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { IconKnop, Knop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { ZetFasen } from "../operations/zetFasen";
import { gelijk, houd, invoerVan, nieuweRij, rijenVan, schuif, type Fase, type Rij } from "./fasen";
import stijl from "./Fasen.module.css";

const MAX_FASEN = 20;

/** What was changed and not saved, per trajectory, with what stood there when one began: closing throws nothing away. */
type Concept = { gezien: Rij[]; rijen: Rij[] };
const concepten = maakWinkel<Readonly<Record<string, Concept | undefined>>>({});

type Props = {
  traject: { id: string };
  fasen: readonly Fase[];
  mijlpalen: { id: string; naam: string }[];
  bereik: string;
  opSluit: () => void;
};

/** The phases of a trajectory, to be changed as one list. */
export function FasenPaneel({ traject, fasen, mijlpalen, bereik, opSluit }: Props) {
  const nu = rijenVan(fasen);
  const { gezien, rijen } = useWinkel(concepten)[traject.id] ?? { gezien: nu, rijen: nu };
  const zet = (concept: Concept | undefined) => concepten.zet((oud) => ({ ...oud, [traject.id]: concept }));
  const wijzig = (nieuw: Rij[]) => zet({ gezien, rijen: nieuw });
  const { verstuur, bezig, algemeen } = useInzending(useMutatie(ZetFasen, bereik), []);
  const lijst = useRef<HTMLOListElement>(null);
  const { vraagFocus } = useFocus(lijst);

  const klaar = () => {
    zet(undefined);
    opSluit();
  };
  const bewaar = async () => {
    if (!(await verstuur({ traject: traject.id, verwacht: invoerVan(gezien), fasen: invoerVan(rijen) })))
      return;
    kondigAan("De fasen zijn bewaard.");
    klaar();
  };
  const verplaats = (plek: number, stap: -1 | 1) => {
    const { eigen, naam } = rijen[plek]!;
    wijzig(schuif(rijen, plek, stap));
    kondigAan(`‘${naam}’ staat nu op plaats ${plek + stap + 1} van ${rijen.length}.`);
    vraagFocus(eigen, stap < 0 ? "omhoog" : "omlaag");
  };
  const haalWeg = (plek: number) => {
    kondigAan(`‘${rijen[plek]!.naam}’ is uit de lijst.`);
    const buur = rijen[plek + 1] ?? rijen[plek - 1];
    wijzig(rijen.filter((_, i) => i !== plek));
    vraagFocus(buur?.eigen, "weg");
  };
  const voegToe = () => {
    const rij = nieuweRij();
    wijzig([...rijen, rij]);
    vraagFocus(rij.eigen, "naam");
  };
  return (
    <Zijpaneel titel="Fasen" opSluit={opSluit}>
      <div className={stijl.paneel}>
        <p className={stijl.stil}>
          Een fase loopt tot haar poort: de mijlpaal die haar afsluit. Is die gehaald, dan is de fase
          afgerond.
        </p>
        <Formulier
          opVerstuur={() => void bewaar()}
          fouten={algemeen}
          bezig={bezig}
          uit={gelijk(rijen, nu)}
          knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
          opAnnuleer={klaar}
        >
          {!gelijk(nu, gezien) && (
            <Botsing
              opNeemOver={() => zet(undefined)}
              opHoud={() => zet({ gezien: nu, rijen: houd(rijen, nu) })}
            >
              Een collega wijzigde de fasen intussen. Er staat nu:{" "}
              {nu.map(({ naam }) => `‘${naam}’`).join(", ") || "geen enkele fase"}.
            </Botsing>
          )}
          <ol className={stijl.rijen} ref={lijst}>
            {rijen.map((rij, plek) => {
              const wie = rij.naam.trim() ? `‘${rij.naam.trim()}’` : `Fase ${plek + 1}`;
              const wijzigRij = (nieuw: Partial<Rij>) =>
                wijzig(rijen.map((een) => (een.eigen === rij.eigen ? { ...een, ...nieuw } : een)));
              return (
                <li key={rij.eigen} data-rij={rij.eigen}>
                  <div className={stijl.rijkop}>
                    <b>Fase {plek + 1}</b>
                    <IconKnop
                      naam={`${wie} omhoog`}
                      data-doet="omhoog"
                      isDisabled={plek === 0}
                      onPress={() => verplaats(plek, -1)}
                    >
                      <IconArrowUp size={18} aria-hidden />
                    </IconKnop>
                    <IconKnop
                      naam={`${wie} omlaag`}
                      data-doet="omlaag"
                      isDisabled={plek === rijen.length - 1}
                      onPress={() => verplaats(plek, 1)}
                    >
                      <IconArrowDown size={18} aria-hidden />
                    </IconKnop>
                    <IconKnop naam={`Haal ${wie} weg`} data-doet="weg" onPress={() => haalWeg(plek)}>
                      <IconTrash size={18} aria-hidden />
                    </IconKnop>
                  </div>
                  <Veld
                    label={`Naam van fase ${plek + 1}`}
                    isRequired
                    maxLength={100}
                    value={rij.naam}
                    onChange={(naam) => wijzigRij({ naam })}
                  />
                  <Keuze
                    label={`Poort van fase ${plek + 1}`}
                    // A milestone ends one phase: what another has is no choice here.
                    opties={mijlpalen.filter(
                      ({ id }) => id === rij.poort || !rijen.some(({ poort }) => poort === id),
                    )}
                    leeg="Nog niet gekozen"
                    waarde={rij.poort}
                    opKies={(poort) => wijzigRij({ poort })}
                  />
                </li>
              );
            })}
          </ol>
          <div>
            <Knop onPress={voegToe} isDisabled={rijen.length >= MAX_FASEN}>
              <IconPlus size={17} aria-hidden />
              Voeg een fase toe
            </Knop>
          </div>
        </Formulier>
      </div>
    </Zijpaneel>
  );
}

/** Rows that move, come or go take the focus along: who uses the keyboard stays where the work is. */
function useFocus(lijst: React.RefObject<HTMLOListElement | null>) {
  const gevraagd = useRef<{ rij: string; doet: string } | undefined>(undefined);
  useEffect(() => {
    if (!gevraagd.current) return;
    const { rij, doet } = gevraagd.current;
    gevraagd.current = undefined;
    const vak = lijst.current?.querySelector(`[data-rij="${CSS.escape(rij)}"]`);
    const knop = vak?.querySelector<HTMLElement>(`[data-doet="${doet}"]:not([disabled])`);
    (knop ?? vak?.querySelector<HTMLElement>("input"))?.focus();
  });
  const vraagFocus = (rij: string | undefined, doet: string) => {
    gevraagd.current = rij ? { rij, doet } : undefined;
  };
  return { vraagFocus };
}
