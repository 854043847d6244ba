import { postJson } from "~/graphql/post";

/** What a network that lets no socket through answers by itself is not JSON. */
const isJson = ({ headers }: Response) => headers.get("Content-Type")?.includes("json") ?? false;

/** Does the hub answer over plain HTTP? Also "sign in first" is an answer. */
export async function hubAntwoordt(adres: string): Promise<boolean> {
  try {
    const antwoord = await postJson(adres, { query: "{ __typename }" });
    return antwoord.status < 500 && isJson(antwoord);
  } catch {
    return false;
  }
}

/** Does a socket come up as far as the first word of the hub? Says so and closes it. */
export const socketKomtOp = (adres: string, uiterlijk: number): Promise<boolean> =>
  new Promise((klaar) => {
    const socket = new WebSocket(adres, "graphql-transport-ws");
    const einde = (gelukt: boolean) => {
      clearTimeout(klok);
      socket.onclose = null;
      socket.close();
      klaar(gelukt);
    };
    const klok = setTimeout(() => einde(false), uiterlijk);
    socket.onopen = () => socket.send('{"type":"connection_init"}');
    socket.onmessage = () => einde(true);
    socket.onclose = () => einde(false);
  });
