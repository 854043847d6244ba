//! The demo: the real facts, as JSON in `feiten/`, and people named after their role. All of it enters
//! through [`execute`], like anything a user does.
//!
//! - [`bronnen`]: how the JSON reads. - [`personen`]: who can sign in. - [`integratie`]: the board and its tasks.
//! - [`besluiten`]: the milestones and what each gemeente decided.
//! - [`overdracht`]: what the sources say about who does what now.
//! - [`afspraken`]: the agreements and how far each gemeente is. - [`teksten`]: their first texts.
//! - [`sessies`]: the sessions held, and one to begin.
//! - [`budget`]: the tables of 2023, and an example of frames.
//! - [`rondes`]: one that is signed. - [`hele_ronde`]: one from beginning to end. - [`contracten`]: the register, and Noord beside Midden.
//! - [`begin`]: the facts and the board alone, for a hub that is not a demo.

pub mod afspraken;
pub mod begin;
pub mod besluiten;
pub mod bronnen;
pub mod budget;
pub mod contracten;
pub mod hele_ronde;
pub mod integratie;
pub mod overdracht;
pub mod personen;
pub mod rondes;
pub mod sessies;
pub mod teksten;

use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tokio::task::unconstrained;
use uuid::{Builder, Uuid};

use crate::{
    app::App,
    domain::{
        command::{Actor, Command, execute},
        fout::Fout,
        organisatie::commands::LegFeitVast,
    },
    platform::change_log::{Entry, read},
};

/// How many commands wait for the writer together, so that they share an fsync.
const TEGELIJK: usize = 64;

/// Tells how far loading is: what is being loaded, how many are done, of how many.
pub type Voortgang<'a> = &'a (dyn Fn(&str, usize, usize) + Send + Sync);

/// How far a store is with the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Nothing ever happened in it.
    Leeg,
    /// Loading began and was cut off.
    Half,
    /// All of it is there.
    Klaar,
    /// It is not a demo.
    Eigen,
}

/// Looks how far the store is.
pub async fn stand(app: &App) -> Result<Stand, Fout> {
    let Some(first) = first_entry(app).await? else { return Ok(Stand::Leeg) };
    let eerste_feit = eerste_feit()?;
    if first.client_mutation_id != Some(id_van(&eerste_feit)?) {
        return Ok(Stand::Eigen);
    }
    let world = app.nu().present().world;
    let klaar = integratie::is_klaar(&world)?
        && besluiten::is_klaar(&world)?
        && overdracht::is_klaar(&world)?
        && afspraken::is_klaar(&world)?
        && teksten::is_klaar(&world)?
        && sessies::is_klaar(&world)?
        && budget::is_klaar(&world)?
        && rondes::is_klaar(&world)?
        && hele_ronde::is_klaar(&world)?
        && contracten::is_klaar(&world)?;
    Ok(if klaar { Stand::Klaar } else { Stand::Half })
}

fn eerste_feit() -> Result<LegFeitVast, Fout> {
    let mut feiten = bronnen::feiten().map_err(Fout::intern)?.into_iter();
    let feit = feiten.next().ok_or_else(|| Fout::intern("the demo has no facts"))?;
    Ok(LegFeitVast { feit })
}

async fn first_entry(app: &App) -> Result<Option<Entry>, Fout> {
    Ok(read::one(app.db().read(), 1).await?)
}

/// When the store began: what the dates of the demo count from.
async fn begonnen(app: &App) -> Result<Timestamp, Fout> {
    Ok(first_entry(app).await?.map_or_else(|| app.clock().now(), |entry| entry.at))
}

/// Loads everything. Doing it again changes nothing: each command is done once per store.
pub async fn laad(app: &App, voortgang: impl Fn(&str, usize, usize) + Send + Sync) -> Result<(), Fout> {
    let feiten = bronnen::feiten().map_err(Fout::intern)?;
    let commands = feiten.into_iter().map(|feit| LegFeitVast { feit }).collect();
    doe_alle(app, "Feiten over de organisatie", &voortgang, commands).await?;
    personen::laad(app, &voortgang).await?;
    integratie::laad(app, &voortgang).await?;
    besluiten::laad(app, &voortgang).await?;
    overdracht::laad(app, &voortgang).await?;
    afspraken::laad(app, &voortgang).await?;
    teksten::laad(app, &voortgang).await?;
    sessies::laad(app, &voortgang).await?;
    budget::laad(app, &voortgang).await?;
    rondes::laad(app, &voortgang).await?;
    hele_ronde::laad(app, &voortgang).await?;
    contracten::laad(app, &voortgang).await
}

/// Does commands in this order, and answers their outcomes in the same order.
///
/// They queue up together, but the writer takes them one by one: a later one may build on an earlier one.
pub async fn doe_alle<C: Command>(
    app: &App,
    wat: &str,
    voortgang: Voortgang<'_>,
    commands: Vec<C>,
) -> Result<Vec<C::Uitkomst>, Fout> {
    op_volgorde(wat, voortgang, commands, |command| eenmaal(app, Actor::Hub, command)).await
}

async fn op_volgorde<C, U>(
    wat: &str,
    voortgang: Voortgang<'_>,
    commands: Vec<C>,
    doe: impl AsyncFn(C) -> Result<U, Fout>,
) -> Result<Vec<U>, Fout> {
    let totaal = commands.len();
    let mut uitkomsten = Vec::with_capacity(totaal);
    // Unconstrained: the runtime would otherwise put one aside now and then, and a later one would overtake it.
    let mut lopend = stream::iter(commands).map(|command| unconstrained(doe(command))).buffered(TEGELIJK);
    voortgang(wat, 0, totaal);
    while let Some(uitkomst) = lopend.try_next().await? {
        uitkomsten.push(uitkomst);
        voortgang(wat, uitkomsten.len(), totaal);
    }
    Ok(uitkomsten)
}

/// Does a command once per store: its id follows from what it says.
async fn eenmaal<C: Command>(app: &App, actor: Actor, command: C) -> Result<C::Uitkomst, Fout> {
    let id = id_van(&command)?;
    execute(app, actor, Some(id), command).await.map(|bewijs| bewijs.uitkomst)
}

fn id_van<C: Command>(command: &C) -> Result<Uuid, Fout> {
    let inhoud = serde_json::to_string(command).map_err(Fout::intern)?;
    let digest: [u8; 32] = Sha256::digest(format!("demo {} {inhoud}", C::NAAM)).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Ok(Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests;
