//! Texts and dates as people type them: trimmed, not too long, sensible. Pure.

use jiff::civil::Date;

use super::fout::{Code, Fout};

/// A text that must be there, trimmed, at most `max` characters.
pub fn tekst(veld: &str, waarde: &str, max: usize) -> Result<String, Fout> {
    let tekst = vrije_tekst(veld, waarde, max)?;
    if tekst.is_empty() {
        return Err(Fout::bij(Code::Verplicht, veld, "Dit veld is leeg. Vul het in."));
    }
    Ok(tekst)
}

/// A text that may be empty, trimmed, at most `max` characters.
pub fn vrije_tekst(veld: &str, waarde: &str, max: usize) -> Result<String, Fout> {
    let tekst = waarde.trim();
    let lengte = tekst.chars().count();
    if lengte > max {
        let bericht = format!("Deze tekst is {lengte} tekens; er passen er {max}. Maak haar korter.");
        return Err(Fout::bij(Code::TeLang, veld, bericht));
    }
    // A line break or tab is fine; what a screen cannot show is not.
    if tekst.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Fout::bij(
            Code::OngeldigeWaarde,
            veld,
            "Hier staan tekens in die niet te lezen zijn. Typ de tekst opnieuw.",
        ));
    }
    Ok(tekst.to_owned())
}

/// An e-mail address, in lower case.
pub fn email(veld: &str, waarde: &str) -> Result<String, Fout> {
    let email = tekst(veld, waarde, 254)?.to_lowercase();
    let sensible = email.split_once('@').is_some_and(|(name, domain)| {
        let labels: Vec<&str> = domain.split('.').collect();
        !name.is_empty() && labels.len() > 1 && labels.iter().all(|label| is_label(label))
    });
    if sensible && !email.chars().any(|c| c.is_whitespace() || c.is_control() || "<>(),;:\"".contains(c)) {
        return Ok(email);
    }
    let bericht = "Dit is geen e-mailadres. Schrijf het als naam@gemeente.nl.";
    Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht))
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// A password someone chose: long is better than complicated. Not trimmed.
pub fn wachtwoord(veld: &str, waarde: &str) -> Result<(), Fout> {
    match waarde.chars().count() {
        0..12 => {
            let bericht = "Dit wachtwoord is te kort. Kies er een van minstens twaalf tekens, bijvoorbeeld een zin.";
            Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht))
        }
        12..=200 => Ok(()),
        _ => Err(Fout::bij(Code::TeLang, veld, "Dit wachtwoord is te lang. Kies er een van hooguit 200 tekens.")),
    }
}

/// A date within the life of the hub: the MGR began in 2014.
pub fn datum(veld: &str, waarde: Date) -> Result<Date, Fout> {
    if (2014..=2100).contains(&waarde.year()) {
        return Ok(waarde);
    }
    Err(Fout::bij(Code::DatumOngeldig, veld, "Kies een datum tussen 1 januari 2014 en 31 december 2100."))
}

/// The longest address of a document.
const MAX_ADRES: usize = 500;

/// An address on the web, or nothing.
pub fn adres(veld: &str, waarde: &str) -> Result<Option<String>, Fout> {
    let adres = vrije_tekst(veld, waarde, MAX_ADRES)?;
    if adres.is_empty() {
        return Ok(None);
    }
    let web = ["https://", "http://"].iter().filter_map(|begin| adres.strip_prefix(begin)).any(|rest| !rest.is_empty());
    if web && !adres.contains(char::is_whitespace) {
        return Ok(Some(adres));
    }
    let bericht = "Dit is geen adres van een document. Begin met https:// en gebruik geen spaties.";
    Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_text_is_trimmed_and_measured_in_characters() {
        assert_eq!(tekst("naam", "  Coördinator ", 11), Ok("Coördinator".into()));
        assert_eq!(tekst("naam", "Coördinator", 10).unwrap_err().code, Code::TeLang);
        assert_eq!(tekst("naam", " \n ", 10).unwrap_err().code, Code::Verplicht);
        assert_eq!(vrije_tekst("naam", " ", 10), Ok(String::new()));
        assert_eq!(tekst("naam", "a\u{0}b", 10).unwrap_err().code, Code::OngeldigeWaarde);
    }

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        assert_eq!(email("email", " Kijker@Samenspel.example "), Ok("kijker@samenspel.example".into()));
        for text in ["kijker", "@samenspel.nl", "a@b", "a@b@c.nl", "a b@c.nl", "a@.nl", "a@b..nl", "<a@b.nl>"] {
            assert_eq!(email("email", text).unwrap_err().code, Code::OngeldigeWaarde, "{text}");
        }
    }

    #[test]
    fn a_password_is_long_enough() {
        assert_eq!(wachtwoord("nieuw", "elf tekens!").unwrap_err().code, Code::OngeldigeWaarde);
        assert!(wachtwoord("nieuw", "twaalf teken").is_ok());
        assert_eq!(wachtwoord("nieuw", &"a".repeat(201)).unwrap_err().code, Code::TeLang);
    }

    #[test]
    fn a_date_lies_within_the_life_of_the_hub() {
        assert!(datum("van", date(2014, 1, 1)).is_ok());
        assert!(datum("van", date(2013, 12, 31)).is_err());
        assert!(datum("van", date(2101, 1, 1)).is_err());
    }
}
