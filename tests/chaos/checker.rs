//! Judges a history afterwards, beside the log and the boards as they are at the end.
//!
//! - nothing that was acknowledged is lost, and nothing was done twice;
//! - each screen got every event of the log once, in order, from where it resumed;
//! - what a screen read, plus the events it got, is what a fresh read gives;
//! - each screen ended up to date.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::history::{Cards, Note, What, Who};

/// One line of the log, as it is at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub seq: i64,
    pub mutation: Option<Uuid>,
    /// Is it in the scope that screens follow?
    pub followed: bool,
}

/// How things are when all is quiet again.
#[derive(Debug, Clone)]
pub struct End {
    /// Everything after the position at which the history began.
    pub log: Vec<Line>,
    /// As read from each node.
    pub boards: Vec<Cards>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Acknowledged, and not in the log where it was said to be, or not on the board.
    Lost,
    /// One mutation with more effects than one, or one event that came twice.
    Doubled,
    /// Two answers to one mutation that do not say the same.
    Contradicted,
    Refused,
    /// Sent again and again, and never an answer.
    NeverAnswered,
    /// In the log or on a screen, and nobody did it.
    Invented,
    LogHasGap,
    OutOfOrder,
    /// An event that a screen should have got before this one.
    Missed,
    /// What was read plus what came in is not what is there.
    NotFresh,
    /// A screen that does not know the last of it.
    Behind,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    pub fault: Fault,
    pub who: Who,
    /// Which note it shows in.
    pub place: usize,
    pub why: String,
}

/// Everything that is wrong, in the order of the history.
pub fn judge(notes: &[Note], end: &End) -> Vec<Wrong> {
    let mut wrongs = log(notes, end);
    wrongs.extend(mutations(notes, end));
    let screens: BTreeSet<Who> =
        notes.iter().map(|note| note.who).filter(|who| matches!(who, Who::Screen(_))).collect();
    for who in screens {
        wrongs.extend(screen(who, notes, end));
    }
    wrongs.sort_by_key(|wrong| wrong.place);
    wrongs
}

fn log(notes: &[Note], end: &End) -> Vec<Wrong> {
    let wrong = |fault, why| Wrong { fault, who: Who::Chaos, place: notes.len(), why };
    let pairs = end.log.windows(2).filter(|pair| pair[1].seq != pair[0].seq + 1);
    let mut wrongs: Vec<_> =
        pairs.map(|pair| wrong(Fault::LogHasGap, format!("{} follows {}", pair[1].seq, pair[0].seq))).collect();
    for cards in &end.boards {
        let mut titles = BTreeSet::new();
        let twice = cards.values().map(|card| card["titel"].to_string()).filter(|title| !titles.insert(title.clone()));
        wrongs.extend(twice.map(|title| wrong(Fault::Doubled, format!("{title} stands on the board twice"))));
    }
    wrongs
}

/// What is known of one mutation.
#[derive(Default)]
struct Known {
    who: Option<Who>,
    last: usize,
    answer: Option<(i64, String)>,
    refused: bool,
}

fn mutations(notes: &[Note], end: &End) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    let mut all: BTreeMap<Uuid, Known> = BTreeMap::new();
    for (place, Note { who, what, .. }) in notes.iter().enumerate() {
        let mut wrong = |fault, why| wrongs.push(Wrong { fault, who: *who, place, why });
        match what {
            What::Sent { mutation } | What::Unanswered { mutation, .. } => {
                let known = all.entry(*mutation).or_default();
                (known.who, known.last) = (Some(*who), place);
            }
            What::Refused { mutation, why } => {
                wrong(Fault::Refused, why.clone());
                all.entry(*mutation).or_default().refused = true;
            }
            What::Acknowledged { mutation, seq, card } => {
                let known = all.entry(*mutation).or_default();
                known.last = place;
                let answer = (*seq, card.clone());
                if known.answer.as_ref().is_some_and(|first| *first != answer) {
                    wrong(Fault::Contradicted, format!("{mutation}: {:?}, then {answer:?}", known.answer));
                }
                known.answer.get_or_insert(answer);
            }
            _ => {}
        }
    }
    for (mutation, known) in &all {
        let mut wrong =
            |fault, why| wrongs.push(Wrong { fault, who: known.who.unwrap_or(Who::Chaos), place: known.last, why });
        let done: Vec<i64> =
            end.log.iter().filter(|line| line.mutation == Some(*mutation)).map(|line| line.seq).collect();
        if done.len() > 1 {
            wrong(Fault::Doubled, format!("{mutation} stands at {done:?}"));
        }
        match &known.answer {
            Some((seq, _)) if !done.contains(seq) => {
                wrong(Fault::Lost, format!("{mutation} was said to be at {seq}, and is at {done:?}"));
            }
            Some((_, card)) if end.boards.iter().any(|board| !board.contains_key(card)) => {
                wrong(Fault::Lost, format!("{mutation} was acknowledged, and {card} is on no board"));
            }
            None if !known.refused => wrong(Fault::NeverAnswered, format!("{mutation}")),
            _ => {}
        }
    }
    let unknown = end.log.iter().filter(|line| line.mutation.is_some_and(|mutation| !all.contains_key(&mutation)));
    wrongs.extend(unknown.map(|line| Wrong {
        fault: Fault::Invented,
        who: Who::Chaos,
        place: notes.len(),
        why: format!("nobody sent what stands at {}", line.seq),
    }));
    wrongs
}

fn screen(who: Who, notes: &[Note], end: &End) -> Vec<Wrong> {
    let followed: BTreeSet<i64> = end.log.iter().filter(|line| line.followed).map(|line| line.seq).collect();
    let missed = |after: i64, until: i64| followed.range(after + 1..until.max(after + 1)).copied().collect::<Vec<_>>();
    let mut wrongs = Vec::new();
    let (mut cards, mut at, mut seen, mut last) = (Cards::new(), 0, BTreeSet::new(), 0);
    for (place, note) in notes.iter().enumerate().filter(|(_, note)| note.who == who) {
        last = place;
        let mut wrong = |fault, why| wrongs.push(Wrong { fault, who, place, why });
        match &note.what {
            What::Read { at: read, cards: all } => (at, cards) = (*read, all.clone()),
            What::Resumed { from } if *from != at => {
                wrong(Fault::OutOfOrder, format!("it was at {at} and resumed from {from}"));
            }
            What::Got { seq, card } => {
                if !followed.contains(seq) {
                    wrong(Fault::Invented, format!("the log has nothing to follow at {seq}"));
                } else if !seen.insert(*seq) {
                    wrong(Fault::Doubled, format!("{seq} came before"));
                } else if *seq <= at {
                    wrong(Fault::OutOfOrder, format!("{seq} came after {at}"));
                }
                let missed = missed(at, *seq);
                if !missed.is_empty() {
                    wrong(Fault::Missed, format!("{missed:?} did not come before {seq}"));
                }
                at = at.max(*seq);
                cards.insert(card["id"].as_str().unwrap_or_default().to_owned(), card.clone());
            }
            What::CaughtUp { at: until } => {
                let missed = missed(at, *until + 1);
                if !missed.is_empty() {
                    wrong(Fault::Missed, format!("{missed:?} did not come before it was up to date at {until}"));
                }
                at = at.max(*until);
            }
            _ => {}
        }
    }
    let mut wrong = |fault, why| wrongs.push(Wrong { fault, who, place: last, why });
    let behind = missed(at, i64::MAX);
    if !behind.is_empty() {
        wrong(Fault::Behind, format!("it ended at {at} and does not know {behind:?}"));
    }
    for board in &end.boards {
        let other = board.iter().find(|(id, card)| cards.get(*id) != Some(card));
        let extra = cards.iter().find(|(id, _)| !board.contains_key(*id));
        if let Some((id, card)) = other.or(extra) {
            wrong(Fault::NotFresh, format!("it shows {:?} where a fresh read gives {card}", cards.get(id)));
        }
    }
    wrongs
}
