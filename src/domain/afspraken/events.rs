//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{afwijkingen::*, fases::*, kanttekeningen::*, model::*, rondes::*, signalen::*, uitvoering::*, versies::*};
use crate::{
    domain::{gebeurtenis::ContextGebeurtenis, organisatie::GemeenteId},
    platform::change_log::Subject,
};

/// The stream of everything that happens to agreements.
pub const AFSPRAKEN: &str = "afspraken";

/// Something that happened to an agreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    UitkomstVastgelegd { uitkomst: Uitkomst },
    AfspraakGemaakt { afspraak: Box<Afspraak> },
    AfspraakGewijzigd { van: Box<Inhoud>, naar: Box<Afspraak> },
    AfspraakFaseGewijzigd { van: Fase, naar: Box<Afspraak> },
    UitvoeringIngevuld { van: UitvoeringInhoud, naar: Box<Uitvoering> },
    TekstBegonnen { afspraak: AfspraakId },
    TekstGeleegd { afspraak: AfspraakId },
    VersieVastgelegd { versie: Box<Versie> },
    RondeGestart { ronde: Box<Ronde> },
    RondeGewijzigd { van: Box<Ronde>, naar: Box<Ronde> },
    Ondertekend { afspraak: AfspraakId, handtekening: Box<Handtekening> },
    HandtekeningIngetrokken { afspraak: AfspraakId, handtekening: Box<Handtekening> },
    InbrengGegeven { afspraak: AfspraakId, inbreng: Box<Inbreng> },
    InbrengBeantwoord { afspraak: AfspraakId, inbreng: Box<Inbreng> },
    AfwijkingVastgelegd { afwijking: Box<Afwijking> },
    AfwijkingGewijzigd { van: Box<AfwijkingInhoud>, naar: Box<Afwijking> },
    SignaalGemeld { signaal: Box<Signaal> },
    SignaalBehandeld { van: Behandeling, naar: Box<Signaal> },
    KanttekeningGeplaatst { kanttekening: Box<Kanttekening> },
    KanttekeningBeantwoord { naar: Box<Kanttekening> },
    KanttekeningBeslist { naar: Box<Kanttekening> },
}

impl Gebeurtenis {
    /// The agreement it is about.
    pub fn afspraak(&self) -> Option<&AfspraakId> {
        match self {
            Self::UitkomstVastgelegd { .. } => None,
            Self::AfspraakGemaakt { afspraak: naar }
            | Self::AfspraakGewijzigd { naar, .. }
            | Self::AfspraakFaseGewijzigd { naar, .. } => Some(&naar.id),
            Self::UitvoeringIngevuld { naar, .. } => Some(&naar.afspraak),
            Self::TekstBegonnen { afspraak } | Self::TekstGeleegd { afspraak } => Some(afspraak),
            Self::VersieVastgelegd { versie } => Some(&versie.afspraak),
            Self::RondeGestart { ronde: naar } | Self::RondeGewijzigd { naar, .. } => Some(&naar.afspraak),
            Self::Ondertekend { afspraak, .. }
            | Self::HandtekeningIngetrokken { afspraak, .. }
            | Self::InbrengGegeven { afspraak, .. }
            | Self::InbrengBeantwoord { afspraak, .. } => Some(afspraak),
            Self::AfwijkingVastgelegd { afwijking: naar } | Self::AfwijkingGewijzigd { naar, .. } => {
                Some(&naar.afspraak)
            }
            Self::SignaalGemeld { signaal: naar } | Self::SignaalBehandeld { naar, .. } => Some(&naar.afspraak),
            Self::KanttekeningGeplaatst { kanttekening: naar }
            | Self::KanttekeningBeantwoord { naar }
            | Self::KanttekeningBeslist { naar } => Some(&naar.afspraak),
        }
    }
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        AFSPRAKEN.to_owned()
    }

    fn onderwerp(&self) -> Subject {
        if let Self::UitkomstVastgelegd { uitkomst } = self {
            return Subject { kind: "Uitkomst", key: uitkomst.id.to_string() };
        }
        // All that happens to an agreement stands in its own history, what gemeenten do included.
        Subject { kind: "Afspraak", key: self.afspraak().map(ToString::to_string).unwrap_or_default() }
    }

    fn soorten() -> &'static [&'static str] {
        &[
            "UitkomstVastgelegd",
            "AfspraakGemaakt",
            "AfspraakGewijzigd",
            "AfspraakFaseGewijzigd",
            "UitvoeringIngevuld",
            "TekstBegonnen",
            "TekstGeleegd",
            "VersieVastgelegd",
            "RondeGestart",
            "RondeGewijzigd",
            "Ondertekend",
            "HandtekeningIngetrokken",
            "InbrengGegeven",
            "InbrengBeantwoord",
            "AfwijkingVastgelegd",
            "AfwijkingGewijzigd",
            "SignaalGemeld",
            "SignaalBehandeld",
            "KanttekeningGeplaatst",
            "KanttekeningBeantwoord",
            "KanttekeningBeslist",
        ]
    }
}

/// The present state of this context.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub uitkomsten: OrdMap<UitkomstId, Arc<Uitkomst>>,
    pub afspraken: OrdMap<AfspraakId, Arc<Afspraak>>,
    pub uitvoering: OrdMap<(AfspraakId, GemeenteId), Arc<Uitvoering>>,
    pub versies: OrdMap<VersieId, Arc<Versie>>,
    pub rondes: OrdMap<RondeId, Arc<Ronde>>,
    pub handtekeningen: OrdMap<(RondeId, Plek), Arc<Handtekening>>,
    pub inbreng: OrdMap<InbrengId, Arc<Inbreng>>,
    pub afwijkingen: OrdMap<AfwijkingId, Arc<Afwijking>>,
    pub signalen: OrdMap<SignaalId, Arc<Signaal>>,
    pub kanttekeningen: OrdMap<KanttekeningId, Arc<Kanttekening>>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis {
            Gebeurtenis::UitkomstVastgelegd { uitkomst } => {
                self.uitkomsten.insert(uitkomst.id.clone(), Arc::new(uitkomst.clone()));
            }
            Gebeurtenis::AfspraakGemaakt { afspraak: naar }
            | Gebeurtenis::AfspraakGewijzigd { naar, .. }
            | Gebeurtenis::AfspraakFaseGewijzigd { naar, .. } => {
                self.afspraken.insert(naar.id.clone(), Arc::new((**naar).clone()));
            }
            Gebeurtenis::UitvoeringIngevuld { naar, .. } => {
                self.uitvoering.insert((naar.afspraak.clone(), naar.gemeente.clone()), Arc::new((**naar).clone()));
            }
            Gebeurtenis::TekstBegonnen { .. } | Gebeurtenis::TekstGeleegd { .. } => {}
            Gebeurtenis::VersieVastgelegd { versie } => {
                self.versies.insert(versie.id, Arc::new((**versie).clone()));
            }
            Gebeurtenis::RondeGestart { ronde: naar } | Gebeurtenis::RondeGewijzigd { naar, .. } => {
                self.rondes.insert(naar.id, Arc::new((**naar).clone()));
            }
            Gebeurtenis::Ondertekend { handtekening, .. }
            | Gebeurtenis::HandtekeningIngetrokken { handtekening, .. } => {
                let sleutel = (handtekening.ronde, handtekening.plek.clone());
                self.handtekeningen.insert(sleutel, Arc::new((**handtekening).clone()));
            }
            Gebeurtenis::InbrengGegeven { inbreng, .. } | Gebeurtenis::InbrengBeantwoord { inbreng, .. } => {
                self.inbreng.insert(inbreng.id, Arc::new((**inbreng).clone()));
            }
            Gebeurtenis::AfwijkingVastgelegd { afwijking: naar } | Gebeurtenis::AfwijkingGewijzigd { naar, .. } => {
                self.afwijkingen.insert(naar.id, Arc::new((**naar).clone()));
            }
            Gebeurtenis::SignaalGemeld { signaal: naar } | Gebeurtenis::SignaalBehandeld { naar, .. } => {
                self.signalen.insert(naar.id, Arc::new((**naar).clone()));
            }
            Gebeurtenis::KanttekeningGeplaatst { kanttekening: naar }
            | Gebeurtenis::KanttekeningBeantwoord { naar }
            | Gebeurtenis::KanttekeningBeslist { naar } => {
                self.kanttekeningen.insert(naar.id, Arc::new((**naar).clone()));
            }
        }
    }

    /// How far a gemeente is with an agreement.
    pub fn status(&self, afspraak: &AfspraakId, gemeente: &GemeenteId) -> UitvoeringStatus {
        let cel = self.uitvoering.get(&(afspraak.clone(), gemeente.clone()));
        cel.map(|cel| cel.inhoud.status).unwrap_or_default()
    }

    /// How far the region is with an agreement.
    pub fn regionaal(&self, afspraak: &Afspraak) -> Regionaal {
        Regionaal::van(&afspraak.inhoud.gemeenten, |gemeente| self.status(&afspraak.id, gemeente))
    }

    /// The round of an agreement that runs; the newest one when none does.
    pub fn ronde_van(&self, afspraak: &AfspraakId) -> Option<&Arc<Ronde>> {
        let eigen = self.rondes.values().filter(|ronde| ronde.afspraak == *afspraak);
        eigen.max_by_key(|ronde| (ronde.fase() != RondeFase::Gesloten, ronde.op, ronde.id))
    }

    /// What is still missing before `afspraak` may go to `naar`, as sentences.
    pub fn ontbreekt(&self, afspraak: &Afspraak, naar: Fase) -> Vec<String> {
        let andere = |id: &AfspraakId| self.afspraken.get(id).map(|ander| (ander.inhoud.naam.clone(), ander.fase));
        let mut zinnen = ontbreekt(afspraak, naar, andere);
        let ronde = self.ronde_van(&afspraak.id).filter(|ronde| ronde.fase() != RondeFase::Gesloten);
        if naar == Fase::TerVaststelling && ronde.is_some() {
            zinnen.push("De ronde over deze afspraak loopt nog.".into());
        }
        zinnen
    }

    /// Who signs in a round, each with where they stand.
    pub fn standen(&self, ronde: &Ronde) -> Vec<(Plek, Stand)> {
        let (Some(afspraak), Some(versie)) = (self.afspraken.get(&ronde.afspraak), self.versies.get(&ronde.versie))
        else {
            return Vec::new();
        };
        let met_stand = |plek: Plek| {
            let gezet = self.handtekeningen.get(&(ronde.id, plek.clone()));
            let stand = stand(gezet.map(|een| &**een), versie);
            (plek, stand)
        };
        plekken(afspraak).into_iter().map(met_stand).collect()
    }

    /// How those who sign stand together.
    pub fn telling(&self, ronde: &Ronde) -> Telling {
        let standen: Vec<_> = self.standen(ronde).into_iter().map(|(_, stand)| stand.stand).collect();
        ronde.telling(&standen)
    }

    /// The newest version of the text of an agreement.
    pub fn laatste_versie(&self, afspraak: &AfspraakId) -> Option<&Arc<Versie>> {
        self.versies.values().filter(|versie| versie.afspraak == *afspraak).max_by_key(|versie| versie.nummer)
    }

    /// The heading of an article of an agreement as it last was, also when it is no longer there.
    pub fn artikelkop(&self, afspraak: &AfspraakId, artikel: &str) -> Option<String> {
        let met = self.versies.values().filter(|versie| versie.afspraak == *afspraak).filter_map(|versie| {
            let artikel = versie.artikelen.iter().find(|een| een.id == artikel)?;
            Some((versie.nummer, &artikel.kop))
        });
        met.max_by_key(|(nummer, _)| *nummer).map(|(_, kop)| kop.clone())
    }

    /// The signals about an agreement.
    pub fn signalen_over(&self, afspraak: &AfspraakId) -> impl Iterator<Item = &Signaal> {
        self.signalen.values().map(|signaal| &**signaal).filter(move |signaal| signaal.afspraak == *afspraak)
    }
}
