import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import type { Kamer } from "~/editor/kamer";
import type { Selectie } from "~/editor/kanttekens";
import { kleurVan, type Schrijver } from "~/editor/tekens";
import type { Noembaar } from "~/editor/vermelding";
import { useIk } from "~/features/account/ik";
import { useWinkel } from "~/lib/winkel";
import { AFSPRAKEN } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Bevestig } from "~/ui/Bevestig";
import { Dialoog } from "~/ui/Dialoog";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { kondigAan } from "~/ui/meldingen";
import { Melding } from "~/ui/Melding";
import { LeegStaat, Skelet } from "~/ui/Staat";
import { Veld } from "~/ui/Veld";
import { BeginTekst } from "../operations/beginTekst";
import { LegVersieVast } from "../operations/legVersieVast";
import { MaakTekstLeeg } from "../operations/maakTekstLeeg";
import { Downloaden } from "./Downloaden";
import { Inlezen } from "./Inlezen";
import { KanttekeningenQuery, kanttekens, type Kanttekening } from "./kanttekening";
import { Kanttekeningen } from "./Kanttekeningen";
import { Tekststand } from "./Tekststand";
import { useKamer } from "./useKamer";
import { NoembaarQuery, TekstQuery } from "./vragen";
import stijl from "./Tekst.module.css";

const Editor = lazy(() => import("~/editor/Editor"));

type Afspraak = { id: string; naam: string; magSchrijven: boolean; magOpmerken: boolean };

const GEEN: readonly Kanttekening[] = [];

function useNoembaar(): Noembaar[] {
  const [{ data }] = useQuery({ query: NoembaarQuery });
  return useMemo(() => {
    if (!data) return [];
    const maak = (soort: string, pad: string) => (een: { id: string; naam: string }) => ({
      ...een,
      soort,
      naar: `${pad}/${een.id}`,
    });
    return [
      ...data.gemeenten.map(maak("gemeente", "/organisatie/gemeenten")),
      ...data.rollen.map(maak("gremium of rol", "/organisatie/rollen")),
      ...data.afspraken.map(maak("afspraak", "/afspraken/afspraak")),
      ...data.begrippen.map(({ sleutel, woord }) => ({
        id: sleutel,
        naam: woord,
        soort: "begrip",
        naar: `/begrippen#${encodeURIComponent(sleutel)}`,
      })),
      ...data.contracten.map(({ id, nummer, naam }) => ({
        id,
        naam: `${nummer} ${naam}`,
        soort: "contract",
        naar: `/contracten/${encodeURIComponent(nummer)}`,
      })),
      ...data.trajecten
        .flatMap(({ borden }) => borden.flatMap(({ taken }) => taken))
        .map(({ id, titel }) => ({ id, naam: titel }))
        .map(maak("taak", "/integratie/takenbord/taak")),
    ];
  }, [data]);
}

function Vastleggen({ afspraak, opSluit }: { afspraak: string; opSluit: () => void }) {
  const [naam, zetNaam] = useState("");
  const inzending = useInzending(useMutatie(LegVersieVast, "afspraken"), ["naam"]);
  const leg = async () => {
    const antwoord = await inzending.verstuur({ afspraak, naam });
    if (!antwoord) return;
    kondigAan("De tekst is vastgelegd als nieuwe versie.");
    opSluit();
  };
  return (
    <Dialoog titel="Versie vastleggen" open opSluit={opSluit}>
      <Formulier
        opVerstuur={() => void leg()}
        fouten={inzending.algemeen}
        bezig={inzending.bezig}
        knop="Leg vast"
        opAnnuleer={opSluit}
      >
        <p>
          De tekst zoals die nu is, blijft voor altijd zo bewaard. Je kunt daarna gewoon verder schrijven.
        </p>
        <Veld
          label="Naam van de versie"
          hulp="Bijvoorbeeld: voor de colleges van juni"
          value={naam}
          onChange={zetNaam}
          fout={inzending.bij("naam")}
          maxLength={120}
          isRequired
          autoFocus
        />
      </Formulier>
    </Dialoog>
  );
}

/** The text as the hub has it, for who cannot or may not write. */
function Leesbaar({ afspraak, reden }: { afspraak: Afspraak; reden: React.ReactNode }) {
  const [{ data, error }] = useQuery({
    query: TekstQuery,
    variables: { id: afspraak.id },
    requestPolicy: "network-only",
  });
  const html = data?.afspraak?.tekst.html;
  return (
    <>
      <Melding soort="let-op">{reden}</Melding>
      {html === undefined ? (
        error ? (
          <Melding soort="fout">De tekst kon niet geladen worden. Laad de pagina opnieuw.</Melding>
        ) : (
          <Skelet regels={8} hoogte="1.5rem" />
        )
      ) : (
        // Made by the hub, which escapes everything that is no mark-up of its own.
        <div className={stijl.blad} dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </>
  );
}

/** How many articles there are; nothing while that is not known. */
function useAantal(kamer: Kamer): number | undefined {
  const [aantal, zetAantal] = useState<number>();
  useEffect(() => {
    const artikelen = kamer.doc.getXmlFragment("artikelen");
    const tel = () => zetAantal(kamer.lijn.synced || artikelen.length > 0 ? artikelen.length : undefined);
    artikelen.observe(tel);
    kamer.lijn.on("sync", tel);
    tel();
    return () => {
      artikelen.unobserve(tel);
      kamer.lijn.off("sync", tel);
    };
  }, [kamer]);
  return aantal;
}

function Leegmaken({ afspraak, opSluit }: { afspraak: string; opSluit: () => void }) {
  const inzending = useInzending(useMutatie(MaakTekstLeeg, "afspraken"), []);
  return (
    <Bevestig
      titel="De tekst leegmaken?"
      open
      opSluit={opSluit}
      inzending={inzending}
      knop="Maak leeg"
      opJa={async () => {
        if (!(await inzending.verstuur({ afspraak }))) return;
        kondigAan("De tekst is leeg.");
        opSluit();
      }}
    >
      <p>
        Wat er nu staat, blijft bewaard als versie; bij Versies zet je het terug. Daarna begin je opnieuw, of
        lees je een Word-bestand in.
      </p>
    </Bevestig>
  );
}

/** Undoing what was read in is one click, right after it. */
function Ingelezen({ afspraak, bestand, opWeg }: { afspraak: string; bestand: string; opWeg: () => void }) {
  const inzending = useInzending(useMutatie(MaakTekstLeeg, "afspraken"), []);
  const maakOngedaan = async () => {
    if (!(await inzending.verstuur({ afspraak }))) return;
    kondigAan("Het inlezen is ongedaan gemaakt.");
    opWeg();
  };
  return (
    <Melding soort="gelukt">
      ‘{bestand}’ is ingelezen en vastgelegd als versie.{" "}
      <Knop isDisabled={inzending.bezig} onPress={() => void maakOngedaan()}>
        Maak ongedaan
      </Knop>{" "}
      <Knop onPress={opWeg}>Houd zo</Knop>
      {inzending.algemeen.map((fout) => (
        <p key={fout}>{fout}</p>
      ))}
    </Melding>
  );
}

function Leeg({ afspraak, opInlezen }: { afspraak: Afspraak; opInlezen: () => void }) {
  const inzending = useInzending(useMutatie(BeginTekst, "afspraken"), []);
  return (
    <LeegStaat
      titel="Er staat nog geen tekst"
      actie={
        afspraak.magSchrijven && (
          <div className={stijl.knoppen}>
            <Knop
              soort="vol"
              isDisabled={inzending.bezig}
              onPress={() => void inzending.verstuur({ afspraak: afspraak.id })}
            >
              Begin met de gebruikelijke artikelen
            </Knop>
            <Knop onPress={opInlezen}>Lees een Word-bestand in</Knop>
          </div>
        )
      }
    >
      {inzending.algemeen.map((fout) => (
        <Melding key={fout} soort="fout">
          {fout}
        </Melding>
      ))}
      {afspraak.magSchrijven
        ? "De artikelen worden gevuld met wat het register over deze afspraak weet. Daarna schrijf je verder."
        : "Zodra iemand begint te schrijven, lees je hier mee."}
    </LeegStaat>
  );
}

function Schrijven({
  afspraak,
  kamer,
  schrijver,
}: {
  afspraak: Afspraak;
  kamer: Kamer;
  schrijver: Schrijver;
}) {
  const stand = useWinkel(kamer.stand);
  const aantal = useAantal(kamer);
  const noembaar = useNoembaar();
  const [venster, zetVenster] = useState<"vastleggen" | "leegmaken" | "inlezen">();
  const sluit = () => zetVenster(undefined);
  const [ingelezen, zetIngelezen] = useState<string>();
  const [{ data }] = useQuery({
    query: KanttekeningenQuery,
    variables: { id: afspraak.id },
    context: AFSPRAKEN,
  });
  const kanttekeningen = data?.afspraak?.kanttekeningen ?? GEEN;
  const tekens = useMemo(() => kanttekens(kanttekeningen), [kanttekeningen]);
  const [gekozen, zetGekozen] = useState<string>();
  const [selectie, zetSelectie] = useState<Selectie | null>(null);
  if (stand === "geblokkeerd") {
    return (
      <Leesbaar
        afspraak={afspraak}
        reden="je netwerk laat geen live verbinding toe. Je leest de tekst zoals die net was; schrijven kan hier niet, omdat je werk anders langs dat van anderen heen zou gaan. Laad de pagina opnieuw om het weer te proberen."
      />
    );
  }
  if (stand === "dicht") {
    return (
      <Leesbaar
        afspraak={afspraak}
        reden="je mag niet (meer) aan deze tekst schrijven. Je leest wat er nu staat."
      />
    );
  }
  return (
    <div className={stijl.tekst}>
      <div className={stijl.kop}>
        <Tekststand stand={stand} />
        {!afspraak.magSchrijven && <span className={stijl.stil}>Je leest live mee.</span>}
        <span className={stijl.rek} />
        <Downloaden afspraak={afspraak.id} />
        {afspraak.magSchrijven && !!aantal && (
          <>
            <Knop isDisabled={stand !== "opgeslagen"} onPress={() => zetVenster("leegmaken")}>
              Maak leeg
            </Knop>
            <Knop soort="vol" isDisabled={stand !== "opgeslagen"} onPress={() => zetVenster("vastleggen")}>
              Versie vastleggen
            </Knop>
          </>
        )}
      </div>
      {ingelezen && !!aantal && (
        <Ingelezen afspraak={afspraak.id} bestand={ingelezen} opWeg={() => zetIngelezen(undefined)} />
      )}
      {aantal === undefined ? (
        <Skelet regels={8} hoogte="1.5rem" />
      ) : aantal === 0 ? (
        <Leeg afspraak={afspraak} opInlezen={() => zetVenster("inlezen")} />
      ) : (
        <Suspense fallback={<Skelet regels={8} hoogte="1.5rem" />}>
          <div className={stijl.metKant}>
            <Editor
              kamer={kamer}
              schrijver={schrijver}
              schrijven={afspraak.magSchrijven}
              noembaar={noembaar}
              naam={`Tekst van ${afspraak.naam}`}
              kant={{ tekens, gekozen, opKies: zetGekozen, opSelectie: zetSelectie }}
            />
            <Kanttekeningen
              afspraak={afspraak}
              kanttekeningen={kanttekeningen}
              gekozen={gekozen}
              opKies={zetGekozen}
              selectie={selectie}
            />
          </div>
        </Suspense>
      )}
      {venster === "vastleggen" && <Vastleggen afspraak={afspraak.id} opSluit={sluit} />}
      {venster === "leegmaken" && <Leegmaken afspraak={afspraak.id} opSluit={sluit} />}
      {venster === "inlezen" && <Inlezen afspraak={afspraak.id} opSluit={sluit} opIngelezen={zetIngelezen} />}
    </div>
  );
}

/** The text of an agreement, written together. */
export function Tekst({ afspraak }: { afspraak: Afspraak }) {
  const ik = useIk();
  const id = ik?.persoon.id;
  const name = ik?.persoon.naam ?? "";
  const kamer = useKamer(afspraak.id, afspraak.magSchrijven ? id : undefined);
  const schrijver = useMemo(() => ({ id: id ?? "", name, color: kleurVan(id ?? "") }), [id, name]);
  if (!kamer || !id) return <Skelet regels={8} hoogte="1.5rem" />;
  return <Schrijven afspraak={afspraak} kamer={kamer} schrijver={schrijver} />;
}
