import { useId, useState } from "react";
import { useWinkel } from "~/lib/winkel";
import { meervoud } from "~/sessie/woorden";
import { eigen, herschrijf, schrijf, trekIn, type Eigen } from "./eigen";
import type { Fout } from "./hub";
import type { Fase, useSessie } from "./useSessie";
import stijl from "./Gast.module.css";

type Bord = NonNullable<ReturnType<typeof useSessie>["bord"]>;
type Props = { bord: Bord; fase: Fase; open: boolean; laat: boolean };
const LEEG: Eigen[] = [];

/** Writing notes under columns; and, once they are shown, everyone's. */
export function Schrijven({ bord, fase, open, laat }: Props) {
  const { sessie, notities } = bord;
  const [kolom, zetKolom] = useState(fase.kolommen[0]?.id ?? "");
  const [tekst, zetTekst] = useState("");
  const [fout, zetFout] = useState<Fout>();
  const [bezig, zetBezig] = useState(false);
  const veld = useId();
  const mijn = useWinkel(eigen)[sessie.id] ?? LEEG;
  // A phase that began anew has no notes any more, also not mine.
  const leeg = fase.kolommen.every(({ aantal }) => aantal === 0);
  const hier = mijn.filter((een) => een.kolom === kolom && (!leeg || !een.id));
  const gekozen = fase.kolommen.find(({ id }) => id === kolom);
  const plaats = async () => {
    const nieuw = tekst.trim();
    if (!nieuw) return zetFout({ code: "VERPLICHT", bericht: "Schrijf eerst iets op." });
    zetBezig(true);
    zetTekst("");
    const [mis] = await schrijf(sessie.id, { fase: fase.id, kolom }, nieuw);
    zetBezig(false);
    zetFout(mis);
    // What was typed comes back; what was typed since stays too.
    if (mis) zetTekst((sinds) => [nieuw, sinds].filter(Boolean).join("\n"));
  };
  return (
    <>
      <section className={stijl.vak} aria-label="Kolom">
        <div className={stijl.kolommen} role="group" aria-label="Kolom">
          {fase.kolommen.map(({ id, naam, aantal }) => (
            <button key={id} aria-pressed={id === kolom} onClick={() => zetKolom(id)}>
              {naam} <small>{aantal}</small>
              <span className="alleen-voorlezen"> {aantal === 1 ? "notitie" : "notities"}</span>
            </button>
          ))}
        </div>
        {open && (
          <form
            onSubmit={(gebeurtenis) => {
              gebeurtenis.preventDefault();
              void plaats();
            }}
          >
            <label htmlFor={veld}>Nieuwe notitie bij {gekozen?.naam}</label>
            <textarea
              id={veld}
              rows={3}
              maxLength={280}
              value={tekst}
              onChange={({ target }) => zetTekst(target.value)}
              aria-describedby={`${veld}-hulp ${veld}-fout`}
            />
            <span id={`${veld}-hulp`} className={stijl.hulp}>
              {laat
                ? "Deze fase is voorbij: je notitie gaat naar de begeleider."
                : sessie.modereren
                  ? "De begeleider kijkt elke notitie na."
                  : fase.getoond
                    ? "Iedereen ziet je notitie meteen."
                    : "Anderen zien je notitie pas als de begeleider ze laat zien."}
            </span>
            <p role="alert" id={`${veld}-fout`} className={stijl.fout}>
              {fout?.bericht}
            </p>
            <button className={stijl.vol} disabled={bezig}>
              {bezig ? "Plaatsen…" : "Plaats notitie"}
            </button>
          </form>
        )}
        {hier.length > 0 && (
          <>
            <h3>Van jou</h3>
            <ul className={stijl.lijst}>
              {hier.map((een) => (
                <Eigene key={een.sleutel} sessie={sessie.id} een={een} open={open} />
              ))}
            </ul>
          </>
        )}
      </section>
      {fase.getoond && (
        <section className={stijl.vak}>
          <h2>
            {gekozen?.naam} <small>{meervoud(gekozen?.aantal ?? 0, "notitie", "notities")}</small>
          </h2>
          <ul className={stijl.lijst}>
            {notities
              .filter((notitie) => notitie.kolom === kolom)
              .map(({ id, tekst: wat, auteur, achterban, groep }) => (
                <li key={id}>
                  {wat}
                  <span className={stijl.hulp}>
                    {[
                      auteur && `${auteur}${achterban ? ` (${achterban.naam})` : ""}`,
                      groep && `groep ${sessie.groepen.find((een) => een.id === groep)?.naam ?? ""}`,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Eigene({ sessie, een, open }: { sessie: string; een: Eigen; open: boolean }) {
  const [tekst, zetTekst] = useState<string>();
  const [fout, zetFout] = useState<Fout>();
  const kort = een.tekst.slice(0, 40);
  const bewaar = async () => {
    if (!tekst?.trim())
      return zetFout({ code: "VERPLICHT", bericht: "Schrijf iets op, of haal de notitie weg." });
    const [mis] = await herschrijf(sessie, een, tekst.trim());
    zetFout(mis);
    if (!mis) zetTekst(undefined);
  };
  if (tekst !== undefined)
    return (
      <li>
        <textarea
          aria-label="Je notitie"
          rows={3}
          maxLength={280}
          value={tekst}
          onChange={({ target }) => zetTekst(target.value)}
        />
        <p role="alert" className={stijl.fout}>
          {fout?.bericht}
        </p>
        <div className={stijl.knoppen}>
          <button onClick={() => void bewaar()}>Bewaar</button>
          <button onClick={() => zetTekst(undefined)}>Annuleer</button>
        </div>
      </li>
    );
  return (
    <li>
      {een.tekst}
      <p role="alert" className={stijl.fout}>
        {fout?.bericht}
      </p>
      {!een.id ? (
        <span className={stijl.hulp}>Onderweg…</span>
      ) : (
        open && (
          <div className={stijl.knoppen}>
            <button onClick={() => zetTekst(een.tekst)} aria-label={`Wijzig: ${kort}`}>
              Wijzig
            </button>
            <button
              onClick={() => void trekIn(sessie, een).then(([mis]) => zetFout(mis))}
              aria-label={`Haal weg: ${kort}`}
            >
              Haal weg
            </button>
          </div>
        )
      )}
    </li>
  );
}
