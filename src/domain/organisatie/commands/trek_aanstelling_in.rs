use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        organisatie::{Aanstelling, AanstellingId, Gebeurtenis, Hubrol, rijen, tables::aanstelling},
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Withdraws a role; it stops at once.
#[derive(Debug, Serialize)]
pub struct TrekAanstellingIn {
    pub aanstelling: AanstellingId,
}

impl Command for TrekAanstellingIn {
    const NAAM: &'static str = "trekAanstellingIn";
    const RECHT: Recht = Recht::PersonenBeheren;
    type Uitkomst = Aanstelling;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::aanstelling(tx, self.aanstelling).await.map(|aanstelling| Bereik::Persoon(aanstelling.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Aanstelling, Fout> {
        let known = rijen::aanstelling(tx, self.aanstelling).await?;
        let vandaag = dutch_date(tx.now());
        if known.is_voorbij(vandaag) {
            return Ok(known);
        }
        if known.hubrol == Hubrol::Beheerder {
            let beheerders = rijen::houders_van(tx, Hubrol::Beheerder, vandaag).await?;
            rijen::niet_de_laatste(&beheerders, |aanstelling| aanstelling.id == known.id)?;
        }
        // Its last day was yesterday. A role that began today or later was then never in force.
        let tot = vandaag.yesterday().map_err(|_| Fout::new(Code::DatumOngeldig, "Vandaag heeft geen gisteren."))?;
        let ended = Aanstelling { tot: Some(tot), ..known };
        let row =
            aanstelling::ActiveModel { id: Set(ended.id.0), tot: Set(Some(tot.to_string())), ..Default::default() };
        aanstelling::Entity::update(row).exec(tx.conn()).await?;
        record(tx, Gebeurtenis::AanstellingIngetrokken { aanstelling: ended.clone() })?;
        Ok(ended)
    }
}
