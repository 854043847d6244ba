/** The tabs the explorer opens with. */
export const voorbeelden = [
  `# Wie ben ik en wat mag ik?
query WieBenIk {
  ik {
    persoon { naam aanstellingen { hubrol gemeente { naam } } }
    bevoegdheden { recht reikwijdte }
  }
}`,
  `# Welke gemeente doet op 1 januari 2026 aan welke module mee?
query DeelnameOpDatum {
  gemeenten(op: "2026-01-01") {
    naam
    regio { naam }
    deelnames(op: "2026-01-01") { module { naam } status van tot }
  }
}`,
  `# Wat gebeurde er het laatst?
query Logboek {
  gebeurtenissen(first: 20) {
    nodes { tijdstip zin door { naam } wijzigingen { veld van naar } }
  }
}`,
  `# Blijf op de hoogte van wijzigingen in de organisatie.
subscription Organisatie {
  organisatie {
    __typename
    ... on Gebeurtenis { tijdstip zin }
  }
}`,
];
