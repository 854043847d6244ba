//! What people say in the margin of a text: a remark, or a suggestion that a writer takes over or not. Pure.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::AfspraakId;
use crate::{
    domain::{
        fout::{Code, Fout},
        invoer,
        organisatie::{PersoonId, uuid_id},
    },
    platform::documents::passage,
};

uuid_id!(KanttekeningId);

const MAX_TEKST: usize = 5_000;
/// A suggestion is about a sentence or two; for more one writes in the text.
const MAX_CITAAT: usize = 2_000;
const MAX_PLEK: usize = 300;
const MAX_SLEUTEL: usize = 100;
/// More than this is a meeting.
const MAX_ANTWOORDEN: usize = 200;

/// A remark or a suggestion in the margin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kanttekening {
    pub id: KanttekeningId,
    pub afspraak: AfspraakId,
    pub inhoud: KanttekeningInhoud,
    /// The persons mentioned in it.
    pub vermelde: BTreeSet<PersoonId>,
    pub antwoorden: Vec<KantAntwoord>,
    pub stand: KanttekeningStand,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
    pub beslist_door: Option<PersoonId>,
    pub beslist_op: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KanttekeningInhoud {
    /// The article it is about.
    pub artikel: String,
    /// The words it is about; none: the article as a whole.
    pub passage: Option<Passage>,
    /// What someone says; may be empty beside a suggestion.
    pub tekst: String,
    /// What should stand there instead; empty: nothing. Absent: it is a remark.
    pub voorstel: Option<String>,
}

/// Words in the text, which keep their place while others write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// Relative positions, as Yjs writes them in JSON.
    pub van: String,
    pub tot: String,
    /// What stood there.
    pub citaat: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KantAntwoord {
    pub tekst: String,
    pub vermelde: BTreeSet<PersoonId>,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// Hoe ver het is met een opmerking of voorstel bij een tekst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum KanttekeningStand {
    /// Er moet nog iets mee.
    Open,
    /// De opmerking is afgehandeld.
    Opgelost,
    /// Het voorstel staat nu in de tekst.
    Aangenomen,
    /// Het voorstel is niet overgenomen.
    Afgewezen,
}

impl KanttekeningInhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let is_voorstel = self.voorstel.is_some();
        let tekst = if is_voorstel { invoer::vrije_tekst } else { invoer::tekst }("tekst", &self.tekst, MAX_TEKST)?;
        let artikel = invoer::tekst("artikel", &self.artikel, MAX_SLEUTEL)?;
        let Some(passage) = self.passage else {
            if is_voorstel {
                let bericht = "Kies eerst in de tekst de woorden die anders moeten.";
                return Err(Fout::bij(Code::Verplicht, "passage", bericht));
            }
            return Ok(Self { artikel, passage: None, tekst, voorstel: None });
        };
        // Not trimmed: a space may be what it is about.
        invoer::vrije_tekst("passage", &passage.citaat, MAX_CITAAT)?;
        let plek = |plek: &str| plek.len() <= MAX_PLEK && passage::is_position(plek);
        if passage.citaat.is_empty() || !plek(&passage.van) || !plek(&passage.tot) {
            let bericht = "Deze plek in de tekst is niet te vinden. Kies de woorden opnieuw.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "passage", bericht));
        }
        if let Some(voorstel) = &self.voorstel {
            invoer::vrije_tekst("voorstel", voorstel, MAX_CITAAT)?;
            if voorstel.contains(['\n', '\r', '\t']) {
                let bericht = "Een voorstel blijft binnen één alinea. Maak er een regel van.";
                return Err(Fout::bij(Code::OngeldigeWaarde, "voorstel", bericht));
            }
            if *voorstel == passage.citaat {
                let bericht = "Dit staat er al. Schrijf wat er in plaats daarvan moet staan.";
                return Err(Fout::bij(Code::OngeldigeWaarde, "voorstel", bericht));
            }
        }
        Ok(Self { artikel, passage: Some(passage), tekst, voorstel: self.voorstel })
    }
}

impl Kanttekening {
    /// Refuses what comes after the end of it.
    pub fn toets_open(&self) -> Result<(), Fout> {
        if self.stand == KanttekeningStand::Open {
            return Ok(());
        }
        let bericht = match self.stand {
            KanttekeningStand::Aangenomen => "Dit voorstel is al overgenomen in de tekst.",
            KanttekeningStand::Afgewezen => "Dit voorstel is al afgewezen.",
            _ => "Deze opmerking is al afgehandeld. Heropen haar als er toch nog iets mee moet.",
        };
        Err(Fout::new(Code::NietInDezeFase, bericht))
    }

    pub fn toets_antwoord(&self, tekst: &str) -> Result<String, Fout> {
        self.toets_open()?;
        if self.antwoorden.len() >= MAX_ANTWOORDEN {
            let bericht = "Hier staan al veel antwoorden. Handel deze opmerking af en begin een nieuwe.";
            return Err(Fout::new(Code::NietInDezeFase, bericht));
        }
        invoer::tekst("tekst", tekst, MAX_TEKST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plek(klok: u32) -> String {
        format!("{{\"item\":{{\"client\":7,\"clock\":{klok}}},\"assoc\":0}}")
    }

    #[test]
    fn a_remark_says_something_and_a_suggestion_says_what_and_where() {
        let passage = |citaat: &str| Some(Passage { van: plek(1), tot: plek(6), citaat: citaat.into() });
        let vreemd = Some(Passage { van: "{}".into(), tot: plek(6), citaat: "1 mei".into() });
        for (passage, tekst, voorstel, fout) in [
            (None, "Waarom?", None, None),
            (None, " ", None, Some("tekst")),
            (passage("1 mei"), "Waarom?", None, None),
            (passage("1 mei"), "", Some("1 juni"), None),
            (passage("1 mei"), "", Some(""), None),
            (passage(" "), "Een spatie te veel", Some(""), None),
            (None, "Liever anders", Some("1 juni"), Some("passage")),
            (vreemd, "Waarom?", None, Some("passage")),
            (passage(""), "Waarom?", None, Some("passage")),
            (passage("1 mei"), "", Some("1 mei"), Some("voorstel")),
            (passage("1 mei"), "", Some("1 juni\nen dan"), Some("voorstel")),
        ] {
            let inhoud = KanttekeningInhoud {
                artikel: "a".into(),
                passage,
                tekst: tekst.into(),
                voorstel: voorstel.map(Into::into),
            };
            let veld = inhoud.clone().getoetst().err().and_then(|fout| fout.veld);
            assert_eq!(veld.as_deref(), fout, "{inhoud:?}");
        }
    }
}
