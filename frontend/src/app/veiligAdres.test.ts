import { expect, it } from "vitest";
import { veiligAdres } from "./veiligAdres";

it("goes back within the hub and nowhere else", () => {
  expect(veiligAdres("/organisatie?zoek=venlo#boven")).toBe("/organisatie?zoek=venlo#boven");
  for (const vreemd of [null, "", "https://elders.nl", "//elders.nl", "/\\elders.nl", "/\t/elders.nl"])
    expect(veiligAdres(vreemd)).toBe("/");
});
