//! What happened, as sentences people read. Pure.

use super::{Aanstelling, Bezetting, Feit, Gebeurtenis, Hubrol, Persoon, PersoonId, Toestand, kaartzinnen};

/// A field that changed: its name, what it was and what it is.
pub type Wijziging = (String, Option<String>, Option<String>);

/// The sentence of an event; `wie` is who did it: "Kwartiermaker", "De hub".
pub fn zin(toestand: &Toestand, wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    let naam = |id: &PersoonId| naam_van(toestand, *id);
    match gebeurtenis {
        Gebeurtenis::FeitVastgelegd { feit } => {
            let (soort, naam) = (soort(feit), feit_naam(toestand, feit));
            format!("{wie} legde {soort} ‘{naam}’ vast.")
        }
        Gebeurtenis::KaartplekGewijzigd { van, naar } => kaartzinnen::zin(toestand, wie, van, naar),
        Gebeurtenis::BezettingVastgelegd { van, naar } => {
            let (rol, houder) = (rolnaam(toestand, naar), naar.houder(toestand));
            match van {
                None => format!("{wie} legde vast dat {houder} {rol} is."),
                Some(_) => format!("{wie} wijzigde hoe {houder} {rol} is."),
            }
        }
        Gebeurtenis::PersoonGemaakt { persoon } => format!("{wie} voegde {} toe.", persoon.naam),
        Gebeurtenis::PersoonGewijzigd { van, naar } if van.actief && !naar.actief => {
            format!("{wie} blokkeerde {}.", naar.naam)
        }
        Gebeurtenis::PersoonGewijzigd { van, naar } if !van.actief && naar.actief => {
            format!("{wie} liet {} weer toe.", naar.naam)
        }
        Gebeurtenis::PersoonGewijzigd { van, naar } if van.naam != naar.naam => {
            format!("{wie} wijzigde de naam van {} in {}.", van.naam, naar.naam)
        }
        Gebeurtenis::PersoonGewijzigd { naar, .. } => format!("{wie} wijzigde het e-mailadres van {}.", naar.naam),
        Gebeurtenis::AanstellingGegeven { aanstelling } => {
            let persoon = naam(&aanstelling.persoon);
            format!("{wie} gaf {persoon} de rol {}.", rol(toestand, aanstelling))
        }
        Gebeurtenis::AanstellingIngetrokken { aanstelling } => {
            let persoon = naam(&aanstelling.persoon);
            format!("{wie} trok de rol {} van {persoon} in.", rol(toestand, aanstelling))
        }
        Gebeurtenis::WachtwoordIngesteld { persoon } => {
            format!("{wie} stelde een wachtwoord in voor {}.", naam(persoon))
        }
        Gebeurtenis::Aangemeld { aanmelding } => format!("{} meldde zich aan.", naam(&aanmelding.persoon)),
        Gebeurtenis::Afgemeld { persoon, aanmeldingen } => match aanmeldingen.len() {
            1 => format!("{} werd afgemeld.", naam(persoon)),
            aantal => format!("{} werd afgemeld op {aantal} apparaten.", naam(persoon)),
        },
        Gebeurtenis::TokenGemaakt { token } => {
            format!("{wie} maakte het token ‘{}’ voor {}.", token.naam, naam(&token.persoon))
        }
        Gebeurtenis::TokenIngetrokken { persoon, .. } => format!("{wie} trok een token van {} in.", naam(persoon)),
        Gebeurtenis::BezoekGemarkeerd { persoon, .. } => format!("{} las het logboek.", naam(persoon)),
    }
}

/// A name to show over a group of events about the same subject.
pub fn titel(toestand: &Toestand, gebeurtenis: &Gebeurtenis) -> String {
    match gebeurtenis {
        Gebeurtenis::FeitVastgelegd { feit } => feit_naam(toestand, feit),
        Gebeurtenis::KaartplekGewijzigd { naar, .. } => kaartzinnen::naam(toestand, &naar.stakeholder),
        Gebeurtenis::BezettingVastgelegd { naar, .. } => rolnaam(toestand, naar),
        Gebeurtenis::PersoonGemaakt { persoon } => naam_van(toestand, persoon.id),
        Gebeurtenis::PersoonGewijzigd { naar, .. } => naam_van(toestand, naar.id),
        Gebeurtenis::AanstellingGegeven { aanstelling } | Gebeurtenis::AanstellingIngetrokken { aanstelling } => {
            naam_van(toestand, aanstelling.persoon)
        }
        Gebeurtenis::Aangemeld { aanmelding } => naam_van(toestand, aanmelding.persoon),
        Gebeurtenis::TokenGemaakt { token } => naam_van(toestand, token.persoon),
        Gebeurtenis::WachtwoordIngesteld { persoon }
        | Gebeurtenis::Afgemeld { persoon, .. }
        | Gebeurtenis::TokenIngetrokken { persoon, .. }
        | Gebeurtenis::BezoekGemarkeerd { persoon, .. } => naam_van(toestand, *persoon),
    }
}

/// The fields that changed, one by one. An e-mail address is not for everyone who may read the log: that it
/// changed is told, what it is not.
pub fn wijzigingen(toestand: &Toestand, gebeurtenis: &Gebeurtenis) -> Vec<Wijziging> {
    match gebeurtenis {
        Gebeurtenis::KaartplekGewijzigd { van, naar } => kaartzinnen::wijzigingen(toestand, van, naar),
        Gebeurtenis::PersoonGewijzigd { van, naar } => {
            let toegang = |persoon: &Persoon| Some(if persoon.actief { "actief" } else { "geblokkeerd" }.to_owned());
            let mut regels = vec![
                ("Naam".to_owned(), Some(van.naam.clone()), Some(naar.naam.clone())),
                ("Toegang".to_owned(), toegang(van), toegang(naar)),
            ];
            regels.retain(|(_, van, naar)| van != naar);
            if van.email != naar.email {
                regels.push(("E-mailadres".to_owned(), None, None));
            }
            regels
        }
        Gebeurtenis::AanstellingGegeven { aanstelling } => {
            vec![("Rol in de hub".to_owned(), None, Some(rol(toestand, aanstelling)))]
        }
        Gebeurtenis::AanstellingIngetrokken { aanstelling } => {
            vec![("Rol in de hub".to_owned(), Some(rol(toestand, aanstelling)), None)]
        }
        _ => Vec::new(),
    }
}

/// "Accounthouder voor Venray".
fn rol(toestand: &Toestand, aanstelling: &Aanstelling) -> String {
    let rol: Hubrol = aanstelling.hubrol;
    match aanstelling.gemeente.as_ref() {
        None => rol.naam().to_owned(),
        Some(id) => {
            let gemeente = toestand.gemeenten.get(id).map_or(id.0.as_str(), |gemeente| &gemeente.naam);
            let als = aanstelling
                .vervangt
                .map_or_else(String::new, |wie| format!(", als vervanger van {}", naam_van(toestand, wie)));
            format!("{} voor {gemeente}{als}", rol.naam())
        }
    }
}

pub(super) fn naam_van(toestand: &Toestand, id: PersoonId) -> String {
    toestand.personen.get(&id).map_or_else(|| "iemand".to_owned(), |persoon| persoon.naam.clone())
}

/// "Regionaal Management Overleg (Venlo)".
fn rolnaam(toestand: &Toestand, bezetting: &Bezetting) -> String {
    let rol = toestand.rollen.get(&bezetting.rol).map_or(bezetting.rol.0.as_str(), |rol| &rol.naam);
    let gemeente = bezetting.gemeente.as_ref().and_then(|id| toestand.gemeenten.get(id));
    gemeente.map_or_else(|| rol.to_owned(), |gemeente| format!("{rol} ({})", gemeente.naam))
}

/// What kind of fact, with its article.
fn soort(feit: &Feit) -> &'static str {
    match feit {
        Feit::Organisatie(_) => "de organisatie",
        Feit::Regio(_) => "de regio",
        Feit::Domein(_) => "het domein",
        Feit::Module(_) => "de module",
        Feit::Gemeente(_) => "de gemeente",
        Feit::Deelname(_) => "de deelname",
        Feit::Groep(_) => "de groep",
        Feit::Rol(_) => "de rol",
        Feit::Analyse(_) => "de analyse",
        Feit::Stakeholder(_) => "de stakeholder",
        Feit::Relatie(_) => "de relatie",
        Feit::Frequentie(_) => "de frequentie",
    }
}

fn feit_naam(toestand: &Toestand, feit: &Feit) -> String {
    match feit {
        Feit::Organisatie(feit) => feit.naam.clone(),
        Feit::Regio(feit) => feit.naam.clone(),
        Feit::Domein(feit) => feit.naam.clone(),
        Feit::Module(feit) => feit.naam.clone(),
        Feit::Gemeente(feit) => feit.naam.clone(),
        Feit::Deelname(feit) => {
            let gemeente = toestand.gemeenten.get(&feit.gemeente).map_or(feit.gemeente.0.as_str(), |van| &van.naam);
            let module = toestand.modules.get(&feit.module).map_or(feit.module.0.as_str(), |van| &van.naam);
            format!("{gemeente} in {module}")
        }
        Feit::Groep(feit) => feit.naam.clone(),
        Feit::Rol(feit) => feit.naam.clone(),
        Feit::Analyse(feit) => feit.naam.clone(),
        Feit::Stakeholder(feit) => feit.naam.clone(),
        Feit::Relatie(feit) => feit.omschrijving.clone(),
        Feit::Frequentie(feit) => feit.naam.clone(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::organisatie::{AanstellingId, GemeenteId};

    fn persoon(nummer: u128, naam: &str, email: &str) -> Persoon {
        Persoon { id: PersoonId(Uuid::from_u128(nummer)), naam: naam.into(), email: email.into(), actief: true }
    }

    #[test]
    fn a_role_reads_as_a_sentence() {
        let venray = persoon(1, "Accounthouder Venray", "venray@samenspel.example");
        let aanstelling = Aanstelling {
            id: AanstellingId(Uuid::from_u128(2)),
            persoon: venray.id,
            hubrol: Hubrol::Accounthouder,
            gemeente: Some(GemeenteId("gem-venray".into())),
            van: date(2026, 1, 1),
            tot: None,
            vervangt: None,
        };
        let mut toestand = Toestand::default();
        toestand.personen.insert(venray.id, venray);
        let gegeven = Gebeurtenis::AanstellingGegeven { aanstelling };
        // A fact that is not (yet) there shows its key: a sentence never fails.
        assert_eq!(
            zin(&toestand, "Beheerder", &gegeven),
            "Beheerder gaf Accounthouder Venray de rol Accounthouder voor gem-venray."
        );
        assert_eq!(titel(&toestand, &gegeven), "Accounthouder Venray");
    }

    #[test]
    fn an_email_address_does_not_stand_in_the_log_for_everyone() {
        let van = persoon(1, "Kijker", "oud@samenspel.example");
        let naar = Persoon { email: "nieuw@samenspel.example".into(), ..van.clone() };
        let gewijzigd = Gebeurtenis::PersoonGewijzigd { van, naar };
        let toestand = Toestand::default();
        let text = format!("{} {:?}", zin(&toestand, "Beheerder", &gewijzigd), wijzigingen(&toestand, &gewijzigd));
        assert!(text.contains("wijzigde het e-mailadres") && !text.contains("samenspel.example"), "{text}");
    }

    #[test]
    fn blocking_reads_as_blocking() {
        let van = persoon(1, "Kijker", "kijker@samenspel.example");
        let naar = Persoon { actief: false, ..van.clone() };
        let gewijzigd = Gebeurtenis::PersoonGewijzigd { van, naar };
        assert_eq!(zin(&Toestand::default(), "De hub", &gewijzigd), "De hub blokkeerde Kijker.");
        let regel = ("Toegang".to_owned(), Some("actief".to_owned()), Some("geblokkeerd".to_owned()));
        assert_eq!(wijzigingen(&Toestand::default(), &gewijzigd), vec![regel]);
    }
}
