import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { useFilters } from "~/lib/adres";
import { useMutatie } from "~/realtime/useMutatie";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { meldToast } from "~/ui/meldingen";
import { Pagina } from "~/ui/Pagina";
import { LeegStaat } from "~/ui/Staat";
import { Gevolgd } from "./Gevolgd";
import { Meldingenlijst } from "./Meldingenlijst";
import { LeesAlleMeldingen } from "./operations/leesAlleMeldingen";
import { LeesMeldingen } from "./operations/leesMeldingen";
import { usePostvakVerversing } from "./usePostvak";
import { MeldingenQuery, postvakOud } from "./vragen";
import stijl from "./Meldingen.module.css";

const STAP = 30;
const MEEST = 100;

export function MeldingenPagina() {
  const { filters, zet } = useFilters("toon");
  const [aantal, zetAantal] = useState(STAP);
  const alleenOngelezen = filters.toon === "nieuw";
  const [staat, lees] = useQuery({
    query: MeldingenQuery,
    variables: { first: aantal, alleenOngelezen },
    requestPolicy: "cache-and-network",
  });
  const herlees = () => lees({ requestPolicy: "network-only" });
  usePostvakVerversing(herlees);
  const leesDeze = useMutatie(LeesMeldingen);
  const leesAlles = useMutatie(LeesAlleMeldingen);
  const na = (uitkomst: { gelukt: boolean; fouten?: { bericht: string }[] }) => {
    if (!uitkomst.gelukt) meldToast(uitkomst.fouten?.[0]?.bericht ?? "Dat lukte niet.");
    postvakOud.zet((nummer) => nummer + 1);
  };
  return (
    <Pagina titel="Meldingen">
      <div className={stijl.pagina}>
        <Gegevens staat={staat} opnieuw={herlees} fout="Je meldingen konden niet geladen worden." regels={6}>
          {({ meldingen: { nodes, ongelezen, positie, pageInfo } }) => (
            <>
              <div className={stijl.balk}>
                <div role="group" aria-label="Toon" className={stijl.keuzes}>
                  <Knop aan={!alleenOngelezen} onPress={() => zet("toon", null)}>
                    Alles
                  </Knop>
                  <Knop aan={alleenOngelezen} onPress={() => zet("toon", "nieuw")}>
                    Nieuw ({ongelezen})
                  </Knop>
                </div>
                {ongelezen > 0 && (
                  <Knop onPress={async () => na(await leesAlles({ tot: positie }))}>Alles gelezen</Knop>
                )}
                <Link to="/account#meldingen">Kies hoe meldingen komen</Link>
              </div>
              {nodes.length === 0 ? (
                <LeegStaat titel={alleenOngelezen ? "Je bent bij" : "Nog geen meldingen"}>
                  Hier staat het als iemand je noemt, je iets toewijst, op je handtekening wacht of iets
                  verandert aan wat je volgt, of als een termijn dichtbij komt.
                </LeegStaat>
              ) : (
                <Meldingenlijst
                  meldingen={nodes}
                  opLees={async (ids, gelezen) => na(await leesDeze({ meldingen: ids, gelezen }))}
                />
              )}
              {pageInfo.hasNextPage && aantal < MEEST && (
                <Knop onPress={() => zetAantal((nu) => Math.min(nu + STAP, MEEST))}>Toon meer</Knop>
              )}
            </>
          )}
        </Gegevens>
        <Gevolgd />
      </div>
    </Pagina>
  );
}
