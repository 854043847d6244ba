import { Status } from "./Status";
import stijl from "./Label.module.css";

type Bron = { document: string; paragraaf?: string | null };
type Props = { herkomst: { bron: Bron; overigeBronnen?: Bron[]; onzeker: boolean; notitie?: string | null } };
const inWoorden = ({ document, paragraaf }: Bron) => (paragraaf ? `${document}, ${paragraaf}` : document);

export function Bronnen({ bronnen }: { bronnen: Bron[] }) {
  return (
    <p className={stijl.bron}>
      {bronnen.length > 1 ? "Bronnen: " : "Bron: "}
      {bronnen.map(inWoorden).join("; ")}
    </p>
  );
}

/** Where a fact comes from and how certain it is. */
export function Herkomstregel({ herkomst: { bron, overigeBronnen = [], onzeker, notitie } }: Props) {
  return (
    <div className={stijl.herkomst}>
      {(onzeker || notitie) && (
        <p className={stijl.notitie}>
          {onzeker && <Status soort="onbekend">Onzeker</Status>}
          {notitie && <span>{notitie}</span>}
        </p>
      )}
      <Bronnen bronnen={[bron, ...overigeBronnen]} />
    </div>
  );
}
