//! Someone who makes tasks and moves them, and sends each mutation until it is answered; sometimes more than once at
//! the same time, to different nodes, as a client does that lost patience.

use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;

use super::{
    dice::Dice,
    history::{What, Who},
    stage::Stage,
};
use crate::support::{TestBord, seq};

/// How long one try may take.
const TRY: Duration = Duration::from_secs(15);
/// When to give up altogether: nothing stays broken for so long.
const PATIENCE: Duration = Duration::from_secs(60);
/// Ids of one mutation are sent so many times at most.
const TIMES: usize = 3;

const COLUMNS: [&str; 4] = ["Te doen", "Bezig", "Wacht op gemeente", "Gereed"];

/// A task of one's own.
struct Task {
    id: Value,
    version: Value,
    column: Value,
}

/// A mutation, as it is sent each time.
struct Mutation {
    id: Uuid,
    name: &'static str,
    body: Value,
}

pub struct Writer {
    pub who: Who,
    pub stage: Arc<Stage>,
    pub bord: Arc<TestBord>,
    pub dice: Dice,
}

impl Writer {
    /// Writes while `more` says so.
    pub async fn work(mut self, mut more: impl FnMut() -> bool) {
        let mut own: Vec<Task> = Vec::new();
        let mut number = 0;
        while more() {
            let (at, mutation) = match own.len() {
                0 => (0, self.make(number)),
                tasks if self.dice.one_in(2) => (tasks, self.make(number)),
                tasks => {
                    let at = self.dice.below(tasks);
                    (at, self.relocate(&own[at]))
                }
            };
            number += 1;
            let times = 1 + self.dice.below(TIMES);
            let tries: Vec<_> = (0..times).map(|_| self.dice.split()).collect();
            let tries = tries.into_iter().map(|dice| send(&self.stage, self.who, &mutation, dice));
            let Some(id_and_version) = join_all(tries).await.into_iter().flatten().next() else { return };
            match own.get_mut(at) {
                Some(task) => *task = id_and_version,
                None => own.push(id_and_version),
            }
        }
    }

    fn make(&mut self, number: usize) -> Mutation {
        let input = json!({ "bord": self.bord.id, "kolom": self.bord.kolom("Te doen"),
            "titel": format!("{:?} {number}", self.who) });
        self.mutation("maakTaak", input)
    }

    fn relocate(&mut self, task: &Task) -> Mutation {
        // Elsewhere: a move to where it is changes nothing, and stands nowhere.
        let elsewhere: Vec<_> = COLUMNS.into_iter().filter(|column| task.column != *column).collect();
        let to = self.bord.kolom(elsewhere[self.dice.below(elsewhere.len())]);
        let input = json!({ "id": task.id, "verwachteVersie": task.version, "naarKolom": to });
        self.mutation("verplaatsTaak", input)
    }

    fn mutation(&mut self, name: &'static str, mut input: Value) -> Mutation {
        let id = self.dice.uuid();
        input["clientMutatieId"] = json!(id);
        let type_name = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
        let query = format!(
            "mutation ($input: {type_name}!) {{ {name}(input: $input)
                {{ positie fouten {{ code bericht }} taak {{ id versie kolom {{ naam }} }} }} }}"
        );
        Mutation { id, name, body: json!({ "query": query, "variables": { "input": input } }) }
    }
}

/// What came of one try.
enum Came {
    Done { seq: i64, task: Task },
    No(String),
    Nothing(String),
}

/// Sends one mutation, to one node after another, until there is an answer.
async fn send(stage: &Stage, who: Who, mutation: &Mutation, mut dice: Dice) -> Option<Task> {
    let began = Instant::now();
    let Mutation { id, .. } = *mutation;
    while began.elapsed() < PATIENCE {
        let client = stage.writer.at(stage.somewhere(&mut dice).await);
        stage.history.note(who, What::Sent { mutation: id });
        let request = client.request(Method::POST, "/graphql").header("x-samenspel", "1").json(&mutation.body);
        let came = match timeout(TRY, async { request.send().await?.json::<Value>().await }).await {
            Ok(Ok(answer)) => read(mutation.name, &answer),
            Ok(Err(error)) => Came::Nothing(error.to_string()),
            Err(_) => Came::Nothing("it takes too long".into()),
        };
        match came {
            Came::Done { seq, task } => {
                stage.history.note(who, What::Acknowledged { mutation: id, seq, card: task.id.as_str()?.to_owned() });
                return Some(task);
            }
            Came::No(why) => {
                stage.history.note(who, What::Refused { mutation: id, why });
                return None;
            }
            Came::Nothing(why) => stage.history.note(who, What::Unanswered { mutation: id, why }),
        }
        sleep(Duration::from_millis(20 + dice.below(80) as u64)).await;
    }
    None
}

fn read(name: &str, answer: &Value) -> Came {
    let payload = &answer["data"][name];
    match answer["errors"][0]["extensions"]["code"].as_str() {
        Some("TIJDELIJK_NIET_BESCHIKBAAR") => Came::Nothing("TIJDELIJK_NIET_BESCHIKBAAR".into()),
        None if payload["fouten"] == json!([]) && payload["positie"].is_string() => {
            let [id, version, column] = ["/id", "/versie", "/kolom/naam"].map(|field| payload["taak"].pointer(field));
            let [id, version, column] = [id, version, column].map(|value| value.cloned().unwrap_or_default());
            Came::Done { seq: seq(&payload["positie"]), task: Task { id, version, column } }
        }
        _ => Came::No(answer.to_string()),
    }
}
