//! The steps an agreement can take now.

use async_graphql::{ComplexObject, Context, SimpleObject};

use crate::domain::{
    afspraken::{Afspraak, Fase, bereik_van},
    graphql::aanvraag,
    organisatie::Hubrol,
    rechten::{Bereik, Recht, reikwijdte},
    sporen::Lezing,
};

/// Een stap die een afspraak nu kan zetten.
#[derive(SimpleObject)]
#[graphql(name = "AfspraakStap", complex)]
pub struct StapNode {
    /// Waar zij dan staat.
    naar: Fase,
    /// Zoals de knop het zegt.
    naam: &'static str,
    /// Wie haar mag zetten.
    wie: Vec<Hubrol>,
    /// Wat er nog ontbreekt, in zinnen; leeg: niets.
    ontbreekt: Vec<String>,
    /// Moet erbij staan waarom?
    vraagt_toelichting: bool,
    #[graphql(skip)]
    recht: Recht,
    #[graphql(skip)]
    bereik: Bereik,
}

#[ComplexObject]
impl StapNode {
    /// Mag de kijker haar zetten?
    async fn mag(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(self.recht, &self.bereik))
    }
}

/// The steps from where it stands.
pub fn stappen(beeld: &Lezing, afspraak: &Afspraak) -> Vec<StapNode> {
    let stap = |stap: &crate::domain::afspraken::Stap| StapNode {
        naar: stap.naar,
        naam: stap.naam,
        wie: Hubrol::ALLE.into_iter().filter(|rol| reikwijdte(*rol, stap.recht).is_some()).collect(),
        ontbreekt: beeld.afspraken().ontbreekt(afspraak, stap.naar),
        vraagt_toelichting: stap.vraagt_toelichting(),
        recht: stap.recht,
        bereik: bereik_van(afspraak),
    };
    afspraak.fase.stappen().iter().map(stap).collect()
}
