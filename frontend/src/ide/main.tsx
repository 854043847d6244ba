import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { post } from "~/graphql/post";
import { voorbeelden } from "./voorbeelden";

const schema = location.protocol === "https:" ? "wss" : "ws";
const fetcher = createGraphiQLFetcher({
  url: "/graphql",
  fetch: post,
  wsClient: createClient({ url: `${schema}://${location.host}/graphql` }),
});

createRoot(document.getElementById("root")!).render(
  <GraphiQL fetcher={fetcher} defaultTabs={voorbeelden.map((query) => ({ query }))} />,
);
