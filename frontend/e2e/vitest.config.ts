import { defineConfig } from "vitest/config";

// Real browsers against the real binary, each file with a hub of its own. Two files at a time: a page waits more than it computes.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.e2e.ts"],
    globalSetup: "./support/benodigd.ts",
    environment: "node",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 50 } },
    reporters: ["verbose"],
  },
});
