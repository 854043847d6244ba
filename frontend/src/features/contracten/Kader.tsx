import { NaarVerleden, Standbalk } from "~/features/integratie/kader/Standbalk";
import { useStand, STAND } from "~/features/integratie/kader/stand";
import { Pagina, type Aanwezigen } from "~/ui/Pagina";
import { Tabs } from "~/ui/Tabs";
import stijl from "./Contracten.module.css";

const TABS = [
  { naar: "/contracten", naam: "Register", exact: true },
  { naar: "/contracten/vergelijking", naam: "Vergelijking" },
  { naar: "/contracten/ophalen", naam: "Nog op te halen" },
  { naar: "/contracten/harmonisatie", naam: "Harmonisatie" },
  { naar: "/contracten/import", naam: "Importeren" },
];

type Props = {
  titel: string;
  aanwezigen?: Aanwezigen;
  vol?: boolean;
  /** Can this page be seen as it was on a day? */
  terug?: boolean;
  children: React.ReactNode;
};

/** The frame of the pages over all contracts. */
export function Kader({ titel, aanwezigen, vol, terug, children }: Props) {
  const stand = useStand();
  const tabs = TABS.map((tab) => ({ ...tab, naar: stand ? `${tab.naar}?${STAND}=${stand}` : tab.naar }));
  return (
    <Pagina
      titel={titel}
      kruimel="Contracten"
      aanwezigen={aanwezigen}
      vol={vol}
      tabs={
        <div className={stijl.rij}>
          <Tabs naam="Contracten" tabs={tabs} />
          {terug && (
            <div className="niet-afdrukken">
              <NaarVerleden />
            </div>
          )}
        </div>
      }
    >
      {terug && <Standbalk />}
      {children}
    </Pagina>
  );
}
