//! Who is where, right now. Volatile: never in the log, gone when the screen is.
//!
//! A screen is with one node. Nodes tell each other who is with them; a node that falls silent is forgotten.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use uuid::Uuid;

/// What someone is doing on a screen, as told by that screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentee {
    pub person: Uuid,
    /// The activity, as a word of the caller's.
    pub activity: String,
    /// Global id of what it is about.
    pub subject: Option<String>,
}

/// Everyone at one place, by screen.
pub type Here = BTreeMap<Uuid, Presentee>;
type Places = HashMap<String, Here>;

/// What nodes tell each other.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Said {
    /// These are at this place, with me.
    At(String, Here),
    /// These are all the places where someone is with me.
    Everywhere(HashMap<String, Here>),
    /// To whoever this screen is with: this is what it does now.
    Does(String, Uuid, Presentee),
}

type Speaker = Box<dyn Fn(Said) + Send + Sync>;

/// All places where someone is.
#[derive(Clone, Default)]
pub struct Presence(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// Tells the other nodes; absent when there are none.
    speaker: OnceLock<Speaker>,
}

#[derive(Default)]
struct State {
    /// Who is with this node.
    own: Places,
    others: HashMap<Uuid, Other>,
    watched: HashMap<String, watch::Sender<Here>>,
}

/// What another node said.
struct Other {
    heard: Instant,
    places: Places,
}

impl Presence {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has `speaker` tell the other nodes from here on.
    pub fn join(&self, speaker: impl Fn(Said) + Send + Sync + 'static) {
        if self.0.speaker.set(Box::new(speaker)).is_err() {
            tracing::error!("presence has a line to the other nodes already");
        }
    }

    fn say(&self, said: impl FnOnce() -> Said) {
        if let Some(speaker) = self.0.speaker.get() {
            speaker(said());
        }
    }

    /// Someone arrives with a screen; they leave when the answer is dropped.
    pub fn enter(&self, place: &str, screen: Uuid, presentee: Presentee) -> Stay {
        let mut state = self.lock();
        state.own.entry(place.to_owned()).or_default().insert(screen, presentee);
        let watch = state.watched.entry(place.to_owned()).or_default().subscribe();
        self.changed(&mut state, place);
        Stay { presence: self.clone(), place: place.to_owned(), screen, watch }
    }

    /// A screen that is here tells what it is doing; answers false when it is not here, or is someone else's.
    pub fn update(&self, place: &str, screen: Uuid, presentee: Presentee) -> bool {
        let mut state = self.lock();
        if let Some(known) = state.own.get_mut(place).and_then(|here| here.get_mut(&screen)) {
            if known.person != presentee.person {
                return false;
            }
            *known = presentee;
            self.changed(&mut state, place);
            return true;
        }
        let with_another = state.others.values().filter_map(|other| other.places.get(place)?.get(&screen));
        if with_another.into_iter().all(|known| known.person != presentee.person) {
            return false;
        }
        self.say(|| Said::Does(place.to_owned(), screen, presentee));
        true
    }

    fn leave(&self, place: &str, screen: Uuid) {
        let mut state = self.lock();
        if let Some(here) = state.own.get_mut(place) {
            here.remove(&screen);
        }
        self.changed(&mut state, place);
        if state.own.get(place).is_some_and(Here::is_empty) {
            state.own.remove(place);
        }
        if state.watched.get(place).is_some_and(|watched| watched.receiver_count() == 0) {
            state.watched.remove(place);
        }
    }

    /// Who is with this node at `place` changed: shows it here, and tells the others.
    fn changed(&self, state: &mut State, place: &str) {
        state.show(place);
        self.say(|| Said::At(place.to_owned(), state.own.get(place).cloned().unwrap_or_default()));
    }

    /// The persons at every place whose name begins like this, on all nodes.
    pub fn at_places(&self, prefix: &str) -> BTreeMap<String, BTreeSet<Uuid>> {
        let state = self.lock();
        let mut found: BTreeMap<String, BTreeSet<Uuid>> = BTreeMap::new();
        let everywhere = state.others.values().map(|other| &other.places).chain([&state.own]);
        for (place, here) in everywhere.flatten().filter(|(place, _)| place.starts_with(prefix)) {
            found.entry(place.clone()).or_default().extend(here.values().map(|presentee| presentee.person));
        }
        found.retain(|_, persons| !persons.is_empty());
        found
    }

    /// Tells the other nodes about everyone who is with this one.
    pub fn say_everything(&self) {
        let state = self.lock();
        self.say(|| Said::Everywhere(state.own.clone()));
    }

    /// Another node said something.
    pub fn hear(&self, node: Uuid, said: Said) {
        if let Said::Does(place, screen, presentee) = said {
            let mut state = self.lock();
            if state.own.get(&place).is_some_and(|here| here.contains_key(&screen)) {
                drop(state);
                self.update(&place, screen, presentee);
                return;
            }
            state.other(node);
            return;
        }
        let mut state = self.lock();
        let other = state.other(node);
        let touched: Vec<String> = match said {
            Said::At(place, here) => {
                other.places.insert(place.clone(), here);
                vec![place]
            }
            Said::Everywhere(places) => {
                let touched = other.places.keys().chain(places.keys()).cloned().collect();
                other.places = places;
                touched
            }
            Said::Does(..) => Vec::new(),
        };
        other.places.retain(|_, here| !here.is_empty());
        touched.iter().for_each(|place| state.show(place));
    }

    /// Forgets nodes that said nothing for so long: they are gone, and whoever was with them.
    pub fn forget_silent(&self, silence: Duration) {
        let mut state = self.lock();
        let gone: Vec<_> = state.others.extract_if(|_, other| other.heard.elapsed() > silence).collect();
        for place in gone.iter().flat_map(|(_, other)| other.places.keys()) {
            state.show(place);
        }
    }
}

impl State {
    fn other(&mut self, node: Uuid) -> &mut Other {
        let new = || Other { heard: Instant::now(), places: Places::new() };
        let other = self.others.entry(node).or_insert_with(new);
        other.heard = Instant::now();
        other
    }

    /// Shows whoever watches this place who is there now.
    fn show(&mut self, place: &str) {
        let Some(watched) = self.watched.get(place) else { return };
        let mut now = self.own.get(place).cloned().unwrap_or_default();
        for here in self.others.values().filter_map(|other| other.places.get(place)) {
            now.extend(here.iter().map(|(screen, presentee)| (*screen, presentee.clone())));
        }
        watched.send_if_modified(|here| {
            let changed = *here != now;
            *here = now;
            changed
        });
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
    use std::sync::mpsc;

    use super::*;

    const ANNA: Uuid = Uuid::from_u128(1);
    const BRAM: Uuid = Uuid::from_u128(2);

    fn presentee(person: Uuid, activity: &str) -> Presentee {
        Presentee { person, activity: activity.into(), subject: None }
    }

    /// Two nodes, and what each has said that the other has not heard yet.
    struct Nodes([(Presence, mpsc::Receiver<Said>); 2]);

    impl Nodes {
        fn new() -> Self {
            Self([(); 2].map(|()| {
                let (presence, (out, said)) = (Presence::default(), mpsc::channel());
                presence.join(move |what| out.send(what).unwrap());
                (presence, said)
            }))
        }

        /// Has each hear what the other said, until there is nothing more to hear.
        fn hear(&self) {
            let [(here, said_here), (there, said_there)] = &self.0;
            while let Some((hears, id, said)) = None
                .or_else(|| said_here.try_recv().ok().map(|said| (there, 1, said)))
                .or_else(|| said_there.try_recv().ok().map(|said| (here, 2, said)))
            {
                hears.hear(Uuid::from_u128(id), said);
            }
        }
    }

    #[tokio::test]
    async fn a_screen_is_seen_until_its_stay_ends() {
        let presence = Presence::default();
        let mut first = presence.enter("bord", ANNA, presentee(ANNA, "KIJKT"));
        let second = presence.enter("bord", BRAM, presentee(BRAM, "KIJKT"));
        assert_eq!(first.here().len(), 2);
        drop(second);
        assert!(first.changed().await);
        assert_eq!(first.here().len(), 1);
    }

    #[tokio::test]
    async fn nobody_speaks_for_the_screen_of_another() {
        let presence = Presence::default();
        let mut stay = presence.enter("bord", ANNA, presentee(ANNA, "KIJKT"));
        assert!(!presence.update("bord", ANNA, presentee(BRAM, "SLEEPT")));
        assert!(presence.update("bord", ANNA, presentee(ANNA, "SLEEPT")));
        assert_eq!(stay.here()[&ANNA].activity, "SLEEPT");
    }

    #[tokio::test]
    async fn who_is_with_another_node_is_seen_and_can_say_what_they_do_through_this_one() {
        let nodes = Nodes::new();
        let [(here, _), (there, _)] = &nodes.0;
        let mut anna = here.enter("bord", ANNA, presentee(ANNA, "KIJKT"));
        let mut bram = there.enter("bord", BRAM, presentee(BRAM, "KIJKT"));
        nodes.hear();
        assert_eq!((anna.here().len(), bram.here().len()), (2, 2));
        assert!(!there.update("bord", ANNA, presentee(BRAM, "SLEEPT")), "not for another");
        assert!(!there.update("elders", ANNA, presentee(ANNA, "SLEEPT")), "not where one is not");
        assert!(there.update("bord", ANNA, presentee(ANNA, "SLEEPT")));
        nodes.hear();
        assert_eq!((anna.here()[&ANNA].activity.as_str(), bram.here()[&ANNA].activity.as_str()), ("SLEEPT", "SLEEPT"));
        drop(bram);
        nodes.hear();
        assert_eq!(anna.here().len(), 1);
    }

    #[tokio::test]
    async fn a_node_that_falls_silent_is_forgotten() {
        let nodes = Nodes::new();
        let [(here, _), (there, _)] = &nodes.0;
        let mut anna = here.enter("bord", ANNA, presentee(ANNA, "KIJKT"));
        let _bram = there.enter("bord", BRAM, presentee(BRAM, "KIJKT"));
        nodes.hear();
        here.forget_silent(Duration::from_secs(60));
        assert_eq!(anna.here().len(), 2);
        here.forget_silent(Duration::ZERO);
        assert_eq!(anna.here().len(), 1);
        there.say_everything();
        nodes.hear();
        assert_eq!(anna.here().len(), 2);
    }
}
