import { useSyncExternalStore } from "react";

/** A value outside React that components can follow. */
export type Winkel<T> = {
  lees: () => T;
  zet: (wijzig: (oud: T) => T) => void;
  volg: (luister: () => void) => () => void;
};

export function maakWinkel<T>(begin: T): Winkel<T> {
  let waarde = begin;
  const luisteraars = new Set<() => void>();
  return {
    lees: () => waarde,
    zet: (wijzig) => {
      const nieuw = wijzig(waarde);
      if (Object.is(nieuw, waarde)) return;
      waarde = nieuw;
      luisteraars.forEach((luister) => luister());
    },
    volg: (luister) => {
      luisteraars.add(luister);
      return () => void luisteraars.delete(luister);
    },
  };
}

export function useWinkel<T>(winkel: Winkel<T>): T {
  return useSyncExternalStore(winkel.volg, winkel.lees);
}
