import { useCallback, useEffect, useRef, useState } from "react";
import type { GastDeelnameQuery, GastNotitieFragment, GastVolgSubscription } from "~/graphql/gen/graphql";
import { nieuwId } from "~/lib/id";
import { useWinkel } from "~/lib/winkel";
import { maakBereiken } from "~/realtime/bereiken";
import { lijnNummer, maakLijn } from "~/realtime/lijn";
import { wachttijd } from "~/realtime/wachttijd";
import { AANWEZIG, DEELNAME, NOTITIE, SESSIE, VOLG } from "./vragen";
import { pas, vraag, type Pas } from "./hub";

type Deelname = GastDeelnameQuery["mijnDeelname"];
type Bord = { sessie: NonNullable<Deelname["sessie"]>; notities: GastNotitieFragment[] };
export type Fase = Bord["sessie"]["fasen"][number];
const WACHT_MS = 2000;
const scherm = nieuwId();
const socketAdres = () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`;

type Bericht = GastVolgSubscription["sessie"];
function verwerk(bord: Bord, bericht: Stand): Bord {
  const weg = new Set([...bericht.weg, ...bericht.gewijzigd.map(({ id }) => id)]);
  return {
    sessie: { ...bord.sessie, ...bericht.sessie },
    notities: [...bord.notities.filter(({ id }) => !weg.has(id)), ...bericht.gewijzigd],
  };
}

type Stand = Extract<Bericht, { __typename: "SessieStand" }>;
type Stemmers = Map<string, number>;
const stemmers = ({ sessie }: Stand): Stemmers | undefined =>
  sessie ? new Map(sessie.fasen.map(({ id, aantalGestemd }) => [id, aantalGestemd])) : undefined;
const begintOpnieuw = (oud: Stemmers, bericht: Stand) =>
  bericht.sessie?.fasen.some(({ id, aantalGestemd }) => aantalGestemd < (oud.get(id) ?? 0)) ?? false;

/** The session of this phone, kept live over the same line as the app: a socket, or the way round. */
export function useSessie(mijn: Pas) {
  const [deelname, zetDeelname] = useState<Deelname>();
  const [bord, zetBord] = useState<Bord>();
  const [mis, zetMis] = useState(false);
  const [{ bereiken, lijn }] = useState(() => {
    const bereiken = maakBereiken();
    const adressen = { direct: socketAdres(), omweg: "/graphql" };
    return { bereiken, lijn: maakLijn(adressen, bereiken, () => pas.zet(() => undefined), mijn.token) };
  });
  const nummer = useWinkel(lijnNummer);
  const gestemd = useRef<Stemmers>(new Map());
  const [keer, zetKeer] = useState(0);
  const [ronde, zetRonde] = useState(0);
  const id = mijn.sessie;

  const lees = useCallback(async () => {
    try {
      const { data } = await vraag<GastDeelnameQuery>(DEELNAME + SESSIE + NOTITIE);
      if (!data) return zetMis(true);
      const { sessie } = data.mijnDeelname;
      zetMis(false);
      zetDeelname(data.mijnDeelname);
      if (sessie) {
        gestemd.current = new Map(sessie.fasen.map((fase) => [fase.id, fase.aantalGestemd]));
        bereiken.begin(id, sessie.positie);
        zetBord({ sessie, notities: sessie.notities });
      }
    } catch {
      zetMis(true);
    }
  }, [bereiken, id]);

  // Until inside: at the door, or without an answer, it asks again.
  const binnen = !!bord;
  useEffect(() => {
    if (binnen) return;
    const eerst = setTimeout(() => void lees());
    const klok = setInterval(() => void lees(), WACHT_MS);
    return () => {
      clearTimeout(eerst);
      clearInterval(klok);
    };
  }, [binnen, lees]);

  useEffect(() => {
    if (!binnen) return;
    lijn.open();
    return () => lijn.sluit();
  }, [binnen, lijn]);

  useEffect(() => {
    if (!binnen) return;
    let klok: ReturnType<typeof setTimeout> | undefined;
    const opnieuw = () => (klok ??= setTimeout(() => zetKeer((nu) => nu + 1), wachttijd(1)));
    const volg = lijn.abonneer(
      { query: VOLG + SESSIE + NOTITIE, variables: { id } },
      { bereik: id } as never,
      {
        next: (antwoord) => {
          const bericht = (antwoord as { data?: GastVolgSubscription | null }).data?.sessie;
          if (!bericht) return opnieuw();
          if (bericht.__typename === "HerladenNodig") {
            bereiken.vergeet(id);
            return void lees().then(opnieuw);
          }
          if (bericht.__typename === "SessieStand") {
            zetBord((oud) => oud && verwerk(oud, bericht));
            // A vote that begins anew: who voted may do so again.
            if (begintOpnieuw(gestemd.current, bericht)) void lees().then(() => zetRonde((nu) => nu + 1));
            gestemd.current = stemmers(bericht) ?? gestemd.current;
          }
          if (bericht.positie) bereiken.toegepast(id, bericht.positie);
        },
        error: opnieuw,
      },
    );
    const aanwezig = lijn.abonneer({ query: AANWEZIG, variables: { id, scherm } }, {} as never, {
      next: () => {},
      error: () => {},
    });
    return () => {
      clearTimeout(klok);
      volg();
      aanwezig();
    };
  }, [binnen, bereiken, lijn, id, lees, nummer, keer]);

  return { deelname, bord, mis, herlees: lees, ronde };
}
