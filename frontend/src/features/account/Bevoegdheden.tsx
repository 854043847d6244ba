import { IconCheck } from "@tabler/icons-react";
import type { IkQuery } from "~/graphql/gen/graphql";
import { rechtTekst } from "./rollen";
import stijl from "./Account.module.css";

type Bevoegdheid = IkQuery["ik"]["bevoegdheden"][number];

export const reikwijdteTekst = ({ reikwijdte, gemeenten }: Bevoegdheid): string =>
  reikwijdte === "ALLES" ? "" : ` (alleen ${gemeenten.map(({ naam }) => naam).join(", ") || "van jezelf"})`;

export function Bevoegdheden({ bevoegdheden }: { bevoegdheden: Bevoegdheid[] }) {
  if (bevoegdheden.length === 0)
    return <p>Je hebt nu geen rol. Vraag de beheerder om een rol; tot dan kun je niets bekijken.</p>;
  return (
    <ul className={stijl.kaal}>
      {bevoegdheden.map((bevoegdheid) => (
        <li key={bevoegdheid.recht + bevoegdheid.reikwijdte} className={stijl.recht}>
          <IconCheck size={18} aria-hidden />
          <span>
            {rechtTekst(bevoegdheid.recht)}
            <span className={stijl.stil}>{reikwijdteTekst(bevoegdheid)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
