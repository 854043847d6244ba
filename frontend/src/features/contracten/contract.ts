import { graphql } from "~/graphql/gen";
import type {
  Bekostigingsvorm,
  ContractRegelFragment,
  Contractsignaalsoort,
  Contractvorm,
  ContractVolledigFragment,
} from "~/graphql/gen/graphql";

export const ContractRegel = graphql(`
  fragment ContractRegel on Contract {
    id
    nummer
    naam
    segment
    versie
    bekostiging
    vorm
    ingang
    laatsteDag
    aantalAanbieders
    externNummer
    domein {
      id
      naam
    }
    module {
      id
      naam
    }
    bovenliggend {
      id
      nummer
      naam
    }
    gemeenten {
      id
      naam
    }
    schaal {
      id
      naam
      afkorting
    }
    perGemeente {
      bekostiging
      van
      tot
      toelichting
      bron
      geldt
      gemeente {
        id
        naam
      }
    }
    signalen {
      soort
      datum
      dagen
      dringend
      tekst
      taak
    }
    herkomst {
      onzeker
      notitie
      bron {
        document
        paragraaf
      }
      overigeBronnen {
        document
        paragraaf
      }
    }
  }
`);

export const ContractVolledig = graphql(`
  fragment ContractVolledig on Contract {
    ...ContractRegel
    omschrijving
    einde
    opties {
      maanden
      uiterlijk
      gelicht
    }
    opzegtermijn
    opzegdag
    tussentijds
    beletsels {
      tekst
      tot
    }
    externAdres
    doelen {
      naam
      gereed
      bron
      notitie
    }
    kpis {
      naam
      streefwaarde
      eenheid
      meetwaarde
      gemetenOp
      bron
      notitie
    }
    delen {
      id
      nummer
      naam
    }
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    magWijzigen
    magTaakMaken
  }
`);

export type Regel = ContractRegelFragment;
export type Contract = ContractVolledigFragment;

export const ADRES = "/contracten";
export const contractAdres = (nummer: string) => `${ADRES}/${encodeURIComponent(nummer)}`;

export const BEKOSTIGING: Record<Bekostigingsvorm, string> = {
  LUMPSUM: "lumpsum",
  TRAJECT: "trajectfinanciering",
  PLEKKEN: "plekkensystematiek",
  PRIJS_MAAL_AANTAL: "P*Q",
  FUNCTIE: "functiebekostiging",
};
export const BEKOSTIGINGEN = (Object.keys(BEKOSTIGING) as Bekostigingsvorm[]).map((id) => ({
  id,
  naam: BEKOSTIGING[id],
}));

export const VORM: Record<Contractvorm, string> = {
  RAAMOVEREENKOMST: "raamovereenkomst",
  STRATEGISCH_PARTNERSCHAP: "strategisch partnerschap",
  CONTINUE_TOETREDING: "continue toetreding",
  OPDRACHT: "opdracht",
  SUBSIDIE: "subsidie",
};
export const VORMEN = (Object.keys(VORM) as Contractvorm[]).map((id) => ({ id, naam: VORM[id] }));

export const SIGNAAL: Record<Contractsignaalsoort, string> = {
  EINDE: "einde",
  OPTIE: "optie",
  OPZEGGING: "opzeggen",
};

export const vormenTekst = (vormen: readonly Bekostigingsvorm[]) =>
  vormen.map((vorm) => BEKOSTIGING[vorm]).join(", ");

/** The same in few letters, for a table: "NML (14)". */
export const schaalKort = ({ schaal, gemeenten }: Pick<Regel, "schaal" | "gemeenten">): string =>
  schaal ? `${schaal.afkorting} (${gemeenten.length})` : schaalTekst({ schaal, gemeenten });

/** Its own scale: the region when all of it takes part, else how many. */
export function schaalTekst({ schaal, gemeenten }: Pick<Regel, "schaal" | "gemeenten">): string {
  if (gemeenten.length === 0) return "nog niet gekozen";
  const aantal = gemeenten.length === 1 ? "1 gemeente" : `${gemeenten.length} gemeenten`;
  return schaal ? `${schaal.naam} (${gemeenten.length})` : aantal;
}

/** "over 40 dagen", "vandaag", "12 dagen geleden". */
export function overTekst(dagen: number): string {
  if (dagen === 0) return "vandaag";
  const aantal = Math.abs(dagen) === 1 ? "1 dag" : `${Math.abs(dagen)} dagen`;
  return dagen > 0 ? `over ${aantal}` : `${aantal} geleden`;
}

/** "2 jaar", "18 maanden". */
export function maandenTekst(maanden: number): string {
  if (maanden > 0 && maanden % 12 === 0) return `${maanden / 12} jaar`;
  return maanden === 1 ? "1 maand" : `${maanden} maanden`;
}
