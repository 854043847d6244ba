//! The network of activities: what waits for what, when each can be done, and what holds up the end. Pure.
//!
//! Days count whole: who ends on Friday and has no lag lets the next begin on Saturday. A lag may be negative: so
//! many days may the two overlap.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};

/// One activity as it was planned, and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activiteit<K> {
    pub sleutel: K,
    pub van: Date,
    pub tot: Date,
    /// Finish–start: what comes before, and how many days lie between.
    pub na: Vec<(K, i32)>,
    /// The day it was really done.
    pub gereed_op: Option<Date>,
    /// What it cannot be done before: an answer that came late, a term that runs on.
    pub niet_klaar_voor: Option<Date>,
}

/// When an activity is expected, and how much room it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verwachting {
    pub van: Date,
    pub tot: Date,
    /// Days it may end later without moving the end; negative: the end already moved. `None`: nothing waits for it.
    pub speling: Option<i64>,
    /// Does it decide when the end comes?
    pub kritiek: bool,
    /// The day it was really done.
    pub gereed_op: Option<Date>,
}

/// Days from `van` to `tot`; negative when `tot` lies before.
pub fn dagen(van: Date, tot: Date) -> i64 {
    i64::from((tot - van).get_days())
}

fn na(dag: Date, dagen: i64) -> Date {
    dag.saturating_add(dagen.days())
}

/// The activities in an order in which each comes after what it waits for; else the ring that makes that impossible.
pub fn volgorde<K: Ord + Clone>(activiteiten: &[Activiteit<K>]) -> Result<Vec<usize>, Vec<K>> {
    let plek: BTreeMap<&K, usize> = activiteiten.iter().enumerate().map(|(i, een)| (&een.sleutel, i)).collect();
    let mut klaar = vec![false; activiteiten.len()];
    let mut volgorde = Vec::with_capacity(activiteiten.len());
    while volgorde.len() < activiteiten.len() {
        let vrij: Vec<usize> = activiteiten
            .iter()
            .enumerate()
            .filter(|(i, een)| {
                !klaar[*i] && een.na.iter().all(|(voor, _)| plek.get(voor).is_none_or(|voor| klaar[*voor]))
            })
            .map(|(i, _)| i)
            .collect();
        if vrij.is_empty() {
            return Err(ring(activiteiten, &plek, &klaar));
        }
        for i in vrij {
            klaar[i] = true;
            volgorde.push(i);
        }
    }
    Ok(volgorde)
}

/// Walks back from something that waits until it comes by the same twice.
fn ring<K: Ord + Clone>(activiteiten: &[Activiteit<K>], plek: &BTreeMap<&K, usize>, klaar: &[bool]) -> Vec<K> {
    let mut pad: Vec<usize> = klaar.iter().position(|klaar| !klaar).into_iter().collect();
    while let Some(hier) = pad.last() {
        let voor = activiteiten[*hier].na.iter().filter_map(|(voor, _)| plek.get(voor)).find(|voor| !klaar[**voor]);
        let Some(voor) = voor else { break };
        if let Some(begin) = pad.iter().position(|ander| ander == voor) {
            pad.drain(..begin);
            break;
        }
        pad.push(*voor);
    }
    pad.reverse();
    pad.into_iter().map(|i| activiteiten[i].sleutel.clone()).collect()
}

/// When everything is expected, on a day `vandaag`: what should be done by then and is not, is late.
///
/// `doel` is the activity that has to be there in time; `None` when the activities go round in a ring.
pub fn verwacht<K: Ord + Clone>(
    activiteiten: &[Activiteit<K>],
    doel: Option<&K>,
    vandaag: Date,
) -> Option<BTreeMap<K, Verwachting>> {
    let volgorde = volgorde(activiteiten).ok()?;
    let mut verwacht: BTreeMap<K, Verwachting> = BTreeMap::new();
    for i in &volgorde {
        let een = &activiteiten[*i];
        let eerder =
            een.na.iter().filter_map(|(voor, wachttijd)| Some(na(verwacht.get(voor)?.tot, 1 + i64::from(*wachttijd))));
        let van = eerder.max().map_or(een.van, |eerst| eerst.max(een.van));
        let (van, tot) = match een.gereed_op {
            Some(op) => (van.min(op), op),
            None => {
                let tot = na(van, dagen(een.van, een.tot)).max(een.niet_klaar_voor.unwrap_or(een.tot));
                (van, tot.max(vandaag))
            }
        };
        verwacht.insert(
            een.sleutel.clone(),
            Verwachting { van, tot, speling: None, kritiek: false, gereed_op: een.gereed_op },
        );
    }
    terug(activiteiten, &volgorde, doel, &mut verwacht);
    Some(verwacht)
}

/// Counts back from the day the end was planned on, and marks what holds it up.
fn terug<K: Ord + Clone>(
    activiteiten: &[Activiteit<K>],
    volgorde: &[usize],
    doel: Option<&K>,
    verwacht: &mut BTreeMap<K, Verwachting>,
) {
    let mut uiterlijk: BTreeMap<&K, Date> = BTreeMap::new();
    if let Some(doel) = doel.and_then(|doel| activiteiten.iter().find(|een| een.sleutel == *doel)) {
        uiterlijk.insert(&doel.sleutel, doel.tot);
    }
    for i in volgorde.iter().rev() {
        let een = &activiteiten[*i];
        let (Some(tot), Some(nu)) = (uiterlijk.get(&een.sleutel).copied(), verwacht.get_mut(&een.sleutel)) else {
            continue;
        };
        nu.speling = Some(dagen(nu.tot, tot));
        let begin = na(tot, -dagen(nu.van, nu.tot));
        for (voor, wachttijd) in &een.na {
            let grens = na(begin, -1 - i64::from(*wachttijd));
            uiterlijk.entry(voor).and_modify(|dag| *dag = grens.min(*dag)).or_insert(grens);
        }
    }
    // Critical: the least slack, as far as the chain is unbroken from the end back.
    let Some(doel) = doel else { return };
    let mut te_doen = vec![doel];
    let mut gezien: BTreeSet<&K> = BTreeSet::new();
    while let Some(sleutel) = te_doen.pop() {
        let Some(een) = activiteiten.iter().find(|een| een.sleutel == *sleutel) else { continue };
        if !gezien.insert(&een.sleutel) {
            continue;
        }
        let Some(van) = verwacht.get(sleutel).map(|nu| nu.van) else { continue };
        if let Some(nu) = verwacht.get_mut(sleutel) {
            nu.kritiek = true;
        }
        let drukt = een.na.iter().filter(|(voor, wachttijd)| {
            verwacht.get(voor).is_some_and(|voor| na(voor.tot, 1 + i64::from(*wachttijd)) >= van)
        });
        te_doen.extend(drukt.map(|(voor, _)| voor));
    }
}

/// The days that move when one activity goes to other days: each later one as far as it must, none earlier, lengths
/// stay. What was done stays where it was done.
pub fn verplaats<K: Ord + Clone>(
    activiteiten: &[Activiteit<K>],
    sleutel: &K,
    van: Date,
    tot: Date,
) -> Result<BTreeMap<K, (Date, Date)>, Vec<K>> {
    let volgorde = volgorde(activiteiten)?;
    let mut dagen_van: BTreeMap<K, (Date, Date)> =
        activiteiten.iter().map(|een| (een.sleutel.clone(), (een.van, een.tot))).collect();
    dagen_van.insert(sleutel.clone(), (van, tot));
    let mut verplaatst = BTreeMap::from([(sleutel.clone(), (van, tot))]);
    for i in volgorde {
        let een = &activiteiten[i];
        if een.sleutel == *sleutel || een.gereed_op.is_some() {
            continue;
        }
        let na_verplaatste = een.na.iter().filter(|(voor, _)| verplaatst.contains_key(voor));
        let eerst =
            na_verplaatste.filter_map(|(voor, wachttijd)| Some(na(dagen_van.get(voor)?.1, 1 + i64::from(*wachttijd))));
        let Some(eerst) = eerst.max().filter(|eerst| *eerst > een.van) else { continue };
        let nieuw = (eerst, na(eerst, dagen(een.van, een.tot)));
        dagen_van.insert(een.sleutel.clone(), nieuw);
        verplaatst.insert(een.sleutel.clone(), nieuw);
    }
    Ok(verplaatst)
}

#[cfg(test)]
mod tests;
