import {
  IconBuildingCommunity,
  IconFileCheck,
  IconFileInvoice,
  IconLayoutKanban,
  IconSettings,
  IconSun,
  IconUsersGroup,
} from "@tabler/icons-react";

/** The main menu: only what exists. */
export const navigatie = [
  { naar: "/", naam: "Vandaag", Icoon: IconSun, exact: true },
  { naar: "/integratie", naam: "Integratie", Icoon: IconLayoutKanban },
  { naar: "/afspraken", naam: "Afspraken", Icoon: IconFileCheck },
  { naar: "/contracten", naam: "Contracten", Icoon: IconFileInvoice },
  { naar: "/sessies", naam: "Sessies", Icoon: IconUsersGroup },
  { naar: "/organisatie", naam: "Organisatie", Icoon: IconBuildingCommunity },
  { naar: "/beheer", naam: "Beheer", Icoon: IconSettings, recht: "PersonenBeheren" },
] as const;
