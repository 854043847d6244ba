import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useOnderweg, type Onderweg } from "~/realtime/onderweg";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { IconKnop, Knop } from "~/ui/Knop";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Vinkje } from "~/ui/Vinkje";
import { HerstelCheckpunt } from "../operations/herstelCheckpunt";
import { VerwijderCheckpunt } from "../operations/verwijderCheckpunt";
import { VoegCheckpuntToe } from "../operations/voegCheckpuntToe";
import { WijzigCheckpunt } from "../operations/wijzigCheckpunt";
import { punten, type Punt } from "./checkpunten";
import type { Taak } from "./useTaak";
import stijl from "./Taak.module.css";

type Props = { taak: Taak; bereik: string; mag: boolean };

export function Checklist({ taak, bereik, mag }: Props) {
  const onderweg: readonly Onderweg[] = useOnderweg();
  const lijst = punten(taak.id, taak.checkpunten, onderweg);
  const gereed = lijst.filter(({ af }) => af).length;
  return (
    <Vak titel="Checklist" bij={lijst.length > 0 ? `${gereed} van ${lijst.length} af` : undefined}>
      {lijst.length > 0 && (
        <ul className={stijl.lijst} aria-label="Checklist">
          {lijst.map((punt) => (
            <Regel key={punt.id} punt={punt} bereik={bereik} mag={mag} />
          ))}
        </ul>
      )}
      {lijst.length === 0 && !mag && <p className={stijl.stil}>Er staat niets op de checklist.</p>}
      {mag && <Toevoegen taak={taak.id} bereik={bereik} />}
    </Vak>
  );
}

function Regel({ punt, bereik, mag }: { punt: Punt; bereik: string; mag: boolean }) {
  const wijzig = useMutatie(WijzigCheckpunt, bereik);
  const verwijder = useMutatie(VerwijderCheckpunt, bereik);
  const herstel = useMutatie(HerstelCheckpunt, bereik);
  const [hernoem, zetHernoem] = useState(false);
  const meldFout = (uitkomst: { gelukt: boolean; fouten?: { bericht: string }[] }) => {
    if (!uitkomst.gelukt) meldToast(uitkomst.fouten![0]!.bericht);
    return uitkomst.gelukt;
  };
  const vink = async (af: boolean) => {
    kondigAan(`‘${punt.tekst}’ is ${af ? "afgevinkt" : "weer open"}.`);
    meldFout(await wijzig({ id: punt.id, af }));
  };
  const weg = async () => {
    if (!meldFout(await verwijder({ id: punt.id }))) return;
    meldToast(`‘${punt.tekst}’ is van de checklist.`, {
      naam: "Ongedaan maken",
      doe: () => void herstel({ id: punt.id }).then(meldFout),
    });
  };
  if (hernoem)
    return (
      <li>
        <Hernoemen punt={punt} bereik={bereik} opKlaar={() => zetHernoem(false)} />
      </li>
    );
  return (
    <li className={stijl.punt} data-onderweg={punt.onderweg || undefined}>
      <Vinkje isSelected={punt.af} isDisabled={!mag || punt.nieuw} onChange={(af) => void vink(af)}>
        <span className={punt.af ? stijl.af : undefined}>{punt.tekst}</span>
      </Vinkje>
      {mag && !punt.nieuw && (
        <>
          <IconKnop naam={`Wijzig ‘${punt.tekst}’`} onPress={() => zetHernoem(true)}>
            <IconPencil size={17} aria-hidden />
          </IconKnop>
          <IconKnop naam={`Verwijder ‘${punt.tekst}’`} onPress={() => void weg()}>
            <IconTrash size={17} aria-hidden />
          </IconKnop>
        </>
      )}
    </li>
  );
}

function Hernoemen({ punt, bereik, opKlaar }: { punt: Punt; bereik: string; opKlaar: () => void }) {
  const [tekst, zetTekst] = useState(punt.tekst);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(WijzigCheckpunt, bereik), ["tekst"]);
  const bewaar = async () => {
    if (tekst.trim() === punt.tekst || (await verstuur({ id: punt.id, tekst }))) opKlaar();
  };
  return (
    <form
      className={stijl.rij}
      noValidate
      onKeyDown={(toets) => {
        if (toets.key !== "Escape") return;
        toets.stopPropagation();
        opKlaar();
      }}
      onSubmit={(gebeurtenis) => {
        gebeurtenis.preventDefault();
        if (!bezig) void bewaar();
      }}
    >
      <Veld
        label="Tekst van dit punt"
        autoFocus
        maxLength={500}
        value={tekst}
        onChange={zetTekst}
        fout={bij("tekst") ?? algemeen[0]}
      />
      <Knop type="submit" isDisabled={bezig}>
        Bewaar
      </Knop>
      <Knop soort="stil" onPress={opKlaar}>
        Annuleren
      </Knop>
    </form>
  );
}

function Toevoegen({ taak, bereik }: { taak: string; bereik: string }) {
  const [tekst, zetTekst] = useState("");
  const voegToe = useMutatie(VoegCheckpuntToe, bereik);
  const [fout, zetFout] = useState<string>();
  const verstuur = async () => {
    const nieuw = tekst.trim();
    if (!nieuw) return;
    // The next one can be typed while this one is under way; a refused one comes back.
    zetTekst("");
    zetFout(undefined);
    const uitkomst = await voegToe({ taak, tekst: nieuw });
    if (uitkomst.gelukt) return;
    zetTekst((nu) => nu || nieuw);
    zetFout(uitkomst.fouten[0]!.bericht);
  };
  return (
    <form
      className={stijl.rij}
      noValidate
      onSubmit={(gebeurtenis) => {
        gebeurtenis.preventDefault();
        void verstuur();
      }}
    >
      <Veld label="Nieuw punt" maxLength={500} value={tekst} onChange={zetTekst} fout={fout} />
      <Knop type="submit">Voeg toe</Knop>
    </form>
  );
}
