import { useState } from "react";
import type { AttribuutVeldenInput, Sturingselement, Waardesoort } from "~/graphql/gen/graphql";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { MeerKeuze } from "~/ui/MeerKeuze";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { ELEMENT, ELEMENTEN, SOORTEN, type Regel } from "../attribuut";
import stijl from "../Contracten.module.css";
import { MaakAttribuut } from "../operations/maakAttribuut";
import { WijzigAttribuut } from "../operations/wijzigAttribuut";
import { Lijst } from "../register/Lijst";
import { useKeuzes } from "../useKeuzes";

const VELDEN = [
  "element",
  "naam",
  "soort",
  "eenheid",
  "keuzes",
  "domeinen",
  "inContract",
  "contracten",
  "beletsels",
  "toelichting",
];
const LEEG = {
  element: "TOEGANG" as Sturingselement,
  naam: "",
  soort: "TEKST" as Waardesoort,
  eenheid: "",
  keuzes: "",
  domeinen: [] as string[],
  inContract: false,
  toelichting: "",
  contracten: [] as string[],
  beletsels: [] as { tekst: string; tot: string }[],
};

const waardenVan = (een: Regel) => ({
  element: een.element,
  naam: een.naam,
  soort: een.soort,
  eenheid: een.eenheid ?? "",
  keuzes: een.keuzes.join("\n"),
  domeinen: een.domeinen.map(({ id }) => id),
  inContract: een.inContract,
  toelichting: een.toelichting,
  contracten: een.gekozenContracten.map(({ id }) => id),
  beletsels: een.beletsels.map(({ tekst, tot }) => ({ tekst, tot: tot ?? "" })),
});

/** A new row of the comparison, or a change of one. */
export function AttribuutFormulier({ attribuut, opKlaar }: { attribuut?: Regel; opKlaar: () => void }) {
  const [waarden, zetWaarden] = useState(attribuut ? waardenVan(attribuut) : LEEG);
  const { domeinen, contracten } = useKeuzes();
  const maak = useInzending(useMutatie(MaakAttribuut, "contracten"), VELDEN);
  const wijzig = useInzending(useMutatie(WijzigAttribuut, "contracten"), VELDEN);
  const [weg, zetWeg] = useState(false);
  const { bezig, bij, algemeen } = attribuut ? wijzig : maak;
  const zet = (deel: Partial<typeof LEEG>) => zetWaarden((oud) => ({ ...oud, ...deel }));
  const bewaar = async (vervallen = false) => {
    const velden: AttribuutVeldenInput = {
      ...waarden,
      eenheid: waarden.eenheid || null,
      keuzes: waarden.keuzes.split("\n").filter((keuze) => keuze.trim()),
      beletsels: waarden.beletsels.map(({ tekst, tot }) => ({ tekst, tot: tot || null })),
      vervallen,
    };
    const gelukt = attribuut
      ? await wijzig.verstuur({ id: attribuut.id, verwachteVersie: attribuut.versie, velden })
      : await maak.verstuur({ velden });
    if (!gelukt) return;
    kondigAan(vervallen ? "Het attribuut is uit de vergelijking." : "Het attribuut is bewaard.");
    opKlaar();
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : attribuut ? "Bewaar" : "Zet in de vergelijking"}
      opAnnuleer={opKlaar}
    >
      <Veld
        label="Wat vergelijk je?"
        isRequired
        maxLength={200}
        value={waarden.naam}
        onChange={(naam) => zet({ naam })}
        fout={bij("naam")}
      />
      <Keuze
        label="Sturingselement"
        opties={ELEMENTEN.map((id) => ({ id, naam: ELEMENT[id] }))}
        waarde={waarden.element}
        opKies={(element) => element && zet({ element: element as Sturingselement })}
        fout={bij("element")}
      />
      <Keuze
        label="Soort waarde"
        opties={SOORTEN}
        hulp="Vast zodra er waarden zijn: zo blijven verschillen te berekenen."
        waarde={waarden.soort}
        opKies={(soort) => soort && zet({ soort: soort as Waardesoort })}
        fout={bij("soort")}
      />
      {waarden.soort === "BEDRAG" && (
        <Veld
          label="Eenheid"
          isRequired
          maxLength={40}
          hulp="Bijvoorbeeld € per uur, fte of aanbieders."
          value={waarden.eenheid}
          onChange={(eenheid) => zet({ eenheid })}
          fout={bij("eenheid")}
        />
      )}
      {waarden.soort === "KEUZE" && (
        <Veld
          label="Keuzes"
          soort="lang"
          hulp="Elke keuze op een eigen regel, minstens twee."
          value={waarden.keuzes}
          onChange={(keuzes) => zet({ keuzes })}
          fout={bij("keuzes")}
        />
      )}
      <MeerKeuze
        label="Domeinen"
        hulp="Geen gekozen: het gaat over alle domeinen."
        opties={domeinen}
        waarde={waarden.domeinen}
        opKies={(ids) => zet({ domeinen: ids })}
        fout={bij("domeinen")}
      />
      <Keuze
        label="Staat het in contracten?"
        hulp="Dan bepalen de datums van die contracten wanneer het kan veranderen."
        opties={[
          { id: "ja", naam: "Ja" },
          { id: "nee", naam: "Nee, het is een werkwijze" },
        ]}
        waarde={waarden.inContract ? "ja" : "nee"}
        opKies={(keuze) => zet({ inContract: keuze === "ja" })}
        fout={bij("inContract")}
      />
      {waarden.inContract && (
        <MeerKeuze
          label="In welke contracten?"
          hulp="Geen gekozen: in alle contracten van de domeinen."
          opties={contracten.map(({ id, nummer, naam }) => ({ id, naam: `${nummer} · ${naam}` }))}
          waarde={waarden.contracten}
          opKies={(ids) => zet({ contracten: ids })}
          fout={bij("contracten")}
        />
      )}
      <Lijst
        naam="Wat een wijziging verder in de weg staat"
        een="beletsel"
        fout={bij("beletsels")}
        rijen={waarden.beletsels}
        leeg={{ tekst: "", tot: "" }}
        zet={(beletsels) => zet({ beletsels })}
        rij={(beletsel, wijzigEen) => (
          <>
            <Veld
              label="Wat"
              maxLength={2000}
              value={beletsel.tekst}
              onChange={(tekst) => wijzigEen({ tekst })}
            />
            <Veld
              label="Tot en met"
              soort="datum"
              hulp="Leeg: niet bekend."
              value={beletsel.tot}
              onChange={(tot) => wijzigEen({ tot })}
            />
          </>
        )}
      />
      <Veld
        label="Toelichting"
        soort="lang"
        regels={2}
        maxLength={2000}
        value={waarden.toelichting}
        onChange={(toelichting) => zet({ toelichting })}
        fout={bij("toelichting")}
      />
      {attribuut && (
        <Knop soort="gevaar" onPress={() => zetWeg(true)}>
          Haal uit de vergelijking
        </Knop>
      )}
      {weg && (
        <Dialoog titel="Uit de vergelijking halen?" open opSluit={() => zetWeg(false)}>
          <p>Wat ingevuld en besloten is blijft in de geschiedenis, en telt niet meer mee.</p>
          <div className={stijl.knoppen}>
            <Knop soort="gevaar" onPress={() => void bewaar(true)}>
              Haal het weg
            </Knop>
            <Knop onPress={() => zetWeg(false)}>Annuleren</Knop>
          </div>
        </Dialoog>
      )}
    </Formulier>
  );
}
