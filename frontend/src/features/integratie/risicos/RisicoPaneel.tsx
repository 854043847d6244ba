import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { momentTekst } from "~/lib/datum";
import { Feiten } from "~/ui/Feiten";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Zijpaneel } from "~/ui/Zijpaneel";
import type { Meld } from "../bord/useMeldBezig";
import { useTraject } from "../kader/trajecten";
import { RisicoFormulier } from "./RisicoFormulier";
import { IMPACT, KANS, TREND, ZWAARTE, type Risico, type Traject } from "./risicos";
import stijl from "./Risicos.module.css";

type Props = {
  risico: Risico | undefined;
  traject: Traject;
  bereik: string;
  meldBezig: Meld;
  opSluit: () => void;
};

export function RisicoPaneel({ risico, traject, bereik, meldBezig, opSluit }: Props) {
  const [bewerkt, zetBewerkt] = useState(false);
  return (
    <Zijpaneel titel={risico ? risico.naam : "Risico"} opSluit={opSluit}>
      {!risico ? (
        <LeegStaat
          titel="Dit risico is er niet"
          actie={<Knop onPress={opSluit}>Terug naar de risico’s</Knop>}
        >
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      ) : (
        <div
          className={stijl.paneel}
          onFocus={() => bewerkt && meldBezig("BEWERKT", risico.id)}
          onBlur={() => bewerkt && meldBezig("KIJKT")}
        >
          {bewerkt && risico.magWijzigen ? (
            <RisicoFormulier
              risico={risico}
              traject={traject}
              bereik={bereik}
              opKlaar={() => zetBewerkt(false)}
            />
          ) : (
            <Inhoud risico={risico} opBewerk={() => zetBewerkt(true)} />
          )}
        </div>
      )}
    </Zijpaneel>
  );
}

const metWoord = (getal: number | null | undefined, woorden: string[]) =>
  getal ? `${getal}: ${woorden[getal - 1]}` : null;

function Inhoud({ risico, opBewerk }: { risico: Risico; opBewerk: () => void }) {
  const { adres } = useTraject();
  const [soort, woord] = ZWAARTE[risico.zwaarte];
  return (
    <>
      {risico.gesloten && <Melding soort="info">Dit risico speelt niet meer.</Melding>}
      <Feiten
        feiten={[
          {
            naam: "Zwaarte",
            waarde: (
              <Status soort={soort}>
                {woord}
                {risico.score ? `, score ${risico.score}` : ""}
              </Status>
            ),
          },
          { naam: "Kans", waarde: metWoord(risico.kans, KANS) },
          { naam: "Impact", waarde: metWoord(risico.impact, IMPACT) },
          { naam: "Trend", waarde: TREND[risico.trend] },
          { naam: "Maatregel", waarde: risico.maatregel || "Nog geen maatregel" },
          { naam: "Eigenaar", waarde: risico.eigenaar?.naam ?? "Nog geen eigenaar" },
          {
            naam: "Mijlpalen",
            waarde:
              risico.mijlpalen.length > 0 ? (
                <span className={stijl.links}>
                  {risico.mijlpalen.map(({ id, naam }) => (
                    <Link key={id} to={adres("tijdlijn", `mijlpaal/${id}`)}>
                      {naam}
                    </Link>
                  ))}
                </span>
              ) : (
                "Geen"
              ),
          },
          {
            naam: "Taken",
            waarde:
              risico.taken.length > 0 ? (
                <span className={stijl.links}>
                  {risico.taken.map(({ id, titel }) => (
                    <Link key={id} to={adres("takenbord", `taak/${id}`)}>
                      {titel}
                    </Link>
                  ))}
                </span>
              ) : (
                "Geen"
              ),
          },
          {
            naam: "Laatst gewijzigd",
            waarde: `${momentTekst(risico.gewijzigdOp)} door ${risico.gewijzigdDoor?.naam ?? "de hub"}`,
          },
        ]}
      />
      {risico.magWijzigen && (
        <div className={stijl.knoppen}>
          <Knop soort="vol" onPress={opBewerk}>
            <IconPencil size={17} aria-hidden />
            Wijzig
          </Knop>
        </div>
      )}
      {risico.herkomst && <Herkomstregel herkomst={risico.herkomst} />}
    </>
  );
}
