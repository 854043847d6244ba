import { Link, useLocation } from "react-router";
import { opsomming } from "~/features/vandaag/opsomming";
import { Status } from "~/ui/Status";
import { Tabel } from "~/ui/Tabel";
import { Vak } from "~/ui/Vak";
import { useTraject } from "../kader/trajecten";
import { STAND, wanneer, type Fase } from "./fasen";
import stijl from "./Fasen.module.css";

type Props = { fasen: readonly Fase[]; tabel: boolean; actie: React.ReactNode };

/** The phases above the timeline, as a strip or as a table; nothing for who only reads a trajectory without. */
export function Fasen({ fasen, tabel, actie }: Props) {
  if (fasen.length === 0 && !actie) return null;
  const inhoud = tabel ? <Fasetabel fasen={fasen} /> : <Fasestrip fasen={fasen} kort />;
  return (
    <Vak titel="Fasen" actie={actie && <span className="niet-afdrukken">{actie}</span>}>
      {fasen.length > 0 ? inhoud : <p className={stijl.stil}>Dit traject is nog niet in fasen ingedeeld.</p>}
    </Vak>
  );
}

/** The phases in their order: where the trajectory is, and what has to be there before it goes on. `kort`: one line. */
export function Fasestrip({ fasen, kort }: { fasen: readonly Fase[]; kort?: boolean }) {
  return (
    <ol className={`${stijl.strip} ${kort ? stijl.kort : ""}`} aria-label="Fasen">
      {fasen.map((fase) => (
        <li
          key={fase.sleutel}
          data-stand={fase.stand}
          aria-current={fase.stand === "NU" ? "step" : undefined}
        >
          <Status soort={STAND[fase.stand][0]}>{STAND[fase.stand][1]}</Status>
          <b>
            {kort && fase.poort ? <Mijlpaallink mijlpaal={{ ...fase.poort, naam: fase.naam }} /> : fase.naam}
          </b>
          {kort ? (
            <span className={stijl.stil}>{wanneer(fase) || "nog geen poort"}</span>
          ) : (
            <Poort fase={fase} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The same as a table. */
function Fasetabel({ fasen }: { fasen: readonly Fase[] }) {
  return (
    <Tabel
      bijschrift="Fasen met hun poort"
      rijen={[...fasen]}
      sleutel={({ sleutel }) => sleutel}
      kolommen={[
        { kop: "Fase", isNaam: true, cel: ({ naam }) => naam },
        {
          kop: "Stand",
          cel: ({ stand }) => <Status soort={STAND[stand][0]}>{STAND[stand][1]}</Status>,
        },
        {
          kop: "Poort",
          cel: (fase) =>
            fase.poort ? (
              <p className={stijl.poort}>
                <Mijlpaallink mijlpaal={fase.poort} />
                <span className={stijl.stil}>{wanneer(fase)}</span>
              </p>
            ) : (
              "nog niet gekozen"
            ),
        },
        { kop: "Wacht nog op", cel: ({ wachtOp }) => wachtOp.map(({ naam }) => naam).join(", ") },
      ]}
    />
  );
}

function Mijlpaallink({ mijlpaal: { id, naam } }: { mijlpaal: { id: string; naam: string } }) {
  const { adres } = useTraject();
  const { search } = useLocation();
  return (
    <Link to={{ pathname: adres("tijdlijn", `mijlpaal/${id}`), search }} preventScrollReset>
      {naam}
    </Link>
  );
}

function Poort({ fase }: { fase: Fase }) {
  if (!fase.poort) return <p className={stijl.stil}>Nog geen mijlpaal die deze fase afsluit.</p>;
  return (
    <>
      <p className={stijl.poort}>
        tot en met <Mijlpaallink mijlpaal={fase.poort} />
        <span className={stijl.stil}>{wanneer(fase)}</span>
      </p>
      {fase.wachtOp.length > 0 && (
        <p className={stijl.stil}>
          wacht nog op{" "}
          {opsomming(
            fase.wachtOp.map(({ naam }) => `‘${naam}’`),
            Infinity,
          )}
        </p>
      )}
    </>
  );
}
