//! The first text of each agreement, from what the sources say about it, and frozen as its first version.

use super::{Voortgang, afspraken, doe_alle};
use crate::{
    app::App,
    domain::{
        afspraken::{
            AfspraakId,
            commands::{BeginTekst, LegVersieVast},
        },
        beeld::Beeld,
        fout::Fout,
    },
};

fn begonnen(beeld: &Beeld, id: &AfspraakId) -> bool {
    beeld.afspraken.versies.values().any(|versie| versie.afspraak == *id)
}

/// Begins every text and freezes it.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    let world = app.nu().present().world;
    let ids: Vec<_> = afspraken::afspraken(&world)?.into_iter().map(|command| command.id).collect();
    let begin = ids.iter().map(|id| BeginTekst { afspraak: id.clone() }).collect();
    doe_alle(app, "Teksten van afspraken", voortgang, begin).await?;
    let versie = |afspraak| LegVersieVast { afspraak, naam: "Eerste tekst, naar de bron".into(), verwachte_hash: None };
    doe_alle(app, "Eerste versies", voortgang, ids.into_iter().map(versie).collect()).await?;
    Ok(())
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    Ok(afspraken::afspraken(beeld)?.last().is_none_or(|command| begonnen(beeld, &command.id)))
}
