//! One run: people at work, faults as planned, and then the judgement.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use samenspel::platform::{change_log::read as log, db::Db};
use tokio::{sync::watch, time::sleep};

use super::{
    checker::{End, Line, Wrong, judge},
    dice::Dice,
    history::{Note, What, Who, around},
    plan::{Plan, Work},
    screen::{Screen, read},
    stage::Stage,
    writer::Writer,
};
use crate::support::{TestBord, TestProcess, wacht_tot};

/// What a run amounted to.
pub struct Done {
    pub mutations: usize,
    events: usize,
    faults: Vec<String>,
    took: Duration,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mutations, events, faults, took } = self;
        write!(f, "{mutations} mutations, {events} events on screens, in {took:.1?}\n{}", faults.join("\n"))
    }
}

/// Runs the plan; fails with the seed and the history around it when something is wrong.
pub async fn run(plan: Plan) -> Done {
    let began = Instant::now();
    let stage = Arc::new(Stage::set(&plan).await);
    let mut dice = Dice::new(plan.seed).split();
    let bord = Arc::new(TestBord::read(&stage.writer).await);
    let (epoch, _) = bord.positie.as_str().unwrap().split_once(':').unwrap();
    let (ended, until) = watch::channel(None);
    let screens: Vec<_> = (0..plan.screens)
        .map(|screen| {
            let (who, stage, until) = (Who::Screen(screen), stage.clone(), until.clone());
            tokio::spawn(Screen { who, stage, dice: dice.split(), until, epoch: epoch.to_owned() }.look())
        })
        .collect();
    let (enough, sent) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let writers: Vec<_> = (0..plan.writers)
        .map(|writer| {
            let (who, stage, bord) = (Who::Writer(writer), stage.clone(), bord.clone());
            let (enough, sent, work) = (enough.clone(), sent.clone(), plan.work);
            let more = move || match work {
                Work::Until(_) => !enough.load(Ordering::Relaxed),
                Work::Mutations(number) => sent.fetch_add(1, Ordering::Relaxed) < number,
            };
            tokio::spawn(Writer { who, stage, bord, dice: dice.split() }.work(more))
        })
        .collect();
    for (wait, fault) in &plan.faults {
        sleep(*wait).await;
        stage.happen(*fault).await;
    }
    if let Work::Until(rest) = plan.work {
        sleep(rest).await;
        enough.store(true, Ordering::Relaxed);
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let end = end(&stage, |last| ended.send(Some(last)).unwrap()).await;
    // Who reads the boards did so while the last screens caught up: both are of the same position.
    for screen in screens {
        screen.await.unwrap();
    }
    let said = std::fs::read_to_string(TestProcess::log(&stage.store)).unwrap();
    assert!(!said.contains("panicked"), "{said}\nseed {}", plan.seed);
    let notes = stage.history.notes();
    if let Some(wrong) = judge(&notes, &end).first() {
        fail(&plan, wrong, &around(&notes, wrong.place));
    }
    let count = |is: fn(&What) -> bool| notes.iter().filter(|note| is(&note.what)).count();
    let events = count(|what| matches!(what, What::Got { .. }));
    let mutations = end.log.iter().filter(|line| line.mutation.is_some()).count();
    let faults = notes.iter().filter(|note| note.who == Who::Chaos).map(Note::to_string).collect();
    Done { mutations, events, faults, took: began.elapsed() }
}

/// The log as it is now that nobody writes any more, and what each node shows at its end.
async fn end(stage: &Stage, tell: impl FnOnce(i64)) -> End {
    let db = Db::open(&stage.store.stores().database).await.unwrap();
    let entries = log::after(db.read(), stage.begin, u64::from(u32::MAX)).await.unwrap();
    db.close().await.unwrap();
    let line = |entry: &samenspel::platform::change_log::Entry| Line {
        seq: entry.seq,
        mutation: entry.client_mutation_id,
        followed: entry.scope.starts_with("integratie"),
    };
    let log: Vec<_> = entries.iter().map(line).collect();
    let last = log.iter().filter(|line| line.followed).map(|line| line.seq).max().unwrap_or(stage.begin);
    tell(last);
    let boards = stage.everywhere().into_iter().map(async |address| {
        let client = stage.reader.at(address);
        let mut board = None;
        wacht_tot("the node shows the end of the log", async || {
            board = read(&client).await.filter(|(at, ..)| *at >= last);
            board.is_some()
        })
        .await;
        board.unwrap().2
    });
    End { log, boards: join_all(boards).await }
}

fn fail(plan: &Plan, wrong: &Wrong, history: &str) -> ! {
    let Wrong { fault, who, why, .. } = wrong;
    panic!("{fault:?}, {who:?}: {why}\n{history}\n{plan:?}\nseed {}", plan.seed);
}
