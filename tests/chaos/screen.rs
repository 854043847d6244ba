//! Someone who looks at the board, from whichever node, and goes on elsewhere when the line breaks.

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

use super::{
    dice::Dice,
    history::{Cards, What, Who},
    line::Line,
    stage::Stage,
};
use crate::support::{TestClient, seq};

/// How long a screen waits for the last of it, when all is quiet.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a screen reads of a task.
const CARD: &str = "id titel versie plaats kolom { id naam }";

/// Reads the board as it is now.
pub async fn read(client: &TestClient) -> Option<(i64, Value, Cards)> {
    let query = format!("{{ trajecten {{ id borden {{ positie taken {{ {CARD} }} }} }} }}");
    let asked = timeout(PATIENCE, client.try_graphql(&query, json!({}))).await.ok()??;
    let traject = &asked["data"]["trajecten"][0];
    let bord = &traject["borden"][0];
    let cards = bord["taken"].as_array()?.iter();
    let cards = cards.map(|card| (card["id"].as_str().unwrap_or_default().to_owned(), card.clone())).collect();
    Some((seq(&bord["positie"]), traject["id"].clone(), cards))
}

pub struct Screen {
    pub who: Who,
    pub stage: Arc<Stage>,
    pub dice: Dice,
    /// Where the last event is that there will be, once that is known.
    pub until: watch::Receiver<Option<i64>>,
    pub epoch: String,
}

/// Why a screen stops following.
enum Over {
    /// It has seen everything.
    Done,
    /// Its line is gone.
    Line(String),
    /// The hub says that it has to read again.
    Reload,
}

impl Screen {
    pub async fn look(mut self) {
        let mut until = self.until.clone();
        let too_late = async move {
            if until.wait_for(Option::is_some).await.is_ok() {
                sleep(PATIENCE).await;
            }
        };
        // Who is too late is behind: the checker sees it.
        tokio::select! {
            () = self.follow() => {}
            () = too_late => {}
        }
    }

    fn note(&self, what: What) {
        self.stage.history.note(self.who, what);
    }

    async fn follow(&mut self) {
        loop {
            let client = self.stage.reader.at(self.stage.somewhere(&mut self.dice).await);
            let Some((mut at, traject, cards)) = read(&client).await else {
                sleep(Duration::from_millis(20)).await;
                continue;
            };
            self.note(What::Read { at, cards });
            loop {
                let client = self.stage.reader.at(self.stage.somewhere(&mut self.dice).await);
                match self.follow_on_one_line(&client, &traject, &mut at).await {
                    Over::Done => return,
                    Over::Reload => break,
                    Over::Line(why) => self.note(What::Cut(why)),
                }
                sleep(Duration::from_millis(10 + self.dice.below(40) as u64)).await;
            }
        }
    }

    async fn follow_on_one_line(&mut self, client: &TestClient, traject: &Value, at: &mut i64) -> Over {
        let mut cuts = self.stage.cuts();
        // A line that breaks by itself, now and then, and someone whose computer sleeps for a moment.
        let breaks_after = if self.dice.one_in(2) { 1 + self.dice.below(40) } else { usize::MAX };
        let sleeps_after = if self.dice.one_in(20) { self.dice.below(40) } else { usize::MAX };
        let query = format!(
            "subscription ($traject: ID!, $vanaf: Positie) {{ integratie(traject: $traject, vanaf: $vanaf) {{
                __typename ... on Bijgewerkt {{ positie }} ... on HerladenNodig {{ reden }}
                ... on Gebeurtenis {{ positie }}
                ... on TaakGemaakt {{ taak {{ {CARD} }} }} ... on TaakVerplaatst {{ taak {{ {CARD} }} }} }} }}"
        );
        let vanaf = format!("{}:{at}", self.epoch);
        let variables = json!({ "traject": traject, "vanaf": vanaf });
        let mut way = match Line::open(client, self.dice.one_in(2), &query, variables).await {
            Ok(way) => way,
            Err(why) => return Over::Line(why),
        };
        self.note(What::Resumed { from: *at });
        let mut number = 0;
        loop {
            let done = async {
                let seen = *at;
                self.until.wait_for(|until| until.is_some_and(|until| seen >= until)).await.is_ok()
            };
            let heard = tokio::select! {
                biased;
                true = done => return Over::Done,
                _ = cuts.changed() => return Over::Line("chaos".into()),
                heard = way.next(PATIENCE) => heard,
            };
            let mut event = match heard {
                Ok(mut answer) => answer["data"]["integratie"].take(),
                Err(why) => return Over::Line(why),
            };
            match event["__typename"].as_str() {
                Some("HerladenNodig") => return Over::Reload,
                Some("Bijgewerkt") => {
                    *at = seq(&event["positie"]);
                    self.note(What::CaughtUp { at: *at });
                }
                Some(_) => {
                    *at = seq(&event["positie"]);
                    self.note(What::Got { seq: *at, card: event["taak"].take() });
                    number += 1;
                }
                None => return Over::Line(format!("no event: {event}")),
            }
            if number == sleeps_after {
                sleep(Duration::from_millis(500)).await;
            }
            if number >= breaks_after {
                return Over::Line("by itself".into());
            }
        }
    }
}
