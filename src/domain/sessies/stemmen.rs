//! What a valid vote is, and what of a result may be known. Pure.
//!
//! A vote itself is kept nowhere: only counts per constituency, and who voted. A result is given per group only when
//! in every group that could be worked out from it at least [`KLEINSTE`] people voted.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{
    model::{Fase, Groepsuitslag, Stemkeuze, Stemming, Uitslag, Uitslagregel},
    woorden::{Stemgroep, Stemvorm},
};
use crate::domain::fout::{Code, Fout};

/// The smallest group of which the result is shown.
pub const KLEINSTE: u32 = 3;
const CONSENT: [&str; 3] = ["Akkoord", "Akkoord met kanttekening", "Overwegend bezwaar"];

/// Points for one choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stempunt {
    pub keuze: Uuid,
    pub punten: u32,
}

/// What there is to choose when a vote opens: `op_het_bord` are the groups and notes, `nieuw` gives fresh ids.
pub fn keuzes(stemming: &Stemming, op_het_bord: Vec<Stemkeuze>, mut nieuw: impl FnMut() -> Uuid) -> Vec<Stemkeuze> {
    let mut antwoord = |naam: String| Stemkeuze { id: nieuw(), naam };
    match stemming.vorm {
        Stemvorm::Punten | Stemvorm::Rangorde => op_het_bord,
        Stemvorm::Peiling => stemming.antwoorden.iter().cloned().map(antwoord).collect(),
        Stemvorm::Schaal => (1..=5).map(|cijfer| antwoord(cijfer.to_string())).collect(),
        Stemvorm::Consent => CONSENT.iter().map(|naam| antwoord((*naam).to_owned())).collect(),
    }
}

/// The points a vote gives, or what is wrong with it. For a ranking `keuzes` is the order, best first; the points
/// sent along do not count there.
pub fn getoetst(fase: &Fase, uitgebracht: &[Stempunt]) -> Result<Vec<Stempunt>, Fout> {
    let fout = |bericht: &str| Err(Fout::bij(Code::OngeldigeWaarde, "keuzes", bericht));
    let Some(stemming) = fase.stemming.as_ref().filter(|_| fase.is_stemming_open()) else {
        return fout("Deze stemming is niet open. Wacht op de begeleider.");
    };
    let gekozen: BTreeSet<Uuid> = uitgebracht.iter().map(|punt| punt.keuze).collect();
    let bekend: BTreeSet<Uuid> = fase.keuzes.iter().map(|keuze| keuze.id).collect();
    if gekozen.len() != uitgebracht.len() || !gekozen.is_subset(&bekend) {
        return fout("Kies uit wat er staat, elk hooguit één keer.");
    }
    match stemming.vorm {
        Stemvorm::Punten => {
            let samen: u64 = uitgebracht.iter().map(|punt| u64::from(punt.punten)).sum();
            if uitgebracht.iter().any(|punt| punt.punten == 0 || punt.punten > stemming.per_keuze) {
                return fout(&format!("Geef elke keuze hooguit {} punten.", stemming.per_keuze));
            }
            if samen == 0 || samen > u64::from(stemming.budget) {
                return fout(&format!("Verdeel 1 tot {} punten.", stemming.budget));
            }
            Ok(uitgebracht.to_vec())
        }
        Stemvorm::Peiling | Stemvorm::Schaal | Stemvorm::Consent => match uitgebracht {
            [een] => Ok(vec![Stempunt { punten: 1, ..*een }]),
            _ => fout("Kies precies één antwoord."),
        },
        Stemvorm::Rangorde => {
            if gekozen.len() != bekend.len() {
                return fout("Zet alles op volgorde.");
            }
            let punten = (1..=uitgebracht.len() as u32).rev();
            Ok(uitgebracht.iter().zip(punten).map(|(punt, punten)| Stempunt { punten, ..*punt }).collect())
        }
    }
}

/// The result: `tellingen` are points per choice, of Noord, Midden and the MGR; `stemmers` is how many voted there.
pub fn uitslag(
    keuzes: &[Stemkeuze],
    tellingen: &BTreeMap<(Uuid, Stemgroep), u32>,
    stemmers: &BTreeMap<Stemgroep, u32>,
) -> Uitslag {
    let aantal = |deel: &[Stemgroep]| -> u32 { deel.iter().map(|groep| stemmers.get(groep).unwrap_or(&0)).sum() };
    let deel = |groep: Stemgroep, delen: &[Stemgroep]| {
        let punten = |keuze: Uuid| -> u32 { delen.iter().map(|een| tellingen.get(&(keuze, *een)).unwrap_or(&0)).sum() };
        let samen: u32 = keuzes.iter().map(|keuze| punten(keuze.id)).sum();
        let regel = |keuze: &Stemkeuze| {
            let punten = punten(keuze.id);
            let procent = (samen > 0).then(|| (punten * 200 + samen) / (samen * 2));
            Uitslagregel { keuze: keuze.id, punten: Some(punten), procent }
        };
        let regels = keuzes.iter().map(regel).collect();
        Groepsuitslag { groep, stemmers: Some(aantal(delen)), regels, voorkeur: None }
    };
    use Stemgroep::*;
    // From a total and all but one of its parts the last part follows: parts are told together or not at all.
    let groot = |delen: &[&[Stemgroep]]| delen.iter().all(|deel| matches!(aantal(deel), 0 | KLEINSTE..));
    let allen: &[Stemgroep] = &[Noord, Midden, Mgr];
    let gemeenten: &[Stemgroep] = &[Noord, Midden];
    let (mut groepen, mut beschermd) = (Vec::new(), Vec::new());
    if aantal(allen) < KLEINSTE {
        return Uitslag { groepen, beschermd: vec![Allen, Gemeenten, Mgr, Noord, Midden] };
    }
    groepen.push(deel(Allen, allen));
    let per_achterban = groot(&[gemeenten, &[Mgr]]);
    if per_achterban {
        groepen.push(deel(Gemeenten, gemeenten));
        groepen.push(deel(Mgr, &[Mgr]));
    } else {
        beschermd.extend([Gemeenten, Mgr]);
    }
    if per_achterban && groot(&[&[Noord], &[Midden]]) {
        groepen.push(deel(Noord, &[Noord]));
        groepen.push(deel(Midden, &[Midden]));
    } else {
        beschermd.extend([Noord, Midden]);
    }
    groepen.retain(|groep| groep.stemmers != Some(0));
    Uitslag { groepen, beschermd }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sessies::{FaseId, Fasesoort};

    fn fase(vorm: Stemvorm, keuzes: &[Stemkeuze]) -> Fase {
        Fase {
            id: FaseId(Uuid::from_u128(1)),
            soort: Fasesoort::Stemmen,
            naam: String::new(),
            uitleg: String::new(),
            kolommen: Vec::new(),
            stemming: Some(Stemming { vorm, budget: 5, per_keuze: 3, antwoorden: Vec::new() }),
            minuten: None,
            loopt_tot: None,
            begonnen: true,
            getoond: false,
            keuzes: keuzes.to_vec(),
            uitslag: None,
        }
    }

    fn drie() -> Vec<Stemkeuze> {
        (1..=3).map(|n| Stemkeuze { id: Uuid::from_u128(n), naam: n.to_string() }).collect()
    }

    #[test]
    fn a_vote_fits_its_form() {
        let stem = |punten: &[(u128, u32)]| -> Vec<Stempunt> {
            punten.iter().map(|(keuze, punten)| Stempunt { keuze: Uuid::from_u128(*keuze), punten: *punten }).collect()
        };
        use Stemvorm::*;
        let een: &[(u128, u32)] = &[(1, 1)];
        let alle: &[(u128, u32)] = &[(3, 0), (1, 0), (2, 0)];
        let dubbel: &[(u128, u32)] = &[(1, 1), (1, 1)];
        type Geval<'p> = (Stemvorm, &'p [(u128, u32)], bool);
        let gevallen: [Geval; 13] = [
            (Punten, &[(1, 3), (2, 2)], true),
            (Punten, &[(1, 3), (2, 3)], false),
            (Punten, &[(1, 4)], false),
            (Punten, &[(1, 0)], false),
            (Punten, &[], false),
            (Punten, &[(9, 1)], false),
            (Punten, dubbel, false),
            (Peiling, een, true),
            (Peiling, &[(1, 1), (2, 1)], false),
            (Schaal, een, true),
            (Consent, &[], false),
            (Rangorde, alle, true),
            (Rangorde, een, false),
        ];
        for (vorm, punten, goed) in gevallen {
            assert_eq!(getoetst(&fase(vorm, &drie()), &stem(punten)).is_ok(), goed, "{vorm:?} {punten:?}");
        }
        let punten = getoetst(&fase(Rangorde, &drie()), &stem(alle)).map(|punten| punten[0].punten);
        assert_eq!(punten, Ok(3), "the first gets the most");
        let dicht = Fase { uitslag: Some(uitslag(&[], &BTreeMap::new(), &BTreeMap::new())), ..fase(Peiling, &drie()) };
        assert!(getoetst(&dicht, &stem(een)).is_err());
    }

    #[test]
    fn what_small_groups_chose_does_not_follow_from_what_is_shown() {
        use Stemgroep::*;
        let tellingen = BTreeMap::new();
        for (noord, midden, mgr, getoond) in [
            (4, 4, 4, vec![Allen, Gemeenten, Mgr, Noord, Midden]),
            (4, 2, 4, vec![Allen, Gemeenten, Mgr]),
            (4, 4, 2, vec![Allen]),
            (4, 4, 0, vec![Allen, Gemeenten, Noord, Midden]),
            (2, 1, 3, vec![Allen, Gemeenten, Mgr]),
            (1, 1, 0, vec![]),
            (0, 0, 3, vec![Allen, Mgr]),
        ] {
            let stemmers = BTreeMap::from([(Noord, noord), (Midden, midden), (Mgr, mgr)]);
            let uitslag = uitslag(&drie(), &tellingen, &stemmers);
            let groepen: Vec<_> = uitslag.groepen.iter().map(|groep| groep.groep).collect();
            assert_eq!(groepen, getoond, "Noord {noord}, Midden {midden}, MGR {mgr}");
        }
    }

    #[test]
    fn a_result_adds_up_and_rounds() {
        let [een, twee, drie_] = [1, 2, 3].map(Uuid::from_u128);
        let tellingen = BTreeMap::from([
            ((een, Stemgroep::Noord), 2),
            ((een, Stemgroep::Mgr), 1),
            ((twee, Stemgroep::Midden), 3),
            ((drie_, Stemgroep::Mgr), 2),
        ]);
        let stemmers = BTreeMap::from([(Stemgroep::Noord, 3), (Stemgroep::Midden, 3), (Stemgroep::Mgr, 3)]);
        let uitslag = uitslag(&drie(), &tellingen, &stemmers);
        let punten: Vec<_> = uitslag.groepen[0].regels.iter().map(|regel| (regel.punten, regel.procent)).collect();
        assert_eq!(punten, [(Some(3), Some(38)), (Some(3), Some(38)), (Some(2), Some(25))]);
        assert_eq!(uitslag.groepen[0].stemmers, Some(9));
    }
}
