import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useWinkel } from "~/lib/winkel";
import { plekken } from "./plekken";
import stijl from "./Pagina.module.css";

type Props = {
  titel: string;
  /** Where this page lies, for example "Integratie › Midden-Limburg in module 1". */
  kruimel?: string;
  tabs?: React.ReactNode;
  /** Who is here now: shown in the header of the shell. */
  aanwezigen?: React.ReactNode;
  /** Without the margins: for boards and other pages that use the full width. */
  vol?: boolean;
  children: React.ReactNode;
};

/** The frame of every page: title, tab title, tabs, and what it puts into the header of the shell. */
export function Pagina({ titel, kruimel, tabs, aanwezigen, vol, children }: Props) {
  const { kop, aanwezig } = useWinkel(plekken);
  useEffect(() => {
    document.title = `${titel} · Samenspel`;
  }, [titel]);
  return (
    <>
      {kop &&
        createPortal(
          <>
            {kruimel && <div className={stijl.kruimel}>{kruimel}</div>}
            <h1>{titel}</h1>
          </>,
          kop,
        )}
      {aanwezig && aanwezigen && createPortal(aanwezigen, aanwezig)}
      {tabs && <div className={stijl.tabs}>{tabs}</div>}
      <div className={vol ? undefined : stijl.inhoud}>{children}</div>
    </>
  );
}
