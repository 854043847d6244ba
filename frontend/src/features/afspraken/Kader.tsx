import { Pagina, type Aanwezigen } from "~/ui/Pagina";
import { Tabs } from "~/ui/Tabs";

const TABS = [
  { naar: "/afspraken", naam: "Register", exact: true },
  { naar: "/afspraken/uitvoering", naam: "Uitvoering per gemeente" },
  { naar: "/afspraken/afwijkingen", naam: "Wat verschilt" },
  { naar: "/afspraken/signalen", naam: "Signalen" },
  { naar: "/afspraken/uitkomsten", naam: "Uitkomsten" },
];

type Props = { titel: string; aanwezigen?: Aanwezigen; vol?: boolean; children: React.ReactNode };

/** The frame of the pages over all agreements. */
export function Kader({ titel, aanwezigen, vol, children }: Props) {
  return (
    <Pagina
      titel={titel}
      kruimel="Afspraken"
      tabs={<Tabs naam="Afspraken" tabs={TABS} />}
      aanwezigen={aanwezigen}
      vol={vol}
    >
      {children}
    </Pagina>
  );
}
