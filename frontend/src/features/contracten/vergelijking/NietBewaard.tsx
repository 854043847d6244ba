import { useState } from "react";
import { Knop } from "~/ui/Knop";
import { Melding } from "~/ui/Melding";
import { Veld } from "~/ui/Veld";
import type { Cel } from "../attribuut";
import stijl from "../Contracten.module.css";
import type { Rijdata } from "./Rij";
import type { Mislukt, Wens } from "./useBewaar";
import eigen from "./Vergelijking.module.css";

type Props = {
  mislukt: Mislukt[];
  rijen: readonly Rijdata[];
  bewaar: (wensen: Wens[]) => Promise<boolean>;
  laatVallen: (id?: string) => void;
};

/** What did not go in, by row and column, with the text that was typed. Nothing of it is lost. */
export function NietBewaard({ mislukt, rijen, bewaar, laatVallen }: Props) {
  if (mislukt.length === 0) return null;
  const nu = (cel: Cel) => rijen.flatMap(({ cellen }) => cellen).find(({ id }) => id === cel.id) ?? cel;
  const rest = mislukt.filter(({ bericht }) => bericht.startsWith("Nog niet bewaard"));
  const fouten = mislukt.filter((een) => !rest.includes(een));
  return (
    <Melding soort={fouten.some(({ botst }) => botst) ? "let-op" : "fout"}>
      {mislukt.length === 1 ? "Een waarde is niet bewaard." : `${mislukt.length} waarden zijn niet bewaard.`}
      <div className={eigen.botsing}>
        {fouten.map((een) => (
          <Een
            key={een.cel.id}
            mislukt={een}
            cel={nu(een.cel)}
            naam={rijen.find(({ cellen }) => cellen.some(({ id }) => id === een.cel.id))?.naam ?? ""}
            bewaar={bewaar}
            laatVallen={laatVallen}
          />
        ))}
        {rest.length > 0 && (
          <div className={stijl.knoppen}>
            <Knop onPress={() => void bewaar(rest.map(({ cel, tekst }) => ({ cel: nu(cel), tekst })))}>
              Bewaar de andere {rest.length}
            </Knop>
            <Knop soort="stil" onPress={() => laatVallen()}>
              Laat alles vallen
            </Knop>
          </div>
        )}
      </div>
    </Melding>
  );
}

function Een({
  mislukt,
  cel,
  naam,
  bewaar,
  laatVallen,
}: {
  mislukt: Mislukt;
  cel: Cel;
  naam: string;
  bewaar: Props["bewaar"];
  laatVallen: Props["laatVallen"];
}) {
  const [tekst, zetTekst] = useState(mislukt.tekst);
  return (
    <div role="group" aria-label={`${naam}, ${cel.kolomnaam}`} className={eigen.botsing}>
      <dl>
        <dt>Cel</dt>
        <dd>
          {naam}, {cel.kolomnaam}
        </dd>
        {mislukt.botst && (
          <>
            <dt>Er staat nu</dt>
            <dd>
              {cel.waarde ?? "onbekend"}
              {cel.gewijzigdDoor && ` (${cel.gewijzigdDoor.naam})`}
            </dd>
            <dt>Jij typte</dt>
            <dd>{mislukt.tekst || "onbekend"}</dd>
          </>
        )}
      </dl>
      <Veld
        label="Jouw waarde"
        value={tekst}
        onChange={zetTekst}
        fout={mislukt.botst ? undefined : mislukt.bericht}
      />
      <div className={stijl.knoppen}>
        <Knop onPress={() => void bewaar([{ cel, tekst }])}>
          {mislukt.botst ? "Bewaar de mijne" : "Bewaar opnieuw"}
        </Knop>
        <Knop soort="stil" onPress={() => laatVallen(cel.id)}>
          {mislukt.botst ? "Laat staan wat er staat" : "Laat vallen"}
        </Knop>
      </div>
    </div>
  );
}
