use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        invoer,
        organisatie::{
            Aanstelling, AanstellingId, Gebeurtenis, GemeenteId, Hubrol, PersoonId, rijen,
            tables::{aanstelling, feit},
        },
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Gives someone a role in the hub, from today unless it says otherwise.
#[derive(Debug, Serialize)]
pub struct GeefAanstelling {
    pub persoon: PersoonId,
    pub hubrol: Hubrol,
    pub gemeente: Option<GemeenteId>,
    pub van: Option<Date>,
    pub tot: Option<Date>,
    /// Whom they stand in for; that person holds the same role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vervangt: Option<PersoonId>,
}

impl Command for GeefAanstelling {
    const NAAM: &'static str = "geefAanstelling";
    const RECHT: Recht = Recht::PersonenBeheren;
    type Uitkomst = Aanstelling;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::persoon(tx, self.persoon).await.map(|persoon| Bereik::Persoon(persoon.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Aanstelling, Fout> {
        self.hubrol.toets_gemeente(self.gemeente.as_ref())?;
        if let Some(GemeenteId(sleutel)) = &self.gemeente {
            let known = feit::Entity::find_by_id(("Gemeente".to_owned(), sleutel.clone())).one(tx.conn()).await?;
            known.ok_or_else(|| Fout { veld: Some("gemeente".into()), ..Fout::niet_gevonden("Deze gemeente") })?;
        }
        let new = Aanstelling {
            id: AanstellingId(tx.new_id()),
            persoon: self.persoon,
            hubrol: self.hubrol,
            gemeente: self.gemeente.clone(),
            van: invoer::datum("van", self.van.unwrap_or_else(|| dutch_date(tx.now())))?,
            tot: self.tot.map(|tot| invoer::datum("tot", tot)).transpose()?,
            vervangt: self.vervangt,
        };
        self.toets_vervangt(tx)?;
        if new.tot.is_some_and(|tot| tot < new.van) {
            let bericht = "De einddatum ligt voor de begindatum. Kies een latere einddatum.";
            return Err(Fout::bij(Code::DatumOngeldig, "tot", bericht));
        }
        let hers = aanstelling::Entity::find().filter(aanstelling::Column::Persoon.eq(self.persoon.0));
        for row in hers.all(tx.conn()).await? {
            if Aanstelling::try_from(row)?.valt_samen_met(&new) {
                let bericht = "Deze persoon heeft deze rol in (een deel van) die periode al.";
                return Err(Fout::bij(Code::BestaatAl, "hubrol", bericht));
            }
        }
        let row = aanstelling::Model::from(&new).into_active_model();
        aanstelling::Entity::insert(row).exec_without_returning(tx.conn()).await?;
        record(tx, Gebeurtenis::AanstellingGegeven { aanstelling: new.clone() })?;
        Ok(new)
    }
}

impl GeefAanstelling {
    /// One stands in for somebody else who holds the role.
    fn toets_vervangt(&self, tx: &WriteTx) -> Result<(), Fout> {
        let Some(wie) = self.vervangt else { return Ok(()) };
        let rollen = tx.world().organisatie.rollen_van(wie, dutch_date(tx.now()));
        if wie != self.persoon && rollen.contains(&(self.hubrol, self.gemeente.clone())) {
            return Ok(());
        }
        let bericht = "Kies iemand anders die deze rol nu heeft, voor dezelfde gemeente.";
        Err(Fout::bij(Code::OngeldigeWaarde, "vervangt", bericht))
    }
}
