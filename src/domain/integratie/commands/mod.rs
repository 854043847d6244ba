//! What a user can do here; one file each.

use std::collections::BTreeSet;

use sea_orm::EntityTrait;

use super::{model::*, queries, rijen::Rij, tables};
use crate::{
    domain::{
        command::{WriteTx, commands},
        fout::{Code, Fout},
        organisatie::PersoonId,
        rechten::Bereik,
    },
    platform::graphql::relay,
};

commands!(
    archiveer_taak: ArchiveerTaak,
    herstel_checkpunt: HerstelCheckpunt,
    herstel_opmerking: HerstelOpmerking,
    herstel_taak: HerstelTaak,
    leg_traject_vast: LegTrajectVast,
    maak_taak: MaakTaak,
    plaats_opmerking: PlaatsOpmerking,
    verplaats_taak: VerplaatsTaak,
    verwijder_checkpunt: VerwijderCheckpunt,
    verwijder_opmerking: VerwijderOpmerking,
    voeg_checkpunt_toe: VoegCheckpuntToe,
    wijzig_checkpunt: WijzigCheckpunt,
    wijzig_opmerking: WijzigOpmerking,
    wijzig_taak: WijzigTaak,
);

/// The gemeenten a task is about: who may change it.
fn bereik_van_taak(tx: &WriteTx, taak: TaakId) -> Result<Bereik, Fout> {
    let taak = queries::taak(tx.world(), taak)?;
    Ok(Bereik::Gemeenten(taak.gemeenten.into_iter().collect()))
}

/// The one who wrote a remark.
async fn bereik_van_opmerking(tx: &WriteTx, opmerking: OpmerkingId) -> Result<Bereik, Fout> {
    let opmerking = queries::opmerking(tx.conn(), opmerking).await?;
    Ok(opmerking.door.map_or(Bereik::Alles, Bereik::Persoon))
}

/// A task that may be changed, with the trajectory it belongs to.
fn open_taak(tx: &WriteTx, taak: TaakId) -> Result<(Taak, Traject), Fout> {
    let taak = queries::taak(tx.world(), taak)?;
    taak.toets_open()?;
    let traject = queries::traject_van(tx.world(), &taak.bord)?;
    Ok((taak, traject))
}

async fn bewaar_taak(tx: &WriteTx, taak: &Taak) -> Result<(), Fout> {
    tables::taak::Entity::update(taak.rij()?).exec(tx.conn()).await?;
    Ok(())
}

async fn bewaar_checkpunt(tx: &WriteTx, checkpunt: &Checkpunt) -> Result<(), Fout> {
    tables::checkpunt::Entity::update(checkpunt.rij()?).exec(tx.conn()).await?;
    Ok(())
}

async fn bewaar_opmerking(tx: &WriteTx, opmerking: &Opmerking) -> Result<(), Fout> {
    tables::opmerking::Entity::update(opmerking.rij()?).exec(tx.conn()).await?;
    Ok(())
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

/// The persons mentioned in a text, as far as they work in the hub.
fn vermelde_personen(tx: &WriteTx, tekst: &str) -> BTreeSet<PersoonId> {
    let persoon = |id: &str| {
        let global = relay::parse(id).filter(|global| global.kind == "Persoon");
        let key = global.map_or_else(|| id.to_owned(), |global| global.key);
        uuid::Uuid::try_parse(&key).ok().map(PersoonId)
    };
    let mut vermelde = vermeldingen(tekst, persoon);
    vermelde.retain(|persoon| tx.world().organisatie.is_actief(*persoon));
    vermelde
}
