import { useRef, useState } from "react";
import { useQuery } from "urql";
import { useMag } from "~/features/account/ik";
import { graphql } from "~/graphql/gen";
import { momentTekst } from "~/lib/datum";
import { useVastgehouden } from "~/lib/vastgehouden";
import { CONTRACTEN } from "~/realtime/contexten";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Bevestig } from "~/ui/Bevestig";
import { Gegevens } from "~/ui/Gegevens";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import stijl from "../Contracten.module.css";
import { Kader } from "../Kader";
import { DraaiImportTerug } from "../operations/draaiImportTerug";
import { nieuweNeem, stuur, type Keuzes, type Proef } from "./stuur";

export const Importregel = graphql(`
  fragment Importregel on Contractimport {
    id
    naam
    soort
    nieuw
    gewijzigd
    gelijk
    op
    teruggedraaidOp
    magTerugdraaien
    door {
      id
      naam
    }
    teruggedraaidDoor {
      id
      naam
    }
  }
`);
const ImportsQuery = graphql(`
  query Contractimports {
    positie
    contractimports {
      ...Importregel
    }
  }
`);
const HEEL = { id: "imports" };

const WAT: Record<string, "gereed" | "bezig"> = { nieuw: "gereed", gewijzigd: "bezig" };

/** Sheets with contracts or values: look first, then take over, and undo as a whole. */
export function ImportPagina() {
  const mag = useMag("ContractenBeheren");
  return (
    <Kader titel="Importeren">
      {mag ? (
        <Nieuw />
      ) : (
        <Melding soort="info">
          Je kunt zien wat er overgenomen is. Wie het register beheert, kan een blad importeren.
        </Melding>
      )}
      <Eerder />
    </Kader>
  );
}

function Nieuw() {
  const kiezer = useRef<HTMLInputElement>(null);
  const [bestand, zetBestand] = useState<File>();
  const [keuzes, zetKeuzes] = useState<Keuzes>({});
  const [proef, zetProef] = useState<Proef>();
  const [fout, zetFout] = useState<string>();
  const [bezig, zetBezig] = useState<number>();
  // One id for one file: pressing twice, or trying again after a broken line, takes it over once.
  const [neem, zetNeem] = useState(nieuweNeem);

  const kijk = async (nieuw: File, koppeling: Keuzes, overnemen?: string) => {
    zetBezig(0);
    const uitkomst = await stuur(nieuw, koppeling, overnemen, zetBezig);
    zetBezig(undefined);
    zetFout("fout" in uitkomst ? uitkomst.fout : undefined);
    zetProef("proef" in uitkomst ? uitkomst.proef : undefined);
    if ("proef" in uitkomst && uitkomst.proef.gedaan) {
      kondigAan(uitkomst.proef.import ? "Het blad is overgenomen." : "Alles stond er al zo.");
    }
  };
  const kies = (nieuw: File | undefined) => {
    if (!nieuw) return;
    zetBestand(nieuw);
    zetKeuzes({});
    zetNeem(nieuweNeem());
    void kijk(nieuw, {});
  };
  const koppel = (kolom: string, veld: string | null) => {
    if (!bestand) return;
    const nieuw = { ...keuzes, [kolom]: veld ?? "" };
    zetKeuzes(nieuw);
    zetNeem(nieuweNeem());
    void kijk(bestand, nieuw);
  };
  return (
    <Vak titel="Een blad importeren">
      <p className={stijl.stil}>
        Kies een .xlsx of .csv met koppen op de eerste rij. Contracten herken je aan het nummer; waarden van
        de vergelijking aan attribuut en regio. Een lege cel laat staan wat er al staat, ‘onbekend’ maakt iets
        onbekend. Eerst zie je wat er gebeurt, dan pas neem je het over. Als voorbeeld kun je het{" "}
        <a href="/uitvoer/contracten/register?vorm=xlsx" download>
          register
        </a>{" "}
        of de{" "}
        <a href="/uitvoer/contracten/vergelijking?vorm=xlsx" download>
          vergelijking
        </a>{" "}
        opslaan, wijzigen en terugzetten.
      </p>
      <div className={stijl.knoppen}>
        <input
          ref={kiezer}
          type="file"
          aria-label="Kies een bestand"
          className="alleen-voorlezen"
          tabIndex={-1}
          accept=".xlsx,.csv,.txt,.tsv"
          onChange={({ target }) => {
            kies(target.files?.[0]);
            target.value = "";
          }}
        />
        <Knop
          soort={proef ? "gewoon" : "vol"}
          isDisabled={bezig !== undefined}
          onPress={() => kiezer.current?.click()}
        >
          {bestand ? "Kies een ander bestand" : "Kies een bestand"}
        </Knop>
        {bestand && bezig === undefined && <span className={stijl.stil}>{bestand.name}</span>}
      </div>
      {bezig !== undefined && (
        <label className={stijl.stil}>
          {bezig < 1 ? "Bezig met versturen…" : "Bezig met nakijken…"}{" "}
          <progress value={bezig < 1 ? bezig : undefined} />
        </label>
      )}
      {fout && <Melding soort="fout">{fout}</Melding>}
      {proef && bestand && (
        <Voorbeeld
          proef={proef}
          bezig={bezig !== undefined}
          opKoppel={koppel}
          opNeem={() => void kijk(bestand, keuzes, neem)}
        />
      )}
    </Vak>
  );
}

function Voorbeeld({
  proef,
  bezig,
  opKoppel,
  opNeem,
}: {
  proef: Proef;
  bezig: boolean;
  opKoppel: (kolom: string, veld: string | null) => void;
  opNeem: () => void;
}) {
  const wat = { CONTRACTEN: ["contract", "contracten"], WAARDEN: ["waarde", "waarden"] }[proef.soort][
    proef.rijen === 1 ? 0 : 1
  ];
  const telling = `${proef.nieuw} nieuw, ${proef.gewijzigd} gewijzigd, ${proef.gelijk} ongewijzigd`;
  if (proef.gedaan) {
    return (
      <Melding soort="gelukt">
        {proef.import ? `Overgenomen: ${telling}.` : "Alles stond er al zo. Er is niets veranderd."}
      </Melding>
    );
  }
  return (
    <>
      {proef.aantalFouten > 0 ? (
        <Melding soort="fout">
          {proef.aantalFouten === 1 ? "Er is 1 fout" : `Er zijn ${proef.aantalFouten} fouten`}. Herstel ze in
          het bestand en kies het opnieuw. Er is niets overgenomen.
        </Melding>
      ) : (
        <Melding soort="info">
          {proef.rijen} {wat} gelezen: {telling}.
        </Melding>
      )}
      {proef.fouten.length > 0 && (
        <Tabel
          bijschrift="Fouten in het blad"
          rijen={proef.fouten.map((een, nummer) => ({ ...een, nummer }))}
          sleutel={({ nummer }) => String(nummer)}
          kolommen={[
            { kop: "Rij", isNaam: true, cel: ({ rij }) => rij },
            { kop: "Kolom", cel: ({ kolom }) => kolom },
            { kop: "Wat er mis is", cel: ({ bericht }) => bericht },
          ]}
        />
      )}
      <details open={proef.kolommen.some(({ veld }) => !veld)}>
        <summary>Welke kolom is wat?</summary>
        <div className={stijl.naast}>
          {proef.kolommen.map(({ kolom, kop, veld }) => (
            <Keuze
              key={kolom}
              label={`${kolom}: ${kop || "zonder kop"}`}
              leeg="Niet gebruiken"
              opties={proef.velden.map((een) => ({ id: een.veld, naam: een.kop }))}
              waarde={veld}
              opKies={(gekozen) => opKoppel(kolom, gekozen)}
            />
          ))}
        </div>
      </details>
      {proef.voorbeeld.length > 0 && (
        <Tabel
          bijschrift="Wat er gebeurt"
          rijen={proef.voorbeeld}
          sleutel={({ rij }) => String(rij)}
          kolommen={[
            { kop: "Rij", cel: ({ rij }) => rij },
            { kop: "Wat", isNaam: true, cel: ({ naam }) => naam },
            { kop: "Wordt", cel: (een) => <Status soort={WAT[een.wat] ?? "open"}>{een.wat}</Status> },
            { kop: "Velden", cel: ({ velden }) => velden.join(", ") },
          ]}
        />
      )}
      <div className={stijl.knoppen}>
        <Knop
          soort="vol"
          isDisabled={bezig || proef.aantalFouten > 0 || proef.nieuw + proef.gewijzigd === 0}
          onPress={opNeem}
        >
          Neem over: {proef.nieuw + proef.gewijzigd} van {proef.rijen}
        </Knop>
      </div>
    </>
  );
}

function Eerder() {
  const [staat, lees] = useQuery({ query: ImportsQuery, context: CONTRACTEN });
  const data = useVastgehouden(staat, () => HEEL, HEEL.id);
  const [terug, zetTerug] = useState<{ id: string; naam: string }>();
  const inzending = useInzending(useMutatie(DraaiImportTerug, "contracten"), []);
  return (
    <Vak titel="Eerder overgenomen" bij={data?.contractimports.length}>
      <Gegevens
        staat={{ data, error: staat.error }}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De lijst kon niet geladen worden."
        regels={3}
      >
        {({ contractimports }) =>
          contractimports.length === 0 ? (
            <p className={stijl.stil}>Er is nog geen blad overgenomen.</p>
          ) : (
            <Tabel
              bijschrift="Eerder overgenomen"
              rijen={contractimports}
              sleutel={({ id }) => id}
              kolommen={[
                { kop: "Bestand", isNaam: true, cel: ({ naam }) => naam },
                { kop: "Wat", cel: ({ soort }) => (soort === "CONTRACTEN" ? "contracten" : "waarden") },
                { kop: "Nieuw", getal: true, cel: ({ nieuw }) => nieuw },
                { kop: "Gewijzigd", getal: true, cel: ({ gewijzigd }) => gewijzigd },
                {
                  kop: "Wanneer",
                  cel: ({ op, door }) => `${momentTekst(op)} door ${door?.naam ?? "de hub"}`,
                },
                {
                  kop: "Terugdraaien",
                  cel: ({ id, naam, teruggedraaidOp, magTerugdraaien }) =>
                    teruggedraaidOp ? (
                      <Status soort="open">teruggedraaid {momentTekst(teruggedraaidOp)}</Status>
                    ) : (
                      magTerugdraaien && <Knop onPress={() => zetTerug({ id, naam })}>Draai terug</Knop>
                    ),
                },
              ]}
            />
          )
        }
      </Gegevens>
      {terug && (
        <Bevestig
          titel={`‘${terug.naam}’ terugdraaien?`}
          open
          opSluit={() => zetTerug(undefined)}
          inzending={inzending}
          knop="Draai terug"
          opJa={async () => {
            if (!(await inzending.verstuur({ import: terug.id }))) return;
            kondigAan("De import is teruggedraaid.");
            zetTerug(undefined);
          }}
        >
          <p>
            Wat nieuw was gaat uit het register, wat gewijzigd was wordt weer zoals het was. Het kan niet als
            iemand er daarna iets aan wijzigde.
          </p>
        </Bevestig>
      )}
    </Vak>
  );
}
