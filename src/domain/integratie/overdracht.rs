//! What goes over to the MGR: per function and region how it is now and what is wanted, and how far each gemeente
//! is. What nobody knows is asked for: that is work on the board. Pure.

use std::collections::BTreeSet;

use jiff::{
    Timestamp,
    civil::{Date, date},
};
use serde::{Deserialize, Serialize};

use super::{
    FunctieId, TaakId, Traject, TrajectId,
    prognose::deelnemers,
    woorden::{met_komma, opsomming},
};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{self, GemeenteId, PersoonId, RegioId},
};

const MAX_TEKST: usize = 500;
const MAX_WENS: usize = 2_000;
/// In hundredths: 1,000 fte.
const MAX_FTE: i32 = 100_000;
const MAX_MEDEWERKERS: i32 = 10_000;

/// The address of a cell in the state.
pub type OverdrachtSleutel = (TrajectId, FunctieId, RegioId);
/// The address of how far a gemeente is.
pub type GereedheidSleutel = (TrajectId, FunctieId, GemeenteId);

/// How one function is done in one region, now and as wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overdrachtcel {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub regio: RegioId,
    #[serde(flatten)]
    pub inhoud: OverdrachtInhoud,
    /// The last time somebody was asked for what is not known.
    pub opvraging: Option<Opvraging>,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// What people fill in. `None`: nobody knows, which is never zero.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OverdrachtInhoud {
    /// Who does it now: an organisation or a team.
    pub uitvoerder: Option<String>,
    /// In hundredths.
    pub fte: Option<i32>,
    /// The contract or the system it is done with.
    pub middel: Option<String>,
    pub wens: Option<String>,
    /// In hundredths.
    pub wens_fte: Option<i32>,
    /// How many employees it touches. Never who.
    pub medewerkers: Option<i32>,
    pub stap: Personeelsstap,
    pub bron: Option<String>,
    /// The day as which the source says it.
    pub peildatum: Option<Date>,
    pub zeker: bool,
}

/// Hoe ver de stappen voor de medewerkers zijn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Personeelsstap {
    /// Dat is niet bekend.
    #[default]
    Onbekend,
    /// Er zijn geen gevolgen voor medewerkers.
    GeenGevolgen,
    /// Het is bekend hoeveel medewerkers het raakt.
    InBeeld,
    /// De wettelijke en gemeentelijke stappen zijn bepaald.
    StappenBepaald,
    /// Het is met de medewerkers besproken.
    Besproken,
    /// Alles is geregeld.
    Afgerond,
}

/// Een onderdeel van een overdracht dat bekend kan zijn of niet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "Overdrachtonderdeel")]
pub enum Onderdeel {
    /// Wie het nu doet.
    Uitvoerder,
    /// Hoeveel fte het nu is.
    Fte,
    /// Met welk contract of systeem.
    Middel,
    /// Wat gewenst is.
    Wens,
    /// Hoeveel fte gewenst is.
    WensFte,
    /// Hoeveel medewerkers het raakt.
    Medewerkers,
}

impl Onderdeel {
    pub const ALLE: [Self; 6] =
        [Self::Uitvoerder, Self::Fte, Self::Middel, Self::Wens, Self::WensFte, Self::Medewerkers];

    pub fn in_woorden(self) -> &'static str {
        match self {
            Self::Uitvoerder => "wie het doet",
            Self::Fte => "aantal fte",
            Self::Middel => "contract of systeem",
            Self::Wens => "wens",
            Self::WensFte => "gewenst aantal fte",
            Self::Medewerkers => "aantal medewerkers",
        }
    }
}

/// Somebody was asked for what is not known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opvraging {
    pub onderdelen: BTreeSet<Onderdeel>,
    pub eigenaar: PersoonId,
    pub gevraagd_op: Date,
    pub antwoord_voor: Date,
    /// The work on the board.
    pub taak: TaakId,
    pub beantwoord_op: Option<Date>,
}

/// Hoe ver een gemeente is met de overdracht van een functie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Gereedheidsstand {
    /// Dat is niet bekend.
    #[default]
    Onbekend,
    /// De gemeente is nog niet begonnen.
    NietBegonnen,
    /// De gemeente bereidt zich voor.
    Bezig,
    /// De gemeente is klaar voor de overdracht.
    Gereed,
}

/// How far one gemeente is with one function.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gereedheid {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub gemeente: GemeenteId,
    pub stand: Gereedheidsstand,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// What is known of a row of figures: never a total that takes unknown for zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Optelling {
    /// Of what is known.
    pub som: i64,
    pub bekend: usize,
    pub van: usize,
}

impl Optelling {
    pub fn tel(getallen: impl Iterator<Item = Option<i64>>) -> Self {
        getallen.fold(Self::default(), |tot, getal| Self {
            som: tot.som + getal.unwrap_or_default(),
            bekend: tot.bekend + usize::from(getal.is_some()),
            van: tot.van + 1,
        })
    }
}

/// The regions of a trajectory with their gemeenten: those that take part on the target day.
pub fn streken(organisatie: &organisatie::Toestand, traject: &Traject) -> Vec<(RegioId, Vec<GemeenteId>)> {
    let op = traject.streefdatum.unwrap_or(date(2100, 12, 31));
    let mut streken: Vec<(RegioId, Vec<GemeenteId>)> = Vec::new();
    for gemeente in deelnemers(organisatie, &traject.module, op) {
        let Some(regio) = organisatie.streek(&gemeente).map(|regio| regio.id.clone()) else { continue };
        match streken.last_mut() {
            Some((laatste, leden)) if *laatste == regio => leden.push(gemeente),
            _ => streken.push((regio, vec![gemeente])),
        }
    }
    streken
}

/// A number of fte as people write it, in hundredths: "2", "2,5", "0,75".
pub fn fte_van(veld: &str, tekst: &str) -> Result<Option<i32>, Fout> {
    let tekst = tekst.trim().trim_end_matches("fte").trim_end();
    if tekst.is_empty() {
        return Ok(None);
    }
    let (heel, deel) = tekst.split_once([',', '.']).unwrap_or((tekst, "0"));
    let cijfers = |tekst: &str| !tekst.is_empty() && tekst.bytes().all(|byte| byte.is_ascii_digit());
    if !cijfers(heel) || !cijfers(deel) || deel.len() > 2 || heel.len() > 4 {
        let bericht = "Schrijf het aantal fte als een getal met hooguit twee cijfers achter de komma, zoals 2,5. \
                       Weet je het niet, laat het dan leeg.";
        return Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht));
    }
    let honderdsten = format!("{heel}{deel:0<2}").parse::<i32>().map_err(Fout::intern)?;
    if honderdsten > MAX_FTE {
        return Err(Fout::bij(Code::OngeldigeWaarde, veld, "Dit is meer dan 1.000 fte. Kijk het getal na."));
    }
    Ok(Some(honderdsten))
}

impl OverdrachtInhoud {
    pub fn is_bekend(&self, onderdeel: Onderdeel) -> bool {
        match onderdeel {
            Onderdeel::Uitvoerder => self.uitvoerder.is_some(),
            Onderdeel::Fte => self.fte.is_some(),
            Onderdeel::Middel => self.middel.is_some(),
            Onderdeel::Wens => self.wens.is_some(),
            Onderdeel::WensFte => self.wens_fte.is_some(),
            Onderdeel::Medewerkers => self.medewerkers.is_some(),
        }
    }

    /// How much more is wanted than there is, in hundredths; `None` when one of both is unknown.
    pub fn kloof(&self) -> Option<i32> {
        Some(self.wens_fte? - self.fte?)
    }

    /// The same with its texts trimmed and empty ones unknown, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let tekst = |veld: &str, waarde: Option<String>, max| -> Result<Option<String>, Fout> {
            let tekst = invoer::vrije_tekst(veld, waarde.as_deref().unwrap_or_default(), max)?;
            Ok((!tekst.is_empty()).then_some(tekst))
        };
        let nieuw = Self {
            uitvoerder: tekst("uitvoerder", self.uitvoerder, MAX_TEKST)?,
            middel: tekst("middel", self.middel, MAX_TEKST)?,
            wens: tekst("wens", self.wens, MAX_WENS)?,
            bron: tekst("bron", self.bron, MAX_TEKST)?,
            peildatum: self.peildatum.map(|dag| invoer::datum("peildatum", dag)).transpose()?,
            ..self
        };
        if nieuw.medewerkers.is_some_and(|aantal| !(0..=MAX_MEDEWERKERS).contains(&aantal)) {
            let bericht = "Kies een aantal van 0 tot 10.000 medewerkers. Weet je het niet, laat het dan leeg.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "medewerkers", bericht));
        }
        if nieuw.stap == Personeelsstap::GeenGevolgen && nieuw.medewerkers.is_some_and(|aantal| aantal > 0) {
            let bericht = "Het raakt medewerkers, dus er zijn gevolgen. Kies een andere stap of maak het aantal 0.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "personeelsstap", bericht));
        }
        for (veld, ontbreekt) in [("bron", nieuw.bron.is_none()), ("peildatum", nieuw.peildatum.is_none())] {
            if nieuw.zeker && ontbreekt {
                let bericht = "Wat zeker is, heeft een bron en een datum. Vul dit in, of kies ‘niet zeker’.";
                return Err(Fout::bij(Code::Verplicht, veld, bericht));
            }
        }
        Ok(nieuw)
    }
}

impl Overdrachtcel {
    /// One that nobody filled in yet.
    pub fn leeg((traject, functie, regio): OverdrachtSleutel) -> Self {
        Self {
            traject,
            functie,
            regio,
            inhoud: OverdrachtInhoud::default(),
            opvraging: None,
            versie: 0,
            door: None,
            op: Timestamp::UNIX_EPOCH,
        }
    }

    pub fn sleutel(&self) -> OverdrachtSleutel {
        (self.traject.clone(), self.functie.clone(), self.regio.clone())
    }

    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        toets(self.versie, self.door, verwachte_versie, door)
    }

    /// With this content; what was asked for is answered when all of it is known.
    pub fn ingevuld(self, inhoud: OverdrachtInhoud, vandaag: Date) -> Self {
        let mut opvraging = self.opvraging;
        if let Some(open) = opvraging.as_mut().filter(|een| een.beantwoord_op.is_none())
            && open.onderdelen.iter().all(|onderdeel| inhoud.is_bekend(*onderdeel))
        {
            open.beantwoord_op = Some(vandaag);
        }
        Self { inhoud, opvraging, ..self }
    }

    /// Refuses to ask for nothing, for what is known, or for an answer in the past.
    pub fn toets_opvraging(
        &self,
        onderdelen: &BTreeSet<Onderdeel>,
        antwoord_voor: Date,
        vandaag: Date,
    ) -> Result<(), Fout> {
        if onderdelen.is_empty() {
            return Err(Fout::bij(Code::Verplicht, "onderdelen", "Kies wat je wilt weten."));
        }
        if let Some(bekend) = onderdelen.iter().find(|onderdeel| self.inhoud.is_bekend(**onderdeel)) {
            let bericht = format!("Dit is al bekend: {}. Kies alleen wat nog onbekend is.", bekend.in_woorden());
            return Err(Fout::bij(Code::OngeldigeWaarde, "onderdelen", bericht));
        }
        invoer::datum("antwoordVoor", antwoord_voor)?;
        if antwoord_voor < vandaag {
            let bericht = "Deze dag is voorbij. Kies vandaag of later.";
            return Err(Fout::bij(Code::DatumOngeldig, "antwoordVoor", bericht));
        }
        Ok(())
    }
}

impl Gereedheid {
    pub fn sleutel(&self) -> GereedheidSleutel {
        (self.traject.clone(), self.functie.clone(), self.gemeente.clone())
    }

    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        toets(self.versie, self.door, verwachte_versie, door)
    }
}

fn toets(versie: i32, vorige: Option<PersoonId>, verwacht: i32, door: Option<PersoonId>) -> Result<(), Fout> {
    if versie <= verwacht || vorige == door {
        return Ok(());
    }
    let bericht = "Een ander heeft deze cel net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
    Err(Fout::new(Code::VersieVerouderd, bericht))
}

/// "wie het doet, aantal fte en contract of systeem".
pub fn onderdelen_in_woorden(onderdelen: &BTreeSet<Onderdeel>) -> String {
    opsomming(onderdelen.iter().map(|onderdeel| onderdeel.in_woorden().to_owned()))
}

/// "2,5 fte".
pub fn fte_in_woorden(honderdsten: i32) -> String {
    format!("{} fte", met_komma(honderdsten))
}

#[cfg(test)]
mod tests;
