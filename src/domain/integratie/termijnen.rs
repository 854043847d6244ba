//! Termijnen: hoe lang, op welke grond, vanaf welke gebeurtenis, en op welke dag zij eindigen. Pure.
//!
//! The rules are data: [`Grondslag::regel`] for the Wet gemeenschappelijke regelingen (Wgr), `feestdagen` for the
//! Algemene termijnenwet (Atw). A term in hours does not occur here: such a term ends at a moment, not on a day.

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use serde::{Deserialize, Serialize};

use super::{
    feestdagen::{eerstvolgende_werkdag, vrij, werkdagen},
    woorden::{aantal, dag_en_datum},
};
use crate::domain::fout::{Code, Fout};

/// Waarin een termijn telt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "TermijnEenheid")]
pub enum Eenheid {
    /// Dagen.
    Dagen,
    /// Weken.
    Weken,
    /// Maanden; de laatste dag van een maand als de dag zelf niet bestaat.
    Maanden,
}

/// How long a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duur {
    pub waarde: i32,
    pub eenheid: Eenheid,
}

/// Longer than this is a typing error.
const LANGST_DAGEN: i64 = 3 * 366;
const MEESTE: i32 = 3 * 366;

impl Duur {
    pub const fn dagen(waarde: i32) -> Self {
        Self { waarde, eenheid: Eenheid::Dagen }
    }

    pub const fn weken(waarde: i32) -> Self {
        Self { waarde, eenheid: Eenheid::Weken }
    }

    pub const fn maanden(waarde: i32) -> Self {
        Self { waarde, eenheid: Eenheid::Maanden }
    }

    /// "1 week", "12 weken".
    pub fn in_woorden(self) -> String {
        let (een, meer) = match self.eenheid {
            Eenheid::Dagen => ("dag", "dagen"),
            Eenheid::Weken => ("week", "weken"),
            Eenheid::Maanden => ("maand", "maanden"),
        };
        aantal(i64::from(self.waarde), een, meer)
    }

    /// The day that lies this far after `begin`; before it when `richting` says so.
    fn vanaf(self, begin: Date, richting: Richting) -> Date {
        let waarde = i64::from(self.waarde.clamp(0, MEESTE));
        let waarde = match richting {
            Richting::Vooruit => waarde,
            Richting::Terug => -waarde,
        };
        begin.saturating_add(match self.eenheid {
            Eenheid::Dagen => waarde.days(),
            Eenheid::Weken => waarde.weeks(),
            Eenheid::Maanden => waarde.months(),
        })
    }

    /// How many days it is at least, from whatever day it counts.
    fn minstens_dagen(self) -> i64 {
        match self.eenheid {
            Eenheid::Dagen => i64::from(self.waarde),
            Eenheid::Weken => 7 * i64::from(self.waarde),
            Eenheid::Maanden => {
                let jaar = date(2025, 1, 1).series(1.day()).take(366);
                let dagen = |van: Date| i64::from((self.vanaf(van, Richting::Vooruit) - van).get_days());
                jaar.map(dagen).min().unwrap_or_default()
            }
        }
    }

    /// Atw art. 4: the act does not look at terms longer than this. Exactly as long still counts.
    fn te_lang_voor_atw(self) -> Option<&'static str> {
        let (grens, woorden) = match self.eenheid {
            Eenheid::Dagen => (90, "90 dagen"),
            Eenheid::Weken => (12, "twaalf weken"),
            Eenheid::Maanden => (3, "drie maanden"),
        };
        (self.waarde > grens).then_some(woorden)
    }
}

/// Wie de lengte van een termijn bepaalt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum TermijnSoort {
    /// De wet: korter mag niet, en een einde in het weekend of op een feestdag schuift op.
    Wettelijk,
    /// Wij samen: langer dan de wet mag, korter niet. Er schuift niets.
    Afgesproken,
}

/// Welke kant een termijn op telt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "TermijnRichting")]
pub enum Richting {
    /// Vanaf de gebeurtenis, de toekomst in.
    #[default]
    Vooruit,
    /// Terug vanaf de gebeurtenis, bijvoorbeeld een week voor een vergadering.
    Terug,
}

/// Waar een termijn mee begint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "TermijnBegin")]
pub enum Begin {
    /// De raad ontvangt het ontwerp.
    OntvangstRaad,
    /// Het stuk is verzonden.
    Verzending,
    /// Een besluit is genomen.
    Besluit,
    /// Een vergadering.
    Vergadering,
}

impl Begin {
    pub fn in_woorden(self) -> &'static str {
        match self {
            Self::OntvangstRaad => "de dag waarop de raad het ontwerp ontving",
            Self::Verzending => "de dag van verzending",
            Self::Besluit => "de dag van het besluit",
            Self::Vergadering => "de dag van de vergadering",
        }
    }
}

/// Waar in de wet een termijn op rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "TermijnGrondslag")]
pub enum Grondslag {
    /// Wgr artikel 1 lid 3: de raad kan acht weken na ontvangst een zienswijze geven.
    WgrZienswijze,
    /// Wgr artikel 1 lid 4 en 5: toestemming van de raad, ook om te wijzigen of toe te treden. Zonder termijn.
    WgrToestemming,
}

/// What the law says about one kind of term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wetsregel {
    pub artikel: &'static str,
    /// `None`: the law asks for it and sets no term.
    pub duur: Option<Duur>,
    pub begin: Begin,
}

impl Grondslag {
    pub const ALLE: [Self; 2] = [Self::WgrZienswijze, Self::WgrToestemming];

    pub fn regel(self) -> Wetsregel {
        match self {
            Self::WgrZienswijze => Wetsregel {
                artikel: "Wet gemeenschappelijke regelingen, artikel 1 lid 3",
                duur: Some(Duur::weken(8)),
                begin: Begin::OntvangstRaad,
            },
            Self::WgrToestemming => Wetsregel {
                artikel: "Wet gemeenschappelijke regelingen, artikel 1 lid 4 en 5",
                duur: None,
                begin: Begin::OntvangstRaad,
            },
        }
    }
}

/// A term as it was set; with the day of its start event it has an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Termijn {
    pub duur: Duur,
    pub soort: TermijnSoort,
    pub grondslag: Option<Grondslag>,
    pub begin: Begin,
    #[serde(default)]
    pub richting: Richting,
}

/// When a term ends, and why then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Einde {
    pub begin: Date,
    pub einde: Date,
    /// The day it would have ended on without weekends and holidays.
    pub zonder_verschuiving: Date,
    /// In Dutch: from what, by which article, with which shift.
    pub uitleg: Vec<String>,
}

impl Termijn {
    /// Refuses a term that the law does not allow, or that makes no sense.
    pub fn toets(&self, veld: &str) -> Result<(), Fout> {
        if self.duur.waarde < 1 || self.duur.minstens_dagen() > LANGST_DAGEN {
            let bericht = "Kies een termijn van minstens één dag en hooguit drie jaar.";
            return Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht));
        }
        let regel = self.grondslag.map(Grondslag::regel);
        let wettelijk = regel.and_then(|regel| regel.duur);
        if let (Some(regel), Some(wettelijk)) = (regel, wettelijk)
            && self.duur.minstens_dagen() < wettelijk.minstens_dagen()
        {
            let bericht = format!(
                "Deze termijn is korter dan de wet toestaat: minstens {} ({}). Maak haar langer.",
                wettelijk.in_woorden(),
                regel.artikel
            );
            return Err(Fout::bij(Code::TermijnTeKort, veld, bericht));
        }
        let uit_de_wet = wettelijk.is_some_and(|wettelijk| {
            self.duur == wettelijk || self.duur.minstens_dagen() == wettelijk.minstens_dagen()
        });
        match self.soort {
            TermijnSoort::Wettelijk if regel.is_none() => {
                let bericht = "Zeg bij een wettelijke termijn in welk artikel zij staat.";
                Err(Fout::bij(Code::Verplicht, "grondslag", bericht))
            }
            TermijnSoort::Wettelijk if !uit_de_wet => {
                let bericht = "Deze lengte staat niet in de wet. Kies de soort ‘afgesproken’.";
                Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht))
            }
            _ => Ok(()),
        }
    }

    /// The same term made longer. It keeps counting in the same unit.
    pub fn verlengd(&self, met: Duur, veld: &str) -> Result<Self, Fout> {
        if met.waarde < 1 || met.eenheid != self.duur.eenheid {
            let bericht = format!("Verleng deze termijn met hele {}.", in_meervoud(self.duur.eenheid));
            return Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht));
        }
        let duur = Duur { waarde: self.duur.waarde.saturating_add(met.waarde), ..self.duur };
        if duur.minstens_dagen() > LANGST_DAGEN {
            return Err(Fout::bij(Code::OngeldigeWaarde, veld, "Verleng een termijn tot hooguit drie jaar."));
        }
        Ok(Self { duur, ..self.clone() })
    }

    /// When it ends, counted from the day of its start event, with an extension if there is one.
    pub fn einde(&self, begin: Date, verlenging: Option<Duur>) -> Einde {
        let duur = match verlenging {
            Some(met) => Duur { waarde: self.duur.waarde.saturating_add(met.waarde), ..self.duur },
            None => self.duur,
        };
        let kaal = duur.vanaf(begin, self.richting);
        let mut uitleg = vec![
            format!(
                "De termijn telt vanaf {}, {}. Die dag telt zelf niet mee.",
                dag_en_datum(begin),
                self.begin.in_woorden()
            ),
            self.lengte_in_woorden(duur, verlenging, kaal),
        ];
        let (einde, waarom) = self.verschuif(duur, begin, kaal);
        uitleg.extend(waarom);
        let einde = self.niet_voor_de_wet(begin, einde, &mut uitleg);
        Einde { begin, einde, zonder_verschuiving: kaal, uitleg }
    }

    fn lengte_in_woorden(&self, duur: Duur, verlenging: Option<Duur>, kaal: Date) -> String {
        let bron = match (self.soort, self.grondslag.map(Grondslag::regel)) {
            (TermijnSoort::Wettelijk, Some(regel)) => format!(" ({})", regel.artikel),
            (TermijnSoort::Afgesproken, Some(Wetsregel { artikel, duur: Some(wettelijk), .. })) => {
                format!(" (afgesproken; de wet geeft minstens {}: {artikel})", wettelijk.in_woorden())
            }
            (_, Some(Wetsregel { artikel, duur: None, .. })) => format!(" (afgesproken; {artikel} geeft geen termijn)"),
            (_, None) => " (afgesproken)".to_owned(),
        };
        let verlengd = match verlenging {
            Some(met) => format!(", waarvan {} verlenging", met.in_woorden()),
            None => String::new(),
        };
        let kant = match self.richting {
            Richting::Vooruit => "later",
            Richting::Terug => "eerder",
        };
        format!("{}{verlengd} {kant} is {}{bron}.", duur.in_woorden(), dag_en_datum(kaal))
    }

    /// Atw: the day it really ends on, and why that is another one, or why not.
    fn verschuif(&self, duur: Duur, begin: Date, kaal: Date) -> (Date, Option<String>) {
        let vrij_om = vrij(kaal);
        let niet = |waarom: &str| vrij_om.map(|vrij| format!("Dat is {vrij}. Het einde schuift niet op: {waarom}."));
        if self.soort == TermijnSoort::Afgesproken {
            return (kaal, niet("de Algemene termijnenwet geldt alleen voor termijnen uit een wet"));
        }
        if self.richting == Richting::Terug {
            return (kaal, niet("er is teruggeteld (Algemene termijnenwet, artikel 1 lid 2)"));
        }
        if let Some(grens) = duur.te_lang_voor_atw() {
            return (kaal, niet(&format!("de termijn is langer dan {grens} (Algemene termijnenwet, artikel 4)")));
        }
        let mut einde = eerstvolgende_werkdag(kaal);
        let mut waarom = vrij_om.map(|vrij| {
            format!(
                "Dat is {vrij}: de termijn loopt door tot en met {} (Algemene termijnenwet, artikel 1 lid 1).",
                dag_en_datum(einde)
            )
        });
        // Atw art. 2: a term of three days or more holds at least two working days.
        if duur.minstens_dagen() >= 3 && werkdagen(begin, einde) < 2 {
            while werkdagen(begin, einde) < 2 && einde < Date::MAX {
                einde = einde.saturating_add(1.day());
            }
            waarom = Some(format!(
                "In de termijn moeten minstens twee werkdagen liggen: zij loopt door tot en met {} (Algemene \
                 termijnenwet, artikel 2).",
                dag_en_datum(einde)
            ));
        }
        (einde, waarom)
    }

    /// An agreed term ends no earlier than the one of the law that it replaces.
    fn niet_voor_de_wet(&self, begin: Date, einde: Date, uitleg: &mut Vec<String>) -> Date {
        let wet = self.grondslag.map(Grondslag::regel).filter(|_| self.soort == TermijnSoort::Afgesproken);
        let Some(Wetsregel { artikel, duur: Some(duur), begin: vanaf }) = wet else { return einde };
        let wettelijk = Self {
            duur,
            soort: TermijnSoort::Wettelijk,
            grondslag: self.grondslag,
            begin: vanaf,
            richting: self.richting,
        };
        let (volgens_wet, _) = wettelijk.verschuif(duur, begin, duur.vanaf(begin, self.richting));
        if self.richting == Richting::Terug || volgens_wet <= einde {
            return einde;
        }
        uitleg.push(format!(
            "De termijn van de wet loopt tot en met {} en gaat voor ({artikel}).",
            dag_en_datum(volgens_wet)
        ));
        volgens_wet
    }
}

fn in_meervoud(eenheid: Eenheid) -> &'static str {
    match eenheid {
        Eenheid::Dagen => "dagen",
        Eenheid::Weken => "weken",
        Eenheid::Maanden => "maanden",
    }
}

#[cfg(test)]
mod tests;
