//! What is coming for one person: terms and decisions of their gemeente, milestones, tasks. Worked out on a day from the
//! state and the roles in force, so that it moves along when a date moves. Pure.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};

use super::{
    CelStatus, MijlpaalId, StapId, TaakId, Toestand, Traject, TrajectId,
    model::KolomSoort,
    prognose::deelnemers,
    woorden::{datum, opsomming},
};
use crate::domain::{
    organisatie::{self, GemeenteId, Hubrol, PersoonId},
    rechten::{Recht, Reikwijdte, reikwijdte},
};

/// What lies further back was settled elsewhere, or is not going to be.
const HOOGUIT_TERUG: i64 = 60;
/// So many names still read well in one line.
const HOOGUIT_NAMEN: usize = 4;

/// What a reminder is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HerinneringSoort {
    /// A term ends.
    Termijn,
    /// A decision is on an agenda.
    Besluit,
    /// A milestone has to be reached.
    Mijlpaal,
    /// A task has to be done.
    Taak,
}

/// The thing one is reminded of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waarover {
    Stap(StapId),
    /// Of one gemeente.
    Cel(StapId, GemeenteId),
    Mijlpaal(MijlpaalId),
    Taak(TaakId),
}

/// One thing that is coming for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Herinnering {
    pub soort: HerinneringSoort,
    pub dag: Date,
    pub titel: String,
    pub traject: TrajectId,
    pub waarover: Waarover,
    /// Is the day over?
    pub te_laat: bool,
}

/// Of which gemeenten somebody follows what they decide.
enum Volgt {
    Alle,
    Deze(Vec<GemeenteId>),
}

impl Volgt {
    fn deze(&self, gemeente: &GemeenteId) -> bool {
        match self {
            Self::Alle => true,
            Self::Deze(eigen) => eigen.contains(gemeente),
        }
    }
}

/// Whose cells one may fill in, by the table of rights: those one has to know about.
fn volgt(rollen: &[(Hubrol, Option<GemeenteId>)]) -> Volgt {
    let reikt = |rol: Hubrol| reikwijdte(rol, Recht::BesluitInvullen);
    if rollen.iter().any(|(rol, _)| reikt(*rol) == Some(Reikwijdte::Alles)) {
        return Volgt::Alle;
    }
    let eigen = rollen.iter().filter(|(rol, _)| reikt(*rol) == Some(Reikwijdte::EigenGemeente));
    Volgt::Deze(eigen.filter_map(|(_, gemeente)| gemeente.clone()).collect())
}

impl Toestand {
    /// Everything that is coming for this person up to and including `tot`, and what passed without being done.
    pub fn herinneringen(
        &self,
        organisatie: &organisatie::Toestand,
        persoon: PersoonId,
        vandaag: Date,
        tot: Date,
    ) -> Vec<Herinnering> {
        let rollen = organisatie.rollen_van(persoon, vandaag);
        let volgt = volgt(&rollen);
        let plant = rollen.iter().any(|(rol, _)| reikwijdte(*rol, Recht::PlanWijzigen) == Some(Reikwijdte::Alles));
        let mut alle = Vec::new();
        for traject in self.trajecten.values() {
            alle.extend(self.van_besluiten(organisatie, traject, &volgt, vandaag));
            if plant {
                alle.extend(self.van_mijlpalen(organisatie, traject, vandaag));
            }
            alle.extend(self.van_taken(traject, persoon, &volgt, vandaag));
        }
        let vroegst = vandaag.saturating_sub(HOOGUIT_TERUG.days());
        alle.retain(|een| (vroegst..=tot).contains(&een.dag));
        alle.sort_by(|een, ander| {
            (een.dag, een.soort, &een.titel, &een.waarover).cmp(&(
                ander.dag,
                ander.soort,
                &ander.titel,
                &ander.waarover,
            ))
        });
        alle
    }

    /// Terms that run, and decisions on an agenda; those of the same step on the same day are one line.
    fn van_besluiten(
        &self,
        organisatie: &organisatie::Toestand,
        traject: &Traject,
        volgt: &Volgt,
        vandaag: Date,
    ) -> Vec<Herinnering> {
        let mut samen: BTreeMap<(HerinneringSoort, Date, StapId), (String, Vec<GemeenteId>)> = BTreeMap::new();
        for besluit in self.besluiten_van(&traject.id) {
            let gemeenten = deelnemers(organisatie, &besluit.module, besluit.peildatum);
            for stap in &besluit.stappen {
                for gemeente in gemeenten.iter().filter(|id| stap.is_voor(id) && volgt.deze(id)) {
                    let Some(cel) = self.inhoud(stap, gemeente) else { continue };
                    let (soort, dag) = match cel.status {
                        CelStatus::OpAgenda => (HerinneringSoort::Besluit, cel.datum),
                        CelStatus::Open | CelStatus::Onbekend => {
                            (HerinneringSoort::Termijn, stap.einde(cel).map(|einde| einde.einde))
                        }
                        _ => continue,
                    };
                    let Some(dag) = dag else { continue };
                    let nu = samen.entry((soort, dag, stap.id.clone())).or_insert((stap.naam.clone(), Vec::new()));
                    nu.1.push(gemeente.clone());
                }
            }
        }
        let herinnering = |((soort, dag, stap), (naam, gemeenten)): (_, (String, Vec<GemeenteId>))| {
            let wat = match soort {
                HerinneringSoort::Termijn => format!("Termijn ‘{naam}’ eindigt"),
                _ => format!("‘{naam}’ op de agenda"),
            };
            let waarover = match &gemeenten[..] {
                [een] => Waarover::Cel(stap, een.clone()),
                _ => Waarover::Stap(stap),
            };
            let titel = format!("{wat}: {}", namen(organisatie, &gemeenten));
            Herinnering { soort, dag, titel, traject: traject.id.clone(), waarover, te_laat: dag < vandaag }
        };
        samen.into_iter().map(herinnering).collect()
    }

    /// Milestones that are still to be reached, on the day they are expected.
    fn van_mijlpalen(&self, organisatie: &organisatie::Toestand, traject: &Traject, vandaag: Date) -> Vec<Herinnering> {
        let peildag = self.peildag(traject, vandaag);
        // What is over is over: a procedure of the past does not come back every morning.
        if peildag < vandaag {
            return Vec::new();
        }
        let prognose = self.prognose(organisatie, traject, peildag);
        let open = self.mijlpalen_van(&traject.id).filter_map(|een| {
            let nu = prognose.mijlpalen.get(&een.id).filter(|nu| nu.gereed_op.is_none())?;
            let gepland = if nu.tot == een.tot { String::new() } else { format!(", gepland op {}", datum(een.tot)) };
            Some(Herinnering {
                soort: HerinneringSoort::Mijlpaal,
                dag: nu.tot,
                titel: format!("Mijlpaal ‘{}’{gepland}", een.naam),
                traject: traject.id.clone(),
                waarover: Waarover::Mijlpaal(een.id.clone()),
                te_laat: een.tot < vandaag,
            })
        });
        open.collect()
    }

    /// Tasks one owns, and those of one's own gemeente that nobody owns.
    fn van_taken(&self, traject: &Traject, persoon: PersoonId, volgt: &Volgt, vandaag: Date) -> Vec<Herinnering> {
        let eigen_gemeente = |gemeenten: &std::collections::BTreeSet<GemeenteId>| match volgt {
            Volgt::Alle => false,
            Volgt::Deze(eigen) => eigen.iter().any(|id| gemeenten.contains(id)),
        };
        let kaarten = self.kaarten.values().map(|kaart| &kaart.taak);
        let open = kaarten.filter(|taak| {
            let voor_mij = match taak.eigenaar {
                Some(eigenaar) => eigenaar == persoon,
                None => eigen_gemeente(&taak.gemeenten),
            };
            voor_mij
                && taak.gearchiveerd_op.is_none()
                && traject.bord(&taak.bord).is_some()
                && self.kolom_soort(taak) != Some(KolomSoort::Gereed)
        });
        open.filter_map(|taak| {
            let dag = taak.vervaldatum?;
            Some(Herinnering {
                soort: HerinneringSoort::Taak,
                dag,
                titel: taak.titel.clone(),
                traject: traject.id.clone(),
                waarover: Waarover::Taak(taak.id),
                te_laat: dag < vandaag,
            })
        })
        .collect()
    }
}

/// "Beesel, Bergen en Venray", or how many when there are too many to read.
fn namen(organisatie: &organisatie::Toestand, ids: &[GemeenteId]) -> String {
    if ids.len() > HOOGUIT_NAMEN {
        return format!("{} gemeenten", ids.len());
    }
    opsomming(ids.iter().map(|id| organisatie.gemeenten.get(id).map_or_else(|| id.0.clone(), |een| een.naam.clone())))
}
