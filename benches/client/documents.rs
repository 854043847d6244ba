//! The documents of the screens themselves: read from the frontend, so that what is measured is what is used.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn features() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("frontend/src/features")
}

/// Everything in `graphql(`…`)` of a file of the screens.
fn parts(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parts = text.split("graphql(`").skip(1).filter_map(|rest| rest.split('`').next());
    parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The fragments in this folder and below.
fn fragments(folder: &Path) -> Vec<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => fragments(&path),
            Some("ts" | "tsx") => parts(&path).into_iter().filter(|part| part.starts_with("fragment")).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// The operation that starts like this, with the fragments it needs, and those that these need.
fn document(file: &str, start: &str) -> String {
    let operation = parts(&features().join("integratie").join(file)).into_iter().find(|part| part.starts_with(start));
    let mut document = operation.unwrap_or_else(|| panic!("no {start} in {file}"));
    let mut left = fragments(&features());
    while let Some(needed) = left.iter().position(|fragment| {
        let name = fragment.split_whitespace().nth(1).unwrap_or_default();
        document.split("...").skip(1).any(|rest| rest.split_whitespace().next() == Some(name))
    }) {
        document = format!("{document} {}", left.swap_remove(needed));
    }
    document
}

pub fn board() -> String {
    document("bord.ts", "query Bord")
}

pub fn subscription() -> String {
    document("bord.ts", "subscription Integratie")
}

pub fn task() -> String {
    document("taak/useTaak.ts", "query Taak")
}

pub fn change_task() -> String {
    document("operations/wijzigTaak.ts", "mutation WijzigTaak")
}

pub fn make_task() -> String {
    document("operations/maakTaak.ts", "mutation MaakTaak")
}

/// The big screen of a session.
pub fn big_screen() -> String {
    document("../sessies/sessies.ts", "subscription SessieStroom")
}

/// What a phone says: these texts of its own file, one after the other.
pub fn phone(names: &[&str]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("frontend/src/gast/vragen.ts");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let part = |name: &&str| {
        let (_, rest) = text.split_once(&format!("const {name} =")).unwrap_or_else(|| panic!("a phone has no {name}"));
        let part = rest.split('`').nth(1).unwrap_or_default();
        part.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    names.iter().map(part).collect::<Vec<_>>().join(" ")
}
