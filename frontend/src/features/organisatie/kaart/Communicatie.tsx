import { useState } from "react";
import { Link } from "react-router";
import type { PersoonKeuze } from "~/features/integratie/keuzes";
import { trajectAdres } from "~/features/integratie/kader/trajecten";
import type { Communicatietrede } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { ORGANISATIE } from "~/realtime/contexten";
import { useMutatie } from "~/realtime/useMutatie";
import { Keuze } from "~/ui/Keuze";
import { Knop } from "~/ui/Knop";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { ZetCommunicatietrede } from "../operations/zetCommunicatietrede";
import { ActieFormulier } from "./ActieFormulier";
import { TREDE, TREDEN, tredeTekst, type Stakeholder } from "./kaart";
import type { Actie } from "./useKaart";
import stijl from "./Kaart.module.css";

type Props = {
  stakeholder: Stakeholder;
  actie: Actie | undefined;
  personen: PersoonKeuze[];
  mag: boolean;
};

/** The ladder of Quirke: where communication is, where it should come, and what brings it there. */
export function Communicatie({ stakeholder, actie, personen, mag }: Props) {
  const { id, naam, plek } = stakeholder;
  const [nieuw, zetNieuw] = useState(false);
  const stuur = useMutatie(ZetCommunicatietrede, ORGANISATIE.bereik);
  /** Only what one chose: the other rung may have changed meanwhile, and on this screen too. */
  const zet = async (trede: { [W in "nu" | "gewenst"]?: Communicatietrede | null }) => {
    const uitkomst = await stuur({ id, verwachteVersie: plek.versie, ...trede });
    if (uitkomst.gelukt) kondigAan(`De communicatie met ${naam} is bewaard.`);
    else meldToast(uitkomst.fouten[0]!.bericht);
  };
  const nu = plek.tredeNu ?? null;
  const gewenst = plek.tredeGewenst ?? null;
  const opties = TREDEN.map((trede) => ({ id: trede, naam: TREDE[trede] }));
  const loopt = actie && !actie.afgerond;
  return (
    <section aria-labelledby="communicatie-kop" className={stijl.deel}>
      <h3 id="communicatie-kop">Communicatie (trap van Quirke)</h3>
      <p className="alleen-voorlezen">{tredeTekst(plek)}</p>
      <ol className={stijl.trap} aria-hidden>
        {TREDEN.map((trede, i) => (
          <li
            key={trede}
            className={[
              nu && i <= TREDEN.indexOf(nu) ? stijl.bereikt : "",
              gewenst && i > (nu ? TREDEN.indexOf(nu) : -1) && i <= TREDEN.indexOf(gewenst)
                ? stijl.gewenst
                : "",
            ].join(" ")}
            style={{ "--trede": i + 1 } as React.CSSProperties}
          >
            <span>{TREDE[trede]}</span>
            <small>{[trede === nu && "nu", trede === gewenst && "gewenst"].filter(Boolean).join(", ")}</small>
          </li>
        ))}
      </ol>
      {mag && (
        <div className={stijl.beeld}>
          <Keuze
            label="Nu"
            opties={opties}
            leeg="Onbekend"
            waarde={nu}
            opKies={(keuze) => void zet({ nu: keuze as Communicatietrede | null })}
          />
          <Keuze
            label="Gewenst"
            opties={opties}
            leeg="Nog niet bepaald"
            waarde={gewenst}
            opKies={(keuze) => void zet({ gewenst: keuze as Communicatietrede | null })}
          />
        </div>
      )}
      {actie && (
        <p>
          <Status soort={actie.afgerond ? "gereed" : "bezig"}>
            {actie.afgerond ? "Actie afgerond" : "Actie loopt"}
          </Status>{" "}
          <Link to={trajectAdres(actie.taak.bord.traject.sleutel, "takenbord", `taak/${actie.taak.id}`)}>
            {actie.taak.titel}
          </Link>
          : {actie.taak.eigenaar?.naam ?? "nog niemand"},{" "}
          {actie.taak.vervaldatum ? `klaar op ${datumTekst(actie.taak.vervaldatum)}` : "zonder datum"}.
          {actie.afgerond && plek.heeftKloof && " De gewenste trede is nog niet bereikt."}
        </p>
      )}
      {!loopt && plek.heeftKloof && !nieuw && (
        <>
          {!actie && <Status soort="fout">Er is nog geen actie die dit verder brengt</Status>}
          {mag && (
            <div className={stijl.knoppen}>
              <Knop soort="vol" onPress={() => zetNieuw(true)}>
                Leg een actie vast
              </Knop>
            </div>
          )}
        </>
      )}
      {nieuw && (
        <ActieFormulier stakeholder={stakeholder} personen={personen} opKlaar={() => zetNieuw(false)} />
      )}
    </section>
  );
}
