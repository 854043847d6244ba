//! What is to be expected of a trajectory: when it is done, what holds it up, and through whom. Pure.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Besluit, Mijlpaal, MijlpaalId, Stap, Toestand, Traject, TrajectId,
    autonomie::{Autonomie, Mag, mag_regionaal},
    besluiten::{CelInhoud, CelStatus},
    netwerk::{self, Activiteit, Verwachting, dagen},
    stand::{Regionaal, regionaal},
    woorden::{aantal, datum, opsomming},
};
use crate::domain::organisatie::{self, DeelnameStatus, GemeenteId, ModuleId};

/// The gemeenten that take part in a module on a day, or intend to from then: in the order of the regions.
pub fn deelnemers(organisatie: &organisatie::Toestand, module: &ModuleId, op: Date) -> Vec<GemeenteId> {
    let deelnames = organisatie.deelnames.values().filter(|deelname| {
        deelname.module == *module && deelname.status != DeelnameStatus::Beeindigd && deelname.geldt_op(op)
    });
    let mut gemeenten: Vec<_> = deelnames.map(|deelname| deelname.gemeente.clone()).collect();
    gemeenten.sort_by_cached_key(|id| {
        let streek = organisatie.streek(id);
        // Whole regions before parts of one: Noord, Midden-Limburg Oost, Midden-Limburg West.
        (streek.is_some_and(|regio| regio.hoort_bij.is_some()), streek.map(|regio| regio.id.clone()), id.clone())
    });
    gemeenten.dedup();
    gemeenten
}

/// One reason why the target moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oorzaak {
    pub mijlpaal: MijlpaalId,
    /// Through whom, when it is known.
    pub gemeenten: Vec<GemeenteId>,
    /// How many days this milestone is later than planned.
    pub dagen: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Prognose {
    /// The day as which it was looked at.
    pub peildag: Date,
    pub mijlpalen: BTreeMap<MijlpaalId, Verwachting>,
    pub streefdatum: Option<Date>,
    /// When the last milestone is expected; `None`: nothing is planned.
    pub verwacht: Option<Date>,
    pub oorzaken: Vec<Oorzaak>,
}

impl Prognose {
    /// Days after the target; negative: before it.
    pub fn uitloop(&self) -> Option<i64> {
        Some(dagen(self.streefdatum?, self.verwacht?))
    }
}

impl Toestand {
    pub fn mijlpalen_van<'a>(&'a self, traject: &'a TrajectId) -> impl Iterator<Item = &'a Mijlpaal> {
        self.mijlpalen.values().map(|een| &**een).filter(move |een| een.traject == *traject && !een.vervallen)
    }

    pub fn besluiten_van<'a>(&'a self, traject: &'a TrajectId) -> impl Iterator<Item = &'a Besluit> {
        self.besluiten.values().map(|een| &**een).filter(move |een| een.traject == *traject)
    }

    /// The decision a step belongs to, and the step.
    pub fn stap(&self, id: &super::StapId) -> Option<(&Besluit, &Stap)> {
        self.besluiten.values().find_map(|besluit| Some((&**besluit, besluit.stap(id)?)))
    }

    /// May the region decide on this item?
    pub fn mag_regionaal(&self, organisatie: &organisatie::Toestand, autonomie: &Autonomie) -> Mag {
        let besluit = autonomie.eigen_besluit().and_then(|id| self.besluiten.get(id));
        let leden = besluit.map(|een| deelnemers(organisatie, &een.module, een.peildatum)).unwrap_or_default();
        let cel = |stap: &Stap, gemeente: &GemeenteId| self.inhoud(stap, gemeente);
        mag_regionaal(autonomie.aard, besluit.map(|een| &**een), &leden, cel)
    }

    pub fn inhoud(&self, stap: &Stap, gemeente: &GemeenteId) -> Option<&CelInhoud> {
        self.cellen.get(&(stap.id.clone(), gemeente.clone())).map(|cel| &cel.inhoud)
    }

    /// As which day a trajectory is looked at: today. When its target has passed: the last day of which something
    /// is known, so that a procedure of the past does not get later every day.
    pub fn peildag(&self, traject: &Traject, vandaag: Date) -> Date {
        let Some(streefdatum) = traject.streefdatum.filter(|streefdatum| *streefdatum < vandaag) else {
            return vandaag;
        };
        let besluiten: Vec<_> = self.besluiten_van(&traject.id).map(|besluit| &besluit.id).collect();
        let cellen = self.cellen.values().filter(|cel| besluiten.contains(&&cel.besluit));
        let gedaan = cellen.filter_map(|cel| match cel.inhoud.status {
            CelStatus::OpAgenda => None,
            _ => cel.inhoud.datum,
        });
        let gereed = self.mijlpalen_van(&traject.id).filter_map(|een| een.gereed_op);
        gedaan.chain(gereed).filter(|dag| *dag <= vandaag).max().unwrap_or(streefdatum)
    }

    pub fn regionaal(
        &self,
        organisatie: &organisatie::Toestand,
        besluit: &Besluit,
        stap: &Stap,
        peildag: Date,
    ) -> Regionaal {
        let deelnemers = deelnemers(organisatie, &besluit.module, besluit.peildatum);
        regionaal(stap, &deelnemers, |gemeente| self.inhoud(stap, gemeente), peildag)
    }

    /// The network of a trajectory, with what the decisions say about it.
    pub fn activiteiten(
        &self,
        organisatie: &organisatie::Toestand,
        traject: &TrajectId,
        peildag: Date,
    ) -> Vec<Activiteit<MijlpaalId>> {
        let mut activiteiten: Vec<_> = self.mijlpalen_van(traject).map(Mijlpaal::activiteit).collect();
        for (besluit, stap) in
            self.besluiten_van(traject).flat_map(|een| een.stappen.iter().map(move |stap| (een, stap)))
        {
            let Some(een) = activiteiten.iter_mut().find(|een| Some(&een.sleutel) == stap.mijlpaal.as_ref()) else {
                continue;
            };
            let nu = self.regionaal(organisatie, besluit, stap, peildag);
            let afgerond = |gemeenten: &[GemeenteId]| {
                let dagen = gemeenten.iter().filter_map(|gemeente| stap.afgerond_op(self.inhoud(stap, gemeente)?));
                dagen.max()
            };
            if nu.voldaan {
                een.gereed_op = een.gereed_op.or_else(|| afgerond(&nu.binnen));
            } else {
                een.niet_klaar_voor = afgerond(&nu.alle);
            }
        }
        activiteiten
    }

    /// The milestone a trajectory ends with.
    pub fn doel(&self, traject: &TrajectId) -> Option<MijlpaalId> {
        self.mijlpalen_van(traject).max_by_key(|een| (een.tot, een.volgorde)).map(|een| een.id.clone())
    }

    pub fn prognose(&self, organisatie: &organisatie::Toestand, traject: &Traject, peildag: Date) -> Prognose {
        let activiteiten = self.activiteiten(organisatie, &traject.id, peildag);
        let doel = self.doel(&traject.id);
        let mijlpalen = netwerk::verwacht(&activiteiten, doel.as_ref(), peildag).unwrap_or_default();
        let verwacht = doel.as_ref().and_then(|doel| mijlpalen.get(doel)).map(|doel| doel.tot);
        let mut oorzaken: Vec<_> = activiteiten
            .iter()
            .filter_map(|een| {
                let nu = mijlpalen.get(&een.sleutel).filter(|nu| nu.kritiek)?;
                let later = dagen(een.tot, nu.tot);
                // Not what is late because of what came before it, but what began on time and ended late.
                (later > 0 && nu.van <= een.van).then(|| Oorzaak {
                    mijlpaal: een.sleutel.clone(),
                    gemeenten: self.laten_op_zich_wachten(organisatie, traject, &een.sleutel, een.tot),
                    dagen: later,
                })
            })
            .collect();
        oorzaken.sort_by_key(|oorzaak| std::cmp::Reverse(oorzaak.dagen));
        Prognose { peildag, mijlpalen, streefdatum: traject.streefdatum, verwacht, oorzaken }
    }

    /// The gemeenten through which a milestone is later than planned.
    fn laten_op_zich_wachten(
        &self,
        organisatie: &organisatie::Toestand,
        traject: &Traject,
        mijlpaal: &MijlpaalId,
        gepland: Date,
    ) -> Vec<GemeenteId> {
        let mut gemeenten = Vec::new();
        for besluit in self.besluiten_van(&traject.id) {
            for stap in besluit.stappen.iter().filter(|stap| stap.mijlpaal.as_ref() == Some(mijlpaal)) {
                let alle = deelnemers(organisatie, &besluit.module, besluit.peildatum);
                gemeenten.extend(alle.into_iter().filter(|gemeente| {
                    let op = self.inhoud(stap, gemeente).and_then(|cel| stap.afgerond_op(cel));
                    stap.is_voor(gemeente) && op.is_some_and(|op| op > gepland)
                }));
            }
        }
        gemeenten
    }

    /// How the target stands, in one or two sentences.
    pub fn prognose_in_woorden(&self, organisatie: &organisatie::Toestand, prognose: &Prognose) -> String {
        let (Some(streefdatum), Some(verwacht)) = (prognose.streefdatum, prognose.verwacht) else {
            return "Er is nog geen streefdatum of planning.".into();
        };
        let uitloop = dagen(streefdatum, verwacht);
        if uitloop <= 0 {
            return format!("Op schema voor {}.", datum(streefdatum));
        }
        let later = aantal(uitloop, "dag", "dagen");
        let waardoor = prognose.oorzaken.iter().map(|oorzaak| {
            let naam = self.mijlpalen.get(&oorzaak.mijlpaal).map_or("een mijlpaal", |een| een.naam.as_str());
            let wie = oorzaak.gemeenten.iter().map(|id| organisatie.gemeenten.get(id).map_or(&*id.0, |een| &*een.naam));
            match opsomming(wie.map(str::to_owned)) {
                wie if wie.is_empty() => format!("‘{naam}’"),
                wie => format!("‘{naam}’ ({wie})"),
            }
        });
        let waardoor = opsomming(waardoor);
        let waardoor = if waardoor.is_empty() { String::new() } else { format!(" Dat komt door {waardoor}.") };
        format!("Verwacht op {}: {later} na de streefdatum {}.{waardoor}", datum(verwacht), datum(streefdatum))
    }
}
