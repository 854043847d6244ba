//! When bodies meet, and until when they take papers; and planning backwards from the target through those days. Pure.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    Besluit, Mijlpaal, MijlpaalId, Periode, TrajectId, Verschuiving,
    netwerk::{dagen, volgorde},
    termijnen::Termijn,
    woorden::datum,
};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{PersoonId, RolId, uuid_id},
};

uuid_id!(VergaderingId);

/// No term is longer: more days back than this make no sense.
const MEESTE_DAGEN: i64 = 3 * 366;

/// One meeting of a body, as far as this trajectory has to do with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Vergadering {
    pub id: VergaderingId,
    pub traject: TrajectId,
    pub gremium: RolId,
    pub datum: Date,
    /// The last day on which papers are taken; `None`: unknown.
    pub aanleverdatum: Option<Date>,
    /// It does not take place.
    pub vervallen: bool,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

impl Vergadering {
    /// Refuses days that cannot be.
    pub fn toets(&self) -> Result<(), Fout> {
        invoer::datum("datum", self.datum)?;
        let Some(aanleverdatum) = self.aanleverdatum else { return Ok(()) };
        invoer::datum("aanleverdatum", aanleverdatum)?;
        if aanleverdatum > self.datum {
            let bericht = "Stukken aanleveren kan niet na de vergadering. Kies een eerdere dag.";
            return Err(Fout::bij(Code::DatumOngeldig, "aanleverdatum", bericht));
        }
        Ok(())
    }

    /// Refuses to overwrite what somebody else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft deze vergadering net gewijzigd. Bekijk haar en probeer het opnieuw.";
        Err(Fout::bij(Code::VersieVerouderd, "datum", bericht))
    }
}

/// What was found for one milestone when planning backwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Houvast {
    /// It ends on this meeting; papers go in on that day, when it is known.
    Vergadering { gremium: RolId, datum: Date, aanleverdatum: Option<Date> },
    /// Nobody entered when these bodies meet.
    KalenderOnbekend,
    /// They meet, but not in time.
    GeenOpTijd { uiterlijk: Date },
    /// It is no work of a body.
    GeenGremium,
}

/// The proposal for one milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planregel {
    pub mijlpaal: MijlpaalId,
    pub was: Periode,
    pub wordt: Periode,
    pub houvast: Houvast,
    /// It should have begun already.
    pub te_laat: bool,
}

/// The terms of the steps that make up each milestone.
fn termijnen<'a>(besluiten: &'a [Besluit], mijlpaal: &MijlpaalId) -> impl Iterator<Item = &'a Termijn> {
    let stappen = besluiten.iter().flat_map(|besluit| &besluit.stappen);
    let eigen: Vec<_> = stappen.filter(|stap| stap.mijlpaal.as_ref() == Some(mijlpaal)).collect();
    eigen.into_iter().filter_map(|stap| stap.termijn.as_ref())
}

/// The latest days on which every milestone can still be reached, counted back from the target: through the meetings of
/// the bodies that have to do it, the days on which papers go in, and the terms that run in it. In the order of time.
///
/// What was reached stays where it is; what nothing waits for too.
pub fn terugplannen(
    mijlpalen: &[Mijlpaal],
    besluiten: &[Besluit],
    vergaderingen: &[Vergadering],
    streefdatum: Date,
    vandaag: Date,
) -> Result<Vec<Planregel>, Fout> {
    let activiteiten: Vec<_> = mijlpalen.iter().map(Mijlpaal::activiteit).collect();
    let volgorde = volgorde(&activiteiten).map_err(|_| Fout::intern("stored milestones wait for each other"))?;
    let mut uiterlijk: BTreeMap<&MijlpaalId, Date> = BTreeMap::new();
    if let Some(doel) = mijlpalen.iter().max_by_key(|een| (een.tot, een.volgorde)) {
        uiterlijk.insert(&doel.id, streefdatum);
    }
    let mut regels = Vec::new();
    for plek in volgorde.into_iter().rev() {
        let een = &mijlpalen[plek];
        let Some(laatste) = uiterlijk.get(&een.id).copied().filter(|_| een.gereed_op.is_none()) else { continue };
        let houvast = houvast(een, vergaderingen, laatste);
        let (tot, aanleveren) = match &houvast {
            Houvast::Vergadering { datum, aanleverdatum, .. } => (*datum, *aanleverdatum),
            _ => (laatste, None),
        };
        let van = begin(een, besluiten, tot);
        let wordt = Periode { van, tot };
        for na in &een.na {
            let klaar = van.saturating_sub((1 + i64::from(na.wachttijd)).days());
            let klaar = aanleveren.map_or(klaar, |dag| klaar.min(dag));
            uiterlijk.entry(&na.mijlpaal).and_modify(|dag| *dag = klaar.min(*dag)).or_insert(klaar);
        }
        let was = Periode { van: een.van, tot: een.tot };
        regels.push(Planregel { mijlpaal: een.id.clone(), was, wordt, houvast, te_laat: van < vandaag });
    }
    for regel in &regels {
        super::mijlpalen::toets_dagen(regel.wordt.van, regel.wordt.tot)?;
    }
    regels.sort_by_key(|regel| (regel.wordt.van, regel.wordt.tot));
    Ok(regels)
}

/// The last meeting in time of one of the bodies that have to do it.
fn houvast(mijlpaal: &Mijlpaal, vergaderingen: &[Vergadering], laatste: Date) -> Houvast {
    if mijlpaal.actoren.is_empty() {
        return Houvast::GeenGremium;
    }
    let eigen: Vec<_> =
        vergaderingen.iter().filter(|een| !een.vervallen && mijlpaal.actoren.contains(&een.gremium)).collect();
    if eigen.is_empty() {
        return Houvast::KalenderOnbekend;
    }
    match eigen.into_iter().filter(|een| een.datum <= laatste).max_by_key(|een| een.datum) {
        Some(een) => {
            Houvast::Vergadering { gremium: een.gremium.clone(), datum: een.datum, aanleverdatum: een.aanleverdatum }
        }
        None => Houvast::GeenOpTijd { uiterlijk: laatste },
    }
}

/// As long as it was planned, and long enough for every term that runs in it.
fn begin(mijlpaal: &Mijlpaal, besluiten: &[Besluit], tot: Date) -> Date {
    let mut van = tot.saturating_sub(dagen(mijlpaal.van, mijlpaal.tot).days());
    let past = |van: Date| termijnen(besluiten, &mijlpaal.id).all(|termijn| termijn.einde(van, None).einde <= tot);
    let mut geteld = 0;
    while !past(van) && geteld < MEESTE_DAGEN {
        van = van.saturating_sub(1.day());
        geteld += 1;
    }
    van
}

impl super::Toestand {
    /// The plan of a trajectory counted back from its target.
    pub fn terugplan(&self, traject: &TrajectId, vandaag: Date) -> Result<Vec<Planregel>, Fout> {
        let traject = self.trajecten.get(traject).ok_or_else(|| Fout::niet_gevonden("Dit traject"))?;
        let Some(streefdatum) = traject.streefdatum else {
            let bericht = "Dit traject heeft nog geen streefdatum: dan is er niets om vanaf te tellen.";
            return Err(Fout::bij(Code::Verplicht, "streefdatum", bericht));
        };
        let mijlpalen: Vec<_> = self.mijlpalen_van(&traject.id).cloned().collect();
        let besluiten: Vec<_> = self.besluiten_van(&traject.id).cloned().collect();
        let vergaderingen: Vec<_> = self.vergaderingen_van(&traject.id).cloned().collect();
        terugplannen(&mijlpalen, &besluiten, &vergaderingen, streefdatum, self.peildag(traject, vandaag))
    }

    pub fn vergaderingen_van<'a>(&'a self, traject: &'a TrajectId) -> impl Iterator<Item = &'a Vergadering> {
        self.vergaderingen.values().map(|een| &**een).filter(move |een| een.traject == *traject)
    }
}

/// The milestones of a proposal that go to other days.
pub fn verschuivingen(regels: &[Planregel]) -> Vec<Verschuiving> {
    let anders = regels.iter().filter(|regel| regel.was != regel.wordt);
    let verschuiving =
        |regel: &Planregel| Verschuiving { mijlpaal: regel.mijlpaal.clone(), van: regel.was, naar: regel.wordt };
    anders.map(verschuiving).collect()
}

impl Planregel {
    /// Why it comes on these days, in a sentence; `gremium` is the name of a body.
    pub fn in_woorden(&self, gremium: impl Fn(&RolId) -> String) -> String {
        let waarom = match &self.houvast {
            Houvast::Vergadering { gremium: id, datum: dag, aanleverdatum } => {
                let stukken = match aanleverdatum {
                    Some(dag) => format!("stukken uiterlijk {}", datum(*dag)),
                    None => "aanleverdatum onbekend".to_owned(),
                };
                format!("Vergadering van {} op {}, {stukken}.", gremium(id), datum(*dag))
            }
            Houvast::KalenderOnbekend => "De vergaderdagen zijn niet bekend: gerekend met de uiterste dag.".to_owned(),
            Houvast::GeenOpTijd { uiterlijk } => {
                format!("Er is geen vergadering op of voor {}. Zoek een extra moment.", datum(*uiterlijk))
            }
            Houvast::GeenGremium => "Geen gremium: gerekend met de uiterste dag.".to_owned(),
        };
        let te_laat = if self.te_laat { " Dit had al begonnen moeten zijn." } else { "" };
        format!("{waarom}{te_laat}")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::integratie::Afhankelijkheid;

    fn mijlpaal(id: &str, van: Date, tot: Date, actor: Option<&str>, na: Option<&str>) -> Mijlpaal {
        Mijlpaal {
            id: MijlpaalId(id.into()),
            traject: TrajectId("t".into()),
            volgorde: 1,
            naam: id.into(),
            van,
            tot,
            actoren: actor.map(|id| RolId(id.into())).into_iter().collect(),
            na: na.map(|op| Afhankelijkheid { mijlpaal: MijlpaalId(op.into()), wachttijd: 0 }).into_iter().collect(),
            voorwaardelijk: false,
            gereed_op: None,
            vervallen: false,
            herkomst: None,
        }
    }

    fn vergadering(datum: Date, aanleverdatum: Option<Date>) -> Vergadering {
        Vergadering {
            id: VergaderingId(uuid::Uuid::nil()),
            traject: TrajectId("t".into()),
            gremium: RolId("rol-ab".into()),
            datum,
            aanleverdatum,
            vervallen: false,
            versie: 1,
            door: None,
            op: Timestamp::UNIX_EPOCH,
        }
    }

    /// Ten days of writing, then the AB, then the target.
    fn plan() -> Vec<Mijlpaal> {
        vec![
            mijlpaal("schrijven", date(2027, 3, 1), date(2027, 3, 10), None, None),
            mijlpaal("ab", date(2027, 4, 1), date(2027, 4, 1), Some("rol-ab"), Some("schrijven")),
            mijlpaal("doel", date(2027, 6, 1), date(2027, 6, 1), None, Some("ab")),
        ]
    }

    fn dagen_van(vergaderingen: &[Vergadering]) -> Vec<(String, Date, Date)> {
        let regels = terugplannen(&plan(), &[], vergaderingen, date(2027, 6, 1), date(2027, 1, 1)).unwrap();
        regels.into_iter().map(|regel| (regel.mijlpaal.0, regel.wordt.van, regel.wordt.tot)).collect()
    }

    #[test]
    fn the_target_is_counted_back_through_meetings_and_the_days_on_which_papers_go_in() {
        let [vroeg, laat] = [date(2027, 4, 20), date(2027, 5, 25)].map(|dag| vergadering(dag, Some(dag - 14.days())));
        let te_laat = vergadering(date(2027, 6, 15), None);
        let vervallen = Vergadering { vervallen: true, ..vergadering(date(2027, 5, 30), None) };
        let verwacht = [
            ("schrijven", date(2027, 5, 2), date(2027, 5, 11)),
            ("ab", date(2027, 5, 25), date(2027, 5, 25)),
            ("doel", date(2027, 6, 1), date(2027, 6, 1)),
        ];
        let verwacht: Vec<_> = verwacht.map(|(id, van, tot)| (id.to_owned(), van, tot)).to_vec();
        assert_eq!(dagen_van(&[vroeg, laat, te_laat.clone(), vervallen]), verwacht);
        // No calendar: the last day that can be. A calendar without a day in time says so.
        assert_eq!(dagen_van(&[])[1], ("ab".into(), date(2027, 5, 31), date(2027, 5, 31)));
        let regels = terugplannen(&plan(), &[], &[te_laat], date(2027, 6, 1), date(2027, 1, 1)).unwrap();
        assert_eq!(regels[1].houvast, Houvast::GeenOpTijd { uiterlijk: date(2027, 5, 31) });
        assert!(regels[1].in_woorden(|id| id.0.clone()).contains("geen vergadering op of voor 31 mei 2027"));
    }

    #[test]
    fn what_was_reached_stays_and_what_should_have_begun_says_so() {
        let mut mijlpalen = plan();
        mijlpalen[0].gereed_op = Some(date(2027, 3, 5));
        let regels = terugplannen(&mijlpalen, &[], &[], date(2027, 6, 1), date(2027, 5, 31)).unwrap();
        let ids: Vec<_> = regels.iter().map(|regel| regel.mijlpaal.0.as_str()).collect();
        assert_eq!(ids, ["ab", "doel"]);
        assert!(!regels[0].te_laat);
        let regels = terugplannen(&plan(), &[], &[], date(2027, 6, 1), date(2027, 5, 31)).unwrap();
        assert!(regels[0].te_laat, "writing should have begun: {regels:?}");
    }
}
