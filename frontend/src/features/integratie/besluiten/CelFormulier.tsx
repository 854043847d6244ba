import { useState } from "react";
import type { BesluitcelStatus, Hoedanigheid } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { useWinkel } from "~/lib/winkel";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { useVerbinding } from "~/realtime/verbinding";
import { Botsing } from "~/ui/Botsing";
import { Formulier } from "~/ui/Formulier";
import { Keuze } from "~/ui/Keuze";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Veld } from "~/ui/Veld";
import { VulBesluitcelIn } from "../operations/vulBesluitcelIn";
import type { Cel, Stap } from "./besluit";
import { concepten, invoerVan, VELDEN, waardenVan, wisConcept, zetConcept, type Waarden } from "./concept";
import { HOEDANIGHEID, metDatum, statussen } from "./woorden";

type Props = { cel: Cel; stap: Stap; bereik: string; opKlaar: () => void };
const EENHEID = { DAGEN: "dagen", WEKEN: "weken", MAANDEN: "maanden" } as const;

export function CelFormulier({ cel, stap, bereik, opKlaar }: Props) {
  const concept = useWinkel(concepten)[cel.id] ?? { versie: cel.versie, mijn: {} };
  const waarden = { ...waardenVan(cel), ...concept.mijn };
  const botst = Object.keys(concept.mijn).length > 0 && cel.versie > concept.versie;
  const [kiesEerst, zetKiesEerst] = useState(false);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(VulBesluitcelIn, bereik), VELDEN);
  const { stand } = useVerbinding();
  const wijzig = <N extends keyof Waarden>(veld: N, waarde: Waarden[N]) =>
    zetConcept(cel.id, { versie: concept.versie, mijn: { ...concept.mijn, [veld]: waarde } });

  const klaar = () => {
    wisConcept(cel.id);
    opKlaar();
  };
  const bewaar = async () => {
    zetKiesEerst(botst);
    if (botst) return;
    const verwachteVersie = Object.keys(concept.mijn).length > 0 ? concept.versie : cel.versie;
    const antwoord = await verstuur({ id: cel.id, verwachteVersie, ...invoerVan(waarden, stap) });
    if (!antwoord) return;
    kondigAan(`${stap.naam} van ${cel.gemeente.naam} is bewaard.`);
    klaar();
  };
  const gremia = stap.mogelijkeGremia;
  const rollen = gremia.find(({ gremium }) => gremium.id === waarden.gremium)?.hoedanigheden ?? [];
  const term = stap.termijn && EENHEID[stap.termijn.duur.eenheid];
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
          {statussen(stap.soort)
            .find(({ id }) => id === cel.status)
            ?.naam.toLowerCase()}
          {cel.datum ? `, ${datumTekst(cel.datum)}` : ""}.
        </Botsing>
      )}
      <Keuze
        label="Status"
        opties={statussen(stap.soort)}
        waarde={waarden.status}
        opKies={(status) => status && wijzig("status", status as BesluitcelStatus)}
        fout={bij("status")}
      />
      {metDatum(waarden.status) && (
        <Veld
          label={waarden.status === "OP_AGENDA" ? "Datum op de agenda" : "Datum"}
          soort="datum"
          isRequired
          min="2014-01-01"
          value={waarden.datum}
          onChange={(datum) => wijzig("datum", datum)}
          fout={bij("datum")}
        />
      )}
      {stap.termijn && (
        <>
          <Veld
            label="Ontvangen op"
            soort="datum"
            min="2014-01-01"
            value={waarden.ontvangenOp}
            onChange={(datum) => wijzig("ontvangenOp", datum)}
            hulp={`De termijn van ${stap.termijn.duur.woorden} begint op deze dag.`}
            fout={bij("ontvangenOp")}
          />
          <Veld
            label={`Verlenging in ${term}`}
            inputMode="numeric"
            value={waarden.verlenging}
            onChange={(tekst) => wijzig("verlenging", tekst)}
            hulp="Laat leeg als de termijn niet verlengd is."
            fout={bij("verlenging")}
          />
        </>
      )}
      {gremia.length > 1 && (
        <Keuze
          label="Gremium"
          opties={gremia.map(({ gremium }) => gremium)}
          waarde={waarden.gremium}
          opKies={(gremium) => {
            const past = gremia.find((een) => een.gremium.id === gremium)?.hoedanigheden ?? [];
            const nu = waarden.hoedanigheid;
            zetConcept(cel.id, {
              versie: concept.versie,
              mijn: {
                ...concept.mijn,
                gremium,
                hoedanigheid: nu && past.includes(nu) ? nu : (past[0] ?? null),
              },
            });
          }}
          fout={bij("gremium")}
        />
      )}
      {rollen.length > 1 && (
        <Keuze
          label="In welke rol"
          opties={rollen.map((id) => ({ id, naam: HOEDANIGHEID[id] }))}
          waarde={waarden.hoedanigheid}
          opKies={(rol) => wijzig("hoedanigheid", rol as Hoedanigheid | null)}
          fout={bij("hoedanigheid")}
        />
      )}
      <Veld
        label="Document"
        value={waarden.document}
        onChange={(adres) => wijzig("document", adres)}
        maxLength={500}
        hulp="Het adres van het raadsstuk of het besluit, bijvoorbeeld https://…"
        fout={bij("document")}
      />
      <Veld
        label="Notitie"
        soort="lang"
        value={waarden.notitie}
        onChange={(tekst) => wijzig("notitie", tekst)}
        maxLength={2000}
        hulp="Noem geen namen van personen en geen BSN."
        fout={bij("notitie")}
      />
      {bezig && stand === "offline" && (
        <Melding soort="info">
          Er is geen verbinding. Je wijziging wordt verstuurd zodra de hub weer bereikbaar is.
        </Melding>
      )}
    </Formulier>
  );
}
