//! The live streams: what was missed, then everything as it happens; and who is here.

use async_graphql::{Context, Enum, ID, Result, SimpleObject, Subscription, Union};
use futures_util::{Stream, StreamExt, future::ready};
use uuid::Uuid;

use super::*;
use crate::{
    domain::{
        aanwezigheid::{Aanwezigheid, plek_van, volg},
        afspraken::AFSPRAKEN,
        beeld::Beeld,
        contracten::CONTRACTEN,
        fout::Fout,
        graphql::{Aanvraag, aanvraag, sleutel},
        integratie::{TrajectId, scope_van},
        organisatie::ORGANISATIE,
        rechten::{Bereik, Recht},
    },
    platform::{
        change_log::{
            Position,
            follow::{Reload, Step, follow},
            live::Moment,
        },
        graphql::scalars::Positie,
    },
};

/// Alles wat gemist was is nagestuurd; vanaf hier is het abonnement live.
#[derive(SimpleObject, Clone)]
pub struct Bijgewerkt {
    /// Tot hier is alles gestuurd.
    positie: Positie,
}

/// Waarom een scherm opnieuw moet lezen.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum HerlaadReden {
    /// Het logboek is vervangen, bijvoorbeeld door een reservekopie.
    AnderTijdperk,
    /// De positie ligt voorbij het einde van het logboek.
    LogboekTeKort,
    /// Er is zo veel gemist dat opnieuw lezen sneller is.
    TeVeelGemist,
}

/// De positie is niet meer na te sturen: lees opnieuw en abonneer vanaf de nieuwe positie.
#[derive(SimpleObject, Clone)]
pub struct HerladenNodig {
    /// Waar het logboek nu is.
    positie: Positie,
    /// Waarom.
    reden: HerlaadReden,
}

impl Bijgewerkt {
    pub fn tot(positie: Position) -> Self {
        Self { positie: Positie(positie) }
    }
}

impl HerladenNodig {
    pub fn new(reload: Reload, positie: Position) -> Self {
        let reden = match reload {
            Reload::OtherEpoch => HerlaadReden::AnderTijdperk,
            Reload::LogTooShort => HerlaadReden::LogboekTeKort,
            Reload::TooMuchMissed => HerlaadReden::TeVeelGemist,
        };
        Self { positie: Positie(positie), reden }
    }
}

/// Wat er op een traject gebeurt.
#[derive(Union, Clone)]
pub enum IntegratieBericht {
    TaakGemaakt(TaakGemaakt),
    TaakGewijzigd(TaakGewijzigd),
    TaakVerplaatst(TaakVerplaatst),
    TaakGearchiveerd(TaakGearchiveerd),
    TaakHersteld(TaakHersteld),
    ChecklistGewijzigd(ChecklistGewijzigd),
    OpmerkingenGewijzigd(OpmerkingenGewijzigd),
    TrajectGewijzigd(TrajectGewijzigd),
    MijlpaalGewijzigd(MijlpaalGewijzigd),
    BesluitGewijzigd(BesluitGewijzigd),
    BesluitcelGewijzigd(BesluitcelGewijzigd),
    RisicoGewijzigd(RisicoGewijzigd),
    ZienswijzepuntGewijzigd(ZienswijzepuntGewijzigd),
    OverdrachtGewijzigd(OverdrachtGewijzigd),
    GereedheidGewijzigd(GereedheidGewijzigd),
    BudgetGewijzigd(BudgetGewijzigd),
    AutonomieGewijzigd(AutonomieGewijzigd),
    Bijgewerkt(Bijgewerkt),
    HerladenNodig(HerladenNodig),
}

/// Wat er met afspraken gebeurt.
#[derive(Union, Clone)]
pub enum AfsprakenBericht {
    AfspraakGewijzigd(AfspraakGewijzigd),
    UitkomstVastgelegd(UitkomstVastgelegd),
    UitvoeringGewijzigd(UitvoeringGewijzigd),
    RondeGewijzigd(RondeGewijzigd),
    AfwijkingGewijzigd(AfwijkingGewijzigd),
    SignaalGewijzigd(SignaalGewijzigd),
    KanttekeningGewijzigd(KanttekeningGewijzigd),
    Bijgewerkt(Bijgewerkt),
    HerladenNodig(HerladenNodig),
}

/// Wat er met contracten en hun vergelijking gebeurt.
#[derive(Union, Clone)]
pub enum ContractenBericht {
    ContractGewijzigd(ContractGewijzigd),
    VergelijkingGewijzigd(VergelijkingGewijzigd),
    InwonersGewijzigd(InwonersGewijzigd),
    ContractimportGewijzigd(ContractimportGewijzigd),
    Bijgewerkt(Bijgewerkt),
    HerladenNodig(HerladenNodig),
}

/// Wat er in de organisatie gebeurt.
#[derive(Union, Clone)]
pub enum OrganisatieBericht {
    FeitVastgelegd(FeitVastgelegd),
    StakeholderGewijzigd(StakeholderGewijzigd),
    PersoonGewijzigd(PersoonGewijzigd),
    Bijgewerkt(Bijgewerkt),
    HerladenNodig(HerladenNodig),
}

impl IntegratieBericht {
    fn van(gebeurtenis: GebeurtenisNode) -> Option<Self> {
        Some(match gebeurtenis {
            GebeurtenisNode::TaakGemaakt(node) => Self::TaakGemaakt(node),
            GebeurtenisNode::TaakGewijzigd(node) => Self::TaakGewijzigd(node),
            GebeurtenisNode::TaakVerplaatst(node) => Self::TaakVerplaatst(node),
            GebeurtenisNode::TaakGearchiveerd(node) => Self::TaakGearchiveerd(node),
            GebeurtenisNode::TaakHersteld(node) => Self::TaakHersteld(node),
            GebeurtenisNode::ChecklistGewijzigd(node) => Self::ChecklistGewijzigd(node),
            GebeurtenisNode::OpmerkingenGewijzigd(node) => Self::OpmerkingenGewijzigd(node),
            GebeurtenisNode::TrajectGewijzigd(node) => Self::TrajectGewijzigd(node),
            GebeurtenisNode::MijlpaalGewijzigd(node) => Self::MijlpaalGewijzigd(node),
            GebeurtenisNode::BesluitGewijzigd(node) => Self::BesluitGewijzigd(node),
            GebeurtenisNode::BesluitcelGewijzigd(node) => Self::BesluitcelGewijzigd(node),
            GebeurtenisNode::RisicoGewijzigd(node) => Self::RisicoGewijzigd(node),
            GebeurtenisNode::ZienswijzepuntGewijzigd(node) => Self::ZienswijzepuntGewijzigd(node),
            GebeurtenisNode::OverdrachtGewijzigd(node) => Self::OverdrachtGewijzigd(node),
            GebeurtenisNode::AutonomieGewijzigd(node) => Self::AutonomieGewijzigd(node),
            GebeurtenisNode::BudgetGewijzigd(node) => Self::BudgetGewijzigd(node),
            GebeurtenisNode::GereedheidGewijzigd(node) => Self::GereedheidGewijzigd(node),
            _ => return None,
        })
    }
}

impl AfsprakenBericht {
    fn van(gebeurtenis: GebeurtenisNode) -> Option<Self> {
        Some(match gebeurtenis {
            GebeurtenisNode::AfspraakGewijzigd(node) => Self::AfspraakGewijzigd(node),
            GebeurtenisNode::UitkomstVastgelegd(node) => Self::UitkomstVastgelegd(node),
            GebeurtenisNode::UitvoeringGewijzigd(node) => Self::UitvoeringGewijzigd(node),
            GebeurtenisNode::RondeGewijzigd(node) => Self::RondeGewijzigd(node),
            GebeurtenisNode::AfwijkingGewijzigd(node) => Self::AfwijkingGewijzigd(node),
            GebeurtenisNode::SignaalGewijzigd(node) => Self::SignaalGewijzigd(node),
            GebeurtenisNode::KanttekeningGewijzigd(node) => Self::KanttekeningGewijzigd(node),
            _ => return None,
        })
    }
}

impl ContractenBericht {
    fn van(gebeurtenis: GebeurtenisNode) -> Option<Self> {
        Some(match gebeurtenis {
            GebeurtenisNode::ContractGewijzigd(node) => Self::ContractGewijzigd(node),
            GebeurtenisNode::VergelijkingGewijzigd(node) => Self::VergelijkingGewijzigd(node),
            GebeurtenisNode::InwonersGewijzigd(node) => Self::InwonersGewijzigd(node),
            GebeurtenisNode::ContractimportGewijzigd(node) => Self::ContractimportGewijzigd(node),
            _ => return None,
        })
    }
}

impl OrganisatieBericht {
    fn van(gebeurtenis: GebeurtenisNode) -> Option<Self> {
        match gebeurtenis {
            GebeurtenisNode::FeitVastgelegd(node) => Some(Self::FeitVastgelegd(node)),
            GebeurtenisNode::StakeholderGewijzigd(node) => Some(Self::StakeholderGewijzigd(node)),
            GebeurtenisNode::PersoonGewijzigd(node) => Some(Self::PersoonGewijzigd(node)),
            _ => None,
        }
    }
}

/// What one stream carries, before it gets its GraphQL type.
enum Bericht {
    Gebeurtenis(GebeurtenisNode),
    Bijgewerkt(Bijgewerkt),
    HerladenNodig(HerladenNodig),
}

/// Follows one stream of the log. The right to it is asked when it starts: transport starts it again when the
/// rights of whoever follows it change.
fn berichten(
    aanvraag: &Aanvraag,
    recht: Recht,
    vanaf: Option<Positie>,
    scope: String,
) -> Result<impl Stream<Item = Bericht> + Send + use<>> {
    aanvraag.eis(recht, &Bereik::Alles)?;
    let (nu, sporen) = (aanvraag.app().nu().clone(), aanvraag.sporen.clone());
    let epoch = nu.epoch();
    let in_scope = move |moment: &Moment<Beeld>| moment.entry.scope == scope;
    let berichten = follow(nu, vanaf.map(|positie| positie.0), aanvraag.cursor.clone(), in_scope);
    Ok(berichten.map(move |step| match step {
        Step::Happened(moment) => Bericht::Gebeurtenis(Regel::live(epoch, &moment, sporen.clone()).into()),
        Step::CaughtUp(positie) => Bericht::Bijgewerkt(Bijgewerkt { positie: Positie(positie) }),
        Step::Reload(reload, positie) => Bericht::HerladenNodig(HerladenNodig::new(reload, positie)),
    }))
}

/// Wat je live kunt volgen.
#[derive(Default)]
pub struct LogboekSubscription;

#[Subscription]
impl LogboekSubscription {
    /// Alles wat op een traject gebeurt: eerst wat je miste sinds `vanaf`, dan Bijgewerkt, dan live.
    async fn integratie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het traject.")] traject: ID,
        #[graphql(desc = "De positie van je laatste bericht of vraag; leeg: vanaf nu.")] vanaf: Option<Positie>,
    ) -> Result<impl Stream<Item = Result<IntegratieBericht>> + use<>> {
        let traject = TrajectId(sleutel(&traject, "Traject", "traject").map_err(Fout::top_level)?);
        let aanvraag = aanvraag(ctx);
        let berichten = berichten(aanvraag, Recht::TakenLezen, vanaf, scope_van(&traject))?;
        if !aanvraag.beeld().integratie().trajecten.contains_key(&traject) {
            return Err(Fout::niet_gevonden("Dit traject").top_level());
        }
        Ok(berichten.filter_map(|bericht| {
            ready(match bericht {
                Bericht::Gebeurtenis(gebeurtenis) => IntegratieBericht::van(gebeurtenis).map(Ok),
                Bericht::Bijgewerkt(bericht) => Some(Ok(IntegratieBericht::Bijgewerkt(bericht))),
                Bericht::HerladenNodig(bericht) => Some(Ok(IntegratieBericht::HerladenNodig(bericht))),
            })
        }))
    }

    /// Alles wat met afspraken gebeurt: het register, de stappen en hoe ver gemeenten zijn.
    async fn afspraken(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De positie van je laatste bericht of vraag; leeg: vanaf nu.")] vanaf: Option<Positie>,
    ) -> Result<impl Stream<Item = Result<AfsprakenBericht>> + use<>> {
        let berichten = berichten(aanvraag(ctx), Recht::AfsprakenLezen, vanaf, AFSPRAKEN.to_owned())?;
        Ok(berichten.filter_map(|bericht| {
            ready(match bericht {
                Bericht::Gebeurtenis(gebeurtenis) => AfsprakenBericht::van(gebeurtenis).map(Ok),
                Bericht::Bijgewerkt(bericht) => Some(Ok(AfsprakenBericht::Bijgewerkt(bericht))),
                Bericht::HerladenNodig(bericht) => Some(Ok(AfsprakenBericht::HerladenNodig(bericht))),
            })
        }))
    }

    /// Alles wat met contracten, hun vergelijking en de besluiten daarover gebeurt.
    async fn contracten(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De positie van je laatste bericht of vraag; leeg: vanaf nu.")] vanaf: Option<Positie>,
    ) -> Result<impl Stream<Item = Result<ContractenBericht>> + use<>> {
        let berichten = berichten(aanvraag(ctx), Recht::ContractenLezen, vanaf, CONTRACTEN.to_owned())?;
        Ok(berichten.filter_map(|bericht| {
            ready(match bericht {
                Bericht::Gebeurtenis(gebeurtenis) => ContractenBericht::van(gebeurtenis).map(Ok),
                Bericht::Bijgewerkt(bericht) => Some(Ok(ContractenBericht::Bijgewerkt(bericht))),
                Bericht::HerladenNodig(bericht) => Some(Ok(ContractenBericht::HerladenNodig(bericht))),
            })
        }))
    }

    /// Alles wat in de organisatie gebeurt: feiten, personen en hun rollen.
    async fn organisatie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De positie van je laatste bericht of vraag; leeg: vanaf nu.")] vanaf: Option<Positie>,
    ) -> Result<impl Stream<Item = Result<OrganisatieBericht>> + use<>> {
        let berichten = berichten(aanvraag(ctx), Recht::FeitenLezen, vanaf, ORGANISATIE.to_owned())?;
        Ok(berichten.filter_map(|bericht| {
            ready(match bericht {
                Bericht::Gebeurtenis(gebeurtenis) => OrganisatieBericht::van(gebeurtenis).map(Ok),
                Bericht::Bijgewerkt(bericht) => Some(Ok(OrganisatieBericht::Bijgewerkt(bericht))),
                Bericht::HerladenNodig(bericht) => Some(Ok(OrganisatieBericht::HerladenNodig(bericht))),
            })
        }))
    }

    /// Wie er nu op deze plek is en wat die doet. Wie zich abonneert, is er zelf ook.
    async fn aanwezigheid(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De plek, bijvoorbeeld het id van een bord.")] plek: String,
        #[graphql(desc = "Een id voor dit scherm (tabblad), zelf gekozen.")] scherm: Uuid,
    ) -> Result<impl Stream<Item = Result<Aanwezigheid>> + use<>> {
        let aanvraag = aanvraag(ctx);
        let wie = aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        let plek = plek_van(&plek).map_err(Fout::top_level)?;
        Ok(volg(aanvraag.app().clone(), aanvraag.sporen.clone(), wie.persoon(), plek, scherm).map(Ok))
    }
}
