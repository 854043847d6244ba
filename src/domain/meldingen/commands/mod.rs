//! What a user can do; one file each. That somebody was informed is laid down where all contexts come together
//! (`domain::impact`), as is that somebody follows something (`domain::postbus`).

use crate::domain::command::commands;

commands!(
    lees_alle_meldingen: LeesAlleMeldingen,
    lees_meldingen: LeesMeldingen,
    stel_meldingen_in: StelMeldingenIn,
);

use super::{Gebeurtenis, Informering, Over, rijen};
use crate::domain::{
    command::{WriteTx, record},
    fout::Fout,
    organisatie::PersoonId,
};

/// Writes down that somebody was informed.
pub fn leg_informering(tx: &mut WriteTx, informering: Informering) -> Result<(), Fout> {
    tx.save(rijen::van_informering(&informering)?);
    record(tx, Gebeurtenis::Geinformeerd { informering: Box::new(informering) })
}

/// Writes down that somebody follows something from now on, or no more.
pub fn leg_volgen(tx: &mut WriteTx, persoon: PersoonId, over: Over, volgt: bool) -> Result<(), Fout> {
    let was = tx.world().meldingen.gevolgd_door(persoon);
    let gevolgd = was.met(over.clone(), volgt, tx.now())?;
    if gevolgd == was {
        return Ok(());
    }
    tx.save(rijen::van_gevolgd(persoon, &gevolgd)?);
    record(tx, Gebeurtenis::VolgenGewijzigd { persoon, over, gevolgd })
}
