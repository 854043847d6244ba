import graphql from "@graphql-eslint/eslint-plugin";

const WAARDEN = [
  "Aanwezige",
  "Aanwezigheid",
  "Afhankelijkheid",
  "AfspraakBronstand",
  "AfspraakStap",
  "AfspraakStuk",
  "Besluitregel",
  "Bevoegdheid",
  "Bijgewerkt",
  "Bijzonderheid",
  "Bron",
  "Fout",
  "GremiumKeuze",
  "HerladenNodig",
  "Herkomst",
  "Ik",
  "Invloed",
  "MijlpaalVerschuiving",
  "MijlpaalVerwachting",
  "PageInfo",
  "Prognose",
  "RegionaleStand",
  "RegionaleUitvoering",
  "RondeStap",
  "RondeTelling",
  "Stemgewicht",
  "Termijn",
  "TermijnEinde",
  "Tijdsduur",
  "UitloopOorzaak",
  "Vandaag",
  "Voorbeeldverplaatsing",
  "Voortgang",
  "Wijziging",
  "Wijzigingsgroep",
];

// Run from the root of the project: eslint only lints below its working directory.
export default [
  {
    files: ["schema/**/*.graphql"],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema/schema.graphql" } },
    },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      ...graphql.configs["flat/schema-relay"].rules,
      // Short, bounded lists (columns of a board, gemeenten of a task) are plain lists; long ones are connections.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
      // Lists are read forward only: first and after.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // Values live inside what they belong to; only things with an address of their own have an id.
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          acceptedIdNames: ["id"],
          acceptedIdTypes: ["ID"],
          exceptions: { types: WAARDEN, suffixes: ["Payload", "Connection", "Edge"] },
        },
      ],
      "@graphql-eslint/require-description": [
        "error",
        { types: true, DirectiveDefinition: true, rootField: true },
      ],
    },
  },
];
