import { useState } from "react";
import { useQuery } from "urql";
import { MaakToken, TokensQuery, TrekTokenIn } from "~/features/account/tokenVragen";
import { momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Bevestig } from "~/ui/Bevestig";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import stijl from "./Herinneringen.module.css";

/** The address by which another program follows the reminders; shown once, revoked when one likes. */
export function Agenda() {
  const [staat, lees] = useQuery({ query: TokensQuery, requestPolicy: "cache-and-network" });
  const [adres, zetAdres] = useState<string>();
  const [weg, zetWeg] = useState<string>();
  const [gekopieerd, zetGekopieerd] = useState<boolean>();
  const maken = useInzending(useMutatie(MaakToken), []);
  const intrekken = useInzending(useMutatie(TrekTokenIn), []);
  const herlees = () => lees({ requestPolicy: "network-only" });
  const maak = async () => {
    const antwoord = await maken.verstuur({ naam: "Agenda", scopes: ["AGENDA"], verlooptOp: null });
    if (!antwoord?.token) return;
    zetAdres(`${location.origin}/agenda/${antwoord.token}.ics`);
    kondigAan("Het adres voor je agenda is gemaakt.");
    herlees();
  };
  const kopieer = async () => {
    // Only on https and localhost; elsewhere the text can be selected.
    const gelukt = await (
      navigator.clipboard?.writeText(adres ?? "").then(() => true) ?? Promise.reject()
    ).catch(() => false);
    zetGekopieerd(gelukt);
  };
  return (
    <Vak titel="In je eigen agenda">
      <p className={stijl.stil}>
        Volg je herinneringen in Outlook of een andere agenda, op een adres dat alleen jij kent. Verschuift
        een datum, dan verschuift zij daar ook. Wie het adres heeft, kan meekijken: deel het niet.
      </p>
      {maken.algemeen.map((fout) => (
        <Melding key={fout} soort="fout">
          {fout}
        </Melding>
      ))}
      {adres && (
        <Melding soort="gelukt">
          kopieer het adres nu: je ziet het maar één keer.
          <div className={stijl.adres}>
            <code>{adres}</code>
            <Knop onPress={() => void kopieer()}>{gekopieerd ? "Gekopieerd" : "Kopieer adres"}</Knop>
            {gekopieerd === false && (
              <span>Kopiëren lukt niet in deze browser. Selecteer de tekst zelf.</span>
            )}
          </div>
        </Melding>
      )}
      <Gegevens staat={staat} opnieuw={herlees} fout="Je adressen konden niet geladen worden." regels={1}>
        {({ ik: { tokens } }) => {
          const adressen = tokens.filter(({ scopes }) => scopes.includes("AGENDA"));
          return (
            <ul className={stijl.lijst} aria-label="Mijn adressen voor een agenda">
              {adressen.map((token) => (
                <li key={token.id}>
                  <span className={stijl.dag}>gemaakt {momentTekst(token.gemaaktOp)}</span>
                  <Knop onPress={() => zetWeg(token.id)}>Trek in</Knop>
                </li>
              ))}
            </ul>
          );
        }}
      </Gegevens>
      <Knop isDisabled={maken.bezig} onPress={() => void maak()}>
        Maak een adres
      </Knop>
      <Bevestig
        titel="Dit adres intrekken?"
        open={!!weg}
        opSluit={() => zetWeg(undefined)}
        inzending={intrekken}
        knop="Intrekken"
        opJa={async () => {
          if (!weg || !(await intrekken.verstuur({ id: weg }))) return;
          zetWeg(undefined);
          zetAdres(undefined);
          herlees();
          meldToast("Het adres is ingetrokken.");
        }}
      >
        <p>Een agenda die het adres volgt, krijgt meteen niets meer. Dit kun je niet ongedaan maken.</p>
      </Bevestig>
    </Vak>
  );
}
