import { useState } from "react";

/**
 * The version one saw when a form opened. Who was told that a colleague was first, and saves again, means what stands
 * there now.
 */
export function useVersie(nu: number) {
  const [bijOpenen] = useState(nu);
  const [weetHet, zetWeetHet] = useState(false);
  return { verwacht: weetHet ? nu : bijOpenen, gewaarschuwd: () => zetWeetHet(true) };
}
