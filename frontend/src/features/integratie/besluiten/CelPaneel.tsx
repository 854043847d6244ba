import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { datumTekst, momentTekst } from "~/lib/datum";
import { Feiten } from "~/ui/Feiten";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Zijpaneel } from "~/ui/Zijpaneel";
import type { Meld } from "../bord/useMeldBezig";
import { useStand } from "../kader/stand";
import type { Besluit, Cel, Stap } from "./besluit";
import { CelFormulier } from "./CelFormulier";
import { CelGeschiedenis } from "./CelGeschiedenis";
import { concepten } from "./concept";
import { celTekst, HOEDANIGHEID, SOORT } from "./woorden";
import stijl from "./Besluiten.module.css";

type Props = { id: string; besluit: Besluit; bereik: string; meldBezig: Meld; opSluit: () => void };

export function CelPaneel({ id, besluit, bereik, meldBezig, opSluit }: Props) {
  const cel = besluit.cellen.find((een) => een.id === id);
  const stap = cel && besluit.stappen.find((een) => een.id === cel.stap.id);
  return (
    <Zijpaneel titel={cel && stap ? `${stap.naam} · ${cel.gemeente.naam}` : "Besluiten"} opSluit={opSluit}>
      {cel && stap ? (
        <Inhoud cel={cel} stap={stap} peildag={besluit.peildag} bereik={bereik} meldBezig={meldBezig} />
      ) : (
        <LeegStaat titel="Deze cel is er niet" actie={<Knop onPress={opSluit}>Terug naar de besluiten</Knop>}>
          Misschien is het adres niet goed overgenomen, of doet de gemeente niet mee.
        </LeegStaat>
      )}
    </Zijpaneel>
  );
}

function Termijn({ cel, stap }: { cel: Cel; stap: Stap }) {
  if (!stap.termijn) return null;
  if (!cel.termijn) {
    return <p className={stijl.stil}>De termijn begint als bekend is wanneer de raad het stuk ontving.</p>;
  }
  return (
    <div className={stijl.uitleg}>
      <h3>Waarom {datumTekst(cel.termijn.einde)}?</h3>
      <ol>
        {cel.termijn.uitleg.map((zin) => (
          <li key={zin}>{zin}</li>
        ))}
      </ol>
    </div>
  );
}

type InhoudProps = { cel: Cel; stap: Stap; peildag: string; bereik: string; meldBezig: Meld };

function Inhoud({ cel, stap, peildag, bereik, meldBezig }: InhoudProps) {
  const stand = useStand();
  const [bewerkt, zetBewerkt] = useState(() => !stand && cel.id in concepten.lees());
  const feiten = [
    { naam: "Stand", waarde: <Status soort={SOORT[cel.stand]}>{celTekst(cel, stap, peildag)}</Status> },
    { naam: "Datum", waarde: cel.datum ? datumTekst(cel.datum) : "Nog geen datum" },
    ...(stap.termijn
      ? [
          { naam: "Ontvangen", waarde: cel.ontvangenOp ? datumTekst(cel.ontvangenOp) : null },
          {
            naam: "Termijn",
            waarde: [
              stap.termijn.duur.woorden,
              stap.termijn.soort === "WETTELIJK" ? "wettelijk" : "afgesproken",
              cel.verlenging && `verlengd met ${cel.verlenging.woorden}`,
            ]
              .filter(Boolean)
              .join(", "),
          },
          { naam: "Einde termijn", waarde: cel.termijn ? datumTekst(cel.termijn.einde) : null },
        ]
      : []),
    { naam: "Wie", waarde: cel.gremium.naam },
    ...(cel.hoedanigheid ? [{ naam: "In welke rol", waarde: HOEDANIGHEID[cel.hoedanigheid] }] : []),
    {
      naam: "Document",
      waarde: cel.document ? (
        <a href={cel.document} rel="noreferrer" target="_blank">
          Open het document
        </a>
      ) : (
        "Geen document"
      ),
    },
    ...(cel.notitie ? [{ naam: "Notitie", waarde: <span className={stijl.tekst}>{cel.notitie}</span> }] : []),
    {
      naam: "Laatst ingevuld",
      waarde: cel.gewijzigdOp
        ? `${momentTekst(cel.gewijzigdOp)} door ${cel.gewijzigdDoor?.naam ?? "de hub"}`
        : "Nog nooit",
    },
  ];
  return (
    <div
      className={stijl.paneel}
      onFocus={() => bewerkt && meldBezig("BEWERKT", cel.id)}
      onBlur={() => bewerkt && meldBezig("KIJKT")}
    >
      {bewerkt && cel.magInvullen ? (
        <CelFormulier cel={cel} stap={stap} bereik={bereik} opKlaar={() => zetBewerkt(false)} />
      ) : (
        <>
          <Feiten feiten={feiten} />
          {cel.magInvullen ? (
            <div className={stijl.knoppen}>
              <Knop soort="vol" onPress={() => zetBewerkt(true)}>
                <IconPencil size={17} aria-hidden />
                Vul in
              </Knop>
            </div>
          ) : stand ? null : (
            <Melding soort="info">
              Je kunt deze cel lezen, niet invullen. De accounthouder vult de eigen gemeente in, de
              kwartiermaker alle.
            </Melding>
          )}
        </>
      )}
      <Termijn cel={cel} stap={stap} />
      <CelGeschiedenis cel={cel.id} bereik={bereik} />
    </div>
  );
}
