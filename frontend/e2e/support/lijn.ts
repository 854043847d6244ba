import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export type Lijn = Awaited<ReturnType<typeof startLijn>>;
const ONDERDEEL = Buffer.from("GET /assets/");
type Stand = "open" | "geknipt" | "stil" | "zonderAntwoord";

/**
 * The wire between one browser and the hub, to be cut by a test.
 * geknipt: nothing gets through and it shows. stil: nothing gets through and it does not show.
 * zonderAntwoord: what is sent arrives, what comes back is lost, but for the parts of the page: a browser has six
 * connections, and six parts it fetches ahead and never gets would keep the change that the test is about from leaving.
 */
export async function startLijn(poort: number) {
  let stand: Stand = "open";
  const paren = new Set<[Socket, Socket]>();
  const server = createServer((binnen) => {
    if (stand === "geknipt") return void binnen.destroy();
    const hub = connect(poort, "127.0.0.1");
    const paar: [Socket, Socket] = [binnen, hub];
    paren.add(paar);
    const einde = () => {
      paren.delete(paar);
      binnen.destroy();
      hub.destroy();
    };
    for (const socket of paar) socket.on("error", einde).on("close", einde);
    let onderdeel = false;
    binnen.on("data", (deel) => {
      onderdeel = deel.subarray(0, ONDERDEEL.length).equals(ONDERDEEL);
      if (stand !== "stil") hub.write(deel);
    });
    hub.on("data", (deel) => {
      if (stand === "open" || (stand === "zonderAntwoord" && onderdeel)) binnen.write(deel);
    });
  });
  await new Promise<void>((klaar) => server.listen(0, "127.0.0.1", klaar));
  const breek = () => paren.forEach(([binnen, hub]) => [binnen, hub].forEach((socket) => socket.destroy()));
  return {
    adres: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    knip() {
      stand = "geknipt";
      breek();
    },
    stal: () => void (stand = "stil"),
    slikAntwoorden: () => void (stand = "zonderAntwoord"),
    herstel() {
      // A connection that missed bytes is of no use any more.
      if (stand !== "geknipt") breek();
      stand = "open";
    },
    sluit() {
      breek();
      server.close();
    },
  };
}
