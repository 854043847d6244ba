import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";
import { useVerversing } from "./useVerversing";

const WachtendQuery = graphql(`
  query Wachtend {
    vandaag {
      positie
      mijnTaken {
        id
      }
      vermeldingen {
        id
      }
      teTekenen {
        id
      }
      teHerzien {
        id
      }
      signalen {
        id
      }
    }
  }
`);

/** How many things wait for the viewer: own open tasks, mentions, signatures, reviews and signals. On Vandaag itself the page does the reading. */
export function useWachtend(opVandaag: boolean): number | undefined {
  const [{ data }, lees] = useQuery({ query: WachtendQuery });
  const herlees = () => lees({ requestPolicy: "network-only" });
  useVerversing(herlees, !opVandaag);
  const herleesNu = useEffectEvent(() => data && herlees());
  useEffect(() => {
    // Leaving the page marks things as seen.
    if (!opVandaag) herleesNu();
  }, [opVandaag]);
  if (!data) return undefined;
  const { mijnTaken, vermeldingen, teTekenen, teHerzien, signalen } = data.vandaag;
  return mijnTaken.length + vermeldingen.length + teTekenen.length + teHerzien.length + signalen.length;
}
