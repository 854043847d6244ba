//! What breaks when, and who does what: all of it follows from the seed.

use std::time::Duration;

use super::dice::Dice;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// kill -9 of a node.
    Kill(usize),
    /// Starts it again, at another address.
    Start(usize),
    /// SIGTERM, and a new start as soon as it has stopped.
    Roll(usize),
    /// A node that does nothing for a second, wherever it was, and then goes on as if nothing had happened.
    Freeze(usize),
    /// `-m immediate`.
    RestartPostgres,
    KillRedis,
    StartRedis,
    /// Redis takes what is sent and answers nothing for some seconds, and then goes on.
    HangRedis,
    /// Every screen loses its line.
    CutAll,
}

/// What the nodes share, and which of it can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stores {
    /// One node with a file.
    Sqlite,
    /// The PostgreSQL of the tests, with a Redis to break.
    Postgres,
    /// A PostgreSQL to break too.
    OwnPostgres,
}

/// How much is written.
#[derive(Debug, Clone, Copy)]
pub enum Work {
    /// Until all faults have happened and so much time has passed since.
    Until(Duration),
    /// So many mutations, whatever happens meanwhile.
    Mutations(usize),
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub seed: u64,
    pub stores: Stores,
    pub nodes: usize,
    pub writers: usize,
    pub screens: usize,
    pub work: Work,
    /// Each waits so long after the one before.
    pub faults: Vec<(Duration, Fault)>,
}

impl Plan {
    /// These faults, a moment apart.
    pub fn of(stores: Stores, nodes: usize, faults: &[Fault]) -> Self {
        const APART: Duration = Duration::from_millis(400);
        let faults = faults.iter().map(|fault| (APART, *fault)).collect();
        Self { seed: 4712, stores, nodes, writers: 12, screens: 6, work: Work::Until(APART), faults }
    }

    /// Anything that can happen together.
    pub fn from(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let stores = *dice.pick(&[Stores::Sqlite, Stores::Postgres, Stores::OwnPostgres]);
        let nodes = if stores == Stores::Sqlite { 1 } else { 1 + dice.below(3) };
        let (writers, screens) = (1 + dice.below(64), 1 + dice.below(24));
        let mut faults = Vec::new();
        for _ in 0..1 + dice.below(5) {
            let node = dice.below(nodes);
            let broken: &[Fault] = match (dice.below(5), stores) {
                (0, _) => &[Fault::Kill(node), Fault::Start(node)],
                (1, _) => &[Fault::Roll(node)],
                (4, _) => &[Fault::Freeze(node)],
                (2, Stores::OwnPostgres) => &[Fault::RestartPostgres],
                (3, Stores::OwnPostgres | Stores::Postgres) if dice.one_in(2) => &[Fault::HangRedis],
                (3, Stores::OwnPostgres | Stores::Postgres) => &[Fault::KillRedis, Fault::StartRedis],
                _ => &[Fault::CutAll],
            };
            faults.extend(broken.iter().map(|fault| (Duration::from_millis(dice.below(1500) as u64), *fault)));
        }
        let work = Work::Until(Duration::from_millis(dice.below(2000) as u64));
        Self { seed, stores, nodes, writers, screens, work, faults }
    }
}
