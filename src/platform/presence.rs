//! Who is where, right now. Volatile: never in the log, gone when the screen is.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;
use uuid::Uuid;

/// What someone is doing on a screen, as told by that screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presentee {
    pub person: Uuid,
    /// The activity, as a word of the caller's.
    pub activity: &'static str,
    /// Global id of what it is about.
    pub subject: Option<String>,
}

/// Everyone at one place, by screen.
pub type Here = BTreeMap<Uuid, Presentee>;

/// All places where someone is.
#[derive(Clone, Default)]
pub struct Presence {
    places: Arc<Mutex<HashMap<String, watch::Sender<Here>>>>,
}

impl Presence {
    /// Someone arrives with a screen; they leave when the answer is dropped.
    pub fn enter(&self, place: &str, screen: Uuid, presentee: Presentee) -> Stay {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let here = places.entry(place.to_owned()).or_insert_with(|| watch::Sender::new(Here::new()));
        here.send_modify(|here| {
            here.insert(screen, presentee);
        });
        Stay { presence: self.clone(), place: place.to_owned(), screen, watch: here.subscribe() }
    }

    /// A screen that is here tells what it is doing; answers false when it is not here, or is someone else's.
    pub fn update(&self, place: &str, screen: Uuid, presentee: Presentee) -> bool {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(here) = places.get(place) else { return false };
        if here.borrow().get(&screen).is_none_or(|known| known.person != presentee.person) {
            return false;
        }
        here.send_if_modified(|here| here.insert(screen, presentee.clone()) != Some(presentee.clone()));
        true
    }

    fn leave(&self, place: &str, screen: Uuid) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(here) = places.get(place) else { return };
        here.send_modify(|here| {
            here.remove(&screen);
        });
        if here.borrow().is_empty() {
            places.remove(place);
        }
    }
}

/// A screen's stay at a place.
pub struct Stay {
    presence: Presence,
    place: String,
    screen: Uuid,
    watch: watch::Receiver<Here>,
}

impl Stay {
    /// Who is here now; the next [`Stay::changed`] waits for a change after this.
    pub fn here(&mut self) -> Here {
        self.watch.borrow_and_update().clone()
    }

    /// Waits until someone comes, goes or does something else.
    pub async fn changed(&mut self) -> bool {
        self.watch.changed().await.is_ok()
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        self.presence.leave(&self.place, self.screen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn presentee(person: Uuid, activity: &'static str) -> Presentee {
        Presentee { person, activity, subject: None }
    }

    #[tokio::test]
    async fn a_screen_is_seen_until_its_stay_ends() {
        let presence = Presence::default();
        let (anna, bram) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut first = presence.enter("bord", anna, presentee(anna, "KIJKT"));
        let second = presence.enter("bord", bram, presentee(bram, "KIJKT"));
        assert_eq!(first.here().len(), 2);
        drop(second);
        assert!(first.changed().await);
        assert_eq!(first.here().len(), 1);
    }

    #[tokio::test]
    async fn nobody_speaks_for_the_screen_of_another() {
        let presence = Presence::default();
        let (anna, bram) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut stay = presence.enter("bord", anna, presentee(anna, "KIJKT"));
        assert!(!presence.update("bord", anna, presentee(bram, "SLEEPT")));
        assert!(presence.update("bord", anna, presentee(anna, "SLEEPT")));
        assert_eq!(stay.here()[&anna].activity, "SLEEPT");
    }
}
