//! The checker itself: it accepts a history that is right, and finds each way to be wrong.

use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    checker::{End, Fault, Line, judge},
    history::{Cards, Note, What, Who},
};

const FIRST: Uuid = Uuid::from_u128(1);
const SECOND: Uuid = Uuid::from_u128(2);

fn card(id: &str, versie: i64) -> Value {
    json!({ "id": id, "titel": format!("Taak {id}"), "versie": versie })
}

fn board(cards: &[Value]) -> Cards {
    cards.iter().map(|card| (card["id"].as_str().unwrap().to_owned(), card.clone())).collect()
}

fn line(seq: i64, mutation: Option<Uuid>) -> Line {
    Line { seq, mutation, followed: mutation.is_some() }
}

fn sent(mutation: Uuid) -> (Who, What) {
    (Who::Writer(0), What::Sent { mutation })
}

fn acknowledged(mutation: Uuid, seq: i64, card: &str) -> (Who, What) {
    (Who::Writer(0), What::Acknowledged { mutation, seq, card: card.into() })
}

fn on_screen(what: What) -> (Who, What) {
    (Who::Screen(0), what)
}

fn got(seq: i64, card: Value) -> (Who, What) {
    on_screen(What::Got { seq, card })
}

/// Anna makes two tasks, the second after a kill, with a retry; Bram's screen is cut off in between.
fn history() -> (Vec<(Who, What)>, End) {
    let notes = vec![
        on_screen(What::Read { at: 10, cards: board(&[card("x", 1)]) }),
        on_screen(What::Resumed { from: 10 }),
        on_screen(What::CaughtUp { at: 10 }),
        sent(FIRST),
        acknowledged(FIRST, 11, "a"),
        got(11, card("a", 1)),
        (Who::Chaos, What::Fault("kill -9".into())),
        on_screen(What::Cut("1006".into())),
        sent(SECOND),
        (Who::Writer(0), What::Unanswered { mutation: SECOND, why: "the line broke".into() }),
        sent(SECOND),
        acknowledged(SECOND, 13, "b"),
        on_screen(What::Resumed { from: 11 }),
        got(13, card("b", 1)),
        on_screen(What::CaughtUp { at: 13 }),
    ];
    let log = vec![line(11, Some(FIRST)), line(12, None), line(13, Some(SECOND))];
    (notes, End { log, boards: vec![board(&[card("x", 1), card("a", 1), card("b", 1)])] })
}

fn faults(notes: Vec<(Who, What)>, end: &End) -> Vec<Fault> {
    let notes: Vec<_> = notes.into_iter().map(|(who, what)| Note { after: Duration::ZERO, who, what }).collect();
    let mut faults: Vec<_> = judge(&notes, end).into_iter().map(|wrong| wrong.fault).collect();
    faults.sort();
    faults.dedup();
    faults
}

#[test]
fn what_went_well_is_accepted() {
    let (notes, end) = history();
    assert_eq!(faults(notes, &end), []);
}

/// A change to the history above, and what is wrong then.
type Case = (&'static str, fn(&mut Vec<(Who, What)>, &mut End), &'static [Fault]);

#[test]
fn each_way_to_be_wrong_is_found() {
    let cases: &[Case] = &[
        ("acknowledged, and gone from the log", |_, end| end.log[0].mutation = None, &[Fault::Lost]),
        ("acknowledged at another place", |notes, _| notes[4] = acknowledged(FIRST, 12, "a"), &[Fault::Lost]),
        (
            "acknowledged, and gone from the board",
            |_, end| drop(end.boards[0].remove("a")),
            &[Fault::Lost, Fault::NotFresh],
        ),
        ("a retry done once more", |_, end| end.log[1].mutation = Some(SECOND), &[Fault::Doubled]),
        (
            "the same task twice on the board",
            |_, end| drop(end.boards[0].insert("c".into(), json!({ "id": "c", "titel": "Taak a" }))),
            &[Fault::Doubled, Fault::NotFresh],
        ),
        (
            "a retry that is answered otherwise",
            |notes, _| notes.push(acknowledged(SECOND, 12, "b")),
            &[Fault::Contradicted],
        ),
        (
            "a retry that answers another task",
            |notes, _| notes.push(acknowledged(SECOND, 13, "a")),
            &[Fault::Contradicted],
        ),
        (
            "refused",
            |notes, end| {
                notes[4] = (Who::Writer(0), What::Refused { mutation: FIRST, why: "GEEN_RECHT".into() });
                end.log[0].mutation = None;
            },
            &[Fault::Refused],
        ),
        ("never answered", |notes, _| drop(notes.remove(11)), &[Fault::NeverAnswered]),
        ("done by nobody", |_, end| end.log[1].mutation = Some(Uuid::from_u128(3)), &[Fault::Invented]),
        ("a position left out of the log", |_, end| end.log.retain(|line| line.seq != 12), &[Fault::LogHasGap]),
        (
            "an event that never came",
            |notes, _| drop(notes.remove(5)),
            &[Fault::OutOfOrder, Fault::Missed, Fault::NotFresh],
        ),
        (
            "an event skipped",
            |notes, _| {
                notes.remove(5);
                notes.insert(6, on_screen(What::CaughtUp { at: 11 }));
            },
            &[Fault::Missed, Fault::NotFresh],
        ),
        ("an event skipped on the way to the next", |_, end| end.log[1].followed = true, &[Fault::Missed]),
        ("an event twice", |notes, _| notes.insert(14, got(13, card("b", 1))), &[Fault::Doubled]),
        (
            "an event after a later one",
            |notes, _| {
                let early = notes.remove(5);
                notes[11] = on_screen(What::Resumed { from: 10 });
                notes.insert(13, early);
            },
            &[Fault::OutOfOrder, Fault::Missed],
        ),
        ("an event of nothing", |notes, _| notes.insert(14, got(12, card("b", 1))), &[Fault::Invented]),
        ("a card that differs", |notes, _| notes[5] = got(11, card("a", 2)), &[Fault::NotFresh]),
        (
            "a card that is not there",
            |notes, _| notes[0] = on_screen(What::Read { at: 10, cards: board(&[card("x", 1), card("y", 1)]) }),
            &[Fault::NotFresh],
        ),
        ("a screen that stopped too soon", |notes, _| notes.truncate(13), &[Fault::NotFresh, Fault::Behind]),
        ("resumed from elsewhere", |notes, _| notes[12] = on_screen(What::Resumed { from: 12 }), &[Fault::OutOfOrder]),
    ];
    let found = cases.iter().map(|(what, change, _)| {
        let (mut notes, mut end) = history();
        change(&mut notes, &mut end);
        (*what, faults(notes, &end))
    });
    let expected: Vec<_> = cases.iter().map(|(what, _, faults)| (*what, faults.to_vec())).collect();
    assert_eq!(found.collect::<Vec<_>>(), expected);
}
