//! What a user can do; one file each.

use crate::domain::{
    command::{WriteTx, commands, record},
    fout::{Code, Fout},
};

use super::{Gebeurtenis, MAX_PER_PERSOON, Weergave, rijen::van_weergave};

commands!(
    bewaar_weergave: BewaarWeergave,
    wijzig_weergave: WijzigWeergave,
);

/// Writes a weergave, unless its maker has one of that name on that page, or too many.
fn leg_weergave(tx: &mut WriteTx, van: Option<Weergave>, naar: Weergave) -> Result<(), Fout> {
    let naar = naar.getoetst()?;
    if van.as_ref() == Some(&naar) {
        return Ok(());
    }
    let alle = &tx.world().weergaven.weergaven;
    if !naar.vervallen && alle.values().any(|ander| ander.heet_als(&naar)) {
        let bericht = "Je hebt op deze pagina al een weergave met deze naam. Kies een andere naam, of werk die bij.";
        return Err(Fout::bij(Code::BestaatAl, "naam", bericht));
    }
    let eigen = alle.values().filter(|ander| ander.eigenaar == naar.eigenaar && !ander.vervallen).count();
    if van.is_none() && eigen >= MAX_PER_PERSOON {
        let bericht = "Je hebt al tweehonderd weergaven. Verwijder er eerst een die je niet meer gebruikt.";
        return Err(Fout::bij(Code::TeGroot, "naam", bericht));
    }
    tx.save(van_weergave(&naar)?);
    record(tx, Gebeurtenis::WeergaveBewaard { van, naar })
}
