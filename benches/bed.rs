//! What is measured on: the demo with a board of so many tasks, made once and copied for each measurement.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    client::{
        ask::{data, request},
        documents,
        net::{Net, What},
        screens::Follow,
    },
    process::Process,
    server::{Store, folder},
};

/// Who reads and writes, unless said otherwise.
const PERSON: &str = "kwartiermaker@samenspel.example";
/// How many tasks are being made at the same time.
const MAKERS: usize = 64;

/// Counts changes.
static NUMBER: AtomicUsize = AtomicUsize::new(1);

const IDS: &str = "{ gemeenten { id } ik { persoon { id } } trajecten { id functies { id } borden { id positie
    kolommen { id } taken { id } } } }";

/// A hub that runs on a board, and what a client must know to use it.
pub struct Hub {
    pub process: Process,
    pub token: String,
    pub board: Board,
    pub store: Store,
    /// Kept as long as the hub runs.
    folder: Option<TempDir>,
}

/// The ids on the board.
#[derive(Clone)]
pub struct Board {
    pub id: Value,
    pub path: Value,
    pub position: String,
    pub tasks: Vec<Value>,
    columns: Vec<Value>,
    functions: Vec<Value>,
    places: Vec<Value>,
    me: Value,
}

fn ids(values: &Value) -> Vec<Value> {
    values.as_array().unwrap().iter().map(|value| value["id"].clone()).collect()
}

impl Board {
    pub fn read(process: &Process, token: &str) -> Self {
        let data = data(process.address, token, IDS, json!({}));
        let path = &data["trajecten"][0];
        let board = &path["borden"][0];
        Self {
            id: board["id"].clone(),
            path: path["id"].clone(),
            position: board["positie"].as_str().unwrap().into(),
            tasks: ids(&board["taken"]),
            columns: ids(&board["kolommen"]),
            functions: ids(&path["functies"]),
            places: ids(&data["gemeenten"]),
            me: data["ik"]["persoon"]["id"].clone(),
        }
    }

    /// The input of `maakTaak` for a task as they are: with owner, gemeenten, function and date.
    pub fn new_task(&self, number: usize) -> Value {
        let place = |step: usize| self.places[(number + step) % self.places.len()].clone();
        json!({
            "clientMutatieId": uuid::Uuid::new_v4(),
            "bord": self.id,
            "kolom": self.columns[number % self.columns.len()],
            "titel": format!("Taak {number:05}: afspraken met de gemeenten vastleggen"),
            "omschrijving": "Vastleggen wat is afgesproken, met wie, en wanneer het klaar moet zijn.",
            "functie": self.functions[number % self.functions.len()],
            "gemeenten": [place(0), place(5)],
            "eigenaar": self.me,
            "vervaldatum": format!("2027-{:02}-{:02}", number % 12 + 1, number % 28 + 1),
        })
    }
}

impl Hub {
    pub fn start(store: Store, folder: Option<TempDir>, token: String) -> Self {
        let process = store.serve();
        let board = Board::read(&process, &token);
        Self { process, token, board, store, folder }
    }

    /// Stops it; its data and token stay.
    pub fn stop(self) -> (Option<TempDir>, Store, String) {
        self.process.stop();
        (self.folder, self.store, self.token)
    }

    /// How a screen follows the board from now on.
    pub fn follow(&self) -> Follow {
        Follow {
            address: self.process.address,
            token: self.token.clone(),
            document: documents::subscription(),
            variables: json!({ "traject": self.board.path }),
        }
    }

    /// Makes the request that changes the title of a task; every line has a task of its own.
    pub fn changes(&self) -> impl Fn(usize) -> Vec<u8> {
        let (document, token, tasks) = (documents::change_task(), self.token.clone(), self.board.tasks.clone());
        move |line| {
            // Never the same title again: that would change nothing, and nobody would hear of it.
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let input = json!({
                "clientMutatieId": uuid::Uuid::new_v4(),
                "id": tasks[line % tasks.len()],
                "verwachteVersie": 1,
                "titel": format!("Wijziging {number:07}: afspraken met de gemeenten vastleggen"),
            });
            request(&token, &json!({ "query": document, "variables": { "input": input } }))
        }
    }

    /// Makes the request that makes a new task.
    pub fn new_tasks(&self) -> impl FnMut(usize) -> Vec<u8> {
        let (document, token, board) = (documents::make_task(), self.token.clone(), self.board.clone());
        let mut number = board.tasks.len();
        move |_| {
            number += 1;
            request(&token, &json!({ "query": document, "variables": { "input": board.new_task(number) } }))
        }
    }

    /// Does so many writes, many at a time.
    pub fn write(&self, count: usize, mut make: impl FnMut(usize) -> Vec<u8>) {
        let mut net = Net::new();
        let lines: Vec<_> = (0..MAKERS.min(count)).map(|_| net.asker(self.process.address)).collect();
        let (mut sent, mut done, mut seen) = (0, 0, Vec::new());
        for line in lines {
            net.send(line, &make(line));
            sent += 1;
        }
        while done < count {
            net.turn(Duration::from_secs(1), &mut seen);
            for happened in &seen {
                let What::Answered(answer) = &happened.what else { panic!("a line was closed") };
                assert!(answer.ok, "{}", String::from_utf8_lossy(&answer.body));
                done += 1;
                if sent < count {
                    net.send(happened.line, &make(happened.line));
                    sent += 1;
                }
            }
        }
    }

    /// Fills the board up to so many tasks.
    fn fill(&self, tasks: usize) {
        let missing = tasks.saturating_sub(self.board.tasks.len());
        if missing > 0 {
            self.write(missing, self.new_tasks());
        }
    }
}

/// Boards that stand ready, by number of tasks.
pub struct Beds {
    folder: TempDir,
    token: String,
}

impl Beds {
    /// Makes a board for each of these numbers, smallest first.
    pub fn make(sizes: &[usize]) -> Self {
        let mut sizes = sizes.to_vec();
        sizes.sort_unstable();
        sizes.dedup();
        let folder = folder();
        let store = Store { folder: folder.path().join("new"), database: None, redis: false };
        let token = prepare(&store);
        for size in sizes {
            eprintln!("a board of {size} tasks …");
            let hub = Hub::start(store.clone(), None, token.clone());
            hub.fill(size);
            hub.process.stop();
            copy(&store.folder, &folder.path().join(size.to_string()));
        }
        Self { folder, token }
    }

    /// A copy of a board, to be changed at will.
    pub fn copy(&self, tasks: usize) -> (TempDir, Store) {
        let own = folder();
        copy(&self.folder.path().join(tasks.to_string()), own.path());
        let store = Store { folder: own.path().into(), database: None, redis: false };
        (own, store)
    }

    /// A hub on a copy of a board.
    pub fn hub(&self, tasks: usize) -> Hub {
        let (folder, store) = self.copy(tasks);
        self.hub_on(store, folder)
    }

    pub fn hub_on(&self, store: Store, folder: TempDir) -> Hub {
        Hub::start(store, Some(folder), self.token.clone())
    }
}

/// Fills an empty store with the demo; answers a token to read and write with.
pub fn prepare(store: &Store) -> String {
    fs::create_dir_all(&store.folder).unwrap();
    store.run(&["demo"]);
    token_of(store, PERSON)
}

/// A token of this person to read and write with.
pub fn token_of(store: &Store, email: &str) -> String {
    store.run(&["gebruiker", "token", "--email", email, "--naam", "Bench", "--scope", "lezen,schrijven"])
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let files: Vec<PathBuf> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    for file in files.into_iter().filter(|file| file.is_file()) {
        fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
    }
}
