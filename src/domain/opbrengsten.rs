//! Opbrengsten: what leaves a session. A note or a group becomes a task on a board, in the same change; from the task
//! one finds the note back, and from the session how far the task is.

use std::collections::BTreeSet;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

use super::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    graphql::{aanvraag, doe, sleutel, uuid_sleutel},
    integratie::{BordId, KolomId, KolomSoort, TaakId, commands::MaakTaak},
    invoer,
    organisatie::PersoonId,
    rechten::{Bereik, Recht, Wie, toets},
    sessies::{
        NotitieId, NotitiegroepId, Opbrengst, OpbrengstId, Opbrengstsoort, SessieId,
        commands::leg_opbrengst,
        graphql::{OpbrengstNode, SessieNode},
    },
};
use crate::platform::{
    clock::dutch_date,
    graphql::{
        relay::global_id,
        scalars::{Datum, Positie},
    },
};

/// As long as the title of a task.
const MAX_TITEL: usize = 200;

/// Lays down what comes out of a session; a task is put on its board at once.
#[derive(Debug, Serialize)]
pub struct LegOpbrengstVast {
    pub sessie: SessieId,
    pub soort: Opbrengstsoort,
    pub titel: String,
    pub notitie: Option<NotitieId>,
    pub groep: Option<NotitiegroepId>,
    pub eigenaar: Option<PersoonId>,
    pub datum: Option<Date>,
    /// Where a task comes; for nothing else.
    pub plek: Option<(BordId, KolomId)>,
}

impl Command for LegOpbrengstVast {
    const NAAM: &'static str = "legOpbrengstVast";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = OpbrengstId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<OpbrengstId, Fout> {
        let titel = invoer::tekst("titel", &self.titel, MAX_TITEL)?;
        if let Some(eigenaar) = self.eigenaar
            && !tx.world().organisatie.is_actief(eigenaar)
        {
            let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een andere eigenaar.";
            return Err(Fout::bij(Code::NietGevonden, "eigenaar", bericht));
        }
        let datum = self.datum.map(|datum| invoer::datum("datum", datum)).transpose()?;
        let mut opbrengst = Opbrengst {
            id: OpbrengstId(tx.new_id()),
            sessie: self.sessie,
            soort: self.soort,
            titel: titel.clone(),
            notitie: self.notitie,
            groep: self.groep,
            eigenaar: self.eigenaar,
            datum,
            taak: None,
            op: tx.now(),
        };
        if self.soort == Opbrengstsoort::Taak {
            opbrengst.taak = Some(self.maak_taak(tx, titel).await?.0);
        }
        leg_opbrengst(tx, opbrengst)
    }
}

impl LegOpbrengstVast {
    /// Puts the task on its board, if who does this may also do that.
    async fn maak_taak(&self, tx: &mut WriteTx, titel: String) -> Result<TaakId, Fout> {
        let plek = self.plek.clone();
        let (bord, kolom) =
            plek.ok_or_else(|| Fout::bij(Code::Verplicht, "kolom", "Kies op welk bord de taak komt."))?;
        let naam = tx.world().sessies.borden.get(&self.sessie).map(|bord| bord.sessie.naam.clone());
        let maak = MaakTaak {
            bord,
            kolom,
            titel,
            omschrijving: format!("Uit de sessie ‘{}’.", naam.unwrap_or_default()),
            functie: None,
            gemeenten: BTreeSet::new(),
            eigenaar: self.eigenaar,
            vervaldatum: self.datum,
            herhaling: None,
            herkomst: None,
        };
        if let Some(actor) = tx.actor().map(PersoonId) {
            let rollen = tx.world().organisatie.rollen_van(actor, dutch_date(tx.now()));
            toets(&Wie::new(actor, rollen, true), MaakTaak::RECHT, &maak.bereik(tx).await?)?;
        }
        maak.apply(tx).await
    }
}

/// Wat er uit een sessie komt.
#[derive(InputObject)]
pub struct LegOpbrengstVastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De sessie.
    sessie: ID,
    /// Wat het is.
    soort: Opbrengstsoort,
    /// Waar het over gaat, 1 tot 200 tekens.
    titel: String,
    /// De notitie waar het uit komt.
    notitie: Option<ID>,
    /// De groep waar het uit komt.
    groep: Option<ID>,
    /// Wie ervoor zorgt.
    eigenaar: Option<ID>,
    /// Wanneer het klaar moet zijn.
    datum: Option<Datum>,
    /// Het takenbord; alleen bij een taak.
    bord: Option<ID>,
    /// De kolom op dat bord; alleen bij een taak.
    kolom: Option<ID>,
}

impl LegOpbrengstVastInput {
    fn command(&self) -> Result<LegOpbrengstVast, Fout> {
        let bord = self.bord.as_ref().map(|id| sleutel(id, "Bord", "bord").map(BordId)).transpose()?;
        let kolom = self.kolom.as_ref().map(|id| sleutel(id, "Kolom", "kolom").map(KolomId)).transpose()?;
        let notitie = self.notitie.as_ref().map(|id| uuid_sleutel(id, "Notitie", "notitie").map(NotitieId));
        let groep = self.groep.as_ref().map(|id| uuid_sleutel(id, "Notitiegroep", "groep").map(NotitiegroepId));
        let eigenaar = self.eigenaar.as_ref().map(|id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId));
        Ok(LegOpbrengstVast {
            sessie: SessieId(uuid_sleutel(&self.sessie, "Sessie", "sessie")?),
            soort: self.soort,
            titel: self.titel.clone(),
            notitie: notitie.transpose()?,
            groep: groep.transpose()?,
            eigenaar: eigenaar.transpose()?,
            datum: self.datum.as_ref().map(|datum| datum.0),
            plek: bord.zip(kolom),
        })
    }
}

/// Hoe het vastleggen van een opbrengst ging.
#[derive(SimpleObject)]
pub struct OpbrengstPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De sessie, zoals zij nu is.
    sessie: Option<SessieNode>,
}

/// Wat je uit een sessie kunt meenemen.
#[derive(Default)]
pub struct OpbrengstMutation;

#[Object]
impl OpbrengstMutation {
    /// Maakt van een notitie of groep een taak, besluit, ontwikkelpunt of afspraak.
    async fn leg_opbrengst_vast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LegOpbrengstVastInput,
    ) -> Result<OpbrengstPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let sessie = uitslag.uitkomst.and_then(|id| {
            let borden = &uitslag.beeld.sessies().borden;
            let bord = borden.values().find(|bord| bord.opbrengsten.contains_key(&id))?;
            SessieNode::vind(&uitslag.beeld, uitslag.gelezen_op, bord.sessie.id)
        });
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Ok(OpbrengstPayload { client_mutatie_id, positie, fouten, sessie })
    }
}

/// Hoe ver een taak is die uit een sessie kwam.
#[derive(SimpleObject)]
pub struct Taakstand {
    /// De taak.
    taak: ID,
    /// De kolom waar zij nu staat.
    kolom: String,
    /// Is zij klaar?
    gereed: bool,
}

/// Waar in een sessie een taak vandaan komt.
#[derive(SimpleObject)]
pub struct Taakherkomst {
    /// De sessie.
    sessie: SessieNode,
    /// Wat er vastgelegd is.
    opbrengst: OpbrengstNode,
    /// De notities waar zij uit komt.
    notities: Vec<String>,
}

/// Wat je over opbrengsten kunt vragen.
#[derive(Default)]
pub struct OpbrengstQuery;

#[Object]
impl OpbrengstQuery {
    /// Hoe ver de taken zijn die uit een sessie kwamen.
    async fn taken_uit_sessie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De sessie.")] sessie: ID,
    ) -> Result<Vec<Taakstand>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let id = uuid_sleutel(&sessie, "Sessie", "sessie").map(SessieId).map_err(Fout::top_level)?;
        let beeld = aanvraag.beeld();
        let Some(bord) = beeld.sessies().borden.get(&id) else { return Ok(Vec::new()) };
        let integratie = beeld.integratie();
        let stand = |opbrengst: &Opbrengst| {
            let taak = &integratie.kaarten.get(&TaakId(opbrengst.taak?))?.taak;
            let (_, takenbord) = integratie.bord(&taak.bord)?;
            let kolom = takenbord.kolom(&taak.kolom)?;
            let gereed = kolom.soort == KolomSoort::Gereed;
            Some(Taakstand { taak: global_id("Taak", taak.id), kolom: kolom.naam.clone(), gereed })
        };
        Ok(bord.opbrengsten.values().filter_map(|opbrengst| stand(opbrengst)).collect())
    }

    /// De sessie waar een taak uit komt; leeg: zij kwam niet uit een sessie.
    async fn herkomst_van_taak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De taak.")] taak: ID,
    ) -> Result<Option<Taakherkomst>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::SessiesLezen, &Bereik::Alles)?;
        let taak = uuid_sleutel(&taak, "Taak", "taak").map_err(Fout::top_level)?;
        let beeld = aanvraag.beeld();
        let gevonden = beeld.sessies().borden.values().find_map(|bord| {
            let opbrengst = bord.opbrengsten.values().find(|opbrengst| opbrengst.taak == Some(taak))?;
            Some((bord.clone(), opbrengst.clone()))
        });
        Ok(gevonden.map(|(bord, opbrengst)| {
            let hoort = |id: NotitieId, groep: Option<NotitiegroepId>| {
                opbrengst.notitie == Some(id) || (groep.is_some() && opbrengst.groep == groep)
            };
            let notities = bord.op_het_bord().filter(|notitie| hoort(notitie.id, notitie.groep));
            let notities = notities.map(|notitie| notitie.tekst.clone()).collect();
            let sessie = SessieNode { beeld: beeld.clone(), positie: aanvraag.positie, bord };
            Taakherkomst { sessie, opbrengst: OpbrengstNode { beeld: beeld.clone(), opbrengst }, notities }
        }))
    }
}
