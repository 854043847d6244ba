import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useArchief, useStand } from "../kader/stand";
import type { TaakQuery as Antwoord } from "~/graphql/gen/graphql";

const TaakQuery = graphql(`
  query Taak($id: ID!, $stand: Datum) {
    positie
    taak(id: $id, stand: $stand) {
      ...TaakOpBord
      ...Checklist
      ...Opmerkingen
      omschrijving
      autonomie {
        id
        aard
      }
      budgeteffecten {
        sleutel
        bedrag
        soort
        vanaf
        functie {
          id
          naam
        }
        gemeente {
          id
          naam
        }
      }
      overdracht {
        id
        regio {
          id
          naam
        }
        functie {
          id
          naam
        }
      }
      gemaaktOp
      gemaaktDoor {
        id
        naam
      }
      herkomst {
        onzeker
        notitie
        bron {
          document
          paragraaf
        }
        overigeBronnen {
          document
          paragraaf
        }
      }
    }
  }
`);
export type Taak = NonNullable<Antwoord["taak"]>;

/** One task with everything about it; the board's subscription keeps it live. */
export function useTaak(id: string, bereik: string) {
  const stand = useStand();
  const context = useMemo(() => ({ bereik, requestPolicy: "cache-and-network" as const }), [bereik]);
  const variabelen = { id, stand };
  const [staat, lees] = useQuery({ query: TaakQuery, variables: variabelen, context, pause: !!stand });
  const toen = useArchief(TaakQuery, variabelen, !!stand);
  if (stand) {
    return { taak: toen.data?.taak, geladen: !!toen.data, fout: toen.fout, opnieuw: toen.opnieuw };
  }
  return {
    taak: staat.data?.taak,
    geladen: !!staat.data,
    fout: staat.error,
    opnieuw: () => lees({ requestPolicy: "network-only", bereik }),
  };
}
