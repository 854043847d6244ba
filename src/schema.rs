//! The merged schema: what every context adds, in one.

use async_graphql::{MergedObject, MergedSubscription, SDLExportOptions};

use crate::domain::{
    aanwezigheid::AanwezigheidMutation,
    afspraken::graphql::{AfsprakenMutation, AfsprakenQuery, KantMutation, RondeMutation, TekstMutation},
    begrippen::BegrippenQuery,
    bijdrage::BijdrageQuery,
    contracten::graphql::{ContractenMutation, ContractenQuery},
    contractwerk::{ContractwerkMutation, ContractwerkQuery},
    gemeentewerk::GemeentewerkQuery,
    gremia::GremiumQuery,
    herinneringen::HerinneringenQuery,
    impact::{ImpactMutation, ImpactQuery},
    integratie::graphql::{
        AutonomieMutation, BesluitMutation, BudgetMutation, IntegratieMutation, IntegratieQuery, MijlpaalMutation,
        OverdrachtMutation, PlanMutation, PlanQuery, RisicoMutation, StapMutation, StapQuery, TrajectMutation,
        VergaderingMutation, VergaderingQuery, ZakenQuery, ZienswijzeMutation,
    },
    lijnen::LijnQuery,
    logboek::{LogboekQuery, LogboekSubscription},
    node::NodeQuery,
    opbrengsten::{OpbrengstMutation, OpbrengstQuery},
    organisatie::graphql::{
        BezettingMutation, KaartMutation, KaartQuery, LijnMutation, OrganisatieMutation, OrganisatieQuery,
    },
    postbus::{PostvakMutation, PostvakQuery, PostvakSubscription},
    sessies::graphql::{SessieSubscription, SessiesMutation, SessiesQuery},
    sessieverslag::{VerslagMutation, VerslagQuery},
    stakeholderacties::{StakeholderactieMutation, StakeholderactieQuery},
    vandaag::VandaagQuery,
    vergeten::VergetenQuery,
    weergaven::graphql::{WeergavenMutation, WeergavenQuery},
    zoeken::ZoekQuery,
};

/// Vragen.
#[derive(MergedObject, Default)]
pub struct Query(
    NodeQuery,
    OrganisatieQuery,
    KaartQuery,
    StakeholderactieQuery,
    GremiumQuery,
    GemeentewerkQuery,
    LijnQuery,
    VergetenQuery,
    BijdrageQuery,
    IntegratieQuery,
    PlanQuery,
    StapQuery,
    VergaderingQuery,
    ZakenQuery,
    LogboekQuery,
    VandaagQuery,
    HerinneringenQuery,
    BegrippenQuery,
    AfsprakenQuery,
    SessiesQuery,
    VerslagQuery,
    OpbrengstQuery,
    ZoekQuery,
    PostvakQuery,
    ImpactQuery,
    ContractenQuery,
    ContractwerkQuery,
    WeergavenQuery,
);

/// Wijzigingen.
#[derive(MergedObject, Default)]
pub struct Mutation(
    OrganisatieMutation,
    KaartMutation,
    BezettingMutation,
    LijnMutation,
    StakeholderactieMutation,
    IntegratieMutation,
    BesluitMutation,
    PlanMutation,
    MijlpaalMutation,
    StapMutation,
    TrajectMutation,
    VergaderingMutation,
    ZienswijzeMutation,
    RisicoMutation,
    OverdrachtMutation,
    AfsprakenMutation,
    RondeMutation,
    TekstMutation,
    KantMutation,
    BudgetMutation,
    AutonomieMutation,
    AanwezigheidMutation,
    SessiesMutation,
    VerslagMutation,
    OpbrengstMutation,
    PostvakMutation,
    ImpactMutation,
    ContractenMutation,
    ContractwerkMutation,
    WeergavenMutation,
);

/// Live volgen.
#[derive(MergedSubscription, Default)]
pub struct Subscription(LogboekSubscription, SessieSubscription, PostvakSubscription);

pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// How much a question may cost. A board of 1,000 tasks with everything on the cards costs about 400.
/// How deep it may go is measured by transport, which lets the explorer ask about the schema itself.
const MAX_COMPLEXITY: usize = 2_000;

/// The schema; the running hub comes with each request.
pub fn build() -> Schema {
    Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .limit_complexity(MAX_COMPLEXITY)
        .limit_directives(10)
        .finish()
}

/// The schema as text, as it is committed.
pub fn sdl() -> String {
    build().sdl_with_options(SDLExportOptions::new().include_specified_by())
}
