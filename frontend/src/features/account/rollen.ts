import type { Hubrol } from "~/graphql/gen/graphql";

/** The roles of the hub in the order in which they are shown: their name, and what they do in a few words. */
export const HUBROLLEN: Record<Hubrol, { naam: string; doet: string }> = {
  KWARTIERMAKER: { naam: "Kwartiermaker", doet: "leidt de aansluiting van Midden-Limburg" },
  COORDINATOR_TOEGANG: { naam: "Coördinator toegang", doet: "stemt de toegangsteams op elkaar af" },
  PROCESREGISSEUR: { naam: "Procesregisseur", doet: "bewaakt het beleidsproces" },
  CONTRACTMANAGER: { naam: "Contractmanager", doet: "beheert de contracten met aanbieders" },
  ACCOUNTHOUDER: { naam: "Accounthouder", doet: "is het eerste contact bij een gemeente" },
  BESTUURDER: { naam: "Bestuurder", doet: "volgt en beslist" },
  KIJKER: { naam: "Kijker", doet: "leest mee" },
  BEHEERDER: { naam: "Beheerder", doet: "regelt personen, rollen en toegang" },
};
export const HUBROL_LIJST = Object.keys(HUBROLLEN) as Hubrol[];
export const rolNaam = (rol: string): string => HUBROLLEN[rol as Hubrol]?.naam ?? rol;

/** What one may do, in words. A right that is not here yet shows under its own name. */
const RECHTEN: Record<string, string> = {
  FeitenLezen: "De feiten over de organisatie lezen",
  FeitenVastleggen: "Feiten over de organisatie vastleggen en wijzigen",
  StakeholdersBeheren: "De stakeholderkaart bijhouden",
  RollenBezetten: "Vastleggen wie een rol heeft of in een gremium zit",
  PersonenBeheren: "Personen toevoegen, wijzigen en blokkeren, en rollen geven",
  EigenAccount: "Het eigen account gebruiken en tokens maken",
  ToegangBeheren: "Wachtwoorden instellen, overal afmelden en tokens intrekken",
  TakenLezen: "Taken en hun geschiedenis lezen",
  TaakMaken: "Taken maken",
  TaakWijzigen: "Taken wijzigen, verplaatsen, afvinken en archiveren",
  OpmerkingPlaatsen: "Opmerkingen plaatsen",
  OpmerkingWijzigen: "Opmerkingen wijzigen en verwijderen",
  TrajectInrichten: "Trajecten, borden en kolommen inrichten",
  AfsprakenLezen: "Afspraken lezen",
  AfsprakenOpmerken: "Opmerkingen en voorstellen bij afspraken maken",
  AfsprakenSchrijven: "Afspraken maken, schrijven en in afstemming brengen",
  AfspraakVaststellen: "Afspraken vaststellen, vervangen en laten vervallen",
  RondeLeiden: "Een ronde over een afspraak starten en leiden",
  Ondertekenen: "Tekenen onder een versie van een afspraak",
  AfwijkingVastleggen: "Vastleggen waar een gemeente afwijkt",
  SignaalMelden: "Melden dat een afspraak niet werkt",
  SignaalBehandelen: "Signalen uitzoeken en beantwoorden",
  InformerenVastleggen: "Vastleggen wie van iets weet",
  UitvoeringInvullen: "Invullen hoe ver een gemeente met afspraken is",
  ContractenLezen: "Contracten en hun vergelijking lezen",
  ContractenBeheren: "Het register van contracten bijhouden",
  VergelijkingInvullen: "De vergelijking van Noord en Midden invullen",
  HarmonisatieBesluiten: "Besluiten over harmonisatie vastleggen",
  BijdrageInzien: "Zien wat een gemeente bijdraagt",
};
export const rechtTekst = (recht: string): string =>
  RECHTEN[recht] ?? recht.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
