import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { axe } from "./support/axe";
import { BORD, TRAJECT } from "./support/bord";
import { maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();
/** Gets a second role, so that one person may see and do everything. */
const BEHEERDER = "Beheerder";
const BESLUITEN = `${TRAJECT}/besluiten`;
const TIJDLIJN = `${TRAJECT}/tijdlijn`;
const ZIENSWIJZEN = `${TRAJECT}/zienswijzen`;
const RISICOS = `${TRAJECT}/risicos`;
const BUDGET = `${TRAJECT}/budget`;
const OVERDRACHT = `${TRAJECT}/overdracht`;
const AFSPRAKEN = "/afspraken";
const SESSIES = "/sessies";

type Scherm = { naam: string; naar: string; klaar: string; doe?: (page: Page) => Promise<unknown> };
let schermen: Scherm[];

beforeAll(async () => {
  const programma = await maakProgramma(podium.hub.adres, BEHEERDER);
  await programma.wijzig("geefAanstelling", "GeefAanstellingInput", {
    persoon: programma.persoon,
    hubrol: "KWARTIERMAKER",
  });
  type Ids = Record<"gemeenten" | "rollen" | "analyses", { id: string; naam: string }[]> & {
    stakeholders: { nodes: { id: string; naam: string }[] };
  };
  const { gemeenten, rollen, analyses, stakeholders } = await programma.vraag<Ids>(
    "{ gemeenten { id naam } rollen { id naam } analyses { id naam } stakeholders(first: 1) { nodes { id naam } } }",
  );
  const [gemeente, rol, stakeholder] = [gemeenten[0]!, rollen[0]!, stakeholders.nodes[0]!];
  const { lijnen } = await programma.vraag<{ lijnen: { relatie: { id: string } }[] }>(
    "{ lijnen { relatie { id } } }",
  );
  const lijn = lijnen[0]!;
  type Cellen = {
    trajecten: { besluiten: { cellen: { id: string; stand: string; stap: { id: string } }[] }[] }[];
  };
  const besluiten = await programma.vraag<Cellen>(
    "{ trajecten { besluiten { cellen { id stand stap { id } } } } }",
  );
  const register = await programma.vraag<{
    trajecten: { besluiten: { zienswijzepunten: { id: string }[] }[] }[];
  }>("{ trajecten { besluiten { zienswijzepunten { id } } } }");
  const punt = register.trajecten[0]!.besluiten[0]!.zienswijzepunten[0]!;
  const risicos = await programma.vraag<{ trajecten: { risicos: { id: string; naam: string }[] }[] }>(
    "{ trajecten { risicos { id naam } } }",
  );
  const autonomie = await programma.vraag<{ trajecten: { autonomie: { id: string }[] }[] }>(
    "{ trajecten { autonomie { id } } }",
  );
  const budget = await programma.vraag<{
    trajecten: { budget: { regels: { id: string; budgetstand: string }[] } }[];
  }>("{ trajecten { budget { regels { id budgetstand } } } }");
  const rood = budget.trajecten[0]!.budget.regels.find(({ budgetstand }) => budgetstand === "OVERSCHREDEN")!;
  const overdracht = await programma.vraag<{
    trajecten: { overdracht: { id: string; functie: { naam: string }; regio: { naam: string } }[] }[];
  }>("{ trajecten { overdracht { id functie { naam } regio { naam } } } }");
  const overdrachtcel = overdracht.trajecten[0]!.overdracht[7]!;
  const naarOverdracht = {
    naar: `${OVERDRACHT}/cel/${overdrachtcel.id}?toon=nieuw`,
    klaar: `${overdrachtcel.functie.naam} · ${overdrachtcel.regio.naam}`,
  };
  const risico = risicos.trajecten[0]!.risicos[0]!;
  const mijlpalen = await programma.vraag<{ trajecten: { mijlpalen: { id: string; naam: string }[] }[] }>(
    "{ trajecten { mijlpalen { id naam } } }",
  );
  const mijlpaal = mijlpalen.trajecten[0]!.mijlpalen.find(({ naam }) => naam.startsWith("Zienswijze"))!;
  const cel = besluiten.trajecten[0]!.besluiten[0]!.cellen.find(({ stand }) => stand === "LOOPT")!;
  const { sessies } = await programma.vraag<{ sessies: { id: string; naam: string }[] }>(
    "{ sessies { id naam } }",
  );
  const sessie = (naam: string) => sessies.find((een) => een.naam === naam)!.id;
  const straks = "Terugblik op het samenspel";
  const verdieping = "Verdiepende sessie Jeugd en kosten";
  const taak = await programma.taak("Vergelijking bekostigingsvormen Jeugd segment 2–4");
  await programma.wijzig("maakAfspraak", "MaakAfspraakInput", { naam: "Nog zonder tekst" });
  const afspraken = await programma.vraag<{
    afspraken: { id: string; naam: string; uitvoering: { id: string }[] }[];
  }>("{ afspraken { id naam uitvoering { id } } }");
  const afspraak = afspraken.afspraken.find(({ naam }) => naam.startsWith("BSN eenduidig"))!;
  const naarAfspraak = `${AFSPRAKEN}/afspraak/${afspraak.id}`;
  const geschreven = afspraken.afspraken.find(({ naam }) => naam.startsWith("Plan van aanpak"))!;
  const naarTekst = `${AFSPRAKEN}/afspraak/${geschreven.id}`;
  const leeg = afspraken.afspraken.find(({ naam }) => naam === "Nog zonder tekst")!;
  const naarLeeg = `${AFSPRAKEN}/afspraak/${leeg.id}/tekst`;
  const aangenomen = afspraken.afspraken.find(({ naam }) => naam.startsWith("Tijdelijke uitbreiding BW"))!;
  const ronden = await programma.vraag<{
    afspraak: { ronde: { handtekeningen: { id: string; magTekenen: boolean; stand: string }[] } };
  }>(`{ afspraak(id: "${geschreven.id}") { ronde { handtekeningen { id magTekenen stand } } } }`);
  const { handtekeningen } = ronden.afspraak.ronde;
  const getekend = handtekeningen.find(({ stand }) => stand === "BEZWAAR")!;
  const teTekenen = handtekeningen.find(({ stand }) => stand === "NOG_NIET")!;
  const plek = (id: string) => `${naarTekst}/ronde?plek=${encodeURIComponent(id)}`;
  const uitvoering = `${AFSPRAKEN}/uitvoering/cel/${afspraak.uitvoering[0]!.id}?zoek=BSN`;
  const { attributen } = await programma.vraag<{
    attributen: { id: string; naam: string; cellen: { id: string }[] }[];
  }>("{ attributen { id naam cellen { id } } }");
  const attribuut = attributen.find(({ naam }) => naam.startsWith("Looptijd"))!;
  const druk = (naam: string | RegExp) => (page: Page) =>
    page.getByRole("button", { name: naam }).first().click();
  const opent =
    (naam: string | RegExp, wat: "dialog" | "menu" | "form" = "dialog") =>
    async (page: Page) => {
      await druk(naam)(page);
      await page.getByRole(wat).first().waitFor();
    };
  // The board beside a panel is looked at by itself; here one card will do.
  const eenKaart = "?zoek=Vergelijking";
  const naarTaak = `${BORD}/taak/${taak.id}${eenKaart}`;
  const naarPersoon = `/beheer/personen/${programma.persoon}`;
  const organisatie = (deel: string, klaar: string) => ({ naam: deel, naar: `/organisatie/${deel}`, klaar });
  schermen = [
    { naam: "vandaag", naar: "/", klaar: "Vandaag" },
    { naam: "meldingen", naar: "/meldingen", klaar: "Meldingen" },
    { naam: "zoeken", naar: "/zoeken?q=gemeente", klaar: "Zoeken" },
    { naam: "zoeken zonder vondst", naar: "/zoeken?q=pindakaas", klaar: "Zoeken" },
    {
      naam: "zoekpalet",
      naar: "/zoeken",
      klaar: "Zoeken",
      doe: async (page) => {
        await druk("Zoeken in de hub")(page);
        await page.getByRole("searchbox", { name: "Zoeken in de hub" }).fill("accounthouder");
        await page.getByRole("option").first().waitFor();
      },
    },
    { naam: "link uit een e-mail", naar: "/naar/bestaatniet", klaar: "Openen" },
    { naam: "takenbord", naar: BORD, klaar: "Takenbord" },
    { naam: "nieuw traject", naar: BORD, klaar: "Takenbord", doe: opent("Nieuw traject") },
    {
      naam: "traject dat er niet is",
      naar: "/integratie/bestaatniet/besluiten",
      klaar: "Dit traject bestaat niet",
    },
    { naam: "takenlijst", naar: `${BORD}?vorm=lijst`, klaar: "Takenbord" },
    { naam: "weergaven", naar: `${BORD}?laat=1`, klaar: "Takenbord", doe: opent("Weergaven", "menu") },
    { naam: "alle taken", naar: "/integratie/taken", klaar: "Alle taken" },
    { naam: "takenbord zonder vondst", naar: `${BORD}?zoek=bestaatniet`, klaar: "Takenbord" },
    { naam: "filters", naar: `${BORD}${eenKaart}`, klaar: "Takenbord", doe: opent(/^Functie:/, "menu") },
    {
      naam: "verplaats naar",
      naar: `${BORD}${eenKaart}`,
      klaar: "Takenbord",
      doe: opent(/^Verplaats ‘/, "menu"),
    },
    { naam: "nieuwe taak", naar: `${BORD}${eenKaart}`, klaar: "Takenbord", doe: opent("Nieuwe taak") },
    { naam: "archief", naar: `${BORD}/archief${eenKaart}`, klaar: "Archief" },
    {
      naam: "taak",
      naar: naarTaak,
      klaar: "Checklist",
      doe: async (page) => {
        await druk("Toon")(page);
        await page.getByRole("button", { name: "Verberg" }).waitFor();
      },
    },
    { naam: "stand van zaken", naar: `${TRAJECT}/stand`, klaar: "Per gemeente" },
    { naam: "herinneringen", naar: "/herinneringen", klaar: "In je eigen agenda" },
    { naam: "een dag in het verleden", naar: `${BORD}?stand=2026-01-01`, klaar: "Toen nog niet in de hub" },
    { naam: "tijdlijn", naar: `${TIJDLIJN}?weergave=balken&met=taken`, klaar: "Tijdlijn" },
    { naam: "tijdlijn als tabel", naar: `${TIJDLIJN}?weergave=tabel`, klaar: "Tijdlijn" },
    {
      naam: "nieuwe mijlpaal",
      naar: `${TIJDLIJN}?weergave=tabel`,
      klaar: "Tijdlijn",
      doe: opent("Nieuwe mijlpaal"),
    },
    {
      naam: "mijlpaal wijzigen",
      naar: `${TIJDLIJN}/mijlpaal/${mijlpaal.id}?weergave=tabel`,
      klaar: "Beheer",
      doe: druk("Wijzig naam of wie"),
    },
    {
      naam: "mijlpaal verplaatsen",
      naar: `${TIJDLIJN}/mijlpaal/${mijlpaal.id}?weergave=balken`,
      klaar: "Verplaats",
      doe: async (page) => {
        await page.getByLabel("Laatste dag").fill("2026-07-14");
        await page.getByRole("region", { name: "Wat er gebeurt" }).waitFor();
      },
    },
    {
      naam: "tijdlijn per regio",
      naar: `${TIJDLIJN}?weergave=balken&met=taken&banen=regio`,
      klaar: "Tijdlijn",
    },
    { naam: "kalender", naar: `${TIJDLIJN}/kalender?banen=gremium`, klaar: "Nieuwe vergadering" },
    { naam: "fasen wijzigen", naar: `${TIJDLIJN}/fasen`, klaar: "Fasen" },
    { naam: "terugplannen", naar: `${TIJDLIJN}/terugplannen`, klaar: "Terugplannen" },
    { naam: "zienswijzen", naar: ZIENSWIJZEN, klaar: "Zienswijzen" },
    { naam: "nieuw punt", naar: ZIENSWIJZEN, klaar: "Zienswijzen", doe: opent("Nieuw punt") },
    { naam: "zienswijzepunt", naar: `${ZIENSWIJZEN}/punt/${punt.id}`, klaar: "Wat ermee gedaan is" },
    { naam: "risico's", naar: RISICOS, klaar: "Risico’s" },
    { naam: "nieuw risico", naar: RISICOS, klaar: "Risico’s", doe: opent("Nieuw risico") },
    {
      naam: "risico wijzigen",
      naar: `${RISICOS}/risico/${risico.id}`,
      klaar: risico.naam,
      doe: druk("Wijzig"),
    },
    { naam: "autonomie", naar: `${TRAJECT}/autonomie`, klaar: "Autonomie" },
    {
      naam: "autonomie van een onderwerp",
      naar: `${TRAJECT}/autonomie/onderwerp/${autonomie.trajecten[0]!.autonomie[0]!.id}`,
      klaar: "Bedrijfsvoering of beleid",
    },
    { naam: "budget", naar: BUDGET, klaar: "Budget" },
    {
      naam: "budgetregel",
      naar: `${BUDGET}/regel/${rood.id}?toon=over`,
      klaar: "Effecten van taken en besluiten",
    },
    {
      naam: "budgetregel invullen",
      naar: `${BUDGET}/regel/${rood.id}?toon=over`,
      klaar: "Effecten van taken en besluiten",
      doe: druk("Vul in"),
    },
    {
      naam: "budgeteffect",
      naar: `${BUDGET}/regel/${rood.id}?toon=over`,
      klaar: "Effecten van taken en besluiten",
      doe: druk("Effect toevoegen"),
    },
    { naam: "overdracht", naar: OVERDRACHT, klaar: "Overdracht" },
    { naam: "overdracht zonder vondst", naar: `${OVERDRACHT}?toon=gevraagd`, klaar: "Overdracht" },
    { naam: "overdrachtcel invullen", ...naarOverdracht, doe: druk("Vul in") },
    { naam: "overdracht opvragen", ...naarOverdracht, doe: druk("Vraag op wat onbekend is") },
    { naam: "sessies", naar: SESSIES, klaar: "Sessies" },
    { naam: "nieuwe sessie", naar: SESSIES, klaar: "Sessies", doe: opent("Nieuwe sessie") },
    { naam: "sessie", naar: `${SESSIES}/${sessie(straks)}`, klaar: straks },
    {
      naam: "verslag",
      naar: `${SESSIES}/${sessie(verdieping)}/verslag`,
      klaar: `Verslag: ${verdieping}`,
    },
    { naam: "besluiten", naar: BESLUITEN, klaar: "Besluiten" },
    { naam: "besluiten zonder vondst", naar: `${BESLUITEN}?toon=mijn&regio=bestaatniet`, klaar: "Besluiten" },
    { naam: "besluitcel", naar: `${BESLUITEN}/cel/${cel.id}?regio=mlw`, klaar: "Geschiedenis" },
    {
      naam: "besluitcel invullen",
      naar: `${BESLUITEN}/cel/${cel.id}?regio=mlw`,
      klaar: "Geschiedenis",
      doe: druk("Vul in"),
    },
    { naam: "wie moet een besluit weten", naar: `${BESLUITEN}/weten`, klaar: "Langs welke gremia" },
    { naam: "nieuwe stap", naar: BESLUITEN, klaar: "Besluiten", doe: opent("Nieuwe stap") },
    {
      naam: "stap wijzigen",
      naar: `${BESLUITEN}/stap/${cel.stap.id}?regio=mlw`,
      klaar: "Beheer van de stap",
      doe: druk("Wijzig de stap"),
    },
    { naam: "besluitregel", naar: `${BESLUITEN}/stap/${cel.stap.id}?regio=mlw`, klaar: "Zienswijze · regio" },
    { naam: "taak bewerken", naar: naarTaak, klaar: "Checklist", doe: druk("Bewerk taak") },
    { naam: "afspraken", naar: AFSPRAKEN, klaar: "Afspraken" },
    {
      naam: "nieuwe afspraak",
      naar: `${AFSPRAKEN}?zoek=BSN`,
      klaar: "Afspraken",
      doe: opent("Nieuwe afspraak"),
    },
    { naam: "afspraken zonder vondst", naar: `${AFSPRAKEN}?zoek=bestaatniet`, klaar: "Afspraken" },
    { naam: "afspraak", naar: naarAfspraak, klaar: afspraak.naam },
    { naam: "afspraak wijzigen", naar: naarAfspraak, klaar: afspraak.naam, doe: druk("Wijzig") },
    { naam: "afspraak vervangen", naar: naarAfspraak, klaar: afspraak.naam, doe: opent(/^Vervang/) },
    { naam: "tekst van een afspraak", naar: `${naarTekst}/tekst`, klaar: "Wat we afspreken" },
    { naam: "tekst die vastligt", naar: `${naarAfspraak}/tekst`, klaar: "Wat we afspreken" },
    {
      naam: "versie vastleggen",
      naar: `${naarTekst}/tekst`,
      klaar: "Wat we afspreken",
      doe: opent("Versie vastleggen"),
    },
    {
      naam: "tekst leegmaken",
      naar: `${naarTekst}/tekst`,
      klaar: "Wat we afspreken",
      doe: opent("Maak leeg"),
    },
    {
      naam: "downloaden",
      naar: `${naarTekst}/tekst`,
      klaar: "Wat we afspreken",
      doe: opent(/^Download/, "menu"),
    },
    { naam: "afspraak zonder tekst", naar: naarLeeg, klaar: "Er staat nog geen tekst" },
    {
      naam: "een Word-bestand inlezen",
      naar: naarLeeg,
      klaar: "Er staat nog geen tekst",
      doe: async (page) => {
        await opent("Lees een Word-bestand in")(page);
        const bestand = await page.request.get(
          `${podium.hub.adres}/uitvoer/afspraken/${geschreven.id}?vorm=docx`,
        );
        await page.getByLabel("Kies een Word-bestand").setInputFiles({
          name: "Plan.docx",
          mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          buffer: await bestand.body(),
        });
        await page.getByRole("region", { name: "Wat er binnenkomt" }).waitFor();
      },
    },
    { naam: "begrippen", naar: "/begrippen", klaar: "Begrippen" },
    { naam: "ronde", naar: `${naarTekst}/ronde`, klaar: "Wie tekent" },
    {
      naam: "ronde, volgende fase",
      naar: `${naarTekst}/ronde`,
      klaar: "Wie tekent",
      doe: opent("Verwerk in de tekst"),
    },
    {
      naam: "handtekening",
      naar: plek(getekend.id),
      klaar: "Wie tekent",
      doe: (page) => page.getByText("Getekend door").waitFor(),
    },
    { naam: "tekenen", naar: plek(teTekenen.id), klaar: "Wie tekent", doe: druk("Teken") },
    { naam: "aangenomen ronde", naar: `${AFSPRAKEN}/afspraak/${aangenomen.id}/ronde`, klaar: "Wie tekent" },
    {
      naam: "afspraak zonder ronde",
      naar: `${AFSPRAKEN}/afspraak/${leeg.id}/ronde`,
      klaar: "Nog geen ronde",
    },
    {
      naam: "afwijkingen van een afspraak",
      naar: `${naarTekst}/afwijkingen`,
      klaar: "Wat verschilt en waarom",
    },
    { naam: "alle afwijkingen", naar: `${AFSPRAKEN}/afwijkingen`, klaar: "Wat verschilt en waarom" },
    {
      naam: "signalen over een afspraak",
      naar: `${naarTekst}/signalen`,
      klaar: "Wat er gemeld is",
    },
    { naam: "alle signalen", naar: `${AFSPRAKEN}/signalen`, klaar: "Signalen" },
    { naam: "versies van een tekst", naar: `${naarTekst}/versies?naast=1`, klaar: "Vergelijken" },
    { naam: "uitvoering van een afspraak", naar: `${naarAfspraak}/uitvoering`, klaar: afspraak.naam },
    {
      naam: "wie moet een afspraak weten",
      naar: `${naarAfspraak}/weten`,
      klaar: "Wie moet dit weten?",
      doe: druk("Leg vast wie het weet"),
    },
    { naam: "geschiedenis van een afspraak", naar: `${naarAfspraak}/geschiedenis`, klaar: afspraak.naam },
    { naam: "uitvoering", naar: `${AFSPRAKEN}/uitvoering?zoek=afspraken`, klaar: "Uitvoering per gemeente" },
    { naam: "uitvoering invullen", naar: uitvoering, klaar: "Uitvoering per gemeente", doe: druk("Vul in") },
    { naam: "uitkomsten", naar: `${AFSPRAKEN}/uitkomsten`, klaar: "Uitkomsten" },
    { naam: "contracten", naar: "/contracten", klaar: "Contracten" },
    { naam: "contracten zonder vondst", naar: "/contracten?zoek=bestaatniet", klaar: "Contracten" },
    {
      naam: "nieuw contract",
      naar: "/contracten?zoek=BW",
      klaar: "Contracten",
      doe: opent("Nieuw contract"),
    },
    { naam: "contract", naar: "/contracten/JEUGD-3", klaar: "Verschil per gemeente" },
    { naam: "contract wijzigen", naar: "/contracten/WMO-1", klaar: "Komt aan", doe: druk("Wijzig") },
    { naam: "vergelijking", naar: "/contracten/vergelijking", klaar: "Vergelijking" },
    {
      naam: "vergelijking zonder vondst",
      naar: "/contracten/vergelijking?zoek=bestaatniet",
      klaar: "Vergelijking",
    },
    {
      naam: "cel van de vergelijking",
      naar: `/contracten/vergelijking/cel/${attribuut.cellen[1]!.id}?zoek=Looptijd`,
      klaar: "Het attribuut",
    },
    {
      naam: "cel invullen",
      naar: `/contracten/vergelijking/cel/${attribuut.cellen[1]!.id}?zoek=Looptijd`,
      klaar: "Het attribuut",
      doe: druk("Vul in met bron"),
    },
    {
      naam: "nieuw attribuut",
      naar: "/contracten/vergelijking?zoek=Looptijd",
      klaar: "Vergelijking",
      doe: opent("Nieuw attribuut"),
    },
    { naam: "kolommen", naar: "/contracten/vergelijking", klaar: "Vergelijking", doe: opent(/^Kolommen/) },
    { naam: "nog op te halen", naar: "/contracten/ophalen?zoek=Looptijd", klaar: "Nog op te halen" },
    { naam: "importeren", naar: "/contracten/import", klaar: "Een blad importeren" },
    {
      naam: "tijdlijn met harmonisatie",
      naar: `${TIJDLIJN}?weergave=tabel&harmonisatie=ja`,
      klaar: "Tijdlijn",
    },
    { naam: "harmonisatie", naar: "/contracten/harmonisatie?zoek=Looptijd", klaar: "Harmonisatiegraad" },
    {
      naam: "harmonisatiebesluit",
      naar: `/contracten/harmonisatie/attribuut/${attribuut.id}?zoek=Looptijd`,
      klaar: "Binnen de mogelijkheden",
      doe: druk("Leg een besluit vast"),
    },
    organisatie("gemeenten", "Gemeenten"),
    organisatie(`gemeenten/${gemeente.id}`, gemeente.naam),
    organisatie("deelname", "Deelname aan modules"),
    organisatie("rollen", "Gremia en rollen"),
    organisatie(`rollen/${rol.id}`, rol.naam),
    organisatie("stakeholders", "Stakeholders"),
    organisatie(`stakeholders/${stakeholder.id}`, stakeholder.naam),
    organisatie("kaart", "Stakeholderkaart"),
    organisatie("kaart?weergave=kaart", "Stakeholderkaart"),
    {
      naam: "kaart als tabel",
      naar: "/organisatie/kaart?weergave=tabel&ring=DIRECT",
      klaar: "Stakeholderkaart",
    },
    {
      naam: "kaart vergelijken",
      naar: `/organisatie/kaart?weergave=kaart&met=${analyses[0]!.id}&zoek=cli`,
      klaar: "Stakeholderkaart",
    },
    {
      naam: "stakeholder op de kaart",
      naar: `/organisatie/kaart/stakeholder/${stakeholder.id}?weergave=kaart&zoek=cli`,
      klaar: "Plek op de kaart",
      doe: druk("Wijzig invloed en contact"),
    },
    {
      naam: "nieuwe stakeholder",
      naar: "/organisatie/kaart?weergave=tabel&ring=DIRECT",
      klaar: "Stakeholderkaart",
      doe: opent("Nieuwe stakeholder"),
    },
    {
      naam: "verplaats een stakeholder",
      naar: "/organisatie/kaart?weergave=tabel&ring=DIRECT",
      klaar: "Stakeholderkaart",
      doe: opent(/^Verplaats /, "menu"),
    },
    organisatie("vergeten", "Niemand vergeten"),
    {
      naam: "bijdrage van een gemeente",
      naar: `/organisatie/bijdrage?van=2025-01-01&tot=2025-12-31&gemeente=${gemeente.id}`,
      klaar: "Antwoord op tijd",
      doe: (page) => page.getByText("Antwoord op tijd per kwartaal als tabel").click(),
    },
    organisatie("lijnen", "Communicatielijnen"),
    organisatie("lijnen?weergave=netwerk", "Communicatielijnen"),
    {
      naam: "gewenste lijn",
      naar: "/organisatie/lijnen?weergave=tabel&toon=stil",
      klaar: "Communicatielijnen",
      doe: opent("Gewenste lijn"),
    },
    organisatie("lijnen?weergave=tabel&toon=stil", "Communicatielijnen"),
    {
      naam: "lijn",
      naar: `/organisatie/lijnen/lijn/${lijn.relatie.id}?toon=stil`,
      klaar: "Wat erover loopt",
    },
    {
      naam: "rol bezetten",
      naar: `/organisatie/gemeenten/${gemeente.id}`,
      klaar: gemeente.naam,
      doe: opent("Leg een rol vast"),
    },
    organisatie("relaties", "Relaties"),
    organisatie("regios", "Regio’s en modules"),
    organisatie("personen", "Personen in de hub"),
    { naam: "beheer", naar: "/beheer", klaar: "Personen" },
    { naam: "persoon toevoegen", naar: "/beheer", klaar: "Personen", doe: opent("Persoon toevoegen") },
    { naam: "persoon", naar: naarPersoon, klaar: BEHEERDER },
    { naam: "rol geven", naar: naarPersoon, klaar: BEHEERDER, doe: druk("Rol geven") },
    { naam: "wachtwoord instellen", naar: naarPersoon, klaar: BEHEERDER, doe: opent("Nieuw wachtwoord") },
    { naam: "account", naar: "/account", klaar: "Mijn account" },
    { naam: "nieuw token", naar: "/account", klaar: "Mijn account", doe: druk("Nieuw token") },
    { naam: "accountmenu", naar: "/account", klaar: "Mijn account", doe: opent(/^Account van/, "menu") },
    { naam: "niet gevonden", naar: "/bestaatniet", klaar: "Pagina niet gevonden" },
  ];
});

/** The page with its data, not its shape while loading. */
async function open(page: Page, { naar, klaar, doe }: Scherm) {
  await page.goto(naar);
  await page.getByRole("heading", { name: klaar, exact: true }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  await page
    .getByRole("status")
    .filter({ hasText: /^Live$/ })
    .waitFor();
  await doe?.(page);
}
/** Light with all rules; dark differs in colours only, and those are the same on a phone. */
async function gebreken(page: Page, viewport: typeof BREED): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const licht = (await axe(page)).map((mis) => `licht: ${mis}`);
  if (viewport === TELEFOON) return licht;
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const donker = await axe(page, ["color-contrast", "link-in-text-block"]);
  return [...licht, ...donker.map((mis) => `donker: ${mis}`)];
}
/** Whether a page slides sideways; on a phone at 320, which is also what is left of a screen at 400 % zoom. */
async function opzij(page: Page, viewport: typeof BREED): Promise<string[]> {
  if (viewport === TELEFOON) await page.setViewportSize({ width: 320, height: 640 });
  // The page hears of its new size with the next frame.
  const over = await page.evaluate(
    () =>
      new Promise<number>((klaar) =>
        requestAnimationFrame(() => klaar(document.documentElement.scrollWidth - innerWidth)),
      ),
  );
  return over > 0 ? [`${over} pixels te breed`] : [];
}

const BREED = { width: 1440, height: 900 };
const TELEFOON = { width: 390, height: 844 };

it("axe finds nothing on the sign-in page, and it fits", async () => {
  const page = await podium.venster({ viewport: TELEFOON });
  await page.getByRole("heading", { name: "Kies een rol" }).waitFor();
  expect(await gebreken(page, TELEFOON)).toEqual([]);
  expect(await opzij(page, TELEFOON)).toEqual([]);
  await page.setViewportSize(BREED);
  expect(await gebreken(page, BREED)).toEqual([]);
});

/** Where a page belongs, by its address. */
const DELEN = ["integratie", "afspraken", "contracten", "sessies", "organisatie"];
const hoortBij = ({ naar }: Scherm, deel: string) =>
  DELEN.includes(deel) ? naar.startsWith(`/${deel}`) : !DELEN.some((ander) => naar.startsWith(`/${ander}`));

for (const deel of [...DELEN, "de rest"]) {
  it(
    `axe finds nothing on any page, panel, menu or dialog of ${deel}, wide and on a phone, and all of it fits`,
    { timeout: 300_000 },
    async () => {
      const gevonden: Record<string, string[]> = {};
      const bekijk = async (viewport: typeof BREED) => {
        const page = await podium.persoon(BEHEERDER, { viewport });
        for (const scherm of schermen.filter((een) => hoortBij(een, deel))) {
          await page.setViewportSize(viewport);
          await open(page, scherm);
          const mis = await gebreken(page, viewport);
          mis.push(...(await opzij(page, viewport)));
          if (mis.length > 0) gevonden[`${scherm.naam}, ${viewport.width} breed`] = mis;
        }
      };
      await Promise.all([bekijk(BREED), bekijk(TELEFOON)]);
      expect(gevonden).toEqual({});
    },
  );
}
