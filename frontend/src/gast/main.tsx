import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { useWinkel } from "~/lib/winkel";
import "~/theme/basis.css";
import "~/theme/thema";
import { Deur } from "./Deur";
import { Meedoen } from "./Meedoen";
import { pas } from "./hub";

const codeInAdres = () => decodeURIComponent(location.pathname.split("/")[2] ?? "").toUpperCase();

function Gast() {
  const mijn = useWinkel(pas);
  const code = codeInAdres();
  // Another code in the address than the one this phone came in with: another session.
  if (!mijn || (code && code !== mijn.code)) return <Deur code={code} terug={mijn?.code} />;
  return <Meedoen key={mijn.token} mijn={mijn} />;
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Gast />
  </StrictMode>,
);
