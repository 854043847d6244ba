//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::{HashMap, OrdMap};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{bezetting::Bezetting, feiten::*, kaart::Kaartplek, model::*};
use crate::{
    domain::{gebeurtenis::ContextGebeurtenis, sporen::Deel},
    platform::change_log::{Entry, Subject},
};

/// The stream of facts, persons and their roles: everyone may follow it.
pub const ORGANISATIE: &str = "organisatie";
/// The stream of sign-ins, passwords and tokens: only for who manages the hub.
pub const TOEGANG: &str = "toegang";
/// The stream of visits: of no use to anyone but the hub.
pub const BEZOEKEN: &str = "bezoeken";

/// Something that happened to the organisation or its people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    FeitVastgelegd { feit: Box<Feit> },
    KaartplekGewijzigd { van: Box<Kaartplek>, naar: Box<Kaartplek> },
    BezettingVastgelegd { van: Option<Box<Bezetting>>, naar: Box<Bezetting> },
    PersoonGemaakt { persoon: Persoon },
    PersoonGewijzigd { van: Persoon, naar: Persoon },
    AanstellingGegeven { aanstelling: Aanstelling },
    AanstellingIngetrokken { aanstelling: Aanstelling },
    WachtwoordIngesteld { persoon: PersoonId },
    Aangemeld { aanmelding: Aanmelding },
    Afgemeld { persoon: PersoonId, aanmeldingen: Vec<AanmeldingId> },
    TokenGemaakt { token: ApiToken },
    TokenIngetrokken { persoon: PersoonId, token: TokenId },
    BezoekGemarkeerd { persoon: PersoonId, tot: i64 },
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        match self {
            Self::FeitVastgelegd { .. }
            | Self::KaartplekGewijzigd { .. }
            | Self::BezettingVastgelegd { .. }
            | Self::PersoonGemaakt { .. }
            | Self::PersoonGewijzigd { .. }
            | Self::AanstellingGegeven { .. }
            | Self::AanstellingIngetrokken { .. } => ORGANISATIE,
            Self::WachtwoordIngesteld { .. }
            | Self::Aangemeld { .. }
            | Self::Afgemeld { .. }
            | Self::TokenGemaakt { .. }
            | Self::TokenIngetrokken { .. } => TOEGANG,
            Self::BezoekGemarkeerd { .. } => BEZOEKEN,
        }
        .to_owned()
    }

    fn onderwerp(&self) -> Subject {
        let persoon = |id: &PersoonId| Subject { kind: "Persoon", key: id.to_string() };
        match self {
            Self::FeitVastgelegd { feit } => feit.onderwerp(),
            Self::KaartplekGewijzigd { naar, .. } => Subject { kind: "Stakeholder", key: naar.stakeholder.0.clone() },
            Self::BezettingVastgelegd { naar, .. } => Subject { kind: "Rol", key: naar.rol.0.clone() },
            Self::PersoonGemaakt { persoon: Persoon { id, .. } }
            | Self::PersoonGewijzigd { naar: Persoon { id, .. }, .. } => persoon(id),
            Self::AanstellingGegeven { aanstelling } | Self::AanstellingIngetrokken { aanstelling } => {
                persoon(&aanstelling.persoon)
            }
            Self::Aangemeld { aanmelding } => persoon(&aanmelding.persoon),
            Self::TokenGemaakt { token } => persoon(&token.persoon),
            Self::WachtwoordIngesteld { persoon: id }
            | Self::Afgemeld { persoon: id, .. }
            | Self::TokenIngetrokken { persoon: id, .. }
            | Self::BezoekGemarkeerd { persoon: id, .. } => persoon(id),
        }
    }

    fn soorten() -> &'static [&'static str] {
        &[
            "FeitVastgelegd",
            "KaartplekGewijzigd",
            "BezettingVastgelegd",
            "PersoonGemaakt",
            "PersoonGewijzigd",
            "AanstellingGegeven",
            "AanstellingIngetrokken",
            "WachtwoordIngesteld",
            "Aangemeld",
            "Afgemeld",
            "TokenGemaakt",
            "TokenIngetrokken",
            "BezoekGemarkeerd",
        ]
    }
}

impl Gebeurtenis {
    /// The part of the state this changes.
    pub fn deel(&self) -> Deel {
        if self.scope() == ORGANISATIE { Deel::Organisatie } else { Deel::Toegang }
    }

    /// Whose rights or sign-ins this changes: what they have open must be looked at again.
    pub fn raakt_toegang_van(&self) -> Option<PersoonId> {
        match self {
            Self::PersoonGewijzigd { naar, .. } => Some(naar.id),
            Self::AanstellingGegeven { aanstelling } | Self::AanstellingIngetrokken { aanstelling } => {
                Some(aanstelling.persoon)
            }
            Self::Afgemeld { persoon, .. } | Self::TokenIngetrokken { persoon, .. } => Some(*persoon),
            Self::FeitVastgelegd { .. }
            | Self::KaartplekGewijzigd { .. }
            | Self::BezettingVastgelegd { .. }
            | Self::PersoonGemaakt { .. }
            | Self::WachtwoordIngesteld { .. }
            | Self::Aangemeld { .. }
            | Self::TokenGemaakt { .. }
            | Self::BezoekGemarkeerd { .. } => None,
        }
    }
}

/// The present state of this context. Facts are shared with the objects that answer questions about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub organisatie: Option<Arc<Organisatie>>,
    pub regios: OrdMap<RegioId, Arc<Regio>>,
    pub domeinen: OrdMap<DomeinId, Arc<Domein>>,
    pub modules: OrdMap<ModuleId, Arc<Module>>,
    pub gemeenten: OrdMap<GemeenteId, Arc<Gemeente>>,
    pub deelnames: OrdMap<DeelnameId, Arc<Deelname>>,
    pub groepen: OrdMap<GroepId, Arc<Groep>>,
    pub rollen: OrdMap<RolId, Arc<Rol>>,
    pub analyses: OrdMap<AnalyseId, Arc<Analyse>>,
    pub stakeholders: OrdMap<StakeholderId, Arc<Stakeholder>>,
    pub relaties: OrdMap<RelatieId, Arc<Relatie>>,
    /// Only of stakeholders of which something was changed on the map.
    pub kaartplekken: OrdMap<StakeholderId, Arc<Kaartplek>>,
    pub frequenties: OrdMap<FrequentieId, Arc<Frequentie>>,
    pub bezettingen: OrdMap<BezettingId, Arc<Bezetting>>,
    pub personen: OrdMap<PersoonId, Persoon>,
    pub aanstellingen: OrdMap<AanstellingId, Aanstelling>,
}

/// Who is signed in, with which tokens, and when they last looked. Apart from the rest: it changes whenever someone
/// comes by, and nobody sees but their own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toegang {
    pub aanmeldingen: HashMap<AanmeldingId, Aanmelding>,
    pub tokens: OrdMap<TokenId, ApiToken>,
    pub bezoeken: HashMap<PersoonId, Bezoek>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis.clone() {
            Gebeurtenis::FeitVastgelegd { feit } => self.leg_vast(*feit),
            Gebeurtenis::KaartplekGewijzigd { naar, .. } => {
                self.kaartplekken.insert(naar.stakeholder.clone(), Arc::new(*naar));
            }
            Gebeurtenis::BezettingVastgelegd { naar, .. } => {
                self.bezettingen.insert(naar.id, Arc::new(*naar));
            }
            Gebeurtenis::PersoonGemaakt { persoon } | Gebeurtenis::PersoonGewijzigd { naar: persoon, .. } => {
                self.personen.insert(persoon.id, persoon);
            }
            Gebeurtenis::AanstellingGegeven { aanstelling } | Gebeurtenis::AanstellingIngetrokken { aanstelling } => {
                self.aanstellingen.insert(aanstelling.id, aanstelling);
            }
            Gebeurtenis::WachtwoordIngesteld { .. }
            | Gebeurtenis::Aangemeld { .. }
            | Gebeurtenis::Afgemeld { .. }
            | Gebeurtenis::TokenGemaakt { .. }
            | Gebeurtenis::TokenIngetrokken { .. }
            | Gebeurtenis::BezoekGemarkeerd { .. } => {}
        }
    }

    /// Puts a fact in its place; the one with the same key makes way.
    pub fn leg_vast(&mut self, feit: Feit) {
        match feit {
            Feit::Organisatie(feit) => self.organisatie = Some(Arc::new(feit)),
            Feit::Regio(feit) => drop(self.regios.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Domein(feit) => drop(self.domeinen.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Module(feit) => drop(self.modules.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Gemeente(feit) => drop(self.gemeenten.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Deelname(feit) => drop(self.deelnames.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Groep(feit) => drop(self.groepen.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Rol(feit) => drop(self.rollen.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Analyse(feit) => drop(self.analyses.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Stakeholder(feit) => drop(self.stakeholders.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Relatie(feit) => drop(self.relaties.insert(feit.id.clone(), Arc::new(feit))),
            Feit::Frequentie(feit) => drop(self.frequenties.insert(feit.id.clone(), Arc::new(feit))),
        }
    }

    /// Is there such a party?
    pub fn kent(&self, partij: &Partij) -> bool {
        match partij {
            Partij::Stakeholder(id) => self.stakeholders.contains_key(id),
            Partij::Rol(id) => self.rollen.contains_key(id),
            Partij::Organisatie(id) => self.organisatie.as_ref().is_some_and(|organisatie| organisatie.id == *id),
        }
    }

    /// Does this person work in the hub, and are they not blocked?
    pub fn is_actief(&self, persoon: PersoonId) -> bool {
        self.personen.get(&persoon).is_some_and(|persoon| persoon.actief)
    }

    /// The roles someone holds on `dag`; none when the person is blocked.
    pub fn rollen_van(&self, persoon: PersoonId, dag: Date) -> Vec<(Hubrol, Option<GemeenteId>)> {
        if !self.is_actief(persoon) {
            return Vec::new();
        }
        let hers = self.aanstellingen.values().filter(|aanstelling| aanstelling.persoon == persoon);
        hers.filter(|aanstelling| aanstelling.geldt_op(dag))
            .map(|aanstelling| (aanstelling.hubrol, aanstelling.gemeente.clone()))
            .collect()
    }

    /// The (sub)region a gemeente counts in: Noord, or within Midden Oost or West.
    pub fn streek(&self, gemeente: &GemeenteId) -> Option<&Regio> {
        let gemeente = self.gemeenten.get(gemeente)?;
        self.regios.get(gemeente.subregio.as_ref().unwrap_or(&gemeente.regio)).map(Arc::as_ref)
    }

    /// Does the gemeente count in this region, subregion or scale? A scale spans all regions.
    pub fn hoort_bij(&self, gemeente: &Gemeente, regio: &RegioId) -> bool {
        gemeente.regio == *regio
            || gemeente.subregio.as_ref() == Some(regio)
            || self.regios.get(regio).is_some_and(|regio| regio.niveau == RegioNiveau::Samenwerkingsschaal)
    }
}

impl Toegang {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, entry: &Entry, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis.clone() {
            Gebeurtenis::Aangemeld { aanmelding } => {
                self.aanmeldingen.insert(aanmelding.id, aanmelding);
            }
            Gebeurtenis::Afgemeld { aanmeldingen, .. } => {
                for id in aanmeldingen {
                    self.aanmeldingen.remove(&id);
                }
            }
            Gebeurtenis::TokenGemaakt { token } => {
                self.tokens.insert(token.id, token);
            }
            Gebeurtenis::TokenIngetrokken { token, .. } => {
                self.tokens.remove(&token);
            }
            Gebeurtenis::BezoekGemarkeerd { persoon, tot } => {
                self.bezoeken.insert(persoon, Bezoek { tot, op: entry.at });
            }
            Gebeurtenis::FeitVastgelegd { .. }
            | Gebeurtenis::KaartplekGewijzigd { .. }
            | Gebeurtenis::BezettingVastgelegd { .. }
            | Gebeurtenis::PersoonGemaakt { .. }
            | Gebeurtenis::PersoonGewijzigd { .. }
            | Gebeurtenis::AanstellingGegeven { .. }
            | Gebeurtenis::AanstellingIngetrokken { .. }
            | Gebeurtenis::WachtwoordIngesteld { .. } => {}
        }
    }
}
