//! The documents of the screens themselves: read from the frontend, so that what is measured is what is used.

use std::{fs, path::Path};

/// Everything in `graphql(`…`)` of a file of the screens.
fn parts(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("frontend/src/features/integratie").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parts = text.split("graphql(`").skip(1).filter_map(|rest| rest.split('`').next());
    parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The operation that starts like this, with the fragments it needs.
fn document(file: &str, start: &str) -> String {
    let fragments = parts("bord.ts").into_iter().filter(|part| part.starts_with("fragment"));
    let operation = parts(file).into_iter().find(|part| part.starts_with(start));
    let mut document = operation.unwrap_or_else(|| panic!("no {start} in {file}"));
    for fragment in fragments {
        let name = fragment.split_whitespace().nth(1).unwrap_or_default();
        if document.contains(&format!("...{name}")) {
            document = format!("{document} {fragment}");
        }
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
