use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;

use super::NAAM_MAX;
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::Fout,
        invoer,
        organisatie::{Gebeurtenis, Hubrol, Persoon, PersoonId, rijen, tables::persoon},
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Changes what is given. Blocking ends all sign-ins and tokens; a new password ends all sign-ins.
#[derive(Debug, Serialize)]
pub struct WijzigPersoon {
    pub persoon: PersoonId,
    pub naam: Option<String>,
    pub email: Option<String>,
    pub actief: Option<bool>,
    #[serde(skip)]
    pub wachtwoord_hash: Option<String>,
}

impl Command for WijzigPersoon {
    const NAAM: &'static str = "wijzigPersoon";
    const RECHT: Recht = Recht::PersonenBeheren;
    type Uitkomst = Persoon;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::persoon(tx, self.persoon).await.map(|persoon| Bereik::Persoon(persoon.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Persoon, Fout> {
        let van = rijen::persoon(tx, self.persoon).await?;
        let mut naar = van.clone();
        if let Some(naam) = &self.naam {
            naar.naam = invoer::tekst("naam", naam, NAAM_MAX)?;
        }
        if let Some(email) = &self.email {
            naar.email = invoer::email("email", email)?;
            rijen::email_is_vrij(tx, &naar).await?;
        }
        naar.actief = self.actief.unwrap_or(van.actief);
        if van.actief && !naar.actief {
            self.blijft_er_een_beheerder(tx).await?;
        }
        if naar != van {
            let row = persoon::ActiveModel {
                id: Set(naar.id.0),
                naam: Set(naar.naam.clone()),
                email: Set(naar.email.clone()),
                actief: Set(naar.actief),
                ..Default::default()
            };
            persoon::Entity::update(row).exec(tx.conn()).await?;
            record(tx, Gebeurtenis::PersoonGewijzigd { van: van.clone(), naar: naar.clone() })?;
        }
        if let Some(hash) = &self.wachtwoord_hash {
            rijen::stel_wachtwoord_in(tx, naar.id, hash).await?;
        }
        if !naar.actief || self.wachtwoord_hash.is_some() {
            rijen::beeindig_aanmeldingen(tx, naar.id, None).await?;
        }
        if !naar.actief {
            rijen::trek_tokens_in(tx, naar.id).await?;
        }
        Ok(naar)
    }
}

impl WijzigPersoon {
    async fn blijft_er_een_beheerder(&self, tx: &WriteTx) -> Result<(), Fout> {
        let beheerders = rijen::houders_van(tx, Hubrol::Beheerder, dutch_date(tx.now())).await?;
        rijen::niet_de_laatste(&beheerders, |aanstelling| aanstelling.persoon == self.persoon)
    }
}
