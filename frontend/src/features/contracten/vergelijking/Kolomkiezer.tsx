import { IconColumns3 } from "@tabler/icons-react";
import { useState } from "react";
import { useGemeenten } from "~/features/integratie/keuzes";
import { Dialoog } from "~/ui/Dialoog";
import { Knop } from "~/ui/Knop";
import { MeerKeuze } from "~/ui/MeerKeuze";
import stijl from "../Contracten.module.css";
import { useKeuzes } from "../useKeuzes";
import { sleutelVan, STREKEN } from "./kolommen";

const REGIOS = [
  { id: STREKEN[0]!, naam: "Noord-Limburg" },
  { id: STREKEN[1]!, naam: "Midden-Limburg Oost" },
  { id: STREKEN[2]!, naam: "Midden-Limburg West" },
];

/** Which regions, gemeenten and contracts stand beside each other. */
export function Kolomkiezer({
  kolommen,
  opKies,
}: {
  kolommen: string[];
  opKies: (kolommen: string[]) => void;
}) {
  const [open, zetOpen] = useState(false);
  const { gemeenten } = useGemeenten();
  const { contracten } = useKeuzes();
  const van = (begin: string) => kolommen.filter((sleutel) => sleutel.startsWith(begin));
  const kies = (begin: string, ids: string[]) =>
    opKies(["regio:", "gemeente:", "contract:"].flatMap((soort) => (soort === begin ? ids : van(soort))));
  return (
    <>
      <Knop onPress={() => zetOpen(true)}>
        <IconColumns3 size={17} aria-hidden />
        Kolommen ({kolommen.length})
      </Knop>
      {open && (
        <Dialoog titel="Kolommen kiezen" open opSluit={() => zetOpen(false)}>
          <div className={stijl.paneel}>
            <MeerKeuze
              label="Regio’s"
              opties={REGIOS}
              waarde={van("regio:")}
              opKies={(ids) => kies("regio:", ids)}
            />
            <MeerKeuze
              label="Gemeenten"
              opties={gemeenten.map(({ id, naam }) => ({ id: `gemeente:${sleutelVan(id)}`, naam }))}
              waarde={van("gemeente:")}
              opKies={(ids) => kies("gemeente:", ids)}
            />
            <MeerKeuze
              label="Contracten"
              opties={contracten.map(({ id, nummer, naam }) => ({
                id: `contract:${sleutelVan(id)}`,
                naam: `${nummer} · ${naam}`,
              }))}
              waarde={van("contract:")}
              opKies={(ids) => kies("contract:", ids)}
            />
            <div className={stijl.knoppen}>
              <Knop soort="vol" onPress={() => zetOpen(false)}>
                Klaar
              </Knop>
              <Knop onPress={() => opKies(STREKEN)}>Noord, MLO en MLW</Knop>
            </div>
          </div>
        </Dialoog>
      )}
    </>
  );
}
