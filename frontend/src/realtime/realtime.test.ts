import { Client, CombinedError, gql, type Exchange, type Operation, type OperationResult } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { makeSubject, pipe, filter, merge, map, subscribe } from "wonka";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { maakBereiken } from "./bereiken";
import { opVolgorde, toegepast } from "./gebeurtenissen";
import { wachttijd } from "./wachttijd";
import { mutatieExchange } from "./mutaties";
import { onderweg } from "./onderweg";
import { isBij } from "./positie";
import { foutenVan } from "./useMutatie";
import { standVan, verbinding, zetLijn } from "./verbinding";
import { maakWachtrij } from "./wachtrij";

const BORD = gql`
  query {
    bord {
      id
      titel
      positie
    }
  }
`;
const VERPLAATS = gql`
  mutation ($input: Invoer!) {
    verplaats(input: $input) {
      positie
      fouten {
        code
      }
      bord {
        id
        titel
      }
    }
  }
`;
const STROOM = gql`
  subscription ($vanaf: Positie) {
    integratie(vanaf: $vanaf) {
      id
      positie
      bord {
        id
        titel
      }
    }
  }
`;
const bereik = "integratie:1";
const context = { bereik };

/** The exchanges as the hub puts them together, on a server the test plays itself. */
function speelHub() {
  const bereiken = maakBereiken();
  const wachtrij = maakWachtrij(localStorage, () => "anna");
  const verzonden: Operation[] = [];
  const terug = makeSubject<OperationResult>();
  const server: Exchange = () => (operaties) =>
    merge([
      pipe(
        operaties,
        filter((operatie) => (operatie.kind !== "teardown" && verzonden.push(operatie), false)),
        map((operatie) => operatie as never),
      ),
      terug.source,
    ]);
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [
      toegepast(bereiken),
      cacheExchange({
        keys: { Payload: () => null, Fout: () => null },
      }),
      opVolgorde(bereiken, () => 0),
      mutatieExchange({ bereiken, wachtrij, plafond: 5000, herkansing: () => 1000 }),
      server,
    ],
  });
  const laatste = (kind: string) => verzonden.filter((operatie) => operatie.kind === kind).at(-1)!;
  const antwoord = (kind: string, deel: Partial<OperationResult>) =>
    terug.next({
      operation: laatste(kind),
      data: undefined,
      error: undefined,
      stale: false,
      hasNext: kind === "subscription",
      ...deel,
    } as OperationResult);
  const gelezen = (titel: string, positie: string) =>
    antwoord("query", {
      data: { __typename: "Query", bord: { __typename: "Bord", id: "b", titel, positie } },
    });
  const gebeurde = (titel: string, positie: string) =>
    antwoord("subscription", {
      data: {
        __typename: "Subscription",
        integratie: {
          __typename: "TaakVerplaatst",
          id: positie,
          positie,
          bord: { __typename: "Bord", id: "b", titel },
        },
      },
    });
  const bevestigd = (titel: string, positie: string | null, fouten: object[] = []) =>
    antwoord("mutation", {
      data: {
        __typename: "Mutation",
        verplaats: {
          __typename: "Payload",
          positie,
          fouten,
          bord: fouten.length ? null : { __typename: "Bord", id: "b", titel },
        },
      },
    });
  // A page: what was read with what is under way on top, drawn once per task of the event loop, as React does.
  const schermen: string[] = [];
  let gelezenTitel: string | undefined;
  let tekening: ReturnType<typeof setTimeout> | undefined;
  const teken = () => {
    tekening ??= setTimeout(() => {
      tekening = undefined;
      const titel = (onderweg.lees().at(-1)?.input.titel as string | undefined) ?? gelezenTitel;
      if (titel !== undefined) schermen.push(titel);
    });
  };
  onderweg.volg(teken);
  pipe(
    client.query(BORD, {}, context),
    subscribe(({ data }) => {
      if (!data) return;
      gelezenTitel = (data as { bord: { titel: string } }).bord.titel;
      teken();
    }),
  );
  const volg = () => {
    bereiken.begin(bereik, "t-1");
    const dicht = bereiken.open(bereik);
    pipe(
      client.subscription(STROOM, { vanaf: "t-1" }, context),
      subscribe(() => {}),
    );
    return dicht;
  };
  const verplaats = (titel: string, id = titel) =>
    client.mutation(VERPLAATS, { input: { clientMutatieId: id, titel } }, context).toPromise();
  return {
    bereiken,
    client,
    verzonden,
    laatste,
    antwoord,
    gelezen,
    gebeurde,
    bevestigd,
    schermen,
    volg,
    verplaats,
    wachtrij,
  };
}
const aantal = (lijst: Operation[], kind: string) =>
  lijst.filter((operatie) => operatie.kind === kind).length;
const metCode = (code: string, response = {}) =>
  ({ error: { graphQLErrors: [{ extensions: { code } }], response } }) as never;
const zonderLichaam = (status: number) =>
  ({ error: { networkError: new Error("Bad Gateway"), graphQLErrors: [], response: { status } } }) as never;
const storing = { error: { networkError: new TypeError("Failed to fetch"), graphQLErrors: [] } } as never;
const tik = () => vi.advanceTimersByTimeAsync(1);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  onderweg.zet(() => []);
  verbinding.zet(() => ({ lijn: "live", omweg: false, bijwerken: 0, onderweg: 0, wachtend: 0 }));
});
afterEach(() => void vi.useRealTimers());

test("posities: alleen binnen één tijdperk te vergelijken, ook voorbij de 2^53", () => {
  expect(isBij("a-10", "a-9")).toBe(true);
  expect(isBij("a-9", "a-10")).toBe(false);
  expect(isBij("b-10", "a-9")).toBe(false);
  expect(isBij("1-9007199254740993", "1-9007199254740992")).toBe(true);
});

test("een wijziging is onderweg tot het moment dat haar gebeurtenis er is: geen flikkering", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  hub.volg();
  await tik();
  const klaar = vi.fn();
  void hub.verplaats("nieuw").then(klaar);
  await tik();
  expect(hub.schermen.at(-1)).toBe("nieuw");
  hub.bevestigd("nieuw", "t-2");
  await tik();
  expect(klaar).not.toHaveBeenCalled();
  hub.gebeurde("nieuw", "t-2");
  await tik();
  expect(klaar).toHaveBeenCalledOnce();
  expect(hub.schermen).toEqual(expect.arrayContaining(["oud", "nieuw"]));
  expect(hub.schermen.slice(hub.schermen.indexOf("nieuw"))).not.toContain("oud");
});

test("een antwoord dat later komt dan nieuwer werk van een ander zet dat niet terug", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  hub.volg();
  void hub.verplaats("van mij");
  hub.gebeurde("van mij", "t-2");
  hub.gebeurde("van een ander", "t-3");
  hub.bevestigd("van mij", "t-2");
  await tik();
  expect(hub.schermen.at(-1)).toBe("van een ander");
});

test("zonder abonnement wacht het antwoord nergens op; met een stil abonnement hooguit vijf seconden", async () => {
  const zonder = speelHub();
  zonder.gelezen("oud", "t-1");
  const klaar = vi.fn();
  void zonder.verplaats("a").then(klaar);
  zonder.bevestigd("a", "t-2");
  await tik();
  expect(klaar).toHaveBeenCalledOnce();

  const met = speelHub();
  met.gelezen("oud", "t-1");
  met.volg();
  const later = vi.fn();
  void met.verplaats("b").then(later);
  met.bevestigd("b", "t-2");
  await vi.advanceTimersByTimeAsync(4900);
  expect(later).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(later).toHaveBeenCalledOnce();
  expect(met.schermen.at(-1)).toBe("b");
});

test("een fout van de hub is meteen een fout van die ene wijziging; de rij gaat verder", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  const eerste = hub.verplaats("een");
  void hub.verplaats("twee");
  hub.antwoord("mutation", metCode("INTERNE_FOUT", { status: 500 }));
  await tik();
  expect((await eerste).error?.graphQLErrors).toHaveLength(1);
  expect(hub.laatste("mutation").variables).toMatchObject({ input: { clientMutatieId: "twee" } });
  expect(hub.schermen.at(-1)).toBe("twee");
  expect(verbinding.lees().onderweg).toBe(1);
});

test("een weigering wacht niet op een wijziging die nog onderweg is", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  const eerste = hub.verplaats("een");
  void hub.verplaats("twee");
  hub.bevestigd("", null, [{ __typename: "Fout", code: "VERSIE_VEROUDERD" }]);
  await tik();
  expect((await eerste).data).toMatchObject({ verplaats: { fouten: [{ code: "VERSIE_VEROUDERD" }] } });
});

test.each([
  ["zonder antwoord", storing],
  ["een tussenstation zegt 502", zonderLichaam(502)],
  ["de hub vraagt om geduld", metCode("TIJDELIJK_NIET_BESCHIKBAAR", { status: 503 })],
])("tijdelijk, met lijn: %s wordt zes keer geprobeerd, dan hoort de maker het", async (_, antwoord) => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  const uitkomst = hub.verplaats("een");
  for (let keer = 0; keer < 6; keer++) {
    hub.antwoord("mutation", antwoord);
    await vi.advanceTimersByTimeAsync(1001);
  }
  expect((await uitkomst).error).toBeDefined();
  expect(aantal(hub.verzonden, "mutation")).toBe(6);
  expect(hub.wachtrij.lees()).toEqual([]);
  expect(hub.schermen.at(-1)).toBe("oud");
});

test("zonder lijn telt geen poging: de wijziging wacht zo lang als het duurt", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  zetLijn("offline");
  void hub.verplaats("een");
  for (let keer = 0; keer < 20; keer++) {
    hub.antwoord("mutation", storing);
    await vi.advanceTimersByTimeAsync(1001);
  }
  expect(verbinding.lees()).toMatchObject({ onderweg: 1 });
  expect(hub.wachtrij.lees()).toHaveLength(1);
});

test("na een verlopen sessie gaat de wijziging pas weer weg met de nieuwe lijn", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  void hub.verplaats("een");
  hub.antwoord("mutation", metCode("NIET_AANGEMELD", { status: 401 }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(aantal(hub.verzonden, "mutation")).toBe(1);
  zetLijn("offline");
  zetLijn("live");
  await tik();
  expect(aantal(hub.verzonden, "mutation")).toBe(2);
});

test("een fout, en hoe zij voor de gebruiker heet", () => {
  const netwerk = new CombinedError({ networkError: new Error("x") });
  expect(foutenVan({ data: undefined, error: netwerk })[0]?.code).toBe("TIJDELIJK_NIET_BESCHIKBAAR");
  const intern = new CombinedError({ networkError: new Error("x"), response: { status: 500 } });
  expect(foutenVan({ data: undefined, error: intern })[0]?.code).toBe("INTERNE_FOUT");
  expect(foutenVan({ data: { verplaats: { fouten: [] } }, error: undefined })).toEqual([]);
});

test("een antwoord met fouten haalt weg wat onderweg was", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  hub.volg();
  void hub.verplaats("mag niet");
  hub.bevestigd("", null, [{ __typename: "Fout", code: "GEEN_RECHT" }]);
  await tik();
  expect(hub.schermen.at(-1)).toBe("oud");
});

test("zonder lijn wachten wijzigingen in volgorde, overleven een herlaad, en gaan één keer weg", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  void hub.verplaats("een");
  void hub.verplaats("twee");
  expect(aantal(hub.verzonden, "mutation")).toBe(1);
  hub.antwoord("mutation", storing);
  expect(verbinding.lees().wachtend).toBe(2);
  await tik();
  expect(hub.schermen.at(-1)).toBe("twee");
  const naHerlaad = maakWachtrij(localStorage, () => "anna").lees();
  expect(naHerlaad.map(({ variabelen }) => (variabelen.input as { titel: string }).titel)).toEqual([
    "een",
    "twee",
  ]);
  expect(maakWachtrij(localStorage, () => "bram").lees()).toEqual([]);

  zetLijn("offline");
  zetLijn("live");
  await tik();
  expect(hub.laatste("mutation").variables).toMatchObject({ input: { clientMutatieId: "een" } });
  hub.bevestigd("een", "t-2");
  await tik();
  expect(hub.laatste("mutation").variables).toMatchObject({ input: { clientMutatieId: "twee" } });
  hub.bevestigd("twee", "t-3");
  await tik();
  expect(verbinding.lees()).toMatchObject({ wachtend: 0, onderweg: 0 });
  expect(hub.wachtrij.lees()).toEqual([]);
  expect(aantal(hub.verzonden, "mutation")).toBe(3);
});

test("een dubbele gebeurtenis verandert niets meer", async () => {
  const hub = speelHub();
  hub.gelezen("oud", "t-1");
  hub.volg();
  hub.gebeurde("drie", "t-3");
  hub.gebeurde("twee", "t-2");
  await tik();
  expect(hub.schermen.at(-1)).toBe("drie");
  expect(hub.bereiken.laatste(bereik)).toBe("t-3");
});

test("een lezing van vóór de laatste gebeurtenis wordt overgedaan", async () => {
  const hub = speelHub();
  hub.bereiken.begin(bereik, "t-5");
  hub.gelezen("te oud", "t-4");
  await tik();
  expect(aantal(hub.verzonden, "query")).toBe(2);
  expect(hub.schermen).toEqual([]);
  hub.gelezen("vers", "t-5");
  await tik();
  expect(hub.schermen).toEqual(["vers"]);
});

test("een lezing die te oud blijft, wordt niet eindeloos overgedaan", async () => {
  const hub = speelHub();
  hub.bereiken.begin(bereik, "t-5");
  for (let keer = 0; keer < 8; keer++) {
    hub.gelezen("te oud", "t-4");
    await tik();
  }
  expect(aantal(hub.verzonden, "query")).toBe(8);
  expect(hub.schermen).toEqual([]);
});

test("de stand: offline gaat voor, dan bezig, dan live", () => {
  const rust = { lijn: "live", omweg: false, bijwerken: 0, onderweg: 0, wachtend: 0 } as const;
  expect(standVan(rust)).toBe("live");
  expect(standVan({ ...rust, bijwerken: 1 })).toBe("bezig");
  expect(standVan({ ...rust, onderweg: 1, lijn: "offline" })).toBe("offline");
});

test("opnieuw verbinden wacht steeds langer, met toeval, nooit meer dan tien seconden", () => {
  expect(wachttijd(0, 0)).toBe(250);
  expect(wachttijd(3, 1)).toBe(4000);
  expect(wachttijd(50, 1)).toBe(10_000);
});
