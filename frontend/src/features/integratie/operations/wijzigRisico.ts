import { graphql } from "~/graphql/gen";

export const WijzigRisico = graphql(`
  mutation WijzigRisico($input: WijzigRisicoInput!) {
    wijzigRisico(input: $input) {
      clientMutatieId
      positie
      fouten {
        code
        bericht
        veld
      }
      risico {
        ...RisicoInRegister
      }
    }
  }
`);
