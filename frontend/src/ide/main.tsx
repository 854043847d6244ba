import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { post } from "~/graphql/post";
import { naarDeTekst } from "./fetcher";
import { leesStart, type Start } from "./start";
import { voorbeelden } from "./voorbeelden";
import "./ide.css";

const schema = location.protocol === "https:" ? "wss" : "ws";
const fetcher = naarDeTekst(
  createGraphiQLFetcher({
    url: "/graphql",
    fetch: post,
    wsClient: createClient({ url: `${schema}://${location.host}/graphql` }),
  }),
);

function Kop({ naam }: { naam: string | undefined }) {
  return (
    <header className="ide-kop">
      <h1>GraphQL-verkenner</h1>
      {naam ? (
        <p>
          Je vraagt als <strong>{naam}</strong>. Een token voor een programma maak je bij{" "}
          <a href="/account">Mijn account</a>; het hele schema (SDL) geeft <code>samenspel schema</code>, of
          lees het hier in de documentatie.
        </p>
      ) : (
        <p>
          Je bent niet aangemeld. <a href="/aanmelden?terug=/graphql/ide">Meld je aan</a> om vragen te
          stellen.
        </p>
      )}
      <a href="/">Naar de hub</a>
    </header>
  );
}

const Verkenner = ({ naam, ids }: Start) => (
  <>
    <Kop naam={naam} />
    <main className="ide">
      <GraphiQL fetcher={fetcher} defaultTabs={voorbeelden(ids)} />
    </main>
  </>
);

void leesStart().then((start) =>
  createRoot(document.getElementById("root")!).render(<Verkenner {...start} />),
);
