import { useEffect, useRef, useState } from "react";
import type { Selectie } from "~/editor/kanttekens";
import { usePersonen, type PersoonKeuze } from "~/features/integratie/keuzes";
import { momentTekst } from "~/lib/datum";
import { naarOpslag } from "~/lib/vermelding";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Avatar } from "~/ui/Avatar";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Opmerkingtekst } from "~/ui/Opmerkingtekst";
import { Opmerkingveld, type Invoer } from "~/ui/Opmerkingveld";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { BeantwoordKanttekening } from "../operations/beantwoordKanttekening";
import { BeslisVoorstel } from "../operations/beslisVoorstel";
import { HandelKanttekeningAf } from "../operations/handelKanttekeningAf";
import { PlaatsKanttekening } from "../operations/plaatsKanttekening";
import { isVoorstel, KANTSTAND, type Kanttekening } from "./kanttekening";
import stijl from "./Kanttekeningen.module.css";

const LEEG: Invoer = { tekst: "", vermelde: [] };
type Soort = "opmerking" | "voorstel";

type Props = {
  afspraak: { id: string; magOpmerken: boolean; magSchrijven: boolean };
  kanttekeningen: readonly Kanttekening[];
  gekozen: string | undefined;
  opKies: (id: string | undefined) => void;
  selectie: Selectie | null;
};

/** What people say in the margin of the text, and what they suggest. */
export function Kanttekeningen({ afspraak, kanttekeningen, gekozen, opKies, selectie }: Props) {
  const personen = usePersonen();
  const [ook, zetOok] = useState(false);
  // What was selected when one began: the selection goes when one types here.
  const [nieuw, zetNieuw] = useState<{ soort: Soort; bij: Selectie }>();
  const open = kanttekeningen.filter(({ stand }) => stand === "OPEN");
  const rijen = ook ? kanttekeningen : open;
  const begin = (soort: Soort) => selectie && zetNieuw({ soort, bij: selectie });
  return (
    <Vak titel="Opmerkingen en voorstellen" bij={open.length || undefined}>
      {afspraak.magOpmerken && !nieuw && (
        <>
          <div className={stijl.knoppen}>
            <Knop isDisabled={!selectie} onPress={() => begin("opmerking")}>
              Opmerking
            </Knop>
            <Knop isDisabled={!selectie?.eenAlinea} onPress={() => begin("voorstel")}>
              Voorstel
            </Knop>
          </div>
          <p className={stijl.stil}>
            {selectie?.eenAlinea
              ? "Over de woorden die je gekozen hebt."
              : selectie
                ? "Over het artikel waar je staat. Kies woorden in één alinea om iets anders voor te stellen."
                : "Zet je cursor in een artikel, of kies woorden in de tekst."}
          </p>
        </>
      )}
      {nieuw && (
        <Plaatsen
          afspraak={afspraak.id}
          soort={nieuw.soort}
          bij={nieuw.bij}
          personen={personen}
          opKlaar={(id) => {
            zetNieuw(undefined);
            if (id) opKies(id);
          }}
        />
      )}
      {rijen.length === 0 && <p className={stijl.stil}>Er staat niets open.</p>}
      <ol className={stijl.lijst} aria-label="Opmerkingen en voorstellen">
        {rijen.map((een) => (
          <Kaart
            key={een.id}
            een={een}
            personen={personen}
            gekozen={een.id === gekozen}
            opKies={() => opKies(een.id === gekozen ? undefined : een.id)}
          />
        ))}
      </ol>
      {kanttekeningen.length > open.length && (
        <Knop soort="stil" onPress={() => zetOok(!ook)}>
          {ook
            ? "Toon alleen wat openstaat"
            : `Toon ook wat klaar is (${kanttekeningen.length - open.length})`}
        </Knop>
      )}
    </Vak>
  );
}

type PlaatsenProps = {
  afspraak: string;
  soort: Soort;
  bij: Selectie;
  personen: PersoonKeuze[];
  opKlaar: (id?: string) => void;
};

function Plaatsen({ afspraak, soort, bij, personen, opKlaar }: PlaatsenProps) {
  const [invoer, zetInvoer] = useState(LEEG);
  const [voorstel, zetVoorstel] = useState(bij.passage?.citaat ?? "");
  const {
    verstuur,
    bezig,
    bij: fout,
    algemeen,
  } = useInzending(useMutatie(PlaatsKanttekening, "afspraken"), ["tekst", "voorstel"]);
  const plaats = async () => {
    if (bezig) return;
    const antwoord = await verstuur({
      afspraak,
      artikel: bij.artikel,
      passage: bij.passage,
      tekst: naarOpslag(invoer.tekst, invoer.vermelde),
      voorstel: soort === "voorstel" ? voorstel : null,
    });
    if (!antwoord) return;
    kondigAan(soort === "voorstel" ? "Het voorstel staat bij de tekst." : "De opmerking staat bij de tekst.");
    opKlaar(antwoord.kanttekening?.id);
  };
  return (
    <Formulier
      opVerstuur={() => void plaats()}
      fouten={algemeen}
      bezig={bezig}
      knop={soort === "voorstel" ? "Stel voor" : "Plaats"}
      opAnnuleer={() => opKlaar()}
    >
      <p className={stijl.citaat}>{bij.passage ? `‘${bij.passage.citaat}’` : "Over het hele artikel"}</p>
      {soort === "voorstel" && (
        <Veld
          label="Wat er moet staan"
          hulp="Leeg: deze woorden kunnen weg."
          value={voorstel}
          onChange={zetVoorstel}
          fout={fout("voorstel")}
          maxLength={2000}
          autoFocus
        />
      )}
      <Opmerkingveld
        label={soort === "voorstel" ? "Waarom (mag leeg)" : "Opmerking"}
        invoer={invoer}
        opWijzig={zetInvoer}
        personen={personen}
        fout={fout("tekst")}
        autoFocus={soort === "opmerking"}
        opVerstuur={() => void plaats()}
      />
    </Formulier>
  );
}

type KaartProps = { een: Kanttekening; personen: PersoonKeuze[]; gekozen: boolean; opKies: () => void };

function Kaart({ een, personen, gekozen, opKies }: KaartProps) {
  const kaart = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (gekozen) kaart.current?.scrollIntoView({ block: "nearest" });
  }, [gekozen]);
  const voorstel = isVoorstel(een);
  const wat = voorstel ? "voorstel" : "opmerking";
  return (
    <li ref={kaart} className={stijl.kaart} data-gekozen={gekozen || undefined}>
      <p className={stijl.wie}>
        {een.door && <Avatar persoon={een.door} klein />}
        <strong>{een.door?.naam ?? "De hub"}</strong>
        <time dateTime={een.op}>{momentTekst(een.op)}</time>
        {een.stand !== "OPEN" && <Status soort={KANTSTAND[een.stand][0]}>{KANTSTAND[een.stand][1]}</Status>}
      </p>
      {voorstel ? (
        <p className={stijl.woorden}>
          <del>{een.passage?.citaat}</del> {een.voorstel && <ins>{een.voorstel}</ins>}
        </p>
      ) : (
        een.passage && <p className={stijl.citaat}>‘{een.passage.citaat}’</p>
      )}
      {een.tekst && <Opmerkingtekst tekst={een.tekst} />}
      {een.antwoorden.map((antwoord) => (
        <div key={antwoord.nummer} className={stijl.antwoord}>
          <p className={stijl.wie}>
            <strong>{antwoord.door?.naam ?? "De hub"}</strong>
            <time dateTime={antwoord.op}>{momentTekst(antwoord.op)}</time>
          </p>
          <Opmerkingtekst tekst={antwoord.tekst} />
        </div>
      ))}
      {een.beslistDoor && een.beslistOp && (
        <p className={stijl.stil}>
          {een.beslistDoor.naam}, {momentTekst(een.beslistOp)}
        </p>
      )}
      <Beslissen een={een} wat={wat} gekozen={gekozen} opKies={opKies} />
      {gekozen && een.magAntwoorden && een.stand === "OPEN" && <Antwoorden een={een} personen={personen} />}
    </li>
  );
}

function Beslissen({
  een,
  wat,
  gekozen,
  opKies,
}: {
  een: Kanttekening;
  wat: string;
  gekozen: boolean;
  opKies: () => void;
}) {
  const beslis = useInzending(useMutatie(BeslisVoorstel, "afspraken"), []);
  const handel = useInzending(useMutatie(HandelKanttekeningAf, "afspraken"), []);
  const besluit = async (aangenomen: boolean) => {
    if (await beslis.verstuur({ id: een.id, aangenomen }))
      kondigAan(aangenomen ? "Het voorstel staat nu in de tekst." : "Het voorstel is niet overgenomen.");
  };
  const rondAf = async (opgelost: boolean) => {
    if (await handel.verstuur({ id: een.id, opgelost }))
      kondigAan(opgelost ? "De opmerking is afgehandeld." : "De opmerking staat weer open.");
  };
  const bezig = beslis.bezig || handel.bezig;
  return (
    <>
      {[...beslis.algemeen, ...handel.algemeen].map((bericht) => (
        <Melding key={bericht} soort="fout">
          {bericht}
        </Melding>
      ))}
      <div className={stijl.knoppen}>
        {een.magBeslissen && (
          <>
            <Knop soort="vol" isDisabled={bezig} onPress={() => void besluit(true)}>
              Neem over
            </Knop>
            <Knop isDisabled={bezig} onPress={() => void besluit(false)}>
              Wijs af
            </Knop>
          </>
        )}
        {een.magAntwoorden && !isVoorstel(een) && (
          <Knop isDisabled={bezig} onPress={() => void rondAf(een.stand === "OPEN")}>
            {een.stand === "OPEN" ? "Handel af" : "Heropen"}
          </Knop>
        )}
        {een.stand === "OPEN" && (
          <Knop soort="stil" aria-expanded={gekozen} onPress={opKies}>
            {gekozen ? "Sluit" : een.magAntwoorden ? "Antwoord" : "Toon in de tekst"}
            <span className="alleen-voorlezen"> bij deze {wat}</span>
          </Knop>
        )}
      </div>
    </>
  );
}

function Antwoorden({ een, personen }: { een: Kanttekening; personen: PersoonKeuze[] }) {
  const [invoer, zetInvoer] = useState(LEEG);
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BeantwoordKanttekening, "afspraken"), [
    "tekst",
  ]);
  const antwoord = async () => {
    if (bezig || !(await verstuur({ id: een.id, tekst: naarOpslag(invoer.tekst, invoer.vermelde) }))) return;
    zetInvoer(LEEG);
    kondigAan("Je antwoord is geplaatst.");
  };
  return (
    <Formulier opVerstuur={() => void antwoord()} fouten={algemeen} bezig={bezig} knop="Antwoord">
      <Opmerkingveld
        label="Antwoord"
        invoer={invoer}
        opWijzig={zetInvoer}
        personen={personen}
        fout={bij("tekst")}
        opVerstuur={() => void antwoord()}
      />
    </Formulier>
  );
}
