import { Link, useLocation } from "react-router";
import { optelTekst } from "~/lib/bedrag";
import { datumTekst } from "~/lib/datum";
import { REGIOS, Regiolabel, regioSleutel } from "~/ui/Regiolabel";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { dagen, SOORT } from "../besluiten/woorden";
import { kaderTekst } from "../budget/budget";
import { Fasestrip } from "../fasen/Fasestrip";
import { useTraject } from "../kader/trajecten";
import { TREND, ZWAARTE } from "../risicos/risicos";
import { kansWoord, type Stand } from "./stand";
import stijl from "./Stand.module.css";

type Props = { stand: Stand };

/** Where the trajectory is, and what ends each phase. */
export function Fasen({ stand: { prognose } }: Props) {
  return (
    <Vak titel="Fasen" bij={prognose.fasen.length}>
      {prognose.fasen.length === 0 ? (
        <p className={stijl.stil}>Dit traject is nog niet in fasen ingedeeld. Dat doe je op de tijdlijn.</p>
      ) : (
        <Fasestrip fasen={prognose.fasen} />
      )}
    </Vak>
  );
}

/** The target, and how likely it is that it slips. */
export function Doel({ stand: { prognose, kans } }: Props) {
  const uitloop = prognose.uitloop ?? 0;
  return (
    <Vak titel="Streefdatum">
      <div className={stijl.cijfers}>
        <div>
          <b>{prognose.streefdatum ? datumTekst(prognose.streefdatum) : "nog niet bepaald"}</b>
          <Status soort={!prognose.streefdatum ? "onbekend" : uitloop > 0 ? "fout" : "gereed"}>
            {!prognose.streefdatum ? "onbekend" : uitloop > 0 ? `${dagen(uitloop)} later` : "op schema"}
          </Status>
        </div>
        {kans && (
          <div>
            <b>{kans.procent} %</b>
            <Status soort={kansWoord(kans.procent, prognose.uitloop)[0]}>
              kans op uitloop: {kansWoord(kans.procent, prognose.uitloop)[1]}
            </Status>
          </div>
        )}
      </div>
      <p>{prognose.uitleg}</p>
      {kans && (
        <ul className={stijl.uitleg}>
          {kans.uitleg.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
    </Vak>
  );
}

/** Each step: how many are in, and whether that is enough. */
export function Besluiten({ stand: { stappen } }: Props) {
  const { adres } = useTraject();
  const { search } = useLocation();
  return (
    <Vak titel="Besluiten">
      {stappen.length === 0 ? (
        <p className={stijl.stil}>Er zijn nog geen besluiten vastgelegd.</p>
      ) : (
        <ul className={stijl.stappen}>
          {stappen.map(({ id, naam, regionaal }) => (
            <li key={id}>
              <Link to={{ pathname: adres("besluiten", `stap/${id}`), search }}>{naam}</Link>
              <span className={stijl.meter} aria-hidden>
                <i style={{ inlineSize: `${(100 * regionaal.binnen) / Math.max(1, regionaal.aantal)}%` }} />
              </span>
              <Status soort={regionaal.voldaan ? "gereed" : regionaal.haalbaar ? "bezig" : "fout"}>
                {regionaal.binnen} van {regionaal.aantal}
              </Status>
            </li>
          ))}
        </ul>
      )}
    </Vak>
  );
}

/** What ends this month, and what passed without an answer. */
export function Termijnen({ stand: { termijnen } }: Props) {
  const { adres } = useTraject();
  const { search } = useLocation();
  return (
    <Vak titel="Termijnen deze maand" bij={termijnen.length}>
      {termijnen.length === 0 ? (
        <p className={stijl.stil}>
          Er eindigt deze maand geen termijn, en er is er geen voorbij zonder antwoord.
        </p>
      ) : (
        <Tabel
          bijschrift="Einde en stand per gemeente"
          rijen={termijnen}
          sleutel={({ id }) => id}
          kolommen={[
            {
              kop: "Gemeente",
              isNaam: true,
              cel: ({ id, gemeente }) => (
                <Link to={{ pathname: adres("besluiten", `cel/${id}`), search }}>{gemeente.naam}</Link>
              ),
            },
            { kop: "Stap", cel: ({ stap }) => stap.naam },
            { kop: "Einde", cel: ({ termijn }) => (termijn ? datumTekst(termijn.einde) : "") },
            {
              kop: "Stand",
              cel: ({ stand }) => <Status soort={SOORT[stand]}>{STANDWOORD[stand]}</Status>,
            },
          ]}
        />
      )}
    </Vak>
  );
}

const STANDWOORD = {
  OPEN: "nog niet",
  LOOPT: "loopt",
  OP_AGENDA: "op de agenda",
  GEDAAN: "binnen",
  GEEN_ZIENSWIJZE: "geen zienswijze",
  TE_LAAT: "te laat",
  VERLOPEN: "voorbij",
  GEWEIGERD: "niet akkoord",
  ONBEKEND: "onbekend",
} as const;

/** The heaviest risks, with what is done about them. */
export function Risicos({ stand: { risicos } }: Props) {
  const { adres } = useTraject();
  const { search } = useLocation();
  return (
    <Vak titel="Zwaarste risico’s">
      {risicos.length === 0 ? (
        <p className={stijl.stil}>Er is nog geen open risico gewogen.</p>
      ) : (
        <ol className={stijl.risicolijst}>
          {risicos.map(({ id, naam, score, zwaarte, trend, maatregel, eigenaar }) => (
            <li key={id}>
              <Link to={{ pathname: adres("risicos", `risico/${id}`), search }}>{naam}</Link>
              <Status soort={ZWAARTE[zwaarte][0]}>
                {ZWAARTE[zwaarte][1]} ({score}), {TREND[trend].toLowerCase()}
              </Status>
              <p className={stijl.stil}>
                {maatregel || "Nog geen maatregel"} · {eigenaar?.naam ?? "nog geen eigenaar"}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Vak>
  );
}

/** What is known of the frame, and whether what is expected stays within it. */
export function Budget({ stand: { budget } }: Props) {
  const { adres } = useTraject();
  const { search } = useLocation();
  const { kader, naEffecten, overschreden } = budget.totaal;
  return (
    <Vak titel={`Budget ${budget.jaar}`}>
      <div className={stijl.cijfers}>
        <div>
          <b>{kader.bekend > 0 ? optelTekst({ ...kader, van: kader.bekend }) : "onbekend"}</b>
          <span className={stijl.stil}>
            kader, {kader.bekend} van {kader.van} regels bekend
          </span>
        </div>
        <div>
          <b>{naEffecten.bekend > 0 ? optelTekst({ ...naEffecten, van: naEffecten.bekend }) : "onbekend"}</b>
          <span className={stijl.stil}>
            verwacht met effecten, {naEffecten.bekend} van {naEffecten.van} regels bekend
          </span>
        </div>
      </div>
      <Status soort={overschreden > 0 ? "fout" : kader.bekend > 0 ? "gereed" : "onbekend"}>
        {kaderTekst(budget.totaal)}
      </Status>
      <p>
        <Link to={{ pathname: adres("budget"), search }}>Naar het budget</Link>
      </p>
    </Vak>
  );
}

/** Every gemeente on one strip, in the order of the regions. */
export function Gemeenten({ stand: { gemeenten } }: Props) {
  const vanRegio = (regio: string) =>
    gemeenten.filter(({ gemeente }) => regioSleutel((gemeente.subregio ?? gemeente.regio).sleutel) === regio);
  return (
    <Vak titel="Per gemeente" bij={gemeenten.length}>
      {gemeenten.length === 0 && (
        <p className={stijl.stil}>Er doen nog geen gemeenten mee aan een besluit van dit traject.</p>
      )}
      {REGIOS.filter((regio) => vanRegio(regio).length > 0).map((regio) => (
        <div key={regio} className={stijl.streek}>
          <Regiolabel regio={regio} lang />
          <ul className={stijl.strip}>
            {vanRegio(regio).map(({ gemeente, stappen, binnen, mis, volgendeTermijn }) => (
              <li key={gemeente.id}>
                <b>{gemeente.naam}</b>
                <Status soort={mis > 0 ? "fout" : binnen === stappen ? "gereed" : "bezig"}>
                  {binnen} van {stappen}
                  {mis > 0 ? `, ${mis} mis` : ""}
                </Status>
                <span className={stijl.stil}>
                  {volgendeTermijn ? `termijn t/m ${datumTekst(volgendeTermijn)}` : "geen termijn"}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Vak>
  );
}
