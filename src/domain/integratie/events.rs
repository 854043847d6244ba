//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::OrdMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    autonomie::*, besluiten::*, besluitstappen::*, budget::*, budgettabel::*, fasen::Fase, herhaling::Volgende,
    kaarten::*, mijlpalen::*, model::*, overdracht::*, plan::Verschuiving, risicos::*, vergaderingen::*,
    zienswijzen::*,
};
use crate::{
    domain::{
        gebeurtenis::ContextGebeurtenis,
        organisatie::{GemeenteId, PersoonId},
    },
    platform::change_log::{Entry, Subject},
};

/// The stream of everything that happens in a trajectory.
pub fn scope_van(traject: &TrajectId) -> String {
    format!("integratie:{traject}")
}

/// Something that happened in a trajectory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    TrajectVastgelegd {
        traject: Traject,
    },
    /// After the example of `traject`: in its stream, so that who follows it learns of the new one.
    TrajectGestart {
        traject: TrajectId,
        gestart: TrajectId,
        naam: String,
    },
    /// `volgt_op` and its checklist: it came back after another one was done.
    TaakGemaakt {
        traject: TrajectId,
        taak: Box<Taak>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        volgt_op: Option<i32>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        checkpunten: Vec<Checkpunt>,
    },
    TaakGewijzigd {
        traject: TrajectId,
        taak: TaakId,
        versie: i32,
        wijzigingen: Vec<Veldwijziging>,
    },
    TaakVerplaatst {
        traject: TrajectId,
        taak: TaakId,
        versie: i32,
        van: KolomId,
        naar: KolomId,
        plaats: String,
        /// What comes after it, which takes its rhythm over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        volgende: Option<Volgende>,
    },
    TaakGearchiveerd {
        traject: TrajectId,
        taak: TaakId,
        versie: i32,
    },
    TaakHersteld {
        traject: TrajectId,
        taak: TaakId,
        versie: i32,
    },
    CheckpuntToegevoegd {
        traject: TrajectId,
        checkpunt: Checkpunt,
    },
    CheckpuntGewijzigd {
        traject: TrajectId,
        van: Checkpunt,
        naar: Checkpunt,
    },
    CheckpuntVerwijderd {
        traject: TrajectId,
        checkpunt: Checkpunt,
    },
    CheckpuntHersteld {
        traject: TrajectId,
        checkpunt: Checkpunt,
    },
    OpmerkingGeplaatst {
        traject: TrajectId,
        opmerking: Opmerking,
    },
    OpmerkingGewijzigd {
        traject: TrajectId,
        van: Opmerking,
        naar: Opmerking,
    },
    OpmerkingVerwijderd {
        traject: TrajectId,
        opmerking: Opmerking,
    },
    OpmerkingHersteld {
        traject: TrajectId,
        opmerking: Opmerking,
    },
    MijlpaalVastgelegd {
        mijlpaal: Box<Mijlpaal>,
    },
    MijlpaalGewijzigd {
        traject: TrajectId,
        mijlpaal: MijlpaalId,
        van: MijlpaalInhoud,
        naar: MijlpaalInhoud,
    },
    MijlpaalVervallen {
        traject: TrajectId,
        mijlpaal: MijlpaalId,
    },
    /// `na`: what it waited for and is still there.
    MijlpaalHersteld {
        traject: TrajectId,
        mijlpaal: MijlpaalId,
        na: Vec<Afhankelijkheid>,
    },
    /// The one that was moved stands first.
    MijlpaalVerplaatst {
        traject: TrajectId,
        mijlpaal: MijlpaalId,
        verschuivingen: Vec<Verschuiving>,
    },
    FasenGezet {
        traject: TrajectId,
        van: Vec<Fase>,
        naar: Vec<Fase>,
    },
    /// Counted back from the target.
    TrajectTeruggepland {
        traject: TrajectId,
        verschuivingen: Vec<Verschuiving>,
    },
    /// `van` is absent for a meeting that is new.
    VergaderingVastgelegd {
        van: Option<Box<Vergadering>>,
        naar: Box<Vergadering>,
    },
    MijlpaalGereedGemeld {
        traject: TrajectId,
        mijlpaal: MijlpaalId,
        van: Option<Date>,
        naar: Option<Date>,
    },
    AfhankelijkhedenGewijzigd {
        traject: TrajectId,
        mijlpaal: MijlpaalId,
        van: Vec<Afhankelijkheid>,
        naar: Vec<Afhankelijkheid>,
    },
    ZienswijzepuntToegevoegd {
        traject: TrajectId,
        punt: Box<Zienswijzepunt>,
    },
    ZienswijzepuntGewijzigd {
        traject: TrajectId,
        van: Box<Zienswijzepunt>,
        naar: Box<Zienswijzepunt>,
    },
    RisicoGemeld {
        risico: Box<Risico>,
    },
    RisicoGewijzigd {
        van: Box<RisicoInhoud>,
        naar: Box<Risico>,
    },
    OverdrachtIngevuld {
        van: Box<OverdrachtInhoud>,
        naar: Box<Overdrachtcel>,
    },
    OverdrachtOpgevraagd {
        cel: Box<Overdrachtcel>,
    },
    AardBepaald {
        van: Box<Autonomie>,
        naar: Box<Autonomie>,
    },
    RegionaalBesloten {
        van: Box<Autonomie>,
        naar: Box<Autonomie>,
    },
    BudgetregelIngevuld {
        van: Box<BudgetInhoud>,
        naar: Box<Budgetregel>,
    },
    BudgeteffectToegevoegd {
        effect: Box<Budgeteffect>,
    },
    /// Or put back.
    BudgeteffectIngetrokken {
        effect: Box<Budgeteffect>,
    },
    BudgettabelVastgelegd {
        tabel: Box<Budgettabel>,
    },
    GereedheidGemeld {
        van: Gereedheidsstand,
        naar: Box<Gereedheid>,
    },
    BesluitVastgelegd {
        besluit: Box<Besluit>,
    },
    /// `stappen`: all of them, as they are from now on.
    BesluitstappenGewijzigd {
        traject: TrajectId,
        besluit: BesluitId,
        stap: StapId,
        naam: String,
        wat: Stapwijziging,
        stappen: Vec<Stap>,
    },
    BesluitregelGewijzigd {
        traject: TrajectId,
        besluit: BesluitId,
        stap: StapId,
        van: Besluitregel,
        naar: Besluitregel,
    },
    BesluitcelIngevuld {
        traject: TrajectId,
        van: CelInhoud,
        naar: Box<Cel>,
    },
}

impl Gebeurtenis {
    pub fn traject(&self) -> &TrajectId {
        match self {
            Self::TrajectVastgelegd { traject } => &traject.id,
            Self::RisicoGemeld { risico } | Self::RisicoGewijzigd { naar: risico, .. } => &risico.traject,
            Self::VergaderingVastgelegd { naar, .. } => &naar.traject,
            Self::OverdrachtIngevuld { naar: cel, .. } | Self::OverdrachtOpgevraagd { cel } => &cel.traject,
            Self::GereedheidGemeld { naar, .. } => &naar.traject,
            Self::BudgetregelIngevuld { naar, .. } => &naar.traject,
            Self::AardBepaald { naar, .. } | Self::RegionaalBesloten { naar, .. } => &naar.traject,
            Self::BudgeteffectToegevoegd { effect } | Self::BudgeteffectIngetrokken { effect } => &effect.traject,
            Self::BudgettabelVastgelegd { tabel } => &tabel.traject,
            Self::MijlpaalVastgelegd { mijlpaal } => &mijlpaal.traject,
            Self::BesluitVastgelegd { besluit } => &besluit.traject,
            Self::TrajectGestart { traject, .. }
            | Self::FasenGezet { traject, .. }
            | Self::TrajectTeruggepland { traject, .. }
            | Self::TaakGemaakt { traject, .. }
            | Self::TaakGewijzigd { traject, .. }
            | Self::TaakVerplaatst { traject, .. }
            | Self::TaakGearchiveerd { traject, .. }
            | Self::TaakHersteld { traject, .. }
            | Self::CheckpuntToegevoegd { traject, .. }
            | Self::CheckpuntGewijzigd { traject, .. }
            | Self::CheckpuntVerwijderd { traject, .. }
            | Self::CheckpuntHersteld { traject, .. }
            | Self::OpmerkingGeplaatst { traject, .. }
            | Self::OpmerkingGewijzigd { traject, .. }
            | Self::OpmerkingVerwijderd { traject, .. }
            | Self::OpmerkingHersteld { traject, .. }
            | Self::MijlpaalGewijzigd { traject, .. }
            | Self::MijlpaalVervallen { traject, .. }
            | Self::MijlpaalHersteld { traject, .. }
            | Self::MijlpaalVerplaatst { traject, .. }
            | Self::ZienswijzepuntToegevoegd { traject, .. }
            | Self::ZienswijzepuntGewijzigd { traject, .. }
            | Self::MijlpaalGereedGemeld { traject, .. }
            | Self::AfhankelijkhedenGewijzigd { traject, .. }
            | Self::BesluitstappenGewijzigd { traject, .. }
            | Self::BesluitregelGewijzigd { traject, .. }
            | Self::BesluitcelIngevuld { traject, .. } => traject,
        }
    }

    /// The task it is about, if it is about one.
    pub fn taak(&self) -> Option<TaakId> {
        match self {
            Self::TrajectVastgelegd { .. }
            | Self::TrajectGestart { .. }
            | Self::FasenGezet { .. }
            | Self::TrajectTeruggepland { .. }
            | Self::VergaderingVastgelegd { .. }
            | Self::MijlpaalVastgelegd { .. }
            | Self::MijlpaalGewijzigd { .. }
            | Self::MijlpaalVervallen { .. }
            | Self::MijlpaalHersteld { .. }
            | Self::MijlpaalVerplaatst { .. }
            | Self::RisicoGemeld { .. }
            | Self::RisicoGewijzigd { .. }
            | Self::OverdrachtIngevuld { .. }
            | Self::OverdrachtOpgevraagd { .. }
            | Self::GereedheidGemeld { .. }
            | Self::BudgetregelIngevuld { .. }
            | Self::AardBepaald { .. }
            | Self::RegionaalBesloten { .. }
            | Self::BudgeteffectToegevoegd { .. }
            | Self::BudgeteffectIngetrokken { .. }
            | Self::BudgettabelVastgelegd { .. }
            | Self::ZienswijzepuntToegevoegd { .. }
            | Self::ZienswijzepuntGewijzigd { .. }
            | Self::MijlpaalGereedGemeld { .. }
            | Self::AfhankelijkhedenGewijzigd { .. }
            | Self::BesluitVastgelegd { .. }
            | Self::BesluitstappenGewijzigd { .. }
            | Self::BesluitregelGewijzigd { .. }
            | Self::BesluitcelIngevuld { .. } => None,
            Self::TaakGemaakt { taak, .. } => Some(taak.id),
            Self::TaakGewijzigd { taak, .. }
            | Self::TaakVerplaatst { taak, .. }
            | Self::TaakGearchiveerd { taak, .. }
            | Self::TaakHersteld { taak, .. } => Some(*taak),
            Self::CheckpuntToegevoegd { checkpunt, .. }
            | Self::CheckpuntGewijzigd { naar: checkpunt, .. }
            | Self::CheckpuntVerwijderd { checkpunt, .. }
            | Self::CheckpuntHersteld { checkpunt, .. } => Some(checkpunt.taak),
            Self::OpmerkingGeplaatst { opmerking, .. }
            | Self::OpmerkingGewijzigd { naar: opmerking, .. }
            | Self::OpmerkingVerwijderd { opmerking, .. }
            | Self::OpmerkingHersteld { opmerking, .. } => Some(opmerking.taak),
        }
    }
}

/// What happens to an effect belongs to the history of the line it begins in.
fn van_budgetregel((traject, functie, gemeente, jaar): &BudgetSleutel) -> Subject {
    Subject { kind: "Budgetregel", key: format!("{traject}/{functie}/{gemeente}/{jaar}") }
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        scope_van(self.traject())
    }

    fn onderwerp(&self) -> Subject {
        if let Some(taak) = self.taak() {
            return Subject { kind: "Taak", key: taak.to_string() };
        }
        match self {
            Self::MijlpaalVastgelegd { mijlpaal } => Subject { kind: "Mijlpaal", key: mijlpaal.id.to_string() },
            Self::MijlpaalGewijzigd { mijlpaal, .. }
            | Self::MijlpaalVervallen { mijlpaal, .. }
            | Self::MijlpaalHersteld { mijlpaal, .. }
            | Self::MijlpaalVerplaatst { mijlpaal, .. }
            | Self::MijlpaalGereedGemeld { mijlpaal, .. }
            | Self::AfhankelijkhedenGewijzigd { mijlpaal, .. } => {
                Subject { kind: "Mijlpaal", key: mijlpaal.to_string() }
            }
            Self::ZienswijzepuntToegevoegd { punt, .. } | Self::ZienswijzepuntGewijzigd { naar: punt, .. } => {
                Subject { kind: "Zienswijzepunt", key: punt.id.to_string() }
            }
            Self::RisicoGemeld { risico } | Self::RisicoGewijzigd { naar: risico, .. } => {
                Subject { kind: "Risico", key: risico.id.to_string() }
            }
            Self::OverdrachtIngevuld { naar: cel, .. } | Self::OverdrachtOpgevraagd { cel } => {
                Subject { kind: "Overdrachtcel", key: format!("{}/{}/{}", cel.traject, cel.functie, cel.regio) }
            }
            Self::AardBepaald { naar, .. } | Self::RegionaalBesloten { naar, .. } => {
                Subject { kind: "Autonomie", key: format!("{}/{}", naar.traject, naar.onderwerp.sleutel()) }
            }
            Self::BudgetregelIngevuld { naar, .. } => van_budgetregel(&naar.sleutel()),
            Self::BudgeteffectToegevoegd { effect } | Self::BudgeteffectIngetrokken { effect } => {
                van_budgetregel(&effect.sleutel())
            }
            Self::GereedheidGemeld { naar, .. } => {
                Subject { kind: "Gereedheid", key: format!("{}/{}/{}", naar.traject, naar.functie, naar.gemeente) }
            }
            Self::BesluitVastgelegd { besluit } => Subject { kind: "Besluit", key: besluit.id.to_string() },
            Self::BesluitstappenGewijzigd { besluit, .. } | Self::BesluitregelGewijzigd { besluit, .. } => {
                Subject { kind: "Besluit", key: besluit.to_string() }
            }
            Self::BesluitcelIngevuld { naar, .. } => {
                Subject { kind: "Besluitcel", key: cel_sleutel(&naar.stap, &naar.gemeente) }
            }
            _ => Subject { kind: "Traject", key: self.traject().to_string() },
        }
    }

    fn soorten() -> &'static [&'static str] {
        &[
            "TrajectVastgelegd",
            "TrajectGestart",
            "FasenGezet",
            "TrajectTeruggepland",
            "VergaderingVastgelegd",
            "TaakGemaakt",
            "TaakGewijzigd",
            "TaakVerplaatst",
            "TaakGearchiveerd",
            "TaakHersteld",
            "CheckpuntToegevoegd",
            "CheckpuntGewijzigd",
            "CheckpuntVerwijderd",
            "CheckpuntHersteld",
            "OpmerkingGeplaatst",
            "OpmerkingGewijzigd",
            "OpmerkingVerwijderd",
            "OpmerkingHersteld",
            "MijlpaalVastgelegd",
            "MijlpaalGewijzigd",
            "MijlpaalVervallen",
            "MijlpaalHersteld",
            "MijlpaalVerplaatst",
            "MijlpaalGereedGemeld",
            "AfhankelijkhedenGewijzigd",
            "ZienswijzepuntToegevoegd",
            "ZienswijzepuntGewijzigd",
            "RisicoGemeld",
            "RisicoGewijzigd",
            "OverdrachtIngevuld",
            "OverdrachtOpgevraagd",
            "GereedheidGemeld",
            "AardBepaald",
            "RegionaalBesloten",
            "BudgetregelIngevuld",
            "BudgeteffectToegevoegd",
            "BudgeteffectIngetrokken",
            "BudgettabelVastgelegd",
            "BesluitVastgelegd",
            "BesluitstappenGewijzigd",
            "BesluitregelGewijzigd",
            "BesluitcelIngevuld",
        ]
    }
}

/// The present state of this context.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub trajecten: OrdMap<TrajectId, Arc<Traject>>,
    pub kaarten: Kaarten,
    pub mijlpalen: OrdMap<MijlpaalId, Arc<Mijlpaal>>,
    pub besluiten: OrdMap<BesluitId, Arc<Besluit>>,
    pub cellen: OrdMap<(StapId, GemeenteId), Arc<Cel>>,
    pub zienswijzepunten: OrdMap<ZienswijzepuntId, Arc<Zienswijzepunt>>,
    pub risicos: OrdMap<RisicoId, Arc<Risico>>,
    pub vergaderingen: OrdMap<VergaderingId, Arc<Vergadering>>,
    pub overdracht: OrdMap<OverdrachtSleutel, Arc<Overdrachtcel>>,
    pub gereedheden: OrdMap<GereedheidSleutel, Arc<Gereedheid>>,
    pub autonomie: OrdMap<AutonomieSleutel, Arc<Autonomie>>,
    pub budget: OrdMap<BudgetSleutel, Arc<Budgetregel>>,
    pub budgeteffecten: OrdMap<BudgeteffectId, Arc<Budgeteffect>>,
    pub budgettabellen: OrdMap<BudgettabelId, Arc<Budgettabel>>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, entry: &Entry, gebeurtenis: &Gebeurtenis) {
        let door = entry.actor.map(PersoonId);
        match gebeurtenis {
            Gebeurtenis::TrajectVastgelegd { traject } => {
                self.trajecten.insert(traject.id.clone(), Arc::new(traject.clone()));
            }
            Gebeurtenis::FasenGezet { traject, naar, .. } => {
                if let Some(traject) = self.trajecten.get_mut(traject) {
                    Arc::make_mut(traject).fasen.clone_from(naar);
                }
            }
            // The new one has events of its own.
            Gebeurtenis::TrajectGestart { .. } => {}
            Gebeurtenis::TaakGemaakt { taak, checkpunten, .. } => {
                let checkpunten = checkpunten.clone();
                self.kaarten.voeg_toe(Kaart { checkpunten, ..Kaart::new((**taak).clone()) });
            }
            Gebeurtenis::TaakGewijzigd { taak, versie, wijzigingen, .. } => {
                self.kaarten.wijzig(*taak, |taak| taak.wijzig(wijzigingen, *versie, door));
            }
            Gebeurtenis::TaakVerplaatst { taak, versie, naar, plaats, volgende, .. } => {
                self.kaarten.wijzig(*taak, |taak| {
                    taak.verplaats(naar, plaats, *versie, door, entry.at);
                    if volgende.is_some() {
                        taak.geef_herhaling_door(*versie, door);
                    }
                });
            }
            Gebeurtenis::TaakGearchiveerd { taak, versie, .. } => self.kaarten.wijzig(*taak, |taak| {
                taak.gearchiveerd_op = Some(entry.at);
                taak.versie = *versie;
            }),
            Gebeurtenis::TaakHersteld { taak, versie, .. } => self.kaarten.wijzig(*taak, |taak| {
                taak.gearchiveerd_op = None;
                taak.versie = *versie;
            }),
            Gebeurtenis::CheckpuntToegevoegd { checkpunt, .. }
            | Gebeurtenis::CheckpuntGewijzigd { naar: checkpunt, .. }
            | Gebeurtenis::CheckpuntVerwijderd { checkpunt, .. }
            | Gebeurtenis::CheckpuntHersteld { checkpunt, .. } => {
                self.kaarten.zet_checkpunt(checkpunt.clone());
            }
            Gebeurtenis::OpmerkingGeplaatst { opmerking, .. }
            | Gebeurtenis::OpmerkingGewijzigd { naar: opmerking, .. }
            | Gebeurtenis::OpmerkingVerwijderd { opmerking, .. }
            | Gebeurtenis::OpmerkingHersteld { opmerking, .. } => {
                self.kaarten.zet_opmerking(opmerking.clone());
            }
            Gebeurtenis::MijlpaalVastgelegd { mijlpaal } => {
                self.mijlpalen.insert(mijlpaal.id.clone(), Arc::new((**mijlpaal).clone()));
            }
            Gebeurtenis::MijlpaalGewijzigd { mijlpaal, naar, .. } => {
                self.mijlpaal(mijlpaal, |mijlpaal| mijlpaal.zet_inhoud(naar.clone()));
            }
            Gebeurtenis::MijlpaalVervallen { mijlpaal, .. } => {
                self.mijlpaal(mijlpaal, |mijlpaal| mijlpaal.vervallen = true);
            }
            Gebeurtenis::MijlpaalHersteld { mijlpaal, na, .. } => {
                self.mijlpaal(mijlpaal, |mijlpaal| {
                    mijlpaal.vervallen = false;
                    mijlpaal.na.clone_from(na);
                });
            }
            Gebeurtenis::VergaderingVastgelegd { naar, .. } => {
                self.vergaderingen.insert(naar.id, Arc::new((**naar).clone()));
            }
            Gebeurtenis::MijlpaalVerplaatst { verschuivingen, .. }
            | Gebeurtenis::TrajectTeruggepland { verschuivingen, .. } => {
                for een in verschuivingen {
                    self.mijlpaal(&een.mijlpaal, |mijlpaal| {
                        (mijlpaal.van, mijlpaal.tot) = (een.naar.van, een.naar.tot);
                    });
                }
            }
            Gebeurtenis::MijlpaalGereedGemeld { mijlpaal, naar, .. } => {
                self.mijlpaal(mijlpaal, |mijlpaal| mijlpaal.gereed_op = *naar);
            }
            Gebeurtenis::AfhankelijkhedenGewijzigd { mijlpaal, naar, .. } => {
                self.mijlpaal(mijlpaal, |mijlpaal| mijlpaal.na.clone_from(naar));
            }
            Gebeurtenis::ZienswijzepuntToegevoegd { punt, .. }
            | Gebeurtenis::ZienswijzepuntGewijzigd { naar: punt, .. } => {
                self.zienswijzepunten.insert(punt.id, Arc::new((**punt).clone()));
            }
            Gebeurtenis::RisicoGemeld { risico } | Gebeurtenis::RisicoGewijzigd { naar: risico, .. } => {
                self.risicos.insert(risico.id, Arc::new((**risico).clone()));
            }
            Gebeurtenis::OverdrachtIngevuld { naar: cel, .. } | Gebeurtenis::OverdrachtOpgevraagd { cel } => {
                self.overdracht.insert(cel.sleutel(), Arc::new((**cel).clone()));
            }
            Gebeurtenis::AardBepaald { naar, .. } | Gebeurtenis::RegionaalBesloten { naar, .. } => {
                self.autonomie.insert(naar.sleutel(), Arc::new((**naar).clone()));
            }
            Gebeurtenis::BudgetregelIngevuld { naar, .. } => {
                self.budget.insert(naar.sleutel(), Arc::new((**naar).clone()));
            }
            Gebeurtenis::BudgeteffectToegevoegd { effect } | Gebeurtenis::BudgeteffectIngetrokken { effect } => {
                self.budgeteffecten.insert(effect.id, Arc::new((**effect).clone()));
            }
            Gebeurtenis::BudgettabelVastgelegd { tabel } => {
                self.budgettabellen.insert(tabel.id.clone(), Arc::new((**tabel).clone()));
            }
            Gebeurtenis::GereedheidGemeld { naar, .. } => {
                self.gereedheden.insert(naar.sleutel(), Arc::new((**naar).clone()));
            }
            Gebeurtenis::BesluitVastgelegd { besluit } => {
                self.besluiten.insert(besluit.id.clone(), Arc::new((**besluit).clone()));
            }
            Gebeurtenis::BesluitstappenGewijzigd { besluit, stappen, .. } => {
                if let Some(besluit) = self.besluiten.get_mut(besluit) {
                    Arc::make_mut(besluit).stappen.clone_from(stappen);
                }
            }
            Gebeurtenis::BesluitregelGewijzigd { besluit, stap, naar, .. } => {
                if let Some(besluit) = self.besluiten.get_mut(besluit)
                    && let Some(stap) = Arc::make_mut(besluit).stappen.iter_mut().find(|een| een.id == *stap)
                {
                    stap.regel = naar.clone();
                }
            }
            Gebeurtenis::BesluitcelIngevuld { naar, .. } => {
                self.cellen.insert((naar.stap.clone(), naar.gemeente.clone()), Arc::new((**naar).clone()));
            }
        }
    }

    fn mijlpaal(&mut self, id: &MijlpaalId, change: impl FnOnce(&mut Mijlpaal)) {
        if let Some(mijlpaal) = self.mijlpalen.get_mut(id) {
            change(Arc::make_mut(mijlpaal));
        }
    }

    /// The trajectory a board belongs to, and the board.
    pub fn bord(&self, id: &BordId) -> Option<(&Arc<Traject>, &Bord)> {
        self.trajecten.values().find_map(|traject| Some((traject, traject.bord(id)?)))
    }

    /// The kind of column a task stands in.
    pub fn kolom_soort(&self, taak: &Taak) -> Option<KolomSoort> {
        let (_, bord) = self.bord(&taak.bord)?;
        bord.kolom(&taak.kolom).map(|kolom| kolom.soort)
    }
}
