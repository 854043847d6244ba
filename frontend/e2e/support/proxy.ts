import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";

export type Proxy = Awaited<ReturnType<typeof startProxy>>;
/** What happens to a WebSocket: it gets through, is refused, or never hears anything. */
type Sockets = "doorlaten" | "weigeren" | "hangen";

/** Something between the browser and the hub that knows HTTP, such as the gateway of an office network. */
export async function startProxy(poort: number, sockets: Sockets) {
  let nu = sockets;
  const verbindingen = new Set<Socket>();
  const stromen = new Set<ServerResponse>();
  const bewaar = (socket: Socket) => {
    verbindingen.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => verbindingen.delete(socket));
  };
  const opties = ({ method, url, headers }: IncomingMessage) => ({
    host: "127.0.0.1",
    port: poort,
    method,
    path: url,
    headers,
  });

  const server = createServer((vraag, antwoord) => {
    const verder = request(opties(vraag), (van) => {
      antwoord.writeHead(van.statusCode!, van.headers);
      antwoord.flushHeaders();
      if (van.headers["content-type"]?.startsWith("text/event-stream")) stromen.add(antwoord);
      van.pipe(antwoord);
      van.on("error", () => antwoord.destroy());
    });
    verder.on("error", () => antwoord.destroy());
    antwoord.on("close", () => {
      stromen.delete(antwoord);
      verder.destroy();
    });
    vraag.pipe(verder);
  });
  server.on("connection", bewaar);
  server.on("upgrade", (vraag, socket: Socket, begin: Buffer) => {
    if (nu === "weigeren")
      return void socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    if (nu === "hangen") return;
    const hub = connect(poort, "127.0.0.1");
    bewaar(hub);
    const koppen = vraag.rawHeaders.map((deel, i) => deel + (i % 2 ? "\r\n" : ": ")).join("");
    hub.write(`${vraag.method} ${vraag.url} HTTP/1.1\r\n${koppen}\r\n`);
    hub.write(begin);
    hub.pipe(socket).pipe(hub);
    socket.on("close", () => hub.destroy());
  });
  await new Promise<void>((klaar) => server.listen(0, "127.0.0.1", klaar));
  return {
    poort: (server.address() as AddressInfo).port,
    zet: (sockets: Sockets) => void (nu = sockets),
    /** How many streams of events run through it now. */
    stromen: () => stromen.size,
    sluit() {
      verbindingen.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
