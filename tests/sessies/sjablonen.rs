//! Templates of one's own: kept from a session, written, changed, used, and gone.

use super::*;

async fn sjablonen(client: &TestClient) -> Vec<Value> {
    let vraag = "{ sessiesjablonen { id naam eigen versie fasen { soort naam uitleg kolommen antwoorden minuten
        stemming { vorm budget perKeuze } } } }";
    client.query(vraag, json!({})).await["sessiesjablonen"].as_array().unwrap().clone()
}

fn fase(naam: &str, meer: Value) -> Value {
    let mut fase = json!({ "soort": "VERZAMELEN", "naam": naam, "kolommen": ["Voor", "Tegen"], "minuten": 8 });
    meer.as_object().unwrap().iter().for_each(|(veld, waarde)| fase[veld] = waarde.clone());
    fase
}

#[tokio::test]
async fn a_template_is_kept_from_a_session_changed_and_used() {
    let hub = TestHub::demo().await;
    let opzet = Opzet { sjabloon: "twee-posities", anoniem: true, modereren: false };
    let zaal = Zaal::open(&hub, opzet).await;
    let bewaard =
        zaal.leider.mutate("bewaarSjabloon", json!({ "sessie": zaal.id, "naam": "Kosten" }), "sjabloon").await;
    let id = bewaard["sjabloon"].clone();
    let eigen = sjablonen(&zaal.leider).await.into_iter().find(|een| een["id"] == id).unwrap();
    assert_eq!((&eigen["naam"], &eigen["versie"]), (&json!("Kosten"), &json!(0)));

    let peiling = json!({ "soort": "STEMMEN", "kolommen": [], "minuten": null,
        "stemming": { "vorm": "PEILING", "antwoorden": ["Waarnemen", "Beheersen", "Weet niet"] } });
    let fasen = json!([fase("Voor en tegen", json!({ "uitleg": "Wat spreekt ervoor?" })), fase("Kiezen", peiling)]);
    let schrijf =
        |versie: i32, naam: &str| json!({ "sjabloon": id, "verwachteVersie": versie, "naam": naam, "fasen": fasen });
    let gewijzigd = zaal.leider.mutate("schrijfSjabloon", schrijf(0, "Kosten kort"), "sjabloon").await;
    assert_eq!((&gewijzigd["fouten"], &gewijzigd["sjabloon"]), (&json!([]), &id));
    let ander = hub.als(Hubrol::Procesregisseur).await;
    let te_laat = ander.mutate("schrijfSjabloon", schrijf(0, "Anders"), "sjabloon").await;
    assert_eq!(te_laat["fouten"][0]["code"], "VERSIE_VEROUDERD");

    let sessie = json!({ "naam": "Nieuw", "sjabloon": id, "anoniem": true, "modereren": false });
    let gemaakt =
        zaal.leider.mutate("maakSessie", sessie.clone(), "sessie { fasen { naam uitleg kolommen { naam } } }").await;
    assert_eq!(gemaakt["sessie"]["fasen"][0]["uitleg"], "Wat spreekt ervoor?");
    assert_eq!(gemaakt["sessie"]["fasen"].as_array().unwrap().len(), 2);

    let weg = json!({ "sjabloon": id, "vervallen": true });
    assert_eq!(zaal.leider.mutate("laatSjabloonVervallen", weg, "sjabloon").await["fouten"], json!([]));
    assert!(sjablonen(&zaal.leider).await.iter().all(|een| een["id"] != id));
    let geweigerd = zaal.leider.mutate("maakSessie", sessie, "sessie { id }").await;
    assert_eq!(geweigerd["fouten"][0]["code"], "NIET_GEVONDEN");
    let terug = json!({ "sjabloon": id, "vervallen": false });
    zaal.leider.mutate("laatSjabloonVervallen", terug, "sjabloon").await;
    assert!(sjablonen(&zaal.leider).await.iter().any(|een| een["id"] == id));
}

#[tokio::test]
async fn a_template_that_makes_no_sense_says_where_and_those_of_the_house_stay() {
    let hub = TestHub::demo().await;
    let leider = hub.als(Hubrol::Kwartiermaker).await;
    for (meer, veld) in [
        (json!({ "naam": " " }), "fasen.1.naam"),
        (json!({ "kolommen": [] }), "fasen.1.kolommen"),
        (json!({ "minuten": 0 }), "fasen.1.minuten"),
        (json!({ "soort": "STEMMEN", "kolommen": [] }), "fasen.1.stemming"),
        (
            json!({ "soort": "STEMMEN", "kolommen": [], "stemming": { "vorm": "PEILING", "antwoorden": ["Ja", " "] } }),
            "fasen.1.stemming",
        ),
    ] {
        let fasen = json!([fase("Goed", json!({})), fase("Fout", meer)]);
        let fout = leider.mutate("schrijfSjabloon", json!({ "naam": "Proef", "fasen": fasen }), "sjabloon").await;
        assert_eq!(fout["fouten"][0]["veld"], veld, "{fout}");
        assert!(fout["fouten"][0]["bericht"].as_str().unwrap().starts_with("Fase 2: "), "{fout}");
    }
    let huis = global_id("Sessiesjabloon", "peiling").to_string();
    let fasen = json!([fase("Anders", json!({}))]);
    let input = json!({ "sjabloon": huis, "naam": "Snelle peiling", "fasen": fasen });
    assert_eq!(leider.mutate("schrijfSjabloon", input, "sjabloon").await["fouten"][0]["code"], "BESTAAT_AL");
    let weg = json!({ "sjabloon": huis });
    assert_eq!(leider.mutate("laatSjabloonVervallen", weg, "sjabloon").await["fouten"][0]["code"], "GEEN_RECHT");
    let kijker = hub.als(Hubrol::Kijker).await;
    let input = json!({ "naam": "Proef", "fasen": fasen });
    assert_eq!(kijker.mutate("schrijfSjabloon", input, "sjabloon").await["fouten"][0]["code"], "GEEN_RECHT");
}
