//! The rights of every role, as one table to review.

use samenspel::domain::{
    organisatie::Hubrol,
    rechten::{Recht, reikwijdte},
};

#[test]
fn the_matrix_of_rights() {
    let mut table = format!("{:<20}", "");
    for rol in Hubrol::ALLE {
        table += &format!("{:<20}", rol.naam());
    }
    for recht in Recht::ALLE {
        table += &format!("\n{:<20}", recht.naam());
        for rol in Hubrol::ALLE {
            let reach = reikwijdte(rol, recht).map_or_else(|| "-".to_owned(), |reach| format!("{reach:?}"));
            table += &format!("{reach:<20}");
        }
    }
    let table: Vec<_> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(table.join("\n"));
}
