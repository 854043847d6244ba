import { IconArrowsMove } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { useMag } from "~/features/account/ik";
import { usePersonen } from "~/features/integratie/keuzes";
import type { Meld } from "~/features/integratie/bord/useMeldBezig";
import { ORGANISATIE } from "~/realtime/contexten";
import { useMutatie } from "~/realtime/useMutatie";
import { Feiten } from "~/ui/Feiten";
import { Knop } from "~/ui/Knop";
import { Menu } from "~/ui/Menu";
import { kondigAan, meldToast } from "~/ui/meldingen";
import { Status } from "~/ui/Status";
import { LeegStaat } from "~/ui/Staat";
import { Zijpaneel } from "~/ui/Zijpaneel";
import { VerplaatsStakeholder } from "../operations/verplaatsStakeholder";
import { Ring } from "../stakeholders/Ring";
import { Communicatie } from "./Communicatie";
import type { Groep, Stakeholder } from "./kaart";
import type { Actie } from "./useKaart";
import { menuRegels, vakVan, type Verplaats } from "./useVerplaats";
import { VanKaartFormulier } from "./VanKaartFormulier";
import { WijzigFormulier } from "./WijzigFormulier";
import stijl from "./Kaart.module.css";

type Props = {
  stakeholder: Stakeholder | undefined;
  actie: Actie | undefined;
  groepen: readonly Groep[];
  verplaats: Verplaats;
  meldBezig: Meld;
  opSluit: () => void;
};

/** Everything the map knows of one stakeholder, and the ways to change it. */
export function StakeholderPaneel(props: Props) {
  const { stakeholder, opSluit } = props;
  return (
    <Zijpaneel titel={stakeholder?.naam ?? "Stakeholder"} opSluit={opSluit}>
      {stakeholder ? (
        <Inhoud {...props} stakeholder={stakeholder} />
      ) : (
        <LeegStaat titel="Deze stakeholder is er niet">
          Misschien is het adres niet goed overgenomen.
        </LeegStaat>
      )}
    </Zijpaneel>
  );
}

function Inhoud({ stakeholder, actie, groepen, verplaats, meldBezig }: Props & { stakeholder: Stakeholder }) {
  const { id, naam, plek, beschrijving } = stakeholder;
  const mag = useMag("StakeholdersBeheren") && plek.opKaart;
  // Read before a form asks for them: a list that grows while it is open is not a list one can choose from.
  const personen = usePersonen();
  const [doet, zetDoet] = useState<"wijzigt" | "haalt weg" | null>(null);
  useEffect(() => {
    if (doet) meldBezig("BEWERKT", id);
    else meldBezig("KIJKT");
  }, [doet, meldBezig, id]);
  return (
    <div className={stijl.paneel}>
      <p>{beschrijving || <span className={stijl.stil}>Er is nog geen beschrijving.</span>}</p>
      <section aria-labelledby="plek-kop" className={stijl.deel}>
        <h3 id="plek-kop">Plek op de kaart</h3>
        {!plek.opKaart && <p>Niet meer op de kaart: {plek.redenWeg}</p>}
        <p className={stijl.rij}>
          <Ring ring={plek.ring} />
          <span>{plek.groep.naam}</span>
          {!plek.zeker && plek.ring !== "ONZEKER" && <Status soort="onbekend">Onzeker</Status>}
        </p>
        {!plek.zeker && stakeholder.grondslagRing && (
          <p className={stijl.stil}>{stakeholder.grondslagRing}</p>
        )}
        {plek.gewijzigdDoor && (
          <p className={stijl.stil}>Het laatst gewijzigd door {plek.gewijzigdDoor.naam}.</p>
        )}
        {mag && (
          <div className={stijl.knoppen}>
            <Menu
              naam="Verplaats naar"
              knop={
                <Knop>
                  <IconArrowsMove size={16} aria-hidden /> Verplaats naar…
                </Knop>
              }
              regels={menuRegels(groepen, { groep: plek.groep.id, ring: plek.ring })}
              opKies={(regel) => verplaats(stakeholder, vakVan(regel))}
            />
            {plek.ring !== "ONZEKER" && <Zekerheid stakeholder={stakeholder} />}
          </div>
        )}
      </section>
      <section aria-labelledby="invloed-kop" className={stijl.deel}>
        <h3 id="invloed-kop">Invloed en contact</h3>
        <Feiten
          feiten={[
            { naam: "Invloed op de MGR", waarde: plek.invloedNaarMgr },
            { naam: "Invloed van de MGR", waarde: plek.invloedVanMgr },
            { naam: "Contact", waarde: plek.contact?.naam ?? "nog niemand" },
          ]}
        />
        {doet === "wijzigt" ? (
          <WijzigFormulier stakeholder={stakeholder} personen={personen} opKlaar={() => zetDoet(null)} />
        ) : (
          mag && (
            <div className={stijl.knoppen}>
              <Knop onPress={() => zetDoet("wijzigt")}>Wijzig invloed en contact</Knop>
            </div>
          )
        )}
      </section>
      <Communicatie stakeholder={stakeholder} actie={actie} personen={personen} mag={mag} />
      <p>
        <Link to={`/organisatie/stakeholders/${id}`}>Bronnen, analyses en relaties van {naam}</Link>
      </p>
      {doet === "haalt weg" ? (
        <VanKaartFormulier stakeholder={stakeholder} opKlaar={() => zetDoet(null)} />
      ) : (
        mag && (
          <div className={stijl.knoppen}>
            <Knop soort="stil" onPress={() => zetDoet("haalt weg")}>
              Haal van de kaart
            </Knop>
          </div>
        )
      )}
    </div>
  );
}

/** Somebody stands for this place, or nobody does. */
function Zekerheid({ stakeholder: { id, naam, plek } }: { stakeholder: Stakeholder }) {
  const stuur = useMutatie(VerplaatsStakeholder, ORGANISATIE.bereik);
  const wissel = async () => {
    const { versie: verwachteVersie, groep, ring } = plek;
    const uitkomst = await stuur({ id, verwachteVersie, groep: groep.id, ring, zeker: !plek.zeker });
    if (uitkomst.gelukt) kondigAan(`De plek van ${naam} is nu ${plek.zeker ? "onzeker" : "zeker"}.`);
    else meldToast(uitkomst.fouten[0]!.bericht);
  };
  return (
    <Knop soort="stil" onPress={() => void wissel()}>
      {plek.zeker ? "Noem deze plek onzeker" : "Deze plek klopt"}
    </Knop>
  );
}
