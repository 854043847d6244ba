import { createBrowserRouter, Navigate, type RouteObject } from "react-router";
import { Binnen } from "./Binnen";
import { FoutPagina, NietGevonden } from "./FoutPagina";

/** A page that is loaded when it is visited first. */
const pagina = (path: string, laad: () => Promise<React.ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await laad() }),
});

export const router = createBrowserRouter([
  {
    ...pagina("/aanmelden", async () => (await import("./AanmeldPagina")).AanmeldPagina),
    HydrateFallback: () => null,
  },
  {
    ...pagina(
      "/afmelden/mail/:getekend",
      async () => (await import("~/features/meldingen/StopMailPagina")).StopMailPagina,
    ),
    HydrateFallback: () => null,
  },
  {
    element: <Binnen kaal />,
    HydrateFallback: () => null,
    errorElement: <FoutPagina />,
    children: [
      pagina(
        "sessies/:id/scherm",
        async () => (await import("~/features/sessies/PresentatiePagina")).PresentatiePagina,
      ),
    ],
  },
  {
    element: <Binnen />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <FoutPagina />,
        children: [
          pagina("/", async () => (await import("~/features/vandaag/VandaagPagina")).VandaagPagina),
          pagina(
            "meldingen",
            async () => (await import("~/features/meldingen/MeldingenPagina")).MeldingenPagina,
          ),
          pagina("naar/:id", async () => (await import("~/features/meldingen/NaarPagina")).NaarPagina),
          pagina("zoeken", async () => (await import("~/features/zoeken/ZoekPagina")).ZoekPagina),
          pagina(
            "herinneringen",
            async () => (await import("~/features/herinneringen/HerinneringenPagina")).HerinneringenPagina,
          ),
          { path: "integratie", element: <Navigate replace to="/integratie/takenbord" /> },
          pagina(
            "integratie/taken",
            async () => (await import("~/features/integratie/AlleTakenPagina")).AlleTakenPagina,
          ),
          // Without a trajectory in it: on to the right one.
          ...[
            "stand",
            "takenbord",
            "tijdlijn",
            "besluiten",
            "zienswijzen",
            "overdracht",
            "budget",
            "autonomie",
            "risicos",
          ].map((deel) =>
            pagina(
              `integratie/${deel}/*`,
              async () => (await import("~/features/integratie/kader/OudAdres")).OudAdres,
            ),
          ),
          pagina(
            "begrippen",
            async () => (await import("~/features/begrippen/BegrippenPagina")).BegrippenPagina,
          ),
          pagina(
            "afspraken",
            async () => (await import("~/features/afspraken/register/RegisterPagina")).RegisterPagina,
          ),
          pagina(
            "afspraken/uitvoering/*",
            async () => (await import("~/features/afspraken/uitvoering/UitvoeringPagina")).UitvoeringPagina,
          ),
          pagina(
            "afspraken/afwijkingen",
            async () =>
              (await import("~/features/afspraken/afwijkingen/AfwijkingenPagina")).AfwijkingenPagina,
          ),
          pagina(
            "afspraken/signalen",
            async () => (await import("~/features/afspraken/signalen/SignalenPagina")).SignalenPagina,
          ),
          pagina(
            "afspraken/uitkomsten",
            async () => (await import("~/features/afspraken/UitkomstenPagina")).UitkomstenPagina,
          ),
          pagina(
            "afspraken/afspraak/:id/*",
            async () => (await import("~/features/afspraken/pagina/AfspraakPagina")).AfspraakPagina,
          ),
          pagina(
            "contracten",
            async () => (await import("~/features/contracten/register/RegisterPagina")).RegisterPagina,
          ),
          pagina(
            "contracten/vergelijking/*",
            async () =>
              (await import("~/features/contracten/vergelijking/VergelijkingPagina")).VergelijkingPagina,
          ),
          pagina(
            "contracten/ophalen",
            async () => (await import("~/features/contracten/vergelijking/OphalenPagina")).OphalenPagina,
          ),
          pagina(
            "contracten/harmonisatie/*",
            async () =>
              (await import("~/features/contracten/harmonisatie/HarmonisatiePagina")).HarmonisatiePagina,
          ),
          pagina(
            "contracten/import",
            async () => (await import("~/features/contracten/import/ImportPagina")).ImportPagina,
          ),
          pagina(
            "contracten/:nummer",
            async () => (await import("~/features/contracten/register/ContractPagina")).ContractPagina,
          ),
          {
            path: "integratie/:traject",
            lazy: async () => ({
              Component: (await import("~/features/integratie/kader/TrajectKader")).TrajectKader,
            }),
            children: [
              { index: true, element: <Navigate replace to="takenbord" /> },
              pagina(
                "stand",
                async () => (await import("~/features/integratie/stand/StandPagina")).StandPagina,
              ),
              pagina(
                "takenbord/*",
                async () => (await import("~/features/integratie/TakenbordPagina")).TakenbordPagina,
              ),
              pagina(
                "tijdlijn/*",
                async () => (await import("~/features/integratie/tijdlijn/TijdlijnPagina")).TijdlijnPagina,
              ),
              pagina(
                "besluiten/*",
                async () => (await import("~/features/integratie/besluiten/BesluitenPagina")).BesluitenPagina,
              ),
              pagina(
                "zienswijzen/*",
                async () =>
                  (await import("~/features/integratie/zienswijzen/ZienswijzenPagina")).ZienswijzenPagina,
              ),
              pagina(
                "autonomie/*",
                async () => (await import("~/features/integratie/autonomie/AutonomiePagina")).AutonomiePagina,
              ),
              pagina(
                "budget/*",
                async () => (await import("~/features/integratie/budget/BudgetPagina")).BudgetPagina,
              ),
              pagina(
                "overdracht/*",
                async () =>
                  (await import("~/features/integratie/overdracht/OverdrachtPagina")).OverdrachtPagina,
              ),
              pagina(
                "risicos/*",
                async () => (await import("~/features/integratie/risicos/RisicosPagina")).RisicosPagina,
              ),
              { path: "*", element: <NietGevonden /> },
            ],
          },
          { path: "organisatie", element: <Navigate replace to="/organisatie/gemeenten" /> },
          pagina(
            "organisatie/gemeenten",
            async () => (await import("~/features/organisatie/gemeenten/GemeentenPagina")).GemeentenPagina,
          ),
          pagina(
            "organisatie/gemeenten/:id",
            async () => (await import("~/features/organisatie/gemeenten/GemeentePagina")).GemeentePagina,
          ),
          pagina(
            "organisatie/deelname",
            async () => (await import("~/features/organisatie/deelname/DeelnamePagina")).DeelnamePagina,
          ),
          pagina(
            "organisatie/rollen",
            async () => (await import("~/features/organisatie/rollen/RollenPagina")).RollenPagina,
          ),
          pagina(
            "organisatie/rollen/:id",
            async () => (await import("~/features/organisatie/rollen/RolPagina")).RolPagina,
          ),
          pagina(
            "organisatie/stakeholders",
            async () =>
              (await import("~/features/organisatie/stakeholders/StakeholdersPagina")).StakeholdersPagina,
          ),
          pagina(
            "organisatie/stakeholders/:id",
            async () =>
              (await import("~/features/organisatie/stakeholders/StakeholderPagina")).StakeholderPagina,
          ),
          pagina(
            "organisatie/lijnen/*",
            async () => (await import("~/features/organisatie/lijnen/LijnenPagina")).LijnenPagina,
          ),
          pagina(
            "organisatie/vergeten",
            async () => (await import("~/features/organisatie/vergeten/VergetenPagina")).VergetenPagina,
          ),
          pagina(
            "organisatie/bijdrage",
            async () => (await import("~/features/organisatie/bijdrage/BijdragePagina")).BijdragePagina,
          ),
          pagina(
            "organisatie/kaart/*",
            async () => (await import("~/features/organisatie/kaart/KaartPagina")).KaartPagina,
          ),
          pagina(
            "organisatie/relaties",
            async () => (await import("~/features/organisatie/relaties/RelatiesPagina")).RelatiesPagina,
          ),
          pagina(
            "organisatie/regios",
            async () => (await import("~/features/organisatie/regios/RegiosPagina")).RegiosPagina,
          ),
          pagina(
            "organisatie/personen",
            async () => (await import("~/features/organisatie/personen/PersonenPagina")).PersonenPagina,
          ),
          pagina("sessies", async () => (await import("~/features/sessies/SessiesPagina")).SessiesPagina),
          pagina(
            "sessies/op-naam",
            async () => (await import("~/features/sessies/OpNaamPagina")).OpNaamPagina,
          ),
          pagina(
            "sessies/posities",
            async () => (await import("~/features/sessies/posities/PositiesPagina")).PositiesPagina,
          ),
          pagina(
            "sessies/sjablonen",
            async () => (await import("~/features/sessies/sjablonen/SjablonenPagina")).SjablonenPagina,
          ),
          pagina(
            "sessies/sjablonen/:id",
            async () => (await import("~/features/sessies/sjablonen/SjabloonPagina")).SjabloonPagina,
          ),
          pagina("sessies/:id", async () => (await import("~/features/sessies/SessiePagina")).SessiePagina),
          pagina(
            "sessies/:id/verslag",
            async () => (await import("~/features/sessies/VerslagPagina")).VerslagPagina,
          ),
          pagina("beheer", async () => (await import("~/features/beheer/BeheerPagina")).BeheerPagina),
          pagina(
            "beheer/personen/:id",
            async () => (await import("~/features/beheer/PersoonPagina")).PersoonPagina,
          ),
          pagina("account", async () => (await import("~/features/account/AccountPagina")).AccountPagina),
          { path: "*", element: <NietGevonden /> },
        ],
      },
    ],
  },
]);
