import { graphql } from "~/graphql/gen";

export const MeldRisico = graphql(`
  mutation MeldRisico($input: MeldRisicoInput!) {
    meldRisico(input: $input) {
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
