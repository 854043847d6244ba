import { useQuery } from "urql";
import { graphql } from "~/graphql/gen";

/** The first question of every visit. Its position lies before that of every page: from here the streams start. */
export const IkQuery = graphql(`
  query Ik {
    positie
    ik {
      demo
      persoon {
        id
        naam
        initialen
        email
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
          naam
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

/** May the viewer do this at all? The server decides; this only keeps useless buttons away. */
export const useMag = (recht: string): boolean =>
  useIk().bevoegdheden.some((bevoegdheid) => bevoegdheid.recht === recht);
