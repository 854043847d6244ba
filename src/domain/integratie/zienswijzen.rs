//! The register of zienswijzen: what a council said, what was answered, what it changed in the text, and when that
//! went back to the council. Pure.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::BesluitId;
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, PersoonId, uuid_id},
};

uuid_id!(ZienswijzepuntId);

pub const MAX_THEMA: usize = 100;
pub const MAX_PUNT: usize = 5_000;

/// One remark of one council.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Zienswijzepunt {
    pub id: ZienswijzepuntId,
    pub besluit: BesluitId,
    pub gemeente: GemeenteId,
    /// By which the register is grouped.
    pub thema: String,
    pub punt: String,
    pub antwoord: String,
    pub verwerking: Verwerking,
    /// What changed in the text; empty when nothing did.
    pub tekstwijziging: String,
    /// When the council was told what was done with it.
    pub teruggekoppeld_op: Option<Date>,
    pub ingetrokken: bool,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// Wat een punt met de tekst doet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Verwerking {
    /// Dat is nog niet bepaald.
    #[default]
    NogNiet,
    /// De tekst is aangepast.
    Aangepast,
    /// De tekst blijft zoals zij is.
    Ongewijzigd,
}

/// Hoe ver een punt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "ZienswijzepuntStand")]
pub enum Puntstand {
    /// Er is nog geen antwoord.
    Ontvangen,
    /// Er is een antwoord.
    Beantwoord,
    /// Het antwoord is er, en wat het met de tekst doet.
    Verwerkt,
    /// De raad weet wat ermee gedaan is.
    Teruggekoppeld,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Beantwoording {
    pub antwoord: String,
    pub verwerking: Verwerking,
    pub tekstwijziging: String,
    pub teruggekoppeld_op: Option<Date>,
}

/// The theme, on one line.
pub fn thema_van(tekst: &str) -> Result<String, Fout> {
    invoer::tekst("thema", &tekst.split_whitespace().collect::<Vec<_>>().join(" "), MAX_THEMA)
}

pub fn punt_van(tekst: &str) -> Result<String, Fout> {
    invoer::tekst("punt", tekst, MAX_PUNT)
}

impl Beantwoording {
    /// The same trimmed, or what is missing: step by step, from answer to text to council.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let antwoord = invoer::vrije_tekst("antwoord", &self.antwoord, MAX_PUNT)?;
        let tekstwijziging = invoer::vrije_tekst("tekstwijziging", &self.tekstwijziging, MAX_PUNT)?;
        if antwoord.is_empty() && self.verwerking != Verwerking::NogNiet {
            return Err(Fout::bij(Code::Verplicht, "antwoord", "Schrijf eerst het antwoord aan de raad."));
        }
        match (self.verwerking, tekstwijziging.is_empty()) {
            (Verwerking::Aangepast, true) => {
                let bericht = "Schrijf op wat er in de tekst veranderd is.";
                return Err(Fout::bij(Code::Verplicht, "tekstwijziging", bericht));
            }
            (Verwerking::NogNiet | Verwerking::Ongewijzigd, false) => {
                let bericht = "Kies ‘aangepast’ als de tekst verandert, of maak dit veld leeg.";
                return Err(Fout::bij(Code::OngeldigeWaarde, "tekstwijziging", bericht));
            }
            _ => {}
        }
        if let Some(op) = self.teruggekoppeld_op {
            invoer::datum("teruggekoppeldOp", op)?;
            if self.verwerking == Verwerking::NogNiet {
                let bericht = "Bepaal eerst wat het punt met de tekst doet. Koppel daarna terug.";
                return Err(Fout::bij(Code::OngeldigeWaarde, "teruggekoppeldOp", bericht));
            }
        }
        Ok(Self { antwoord, tekstwijziging, ..self })
    }
}

impl Zienswijzepunt {
    pub fn stand(&self) -> Puntstand {
        match (self.teruggekoppeld_op, self.verwerking, self.antwoord.is_empty()) {
            (Some(_), _, _) => Puntstand::Teruggekoppeld,
            (None, Verwerking::Aangepast | Verwerking::Ongewijzigd, _) => Puntstand::Verwerkt,
            (None, Verwerking::NogNiet, false) => Puntstand::Beantwoord,
            (None, Verwerking::NogNiet, true) => Puntstand::Ontvangen,
        }
    }

    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft dit punt net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }

    /// The next version, by whom and when.
    pub fn volgende(&self, door: Option<PersoonId>, op: Timestamp) -> Self {
        Self { versie: self.versie + 1, door, op, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn beantwoording(antwoord: &str, verwerking: Verwerking, tekst: &str, terug: Option<Date>) -> Beantwoording {
        Beantwoording { antwoord: antwoord.into(), verwerking, tekstwijziging: tekst.into(), teruggekoppeld_op: terug }
    }

    #[test]
    fn a_remark_goes_step_by_step_from_answer_to_text_to_council() {
        use Verwerking as V;
        let terug = Some(date(2025, 9, 1));
        for (invoer, verwacht) in [
            (beantwoording("", V::NogNiet, "", None), Ok(Puntstand::Ontvangen)),
            (beantwoording("Ja.", V::NogNiet, "", None), Ok(Puntstand::Beantwoord)),
            (beantwoording("Ja.", V::Aangepast, "Artikel 4.", None), Ok(Puntstand::Verwerkt)),
            (beantwoording("Nee.", V::Ongewijzigd, " ", None), Ok(Puntstand::Verwerkt)),
            (beantwoording("Nee.", V::Ongewijzigd, "", terug), Ok(Puntstand::Teruggekoppeld)),
            (beantwoording(" ", V::Ongewijzigd, "", None), Err((Code::Verplicht, "antwoord"))),
            (beantwoording("Ja.", V::Aangepast, "", None), Err((Code::Verplicht, "tekstwijziging"))),
            (beantwoording("Ja.", V::Ongewijzigd, "Artikel 4.", None), Err((Code::OngeldigeWaarde, "tekstwijziging"))),
            (beantwoording("Ja.", V::NogNiet, "", terug), Err((Code::OngeldigeWaarde, "teruggekoppeldOp"))),
            (
                beantwoording("Ja.", V::Ongewijzigd, "", Some(date(1999, 1, 1))),
                Err((Code::DatumOngeldig, "teruggekoppeldOp")),
            ),
        ] {
            let naam = format!("{invoer:?}");
            let stand = invoer.getoetst().map(|een| {
                Zienswijzepunt {
                    id: ZienswijzepuntId(uuid::Uuid::nil()),
                    besluit: BesluitId("besluit".into()),
                    gemeente: GemeenteId("gem".into()),
                    thema: "Kosten".into(),
                    punt: "Te duur.".into(),
                    antwoord: een.antwoord,
                    verwerking: een.verwerking,
                    tekstwijziging: een.tekstwijziging,
                    teruggekoppeld_op: een.teruggekoppeld_op,
                    ingetrokken: false,
                    versie: 1,
                    door: None,
                    op: Timestamp::UNIX_EPOCH,
                }
                .stand()
            });
            let stand = stand.map_err(|fout| (fout.code, fout.veld.unwrap_or_default()));
            assert_eq!(stand, verwacht.map_err(|(code, veld)| (code, veld.to_owned())), "{naam}");
        }
    }
}
