use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Gebeurtenis, TrajectId, Vergadering, VergaderingId, rijen::Rij},
    organisatie::{PersoonId, RolId},
    rechten::{Bereik, Recht},
};
use jiff::civil::Date;

/// Notes when a body meets; with an id it changes a meeting that is known, and only when nobody else did meanwhile.
#[derive(Debug, Serialize)]
pub struct LegVergaderingVast {
    pub traject: TrajectId,
    pub gremium: RolId,
    pub datum: Date,
    pub aanleverdatum: Option<Date>,
    pub vervallen: bool,
    /// The meeting that changes, and the version one saw.
    pub bestaand: Option<(VergaderingId, i32)>,
}

impl Command for LegVergaderingVast {
    const NAAM: &'static str = "legVergaderingVast";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = VergaderingId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<VergaderingId, Fout> {
        let (door, op) = (tx.actor().map(PersoonId), tx.now());
        let integratie = &tx.world().integratie;
        if !integratie.trajecten.contains_key(&self.traject) {
            return Err(Fout::niet_gevonden("Dit traject"));
        }
        if !tx.world().organisatie.rollen.contains_key(&self.gremium) {
            return Err(Fout::bij(Code::NietGevonden, "gremium", "Dit gremium bestaat niet. Kies een ander."));
        }
        let van = match self.bestaand {
            Some((id, verwachte_versie)) => {
                let oud = integratie.vergaderingen.get(&id).filter(|oud| oud.traject == self.traject);
                let oud = oud.ok_or_else(|| Fout::niet_gevonden("Deze vergadering"))?;
                oud.toets_versie(verwachte_versie, door)?;
                Some(oud.as_ref().clone())
            }
            None => None,
        };
        let naar = Vergadering {
            id: van.as_ref().map_or_else(|| VergaderingId(tx.new_id()), |oud| oud.id),
            traject: self.traject.clone(),
            gremium: self.gremium.clone(),
            datum: self.datum,
            aanleverdatum: self.aanleverdatum,
            vervallen: self.vervallen,
            versie: van.as_ref().map_or(1, |oud| oud.versie + 1),
            door,
            op,
        };
        naar.toets()?;
        let dubbel = integratie.vergaderingen.values().any(|een| {
            een.id != naar.id
                && (&een.traject, &een.gremium, een.datum) == (&naar.traject, &naar.gremium, naar.datum)
                && !een.vervallen
                && !naar.vervallen
        });
        if dubbel {
            let bericht = "Dit gremium vergadert die dag al. Wijzig de vergadering die er staat.";
            return Err(Fout::bij(Code::BestaatAl, "datum", bericht));
        }
        if let Some(oud) = &van
            && (&oud.gremium, oud.datum, oud.aanleverdatum, oud.vervallen)
                == (&naar.gremium, naar.datum, naar.aanleverdatum, naar.vervallen)
        {
            return Ok(oud.id);
        }
        tx.save(naar.rij()?);
        let id = naar.id;
        record(tx, Gebeurtenis::VergaderingVastgelegd { van: van.map(Box::new), naar: Box::new(naar) })?;
        Ok(id)
    }
}
