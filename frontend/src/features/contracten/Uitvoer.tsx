import { IconDownload } from "@tabler/icons-react";
import { useStand } from "~/features/integratie/kader/stand";
import stijl from "./Contracten.module.css";

type Props = { blad: "register" | "vergelijking" | "harmonisatie"; kolommen?: string[] };

/** This page to take along, with its sources; as it was on the day one looks at. */
export function Uitvoer({ blad, kolommen }: Props) {
  const stand = useStand();
  const adres = (vorm: string) => {
    const vraag = new URLSearchParams({ vorm });
    if (kolommen) vraag.set("kolommen", kolommen.join(","));
    if (stand) vraag.set("stand", stand);
    return `/uitvoer/contracten/${blad}?${vraag}`;
  };
  return (
    <p className={`${stijl.uitvoer} niet-afdrukken`}>
      <IconDownload size={17} aria-hidden />
      <span>Opslaan met bronnen:</span>
      <a href={adres("xlsx")} download>
        Excel
      </a>
      <a href={adres("csv")} download>
        CSV
      </a>
    </p>
  );
}
