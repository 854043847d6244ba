//! The map of stakeholders: where each stands now, and what differs between two analyses.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{GroepNode, PersoonNode, StakeholderNode, aanwezig, zoeken::gevouwen};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel, uuid_sleutel},
        organisatie::{
            self, AnalyseId, Communicatietrede, GroepId, Invloedsring, Kaartbeweging, PersoonId, StakeholderId,
            commands::{VerplaatsStakeholder, VoegStakeholderToe, WijzigStakeholder, ZetCommunicatietrede, ZetOpKaart},
            vergelijk,
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::graphql::scalars::{Positie, Tijdstip},
};

/// Where a stakeholder stands now, in the state it was read from.
pub struct Kaartplek {
    pub beeld: Lezing,
    pub plek: organisatie::Kaartplek,
}

/// Waar een stakeholder nu op de kaart staat, en hoe ver de communicatie is. De analyses uit de plannen blijven daarnaast
/// zoals ze zijn.
#[Object]
impl Kaartplek {
    /// De groep waar de stakeholder nu bij hoort.
    async fn groep(&self) -> Result<GroepNode> {
        aanwezig(GroepNode::vind(&self.beeld, &self.plek.groep))
    }

    /// In welke ring de stakeholder nu staat.
    async fn ring(&self) -> Invloedsring {
        self.plek.ring
    }

    /// Staat iemand in voor deze plek? Zo niet, dan is zij onzeker.
    async fn zeker(&self) -> bool {
        self.plek.zeker
    }

    /// Staat de stakeholder nu op de kaart?
    async fn op_kaart(&self) -> bool {
        self.plek.weg.is_none()
    }

    /// Waarom de stakeholder van de kaart is gehaald; leeg: die staat erop.
    async fn reden_weg(&self) -> Option<&str> {
        self.plek.weg.as_deref()
    }

    /// Hoe de stakeholder invloed heeft op de MGR; leeg: onbekend.
    async fn invloed_naar_mgr(&self) -> Option<&str> {
        self.plek.invloed_naar_mgr.as_deref()
    }

    /// Hoe de MGR invloed heeft op de stakeholder; leeg: onbekend.
    async fn invloed_van_mgr(&self) -> Option<&str> {
        self.plek.invloed_van_mgr.as_deref()
    }

    /// Wie in de hub het contact onderhoudt; leeg: niemand.
    async fn contact(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.plek.contact?)
    }

    /// Hoe ver de communicatie nu is; leeg: onbekend.
    async fn trede_nu(&self) -> Option<Communicatietrede> {
        self.plek.trede_nu
    }

    /// Hoe ver zij moet komen; leeg: nog niet bepaald.
    async fn trede_gewenst(&self) -> Option<Communicatietrede> {
        self.plek.trede_gewenst
    }

    /// Moet de communicatie nog verder komen?
    async fn heeft_kloof(&self) -> bool {
        self.plek.heeft_kloof()
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`. 0: zoals de bronnen het zeggen.
    async fn versie(&self) -> i32 {
        self.plek.versie
    }

    /// Wie haar het laatst wijzigde; leeg: niemand, of de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.plek.door?)
    }

    /// Wanneer zij het laatst gewijzigd is; leeg: nog nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        self.plek.op.map(Tijdstip)
    }
}

/// Een plek op de kaart.
#[derive(SimpleObject)]
pub struct Kaartvak {
    /// De groep.
    groep: GroepNode,
    /// De ring.
    ring: Invloedsring,
}

impl Kaartvak {
    fn van(beeld: &Lezing, plaats: Option<organisatie::Plaats>) -> Option<Self> {
        let plaats = plaats?;
        Some(Self { groep: GroepNode::vind(beeld, &plaats.groep)?, ring: plaats.ring })
    }
}

/// Eén stakeholder, toen en nu.
#[derive(SimpleObject)]
pub struct Kaartverschil {
    /// De stakeholder.
    stakeholder: StakeholderNode,
    /// Wat er gebeurde.
    verschil: Kaartbeweging,
    /// Waar die stond; leeg: niet op de kaart.
    van: Option<Kaartvak>,
    /// Waar die nu staat; leeg: niet op de kaart.
    naar: Option<Kaartvak>,
}

/// Wat er tussen twee analyses kwam, ging en verplaatst is.
#[derive(SimpleObject)]
pub struct Kaartvergelijking {
    /// Staat er in beide iets te lezen? Zo niet, dan valt er niets te vergelijken.
    leesbaar: bool,
    /// Elke stakeholder die in een van beide staat, wat anders is eerst.
    regels: Vec<Kaartverschil>,
}

/// Wat je over de kaart kunt vragen.
#[derive(Default)]
pub struct KaartQuery;

#[Object]
impl KaartQuery {
    /// De stakeholderkaart van nu, op naam. Ook wie er niet meer op staat; zie `plek`.
    async fn stakeholderkaart(&self, ctx: &Context<'_>) -> Result<Vec<StakeholderNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        let mut alle = StakeholderNode::alle(&aanvraag.beeld(), |_| true);
        alle.sort_by_cached_key(|stakeholder| gevouwen(stakeholder.naam_van()));
        Ok(alle)
    }

    /// Wat er tussen twee analyses, of tussen een analyse en nu, kwam, ging en verplaatst is.
    async fn kaartvergelijking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De oudste analyse.")] van: ID,
        #[graphql(desc = "De nieuwste analyse; leeg: de kaart van nu.")] naar: Option<ID>,
    ) -> Result<Kaartvergelijking> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        let beeld = aanvraag.beeld();
        let analyse = |id: &ID, veld: &str| {
            let id = AnalyseId(sleutel(id, "Analyse", veld)?);
            let bestaat = beeld.organisatie().analyses.contains_key(&id);
            bestaat.then_some(id).ok_or_else(|| Fout::niet_gevonden("Deze analyse"))
        };
        let van = analyse(&van, "van").map_err(Fout::top_level)?;
        let naar = naar.map(|id| analyse(&id, "naar")).transpose().map_err(Fout::top_level)?;
        let toen = beeld.organisatie().plekken_in(Some(&van));
        let nu = beeld.organisatie().plekken_in(naar.as_ref());
        let leesbaar = !toen.is_empty() && !nu.is_empty();
        let regels = if leesbaar { vergelijk(&toen, &nu) } else { Vec::new() };
        let regel = |een: organisatie::Vergelijking| {
            Some(Kaartverschil {
                stakeholder: StakeholderNode::vind(&beeld, &een.stakeholder)?,
                verschil: een.verschil,
                van: Kaartvak::van(&beeld, een.van),
                naar: Kaartvak::van(&beeld, een.naar),
            })
        };
        Ok(Kaartvergelijking { leesbaar, regels: regels.into_iter().filter_map(regel).collect() })
    }
}

/// Waar een stakeholder komt te staan.
#[derive(InputObject)]
pub struct VerplaatsStakeholderInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stakeholder.
    id: ID,
    /// De versie die je zag. Verplaatste een ander de stakeholder daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// De groep.
    groep: ID,
    /// De ring.
    ring: Invloedsring,
    /// Is de plek zeker? Leeg: ja, als er een ring gekozen is.
    zeker: Option<bool>,
}

impl VerplaatsStakeholderInput {
    fn command(&self) -> Result<VerplaatsStakeholder, Fout> {
        Ok(VerplaatsStakeholder {
            stakeholder: stakeholder(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            groep: GroepId(sleutel(&self.groep, "Groep", "groep")?),
            ring: self.ring,
            zeker: self.zeker,
        })
    }
}

/// Een stakeholder die in geen bron staat.
#[derive(InputObject)]
pub struct VoegStakeholderToeInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Naam van de partij, 1 tot 120 tekens. Nooit de naam van een persoon.
    naam: String,
    /// Wie het is, hooguit 1.000 tekens.
    beschrijving: Option<String>,
    /// De groep.
    groep: ID,
    /// De ring.
    ring: Invloedsring,
}

impl VoegStakeholderToeInput {
    fn command(&self) -> Result<VoegStakeholderToe, Fout> {
        Ok(VoegStakeholderToe {
            naam: self.naam.clone(),
            beschrijving: self.beschrijving.clone().unwrap_or_default(),
            groep: GroepId(sleutel(&self.groep, "Groep", "groep")?),
            ring: self.ring,
        })
    }
}

/// Wat de kaart over een stakeholder zegt.
#[derive(InputObject)]
pub struct WijzigStakeholderInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stakeholder.
    id: ID,
    /// De versie die je zag. Wijzigde een ander dit daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// De naam, 1 tot 120 tekens; alleen van wie op de kaart is toegevoegd. Leeg: blijft.
    naam: Option<String>,
    /// De beschrijving, hooguit 1.000 tekens; alleen van wie op de kaart is toegevoegd. Leeg: blijft.
    beschrijving: Option<String>,
    /// Hoe de stakeholder invloed heeft op de MGR, hooguit 1.000 tekens; leeg: onbekend.
    invloed_naar_mgr: Option<String>,
    /// Hoe de MGR invloed heeft op de stakeholder, hooguit 1.000 tekens; leeg: onbekend.
    invloed_van_mgr: Option<String>,
    /// Wie in de hub het contact onderhoudt; leeg: niemand.
    contact: Option<ID>,
}

impl WijzigStakeholderInput {
    fn command(&self) -> Result<WijzigStakeholder, Fout> {
        let contact = self.contact.as_ref().map(|id| uuid_sleutel(id, "Persoon", "contact").map(PersoonId));
        Ok(WijzigStakeholder {
            stakeholder: stakeholder(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            naam: self.naam.clone(),
            beschrijving: self.beschrijving.clone(),
            invloed_naar_mgr: self.invloed_naar_mgr.clone().unwrap_or_default(),
            invloed_van_mgr: self.invloed_van_mgr.clone().unwrap_or_default(),
            contact: contact.transpose()?,
        })
    }
}

/// Hoe ver de communicatie is en moet komen.
#[derive(InputObject)]
pub struct ZetCommunicatietredeInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stakeholder.
    id: ID,
    /// De versie die je zag. Wijzigde een ander de treden daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// De trede van nu; leeg: onbekend. Weggelaten: blijft zoals zij is.
    nu: MaybeUndefined<Communicatietrede>,
    /// De gewenste trede; leeg: nog niet bepaald. Weggelaten: blijft zoals zij is.
    gewenst: MaybeUndefined<Communicatietrede>,
}

impl ZetCommunicatietredeInput {
    fn command(&self) -> Result<ZetCommunicatietrede, Fout> {
        Ok(ZetCommunicatietrede {
            stakeholder: stakeholder(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            nu: self.nu.as_opt_ref().map(Option::<&_>::copied),
            gewenst: self.gewenst.as_opt_ref().map(Option::<&_>::copied),
        })
    }
}

/// Van de kaart, of er weer op.
#[derive(InputObject)]
pub struct ZetOpKaartInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stakeholder.
    id: ID,
    /// De versie die je zag. Verplaatste een ander de stakeholder daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Staat de stakeholder op de kaart?
    op_kaart: bool,
    /// Waarom die van de kaart gaat, hooguit 1.000 tekens; verplicht als dat zo is.
    reden: Option<String>,
}

impl ZetOpKaartInput {
    fn command(&self) -> Result<ZetOpKaart, Fout> {
        Ok(ZetOpKaart {
            stakeholder: stakeholder(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            op_kaart: self.op_kaart,
            reden: self.reden.clone().unwrap_or_default(),
        })
    }
}

fn stakeholder(id: &ID) -> Result<StakeholderId, Fout> {
    sleutel(id, "Stakeholder", "id").map(StakeholderId)
}

/// Hoe een wijziging van de kaart ging.
#[derive(SimpleObject)]
pub struct StakeholderPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De stakeholder, zoals die nu is.
    stakeholder: Option<StakeholderNode>,
}

impl From<Uitslag<StakeholderId>> for StakeholderPayload {
    fn from(uitslag: Uitslag<StakeholderId>) -> Self {
        let stakeholder = uitslag.uitkomst.as_ref().and_then(|id| StakeholderNode::vind(&uitslag.beeld, id));
        let Uitslag { client_mutatie_id, positie, fouten, .. } = uitslag;
        Self { client_mutatie_id, positie, fouten, stakeholder }
    }
}

/// Wat je aan de stakeholderkaart kunt veranderen.
#[derive(Default)]
pub struct KaartMutation;

#[Object]
impl KaartMutation {
    /// Verplaatst een stakeholder naar een andere ring of groep.
    async fn verplaats_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en waarheen.")] input: VerplaatsStakeholderInput,
    ) -> Result<StakeholderPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }

    /// Voegt een stakeholder toe die in geen bron staat.
    async fn voeg_stakeholder_toe(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en waar.")] input: VoegStakeholderToeInput,
    ) -> Result<StakeholderPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }

    /// Wijzigt invloed en contact van een stakeholder, of naam en beschrijving van wie op de kaart is toegevoegd.
    async fn wijzig_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en wat.")] input: WijzigStakeholderInput,
    ) -> Result<StakeholderPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }

    /// Zegt hoe ver de communicatie met een stakeholder is, en hoe ver zij moet komen.
    async fn zet_communicatietrede(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en hoe ver.")] input: ZetCommunicatietredeInput,
    ) -> Result<StakeholderPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }

    /// Haalt een stakeholder met de reden van de kaart, of zet die terug.
    async fn zet_op_kaart(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie, en waarom.")] input: ZetOpKaartInput,
    ) -> Result<StakeholderPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }
}
