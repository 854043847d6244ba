import { useMemo } from "react";
import { useQuery } from "urql";
import { datumTekst } from "~/lib/datum";
import { useInzending } from "~/realtime/useInzending";
import { useMutatie } from "~/realtime/useMutatie";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Foutstaat, Skelet } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { PlanTerug } from "../operations/planTerug";
import { TerugplanningQuery, type Traject } from "./traject";
import stijl from "./Tijdlijn.module.css";

const periode = (van: string, tot: string) =>
  van === tot ? datumTekst(van) : `${datumTekst(van)} – ${datumTekst(tot)}`;
type Props = { traject: Traject; bereik: string; mag: boolean; opSluit: () => void };

/** The plan counted back from the target: a proposal, until somebody accepts it. */
export function TerugPaneel({ traject, bereik, mag, opSluit }: Props) {
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const variabelen = { traject: traject.id };
  const [{ data, error }, lees] = useQuery({ query: TerugplanningQuery, variables: variabelen, context });
  const { verstuur, bezig, algemeen } = useInzending(useMutatie(PlanTerug, bereik), []);
  const voorstel = data?.terugplanning;
  const anders = voorstel?.regels.filter(({ verschuift }) => verschuift) ?? [];
  const neemAan = async () => {
    const antwoord = await verstuur({
      traject: traject.id,
      voorstel: anders.map(({ mijlpaal, van, tot }) => ({ mijlpaal: mijlpaal.id, van, tot })),
    });
    if (!antwoord) return;
    meldToast("De planning telt nu terug vanaf de streefdatum.");
    kondigAan("De planning is aangenomen.");
    opSluit();
  };
  return (
    <Zijpaneel titel="Terugplannen" opSluit={opSluit}>
      <div className={stijl.paneel}>
        <p>
          De uiterste dagen waarop{" "}
          {traject.prognose.streefdatum ? datumTekst(traject.prognose.streefdatum) : "het doel"} nog gehaald
          wordt: teruggeteld door vergaderingen, aanleverdata en termijnen. Er verandert pas iets als je het
          voorstel aanneemt.
        </p>
        {voorstel ? (
          <>
            {voorstel.fouten.map(({ bericht }) => (
              <Melding key={bericht} soort="let-op">
                {bericht}
              </Melding>
            ))}
            {algemeen.map((bericht) => (
              <Melding key={bericht} soort="fout">
                {bericht}
              </Melding>
            ))}
            <ol className={stijl.kalender} aria-label="Voorstel">
              {voorstel.regels.map(
                ({ mijlpaal, van, tot, wasVan, wasTot, verschuift, teLaat, houvast, uitleg }) => (
                  <li key={mijlpaal.id}>
                    <b>{mijlpaal.naam}</b> {periode(van, tot)}
                    <span>
                      {verschuift ? `Nu gepland: ${periode(wasVan, wasTot)}. ` : "Blijft zoals gepland. "}
                      {uitleg}
                    </span>
                    {(teLaat || houvast === "GEEN_OP_TIJD") && (
                      <Status soort="fout">{teLaat ? "te laat begonnen" : "geen vergadering op tijd"}</Status>
                    )}
                  </li>
                ),
              )}
            </ol>
            {voorstel.regels.length === 0 && voorstel.fouten.length === 0 && (
              <p>Alles is al gehaald: er valt niets meer te plannen.</p>
            )}
            {mag && anders.length > 0 && (
              <div className={stijl.knoppen}>
                <Knop soort="vol" isDisabled={bezig} onPress={() => void neemAan()}>
                  {bezig ? "Bezig met plannen…" : "Neem dit voorstel aan"}
                </Knop>
                <Knop onPress={opSluit}>Laat zoals het is</Knop>
              </div>
            )}
          </>
        ) : error ? (
          <Foutstaat
            gebeurd="Het voorstel kon niet gemaakt worden."
            opnieuw={() => lees({ requestPolicy: "network-only", bereik })}
          />
        ) : (
          <Skelet regels={6} />
        )}
      </div>
    </Zijpaneel>
  );
}
