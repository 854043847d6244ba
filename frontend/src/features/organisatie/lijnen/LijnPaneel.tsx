import { Link } from "react-router";
import { useMag } from "~/features/account/ik";
import { adresVan, FASE } from "~/features/afspraken/afspraak";
import type { Lijnstand } from "~/graphql/gen/graphql";
import { datumTekst } from "~/lib/datum";
import { ORGANISATIE } from "~/realtime/contexten";
import { useMutatie } from "~/realtime/useMutatie";
import { Herkomstregel } from "~/ui/Herkomstregel";
import { Knop } from "~/ui/Knop";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { LeegStaat } from "~/ui/Staat";
import { Status } from "~/ui/Status";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { ZetLijn } from "../operations/zetLijn";
import { Partij } from "../Partij";
import lijst from "../Organisatie.module.css";
import { lijnNaam, type Lijn } from "./lijnen";
import stijl from "./Lijnen.module.css";

/** What runs over one line, and what is silent. */
export function LijnPaneel({ lijn, opSluit }: { lijn: Lijn | undefined; opSluit: () => void }) {
  return (
    <Zijpaneel titel={lijn ? lijnNaam(lijn) : "Lijn"} opSluit={opSluit}>
      {lijn ? (
        <Inhoud lijn={lijn} />
      ) : (
        <LeegStaat titel="Deze lijn is er niet">Misschien is zij vervallen terwijl je keek.</LeegStaat>
      )}
    </Zijpaneel>
  );
}

function Inhoud({ lijn: { relatie, afspraken, vergaderingen, frequenties, stil } }: { lijn: Lijn }) {
  return (
    <div className={stijl.paneel}>
      <section className={stijl.deel} aria-label="De lijn">
        <p>
          Van <Partij partij={relatie.van} /> naar <Partij partij={relatie.naar} />: {relatie.soort}
          {relatie.module && `, in ${relatie.module.naam.toLowerCase()}`}.
        </p>
        <p>{relatie.omschrijving}</p>
        {relatie.stand === "GEWENST" && <Status soort="wacht">Gewenst, nog niet daar</Status>}
        {!relatie.eigen && <Herkomstregel herkomst={relatie.herkomst} />}
        <Stand relatie={relatie} />
      </section>
      <section className={stijl.deel} aria-labelledby="loopt-kop">
        <h3 id="loopt-kop">Wat erover loopt</h3>
        {stil && (
          <p>
            <Status soort="fout">Stil</Status> Over deze lijn loopt niets in de hub: geen afspraak, geen
            vergadering, geen afgesproken overleg of rapportage.
          </p>
        )}
        <Rij
          kop="Afspraken"
          leeg="Geen afspraak tussen deze partijen."
          regels={afspraken.map(({ id, naam, fase }) => (
            <li key={id}>
              <span className={lijst.cel}>
                <Link to={adresVan(id)}>{naam}</Link>
                <Status soort={FASE[fase][0]}>{FASE[fase][1]}</Status>
              </span>
            </li>
          ))}
        />
        <Rij
          kop="Vergaderingen"
          leeg="Geen vergadering in een kalender."
          regels={vergaderingen.map(({ id, datum, gremium }) => (
            <li key={id}>
              <Link to={`/organisatie/rollen/${gremium.id}`}>{gremium.naam}</Link>
              <span>{datumTekst(datum)}</span>
            </li>
          ))}
        />
        <Rij
          kop="Afgesproken overleg en rapportages"
          leeg="Niets afgesproken."
          regels={frequenties.map(({ naam, hoeVaak }) => (
            <li key={naam}>
              {naam}: {hoeVaak ?? "onbekend hoe vaak"}
            </li>
          ))}
        />
      </section>
    </div>
  );
}

function Rij({ kop, leeg, regels }: { kop: string; leeg: string; regels: React.ReactNode[] }) {
  return (
    <div className={stijl.deel}>
      <h4>{kop}</h4>
      {regels.length === 0 ? <p className={stijl.stil}>{leeg}</p> : <ul className={lijst.lijst}>{regels}</ul>}
    </div>
  );
}

/** A line made here is wanted, comes, and may go. */
function Stand({ relatie: { id, stand, eigen } }: { relatie: Lijn["relatie"] }) {
  const mag = useMag("StakeholdersBeheren");
  const stuur = useMutatie(ZetLijn, ORGANISATIE.bereik);
  if (!mag || !eigen) return null;
  const zet = async (naar: Lijnstand, gezegd: string) => {
    const uitkomst = await stuur({ id, verwachteStand: stand, stand: naar });
    if (uitkomst.gelukt) kondigAan(gezegd);
    else meldToast(uitkomst.fouten[0]!.bericht);
  };
  return (
    <div className={stijl.knoppen}>
      {stand === "GEWENST" ? (
        <Knop soort="vol" onPress={() => void zet("BESTAAND", "De lijn is er.")}>
          Deze lijn is er nu
        </Knop>
      ) : (
        <Knop onPress={() => void zet("GEWENST", "De lijn is weer gewenst.")}>Toch nog niet daar</Knop>
      )}
      <Knop soort="stil" onPress={() => void zet("VERVALLEN", "De lijn is vervallen.")}>
        Laat vervallen
      </Knop>
    </div>
  );
}
