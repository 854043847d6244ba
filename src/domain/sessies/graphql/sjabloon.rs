//! Ways to run a session: those of the house, and those people kept and changed here.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::uitslag::StemmingNode;
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Aanvraag, aanvraag, doe, sleutel, uuid_sleutel},
        rechten::{Bereik, Recht},
        sessies::{Fasesoort, SessieId, Sjabloon, Sjabloonfase, Stemming, Stemvorm, commands::BewaarSjabloon},
    },
    platform::graphql::{relay::global_id, scalars::Positie},
};

/// Een manier om een sessie te laten verlopen.
#[derive(SimpleObject)]
pub struct Sessiesjabloon {
    /// Adres van dit sjabloon.
    id: ID,
    /// De naam.
    naam: String,
    /// Waar het goed voor is.
    omschrijving: String,
    /// Hier gemaakt, en niet een vorm van het huis?
    eigen: bool,
    /// Hoe vaak het gewijzigd is; geef dit mee als je het wijzigt.
    versie: i32,
    /// De fasen, op volgorde.
    fasen: Vec<SjabloonfaseNode>,
    /// Hoeveel minuten het samen duurt, voor zover bekend.
    minuten: i32,
}

/// Een fase van een sjabloon.
#[derive(SimpleObject)]
#[graphql(name = "Sjabloonfase")]
pub struct SjabloonfaseNode {
    /// Wat je doet.
    soort: Fasesoort,
    /// De naam.
    naam: String,
    /// Wat er gevraagd wordt; leeg als dat vanzelf spreekt.
    uitleg: String,
    /// De kolommen; alleen bij verzamelen.
    kolommen: Vec<String>,
    /// Hoe er gestemd wordt; alleen bij stemmen.
    stemming: Option<StemmingNode>,
    /// De antwoorden waaruit te kiezen is; alleen bij een peiling.
    antwoorden: Vec<String>,
    /// Hoeveel minuten ervoor staan; leeg: zo lang als nodig.
    minuten: Option<i32>,
}

impl From<&Arc<Sjabloon>> for Sessiesjabloon {
    fn from(sjabloon: &Arc<Sjabloon>) -> Self {
        let fase = |fase: &Sjabloonfase| SjabloonfaseNode {
            soort: fase.soort,
            naam: fase.naam.clone(),
            uitleg: fase.uitleg.clone(),
            kolommen: fase.kolommen.clone(),
            stemming: fase.stemming.as_ref().map(StemmingNode::from),
            antwoorden: fase.stemming.as_ref().map(|stemming| stemming.antwoorden.clone()).unwrap_or_default(),
            minuten: fase.minuten,
        };
        Self {
            id: global_id("Sessiesjabloon", &sjabloon.id),
            naam: sjabloon.naam.clone(),
            omschrijving: sjabloon.omschrijving.clone(),
            eigen: sjabloon.eigen,
            versie: sjabloon.versie,
            fasen: sjabloon.fasen.iter().map(fase).collect(),
            minuten: sjabloon.fasen.iter().filter_map(|fase| fase.minuten).sum(),
        }
    }
}

/// Wat je over sjablonen kunt vragen.
#[derive(Default)]
pub struct SjabloonQuery;

#[Object]
impl SjabloonQuery {
    /// De sjablonen: de vormen van het huis, en wat hier bewaard is.
    async fn sessiesjablonen(&self, ctx: &Context<'_>) -> Result<Vec<Sessiesjabloon>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::SessiesLezen, &Bereik::Alles)?;
        let beeld = aanvraag.beeld();
        let mut sjablonen: Vec<_> = beeld.sessies().sjablonen.values().filter(|een| !een.vervallen).collect();
        sjablonen.sort_by_key(|sjabloon| (sjabloon.eigen, sjabloon.naam.to_lowercase(), sjabloon.id.clone()));
        Ok(sjablonen.into_iter().map(Sessiesjabloon::from).collect())
    }
}

/// Het verloop van een sessie bewaren als sjabloon.
#[derive(InputObject)]
pub struct BewaarSjabloonInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De sessie waarvan het verloop bewaard wordt.
    sessie: ID,
    /// De naam van het sjabloon, 1 tot 120 tekens.
    naam: String,
    /// Waar het goed voor is, hooguit 500 tekens.
    omschrijving: Option<String>,
}

/// Hoe er in een fase gestemd wordt.
#[derive(InputObject)]
pub struct SjabloonstemmingInput {
    /// Hoe je stemt.
    vorm: Stemvorm,
    /// Hoeveel punten iemand verdeelt, 1 tot 20; alleen bij punten.
    #[graphql(default)]
    budget: u32,
    /// Hoeveel punten één keuze hooguit krijgt; alleen bij punten.
    #[graphql(default)]
    per_keuze: u32,
    /// De antwoorden, 2 tot 12; alleen bij een peiling.
    #[graphql(default)]
    antwoorden: Vec<String>,
}

/// Een fase van een sjabloon.
#[derive(InputObject)]
pub struct SjabloonfaseInput {
    /// Wat je doet.
    soort: Fasesoort,
    /// De naam, 1 tot 120 tekens.
    naam: String,
    /// Wat er gevraagd wordt, hooguit 500 tekens.
    uitleg: Option<String>,
    /// De kolommen, één tot negen; alleen bij verzamelen.
    #[graphql(default)]
    kolommen: Vec<String>,
    /// Hoe er gestemd wordt; alleen bij stemmen.
    stemming: Option<SjabloonstemmingInput>,
    /// Hoeveel minuten ervoor staan, 1 tot 240; leeg: zo lang als nodig.
    minuten: Option<i32>,
}

/// Een eigen sjabloon, nieuw of gewijzigd.
#[derive(InputObject)]
pub struct SchrijfSjabloonInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het eigen sjabloon dat anders wordt; leeg: een nieuw.
    sjabloon: Option<ID>,
    /// De versie die je zag; alleen bij een wijziging.
    #[graphql(default)]
    verwachte_versie: i32,
    /// De naam, 1 tot 120 tekens.
    naam: String,
    /// Waar het goed voor is, hooguit 500 tekens.
    omschrijving: Option<String>,
    /// De fasen op volgorde, één tot twintig.
    fasen: Vec<SjabloonfaseInput>,
}

/// Een eigen sjabloon laten vervallen, of het terughalen.
#[derive(InputObject)]
pub struct LaatSjabloonVervallenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het eigen sjabloon.
    sjabloon: ID,
    /// Onwaar: haal het terug.
    #[graphql(default = true)]
    vervallen: bool,
}

/// Hoe het bewaren van een sjabloon ging.
#[derive(SimpleObject)]
pub struct SjabloonPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het adres van het sjabloon.
    sjabloon: Option<ID>,
}

fn bewaard(aanvraag: &Aanvraag, id: &ID) -> Result<Arc<Sjabloon>, Fout> {
    let id = sleutel(id, "Sessiesjabloon", "sjabloon")?;
    let gevonden = aanvraag.beeld().sessies().sjablonen.get(&id).cloned();
    gevonden.ok_or_else(|| Fout::niet_gevonden("Dit sjabloon"))
}

impl BewaarSjabloonInput {
    fn command(&self, aanvraag: &Aanvraag) -> Result<BewaarSjabloon, Fout> {
        let id = SessieId(uuid_sleutel(&self.sessie, "Sessie", "sessie")?);
        let beeld = aanvraag.beeld();
        let bord = beeld.sessies().borden.get(&id).ok_or_else(|| Fout::niet_gevonden("Deze sessie"))?;
        let fasen = bord.sessie.fasen.iter().map(|fase| Sjabloonfase {
            soort: fase.soort,
            naam: fase.naam.clone(),
            uitleg: fase.uitleg.clone(),
            kolommen: fase.kolommen.iter().map(|vak| vak.naam.clone()).collect(),
            stemming: fase.stemming.clone(),
            minuten: fase.minuten,
        });
        Ok(BewaarSjabloon {
            sjabloon: Sjabloon {
                // The same mutation again must be the same template.
                id: self.client_mutatie_id.to_string(),
                naam: self.naam.clone(),
                omschrijving: self.omschrijving.clone().unwrap_or_default(),
                eigen: true,
                fasen: fasen.collect(),
                versie: 0,
                vervallen: false,
            },
        })
    }
}

impl SjabloonfaseInput {
    fn fase(self) -> Sjabloonfase {
        let stemming = self.stemming.map(|stemming| Stemming {
            vorm: stemming.vorm,
            budget: stemming.budget,
            per_keuze: stemming.per_keuze,
            antwoorden: stemming.antwoorden,
        });
        let (soort, naam, kolommen, minuten) = (self.soort, self.naam, self.kolommen, self.minuten);
        Sjabloonfase { soort, naam, uitleg: self.uitleg.unwrap_or_default(), kolommen, stemming, minuten }
    }
}

impl SchrijfSjabloonInput {
    fn command(self, aanvraag: &Aanvraag) -> Result<BewaarSjabloon, Fout> {
        let bekend = self.sjabloon.as_ref().map(|id| bewaard(aanvraag, id)).transpose()?;
        Ok(BewaarSjabloon {
            sjabloon: Sjabloon {
                id: bekend.map_or_else(|| self.client_mutatie_id.to_string(), |bekend| bekend.id.clone()),
                naam: self.naam,
                omschrijving: self.omschrijving.unwrap_or_default(),
                eigen: true,
                fasen: self.fasen.into_iter().map(SjabloonfaseInput::fase).collect(),
                versie: self.verwachte_versie,
                vervallen: false,
            },
        })
    }
}

impl LaatSjabloonVervallenInput {
    fn command(&self, aanvraag: &Aanvraag) -> Result<BewaarSjabloon, Fout> {
        let bekend = bewaard(aanvraag, &self.sjabloon)?;
        if !bekend.eigen {
            let bericht = "Dit is een vorm van het huis. Die blijft staan.";
            return Err(Fout::bij(Code::GeenRecht, "sjabloon", bericht));
        }
        Ok(BewaarSjabloon { sjabloon: Sjabloon { vervallen: self.vervallen, ..(*bekend).clone() } })
    }
}

/// Wat je met sjablonen kunt doen.
#[derive(Default)]
pub struct SjabloonMutation;

impl SjabloonMutation {
    async fn bewaar(ctx: &Context<'_>, id: Uuid, command: Result<BewaarSjabloon, Fout>) -> Result<SjabloonPayload> {
        let uitslag = doe(ctx, id, command).await?;
        Ok(SjabloonPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            sjabloon: uitslag.uitkomst.map(|id| global_id("Sessiesjabloon", id)),
        })
    }
}

#[Object]
impl SjabloonMutation {
    /// Bewaart het verloop van een sessie als sjabloon voor een volgende keer.
    async fn bewaar_sjabloon(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BewaarSjabloonInput,
    ) -> Result<SjabloonPayload> {
        let command = input.command(aanvraag(ctx));
        Self::bewaar(ctx, input.client_mutatie_id, command).await
    }

    /// Schrijft een eigen sjabloon: een nieuw, of een dat er al is.
    async fn schrijf_sjabloon(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: SchrijfSjabloonInput,
    ) -> Result<SjabloonPayload> {
        let id = input.client_mutatie_id;
        let command = input.command(aanvraag(ctx));
        Self::bewaar(ctx, id, command).await
    }

    /// Laat een eigen sjabloon vervallen. Sessies die ernaar gemaakt zijn, blijven zoals ze zijn.
    async fn laat_sjabloon_vervallen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LaatSjabloonVervallenInput,
    ) -> Result<SjabloonPayload> {
        let command = input.command(aanvraag(ctx));
        Self::bewaar(ctx, input.client_mutatie_id, command).await
    }
}
