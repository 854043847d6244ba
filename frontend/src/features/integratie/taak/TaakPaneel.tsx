import { IconArchive, IconArchiveOff, IconPencil } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useIk } from "~/features/account/ik";
import { WieMoetDitWeten } from "~/features/impact/WieMoetDitWeten";
import { VolgKnop } from "~/features/meldingen/VolgKnop";
import { UitSessie } from "~/features/sessies/UitSessie";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { useStand } from "../kader/stand";
import type { Omgeving } from "../Takenbord";
import { Bewerken, concepten } from "./Bewerken";
import { Checklist } from "./Checklist";
import { Geschiedenis } from "./Geschiedenis";
import { Opmerkingen } from "./Opmerkingen";
import { TaakFeiten } from "./TaakFeiten";
import { useArchiveer } from "./useArchiveer";
import { useTaak, type Taak } from "./useTaak";
import stijl from "./Taak.module.css";

type Props = { id: string; omgeving: Omgeving; opSluit: () => void };

export function TaakPaneel({ id, omgeving, opSluit }: Props) {
  const { taak, geladen, fout, opnieuw } = useTaak(id, omgeving.bereik);
  useEffect(() => {
    if (!taak) return;
    const vorige = document.title;
    document.title = `${taak.titel} · Takenbord · Samenspel`;
    return () => void (document.title = vorige);
  }, [taak]);
  return (
    <Zijpaneel titel={taak ? `Taak #${taak.nummer}` : "Taak"} opSluit={opSluit}>
      {taak ? (
        <Inhoud taak={taak} omgeving={omgeving} />
      ) : geladen ? (
        <LeegStaat titel="Deze taak is er niet" actie={<Knop onPress={opSluit}>Terug naar het bord</Knop>}>
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      ) : fout ? (
        <Foutstaat gebeurd="De taak kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2rem" />
      )}
    </Zijpaneel>
  );
}

function waaromNiet(taak: Taak, magMaken: boolean): string | undefined {
  if (taak.gearchiveerdOp) return undefined;
  if (taak.magWijzigen) return undefined;
  return magMaken
    ? "Je kunt deze taak lezen, niet wijzigen: je wijzigt alleen taken van je eigen gemeente."
    : "Je kunt deze taak lezen, niet wijzigen: dat hoort niet bij je rol.";
}

function Inhoud({ taak, omgeving }: { taak: Taak; omgeving: Omgeving }) {
  const { bereik, meldBezig, magMaken } = omgeving;
  const { bevoegdheden } = useIk();
  const [bewerkt, zetBewerkt] = useState(() => taak.id in concepten.lees());
  const { archiveer, herstel } = useArchiveer(bereik);
  const inArchief = !!taak.gearchiveerdOp;
  const mag = taak.magWijzigen && !inArchief;
  const stand = useStand();
  const reden = stand ? undefined : waaromNiet(taak, magMaken);
  const isInvoer = (doel: EventTarget) =>
    doel instanceof HTMLTextAreaElement || (doel instanceof HTMLInputElement && doel.type !== "checkbox");
  return (
    <div
      className={stijl.paneel}
      onFocus={({ target }) => isInvoer(target) && meldBezig("BEWERKT", taak.id)}
      onBlur={({ target }) => isInvoer(target) && meldBezig("KIJKT")}
    >
      {inArchief && (
        <Melding soort="info">
          Deze taak ligt in het archief. Herstel haar om haar weer te kunnen wijzigen.
        </Melding>
      )}
      {reden && <Melding soort="info">{reden}</Melding>}
      {bewerkt && mag ? (
        <Bewerken taak={taak} omgeving={omgeving} opKlaar={() => zetBewerkt(false)} />
      ) : (
        <>
          <TaakFeiten taak={taak} omgeving={omgeving} mag={mag} />
          {!stand && (
            <div className={stijl.knoppen}>
              {mag && (
                <Knop soort="vol" onPress={() => zetBewerkt(true)}>
                  <IconPencil size={17} aria-hidden />
                  Bewerk taak
                </Knop>
              )}
              <VolgKnop id={taak.id} />
              {taak.magWijzigen && (
                <Knop onPress={() => void (inArchief ? herstel(taak) : archiveer(taak))}>
                  {inArchief ? (
                    <IconArchiveOff size={17} aria-hidden />
                  ) : (
                    <IconArchive size={17} aria-hidden />
                  )}
                  {inArchief ? "Herstel taak" : "Archiveer taak"}
                </Knop>
              )}
            </div>
          )}
        </>
      )}
      <Checklist taak={taak} bereik={bereik} mag={mag} />
      <Opmerkingen
        taak={taak}
        bereik={bereik}
        magPlaatsen={!inArchief && !stand && bevoegdheden.some(({ recht }) => recht === "OpmerkingPlaatsen")}
      />
      <UitSessie taak={taak.id} />
      {!stand && <WieMoetDitWeten id={taak.id} />}
      <Geschiedenis taak={taak.id} bereik={bereik} />
    </div>
  );
}
