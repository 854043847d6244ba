//! De stand van zaken: what the steering group reads. The chance that the target slips, the terms of the month, how each
//! gemeente stands, and what is different since a day. All of it worked out from two states; nothing is stored. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    Besluit, MijlpaalId, Prognose, RisicoId, Stap, StapId, Toestand, Traject, TrajectId, Zwaarte,
    besluiten::CelInhoud,
    model::KolomSoort,
    netwerk::dagen,
    prognose::deelnemers,
    stand::Stand,
    woorden::{aantal, datum, opsomming},
};
use crate::domain::organisatie::{self, GemeenteId};

/// What a chance of 1 to 5 in the register of risks stands for, in percent.
const KANS: [i32; 5] = [5, 15, 35, 60, 85];
/// Before anything was reached: one in five milestones is late. Counts as five milestones of experience.
const ERVARING: (usize, usize) = (1, 5);

/// How likely it is that the target slips, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kans {
    pub procent: i32,
    /// Each milestone on the critical path that is still to be reached.
    pub delen: Vec<Kansdeel>,
    /// How many milestones were reached, and how many of those late.
    pub gehaald: usize,
    pub laat: usize,
}

/// How likely it is that one milestone is late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kansdeel {
    pub mijlpaal: MijlpaalId,
    pub procent: i32,
    /// The risk that makes it more likely than experience does.
    pub risico: Option<RisicoId>,
}

/// A term of one gemeente.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looptijd {
    pub stap: StapId,
    pub gemeente: GemeenteId,
    pub einde: Date,
}

/// How one gemeente stands over all decisions of a trajectory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gemeentestand {
    pub gemeente: GemeenteId,
    pub stappen: usize,
    pub binnen: usize,
    /// Steps whose term passed, or that were refused.
    pub mis: usize,
    /// The first term that still runs.
    pub volgende: Option<Date>,
}

/// Waar een verschil over gaat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum VerschilSoort {
    /// De streefdatum, of wanneer het traject klaar is.
    Streefdatum,
    /// Hoe waarschijnlijk het is dat de streefdatum schuift.
    Kans,
    /// Wat gemeenten besloten.
    Besluit,
    /// Een mijlpaal.
    Mijlpaal,
    /// Een risico.
    Risico,
    /// De taken op de borden.
    Taak,
}

/// Welke kant het op ging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum VerschilRichting {
    /// Het staat er beter voor.
    Beter,
    /// Het staat er slechter voor.
    Slechter,
    /// Anders, niet beter of slechter.
    Anders,
}

/// One thing that is different since a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verschil {
    pub soort: VerschilSoort,
    pub richting: VerschilRichting,
    pub zin: String,
}

/// A state with the day as which one looks at it.
#[derive(Clone, Copy)]
pub struct Beschouwing<'a> {
    pub integratie: &'a Toestand,
    pub organisatie: &'a organisatie::Toestand,
    pub traject: &'a Traject,
    pub peildag: Date,
}

impl Kans {
    /// Each milestone by itself may be late; the target holds when none is.
    fn samen(delen: &[Kansdeel]) -> i32 {
        let goed = delen.iter().fold(100_f64, |goed, deel| goed * f64::from(100 - deel.procent) / 100.0);
        // Between 0 and 100.
        (100.0 - goed).round() as i32
    }
}

impl<'a> Beschouwing<'a> {
    pub fn prognose(&self) -> Prognose {
        self.integratie.prognose(self.organisatie, self.traject, self.peildag)
    }

    /// How likely it is that the target slips; `None` without a target or a plan. What slipped already is certain, what
    /// is done cannot slip.
    pub fn kans(&self, prognose: &Prognose) -> Option<Kans> {
        let uitloop = prognose.uitloop()?;
        let gehaald = prognose.mijlpalen.iter().filter_map(|(id, nu)| Some((id, nu.gereed_op?)));
        let gehaald: Vec<_> = gehaald.collect();
        let plan: BTreeMap<_, _> = self.integratie.mijlpalen_van(&self.traject.id).map(|een| (&een.id, een)).collect();
        let laat = gehaald.iter().filter(|(id, op)| plan.get(id).is_some_and(|een| *op > een.tot)).count();
        let ervaring = procent(laat + ERVARING.0, gehaald.len() + ERVARING.1);
        let open = prognose.mijlpalen.iter().filter(|(_, nu)| nu.kritiek && nu.gereed_op.is_none());
        let mut delen: Vec<_> = open
            .map(|(id, _)| {
                let (kans, risico) = self.zwaarste_kans(id).unzip();
                let risico = risico.filter(|_| kans > Some(ervaring));
                Kansdeel { mijlpaal: id.clone(), procent: kans.unwrap_or(0).max(ervaring), risico }
            })
            .collect();
        delen.sort_by_key(|deel| plan.get(&deel.mijlpaal).map(|een| een.volgorde));
        let procent = match uitloop {
            1.. => 100,
            _ if delen.is_empty() => 0,
            _ => Kans::samen(&delen),
        };
        Some(Kans { procent, delen, gehaald: gehaald.len(), laat })
    }

    /// The open risk that makes it most likely that this milestone is late.
    fn zwaarste_kans(&self, mijlpaal: &MijlpaalId) -> Option<(i32, RisicoId)> {
        let risicos = self.integratie.risicos.values();
        let raakt = risicos.filter(|een| !een.inhoud.gesloten && een.inhoud.mijlpalen.contains(mijlpaal));
        let kans = |kans: i32| usize::try_from(kans - 1).ok().and_then(|plek| KANS.get(plek)).copied();
        raakt.filter_map(|een| Some((kans(een.inhoud.kans?)?, een.id))).max()
    }

    /// Why the chance is what it is, in sentences.
    pub fn kans_in_woorden(&self, kans: &Kans, prognose: &Prognose) -> Vec<String> {
        let uitloop = prognose.uitloop().unwrap_or_default();
        if uitloop > 0 {
            let later = aantal(uitloop, "dag", "dagen");
            return vec![format!("De streefdatum is al geschoven: {later} later dan gepland.")];
        }
        if kans.delen.is_empty() {
            return vec!["Alles op het kritieke pad is gehaald: de streefdatum kan niet meer schuiven.".into()];
        }
        let open = aantal(lengte(kans.delen.len()), "mijlpaal", "mijlpalen");
        let werkwoord = if kans.delen.len() == 1 { "moet" } else { "moeten" };
        let eerder = match (kans.gehaald, kans.laat) {
            (0, _) => "Er is nog niets gehaald; we rekenen met één op vijf.".to_owned(),
            (gehaald, laat) => format!("Van de {gehaald} die gehaald zijn, {} te laat.", waren(laat)),
        };
        let mut zinnen = vec![format!(
            "Op het kritieke pad {werkwoord} nog {open}: loopt er één uit, dan schuift de \
                                       streefdatum. {eerder}"
        )];
        zinnen.extend(kans.delen.iter().map(|deel| {
            let waarom = deel.risico.and_then(|id| self.integratie.risicos.get(&id));
            let waarom = waarom.map_or(String::new(), |een| format!(", door het risico ‘{}’", een.inhoud.naam));
            format!("‘{}’: {} procent{waarom}.", self.mijlpaal(&deel.mijlpaal), deel.procent)
        }));
        zinnen
    }

    fn mijlpaal(&self, id: &MijlpaalId) -> String {
        self.integratie.mijlpalen.get(id).map_or_else(|| id.0.clone(), |een| een.naam.clone())
    }

    fn gemeente(&self, id: &GemeenteId) -> String {
        self.organisatie.gemeenten.get(id).map_or_else(|| id.0.clone(), |een| een.naam.clone())
    }

    /// Every cell there is: the decision, the step, the gemeente, and what was filled in.
    fn cellen(&self) -> impl Iterator<Item = (&'a Besluit, &'a Stap, GemeenteId, CelInhoud)> {
        let (integratie, organisatie) = (self.integratie, self.organisatie);
        integratie.besluiten_van(&self.traject.id).flat_map(move |besluit| {
            let alle = deelnemers(organisatie, &besluit.module, besluit.peildatum);
            besluit.stappen.iter().flat_map(move |stap| {
                let gemeenten = alle.clone().into_iter().filter(|id| stap.is_voor(id));
                gemeenten.map(move |id| {
                    let inhoud = integratie.inhoud(stap, &id).cloned().unwrap_or_default();
                    (besluit, stap, id, inhoud)
                })
            })
        })
    }

    /// Terms that end in the month of this day, and those that passed without an answer.
    pub fn looptijden(&self) -> Vec<Looptijd> {
        let maand = |dag: Date| (dag.year(), dag.month());
        let mut looptijden: Vec<_> = self
            .cellen()
            .filter_map(|(_, stap, gemeente, cel)| {
                let einde = stap.einde(&cel)?.einde;
                let open = !stap.telt_mee(&cel, self.peildag) && einde < self.peildag;
                let telt = maand(einde) == maand(self.peildag) || open;
                telt.then(|| Looptijd { stap: stap.id.clone(), gemeente, einde })
            })
            .collect();
        looptijden.sort_by_key(|een| een.einde);
        looptijden
    }

    /// How each gemeente stands, in the order of the regions.
    pub fn gemeenten(&self) -> Vec<Gemeentestand> {
        let mut standen: Vec<Gemeentestand> = Vec::new();
        for (_, stap, gemeente, cel) in self.cellen() {
            let plek = standen.iter().position(|een| een.gemeente == gemeente).unwrap_or_else(|| {
                standen.push(Gemeentestand { gemeente, stappen: 0, binnen: 0, mis: 0, volgende: None });
                standen.len() - 1
            });
            let nu = &mut standen[plek];
            let stand = stap.stand(&cel, self.peildag);
            let binnen = stap.telt_mee(&cel, self.peildag);
            nu.stappen += 1;
            nu.binnen += usize::from(binnen);
            nu.mis +=
                usize::from(matches!(stand, Stand::Geweigerd | Stand::TeLaat) || stand == Stand::Verlopen && !binnen);
            let loopt = stap.einde(&cel).map(|einde| einde.einde).filter(|einde| !binnen && *einde >= self.peildag);
            nu.volgende = match (nu.volgende, loopt) {
                (Some(een), Some(ander)) => Some(een.min(ander)),
                (een, ander) => een.or(ander),
            };
        }
        standen
    }

    /// What is different from how it was, the most important first.
    pub fn verschillen(&self, toen: &Beschouwing<'_>) -> Vec<Verschil> {
        let mut verschillen = self.doel_anders(toen);
        verschillen.extend(self.besluiten_anders(toen));
        verschillen.extend(self.mijlpalen_anders(toen));
        verschillen.extend(self.risicos_anders(toen));
        verschillen.extend(self.taken_anders(toen));
        verschillen
    }

    fn doel_anders(&self, toen: &Beschouwing<'_>) -> Vec<Verschil> {
        let (nu, was) = (self.prognose(), toen.prognose());
        let mut verschillen = Vec::new();
        if let (Some(naar), Some(van)) = (nu.streefdatum, was.streefdatum)
            && naar != van
        {
            let zin = format!("De streefdatum is nu {}; dat was {}.", datum(naar), datum(van));
            verschillen.push(Verschil { soort: VerschilSoort::Streefdatum, richting: VerschilRichting::Anders, zin });
        }
        if let (Some(naar), Some(van)) = (nu.verwacht, was.verwacht)
            && naar != van
        {
            let verschil = dagen(van, naar);
            let (richting, woord) =
                if verschil > 0 { (VerschilRichting::Slechter, "later") } else { (VerschilRichting::Beter, "eerder") };
            let dagen = aantal(verschil.abs(), "dag", "dagen");
            let zin = format!("Verwacht klaar op {}, {dagen} {woord} dan eerst ({}).", datum(naar), datum(van));
            verschillen.push(Verschil { soort: VerschilSoort::Streefdatum, richting, zin });
        }
        let (naar, van) = (self.kans(&nu), toen.kans(&was));
        if let (Some(naar), Some(van)) = (naar, van)
            && naar.procent != van.procent
        {
            let richting =
                if naar.procent > van.procent { VerschilRichting::Slechter } else { VerschilRichting::Beter };
            let zin =
                format!("De kans dat de streefdatum schuift is {} procent; dat was {}.", naar.procent, van.procent);
            verschillen.push(Verschil { soort: VerschilSoort::Kans, richting, zin });
        }
        verschillen
    }

    fn besluiten_anders(&self, toen: &Beschouwing<'_>) -> Vec<Verschil> {
        let binnen = |van: &Beschouwing<'_>, besluit: &Besluit, stap: &Stap| -> BTreeSet<GemeenteId> {
            let nu = van.integratie.regionaal(van.organisatie, besluit, stap, van.peildag);
            nu.binnen.into_iter().collect()
        };
        let mut verschillen = Vec::new();
        for besluit in self.integratie.besluiten_van(&self.traject.id) {
            for stap in &besluit.stappen {
                let nu = binnen(self, besluit, stap);
                let was = match toen.integratie.stap(&stap.id) {
                    Some((besluit, stap)) => binnen(toen, besluit, stap),
                    None => BTreeSet::new(),
                };
                let namen = |ids: Vec<&GemeenteId>| opsomming(ids.into_iter().map(|id| self.gemeente(id)));
                let (erbij, eraf): (Vec<_>, Vec<_>) = (nu.difference(&was).collect(), was.difference(&nu).collect());
                for (ids, richting, woord) in
                    [(erbij, VerschilRichting::Beter, "Binnen"), (eraf, VerschilRichting::Slechter, "Niet meer binnen")]
                {
                    if ids.is_empty() {
                        continue;
                    }
                    let zin =
                        format!("{}: nu {} binnen (was {}). {woord}: {}.", stap.naam, nu.len(), was.len(), namen(ids));
                    verschillen.push(Verschil { soort: VerschilSoort::Besluit, richting, zin });
                }
            }
        }
        verschillen
    }

    fn mijlpalen_anders(&self, toen: &Beschouwing<'_>) -> Vec<Verschil> {
        let (nu, was) = (self.prognose(), toen.prognose());
        let mut mijlpalen: Vec<_> = self.integratie.mijlpalen_van(&self.traject.id).collect();
        mijlpalen.sort_by_key(|een| een.volgorde);
        let mut verschillen = Vec::new();
        for een in mijlpalen {
            let gehaald = |prognose: &Prognose| prognose.mijlpalen.get(&een.id).and_then(|een| een.gereed_op);
            let soort = VerschilSoort::Mijlpaal;
            match (gehaald(&was), gehaald(&nu)) {
                (None, Some(op)) => {
                    let zin = format!("‘{}’ is gehaald op {}.", een.naam, datum(op));
                    verschillen.push(Verschil { soort, richting: VerschilRichting::Beter, zin });
                }
                (Some(_), None) => {
                    let zin = format!("‘{}’ is toch niet gehaald.", een.naam);
                    verschillen.push(Verschil { soort, richting: VerschilRichting::Slechter, zin });
                }
                _ => {}
            }
            let gepland = toen.integratie.mijlpalen.get(&een.id).map(|oud| oud.tot);
            if let Some(van) = gepland.filter(|van| *van != een.tot) {
                let richting = if een.tot > van { VerschilRichting::Slechter } else { VerschilRichting::Beter };
                let zin =
                    format!("‘{}’ is nu gepland tot en met {}; dat was {}.", een.naam, datum(een.tot), datum(van));
                verschillen.push(Verschil { soort, richting, zin });
            }
        }
        verschillen
    }

    fn risicos_anders(&self, toen: &Beschouwing<'_>) -> Vec<Verschil> {
        let eigen = self.integratie.risicos.values().filter(|een| een.traject == self.traject.id);
        let verschil = eigen.filter_map(|nu| {
            let was = toen.integratie.risicos.get(&nu.id);
            let naam = &nu.inhoud.naam;
            let (richting, zin) = match was.map(|was| &was.inhoud) {
                None => (VerschilRichting::Slechter, format!("Nieuw risico: ‘{naam}’.")),
                Some(was) if !was.gesloten && nu.inhoud.gesloten => {
                    (VerschilRichting::Beter, format!("‘{naam}’ speelt niet meer."))
                }
                Some(was) if was.gesloten && !nu.inhoud.gesloten => {
                    (VerschilRichting::Slechter, format!("‘{naam}’ speelt weer."))
                }
                Some(was) if was.score() != nu.inhoud.score() => {
                    let zwaarder = nu.inhoud.score() > was.score();
                    let richting = if zwaarder { VerschilRichting::Slechter } else { VerschilRichting::Beter };
                    let score = |score: Option<i32>| score.map_or("onbekend".to_owned(), |score| score.to_string());
                    let (naar, van) = (score(nu.inhoud.score()), score(was.score()));
                    (richting, format!("‘{naam}’ weegt nu {naar}; dat was {van}."))
                }
                Some(_) => return None,
            };
            Some(Verschil { soort: VerschilSoort::Risico, richting, zin })
        });
        verschil.collect()
    }

    fn taken_anders(&self, toen: &Beschouwing<'_>) -> Option<Verschil> {
        let (nu, was) = (self.taken(), toen.taken());
        if nu == was {
            return None;
        }
        let (klaar, alle) = nu;
        let zin = format!("Taken: {klaar} van {alle} klaar; dat was {} van {}.", was.0, was.1);
        let richting = if nu.0 > was.0 { VerschilRichting::Beter } else { VerschilRichting::Anders };
        Some(Verschil { soort: VerschilSoort::Taak, richting, zin })
    }

    /// How many tasks are done, and how many there are; archived ones do not count.
    pub fn taken(&self) -> (usize, usize) {
        let borden: BTreeSet<_> = self.traject.borden.iter().map(|bord| &bord.id).collect();
        let kaarten = self.integratie.kaarten.values();
        let open = kaarten.filter(|kaart| borden.contains(&kaart.taak.bord) && kaart.taak.gearchiveerd_op.is_none());
        let klaar = |kaart: &super::Kaart| self.integratie.kolom_soort(&kaart.taak) == Some(KolomSoort::Gereed);
        open.fold((0, 0), |(gereed, alle), kaart| (gereed + usize::from(klaar(kaart)), alle + 1))
    }

    /// The heaviest open risks, at most so many; what nobody weighed comes last.
    pub fn toprisicos(&self, hooguit: usize) -> Vec<RisicoId> {
        let eigen =
            self.integratie.risicos.values().filter(|een| een.traject == self.traject.id && !een.inhoud.gesloten);
        let mut risicos: Vec<_> = eigen.filter(|een| een.inhoud.zwaarte() != Zwaarte::Onbekend).collect();
        risicos.sort_by_key(|een| (std::cmp::Reverse(een.inhoud.score()), een.id));
        risicos.into_iter().take(hooguit).map(|een| een.id).collect()
    }
}

impl Toestand {
    /// What is needed to look at a trajectory as it is, or was, on a day.
    pub fn beschouw<'a>(
        &'a self,
        organisatie: &'a organisatie::Toestand,
        traject: &TrajectId,
        peildag: impl FnOnce(&Traject) -> Date,
    ) -> Option<Beschouwing<'a>> {
        let traject = self.trajecten.get(traject)?;
        Some(Beschouwing { integratie: self, organisatie, traject, peildag: peildag(traject) })
    }
}

fn procent(deel: usize, geheel: usize) -> i32 {
    i32::try_from(100 * deel / geheel.max(1)).unwrap_or(100)
}

fn lengte(aantal: usize) -> i64 {
    i64::try_from(aantal).unwrap_or(i64::MAX)
}

fn waren(laat: usize) -> String {
    match laat {
        0 => "was er geen".to_owned(),
        1 => "was er 1".to_owned(),
        laat => format!("waren er {laat}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_holds_only_when_no_milestone_on_the_path_is_late() {
        let deel = |procent| Kansdeel { mijlpaal: MijlpaalId("m".into()), procent, risico: None };
        for (kansen, samen) in
            [(vec![], 0), (vec![20], 20), (vec![50, 50], 75), (vec![20, 20, 20], 49), (vec![100, 5], 100)]
        {
            assert_eq!(Kans::samen(&kansen.iter().copied().map(deel).collect::<Vec<_>>()), samen, "{kansen:?}");
        }
    }

    #[test]
    fn experience_counts_the_more_the_more_was_reached() {
        for (laat, gehaald, kans) in [(0, 0, 20), (0, 5, 10), (5, 5, 60), (2, 4, 33)] {
            assert_eq!(procent(laat + ERVARING.0, gehaald + ERVARING.1), kans, "{laat} of {gehaald}");
        }
    }
}
