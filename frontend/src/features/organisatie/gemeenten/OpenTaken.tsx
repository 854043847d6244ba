import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "urql";
import { vervaltTekst } from "~/lib/datum";
import { Gegevens } from "~/ui/Gegevens";
import { Knop } from "~/ui/Knop";
import { Status } from "~/ui/Status";
import { Vak } from "~/ui/Vak";
import stijl from "../Organisatie.module.css";
import { TakenVanGemeenteQuery } from "./gemeentenVraag";

const STATUS = { TE_DOEN: "open", BEZIG: "bezig", WACHT: "wacht", GEREED: "gereed" } as const;
const EERST = 8;

/** What still has to be done for this gemeente. */
export function OpenTaken({ gemeente }: { gemeente: string }) {
  const [alles, zetAlles] = useState(false);
  const [staat, lees] = useQuery({
    query: TakenVanGemeenteQuery,
    variables: { gemeente },
    requestPolicy: "cache-and-network",
  });
  const open = staat.data?.taken.nodes.filter(({ kolom }) => kolom.soort !== "GEREED") ?? [];
  return (
    <Vak
      titel="Open taken"
      bij={open.length > 0 && open.length}
      actie={<Link to={`/integratie/takenbord?gemeente=${gemeente}`}>Op het takenbord</Link>}
    >
      <Gegevens
        staat={staat}
        opnieuw={() => lees({ requestPolicy: "network-only" })}
        fout="De taken konden niet geladen worden."
        regels={3}
      >
        {() =>
          open.length === 0 ? (
            <p className={stijl.stil}>Er staan geen taken open voor deze gemeente.</p>
          ) : (
            <ul className={stijl.lijst} aria-label="Open taken">
              {(alles ? open : open.slice(0, EERST)).map(({ id, titel, kolom, vervaldatum, teLaat }) => (
                <li key={id}>
                  <Link to={`/integratie/takenbord/taak/${id}`}>{titel}</Link>
                  <span className={stijl.cel}>
                    <Status soort={STATUS[kolom.soort]}>{kolom.naam}</Status>
                    {teLaat ? (
                      <Status soort="fout">{vervaltTekst(vervaldatum!)}</Status>
                    ) : (
                      vervaldatum && <span className={stijl.stil}>{vervaltTekst(vervaldatum)}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Gegevens>
      {!alles && open.length > EERST && (
        <div>
          <Knop onPress={() => zetAlles(true)}>Toon alle {open.length}</Knop>
        </div>
      )}
    </Vak>
  );
}
