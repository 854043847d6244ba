//! Letters, in words: who it is for, what there is, where to look, how to stop. Never what someone wrote. Pure.

use sha2::{Digest, Sha256};

use super::bus::Melding;
use crate::{
    domain::{
        meldingen::MeldingSoort,
        organisatie::{Persoon, PersoonId},
    },
    platform::{graphql::relay::global_id, mail::Letter},
};

/// Letters one can stop: of one kind, or the overview of each morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    Soort(MeldingSoort),
    Overzicht,
}

impl Stop {
    /// As it stands in the signed link.
    pub fn woord(self, persoon: PersoonId) -> String {
        match self {
            Self::Soort(soort) => format!("{persoon}/{}", soort_woord(soort)),
            Self::Overzicht => format!("{persoon}/overzicht"),
        }
    }

    /// Reads it back.
    pub fn lees(woord: &str) -> Option<(PersoonId, Self)> {
        let (persoon, wat) = woord.split_once('/')?;
        let persoon = PersoonId(uuid::Uuid::try_parse(persoon).ok()?);
        if wat == "overzicht" {
            return Some((persoon, Self::Overzicht));
        }
        let soort = MeldingSoort::ALLE.into_iter().find(|soort| soort_woord(*soort) == wat)?;
        Some((persoon, Self::Soort(soort)))
    }

    /// As people call what stops.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Soort(soort) => soort.naam(),
            Self::Overzicht => "het dagelijkse overzicht",
        }
    }
}

fn soort_woord(soort: MeldingSoort) -> &'static str {
    match soort {
        MeldingSoort::Vermelding => "vermelding",
        MeldingSoort::Toewijzing => "toewijzing",
        MeldingSoort::Termijn => "termijn",
        MeldingSoort::Ondertekenen => "ondertekenen",
        MeldingSoort::Signaal => "signaal",
        MeldingSoort::Informatie => "informatie",
        MeldingSoort::Gevolgd => "gevolgd",
    }
}

/// Where the hub is for readers, and the link by which a letter like this stops.
pub struct Plek<'p> {
    pub adres: &'p str,
    pub stop: String,
}

fn waar(plek: &Plek, melding: &Melding) -> String {
    format!("{}/naar/{}", plek.adres, *global_id(melding.onderwerp.0, &melding.onderwerp.1))
}

/// The same for the same person and subject, so that a letter sent again is the same letter.
fn id(persoon: PersoonId, over: &str) -> String {
    Sha256::digest(format!("{persoon} {over}")).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn voet(plek: &Plek, wat: &str) -> String {
    format!(
        "\n--\nJe krijgt deze e-mail van Samenspel, de samenwerkhub van de MGR sociaal domein Limburg-Noord.\n\
         Geen e-mail meer over {wat}: {}\nAnders kiezen: {}/account\n",
        plek.stop, plek.adres
    )
}

/// About one thing, at once.
pub fn een(persoon: &Persoon, melding: &Melding, plek: &Plek) -> Letter {
    let soort = melding.soort;
    Letter {
        id: id(persoon.id, &melding.id),
        name: persoon.naam.clone(),
        address: persoon.email.clone(),
        subject: melding.voor_brief().to_owned(),
        text: format!(
            "Hallo {},\n\n{}.\n\nBekijk het in de hub: {}\n{}",
            persoon.naam,
            melding.voor_brief(),
            waar(plek, melding),
            voet(plek, soort.naam())
        ),
        stop: plek.stop.clone(),
    }
}

/// About everything since the last one, in the morning.
pub fn overzicht(persoon: &Persoon, dag: &str, meldingen: &[Melding], plek: &Plek) -> Letter {
    let regels: String =
        meldingen.iter().map(|melding| format!("- {}\n  {}\n", melding.voor_brief(), waar(plek, melding))).collect();
    let hoeveel = match meldingen.len() {
        1 => "1 melding".to_owned(),
        meer => format!("{meer} meldingen"),
    };
    Letter {
        id: id(persoon.id, &format!("overzicht {dag}")),
        name: persoon.naam.clone(),
        address: persoon.email.clone(),
        subject: format!("Samenspel: {hoeveel} voor jou"),
        text: format!(
            "Goedemorgen {},\n\nDit is er voor jou in de hub:\n\n{regels}\nAlles bij elkaar: {}/meldingen\n{}",
            persoon.naam,
            plek.adres,
            voet(plek, Stop::Overzicht.naam())
        ),
        stop: plek.stop.clone(),
    }
}
