import type { Stemgroep } from "~/graphql/gen/graphql";
import { GROEP, meervoud } from "./woorden";
import stijl from "./Uitslag.module.css";

export type UitslagVan = {
  keuzes: readonly { id: string; naam: string }[];
  uitslag?: {
    beschermd: readonly Stemgroep[];
    groepen: readonly {
      groep: Stemgroep;
      stemmers?: number | null;
      voorkeur?: string | null;
      regels: readonly { keuze: string; punten?: number | null; procent?: number | null }[];
    }[];
  } | null;
};

const kleur = (nummer: number) => `var(--keuze-${(nummer % 5) + 1})`;

/** The result of a vote, one group under the other. Every bar has its figures in words: no colour is needed to read it. */
export function Uitslag({ keuzes, uitslag, groot }: UitslagVan & { groot?: boolean }) {
  if (!uitslag) return null;
  const naam = (id: string | null | undefined) => keuzes.find((keuze) => keuze.id === id)?.naam ?? "onbekend";
  return (
    <div className={groot ? `${stijl.uitslag} ${stijl.groot}` : stijl.uitslag}>
      {uitslag.groepen.length === 0 && <p>Er stemden minder dan drie mensen: de uitslag blijft verborgen.</p>}
      {uitslag.groepen.map(({ groep, stemmers, voorkeur, regels }) => (
        <section key={groep} className={stijl.groep}>
          <h3>
            {GROEP[groep]}{" "}
            <small>{stemmers != null ? meervoud(stemmers, "stem", "stemmen") : "aantal onbekend"}</small>
          </h3>
          {voorkeur && <p>Voorkeur: {naam(voorkeur)}. Hoeveel mensen dat vonden, staat er niet bij.</p>}
          <ul className={stijl.regels}>
            {[...regels]
              .sort((a, b) => (b.procent ?? 0) - (a.procent ?? 0))
              .map(({ keuze, punten, procent }) => (
                <li key={keuze}>
                  <span className={stijl.naam}>{naam(keuze)}</span>
                  <span className={stijl.baan} aria-hidden>
                    <span
                      style={{
                        width: `${procent ?? 0}%`,
                        background: kleur(keuzes.findIndex(({ id }) => id === keuze)),
                      }}
                    />
                  </span>
                  <span className={stijl.getal}>
                    {procent != null ? `${procent}%` : "geen"}
                    {punten != null && ` (${punten})`}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {uitslag.beschermd.length > 0 && uitslag.groepen.length > 0 && (
        <p className={stijl.noot}>
          Niet apart getoond: {uitslag.beschermd.map((groep) => GROEP[groep]).join(", ")}. Dan zou te zien
          zijn wat iemand stemde.
        </p>
      )}
    </div>
  );
}
