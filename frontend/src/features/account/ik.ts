import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";

export const IkQuery = graphql(`
  query Ik {
    ik {
      demo
      persoon {
        id
        naam
        initialen
        aanstellingen {
          id
          hubrol
          van
          tot
          gemeente {
            id
            naam
          }
        }
      }
      bevoegdheden {
        recht
        reikwijdte
        gemeenten {
          id
        }
      }
    }
  }
`);

/** Who is signed in. The shell shows pages only when this is known. */
export function useIk() {
  const [{ data }] = useQuery({ query: IkQuery });
  if (!data) throw new Error("useIk outside the shell");
  return data.ik;
}

export const HUBROL_NAAM = {
  BEHEERDER: "Beheerder",
  KWARTIERMAKER: "Kwartiermaker",
  COORDINATOR_TOEGANG: "Coördinator toegang",
  PROCESREGISSEUR: "Procesregisseur",
  ACCOUNTHOUDER: "Accounthouder",
  CONTRACTMANAGER: "Contractmanager",
  BESTUURDER: "Bestuurder",
  KIJKER: "Kijker",
} as const;
