//! The same reads on a log that grew: what was done long ago must cost nothing now.

use std::time::Instant;

use sea_orm::{ConnectionTrait, Database};
use serde_json::json;

use super::{board, resume};
use crate::{
    bare,
    bed::{Beds, Hub},
    report::{RUNS, Report, Runs},
    server::Store,
};

const ENTRIES: [i64; 3] = [1_000, 100_000, 1_000_000];

/// Adds copies of the last changes of tasks, straight into the file of a hub that is not running.
const FILL: &str = "
    WITH RECURSIVE
        sample AS (SELECT *, row_number() OVER (ORDER BY seq) - 1 AS number FROM change_log
            WHERE kind = 'TaakGewijzigd'),
        step(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < $MISSING)
    INSERT INTO change_log (seq, at, actor, client_mutation_id, command, scope, subject_kind, subject_key, kind,
        version, payload)
    SELECT (SELECT last_seq FROM log_meta) + n, at, actor, NULL, command, scope, subject_kind, subject_key, kind,
        version, payload
    FROM step JOIN sample ON sample.number = n % (SELECT count(*) FROM sample)";

fn fill(store: &Store, entries: i64) -> i64 {
    bare::one_thread().block_on(async {
        let conn = Database::connect(Store::sqlite_url(&store.folder)).await.unwrap();
        let last = conn.query_one_raw(sea_orm::Statement::from_string(
            conn.get_database_backend(),
            "SELECT last_seq FROM log_meta",
        ));
        let last: i64 = last.await.unwrap().unwrap().try_get_by_index(0).unwrap();
        if entries > last {
            conn.execute_unprepared(&FILL.replace("$MISSING", &(entries - last).to_string())).await.unwrap();
            conn.execute_unprepared("UPDATE log_meta SET last_seq = (SELECT max(seq) FROM change_log)").await.unwrap();
        }
        conn.close().await.unwrap();
        last.max(entries)
    })
}

pub fn measure(beds: &Beds, report: &mut Report) {
    let mut first: Option<[Runs; 3]> = None;
    for wanted in ENTRIES {
        let hub = beds.hub(1000);
        hub.write(resume::MISSED, hub.changes());
        let (folder, store, token) = hub.stop();
        let entries = fill(&store, wanted);
        let began = Instant::now();
        let hub = Hub::start(store, folder, token);
        let start = began.elapsed().as_secs_f64() * 1e3;
        let (epoch, last) = hub.board.position.rsplit_once(':').unwrap();
        let position = format!("{epoch}:{}", last.parse::<usize>().unwrap() - resume::MISSED);
        let mut runs: [Runs; 3] = Default::default();
        for _ in 0..RUNS {
            runs[0].add_alone(board::milliseconds(&hub));
            runs[1].add_alone(resume::p95(&hub, &position));
        }
        runs[2].add_alone(start);
        let base = first.get_or_insert_with(|| runs.clone());
        let names =
            ["bord van 1.000 taken uitgevoerd", "1.000 gebeurtenissen nasturen uit het logboek, p95", "starten"];
        for ((runs, base), name) in runs.iter().zip(base).zip(names) {
            let params = json!({ "entries": entries, "compared_with": ENTRIES[0] });
            let row =
                runs.beside(base.median()).row(format!("groei: {name}, logboek van {entries}"), "ms", "vlak", params);
            report.add(row);
        }
    }
}
