//! Searching among many records, as people type: whole words, beginnings, mistakes, old names.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, Database};
use serde_json::{Value, json};

use crate::{
    bare,
    bed::{Beds, Hub},
    client::ask::data,
    report::{RUNS, Report, Runs, percentile},
    server::Store,
};

const RECORDS: i64 = 100_000;
/// How often each question is asked, per run.
const TIMES: usize = 10;
const QUERY: &str = "query ($tekst: String!) { zoek(tekst: $tekst, first: 20) { totaal perSoort { soort aantal }
    nodes { soort bij titel { tekst raak } fragment { tekst raak } object { __typename id } } } }";
const QUESTIONS: [&str; 12] = [
    "afspraken",
    "afspr",
    "vastlegen",
    "gemeenten vastleggen dossier",
    "wie spreekt voor Roerdalen",
    "RMT",
    "accountmanager Weert",
    "verwerkersovereenkomst masgouw",
    "dossier 45678",
    "roermnd",
    "contracten jeugd",
    "zwembad",
];
/// Words that make one record differ from the next.
const WORDS: &str = "'inkoop','toezicht','facturatie','jeugd','wmo','participatie','contract','tarief','segment',
    'aanbieder','toegang','beleid','werkproces','monitor','kwaliteit','termijn'";

/// Adds copies of the tasks there are, straight into the file of a hub that is not running.
fn fill(store: &Store) {
    let fill = format!(
        "WITH RECURSIVE
            word(n, w) AS (SELECT row_number() OVER () - 1, value FROM json_each(json_array({WORDS}))),
            sample AS (SELECT *, row_number() OVER (ORDER BY nummer) - 1 AS number FROM taken),
            step(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < {RECORDS})
        INSERT INTO taken (id, bord, nummer, kolom, plaats, titel, omschrijving, functie, gemeenten, eigenaar,
            vervaldatum, kolom_sinds, versie, veldversies, gemaakt_op, gemaakt_door, gearchiveerd_op, herkomst)
        SELECT randomblob(16), bord, nummer + step.n * 1000, kolom, plaats || printf('%06d', step.n),
            'Dossier ' || step.n || ' ' || a.w || ' ' || b.w || ': ' || titel,
            omschrijving || ' Over ' || b.w || ', ' || c.w || ' en zaak' || (step.n % 5000) || '.',
            functie, gemeenten, eigenaar, vervaldatum, kolom_sinds, versie, veldversies, gemaakt_op, gemaakt_door,
            gearchiveerd_op, herkomst
        FROM step
        JOIN sample ON sample.number = step.n % (SELECT count(*) FROM sample)
        JOIN word a ON a.n = step.n % 16 JOIN word b ON b.n = (step.n / 16) % 16 JOIN word c ON c.n = (step.n / 256) % 16"
    );
    bare::one_thread().block_on(async {
        let conn = Database::connect(Store::sqlite_url(&store.folder)).await.unwrap();
        conn.execute_unprepared(&fill).await.unwrap();
        conn.close().await.unwrap();
    });
}

fn ask(hub: &Hub, text: &str) -> Value {
    data(hub.process.address, &hub.token, QUERY, json!({ "tekst": text }))
}

pub fn measure(beds: &Beds, report: &mut Report) {
    let (folder, store, token) = beds.hub(100).stop();
    fill(&store);
    let hub = Hub::start(store, folder, token);
    let began = Instant::now();
    ask(&hub, "dossier");
    let first = began.elapsed();
    let mut runs = [(0.5, Runs::default()), (0.95, Runs::default())];
    for _ in 0..RUNS {
        let mut took = Vec::new();
        for question in QUESTIONS {
            for _ in 0..TIMES {
                let began = Instant::now();
                ask(&hub, question);
                took.push(began.elapsed().as_secs_f64() * 1e3);
            }
        }
        for (part, runs) in &mut runs {
            runs.add_alone(percentile(&took, *part));
        }
    }
    let params = json!({ "records": RECORDS, "questions": QUESTIONS.len(), "times": TIMES });
    for (part, runs) in runs {
        let name = format!("zoeken in 100.000 taken, p{}", part * 100.0);
        report.add(runs.row(name, "ms", "≤ 50 ms", params.clone()));
    }
    let mut built = Runs::default();
    built.add_alone(first.max(Duration::from_millis(1)).as_secs_f64() * 1e3);
    report.add(built.row("zoeken: de eerste vraag na starten, 100.000 taken", "ms", "", params));
}
