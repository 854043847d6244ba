import { Tabs } from "~/ui/Tabs";

const TABS = [
  { naar: "/integratie/takenbord", naam: "Takenbord" },
  { naar: "/integratie/tijdlijn", naam: "Tijdlijn" },
  { naar: "/integratie/besluiten", naam: "Besluiten" },
  { naar: "/integratie/zienswijzen", naam: "Zienswijzen" },
  { naar: "/integratie/risicos", naam: "Risico’s" },
];

/** The pages about the integration, beside each other. */
export const IntegratieTabs = () => <Tabs naam="Integratie" tabs={TABS} />;
