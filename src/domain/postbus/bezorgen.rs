//! Messages by e-mail: at once or in the overview of the morning, as each person chose. On the node in charge only, and
//! claimed one by one, so that a letter goes out once.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, ToSpan};

use super::{
    brief::{self, Plek, Stop},
    bus::Melding,
};
use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        fout::Fout,
        meldingen::{Bezorging, MeldingSoort},
        organisatie::Persoon,
    },
    platform::{
        clock::{dutch_date, dutch_moment},
        mail::{Letter, Mailer},
        outbox,
        signing::Signer,
    },
};

/// What nobody sent in this time is in the hub, and old news by now.
const VERS: SignedDuration = SignedDuration::from_hours(24 * 3);
/// When the overview goes out, in the Netherlands.
const OCHTEND: i8 = 7;
/// What was sent longer ago nobody sends again.
const VERGETEN: SignedDuration = SignedDuration::from_hours(24 * 180);
/// So many lines still read well in one letter.
const HOOGSTENS: usize = 50;

/// The way letters leave the hub, and where its readers find it.
pub struct Post {
    pub mailer: Mailer,
    /// Without a slash at the end.
    pub adres: String,
}

impl Post {
    /// Sends what there is to send; answers how many letters went out.
    pub async fn bezorg(&self, app: &App) -> Result<usize, Fout> {
        let nu = app.clock().now();
        app.postbus().werk_bij(nu).await?;
        let signer = Signer::open(app.db(), "mail").await?;
        let beeld = app.nu().present().world;
        let mut verstuurd = 0;
        for persoon in beeld.organisatie.personen.values().filter(|persoon| persoon.actief) {
            let open = self.open(app, &beeld, persoon, nu);
            if open.is_empty() {
                continue;
            }
            verstuurd += self.meteen(app, &signer, persoon, &open, nu).await?;
            verstuurd += self.overzicht(app, &signer, persoon, &open, nu).await?;
        }
        Ok(verstuurd)
    }

    /// Forgets what was sent long ago.
    pub async fn ruim_op(&self, app: &App) -> Result<(), Fout> {
        let before = app.clock().now().saturating_sub(VERGETEN).map_err(Fout::intern)?;
        Ok(outbox::forget(app.db(), before).await?)
    }

    /// What this person did not read yet and wants by e-mail.
    fn open(&self, app: &App, beeld: &Arc<Beeld>, persoon: &Persoon, nu: Timestamp) -> Vec<(Bezorging, Melding)> {
        let voorkeur = beeld.meldingen.voorkeur(persoon.id);
        let (vroegst, gisteren) =
            (nu.checked_sub(VERS).unwrap_or(Timestamp::MIN), dutch_date(nu).saturating_sub(1.day()));
        let vers = |melding: &Melding| melding.dag.map_or(melding.op >= vroegst, |dag| dag >= gisteren);
        let alle = app.postbus().lijst(beeld, persoon.id, nu).into_iter();
        alle.filter(|melding| !melding.gelezen && vers(melding))
            .map(|melding| (voorkeur.voor(melding.soort), melding))
            .filter(|(bezorging, _)| *bezorging != Bezorging::Niet)
            .collect()
    }

    async fn meteen(
        &self,
        app: &App,
        signer: &Signer,
        persoon: &Persoon,
        open: &[(Bezorging, Melding)],
        nu: Timestamp,
    ) -> Result<usize, Fout> {
        let meteen = open.iter().filter(|(bezorging, _)| *bezorging == Bezorging::Meteen).map(|(_, melding)| melding);
        let mut verstuurd = 0;
        for melding in nog_niet(app, persoon, meteen, nu).await? {
            let about = [melding.id.clone()];
            if !outbox::claim(app.db(), persoon.id.0, &melding.id, nu).await? {
                continue;
            }
            let letter = brief::een(persoon, melding, &self.plek(signer, persoon, Stop::Soort(melding.soort)));
            verstuurd += usize::from(self.stuur(app, persoon, &letter, &about).await?);
        }
        Ok(verstuurd)
    }

    /// What came before this morning, in one letter a day.
    async fn overzicht(
        &self,
        app: &App,
        signer: &Signer,
        persoon: &Persoon,
        open: &[(Bezorging, Melding)],
        nu: Timestamp,
    ) -> Result<usize, Fout> {
        let vandaag = dutch_date(nu);
        let ochtend = dutch_moment(vandaag, OCHTEND);
        if nu < ochtend {
            return Ok(0);
        }
        let rustig =
            open.iter().filter(|(bezorging, melding)| *bezorging == Bezorging::Dagelijks && melding.op <= ochtend);
        let mut nieuw = nog_niet(app, persoon, rustig.map(|(_, melding)| melding), nu).await?;
        let dag = format!("overzicht:{vandaag}");
        nieuw.truncate(HOOGSTENS);
        if nieuw.is_empty() || !outbox::claim(app.db(), persoon.id.0, &dag, nu).await? {
            return Ok(0);
        }
        let mut about = vec![dag];
        let mut meldingen = Vec::new();
        for melding in nieuw {
            if outbox::claim(app.db(), persoon.id.0, &melding.id, nu).await? {
                about.push(melding.id.clone());
                meldingen.push(melding.clone());
            }
        }
        let plek = self.plek(signer, persoon, Stop::Overzicht);
        let letter = brief::overzicht(persoon, &vandaag.to_string(), &meldingen, &plek);
        Ok(usize::from(self.stuur(app, persoon, &letter, &about).await?))
    }

    fn plek(&self, signer: &Signer, persoon: &Persoon, stop: Stop) -> Plek<'_> {
        let getekend = signer.sign(&stop.woord(persoon.id));
        Plek { adres: &self.adres, stop: format!("{}/afmelden/mail/{getekend}", self.adres) }
    }

    /// Sends a letter that was claimed. When that fails it may be tried again; the others need not wait for it.
    async fn stuur(&self, app: &App, persoon: &Persoon, letter: &Letter, about: &[String]) -> Result<bool, Fout> {
        match self.mailer.send(letter).await {
            Ok(()) => {
                outbox::sent(app.db(), persoon.id.0, about).await?;
                Ok(true)
            }
            Err(error) => {
                tracing::warn!(%error, persoon = %persoon.id, "a letter to {} did not go out: {error}", persoon.id);
                outbox::release(app.db(), persoon.id.0, about).await?;
                Ok(false)
            }
        }
    }
}

/// Those of these messages that were not sent to this person.
async fn nog_niet<'m>(
    app: &App,
    persoon: &Persoon,
    meldingen: impl Iterator<Item = &'m Melding>,
    nu: Timestamp,
) -> Result<Vec<&'m Melding>, Fout> {
    let meldingen: Vec<_> = meldingen.collect();
    if meldingen.is_empty() {
        return Ok(meldingen);
    }
    let ids: Vec<String> = meldingen.iter().map(|melding| melding.id.clone()).collect();
    let bekend = outbox::known(app.db(), persoon.id.0, &ids, nu).await?;
    Ok(meldingen.into_iter().filter(|melding| !bekend.contains(&melding.id)).collect())
}

/// The kinds of which letters stop.
pub fn stopt(stop: Stop, voorkeur: impl Fn(MeldingSoort) -> Bezorging) -> Vec<MeldingSoort> {
    match stop {
        Stop::Soort(soort) => vec![soort],
        Stop::Overzicht => {
            MeldingSoort::ALLE.into_iter().filter(|soort| voorkeur(*soort) == Bezorging::Dagelijks).collect()
        }
    }
}
