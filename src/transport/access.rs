//! Who has what open, by person: when someone's rights change, what is open for them is held at once.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::outlet::Outlet;
use crate::domain::organisatie::PersoonId;

#[derive(Default)]
pub struct Access {
    open: Mutex<HashMap<PersoonId, Vec<Arc<Outlet>>>>,
}

impl Access {
    fn lock(&self) -> MutexGuard<'_, HashMap<PersoonId, Vec<Arc<Outlet>>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn enter(&self, person: PersoonId, outlet: &Arc<Outlet>) {
        self.lock().entry(person).or_default().push(outlet.clone());
    }

    pub fn leave(&self, person: PersoonId, outlet: &Arc<Outlet>) {
        let mut open = self.lock();
        let Some(theirs) = open.get_mut(&person) else { return };
        if let Some(index) = theirs.iter().position(|known| Arc::ptr_eq(known, outlet)) {
            theirs.swap_remove(index);
        }
        if theirs.is_empty() {
            open.remove(&person);
        }
    }

    /// Holds what this person has open until their rights as of position `seq` have been looked at.
    pub fn hold(&self, person: PersoonId, seq: i64) {
        if let Some(theirs) = self.lock().get(&person) {
            theirs.iter().for_each(|outlet| outlet.hold(seq));
        }
    }

    /// Holds what anyone has open.
    pub fn hold_all(&self, seq: i64) {
        self.lock().values().flatten().for_each(|outlet| outlet.hold(seq));
    }
}
