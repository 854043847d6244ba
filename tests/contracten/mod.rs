//! Contracts: the register, the comparison of Noord and Midden, decisions, and how far it is.

mod harmonisatie;
mod import;
mod register;
mod vergelijking;

use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

/// All events about contracts, as far as tests look at them.
const CONTRACTEN: &str = "subscription ($vanaf: Positie) { contracten(vanaf: $vanaf) {
    __typename
    ... on Bijgewerkt { positie }
    ... on Gebeurtenis { positie zin wijzigingen { veld van naar } }
    ... on ContractGewijzigd { contract { id nummer laatsteDag versie } }
    ... on VergelijkingGewijzigd {
      attribuut { id naam stand verschil { vergelijk hoeveel onbekend } moment { datum } planstand }
      cel { id kolom waarde versie zeker }
    }
  } }";

/// Everyone in the trajectory's organisation who can own work.
async fn ik(client: &TestClient) -> Value {
    client.query("{ ik { persoon { id } } }", json!({})).await["ik"]["persoon"]["id"].take()
}

const RIJEN: &str = "query ($kolommen: [String!], $stand: Datum) { positie attributen(stand: $stand) { id naam soort element eenheid keuzes
    stand planstand magBesluiten versie cellen(kolommen: $kolommen) { id kolom kolomnaam waarde getal bron peildatum zeker versie
    vraag { taak antwoordVoor beantwoordOp } } verschil(kolommen: $kolommen) { vergelijk hoeveel onbekend }
    moment { datum nietVoor uitleg ontbreekt } standPerStreek { regio { sleutel } stand }
    besluit { keuze reden geplandOp versie afspraak } gesprek { tekst door { naam } } } }";

async fn rijen(client: &TestClient, kolommen: Value) -> Value {
    client.query(RIJEN, json!({ "kolommen": kolommen })).await
}

fn rij<'a>(gelezen: &'a Value, naam: &str) -> &'a Value {
    let alle = gelezen["attributen"].as_array().unwrap();
    alle.iter().find(|een| een["naam"].as_str().unwrap().starts_with(naam)).unwrap_or_else(|| panic!("no {naam}"))
}

async fn hub() -> TestHub {
    TestHub::demo().await
}
