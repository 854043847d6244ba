import { createBrowserRouter, Navigate } from "react-router";
import { AanmeldPagina } from "./AanmeldPagina";
import { Binnen } from "./Binnen";
import { FoutPagina, NietGevonden } from "./FoutPagina";

/** Every page is loaded when it is visited first. */
export const router = createBrowserRouter([
  { path: "/aanmelden", element: <AanmeldPagina /> },
  {
    element: <Binnen />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <FoutPagina />,
        children: [
          {
            index: true,
            lazy: async () => ({
              Component: (await import("~/features/vandaag/VandaagPagina")).VandaagPagina,
            }),
          },
          { path: "integratie", element: <Navigate replace to="/integratie/takenbord" /> },
          {
            path: "integratie/takenbord",
            lazy: async () => ({
              Component: (await import("~/features/integratie/TakenbordPagina")).TakenbordPagina,
            }),
          },
          {
            path: "organisatie",
            lazy: async () => ({
              Component: (await import("~/features/organisatie/OrganisatiePagina")).OrganisatiePagina,
            }),
          },
          {
            path: "beheer",
            lazy: async () => ({ Component: (await import("~/features/beheer/BeheerPagina")).BeheerPagina }),
          },
          {
            path: "account",
            lazy: async () => ({
              Component: (await import("~/features/account/AccountPagina")).AccountPagina,
            }),
          },
          { path: "*", element: <NietGevonden /> },
        ],
      },
    ],
  },
]);
