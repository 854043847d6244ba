//! Who can sign in to the demo: named after their role, no real people.

use super::{Voortgang, doe_alle};
use crate::{
    app::App,
    domain::{
        fout::Fout,
        organisatie::{
            Gemeente, Hubrol,
            commands::{GeefAanstelling, MaakPersoon},
        },
    },
};

/// Name, the part of the e-mail address before the @, and role in the hub.
const PERSONEN: [(&str, &str, Hubrol); 8] = [
    ("Beheerder", "beheerder", Hubrol::Beheerder),
    ("Kwartiermaker", "kwartiermaker", Hubrol::Kwartiermaker),
    ("Coördinator toegang", "coordinator-toegang", Hubrol::CoordinatorToegang),
    ("Procesregisseur beleid", "procesregisseur-beleid", Hubrol::Procesregisseur),
    ("Contractmanager", "contractmanager", Hubrol::Contractmanager),
    // Data come out of the contracts: the same rights.
    ("Data-analist", "data-analist", Hubrol::Contractmanager),
    ("Bestuurder", "bestuurder", Hubrol::Bestuurder),
    ("Kijker", "kijker", Hubrol::Kijker),
];

/// Adds them and gives them their role. They have no password: the demo signs in with a click.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    let wereld = app.nu().present().world;
    let mut personen = Vec::new();
    let mut rollen = Vec::new();
    for (naam, adres, hubrol) in PERSONEN {
        personen.push(persoon(naam, adres));
        rollen.push((hubrol, None));
    }
    for gemeente in wereld.organisatie.gemeenten.values() {
        let Gemeente { id, naam, .. } = &**gemeente;
        let plaats = id.0.trim_start_matches("gem-");
        personen.push(persoon(&format!("Accounthouder {naam}"), &format!("accounthouder-{plaats}")));
        rollen.push((Hubrol::Accounthouder, Some(id.clone())));
    }
    let personen = doe_alle(app, "Personen", voortgang, personen).await?;
    let aanstelling = |(persoon, (hubrol, gemeente)): (_, (Hubrol, _))| GeefAanstelling {
        persoon,
        hubrol,
        gemeente,
        van: None,
        tot: None,
        vervangt: None,
    };
    let aanstellingen = personen.iter().map(|persoon| persoon.id).zip(rollen).map(aanstelling).collect();
    doe_alle(app, "Rollen in de hub", voortgang, aanstellingen).await.map(drop)
}

fn persoon(naam: &str, adres: &str) -> MaakPersoon {
    MaakPersoon { naam: naam.to_owned(), email: format!("{adres}@samenspel.example"), wachtwoord_hash: None }
}
