import { Status } from "./Status";
import stijl from "./Label.module.css";

type Bron = { document: string; paragraaf?: string | null };
type Props = { herkomst: { bron: Bron; overigeBronnen?: Bron[]; onzeker: boolean; notitie?: string | null } };
const inWoorden = ({ document, paragraaf }: Bron) => (paragraaf ? `${document}, ${paragraaf}` : document);

/** Where a fact comes from and how certain it is. */
export function Herkomstregel({ herkomst: { bron, overigeBronnen = [], onzeker, notitie } }: Props) {
  return (
    <p className={stijl.herkomst}>
      {onzeker && <Status soort="onbekend">Onzeker</Status>}
      <span>Bron: {[bron, ...overigeBronnen].map(inWoorden).join("; ")}</span>
      {notitie && <span>{notitie}</span>}
    </p>
  );
}
