import { IconPlus } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import { useMag } from "~/features/account/ik";
import { FASE, meervoud, STEMVORM } from "~/sessie/woorden";
import { Knop } from "~/ui/Knop";
import { Pagina } from "~/ui/Pagina";
import { Foutstaat, LeegStaat, Skelet } from "~/ui/Staat";
import { Vak } from "~/ui/Vak";
import { Sessietabs } from "../Sessietabs";
import { useSjablonen } from "./useSjablonen";
import type { Sjabloon } from "./vragen";
import stijl from "./Sjablonen.module.css";

/** The ways to run a session: one's own to change, those of the house to begin from. */
export function SjablonenPagina() {
  const { sjablonen, fout, opnieuw } = useSjablonen();
  const mag = useMag("SessiesLeiden");
  const ga = useNavigate();
  const eigen = sjablonen?.filter((een) => een.eigen) ?? [];
  const knop = mag && (
    <Knop soort="vol" onPress={() => void ga("/sessies/sjablonen/nieuw")}>
      <IconPlus size={17} aria-hidden />
      Nieuw sjabloon
    </Knop>
  );
  return (
    <Pagina titel="Sjablonen" kruimels={[{ naam: "Sessies", naar: "/sessies" }]} tabs={<Sessietabs />}>
      {sjablonen ? (
        <div className={stijl.pagina}>
          <Vak titel="Eigen sjablonen" bij={eigen.length} actie={knop}>
            {eigen.length === 0 ? (
              <LeegStaat titel="Nog geen eigen sjabloon">
                Begin met een vorm van het huis hieronder, of bewaar het verloop van een sessie die goed ging.
              </LeegStaat>
            ) : (
              <Lijst sjablonen={eigen} mag={mag} />
            )}
          </Vak>
          <Vak titel="Vormen van het huis" bij={sjablonen.length - eigen.length}>
            <Lijst sjablonen={sjablonen.filter((een) => !een.eigen)} mag={mag} />
          </Vak>
        </div>
      ) : fout ? (
        <Foutstaat gebeurd="De sjablonen konden niet geladen worden." opnieuw={opnieuw} />
      ) : (
        <Skelet regels={8} hoogte="2.5rem" />
      )}
    </Pagina>
  );
}

function Lijst({ sjablonen, mag }: { sjablonen: Sjabloon[]; mag: boolean }) {
  return (
    <ul className={stijl.lijst}>
      {sjablonen.map((sjabloon) => {
        const { id, naam, omschrijving, eigen, fasen, minuten } = sjabloon;
        return (
          <li key={id}>
            <div>
              <h3>{naam}</h3>
              {omschrijving && <p>{omschrijving}</p>}
              <ol className={stijl.fasen}>
                {fasen.map((fase, nummer) => (
                  <li key={nummer}>
                    {fase.naam}{" "}
                    <small>
                      {[
                        FASE[fase.soort].toLowerCase(),
                        fase.stemming && STEMVORM[fase.stemming.vorm],
                        fase.kolommen.join(" / "),
                      ]
                        .filter(Boolean)
                        .join(", ")}
                    </small>
                  </li>
                ))}
              </ol>
              {minuten > 0 && <small>Samen {meervoud(minuten, "minuut", "minuten")}</small>}
            </div>
            {mag && (
              <p className={stijl.links}>
                <Link to={`/sessies?nieuw=${id}`}>Begin een sessie</Link>
                {eigen ? (
                  <Link to={`/sessies/sjablonen/${id}`}>Wijzig</Link>
                ) : (
                  <Link to={`/sessies/sjablonen/nieuw?naar=${id}`}>Maak een eigen versie</Link>
                )}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
