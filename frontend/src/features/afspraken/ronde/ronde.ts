import { graphql } from "~/graphql/gen";
import type {
  InbrengSoort,
  OndertekenOordeel,
  OndertekenStand,
  RondeFase,
  RondeVolledigFragment,
} from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

export const RondeVolledig = graphql(`
  fragment RondeVolledig on Ronde {
    id
    nummer
    voorstel
    deadline
    teLaat
    deel
    fase
    aangenomen
    toelichting
    magLeiden
    op
    kanNaar
    stappen {
      fase
      sinds
      tot
    }
    telling {
      nodig
      akkoord
      bezwaren
      drempel
      gehaald
    }
    versie {
      id
      nummer
      naam
      hash
      artikelen {
        sleutel
        kop
      }
    }
    eerder {
      id
      nummer
      naam
    }
    signalen {
      id
      tekst
    }
    handtekeningen {
      id
      partij
      stand
      openArtikelen {
        sleutel
        kop
        vervallen
      }
      oordeel
      reden
      artikelen
      hoedanigheid
      hash
      op
      magTekenen
      gemeente {
        id
        naam
      }
      door {
        id
        naam
      }
      namens {
        id
        naam
      }
      versie {
        id
        nummer
      }
    }
    inbreng {
      id
      soort
      tekst
      op
      antwoord
      door {
        id
        naam
      }
      beantwoordDoor {
        id
        naam
      }
    }
  }
`);

export const RondeQuery = graphql(`
  query RondeVanAfspraak($id: ID!) {
    positie
    afspraak(id: $id) {
      id
      magRondeLeiden
      versies {
        id
        nummer
        naam
      }
      signalen {
        id
        tekst
      }
      ronde {
        ...RondeVolledig
      }
    }
  }
`);

export type Ronde = RondeVolledigFragment;
export type Handtekening = Ronde["handtekeningen"][number];

export const FASE: Record<RondeFase, string> = {
  VOORSTEL: "voorstel",
  VRAGEN: "vragen",
  REACTIES: "reacties",
  BEZWAREN: "bezwaren",
  TEKST: "tekst",
  BESLUIT: "besluit",
  GESLOTEN: "gesloten",
};
export const NAAR: Record<RondeFase, string> = {
  VOORSTEL: "Terug naar het voorstel",
  VRAGEN: "Open de vragen",
  REACTIES: "Vraag om reacties",
  BEZWAREN: "Laat tekenen en bezwaar maken",
  TEKST: "Verwerk in de tekst",
  BESLUIT: "Maak het besluit op",
  GESLOTEN: "Sluit de ronde",
};
/** What everyone does in a phase. */
export const DOET: Record<RondeFase, string> = {
  VOORSTEL: "Het voorstel ligt er. Lees de versie.",
  VRAGEN: "Begrijp je iets niet? Stel je vraag.",
  REACTIES: "Zeg wat je van het voorstel vindt.",
  BEZWAREN: "Teken: akkoord, akkoord met een afwijking, of bezwaar met een reden.",
  TEKST: "Bezwaren worden verwerkt in een nieuwe versie. Alleen wat anders wordt, teken je opnieuw.",
  BESLUIT: "De stand wordt opgemaakt. Genoeg akkoord en geen bezwaar: dan is de versie aangenomen.",
  GESLOTEN: "De ronde is gesloten.",
};

export const STAND: Record<OndertekenStand, [soort: StatusSoort, woord: string]> = {
  NOG_NIET: ["open", "nog niet"],
  HEROPEND: ["wacht", "opnieuw kijken"],
  AKKOORD: ["gereed", "akkoord"],
  AKKOORD_MET_AFWIJKING: ["bezig", "akkoord, afwijking"],
  BEZWAAR: ["fout", "bezwaar"],
};
export const OORDELEN: { id: OndertekenOordeel; naam: string }[] = [
  { id: "AKKOORD", naam: "Akkoord" },
  { id: "AKKOORD_MET_AFWIJKING", naam: "Akkoord, met een afwijking die vastligt" },
  { id: "BEZWAAR", naam: "Bezwaar: zo kan ik niet mee" },
];
export const INBRENG: Record<InbrengSoort, string> = { VRAAG: "Vraag", REACTIE: "Reactie" };
export const brengtIn = (fase: RondeFase): InbrengSoort | undefined =>
  fase === "VRAGEN" ? "VRAAG" : ["REACTIES", "BEZWAREN", "TEKST"].includes(fase) ? "REACTIE" : undefined;
export const tekent = (fase: RondeFase) => ["BEZWAREN", "TEKST", "BESLUIT"].includes(fase);
