import {
  IconAddressBook,
  IconAlertTriangle,
  IconArrowsSplit2,
  IconBuildingCommunity,
  IconCheckbox,
  IconContract,
  IconFileCheck,
  IconFileText,
  IconFlag,
  IconGavel,
  IconLayoutKanban,
  IconMessage2,
  IconPresentation,
  IconRoute,
  IconScale,
  IconSpeakerphone,
  IconTarget,
  IconUser,
  IconUsersGroup,
  IconUserStar,
} from "@tabler/icons-react";
import { onderwerpAdres } from "~/features/vandaag/onderwerpAdres";
import type { Zoeksoort } from "~/graphql/gen/graphql";
import type { Resultaat } from "./zoekVraag";

/** Icon, one, more. */
export const SOORT: Record<Zoeksoort, [Icoon: typeof IconUser, een: string, meer: string]> = {
  GEMEENTE: [IconBuildingCommunity, "gemeente", "Gemeenten"],
  GREMIUM: [IconUsersGroup, "gremium", "Gremia"],
  ROL: [IconUserStar, "rol", "Rollen"],
  PERSOON: [IconUser, "persoon", "Personen"],
  STAKEHOLDER: [IconAddressBook, "stakeholder", "Stakeholders"],
  TRAJECT: [IconRoute, "traject", "Trajecten"],
  TAAK: [IconLayoutKanban, "taak", "Taken"],
  MIJLPAAL: [IconFlag, "mijlpaal", "Mijlpalen"],
  BESLUIT: [IconGavel, "besluit", "Besluiten"],
  ZIENSWIJZE: [IconMessage2, "zienswijze", "Zienswijzen"],
  RISICO: [IconAlertTriangle, "risico", "Risico’s"],
  AFSPRAAK: [IconFileCheck, "afspraak", "Afspraken"],
  ARTIKEL: [IconFileText, "artikel", "Artikelen"],
  UITKOMST: [IconTarget, "uitkomst", "Uitkomsten"],
  AFWIJKING: [IconArrowsSplit2, "afwijking", "Afwijkingen"],
  SIGNAAL: [IconSpeakerphone, "signaal", "Signalen"],
  CONTRACT: [IconContract, "contract", "Contracten"],
  ATTRIBUUT: [IconScale, "attribuut", "Attributen"],
  SESSIE: [IconPresentation, "sessie", "Sessies"],
  OPBRENGST: [IconCheckbox, "opbrengst", "Opbrengsten"],
};

/** The page on which one sees it. */
export function resultaatAdres({ soort, object }: Resultaat): string {
  switch (object.__typename) {
    case "Afwijking":
      return `/afspraken/afspraak/${object.afspraak.id}/afwijkingen`;
    case "Signaal":
      return `/afspraken/afspraak/${object.afspraak.id}/signalen`;
    case "Afspraak":
      return `/afspraken/afspraak/${object.id}${soort === "ARTIKEL" ? "/tekst" : ""}`;
    case "Sessie":
      return soort === "OPBRENGST" ? `/sessies/${object.id}/verslag` : `/sessies/${object.id}`;
    case "Traject":
      return `/integratie/${object.id}/takenbord`;
    default:
      return onderwerpAdres(object) ?? "/";
  }
}

/** Results of one kind together; the kind of the best one first. */
export function perSoort(resultaten: Resultaat[]): [Zoeksoort, Resultaat[]][] {
  const groepen = new Map<Zoeksoort, Resultaat[]>();
  for (const resultaat of resultaten) {
    groepen.set(resultaat.soort, [...(groepen.get(resultaat.soort) ?? []), resultaat]);
  }
  return [...groepen];
}
