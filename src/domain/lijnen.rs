//! Communicatielijnen: what runs over each line between two parties (agreements, meetings, what was agreed to be
//! reported), and over which nothing runs.

use std::collections::BTreeSet;

use async_graphql::{Context, Object, Result, SimpleObject};

use super::{
    afspraken::{Fase, Partij, graphql::AfspraakNode},
    graphql::{Aanvraag, aanvraag},
    gremia::volgende,
    integratie::graphql::VergaderingNode,
    organisatie::{
        self, GroepId, Lijnstand, RolId, Toestand,
        graphql::{FrequentieNode, RelatieNode},
    },
    rechten::{Bereik, Recht},
    sporen::Lezing,
};

/// Een lijn tussen twee partijen, en wat erover loopt.
#[derive(SimpleObject)]
pub struct Lijn {
    /// De lijn zelf: van wie naar wie.
    relatie: RelatieNode,
    /// De afspraken die beide partijen met elkaar hebben.
    afspraken: Vec<AfspraakNode>,
    /// De eerstvolgende vergadering van elk gremium aan een van beide kanten.
    vergaderingen: Vec<VergaderingNode>,
    /// Hoe vaak is afgesproken elkaar te spreken of te berichten.
    frequenties: Vec<FrequentieNode>,
    /// Loopt er niets over: geen afspraak, geen vergadering, niets afgesproken?
    stil: bool,
}

/// As which party someone signs agreements; the words of the agreements are coarser than those of the map.
fn partij(organisatie: &Toestand, kant: &organisatie::Partij) -> Option<Partij> {
    let (sleutel, groep) = match kant {
        organisatie::Partij::Organisatie(_) => return Some(Partij::Mgr),
        organisatie::Partij::Rol(id) => (&id.0, organisatie.rollen.get(id).map(|rol| &rol.groep)),
        organisatie::Partij::Stakeholder(id) => (&id.0, organisatie.stakeholders.get(id).map(|een| &een.groep)),
    };
    match sleutel.as_str() {
        "sh-beleidsmedewerkers" | "rol-beleidsmedewerker" => Some(Partij::Beleid),
        "sh-toegangen" | "rol-toegang-consulent" => Some(Partij::Toegang),
        "sh-gecertificeerde-instellingen" => Some(Partij::GecertificeerdeInstellingen),
        "sh-rechtbank" => Some(Partij::Rechtbank),
        "sh-zorgkantoren" => Some(Partij::Zorgkantoren),
        "sh-zorgverzekeraars" => Some(Partij::Zorgverzekeraars),
        // They have a line with the toegang, and no agreement.
        "sh-clienten" => None,
        _ => groep.and_then(van_groep),
    }
}

fn van_groep(groep: &GroepId) -> Option<Partij> {
    match groep.0.as_str() {
        "groep-mgr-intern" => Some(Partij::Mgr),
        "groep-gemeenten" => Some(Partij::Gemeenten),
        "groep-aanbieders" => Some(Partij::Aanbieders),
        _ => None,
    }
}

/// The roles and bodies at both ends.
fn rollen(relatie: &organisatie::Relatie) -> Vec<&RolId> {
    let kanten = [&relatie.van, &relatie.naar].into_iter();
    kanten.filter_map(|kant| if let organisatie::Partij::Rol(id) = kant { Some(id) } else { None }).collect()
}

impl Lijn {
    fn van(beeld: &Lezing, aanvraag: &Aanvraag, relatie: RelatieNode) -> Self {
        let organisatie = beeld.organisatie();
        let kanten = [&relatie.feit.van, &relatie.feit.naar].map(|kant| partij(organisatie, kant));
        let afspraken = match kanten {
            // Within one party nothing is agreed between two.
            [Some(van), Some(naar)] if van != naar => AfspraakNode::alle(beeld, aanvraag.positie, |afspraak| {
                let partijen: &BTreeSet<Partij> = &afspraak.inhoud.partijen;
                let geldt = !matches!(afspraak.fase, Fase::Vervallen | Fase::Vervangen);
                geldt && partijen.contains(&van) && partijen.contains(&naar)
            }),
            _ => Vec::new(),
        };
        let (integratie, vandaag) = (beeld.integratie(), aanvraag.vandaag());
        let rollen = rollen(&relatie.feit);
        let komend = rollen.iter().filter_map(|rol| volgende(integratie, rol, vandaag));
        let vergaderingen: Vec<_> = komend.filter_map(|een| VergaderingNode::vind(beeld, een.id)).collect();
        let frequenties = FrequentieNode::van(beeld, &rollen);
        let stil = afspraken.is_empty() && vergaderingen.is_empty() && frequenties.is_empty();
        Self { relatie, afspraken, vergaderingen, frequenties, stil }
    }
}

/// Wat je over communicatielijnen kunt vragen.
#[derive(Default)]
pub struct LijnQuery;

#[Object]
impl LijnQuery {
    /// De lijnen tussen partijen, met wat erover loopt; ook wat gewenst is en er nog niet is.
    #[graphql(complexity = "30 + child_complexity")]
    async fn lijnen(&self, ctx: &Context<'_>) -> Result<Vec<Lijn>> {
        let aanvraag = aanvraag(ctx);
        for recht in [Recht::FeitenLezen, Recht::TakenLezen, Recht::AfsprakenLezen] {
            aanvraag.eis(recht, &Bereik::Alles)?;
        }
        let beeld = aanvraag.beeld();
        let relaties = RelatieNode::alle(&beeld, |relatie| relatie.stand != Lijnstand::Vervallen);
        Ok(relaties.into_iter().map(|relatie| Lijn::van(&beeld, aanvraag, relatie)).collect())
    }
}
