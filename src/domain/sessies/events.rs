//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{model::*, standpunten::Standpunt, woorden::*};
use crate::{
    domain::{gebeurtenis::ContextGebeurtenis, organisatie::PersoonId, rechten::Gastpas},
    platform::change_log::Subject,
};

/// How the names of the streams begin; templates have the stream of this name itself.
pub const SESSIES: &str = "sessie";

/// The stream of everything that happens in a session.
pub fn scope_van(sessie: SessieId) -> String {
    format!("{SESSIES}:{sessie}")
}

/// What was done to a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Daad {
    Geopend,
    DeurGezet,
    /// `None`: back to the lobby.
    FaseBegonnen(Option<FaseId>),
    TijdGezet(FaseId),
    NotitiesGetoond(FaseId),
    StemmingGesloten(FaseId),
    StemmingGewist(FaseId),
    Overgedragen(PersoonId),
    Afgerond,
}

/// What a guest did, or had done to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gastdaad {
    Gekomen,
    Toegelaten,
    Verwijderd,
    KlaarGemeld,
    Gestemd,
    /// Said who it was.
    OpNaamGezet,
}

/// What was done to notes and groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notitiedaad {
    Geschreven,
    Gewijzigd,
    Ingetrokken,
    Beoordeeld,
    Verplaatst,
    Gegroepeerd,
    GroepHernoemd,
    GroepOpgeheven,
    FaseGewist,
    FaseHersteld,
}

/// Something that happened in a session. Each carries what it changed, as it is since.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    SessieVastgelegd { bord: Box<NieuwBord> },
    SessieBijgewerkt { daad: Daad, sessie: Box<Sessie> },
    GastBijgewerkt { daad: Gastdaad, gast: Box<Gast> },
    NotitiesBijgewerkt { daad: Notitiedaad, sessie: SessieId, notities: Vec<Notitie>, groepen: Vec<Groep> },
    OpbrengstVastgelegd { opbrengst: Box<Opbrengst> },
    SjabloonBewaard { sjabloon: Box<Sjabloon> },
    VerslagGestuurd { verzending: Box<Verzending> },
    StandpuntVastgelegd { standpunt: Box<Standpunt> },
}

/// A session with all that is on its board when it comes in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NieuwBord {
    pub sessie: Sessie,
    pub notities: Vec<Notitie>,
    pub groepen: Vec<Groep>,
    pub opbrengsten: Vec<Opbrengst>,
}

impl Gebeurtenis {
    pub fn sessie(&self) -> Option<SessieId> {
        Some(match self {
            Self::SessieVastgelegd { bord } => bord.sessie.id,
            Self::SessieBijgewerkt { sessie, .. } => sessie.id,
            Self::GastBijgewerkt { gast, .. } => gast.sessie,
            Self::NotitiesBijgewerkt { sessie, .. } => *sessie,
            Self::OpbrengstVastgelegd { opbrengst } => opbrengst.sessie,
            Self::VerslagGestuurd { verzending } => verzending.sessie,
            Self::StandpuntVastgelegd { standpunt } => standpunt.sessie,
            Self::SjabloonBewaard { .. } => return None,
        })
    }

    /// The guest whose rights this changes, as what a sign-in goes by.
    pub fn raakt_toegang_van(&self) -> Option<PersoonId> {
        match self {
            Self::GastBijgewerkt { daad: Gastdaad::Toegelaten | Gastdaad::Verwijderd, gast } => {
                Some(PersoonId(gast.id.0))
            }
            _ => None,
        }
    }
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        self.sessie().map_or_else(|| SESSIES.to_owned(), scope_van)
    }

    fn onderwerp(&self) -> Subject {
        match self {
            Self::SjabloonBewaard { sjabloon } => Subject { kind: "Sessiesjabloon", key: sjabloon.id.clone() },
            _ => Subject { kind: "Sessie", key: self.sessie().map(|id| id.to_string()).unwrap_or_default() },
        }
    }

    fn soorten() -> &'static [&'static str] {
        &[
            "SessieVastgelegd",
            "SessieBijgewerkt",
            "GastBijgewerkt",
            "NotitiesBijgewerkt",
            "OpbrengstVastgelegd",
            "SjabloonBewaard",
            "VerslagGestuurd",
            "StandpuntVastgelegd",
        ]
    }
}

/// A session with everyone and everything in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sessiebord {
    pub sessie: Arc<Sessie>,
    pub gasten: OrdMap<GastId, Arc<Gast>>,
    pub notities: OrdMap<NotitieId, Arc<Notitie>>,
    pub groepen: OrdMap<NotitiegroepId, Arc<Groep>>,
    pub opbrengsten: OrdMap<OpbrengstId, Arc<Opbrengst>>,
}

impl Sessiebord {
    pub fn new(sessie: Sessie) -> Self {
        Self {
            sessie: Arc::new(sessie),
            gasten: OrdMap::new(),
            notities: OrdMap::new(),
            groepen: OrdMap::new(),
            opbrengsten: OrdMap::new(),
        }
    }

    /// What is on the board for all: in phases whose notes are shown.
    pub fn op_het_bord(&self) -> impl Iterator<Item = &Arc<Notitie>> {
        self.notities.values().filter(|notitie| self.is_zichtbaar(notitie))
    }

    pub fn is_zichtbaar(&self, notitie: &Notitie) -> bool {
        notitie.stand == Notitiestand::Zichtbaar && self.sessie.fase(notitie.fase).is_some_and(|fase| fase.getoond)
    }

    /// Everyone who takes part.
    pub fn binnen(&self) -> impl Iterator<Item = &Arc<Gast>> {
        self.gasten.values().filter(|gast| gast.toelating == Toelating::Binnen)
    }

    pub(super) fn zet_notitie(&mut self, notitie: Notitie) {
        self.notities.insert(notitie.id, Arc::new(notitie));
    }

    pub(super) fn zet_groep(&mut self, groep: Groep) {
        self.groepen.insert(groep.id, Arc::new(groep));
    }
}

/// The present state of this context.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub borden: OrdMap<SessieId, Arc<Sessiebord>>,
    pub sjablonen: OrdMap<String, Arc<Sjabloon>>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis {
            Gebeurtenis::SessieVastgelegd { bord } => {
                let mut nieuw = Sessiebord::new(bord.sessie.clone());
                bord.notities.iter().cloned().for_each(|notitie| nieuw.zet_notitie(notitie));
                bord.groepen.iter().cloned().for_each(|groep| nieuw.zet_groep(groep));
                for opbrengst in &bord.opbrengsten {
                    nieuw.opbrengsten.insert(opbrengst.id, Arc::new(opbrengst.clone()));
                }
                self.borden.insert(bord.sessie.id, Arc::new(nieuw));
            }
            Gebeurtenis::SessieBijgewerkt { daad, sessie } => self.bord(sessie.id, |bord| {
                bord.sessie = Arc::new((**sessie).clone());
                if let Daad::StemmingGewist(fase) = daad {
                    let stemden = bord.gasten.values().filter(|gast| gast.gestemd.contains(fase)).cloned();
                    for gast in stemden.collect::<Vec<_>>() {
                        let mut gast = (*gast).clone();
                        gast.gestemd.remove(fase);
                        bord.gasten.insert(gast.id, Arc::new(gast));
                    }
                }
            }),
            Gebeurtenis::GastBijgewerkt { gast, .. } => self.bord(gast.sessie, |bord| {
                bord.gasten.insert(gast.id, Arc::new((**gast).clone()));
            }),
            Gebeurtenis::NotitiesBijgewerkt { sessie, notities, groepen, .. } => self.bord(*sessie, |bord| {
                notities.iter().cloned().for_each(|notitie| bord.zet_notitie(notitie));
                groepen.iter().cloned().for_each(|groep| bord.zet_groep(groep));
            }),
            Gebeurtenis::OpbrengstVastgelegd { opbrengst } => self.bord(opbrengst.sessie, |bord| {
                bord.opbrengsten.insert(opbrengst.id, Arc::new((**opbrengst).clone()));
            }),
            Gebeurtenis::VerslagGestuurd { verzending } => self.bord(verzending.sessie, |bord| {
                Arc::make_mut(&mut bord.sessie).verzendingen.push((**verzending).clone());
            }),
            Gebeurtenis::StandpuntVastgelegd { standpunt } => self.bord(standpunt.sessie, |bord| {
                Arc::make_mut(&mut bord.sessie).neem_standpunt_op((**standpunt).clone());
            }),
            Gebeurtenis::SjabloonBewaard { sjabloon } => {
                self.sjablonen.insert(sjabloon.id.clone(), Arc::new((**sjabloon).clone()));
            }
        }
    }

    fn bord(&mut self, id: SessieId, change: impl FnOnce(&mut Sessiebord)) {
        if let Some(bord) = self.borden.get_mut(&id) {
            change(Arc::make_mut(bord));
        }
    }

    /// What a guest may do with the credential of this session; `None` when it no longer counts.
    pub fn gastpas(&self, sessie: SessieId, gast: GastId) -> Option<Gastpas> {
        let gast = self.borden.get(&sessie)?.gasten.get(&gast)?;
        let binnen = match gast.toelating {
            Toelating::Wacht => false,
            Toelating::Binnen => true,
            Toelating::Verwijderd => return None,
        };
        Some(Gastpas { sessie, gast: gast.id, binnen })
    }
}
