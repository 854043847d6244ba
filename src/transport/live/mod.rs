//! Live groups: whoever follows the same with the same rights shares one execution and one serialised payload.
//!
//! A subscription first reads what it missed, on its own, and joins its group at exactly the position it came to.
//! From then on it is no more than a [`Member`]: a way out, an envelope and a position. Whoever cannot keep up, or
//! whose rights may have changed, is left behind at its position, and reads from the log again.

mod envelope;
mod group;
mod member;

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use self::group::Group;
pub use self::{envelope::Envelope, member::Member};
use super::{Hub, credentials::SignedIn, operation::Operation};
use crate::domain::{graphql::Wie, organisatie::PersoonId};

/// How many operations are remembered to have personal answers. To forget one costs a little time, no more.
const MAX_PERSONAL: usize = 10_000;

/// Who may share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    operation: String,
    rights: String,
    /// Set when the answers depend on who exactly asks.
    person: Option<PersoonId>,
}

/// The groups of one node.
#[derive(Default)]
pub struct Groups {
    registry: Mutex<Registry>,
}

#[derive(Default)]
struct Registry {
    groups: HashMap<Key, Arc<Group>>,
    /// Operations that turned out to have answers that depend on who exactly asks.
    personal: HashSet<u64>,
}

/// Someone who wants to follow, and how.
pub struct Reader {
    pub who: SignedIn,
    pub wie: Wie,
    pub member: Member,
}

impl Groups {
    fn lock(&self) -> MutexGuard<'_, Registry> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many groups there are, and how many follow in them.
    pub fn size(&self) -> (usize, usize) {
        let registry = self.lock();
        (registry.groups.len(), registry.groups.values().map(|group| group.size()).sum())
    }

    /// Remembers that the answers of this operation depend on who exactly asks.
    pub fn set_personal(&self, operation: &Operation) {
        let mut registry = self.lock();
        if registry.personal.len() >= MAX_PERSONAL {
            registry.personal.clear();
        }
        registry.personal.insert(digest(&operation.shared_key()));
    }

    /// Joins the group for this operation at the reader's position; `None` when the group is too far ahead:
    /// then the reader has to read on from there first.
    pub fn join(hub: &Arc<Hub>, operation: &Arc<Operation>, reader: Reader) -> Option<Membership> {
        let operation_key = operation.shared_key();
        let mut registry = hub.groups.lock();
        let personal = registry.personal.contains(&digest(&operation_key));
        let person = personal.then_some(reader.who.persoon);
        let key = Key { operation: operation_key, rights: reader.wie.fingerprint(), person };
        let known = registry.groups.get(&key).filter(|group| !group.has_ended()).cloned();
        let group = known.unwrap_or_else(|| {
            let group = Group::start(hub, key.clone(), operation.clone(), &reader);
            registry.groups.insert(key, group.clone());
            group
        });
        let member = group.add(reader.member)?;
        Some(Membership { hub: hub.clone(), group, member })
    }

    /// Forgets a group that has no members or came to its end.
    fn forget(&self, group: &Arc<Group>) {
        let mut registry = self.lock();
        if registry.groups.get(&group.key).is_some_and(|known| Arc::ptr_eq(known, group)) {
            registry.groups.remove(&group.key);
        }
    }
}

/// Being in a group, until dropped.
pub struct Membership {
    hub: Arc<Hub>,
    group: Arc<Group>,
    member: Arc<Member>,
}

impl Membership {
    /// What is followed; everyone in the group holds the same.
    pub fn operation(&self) -> &Arc<Operation> {
        &self.group.operation
    }

    /// Everything up to here was delivered.
    pub fn position(&self) -> i64 {
        self.member.position()
    }

    /// Does the group no longer deliver to this reader?
    pub fn is_behind(&self) -> bool {
        self.member.is_behind()
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        // Under the lock of the registry: nobody may join a group that is about to go.
        let mut registry = self.hub.groups.lock();
        if self.group.remove(&self.member) == 0 {
            if registry.groups.get(&self.group.key).is_some_and(|known| Arc::ptr_eq(known, &self.group)) {
                registry.groups.remove(&self.group.key);
            }
            self.group.stop();
        }
    }
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
