import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const server = process.env.SAMENSPEL_SERVER ?? "http://127.0.0.1:8080";
const doorgeven = { target: server, changeOrigin: false };

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  worker: { format: "es" },
  // The workers of the explorer are found by vite itself, not by its dependency optimiser.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
  build: {
    target: "es2022",
    rolldownOptions: { input: { index: "index.html", ide: "ide.html" } },
    // The explorer carries a code editor; only ide.html loads it.
    chunkSizeWarningLimit: 5000,
  },
  server: {
    proxy: {
      "/graphql": { ...doorgeven, ws: true },
      "/sync": { ...doorgeven, ws: true },
      "/uitvoer": doorgeven,
      "/afmelden": doorgeven,
      "/aanmelden/demo": doorgeven,
      // The sign-in page and the sign-in call share an address; only the call goes to the server.
      "/aanmelden": { ...doorgeven, bypass: (req) => (req.method === "POST" ? undefined : "/index.html") },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"] },
});
