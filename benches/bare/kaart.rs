//! The answer to the board's query as plain structs, in the order of the query.

use serde::{Deserialize, Serialize};

/// Structs with the names of the schema.
macro_rules! objects {
    ($($(#[$meta:meta])* $name:ident { $($(#[$inner:meta])* $field:ident: $kind:ty),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name { $($(#[$inner])* pub $field: $kind),* }
    )*};
}

objects! {
    Board { data: Data }
    Data { bord: Bord }
    Bord {
        id: String, naam: String, positie: String, aantal_gearchiveerd: u32, kolommen: Vec<Kolom>, traject: Traject,
        taken: Vec<Taak>,
    }
    Kolom { id: String, naam: String, soort: String, volgorde: u32 }
    Traject { id: String, naam: String, functies: Vec<Functie> }
    Functie {
        id: String,
        naam: String,
        #[serde(rename = "nuInModule1")] nu_in_module_1: Option<bool>,
    }
    Id { id: String }
    Naam { id: String, naam: String }
    Regio { id: String, sleutel: String }
    Eigenaar { id: String, naam: String, initialen: String }
    Herhaling { elke: u32, eenheid: String }
    Voortgang { gereed: u32, totaal: u32 }
    Taak {
        id: String, nummer: u32, titel: String, plaats: String, versie: u32, vervaldatum: Option<String>,
        herhaling: Option<Herhaling>, te_laat: bool, kolom_sinds: String, aantal_opmerkingen: u32, mag_wijzigen: bool,
        gearchiveerd_op: Option<String>, bord: Id, kolom: Id, functie: Option<Naam>, gemeenten: Vec<Naam>,
        regios: Vec<Regio>, eigenaar: Option<Eigenaar>, voortgang: Voortgang,
    }
}
