import { IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef } from "react";
import { useMedia } from "~/lib/media";
import { Dialoog } from "./Dialoog";
import { IconKnop } from "./Knop";
import stijl from "./Dialoog.module.css";

type Props = { titel: string; opSluit: () => void; children: React.ReactNode };

/** Beside the page where there is room, so that the page stays usable; a dialog on a phone. */
export function Zijpaneel({ titel, opSluit, children }: Props) {
  const smal = useMedia("(max-width: 64rem)");
  const id = useId();
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const vorige = document.activeElement;
    kop.current?.focus();
    return () => {
      if (vorige instanceof HTMLElement) vorige.focus();
    };
  }, [smal]);

  if (smal) {
    return (
      <Dialoog titel={titel} open opSluit={opSluit} vorm="zij">
        {children}
      </Dialoog>
    );
  }
  return (
    <aside
      className={stijl.paneel}
      aria-labelledby={id}
      onKeyDown={(toets) => toets.key === "Escape" && opSluit()}
    >
      <header className={stijl.kop}>
        <h2 id={id} ref={kop} tabIndex={-1}>
          {titel}
        </h2>
        <IconKnop naam="Sluiten" onPress={opSluit}>
          <IconX size={20} aria-hidden />
        </IconKnop>
      </header>
      {children}
    </aside>
  );
}
