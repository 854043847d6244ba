//! What guests reach: this, their session, and nothing else.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, parser::types::OperationType};
use uuid::Uuid;

use super::sessie::SessieNode;
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Aanvraag, aanvraag, doe, uuid_sleutel},
        rechten::Gastpas,
        sessies::{
            FaseId, GastId, NotitieId, SessieId, Toelating, VakId,
            commands::{BrengStemUit, MeldKlaar, SchrijfNotitie, TrekNotitieIn, WijzigNotitie},
            stemmen::Stempunt,
        },
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{relay::global_id, scalars::Positie},
    },
};

/// The fields of the roots that guests may ask. Transport lets nothing else of them through.
pub const GAST_MAG: [(OperationType, &[&str]); 3] = [
    (OperationType::Query, &["sessie", "mijnDeelname"]),
    (OperationType::Mutation, &["schrijfNotitie", "wijzigNotitie", "trekNotitieIn", "meldKlaar", "brengStemUit"]),
    (OperationType::Subscription, &["sessie", "sessieAanwezigheid"]),
];

/// May a guest ask this field of a root?
pub fn mag_gast(kind: OperationType, field: &str) -> bool {
    field.starts_with("__") || GAST_MAG.iter().any(|(own, fields)| *own == kind && fields.contains(&field))
}

/// Hoe je zelf aan een sessie meedoet.
pub struct SessieDeelname {
    beeld: Lezing,
    positie: Position,
    pas: Gastpas,
}

impl SessieDeelname {
    fn gast(&self) -> Result<&crate::domain::sessies::Gast> {
        let gast = self.beeld.sessies().borden.get(&self.pas.sessie).and_then(|bord| bord.gasten.get(&self.pas.gast));
        gast.map(AsRef::as_ref).ok_or_else(|| Fout::niet_gevonden("Je plek in deze sessie").top_level())
    }
}

/// Hoe je zelf aan een sessie meedoet.
#[Object]
impl SessieDeelname {
    /// Je adres in deze sessie.
    async fn id(&self) -> ID {
        global_id("Deelnemer", self.pas.gast)
    }

    /// De naam waaronder je meedoet.
    async fn schuilnaam(&self) -> Result<&str> {
        Ok(&self.gast()?.schuilnaam)
    }

    /// Of je binnen bent.
    async fn toelating(&self) -> Result<Toelating> {
        Ok(self.gast()?.toelating)
    }

    /// De fase waarvan je zei dat je klaar bent.
    async fn klaar(&self) -> Result<Option<ID>> {
        Ok(self.gast()?.klaar.map(|id| global_id("Sessiefase", id)))
    }

    /// Aan welke stemmingen je meedeed.
    async fn gestemd(&self) -> Result<Vec<ID>> {
        Ok(self.gast()?.gestemd.iter().map(|id| global_id("Sessiefase", id)).collect())
    }

    /// De sessie; leeg zolang je bij de deur wacht.
    async fn sessie(&self) -> Option<SessieNode> {
        SessieNode::vind(&self.beeld, self.positie, self.pas.sessie).filter(|_| self.pas.binnen)
    }
}

/// Who asks, as a guest.
fn pas(aanvraag: &Aanvraag) -> Result<Gastpas> {
    let pas = aanvraag.wie()?.gastpas();
    pas.ok_or_else(|| {
        Fout::new(Code::GeenRecht, "Doe eerst mee aan een sessie, met de code op het scherm.").top_level()
    })
}

/// Hoe iets ging wat een deelnemer deed.
#[derive(SimpleObject)]
pub struct DeelnamePayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De notitie waar het over ging.
    notitie: Option<ID>,
    /// Hoe je nu meedoet.
    deelname: Option<SessieDeelname>,
}

/// Een nieuwe notitie.
#[derive(InputObject)]
pub struct SchrijfNotitieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De fase.
    fase: ID,
    /// De kolom.
    kolom: ID,
    /// Wat er staat, 1 tot 280 tekens.
    tekst: String,
    /// Een nieuw geheim dat alleen dit toestel kent: wie het heeft, kan de notitie wijzigen.
    sleutel: String,
}

/// Een andere tekst voor een eigen notitie.
#[derive(InputObject)]
pub struct WijzigNotitieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De notitie.
    notitie: ID,
    /// Het geheim waarmee zij geschreven is.
    sleutel: String,
    /// Wat er staat, 1 tot 280 tekens.
    tekst: String,
}

/// Een eigen notitie weghalen.
#[derive(InputObject)]
pub struct TrekNotitieInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De notitie.
    notitie: ID,
    /// Het geheim waarmee zij geschreven is.
    sleutel: String,
}

/// Laten weten of je klaar bent.
#[derive(InputObject)]
pub struct MeldKlaarInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De fase waarmee je klaar bent; leeg: toch niet klaar.
    fase: Option<ID>,
}

/// Punten voor één keuze.
#[derive(InputObject)]
pub struct StempuntInput {
    /// De keuze.
    keuze: ID,
    /// Hoeveel punten; alleen van belang als je punten verdeelt.
    #[graphql(default = 1)]
    punten: u32,
}

/// Een stem. Zij wordt geteld en nergens bewaard.
#[derive(InputObject)]
pub struct BrengStemUitInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De fase.
    fase: ID,
    /// Wat je kiest; bij een rangorde: alles, het beste eerst.
    keuzes: Vec<StempuntInput>,
}

fn fase(id: &ID) -> Result<FaseId, Fout> {
    uuid_sleutel(id, "Sessiefase", "fase").map(FaseId)
}

fn notitie(id: &ID) -> Result<NotitieId, Fout> {
    uuid_sleutel(id, "Notitie", "notitie").map(NotitieId)
}

impl SchrijfNotitieInput {
    fn command(&self, sessie: SessieId, gast: Option<GastId>) -> Result<SchrijfNotitie, Fout> {
        Ok(SchrijfNotitie {
            sessie,
            fase: fase(&self.fase)?,
            kolom: uuid_sleutel(&self.kolom, "Sessiekolom", "kolom").map(VakId)?,
            tekst: self.tekst.clone(),
            sleutel: self.sleutel.clone(),
            gast,
        })
    }
}

impl BrengStemUitInput {
    fn command(&self, gast: GastId) -> Result<BrengStemUit, Fout> {
        let punt = |punt: &StempuntInput| {
            let keuze = uuid_sleutel(&punt.keuze, "Stemkeuze", "keuzes")?;
            Ok::<_, Fout>(Stempunt { keuze, punten: punt.punten })
        };
        let keuzes = self.keuzes.iter().map(punt).collect::<Result<_, _>>()?;
        Ok(BrengStemUit { gast, fase: fase(&self.fase)?, keuzes })
    }
}

/// Wat je als deelnemer kunt doen.
#[derive(Default)]
pub struct GastMutation;

impl GastMutation {
    async fn notitie<C>(ctx: &Context<'_>, id: Uuid, command: Result<C, Fout>) -> Result<DeelnamePayload>
    where
        C: crate::domain::command::Command<Uitkomst = NotitieId>,
    {
        let uitslag = doe(ctx, id, command).await?;
        Ok(DeelnamePayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            notitie: uitslag.uitkomst.map(|id| global_id("Notitie", id)),
            deelname: None,
        })
    }

    async fn zelf<C>(ctx: &Context<'_>, id: Uuid, pas: Gastpas, command: Result<C, Fout>) -> Result<DeelnamePayload>
    where
        C: crate::domain::command::Command<Uitkomst = GastId>,
    {
        let uitslag = doe(ctx, id, command).await?;
        Ok(DeelnamePayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            notitie: None,
            deelname: Some(SessieDeelname { beeld: uitslag.beeld, positie: uitslag.gelezen_op, pas }),
        })
    }
}

#[Object]
impl GastMutation {
    /// Schrijft een notitie.
    async fn schrijf_notitie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: SchrijfNotitieInput,
    ) -> Result<DeelnamePayload> {
        let aanvraag = aanvraag(ctx);
        let pas = pas(aanvraag)?;
        // Who writes goes along only where notes bear a name: what is not sent along cannot stay behind anywhere.
        let beeld = aanvraag.beeld();
        let op_naam = beeld.sessies().borden.get(&pas.sessie).is_some_and(|bord| !bord.sessie.anoniem);
        let command = input.command(pas.sessie, op_naam.then_some(pas.gast));
        Self::notitie(ctx, input.client_mutatie_id, command).await
    }

    /// Geeft een eigen notitie een andere tekst.
    async fn wijzig_notitie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigNotitieInput,
    ) -> Result<DeelnamePayload> {
        let WijzigNotitieInput { client_mutatie_id, notitie: id, sleutel, tekst } = input;
        let command = notitie(&id).map(|notitie| WijzigNotitie { notitie, sleutel, tekst });
        Self::notitie(ctx, client_mutatie_id, command).await
    }

    /// Haalt een eigen notitie weg.
    async fn trek_notitie_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: TrekNotitieInInput,
    ) -> Result<DeelnamePayload> {
        let TrekNotitieInInput { client_mutatie_id, notitie: id, sleutel } = input;
        let command = notitie(&id).map(|notitie| TrekNotitieIn { notitie, sleutel });
        Self::notitie(ctx, client_mutatie_id, command).await
    }

    /// Laat weten of je klaar bent met een fase.
    async fn meld_klaar(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MeldKlaarInput,
    ) -> Result<DeelnamePayload> {
        let pas = pas(aanvraag(ctx))?;
        let command = input.fase.as_ref().map(fase).transpose().map(|fase| MeldKlaar { gast: pas.gast, fase });
        Self::zelf(ctx, input.client_mutatie_id, pas, command).await
    }

    /// Brengt je stem uit. Wie stemde is bekend; wat, wordt alleen geteld.
    async fn breng_stem_uit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BrengStemUitInput,
    ) -> Result<DeelnamePayload> {
        let pas = pas(aanvraag(ctx))?;
        Self::zelf(ctx, input.client_mutatie_id, pas, input.command(pas.gast)).await
    }
}

/// Wat een deelnemer over zichzelf kan vragen.
#[derive(Default)]
pub struct GastQuery;

#[Object]
impl GastQuery {
    /// Hoe je zelf meedoet; alleen voor deelnemers.
    async fn mijn_deelname(&self, ctx: &Context<'_>) -> Result<SessieDeelname> {
        let aanvraag = aanvraag(ctx);
        Ok(SessieDeelname { beeld: aanvraag.beeld(), positie: aanvraag.positie, pas: pas(aanvraag)? })
    }
}
