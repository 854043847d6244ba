import { IconDownload } from "@tabler/icons-react";
import { Knop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";

const VORMEN = [
  { id: "pdf", naam: "Pdf, om te lezen en te bewaren" },
  { id: "docx", naam: "Word (docx)" },
  { id: "odt", naam: "OpenDocument (odt)" },
  { id: "html", naam: "Webpagina (html)" },
  { id: "md", naam: "Markdown (md)" },
  { id: "txt", naam: "Platte tekst (txt)" },
  { id: "json", naam: "Gegevens (json)" },
];

type Props = { afspraak: string; versie?: { id: string; nummer: number } };

/** The text as a file: a version, or as it is now. */
export function Downloaden({ afspraak, versie }: Props) {
  const haal = (vorm: string) => {
    const vraag = new URLSearchParams({ vorm, ...(versie && { versie: versie.id }) });
    location.assign(`/uitvoer/afspraken/${afspraak}?${vraag}`);
  };
  return (
    <Menu
      naam="Als"
      regels={VORMEN}
      opKies={haal}
      knop={
        <Knop aria-label={versie ? `Download versie ${versie.nummer}` : "Download de tekst"}>
          <IconDownload size={16} aria-hidden /> Download
        </Knop>
      }
    />
  );
}
