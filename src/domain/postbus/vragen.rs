//! Messages in the schema: what there is, what was read, how they come.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, connection::PageInfo};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    bus::{self, Postbus},
    volgen::Volg,
};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Aanvraag, aanvraag, doe, sleutel},
        logboek::titel,
        meldingen::{
            Bezorging, MeldingSoort, Over,
            commands::{LeesAlleMeldingen, LeesMeldingen, StelMeldingenIn},
        },
        node::Node,
        organisatie::{
            PersoonId,
            graphql::{GeenInhoudPayload, PersoonNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            page::{self, Window},
            relay::{global_id, parse},
            scalars::{Datum, Positie, Tijdstip},
        },
    },
};

/// Iets wat de kijker moet weten.
#[derive(Clone)]
pub struct MeldingNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub melding: bus::Melding,
}

/// Iets wat de kijker moet weten.
#[Object(name = "Melding")]
impl MeldingNode {
    /// Adres van deze melding. Verschuift een datum, dan is het een andere melding.
    pub async fn id(&self) -> ID {
        global_id("Melding", &self.melding.id)
    }

    /// Waar het over gaat.
    async fn soort(&self) -> MeldingSoort {
        self.melding.soort
    }

    /// Wat er is, op één regel.
    async fn zin(&self) -> &str {
        &self.melding.zin
    }

    /// Wanneer de melding kwam.
    async fn tijdstip(&self) -> Tijdstip {
        Tijdstip(self.melding.op)
    }

    /// De dag waarop het zover is, als het over een datum gaat.
    async fn dag(&self) -> Option<Datum> {
        self.melding.dag.map(Datum)
    }

    /// Las de kijker haar al?
    async fn gelezen(&self) -> bool {
        self.melding.gelezen
    }

    /// Door wie; leeg: het volgt uit een datum.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.melding.door?)
    }

    /// Het onderwerp; leeg: het is er niet meer.
    async fn onderwerp(&self) -> Option<Node> {
        let (kind, key) = &self.melding.onderwerp;
        Node::vind(&self.beeld, self.positie, kind, key)
    }
}

/// Een melding in de lijst.
#[derive(SimpleObject)]
pub struct MeldingEdge {
    /// Plek in de lijst, om met `after` verder te lezen.
    cursor: String,
    /// De melding.
    node: MeldingNode,
}

/// De meldingen van de kijker, nieuwste eerst.
#[derive(SimpleObject)]
pub struct MeldingConnection {
    /// Deze bladzijde, met de plek in de lijst.
    edges: Vec<MeldingEdge>,
    /// Deze bladzijde.
    nodes: Vec<MeldingNode>,
    /// Is er meer?
    page_info: PageInfo,
    /// Hoeveel er in het geheel zijn.
    totaal: usize,
    /// Hoeveel de kijker er nog niet las, van alle soorten.
    ongelezen: usize,
    /// De plek in het logboek waarop dit gelezen is; geef haar mee met leesAlleMeldingen.
    positie: Positie,
}

/// Hoe meldingen van één soort komen. In de hub staan ze altijd.
#[derive(SimpleObject)]
pub struct Meldingsvoorkeur {
    /// De soort.
    soort: MeldingSoort,
    /// Of en wanneer er een e-mail komt.
    bezorging: Bezorging,
}

/// Welke meldingen gelezen zijn, of juist niet.
#[derive(InputObject)]
pub struct LeesMeldingenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De meldingen.
    meldingen: Vec<ID>,
    /// Onwaar: toch nog niet gelezen.
    #[graphql(default = true)]
    gelezen: bool,
}

/// Alles tot en met een plek in het logboek is gelezen.
#[derive(InputObject)]
pub struct LeesAlleMeldingenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De plek in het logboek waarop de lijst gelezen is.
    tot: Positie,
}

/// Hoe meldingen van één soort moeten komen.
#[derive(InputObject)]
pub struct MeldingsvoorkeurInput {
    /// De soort.
    soort: MeldingSoort,
    /// Of en wanneer er een e-mail komt.
    bezorging: Bezorging,
}

/// Hoe meldingen moeten komen.
#[derive(InputObject)]
pub struct StelMeldingenInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Wat er anders moet; andere soorten blijven zoals ze zijn.
    keuzes: Vec<MeldingsvoorkeurInput>,
}

/// Iets wat de kijker volgt.
#[derive(SimpleObject)]
pub struct Gevolgde {
    /// De taak, het besluit, de afspraak of het contract.
    onderwerp: Node,
    /// Hoe het heet.
    titel: String,
    /// Sinds wanneer: van wat daarvoor gebeurde, komt geen melding.
    sinds: Tijdstip,
}

/// Wat de kijker wel of niet meer wil volgen.
#[derive(InputObject)]
pub struct VolgInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De taak, het besluit, de afspraak of het contract.
    onderwerp: ID,
    /// Onwaar: niet meer.
    #[graphql(default = true)]
    volgt: bool,
}

/// What there is to tell the asker, and where the log stood.
async fn lijst(aanvraag: &Aanvraag) -> Result<(PersoonId, Position, Vec<bus::Melding>)> {
    let ik = aanvraag.eis(Recht::EigenAccount, &Bereik::Persoon(aanvraag.wie()?.persoon()))?.persoon();
    let (postbus, nu): (&Postbus, Timestamp) = (aanvraag.app().postbus(), aanvraag.app().clock().now());
    postbus.werk_bij(nu).await.map_err(|error| Fout::from(error).top_level())?;
    let present = aanvraag.app().nu().present();
    Ok((ik, present.position, postbus.lijst(&present.world, ik, nu)))
}

/// The message with this id, when it is one to whoever asks.
pub async fn vind(aanvraag: &Aanvraag, id: &str) -> Result<Option<MeldingNode>> {
    let (_, positie, alle) = lijst(aanvraag).await?;
    let beeld = Lezing::new(aanvraag.app().nu().present().world, aanvraag.sporen.clone());
    let melding = alle.into_iter().find(|melding| melding.id == id);
    Ok(melding.map(|melding| MeldingNode { beeld, positie, melding }))
}

/// Wat je over je meldingen kunt vragen.
#[derive(Default)]
pub struct PostvakQuery;

#[Object]
impl PostvakQuery {
    /// Wat de kijker moet weten, nieuwste eerst: vermeldingen, toewijzingen, termijnen, handtekeningen en signalen.
    #[graphql(complexity = "20 + first as usize / 10 + child_complexity")]
    async fn meldingen(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 30, desc = "Hoeveel, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
        #[graphql(default, desc = "Alleen wat nog niet gelezen is.")] alleen_ongelezen: bool,
    ) -> Result<MeldingConnection> {
        let aanvraag = aanvraag(ctx);
        let window = Window::new(first, after)?;
        let (_, positie, mut alle) = lijst(aanvraag).await?;
        let ongelezen = alle.iter().filter(|melding| !melding.gelezen).count();
        alle.retain(|melding| !alleen_ongelezen || !melding.gelezen);
        let beeld = Lezing::new(aanvraag.app().nu().present().world, aanvraag.sporen.clone());
        let nodes = alle.into_iter().map(|melding| MeldingNode { beeld: beeld.clone(), positie, melding });
        let page::Page { items, total, info } = page::cut(nodes.collect(), window);
        Ok(MeldingConnection {
            nodes: items.iter().map(|(_, node)| node.clone()).collect(),
            edges: items.into_iter().map(|(plek, node)| MeldingEdge { cursor: page::cursor(plek), node }).collect(),
            page_info: info,
            totaal: total,
            ongelezen,
            positie: Positie(positie),
        })
    }

    /// Hoe meldingen bij de kijker komen, per soort.
    async fn meldingsvoorkeuren(&self, ctx: &Context<'_>) -> Result<Vec<Meldingsvoorkeur>> {
        let aanvraag = aanvraag(ctx);
        let ik = aanvraag.eis(Recht::EigenAccount, &Bereik::Persoon(aanvraag.wie()?.persoon()))?.persoon();
        let voorkeur = aanvraag.beeld().meldingen().voorkeur(ik);
        let regel = |soort| Meldingsvoorkeur { soort, bezorging: voorkeur.voor(soort) };
        Ok(MeldingSoort::ALLE.map(regel).into_iter().collect())
    }

    /// Wat de kijker volgt, het laatste eerst. Wie iets volgt, krijgt een melding als een ander er iets aan verandert.
    #[graphql(complexity = "10 + child_complexity")]
    async fn gevolgd(&self, ctx: &Context<'_>) -> Result<Vec<Gevolgde>> {
        let aanvraag = aanvraag(ctx);
        let ik = aanvraag.eis(Recht::EigenAccount, &Bereik::Persoon(aanvraag.wie()?.persoon()))?.persoon();
        let beeld = aanvraag.beeld();
        let alle = beeld.meldingen().gevolgd_door(ik).0.into_iter().rev();
        let gevolgde = alle.filter_map(|een| {
            let (kind, key) = een.over.onderwerp();
            let onderwerp = Node::vind(&beeld, aanvraag.positie, kind, key)?;
            Some(Gevolgde { onderwerp, titel: titel(&beeld, kind, key), sinds: Tijdstip(een.sinds) })
        });
        Ok(gevolgde.collect())
    }
}

/// Wat je met je meldingen kunt doen.
#[derive(Default)]
pub struct PostvakMutation;

#[Object]
impl PostvakMutation {
    /// Zegt dat de kijker meldingen las, of toch nog niet.
    async fn lees_meldingen(&self, ctx: &Context<'_>, input: LeesMeldingenInput) -> Result<GeenInhoudPayload> {
        let persoon = aanvraag(ctx).wie()?.persoon();
        let meldingen: Result<Vec<_>, _> =
            input.meldingen.iter().map(|id| sleutel(id, "Melding", "meldingen")).collect();
        let command = meldingen.map(|meldingen| LeesMeldingen { persoon, meldingen, gelezen: input.gelezen });
        Ok(doe(ctx, input.client_mutatie_id, command).await?.into())
    }

    /// Zegt dat de kijker alles las wat er op een plek in het logboek was.
    async fn lees_alle_meldingen(&self, ctx: &Context<'_>, input: LeesAlleMeldingenInput) -> Result<GeenInhoudPayload> {
        let (persoon, _, alle) = lijst(aanvraag(ctx)).await?;
        let termijnen = alle.into_iter().filter(|een| een.dag.is_some()).map(|een| een.id).collect();
        let command = LeesAlleMeldingen { persoon, tot: input.tot.0.seq, termijnen };
        Ok(doe(ctx, input.client_mutatie_id, Ok(command)).await?.into())
    }

    /// Kiest hoe meldingen per e-mail komen.
    async fn stel_meldingen_in(&self, ctx: &Context<'_>, input: StelMeldingenInInput) -> Result<GeenInhoudPayload> {
        let persoon = aanvraag(ctx).wie()?.persoon();
        let keuzes = input.keuzes.into_iter().map(|keuze| (keuze.soort, keuze.bezorging)).collect();
        Ok(doe(ctx, input.client_mutatie_id, Ok(StelMeldingenIn { persoon, keuzes })).await?.into())
    }

    /// Volgt iets vanaf nu, of niet meer: de kijker krijgt een melding als een ander er iets aan verandert.
    async fn volg(&self, ctx: &Context<'_>, input: VolgInput) -> Result<GeenInhoudPayload> {
        let persoon = aanvraag(ctx).wie()?.persoon();
        let over = parse(&input.onderwerp).and_then(|global| Over::van(&global.kind, &global.key));
        let bericht = "Dit is niet te volgen. Kies een taak, een besluit, een afspraak of een contract.";
        let over = over.ok_or_else(|| Fout::bij(Code::NietGevonden, "onderwerp", bericht));
        let command = over.map(|over| Volg { persoon, over, volgt: input.volgt });
        Ok(doe(ctx, input.client_mutatie_id, command).await?.into())
    }
}
