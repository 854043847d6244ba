import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const wortel = resolve(import.meta.dirname, "../../..");
export const BINARY = join(process.env.CARGO_TARGET_DIR ?? join(wortel, "target"), "debug/samenspel");
export const UITVOER = join(process.env.CARGO_TARGET_DIR ?? join(wortel, "target"), "e2e");
export const FRONTEND = join(wortel, "frontend");

function uitvoerbaar(pad: string) {
  try {
    accessSync(pad, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function chromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const mappen = (process.env.PATH ?? "").split(delimiter);
  return ["chromium", "chromium-browser", "google-chrome"]
    .flatMap((naam) => mappen.map((map) => join(map, naam)))
    .find(uitvoerbaar);
}

/** Says what is missing before anything starts: a test that cannot run has failed, it is not skipped. */
export default function controleer() {
  const mist = [
    !uitvoerbaar(BINARY) && `${BINARY} ontbreekt: voer eerst 'cargo build' uit.`,
    !existsSync(join(FRONTEND, "dist/index.html")) &&
      "frontend/dist ontbreekt: voer eerst 'npm --prefix frontend run build' uit.",
    !chromium() && "Chromium ontbreekt: installeer het, of zet CHROMIUM op het pad.",
    !!chromium() && !uitvoerbaar(chromium()!) && `CHROMIUM wijst naar niets: ${chromium()}.`,
  ].filter(Boolean);
  if (mist.length > 0) throw new Error(mist.join("\n"));
}
