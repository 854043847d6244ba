//! Contractwerk: where contracts meet the board and the agreements. What is unknown is asked for with a task, the
//! answer closes it; a signal becomes a task; a decision becomes an agreement. And where files come in and go out:
//! [`blad`] reads and checks a sheet, [`uitvoer`] writes what a page shows.

pub mod blad;
mod draai_import_terug;
mod graphql;
mod invoer;
mod neem_import_over;
mod pak_signaal_op;
mod spreek_harmonisatie_af;
pub mod uitvoer;
mod vraag_cellen_op;
mod vul_cellen_in;

pub use draai_import_terug::DraaiImportTerug;
pub use graphql::{ContractwerkMutation, ContractwerkQuery};
pub use neem_import_over::NeemImportOver;
pub use pak_signaal_op::PakSignaalOp;
pub use spreek_harmonisatie_af::SpreekHarmonisatieAf;
pub use vraag_cellen_op::VraagCellenOp;
pub use vul_cellen_in::{Cel, VulCellenIn};

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{
    command::{Command, WriteTx},
    contracten::CelSleutel,
    fout::{Code, Fout},
    integratie::{BordId, KolomId, KolomSoort, TaakId, commands::MaakTaak},
    organisatie::PersoonId,
    rechten::{Recht, Wie, toets},
};
use crate::platform::clock::dutch_date;

/// The names of the commands here.
pub const ALLE: &[&str] = &[
    <VulCellenIn as Command>::NAAM,
    <VraagCellenOp as Command>::NAAM,
    <PakSignaalOp as Command>::NAAM,
    <SpreekHarmonisatieAf as Command>::NAAM,
    <NeemImportOver as Command>::NAAM,
    <DraaiImportTerug as Command>::NAAM,
];

/// Refuses what whoever does this may not do; the hub itself may.
fn toets_ook(tx: &WriteTx, recht: Recht, bereik: &super::rechten::Bereik) -> Result<(), Fout> {
    let Some(actor) = tx.actor().map(PersoonId) else { return Ok(()) };
    let rollen = tx.world().organisatie.rollen_van(actor, dutch_date(tx.now()));
    toets(&Wie::new(actor, rollen, true), recht, bereik)
}

/// The board for new work: the one chosen, else the first there is; with the column of what is to be done.
fn plek(tx: &WriteTx, gekozen: Option<&BordId>) -> Result<(BordId, KolomId), Fout> {
    let mut borden = tx.world().integratie.trajecten.values().flat_map(|traject| &traject.borden);
    let bord = borden.find(|bord| gekozen.is_none_or(|id| bord.id == *id));
    let bericht = "Er is geen bord voor de taak. Leg eerst een traject met een bord vast.";
    let bord = bord.ok_or_else(|| Fout::bij(Code::NietGevonden, "bord", bericht))?;
    let kolom = bord.eerste_kolom(KolomSoort::TeDoen).or(bord.kolommen.first());
    let kolom = kolom.ok_or_else(|| Fout::niet_gevonden("Deze kolom"))?;
    Ok((bord.id.clone(), kolom.id.clone()))
}

/// Puts work on a board, if who does this may also do that.
async fn maak_taak(tx: &mut WriteTx, maak: MaakTaak) -> Result<TaakId, Fout> {
    let bereik = maak.bereik(tx).await?;
    toets_ook(tx, MaakTaak::RECHT, &bereik)?;
    maak.apply(tx).await
}

/// The tasks of which nothing is left to find out, now that these cells were answered.
fn afgeronde_taken(tx: &WriteTx, beantwoord: &[(Uuid, CelSleutel)]) -> BTreeSet<Uuid> {
    let taken: BTreeSet<Uuid> = beantwoord.iter().map(|(taak, _)| *taak).collect();
    let is_open = |taak: &Uuid| {
        tx.world().contracten.cellen.values().any(|cel| {
            let vraag = cel.open_vraag().is_some_and(|vraag| vraag.taak == *taak);
            vraag && !beantwoord.iter().any(|(_, sleutel)| *sleutel == cel.sleutel())
        })
    };
    taken.into_iter().filter(|taak| !is_open(taak)).collect()
}
