/** Anything with an address of its own in the schema; of a person the name is needed too, of a contract its number. */
type Onderwerp = { __typename: string; id: string; naam?: string; nummer?: string };

/** The page of a subject, when it has one. */
export function onderwerpAdres(onderwerp: Onderwerp | null | undefined): string | undefined {
  switch (onderwerp?.__typename) {
    case "Taak":
      return `/integratie/takenbord/taak/${onderwerp.id}`;
    case "Mijlpaal":
      return `/integratie/tijdlijn/mijlpaal/${onderwerp.id}`;
    case "Zienswijzepunt":
      return `/integratie/zienswijzen/punt/${onderwerp.id}`;
    case "Risico":
      return `/integratie/risicos/risico/${onderwerp.id}`;
    case "Overdrachtcel":
      return `/integratie/overdracht/cel/${onderwerp.id}`;
    case "Autonomie":
      return `/integratie/autonomie/onderwerp/${onderwerp.id}`;
    case "Budgetregel":
      return `/integratie/budget/regel/${onderwerp.id}`;
    case "Gereedheid":
      return "/integratie/overdracht";
    case "Afspraak":
      return `/afspraken/afspraak/${onderwerp.id}`;
    case "Contract":
      return `/contracten/${encodeURIComponent(onderwerp.nummer ?? "")}`;
    case "Contractimport":
      return "/contracten/import";
    case "Attribuut":
      return `/contracten/harmonisatie/attribuut/${onderwerp.id}`;
    case "Uitkomst":
      return "/afspraken/uitkomsten";
    case "Besluitcel":
      return `/integratie/besluiten/cel/${onderwerp.id}`;
    case "Besluitstap":
      return `/integratie/besluiten/stap/${onderwerp.id}`;
    case "Besluit":
      return "/integratie/besluiten";
    case "Sessie":
      return `/sessies/${onderwerp.id}`;
    case "Gemeente":
      return `/organisatie/gemeenten/${onderwerp.id}`;
    case "Rol":
      return `/organisatie/rollen/${onderwerp.id}`;
    case "Stakeholder":
      return `/organisatie/stakeholders/${onderwerp.id}`;
    case "Relatie":
      return "/organisatie/relaties";
    case "Regio":
    case "Module":
    case "Organisatie":
      return "/organisatie/regios";
    case "Persoon":
      return `/organisatie/personen?zoek=${encodeURIComponent(onderwerp.naam ?? "")}`;
    case "Traject":
    case "Bord":
    case "Functie":
    case "Kolom":
      return "/integratie/takenbord";
    default:
      return undefined;
  }
}
