import { useState } from "react";
import type { BesluitregelSoort } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Feiten } from "~/ui/Feiten";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { useMagHier } from "../kader/stand";
import { WijzigBesluitregel } from "../operations/wijzigBesluitregel";
import type { Gemeente, Stap } from "./besluit";
import { StapBeheer } from "./StapBeheer";
import { HOEDANIGHEID } from "./woorden";
import stijl from "./Besluiten.module.css";

const REGELS: { id: BesluitregelSoort; naam: string }[] = [
  { id: "ALLE", naam: "Alle gemeenten" },
  { id: "MEERDERHEID", naam: "Een meerderheid van de gemeenten" },
  { id: "GEWOGEN", naam: "Een deel van het totale gewicht" },
];
type Props = {
  stap: Stap;
  gemeenten: Gemeente[];
  mijlpalen: { id: string; naam: string }[];
  bereik: string;
  opSluit: () => void;
};

/** How the region stands in a step, and by which rule it counts. */
export function StapPaneel({ stap, gemeenten, mijlpalen, bereik, opSluit }: Props) {
  const mag = useMagHier("TrajectInrichten");
  const { termijn } = stap;
  return (
    <Zijpaneel titel={`${stap.naam} · regio`} opSluit={opSluit}>
      <div className={stijl.paneel}>
        <p>{stap.regionaal.uitleg}</p>
        <Feiten
          feiten={[
            { naam: "Wie", waarde: stap.gremium.naam },
            ...(stap.hoedanigheid ? [{ naam: "In welke rol", waarde: HOEDANIGHEID[stap.hoedanigheid] }] : []),
            { naam: "Nodig", waarde: stap.regel.woorden },
            {
              naam: "Termijn",
              waarde: termijn
                ? `${termijn.duur.woorden}, ${termijn.soort === "WETTELIJK" ? "wettelijk" : "afgesproken"}`
                : "Geen termijn",
            },
            ...(termijn?.artikel ? [{ naam: "Grondslag", waarde: termijn.artikel }] : []),
          ]}
        />
        {mag && <Regel key={JSON.stringify(stap.regel)} stap={stap} gemeenten={gemeenten} bereik={bereik} />}
        {mag && <StapBeheer stap={stap} mijlpalen={mijlpalen} bereik={bereik} opVervallen={opSluit} />}
      </div>
    </Zijpaneel>
  );
}

const VELDEN = ["soort", "drempel", "gewichten"];

function Regel({ stap, gemeenten, bereik }: Omit<Props, "opSluit" | "mijlpalen">) {
  const [soort, zetSoort] = useState<BesluitregelSoort>(stap.regel.soort);
  const [drempel, zetDrempel] = useState(String(stap.regel.drempel ?? ""));
  const [gewichten, zetGewichten] = useState<Record<string, string>>(() =>
    Object.fromEntries(stap.regel.gewichten.map(({ gemeente, gewicht }) => [gemeente.id, String(gewicht)])),
  );
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(WijzigBesluitregel, bereik), VELDEN);
  // What is no whole number becomes −1, and the hub says what is wrong with it.
  const geheel = (tekst: string) => (/^\d{1,7}$/.test(tekst.trim()) ? Number(tekst) : -1);
  const bewaar = async () => {
    const gewogen = soort === "GEWOGEN";
    const antwoord = await verstuur({
      id: stap.id,
      soort,
      drempel: gewogen && drempel.trim() ? geheel(drempel) : null,
      gewichten: gewogen
        ? Object.entries(gewichten).flatMap(([gemeente, tekst]) =>
            tekst.trim() ? [{ gemeente, gewicht: geheel(tekst) }] : [],
          )
        : null,
    });
    if (antwoord) kondigAan("De besluitregel is bewaard.");
  };
  return (
    <Vak titel="Wanneer is het besluit genomen?">
      <Formulier
        opVerstuur={() => void bewaar()}
        fouten={algemeen}
        bezig={bezig}
        knop={bezig ? "Bezig met bewaren…" : "Bewaar de regel"}
      >
        <Keuze
          label="Nodig"
          opties={REGELS}
          waarde={soort}
          opKies={(id) => id && zetSoort(id as BesluitregelSoort)}
          hulp="Hoeveel gemeenten nodig zijn, staat in de gemeenschappelijke regeling."
          fout={bij("soort")}
        />
        {soort === "GEWOGEN" && (
          <>
            <Veld
              label="Drempel in procenten"
              inputMode="numeric"
              isRequired
              value={drempel}
              onChange={zetDrempel}
              fout={bij("drempel")}
            />
            <fieldset className={stijl.gewichten}>
              <legend>Gewicht per gemeente</legend>
              <p className={stijl.stil}>Wie je leeg laat, telt voor 1.</p>
              {bij("gewichten") && <p className={stijl.fout}>{bij("gewichten")}</p>}
              {gemeenten.map(({ id, naam }) => (
                <Veld
                  key={id}
                  label={naam}
                  inputMode="numeric"
                  value={gewichten[id] ?? ""}
                  onChange={(tekst) => zetGewichten((oud) => ({ ...oud, [id]: tekst }))}
                />
              ))}
            </fieldset>
          </>
        )}
      </Formulier>
    </Vak>
  );
}
