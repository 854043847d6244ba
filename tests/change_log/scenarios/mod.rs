//! One or more short stories per command, told on a hub with the demo in it.

mod afspraken;
mod besluiten;
mod contracten;
mod integratie;
mod kaart;
mod kaders;
mod kanttekeningen;
mod meldingen;
mod organisatie;
mod rondes;
mod sessies;
mod weergaven;

use futures_util::future::BoxFuture;
use samenspel::domain::{
    command::Command,
    organisatie::{PersoonId, commands::MaakPersoon},
};

use crate::support::TestHub;

/// Someone without roles.
async fn iemand(hub: &TestHub, naam: &str) -> PersoonId {
    let email = format!("{naam}@scenario.example");
    hub.doe(MaakPersoon { naam: naam.to_owned(), email, wachtwoord_hash: None }).await.id
}

pub type Doe = for<'h> fn(&'h TestHub) -> BoxFuture<'h, ()>;

pub struct Scenario {
    pub command: &'static str,
    pub verhaal: &'static str,
    pub doe: Doe,
}

fn scenario<C: Command>(verhaal: &'static str, doe: Doe) -> Scenario {
    Scenario { command: C::NAAM, verhaal, doe }
}

pub fn alle() -> Vec<Scenario> {
    let integratie = [integratie::alle(), besluiten::alle(), kaders::alle()];
    let contexts = [organisatie::alle(), kaart::alle(), sessies::alle(), contracten::alle(), meldingen::alle()];
    let eigen = [weergaven::alle()];
    let afspraken = [afspraken::alle(), kanttekeningen::alle(), rondes::alle()];
    integratie.into_iter().chain(contexts).chain(afspraken).chain(eigen).flatten().collect()
}
