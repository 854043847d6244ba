//! What a user can do; one file each. That somebody was informed is laid down where all contexts come together
//! (`domain::impact`).

use crate::domain::command::commands;

commands!(
    lees_alle_meldingen: LeesAlleMeldingen,
    lees_meldingen: LeesMeldingen,
    stel_meldingen_in: StelMeldingenIn,
);

use super::{Gebeurtenis, Informering, rijen};
use crate::domain::{
    command::{WriteTx, record},
    fout::Fout,
};

/// Writes down that somebody was informed.
pub fn leg_informering(tx: &mut WriteTx, informering: Informering) -> Result<(), Fout> {
    tx.save(rijen::van_informering(&informering)?);
    record(tx, Gebeurtenis::Geinformeerd { informering: Box::new(informering) })
}
