import { Link } from "react-router";
import type { KaartvergelijkingQuery, Kaartbeweging } from "~/graphql/gen/graphql";
import { Melding } from "~/ui/Melding";
import { Status, type StatusSoort } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { vakTekst, VERSCHIL } from "./kaart";
import stijl from "./Kaart.module.css";

type Antwoord = KaartvergelijkingQuery["kaartvergelijking"];
const SOORT: Record<Kaartbeweging, StatusSoort> = {
  GEKOMEN: "gereed",
  WEG: "fout",
  VERPLAATST: "bezig",
  GEPLAATST: "wacht",
  GELIJK: "open",
};

/** What came, went and moved between two pictures. */
export function Vergelijking({ van, naar, antwoord }: { van: string; naar: string; antwoord: Antwoord }) {
  const anders = antwoord.regels.filter(({ verschil }) => verschil !== "GELIJK");
  const tel = (verschil: Kaartbeweging) =>
    antwoord.regels.filter((regel) => regel.verschil === verschil).length;
  if (!antwoord.leesbaar) {
    return (
      <Melding soort="info">
        Tussen {van} en {naar} valt niets te vergelijken: van een van beide is in de bron niet te lezen wie
        erop stond.
      </Melding>
    );
  }
  return (
    <Vak titel={`Verschillen: ${van} en ${naar}`} bij={anders.length}>
      <p className={stijl.stil}>
        {tel("GEKOMEN")} gekomen, {tel("WEG")} weg, {tel("VERPLAATST")} verplaatst, {tel("GEPLAATST")} kreeg
        een ring, {tel("GELIJK")} gelijk. De ringen in de oude analyses zijn niet te lezen; wat daar staat is
        afgeleid, en tussen twee oude analyses is geen verplaatsing te zien.
      </p>
      {anders.length > 0 && (
        <Tabel
          bijschrift="Verschillen"
          rijen={anders}
          sleutel={({ stakeholder }) => stakeholder.id}
          kolommen={[
            {
              kop: "Stakeholder",
              isNaam: true,
              cel: ({ stakeholder: { id, naam } }) => (
                <Link to={`/organisatie/stakeholders/${id}`}>{naam}</Link>
              ),
            },
            {
              kop: "Wat",
              cel: ({ verschil }) => <Status soort={SOORT[verschil]}>{VERSCHIL[verschil]}</Status>,
            },
            { kop: van, cel: (regel) => (regel.van ? vakTekst(regel.van) : "stond er niet op") },
            { kop: naar, cel: (regel) => (regel.naar ? vakTekst(regel.naar) : "staat er niet op") },
          ]}
        />
      )}
    </Vak>
  );
}
