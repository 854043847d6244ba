import { Pagina, type Aanwezigen } from "~/ui/Pagina";
import { Tabs } from "~/ui/Tabs";

const TABS = [
  { naar: "/organisatie/gemeenten", naam: "Gemeenten" },
  { naar: "/organisatie/deelname", naam: "Deelname" },
  { naar: "/organisatie/rollen", naam: "Gremia en rollen" },
  { naar: "/organisatie/kaart", naam: "Stakeholderkaart" },
  { naar: "/organisatie/stakeholders", naam: "Stakeholders" },
  { naar: "/organisatie/lijnen", naam: "Communicatielijnen" },
  { naar: "/organisatie/relaties", naam: "Relaties" },
  { naar: "/organisatie/vergeten", naam: "Niemand vergeten" },
  { naar: "/organisatie/bijdrage", naam: "Bijdrage" },
  { naar: "/organisatie/regios", naam: "Regio’s en modules" },
  { naar: "/organisatie/personen", naam: "Personen" },
];

type Props = {
  titel: string;
  /** The list this page belongs to. */
  onder?: { naam: string; naar: string };
  aanwezigen?: Aanwezigen;
  /** Without the margins. */
  vol?: boolean;
  children: React.ReactNode;
};

/** The frame of every page about the organisation. */
export function Kader({ titel, onder, aanwezigen, vol, children }: Props) {
  const kruimels = [{ naam: "Organisatie", naar: "/organisatie" }, ...(onder ? [onder] : [])];
  return (
    <Pagina
      titel={titel}
      kruimels={kruimels}
      tabs={<Tabs naam="Organisatie" tabs={TABS} />}
      aanwezigen={aanwezigen}
      vol={vol}
    >
      {children}
    </Pagina>
  );
}
