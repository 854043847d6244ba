import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Link, useLocation } from "react-router";
import { useWinkel } from "~/lib/winkel";
import { Avatars } from "./Avatars";
import { plekken } from "./plekken";
import stijl from "./Pagina.module.css";

/** The name of a list of people, for example "Nu op dit bord", and who are on it. */
export type Aanwezigen = { naam: string; personen: { id: string; naam: string; initialen: string }[] };

type Props = {
  titel: string;
  /** Where this page lies, for example "Integratie › Midden-Limburg in module 1". */
  kruimel?: string;
  /** The same as links back. */
  kruimels?: { naam: string; naar?: string }[];
  tabs?: React.ReactNode;
  /** Who else is here now: shown in the header of the shell. */
  aanwezigen?: Aanwezigen;
  /** Without the margins: for boards and other pages that use the full width. */
  vol?: boolean;
  children: React.ReactNode;
};

let vorigPad: string | undefined;

/** Who goes to another page begins at its title; a side panel within a page keeps its own focus. */
function useFocusOpTitel(titel: string, klaar: boolean) {
  const kop = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (!klaar) return;
    if (vorigPad !== undefined && vorigPad !== pathname) kop.current?.focus({ preventScroll: true });
    vorigPad = pathname;
    // The path alone is no other page: it also changes when a panel opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [titel, klaar]);
  return kop;
}

/** The frame of every page: title, tab title, tabs, and what it puts into the header of the shell. */
export function Pagina({ titel, kruimel, kruimels, tabs, aanwezigen, vol, children }: Props) {
  const { kop, aanwezig } = useWinkel(plekken);
  const h1 = useFocusOpTitel(titel, !!kop);
  useEffect(() => {
    document.title = `${titel} · Samenspel`;
  }, [titel]);
  return (
    <>
      {kop &&
        createPortal(
          <>
            {kruimel && <div className={stijl.kruimel}>{kruimel}</div>}
            {kruimels && (
              <nav aria-label="Kruimelpad" className={stijl.pad}>
                {kruimels.map(({ naam, naar }) => (
                  <span key={naam}>{naar ? <Link to={naar}>{naam}</Link> : naam}</span>
                ))}
              </nav>
            )}
            <h1 tabIndex={-1} ref={h1}>
              {titel}
            </h1>
          </>,
          kop,
        )}
      {aanwezig && aanwezigen && createPortal(<Avatars {...aanwezigen} />, aanwezig)}
      {tabs && <div className={stijl.tabs}>{tabs}</div>}
      <div className={vol ? undefined : stijl.inhoud}>{children}</div>
    </>
  );
}
