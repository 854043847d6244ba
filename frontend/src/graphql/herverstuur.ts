import { createRequest } from "@urql/core";
import { foutenVan } from "~/realtime/useMutatie";
import { meldToast } from "~/ui/meldingen";
import type { HubClient } from "./client";

/** After a reload: send what was waiting, so that it shows as before. Who made it hears when it is refused after all. */
export function herverstuur({ client, wachtrij }: HubClient) {
  for (const { document, variabelen, bereik } of wachtrij.lees()) {
    void client
      .executeMutation(createRequest(document, variabelen), { bereik })
      .toPromise()
      .then(foutenVan)
      .then(([fout]) => fout && meldToast(`Een eerdere wijziging ging niet door. ${fout.bericht}`));
  }
}
