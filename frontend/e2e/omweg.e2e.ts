import { describe, expect, it } from "vitest";
import { axe } from "./support/axe";
import { BORD, inKolom, kaart, live, liveViaOmweg, pil, verplaats } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";
import { maakProgramma } from "./support/programma";

const podium = maakPodium();

/** Anna has the direct way; Bram is behind a proxy that lets no WebSocket through. */
async function annaEnBram(sockets: "weigeren" | "hangen") {
  const proxy = await podium.proxy(sockets);
  const lijn = await podium.lijn(proxy);
  const [anna, bram] = await Promise.all([
    podium.persoon(ANNA, { naar: BORD }),
    podium.persoon(BRAM, { naar: BORD, lijn }),
  ]);
  await Promise.all([live(anna), liveViaOmweg(bram)]);
  return { anna, bram, lijn, proxy, programma: await maakProgramma(podium.hub.adres, ANNA) };
}
type Podium = Awaited<ReturnType<typeof annaEnBram>>;

/** How often the hub moved this card. */
const verplaatst = async ({ programma }: Podium, titel: string) => {
  const { id } = await programma.taak(titel);
  return (await programma.geschiedenis(id)).filter((soort) => soort === "TaakVerplaatst").length;
};

describe("a network that refuses WebSockets", () => {
  it("is worked in both ways over plain HTTP, and the screen says so", async () => {
    const { anna, bram, proxy } = await annaEnBram("weigeren");
    const [vanAnna, vanBram] = [
      "Startgesprekken met de zeven gemeenten van Midden",
      "Akkoord Roermond op de lijst met functies",
    ];
    await verplaats(anna, vanAnna, "Bezig");
    await inKolom(bram, vanAnna, "Bezig").waitFor();
    await verplaats(bram, vanBram, "Gereed");
    await inKolom(anna, vanBram, "Gereed").waitFor();

    // A browser has six connections per server, for all its tabs: three are the events, the rest is for the work.
    await expect.poll(proxy.stromen).toBe(3);
    await bram.getByRole("link", { name: "Vandaag" }).click();
    await bram.getByRole("heading", { name: "Vandaag" }).waitFor();
    await bram.getByText("Wie er nu is, kun je niet zien").waitFor();
    await liveViaOmweg(bram);
    await expect.poll(proxy.stromen).toBe(3);

    const waarom = bram.getByRole("button", { name: "via een omweg" });
    await waarom.focus();
    await bram.keyboard.press("Enter");
    const uitleg = bram.getByText("Dit netwerk laat geen directe verbinding");
    await uitleg.waitFor();
    expect(await axe(bram)).toEqual([]);
    await bram.keyboard.press("Escape");
    await uitleg.waitFor({ state: "hidden" });
  });

  it("loses and doubles nothing when the line is cut: it goes on where it was", async () => {
    const spel = await annaEnBram("weigeren");
    const { anna, bram, lijn, programma } = spel;
    const [vanAnna, vanBram] = ["Gegevens formatie inkoop Leudal", "Contactpersoon facturatie Echt-Susteren"];
    const eerder = await verplaatst(spel, vanBram);

    lijn.knip();
    await pil(bram, /^Offline$/).waitFor();
    await verplaats(anna, vanAnna, "Bezig");
    await programma.wijzig("plaatsOpmerking", "PlaatsOpmerkingInput", {
      taak: (await programma.taak(vanBram)).id,
      tekst: "Is dit nog nodig?",
    });
    await verplaats(bram, vanBram, "Gereed");
    await inKolom(bram, vanBram, "Gereed").waitFor();
    await pil(bram, /^Offline · 1 wijziging wacht$/).waitFor();
    expect(await verplaatst(spel, vanBram)).toBe(eerder);

    lijn.herstel();
    await liveViaOmweg(bram);
    for (const page of [anna, bram]) {
      await inKolom(page, vanAnna, "Bezig").waitFor();
      await inKolom(page, vanBram, "Gereed").waitFor();
      await kaart(page, vanBram).getByTitle("1 opmerking").waitFor();
      for (const titel of [vanAnna, vanBram]) expect(await kaart(page, titel).count()).toBe(1);
    }
    expect(await verplaatst(spel, vanBram)).toBe(eerder + 1);
  });

  it("notices a line that says nothing, and a hub that falls over", async () => {
    const { anna, bram, lijn } = await annaEnBram("weigeren");
    const [stil, na] = [
      "Datasets Midden controleren op volledigheid",
      "Kennismaking contractbeheer Noord en Midden",
    ];
    lijn.stal();
    await verplaats(anna, stil, "Gereed");
    await pil(bram, /^(Offline|Bezig)/).waitFor({ timeout: 25_000 });
    lijn.herstel();
    await liveViaOmweg(bram);
    await inKolom(bram, stil, "Gereed").waitFor();

    await podium.hub.valUit();
    await Promise.all([anna, bram].map((page) => pil(page, /^Offline/).waitFor()));
    await podium.hub.begin();
    // Who had the direct way keeps it: a hub that restarts is not a network that refuses.
    await Promise.all([live(anna), liveViaOmweg(bram)]);
    await verplaats(anna, na, "Gereed");
    await inKolom(bram, na, "Gereed").waitFor();
  });
});

describe("a network that lets WebSockets hang", () => {
  it("is found out too, and the direct way is taken once it is there", async () => {
    const { anna, bram, proxy } = await annaEnBram("hangen");
    const titel = "Overzicht budgetplafonds per aanbieder Wmo";
    await verplaats(anna, titel, "Gereed");
    await inKolom(bram, titel, "Gereed").waitFor();

    proxy.zet("doorlaten");
    await bram.evaluate(() => void dispatchEvent(new Event("online")));
    await live(bram);
    await expect.poll(proxy.stromen).toBe(0);
    await verplaats(anna, titel, "Bezig");
    await inKolom(bram, titel, "Bezig").waitFor();
  });
});
