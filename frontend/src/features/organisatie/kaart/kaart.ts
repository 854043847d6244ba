import { graphql } from "~/graphql/gen";
import type {
  Communicatietrede,
  Invloedsring,
  StakeholderOpKaartFragment,
  Kaartbeweging,
} from "~/graphql/gen/graphql";
import type { Onderweg } from "~/realtime/onderweg";

export type Stakeholder = StakeholderOpKaartFragment;
export type Groep = { id: string; naam: string };
/** Where somebody stands in the picture. */
export type Vak = { groep: string; ring: Invloedsring };

export const StakeholderOpKaart = graphql(`
  fragment StakeholderOpKaart on Stakeholder {
    id
    naam
    beschrijving
    eigen
    ring
    grondslagRing
    groep {
      id
      naam
    }
    analyses {
      id
      jaar
    }
    plek {
      ring
      zeker
      opKaart
      redenWeg
      invloedNaarMgr
      invloedVanMgr
      tredeNu
      tredeGewenst
      heeftKloof
      versie
      groep {
        id
        naam
      }
      contact {
        id
        naam
      }
      gewijzigdDoor {
        id
        naam
      }
    }
  }
`);

export const KaartQuery = graphql(`
  query Stakeholderkaart {
    positie
    groepen {
      id
      naam
    }
    analyses {
      id
      naam
      jaar
      ringenLeesbaar
    }
    stakeholderkaart {
      ...StakeholderOpKaart
    }
  }
`);

/** Apart from the map: what is read anew after every change must not take the map with it, or what one moved jumps back. */
export const StakeholderactiesQuery = graphql(`
  query Stakeholderacties {
    positie
    stakeholderacties {
      stakeholder {
        id
      }
      afgerond
      taak {
        id
        titel
        vervaldatum
        eigenaar {
          id
          naam
        }
        bord {
          id
          traject {
            id
            sleutel
          }
        }
      }
    }
  }
`);

export const VergelijkingQuery = graphql(`
  query Kaartvergelijking($van: ID!, $naar: ID) {
    positie
    kaartvergelijking(van: $van, naar: $naar) {
      leesbaar
      regels {
        verschil
        stakeholder {
          id
          naam
        }
        van {
          ring
          groep {
            id
            naam
          }
        }
        naar {
          ring
          groep {
            id
            naam
          }
        }
      }
    }
  }
`);

/** From the middle outwards. */
export const RING_VOLGORDE: readonly Invloedsring[] = ["DIRECT", "INDIRECT", "BEPERKT", "ONZEKER"];
export const RINGNAAM: Record<Invloedsring, string> = {
  DIRECT: "Direct",
  INDIRECT: "Indirect",
  BEPERKT: "Beperkt",
  ONZEKER: "Nog te plaatsen",
};
export const TREDE: Record<Communicatietrede, string> = {
  WETEN: "Weten",
  BEGRIJPEN: "Begrijpen",
  STEUNEN: "Steunen",
  MEEWERKEN: "Meewerken",
  UITDRAGEN: "Uitdragen",
};
export const TREDEN = Object.keys(TREDE) as Communicatietrede[];
export const VERSCHIL: Record<Kaartbeweging, string> = {
  GEKOMEN: "Gekomen",
  WEG: "Weg",
  VERPLAATST: "Verplaatst",
  GEPLAATST: "Geplaatst",
  GELIJK: "Gelijk",
};

/** "Weten → steunen", or what is missing. */
export function tredeTekst({ tredeNu, tredeGewenst }: Stakeholder["plek"]): string {
  if (!tredeNu && !tredeGewenst) return "onbekend";
  const nu = tredeNu ? TREDE[tredeNu] : "onbekend";
  return tredeGewenst ? `${nu} → ${TREDE[tredeGewenst].toLowerCase()}` : `${nu}, doel onbekend`;
}

/** "Direct, Aanbieders" */
export const vakTekst = (vak: { ring: Invloedsring; groep: Groep }) =>
  `${RINGNAAM[vak.ring]}, ${vak.groep.naam}`;

/**
 * What this screen changed and the hub has not confirmed yet stands there already: where somebody was put, and how far
 * communication is.
 */
export function metOnderweg(
  stakeholders: readonly Stakeholder[],
  groepen: readonly Groep[],
  onderweg: readonly Onderweg[],
): readonly Stakeholder[] {
  const wijzigingen = onderweg.filter(({ veld }) => veld in NA);
  if (wijzigingen.length === 0) return stakeholders;
  return stakeholders.map((een) =>
    wijzigingen
      .filter(({ input }) => input.id === een.id)
      .reduce((nu, { veld, input }) => ({ ...nu, plek: NA[veld]!(nu.plek, input, groepen) }), een),
  );
}

type Plek = Stakeholder["plek"];
/** How a place looks after a change, by the name of the mutation. */
const NA: Record<string, (plek: Plek, input: Onderweg["input"], groepen: readonly Groep[]) => Plek> = {
  verplaatsStakeholder: (plek, input, groepen) => {
    const groep = groepen.find(({ id }) => id === input.groep) ?? plek.groep;
    const ring = input.ring as Invloedsring;
    return { ...plek, groep, ring, zeker: ring !== "ONZEKER" };
  },
  zetCommunicatietrede: (plek, { nu = plek.tredeNu, gewenst = plek.tredeGewenst }) => ({
    ...plek,
    tredeNu: nu as Plek["tredeNu"],
    tredeGewenst: gewenst as Plek["tredeGewenst"],
  }),
};

/** Where everybody stands in what is shown: the map of now, or an analysis. */
export function vakken(
  stakeholders: readonly Stakeholder[],
  analyse: string | undefined,
): ReadonlyMap<string, Vak> {
  const staat = stakeholders.flatMap((een): [string, Vak][] => {
    if (!analyse)
      return een.plek.opKaart ? [[een.id, { groep: een.plek.groep.id, ring: een.plek.ring }]] : [];
    const erin = een.analyses.some(({ id }) => id === analyse);
    return erin ? [[een.id, { groep: een.groep.id, ring: een.ring }]] : [];
  });
  return new Map(staat);
}

export const FILTERS = ["zoek", "groep", "ring", "toon"] as const;
export const TOON = [
  { id: "kloof", naam: "Communicatie moet verder" },
  { id: "onzeker", naam: "Plek onzeker" },
  { id: "contact", naam: "Zonder contact" },
] as const;
type Filters = Record<(typeof FILTERS)[number], string>;

/** Does a stakeholder pass the filters? */
export function past(een: Stakeholder, vak: Vak, filters: Filters, zoekt: (tekst: string) => boolean) {
  const toon = {
    kloof: een.plek.heeftKloof,
    onzeker: !een.plek.zeker,
    contact: !een.plek.contact,
  }[filters.toon];
  return (
    (!filters.zoek || zoekt(`${een.naam} ${een.beschrijving}`)) &&
    (!filters.groep || vak.groep === filters.groep) &&
    (!filters.ring || vak.ring === filters.ring) &&
    (toon ?? true)
  );
}
