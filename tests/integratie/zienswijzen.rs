//! The register of zienswijzen: from what a council said to what it heard back.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const REGISTER: &str =
    "{ trajecten { id positie besluiten { id zienswijzepunten { id thema punt antwoord verwerking stand
    versie ingetrokken magWijzigen magBeantwoorden gemeente { id naam } } } } gemeenten { id naam } }";
const PUNT: &str = "punt { id thema stand antwoord tekstwijziging ingetrokken versie }";

struct Register {
    data: Value,
}

impl Register {
    async fn read(client: &TestClient) -> Self {
        Self { data: client.query(REGISTER, json!({})).await }
    }

    fn traject(&self) -> &Value {
        &self.data["trajecten"][0]
    }

    fn besluit(&self) -> &Value {
        &self.traject()["besluiten"][0]
    }

    fn punten(&self) -> &[Value] {
        self.besluit()["zienswijzepunten"].as_array().unwrap()
    }

    fn van(&self, gemeente: &str) -> &Value {
        self.punten().iter().find(|punt| punt["gemeente"]["naam"] == gemeente).unwrap()
    }

    /// The input for a new remark.
    fn nieuw(&self, gemeente: &str, thema: &str, punt: &str) -> Value {
        let gemeenten = self.data["gemeenten"].as_array().unwrap();
        let gemeente = &gemeenten.iter().find(|een| een["naam"] == gemeente).unwrap()["id"];
        json!({ "besluit": self.besluit()["id"], "gemeente": gemeente, "thema": thema, "punt": punt })
    }
}

fn antwoord(punt: &Value, rest: Value) -> Value {
    let mut input = json!({ "id": punt["id"], "verwachteVersie": punt["versie"], "verwerking": "NOG_NIET" });
    for (veld, waarde) in rest.as_object().unwrap() {
        input[veld] = waarde.clone();
    }
    input
}

#[tokio::test]
async fn a_remark_is_answered_changes_the_text_and_goes_back_to_the_council_that_made_it() {
    let hub = TestHub::demo().await;
    let houder = hub.persoon("Houder Leudal", Hubrol::Accounthouder, Some("gem-leudal")).await;
    let (anna, bram) = (hub.als_persoon(houder).await, hub.als(Hubrol::Kwartiermaker).await);
    let register = Register::read(&bram).await;
    let vanaf = json!({ "traject": register.traject()["id"], "vanaf": register.traject()["positie"] });
    let mut screen = bram.subscribe(INTEGRATIE, vanaf).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    let nieuw = register.nieuw("Leudal", "  Kosten ", "Wat kost het per inwoner?");
    let added = anna.mutate("voegZienswijzepuntToe", nieuw, PUNT).await;
    assert_eq!((&added["punt"]["thema"], &added["punt"]["stand"]), (&json!("Kosten"), &json!("ONTVANGEN")), "{added}");
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("ZienswijzepuntGewijzigd"), &added["positie"]));
    assert_eq!(event["zin"], "Houder Leudal schreef een punt van de raad van Leudal op over ‘Kosten’.");

    let mut punt = added["punt"].clone();
    for (rest, stand, zin) in [
        (json!({ "antwoord": "Zie de begroting." }), "BEANTWOORD", "beantwoord."),
        (
            json!({ "antwoord": "Zie de begroting.", "verwerking": "AANGEPAST", "tekstwijziging": "Artikel 20." }),
            "VERWERKT",
            "verwerkt.",
        ),
        (
            json!({ "antwoord": "Zie de begroting.", "verwerking": "AANGEPAST", "tekstwijziging": "Artikel 20.",
                    "teruggekoppeldOp": "2025-09-04" }),
            "TERUGGEKOPPELD",
            "teruggekoppeld aan de raad.",
        ),
    ] {
        let answer = bram.mutate("beantwoordZienswijzepunt", antwoord(&punt, rest), PUNT).await;
        assert_eq!(answer["punt"]["stand"], stand, "{answer}");
        punt = answer["punt"].clone();
        let event = screen.next_event().await["integratie"].take();
        assert_eq!(event["punt"]["stand"], stand);
        assert!(event["zin"].as_str().unwrap().ends_with(zin), "{event}");
    }
}

#[tokio::test]
async fn the_register_stands_by_theme_and_names_every_council() {
    let hub = TestHub::demo().await;
    let register = Register::read(&hub.als(Hubrol::Kijker).await).await;
    let themas: Vec<_> = register.punten().iter().map(|punt| punt["thema"].as_str().unwrap()).collect();
    assert_eq!(themas, ["Kosten", "Kosten", "Lokaal beleid", "Personeel", "Zeggenschap"]);
    assert_eq!(register.van("Venlo")["stand"], "VERWERKT");
    assert_eq!(register.van("Roermond")["stand"], "BEANTWOORD");
}

#[tokio::test]
async fn who_may_write_down_and_who_may_answer() {
    let hub = TestHub::demo().await;
    let houder = hub.persoon("Houder", Hubrol::Accounthouder, Some("gem-venlo")).await;
    let houder = hub.als_persoon(houder).await;
    let register = Register::read(&houder).await;
    assert_eq!(
        (&register.van("Venlo")["magWijzigen"], &register.van("Venlo")["magBeantwoorden"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(register.van("Beesel")["magWijzigen"], false);
    let regisseur = hub.als(Hubrol::Procesregisseur).await;
    let beantwoord = antwoord(register.van("Roermond"), json!({ "antwoord": "Ja." }));
    let wijzig = |gemeente: &str| {
        let punt = register.van(gemeente);
        json!({ "id": punt["id"], "verwachteVersie": punt["versie"], "thema": "Geld" })
    };
    for (client, mutatie, input, code) in [
        (&houder, "voegZienswijzepuntToe", register.nieuw("Venlo", "Geld", "Punt."), Value::Null),
        (&houder, "voegZienswijzepuntToe", register.nieuw("Beesel", "Geld", "Punt."), json!("GEEN_RECHT")),
        (&houder, "wijzigZienswijzepunt", wijzig("Venlo"), Value::Null),
        (&houder, "wijzigZienswijzepunt", wijzig("Beesel"), json!("GEEN_RECHT")),
        (&houder, "beantwoordZienswijzepunt", beantwoord.clone(), json!("GEEN_RECHT")),
        (&regisseur, "wijzigZienswijzepunt", wijzig("Beesel"), json!("GEEN_RECHT")),
        (&regisseur, "beantwoordZienswijzepunt", beantwoord.clone(), Value::Null),
    ] {
        let answer = client.mutate(mutatie, input, "").await;
        assert_eq!(answer["fouten"][0]["code"], code, "{mutatie}: {answer}");
    }
    // Answered meanwhile by the procesregisseur: the kwartiermaker saw an older version.
    let clash = hub.als(Hubrol::Kwartiermaker).await.mutate("beantwoordZienswijzepunt", beantwoord, "").await;
    assert_eq!(clash["fouten"][0]["code"], "VERSIE_VEROUDERD");
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_what_to_do_about_it() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let register = Register::read(&anna).await;
    let personeel = register.van("Echt-Susteren");
    for (mutatie, input, code, veld) in [
        ("voegZienswijzepuntToe", register.nieuw("Leudal", " ", "Punt."), "VERPLICHT", "thema"),
        ("voegZienswijzepuntToe", register.nieuw("Leudal", "Kosten", " "), "VERPLICHT", "punt"),
        ("voegZienswijzepuntToe", register.nieuw("Leudal", &"k".repeat(101), "Punt."), "TE_LANG", "thema"),
        ("voegZienswijzepuntToe", register.nieuw("Leudal", "Kosten", "Van 111222333."), "BSN_GEVONDEN", "punt"),
        (
            "beantwoordZienswijzepunt",
            antwoord(personeel, json!({ "verwerking": "ONGEWIJZIGD" })),
            "VERPLICHT",
            "antwoord",
        ),
        (
            "beantwoordZienswijzepunt",
            antwoord(personeel, json!({ "antwoord": "Ja.", "verwerking": "AANGEPAST" })),
            "VERPLICHT",
            "tekstwijziging",
        ),
        (
            "beantwoordZienswijzepunt",
            antwoord(personeel, json!({ "antwoord": "Ja.", "teruggekoppeldOp": "2025-09-04" })),
            "ONGELDIGE_WAARDE",
            "teruggekoppeldOp",
        ),
    ] {
        let answer = anna.mutate(mutatie, input.clone(), "").await;
        let fout = &answer["fouten"][0];
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{input}: {answer}");
    }
    assert_eq!(Register::read(&anna).await.traject()["positie"], register.traject()["positie"]);

    let weg = json!({ "id": personeel["id"], "verwachteVersie": personeel["versie"], "ingetrokken": true });
    let answer = anna.mutate("wijzigZienswijzepunt", weg, PUNT).await;
    assert_eq!(answer["punt"]["ingetrokken"], true);
    let te_laat = antwoord(&answer["punt"], json!({ "antwoord": "Ja." }));
    assert_eq!(anna.mutate("beantwoordZienswijzepunt", te_laat, "").await["fouten"][0]["code"], "ONGELDIGE_WAARDE");
}
