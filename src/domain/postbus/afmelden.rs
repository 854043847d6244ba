//! No more e-mail, with one click and without signing in: the link in the letter is signed by the hub.

use super::{bezorgen::stopt, brief::Stop};
use crate::{
    app::App,
    domain::{
        command::{Actor, execute},
        fout::Fout,
        meldingen::{Bezorging, commands::StelMeldingenIn},
    },
    platform::signing::Signer,
};

/// Stops the letters that a link is about; answers what stopped, in words. `None`: the hub never signed this.
pub async fn stop(app: &App, getekend: &str) -> Result<Option<&'static str>, Fout> {
    let signer = Signer::open(app.db(), "mail").await?;
    let Some((persoon, stop)) = signer.read(getekend).and_then(|woord| Stop::lees(&woord)) else { return Ok(None) };
    let beeld = app.nu().present().world;
    if !beeld.organisatie.personen.contains_key(&persoon) {
        return Ok(None);
    }
    let voorkeur = beeld.meldingen.voorkeur(persoon);
    let keuzes = stopt(stop, |soort| voorkeur.voor(soort)).into_iter().map(|soort| (soort, Bezorging::Niet)).collect();
    execute(app, Actor::Hub, None, StelMeldingenIn { persoon, keuzes }).await?;
    Ok(Some(stop.naam()))
}
