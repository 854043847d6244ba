import { graphql } from "~/graphql/gen";
import type {
  AttribuutRegelFragment,
  AttribuutVolledigFragment,
  CelVolledigFragment,
  Harmonisatiehoedanigheid,
  Harmonisatiekeuze,
  Harmonisatiestand,
  Sturingselement,
  Vergelijk,
  Waardesoort,
} from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

export const CelVolledig = graphql(`
  fragment CelVolledig on Vergelijkingscel {
    id
    kolom
    kolomnaam
    waarde
    toelichting
    bron
    peildatum
    zeker
    versie
    gewijzigdDoor {
      id
      naam
    }
    vraag {
      taak
      gevraagdOp
      antwoordVoor
      beantwoordOp
      teLaat
      eigenaar {
        id
        naam
      }
    }
  }
`);

export const AttribuutRegel = graphql(`
  fragment AttribuutRegel on Attribuut {
    id
    naam
    element
    soort
    eenheid
    keuzes
    toelichting
    inContract
    vervallen
    versie
    stand
    magWijzigen
    gekozenContracten {
      id
      nummer
      naam
    }
    beletsels {
      tekst
      tot
    }
    domeinen {
      id
      naam
    }
    herkomst {
      onzeker
      notitie
      bron {
        document
        paragraaf
      }
    }
  }
`);

export const AttribuutVolledig = graphql(`
  fragment AttribuutVolledig on Attribuut {
    ...AttribuutRegel
    planstand
    magBesluiten
    cellen {
      ...CelVolledig
    }
    verschil {
      vergelijk
      hoeveel
      onbekend
    }
    standPerStreek {
      stand
      regio {
        id
        sleutel
        naam
      }
    }
    moment {
      datum
      nietVoor
      uitleg
      ontbreekt
    }
    besluit {
      keuze
      waarde
      reden
      hoedanigheid
      beslotenOp
      effectBudget
      effect
      geplandOp
      afspraak
      versie
      gewijzigdOp
      gremium {
        id
        naam
      }
      gemeenten {
        id
        naam
      }
      gewijzigdDoor {
        id
        naam
      }
    }
    gesprek {
      sleutel
      tekst
      op
      door {
        id
        naam
        initialen
      }
    }
  }
`);

export type Regel = AttribuutRegelFragment;
export type Attribuut = AttribuutVolledigFragment;
export type Cel = CelVolledigFragment;

export const ELEMENT: Record<Sturingselement, string> = {
  TOEGANG: "Toegang",
  CONTRACTMANAGEMENT: "Contractmanagement",
  BEKOSTIGINGSVORM: "Bekostigingsvorm",
  CONTRACTVORM: "Contractvorm",
};
export const ELEMENTEN = Object.keys(ELEMENT) as Sturingselement[];

export const SOORT: Record<Waardesoort, [naam: string, voorbeeld: string]> = {
  BEDRAG: ["Bedrag of aantal", "een getal, zoals 62,40"],
  PERCENTAGE: ["Percentage", "een percentage, zoals 3,5%"],
  DATUM: ["Datum", "een jaar, maand of dag, zoals 1-4-2022"],
  PERIODE: ["Duur", "een duur, zoals 2 jaar of 18 maanden"],
  KEUZE: ["Keuze", "een keuze uit de lijst"],
  JA_NEE: ["Ja of nee", "ja of nee"],
  TEKST: ["Tekst", "vrije tekst"],
};
export const SOORTEN = (Object.keys(SOORT) as Waardesoort[]).map((id) => ({ id, naam: SOORT[id][0] }));

export const VERGELIJK: Record<Vergelijk, [soort: StatusSoort, woord: string]> = {
  GELIJK: ["gereed", "gelijk"],
  VERSCHILT: ["wacht", "verschilt"],
  ONBEKEND: ["onbekend", "onbekend"],
};

export const STAND: Record<Harmonisatiestand, [soort: StatusSoort, woord: string]> = {
  GELIJK: ["gereed", "gelijk"],
  GEPLAND: ["bezig", "gepland"],
  BESLOTEN: ["wacht", "besloten"],
  BEWUST_VERSCHILLEND: ["open", "bewust verschillend"],
  OPEN: ["fout", "open"],
  ONBEKEND: ["onbekend", "onbekend"],
};
export const STANDEN = Object.keys(STAND) as Harmonisatiestand[];

export const KEUZE: Record<Harmonisatiekeuze, string> = {
  NOG_OPEN: "Nog open",
  NOORD_VOLGEN: "Noord volgen",
  MIDDEN_VOLGEN: "Midden volgen",
  NIEUW: "Nieuw",
  BEWUST_VERSCHILLEND: "Bewust verschillend",
};
export const KEUZES = (Object.keys(KEUZE) as Harmonisatiekeuze[]).map((id) => ({ id, naam: KEUZE[id] }));

export const HOEDANIGHEID: Record<Harmonisatiehoedanigheid, string> = {
  EIGENAAR: "als eigenaar",
  OPDRACHTGEVER: "als opdrachtgever",
  GEMANDATEERD: "met mandaat",
  ADVIES: "als advies",
};

/** How values stand beside each other, in words: "verschilt 7,6 € per uur", "2 onbekend". */
export function verschilTekst({
  vergelijk,
  hoeveel,
  onbekend,
}: {
  vergelijk: Vergelijk;
  hoeveel?: string | null;
  onbekend: number;
}): string {
  if (vergelijk === "VERSCHILT") return hoeveel ? `verschilt ${hoeveel}` : "verschilt";
  if (vergelijk === "ONBEKEND") return onbekend === 1 ? "1 onbekend" : `${onbekend} onbekend`;
  return "gelijk";
}
