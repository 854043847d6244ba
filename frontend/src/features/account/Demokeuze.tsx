import { useState } from "react";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Regiolabel, vanStreek } from "~/ui/Regiolabel";
import { meldAanInDemo, type DemoPersoon } from "./aanmelden";
import { groepeer } from "./groepeer";
import { HUBROLLEN, rolNaam } from "./rollen";
import type { Hubrol } from "~/graphql/gen/graphql";
import stijl from "./Aanmelden.module.css";

type Props = { personen: DemoPersoon[]; opAangemeld: () => void; kop?: "h2" | "h3" };

/** One click to be somebody: only where the server offers it. */
export function Demokeuze({ personen, opAangemeld, kop: Kop = "h2" }: Props) {
  const [fout, zetFout] = useState<string>();
  if (personen.length === 0) return null;

  const kies = async (id: string) => {
    const { fouten } = await meldAanInDemo(id);
    if (fouten[0]) zetFout(fouten[0].bericht);
    else opAangemeld();
  };
  const Onderkop = Kop === "h2" ? "h3" : "h4";
  const { mgr, streken } = groepeer(personen);
  return (
    <section className={stijl.demo}>
      <Kop>Kies een rol</Kop>
      <p className={stijl.uitleg}>Dit is een demo. Kies wie je bent; je hebt geen wachtwoord nodig.</p>
      {fout && <Melding soort="fout">{fout}</Melding>}
      <ul className={stijl.rollen} aria-label="Rollen bij de MGR">
        {mgr.map(({ id, naam, hubrol }) => (
          <li key={`${id} ${hubrol}`}>
            <Knop onPress={() => void kies(id)} aria-label={naam}>
              <span className={stijl.rol}>
                <strong>{naam}</strong>
                <span>
                  {naam.startsWith(rolNaam(hubrol))
                    ? HUBROLLEN[hubrol as Hubrol].doet
                    : `heeft de rol ${rolNaam(hubrol)}`}
                </span>
              </span>
            </Knop>
          </li>
        ))}
      </ul>
      <Onderkop>Accounthouder van een gemeente</Onderkop>
      {streken.map(({ streek, personen: lijst }) => {
        const regio = vanStreek(streek);
        return (
          <div key={streek} className={stijl.streek}>
            {regio ? <Regiolabel regio={regio} lang /> : streek}
            <div className={stijl.gemeenten}>
              {lijst.map(({ id, gemeente, hubrol }) => (
                <Knop
                  key={`${id} ${hubrol}`}
                  onPress={() => void kies(id)}
                  aria-label={`${rolNaam(hubrol)} ${gemeente}`}
                >
                  {hubrol === "ACCOUNTHOUDER" ? gemeente : `${rolNaam(hubrol)} ${gemeente}`}
                </Knop>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}
