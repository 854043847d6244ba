//! Stakeholderacties: what brings communication with a stakeholder further is a task on a board, so that it has an
//! owner, a date and a place where people look.

use std::collections::BTreeSet;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

use super::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    graphql::{aanvraag, doe, sleutel, uuid_sleutel},
    integratie::{BordId, KolomId, KolomSoort, TaakId, commands::MaakTaak, graphql::TaakNode},
    invoer,
    organisatie::{
        Communicatietrede, Kaartdeel, Kaartplek, PersoonId, StakeholderId,
        commands::{bewaar_kaartplek, kaartplek},
        graphql::{StakeholderNode, StakeholderPayload},
    },
    rechten::{Bereik, Recht, Wie, toets},
};
use crate::platform::{clock::dutch_date, graphql::scalars::Datum};

/// As long as the title of a task.
const MAX_TITEL: usize = 200;

/// Puts a task on a board that brings communication with a stakeholder to the rung that is wanted.
#[derive(Debug, Serialize)]
pub struct LegStakeholderactieVast {
    pub stakeholder: StakeholderId,
    pub verwachte_versie: i32,
    pub titel: String,
    pub eigenaar: PersoonId,
    pub datum: Date,
    pub bord: BordId,
    pub kolom: KolomId,
}

impl Command for LegStakeholderactieVast {
    const NAAM: &'static str = "legStakeholderactieVast";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = StakeholderId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StakeholderId, Fout> {
        let titel = invoer::tekst("titel", &self.titel, MAX_TITEL)?;
        let (stakeholder, van) = kaartplek(tx, &self.stakeholder)?;
        van.toets_op_kaart()?;
        van.toets_versie(Kaartdeel::Actie, self.verwachte_versie, tx.actor().map(PersoonId))?;
        if loopt(tx, &van) {
            let bericht = "Er loopt al een actie voor deze stakeholder. Rond die eerst af op het bord.";
            return Err(Fout::new(Code::BestaatAl, bericht));
        }
        if !tx.world().organisatie.is_actief(self.eigenaar) {
            let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een andere eigenaar.";
            return Err(Fout::bij(Code::NietGevonden, "eigenaar", bericht));
        }
        let maak = MaakTaak {
            bord: self.bord.clone(),
            kolom: self.kolom.clone(),
            titel,
            omschrijving: omschrijving(&stakeholder.naam, &van),
            functie: None,
            gemeenten: BTreeSet::new(),
            eigenaar: Some(self.eigenaar),
            vervaldatum: Some(invoer::datum("datum", self.datum)?),
            herhaling: None,
            herkomst: None,
        };
        if let Some(actor) = tx.actor().map(PersoonId) {
            let rollen = tx.world().organisatie.rollen_van(actor, dutch_date(tx.now()));
            toets(&Wie::new(actor, rollen, true), MaakTaak::RECHT, &maak.bereik(tx).await?)?;
        }
        let taak = maak.apply(tx).await?;
        bewaar_kaartplek(tx, Kaartdeel::Actie, van.clone(), Kaartplek { actie: Some(taak.0), ..van })
    }
}

/// Is its task still to be done?
fn loopt(tx: &WriteTx, plek: &Kaartplek) -> bool {
    let integratie = &tx.world().integratie;
    let kaart = plek.actie.and_then(|id| integratie.kaarten.get(&TaakId(id)));
    kaart.is_some_and(|kaart| {
        let kolom = integratie.bord(&kaart.taak.bord).and_then(|(_, bord)| bord.kolom(&kaart.taak.kolom));
        kaart.taak.gearchiveerd_op.is_none() && kolom.is_none_or(|kolom| kolom.soort != KolomSoort::Gereed)
    })
}

/// "Communicatie met Zorgkantoren: van weten naar steunen."
fn omschrijving(naam: &str, plek: &Kaartplek) -> String {
    let trede = |trede: Option<Communicatietrede>| trede.map_or("onbekend", Communicatietrede::naam);
    format!("Communicatie met {naam}: van {} naar {}.", trede(plek.trede_nu), trede(plek.trede_gewenst))
}

/// De taak die de communicatie met een stakeholder verder brengt.
#[derive(InputObject)]
pub struct LegStakeholderactieVastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stakeholder.
    stakeholder: ID,
    /// De versie van de plek die je zag. Legde een ander daarna een actie vast, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Wat er moet gebeuren, 1 tot 200 tekens.
    titel: String,
    /// Wie ervoor zorgt.
    eigenaar: ID,
    /// Wanneer het klaar moet zijn.
    datum: Datum,
    /// Het takenbord.
    bord: ID,
    /// De kolom op dat bord.
    kolom: ID,
}

impl LegStakeholderactieVastInput {
    fn command(&self) -> Result<LegStakeholderactieVast, Fout> {
        Ok(LegStakeholderactieVast {
            stakeholder: StakeholderId(sleutel(&self.stakeholder, "Stakeholder", "stakeholder")?),
            verwachte_versie: self.verwachte_versie,
            titel: self.titel.clone(),
            eigenaar: PersoonId(uuid_sleutel(&self.eigenaar, "Persoon", "eigenaar")?),
            datum: self.datum.0,
            bord: BordId(sleutel(&self.bord, "Bord", "bord")?),
            kolom: KolomId(sleutel(&self.kolom, "Kolom", "kolom")?),
        })
    }
}

/// Wat je met de stakeholderkaart in gang zet.
#[derive(Default)]
pub struct StakeholderactieMutation;

#[Object]
impl StakeholderactieMutation {
    /// Zet een taak op het bord die de communicatie met een stakeholder verder brengt.
    async fn leg_stakeholderactie_vast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LegStakeholderactieVastInput,
    ) -> Result<StakeholderPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }
}

/// De actie bij een stakeholder.
#[derive(SimpleObject)]
pub struct Stakeholderactie {
    /// Voor wie.
    stakeholder: StakeholderNode,
    /// De taak.
    taak: TaakNode,
    /// Is zij klaar, of in het archief?
    afgerond: bool,
}

/// Wat je over acties kunt vragen.
#[derive(Default)]
pub struct StakeholderactieQuery;

#[Object]
impl StakeholderactieQuery {
    /// De acties die de communicatie met stakeholders verder brengen: van elke stakeholder de laatste.
    async fn stakeholderacties(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholderactie>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let beeld = aanvraag.beeld();
        let actie = |plek: &Kaartplek| {
            let taak = TaakNode::vind(&beeld, aanvraag.positie, TaakId(plek.actie?))?;
            let integratie = beeld.integratie();
            let kaart = &taak.kaart.taak;
            let kolom = integratie.bord(&kaart.bord).and_then(|(_, bord)| bord.kolom(&kaart.kolom));
            let gereed = kolom.is_some_and(|kolom| kolom.soort == KolomSoort::Gereed);
            let afgerond = gereed || kaart.gearchiveerd_op.is_some();
            Some(Stakeholderactie { stakeholder: StakeholderNode::vind(&beeld, &plek.stakeholder)?, taak, afgerond })
        };
        Ok(beeld.organisatie().kaartplekken.values().filter_map(|plek| actie(plek)).collect())
    }
}
