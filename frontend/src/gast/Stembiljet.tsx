import { useState } from "react";
import { meervoud } from "~/sessie/woorden";
import { STEM } from "./vragen";
import { wijzig, type Fout } from "./hub";
import type { Fase } from "./useSessie";
import stijl from "./Gast.module.css";

type Punten = Readonly<Record<string, number>>;

/** A vote that is not cast yet: it stands on this phone only. */
export function Stembiljet({ fase, opGestemd }: { fase: Fase; opGestemd: () => void }) {
  const { stemming, keuzes } = fase;
  const [punten, zetPunten] = useState<Punten>({});
  const [volgorde, zetVolgorde] = useState(() => keuzes.map(({ id }) => id));
  const [fout, zetFout] = useState<Fout>();
  const [bezig, zetBezig] = useState(false);
  if (!stemming) return null;
  const rangorde = stemming.vorm === "RANGORDE";
  const gegeven = Object.values(punten).reduce((som, een) => som + een, 0);
  const over = stemming.budget - gegeven;
  const breng = async () => {
    const gekozen = rangorde
      ? volgorde.map((keuze) => ({ keuze, punten: 1 }))
      : Object.entries(punten)
          .filter(([, aantal]) => aantal > 0)
          .map(([keuze, aantal]) => ({ keuze, punten: aantal }));
    if (gekozen.length === 0) return zetFout({ code: "VERPLICHT", bericht: "Maak eerst een keuze." });
    zetBezig(true);
    const { fouten } = await wijzig(STEM, { fase: fase.id, keuzes: gekozen });
    zetBezig(false);
    // Cast already, by this phone a moment ago: that is what was wanted.
    if (fouten.length === 0 || fouten[0]?.code === "BESTAAT_AL") return opGestemd();
    zetFout(fouten[0]);
  };
  const schuif = (id: string, stap: -1 | 1) =>
    zetVolgorde((oud) => {
      const van = oud.indexOf(id);
      const nieuw = oud.filter((een) => een !== id);
      nieuw.splice(Math.max(0, van + stap), 0, id);
      return nieuw;
    });
  const naamVan = (id: string) => keuzes.find((keuze) => keuze.id === id)?.naam ?? "";
  if (keuzes.length === 0)
    return <p>Er is nog niets om op te stemmen: er staan geen notities op het bord.</p>;
  return (
    <form
      onSubmit={(gebeurtenis) => {
        gebeurtenis.preventDefault();
        void breng();
      }}
    >
      {stemming.vorm === "PUNTEN" && (
        <>
          <p role="status" className={stijl.over}>
            Nog {meervoud(over, "punt", "punten")} van {stemming.budget}
          </p>
          <ul className={stijl.lijst}>
            {keuzes.map(({ id, naam }) => {
              const nu = punten[id] ?? 0;
              return (
                <li key={id} className={stijl.stap}>
                  <span>{naam}</span>
                  <span className={stijl.teller}>
                    <button
                      type="button"
                      aria-label={`Punt minder voor ${naam}`}
                      disabled={nu === 0}
                      onClick={() => zetPunten({ ...punten, [id]: nu - 1 })}
                    >
                      −
                    </button>
                    <output aria-label={`Punten voor ${naam}`}>{nu}</output>
                    <button
                      type="button"
                      aria-label={`Punt erbij voor ${naam}`}
                      disabled={over === 0 || nu === stemming.perKeuze}
                      onClick={() => zetPunten({ ...punten, [id]: nu + 1 })}
                    >
                      +
                    </button>
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {rangorde && (
        <ol className={stijl.lijst}>
          {volgorde.map((id, plek) => (
            <li key={id} className={stijl.stap}>
              <span>
                {plek + 1}. {naamVan(id)}
              </span>
              <span className={stijl.teller}>
                <button
                  type="button"
                  aria-label={`${naamVan(id)} omhoog`}
                  disabled={plek === 0}
                  onClick={() => schuif(id, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={`${naamVan(id)} omlaag`}
                  disabled={plek === volgorde.length - 1}
                  onClick={() => schuif(id, 1)}
                >
                  ↓
                </button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {!rangorde && stemming.vorm !== "PUNTEN" && (
        <fieldset className={stijl.keuzes}>
          <legend className="alleen-voorlezen">Je keuze</legend>
          {keuzes.map(({ id, naam }) => (
            <label key={id}>
              <input
                type="radio"
                name="keuze"
                checked={!!punten[id]}
                onChange={() => zetPunten({ [id]: 1 })}
              />
              {naam}
            </label>
          ))}
        </fieldset>
      )}
      <p role="alert" className={stijl.fout}>
        {fout?.bericht}
      </p>
      <button className={stijl.vol} disabled={bezig}>
        {bezig ? "Je stem gaat op weg…" : "Breng je stem uit"}
      </button>
    </form>
  );
}
