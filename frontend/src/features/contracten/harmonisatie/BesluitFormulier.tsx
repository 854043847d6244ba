import { useState } from "react";
import { useGemeenten } from "~/features/integratie/keuzes";
import type { Harmonisatiehoedanigheid, Harmonisatiekeuze } from "~/graphql/gen/graphql";
import { bedragInvoer } from "~/lib/bedrag";
import { datumTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { HOEDANIGHEID, KEUZE, KEUZES, SOORT, type Attribuut } from "../attribuut";
import { BesluitHarmonisatie } from "../operations/besluitHarmonisatie";
import { useKeuzes } from "../useKeuzes";

const VELDEN = [
  "keuze",
  "waarde",
  "reden",
  "gremium",
  "hoedanigheid",
  "beslotenOp",
  "effectBudget",
  "effect",
  "gemeenten",
  "geplandOp",
];
const HOEDANIGHEDEN = (Object.keys(HOEDANIGHEID) as Harmonisatiehoedanigheid[]).map((id) => ({
  id,
  naam: HOEDANIGHEID[id],
}));

/** "-1.200" as whole euros; undefined when it is none. */
export function eurosVan(invoer: string): number | null | undefined {
  const kaal = invoer.replace(/[€.\s]/g, "");
  if (!kaal) return null;
  return /^-?\d{1,10}$/.test(kaal) ? Number(kaal) : undefined;
}

/** Decides about one attribute, or about several at once. */
export function BesluitFormulier({ attributen, opKlaar }: { attributen: Attribuut[]; opKlaar: () => void }) {
  const [eerste] = attributen;
  const oud = attributen.length === 1 ? eerste!.besluit : undefined;
  const [waarden, zetWaarden] = useState({
    keuze: (oud?.keuze ?? "NOORD_VOLGEN") as Harmonisatiekeuze,
    waarde: oud?.waarde ?? "",
    reden: oud?.reden ?? "",
    gremium: oud?.gremium?.id ?? null,
    hoedanigheid: (oud?.hoedanigheid ?? null) as Harmonisatiehoedanigheid | null,
    beslotenOp: oud?.beslotenOp ?? "",
    effectBudget: bedragInvoer(oud?.effectBudget),
    effect: oud?.effect ?? "",
    gemeenten: oud?.gemeenten.map(({ id }) => id) ?? [],
    geplandOp: oud?.geplandOp ?? "",
  });
  // What one saw when one began: a decision someone else takes meanwhile is not written over.
  const [versies] = useState(() => new Map(attributen.map(({ id, besluit }) => [id, besluit.versie])));
  const [euroFout, zetEuroFout] = useState<string>();
  const { gremia } = useKeuzes();
  const { gemeenten, snelkeuzes } = useGemeenten();
  const { verstuur, bezig, bij, algemeen } = useInzending(
    useMutatie(BesluitHarmonisatie, "contracten"),
    VELDEN,
  );
  const zet = (deel: Partial<typeof waarden>) => zetWaarden((was) => ({ ...was, ...deel }));
  const open = waarden.keuze === "NOG_OPEN";
  const bewust = waarden.keuze === "BEWUST_VERSCHILLEND";
  const bewaar = async () => {
    const effectBudget = eurosVan(waarden.effectBudget);
    zetEuroFout(
      effectBudget === undefined ? "Schrijf een bedrag in hele euro’s, of laat het leeg." : undefined,
    );
    if (effectBudget === undefined) return;
    const antwoord = await verstuur({
      attributen: attributen.map(({ id }) => ({ id, verwachteVersie: versies.get(id) ?? 0 })),
      keuze: waarden.keuze,
      waarde: waarden.waarde || null,
      reden: waarden.reden,
      gremium: waarden.gremium,
      hoedanigheid: waarden.hoedanigheid,
      beslotenOp: waarden.beslotenOp || null,
      effectBudget,
      effect: waarden.effect,
      gemeenten: waarden.gemeenten,
      geplandOp: bewust ? null : waarden.geplandOp || null,
    });
    if (!antwoord) return;
    kondigAan(`Vastgelegd: ${KEUZE[waarden.keuze].toLowerCase()}.`);
    opKlaar();
  };
  const ander = attributen.find(({ id, besluit }) => besluit.versie > (versies.get(id) ?? 0));
  const vroegst = attributen
    .map(({ moment }) => moment.datum ?? moment.nietVoor)
    .filter((dag): dag is string => !!dag)
    .sort()
    .at(-1);
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Leg vast"}
      opAnnuleer={opKlaar}
    >
      {ander && (
        <Melding soort="let-op">
          {ander.besluit.gewijzigdDoor?.naam ?? "Een collega"} legde intussen over ‘{ander.naam}’ vast:{" "}
          {KEUZE[ander.besluit.keuze].toLowerCase()}. Sluit dit formulier om dat te zien.
        </Melding>
      )}
      <Keuze
        label="Besluit"
        opties={KEUZES}
        waarde={waarden.keuze}
        opKies={(keuze) => keuze && zet({ keuze: keuze as Harmonisatiekeuze })}
        fout={bij("keuze")}
      />
      {waarden.keuze === "NIEUW" && (
        <Veld
          label="Wat wordt het?"
          isRequired
          hulp={attributen.length === 1 ? `Schrijf ${SOORT[eerste!.soort][1]}.` : undefined}
          value={waarden.waarde}
          onChange={(waarde) => zet({ waarde })}
          fout={bij("waarde")}
        />
      )}
      <Veld
        label={bewust ? "Waarom blijft het verschillend?" : "Waarom?"}
        isRequired={bewust}
        soort="lang"
        regels={3}
        maxLength={2000}
        value={waarden.reden}
        onChange={(reden) => zet({ reden })}
        fout={bij("reden")}
      />
      {!open && (
        <>
          {!bewust && (
            <Veld
              label="Geldt vanaf"
              soort="datum"
              min="2014-01-01"
              hulp={
                vroegst ? `Het kan op zijn vroegst op ${datumTekst(vroegst)}.` : "Leeg: nog niet gepland."
              }
              value={waarden.geplandOp}
              onChange={(geplandOp) => zet({ geplandOp })}
              fout={bij("geplandOp")}
            />
          )}
          <Keuze
            label="Wie besluit?"
            leeg="Nog niet gezegd"
            opties={gremia}
            waarde={waarden.gremium}
            opKies={(gremium) => zet({ gremium })}
            fout={bij("gremium")}
          />
          <Keuze
            label="In welke hoedanigheid?"
            leeg="Nog niet gezegd"
            opties={HOEDANIGHEDEN}
            waarde={waarden.hoedanigheid}
            opKies={(hoedanigheid) => zet({ hoedanigheid: hoedanigheid as Harmonisatiehoedanigheid | null })}
            fout={bij("hoedanigheid")}
          />
          <Veld
            label="Besloten op"
            soort="datum"
            min="2014-01-01"
            value={waarden.beslotenOp}
            onChange={(beslotenOp) => zet({ beslotenOp })}
            fout={bij("beslotenOp")}
          />
          <Veld
            label="Effect op het budget, in euro’s per jaar"
            inputMode="numeric"
            hulp="Leeg is onbekend. Schrijf een min voor minder kosten."
            value={waarden.effectBudget}
            onChange={(effectBudget) => zet({ effectBudget })}
            fout={bij("effectBudget") ?? euroFout}
          />
          <Veld
            label="Wat verandert er verder?"
            soort="lang"
            regels={2}
            maxLength={2000}
            value={waarden.effect}
            onChange={(effect) => zet({ effect })}
            fout={bij("effect")}
          />
          <MeerKeuze
            label="Voor welke gemeenten verandert er iets?"
            opties={gemeenten}
            snelkeuzes={snelkeuzes}
            waarde={waarden.gemeenten}
            opKies={(ids) => zet({ gemeenten: ids })}
            fout={bij("gemeenten")}
          />
        </>
      )}
    </Formulier>
  );
}
