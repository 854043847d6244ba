//! A table of a budget as a report states it, with its totals added up again. Pure.

use serde::{Deserialize, Serialize};

use super::TrajectId;
use crate::domain::organisatie::{Herkomst, sleutel_id};

sleutel_id!(BudgettabelId);

/// The totals of a report are rounded one by one: so much apart is no mistake.
const AFRONDING: i64 = 1;

/// A table as it stands in a report, in whole euros.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Budgettabel {
    pub id: BudgettabelId,
    pub traject: TrajectId,
    pub naam: String,
    pub kolommen: Vec<Tabelkolom>,
    pub regels: Vec<Tabelregel>,
    pub toelichting: String,
    pub herkomst: Herkomst,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tabelkolom {
    pub naam: String,
    /// A difference, in which what is favourable is positive: there nothing is subtracted.
    pub verschil: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tabelregel {
    pub post: String,
    pub naam: String,
    /// One for each column; `None`: the report does not say.
    pub bedragen: Vec<Option<i64>>,
    /// The lines this one is the total of; empty: it is no total.
    #[serde(default)]
    pub telt: Vec<Deel>,
}

/// A part of a total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deel {
    pub post: String,
    /// Subtracted instead of added.
    #[serde(default)]
    pub min: bool,
}

/// Of een totaal gelijk is aan de som van zijn delen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "Tabeloordeel")]
pub enum Oordeel {
    /// De delen tellen precies op tot het totaal.
    Klopt,
    /// Het scheelt één euro: door afronding.
    Afronding,
    /// De delen tellen niet op tot het totaal.
    Afwijking,
    /// Het totaal of een deel is niet bekend.
    NietTeControleren,
}

/// A stated total beside the sum of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Controle {
    pub regel: String,
    pub kolom: String,
    pub berekend: Option<i64>,
    pub in_bron: Option<i64>,
    pub oordeel: Oordeel,
}

impl Budgettabel {
    /// Every total in every column, added up again.
    pub fn controles(&self) -> Vec<Controle> {
        let totalen = self.regels.iter().filter(|regel| !regel.telt.is_empty());
        let per_kolom = |regel: &Tabelregel| {
            let een = |(nummer, kolom): (usize, &Tabelkolom)| {
                let in_bron = regel.bedragen.get(nummer).copied().flatten();
                let delen = regel.telt.iter().map(|deel| {
                    let bedrag = self.bedrag(&deel.post, nummer)?;
                    Some(if deel.min && !kolom.verschil { -bedrag } else { bedrag })
                });
                let berekend = delen.sum::<Option<i64>>();
                let oordeel = match berekend.zip(in_bron).map(|(berekend, in_bron)| (in_bron - berekend).abs()) {
                    None => Oordeel::NietTeControleren,
                    Some(0) => Oordeel::Klopt,
                    Some(..=AFRONDING) => Oordeel::Afronding,
                    Some(_) => Oordeel::Afwijking,
                };
                Controle { regel: regel.naam.clone(), kolom: kolom.naam.clone(), berekend, in_bron, oordeel }
            };
            self.kolommen.iter().enumerate().map(een).collect::<Vec<_>>()
        };
        totalen.flat_map(per_kolom).collect()
    }

    fn bedrag(&self, post: &str, kolom: usize) -> Option<i64> {
        self.regels.iter().find(|regel| regel.post == post)?.bedragen.get(kolom).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::organisatie::Bron;

    fn tabel(totaal: Option<i64>, eerste: Option<i64>, verschil: bool) -> Budgettabel {
        let regel = |post: &str, bedrag, telt| Tabelregel {
            post: post.into(),
            naam: post.into(),
            bedragen: vec![bedrag],
            telt,
        };
        let deel = |post: &str, min| Deel { post: post.into(), min };
        let bron = Bron { document: "Rapport".into(), paragraaf: None };
        Budgettabel {
            id: BudgettabelId("tabel".into()),
            traject: TrajectId("t".into()),
            naam: "Tabel".into(),
            kolommen: vec![Tabelkolom { naam: "2023".into(), verschil }],
            regels: vec![
                regel("baten", eerste, Vec::new()),
                regel("lasten", Some(40), Vec::new()),
                regel("saldo", totaal, vec![deel("baten", false), deel("lasten", true)]),
            ],
            toelichting: String::new(),
            herkomst: Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None },
        }
    }

    #[test]
    fn a_total_that_its_parts_do_not_add_up_to_says_so() {
        for (totaal, eerste, verschil, oordeel) in [
            (Some(60), Some(100), false, Oordeel::Klopt),
            (Some(61), Some(100), false, Oordeel::Afronding),
            (Some(59), Some(100), false, Oordeel::Afronding),
            (Some(62), Some(100), false, Oordeel::Afwijking),
            (Some(140), Some(100), true, Oordeel::Klopt),
            (None, Some(100), false, Oordeel::NietTeControleren),
            (Some(-40), None, false, Oordeel::NietTeControleren),
        ] {
            let controles = tabel(totaal, eerste, verschil).controles();
            assert_eq!(controles.len(), 1);
            assert_eq!(controles[0].oordeel, oordeel, "{totaal:?} {eerste:?} {verschil}");
        }
    }
}
