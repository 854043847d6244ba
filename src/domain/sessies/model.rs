//! Sessies and what is in them: ids, values, rules. Pure.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{standpunten::Standpunt, woorden::*};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, Herkomst, PersoonId, uuid_id},
};

uuid_id!(SessieId, GastId, FaseId, VakId, NotitieId, NotitiegroepId, OpbrengstId);

pub const MAX_NOTITIE: usize = 280;
const MAX_NAAM: usize = 120;
const MAX_DOEL: usize = 500;
const MAX_SCHUILNAAM: usize = 30;
/// More steps than this nobody gets through in a day.
const MAX_FASEN: usize = 20;
const MAX_KOLOMMEN: usize = 9;
const MAX_KEUZES: usize = 12;
/// Letters and digits that nobody takes for another when they are read aloud.
const TEKENS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// A session: how it runs, and where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sessie {
    pub id: SessieId,
    pub naam: String,
    /// The question on the table.
    pub doel: String,
    pub stand: Sessiestand,
    /// Nobody can know who wrote what. Never changes: people wrote counting on it.
    pub anoniem: bool,
    /// The facilitator looks at each note before it shows.
    pub modereren: bool,
    pub deur: Deurstand,
    pub code: Option<String>,
    /// Until when the code opens the door.
    pub code_tot: Option<Timestamp>,
    pub begeleiders: Vec<PersoonId>,
    pub fasen: Vec<Fase>,
    /// `None`: the lobby.
    pub huidige: Option<FaseId>,
    pub gemaakt_op: Timestamp,
    pub afgerond_op: Option<Timestamp>,
    /// What the documents say of a session held before the hub was there.
    pub vroeger: Option<Vroeger>,
    /// To whom the report went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verzendingen: Vec<Verzending>,
    /// What parties said in the open about who steers on costs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standpunten: Vec<Standpunt>,
}

/// The report of a session, sent to these people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verzending {
    pub sessie: SessieId,
    pub aan: BTreeSet<PersoonId>,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// A session of the past, as the documents describe it; what they do not say is absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Vroeger {
    pub datum: String,
    pub vorm: String,
    pub deelnemers: Option<String>,
    pub themas: Vec<String>,
    pub herkomst: Herkomst,
}

/// A step of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fase {
    pub id: FaseId,
    pub soort: Fasesoort,
    pub naam: String,
    pub uitleg: String,
    pub kolommen: Vec<Vak>,
    pub stemming: Option<Stemming>,
    pub minuten: Option<i32>,
    pub loopt_tot: Option<Timestamp>,
    pub begonnen: bool,
    /// Do all see the notes?
    pub getoond: bool,
    /// What there is to choose, from the moment the vote opens.
    pub keuzes: Vec<Stemkeuze>,
    pub uitslag: Option<Uitslag>,
}

/// A column of notes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Vak {
    pub id: VakId,
    pub naam: String,
}

/// How one votes in a phase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stemming {
    pub vorm: Stemvorm,
    /// Points to give away; only for dots.
    pub budget: u32,
    /// Most points for one item; only for dots.
    pub per_keuze: u32,
    /// The answers of a poll.
    pub antwoorden: Vec<String>,
}

/// One thing to vote for: a group, a note or an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stemkeuze {
    pub id: Uuid,
    pub naam: String,
}

/// The result of a vote, as far as it may be known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uitslag {
    pub groepen: Vec<Groepsuitslag>,
    /// Groups that are not told apart, because someone's vote would show.
    pub beschermd: Vec<Stemgroep>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Groepsuitslag {
    pub groep: Stemgroep,
    /// `None`: the source does not say.
    pub stemmers: Option<u32>,
    pub regels: Vec<Uitslagregel>,
    /// What this group prefers, when that is all that is known.
    pub voorkeur: Option<Uuid>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uitslagregel {
    pub keuze: Uuid,
    pub punten: Option<u32>,
    pub procent: Option<u32>,
}

/// For whom someone speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Achterban {
    Mgr,
    Gemeente(GemeenteId),
}

/// Someone who takes part; lives in this session only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gast {
    pub id: GastId,
    pub sessie: SessieId,
    pub schuilnaam: String,
    pub achterban: Achterban,
    pub toelating: Toelating,
    pub klaar: Option<FaseId>,
    /// The votes this guest took part in; what the vote was is kept nowhere.
    pub gestemd: BTreeSet<FaseId>,
    pub verloopt_op: Timestamp,
    /// Who it was, if they said so afterwards; never in an anonymous session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persoon: Option<PersoonId>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notitie {
    pub id: NotitieId,
    pub sessie: SessieId,
    pub fase: FaseId,
    pub kolom: VakId,
    pub tekst: String,
    /// Digest of a secret that only the phone has that wrote it; another one for each note.
    pub slot: String,
    /// Who wrote it; in an anonymous session nobody knows.
    pub gast: Option<GastId>,
    pub stand: Notitiestand,
    /// Came in after its phase.
    pub laat: bool,
    pub groep: Option<NotitiegroepId>,
    pub op: Timestamp,
    pub herkomst: Option<Herkomst>,
}

/// Notes that belong together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Groep {
    pub id: NotitiegroepId,
    pub sessie: SessieId,
    pub naam: String,
    pub opgeheven: bool,
}

/// What came out of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opbrengst {
    pub id: OpbrengstId,
    pub sessie: SessieId,
    pub soort: Opbrengstsoort,
    pub titel: String,
    pub notitie: Option<NotitieId>,
    pub groep: Option<NotitiegroepId>,
    pub eigenaar: Option<PersoonId>,
    pub datum: Option<Date>,
    /// The task it became.
    pub taak: Option<Uuid>,
    pub op: Timestamp,
}

/// How a session can run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sjabloon {
    pub id: String,
    pub naam: String,
    pub omschrijving: String,
    /// Made by people here, not one of the house.
    pub eigen: bool,
    pub fasen: Vec<Sjabloonfase>,
    /// One more with each change.
    #[serde(default, skip_serializing_if = "is_nul")]
    pub versie: i32,
    /// Nobody starts anything with it any more.
    #[serde(default, skip_serializing_if = "is_onwaar")]
    pub vervallen: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sjabloonfase {
    pub soort: Fasesoort,
    pub naam: String,
    #[serde(default)]
    pub uitleg: String,
    #[serde(default)]
    pub kolommen: Vec<String>,
    #[serde(default)]
    pub stemming: Option<Stemming>,
    pub minuten: Option<i32>,
}

// What old logs do not have stays out of new ones while it says nothing.
fn is_nul(versie: &i32) -> bool {
    *versie == 0
}

fn is_onwaar(waarde: &bool) -> bool {
    !waarde
}

/// The digest a note keeps of the secret of the phone that wrote it.
pub fn slot_van(sleutel: &str) -> String {
    Sha256::digest(sleutel).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Commands carry the secret as its digest: what they carry is compared and searched, and digits in a secret would look
/// like a BSN now and then.
pub fn als_slot<S: serde::Serializer>(sleutel: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&slot_van(sleutel))
}

/// A code of six signs out of random bytes.
pub fn code_van(toeval: [u8; 6]) -> String {
    toeval.iter().map(|byte| char::from(TEKENS[usize::from(*byte) % TEKENS.len()])).collect()
}

/// A code as people type it: in small letters, with spaces or a dash.
pub fn code_gelezen(getypt: &str) -> String {
    getypt.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
}

/// The name of a session and its question, trimmed.
pub fn naam_en_doel(naam: &str, doel: &str) -> Result<(String, String), Fout> {
    Ok((invoer::tekst("naam", naam, MAX_NAAM)?, invoer::vrije_tekst("doel", doel, MAX_DOEL)?))
}

/// The name someone goes by in a session.
pub fn schuilnaam(getypt: &str) -> Result<String, Fout> {
    let naam = getypt.split_whitespace().collect::<Vec<_>>().join(" ");
    invoer::tekst("schuilnaam", &naam, MAX_SCHUILNAAM)
}

/// The text of a note.
pub fn notitietekst(getypt: &str) -> Result<String, Fout> {
    invoer::tekst("tekst", getypt, MAX_NOTITIE)
}

/// The name of a group.
pub fn groepsnaam(getypt: &str) -> Result<String, Fout> {
    invoer::tekst("naam", getypt, MAX_NAAM)
}

impl Sessie {
    pub fn fase(&self, id: FaseId) -> Option<&Fase> {
        self.fasen.iter().find(|fase| fase.id == id)
    }

    pub fn fase_nu(&self) -> Option<&Fase> {
        self.fase(self.huidige?)
    }

    /// Where a phase stands in the order; what does not exist stands before all.
    pub fn volgnummer(&self, id: Option<FaseId>) -> Option<usize> {
        self.fasen.iter().position(|fase| Some(fase.id) == id)
    }

    /// The phase, to change it.
    pub fn fase_mut(&mut self, id: FaseId) -> Result<&mut Fase, Fout> {
        let fase = self.fasen.iter_mut().find(|fase| fase.id == id);
        fase.ok_or_else(|| Fout::niet_gevonden("Deze fase"))
    }

    /// Refuses what can only be done while people take part.
    pub fn toets_bezig(&self) -> Result<(), Fout> {
        let bericht = match self.stand {
            Sessiestand::Bezig => return Ok(()),
            Sessiestand::Gepland => "Deze sessie is nog niet begonnen. Open haar eerst.",
            Sessiestand::Afgerond => "Deze sessie is afgerond. Je kunt het verslag nog lezen.",
        };
        Err(Fout::new(Code::OngeldigeWaarde, bericht))
    }

    /// Does this code open the door now?
    pub fn gaat_open(&self, code: &str, nu: Timestamp) -> bool {
        self.stand == Sessiestand::Bezig
            && self.code.as_deref() == Some(code)
            && self.code_tot.is_some_and(|tot| tot > nu)
    }

    /// Where a note may come, and how it comes in.
    pub fn plek_voor_notitie(&self, fase: FaseId, kolom: VakId) -> Result<(Notitiestand, bool), Fout> {
        self.toets_bezig()?;
        let fase = self.fase(fase).ok_or_else(|| Fout::niet_gevonden("Deze fase"))?;
        if fase.soort != Fasesoort::Verzamelen || !fase.kolommen.iter().any(|een| een.id == kolom) {
            return Err(Fout::bij(Code::AnderBord, "kolom", "Deze kolom hoort niet bij deze fase. Kies een andere."));
        }
        if !fase.begonnen {
            let bericht = "Deze fase is nog niet begonnen. Wacht op de begeleider.";
            return Err(Fout::new(Code::OngeldigeWaarde, bericht));
        }
        let laat = self.huidige != Some(fase.id);
        let stand = if laat || self.modereren { Notitiestand::Wacht } else { Notitiestand::Zichtbaar };
        Ok((stand, laat))
    }
}

impl Sessie {
    /// Keeps what a party said in this session about a domain; without a position it is taken back.
    pub fn neem_standpunt_op(&mut self, standpunt: Standpunt) {
        self.standpunten.retain(|ander| (&ander.van, &ander.domein) != (&standpunt.van, &standpunt.domein));
        if standpunt.positie.is_some() {
            self.standpunten.push(standpunt);
            self.standpunten.sort_by(|een, ander| (&een.domein, &een.van).cmp(&(&ander.domein, &ander.van)));
        }
    }
}

impl Fase {
    pub fn is_stemming_open(&self) -> bool {
        self.soort == Fasesoort::Stemmen && self.begonnen && self.uitslag.is_none()
    }
}

impl Notitie {
    /// Refuses who did not write this note.
    pub fn toets_sleutel(&self, sleutel: &str) -> Result<(), Fout> {
        if self.slot == slot_van(sleutel) && matches!(self.stand, Notitiestand::Wacht | Notitiestand::Zichtbaar) {
            return Ok(());
        }
        Err(Fout::new(Code::GeenRecht, "Dit kan alleen op het toestel waarop de notitie geschreven is."))
    }
}

impl Sjabloon {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(mut self) -> Result<Self, Fout> {
        (self.naam, self.omschrijving) = naam_en_doel(&self.naam, &self.omschrijving)?;
        if self.fasen.is_empty() || self.fasen.len() > MAX_FASEN {
            return Err(Fout::bij(Code::OngeldigeWaarde, "fasen", "Kies één tot twintig fasen."));
        }
        for (nummer, fase) in self.fasen.iter_mut().enumerate() {
            fase.toets().map_err(|fout| Fout {
                veld: fout.veld.map(|veld| format!("fasen.{nummer}.{veld}")),
                bericht: format!("Fase {}: {}", nummer + 1, fout.bericht),
                ..fout
            })?;
        }
        Ok(self)
    }
}

impl Sjabloonfase {
    /// Trims its texts, or says what is wrong with it.
    fn toets(&mut self) -> Result<(), Fout> {
        (self.naam, self.uitleg) =
            (invoer::tekst("naam", &self.naam, MAX_NAAM)?, invoer::vrije_tekst("uitleg", &self.uitleg, MAX_DOEL)?);
        if self.minuten.is_some_and(|minuten| !(1..=240).contains(&minuten)) {
            return Err(Fout::bij(Code::OngeldigeWaarde, "minuten", "Kies 1 tot 240 minuten, of geen tijd."));
        }
        for kolom in &mut self.kolommen {
            *kolom = invoer::tekst("kolommen", kolom, MAX_NAAM)?;
        }
        match (self.soort, self.kolommen.len(), &mut self.stemming) {
            (Fasesoort::Verzamelen, 1..=MAX_KOLOMMEN, None) | (Fasesoort::Groeperen, 0, None) => Ok(()),
            (Fasesoort::Bespreken | Fasesoort::Besluiten, 0, None) => Ok(()),
            (Fasesoort::Verzamelen, ..) => {
                Err(Fout::bij(Code::OngeldigeWaarde, "kolommen", "Geef één tot negen kolommen."))
            }
            (Fasesoort::Stemmen, 0, Some(stemming)) => stemming.toets(),
            (Fasesoort::Stemmen, ..) => Err(Fout::bij(Code::Verplicht, "stemming", "Kies hoe er gestemd wordt.")),
            _ => Err(Fout::bij(Code::OngeldigeWaarde, "kolommen", "Alleen verzamelen heeft kolommen.")),
        }
    }
}

impl Stemming {
    fn toets(&mut self) -> Result<(), Fout> {
        for antwoord in &mut self.antwoorden {
            *antwoord = invoer::tekst("stemming", antwoord, MAX_NAAM)?;
        }
        let goed = match self.vorm {
            Stemvorm::Punten => (1..=20).contains(&self.budget) && (1..=self.budget).contains(&self.per_keuze),
            Stemvorm::Peiling => (2..=MAX_KEUZES).contains(&self.antwoorden.len()),
            Stemvorm::Schaal | Stemvorm::Rangorde | Stemvorm::Consent => true,
        };
        let bericht =
            "Geef bij punten 1 tot 20 punten (en hooguit zoveel per keuze), bij een peiling 2 tot 12 antwoorden.";
        if goed { Ok(()) } else { Err(Fout::bij(Code::OngeldigeWaarde, "stemming", bericht)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_as_it_is_typed() {
        let code = code_van([0, 30, 31, 62, 255, 7]);
        assert_eq!(code.len(), 6);
        assert!(!code.contains(['0', '1', 'I', 'L', 'O']), "{code}");
        let getypt = format!(" {}-{} ", code[..3].to_lowercase(), &code[3..]);
        assert_eq!(code_gelezen(&getypt), code);
    }

    #[test]
    fn a_template_must_make_sense() {
        let fase = |soort, kolommen: &[&str], stemming: Option<(Stemvorm, u32, u32, usize)>| Sjabloonfase {
            soort,
            naam: "Fase".into(),
            uitleg: String::new(),
            kolommen: kolommen.iter().map(|naam| (*naam).to_owned()).collect(),
            stemming: stemming.map(|(vorm, budget, per_keuze, antwoorden)| Stemming {
                vorm,
                budget,
                per_keuze,
                antwoorden: vec!["Antwoord".into(); antwoorden],
            }),
            minuten: Some(5),
        };
        use Fasesoort::*;
        for (fasen, goed) in [
            (vec![fase(Verzamelen, &["Behouden"], None)], true),
            (vec![fase(Verzamelen, &[], None)], false),
            (vec![fase(Verzamelen, &["x"; 10], None)], false),
            (vec![fase(Stemmen, &[], Some((Stemvorm::Punten, 5, 3, 0)))], true),
            (vec![fase(Stemmen, &[], Some((Stemvorm::Punten, 5, 6, 0)))], false),
            (vec![fase(Stemmen, &[], Some((Stemvorm::Peiling, 0, 0, 1)))], false),
            (vec![fase(Stemmen, &[], None)], false),
            (vec![fase(Bespreken, &["x"], None)], false),
            (vec![], false),
        ] {
            let naam = format!("{fasen:?}");
            let (id, naam_sjabloon) = (String::new(), "Sjabloon".to_owned());
            let omschrijving = String::new();
            let (versie, vervallen) = (0, false);
            let sjabloon = Sjabloon { id, naam: naam_sjabloon, omschrijving, eigen: true, fasen, versie, vervallen };
            assert_eq!(sjabloon.getoetst().is_ok(), goed, "{naam}");
        }
    }
}
