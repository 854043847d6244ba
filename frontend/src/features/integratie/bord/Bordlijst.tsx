import { useMemo, useState } from "react";
import { useFilters } from "~/lib/adres";
import { Status } from "~/ui/Status";
import { ZwevendMenu } from "~/ui/ZwevendMenu";
import { STATUS } from "./Cel";
import { Lijst } from "./Lijst";
import { leesVolgorde, opVolgorde, schrijfVolgorde, type Regel } from "./lijst";
import type { BordGegevens } from "./useBord";
import type { Verplaats } from "./useVerplaats";
import { alsId, doelVan, vanId } from "./verplaatsmenu";
import type { Kolommen } from "./volgorde";
import stijl from "./Lijst.module.css";

type Props = {
  bord: BordGegevens;
  /** The whole board with what is under way, and the part of it that is shown. */
  kolommen: Kolommen;
  zichtbaar: Kolommen;
  traject: Regel["traject"];
  vandaag: string;
  gekozen: string | undefined;
  verplaats: Verplaats;
};

/** The same tasks as on the board, as rows. */
export function Bordlijst({ bord, kolommen, zichtbaar, traject, vandaag, gekozen, verplaats }: Props) {
  const { filters, zet } = useFilters("volgorde");
  const [menu, zetMenu] = useState<{ taak: string; knop: HTMLElement } | null>(null);
  const volgorde = leesVolgorde(filters.volgorde);
  const regels = useMemo(() => {
    const alle = bord.kolommen.flatMap((kolom, rang) =>
      (zichtbaar.get(kolom.id) ?? []).map((taak) => ({ taak, kolom, rang, traject })),
    );
    return opVolgorde(alle, leesVolgorde(filters.volgorde));
  }, [bord.kolommen, zichtbaar, traject, filters.volgorde]);
  const taak = menu ? regels.find((regel) => regel.taak.id === menu.taak)?.taak : undefined;
  return (
    <div className={stijl.bord}>
      <Lijst
        regels={regels}
        volgorde={volgorde}
        opVolgorde={(nu) => zet("volgorde", schrijfVolgorde(nu))}
        vandaag={vandaag}
        gekozen={gekozen}
        opMenu={(id, knop) => zetMenu({ taak: id, knop })}
      />
      <ZwevendMenu
        naam="Verplaats naar"
        anker={taak ? menu!.knop : null}
        opSluit={() => zetMenu(null)}
        opKies={(id) => {
          const doel = taak && doelVan(vanId(id), taak, kolommen, bord.kolommen);
          if (taak && doel) verplaats(taak, doel.kolom, doel.na);
        }}
        regels={bord.kolommen
          .filter(({ id }) => id !== taak?.kolom.id)
          .map(({ id, naam, soort }) => ({
            id: alsId({ naar: "kolom", kolom: id }),
            naam: <Status soort={STATUS[soort]}>{naam}</Status>,
            tekst: naam,
          }))}
      />
    </div>
  );
}
