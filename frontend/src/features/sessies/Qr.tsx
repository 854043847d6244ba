import { useMemo } from "react";
import { encode } from "uqr";
import { meedoenAdres } from "./sessies";
import stijl from "./Sessies.module.css";

/** The address to take part, as a square a phone can read. Made here: no address leaves the hub. */
export function Qr({ code }: { code: string }) {
  const { pad, maat } = useMemo(() => {
    const { data, size } = encode(meedoenAdres(code), { border: 2 });
    const vakjes = data.flatMap((rij, y) => rij.flatMap((aan, x) => (aan ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { pad: vakjes.join(""), maat: size };
  }, [code]);
  return (
    <svg
      role="img"
      aria-label={`QR-code om mee te doen met code ${code}`}
      viewBox={`0 0 ${maat} ${maat}`}
      shapeRendering="crispEdges"
      className={stijl.qr}
    >
      <rect width={maat} height={maat} fill="#fff" />
      <path d={pad} fill="#000" />
    </svg>
  );
}
