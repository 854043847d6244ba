import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { voorbeelden } from "./voorbeelden";

const schema = buildSchema(readFileSync("../schema/schema.graphql", "utf8"));

describe("the examples of the explorer", () => {
  it.each(voorbeelden({ traject: "t", bord: "b", kolom: "k" }))(
    "fit the schema: $query",
    ({ query, variables }) => {
      expect(validate(schema, parse(query))).toEqual([]);
      if (variables) JSON.parse(variables);
    },
  );
  it("leaves out what needs an id when there is none", () => {
    expect(voorbeelden({})).toHaveLength(3);
  });
});
