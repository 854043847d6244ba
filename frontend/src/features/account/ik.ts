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

/** For which gemeenten the viewer may do this: all of them, or only these. */
export function useBereikVan(recht: string) {
  const bevoegdheid = useIk().bevoegdheden.find((een) => een.recht === recht);
  return { alles: bevoegdheid?.reikwijdte === "ALLES", gemeenten: bevoegdheid?.gemeenten ?? [] };
}

/** May the viewer do this at all? The server decides; this only keeps useless buttons away. */
export const useMag = (recht: string): boolean =>
  useIk().bevoegdheden.some((bevoegdheid) => bevoegdheid.recht === recht);
