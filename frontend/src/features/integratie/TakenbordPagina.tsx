import { useParams } from "react-router";
import { LeegStaat } from "~/ui/Staat";
import { useBord } from "./bord/useBord";
import { useTraject } from "./kader/trajecten";
import { OnbekendDeel, TrajectStaat } from "./kader/TrajectPagina";
import { Takenbord } from "./Takenbord";

const DEEL = /^$|^archief$|^taak\/[^/]+$/;

export function TakenbordPagina() {
  const { "*": deel = "" } = useParams();
  const { id, borden } = useTraject();
  const { bord, ...vraag } = useBord(id, borden[0]?.id);
  if (!DEEL.test(deel))
    return <OnbekendDeel titel="Takenbord" pagina="takenbord" naar="Naar het takenbord" />;
  if (bord) return <Takenbord bord={bord} deel={deel} />;
  return (
    <TrajectStaat
      titel="Takenbord"
      vraag={vraag}
      gebeurd="Het bord kon niet geladen worden."
      skelet={{ regels: 8, hoogte: "5rem" }}
      leeg={<LeegStaat titel="Nog geen bord">Dit traject heeft geen bord.</LeegStaat>}
    />
  );
}
