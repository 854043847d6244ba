//! One stored sample of every event and version in `schema/gebeurtenissen/`: old logs must stay readable.
//!
//! A new event or version: `VOORBEELDEN=maak cargo test voorbeelden` writes the samples that are missing.
//! A sample that is there is never written again: it is what stands in somebody's log.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use jiff::Timestamp;
use samenspel::{
    domain::{
        afspraken, contracten,
        gebeurtenis::{ContextGebeurtenis, Gebeurtenis, deel_van},
        integratie, meldingen, organisatie, sessies, weergaven,
    },
    platform::change_log::{Entry, read},
};
use serde_json::Value;

use super::scenarios;
use crate::support::TestHub;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("schema/gebeurtenissen")
}

/// The samples by file name without extension: `TaakGemaakt.1`.
fn samples() -> BTreeMap<String, Value> {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let json = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    json.map(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
    })
    .collect()
}

fn entry(kind: &str, version: i16, payload: Value) -> Entry {
    Entry {
        seq: 1,
        at: Timestamp::UNIX_EPOCH,
        actor: None,
        client_mutation_id: None,
        command: String::new(),
        scope: String::new(),
        subject_kind: String::new(),
        subject_key: String::new(),
        kind: kind.to_owned(),
        version,
        payload,
    }
}

fn kinds() -> BTreeSet<&'static str> {
    let organisatie = organisatie::Gebeurtenis::soorten().iter();
    let eerst = organisatie.chain(integratie::Gebeurtenis::soorten());
    let dan = eerst.chain(afspraken::Gebeurtenis::soorten()).chain(sessies::Gebeurtenis::soorten());
    let laatst = dan.chain(contracten::Gebeurtenis::soorten());
    let eigen = meldingen::Gebeurtenis::soorten().iter().chain(weergaven::Gebeurtenis::soorten());
    laatst.chain(eigen).copied().collect()
}

#[test]
fn every_stored_sample_is_still_readable() {
    let samples = samples();
    let mut current = BTreeSet::new();
    for (name, payload) in &samples {
        let (kind, version) = name.split_once('.').unwrap();
        let read = Gebeurtenis::lees(&entry(kind, version.parse().unwrap(), payload.clone()));
        let written = read.unwrap_or_else(|error| panic!("{name} cannot be read: {error}")).entry().unwrap();
        assert_eq!(written.kind, kind, "{name}");
        if written.version.to_string() == version {
            assert_eq!(written.payload, *payload, "{name} does not read back as it was written");
            current.insert(written.kind);
        }
    }
    let missing: Vec<_> = kinds().difference(&current).copied().collect();
    assert!(missing.is_empty(), "no sample of the present version of {missing:?}; see the top of this file");
}

/// An answer with the history of such a subject is kept until that part of the state changes.
#[test]
fn all_that_happens_to_a_subject_of_one_part_changes_that_part() {
    let mut seen = 0;
    for (name, payload) in samples() {
        let (kind, version) = name.split_once('.').unwrap();
        let happened = Gebeurtenis::lees(&entry(kind, version.parse().unwrap(), payload)).unwrap();
        if let Some(deel) = deel_van(happened.entry().unwrap().subject.kind) {
            assert!(happened.delen() & deel.bit() != 0, "{name}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

#[tokio::test]
async fn missing_samples_are_written_when_asked() {
    if std::env::var_os("VOORBEELDEN").is_none() {
        return;
    }
    let hub = TestHub::demo().await;
    for scenario in scenarios::alle() {
        (scenario.doe)(&hub).await;
    }
    fs::create_dir_all(folder()).unwrap();
    for entry in read::after(hub.app.db().read(), 0, 100_000).await.unwrap().into_iter().rev() {
        let path = folder().join(format!("{}.{}.json", entry.kind, entry.version));
        if !path.exists() {
            fs::write(path, format!("{}\n", serde_json::to_string_pretty(&entry.payload).unwrap())).unwrap();
        }
    }
}
