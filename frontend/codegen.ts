import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../schema/schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/graphql/gen/**", "!src/**/*.test.{ts,tsx}"],
  ignoreNoDocuments: true,
  generates: {
    "src/graphql/gen/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        scalars: {
          Bedrag: "number",
          Datum: "string",
          DeelsDatum: "string",
          Tijdstip: "string",
          Positie: "string",
          UUID: "string",
        },
      },
    },
    // Graphcache needs the shape of interfaces and unions, nothing more: a small file.
    "src/graphql/gen/introspectie.ts": { plugins: ["./scripts/introspectie.cjs"] },
  },
};
export default config;
