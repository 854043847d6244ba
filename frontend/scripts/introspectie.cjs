const { introspectionFromSchema } = require("graphql");
const { minifyIntrospectionQuery } = require("@urql/introspection");

// A codegen plugin: the schema without descriptions, arguments' types and inputs, for the normalised cache.
module.exports = {
  plugin: (schema) => {
    const klein = minifyIntrospectionQuery(introspectionFromSchema(schema), { includeScalars: false });
    return `export const introspectie = ${JSON.stringify(klein)} as const;\n`;
  },
};
