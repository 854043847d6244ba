//! Sessions, over real sockets: a facilitator, a room full of guests.

mod anoniem;
mod gast;
mod posities;
mod sjablonen;
mod stemmen;
mod uitval;
mod verloop;
mod verslag;

use reqwest::Method;
use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::{Value, json};

use crate::support::{Answer, TestClient, TestHub, send};

pub const STAND: &str = "id naam stand code huidigeFase aantalDeelnemers
    fasen { id soort stemmingOpen getoond aantalGestemd keuzes { id naam } kolommen { id naam aantal }
        uitslag { beschermd groepen { groep stemmers regels { keuze punten procent } } } }
    deelnemers { id schuilnaam toelating } notities { id tekst auteur stand laat groep } groepen { id naam aantal }";

pub const VOLG: &str = "subscription ($id: ID!, $vanaf: Positie) { sessie(id: $id, vanaf: $vanaf) {
    __typename ... on SessieStand { positie sessie { huidigeFase aantalDeelnemers
        fasen { id kolommen { aantal } uitslag { groepen { groep } } } } gewijzigd { id tekst } weg } } }";

/// A session, with the one who leads it.
pub struct Zaal {
    pub leider: TestClient,
    pub id: String,
    pub code: String,
}

/// How a session is set up.
pub struct Opzet {
    pub sjabloon: &'static str,
    pub anoniem: bool,
    pub modereren: bool,
}

impl Zaal {
    /// Opens a session.
    pub async fn open(hub: &TestHub, opzet: Opzet) -> Self {
        let leider = hub.als(Hubrol::Kwartiermaker).await;
        let sjabloon = global_id("Sessiesjabloon", opzet.sjabloon);
        let input = json!({ "naam": "Proef", "sjabloon": sjabloon.as_str(), "anoniem": opzet.anoniem,
            "modereren": opzet.modereren });
        let made = leider.mutate("maakSessie", input, "sessie { id }").await;
        let id = made["sessie"]["id"].as_str().unwrap().to_owned();
        let opened = leider.mutate("openSessie", json!({ "sessie": id }), "sessie { code }").await;
        let code = opened["sessie"]["code"].as_str().unwrap().to_owned();
        Self { leider, id, code }
    }

    pub async fn stand(&self) -> Value {
        let vraag = format!("query ($id: ID!) {{ sessie(id: $id) {{ positie {STAND} }} }}");
        self.leider.query(&vraag, json!({ "id": self.id })).await["sessie"].take()
    }

    /// The first phase of this kind.
    pub async fn fase(&self, soort: &str) -> Value {
        let stand = self.stand().await;
        stand["fasen"].as_array().unwrap().iter().find(|fase| fase["soort"] == soort).unwrap().clone()
    }

    /// Does something to the session that must go well.
    pub async fn doe(&self, naam: &str, mut input: Value) -> Value {
        input["sessie"] = json!(self.id);
        let done = self.leider.mutate(naam, input, "sessie { id }").await;
        assert_eq!(done["fouten"], json!([]), "{naam}");
        done
    }

    /// Takes everyone to the first phase of this kind; answers the phase as it is then.
    pub async fn naar(&self, soort: &str) -> Value {
        let fase = self.fase(soort).await;
        self.doe("gaNaarFase", json!({ "fase": fase["id"] })).await;
        self.fase(soort).await
    }

    /// A phone that comes in.
    pub async fn gast(&self, naam: &str, achterban: &str) -> TestClient {
        let answer = meedoen(&self.leider, &self.code, naam, achterban).await;
        assert!(answer.status.is_success(), "{answer:?}");
        let token = answer.body["token"].as_str().unwrap().to_owned();
        TestClient::new(self.leider.address, None, Some(token))
    }
}

pub fn gemeente(sleutel: &str) -> String {
    global_id("Gemeente", sleutel).to_string()
}

/// Knocks with a code.
pub async fn meedoen(via: &TestClient, code: &str, naam: &str, achterban: &str) -> Answer {
    let client = TestClient::new(via.address, None, None);
    let body = json!({ "code": code, "schuilnaam": naam, "achterban": achterban });
    send(client.request(Method::POST, "/meedoen").json(&body)).await
}

/// A note in the first column of a phase; answers the payload.
pub async fn schrijf(gast: &TestClient, fase: &Value, tekst: &str) -> Value {
    let input = json!({ "fase": fase["id"], "kolom": fase["kolommen"][0]["id"], "tekst": tekst,
        "sleutel": format!("geheim van dit toestel voor {tekst}") });
    gast.mutate("schrijfNotitie", input, "notitie").await
}

/// A vote for one answer; answers the payload.
pub async fn stem(gast: &TestClient, fase: &Value, keuze: usize) -> Value {
    let keuzes = json!([{ "keuze": fase["keuzes"][keuze]["id"] }]);
    gast.mutate("brengStemUit", json!({ "fase": fase["id"], "keuzes": keuzes }), "deelname { gestemd }").await
}
