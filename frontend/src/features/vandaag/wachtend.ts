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
    }
  }
`);

/** How many things wait for the viewer: own open tasks and mentions. On Vandaag itself the page does the reading. */
export function useWachtend(opVandaag: boolean): number | undefined {
  const [{ data }, lees] = useQuery({ query: WachtendQuery });
  const herlees = () => lees({ requestPolicy: "network-only" });
  useVerversing(herlees, !opVandaag);
  const herleesNu = useEffectEvent(() => data && herlees());
  useEffect(() => {
    // Leaving the page marks things as seen.
    if (!opVandaag) herleesNu();
  }, [opVandaag]);
  return data && data.vandaag.mijnTaken.length + data.vandaag.vermeldingen.length;
}
