//! The rows of one mutation, as the hub writes them: the task, the entry in the log, the receipt.

use sea_orm::Value;
use uuid::Uuid;

pub struct Table {
    pub name: &'static str,
    pub columns: &'static [&'static str],
}

pub const TASK: Table = Table {
    name: "taken",
    columns: &[
        "id",
        "bord",
        "nummer",
        "kolom",
        "plaats",
        "titel",
        "omschrijving",
        "functie",
        "gemeenten",
        "eigenaar",
        "vervaldatum",
        "kolom_sinds",
        "versie",
        "veldversies",
        "gemaakt_op",
        "gemaakt_door",
    ],
};
pub const ENTRY: Table = Table {
    name: "change_log",
    columns: &[
        "seq",
        "at",
        "actor",
        "client_mutation_id",
        "command",
        "scope",
        "subject_kind",
        "subject_key",
        "kind",
        "version",
        "payload",
    ],
};
pub const RECEIPT: Table =
    Table { name: "receipts", columns: &["client_mutation_id", "actor", "fingerprint", "outcome", "seq", "at"] };
/// What is typed in a text that is written together.
pub const UPDATE: Table = Table { name: "document_updates", columns: &["document", "seq", "author", "at", "bytes"] };

impl Table {
    pub fn json(&self, rows: Vec<Vec<Value>>) -> String {
        let row = |values: Vec<Value>| -> serde_json::Value {
            let columns = self.columns.iter().map(|name| (*name).to_owned());
            columns.zip(values.into_iter().map(json)).collect::<serde_json::Map<_, _>>().into()
        };
        rows.into_iter().map(row).collect::<serde_json::Value>().to_string()
    }
}

fn json(value: Value) -> serde_json::Value {
    match value {
        Value::Uuid(Some(id)) => id.to_string().into(),
        Value::String(Some(text)) => text.as_str().into(),
        Value::Int(Some(number)) => number.into(),
        Value::SmallInt(Some(number)) => number.into(),
        Value::BigInt(Some(number)) => number.into(),
        other => panic!("no JSON: {other:?}"),
    }
}

pub const MOMENT: i64 = 1_795_000_000_000;

pub fn task(id: Uuid, number: i32, actor: Uuid) -> Vec<Value> {
    vec![
        id.into(),
        "bord-integratie".into(),
        number.into(),
        "kolom-te-doen".into(),
        "7e80".into(),
        format!("Taak {number}: afspraken met de gemeenten vastleggen").into(),
        "Vastleggen wat is afgesproken, met wie, en wanneer het klaar moet zijn.".into(),
        "functie-inkoop".into(),
        "[\"gem-venray\",\"gem-weert\"]".into(),
        actor.into(),
        "2027-01-15".into(),
        MOMENT.into(),
        1.into(),
        "{}".into(),
        MOMENT.into(),
        actor.into(),
    ]
}

pub fn entry(seq: i64, id: Uuid, mutation: Uuid, actor: Uuid) -> Vec<Value> {
    let payload = format!(
        "{{\"taak\":{{\"bord\":\"bord-integratie\",\"eigenaar\":\"{actor}\",\"functie\":\"functie-inkoop\",\
         \"gearchiveerd_op\":null,\"gemaakt_door\":\"{actor}\",\"gemaakt_op\":\"2026-11-24T11:05:10.208Z\",\
         \"gemeenten\":[\"gem-venray\",\"gem-weert\"],\"herkomst\":null,\"id\":\"{id}\",\"kolom\":\"kolom-te-doen\",\
         \"kolom_sinds\":\"2026-11-24T11:05:10.208Z\",\"nummer\":50,\"omschrijving\":\"Vastleggen wat is \
         afgesproken, met wie, en wanneer het klaar moet zijn.\",\"plaats\":\"9980\",\"titel\":\"Taak {seq}: \
         afspraken met de gemeenten vastleggen\",\"veldversies\":{{}},\"versie\":1,\"vervaldatum\":\"2027-01-15\"}},\
         \"traject\":\"traject-midden-module-1\"}}"
    );
    vec![
        seq.into(),
        MOMENT.into(),
        actor.into(),
        mutation.into(),
        "maakTaak".into(),
        "integratie:traject-midden-module-1".into(),
        "Taak".into(),
        id.to_string().into(),
        "TaakGemaakt".into(),
        1_i16.into(),
        payload.into(),
    ]
}
