import { komtVoor } from "~/lib/zoek";
import type { Recent } from "./recent";

/** Pages that people go to by name, with other words for them. */
const PAGINAS: [adres: string, titel: string, ook?: string][] = [
  ["/", "Vandaag", "begin start"],
  ["/meldingen", "Meldingen", "berichten bel"],
  ["/herinneringen", "Herinneringen", "agenda termijnen"],
  ["/integratie/takenbord", "Takenbord", "kanban taken"],
  ["/integratie/taken", "Alle taken", "takenlijst van alle trajecten"],
  ["/integratie/tijdlijn", "Tijdlijn", "planning mijlpalen"],
  ["/integratie/besluiten", "Besluiten", "matrix"],
  ["/integratie/zienswijzen", "Zienswijzen", "raden"],
  ["/integratie/overdracht", "Overdracht", "functies"],
  ["/integratie/budget", "Budget", "begroting kader"],
  ["/integratie/autonomie", "Autonomie", "beleid bedrijfsvoering"],
  ["/integratie/risicos", "Risico’s"],
  ["/integratie/stand", "Stand van zaken", "rapport"],
  ["/afspraken", "Afspraken", "register"],
  ["/afspraken/uitvoering", "Uitvoering van afspraken"],
  ["/afspraken/signalen", "Signalen"],
  ["/afspraken/afwijkingen", "Afwijkingen"],
  ["/afspraken/uitkomsten", "Uitkomsten"],
  ["/sessies", "Sessies"],
  ["/organisatie/gemeenten", "Gemeenten"],
  ["/organisatie/rollen", "Rollen en gremia"],
  ["/organisatie/stakeholders", "Stakeholders"],
  ["/organisatie/relaties", "Relaties"],
  ["/organisatie/personen", "Personen", "collega's"],
  ["/account", "Mijn account", "instellingen wachtwoord e-mail"],
];

export const passendePaginas = (tekst: string): Recent[] =>
  PAGINAS.filter(([, titel, ook]) => komtVoor(tekst, titel, ook))
    .slice(0, 4)
    .map(([adres, titel]) => ({ soort: "PAGINA", titel, adres }));
