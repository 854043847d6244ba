import { useState } from "react";
import { useQuery } from "urql";
import type { TokensQuery as TokensData } from "~/graphql/gen/graphql";
import { momentTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Bevestig } from "~/ui/Bevestig";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Vak } from "~/ui/Vak";
import { NieuwToken } from "./NieuwToken";
import { TokensQuery, TrekTokenIn } from "./tokenVragen";
import stijl from "./Account.module.css";

type Token = TokensData["ik"]["tokens"][number];
const scopeTekst = ({ scopes }: Token) =>
  scopes.includes("AGENDA")
    ? "adres voor een agenda"
    : scopes.includes("SCHRIJVEN")
      ? "lezen en schrijven"
      : "alleen lezen";

export function Tokens() {
  const [staat, lees] = useQuery({ query: TokensQuery, requestPolicy: "cache-and-network" });
  const [nieuw, zetNieuw] = useState(false);
  const [weg, zetWeg] = useState<Token>();
  const intrekken = useInzending(useMutatie(TrekTokenIn), []);
  const herlees = () => lees({ requestPolicy: "network-only" });
  return (
    <Vak titel="API-tokens" actie={!nieuw && <Knop onPress={() => zetNieuw(true)}>Nieuw token</Knop>}>
      <p>
        Met een token leest of wijzigt een programma de hub in jouw naam, met jouw rechten. Probeer vragen uit
        in de <a href="/graphql/ide">GraphQL-verkenner</a>.
      </p>
      {nieuw && <NieuwToken opGemaakt={herlees} opKlaar={() => zetNieuw(false)} />}
      <Gegevens staat={staat} opnieuw={herlees} fout="Je tokens konden niet geladen worden." regels={2}>
        {({ ik: { tokens } }) =>
          tokens.length === 0 ? (
            <p className={stijl.stil}>Je hebt nog geen token.</p>
          ) : (
            <ul className={stijl.tokens} aria-label="Mijn tokens">
              {tokens.map((token) => (
                <li key={token.id}>
                  <div>
                    <strong>{token.naam}</strong>
                    <p className={stijl.stil}>
                      {scopeTekst(token)} · gemaakt {momentTekst(token.gemaaktOp)} ·{" "}
                      {token.verlooptOp ? `verloopt ${momentTekst(token.verlooptOp)}` : "verloopt niet"}
                    </p>
                  </div>
                  <Knop onPress={() => zetWeg(token)} aria-label={`Token ${token.naam} intrekken`}>
                    Intrekken
                  </Knop>
                </li>
              ))}
            </ul>
          )
        }
      </Gegevens>
      <Bevestig
        titel={`Token ‘${weg?.naam}’ intrekken?`}
        open={!!weg}
        opSluit={() => zetWeg(undefined)}
        inzending={intrekken}
        knop="Intrekken"
        opJa={async () => {
          if (!weg || !(await intrekken.verstuur({ id: weg.id }))) return;
          zetWeg(undefined);
          herlees();
          meldToast(`Token ‘${weg.naam}’ is ingetrokken.`);
        }}
      >
        <p>Programma’s met dit token kunnen meteen niets meer. Dit kun je niet ongedaan maken.</p>
      </Bevestig>
    </Vak>
  );
}
