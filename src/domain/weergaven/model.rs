//! A name for what someone chose on a page. Pure.

use serde::{Deserialize, Serialize};

use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{PersoonId, uuid_id},
};

uuid_id!(WeergaveId);

/// Names that fit in a menu.
const MAX_NAAM: usize = 80;
const MAX_PAGINA: usize = 200;
/// Every filter of a page filled in takes a few hundred.
const MAX_ZOEK: usize = 2_000;
/// So many of one person still fit in their menus.
pub const MAX_PER_PERSOON: usize = 200;

/// What someone chose on a page, under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weergave {
    pub id: WeergaveId,
    pub eigenaar: PersoonId,
    /// The path of the page: `/integratie/module-1/takenbord`.
    pub pagina: String,
    /// What stands after the question mark in its address.
    pub zoek: String,
    pub naam: String,
    pub gedeeld: bool,
    /// Taken off the menus; its maker can put it back.
    pub vervallen: bool,
}

impl Weergave {
    /// The same trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let naam = self.naam.split_whitespace().collect::<Vec<_>>().join(" ");
        let naam = invoer::tekst("naam", &naam, MAX_NAAM)?;
        let pagina = invoer::tekst("pagina", &self.pagina, MAX_PAGINA)?;
        let is_pad = |c: char| c.is_ascii_alphanumeric() || "/-_".contains(c);
        if !pagina.starts_with('/') || pagina.contains("//") || !pagina.chars().all(is_pad) {
            let bericht = "Dit is geen pagina van de hub. Bewaar de weergave op de pagina zelf.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "pagina", bericht));
        }
        let zoek = invoer::vrije_tekst("zoek", &self.zoek, MAX_ZOEK)?;
        if zoek.contains(['#', '?', ' ', '\n']) {
            let bericht = "Wat er gekozen is, staat niet goed in het adres. Bewaar de weergave op de pagina zelf.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "zoek", bericht));
        }
        Ok(Self { naam, pagina, zoek, ..self })
    }

    /// May this person see it?
    pub fn zichtbaar_voor(&self, persoon: PersoonId) -> bool {
        !self.vervallen && (self.gedeeld || self.eigenaar == persoon)
    }

    /// Would one look for the one and find the other?
    pub fn heet_als(&self, ander: &Self) -> bool {
        self.id != ander.id
            && !self.vervallen
            && self.eigenaar == ander.eigenaar
            && self.pagina == ander.pagina
            && self.naam.to_lowercase() == ander.naam.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn weergave(pagina: &str, zoek: &str, naam: &str) -> Weergave {
        Weergave {
            id: WeergaveId(Uuid::nil()),
            eigenaar: PersoonId(Uuid::nil()),
            pagina: pagina.into(),
            zoek: zoek.into(),
            naam: naam.into(),
            gedeeld: false,
            vervallen: false,
        }
    }

    #[test]
    fn a_view_has_a_name_and_stays_within_the_hub() {
        for (pagina, zoek, naam, fout) in [
            ("/afspraken", "fase=CONCEPT&zoek=jeugd%20ggz", "Van  mij", None),
            ("/integratie/module-1/takenbord", "", "Alles", None),
            ("/afspraken", "", "  ", Some((Code::Verplicht, "naam"))),
            ("/afspraken", "", &"x".repeat(81), Some((Code::TeLang, "naam"))),
            ("//elders.example/pad", "", "Weg", Some((Code::OngeldigeWaarde, "pagina"))),
            ("https://elders.example", "", "Weg", Some((Code::OngeldigeWaarde, "pagina"))),
            ("/afspraken?x", "", "Weg", Some((Code::OngeldigeWaarde, "pagina"))),
            ("/afspraken", "a=b#c", "Weg", Some((Code::OngeldigeWaarde, "zoek"))),
            ("/afspraken", &"x".repeat(2_001), "Lang", Some((Code::TeLang, "zoek"))),
        ] {
            let getoetst = weergave(pagina, zoek, naam).getoetst();
            let wat = getoetst.as_ref().err().map(|fout| (fout.code, fout.veld.as_deref().unwrap_or_default()));
            assert_eq!(wat, fout, "{pagina} {zoek} {naam}");
        }
        assert_eq!(weergave("/afspraken", "", " Van \n mij ").getoetst().unwrap().naam, "Van mij");
    }
}
