import { Tabs } from "~/ui/Tabs";
import { STAND, useStand } from "./kader/stand";
import { useTraject } from "./kader/trajecten";

const PAGINAS = [
  { pagina: "stand", naam: "Stand van zaken" },
  { pagina: "takenbord", naam: "Takenbord" },
  { pagina: "tijdlijn", naam: "Tijdlijn" },
  { pagina: "besluiten", naam: "Besluiten" },
  { pagina: "zienswijzen", naam: "Zienswijzen" },
  { pagina: "overdracht", naam: "Overdracht" },
  { pagina: "budget", naam: "Budget" },
  { pagina: "autonomie", naam: "Autonomie" },
  { pagina: "risicos", naam: "Risico’s" },
];

/** The pages about one trajectory, beside each other. */
export function IntegratieTabs() {
  const { adres } = useTraject();
  const stand = useStand();
  const bij = stand ? `?${STAND}=${stand}` : "";
  return (
    <Tabs naam="Integratie" tabs={PAGINAS.map(({ pagina, naam }) => ({ naar: adres(pagina) + bij, naam }))} />
  );
}
