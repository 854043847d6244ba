import { useState } from "react";
import { useGemeenten } from "~/features/integratie/keuzes";
import type { Bekostigingsvorm, Contractvorm } from "~/graphql/gen/graphql";
import { useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { BEKOSTIGINGEN, VORMEN, type Contract } from "../contract";
import stijl from "../Contracten.module.css";
import { WijzigContract } from "../operations/wijzigContract";
import { useKeuzes } from "../useKeuzes";
import {
  botsende,
  concepten,
  getalVan,
  invoerVan,
  waardenVan,
  wisConcept,
  zetConcept,
  type Waarden,
} from "./concept";
import { Doelen, Kpis, Opties, PerGemeentes, Beletsels } from "./Lijsten";

const NAAM: Record<keyof Waarden, string> = {
  nummer: "nummer",
  naam: "naam",
  domein: "domein",
  bovenliggend: "valt onder",
  segment: "segment",
  omschrijving: "omschrijving",
  gemeenten: "gemeenten",
  bekostiging: "bekostiging",
  vorm: "contractvorm",
  ingang: "ingangsdatum",
  einde: "einddatum",
  optiesBekend: "opties",
  opties: "opties",
  opzegtermijn: "opzegtermijn",
  tussentijds: "tussentijds opzegbaar",
  beletsels: "wat in de weg staat",
  aantalAanbieders: "aantal aanbieders",
  externNummer: "VendorLink-nummer",
  externAdres: "adres in VendorLink",
  doelen: "doelen",
  kpis: "KPI’s",
  perGemeente: "verschil per gemeente",
};
const JA_NEE = [
  { id: "ja", naam: "Ja" },
  { id: "nee", naam: "Nee" },
];

/** Changes what is known of a contract: only the fields that were typed in go along. An empty field is unknown. */
export function ContractFormulier({ contract, opKlaar }: { contract: Contract; opKlaar: () => void }) {
  const nu = waardenVan(contract);
  const concept = useWinkel(concepten)[contract.id] ?? { versie: contract.versie, begin: nu, mijn: {} };
  const waarden: Waarden = { ...nu, ...concept.mijn };
  const botst = botsende(concept, nu);
  const [eigen, zetEigen] = useState<Record<string, string>>({});
  const { domeinen, contracten } = useKeuzes();
  const { gemeenten, snelkeuzes } = useGemeenten();
  const { verstuur, bezig, bij, algemeen } = useInzending(
    useMutatie(WijzigContract, "contracten"),
    Object.keys(NAAM),
  );
  const wijzig = (deel: Partial<Waarden>) =>
    zetConcept(contract.id, { ...concept, mijn: { ...concept.mijn, ...deel } });
  const klaar = () => {
    wisConcept(contract.id);
    opKlaar();
  };
  const bewaar = async () => {
    const getal = "Schrijf een heel getal, of laat het leeg als je het niet weet.";
    const fouten: Record<string, string> = {};
    for (const veld of ["opzegtermijn", "aantalAanbieders"] as const)
      if (getalVan(waarden[veld]) === undefined) fouten[veld] = getal;
    if (waarden.opties.some(({ maanden }) => !getalVan(maanden)))
      fouten.opties = "Schrijf bij elke optie het aantal maanden.";
    if (botst.length > 0) fouten.algemeen = "Kies eerst of jouw invoer blijft of die van je collega.";
    zetEigen(fouten);
    if (Object.keys(fouten).length > 0) return;
    const { opties, optiesBekend } = waarden;
    const mijn =
      "opties" in concept.mijn || "optiesBekend" in concept.mijn
        ? { ...concept.mijn, opties, optiesBekend }
        : concept.mijn;
    if (!(await verstuur({ id: contract.id, verwachteVersie: concept.versie, ...invoerVan(mijn) }))) return;
    kondigAan("Het contract is bewaard.");
    klaar();
  };
  const fout = (veld: keyof Waarden) => eigen[veld] ?? bij(veld);
  const tekst = (
    veld:
      | "nummer"
      | "naam"
      | "segment"
      | "ingang"
      | "einde"
      | "opzegtermijn"
      | "aantalAanbieders"
      | "externNummer"
      | "externAdres"
      | "omschrijving",
  ) => ({
    value: waarden[veld],
    onChange: (waarde: string) => wijzig({ [veld]: waarde }),
    fout: fout(veld),
  });
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={[...algemeen, ...(eigen.algemeen ? [eigen.algemeen] : [])]}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar"}
      opAnnuleer={klaar}
    >
      {botst.length > 0 && (
        <Botsing
          opNeemOver={() => wisConcept(contract.id)}
          opHoud={() => zetConcept(contract.id, { ...concept, versie: contract.versie, begin: nu })}
        >
          Een collega wijzigde terwijl je typte: {botst.map((veld) => NAAM[veld]).join(", ")}
          {contract.gewijzigdDoor ? ` (${contract.gewijzigdDoor.naam})` : ""}.
        </Botsing>
      )}
      <p className={stijl.stil}>
        Een leeg veld betekent: onbekend. Nul is ook een antwoord. Schrijf geen namen op.
      </p>
      <Veld label="Hoe heet het contract of segment?" isRequired maxLength={200} {...tekst("naam")} />
      <div className={stijl.naast}>
        <Veld label="Nummer" isRequired maxLength={60} {...tekst("nummer")} />
        <Veld label="Segment" maxLength={60} {...tekst("segment")} />
        <Keuze
          label="Domein"
          opties={domeinen}
          waarde={waarden.domein}
          opKies={(domein) => domein && wijzig({ domein })}
          fout={fout("domein")}
        />
        <Keuze
          label="Valt onder"
          leeg="Geen ander contract"
          opties={contracten
            .filter(({ id }) => id !== contract.id)
            .map(({ id, nummer, naam }) => ({ id, naam: `${nummer} · ${naam}` }))}
          waarde={waarden.bovenliggend}
          opKies={(bovenliggend) => wijzig({ bovenliggend })}
          fout={fout("bovenliggend")}
        />
      </div>
      <Veld label="Waar gaat het over?" soort="lang" maxLength={5000} {...tekst("omschrijving")} />
      <MeerKeuze
        label="Voor welke gemeenten?"
        opties={gemeenten}
        snelkeuzes={snelkeuzes}
        waarde={waarden.gemeenten}
        opKies={(ids) => wijzig({ gemeenten: ids })}
        fout={fout("gemeenten")}
      />
      <MeerKeuze
        label="Bekostiging"
        opties={BEKOSTIGINGEN}
        waarde={waarden.bekostiging}
        opKies={(ids) => wijzig({ bekostiging: ids as Bekostigingsvorm[] })}
        fout={fout("bekostiging")}
      />
      <div className={stijl.naast}>
        <Keuze
          label="Contractvorm"
          leeg="Onbekend"
          opties={VORMEN}
          waarde={waarden.vorm}
          opKies={(vorm) => wijzig({ vorm: vorm as Contractvorm | null })}
          fout={fout("vorm")}
        />
        <Veld label="Aantal aanbieders" inputMode="numeric" {...tekst("aantalAanbieders")} />
        <Veld
          label="Ingangsdatum"
          hulp="Een jaar, maand of dag: 2022, 2022-04 of 2022-04-01."
          {...tekst("ingang")}
        />
        <Veld label="Einddatum, zonder opties" soort="datum" min="2014-01-01" {...tekst("einde")} />
        <Veld label="Opzegtermijn in maanden" inputMode="numeric" {...tekst("opzegtermijn")} />
        <Keuze
          label="Tussentijds op te zeggen?"
          leeg="Onbekend"
          opties={JA_NEE}
          waarde={waarden.tussentijds}
          opKies={(tussentijds) => wijzig({ tussentijds })}
          fout={fout("tussentijds")}
        />
        <Veld label="VendorLink-nummer" maxLength={60} {...tekst("externNummer")} />
        <Veld
          label="Adres in VendorLink"
          maxLength={500}
          hulp="Begin met https://"
          {...tekst("externAdres")}
        />
      </div>
      <Opties waarden={waarden} wijzig={wijzig} fout={fout("opties")} />
      <Beletsels waarden={waarden} wijzig={wijzig} fout={fout("beletsels")} />
      <PerGemeentes waarden={waarden} wijzig={wijzig} fout={fout("perGemeente")} gemeenten={gemeenten} />
      <Doelen waarden={waarden} wijzig={wijzig} fout={fout("doelen")} />
      <Kpis waarden={waarden} wijzig={wijzig} fout={fout("kpis")} />
    </Formulier>
  );
}
