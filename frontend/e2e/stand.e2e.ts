import { describe, expect, it } from "vitest";
import { kaart, live, TRAJECT } from "./support/bord";
import { ANNA, BRAM, maakPodium } from "./support/podium";

const podium = maakPodium();
const gisteren = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

describe("a page of a day in the past", () => {
  it("says so, shows what was there then, changes nothing, and its address can be shared", async () => {
    const anna = await podium.persoon(ANNA, { naar: `${TRAJECT}/risicos` });
    await live(anna);
    await anna.getByRole("button", { name: "Stand op…" }).click();
    const balk = anna.getByRole("region", { name: "Stand op een dag in het verleden" });
    // The hub of this test was filled today: yesterday there was nothing, and the page says from when there is.
    await balk.getByText(/Het logboek begint op/).waitFor();
    await anna.getByRole("heading", { name: "Toen nog niet in de hub" }).waitFor();
    expect(await anna.getByRole("button", { name: "Nieuw risico" }).count()).toBe(0);
    expect(new URL(anna.url()).searchParams.get("stand")).toBe(gisteren());

    // The day stays when one goes to another page, and for who gets the address.
    await anna
      .getByRole("navigation", { name: "Integratie" })
      .getByRole("link", { name: "Takenbord" })
      .click();
    await anna.waitForURL(`**${TRAJECT}/takenbord?stand=${gisteren()}`);
    await balk.waitFor();
    const { pathname, search } = new URL(anna.url());
    const bram = await podium.persoon(BRAM, { naar: pathname + search });
    await bram.getByRole("region", { name: "Stand op een dag in het verleden" }).waitFor();
    expect(await bram.getByRole("button", { name: "Nieuwe taak" }).count()).toBe(0);

    await anna.getByRole("button", { name: "Naar nu" }).click();
    await kaart(anna, "Contractregister Noord opschonen").waitFor();
    await anna.getByRole("button", { name: "Nieuwe taak" }).first().waitFor();
  });
});
