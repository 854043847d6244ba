import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useMagHier } from "~/features/integratie/kader/stand";
import { bedragTekst } from "~/lib/bedrag";
import { datumTekst, momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Feiten } from "~/ui/Feiten";
import { Formulier } from "~/ui/Formulier";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan } from "~/ui/meldingen";
import { Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { Veld } from "~/ui/Veld";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { HOEDANIGHEID, KEUZE, STAND, VERGELIJK, verschilTekst, type Attribuut } from "../attribuut";
import stijlen from "../Contracten.module.css";
import { Geschiedenis } from "../Geschiedenis";
import { BespreekHarmonisatie } from "../operations/bespreekHarmonisatie";
import { SpreekHarmonisatieAf } from "../operations/spreekHarmonisatieAf";
import { BesluitFormulier } from "./BesluitFormulier";
import stijl from "./Graad.module.css";

/** One attribute: the values, what was decided, from which day it may, and what is said about it. */
export function BesluitPaneel({
  attribuut,
  opSluit,
}: {
  attribuut: Attribuut | undefined;
  opSluit: () => void;
}) {
  const [bewerkt, zetBewerkt] = useState(false);
  if (!attribuut) {
    return (
      <Zijpaneel titel="Besluit" opSluit={opSluit}>
        <LeegStaat
          titel="Dit attribuut is er niet"
          actie={<Knop onPress={opSluit}>Terug naar de harmonisatie</Knop>}
        >
          Misschien is het uit de vergelijking gehaald.
        </LeegStaat>
      </Zijpaneel>
    );
  }
  const { besluit, verschil } = attribuut;
  return (
    <Zijpaneel titel={attribuut.naam} opSluit={opSluit}>
      <div className={stijlen.paneel}>
        <div>
          <Status soort={STAND[attribuut.stand][0]}>{STAND[attribuut.stand][1]}</Status>{" "}
          <Status soort={VERGELIJK[verschil.vergelijk][0]}>{verschilTekst(verschil)}</Status>
        </div>
        <Feiten
          feiten={attribuut.cellen.map((cel, nummer) => {
            const regio = regioSleutel(cel.kolom);
            const eigen = attribuut.standPerStreek[nummer];
            return {
              naam: cel.kolomnaam,
              waarde: (
                <>
                  {regio && <Regiolabel regio={regio} />}{" "}
                  {cel.waarde ?? <span className={stijlen.stil}>onbekend</span>}{" "}
                  {eigen && <span className={stijlen.stil}>({STAND[eigen.stand][1]})</span>}
                </>
              ),
            };
          })}
        />
        <Vak
          titel="Besluit"
          actie={
            attribuut.magBesluiten &&
            !bewerkt && (
              <Knop soort="vol" onPress={() => zetBewerkt(true)}>
                <IconPencil size={17} aria-hidden />
                {besluit.keuze === "NOG_OPEN" ? "Leg een besluit vast" : "Wijzig het besluit"}
              </Knop>
            )
          }
        >
          {bewerkt && attribuut.magBesluiten ? (
            <BesluitFormulier attributen={[attribuut]} opKlaar={() => zetBewerkt(false)} />
          ) : (
            <Besluit attribuut={attribuut} />
          )}
        </Vak>
        <Moment attribuut={attribuut} />
        <Gesprek attribuut={attribuut} />
        <Geschiedenis soort="attribuut" id={attribuut.id} />
      </div>
    </Zijpaneel>
  );
}

function Besluit({ attribuut }: { attribuut: Attribuut }) {
  const { besluit } = attribuut;
  const { verstuur, bezig, algemeen } = useInzending(useMutatie(SpreekHarmonisatieAf, "contracten"), []);
  if (besluit.keuze === "NOG_OPEN") {
    return (
      <p className={stijlen.stil}>
        {besluit.reden ||
          "Er is nog niets besloten. Bespreek het hieronder; wie mag besluiten, legt het hier vast."}
      </p>
    );
  }
  const maak = async () => {
    if (await verstuur({ attribuut: attribuut.id }))
      kondigAan("De afspraak staat als concept in het register.");
  };
  return (
    <>
      <Feiten
        feiten={[
          { naam: "Keuze", waarde: KEUZE[besluit.keuze] },
          ...(besluit.waarde ? [{ naam: "Wordt", waarde: besluit.waarde }] : []),
          { naam: "Waarom", waarde: besluit.reden || "niet gezegd" },
          {
            naam: "Wie besluit",
            waarde: besluit.gremium
              ? `${besluit.gremium.naam}${besluit.hoedanigheid ? `, ${HOEDANIGHEID[besluit.hoedanigheid]}` : ""}`
              : "nog niet gezegd",
          },
          {
            naam: "Besloten op",
            waarde: besluit.beslotenOp ? datumTekst(besluit.beslotenOp) : "nog niet gezegd",
          },
          {
            naam: "Geldt vanaf",
            waarde: besluit.geplandOp ? datumTekst(besluit.geplandOp) : "nog niet gepland",
          },
          {
            naam: "Effect op het budget",
            waarde:
              besluit.effectBudget === null || besluit.effectBudget === undefined
                ? null
                : `${bedragTekst(besluit.effectBudget)} per jaar`,
          },
          { naam: "Wat verandert er", waarde: besluit.effect || "niet gezegd" },
          {
            naam: "Gemeenten",
            waarde: besluit.gemeenten.map(({ naam }) => naam).join(", ") || "niet gezegd",
          },
          {
            naam: "Vastgelegd",
            waarde: besluit.gewijzigdOp
              ? `${momentTekst(besluit.gewijzigdOp)} door ${besluit.gewijzigdDoor?.naam ?? "de hub"}`
              : null,
          },
        ]}
      />
      {algemeen.map((fout) => (
        <Melding key={fout} soort="fout">
          {fout}
        </Melding>
      ))}
      {besluit.afspraak ? (
        <p>
          <Link to={`/afspraken/afspraak/${besluit.afspraak}`}>Naar de afspraak die hiervan gemaakt is</Link>
        </p>
      ) : (
        attribuut.magBesluiten && (
          <div className={stijlen.knoppen}>
            <Knop isDisabled={bezig} onPress={() => void maak()}>
              Maak hier een afspraak van
            </Knop>
          </div>
        )
      )}
    </>
  );
}

/** From which day it may, and why: within what the contracts allow. */
function Moment({ attribuut }: { attribuut: Attribuut }) {
  const { moment, planstand, besluit } = attribuut;
  return (
    <Vak titel="Binnen de mogelijkheden">
      {planstand === "TE_VROEG" && besluit.geplandOp && (
        <Melding soort="let-op">
          Gepland op {datumTekst(besluit.geplandOp)}, maar dat kan niet (meer). Kies een latere dag.
        </Melding>
      )}
      {planstand === "ONZEKER" && besluit.geplandOp && (
        <Melding soort="info">
          Of {datumTekst(besluit.geplandOp)} kan, is nog niet te zeggen: er ontbreekt iets.
        </Melding>
      )}
      <p>
        {moment.datum ? (
          <>
            Kan vanaf <b>{datumTekst(moment.datum)}</b>.
          </>
        ) : (
          <>
            Vanaf wanneer het kan is <b>onbekend</b>.
            {moment.nietVoor && <> In elk geval niet voor {datumTekst(moment.nietVoor)}.</>}
          </>
        )}
      </p>
      <ul className={stijl.uitleg}>
        {moment.uitleg.map((zin) => (
          <li key={zin}>{zin}</li>
        ))}
      </ul>
      {moment.ontbreekt.length > 0 && (
        <p className={stijlen.stil}>Eerst nodig: {[...new Set(moment.ontbreekt)].join(" ")}</p>
      )}
    </Vak>
  );
}

function Gesprek({ attribuut: { id, gesprek } }: { attribuut: Attribuut }) {
  const mag = useMagHier("AfsprakenOpmerken");
  const [tekst, zetTekst] = useState("");
  const { verstuur, bezig, bij, algemeen } = useInzending(useMutatie(BespreekHarmonisatie, "contracten"), [
    "tekst",
  ]);
  const zeg = async () => {
    if (await verstuur({ attribuut: id, tekst })) zetTekst("");
  };
  return (
    <Vak titel="Gesprek" bij={gesprek.length}>
      {gesprek.length === 0 && <p className={stijlen.stil}>Nog niemand zei hier iets over.</p>}
      <ul className={stijl.gesprek} aria-label="Gesprek" aria-live="polite">
        {gesprek.map((een) => (
          <li key={een.sleutel}>
            <b>{een.door?.naam ?? "De hub"}</b> <span className={stijlen.stil}>{momentTekst(een.op)}</span>
            <p>{een.tekst}</p>
          </li>
        ))}
      </ul>
      {mag && (
        <Formulier opVerstuur={() => void zeg()} fouten={algemeen} bezig={bezig} knop="Zeg dit">
          <Veld
            label="Wat wil je erover zeggen?"
            soort="lang"
            regels={2}
            maxLength={2000}
            value={tekst}
            onChange={zetTekst}
            fout={bij("tekst")}
          />
        </Formulier>
      )}
    </Vak>
  );
}
