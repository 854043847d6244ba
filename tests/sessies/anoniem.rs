//! Anonymous is anonymous: from every table, event and payload of such a session nobody can join an author to a note,
//! or a voter to a vote.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::*;

const WIE: [(&str, &str); 9] = [
    ("Noor", "gem-venlo"),
    ("Nico", "gem-venray"),
    ("Nina", "gem-beesel"),
    ("Mia", "gem-weert"),
    ("Max", "gem-roermond"),
    ("Mo", "gem-leudal"),
    ("Gea", "mgr"),
    ("Guus", "mgr"),
    ("Gijs", "mgr"),
];

/// Every row of every table of the store, as text, with the name of its table.
async fn alles(hub: &TestHub) -> Vec<(String, String)> {
    let db = hub.app.db().read();
    let backend = db.get_database_backend();
    let tabellen = match backend {
        sea_orm::DbBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
        _ => "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()",
    };
    let mut rijen = Vec::new();
    for tabel in db.query_all_raw(Statement::from_string(backend, tabellen)).await.unwrap() {
        let naam: String = tabel.try_get("", "name").unwrap();
        let sql = match backend {
            sea_orm::DbBackend::Sqlite => {
                let kolommen = db
                    .query_all_raw(Statement::from_string(
                        backend,
                        format!("SELECT name FROM pragma_table_info('{naam}')"),
                    ))
                    .await
                    .unwrap();
                let kolommen: Vec<String> = kolommen
                    .iter()
                    .map(|rij| {
                        format!(
                            "coalesce(CASE typeof(\"{0}\") WHEN 'blob' THEN hex(\"{0}\") ELSE \"{0}\" END, '')",
                            rij.try_get::<String>("", "name").unwrap()
                        )
                    })
                    .collect();
                format!("SELECT {} AS tekst FROM \"{naam}\" ORDER BY rowid", kolommen.join(" || ' ' || "))
            }
            _ => format!("SELECT t::text AS tekst FROM \"{naam}\" t"),
        };
        // A table without rowid has no order that could tell anything.
        let sql = if naam.starts_with("sqlite_") { continue } else { sql };
        for rij in db.query_all_raw(Statement::from_string(backend, sql)).await.unwrap() {
            rijen.push((naam.clone(), rij.try_get::<String>("", "tekst").unwrap()));
        }
    }
    rijen
}

/// Ids as they may stand in a row: with dashes, without, and as a global id.
fn vormen(id: &str) -> Vec<String> {
    let key = samenspel::platform::graphql::relay::parse(id).unwrap().key;
    let kaal = key.replace('-', "");
    vec![id.to_owned(), key, kaal.to_uppercase(), kaal]
}

fn noemt(tekst: &str, vormen: &[String]) -> bool {
    vormen.iter().any(|vorm| tekst.contains(vorm.as_str()))
}

/// A word that stands nowhere else. No digits: now and then they would make a BSN.
fn woord() -> String {
    uuid::Uuid::new_v4().simple().to_string().replace(|c: char| c.is_ascii_digit(), "x")
}

struct Gast {
    id: String,
    client: TestClient,
    notitie: String,
    tekst: String,
    keuze: String,
}

impl Gast {
    /// Does this row say both who it is and what they wrote?
    fn schreef(&self, rij: &str) -> bool {
        noemt(rij, &vormen(&self.id)) && (noemt(rij, &vormen(&self.notitie)) || rij.contains(&self.tekst))
    }
}

async fn sessie_met_iedereen(hub: &TestHub, anoniem: bool) -> (Zaal, Value, Vec<Gast>, Vec<String>) {
    let opzet = Opzet { sjabloon: "twee-posities", anoniem, modereren: false };
    let zaal = Zaal::open(hub, opzet).await;
    let meekijker = hub.als(Hubrol::Kijker).await;
    let mut schermen = vec![
        zaal.leider.subscribe(VOLG, json!({ "id": zaal.id })).await,
        meekijker.subscribe(VOLG, json!({ "id": zaal.id })).await,
    ];
    for scherm in &mut schermen {
        scherm.next_event().await;
    }
    let mut gasten = Vec::new();
    for (naam, achterban) in WIE {
        let achterban = if achterban == "mgr" { "mgr".to_owned() } else { gemeente(achterban) };
        let client = zaal.gast(naam, &achterban).await;
        let id =
            client.query("{ mijnDeelname { id } }", json!({})).await["mijnDeelname"]["id"].as_str().unwrap().to_owned();
        let (notitie, tekst, keuze) = (String::new(), format!("Wat iemand vindt, {}", woord()), String::new());
        gasten.push(Gast { id, client, notitie, tekst, keuze });
    }
    let fase = zaal.naar("VERZAMELEN").await;
    for gast in &mut gasten {
        let geschreven = schrijf(&gast.client, &fase, &gast.tekst).await;
        assert_eq!(geschreven["fouten"], json!([]));
        gast.notitie = geschreven["notitie"].as_str().unwrap().to_owned();
    }
    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    let stemfase = zaal.naar("STEMMEN").await;
    for (nummer, gast) in gasten.iter_mut().enumerate() {
        let gestemd = stem(&gast.client, &stemfase, nummer % 2).await;
        assert_eq!(gestemd["fouten"], json!([]));
        gast.keuze = stemfase["keuzes"][nummer % 2]["id"].as_str().unwrap().to_owned();
    }
    let mut payloads = Vec::new();
    let laatste = zaal.stand().await["positie"].clone();
    for scherm in &mut schermen {
        loop {
            let bericht = scherm.next_event().await;
            payloads.push(bericht.to_string());
            if bericht["sessie"]["positie"] == laatste {
                break;
            }
        }
    }
    (zaal, stemfase, gasten, payloads)
}

#[tokio::test]
async fn no_row_event_or_payload_joins_an_author_to_a_note_or_a_voter_to_a_vote() {
    let hub = TestHub::demo().await;
    let (zaal, stemfase, gasten, mut payloads) = sessie_met_iedereen(&hub, true).await;

    // While the vote is open, and after it closed.
    for gesloten in [false, true] {
        if gesloten {
            zaal.doe("sluitStemming", json!({ "fase": stemfase["id"] })).await;
        }
        let log = zaal.leider.query("{ gebeurtenissen(first: 100) { nodes { zin door { naam } clientMutatieId wijzigingen { van naar } } } }", json!({})).await;
        payloads.push(zaal.stand().await.to_string());
        let rijen = alles(&hub).await;
        assert!(
            rijen.iter().any(|(tabel, _)| tabel == "notities") && rijen.iter().any(|(tabel, _)| tabel == "receipts")
        );
        for gast in &gasten {
            let wie = vormen(&gast.id);
            for (tabel, rij) in &rijen {
                assert!(!gast.schreef(rij), "{tabel} joins an author to a note: {rij}");
                let keuze = vormen(&gast.keuze);
                assert!(!(noemt(rij, &wie) && noemt(rij, &keuze)), "{tabel} joins a voter to a vote: {rij}");
            }
            for regel in log["gebeurtenissen"]["nodes"].as_array().unwrap() {
                assert!(!regel.to_string().contains(&gast.tekst), "the log tells what was written: {regel}");
            }
        }
        // What follows from rows together: the receipt of a note or a vote is a digest of the command; had it held who,
        // one could try all guests.
        for gast in &gasten {
            for (_, rij) in rijen.iter().filter(|(tabel, _)| tabel == "receipts") {
                for keuze in stemfase["keuzes"].as_array().unwrap() {
                    let (wie, fase) = (&vormen(&gast.id)[1], &vormen(stemfase["id"].as_str().unwrap())[1]);
                    let (keuze, naam) = (&vormen(keuze["id"].as_str().unwrap())[1], "brengStemUit");
                    let command = json!({ "gast": wie, "fase": fase, "keuzes": [{ "keuze": keuze, "punten": 1 }] });
                    let digest = Sha256::digest(format!("{naam} {command}"));
                    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
                    assert!(!rij.contains(&digest), "a receipt gives a vote away");
                }
            }
        }
    }
    for payload in &payloads {
        let genoemd = gasten.iter().filter(|gast| noemt(payload, &vormen(&gast.id))).count();
        // The facilitator's list has everyone or nobody; beside a note stands no name.
        assert!(genoemd == 0 || genoemd == gasten.len(), "{payload}");
        assert!(!payload.contains("\"auteur\":\""), "{payload}");
    }
}

#[tokio::test]
async fn counts_are_the_only_trace_of_votes_and_their_rows_have_no_order() {
    let hub = TestHub::demo().await;
    let (zaal, stemfase, gasten, _) = sessie_met_iedereen(&hub, true).await;
    let tellingen: Vec<String> =
        alles(&hub).await.into_iter().filter(|(tabel, _)| tabel == "stemtellingen").map(|(_, rij)| rij).collect();
    // Two answers × Noord, Midden and the MGR; all made when the vote opened, also those nobody chose.
    assert_eq!(tellingen.len(), 6, "{tellingen:?}");
    let keuzes: BTreeSet<&str> = gasten.iter().map(|gast| gast.keuze.as_str()).collect();
    assert_eq!(keuzes.len(), 2);
    zaal.doe("sluitStemming", json!({ "fase": stemfase["id"] })).await;
    assert!(!alles(&hub).await.iter().any(|(tabel, _)| tabel == "stemtellingen"), "the counts go when the vote closes");
}

#[tokio::test]
async fn the_same_search_finds_the_author_where_notes_bear_a_name() {
    let hub = TestHub::demo().await;
    let (_, _, gasten, payloads) = sessie_met_iedereen(&hub, false).await;
    let rijen = alles(&hub).await;
    for gast in &gasten {
        let gevonden: BTreeSet<&str> =
            rijen.iter().filter(|(_, rij)| gast.schreef(rij)).map(|(tabel, _)| tabel.as_str()).collect();
        assert_eq!(gevonden, BTreeSet::from(["change_log", "notities"]));
    }
    assert!(payloads.iter().any(|payload| gasten.iter().any(|gast| payload.contains(&gast.tekst))));
}

/// It is made of digits and letters by chance, and nobody could mend it.
#[tokio::test]
async fn a_phone_may_make_any_secret_also_one_that_looks_like_a_bsn() {
    let hub = TestHub::demo().await;
    let opzet = Opzet { sjabloon: "twee-posities", anoniem: true, modereren: false };
    let zaal = Zaal::open(&hub, opzet).await;
    let gast = zaal.gast("Zilverreiger", "mgr").await;
    let fase = zaal.naar("VERZAMELEN").await;
    let input = json!({ "fase": fase["id"], "kolom": fase["kolommen"][0]["id"], "tekst": "Een idee",
        "sleutel": "10000008-1111-4222-8333-444455556666-van-dit-toestel" });
    let geschreven = gast.mutate("schrijfNotitie", input, "notitie").await;
    assert_eq!(geschreven["fouten"], json!([]), "{geschreven}");
}
