use jiff::civil::Date;
use serde::Serialize;

use super::bereik_van_gemeente;
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        organisatie::{Bezetting, BezettingId, Gebeurtenis, GemeenteId, PersoonId, RolId},
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Says who holds a role or sits in a body, from today unless it says otherwise.
#[derive(Debug, Serialize)]
pub struct BezetRol {
    pub rol: RolId,
    pub gemeente: Option<GemeenteId>,
    pub persoon: Option<PersoonId>,
    pub functie: String,
    pub van: Option<Date>,
    pub tot: Option<Date>,
    pub vervanger: Option<PersoonId>,
}

impl Command for BezetRol {
    const NAAM: &'static str = "bezetRol";
    const RECHT: Recht = Recht::RollenBezetten;
    type Uitkomst = BezettingId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van_gemeente(self.gemeente.as_ref()))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<BezettingId, Fout> {
        let new = Bezetting {
            id: BezettingId(tx.new_id()),
            rol: self.rol.clone(),
            gemeente: self.gemeente.clone(),
            persoon: self.persoon,
            functie: self.functie.clone(),
            van: self.van.unwrap_or_else(|| dutch_date(tx.now())),
            tot: self.tot,
            vervanger: self.vervanger,
            versie: 1,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        let new = new.getoetst(&tx.world().organisatie)?;
        let wie = |een: &Bezetting| (een.rol.clone(), een.gemeente.clone(), een.persoon, een.functie.to_lowercase());
        let mut anderen = tx.world().organisatie.bezettingen.values();
        if anderen.any(|ander| wie(ander) == wie(&new) && ander.tot.is_none_or(|tot| tot >= new.van)) {
            let bericht = "Dit staat er al. Wijzig wat er staat, of kies een latere begindatum.";
            return Err(Fout::bij(Code::BestaatAl, "persoon", bericht));
        }
        tx.save(new.rij()?);
        let id = new.id;
        record(tx, Gebeurtenis::BezettingVastgelegd { van: None, naar: Box::new(new) })?;
        Ok(id)
    }
}
