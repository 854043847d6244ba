//! The command line, as someone types it.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Output, Stdio},
};

use serde_json::json;

use crate::support::{TestClient, TestProcess, TestStore};

fn run(store: &TestStore, args: &[&str], input: &str) -> Output {
    let mut child = store
        .samenspel()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_wrong_setting_is_refused_by_name() {
    let store = TestStore::files();
    for (name, value) in [
        ("SAMENSPEL_LISTEN", "ergens"),
        ("DATABASE_URL", "mysql://naam:geheim@server"),
        ("REDIS_URL", "localhost"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318"),
        ("SAMENSPEL_ORIGINS", "hub.example.nl"),
        ("SAMENSPEL_LOG", "a=b=c"),
    ] {
        let output = store.samenspel().arg("migrate").env(name, value).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(said.contains(name) && said.contains("Schrijf") && !said.contains("geheim"), "{said}");
    }
    let elsewhere = store
        .samenspel()
        .args(["serve", "--demo"])
        .env("SAMENSPEL_LISTEN", "0.0.0.0:0")
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert!(!elsewhere.status.success());
}

#[tokio::test]
async fn the_first_person_is_the_administrator() {
    let store = TestStore::new().await;
    let anna = ["gebruiker", "toevoegen", "--naam", "Anna", "--email", "anna@samenspel.example"];
    let short = run(&store, &anna, "kort\n");
    assert!(!short.status.success());
    assert!(out(&run(&store, &anna, "lang genoeg om te raden\n")).contains("beheerder"));
    let again = run(&store, &anna, "lang genoeg om te raden\n");
    assert!(!again.status.success(), "the e-mail address is taken");
    let bram = ["gebruiker", "toevoegen", "--naam", "Bram", "--email", "b@samenspel.example", "--rol", "kijker"];
    out(&run(&store, &bram, "lang genoeg om te raden\n"));
    let lijst = out(&run(&store, &["gebruiker", "lijst"], ""));
    assert!(lijst.contains("anna@samenspel.example\tAnna\tbeheerder\n"), "{lijst}");
    assert!(lijst.contains("b@samenspel.example\tBram\tkijker\n"), "{lijst}");
    out(&run(&store, &["gebruiker", "wachtwoord", "--email", "b@samenspel.example"], "een ander, ook lang\n"));
}

#[test]
fn the_schema_is_printed_without_a_store() {
    let store = TestStore::files();
    let sdl = out(&run(&store, &["schema"], ""));
    assert!(sdl.contains("type Query"));
    assert_eq!(std::fs::read_dir(store.folder()).unwrap().count(), 0);
}

#[tokio::test]
async fn the_demo_fills_an_empty_store_only() {
    let store = TestStore::new().await;
    out(&run(&store, &["demo"], ""));
    let again = run(&store, &["demo"], "");
    assert!(!again.status.success() && String::from_utf8_lossy(&again.stderr).contains("SAMENSPEL_DATA"));
}

#[tokio::test]
async fn a_hub_without_the_demo_begins_with_the_facts_and_the_board() {
    let store = TestStore::new().await;
    let said = out(&run(&store, &["feiten"], ""));
    assert!(said.contains("staan klaar") && said.contains("gebruiker toevoegen"), "{said}");
    let anna = ["gebruiker", "toevoegen", "--naam", "Anna", "--email", "anna@samenspel.example"];
    out(&run(&store, &anna, "lang genoeg om te raden\n"));
    let query = "{ positie gemeenten { naam } personen { nodes { naam } }
        trajecten { functies { naam } borden { naam kolommen { naam } } } taken { totaal } }";
    let token = ["gebruiker", "token", "--email", "anna@samenspel.example", "--naam", "Kijken"];
    let token = out(&run(&store, &token, "")).trim().to_owned();
    let read = async |demo| {
        let hub = TestProcess::serve(&store, demo);
        TestClient::new(hub.anoniem().address, None, Some(token.clone())).query(query, json!({})).await
    };
    let first = read(false).await;
    assert_eq!(first["gemeenten"].as_array().unwrap().len(), 14);
    assert_eq!(first["personen"]["nodes"], json!([{ "naam": "Anna" }]));
    let traject = &first["trajecten"][0];
    assert_eq!(traject["functies"].as_array().unwrap().len(), 8);
    assert!(traject["borden"][0]["kolommen"].as_array().is_some_and(|kolommen| kolommen.len() > 3), "{traject}");
    assert_eq!(first["taken"]["totaal"], 0);

    // Once more changes nothing, and it is not half a demo.
    assert!(out(&run(&store, &["feiten"], "")).contains("stonden er al"));
    assert!(!run(&store, &["demo"], "").status.success());
    assert_eq!(read(true).await, first);
}

#[tokio::test]
async fn facts_are_not_laid_over_a_demo() {
    let store = TestStore::demo().await;
    let refused = run(&store, &["feiten"], "");
    assert!(!refused.status.success() && String::from_utf8_lossy(&refused.stderr).contains("demo"));
}

#[tokio::test]
async fn watch_shows_what_happens_and_ends_when_told() {
    let store = TestStore::demo().await;
    let hub = TestProcess::start(&store);
    let email = "kwartiermaker@samenspel.example";
    let token = out(&run(&store, &["gebruiker", "token", "--email", email, "--naam", "Meekijken"], ""));
    let address = hub.anoniem().address;
    // A token that was made by another process works at once.
    let program = TestClient::new(address, None, Some(token.trim().to_owned()));
    let position = program.query("{ positie }", json!({})).await["positie"].as_str().unwrap().to_owned();
    let mut watch = store
        .samenspel()
        .args(["watch", "--url", &format!("http://{address}"), "--vanaf", &position])
        .env("SAMENSPEL_TOKEN", token.trim())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(watch.stdout.take().unwrap()).lines();
    let input = json!({ "naam": "Nieuwkomer", "email": "nieuw@samenspel.example" });
    let made = hub.als("BEHEERDER").await.mutate("maakPersoon", input, "persoon { id }").await;
    assert_eq!(made["fouten"], json!([]));
    let line = tokio::task::spawn_blocking(move || lines.next().unwrap().unwrap()).await.unwrap();
    assert!(line.contains("Nieuwkomer"), "{line}");
    let killed = std::process::Command::new("kill").args(["-TERM", &watch.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let status = tokio::task::spawn_blocking(move || watch.wait().unwrap()).await.unwrap();
    assert!(status.success(), "{status}");
}
