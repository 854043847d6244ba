//! Niemand vergeten: what has nobody who looks after it, each with the way to mend it.

use async_graphql::{Context, Enum, Object, Result, SimpleObject};

use super::{
    afspraken::{Fase, graphql::AfspraakNode},
    graphql::{Aanvraag, aanvraag},
    gremia::{keer_per_jaar, volgende},
    integratie::{KolomSoort, TaakId, graphql::TaakNode, hoedanigheden},
    node::Node,
    organisatie::{
        RolSoort,
        graphql::{GemeenteNode, RolNode, StakeholderNode},
    },
    rechten::{Bereik, Recht},
    sporen::Lezing,
};

/// Wat er ontbreekt.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum Vergetensoort {
    /// Een gemeente waarvoor niemand spreekt.
    GemeenteZonderAccounthouder,
    /// Een gremium dat moet besluiten of bijeenkomen, zonder dag in de kalender.
    GremiumZonderDag,
    /// Een afspraak zonder eigenaar.
    AfspraakZonderEigenaar,
    /// Een open taak zonder eigenaar.
    TaakZonderEigenaar,
    /// Een stakeholder met wie de communicatie verder moet, zonder actie die loopt.
    StakeholderZonderActie,
    /// Een stakeholder op de kaart zonder contact in de hub.
    StakeholderZonderContact,
}

/// Iets waar niemand voor zorgt.
#[derive(Clone, SimpleObject)]
pub struct Vergeten {
    /// Wat er ontbreekt.
    soort: Vergetensoort,
    /// Hoe het heet.
    naam: String,
    /// Waarom het ertoe doet, op één regel; leeg: niets bijzonders.
    uitleg: Option<String>,
    /// Waar het over gaat.
    onderwerp: Node,
}

/// The way through everything that somebody should look after.
struct Zoektocht<'a> {
    aanvraag: &'a Aanvraag,
    beeld: Lezing,
}

impl Zoektocht<'_> {
    fn regel(soort: Vergetensoort, naam: &str, uitleg: Option<String>, onderwerp: Node) -> Vergeten {
        Vergeten { soort, naam: naam.to_owned(), uitleg, onderwerp }
    }

    fn gemeenten(&self) -> Vec<Vergeten> {
        let vandaag = self.aanvraag.vandaag();
        let organisatie = self.beeld.organisatie();
        let zonder = GemeenteNode::alle(&self.beeld, |een| !organisatie.heeft_accounthouder(&een.id, vandaag));
        let regel = |een: GemeenteNode| {
            let naam = een.feit.naam.clone();
            Self::regel(Vergetensoort::GemeenteZonderAccounthouder, &naam, None, Node::Gemeente(een))
        };
        zonder.into_iter().map(regel).collect()
    }

    fn gremia(&self) -> Vec<Vergeten> {
        let vandaag = self.aanvraag.vandaag();
        let (organisatie, integratie) = (self.beeld.organisatie(), self.beeld.integratie());
        let zonder = RolNode::alle(&self.beeld, |rol| {
            let komt_bijeen = !hoedanigheden(&rol.id).is_empty() || keer_per_jaar(organisatie, &rol.id).is_some();
            rol.soort == RolSoort::Gremium && komt_bijeen && volgende(integratie, &rol.id, vandaag).is_none()
        });
        let regel = |een: RolNode| {
            let naam = een.feit.naam.clone();
            let uitleg = keer_per_jaar(organisatie, &een.feit.id);
            let uitleg = uitleg.map(|keer| format!("Afgesproken is minstens {keer} keer per jaar."));
            Self::regel(Vergetensoort::GremiumZonderDag, &naam, uitleg, Node::Rol(een))
        };
        zonder.into_iter().map(regel).collect()
    }

    fn afspraken(&self) -> Vec<Vergeten> {
        let zonder = AfspraakNode::alle(&self.beeld, self.aanvraag.positie, |een| {
            een.inhoud.eigenaar.is_none() && !matches!(een.fase, Fase::Vervallen | Fase::Vervangen)
        });
        let regel = |een: AfspraakNode| {
            let naam = een.afspraak.inhoud.naam.clone();
            Self::regel(Vergetensoort::AfspraakZonderEigenaar, &naam, None, Node::Afspraak(een))
        };
        zonder.into_iter().map(regel).collect()
    }

    fn taken(&self) -> Vec<Vergeten> {
        let (integratie, positie) = (self.beeld.integratie(), self.aanvraag.positie);
        let zonder = integratie.kaarten.values().filter(|kaart| {
            let soort = integratie.kolom_soort(&kaart.taak);
            kaart.taak.eigenaar.is_none()
                && kaart.taak.gearchiveerd_op.is_none()
                && soort.is_some_and(|soort| soort != KolomSoort::Gereed)
        });
        let regel = |id: TaakId| {
            let taak = TaakNode::vind(&self.beeld, positie, id)?;
            let naam = taak.kaart.taak.titel.clone();
            Some(Self::regel(Vergetensoort::TaakZonderEigenaar, &naam, None, Node::Taak(taak)))
        };
        zonder.filter_map(|kaart| regel(kaart.taak.id)).collect()
    }

    /// First those with whom communication must go on and nothing happens, then those without a contact.
    fn stakeholders(&self) -> Vec<Vergeten> {
        let (organisatie, integratie) = (self.beeld.organisatie(), self.beeld.integratie());
        let loopt = |taak: Option<uuid::Uuid>| {
            let kaart = taak.and_then(|id| integratie.kaarten.get(&TaakId(id)));
            kaart.is_some_and(|kaart| {
                let gereed = integratie.kolom_soort(&kaart.taak) == Some(KolomSoort::Gereed);
                kaart.taak.gearchiveerd_op.is_none() && !gereed
            })
        };
        let zonder_actie = StakeholderNode::alle(&self.beeld, |een| {
            let plek = organisatie.kaartplek(een);
            plek.weg.is_none() && plek.heeft_kloof() && !loopt(plek.actie)
        });
        let zonder_contact = StakeholderNode::alle(&self.beeld, |een| {
            let plek = organisatie.kaartplek(een);
            plek.weg.is_none() && plek.contact.is_none_or(|contact| !organisatie.is_actief(contact))
        });
        let regel = |soort| {
            move |een: StakeholderNode| {
                let naam = een.naam_van().to_owned();
                Self::regel(soort, &naam, None, Node::Stakeholder(een))
            }
        };
        let eerst = zonder_actie.into_iter().map(regel(Vergetensoort::StakeholderZonderActie));
        eerst.chain(zonder_contact.into_iter().map(regel(Vergetensoort::StakeholderZonderContact))).collect()
    }
}

/// Wat je over wat vergeten is kunt vragen.
#[derive(Default)]
pub struct VergetenQuery;

#[Object]
impl VergetenQuery {
    /// Waar niemand voor zorgt: gemeenten, gremia, afspraken, taken en stakeholders.
    #[graphql(complexity = "50 + child_complexity")]
    async fn vergeten(&self, ctx: &Context<'_>) -> Result<Vec<Vergeten>> {
        let aanvraag = aanvraag(ctx);
        for recht in [Recht::FeitenLezen, Recht::TakenLezen, Recht::AfsprakenLezen] {
            aanvraag.eis(recht, &Bereik::Alles)?;
        }
        let zoek = Zoektocht { aanvraag, beeld: aanvraag.beeld() };
        Ok([zoek.gemeenten(), zoek.gremia(), zoek.afspraken(), zoek.taken(), zoek.stakeholders()].concat())
    }
}
