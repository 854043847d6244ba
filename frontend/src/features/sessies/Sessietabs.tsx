import { Tabs } from "~/ui/Tabs";

const TABS = [
  { naar: "/sessies", naam: "Sessies", exact: true },
  { naar: "/sessies/sjablonen", naam: "Sjablonen" },
  { naar: "/sessies/posities", naam: "Waarnemen of beheersen" },
];

/** The pages beside each other under Sessies. */
export function Sessietabs() {
  return <Tabs naam="Sessies" tabs={TABS} />;
}
