import { useState } from "react";
import { bedragInvoer, bedragTekst } from "~/lib/bedrag";
import { maakWinkel, useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { VulBudgetregelIn } from "../operations/vulBudgetregelIn";
import type { Regel } from "./budget";
import stijl from "./Budget.module.css";

type Waarden = {
  kader: string;
  begroting: string;
  realisatie: string;
  realisatieTot: string;
  prognose: string;
  bron: string;
  zeker: boolean;
};
const VELDEN = ["kader", "begroting", "realisatie", "realisatieTot", "prognose", "bron", "zeker"];

type Concept = { versie: number; mijn: Partial<Waarden> };
/** What was typed and not saved, per line: closing the panel throws nothing away. */
export const concepten = maakWinkel<Readonly<Record<string, Concept>>>({});
const wis = (id: string) =>
  concepten.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([naam]) => naam !== id)));

const waardenVan = (regel: Regel): Waarden => ({
  kader: bedragInvoer(regel.kader),
  begroting: bedragInvoer(regel.begroting),
  realisatie: bedragInvoer(regel.realisatie),
  realisatieTot: regel.realisatieTot ?? "",
  prognose: bedragInvoer(regel.prognose),
  bron: regel.bron ?? "",
  zeker: regel.zeker,
});

type Props = { regel: Regel; bereik: string; opKlaar: () => void };

/** The amounts of one line. An empty field is unknown. */
export function RegelFormulier({ regel, bereik, opKlaar }: Props) {
  const concept = useWinkel(concepten)[regel.id] ?? { versie: regel.versie, mijn: {} };
  const waarden = { ...waardenVan(regel), ...concept.mijn };
  const getypt = Object.keys(concept.mijn).length > 0;
  const botst = getypt && regel.versie > concept.versie;
  const [kiesEerst, zetKiesEerst] = useState(false);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VulBudgetregelIn, bereik), VELDEN);
  const zet = (nieuw: Concept) => concepten.zet((oud) => ({ ...oud, [regel.id]: nieuw }));
  const wijzig = (mijn: Partial<Waarden>) => zet({ ...concept, mijn: { ...concept.mijn, ...mijn } });
  const klaar = () => {
    wis(regel.id);
    opKlaar();
  };
  const bewaar = async () => {
    zetKiesEerst(botst);
    if (botst) return;
    const verwachteVersie = getypt ? concept.versie : regel.versie;
    const input = { id: regel.id, verwachteVersie, ...waarden, realisatieTot: waarden.realisatieTot || null };
    if (!(await verstuur(input))) return;
    kondigAan("De regel is bewaard.");
    klaar();
  };
  const bedrag = (veld: "kader" | "begroting" | "realisatie" | "prognose") => ({
    inputMode: "numeric" as const,
    value: waarden[veld],
    onChange: (waarde: string) => wijzig({ [veld]: waarde }),
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
        <Botsing opNeemOver={() => wis(regel.id)} opHoud={() => zet({ ...concept, versie: regel.versie })}>
          Een collega wijzigde deze regel terwijl je typte
          {regel.gewijzigdDoor ? `: ${regel.gewijzigdDoor.naam}` : ""}. Er staat nu: kader{" "}
          {regel.kader === null || regel.kader === undefined ? "onbekend" : bedragTekst(regel.kader)},
          prognose{" "}
          {regel.prognose === null || regel.prognose === undefined ? "onbekend" : bedragTekst(regel.prognose)}
          .
        </Botsing>
      )}
      <p className={stijl.stil}>
        Hele euro’s, zoals 12.500. Een leeg veld betekent: onbekend. Nul is ook een bedrag.
      </p>
      <Veld label="Kader" hulp="Het bestaande budget van de gemeente: het plafond." {...bedrag("kader")} />
      <Veld label="Begroting" {...bedrag("begroting")} />
      <Veld label="Realisatie" hulp="Wat al is uitgegeven." {...bedrag("realisatie")} />
      <Veld
        label="Realisatie tot en met"
        soort="datum"
        min="2014-01-01"
        value={waarden.realisatieTot}
        onChange={(realisatieTot) => wijzig({ realisatieTot })}
        fout={bij("realisatieTot")}
      />
      <Veld label="Prognose" hulp="Wat over het hele jaar verwacht wordt." {...bedrag("prognose")} />
      <Veld
        label="Bron"
        maxLength={500}
        value={waarden.bron}
        onChange={(bron) => wijzig({ bron })}
        fout={bij("bron")}
      />
      <Keuze
        label="Zekerheid"
        opties={[
          { id: "nee", naam: "Niet zeker" },
          { id: "ja", naam: "Zeker" },
        ]}
        hulp="Wat zeker is, heeft een bron."
        waarde={waarden.zeker ? "ja" : "nee"}
        opKies={(keuze) => wijzig({ zeker: keuze === "ja" })}
        fout={bij("zeker")}
      />
    </Formulier>
  );
}
