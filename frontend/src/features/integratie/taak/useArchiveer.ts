import { useMutatie, type Uitkomst } from "~/realtime/useMutatie";
import { meldToast } from "~/ui/meldingen";
import { ArchiveerTaak } from "../operations/archiveerTaak";
import { HerstelTaak } from "../operations/herstelTaak";

type Taak = { id: string; titel: string };
const ONGEDAAN = "Ongedaan maken";

/** To the archive and back, each with the other as its undo. */
export function useArchiveer(bereik: string) {
  const archief = useMutatie(ArchiveerTaak, bereik);
  const terug = useMutatie(HerstelTaak, bereik);
  const meld = (uitkomst: Uitkomst<unknown>, tekst: string, doe: () => void) =>
    uitkomst.gelukt ? meldToast(tekst, { naam: ONGEDAAN, doe }) : meldToast(uitkomst.fouten[0]!.bericht);
  const archiveer = async (taak: Taak): Promise<void> =>
    meld(await archief({ id: taak.id }), `‘${taak.titel}’ ligt in het archief.`, () => void herstel(taak));
  const herstel = async (taak: Taak): Promise<void> =>
    meld(await terug({ id: taak.id }), `‘${taak.titel}’ staat weer op het bord.`, () => void archiveer(taak));
  return { archiveer, herstel };
}
