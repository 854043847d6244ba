//! The queries of this context.

use async_graphql::{Context, ID, Object, Result};

use super::{
    AnalyseNode, DeelnameNode, GemeenteNode, GroepNode, Ik, ModuleNode, OrganisatieNode, PersoonConnection,
    PersoonNode, RegioNode, RelatieConnection, RelatieNode, RolNode, StakeholderConnection, StakeholderNode,
    zoeken::{gevouwen, komt_voor},
};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{aanvraag, sleutel},
        organisatie::{
            AnalyseId, GemeenteId, GroepId, Hubrol, Invloedsring, Lijnstand, ModuleId, OrganisatieId, Partij, RegioId,
            RolId, RolSoort, StakeholderId,
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::graphql::{
        page::{self, Window},
        relay,
        scalars::Datum,
    },
};

/// The present, for who may read the facts.
fn beeld(ctx: &Context<'_>) -> Result<Lezing> {
    let aanvraag = aanvraag(ctx);
    aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
    Ok(aanvraag.beeld())
}

/// Reads an optional id that must be of this kind.
fn wens<K>(id: Option<ID>, kind: &str, veld: &str, naar: impl Fn(String) -> K) -> Result<Option<K>> {
    id.map(|id| sleutel(&id, kind, veld).map(&naar)).transpose().map_err(Fout::top_level)
}

/// Reads the id of one side of a relation.
pub fn partij(id: &ID) -> Result<Partij, Fout> {
    let global = relay::parse(id).and_then(|global| match global.kind.as_str() {
        "Stakeholder" => Some(Partij::Stakeholder(StakeholderId(global.key))),
        "Rol" => Some(Partij::Rol(RolId(global.key))),
        "Organisatie" => Some(Partij::Organisatie(OrganisatieId(global.key))),
        _ => None,
    });
    let bericht = "Dit id is niet van een stakeholder, rol of organisatie.";
    global.ok_or_else(|| Fout::bij(Code::NietGevonden, "partij", bericht))
}

/// Wat je over de organisatie en haar mensen kunt vragen.
#[derive(Default)]
pub struct OrganisatieQuery;

#[Object]
impl OrganisatieQuery {
    /// Wie is aangemeld, en wat die mag.
    async fn ik(&self, ctx: &Context<'_>) -> Result<Ik> {
        let aanvraag = aanvraag(ctx);
        Ok(Ik { beeld: aanvraag.beeld(), wie: aanvraag.wie()?.clone() })
    }

    /// De MGR zelf; leeg zolang haar feiten er niet zijn.
    async fn organisatie(&self, ctx: &Context<'_>) -> Result<Option<OrganisatieNode>> {
        Ok(OrganisatieNode::vind(&beeld(ctx)?))
    }

    /// De gemeenten.
    async fn gemeenten(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Alleen met een deelname of voornemen dat op deze dag geldt.")] op: Option<Datum>,
        #[graphql(desc = "Alleen met een deelname of voornemen in deze module.")] module: Option<ID>,
        #[graphql(desc = "Alleen in deze regio of subregio.")] regio: Option<ID>,
    ) -> Result<Vec<GemeenteNode>> {
        let beeld = beeld(ctx)?;
        let module = wens(module, "Module", "module", ModuleId)?;
        let regio = wens(regio, "Regio", "regio", RegioId)?;
        let alle = op.is_none() && module.is_none();
        let doet_mee = |id: &GemeenteId| {
            alle || beeld.organisatie().deelnames.values().any(|deelname| {
                deelname.gemeente == *id
                    && module.as_ref().is_none_or(|module| deelname.module == *module)
                    && op.as_ref().is_none_or(|op| deelname.geldt_op(op.0))
            })
        };
        Ok(GemeenteNode::alle(&beeld, |gemeente| {
            doet_mee(&gemeente.id) && regio.as_ref().is_none_or(|regio| beeld.organisatie().hoort_bij(gemeente, regio))
        }))
    }

    /// De regio's, subregio's en samenwerkingsschalen.
    async fn regios(&self, ctx: &Context<'_>) -> Result<Vec<RegioNode>> {
        Ok(RegioNode::alle(&beeld(ctx)?, |_| true))
    }

    /// De modules.
    async fn modules(&self, ctx: &Context<'_>) -> Result<Vec<ModuleNode>> {
        Ok(ModuleNode::alle(&beeld(ctx)?, |_| true))
    }

    /// Welke gemeente aan welke module deelneemt of dat van plan is.
    async fn deelnames(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Alleen wat op deze dag geldt.")] op: Option<Datum>,
        #[graphql(desc = "Alleen deze module.")] module: Option<ID>,
        #[graphql(desc = "Alleen deze gemeente.")] gemeente: Option<ID>,
    ) -> Result<Vec<DeelnameNode>> {
        let beeld = beeld(ctx)?;
        let module = wens(module, "Module", "module", ModuleId)?;
        let gemeente = wens(gemeente, "Gemeente", "gemeente", GemeenteId)?;
        Ok(DeelnameNode::alle(&beeld, |deelname| {
            op.as_ref().is_none_or(|op| deelname.geldt_op(op.0))
                && module.as_ref().is_none_or(|module| deelname.module == *module)
                && gemeente.as_ref().is_none_or(|gemeente| deelname.gemeente == *gemeente)
        }))
    }

    /// De groepen waarin rollen en stakeholders zijn verdeeld.
    async fn groepen(&self, ctx: &Context<'_>) -> Result<Vec<GroepNode>> {
        Ok(GroepNode::alle(&beeld(ctx)?, |_| true))
    }

    /// De rollen en gremia, op naam.
    async fn rollen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Alleen functies, of alleen vergaderingen.")] soort: Option<RolSoort>,
        #[graphql(desc = "Alleen deze groep.")] groep: Option<ID>,
        #[graphql(desc = "Alleen waar dit in naam, afkorting, andere namen of beschrijving voorkomt.")] zoek: Option<
            String,
        >,
    ) -> Result<Vec<RolNode>> {
        let beeld = beeld(ctx)?;
        let groep = wens(groep, "Groep", "groep", GroepId)?;
        let mut rollen = RolNode::alle(&beeld, |rol| {
            soort.is_none_or(|soort| rol.soort == soort) && groep.as_ref().is_none_or(|groep| rol.groep == *groep)
        });
        rollen.retain(|rol| zoek.as_ref().is_none_or(|zoek| rol.komt_voor(zoek)));
        rollen.sort_by_cached_key(|rol| gevouwen(rol.naam_van()));
        Ok(rollen)
    }

    /// De stakeholders, op naam.
    #[expect(clippy::too_many_arguments, reason = "the arguments are the filters of the schema")]
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
        #[graphql(desc = "Alleen waar dit in naam, beschrijving of voorbeelden voorkomt.")] zoek: Option<String>,
        #[graphql(desc = "Alleen deze groep.")] groep: Option<ID>,
        #[graphql(desc = "Alleen deze ring.")] ring: Option<Invloedsring>,
        #[graphql(desc = "Alleen uit deze analyse.")] analyse: Option<ID>,
    ) -> Result<StakeholderConnection> {
        let beeld = beeld(ctx)?;
        let window = Window::new(first, after)?;
        let groep = wens(groep, "Groep", "groep", GroepId)?;
        let analyse = wens(analyse, "Analyse", "analyse", AnalyseId)?;
        let mut stakeholders = StakeholderNode::alle(&beeld, |stakeholder| {
            groep.as_ref().is_none_or(|groep| stakeholder.groep == *groep)
                && ring.is_none_or(|ring| stakeholder.ring == ring)
                && analyse.as_ref().is_none_or(|analyse| stakeholder.analyses.contains(analyse))
        });
        stakeholders.retain(|stakeholder| zoek.as_ref().is_none_or(|zoek| stakeholder.komt_voor(zoek)));
        stakeholders.sort_by_cached_key(|stakeholder| gevouwen(stakeholder.naam_van()));
        Ok(page::cut(stakeholders, window).into())
    }

    /// De stakeholderanalyses.
    async fn analyses(&self, ctx: &Context<'_>) -> Result<Vec<AnalyseNode>> {
        Ok(AnalyseNode::alle(&beeld(ctx)?, |_| true))
    }

    /// De relaties tussen partijen.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn relaties(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
        #[graphql(desc = "Alleen van of naar deze stakeholder, rol of organisatie.")] partij: Option<ID>,
        #[graphql(desc = "Alleen deze soort, zoals ‘adviseert’.")] soort: Option<String>,
    ) -> Result<RelatieConnection> {
        let beeld = beeld(ctx)?;
        let window = Window::new(first, after)?;
        let partij = partij.as_ref().map(self::partij).transpose().map_err(Fout::top_level)?;
        let relaties = RelatieNode::alle(&beeld, |relatie| {
            relatie.stand != Lijnstand::Vervallen
                && partij.as_ref().is_none_or(|partij| relatie.van == *partij || relatie.naar == *partij)
                && soort.as_ref().is_none_or(|soort| relatie.soort == *soort)
        });
        Ok(page::cut(relaties, window).into())
    }

    /// Wie in de hub werkt, op naam.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn personen(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
        #[graphql(desc = "Alleen waar dit in de naam voorkomt.")] zoek: Option<String>,
        #[graphql(desc = "Alleen wie vandaag deze rol heeft.")] hubrol: Option<Hubrol>,
        #[graphql(desc = "Alleen wie vandaag een rol voor deze gemeente heeft.")] gemeente: Option<ID>,
    ) -> Result<PersoonConnection> {
        let beeld = beeld(ctx)?;
        let window = Window::new(first, after)?;
        let gemeente = wens(gemeente, "Gemeente", "gemeente", GemeenteId)?;
        let vandaag = aanvraag(ctx).vandaag();
        let mut personen = PersoonNode::met_rol(&beeld, hubrol, gemeente.as_ref(), vandaag);
        personen.retain(|persoon| zoek.as_ref().is_none_or(|zoek| komt_voor(zoek, [persoon.naam_van()])));
        personen.sort_by_cached_key(|persoon| gevouwen(persoon.naam_van()));
        Ok(page::cut(personen, window).into())
    }
}
