import { createContext, useContext } from "react";
import type { Bereiken } from "./bereiken";

export type Hub = { bereiken: Bereiken };
export const HubContext = createContext<Hub | null>(null);

export function useHub(): Hub {
  const hub = useContext(HubContext);
  if (!hub) throw new Error("useHub outside its provider");
  return hub;
}
