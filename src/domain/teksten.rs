//! Texts that are written together: which there are, and who may read and write them. Pure.

use super::{
    afspraken::{self, AfspraakId, tekst::Tekst},
    beeld::Beeld,
    begrippen,
    contracten::{self, ContractId},
    integratie::{self, TaakId},
    organisatie::{self, GemeenteId, RolId},
    rechten::Wie,
    sporen::Lezing,
};
use crate::platform::graphql::relay;

/// What someone may do with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Toegang {
    Geen,
    Lezen,
    Schrijven,
}

/// The key of a text, by its key or by the global id of what it is the text of.
pub fn sleutel(soort: &str, id: &str) -> String {
    match (soort, relay::parse(id)) {
        ("afspraken", Some(global)) if global.kind == "Afspraak" => global.key,
        _ => id.to_owned(),
    }
}

/// What they may do with the text of `soort` with this id. A text that does not exist is nobody's.
pub fn toegang(beeld: &Beeld, wie: &Wie, soort: &str, id: &str) -> Toegang {
    let afspraak = match soort {
        "afspraken" => beeld.afspraken.afspraken.get(&AfspraakId(id.to_owned())),
        _ => None,
    };
    match afspraak {
        Some(afspraak) if afspraken::mag_schrijven(wie, afspraak) => Toegang::Schrijven,
        Some(afspraak) if afspraken::mag_lezen(wie, afspraak) => Toegang::Lezen,
        _ => Toegang::Geen,
    }
}

/// What the names in a text are looked up in.
#[derive(Clone, Copy)]
pub struct Namen<'b> {
    organisatie: &'b organisatie::Toestand,
    integratie: &'b integratie::Toestand,
    afspraken: &'b afspraken::Toestand,
    contracten: &'b contracten::Toestand,
}

impl<'b> From<&'b Beeld> for Namen<'b> {
    fn from(beeld: &'b Beeld) -> Self {
        let (organisatie, integratie) = (&beeld.organisatie, &beeld.integratie);
        Self { organisatie, integratie, afspraken: &beeld.afspraken, contracten: &beeld.contracten }
    }
}

impl<'b> From<&'b Lezing> for Namen<'b> {
    fn from(beeld: &'b Lezing) -> Self {
        let (organisatie, integratie) = (beeld.organisatie(), beeld.integratie());
        Self { organisatie, integratie, afspraken: beeld.afspraken(), contracten: beeld.contracten() }
    }
}

/// The text, in which what it mentions is called as it is called now.
pub fn met_namen_van_nu<'b>(namen: impl Into<Namen<'b>>, tekst: Tekst) -> Tekst {
    let namen = namen.into();
    tekst.met_namen(&|id| namen.van(id))
}

impl Namen<'_> {
    /// What something one can mention is called.
    fn van(&self, id: &str) -> Option<String> {
        let global = relay::parse(id)?;
        let key = global.key;
        match global.kind.as_str() {
            "Gemeente" => self.organisatie.gemeenten.get(&GemeenteId(key)).map(|een| een.naam.clone()),
            "Rol" => self.organisatie.rollen.get(&RolId(key)).map(|een| een.naam.clone()),
            "Afspraak" => self.afspraken.afspraken.get(&AfspraakId(key)).map(|een| een.inhoud.naam.clone()),
            "Begrip" => begrippen::woord(&key),
            "Contract" => {
                let contract = self.contracten.contracten.get(&ContractId(key))?;
                Some(format!("{} {}", contract.inhoud.nummer, contract.inhoud.naam))
            }
            "Taak" => {
                let id = TaakId(uuid::Uuid::try_parse(&key).ok()?);
                self.integratie.kaarten.get(&id).map(|kaart| kaart.taak.titel.clone())
            }
            _ => None,
        }
    }
}
