import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

const ontwerpsysteem = ["react-aria-components", "react-aria-components/*"];
const grens = (files, verboden, uitleg, ook = []) => ({
  files,
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          ...(verboden.length ? [{ group: verboden, message: uitleg }] : []),
          ...(ook.length ? [{ group: ook, message: "Only ui/ imports the design system." }] : []),
        ],
      },
    ],
  },
});
const BASIS = ["realtime", "graphql", "theme", "lib"].map((map) => `src/${map}/**/*.{ts,tsx}`);

export default ts.config(
  { ignores: ["dist", "node_modules", "src/graphql/gen"] },
  {
    files: ["**/*.{ts,tsx,js,cjs}"],
    extends: [js.configs.recommended, ts.configs.recommended],
    plugins: { "react-hooks": hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    files: ["scripts/**"],
    languageOptions: { globals: { require: "readonly", module: "writable" } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  // Direction: app -> features -> the rest.
  grens(["src/app/**/*.{ts,tsx}"], [], "", ontwerpsysteem),
  grens(
    ["src/features/**/*.{ts,tsx}"],
    ["~/app/*", "~/app/**"],
    "features/ does not know app/.",
    ontwerpsysteem,
  ),
  grens(BASIS, ["~/app/**", "~/features/**"], "The base does not know app/ or features/.", ontwerpsysteem),
  grens(
    ["src/ui/**/*.{ts,tsx}"],
    ["~/app/**", "~/features/**", "~/graphql/**"],
    "ui/ knows no pages and no data.",
  ),
);
