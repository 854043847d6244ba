import { graphql } from "~/graphql/gen";
import type { WeergavenQuery as Gelezen } from "~/graphql/gen/graphql";

export const WeergavenQuery = graphql(`
  query Weergaven($pagina: String!) {
    weergaven(pagina: $pagina) {
      id
      naam
      zoek
      gedeeld
      eigenaar {
        id
        naam
      }
    }
  }
`);

export type Weergave = Gelezen["weergaven"][number];
