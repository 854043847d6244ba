//! Gremia: what each body decides and in which capacity, who sits in it, when it meets, and whether it meets as often as
//! was agreed.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use jiff::{ToSpan, civil::Date};

use super::{
    graphql::{aanvraag, sleutel},
    integratie::{self, Hoedanigheid, Vergadering, graphql::VergaderingNode, hoedanigheden},
    organisatie::{
        self, Partij, RolId, RolSoort,
        graphql::{FrequentieNode, RolNode},
    },
    rechten::{Bereik, Recht},
    sporen::Lezing,
};

/// So far back and ahead one counts meetings.
const JAAR: i64 = 365;

/// Een gremium: wat het beslist, als wat, en wanneer het vergadert.
#[derive(SimpleObject)]
pub struct Gremium {
    /// Het gremium zelf: wat het doet, waarover het beslist en wie erin zit.
    rol: RolNode,
    /// In welke hoedanigheden het besluit; leeg: het besluit niet.
    hoedanigheden: Vec<Hoedanigheid>,
    /// Geeft het advies aan anderen?
    adviseert: bool,
    /// Hoe vaak is afgesproken dat het bijeenkomt; leeg: niet afgesproken.
    afgesproken: Vec<FrequentieNode>,
    /// Minstens zo vaak per jaar; leeg: niet afgesproken, of onbekend.
    keer_per_jaar: Option<i32>,
    /// Op hoeveel dagen het in het afgelopen jaar bijeenkwam, voor zover het in een kalender staat.
    gehouden: usize,
    /// Op hoeveel dagen het in het komende jaar bijeenkomt, voor zover het in een kalender staat.
    gepland: usize,
    /// De vergaderingen die nog komen, eerst wat eerst is.
    komend: Vec<VergaderingNode>,
}

/// The meetings of a body that go on, over all trajectories.
fn vergaderingen<'a>(
    integratie: &'a integratie::Toestand,
    gremium: &'a RolId,
) -> impl Iterator<Item = &'a Vergadering> {
    let alle = integratie.vergaderingen.values().map(AsRef::as_ref);
    alle.filter(move |een| een.gremium == *gremium && !een.vervallen)
}

/// On how many days it meets from `van` up to and including `tot`: what two trajectories both note is one meeting.
fn dagen(integratie: &integratie::Toestand, gremium: &RolId, van: Date, tot: Date) -> usize {
    let mut dagen: Vec<_> = vergaderingen(integratie, gremium).map(|een| een.datum).collect();
    dagen.retain(|dag| (van..=tot).contains(dag));
    dagen.sort();
    dagen.dedup();
    dagen.len()
}

/// The next meeting of a body.
pub fn volgende<'a>(
    integratie: &'a integratie::Toestand,
    gremium: &'a RolId,
    vandaag: Date,
) -> Option<&'a Vergadering> {
    vergaderingen(integratie, gremium).filter(|een| een.datum >= vandaag).min_by_key(|een| een.datum)
}

/// How often a year this body agreed to meet, at least.
pub fn keer_per_jaar(organisatie: &organisatie::Toestand, gremium: &RolId) -> Option<i32> {
    let partij = Partij::Rol(gremium.clone());
    let eigen = organisatie.frequenties.values().filter(|een| een.partijen.contains(&partij));
    eigen.filter_map(|een| een.keer_per_jaar).max()
}

impl Gremium {
    fn van(beeld: &Lezing, rol: RolNode, vandaag: Date) -> Self {
        let id = rol.feit.id.clone();
        let (organisatie, integratie) = (beeld.organisatie(), beeld.integratie());
        let adviseert = organisatie.relaties.values().any(|relatie| {
            relatie.van == Partij::Rol(id.clone()) && matches!(relatie.soort.as_str(), "adviseert" | "bereidt voor")
        });
        let mut komend: Vec<_> = vergaderingen(integratie, &id).filter(|een| een.datum >= vandaag).collect();
        komend.sort_by_key(|een| een.datum);
        let komend = komend.into_iter().filter_map(|een| VergaderingNode::vind(beeld, een.id)).collect();
        let gisteren = vandaag.saturating_sub(1.day());
        Self {
            hoedanigheden: hoedanigheden(&id).to_vec(),
            adviseert,
            afgesproken: FrequentieNode::van(beeld, &[&id]),
            keer_per_jaar: keer_per_jaar(organisatie, &id),
            gehouden: dagen(integratie, &id, vandaag.saturating_sub(JAAR.days()), gisteren),
            gepland: dagen(integratie, &id, vandaag, vandaag.saturating_add(JAAR.days())),
            komend,
            rol,
        }
    }
}

/// Wat je over gremia kunt vragen.
#[derive(Default)]
pub struct GremiumQuery;

#[Object]
impl GremiumQuery {
    /// De gremia, met wat zij beslissen en wanneer zij vergaderen.
    #[graphql(complexity = "10 + child_complexity")]
    async fn gremia(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Alleen dit gremium.")] rol: Option<ID>,
    ) -> Result<Vec<Gremium>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let alleen = rol.map(|id| sleutel(&id, "Rol", "rol").map(RolId));
        let alleen = alleen.transpose().map_err(super::fout::Fout::top_level)?;
        let (beeld, vandaag) = (aanvraag.beeld(), aanvraag.vandaag());
        let rollen = RolNode::alle(&beeld, |rol| {
            rol.soort == RolSoort::Gremium && alleen.as_ref().is_none_or(|alleen| rol.id == *alleen)
        });
        Ok(rollen.into_iter().map(|rol| Gremium::van(&beeld, rol, vandaag)).collect())
    }
}
