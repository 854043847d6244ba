//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{harmonisatie::*, import::Import, model::*, vergelijking::*};
use crate::{
    domain::{gebeurtenis::ContextGebeurtenis, organisatie::GemeenteId},
    platform::change_log::Subject,
};

/// The stream of everything that happens to contracts and their comparison.
pub const CONTRACTEN: &str = "contracten";

/// Something that happened to a contract or to the comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    ContractGemaakt { contract: Box<Contract> },
    ContractGewijzigd { van: Box<ContractInhoud>, naar: Box<Contract> },
    ContractsignaalOpgepakt { naar: Box<Contract>, taak: Signaaltaak },
    AttribuutVastgelegd { attribuut: Box<Attribuut> },
    AttribuutGewijzigd { van: Box<AttribuutInhoud>, naar: Box<Attribuut> },
    VergelijkingscelIngevuld { van: Box<CelInhoud>, naar: Box<Cel> },
    VergelijkingscelOpgevraagd { cel: Box<Cel> },
    HarmonisatieBesloten { van: Box<BesluitInhoud>, naar: Box<Besluit> },
    HarmonisatieAfgesproken { besluit: Box<Besluit> },
    HarmonisatieBesproken { bijdrage: Box<Bijdrage> },
    InwonersVastgelegd { inwoners: Inwoners },
    ContractimportGedaan { import: Box<Import> },
    ContractimportTeruggedraaid { import: Box<Import> },
}

impl Gebeurtenis {
    /// The attribute it is about.
    pub fn attribuut(&self) -> Option<&AttribuutId> {
        match self {
            Self::AttribuutVastgelegd { attribuut: naar } | Self::AttribuutGewijzigd { naar, .. } => Some(&naar.id),
            Self::VergelijkingscelIngevuld { naar: cel, .. } | Self::VergelijkingscelOpgevraagd { cel } => {
                Some(&cel.attribuut)
            }
            Self::HarmonisatieBesloten { naar: besluit, .. } | Self::HarmonisatieAfgesproken { besluit } => {
                Some(&besluit.attribuut)
            }
            Self::HarmonisatieBesproken { bijdrage } => Some(&bijdrage.attribuut),
            Self::ContractGemaakt { .. }
            | Self::ContractGewijzigd { .. }
            | Self::ContractsignaalOpgepakt { .. }
            | Self::ContractimportGedaan { .. }
            | Self::ContractimportTeruggedraaid { .. }
            | Self::InwonersVastgelegd { .. } => None,
        }
    }
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        CONTRACTEN.to_owned()
    }

    fn onderwerp(&self) -> Subject {
        match self {
            Self::ContractGemaakt { contract: naar }
            | Self::ContractGewijzigd { naar, .. }
            | Self::ContractsignaalOpgepakt { naar, .. } => Subject { kind: "Contract", key: naar.id.to_string() },
            Self::ContractimportGedaan { import } | Self::ContractimportTeruggedraaid { import } => {
                Subject { kind: "Contractimport", key: import.id.to_string() }
            }
            Self::InwonersVastgelegd { inwoners } => Subject { kind: "Gemeente", key: inwoners.gemeente.to_string() },
            // All that happens to an attribute stands in its own history, its cells and its decision included.
            _ => Subject { kind: "Attribuut", key: self.attribuut().map(ToString::to_string).unwrap_or_default() },
        }
    }

    fn soorten() -> &'static [&'static str] {
        &[
            "ContractGemaakt",
            "ContractGewijzigd",
            "ContractsignaalOpgepakt",
            "AttribuutVastgelegd",
            "AttribuutGewijzigd",
            "VergelijkingscelIngevuld",
            "VergelijkingscelOpgevraagd",
            "HarmonisatieBesloten",
            "HarmonisatieAfgesproken",
            "HarmonisatieBesproken",
            "InwonersVastgelegd",
            "ContractimportGedaan",
            "ContractimportTeruggedraaid",
        ]
    }
}

/// The present state of this context.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub contracten: OrdMap<ContractId, Arc<Contract>>,
    pub attributen: OrdMap<AttribuutId, Arc<Attribuut>>,
    pub cellen: OrdMap<CelSleutel, Arc<Cel>>,
    pub besluiten: OrdMap<AttribuutId, Arc<Besluit>>,
    pub bijdragen: OrdMap<BijdrageId, Arc<Bijdrage>>,
    pub inwoners: OrdMap<GemeenteId, Arc<Inwoners>>,
    pub imports: OrdMap<ImportId, Arc<Import>>,
    /// Where each attribute is; kept event by event. Those nobody compares any more are not in it.
    pub standen: OrdMap<AttribuutId, Standen>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis {
            Gebeurtenis::ContractGemaakt { contract: naar }
            | Gebeurtenis::ContractGewijzigd { naar, .. }
            | Gebeurtenis::ContractsignaalOpgepakt { naar, .. } => {
                self.contracten.insert(naar.id.clone(), Arc::new((**naar).clone()));
            }
            Gebeurtenis::AttribuutVastgelegd { attribuut: naar } | Gebeurtenis::AttribuutGewijzigd { naar, .. } => {
                self.attributen.insert(naar.id.clone(), Arc::new((**naar).clone()));
            }
            Gebeurtenis::VergelijkingscelIngevuld { naar: cel, .. }
            | Gebeurtenis::VergelijkingscelOpgevraagd { cel } => self.neem_cel((**cel).clone()),
            Gebeurtenis::HarmonisatieBesloten { naar: besluit, .. }
            | Gebeurtenis::HarmonisatieAfgesproken { besluit } => {
                self.besluiten.insert(besluit.attribuut.clone(), Arc::new((**besluit).clone()));
            }
            Gebeurtenis::HarmonisatieBesproken { bijdrage } => {
                self.bijdragen.insert(bijdrage.id, Arc::new((**bijdrage).clone()));
            }
            Gebeurtenis::ContractimportGedaan { import } | Gebeurtenis::ContractimportTeruggedraaid { import } => {
                self.imports.insert(import.id, Arc::new((**import).clone()));
            }
            Gebeurtenis::InwonersVastgelegd { inwoners } => {
                self.inwoners.insert(inwoners.gemeente.clone(), Arc::new(inwoners.clone()));
            }
        }
        if let Some(attribuut) = gebeurtenis.attribuut() {
            self.bepaal_stand(&attribuut.clone());
        }
    }

    /// Adds a cell, without what follows from it.
    pub fn neem_cel(&mut self, cel: Cel) {
        self.cellen.insert(cel.sleutel(), Arc::new(cel));
    }

    /// Works out anew where an attribute is.
    pub fn bepaal_stand(&mut self, attribuut: &AttribuutId) {
        let vervallen = self.attributen.get(attribuut).is_none_or(|een| een.inhoud.vervallen);
        if vervallen {
            self.standen.remove(attribuut);
            return;
        }
        let streken = Kolom::streken();
        let cellen = streken.each_ref().map(|kolom| self.cellen.get(&(attribuut.clone(), kolom.clone())));
        let waarden = cellen.map(|cel| cel.and_then(|cel| cel.inhoud.waarde.as_ref()));
        let standen = Standen::van(waarden, self.besluiten.get(attribuut).map(|besluit| &besluit.inhoud));
        self.standen.insert(attribuut.clone(), standen);
    }

    /// Does any cell of this attribute have a value?
    pub fn heeft_waarden(&self, attribuut: &AttribuutId) -> bool {
        self.cellen.values().any(|cel| cel.attribuut == *attribuut && cel.inhoud.waarde.is_some())
    }

    /// The cell, also when nobody filled it in yet.
    pub fn cel(&self, sleutel: CelSleutel) -> Arc<Cel> {
        self.cellen.get(&sleutel).cloned().unwrap_or_else(|| Arc::new(Cel::leeg(sleutel)))
    }

    /// The contracts that are there, by number.
    pub fn in_register(&self) -> Vec<Arc<Contract>> {
        let mut contracten: Vec<_> = self.contracten.values().filter(|een| !een.ingetrokken).cloned().collect();
        contracten.sort_by_cached_key(|een| (een.inhoud.domein.clone(), een.inhoud.nummer.to_lowercase()));
        contracten
    }

    /// The attributes one compares, in the order of the elements.
    pub fn rijen(&self) -> Vec<Arc<Attribuut>> {
        let mut rijen: Vec<_> = self.attributen.values().filter(|een| !een.inhoud.vervallen).cloned().collect();
        rijen.sort_by_key(|een| (een.inhoud.element, een.plaats, een.id.clone()));
        rijen
    }

    /// The contracts that hold an attribute back: those it names, else those of its domains.
    pub fn contracten_van(&self, attribuut: &Attribuut) -> Vec<Arc<Contract>> {
        let inhoud = &attribuut.inhoud;
        if !inhoud.in_contract {
            return Vec::new();
        }
        let mut gevonden = self.in_register();
        gevonden.retain(|een| {
            if inhoud.contracten.is_empty() {
                inhoud.domeinen.contains(&een.inhoud.domein)
            } else {
                inhoud.contracten.contains(&een.id)
            }
        });
        gevonden
    }

    /// From which day a change of this attribute may hold.
    pub fn moment(&self, attribuut: &Attribuut, vandaag: jiff::civil::Date) -> super::Moment {
        let contracten = self.contracten_van(attribuut);
        super::Moment::van(contracten.iter().map(|een| &een.inhoud), &attribuut.inhoud.beletsels, vandaag)
    }

    /// What is said about a decision, in order.
    pub fn gesprek(&self, attribuut: &AttribuutId) -> Vec<Arc<Bijdrage>> {
        let mut gesprek: Vec<_> = self.bijdragen.values().filter(|een| een.attribuut == *attribuut).cloned().collect();
        gesprek.sort_by_key(|een| (een.op, een.id));
        gesprek
    }
}
