import { nieuwId } from "~/lib/id";

/** Ids that exist in this hub, so that the examples run as they stand. */
export type Ids = { traject?: string; bord?: string; kolom?: string };
export type Tab = { query: string; variables?: string };

const json = (waarde: unknown) => JSON.stringify(waarde, null, 2);

/** The tabs the explorer opens with. */
export function voorbeelden({ traject, bord, kolom }: Ids): Tab[] {
  const vragen: Tab[] = [
    {
      query: `# Wie ben ik en wat mag ik? Druk op Ctrl+Enter om de vraag te stellen.
query WieBenIk {
  ik {
    persoon { naam aanstellingen { hubrol gemeente { naam } } }
    bevoegdheden { recht reikwijdte gemeenten { naam } }
  }
}
`,
    },
    {
      query: `# Welke gemeente doet op een datum aan welke module mee?
query DeelnameOpDatum($op: Datum!) {
  gemeenten {
    naam
    regio { naam }
    deelnames(op: $op) {
      module { naam }
      status van tot
      herkomst { onzeker notitie bron { document paragraaf } }
    }
  }
}
`,
      variables: json({ op: "2026-01-01" }),
    },
    {
      query: `# Wat gebeurde er het laatst? De nieuwste regels van het logboek.
query Logboek {
  gebeurtenissen(first: 20) {
    nodes { tijdstip zin door { naam } wijzigingen { veld van naar } }
  }
}
`,
    },
  ];
  if (!traject || !bord || !kolom) return vragen;
  return [
    ...vragen,
    {
      query: `# Het takenbord, met de plek in het logboek waarop het gelezen is.
query Takenbord($bord: ID!) {
  bord(id: $bord) {
    naam
    positie
    kolommen { id naam soort }
    taken { id nummer titel versie kolom { naam } eigenaar { naam } vervaldatum teLaat }
  }
}
`,
      variables: json({ bord }),
    },
    {
      query: `# Blijf op de hoogte: laat dit tabblad lopen en wijzig iets op het takenbord.
subscription Integratie($traject: ID!) {
  integratie(traject: $traject) {
    __typename
    ... on Gebeurtenis { positie tijdstip zin }
    ... on Bijgewerkt { positie }
  }
}
`,
      variables: json({ traject }),
    },
    {
      query: `# Maak een taak. Hetzelfde clientMutatieId geeft hetzelfde antwoord: neem voor een volgende taak een nieuw UUID.
mutation MaakTaak($input: MaakTaakInput!) {
  maakTaak(input: $input) {
    positie
    taak { id nummer titel kolom { naam } }
    fouten { code bericht veld }
  }
}
`,
      variables: json({
        input: { clientMutatieId: nieuwId(), bord, kolom, titel: "Uitproberen van de verkenner" },
      }),
    },
  ];
}
