import { useLocation } from "react-router";
import { useQuery } from "urql";
import { IkQuery } from "~/features/account/ik";
import { AfsprakenAbonnement } from "~/features/afspraken/stroom";
import { ContractenAbonnement } from "~/features/contracten/stroom";
import { ALLE_TAKEN } from "~/features/integratie/alleTaken";
import { IntegratieAbonnement } from "~/features/integratie/bord";
import { impactOud, PostvakAbonnement, postvakOud } from "~/features/meldingen/vragen";
import { OrganisatieAbonnement } from "~/features/organisatie/stroom";
import { graphql } from "~/graphql/gen";
import { useAbonnement } from "~/realtime/abonnement";
import { useVerbinding } from "~/realtime/verbinding";
import { kondigAan } from "~/ui/meldingen";

const StromenQuery = graphql(`
  query Stromen {
    trajecten {
      id
    }
  }
`);
type Props = { positie: string; herlaad: () => void };

function Organisatie({ positie, herlaad, opPersoon }: Props & { opPersoon: (id: string) => void }) {
  useAbonnement({
    document: OrganisatieAbonnement,
    bereik: "organisatie",
    positie,
    herlaad,
    opGebeurtenis: ({ organisatie }) =>
      organisatie.__typename === "PersoonGewijzigd" && opPersoon(organisatie.persoon.id),
  });
  return null;
}

function Afspraken({ positie, herlaad }: Props) {
  useAbonnement({ document: AfsprakenAbonnement, bereik: "afspraken", positie, herlaad });
  return null;
}

function Postvak({ positie, herlaad }: Props) {
  useAbonnement({
    document: PostvakAbonnement,
    bereik: "postvak",
    positie,
    herlaad,
    opGebeurtenis: ({ postvak }) => {
      if (postvak.__typename !== "PostvakGewijzigd") return;
      postvakOud.zet((nummer) => nummer + 1);
      if (postvak.nieuw) kondigAan(postvak.nieuw.zin);
      if (postvak.geinformeerdOver) impactOud.zet((nummer) => nummer + 1);
    },
  });
  return null;
}

function Contracten({ positie, herlaad }: Props) {
  useAbonnement({ document: ContractenAbonnement, bereik: "contracten", positie, herlaad });
  return null;
}

function Traject({ positie, herlaad, id }: Props & { id: string }) {
  useAbonnement({
    document: IntegratieAbonnement,
    variabelen: { traject: id },
    bereik: `integratie:${id}`,
    positie,
    herlaad,
  });
  return null;
}

/**
 * What keeps every page up to date: one subscription per scope for the whole app. They start where the first question
 * of the visit was read, so before any page. The takenbord follows its own traject.
 */
export function Stromen() {
  const [{ data }, leesIk] = useQuery({ query: IkQuery });
  const [{ data: stromen }] = useQuery({ query: StromenQuery });
  // By the detour each stream is a connection, and a browser has six: then the bell looks by itself.
  const { omweg } = useVerbinding();
  const { pathname } = useLocation();
  const opBord = pathname.startsWith("/integratie") && pathname !== ALLE_TAKEN;
  // No other page shows contracts: a line less for networks where each stream holds a connection.
  const bijContracten = pathname.startsWith("/contracten") || pathname.includes("/tijdlijn");
  const herlaad = () => leesIk({ requestPolicy: "network-only" });
  if (!data) return null;
  const { positie, ik } = data;
  return (
    <>
      <Organisatie
        positie={positie}
        herlaad={herlaad}
        // My own roles changed: what I may do has to be read anew.
        opPersoon={(id) => id === ik.persoon.id && herlaad()}
      />
      <Afspraken positie={positie} herlaad={herlaad} />
      {!omweg && <Postvak positie={positie} herlaad={herlaad} />}
      {bijContracten && <Contracten positie={positie} herlaad={herlaad} />}
      {!opBord &&
        stromen?.trajecten.map(({ id }) => <Traject key={id} id={id} positie={positie} herlaad={herlaad} />)}
    </>
  );
}
