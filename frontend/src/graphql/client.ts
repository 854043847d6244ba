import { Client, fetchExchange, mapExchange, subscriptionExchange, type Exchange } from "@urql/core";
import { cacheExchange, type CacheExchangeOpts } from "@urql/exchange-graphcache";
import { maakBereiken } from "~/realtime/bereiken";
import { opVolgorde, toegepast } from "~/realtime/gebeurtenissen";
import { maakLijn } from "~/realtime/lijn";
import { mutatieExchange } from "~/realtime/mutaties";
import { volhoudend } from "~/realtime/volhoudend";
import { maakWachtrij } from "~/realtime/wachtrij";
import type { Ontvanger, Verzoek } from "~/realtime/weg";
import { introspectie } from "./gen/introspectie";
import { post } from "./post";
import { sleutels } from "./sleutels";

/** What the features add to the cache: how an event changes it. */
export type Wijzigingen = Pick<CacheExchangeOpts, "updates" | "resolvers">;
type Opties = { wijzigingen: Wijzigingen; persoon: () => string | undefined; opAfgemeld: () => void };

const ADRES = "/graphql";
const socketAdres = () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${ADRES}`;

const afgemeldExchange = (opAfgemeld: () => void): Exchange =>
  mapExchange({
    onError: (fout) => {
      if (fout.graphQLErrors.some(({ extensions }) => extensions.code === "NIET_AANGEMELD")) opAfgemeld();
    },
  });

export type HubClient = ReturnType<typeof maakHubClient>;

/** The order matters: events and answers come in at the bottom and reach the pages at the top. */
export function maakHubClient({ wijzigingen, persoon, opAfgemeld }: Opties) {
  const bereiken = maakBereiken();
  const wachtrij = maakWachtrij(localStorage, persoon);
  const lijn = maakLijn({ direct: socketAdres(), omweg: ADRES }, bereiken, opAfgemeld);
  const client = new Client({
    url: ADRES,
    fetch: post,
    preferGetMethod: false,
    fetchOptions: { headers: { Accept: "application/graphql-response+json, application/json;q=0.9" } },
    exchanges: [
      volhoudend(),
      toegepast(bereiken),
      cacheExchange({ schema: introspectie as never, keys: sleutels, ...wijzigingen }),
      opVolgorde(bereiken),
      mutatieExchange({ bereiken, wachtrij }),
      afgemeldExchange(opAfgemeld),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (verzoek, { context }) => ({
          subscribe: (ontvanger) => ({
            unsubscribe: lijn.abonneer(verzoek as Verzoek, context, ontvanger as Ontvanger),
          }),
        }),
      }),
    ],
  });
  return { client, bereiken, wachtrij, lijn };
}
