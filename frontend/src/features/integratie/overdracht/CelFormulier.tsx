import { useState } from "react";
import type { Personeelsstap } from "~/graphql/gen/graphql";
import { useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { VulOverdrachtIn } from "../operations/vulOverdrachtIn";
import { concepten, VELDEN, waardenVan, wisConcept, zetConcept, type Waarden } from "./concept";
import { fteTekst, STAP, type Cel } from "./overdracht";
import stijl from "./Overdracht.module.css";

type Props = { cel: Cel; bereik: string; opKlaar: () => void };

/** Everything that is known of a function in a region. An empty field is unknown. */
export function CelFormulier({ cel, bereik, opKlaar }: Props) {
  const concept = useWinkel(concepten)[cel.id] ?? { versie: cel.versie, mijn: {} };
  const waarden = { ...waardenVan(cel), ...concept.mijn };
  const getypt = Object.keys(concept.mijn).length > 0;
  const botst = getypt && cel.versie > concept.versie;
  const [kiesEerst, zetKiesEerst] = useState(false);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VulOverdrachtIn, bereik), VELDEN);
  const wijzig = <N extends keyof Waarden>(veld: N, waarde: Waarden[N]) =>
    zetConcept(cel.id, { versie: concept.versie, mijn: { ...concept.mijn, [veld]: waarde } });
  const klaar = () => {
    wisConcept(cel.id);
    opKlaar();
  };
  const bewaar = async () => {
    zetKiesEerst(botst);
    if (botst) return;
    const verwachteVersie = getypt ? concept.versie : cel.versie;
    const input = { id: cel.id, verwachteVersie, ...waarden, peildatum: waarden.peildatum || null };
    if (!(await verstuur(input))) return;
    kondigAan("De cel is bewaard.");
    klaar();
  };
  const tekst = (veld: "uitvoerder" | "fte" | "middel" | "wensFte" | "medewerkers" | "bron") => ({
    value: waarden[veld],
    onChange: (waarde: string) => wijzig(veld, waarde),
    fout: bij(veld),
  });
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[
        ...algemeen,
        ...(kiesEerst && botst ? ["Kies eerst of jouw invoer blijft of die van je collega."] : []),
      ]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={klaar}
    >
      {botst && (
        <Botsing
          opNeemOver={() => wisConcept(cel.id)}
          opHoud={() => zetConcept(cel.id, { ...concept, versie: cel.versie })}
        >
          Een collega wijzigde deze cel terwijl je typte
          {cel.gewijzigdDoor ? `: ${cel.gewijzigdDoor.naam}` : ""}. Er staat nu:{" "}
          {cel.uitvoerder ?? "wie het doet is onbekend"},{" "}
          {cel.fte === null || cel.fte === undefined ? "aantal fte onbekend" : fteTekst(cel.fte)}.
        </Botsing>
      )}
      <p className={stijl.stil}>
        Een leeg veld betekent: onbekend. Nul is ook een antwoord. Schrijf geen namen op.
      </p>
      <Veld
        label="Wie het doet"
        maxLength={500}
        hulp="Een organisatie of team, bijvoorbeeld ‘team inkoop van Roermond’."
        {...tekst("uitvoerder")}
      />
      <Veld label="Aantal fte nu" inputMode="decimal" hulp="Bijvoorbeeld 2,5" {...tekst("fte")} />
      <Veld label="Contract of systeem" maxLength={500} {...tekst("middel")} />
      <Veld
        label="Wens"
        soort="lang"
        maxLength={2000}
        value={waarden.wens}
        onChange={(wens) => wijzig("wens", wens)}
        fout={bij("wens")}
      />
      <Veld label="Gewenst aantal fte" inputMode="decimal" hulp="Bijvoorbeeld 3" {...tekst("wensFte")} />
      <Veld
        label="Medewerkers die het raakt"
        inputMode="numeric"
        hulp="Alleen een aantal, nooit namen."
        {...tekst("medewerkers")}
      />
      <Keuze
        label="Stap voor medewerkers"
        opties={(Object.keys(STAP) as Personeelsstap[]).map((id) => ({ id, naam: STAP[id] }))}
        waarde={waarden.personeelsstap}
        opKies={(stap) => stap && wijzig("personeelsstap", stap as Personeelsstap)}
        fout={bij("personeelsstap")}
      />
      <Veld label="Bron" maxLength={500} hulp="Waar blijkt dit uit?" {...tekst("bron")} />
      <Veld
        label="Datum van de bron"
        soort="datum"
        min="2014-01-01"
        value={waarden.peildatum}
        onChange={(dag) => wijzig("peildatum", dag)}
        fout={bij("peildatum")}
      />
      <Keuze
        label="Zekerheid"
        opties={[
          { id: "nee", naam: "Niet zeker" },
          { id: "ja", naam: "Zeker" },
        ]}
        hulp="Wat zeker is, heeft een bron en een datum."
        waarde={waarden.zeker ? "ja" : "nee"}
        opKies={(keuze) => wijzig("zeker", keuze === "ja")}
        fout={bij("zeker")}
      />
    </Formulier>
  );
}
