import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import stijl from "./Zoekknop.module.css";

// The page does not wait for it.
const laad = () => import("./Zoekpalet");
const Zoekpalet = lazy(async () => ({ default: (await laad()).Zoekpalet }));
const LAAD_NA_MS = 1_000;

/** Someone is writing: then a key is a letter. */
const schrijft = (doel: EventTarget | null): boolean =>
  doel instanceof HTMLElement &&
  (doel.isContentEditable ||
    !!doel.closest("input, textarea, select, [role=textbox], [contenteditable=true]"));

/** Search from anywhere, with the mouse, with Ctrl+K or with a slash. */
export function Zoekknop() {
  const [open, zet] = useState(false);
  const [getypt, zetGetypt] = useState("");
  useEffect(() => {
    // Without a line it is tried again when it is opened.
    const klok = setTimeout(() => void laad().catch(() => undefined), LAAD_NA_MS);
    return () => clearTimeout(klok);
  }, []);
  useEffect(() => {
    const druk = (toets: KeyboardEvent) => {
      const ctrlK = toets.key.toLowerCase() === "k" && (toets.ctrlKey || toets.metaKey) && !toets.altKey;
      const streep =
        toets.key === "/" && !toets.ctrlKey && !toets.metaKey && !toets.altKey && !schrijft(toets.target);
      // A dialogue that is open keeps its keys.
      if ((!ctrlK && !streep) || document.querySelector("[role=dialog][data-rac], [aria-modal=true]")) return;
      toets.preventDefault();
      zet(true);
    };
    window.addEventListener("keydown", druk);
    return () => window.removeEventListener("keydown", druk);
  }, []);
  useEffect(() => {
    if (!open) return;
    // Who types on at once does so before the field has the focus: those letters belong in it.
    const vang = (toets: KeyboardEvent) => {
      const letter = toets.key.length === 1 && !toets.ctrlKey && !toets.metaKey && !toets.altKey;
      if (!letter || schrijft(document.activeElement)) return;
      toets.preventDefault();
      zetGetypt((oud) => oud + toets.key);
    };
    window.addEventListener("keydown", vang, true);
    return () => window.removeEventListener("keydown", vang, true);
  }, [open]);
  const sluit = () => {
    zet(false);
    zetGetypt("");
  };
  return (
    <>
      <button
        type="button"
        className={stijl.knop}
        aria-label="Zoeken in de hub"
        aria-keyshortcuts="Control+K /"
        onClick={() => zet(true)}
      >
        <IconSearch size={18} aria-hidden />
        <span className={stijl.woord}>Zoeken</span>
        <kbd className={stijl.toets} aria-hidden>
          Ctrl K
        </kbd>
      </button>
      {open && (
        <Suspense>
          <Zoekpalet getypt={getypt} opTyp={zetGetypt} opSluit={sluit} />
        </Suspense>
      )}
    </>
  );
}
