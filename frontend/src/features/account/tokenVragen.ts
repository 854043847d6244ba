import { graphql } from "~/graphql/gen";

export const TokensQuery = graphql(`
  query Tokens {
    ik {
      tokens {
        id
        naam
        scopes
        gemaaktOp
        verlooptOp
      }
    }
  }
`);

export const MaakToken = graphql(`
  mutation MaakToken($input: MaakTokenInput!) {
    maakToken(input: $input) {
      token
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);

export const TrekTokenIn = graphql(`
  mutation TrekTokenIn($input: TrekTokenInInput!) {
    trekTokenIn(input: $input) {
      positie
      fouten {
        code
        bericht
        veld
      }
    }
  }
`);
