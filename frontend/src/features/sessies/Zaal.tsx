import { useState } from "react";
import { usePersonen } from "~/features/integratie/keuzes";
import { meervoud } from "~/sessie/woorden";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import { BeoordeelNotitie } from "./operations/beoordeelNotitie";
import { DraagOver } from "./operations/draagOver";
import { LaatToe } from "./operations/laatToe";
import { VerwijderGast } from "./operations/verwijderGast";
import { bereikVan, faseNu, inPostvak, type Sessie } from "./sessies";
import { useDoe } from "./useDoe";
import stijl from "./Sessies.module.css";

/** Notes that wait for the facilitator: to be looked at, or late. */
export function Postvak({ sessie }: { sessie: Sessie }) {
  const beoordeel = useDoe(BeoordeelNotitie, bereikVan(sessie.id));
  const wachtend = inPostvak(sessie);
  const weg = sessie.notities.filter(({ stand }) => stand === "VERBORGEN");
  if (!sessie.modereren && wachtend.length + weg.length === 0) return null;
  return (
    <Vak titel="Postvak" bij={wachtend.length}>
      {wachtend.length === 0 && <p>Alles is bekeken.</p>}
      <ul className={stijl.lijst}>
        {wachtend.map(({ id, tekst, laat, kolom, fase }) => (
          <li key={id}>
            <p>{tekst}</p>
            <small>
              {sessie.fasen.find((een) => een.id === fase)?.kolommen.find((een) => een.id === kolom)?.naam}
              {laat && " · kwam na de fase binnen"}
            </small>
            <div className={stijl.knoppen}>
              <Knop onPress={() => void beoordeel({ notitie: id, tonen: "TONEN" })}>Zet op het bord</Knop>
              <Knop onPress={() => void beoordeel({ notitie: id, tonen: "WEGLATEN" })}>Laat weg</Knop>
            </div>
          </li>
        ))}
      </ul>
      {weg.length > 0 && (
        <details className={stijl.weggelaten}>
          <summary>Weggelaten: {meervoud(weg.length, "notitie", "notities")}</summary>
          <ul className={stijl.lijst}>
            {weg.map(({ id, tekst }) => (
              <li key={id}>
                <p>{tekst}</p>
                <Knop onPress={() => void beoordeel({ notitie: id, tonen: "TONEN" })}>
                  Zet toch op het bord
                </Knop>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Vak>
  );
}

type Props = { sessie: Sessie; leidt: boolean; kijkers: string[] };
/** Who is in, who waits at the door, who is ready; and who leads. */
export function Deelnemers({ sessie, leidt, kijkers }: Props) {
  const bereik = bereikVan(sessie.id);
  const laatToe = useDoe(LaatToe, bereik);
  const verwijder = useDoe(VerwijderGast, bereik);
  const wachten = sessie.deelnemers.filter(({ toelating }) => toelating === "WACHT");
  const binnen = sessie.deelnemers.filter(({ toelating }) => toelating === "BINNEN");
  const nu = faseNu(sessie);
  const klaar = (een: Sessie["deelnemers"][number]) =>
    nu?.soort === "STEMMEN" ? een.gestemd.includes(nu.id) : een.klaar;
  return (
    <>
      {wachten.length > 0 && (
        <Vak titel="Bij de deur" bij={wachten.length}>
          <ul className={stijl.lijst}>
            {wachten.map(({ id, schuilnaam, achterban }) => (
              <li key={id}>
                {schuilnaam} <small>{achterban.naam}</small>
                {leidt && (
                  <div className={stijl.knoppen}>
                    <Knop onPress={() => void laatToe({ gast: id })} aria-label={`Laat ${schuilnaam} binnen`}>
                      Laat binnen
                    </Knop>
                    <Knop onPress={() => void verwijder({ gast: id })} aria-label={`Weiger ${schuilnaam}`}>
                      Weiger
                    </Knop>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Vak>
      )}
      <Vak titel="Deelnemers" bij={`${kijkers.length} van ${binnen.length} met open scherm`}>
        {binnen.length === 0 && <p>Nog niemand.</p>}
        <ul className={stijl.lijst}>
          {binnen.map((een) => (
            <li key={een.id} className={stijl.deelnemer}>
              <span>
                {een.schuilnaam} <small>{een.achterban.naam}</small>
              </span>
              {klaar(een) ? (
                <Status soort="gereed">{nu?.soort === "STEMMEN" ? "stemde" : "klaar"}</Status>
              ) : kijkers.includes(een.id) ? (
                <Status soort="bezig">bezig</Status>
              ) : (
                <Status soort="wacht">scherm dicht</Status>
              )}
              {leidt && sessie.stand === "BEZIG" && (
                <Knop
                  soort="stil"
                  onPress={() => void verwijder({ gast: een.id })}
                  aria-label={`Haal ${een.schuilnaam} uit de sessie`}
                >
                  Haal weg
                </Knop>
              )}
            </li>
          ))}
        </ul>
      </Vak>
      <Begeleiders sessie={sessie} leidt={leidt} />
    </>
  );
}

function Begeleiders({ sessie, leidt }: { sessie: Sessie; leidt: boolean }) {
  const draagOver = useDoe(DraagOver, bereikVan(sessie.id));
  const personen = usePersonen();
  const [aan, zetAan] = useState<string | null>(null);
  return (
    <Vak titel="Wie leidt" bij={meervoud(sessie.begeleiders.length, "persoon", "personen")}>
      <ul className={stijl.lijst}>
        {sessie.begeleiders.map(({ persoon, naam }) => (
          <li key={persoon}>{naam}</li>
        ))}
      </ul>
      {leidt && sessie.stand !== "AFGEROND" && (
        <div className={stijl.erbij}>
          <Keuze
            label="Vraag iemand erbij"
            zoekbaar
            opties={personen}
            leeg="Kies iemand"
            waarde={aan}
            opKies={zetAan}
          />
          <Knop isDisabled={!aan} onPress={() => void draagOver({ sessie: sessie.id, aan: aan! })}>
            Laat meeleiden
          </Knop>
        </div>
      )}
    </Vak>
  );
}
