import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import stijl from "./Zoekknop.module.css";

// Only who searches waits for it.
const Zoekpalet = lazy(async () => ({ default: (await import("./Zoekpalet")).Zoekpalet }));

/** Someone is writing: then a key is a letter. */
const schrijft = (doel: EventTarget | null): boolean =>
  doel instanceof HTMLElement &&
  (doel.isContentEditable ||
    !!doel.closest("input, textarea, select, [role=textbox], [contenteditable=true]"));

/** Search from anywhere, with the mouse, with Ctrl+K or with a slash. */
export function Zoekknop() {
  const [open, zet] = useState(false);
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
          <Zoekpalet opSluit={() => zet(false)} />
        </Suspense>
      )}
    </>
  );
}
