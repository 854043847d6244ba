import { getOperationName, type Operation } from "@urql/core";
import { Kind } from "graphql";
import { useEffect, useState } from "react";
import { maakWinkel } from "~/lib/winkel";

/**
 * A change of this screen that the hub has not confirmed yet. Pages show it on top of what they read.
 *
 * Not graphcache's optimistic layer: that one holds back every answer until all changes under way have theirs, so that
 * one change without a line would keep all refusals from the user.
 */
export type Onderweg = { sleutel: number; veld: string; input: Record<string, unknown> };

/** Oldest first. */
export const onderweg = maakWinkel<readonly Onderweg[]>([]);

const veldVan = ({ query }: Operation) => {
  const hoofd = query.definitions.find((deel) => deel.kind === Kind.OPERATION_DEFINITION);
  const eerste = hoofd?.selectionSet.selections[0];
  return eerste?.kind === Kind.FIELD ? eerste.name.value : (getOperationName(query) ?? "");
};

export const voegToe = (operatie: Operation) =>
  onderweg.zet((lijst) => [
    ...lijst,
    {
      sleutel: operatie.key,
      veld: veldVan(operatie),
      input: (operatie.variables as { input?: Record<string, unknown> }).input ?? {},
    },
  ]);
export const haalWeg = (sleutel: number) =>
  onderweg.zet((lijst) => lijst.filter((wijziging) => wijziging.sleutel !== sleutel));

/**
 * State, not an external store: React then shows "no longer under way" in one go with the event that came with it,
 * and the card does not jump back in between.
 */
export function useOnderweg(): readonly Onderweg[] {
  const [lijst, zet] = useState(onderweg.lees);
  useEffect(() => onderweg.volg(() => zet(onderweg.lees())), []);
  return lijst;
}
