import { createRequest } from "@urql/core";
import type { HubClient } from "./client";

/** After a reload: send what was waiting, through the cache, so that it shows as before. */
export function herverstuur({ client, wachtrij }: HubClient) {
  for (const { document, variabelen, bereik } of wachtrij.lees()) {
    void client.executeMutation(createRequest(document, variabelen), { bereik }).toPromise();
  }
}
