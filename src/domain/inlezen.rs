//! A document that comes in as the text of an agreement: looked at first, and taken over when someone says so.

use serde::Serialize;
use uuid::Uuid;

use super::{
    afspraken::{
        self, AfspraakId, MAX_VERSIENAAM, commands::NeemTekstOver, documentnaam, inlezen, opmaak, queries, uitgave,
    },
    command::{Actor, execute},
    fout::{Code, Fout},
    invoer,
    rechten::Wie,
};
use crate::{
    app::App,
    platform::graphql::relay::{self, global_id},
};

/// A file, for which text, and whether to take it over.
pub struct Invoer {
    pub afspraak: String,
    pub naam: String,
    pub bytes: Vec<u8>,
    /// Take it over, under this id; else only look.
    pub neem: Option<Uuid>,
}

/// An article as it comes in.
#[derive(Debug, Serialize)]
pub struct Voorbeeld {
    pub kop: String,
    /// Made here, of nothing but mark-up of the hub.
    pub html: String,
}

/// What a file would bring in, or brought in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proef {
    pub artikelen: Vec<Voorbeeld>,
    /// What happens to it on the way in.
    pub let_op: Vec<String>,
    /// What does not come along.
    pub verlies: Vec<String>,
    /// The version it became; none: it was only looked at.
    pub versie: Option<String>,
}

/// Looks at a document, and takes it over when asked.
pub async fn lees_in(app: &App, wie: &Wie, invoer: Invoer) -> Result<Proef, Fout> {
    let id = relay::parse(&invoer.afspraak).filter(|global| global.kind == "Afspraak");
    let id = AfspraakId(id.map_or_else(|| invoer.afspraak.clone(), |global| global.key));
    let afspraak = queries::afspraak(&app.nu().present().world, &id)?;
    if !afspraken::mag_schrijven(wie, &afspraak) {
        let bericht = "Je kunt nu niet aan deze tekst schrijven. Zo ver is de afspraak, of zo is jouw rol.";
        return Err(Fout::new(Code::GeenRecht, bericht));
    }
    let naam = invoer::tekst("naam", &invoer.naam, 2 * MAX_VERSIENAAM)?;
    let inlezing = inlezen::lees(&naam, &invoer.bytes)?;
    let artikel = |(index, artikel): (usize, &afspraken::tekst::Artikel)| Voorbeeld {
        kop: uitgave::kop(index, &artikel.kop),
        html: opmaak::html(&artikel.inhoud),
    };
    let mut proef = Proef {
        artikelen: inlezing.tekst.artikelen.iter().enumerate().map(artikel).collect(),
        let_op: inlezing.let_op,
        verlies: inlezing.verlies,
        versie: None,
    };
    let Some(mutatie) = invoer.neem else { return Ok(proef) };
    let actor = Actor::Persoon { id: wie.persoon(), schrijven: wie.schrijven };
    let command = NeemTekstOver { afspraak: id.clone(), bestand: naam, tekst: inlezing.tekst };
    let bewijs = execute(app, actor, Some(mutatie), command).await?;
    app.documents().nudge(&documentnaam(&id), i64::MAX);
    proef.versie = Some(global_id("AfspraakVersie", bewijs.uitkomst).0);
    Ok(proef)
}
