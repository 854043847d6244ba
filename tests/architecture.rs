//! The rules that keep the code easy to find one's way in (ARCHITECTURE.md, invariant 11).

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use samenspel::domain::{afspraken, contracten, integratie, meldingen, organisatie, sessies, weergaven};

/// The contexts, with the names of their commands.
const CONTEXTS: [(&str, &[&str]); 7] = [
    ("organisatie", organisatie::commands::ALLE),
    ("integratie", integratie::commands::ALLE),
    ("afspraken", afspraken::commands::ALLE),
    ("sessies", sessies::commands::ALLE),
    ("meldingen", meldingen::commands::ALLE),
    ("contracten", contracten::commands::ALLE),
    ("weergaven", weergaven::commands::ALLE),
];

/// What people talk about; machinery has no word for it.
const NOUNS: [&str; 17] = [
    "taak",
    "taken",
    "bord",
    "kolom",
    "traject",
    "opmerking",
    "checkpunt",
    "gemeente",
    "regio",
    "stakeholder",
    "persoon",
    "aanstelling",
    "hubrol",
    "gebeurtenis",
    "beeld",
    "vandaag",
    "afspraak",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` with this extension, with its text.
fn files(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    found
}

/// The lines that are code, not comments; and not tests, which stand last.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn refuse(path: &Path, text: &str, words: &[&str], why: &str) {
    for line in code(text) {
        for word in words {
            let is_word = word.starts_with(char::is_alphanumeric);
            let apart = |(at, _): (usize, &str)| !is_word || !line[..at].ends_with(char::is_alphanumeric);
            let found = line.match_indices(word).any(apart);
            assert!(!found, "{}: {why}: {}", path.display(), line.trim());
        }
    }
}

#[test]
fn platform_would_fit_any_hub() {
    for (path, text) in files("src/platform", "rs") {
        refuse(&path, &text, &["crate::domain", "crate::transport", "crate::app"], "platform imports no other part");
        for line in code(&text) {
            // Texts for users are Dutch; names are not.
            let names: String = line.split('"').step_by(2).collect::<Vec<_>>().join(" ").to_lowercase();
            for noun in NOUNS {
                assert!(!names.contains(noun), "{}: platform knows no {noun}: {}", path.display(), line.trim());
            }
        }
    }
}

#[test]
fn transport_knows_no_rule() {
    for (path, text) in files("src/transport", "rs") {
        refuse(&path, &text, &["integratie", "rechten", "Recht::", "Bereik"], "transport knows no rule");
    }
}

#[test]
fn a_context_imports_only_organisatie() {
    for (context, _) in CONTEXTS {
        for (path, text) in files(&format!("src/domain/{context}"), "rs") {
            for (other, _) in CONTEXTS.iter().filter(|(other, _)| *other != context && *other != "organisatie") {
                let ways = [format!("domain::{other}"), format!("{other}::"), format!("{other}::{{")];
                let ways: Vec<&str> = ways.iter().map(String::as_str).collect();
                refuse(&path, &text, &ways, "a context imports only organisatie");
            }
        }
    }
}

#[test]
fn rules_are_pure() {
    let impure = ["async fn", ".await", "sea_orm", "tokio", "Clock", "::now()", "WriteTx", "std::fs", "std::env"];
    for (path, text) in files("src/domain", "rs") {
        let head: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let is_rule = path.file_name().is_some_and(|name| name == "model.rs");
        assert!(!is_rule || head.contains("Pure."), "{}: says in its first lines that it is pure", path.display());
        if head.contains("Pure.") {
            refuse(&path, &text, &impure, "rules are pure");
        }
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    let rust = ["src", "tests", "benches", "migrations/src"].map(|folder| files(folder, "rs")).concat();
    let screens = ["ts", "tsx", "css"].map(|extension| files("frontend/src", extension)).concat();
    for (path, text) in rust.into_iter().chain(screens) {
        if path.starts_with("frontend/src/graphql/gen") {
            continue;
        }
        let lines = text.lines().count();
        assert!(lines <= 600, "{} has {lines} lines: split it", path.display());
    }
}

#[test]
fn the_listing_of_commands_is_the_feature_list() {
    for (context, commands) in CONTEXTS {
        let listed: BTreeSet<String> = commands.iter().map(|name| (*name).to_owned()).collect();
        let files: BTreeSet<String> = files(&format!("src/domain/{context}/commands"), "rs")
            .into_iter()
            .filter_map(|(path, _)| path.file_stem().and_then(|stem| stem.to_str()).map(camel_case))
            .filter(|name| name != "mod")
            .collect();
        assert_eq!(listed, files, "{context}: one file per command, named after it");
    }
}

/// `maak_taak` as `maakTaak`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        camel += &word[..1].to_uppercase();
        camel += &word[1..];
    }
    camel
}

#[test]
fn every_error_code_is_used() {
    let sources = files("src", "rs");
    let (_, list) = sources.iter().find(|(path, _)| path.ends_with("domain/fout.rs")).unwrap();
    let (_, list) = list.split_once("pub enum Code {").unwrap();
    let (list, _) = list.split_once("\n}").unwrap();
    let codes = list.lines().filter_map(|line| line.trim().strip_suffix(','));
    for code in codes {
        let used = sources.iter().any(|(_, text)| text.contains(&format!("Code::{code}")));
        assert!(used, "{code} stands in the list of codes and nothing gives it");
    }
}

#[test]
fn the_committed_schema_is_the_one_the_hub_answers() {
    let committed = fs::read_to_string(root().join("schema/schema.graphql")).unwrap();
    assert!(committed == samenspel::schema::sdl(), "schema/schema.graphql is stale: run `make schema`");
}
