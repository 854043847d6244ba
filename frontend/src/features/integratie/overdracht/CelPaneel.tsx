import { IconHelpCircle, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { datumTekst, momentTekst } from "~/lib/datum";
import { Feiten } from "~/ui/Feiten";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { useMutatie } from "~/realtime/useMutatie";
import { useInzending } from "~/realtime/useInzending";
import type { Gereedheidsstand } from "~/graphql/gen/graphql";
import { CelGeschiedenis } from "../besluiten/CelGeschiedenis";
import type { Meld } from "../bord/useMeldBezig";
import { useStand } from "../kader/stand";
import { useTraject } from "../kader/trajecten";
import { MeldGereedheid } from "../operations/meldGereedheid";
import { CelFormulier } from "./CelFormulier";
import { concepten } from "./concept";
import { Opvragen } from "./Opvragen";
import {
  fteTekst,
  kloofTekst,
  ONDERDEEL,
  STAND,
  STAP,
  wordtUitgezocht,
  type Cel,
  type Gereedheid,
  type Traject,
} from "./overdracht";
import stijl from "./Overdracht.module.css";

type Props = {
  cel: Cel | undefined;
  traject: Traject;
  bereik: string;
  meldBezig: Meld;
  opSluit: () => void;
};

export function CelPaneel({ cel, traject, bereik, meldBezig, opSluit }: Props) {
  const functie = traject.functies.find(({ id }) => id === cel?.functie.id);
  return (
    <Zijpaneel
      titel={cel && functie ? `${functie.naam} · ${cel.regio.naam}` : "Overdracht"}
      opSluit={opSluit}
    >
      {cel && functie ? (
        <Inhoud cel={cel} traject={traject} bereik={bereik} meldBezig={meldBezig} />
      ) : (
        <LeegStaat
          titel="Deze cel is er niet"
          actie={<Knop onPress={opSluit}>Terug naar de overdracht</Knop>}
        >
          Misschien is het adres niet goed overgenomen, of doet de regio niet mee.
        </LeegStaat>
      )}
    </Zijpaneel>
  );
}

const fte = (waarde: number | null | undefined) =>
  waarde === null || waarde === undefined ? null : fteTekst(waarde);

function Inhoud({ cel, traject, bereik, meldBezig }: Omit<Props, "opSluit" | "cel"> & { cel: Cel }) {
  const stand = useStand();
  const [vorm, zetVorm] = useState<"lees" | "bewerk" | "vraag">(() =>
    !stand && cel.id in concepten.lees() ? "bewerk" : "lees",
  );
  const functie = traject.functies.find(({ id }) => id === cel.functie.id)!;
  const klaar = () => zetVorm("lees");
  return (
    <div
      className={stijl.paneel}
      onFocus={() => vorm !== "lees" && meldBezig("BEWERKT", cel.id)}
      onBlur={() => vorm !== "lees" && meldBezig("KIJKT")}
    >
      {functie.nuInModule1 !== true && (
        <Melding soort={functie.nuInModule1 === false ? "let-op" : "info"}>
          {functie.herkomst.notitie ?? "Deze functie zit nog niet in module 1."}
        </Melding>
      )}
      {vorm === "bewerk" && cel.magInvullen ? (
        <CelFormulier cel={cel} bereik={bereik} opKlaar={klaar} />
      ) : vorm === "vraag" && cel.magOpvragen ? (
        <Opvragen cel={cel} bereik={bereik} opKlaar={klaar} />
      ) : (
        <>
          <Feiten
            feiten={[
              { naam: "Wie het doet", waarde: cel.uitvoerder },
              { naam: "Aantal fte nu", waarde: fte(cel.fte) },
              { naam: "Contract of systeem", waarde: cel.middel },
              { naam: "Wens", waarde: cel.wens },
              { naam: "Gewenst aantal fte", waarde: fte(cel.wensFte) },
              {
                naam: "Verschil",
                waarde: cel.kloof === null || cel.kloof === undefined ? null : kloofTekst(cel.kloof),
              },
              { naam: "Medewerkers die het raakt", waarde: cel.medewerkers ?? null },
              {
                naam: "Stap voor medewerkers",
                waarde: cel.personeelsstap === "ONBEKEND" ? null : STAP[cel.personeelsstap],
              },
              { naam: "Bron", waarde: cel.bron },
              { naam: "Datum van de bron", waarde: cel.peildatum ? datumTekst(cel.peildatum) : null },
              {
                naam: "Zekerheid",
                waarde: (
                  <Status soort={cel.zeker ? "gereed" : "onbekend"}>
                    {cel.zeker ? "zeker" : "niet zeker"}
                  </Status>
                ),
              },
              {
                naam: "Laatst ingevuld",
                waarde: cel.gewijzigdOp
                  ? `${momentTekst(cel.gewijzigdOp)} door ${cel.gewijzigdDoor?.naam ?? "de hub"}`
                  : "Nog nooit",
              },
            ]}
          />
          <Vraag cel={cel} />
          <div className={stijl.knoppen}>
            {cel.magInvullen && (
              <Knop soort="vol" onPress={() => zetVorm("bewerk")}>
                <IconPencil size={17} aria-hidden />
                Vul in
              </Knop>
            )}
            {cel.magOpvragen && cel.onbekend.length > 0 && !wordtUitgezocht(cel) && (
              <Knop onPress={() => zetVorm("vraag")}>
                <IconHelpCircle size={17} aria-hidden />
                Vraag op wat onbekend is
              </Knop>
            )}
          </div>
          {!stand && !cel.magInvullen && (
            <Melding soort="info">
              Je kunt deze cel lezen, niet invullen. Een accounthouder vult de eigen regio in, de
              kwartiermaker en de contractmanager alle.
            </Melding>
          )}
        </>
      )}
      <GereedheidVanRegio cel={cel} traject={traject} bereik={bereik} />
      <Taken cel={cel} />
      <Vak titel="Deze functie">
        <Herkomstregel herkomst={functie.herkomst} />
      </Vak>
      <CelGeschiedenis cel={cel.id} bereik={bereik} />
    </div>
  );
}

function Vraag({ cel: { opvraging } }: { cel: Cel }) {
  const { adres } = useTraject();
  if (!opvraging) return null;
  const wat = opvraging.onderdelen.map((onderdeel) => ONDERDEEL[onderdeel]).join(", ");
  const taak = opvraging.taak && (
    <Link to={adres("takenbord", `taak/${opvraging.taak.id}`)}>taak #{opvraging.taak.nummer}</Link>
  );
  if (opvraging.beantwoordOp) {
    return (
      <Melding soort="gelukt">
        Gevraagd op {datumTekst(opvraging.gevraagdOp)} en beantwoord op {datumTekst(opvraging.beantwoordOp)}:{" "}
        {wat}.{taak && <> De {taak} is gereed.</>}
      </Melding>
    );
  }
  return (
    <Melding soort={opvraging.teLaat ? "let-op" : "info"}>
      {opvraging.eigenaar?.naam ?? "Iemand"} zoekt dit uit: {wat}. Gevraagd op{" "}
      {datumTekst(opvraging.gevraagdOp)}, antwoord voor {datumTekst(opvraging.antwoordVoor)}
      {opvraging.teLaat && " (te laat)"}. {taak && <>Het staat op het bord als {taak}.</>}
    </Melding>
  );
}

const STANDEN = (Object.keys(STAND) as Gereedheidsstand[]).map((id) => ({ id, naam: STAND[id][1] }));

function GereedheidVanRegio({ cel, traject, bereik }: { cel: Cel; traject: Traject; bereik: string }) {
  const leden = new Set(cel.gemeenten.map(({ id }) => id));
  const eigen = traject.gereedheden.filter(
    ({ functie, gemeente }) => functie.id === cel.functie.id && leden.has(gemeente.id),
  );
  return (
    <Vak titel="Hoe ver de gemeenten zijn">
      <div className={stijl.gemeenten}>
        {eigen.map((een) => (
          <Melder key={een.id} gereedheid={een} bereik={bereik} />
        ))}
      </div>
    </Vak>
  );
}

function Melder({ gereedheid, bereik }: { gereedheid: Gereedheid; bereik: string }) {
  const meld = useMutatie(MeldGereedheid, bereik);
  const { verstuur, bij, algemeen } = useInzending(meld, ["stand", "gemeente"]);
  const [soort, woord] = STAND[gereedheid.stand];
  if (!gereedheid.magMelden) {
    return (
      <div>
        <span className={stijl.naam}>{gereedheid.gemeente.naam}</span>
        <Status soort={soort}>{woord}</Status>
      </div>
    );
  }
  const kies = async (stand: Gereedheidsstand) => {
    const { id, versie } = gereedheid;
    if (await verstuur({ id, verwachteVersie: versie, stand }))
      kondigAan(`${gereedheid.gemeente.naam}: ${STAND[stand][1]}.`);
  };
  return (
    <Keuze
      label={gereedheid.gemeente.naam}
      opties={STANDEN}
      waarde={gereedheid.stand}
      opKies={(stand) => stand && void kies(stand as Gereedheidsstand)}
      fout={bij("stand") ?? bij("gemeente") ?? algemeen[0]}
    />
  );
}

function Taken({ cel: { taken } }: { cel: Cel }) {
  const { adres } = useTraject();
  return (
    <Vak titel="Taken" bij={taken.length}>
      {taken.length === 0 ? (
        <p className={stijl.stil}>Op het bord staat nog geen taak voor deze functie in deze regio.</p>
      ) : (
        <ul className={stijl.taken}>
          {taken.map(({ id, titel, kolom }) => (
            <li key={id}>
              <Link to={adres("takenbord", `taak/${id}`)}>{titel}</Link>{" "}
              <span className={stijl.stil}>{kolom.naam}</span>
            </li>
          ))}
        </ul>
      )}
    </Vak>
  );
}
