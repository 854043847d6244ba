import { applyGebeurtenis as opAfspraken } from "~/features/afspraken/applyGebeurtenis";
import { applyGebeurtenis as opContracten } from "~/features/contracten/applyGebeurtenis";
import { applyGebeurtenis as opIntegratie } from "~/features/integratie/applyGebeurtenis";
import { applyGebeurtenis as opOrganisatie } from "~/features/organisatie/applyGebeurtenis";
import { applyGebeurtenis as opSessies } from "~/features/sessies/applyGebeurtenis";
import { applyGebeurtenis as opVandaag } from "~/features/vandaag/applyGebeurtenis";
import { maakHubClient } from "~/graphql/client";
import type {
  AfsprakenBericht,
  ContractenBericht,
  IntegratieBericht,
  OrganisatieBericht,
  SessieBericht,
} from "~/graphql/gen/graphql";
import { maakWinkel } from "~/lib/winkel";

/** Who is signed in, for the queue; and whether the session has ended while pages are open. */
export const aanmelding = maakWinkel<{ persoon?: string; afgemeld: boolean }>({ afgemeld: false });

export const hub = maakHubClient({
  persoon: () => aanmelding.lees().persoon,
  opAfgemeld: () => aanmelding.zet((oud) => ({ ...oud, afgemeld: true })),
  wijzigingen: {
    updates: {
      Subscription: {
        integratie: (antwoord, _args, cache) => {
          opIntegratie(antwoord.integratie as IntegratieBericht, cache);
          opVandaag(antwoord.integratie as IntegratieBericht);
        },
        afspraken: (antwoord, _args, cache) => {
          opAfspraken(antwoord.afspraken as AfsprakenBericht, cache);
          opVandaag(antwoord.afspraken as AfsprakenBericht);
        },
        contracten: (antwoord, _args, cache) => opContracten(antwoord.contracten as ContractenBericht, cache),
        sessie: (antwoord, _args, cache) => opSessies(antwoord.sessie as SessieBericht, cache),
        organisatie: (antwoord, _args, cache) => {
          opOrganisatie(antwoord.organisatie as OrganisatieBericht, cache);
          opVandaag(antwoord.organisatie as OrganisatieBericht);
        },
      },
    },
  },
});
