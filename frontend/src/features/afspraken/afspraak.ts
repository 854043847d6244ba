import { graphql } from "~/graphql/gen";
import type {
  AfspraakFase,
  AfspraakInRegisterFragment,
  AfspraakPartij,
  AfspraakVolledigFragment,
  UitvoeringStatus,
} from "~/graphql/gen/graphql";
import type { StatusSoort } from "~/ui/Status";

export const AfspraakInRegister = graphql(`
  fragment AfspraakInRegister on Afspraak {
    id
    naam
    omschrijving
    soort
    fase
    partijen
    versie
    herzienOp
    teHerzien
    verlopen
    domeinen {
      id
      naam
    }
    gemeenten {
      id
      naam
    }
    schaal {
      id
      naam
    }
    eigenaar {
      id
      naam
      initialen
    }
    regionaal {
      status
      nodig
      gereed
      ontbreekt {
        id
        naam
      }
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

export const UitvoeringCel = graphql(`
  fragment UitvoeringCel on Uitvoering {
    id
    status
    datum
    bron
    notitie
    versie
    magInvullen
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    gemeente {
      id
      naam
    }
  }
`);

export const AfspraakVolledig = graphql(`
  fragment AfspraakVolledig on Afspraak {
    versies {
      ...VersieRegel
    }
    ...AfspraakInRegister
    faseSinds
    toelichting
    geldigTot
    grondslag
    magWijzigen
    magSchrijven
    magOpmerken
    gemaaktOp
    gewijzigdOp
    gewijzigdDoor {
      id
      naam
    }
    modules {
      id
      naam
    }
    uitkomsten {
      id
      nummer
      naam
    }
    stuk {
      titel
      datum
      adres
      gremium {
        id
        naam
      }
    }
    bronstand {
      stand
      peildatum
    }
    wachtOp {
      id
      naam
      fase
    }
    houdtOp {
      id
      naam
      fase
    }
    verwant {
      id
      naam
      fase
    }
    opvolger {
      id
      naam
    }
    voorgangers {
      id
      naam
    }
    stappen {
      naar
      naam
      wie
      mag
      ontbreekt
      vraagtToelichting
    }
    uitvoering {
      ...UitvoeringCel
    }
  }
`);

export type Regel = AfspraakInRegisterFragment;
export type Afspraak = AfspraakVolledigFragment;
export type Cel = Afspraak["uitvoering"][number];

export const ADRES = "/afspraken";
export const adresVan = (id: string, deel = "") => `${ADRES}/afspraak/${id}${deel}`;

export const FASE: Record<AfspraakFase, [soort: StatusSoort, woord: string]> = {
  CONCEPT: ["open", "concept"],
  IN_AFSTEMMING: ["bezig", "in afstemming"],
  TER_VASTSTELLING: ["wacht", "ter vaststelling"],
  VASTGESTELD: ["gereed", "vastgesteld"],
  VERVALLEN: ["open", "vervallen"],
  VERVANGEN: ["open", "vervangen"],
};
export const FASEN = Object.keys(FASE) as AfspraakFase[];

export const PARTIJ: Record<AfspraakPartij, string> = {
  BELEID: "beleid",
  TOEGANG: "toegang",
  MGR: "MGR",
  AANBIEDERS: "aanbieders",
  GEMEENTEN: "gemeenten",
  CASEMANAGERS: "casemanagers",
  GECERTIFICEERDE_INSTELLINGEN: "gecertificeerde instellingen",
  RECHTBANK: "rechtbank",
  ZORGKANTOREN: "zorgkantoren",
  ZORGVERZEKERAARS: "zorgverzekeraars",
};
export const PARTIJEN = (Object.keys(PARTIJ) as AfspraakPartij[]).map((id) => ({ id, naam: PARTIJ[id] }));

export const UITVOERING: Record<UitvoeringStatus, [soort: StatusSoort, woord: string]> = {
  ONBEKEND: ["onbekend", "onbekend"],
  GEVRAAGD: ["wacht", "gevraagd"],
  BEZIG: ["bezig", "bezig"],
  GEREED: ["gereed", "gereed"],
  NIET_VAN_TOEPASSING: ["open", "n.v.t."],
};
export const UITVOERINGEN: { id: UitvoeringStatus; naam: string }[] = [
  { id: "ONBEKEND", naam: "Onbekend" },
  { id: "GEVRAAGD", naam: "Gevraagd" },
  { id: "BEZIG", naam: "Bezig" },
  { id: "GEREED", naam: "Gereed" },
  { id: "NIET_VAN_TOEPASSING", naam: "Niet van toepassing" },
];

/** Where it holds: the region when all of it takes part, else the gemeenten or how many. */
export function waarTekst({ schaal, gemeenten }: Pick<Regel, "schaal" | "gemeenten">): string {
  if (schaal) return schaal.naam;
  if (gemeenten.length === 0) return "nog niet gekozen";
  if (gemeenten.length <= 3) return gemeenten.map(({ naam }) => naam).join(", ");
  return `${gemeenten.length} gemeenten`;
}

/** One missing gemeente stays visible: with few of them, by name. */
export function regioTekst({ nodig, gereed, ontbreekt }: Regel["regionaal"]): string {
  if (nodig === 0) return "n.v.t.";
  const telling = `${gereed} van ${nodig}`;
  if (gereed === 0 || ontbreekt.length === 0 || ontbreekt.length > 2) return telling;
  return `${telling}, nog niet: ${ontbreekt.map(({ naam }) => naam).join(" en ")}`;
}
