//! Which notes say much the same. Pure. A suggestion changes nothing until someone takes it.

use std::collections::BTreeSet;

use super::model::NotitieId;

/// From here on two texts look enough alike to suggest it.
const GELIJKENIS: f64 = 0.55;
/// Words that say nothing about the subject.
const STOP: [&str; 36] = [
    "de", "het", "een", "en", "of", "van", "in", "op", "aan", "met", "voor", "door", "bij", "te", "is", "zijn", "er",
    "die", "dat", "we", "wij", "ons", "onze", "meer", "niet", "ook", "om", "als", "dan", "naar", "uit", "over", "tot",
    "per", "worden", "blijven",
];

/// Notes that look alike, as groups of two or more.
pub fn voorstellen<'a>(notities: impl IntoIterator<Item = (NotitieId, &'a str)>) -> Vec<Vec<NotitieId>> {
    let notities: Vec<_> = notities.into_iter().map(|(id, tekst)| (id, woorden(tekst))).collect();
    let mut groepen: Vec<Vec<usize>> = Vec::new();
    for nummer in 0..notities.len() {
        let lijkt = |ander: &usize| gelijkenis(&notities[nummer].1, &notities[*ander].1) >= GELIJKENIS;
        // Like all of a group, not like one: otherwise a chain of small steps ends up far away.
        match groepen.iter_mut().find(|groep| groep.iter().all(lijkt)) {
            Some(groep) => groep.push(nummer),
            None => groepen.push(vec![nummer]),
        }
    }
    let groot = groepen.into_iter().filter(|groep| groep.len() > 1);
    groot.map(|groep| groep.into_iter().map(|nummer| notities[nummer].0).collect()).collect()
}

fn woorden(tekst: &str) -> BTreeSet<String> {
    let klein = tekst.to_lowercase();
    let woorden = klein.split(|c: char| !c.is_alphanumeric()).filter(|woord| woord.len() > 1 && !STOP.contains(woord));
    woorden.map(str::to_owned).collect()
}

/// 1 for the same words, 0 for none alike; words count as alike when they differ in their ending or by a typo.
fn gelijkenis(een: &BTreeSet<String>, ander: &BTreeSet<String>) -> f64 {
    if een.is_empty() || ander.is_empty() {
        return 0.0;
    }
    let beste = |woord: &String, onder: &BTreeSet<String>| {
        let waarden = onder.iter().map(|een| strsim::jaro_winkler(woord, een));
        waarden.fold(0.0, f64::max)
    };
    let som = |van: &BTreeSet<String>, onder: &BTreeSet<String>| -> f64 {
        van.iter().map(|woord| beste(woord, onder)).filter(|waarde| *waarde > 0.85).sum()
    };
    (som(een, ander) + som(ander, een)) / (een.len() + ander.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn notes_that_say_the_same_are_suggested_together() {
        let teksten = [
            "Korte lijnen tussen gemeenten en MGR",
            "Korte lijnen met de MGR",
            "korte lijn met MGR",
            "Rapportages kritisch bekijken",
            "Rapportage kritischer bekijken",
            "Datalandschap staat stevig",
        ];
        let notities = teksten.iter().enumerate().map(|(n, tekst)| (NotitieId(Uuid::from_u128(n as u128)), *tekst));
        let gevonden: Vec<Vec<u128>> = voorstellen(notities)
            .into_iter()
            .map(|groep| groep.into_iter().map(|id| id.0.as_u128()).collect())
            .collect();
        assert_eq!(gevonden, [vec![0, 1, 2], vec![3, 4]]);
    }
}
