import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BINARY } from "./benodigd";

export type Hub = Awaited<ReturnType<typeof startHub>>;
const BEGIN_MS = 30_000;

/** The address it prints as soon as it listens; what it said instead when it stops. */
function luistert(proces: ChildProcess): Promise<string> {
  let gezegd = "";
  proces.stderr!.on("data", (deel) => (gezegd = (gezegd + deel).slice(-2000)));
  return new Promise((klaar, mis) => {
    const klok = setTimeout(() => mis(new Error(`De hub begint niet.\n${gezegd}`)), BEGIN_MS);
    createInterface({ input: proces.stdout! }).on("line", (regel) => {
      if (!regel.startsWith("http://")) return;
      clearTimeout(klok);
      klaar(regel);
    });
    proces.once("exit", (code) => mis(new Error(`De hub stopte met ${code}.\n${gezegd}`)));
    proces.once("error", mis);
  });
}

/** The real binary with demo data in a folder of its own. */
export async function startHub() {
  const data = await mkdtemp(join(tmpdir(), "samenspel-e2e-"));
  let proces: ChildProcess;
  let bedoeld = false;
  const ongeluk: string[] = [];
  const start = async (poort: number) => {
    proces = spawn(BINARY, ["serve", "--demo", "--listen", `127.0.0.1:${poort}`, "--data", data], {
      env: { ...process.env, DATABASE_URL: "", SAMENSPEL_LOG: "warn" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    bedoeld = false;
    proces.once("exit", (code, signaal) => {
      if (!bedoeld) ongeluk.push(`De hub stopte uit zichzelf (${signaal ?? code}).`);
    });
    return luistert(proces);
  };
  const dood = (hoe: NodeJS.Signals) =>
    new Promise<void>((klaar) => {
      bedoeld = true;
      if (proces.exitCode !== null || proces.signalCode !== null) return klaar();
      proces.once("exit", () => klaar());
      proces.kill(hoe);
    });

  const adres = await start(0);
  const poort = Number(new URL(adres).port);
  return {
    adres,
    poort,
    /** Where it keeps its things. */
    data,
    /** What happened to it that no test asked for. */
    ongeluk,
    /** As when the power fails. */
    valUit: () => dood("SIGKILL"),
    /** Again, on the same port with the same data. */
    begin: () => start(poort),
    async ruimOp() {
      await dood("SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
  };
}
