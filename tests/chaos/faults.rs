//! One fault each, in seconds, with the same people around it.

use super::{
    long::is_long,
    plan::{
        Fault::{CutAll, Freeze, HangRedis, Kill, KillRedis, RestartPostgres, Roll, Start, StartRedis},
        Plan, Stores, Work,
    },
    run::{Done, run},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_under_load_on_sqlite() {
    let plan = Plan::of(Stores::Sqlite, 1, &[Kill(0), Start(0), Kill(0), Start(0)]);
    show(run(Plan { writers: 64, ..plan }).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_under_load_on_postgres() {
    let plan = Plan::of(Stores::Postgres, 1, &[Kill(0), Start(0), Kill(0), Start(0)]);
    show(run(Plan { writers: 24, ..plan }).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_stops_where_it_is_and_comes_back() {
    show(run(Plan::of(Stores::OwnPostgres, 2, &[RestartPostgres, RestartPostgres])).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_dies_and_comes_back() {
    show(run(Plan::of(Stores::Postgres, 2, &[KillRedis, StartRedis])).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_hangs_and_goes_on() {
    show(run(Plan::of(Stores::Postgres, 2, &[HangRedis])).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lines_are_cut_again_and_again() {
    let plan = Plan::of(Stores::Sqlite, 1, &[CutAll, CutAll, CutAll]);
    show(run(Plan { screens: 24, ..plan }).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_two_nodes_dies_and_everyone_goes_on_with_the_other() {
    show(run(Plan::of(Stores::Postgres, 2, &[Kill(0)])).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_freezes_in_the_middle_of_writing_goes_on_as_if_nothing_had_happened() {
    show(run(Plan::of(Stores::Postgres, 2, &[Freeze(0)])).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_are_replaced_one_after_the_other() {
    show(run(Plan::of(Stores::Postgres, 2, &[Roll(0), Roll(1)])).await);
}

/// Each up to three times at the same time, over both nodes, while these are killed and replaced.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mutations_with_retries_are_done_once_each() {
    let number = if is_long() { 1000 } else { 150 };
    let plan = Plan::of(Stores::Postgres, 2, &[Kill(0), Start(0), Roll(1)]);
    let done = run(Plan { work: Work::Mutations(number), ..plan }).await;
    assert_eq!(done.mutations, number);
    show(done);
}

/// What a run amounted to, for who asks with `--nocapture`.
fn show(done: Done) {
    println!("{done}");
}
