use serde::Serialize;

use super::leg_weergave;
use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
    weergaven::{Weergave, WeergaveId},
};

/// Keeps what someone chose on a page, under a name.
#[derive(Debug, Serialize)]
pub struct BewaarWeergave {
    pub persoon: PersoonId,
    pub pagina: String,
    pub zoek: String,
    pub naam: String,
    pub gedeeld: bool,
}

impl Command for BewaarWeergave {
    const NAAM: &'static str = "bewaarWeergave";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = WeergaveId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Persoon(self.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<WeergaveId, Fout> {
        let id = WeergaveId(tx.new_id());
        let naar = Weergave {
            id,
            eigenaar: self.persoon,
            pagina: self.pagina.clone(),
            zoek: self.zoek.clone(),
            naam: self.naam.clone(),
            gedeeld: self.gedeeld,
            vervallen: false,
        };
        leg_weergave(tx, None, naar)?;
        Ok(id)
    }
}
