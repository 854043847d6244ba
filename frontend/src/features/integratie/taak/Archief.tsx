import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { momentTekst } from "~/lib/datum";
import { Knop } from "~/ui/Knop";
import { LeegStaat, Foutstaat, Skelet } from "~/ui/Staat";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { Zoekveld } from "~/ui/Zoekveld";
import type { Omgeving } from "../Takenbord";
import { useArchiveer } from "./useArchiveer";
import stijl from "./Taak.module.css";

const ArchiefQuery = graphql(`
  query Archief($filter: TaakFilter!, $after: String) {
    taken(first: 50, after: $after, filter: $filter) {
      totaal
      nodes {
        id
        titel
        nummer
        gearchiveerdOp
        magWijzigen
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The archived tasks of the board, to look up and to bring back. */
export function Archief({ omgeving, opSluit }: { omgeving: Omgeving; opSluit: () => void }) {
  const [zoek, zetZoek] = useState("");
  return (
    <Zijpaneel titel="Archief" opSluit={opSluit}>
      <div className={stijl.paneel}>
        <Zoekveld label="Zoek in het archief" waarde={zoek} opWijzig={zetZoek} />
        <Bladzijde key={zoek} omgeving={omgeving} zoek={zoek} after={null} />
      </div>
    </Zijpaneel>
  );
}

function Bladzijde({ omgeving, zoek, after }: { omgeving: Omgeving; zoek: string; after: string | null }) {
  const filter = { bord: omgeving.bord.id, gearchiveerd: true, ...(zoek.trim() ? { zoek } : {}) };
  const [{ data, error }, lees] = useQuery({
    query: ArchiefQuery,
    variables: { filter, after },
    requestPolicy: "cache-and-network",
  });
  const [meer, zetMeer] = useState(false);
  const { herstel } = useArchiveer(omgeving.bereik);
  if (!data) {
    if (!error) return <Skelet regels={4} hoogte="3rem" />;
    const opnieuw = () => lees({ requestPolicy: "network-only" });
    return <Foutstaat gebeurd="Het archief kon niet geladen worden." opnieuw={opnieuw} />;
  }
  const { nodes, pageInfo } = data.taken;
  if (nodes.length === 0 && after === null) {
    return (
      <LeegStaat titel={zoek ? "Niets gevonden" : "Het archief is leeg"}>
        {zoek
          ? "Geen gearchiveerde taak past bij wat je zoekt."
          : "Taken die je archiveert, vind je hier terug."}
      </LeegStaat>
    );
  }
  return (
    <>
      <ul className={stijl.lijst} aria-label="Gearchiveerde taken">
        {nodes.map((taak) => (
          <li key={taak.id} className={stijl.gearchiveerd}>
            <div>
              <strong>{taak.titel}</strong>
              <p className={stijl.stil}>
                #{taak.nummer}
                {taak.gearchiveerdOp && ` · gearchiveerd ${momentTekst(taak.gearchiveerdOp)}`}
              </p>
            </div>
            {taak.magWijzigen && (
              <Knop onPress={() => void herstel(taak)}>
                Herstel<span className="alleen-voorlezen"> ‘{taak.titel}’</span>
              </Knop>
            )}
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && !meer && <Knop onPress={() => zetMeer(true)}>Toon meer</Knop>}
      {pageInfo.hasNextPage && meer && (
        <Bladzijde omgeving={omgeving} zoek={zoek} after={pageInfo.endCursor ?? null} />
      )}
    </>
  );
}
