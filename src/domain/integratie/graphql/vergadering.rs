//! The calendars of bodies, and planning backwards through them.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use jiff::civil::Date;
use uuid::Uuid;

use super::{MijlpaalNode, TrajectNode, traject::TrajectPayload};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel, uuid_sleutel},
        integratie::{
            Houvast, MijlpaalId, Periode, Planregel, TrajectId, Vergadering, VergaderingId,
            commands::{LegVergaderingVast, PlanTerug},
        },
        organisatie::{
            RolId,
            graphql::{PersoonNode, RolNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::graphql::{
        relay::global_id,
        scalars::{Datum, Positie, Tijdstip},
    },
};

/// Wanneer een gremium vergadert, voor zover een traject ermee te maken heeft.
#[derive(Clone)]
pub struct VergaderingNode {
    beeld: Lezing,
    vergadering: Arc<Vergadering>,
}

impl VergaderingNode {
    pub fn vind(beeld: &Lezing, id: VergaderingId) -> Option<Self> {
        let vergadering = beeld.integratie().vergaderingen.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), vergadering })
    }

    /// Those from one day to another that take place, of all trajectories, in the order of time.
    pub fn tussen(beeld: &Lezing, van: Date, tot: Date) -> Vec<Self> {
        let alle = beeld.integratie().vergaderingen.values();
        let mut deze: Vec<_> = alle.filter(|een| !een.vervallen && (van..=tot).contains(&een.datum)).cloned().collect();
        deze.sort_by_key(|een| (een.datum, een.gremium.clone(), een.id));
        deze.into_iter().map(|vergadering| Self { beeld: beeld.clone(), vergadering }).collect()
    }

    /// Those of a trajectory, in the order of time.
    pub fn alle(traject: &TrajectNode) -> Vec<Self> {
        let alle = traject.beeld.integratie().vergaderingen.values();
        let mut eigen: Vec<_> = alle.filter(|een| een.traject == traject.traject.id).cloned().collect();
        eigen.sort_by_key(|een| (een.datum, een.gremium.clone(), een.id));
        eigen.into_iter().map(|vergadering| Self { beeld: traject.beeld.clone(), vergadering }).collect()
    }
}

/// Wanneer een gremium vergadert, voor zover een traject ermee te maken heeft.
#[Object(name = "Vergadering")]
impl VergaderingNode {
    /// Adres van deze vergadering.
    pub async fn id(&self) -> ID {
        global_id("Vergadering", self.vergadering.id)
    }

    /// Wie vergadert.
    async fn gremium(&self) -> Result<RolNode> {
        RolNode::vind(&self.beeld, &self.vergadering.gremium).ok_or_else(|| "gremium ontbreekt".into())
    }

    /// De dag.
    async fn datum(&self) -> Datum {
        Datum(self.vergadering.datum)
    }

    /// De laatste dag waarop stukken aangeleverd kunnen worden; leeg: onbekend.
    async fn aanleverdatum(&self) -> Option<Datum> {
        self.vergadering.aanleverdatum.map(Datum)
    }

    /// Gaat zij niet door?
    async fn vervallen(&self) -> bool {
        self.vergadering.vervallen
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.vergadering.versie
    }

    /// Wie haar het laatst wijzigde; leeg: de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.vergadering.door?)
    }

    /// Wanneer zij het laatst gewijzigd is.
    async fn gewijzigd_op(&self) -> Tijdstip {
        Tijdstip(self.vergadering.op)
    }
}

/// Waarop de dagen van een mijlpaal berusten.
#[derive(async_graphql::Enum, Clone, Copy, PartialEq, Eq)]
pub enum HouvastSoort {
    /// Een vergadering van een gremium dat haar moet halen.
    Vergadering,
    /// Niemand vulde in wanneer het gremium vergadert.
    KalenderOnbekend,
    /// Het gremium vergadert, maar niet op tijd.
    GeenOpTijd,
    /// Er hoort geen gremium bij.
    GeenGremium,
}

/// Het voorstel voor één mijlpaal.
#[derive(SimpleObject)]
pub struct Terugplanregel {
    /// De mijlpaal.
    mijlpaal: MijlpaalNode,
    /// De eerste dag zoals gepland is.
    was_van: Datum,
    /// De laatste dag zoals gepland is.
    was_tot: Datum,
    /// De voorgestelde eerste dag.
    van: Datum,
    /// De voorgestelde laatste dag.
    tot: Datum,
    /// Gaat zij naar andere dagen?
    verschuift: bool,
    /// Had zij al begonnen moeten zijn?
    te_laat: bool,
    /// Waarop dat berust.
    houvast: HouvastSoort,
    /// Waarom op deze dagen, in een gewone zin.
    uitleg: String,
}

/// Een planning die terugtelt vanaf de streefdatum. Er is nog niets veranderd.
#[derive(SimpleObject)]
pub struct Terugplanning {
    /// Waarom het niet kan; leeg: het kan.
    fouten: Vec<Fout>,
    /// Elke mijlpaal die nog gehaald moet worden, in de volgorde van de tijd.
    regels: Vec<Terugplanregel>,
    /// De plek in het logboek waarop dit gelezen is.
    positie: Positie,
}

/// Wat je over kalenders kunt vragen.
#[derive(Default)]
pub struct VergaderingQuery;

#[Object]
impl VergaderingQuery {
    /// Telt terug vanaf de streefdatum: door vergaderingen, aanleverdata en termijnen. Er verandert niets.
    #[graphql(complexity = "20 + child_complexity")]
    async fn terugplanning(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het traject.")] traject: ID,
    ) -> Result<Option<Terugplanning>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let Ok(id) = sleutel(&traject, "Traject", "traject").map(TrajectId) else { return Ok(None) };
        let beeld = aanvraag.beeld();
        let (regels, fouten) = match beeld.integratie().terugplan(&id, aanvraag.vandaag()) {
            Ok(regels) => (regels, Vec::new()),
            Err(fout) if fout.code.is_for_user() => (Vec::new(), vec![fout]),
            Err(fout) => return Err(fout.top_level()),
        };
        let naam = |id: &RolId| beeld.organisatie().rollen.get(id).map_or_else(|| id.0.clone(), |een| een.naam.clone());
        let regel = |een: &Planregel| {
            Some(Terugplanregel {
                mijlpaal: MijlpaalNode::vind(&beeld, aanvraag.positie, &een.mijlpaal)?,
                was_van: Datum(een.was.van),
                was_tot: Datum(een.was.tot),
                van: Datum(een.wordt.van),
                tot: Datum(een.wordt.tot),
                verschuift: een.was != een.wordt,
                te_laat: een.te_laat,
                houvast: match een.houvast {
                    Houvast::Vergadering { .. } => HouvastSoort::Vergadering,
                    Houvast::KalenderOnbekend => HouvastSoort::KalenderOnbekend,
                    Houvast::GeenOpTijd { .. } => HouvastSoort::GeenOpTijd,
                    Houvast::GeenGremium => HouvastSoort::GeenGremium,
                },
                uitleg: een.in_woorden(naam),
            })
        };
        let regels = regels.iter().filter_map(regel).collect();
        Ok(Some(Terugplanning { fouten, regels, positie: Positie(aanvraag.positie) }))
    }
}

/// Een vergadering in de kalender van een traject.
#[derive(InputObject)]
pub struct LegVergaderingVastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het traject.
    traject: ID,
    /// De vergadering die wijzigt; leeg: een nieuwe.
    id: Option<ID>,
    /// De versie die je zag, bij een vergadering die wijzigt.
    verwachte_versie: Option<i32>,
    /// Wie vergadert.
    gremium: ID,
    /// De dag.
    datum: Datum,
    /// De laatste dag waarop stukken aangeleverd kunnen worden, niet na de vergadering; leeg: onbekend.
    aanleverdatum: Option<Datum>,
    /// Gaat zij niet door?
    vervallen: Option<bool>,
}

impl LegVergaderingVastInput {
    fn command(&self) -> Result<LegVergaderingVast, Fout> {
        let id = self.id.as_ref().map(|id| uuid_sleutel(id, "Vergadering", "id").map(VergaderingId)).transpose()?;
        Ok(LegVergaderingVast {
            traject: TrajectId(sleutel(&self.traject, "Traject", "traject")?),
            gremium: RolId(sleutel(&self.gremium, "Rol", "gremium")?),
            datum: self.datum.0,
            aanleverdatum: self.aanleverdatum.as_ref().map(|dag| dag.0),
            vervallen: self.vervallen.unwrap_or_default(),
            bestaand: id.map(|id| (id, self.verwachte_versie.unwrap_or_default())),
        })
    }
}

/// Eén mijlpaal van het voorstel, zoals je het zag.
#[derive(InputObject)]
pub struct TerugplanregelInput {
    /// De mijlpaal.
    mijlpaal: ID,
    /// De voorgestelde eerste dag.
    van: Datum,
    /// De voorgestelde laatste dag.
    tot: Datum,
}

/// De planning die je aanneemt.
#[derive(InputObject)]
pub struct PlanTerugInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het traject.
    traject: ID,
    /// Elke mijlpaal die verschuift, zoals je het voorstel zag. Is het intussen anders, dan gaat het niet door.
    voorstel: Vec<TerugplanregelInput>,
}

impl PlanTerugInput {
    fn command(&self) -> Result<PlanTerug, Fout> {
        let voorstel = self.voorstel.iter().map(|een| {
            let mijlpaal = MijlpaalId(sleutel(&een.mijlpaal, "Mijlpaal", "voorstel")?);
            Ok((mijlpaal, Periode { van: een.van.0, tot: een.tot.0 }))
        });
        Ok(PlanTerug {
            traject: TrajectId(sleutel(&self.traject, "Traject", "traject")?),
            voorstel: voorstel.collect::<Result<_, Fout>>()?,
        })
    }
}

/// Hoe een wijziging van een kalender ging.
#[derive(SimpleObject)]
pub struct VergaderingPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De vergadering, zoals zij nu is.
    vergadering: Option<VergaderingNode>,
}

fn antwoord(uitslag: Uitslag<VergaderingId>) -> VergaderingPayload {
    let vergadering = uitslag.uitkomst.and_then(|id| VergaderingNode::vind(&uitslag.beeld, id));
    VergaderingPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        vergadering,
    }
}

/// Wat je aan kalenders kunt veranderen.
#[derive(Default)]
pub struct VergaderingMutation;

#[Object]
impl VergaderingMutation {
    /// Zet een vergadering van een gremium in de kalender, verzet haar of laat haar vervallen.
    async fn leg_vergadering_vast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LegVergaderingVastInput,
    ) -> Result<VergaderingPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Neemt de planning aan die terugtelt vanaf de streefdatum.
    async fn plan_terug(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: PlanTerugInput,
    ) -> Result<TrajectPayload> {
        Ok(TrajectPayload::new(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
