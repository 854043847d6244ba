import { useState } from "react";
import type { Verwerking } from "~/graphql/gen/graphql";
import { momentTekst } from "~/lib/datum";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import type { Meld } from "../bord/useMeldBezig";
import { BeantwoordZienswijzepunt } from "../operations/beantwoordZienswijzepunt";
import { WijzigZienswijzepunt } from "../operations/wijzigZienswijzepunt";
import { STAND, VERWERKING, type Punt } from "./register";
import stijl from "./Zienswijzen.module.css";

type Props = { punt: Punt | undefined; bereik: string; meldBezig: Meld; opSluit: () => void };

export function PuntPaneel({ punt, bereik, meldBezig, opSluit }: Props) {
  return (
    <Zijpaneel titel={punt ? `Raad van ${punt.gemeente.naam}` : "Zienswijze"} opSluit={opSluit}>
      {punt ? (
        <div
          className={stijl.paneel}
          onFocus={() => meldBezig("BEWERKT", punt.id)}
          onBlur={() => meldBezig("KIJKT")}
        >
          <p>
            <Status soort={STAND[punt.stand][0]}>{STAND[punt.stand][1]}</Status>
          </p>
          {punt.ingetrokken && (
            <Melding soort="info">Dit punt is ingetrokken. Zet het terug om het te beantwoorden.</Melding>
          )}
          <WatDeRaadZei punt={punt} bereik={bereik} />
          <Antwoord punt={punt} bereik={bereik} />
          <p className={stijl.stil}>
            Laatst gewijzigd {momentTekst(punt.gewijzigdOp)} door {punt.gewijzigdDoor?.naam ?? "de hub"}.
          </p>
        </div>
      ) : (
        <LeegStaat titel="Dit punt is er niet" actie={<Knop onPress={opSluit}>Terug naar het register</Knop>}>
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      )}
    </Zijpaneel>
  );
}

type Waarden = {
  thema: string;
  punt: string;
  antwoord: string;
  verwerking: Verwerking;
  tekstwijziging: string;
  teruggekoppeldOp: string;
};
type Concept = { versie: number; mijn: Partial<Waarden> };
/** What was typed and not saved, per remark and part: closing the panel throws nothing away. */
const concepten = maakWinkel<Readonly<Record<string, Concept>>>({});

function useConcept(punt: Punt, deel: string) {
  const sleutel = `${punt.id} ${deel}`;
  const concept = useWinkel(concepten)[sleutel] ?? { versie: punt.versie, mijn: {} };
  const getypt = Object.keys(concept.mijn).length > 0;
  return {
    getypt,
    botst: getypt && punt.versie > concept.versie,
    versie: getypt ? concept.versie : punt.versie,
    waarden: {
      thema: punt.thema,
      punt: punt.punt,
      antwoord: punt.antwoord,
      verwerking: punt.verwerking,
      tekstwijziging: punt.tekstwijziging,
      teruggekoppeldOp: punt.teruggekoppeldOp ?? "",
      ...concept.mijn,
    } satisfies Waarden,
    wijzig: (mijn: Partial<Waarden>) =>
      concepten.zet((oud) => ({ ...oud, [sleutel]: { ...concept, mijn: { ...concept.mijn, ...mijn } } })),
    houd: () => concepten.zet((oud) => ({ ...oud, [sleutel]: { ...concept, versie: punt.versie } })),
    wis: () =>
      concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([naam]) => naam !== sleutel))),
  };
}

function Intussen({ punt, concept }: { punt: Punt; concept: ReturnType<typeof useConcept> }) {
  if (!concept.botst) return null;
  return (
    <Botsing opNeemOver={concept.wis} opHoud={concept.houd}>
      Een collega wijzigde dit punt terwijl je typte{punt.gewijzigdDoor ? `: ${punt.gewijzigdDoor.naam}` : ""}
      .
    </Botsing>
  );
}

const KIES = "Kies eerst of jouw tekst blijft of die van je collega.";

function WatDeRaadZei({ punt, bereik }: { punt: Punt; bereik: string }) {
  const [bewerkt, zetBewerkt] = useState(false);
  const concept = useConcept(punt, "punt");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(WijzigZienswijzepunt, bereik), [
    "thema",
    "punt",
  ]);
  const [kies, zetKies] = useState(false);
  const { thema, punt: tekst } = concept.waarden;
  const bewaar = async () => {
    zetKies(concept.botst);
    if (concept.botst) return;
    if (!(await verstuur({ id: punt.id, verwachteVersie: concept.versie, thema, punt: tekst }))) return;
    concept.wis();
    zetBewerkt(false);
    kondigAan("Het punt is bewaard.");
  };
  const schakel = async () => {
    const uit = !punt.ingetrokken;
    if (await verstuur({ id: punt.id, verwachteVersie: punt.versie, ingetrokken: uit }))
      kondigAan(uit ? "Het punt is ingetrokken." : "Het punt staat weer in het register.");
  };
  return (
    <Vak titel="Wat de raad zei">
      {bewerkt || concept.getypt ? (
        <Formulier
          opVerstuur={() => void bewaar()}
          fouten={[...algemeen, ...(kies && concept.botst ? [KIES] : [])]}
          bezig={bezig}
          knop={bezig ? "Bezig met bewaren…" : "Bewaar het punt"}
          opAnnuleer={() => {
            concept.wis();
            zetBewerkt(false);
          }}
        >
          <Intussen punt={punt} concept={concept} />
          <Veld
            label="Thema"
            isRequired
            maxLength={100}
            value={thema}
            onChange={(nieuw) => concept.wijzig({ thema: nieuw })}
            fout={bij("thema")}
          />
          <Veld
            label="Punt"
            soort="lang"
            isRequired
            maxLength={5000}
            value={tekst}
            onChange={(nieuw) => concept.wijzig({ punt: nieuw })}
            hulp="Noem geen namen van personen en geen BSN."
            fout={bij("punt")}
          />
        </Formulier>
      ) : (
        <>
          <p className={stijl.stil}>{punt.thema}</p>
          <p className={stijl.tekst}>{punt.punt}</p>
          {algemeen.map((fout) => (
            <Melding key={fout} soort="fout">
              {fout}
            </Melding>
          ))}
          {punt.magWijzigen && (
            <div className={stijl.knoppen}>
              <Knop onPress={() => zetBewerkt(true)}>Wijzig het punt</Knop>
              <Knop isDisabled={bezig} onPress={() => void schakel()}>
                {punt.ingetrokken ? "Zet terug" : "Trek in"}
              </Knop>
            </div>
          )}
        </>
      )}
    </Vak>
  );
}

const KEUZES = (Object.keys(VERWERKING) as Verwerking[]).map((id) => ({ id, naam: VERWERKING[id] }));

function Antwoord({ punt, bereik }: { punt: Punt; bereik: string }) {
  const concept = useConcept(punt, "antwoord");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BeantwoordZienswijzepunt, bereik), [
    "antwoord",
    "verwerking",
    "tekstwijziging",
    "teruggekoppeldOp",
  ]);
  const [kies, zetKies] = useState(false);
  const { antwoord, verwerking, tekstwijziging, teruggekoppeldOp } = concept.waarden;
  if (!punt.magBeantwoorden || punt.ingetrokken) {
    return (
      <Vak titel="Wat ermee gedaan is">
        <p className={stijl.tekst}>{punt.antwoord || "Er is nog geen antwoord."}</p>
        <p>{punt.tekstwijziging || VERWERKING[punt.verwerking]}</p>
      </Vak>
    );
  }
  const bewaar = async () => {
    zetKies(concept.botst);
    if (concept.botst) return;
    const gelukt = await verstuur({
      id: punt.id,
      verwachteVersie: concept.versie,
      antwoord,
      verwerking,
      tekstwijziging: verwerking === "AANGEPAST" ? tekstwijziging : "",
      teruggekoppeldOp: teruggekoppeldOp || null,
    });
    if (!gelukt) return;
    concept.wis();
    kondigAan("Het antwoord is bewaard.");
  };
  return (
    <Vak titel="Wat ermee gedaan is">
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={[...algemeen, ...(kies && concept.botst ? [KIES] : [])]}
        bezig={bezig}
        uit={!concept.getypt}
        knop={bezig ? "Bezig met bewaren…" : "Bewaar het antwoord"}
        opAnnuleer={concept.getypt ? concept.wis : undefined}
      >
        <Intussen punt={punt} concept={concept} />
        <Veld
          label="Antwoord"
          soort="lang"
          maxLength={5000}
          value={antwoord}
          onChange={(nieuw) => concept.wijzig({ antwoord: nieuw })}
          fout={bij("antwoord")}
        />
        <Keuze
          label="Wat doet het met de tekst?"
          opties={KEUZES}
          waarde={verwerking}
          opKies={(id) => id && concept.wijzig({ verwerking: id as Verwerking })}
          fout={bij("verwerking")}
        />
        {verwerking === "AANGEPAST" && (
          <Veld
            label="Wat is er in de tekst veranderd?"
            soort="lang"
            maxLength={5000}
            value={tekstwijziging}
            onChange={(nieuw) => concept.wijzig({ tekstwijziging: nieuw })}
            fout={bij("tekstwijziging")}
          />
        )}
        <Veld
          label="Teruggekoppeld aan de raad op"
          soort="datum"
          min="2014-01-01"
          value={teruggekoppeldOp}
          onChange={(nieuw) => concept.wijzig({ teruggekoppeldOp: nieuw })}
          fout={bij("teruggekoppeldOp")}
        />
      </Formulier>
    </Vak>
  );
}
