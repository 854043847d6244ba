//! What a user can do here; one file each.

use std::sync::Arc;

use super::{
    Autonomie, AutonomieSleutel, Besluit, BudgetSleutel, Budgetregel, Gebeurtenis, Onderwerp, Overdrachtcel,
    RisicoInhoud, StapId, StapInhoud, Stapwijziging, Zienswijzepunt, ZienswijzepuntId, jaar_van, model::*,
    prognose::deelnemers, queries, rijen::Rij, streken,
};
use crate::domain::{
    command::{WriteTx, commands, record},
    fout::{Code, Fout},
    organisatie::{GemeenteId, PersoonId, RegioId, RolId},
    rechten::Bereik,
};

commands!(
    archiveer_taak: ArchiveerTaak,
    beantwoord_zienswijzepunt: BeantwoordZienswijzepunt,
    bepaal_aard: BepaalAard,
    besluit_regionaal: BesluitRegionaal,
    herstel_checkpunt: HerstelCheckpunt,
    herstel_mijlpaal: HerstelMijlpaal,
    herstel_opmerking: HerstelOpmerking,
    herstel_taak: HerstelTaak,
    laat_besluitstap_vervallen: LaatBesluitstapVervallen,
    laat_mijlpaal_vervallen: LaatMijlpaalVervallen,
    leg_besluit_vast: LegBesluitVast,
    leg_budgettabel_vast: LegBudgettabelVast,
    leg_mijlpaal_vast: LegMijlpaalVast,
    leg_traject_vast: LegTrajectVast,
    leg_vergadering_vast: LegVergaderingVast,
    maak_besluitstap: MaakBesluitstap,
    maak_mijlpaal: MaakMijlpaal,
    maak_taak: MaakTaak,
    meld_gereedheid: MeldGereedheid,
    meld_mijlpaal_gereed: MeldMijlpaalGereed,
    meld_risico: MeldRisico,
    plaats_opmerking: PlaatsOpmerking,
    plan_terug: PlanTerug,
    start_traject: StartTraject,
    trek_budgeteffect_in: TrekBudgeteffectIn,
    verplaats_mijlpaal: VerplaatsMijlpaal,
    verplaats_taak: VerplaatsTaak,
    verwijder_checkpunt: VerwijderCheckpunt,
    verwijder_opmerking: VerwijderOpmerking,
    voeg_budgeteffect_toe: VoegBudgeteffectToe,
    voeg_checkpunt_toe: VoegCheckpuntToe,
    voeg_zienswijzepunt_toe: VoegZienswijzepuntToe,
    vraag_overdracht_op: VraagOverdrachtOp,
    vul_besluitcel_in: VulBesluitcelIn,
    vul_budgetregel_in: VulBudgetregelIn,
    vul_overdracht_in: VulOverdrachtIn,
    wijzig_afhankelijkheden: WijzigAfhankelijkheden,
    wijzig_besluitregel: WijzigBesluitregel,
    wijzig_besluitstap: WijzigBesluitstap,
    wijzig_checkpunt: WijzigCheckpunt,
    wijzig_mijlpaal: WijzigMijlpaal,
    wijzig_opmerking: WijzigOpmerking,
    wijzig_risico: WijzigRisico,
    wijzig_taak: WijzigTaak,
    wijzig_zienswijzepunt: WijzigZienswijzepunt,
    zet_fasen: ZetFasen,
);
pub use vul_overdracht_in::rond_af;
pub use zet_fasen::Fasewens;

/// Refuses a gemeente that does not take part in the module of the decision.
fn toets_deelname(tx: &WriteTx, besluit: &Besluit, gemeente: &GemeenteId) -> Result<(), Fout> {
    if deelnemers(&tx.world().organisatie, &besluit.module, besluit.peildatum).contains(gemeente) {
        return Ok(());
    }
    let bericht = "Deze gemeente neemt op de peildatum geen deel aan de module. Kijk bij Organisatie, Deelname.";
    Err(Fout::bij(Code::NeemtNietDeel, "gemeente", bericht))
}

/// The gemeente whose council made a remark.
fn bereik_van_punt(tx: &WriteTx, punt: ZienswijzepuntId) -> Result<Bereik, Fout> {
    let punt = queries::zienswijzepunt(tx.world(), punt)?;
    Ok(Bereik::Gemeenten(vec![punt.gemeente]))
}

/// Keeps the next version of a remark, when anything changed.
fn bewaar_punt(tx: &mut WriteTx, van: Zienswijzepunt, naar: Zienswijzepunt) -> Result<ZienswijzepuntId, Fout> {
    if van == naar {
        return Ok(van.id);
    }
    let besluit = queries::besluit(tx.world(), &van.besluit)?;
    let naar = naar.volgende(tx.actor().map(PersoonId), tx.now());
    tx.save(naar.rij()?);
    let id = naar.id;
    let (van, naar) = (Box::new(van), Box::new(naar));
    record(tx, Gebeurtenis::ZienswijzepuntGewijzigd { traject: besluit.traject, van, naar })?;
    Ok(id)
}

/// What a risk is linked to must belong to its trajectory, and its owner must work in the hub.
fn toets_banden(tx: &WriteTx, traject: &TrajectId, inhoud: &RisicoInhoud) -> Result<(), Fout> {
    let mijlpalen = queries::mijlpalen(tx.world(), traject);
    if inhoud.mijlpalen.iter().any(|id| !mijlpalen.iter().any(|een| een.id == *id)) {
        let bericht = "Deze mijlpaal hoort niet bij dit traject. Kies een andere.";
        return Err(Fout::bij(Code::NietGevonden, "mijlpalen", bericht));
    }
    for id in &inhoud.taken {
        let Ok(taak) = queries::taak(tx.world(), *id) else {
            return Err(Fout::bij(Code::NietGevonden, "taken", "Deze taak bestaat niet. Kies een andere."));
        };
        if queries::traject_van(tx.world(), &taak.bord)?.id != *traject {
            return Err(Fout::bij(Code::AnderBord, "taken", "Deze taak hoort bij een ander traject. Kies een andere."));
        }
    }
    if let Some(eigenaar) = inhoud.eigenaar
        && !tx.world().organisatie.is_actief(eigenaar)
    {
        let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een andere eigenaar.";
        return Err(Fout::bij(Code::NietGevonden, "eigenaar", bericht));
    }
    Ok(())
}

/// Who takes a step must be known, and the milestone it ends in must belong to its trajectory.
fn toets_stap(tx: &WriteTx, traject: &TrajectId, inhoud: &StapInhoud) -> Result<(), Fout> {
    if !tx.world().organisatie.rollen.contains_key(&inhoud.gremium) {
        return Err(Fout::bij(Code::NietGevonden, "gremium", "Dit gremium bestaat niet. Kies een ander."));
    }
    let Some(mijlpaal) = &inhoud.mijlpaal else { return Ok(()) };
    if queries::mijlpaal(tx.world(), mijlpaal).is_ok_and(|een| een.traject == *traject) {
        return Ok(());
    }
    let bericht = "Deze mijlpaal hoort niet bij dit traject. Kies een andere.";
    Err(Fout::bij(Code::NietGevonden, "mijlpaal", bericht))
}

/// Did a gemeente ever fill in something in this step?
fn is_ingevuld(tx: &WriteTx, stap: &StapId) -> bool {
    tx.world().integratie.cellen.keys().any(|(van, _)| van == stap)
}

/// Keeps a decision of which one step changed.
fn bewaar_stappen(
    tx: &mut WriteTx,
    besluit: Besluit,
    stap: StapId,
    naam: String,
    wat: Stapwijziging,
) -> Result<StapId, Fout> {
    tx.save(besluit.rij()?);
    let Besluit { id, traject, stappen, .. } = besluit;
    let gewijzigd = stap.clone();
    record(tx, Gebeurtenis::BesluitstappenGewijzigd { traject, besluit: id, stap, naam, wat, stappen })?;
    Ok(gewijzigd)
}

/// Who is to reach a milestone must be a role or body that is known.
fn toets_actoren(tx: &WriteTx, actoren: &[RolId]) -> Result<(), Fout> {
    if actoren.iter().all(|rol| tx.world().organisatie.rollen.contains_key(rol)) {
        return Ok(());
    }
    Err(Fout::bij(Code::NietGevonden, "actoren", "Dit gremium bestaat niet. Kies een ander."))
}

/// The gemeenten of a region that take part in a trajectory.
fn leden_van_regio(tx: &WriteTx, traject: &TrajectId, regio: &RegioId) -> Result<Vec<GemeenteId>, Fout> {
    let traject = queries::traject(tx.world(), traject)?;
    let streek = streken(&tx.world().organisatie, &traject).into_iter().find(|(id, _)| id == regio);
    Ok(streek.map(|(_, leden)| leden).unwrap_or_default())
}

/// What is known of a function in a region; an empty cell when nobody filled it in yet.
fn overdracht_van(
    tx: &WriteTx,
    traject: &TrajectId,
    functie: &FunctieId,
    regio: &RegioId,
) -> Result<Overdrachtcel, Fout> {
    queries::traject(tx.world(), traject)?.eigen_functie(functie)?;
    if leden_van_regio(tx, traject, regio)?.is_empty() {
        let bericht = "Uit deze regio doet niemand mee aan dit traject. Kies een andere.";
        return Err(Fout::bij(Code::NeemtNietDeel, "regio", bericht));
    }
    let sleutel = (traject.clone(), functie.clone(), regio.clone());
    let cel = tx.world().integratie.overdracht.get(&sleutel).map(|cel| cel.as_ref().clone());
    Ok(cel.unwrap_or_else(|| Overdrachtcel::leeg(sleutel)))
}

/// What is known of an item: of which kind it is, and whether the region decided.
fn autonomie_van(tx: &WriteTx, sleutel: AutonomieSleutel) -> Result<Autonomie, Fout> {
    let traject = match &sleutel.1 {
        Onderwerp::Besluit(id) => queries::besluit(tx.world(), id)?.traject,
        Onderwerp::Mijlpaal(id) => queries::mijlpaal(tx.world(), id)?.traject,
        Onderwerp::Taak(id) => {
            let taak = queries::taak(tx.world(), *id)?;
            queries::traject_van(tx.world(), &taak.bord)?.id.clone()
        }
    };
    if traject != sleutel.0 {
        return Err(Fout::bij(Code::NietGevonden, "id", "Dit hoort bij een ander traject. Kies iets anders."));
    }
    let bekend = tx.world().integratie.autonomie.get(&sleutel).map(|een| een.as_ref().clone());
    Ok(bekend.unwrap_or_else(|| Autonomie::leeg(sleutel)))
}

/// A line of the budget; an empty one when nobody filled it in yet.
fn budgetregel_van(tx: &WriteTx, sleutel: BudgetSleutel) -> Result<Budgetregel, Fout> {
    let traject = queries::traject(tx.world(), &sleutel.0)?;
    traject.eigen_functie(&sleutel.1)?;
    jaar_van(sleutel.3)?;
    if !streken(&tx.world().organisatie, &traject).iter().any(|(_, leden)| leden.contains(&sleutel.2)) {
        let bericht = "Deze gemeente doet niet mee aan dit traject. Kijk bij Organisatie, Deelname.";
        return Err(Fout::bij(Code::NeemtNietDeel, "gemeente", bericht));
    }
    let regel = tx.world().integratie.budget.get(&sleutel).map(|regel| regel.as_ref().clone());
    Ok(regel.unwrap_or_else(|| Budgetregel::leeg(sleutel)))
}

/// Keeps the next version of a cell.
fn bewaar_overdracht(tx: &mut WriteTx, cel: Overdrachtcel) -> Result<Overdrachtcel, Fout> {
    let cel = Overdrachtcel { versie: cel.versie + 1, door: tx.actor().map(PersoonId), op: tx.now(), ..cel };
    tx.save(cel.rij()?);
    Ok(cel)
}

/// The gemeenten a task is about: who may change it.
fn bereik_van_taak(tx: &WriteTx, taak: TaakId) -> Result<Bereik, Fout> {
    let taak = queries::taak(tx.world(), taak)?;
    Ok(Bereik::Gemeenten(taak.gemeenten.into_iter().collect()))
}

/// The one who wrote a remark.
fn bereik_van_opmerking(tx: &WriteTx, opmerking: OpmerkingId) -> Result<Bereik, Fout> {
    let opmerking = queries::opmerking(tx.world(), opmerking)?;
    Ok(opmerking.door.map_or(Bereik::Alles, Bereik::Persoon))
}

/// A task that may be changed, with the trajectory it belongs to.
fn open_taak(tx: &WriteTx, taak: TaakId) -> Result<(Taak, Arc<Traject>), Fout> {
    let taak = queries::taak(tx.world(), taak)?;
    taak.toets_open()?;
    let traject = queries::traject_van(tx.world(), &taak.bord)?;
    Ok((taak, traject))
}

/// Everything a wish refers to must exist: functie, gemeenten, eigenaar.
fn toets_verwijzingen(tx: &WriteTx, traject: &Traject, wens: &Wens) -> Result<(), Fout> {
    if let Some(Some(functie)) = &wens.functie
        && traject.functie(functie).is_none()
    {
        return Err(Fout::bij(
            Code::NietGevonden,
            "functie",
            "Deze functie hoort niet bij dit traject. Kies een andere.",
        ));
    }
    let organisatie = &tx.world().organisatie;
    if wens.gemeenten.iter().flatten().any(|gemeente| !organisatie.gemeenten.contains_key(gemeente)) {
        return Err(Fout::bij(Code::NietGevonden, "gemeenten", "Deze gemeente bestaat niet. Kies een andere."));
    }
    if let Some(Some(eigenaar)) = wens.eigenaar
        && !organisatie.is_actief(eigenaar)
    {
        let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een andere eigenaar.";
        return Err(Fout::bij(Code::NietGevonden, "eigenaar", bericht));
    }
    Ok(())
}
