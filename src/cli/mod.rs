//! What one can start: one file each.

mod demo;
mod feiten;
mod gebruiker;
mod migrate;
mod schema;
mod serve;
mod watch;

use std::{
    io::{IsTerminal, Write, stderr},
    process::ExitCode,
    sync::Arc,
};

use clap::{Parser, Subcommand};

use crate::{
    app::{App, OpenError},
    config::{Config, Written},
    domain::fout::Fout,
    platform::{clock::SystemClock, telemetry},
};

const HELP: &str = "\
{about}

Gebruik: {usage}

{all-args}

Elke optie kan ook als omgevingsvariabele; de naam staat erbij.";

/// Samenspel: de samenwerkhub voor het sociaal domein.
#[derive(Debug, Parser)]
#[command(
    name = "samenspel",
    version,
    help_template = HELP,
    override_usage = "samenspel [OPTIES] <OPDRACHT>",
    subcommand_help_heading = "Opdrachten",
    next_help_heading = "Opties",
    subcommand_value_name = "OPDRACHT",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
struct Cli {
    #[command(flatten)]
    settings: Written,
    /// Toon deze uitleg
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// Toon de versie
    #[arg(long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start de hub
    Serve(serve::Args),
    /// Vul een lege hub met de demo-gegevens
    Demo,
    /// Leg de feiten en het bord vast, zonder demo-personen en voorbeeldtaken
    Feiten,
    /// Breng de tabellen bij
    Migrate,
    /// Toon het GraphQL-schema
    Schema,
    /// Beheer personen, wachtwoorden en tokens
    #[command(subcommand)]
    Gebruiker(gebruiker::Command),
    /// Kijk in de terminal mee met wat er gebeurt
    Watch(watch::Args),
}

/// Why a command did not succeed, in words for whoever typed it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(String);

impl Failure {
    fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl From<Fout> for Failure {
    fn from(fout: Fout) -> Self {
        Self(fout.bericht)
    }
}

/// Runs what the command line asks.
pub fn main() -> ExitCode {
    let Cli { settings, command, .. } = Cli::parse();
    let config = match settings.check() {
        Ok(config) => config,
        Err(wrong) => {
            eprintln!("samenspel: {wrong}");
            return ExitCode::from(2);
        }
    };
    telemetry::start(&config.log);
    let done = tokio::runtime::Runtime::new()
        .map_err(|error| Failure::new(format!("kan niet starten: {error}")))
        .and_then(|runtime| runtime.block_on(run(config, command)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("samenspel: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(config: Config, command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve(args) => serve::run(config, args).await,
        Command::Demo => demo::run(config).await,
        Command::Feiten => feiten::run(config).await,
        Command::Migrate => migrate::run(config).await,
        Command::Schema => {
            schema::run();
            Ok(())
        }
        Command::Gebruiker(command) => gebruiker::run(config, command).await,
        Command::Watch(args) => watch::run(args).await,
    }
}

/// Opens the hub's store, after making the folder for it.
async fn open(config: &Config, demo: bool) -> Result<App, Failure> {
    if config.own_file {
        std::fs::create_dir_all(&config.data).map_err(|error| {
            Failure::new(format!("de map {} (SAMENSPEL_DATA) kan niet gemaakt worden: {error}", config.data.display()))
        })?;
    }
    App::open(&config.stores, Arc::new(SystemClock), demo).await.map_err(|error| {
        Failure::new(match error {
            OpenError::Database(error) => format!("de database (DATABASE_URL) gaat niet open: {error}"),
            OpenError::Redis(error) => format!("Redis (REDIS_URL) kan niet gebruikt worden: {error}"),
        })
    })
}

/// Closes the store; what was acknowledged is on disk already.
async fn close(app: App) -> Result<(), Failure> {
    app.db().clone().close().await.map_err(|error| Failure::new(format!("de database sluit niet goed: {error}")))
}

/// Tells how far loading is: one line that fills up on a terminal, elsewhere one line per part.
fn progress(what: &str, done: usize, total: usize) {
    let mut out = stderr();
    // Nobody reads it? Then loading goes on all the same.
    let _ = if out.is_terminal() {
        let end = if done == total { "\n" } else { "" };
        write!(out, "\r{what}: {done} van {total}{end}")
    } else if done == total && total > 0 {
        writeln!(out, "{what}: {total}")
    } else {
        Ok(())
    };
}

/// Waits for Ctrl-C, or for whoever started us to say that it is enough.
async fn told_to_stop() {
    use tokio::signal::{
        ctrl_c,
        unix::{SignalKind, signal},
    };
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return drop(ctrl_c().await) };
    tokio::select! {
        _ = ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
