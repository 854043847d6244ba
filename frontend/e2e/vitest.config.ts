import { defineConfig } from "vitest/config";

// Real browsers against the real binary. One file at a time: they share the processor with Chromium and the hub.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.e2e.ts"],
    globalSetup: "./support/benodigd.ts",
    environment: "node",
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 50 } },
    reporters: ["verbose"],
  },
});
