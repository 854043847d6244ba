import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { datumTekst, momentTekst } from "~/lib/datum";
import { Feiten } from "~/ui/Feiten";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Kolom, Vak, Vakken } from "~/ui/Vak";
import { PARTIJ, waarTekst, type Afspraak } from "../afspraak";
import { AfspraakLijst } from "../AfspraakLijst";
import stijl from "../Afspraken.module.css";
import { AfspraakFormulier } from "./AfspraakFormulier";
import { Levensloop } from "./Levensloop";

const namen = (lijst: { naam: string }[]) => lijst.map(({ naam }) => naam).join(", ");

export function Overzicht({ afspraak }: { afspraak: Afspraak }) {
  const [bewerkt, zetBewerkt] = useState(false);
  return (
    <Vakken>
      <Kolom>
        {afspraak.verlopen && afspraak.geldigTot && (
          <Melding soort="let-op">
            Deze afspraak gold tot en met {datumTekst(afspraak.geldigTot)}. Laat haar vervallen, vervang haar
            of geef een nieuwe einddag.
          </Melding>
        )}
        {afspraak.teHerzien && afspraak.herzienOp && (
          <Melding soort="let-op">
            Op {datumTekst(afspraak.herzienOp)} zou deze afspraak weer bekeken worden. Bespreek of zij nog
            klopt en kies een nieuwe dag.
          </Melding>
        )}
        <Vak
          titel="Wat er afgesproken is"
          actie={
            afspraak.magWijzigen &&
            !bewerkt && (
              <Knop onPress={() => zetBewerkt(true)}>
                <IconPencil size={17} aria-hidden />
                Wijzig
              </Knop>
            )
          }
        >
          {bewerkt && afspraak.magWijzigen ? (
            <AfspraakFormulier afspraak={afspraak} opKlaar={() => zetBewerkt(false)} />
          ) : (
            <Gegevens afspraak={afspraak} />
          )}
        </Vak>
      </Kolom>
      <Kolom>
        <Levensloop afspraak={afspraak} />
        <Keten afspraak={afspraak} />
        <Vak titel="Uitkomsten" bij={afspraak.uitkomsten.length}>
          {afspraak.uitkomsten.length > 0 ? (
            <ul className={stijl.lijst} aria-label="Uitkomsten">
              {afspraak.uitkomsten.map(({ id, naam }) => (
                <li key={id}>{naam}</li>
              ))}
            </ul>
          ) : (
            <p className={stijl.stil}>Nog niet gezegd aan welke beoogde uitkomst deze afspraak bijdraagt.</p>
          )}
        </Vak>
      </Kolom>
    </Vakken>
  );
}

function Gegevens({ afspraak }: { afspraak: Afspraak }) {
  const { stuk, bronstand, gewijzigdDoor, gewijzigdOp } = afspraak;
  return (
    <>
      <p className={stijl.tekst}>
        {afspraak.omschrijving || "Er staat nog niet in wat er afgesproken wordt."}
      </p>
      <Feiten
        feiten={[
          { naam: "Partijen", waarde: afspraak.partijen.map((een) => PARTIJ[een]).join(", ") },
          {
            naam: "Waar zij geldt",
            waarde: (
              <>
                {waarTekst(afspraak)}
                {afspraak.gemeenten.length > 3 && (
                  <span className={stijl.stil}> ({namen(afspraak.gemeenten)})</span>
                )}
              </>
            ),
          },
          { naam: "Soort", waarde: afspraak.soort },
          { naam: "Domeinen", waarde: namen(afspraak.domeinen) || "alle domeinen" },
          { naam: "Modules", waarde: namen(afspraak.modules) || "alle modules" },
          { naam: "Eigenaar", waarde: afspraak.eigenaar?.naam ?? "nog geen eigenaar" },
          {
            naam: "Herzien op",
            waarde: afspraak.herzienOp ? datumTekst(afspraak.herzienOp) : "nog niet bepaald",
          },
          {
            naam: "Geldig tot en met",
            waarde: afspraak.geldigTot ? datumTekst(afspraak.geldigTot) : "zonder einddag",
          },
          { naam: "Grondslag", waarde: afspraak.grondslag || "niet genoemd" },
          {
            naam: "Stuk",
            waarde: stuk ? (
              <>
                {stuk.adres ? <a href={stuk.adres}>{stuk.titel}</a> : stuk.titel}
                {stuk.gremium && `, ${stuk.gremium.naam}`}
                {stuk.datum && `, ${datumTekst(stuk.datum)}`}
              </>
            ) : (
              "nog niet gekoppeld"
            ),
          },
          ...(bronstand
            ? [
                {
                  naam: "Stand in de bron",
                  waarde: `${bronstand.stand} (${datumTekst(bronstand.peildatum)})`,
                },
              ]
            : []),
          {
            naam: "Laatst gewijzigd",
            waarde: `${momentTekst(gewijzigdOp)} door ${gewijzigdDoor?.naam ?? "de hub"}`,
          },
        ]}
      />
      {afspraak.herkomst && <Herkomstregel herkomst={afspraak.herkomst} />}
    </>
  );
}

/** What it waits for, what waits for it, and what it has to do with. */
function Keten({ afspraak }: { afspraak: Afspraak }) {
  const { wachtOp, houdtOp, verwant, opvolger, voorgangers } = afspraak;
  const delen = [
    { kop: "Wacht op", lijst: wachtOp },
    { kop: "Houdt op", lijst: houdtOp },
    { kop: "Hangt samen met", lijst: verwant },
    { kop: "Vervangen door", lijst: opvolger ? [opvolger] : [] },
    { kop: "Kwam in de plaats van", lijst: voorgangers },
  ].filter(({ lijst }) => lijst.length > 0);
  return (
    <Vak titel="Keten">
      {delen.length === 0 ? (
        <p className={stijl.stil}>Deze afspraak wacht op geen andere, en geen andere wacht op haar.</p>
      ) : (
        delen.map(({ kop, lijst }) => (
          <div key={kop}>
            <h3>{kop}</h3>
            <AfspraakLijst naam={kop} afspraken={lijst} />
          </div>
        ))
      )}
    </Vak>
  );
}
