//! `samenspel gebruiker`: persons, passwords and tokens from the command line; also the first administrator.

use std::io::{BufRead, IsTerminal, stdin};

use super::{Failure, close, open};
use crate::{
    app::App,
    config::Config,
    domain::{
        command::{Actor, Command as HubCommand, execute},
        invoer,
        organisatie::{
            ApiToken, GemeenteId, Hubrol, Persoon, TokenScope,
            commands::{GeefAanstelling, MaakPersoon, MaakToken, StelWachtwoordIn},
            queries,
        },
    },
    platform::secrets::{hash_password, new_secret},
};

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Voeg een persoon toe; het wachtwoord wordt gevraagd, of gelezen van de invoer
    Toevoegen {
        /// Naam zoals collega's die zien
        #[arg(long)]
        naam: String,
        /// E-mailadres om mee aan te melden
        #[arg(long)]
        email: String,
        /// Rol in de hub; zonder --rol krijgt alleen de eerste persoon er een: beheerder
        #[arg(long, value_parser = rol)]
        rol: Option<Hubrol>,
        /// Sleutel van de gemeente, bij de rol accounthouder, bijvoorbeeld gem-venray
        #[arg(long)]
        gemeente: Option<String>,
    },
    /// Stel een nieuw wachtwoord in; alle aanmeldingen van deze persoon eindigen
    Wachtwoord {
        #[arg(long)]
        email: String,
    },
    /// Maak een token voor een programma; het is alleen nu te zien
    Token {
        #[arg(long)]
        email: String,
        /// Waar het token voor is
        #[arg(long)]
        naam: String,
        /// Wat het mag: lezen (standaard), of lezen,schrijven
        #[arg(long, value_delimiter = ',', default_value = "lezen", hide_default_value = true, value_parser = scope)]
        scope: Vec<TokenScope>,
    },
    /// Toon alle personen met hun rollen
    Lijst,
}

fn rol(text: &str) -> Result<Hubrol, String> {
    let found = Hubrol::ALLE.into_iter().find(|rol| sleutel(*rol) == text.to_lowercase().replace('_', "-"));
    found.ok_or_else(|| format!("kies uit: {}", Hubrol::ALLE.map(sleutel).join(", ")))
}

/// As one types it: `coordinator-toegang`.
fn sleutel(rol: Hubrol) -> String {
    rol.naam().to_lowercase().replace('ö', "o").replace(' ', "-")
}

fn scope(text: &str) -> Result<TokenScope, String> {
    match text.to_lowercase().as_str() {
        "lezen" => Ok(TokenScope::Lezen),
        "schrijven" => Ok(TokenScope::Schrijven),
        _ => Err("kies lezen of schrijven".into()),
    }
}

pub async fn run(config: Config, command: Command) -> Result<(), Failure> {
    let app = open(&config, false).await?;
    let done = match command {
        Command::Toevoegen { naam, email, rol, gemeente } => toevoegen(&app, naam, email, rol, gemeente).await,
        Command::Wachtwoord { email } => wachtwoord(&app, &email).await,
        Command::Token { email, naam, scope } => token(&app, &email, naam, scope).await,
        Command::Lijst => {
            lijst(&app);
            Ok(())
        }
    };
    close(app).await?;
    done
}

async fn toevoegen(
    app: &App,
    naam: String,
    email: String,
    rol: Option<Hubrol>,
    gemeente: Option<String>,
) -> Result<(), Failure> {
    let first = app.nu().present().world.organisatie.personen.is_empty();
    let rol = rol.or(first.then_some(Hubrol::Beheerder));
    let wachtwoord_hash = Some(ask_password().await?);
    let persoon = doe(app, MaakPersoon { naam, email, wachtwoord_hash }).await?;
    if let Some(hubrol) = rol {
        let gemeente = gemeente.map(GemeenteId);
        doe(app, GeefAanstelling { persoon: persoon.id, hubrol, gemeente, van: None, tot: None, vervangt: None })
            .await?;
    }
    println!("{} is toegevoegd{}.", persoon.naam, rol.map_or(String::new(), |rol| format!(" als {}", sleutel(rol))));
    Ok(())
}

async fn wachtwoord(app: &App, email: &str) -> Result<(), Failure> {
    let persoon = persoon_bij(app, email).await?;
    let hash = ask_password().await?;
    doe(app, StelWachtwoordIn { persoon: persoon.id, behoud: None, hash: Ok(hash) }).await?;
    println!("Het wachtwoord van {} is ingesteld; alle aanmeldingen zijn beëindigd.", persoon.naam);
    Ok(())
}

async fn token(app: &App, email: &str, naam: String, scopes: Vec<TokenScope>) -> Result<(), Failure> {
    let persoon = persoon_bij(app, email).await?.id;
    let secret = new_secret(ApiToken::VOORVOEGSEL);
    doe(app, MaakToken { persoon, naam, scopes, verloopt_op: None, digest: secret.digest }).await?;
    println!("{}", secret.secret);
    Ok(())
}

fn lijst(app: &App) {
    let world = app.nu().present().world;
    let today = app.clock().today();
    for persoon in world.organisatie.personen.values() {
        let rollen = world.organisatie.rollen_van(persoon.id, today).into_iter().map(|(rol, van)| match van {
            Some(van) => format!("{} ({van})", sleutel(rol)),
            None => sleutel(rol),
        });
        let rollen = if persoon.actief { rollen.collect::<Vec<_>>().join(", ") } else { "geblokkeerd".into() };
        println!("{}\t{}\t{rollen}", persoon.email, persoon.naam);
    }
}

async fn doe<C: HubCommand>(app: &App, command: C) -> Result<C::Uitkomst, Failure> {
    Ok(execute(app, Actor::Hub, None, command).await?.uitkomst)
}

async fn persoon_bij(app: &App, email: &str) -> Result<Persoon, Failure> {
    let found = queries::wachtwoord_bij(app.db().read(), email).await;
    let found = found.map_err(|error| Failure::new(format!("de database antwoordt niet: {error}")))?;
    found
        .map(|(persoon, _)| persoon)
        .ok_or_else(|| Failure::new(format!("er is geen persoon met het e-mailadres {email}.")))
}

/// Asks for a password without showing it; reads one line when nobody sits at a terminal.
async fn ask_password() -> Result<String, Failure> {
    let unreadable = |error| Failure::new(format!("het wachtwoord is niet te lezen: {error}"));
    let password = if stdin().is_terminal() {
        let password = rpassword::prompt_password("Wachtwoord: ").map_err(unreadable)?;
        if rpassword::prompt_password("Nog een keer: ").map_err(unreadable)? != password {
            return Err(Failure::new("de twee wachtwoorden zijn niet gelijk. Probeer het opnieuw."));
        }
        password
    } else {
        let mut line = String::new();
        stdin().lock().read_line(&mut line).map_err(unreadable)?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    invoer::wachtwoord("wachtwoord", &password)?;
    hash_password(password).await.map_err(|error| Failure::new(format!("het wachtwoord is niet te verwerken: {error}")))
}
