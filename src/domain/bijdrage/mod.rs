//! Evenredige bijdrage: how the gemeenten share the work, over a period. Worked out on reading, nothing is stored. Pure.
//!
//! One of the ten outcomes (Uitvoeringsplan 2026-2028 §5.3). It shows how regions stand and how far gemeenten lie apart,
//! without a list of gemeenten: who is behind is a talk with that gemeente, not a table for all.
//!
//! - [`bronnen`]: what the contexts hold, as points. - Here: how points add up.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::Enum;
use jiff::{ToSpan, civil::Date};

use super::{
    fout::{Code, Fout},
    invoer,
    organisatie::GemeenteId,
};

mod bronnen;
mod graphql;

pub use bronnen::Bronnen;
pub use graphql::BijdrageQuery;

/// From so many gemeenten on, the share of none of them shows in how far they lie apart.
const MINSTENS: usize = 3;
/// Longer than this no line can be read.
const MEESTE_JAREN: i32 = 5;
/// So many quarters before the present one, when nobody chose.
const KWARTALEN_TERUG: i32 = 3;

/// Waar een gemeente aan bijdraagt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Bijdragesoort {
    /// Meedoen aan sessies.
    Deelname,
    /// Op tijd antwoorden in besluiten.
    Antwoord,
    /// Op tijd ondertekenen in rondes.
    Ondertekening,
    /// Taken op tijd klaar.
    Taken,
    /// Het werk trekken: eigenaar zijn van taken en afspraken.
    Werk,
}

impl Bijdragesoort {
    pub const ALLE: [Self; 5] = [Self::Deelname, Self::Antwoord, Self::Ondertekening, Self::Taken, Self::Werk];

    /// How it is counted, for who wants to count along.
    pub fn uitleg(self) -> &'static str {
        match self {
            Self::Deelname => {
                "Elke sessie die in de periode is afgerond, telt voor elke gemeente één keer. Een gemeente deed mee als \
                 minstens één deelnemer zei voor haar te komen; namen tellen we niet. De hub weet niet wie was \
                 uitgenodigd. Van sessies van vroeger is niet per gemeente bekend wie er was: die tellen niet mee."
            }
            Self::Antwoord => {
                "Elke stap van een besluit waarvan de termijn voor een gemeente in de periode afliep, telt één keer. Op \
                 tijd: er is geantwoord op of vóór de laatste dag. ‘Geen zienswijze’ en een weigering zijn ook \
                 antwoorden. Waar de hub niet weet of er geantwoord is, telt de stap niet mee in het aandeel."
            }
            Self::Ondertekening => {
                "Elke handtekening die van een gemeente werd gevraagd in een ronde met een uiterste dag in de periode, \
                 telt één keer. Op tijd: getekend op of vóór die dag, ook met een bezwaar. Niet mee tellen rondes waarin \
                 nog niet getekend kon worden, wie nog niet had getekend toen de ronde eerder sloot, en wie daarna opnieuw tekende voor \
                 een nieuwere versie."
            }
            Self::Taken => {
                "Elke taak over een gemeente met een vervaldatum in de periode telt voor die gemeente één keer; een taak \
                 over drie gemeenten telt dus drie keer. Op tijd: zij stond uiterlijk op de vervaldatum van nu in de \
                 kolom Gereed, wie haar ook deed. Wat gearchiveerd is zonder klaar te zijn, telt niet mee."
            }
            Self::Werk => {
                "De stand van vandaag, los van de periode: open taken en afspraken die gelden of in de maak zijn, met een \
                 eigenaar die accounthouder van een gemeente is. Wie dat voor twee gemeenten is, telt voor allebei. \
                 Daarnaast het aandeel in de inwoners. Bij alle gemeenten samen: hoeveel van al dat werk met een \
                 eigenaar bij een gemeente ligt."
            }
        }
    }
}

/// How something went that was asked of a gemeente.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hoe {
    Gehaald,
    /// Done, after the day.
    Laat,
    /// The day has passed, and it was not done.
    Niet,
    /// The hub cannot tell: it counts in no share.
    Onbekend,
}

/// One thing asked of one gemeente, on the day on which it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Punt {
    pub gemeente: GemeenteId,
    pub dag: Date,
    pub hoe: Hoe,
}

/// How many went how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Telling {
    pub gehaald: usize,
    pub laat: usize,
    pub niet: usize,
    pub onbekend: usize,
}

impl Telling {
    fn van<'a>(punten: impl Iterator<Item = &'a Punt>) -> Self {
        punten.fold(Self::default(), |mut telling, punt| {
            *match punt.hoe {
                Hoe::Gehaald => &mut telling.gehaald,
                Hoe::Laat => &mut telling.laat,
                Hoe::Niet => &mut telling.niet,
                Hoe::Onbekend => &mut telling.onbekend,
            } += 1;
            telling
        })
    }

    /// How many there are to count.
    pub fn totaal(self) -> usize {
        self.gehaald + self.laat + self.niet
    }

    /// Of a hundred; `None` when there is nothing to count.
    pub fn procent(self) -> Option<f64> {
        procent(self.gehaald as f64, self.totaal() as f64)
    }
}

/// Of a hundred; `None` of nothing.
fn procent(deel: f64, geheel: f64) -> Option<f64> {
    (geheel > 0.0).then(|| 100.0 * deel / geheel)
}

/// How far gemeenten lie apart, in percent; not which.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spreiding {
    pub laagste: f64,
    /// Half of them lie below it.
    pub midden: f64,
    pub hoogste: f64,
}

impl Spreiding {
    /// `None` when too few gemeenten have something to count to hide among.
    fn van(aandelen: impl Iterator<Item = f64>) -> Option<Self> {
        let mut aandelen: Vec<_> = aandelen.collect();
        aandelen.sort_by(f64::total_cmp);
        if aandelen.len() < MINSTENS {
            return None;
        }
        let (laagste, hoogste) = (*aandelen.first()?, *aandelen.last()?);
        // One in the middle, or the mean of two.
        let [onder, boven] = [(aandelen.len() - 1) / 2, aandelen.len() / 2].map(|plek| aandelen.get(plek).copied());
        Some(Self { laagste, midden: f64::midpoint(onder?, boven?), hoogste })
    }
}

/// Who carries the open work: how many pieces by gemeente, and how many there are at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Werk {
    pub per_gemeente: BTreeMap<GemeenteId, usize>,
    /// Pieces of which the owner works for a gemeente, and for something else.
    pub bij_gemeente: usize,
    pub elders: usize,
}

impl Werk {
    /// Adds a piece with the gemeenten its owner works for.
    fn tel(&mut self, gemeenten: &BTreeSet<GemeenteId>) {
        *(if gemeenten.is_empty() { &mut self.elders } else { &mut self.bij_gemeente }) += 1;
        for gemeente in gemeenten {
            *self.per_gemeente.entry(gemeente.clone()).or_default() += 1;
        }
    }
}

/// All that was counted for one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Geteld {
    Punten(Vec<Punt>),
    /// As it is today, in whatever period.
    Werk(Werk),
}

impl Geteld {
    /// How these gemeenten did.
    pub fn telling(&self, tijdvak: &Tijdvak, gemeenten: &BTreeSet<GemeenteId>) -> Telling {
        match self {
            Self::Punten(punten) => {
                let eigen = punten.iter().filter(|punt| gemeenten.contains(&punt.gemeente));
                Telling::van(eigen.filter(|punt| tijdvak.bevat(punt.dag)))
            }
            Self::Werk(werk) => {
                let tel = |(id, aantal): (&GemeenteId, &usize)| gemeenten.contains(id).then_some(*aantal);
                let gehaald = werk.per_gemeente.iter().filter_map(tel).sum();
                let totaal: usize = werk.per_gemeente.values().sum();
                Telling { gehaald, niet: totaal - gehaald, ..Telling::default() }
            }
        }
    }

    /// How all did together. Of the work: how much of it lies with gemeenten at all.
    pub fn samen(&self, tijdvak: &Tijdvak, alle: &BTreeSet<GemeenteId>) -> Telling {
        match self {
            Self::Punten(_) => self.telling(tijdvak, alle),
            Self::Werk(werk) => Telling { gehaald: werk.bij_gemeente, niet: werk.elders, ..Telling::default() },
        }
    }

    pub fn spreiding(&self, tijdvak: &Tijdvak, alle: &BTreeSet<GemeenteId>) -> Option<Spreiding> {
        let telling = |id: &GemeenteId| self.telling(tijdvak, &BTreeSet::from([id.clone()]));
        Spreiding::van(alle.iter().filter_map(|id| telling(id).procent()))
    }

    /// The quarters in which it is followed; none when it is of today only.
    pub fn kwartalen(&self, tijdvak: &Tijdvak) -> Vec<Tijdvak> {
        match self {
            Self::Punten(_) => tijdvak.kwartalen(),
            Self::Werk(_) => Vec::new(),
        }
    }
}

/// From day to day, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tijdvak {
    pub van: Date,
    pub tot: Date,
}

impl Tijdvak {
    /// What was chosen, or what is wrong with it; the last four quarters up to `vandaag` when nothing was.
    pub fn getoetst(van: Option<Date>, tot: Option<Date>, vandaag: Date) -> Result<Self, Fout> {
        let tot = invoer::datum("tot", tot.unwrap_or(vandaag))?;
        let van = van.unwrap_or_else(|| begin_kwartaal(tot).saturating_sub((3 * KWARTALEN_TERUG).months()));
        let van = invoer::datum("van", van)?;
        if tot < van {
            let bericht = "Het einde ligt voor het begin. Kies een latere dag.";
            return Err(Fout::bij(Code::DatumOngeldig, "tot", bericht));
        }
        if van.saturating_add(MEESTE_JAREN.years()) <= tot {
            let bericht = format!("Kies een periode van hooguit {MEESTE_JAREN} jaar.");
            return Err(Fout::bij(Code::DatumOngeldig, "van", bericht));
        }
        Ok(Self { van, tot })
    }

    fn bevat(&self, dag: Date) -> bool {
        (self.van..=self.tot).contains(&dag)
    }

    /// The quarters it touches, each as far as it lies within.
    fn kwartalen(&self) -> Vec<Self> {
        let begin = std::iter::successors(Some(begin_kwartaal(self.van)), |van| van.checked_add(3.months()).ok());
        let kwartaal = |van: Date| {
            let tot = van.saturating_add(3.months()).saturating_sub(1.day());
            Self { van: van.max(self.van), tot: tot.min(self.tot) }
        };
        begin.take_while(|van| *van <= self.tot).map(kwartaal).collect()
    }

    /// "1e kwartaal 2026": the one it begins in.
    pub fn kwartaalnaam(&self) -> String {
        format!("{}e kwartaal {}", (self.van.month() + 2) / 3, self.van.year())
    }
}

fn begin_kwartaal(dag: Date) -> Date {
    dag.first_of_month().saturating_sub(i32::from((dag.month() - 1) % 3).months())
}

#[cfg(test)]
mod tests;
