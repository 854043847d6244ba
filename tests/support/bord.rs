//! The board of the demo, as a client sees it.

use serde_json::{Value, json};

use super::TestClient;

/// A board read by a client: ids by name.
pub struct TestBord {
    pub id: Value,
    pub traject: Value,
    /// Where it was read.
    pub positie: Value,
    inhoud: Value,
}

const BORD: &str = "{ trajecten { id borden { id positie kolommen { id naam soort }
    taken { id titel versie plaats kolom { id naam } } } } }";

impl TestBord {
    pub async fn read(client: &TestClient) -> Self {
        let mut data = client.query(BORD, json!({})).await;
        let traject = data["trajecten"][0].take();
        let inhoud = traject["borden"][0].clone();
        Self { id: inhoud["id"].clone(), traject: traject["id"].clone(), positie: inhoud["positie"].clone(), inhoud }
    }

    /// The id of the column with this name.
    pub fn kolom(&self, naam: &str) -> Value {
        let kolommen = self.inhoud["kolommen"].as_array().unwrap();
        kolommen.iter().find(|kolom| kolom["naam"] == naam).unwrap_or_else(|| panic!("no column {naam}"))["id"].clone()
    }

    pub fn taken(&self) -> &[Value] {
        self.inhoud["taken"].as_array().unwrap()
    }

    /// The first task in the column with this name.
    pub fn eerste_in(&self, kolom: &str) -> &Value {
        self.taken().iter().find(|taak| taak["kolom"]["naam"] == kolom).unwrap()
    }

    /// The task whose title starts like this.
    pub fn taak(&self, titel: &str) -> &Value {
        let starts = |taak: &&Value| taak["titel"].as_str().unwrap().starts_with(titel);
        self.taken().iter().find(starts).unwrap_or_else(|| panic!("no task {titel}"))
    }

    /// The input that moves a task to the top of a column.
    pub fn verplaatsing(&self, taak: &Value, naar: &str) -> Value {
        json!({ "id": taak["id"], "verwachteVersie": taak["versie"], "naarKolom": self.kolom(naar) })
    }
}

/// All events of a trajectory, as far as tests look at them.
pub const INTEGRATIE: &str = "subscription ($traject: ID!, $vanaf: Positie) { integratie(traject: $traject, vanaf: $vanaf) {
    __typename
    ... on Bijgewerkt { positie }
    ... on HerladenNodig { positie reden }
    ... on Gebeurtenis { positie zin clientMutatieId door { naam } }
    ... on TaakGemaakt { taak { ...T } }
    ... on TaakGewijzigd { taak { ...T } }
    ... on TaakVerplaatst { taak { ...T } vanKolom { naam } naarKolom { naam } }
    ... on TaakGearchiveerd { taak { ...T } }
    ... on TaakHersteld { taak { ...T } }
    ... on ChecklistGewijzigd { taak { ...T } }
    ... on OpmerkingenGewijzigd { taak { ...T } }
    ... on MijlpaalGewijzigd { mijlpaal { id naam van tot gereedOp } }
    ... on BesluitGewijzigd { besluit { id naam stappen { id regel { soort } } } }
    ... on ZienswijzepuntGewijzigd { punt { id thema stand antwoord versie gemeente { naam } } }
    ... on RisicoGewijzigd { risico { id naam score versie gesloten } }
    ... on OverdrachtGewijzigd { cel { id versie fte uitvoerder onbekend opvraging { beantwoordOp taak { id } } } }
    ... on AutonomieGewijzigd { autonomie { id aard versie magRegionaal uitleg regionaalOp } }
    ... on BudgetGewijzigd { regel { id versie budgetstand ruimte oorzaken } }
    ... on GereedheidGewijzigd { gereedheid { id stand versie gemeente { naam } } }
    ... on BesluitcelGewijzigd { cel { id status stand datum versie gemeente { naam } } }
  } }
  fragment T on Taak { id titel versie plaats kolom { id naam } gearchiveerdOp voortgang { gereed totaal } aantalOpmerkingen }";

/// The number of a position within its epoch.
pub fn seq(positie: &Value) -> i64 {
    positie.as_str().unwrap().rsplit(':').next().unwrap().parse().unwrap()
}
