//! The queries of this context.

use async_graphql::{Context, ID, Object, Result};

use super::{
    AttribuutNode, CelNode, ContractNode, ImportNode,
    attribuut::kolommen,
    cel::KolomNode,
    graad::{GraadNode, VerloopNode, inwoners},
};
use crate::{
    domain::{
        contracten::{AttribuutId, CONTRACTEN, Gebeurtenis, Graad, Kolom, Toestand},
        fout::Fout,
        gebeurtenis,
        graphql::{Aanvraag, aanvraag, sleutel},
        logboek::beeld_van_dag,
        rechten::{Bereik, Recht},
        sporen::Deel,
    },
    platform::{
        change_log::read::{self, Filter},
        clock::dutch_date,
        graphql::scalars::Datum,
    },
};

/// How many entries are read at a time.
const CHUNK: u64 = 1000;

/// Wat je over contracten en hun vergelijking kunt vragen.
#[derive(Default)]
pub struct ContractenQuery;

#[Object]
impl ContractenQuery {
    /// De contracten in het register, per domein op nummer; met `stand` zoals zij toen waren.
    #[graphql(complexity = "20 + child_complexity")]
    async fn contracten(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Zoals het aan het einde van deze dag was; leeg: nu.")] stand: Option<Datum>,
    ) -> Result<Vec<ContractNode>> {
        aanvraag(ctx).eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let (beeld, positie) = beeld_van_dag(ctx, stand).await?;
        Ok(ContractNode::alle(&beeld, positie))
    }

    /// Eén contract; leeg als het er niet is.
    async fn contract(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het nummer waaronder het in het register staat.")] nummer: String,
        #[graphql(desc = "Zoals het aan het einde van deze dag was; leeg: nu.")] stand: Option<Datum>,
    ) -> Result<Option<ContractNode>> {
        aanvraag(ctx).eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let (beeld, positie) = beeld_van_dag(ctx, stand).await?;
        Ok(ContractNode::met_nummer(&beeld, positie, &nummer))
    }

    /// De attributen waarop vergeleken wordt, per sturingselement; met `stand` zoals zij toen waren.
    #[graphql(complexity = "20 + child_complexity")]
    async fn attributen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Zoals het aan het einde van deze dag was; leeg: nu.")] stand: Option<Datum>,
    ) -> Result<Vec<AttribuutNode>> {
        aanvraag(ctx).eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let (beeld, positie) = beeld_van_dag(ctx, stand).await?;
        Ok(AttribuutNode::alle(&beeld, positie))
    }

    /// Eén attribuut; leeg als het er niet is.
    async fn attribuut(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het attribuut.")] id: ID,
        #[graphql(desc = "Zoals het aan het einde van deze dag was; leeg: nu.")] stand: Option<Datum>,
    ) -> Result<Option<AttribuutNode>> {
        aanvraag(ctx).eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let id = AttribuutId(sleutel(&id, "Attribuut", "id").map_err(Fout::top_level)?);
        let (beeld, positie) = beeld_van_dag(ctx, stand).await?;
        Ok(AttribuutNode::vind(&beeld, positie, &id))
    }

    /// De kolommen met hun naam, in deze volgorde; wat niet bestaat, ontbreekt.
    async fn vergelijkingskolommen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Sleutels, zoals regio:regio-noord; leeg: Noord, MLO en MLW.")] kolommen: Option<Vec<String>>,
    ) -> Result<Vec<KolomNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let beeld = aanvraag.beeld();
        let kolommen = self::kolommen(kolommen).map_err(Fout::top_level)?;
        Ok(kolommen.iter().filter_map(|kolom| KolomNode::van(ctx, &beeld, kolom)).collect())
    }

    /// Wat nog op te halen is: onbekende cellen van Noord, MLO en MLW, met wie erom gevraagd is.
    #[graphql(complexity = "50 + child_complexity")]
    async fn nog_op_te_halen(&self, ctx: &Context<'_>) -> Result<Vec<CelNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let beeld = aanvraag.beeld();
        let rijen = beeld.contracten().rijen();
        let sleutels = rijen.iter().flat_map(|een| Kolom::streken().map(|kolom| (een.id.clone(), kolom)));
        let cellen = sleutels.map(|sleutel| CelNode::van(&beeld, aanvraag.positie, sleutel));
        Ok(cellen.filter(|node| node.cel.inhoud.waarde.is_none()).collect())
    }

    /// De bladen die overgenomen zijn, nieuwste eerst.
    async fn contractimports(&self, ctx: &Context<'_>) -> Result<Vec<ImportNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::ContractenLezen, &Bereik::Alles)?;
        Ok(ImportNode::alle(&aanvraag.beeld()))
    }

    /// Hoe ver Noord en Midden gelijk zijn; met `stand` zoals het toen was, opgebouwd uit het logboek.
    #[graphql(complexity = "50 + child_complexity")]
    async fn harmonisatiegraad(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Zoals het aan het einde van deze dag was; leeg: nu.")] stand: Option<Datum>,
    ) -> Result<GraadNode> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let (beeld, positie) = beeld_van_dag(ctx, stand).await?;
        Ok(GraadNode::van(&beeld, positie, aanvraag.vandaag_in(&beeld)))
    }

    /// Hoe de harmonisatiegraad verliep: elke dag waarop er iets veranderde, opgebouwd uit het logboek, hooguit 400.
    #[graphql(complexity = "100 + child_complexity")]
    async fn harmonisatieverloop(&self, ctx: &Context<'_>) -> Result<Vec<VerloopNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::ContractenLezen, &Bereik::Alles)?;
        verloop(aanvraag).await.map_err(Fout::top_level)
    }
}

const MAX_DAGEN: usize = 400;

/// Folds only what happened in this context: nothing else decides how far it is.
async fn verloop(aanvraag: &Aanvraag) -> Result<Vec<VerloopNode>, Fout> {
    let beeld = aanvraag.beeld();
    let (mut toestand, mut na, mut dagen) = (Toestand::default(), 0, Vec::<VerloopNode>::new());
    loop {
        let scopes = Some(vec![CONTRACTEN.to_owned()]);
        let filter = Filter { after: Some(na), scopes, ..Filter::default() };
        let entries = read::oldest(aanvraag.logboek(Some(Deel::Contracten)), &filter, CHUNK).await?;
        for entry in entries.iter().filter(|entry| entry.seq <= aanvraag.positie.seq) {
            let gebeurtenis::Gebeurtenis::Contracten(gebeurtenis) = gebeurtenis::Gebeurtenis::lees(entry)? else {
                continue;
            };
            toestand.toepassen(&gebeurtenis);
            if !raakt_graad(&gebeurtenis) {
                continue;
            }
            let op = Datum(dutch_date(entry.at));
            // Weighed with the residents of now: they are no part of what was decided.
            let graad = Graad::van(toestand.standen.values(), inwoners(beeld.organisatie(), beeld.contracten()), None);
            let punt = VerloopNode { op, samen: (&graad).into() };
            match dagen.last_mut() {
                Some(laatste) if laatste.op == punt.op => *laatste = punt,
                _ => dagen.push(punt),
            }
        }
        na = entries.last().map_or(na, |entry| entry.seq);
        if (entries.len() as u64) < CHUNK {
            return Ok(dagen.split_off(dagen.len().saturating_sub(MAX_DAGEN)));
        }
    }
}

fn raakt_graad(gebeurtenis: &Gebeurtenis) -> bool {
    matches!(
        gebeurtenis,
        Gebeurtenis::AttribuutVastgelegd { .. }
            | Gebeurtenis::AttribuutGewijzigd { .. }
            | Gebeurtenis::VergelijkingscelIngevuld { .. }
            | Gebeurtenis::HarmonisatieBesloten { .. }
    )
}
