//! The phases of a trajectory and the milestones that end them. Pure.
//!
//! What a phase stands at is never stored: it follows from whether its milestone was reached.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Mijlpaal, MijlpaalId, Prognose};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::sleutel_id,
};

sleutel_id!(FaseId);

/// More do not fit on a strip.
const MAX_FASEN: usize = 20;
const MAX_NAAM: usize = 100;

/// A part of a trajectory, from the end of the phase before it until its gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fase {
    pub id: FaseId,
    pub naam: String,
    /// The milestone that ends it. `None`: nobody said which yet.
    pub poort: Option<MijlpaalId>,
}

/// Waar een traject is met een fase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum FaseStand {
    /// De poort is gehaald.
    Afgerond,
    /// De eerste fase waarvan de poort nog niet gehaald is.
    Nu,
    /// Een latere fase.
    KomtNog,
}

/// How a phase stands on the day of a prognosis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fasebeeld {
    pub fase: Fase,
    pub stand: FaseStand,
    pub gehaald_op: Option<Date>,
    /// When its gate is expected.
    pub verwacht: Option<Date>,
    /// What its gate waits for and is not reached, in the order of the plan.
    pub wacht_op: Vec<MijlpaalId>,
}

impl Prognose {
    /// How each phase stands. The gate is reached, and waits, as the network says.
    pub fn fasen(&self, fasen: &[Fase], mijlpalen: &[Mijlpaal]) -> Vec<Fasebeeld> {
        let mut nu_gezien = false;
        let beeld = |fase: &Fase| {
            let verwachting = fase.poort.as_ref().and_then(|poort| self.mijlpalen.get(poort));
            let gehaald_op = verwachting.and_then(|een| een.gereed_op);
            let stand = match gehaald_op {
                Some(_) => FaseStand::Afgerond,
                None if nu_gezien => FaseStand::KomtNog,
                None => FaseStand::Nu,
            };
            nu_gezien |= stand == FaseStand::Nu;
            let wacht_op = if gehaald_op.is_none() { self.wacht_op(fase, mijlpalen) } else { Vec::new() };
            Fasebeeld { fase: fase.clone(), stand, gehaald_op, verwacht: verwachting.map(|een| een.tot), wacht_op }
        };
        fasen.iter().map(beeld).collect()
    }

    fn wacht_op(&self, fase: &Fase, mijlpalen: &[Mijlpaal]) -> Vec<MijlpaalId> {
        let poort = mijlpalen.iter().find(|een| Some(&een.id) == fase.poort.as_ref());
        let voor: BTreeSet<_> = poort.iter().flat_map(|poort| &poort.na).map(|na| &na.mijlpaal).collect();
        let open = |een: &&Mijlpaal| self.mijlpalen.get(&een.id).is_some_and(|nu| nu.gereed_op.is_none());
        let mut open: Vec<_> = mijlpalen.iter().filter(|een| voor.contains(&een.id)).filter(open).collect();
        open.sort_by_key(|een| een.volgorde);
        open.into_iter().map(|een| een.id.clone()).collect()
    }
}

/// The same phases with their names trimmed, or what is wrong with them (an error at `fasen`).
pub fn getoetst(fasen: Vec<Fase>, mijlpalen: &[Mijlpaal]) -> Result<Vec<Fase>, Fout> {
    let weiger = |code, bericht: String| Err(Fout::bij(code, "fasen", bericht));
    if fasen.len() > MAX_FASEN {
        let bericht = format!("Een traject heeft hooguit {MAX_FASEN} fasen. Voeg er een paar samen.");
        return weiger(Code::OngeldigeWaarde, bericht);
    }
    let (mut namen, mut poorten, mut ids) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut goed = Vec::with_capacity(fasen.len());
    for fase in fasen {
        let naam = invoer::tekst("fasen", &fase.naam, MAX_NAAM)?;
        if !namen.insert(naam.to_lowercase()) {
            return weiger(Code::BestaatAl, format!("Twee fasen heten ‘{naam}’. Geef er een een andere naam."));
        }
        if !ids.insert(fase.id.clone()) {
            return weiger(Code::OngeldigeWaarde, format!("De fase ‘{naam}’ staat er twee keer in. Haal er een weg."));
        }
        if let Some(poort) = &fase.poort {
            let Some(mijlpaal) = mijlpalen.iter().find(|een| een.id == *poort) else {
                let bericht = format!("De poort van ‘{naam}’ hoort niet bij dit traject. Kies een andere mijlpaal.");
                return weiger(Code::NietGevonden, bericht);
            };
            if !poorten.insert(poort.clone()) {
                let bericht = format!("‘{}’ sluit al een andere fase af. Kies een andere mijlpaal.", mijlpaal.naam);
                return weiger(Code::BestaatAl, bericht);
            }
        }
        goed.push(Fase { naam, ..fase });
    }
    Ok(goed)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::domain::integratie::{Afhankelijkheid, TrajectId, netwerk::verwacht};

    fn mijlpaal(sleutel: &str, volgorde: i32, na: &[&str], gereed: bool) -> Mijlpaal {
        let dag = date(2026, 1, 1);
        let na = na.iter().map(|op| Afhankelijkheid { mijlpaal: MijlpaalId((*op).into()), wachttijd: 0 });
        Mijlpaal {
            id: MijlpaalId(sleutel.into()),
            traject: TrajectId("traject".into()),
            volgorde,
            naam: sleutel.to_uppercase(),
            van: dag,
            tot: dag,
            actoren: Vec::new(),
            na: na.collect(),
            voorwaardelijk: false,
            gereed_op: gereed.then_some(dag),
            vervallen: false,
            herkomst: None,
        }
    }

    fn fase(naam: &str, poort: Option<&str>) -> Fase {
        let poort = poort.map(|poort| MijlpaalId(poort.into()));
        Fase { id: FaseId(naam.to_lowercase().trim().into()), naam: naam.into(), poort }
    }

    fn standen(fasen: &[Fase], mijlpalen: &[Mijlpaal]) -> Vec<(FaseStand, Vec<String>)> {
        let activiteiten: Vec<_> = mijlpalen.iter().map(Mijlpaal::activiteit).collect();
        let peildag = date(2026, 1, 2);
        let mijlpalen_nu: BTreeMap<_, _> = verwacht(&activiteiten, None, peildag).unwrap();
        let prognose =
            Prognose { peildag, mijlpalen: mijlpalen_nu, streefdatum: None, verwacht: None, oorzaken: Vec::new() };
        let beeld = prognose.fasen(fasen, mijlpalen).into_iter();
        beeld.map(|een| (een.stand, een.wacht_op.into_iter().map(|id| id.0).collect())).collect()
    }

    #[test]
    fn the_first_phase_whose_gate_is_not_reached_is_now() {
        use FaseStand::{Afgerond, KomtNog, Nu};
        let plan = |gereed: &[&str]| {
            let is = |sleutel: &str| gereed.contains(&sleutel);
            [
                mijlpaal("d", 4, &["c", "b"], is("d")),
                mijlpaal("a", 1, &[], is("a")),
                mijlpaal("b", 2, &["a"], is("b")),
                mijlpaal("c", 3, &["a"], is("c")),
            ]
        };
        let fasen = [fase("Een", Some("a")), fase("Twee", Some("b")), fase("Drie", Some("d"))];
        for (gereed, standen_nu, laatste_wacht_op) in [
            (&[][..], [Nu, KomtNog, KomtNog], &["b", "c"][..]),
            (&["a"], [Afgerond, Nu, KomtNog], &["b", "c"]),
            (&["a", "b"], [Afgerond, Afgerond, Nu], &["c"]),
            // Out of order: what is not reached comes first, whatever was reached later.
            (&["b"], [Nu, Afgerond, KomtNog], &["c"]),
            (&["a", "b", "c"], [Afgerond, Afgerond, Nu], &[]),
            (&["a", "b", "c", "d"], [Afgerond, Afgerond, Afgerond], &[]),
        ] {
            let nu = standen(&fasen, &plan(gereed));
            assert_eq!(nu.iter().map(|een| een.0).collect::<Vec<_>>(), standen_nu, "{gereed:?}");
            assert_eq!(nu[2].1, laatste_wacht_op, "{gereed:?}");
        }
        // Without a gate nothing says that it is over.
        let nu = standen(&[fase("Een", None), fase("Twee", Some("a"))], &plan(&[]));
        assert_eq!(nu, [(Nu, vec![]), (KomtNog, vec![])]);
    }

    #[test]
    fn phases_that_cannot_be_are_refused() {
        let plan = [mijlpaal("a", 1, &[], false), mijlpaal("b", 2, &["a"], false)];
        let veel = |aantal: usize| (0..aantal).map(|nummer| fase(&format!("Fase {nummer}"), None)).collect();
        for (fasen, code) in [
            (vec![], None),
            (vec![fase(" Een ", Some("a")), fase("Twee", Some("b")), fase("Drie", None)], None),
            (veel(20), None),
            (veel(21), Some(Code::OngeldigeWaarde)),
            (vec![fase(" ", None)], Some(Code::Verplicht)),
            (vec![fase(&"x".repeat(101), None)], Some(Code::TeLang)),
            (vec![fase("Een", None), Fase { id: FaseId("b".into()), ..fase("één ", None) }], None),
            (vec![fase("Een", None), Fase { id: FaseId("b".into()), ..fase(" EEN", None) }], Some(Code::BestaatAl)),
            (vec![fase("Een", None), Fase { naam: "Twee".into(), ..fase("Een", None) }], Some(Code::OngeldigeWaarde)),
            (vec![fase("Een", Some("a")), fase("Twee", Some("a"))], Some(Code::BestaatAl)),
            (vec![fase("Een", Some("van een ander"))], Some(Code::NietGevonden)),
        ] {
            let uitkomst = getoetst(fasen.clone(), &plan);
            assert_eq!(uitkomst.as_ref().err().map(|fout| fout.code), code, "{fasen:?}");
            assert!(uitkomst.err().is_none_or(|fout| fout.veld.as_deref() == Some("fasen")));
        }
        assert_eq!(getoetst(vec![fase(" Een ", None)], &plan).unwrap()[0].naam, "Een");
    }
}
