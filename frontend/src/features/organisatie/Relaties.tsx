import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import type { RelatieVoluitFragment } from "~/graphql/gen/graphql";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Vak } from "~/ui/Vak";
import { Partij } from "./Partij";
import stijl from "./Organisatie.module.css";

type Props = { van: string; relaties: RelatieVoluitFragment[] };

/** All relations of one party, in both directions. */
export function Relaties({ van, relaties }: Props) {
  return (
    <Vak titel="Relaties" bij={relaties.length > 0 && relaties.length}>
      {relaties.length === 0 ? (
        <p className={stijl.stil}>De bronnen noemen geen relaties.</p>
      ) : (
        <ul className={stijl.lijst} aria-label="Relaties">
          {relaties.map((relatie) => {
            const uit = relatie.van.id === van;
            const Icoon = uit ? IconArrowRight : IconArrowLeft;
            return (
              <li key={relatie.id}>
                <strong className={stijl.relatie}>
                  <Icoon size={16} aria-hidden />
                  <span>
                    {uit ? "naar " : "van "}
                    <Partij partij={uit ? relatie.naar : relatie.van} />
                  </span>
                  <span className={stijl.stil}>{relatie.soort}</span>
                </strong>
                <p>{relatie.omschrijving}</p>
                <Herkomstregel herkomst={relatie.herkomst} />
              </li>
            );
          })}
        </ul>
      )}
    </Vak>
  );
}
