//! The cards of all boards, with the orders in which commands and boards look for them. Pure.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::model::*;

/// A task with all that hangs on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kaart {
    pub taak: Taak,
    /// In the order of the list; withdrawn ones too, because they can come back.
    pub checkpunten: Vec<Checkpunt>,
    /// Oldest first; withdrawn ones too.
    pub opmerkingen: Vec<Opmerking>,
}

impl Kaart {
    pub fn new(taak: Taak) -> Self {
        Self { taak, checkpunten: Vec::new(), opmerkingen: Vec::new() }
    }

    /// The checklist as people see it.
    pub fn checklist(&self) -> impl Iterator<Item = &Checkpunt> {
        self.checkpunten.iter().filter(|checkpunt| !checkpunt.verwijderd)
    }

    /// The remarks as people see them.
    pub fn gesprek(&self) -> impl Iterator<Item = &Opmerking> {
        self.opmerkingen.iter().filter(|opmerking| !opmerking.verwijderd)
    }

    fn zet_checkpunt(&mut self, checkpunt: Checkpunt) {
        self.checkpunten.retain(|ander| ander.id != checkpunt.id);
        let at =
            self.checkpunten.partition_point(|ander| (&ander.plaats, ander.id) < (&checkpunt.plaats, checkpunt.id));
        self.checkpunten.insert(at, checkpunt);
    }

    fn zet_opmerking(&mut self, opmerking: Opmerking) {
        self.opmerkingen.retain(|ander| ander.id != opmerking.id);
        let at = self.opmerkingen.partition_point(|ander| (ander.op, ander.id) < (opmerking.op, opmerking.id));
        self.opmerkingen.insert(at, opmerking);
    }
}

/// All cards. What is found by walking stays out of the way of writing: with tens of thousands of cards, a walk per
/// command is what the hub would spend its time on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kaarten {
    alle: OrdMap<TaakId, Arc<Kaart>>,
    borden: OrdMap<BordId, Volgorde>,
    checkpunten: OrdMap<CheckpuntId, TaakId>,
    opmerkingen: OrdMap<OpmerkingId, TaakId>,
}

/// The order of the cards of one board.
#[derive(Debug, Clone, Default, PartialEq)]
struct Volgorde {
    /// The highest number of a task here, archived ones too.
    nummer: i32,
    /// By place, archived ones too; a column without cards is not in it.
    kolommen: OrdMap<KolomId, OrdSet<(String, TaakId)>>,
}

impl Kaarten {
    pub fn get(&self, id: &TaakId) -> Option<&Arc<Kaart>> {
        self.alle.get(id)
    }

    pub fn values(&self) -> impl Iterator<Item = &Arc<Kaart>> {
        self.alle.values()
    }

    /// The item of a checklist, withdrawn or not.
    pub fn checkpunt(&self, id: CheckpuntId) -> Option<&Checkpunt> {
        let kaart = self.alle.get(self.checkpunten.get(&id)?)?;
        kaart.checkpunten.iter().find(|checkpunt| checkpunt.id == id)
    }

    /// The remark, withdrawn or not.
    pub fn opmerking(&self, id: OpmerkingId) -> Option<&Opmerking> {
        let kaart = self.alle.get(self.opmerkingen.get(&id)?)?;
        kaart.opmerkingen.iter().find(|opmerking| opmerking.id == id)
    }

    /// The highest number given out on a board; 0 when there is none yet.
    pub fn laatste_nummer(&self, bord: &BordId) -> i32 {
        self.borden.get(bord).map_or(0, |bord| bord.nummer)
    }

    /// The places taken in a column, from top to bottom.
    pub fn in_kolom(&self, bord: &BordId, kolom: &KolomId) -> OrdSet<(String, TaakId)> {
        self.borden.get(bord).and_then(|bord| bord.kolommen.get(kolom)).cloned().unwrap_or_default()
    }

    /// The cards of a board, by column from left to right and by place within it.
    pub fn van_bord(&self, bord: &Bord) -> Vec<Arc<Kaart>> {
        let Some(volgorde) = self.borden.get(&bord.id) else { return Vec::new() };
        let mut kolommen: Vec<_> = volgorde.kolommen.iter().collect();
        kolommen.sort_by_key(|(id, _)| bord.kolommen.iter().position(|kolom| kolom.id == **id));
        let ids = kolommen.into_iter().flat_map(|(_, plaatsen)| plaatsen.iter().map(|(_, id)| id));
        ids.filter_map(|id| self.alle.get(id).cloned()).collect()
    }

    /// Adds a new card.
    pub(super) fn voeg_toe(&mut self, kaart: Kaart) {
        let (taak, id) = (&kaart.taak, kaart.taak.id);
        self.checkpunten.extend(kaart.checkpunten.iter().map(|checkpunt| (checkpunt.id, id)));
        self.opmerkingen.extend(kaart.opmerkingen.iter().map(|opmerking| (opmerking.id, id)));
        let volgorde = self.borden.entry(taak.bord.clone()).or_default();
        volgorde.nummer = volgorde.nummer.max(taak.nummer);
        volgorde.kolommen.entry(taak.kolom.clone()).or_default().insert((taak.plaats.clone(), id));
        self.alle.insert(id, Arc::new(kaart));
    }

    /// Changes the task of a card, its place too.
    pub(super) fn wijzig(&mut self, id: TaakId, change: impl FnOnce(&mut Taak)) {
        let Some(kaart) = self.alle.get_mut(&id) else { return };
        let taak = &mut Arc::make_mut(kaart).taak;
        let van = (taak.kolom.clone(), taak.plaats.clone());
        change(taak);
        if van == (taak.kolom.clone(), taak.plaats.clone()) {
            return;
        }
        let kolommen = &mut self.borden.entry(taak.bord.clone()).or_default().kolommen;
        if let Some(plaatsen) = kolommen.get_mut(&van.0) {
            plaatsen.remove(&(van.1, id));
            if plaatsen.is_empty() {
                kolommen.remove(&van.0);
            }
        }
        kolommen.entry(taak.kolom.clone()).or_default().insert((taak.plaats.clone(), id));
    }

    pub(super) fn zet_checkpunt(&mut self, checkpunt: Checkpunt) {
        let Some(kaart) = self.alle.get_mut(&checkpunt.taak) else { return };
        self.checkpunten.insert(checkpunt.id, checkpunt.taak);
        Arc::make_mut(kaart).zet_checkpunt(checkpunt);
    }

    pub(super) fn zet_opmerking(&mut self, opmerking: Opmerking) {
        let Some(kaart) = self.alle.get_mut(&opmerking.taak) else { return };
        self.opmerkingen.insert(opmerking.id, opmerking.taak);
        Arc::make_mut(kaart).zet_opmerking(opmerking);
    }
}
