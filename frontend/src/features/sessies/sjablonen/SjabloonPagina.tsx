import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { LaatSjabloonVervallen } from "../operations/laatSjabloonVervallen";
import { SchrijfSjabloon } from "../operations/schrijfSjabloon";
import { Fasevelden, FASEVELDEN } from "./Fasevelden";
import { invoerVan, nieuweFase, ontwerpVan, verschoven, type Ontwerp } from "./ontwerp";
import { useSjablonen } from "./useSjablonen";
import type { Sjabloon } from "./vragen";
import stijl from "./Sjablonen.module.css";

const LEEG: Ontwerp = { naam: "", omschrijving: "", fasen: [nieuweFase()] };
const KRUIMELS = [
  { naam: "Sessies", naar: "/sessies" },
  { naam: "Sjablonen", naar: "/sessies/sjablonen" },
];

/** Writing a template: a new one, a new one after another, or one's own again. */
export function SjabloonPagina() {
  const { id = "" } = useParams();
  const [zoek] = useSearchParams();
  const naar = zoek.get("naar");
  const { sjablonen, fout, opnieuw } = useSjablonen();
  const nieuw = id === "nieuw";
  const bron = sjablonen?.find((een) => een.id === (nieuw ? naar : id));
  const titel = nieuw ? "Nieuw sjabloon" : (bron?.naam ?? "Sjabloon");
  return (
    <Pagina titel={titel} kruimels={KRUIMELS}>
      {sjablonen ? (
        nieuw || bron?.eigen ? (
          <Schrijf key={id + (naar ?? "")} bron={bron} eigen={nieuw ? undefined : bron} />
        ) : (
          <LeegStaat
            titel="Dit sjabloon is er niet"
            actie={<Link to="/sessies/sjablonen">Naar de sjablonen</Link>}
          >
            Misschien is het vervallen, of is het een vorm van het huis: daarvan maak je een eigen versie.
          </LeegStaat>
        )
      ) : fout ? (
        <Foutstaat gebeurd="Het sjabloon kon niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2.5rem" />
      )}
    </Pagina>
  );
}

function Schrijf({ bron, eigen }: { bron: Sjabloon | undefined; eigen: Sjabloon | undefined }) {
  const [ontwerp, zet] = useState<Ontwerp>(() => (bron ? ontwerpVan(bron) : LEEG));
  // What one began from: who changed it meanwhile is not written over.
  const [versie] = useState(eigen?.versie ?? 0);
  const ga = useNavigate();
  const schrijf = useMutatie(SchrijfSjabloon);
  const velden = ontwerp.fasen.flatMap((_, nummer) => FASEVELDEN.map((veld) => `fasen.${nummer}.${veld}`));
  const { verstuur, bezig, bij, algemeen } = useInzending(schrijf, ["naam", "omschrijving", ...velden]);
  const { fasen } = ontwerp;
  const bewaar = async () => {
    const gelukt = await verstuur({
      sjabloon: eigen?.id ?? null,
      verwachteVersie: versie,
      naam: ontwerp.naam,
      omschrijving: ontwerp.omschrijving,
      fasen: fasen.map(invoerVan),
    });
    if (!gelukt) return;
    meldToast(`Het sjabloon ‘${ontwerp.naam}’ is bewaard.`);
    void ga("/sessies/sjablonen");
  };
  return (
    <Formulier
      opVerstuur={() => void bewaar()}
      fouten={algemeen}
      bezig={bezig}
      knop={bezig ? "Bezig met bewaren…" : "Bewaar het sjabloon"}
      opAnnuleer={() => void ga("/sessies/sjablonen")}
    >
      <Veld
        label="Naam"
        isRequired
        maxLength={120}
        value={ontwerp.naam}
        onChange={(naam) => zet({ ...ontwerp, naam })}
        fout={bij("naam")}
      />
      <Veld
        label="Waar is het goed voor?"
        maxLength={500}
        value={ontwerp.omschrijving}
        onChange={(omschrijving) => zet({ ...ontwerp, omschrijving })}
        fout={bij("omschrijving")}
      />
      {fasen.map((fase, nummer) => (
        <Vak
          key={fase.sleutel}
          titel={`Fase ${nummer + 1}`}
          actie={
            <div className={stijl.volgorde}>
              <Knop
                isDisabled={nummer === 0}
                onPress={() => zet({ ...ontwerp, fasen: verschoven(fasen, nummer, -1) })}
                aria-label={`Zet fase ${nummer + 1} eerder`}
              >
                Eerder
              </Knop>
              <Knop
                isDisabled={nummer === fasen.length - 1}
                onPress={() => zet({ ...ontwerp, fasen: verschoven(fasen, nummer, 1) })}
                aria-label={`Zet fase ${nummer + 1} later`}
              >
                Later
              </Knop>
              <Knop
                isDisabled={fasen.length === 1}
                onPress={() => zet({ ...ontwerp, fasen: fasen.filter((een) => een !== fase) })}
                aria-label={`Haal fase ${nummer + 1} weg`}
              >
                Haal weg
              </Knop>
            </div>
          }
        >
          <Fasevelden
            fase={fase}
            bij={(veld) => bij(`fasen.${nummer}.${veld}`)}
            opWijzig={(nieuw) =>
              zet({ ...ontwerp, fasen: fasen.map((een) => (een === fase ? { ...fase, ...nieuw } : een)) })
            }
          />
        </Vak>
      ))}
      <div className={stijl.erbij}>
        <Knop
          isDisabled={fasen.length >= 20}
          onPress={() => zet({ ...ontwerp, fasen: [...fasen, nieuweFase()] })}
        >
          <IconPlus size={17} aria-hidden />
          Fase erbij
        </Knop>
        {eigen && <Vervallen sjabloon={eigen} />}
      </div>
    </Formulier>
  );
}

function Vervallen({ sjabloon }: { sjabloon: Sjabloon }) {
  const ga = useNavigate();
  const zetWeg = useMutatie(LaatSjabloonVervallen);
  const doe = async (vervallen: boolean) => {
    const uitkomst = await zetWeg({ sjabloon: sjabloon.id, vervallen });
    if (!uitkomst.gelukt) uitkomst.fouten.forEach(({ bericht }) => meldToast(bericht));
    return uitkomst.gelukt;
  };
  const weg = async () => {
    if (!(await doe(true))) return;
    meldToast(`Het sjabloon ‘${sjabloon.naam}’ is vervallen.`, {
      naam: "Haal terug",
      doe: () => void doe(false),
    });
    void ga("/sessies/sjablonen");
  };
  return <Knop onPress={() => void weg()}>Laat dit sjabloon vervallen</Knop>;
}
