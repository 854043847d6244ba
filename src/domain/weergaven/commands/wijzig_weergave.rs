use serde::Serialize;

use super::leg_weergave;
use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    rechten::{Bereik, Recht},
    weergaven::{Weergave, WeergaveId},
};

/// Renames a weergave, gives it what is chosen now, shares it, takes it off the menus or puts it back; `None` leaves
/// as it is. Only its maker may.
#[derive(Debug, Serialize)]
pub struct WijzigWeergave {
    pub weergave: WeergaveId,
    pub naam: Option<String>,
    pub zoek: Option<String>,
    pub gedeeld: Option<bool>,
    pub vervallen: Option<bool>,
}

fn van(tx: &WriteTx, id: WeergaveId) -> Result<Weergave, Fout> {
    let gevonden = tx.world().weergaven.weergaven.get(&id);
    gevonden.map(|weergave| Weergave::clone(weergave)).ok_or_else(|| Fout::niet_gevonden("Deze weergave"))
}

impl Command for WijzigWeergave {
    const NAAM: &'static str = "wijzigWeergave";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = WeergaveId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Persoon(van(tx, self.weergave)?.eigenaar))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<WeergaveId, Fout> {
        let van = van(tx, self.weergave)?;
        let naar = Weergave {
            naam: self.naam.clone().unwrap_or_else(|| van.naam.clone()),
            zoek: self.zoek.clone().unwrap_or_else(|| van.zoek.clone()),
            gedeeld: self.gedeeld.unwrap_or(van.gedeeld),
            vervallen: self.vervallen.unwrap_or(van.vervallen),
            ..van.clone()
        };
        leg_weergave(tx, Some(van), naar)?;
        Ok(self.weergave)
    }
}
