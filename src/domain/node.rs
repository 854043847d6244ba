//! Anything with an address of its own, found by its global id.

use async_graphql::{Context, ID, Interface, Object, Result};
use uuid::Uuid;

use super::{
    afspraken::{
        AfspraakId, AfwijkingId, InbrengId, KanttekeningId, RondeId, SignaalId, UitkomstId, VersieId,
        graphql::{
            AfspraakNode, AfwijkingNode, HandtekeningNode, InbrengNode, KanttekeningNode, RondeNode, SignaalNode,
            UitkomstNode, UitvoeringNode, VersieNode,
        },
    },
    contracten::{
        AttribuutId, ContractId, ImportId,
        graphql::{AttribuutNode, CelNode, ContractNode, ImportNode},
    },
    fout::Fout,
    graphql::{Aanvraag, aanvraag},
    integratie::{
        BesluitId, BordId, BudgettabelId, CheckpuntId, KolomId, MijlpaalId, OpmerkingId, RisicoId, StapId, TaakId,
        TrajectId, VergaderingId, ZienswijzepuntId,
        graphql::{
            AutonomieNode, BesluitNode, BesluitcelNode, BesluitstapNode, BordNode, BudgetregelNode, BudgettabelNode,
            CheckpuntNode, FunctieNode, GereedheidNode, KolomNode, MijlpaalNode, OpmerkingNode, OverdrachtcelNode,
            RisicoNode, TaakNode, TrajectNode, VergaderingNode, ZienswijzepuntNode,
        },
    },
    logboek::*,
    organisatie::{
        AanstellingId, AnalyseId, DeelnameId, DomeinId, GemeenteId, GroepId, ModuleId, PersoonId, RegioId, RelatieId,
        RolId, StakeholderId, TokenId,
        graphql::{
            AanstellingNode, AnalyseNode, ApiTokenNode, DeelnameNode, DomeinNode, GemeenteNode, GroepNode, ModuleNode,
            OrganisatieNode, PersoonNode, RegioNode, RelatieNode, RolNode, StakeholderNode,
        },
    },
    postbus::{self, MeldingNode},
    rechten::{Bereik, Recht},
    sessies::{SessieId, graphql::SessieNode},
    sporen::Lezing,
    weergaven::{WeergaveId, graphql::WeergaveNode},
};
use crate::platform::{
    change_log::{Position, read},
    graphql::{page::MAX, relay},
};

/// Alles met een eigen adres.
#[derive(Clone, Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Het adres: overal uniek, nooit hergebruikt."))]
pub enum Node {
    Traject(TrajectNode),
    Functie(FunctieNode),
    Bord(BordNode),
    Kolom(KolomNode),
    Taak(TaakNode),
    Checkpunt(CheckpuntNode),
    Opmerking(OpmerkingNode),
    Mijlpaal(MijlpaalNode),
    Besluit(BesluitNode),
    Besluitstap(BesluitstapNode),
    Besluitcel(BesluitcelNode),
    Risico(RisicoNode),
    Zienswijzepunt(ZienswijzepuntNode),
    Vergadering(VergaderingNode),
    Overdrachtcel(OverdrachtcelNode),
    Gereedheid(GereedheidNode),
    Afspraak(AfspraakNode),
    AfspraakVersie(VersieNode),
    Uitkomst(UitkomstNode),
    Uitvoering(UitvoeringNode),
    Sessie(SessieNode),
    Autonomie(AutonomieNode),
    Budgetregel(BudgetregelNode),
    Budgettabel(BudgettabelNode),
    Ronde(RondeNode),
    Handtekening(HandtekeningNode),
    Inbreng(InbrengNode),
    Afwijking(AfwijkingNode),
    Signaal(SignaalNode),
    Kanttekening(KanttekeningNode),
    Contract(ContractNode),
    Attribuut(AttribuutNode),
    Vergelijkingscel(CelNode),
    Contractimport(ImportNode),
    Organisatie(OrganisatieNode),
    Regio(RegioNode),
    Domein(DomeinNode),
    Module(ModuleNode),
    Deelname(DeelnameNode),
    Gemeente(GemeenteNode),
    Groep(GroepNode),
    Rol(RolNode),
    Analyse(AnalyseNode),
    Stakeholder(StakeholderNode),
    Relatie(RelatieNode),
    Persoon(PersoonNode),
    Aanstelling(AanstellingNode),
    ApiToken(ApiTokenNode),
    Melding(MeldingNode),
    Weergave(WeergaveNode),
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
    AfspraakGewijzigd(AfspraakGewijzigd),
    UitkomstVastgelegd(UitkomstVastgelegd),
    UitvoeringGewijzigd(UitvoeringGewijzigd),
    SessieGewijzigd(SessieGewijzigd),
    BudgetGewijzigd(BudgetGewijzigd),
    AutonomieGewijzigd(AutonomieGewijzigd),
    RondeGewijzigd(RondeGewijzigd),
    AfwijkingGewijzigd(AfwijkingGewijzigd),
    SignaalGewijzigd(SignaalGewijzigd),
    GeinformeerdVastgelegd(GeinformeerdVastgelegd),
    MeldingenGewijzigd(MeldingenGewijzigd),
    KanttekeningGewijzigd(KanttekeningGewijzigd),
    ContractGewijzigd(ContractGewijzigd),
    VergelijkingGewijzigd(VergelijkingGewijzigd),
    InwonersGewijzigd(InwonersGewijzigd),
    ContractimportGewijzigd(ContractimportGewijzigd),
    FeitVastgelegd(FeitVastgelegd),
    StakeholderGewijzigd(StakeholderGewijzigd),
    PersoonGewijzigd(PersoonGewijzigd),
}

impl Node {
    /// Finds an object of the present (or of the past, when `beeld` is); events are read with [`lees`].
    pub fn vind(beeld: &Lezing, positie: Position, kind: &str, key: &str) -> Option<Self> {
        let tekst = || key.to_owned();
        let uuid = || Uuid::try_parse(key).ok();
        match kind {
            "Traject" => TrajectNode::vind(beeld, positie, &TrajectId(tekst())).map(Self::Traject),
            "Bord" => BordNode::vind(beeld, positie, &BordId(tekst())).map(Self::Bord),
            "Functie" => functie(beeld, key).map(Self::Functie),
            "Kolom" => kolom(beeld, key).map(Self::Kolom),
            "Taak" => TaakNode::vind(beeld, positie, TaakId(uuid()?)).map(Self::Taak),
            "Checkpunt" => checkpunt(beeld, uuid()?).map(Self::Checkpunt),
            "Opmerking" => opmerking(beeld, uuid()?).map(Self::Opmerking),
            "Mijlpaal" => MijlpaalNode::vind(beeld, positie, &MijlpaalId(tekst())).map(Self::Mijlpaal),
            "Besluit" => BesluitNode::vind(beeld, positie, &BesluitId(tekst()), None).map(Self::Besluit),
            "Besluitstap" => BesluitstapNode::vind(beeld, positie, &StapId(tekst())).map(Self::Besluitstap),
            "Besluitcel" => BesluitcelNode::vind(beeld, positie, key).map(Self::Besluitcel),
            "Zienswijzepunt" => {
                ZienswijzepuntNode::vind(beeld, positie, ZienswijzepuntId(uuid()?)).map(Self::Zienswijzepunt)
            }
            "AfspraakVersie" => VersieNode::vind(beeld, positie, VersieId(uuid()?)).map(Self::AfspraakVersie),
            "Afspraak" => AfspraakNode::vind(beeld, positie, &AfspraakId(tekst())).map(Self::Afspraak),
            "Uitkomst" => UitkomstNode::vind(beeld, positie, &UitkomstId(tekst())).map(Self::Uitkomst),
            "Ronde" => RondeNode::vind(beeld, positie, RondeId(uuid()?)).map(Self::Ronde),
            "Handtekening" => HandtekeningNode::vind(beeld, positie, key).map(Self::Handtekening),
            "Inbreng" => InbrengNode::vind(beeld, InbrengId(uuid()?)).map(Self::Inbreng),
            "Afwijking" => AfwijkingNode::vind(beeld, positie, AfwijkingId(uuid()?)).map(Self::Afwijking),
            "Signaal" => SignaalNode::vind(beeld, positie, SignaalId(uuid()?)).map(Self::Signaal),
            "Kanttekening" => KanttekeningNode::vind(beeld, positie, KanttekeningId(uuid()?)).map(Self::Kanttekening),
            "Contract" => ContractNode::vind(beeld, positie, &ContractId(tekst())).map(Self::Contract),
            "Attribuut" => AttribuutNode::vind(beeld, positie, &AttribuutId(tekst())).map(Self::Attribuut),
            "Contractimport" => ImportNode::vind(beeld, ImportId(uuid()?)).map(Self::Contractimport),
            "Vergelijkingscel" => CelNode::vind(beeld, positie, key).map(Self::Vergelijkingscel),
            "Uitvoering" => UitvoeringNode::vind(beeld, positie, key).map(Self::Uitvoering),
            "Risico" => RisicoNode::vind(beeld, positie, RisicoId(uuid()?)).map(Self::Risico),
            "Vergadering" => VergaderingNode::vind(beeld, VergaderingId(uuid()?)).map(Self::Vergadering),
            "Overdrachtcel" => OverdrachtcelNode::vind(beeld, positie, key).map(Self::Overdrachtcel),
            "Autonomie" => AutonomieNode::vind(beeld, positie, key).map(Self::Autonomie),
            "Budgetregel" => BudgetregelNode::vind(beeld, positie, key).map(Self::Budgetregel),
            "Budgettabel" => {
                let tabel = beeld.integratie().budgettabellen.get(&BudgettabelId(tekst()))?.clone();
                Some(Self::Budgettabel(BudgettabelNode(tabel)))
            }
            "Gereedheid" => GereedheidNode::vind(beeld, key).map(Self::Gereedheid),
            "Sessie" => SessieNode::vind(beeld, positie, SessieId(uuid()?)).map(Self::Sessie),
            "Organisatie" => OrganisatieNode::vind(beeld).filter(|node| node.feit.id.0 == key).map(Self::Organisatie),
            "Regio" => RegioNode::vind(beeld, &RegioId(tekst())).map(Self::Regio),
            "Domein" => DomeinNode::vind(beeld, &DomeinId(tekst())).map(Self::Domein),
            "Module" => ModuleNode::vind(beeld, &ModuleId(tekst())).map(Self::Module),
            "Deelname" => DeelnameNode::vind(beeld, &DeelnameId(tekst())).map(Self::Deelname),
            "Gemeente" => GemeenteNode::vind(beeld, &GemeenteId(tekst())).map(Self::Gemeente),
            "Groep" => GroepNode::vind(beeld, &GroepId(tekst())).map(Self::Groep),
            "Rol" => RolNode::vind(beeld, &RolId(tekst())).map(Self::Rol),
            "Analyse" => AnalyseNode::vind(beeld, &AnalyseId(tekst())).map(Self::Analyse),
            "Stakeholder" => StakeholderNode::vind(beeld, &StakeholderId(tekst())).map(Self::Stakeholder),
            "Relatie" => RelatieNode::vind(beeld, &RelatieId(tekst())).map(Self::Relatie),
            "Persoon" => PersoonNode::vind(beeld, PersoonId(uuid()?)).map(Self::Persoon),
            "Aanstelling" => AanstellingNode::vind(beeld, AanstellingId(uuid()?)).map(Self::Aanstelling),
            _ => None,
        }
    }
}

impl From<GebeurtenisNode> for Node {
    fn from(gebeurtenis: GebeurtenisNode) -> Self {
        match gebeurtenis {
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
            GebeurtenisNode::AfspraakGewijzigd(node) => Self::AfspraakGewijzigd(node),
            GebeurtenisNode::UitkomstVastgelegd(node) => Self::UitkomstVastgelegd(node),
            GebeurtenisNode::UitvoeringGewijzigd(node) => Self::UitvoeringGewijzigd(node),
            GebeurtenisNode::SessieGewijzigd(node) => Self::SessieGewijzigd(node),
            GebeurtenisNode::RondeGewijzigd(node) => Self::RondeGewijzigd(node),
            GebeurtenisNode::AfwijkingGewijzigd(node) => Self::AfwijkingGewijzigd(node),
            GebeurtenisNode::SignaalGewijzigd(node) => Self::SignaalGewijzigd(node),
            GebeurtenisNode::GeinformeerdVastgelegd(node) => Self::GeinformeerdVastgelegd(node),
            GebeurtenisNode::MeldingenGewijzigd(node) => Self::MeldingenGewijzigd(node),
            GebeurtenisNode::KanttekeningGewijzigd(node) => Self::KanttekeningGewijzigd(node),
            GebeurtenisNode::ContractGewijzigd(node) => Self::ContractGewijzigd(node),
            GebeurtenisNode::VergelijkingGewijzigd(node) => Self::VergelijkingGewijzigd(node),
            GebeurtenisNode::InwonersGewijzigd(node) => Self::InwonersGewijzigd(node),
            GebeurtenisNode::ContractimportGewijzigd(node) => Self::ContractimportGewijzigd(node),
            GebeurtenisNode::FeitVastgelegd(node) => Self::FeitVastgelegd(node),
            GebeurtenisNode::StakeholderGewijzigd(node) => Self::StakeholderGewijzigd(node),
            GebeurtenisNode::PersoonGewijzigd(node) => Self::PersoonGewijzigd(node),
        }
    }
}

fn functie(beeld: &Lezing, key: &str) -> Option<FunctieNode> {
    let mut functies = beeld.integratie().trajecten.values().flat_map(|traject| &traject.functies);
    functies.find(|functie| functie.id.0 == key).map(FunctieNode::from)
}

fn kolom(beeld: &Lezing, key: &str) -> Option<KolomNode> {
    let mut borden = beeld.integratie().trajecten.values().flat_map(|traject| &traject.borden);
    let id = KolomId(key.to_owned());
    borden.find_map(|bord| KolomNode::vind(bord, &id))
}

fn checkpunt(beeld: &Lezing, key: Uuid) -> Option<CheckpuntNode> {
    let checkpunt = beeld.integratie().kaarten.checkpunt(CheckpuntId(key))?;
    (!checkpunt.verwijderd).then(|| checkpunt.into())
}

fn opmerking(beeld: &Lezing, key: Uuid) -> Option<OpmerkingNode> {
    let opmerking = beeld.integratie().kaarten.opmerking(OpmerkingId(key))?.clone();
    (!opmerking.verwijderd).then(|| OpmerkingNode { beeld: beeld.clone(), opmerking })
}

/// Reads any object by its global id; `None` when it does not exist or the viewer may not see it.
async fn lees(aanvraag: &Aanvraag, id: &ID) -> Result<Option<Node>> {
    let Some(global) = relay::parse(id) else { return Ok(None) };
    if global.kind == "ApiToken" {
        let Ok(id) = Uuid::try_parse(&global.key) else { return Ok(None) };
        let own = ApiTokenNode::vind(&aanvraag.beeld(), TokenId(id), aanvraag.wie()?.persoon());
        return Ok(own.map(Node::ApiToken));
    }
    if global.kind == "Weergave" {
        let Ok(id) = Uuid::try_parse(&global.key) else { return Ok(None) };
        let weergave = WeergaveNode::vind(&aanvraag.beeld(), aanvraag.wie()?, WeergaveId(id));
        return Ok(weergave.map(Node::Weergave));
    }
    if global.kind == "Melding" {
        return Ok(postbus::vind(aanvraag, &global.key).await?.map(Node::Melding));
    }
    if let Some(node) = Node::vind(&aanvraag.beeld(), aanvraag.positie, &global.kind, &global.key) {
        return Ok(Some(node));
    }
    let Ok(seq) = global.key.parse() else { return Ok(None) };
    let entry = read::one(aanvraag.app().db().read(), seq).await.map_err(|error| Fout::from(error).top_level())?;
    let Some(entry) = entry.filter(|entry| zichtbaar(aanvraag, &entry.scope)) else { return Ok(None) };
    let regel = Regel::new(aanvraag.beeld(), aanvraag.positie.epoch, entry)?;
    let node = GebeurtenisNode::from(regel);
    Ok((node.kind() == global.kind).then(|| node.into()))
}

/// Wat je aan één adres kunt vragen.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Het object met dit adres; leeg als het niet bestaat of niet zichtbaar is.
    async fn node(&self, ctx: &Context<'_>, #[graphql(desc = "Het adres.")] id: ID) -> Result<Option<Node>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        lees(aanvraag, &id).await
    }

    /// De objecten met deze adressen, in dezelfde volgorde; hooguit honderd.
    #[graphql(complexity = "ids.len() + child_complexity")]
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De adressen.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        if ids.len() > MAX {
            return Err(Fout::new(super::fout::Code::TeGroot, "Vraag hooguit honderd adressen per keer.").top_level());
        }
        let mut nodes = Vec::with_capacity(ids.len());
        for id in &ids {
            nodes.push(lees(aanvraag, id).await?);
        }
        Ok(nodes)
    }
}
