//! What the contexts hold of what was asked of gemeenten, as points. Pure.
//!
//! A term, deadline or due date of today is not over: it counts from tomorrow.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Geteld, Hoe, Punt, Werk, procent};
use crate::{
    domain::{
        afspraken::{self, Handtekening, Ronde, RondeFase, plekken},
        bijdrage::Bijdragesoort,
        contracten,
        integratie::{self, CelInhoud, CelStatus, KolomSoort, Taak, deelnemers},
        organisatie::{self, GemeenteId, Hubrol, PersoonId},
        sessies::{self, Achterban, Sessiebord, Sessiestand},
    },
    platform::clock::dutch_date,
};

/// The state, as of a day.
pub struct Bronnen<'a> {
    pub organisatie: &'a organisatie::Toestand,
    pub integratie: &'a integratie::Toestand,
    pub afspraken: &'a afspraken::Toestand,
    pub sessies: &'a sessies::Toestand,
    pub contracten: &'a contracten::Toestand,
    pub vandaag: Date,
}

impl Bronnen<'_> {
    /// All that is counted for one measure.
    pub fn geteld(&self, soort: Bijdragesoort) -> Geteld {
        match soort {
            Bijdragesoort::Deelname => Geteld::Punten(self.deelname()),
            Bijdragesoort::Antwoord => Geteld::Punten(self.antwoorden()),
            Bijdragesoort::Ondertekening => Geteld::Punten(self.ondertekeningen()),
            Bijdragesoort::Taken => Geteld::Punten(self.taken()),
            Bijdragesoort::Werk => Geteld::Werk(self.werk()),
        }
    }

    fn deelname(&self) -> Vec<Punt> {
        let mut punten = Vec::new();
        for bord in self.sessies.borden.values() {
            let Some(dag) = gehouden_op(bord) else { continue };
            let aanwezig = aanwezig(bord);
            punten.extend(self.organisatie.gemeenten.keys().map(|gemeente| {
                let hoe = if aanwezig.contains(gemeente) { Hoe::Gehaald } else { Hoe::Niet };
                Punt { gemeente: gemeente.clone(), dag, hoe }
            }));
        }
        punten
    }

    fn antwoorden(&self) -> Vec<Punt> {
        let mut punten = Vec::new();
        for besluit in self.integratie.besluiten.values() {
            let traject = self.integratie.trajecten.get(&besluit.traject);
            // Of a procedure of the past the hub knows no more than up to this day, as on its own page.
            let peildag = traject.map_or(self.vandaag, |traject| self.integratie.peildag(traject, self.vandaag));
            let alle = deelnemers(self.organisatie, &besluit.module, besluit.peildatum);
            for stap in &besluit.stappen {
                punten.extend(alle.iter().filter(|gemeente| stap.is_voor(gemeente)).filter_map(|gemeente| {
                    let cel = self.integratie.inhoud(stap, gemeente)?;
                    let einde = stap.einde(cel)?.einde;
                    let punt = || Punt { gemeente: gemeente.clone(), dag: einde, hoe: antwoord(cel, einde, peildag) };
                    (einde < self.vandaag).then(punt)
                }));
            }
        }
        punten
    }

    fn ondertekeningen(&self) -> Vec<Punt> {
        let mut punten = Vec::new();
        for ronde in self.afspraken.rondes.values().filter(|ronde| ronde.deadline < self.vandaag) {
            let Some(afspraak) = self.afspraken.afspraken.get(&ronde.afspraak) else { continue };
            punten.extend(plekken(afspraak).into_iter().filter_map(|plek| {
                let gemeente = plek.gemeente.clone()?;
                let gezet = self.afspraken.handtekeningen.get(&(ronde.id, plek));
                let versie = gezet.and_then(|gezet| self.afspraken.versies.get(&gezet.versie));
                let hoe = getekend(ronde, gezet.map(AsRef::as_ref), versie.map(|versie| dutch_date(versie.op)))?;
                Some(Punt { gemeente, dag: ronde.deadline, hoe })
            }));
        }
        punten
    }

    fn taken(&self) -> Vec<Punt> {
        let mut punten = Vec::new();
        for kaart in self.integratie.kaarten.values() {
            let taak = &kaart.taak;
            let Some(dag) = taak.vervaldatum.filter(|dag| *dag < self.vandaag) else { continue };
            let gereed = self.integratie.kolom_soort(taak) == Some(KolomSoort::Gereed);
            let Some(hoe) = gedaan(taak, gereed, dag) else { continue };
            punten.extend(taak.gemeenten.iter().map(|gemeente| Punt { gemeente: gemeente.clone(), dag, hoe }));
        }
        punten
    }

    fn werk(&self) -> Werk {
        let werkt_voor = self.werkt_voor();
        let taken = self.integratie.kaarten.values().map(|kaart| &kaart.taak).filter(|taak| {
            let soort = self.integratie.kolom_soort(taak);
            taak.gearchiveerd_op.is_none() && soort.is_some_and(|soort| soort != KolomSoort::Gereed)
        });
        let afspraken = self.afspraken.afspraken.values().filter(|afspraak| !afspraak.fase.is_voorbij());
        let eigenaren = taken.map(|taak| taak.eigenaar).chain(afspraken.map(|afspraak| afspraak.inhoud.eigenaar));
        let mut werk = Werk::default();
        for eigenaar in eigenaren.flatten() {
            werk.tel(werkt_voor.get(&eigenaar).unwrap_or(&BTreeSet::new()));
        }
        werk
    }

    /// For which gemeenten someone speaks, in their own name.
    fn werkt_voor(&self) -> BTreeMap<PersoonId, BTreeSet<GemeenteId>> {
        let mut werkt_voor = BTreeMap::<_, BTreeSet<_>>::new();
        for een in self.organisatie.aanstellingen.values() {
            let spreekt = een.hubrol == Hubrol::Accounthouder && een.vervangt.is_none();
            if !spreekt || !een.geldt_op(self.vandaag) || !self.organisatie.is_actief(een.persoon) {
                continue;
            }
            werkt_voor.entry(een.persoon).or_default().extend(een.gemeente.clone());
        }
        werkt_voor
    }

    /// The share of these gemeenten in all residents, of a hundred; `None` when those of any gemeente are unknown.
    pub fn inwonersdeel(&self, gemeenten: &BTreeSet<GemeenteId>) -> Option<f64> {
        let inwoners = |id: &GemeenteId| self.contracten.inwoners.get(id).map(|een| f64::from(een.aantal));
        let alle = self.organisatie.gemeenten.keys().map(inwoners).sum::<Option<f64>>()?;
        procent(gemeenten.iter().map(inwoners).sum::<Option<f64>>()?, alle)
    }
}

/// The day a session was held; `None` as long as it goes on, and for one of the past, of which nobody knows who came.
fn gehouden_op(bord: &Sessiebord) -> Option<Date> {
    let sessie = &bord.sessie;
    let hier = sessie.stand == Sessiestand::Afgerond && sessie.vroeger.is_none();
    sessie.afgerond_op.filter(|_| hier).map(dutch_date)
}

/// For which gemeenten people came. Not who: in an anonymous session nobody is joined to anything.
fn aanwezig(bord: &Sessiebord) -> BTreeSet<&GemeenteId> {
    let achterban = bord.binnen().map(|gast| &gast.achterban);
    achterban
        .filter_map(|achterban| match achterban {
            Achterban::Gemeente(gemeente) => Some(gemeente),
            Achterban::Mgr => None,
        })
        .collect()
}

/// How a gemeente answered in a step whose term ended on `einde`, as far as is known on `peildag`.
pub(super) fn antwoord(cel: &CelInhoud, einde: Date, peildag: Date) -> Hoe {
    match (cel.status, cel.datum) {
        (CelStatus::Open | CelStatus::OpAgenda, _) if einde < peildag => Hoe::Niet,
        (CelStatus::Open | CelStatus::OpAgenda, _) => Hoe::Onbekend,
        (CelStatus::Onbekend, _) | (_, None) => Hoe::Onbekend,
        (CelStatus::Gedaan | CelStatus::GeenZienswijze | CelStatus::Geweigerd, Some(op)) if op <= einde => Hoe::Gehaald,
        (CelStatus::Gedaan | CelStatus::GeenZienswijze | CelStatus::Geweigerd, Some(_)) => Hoe::Laat,
    }
}

/// How one who signs did in a round whose deadline has passed; `None` when nothing could be asked of them. `versie_van`
/// is the day on which was frozen what they signed.
pub(super) fn getekend(ronde: &Ronde, gezet: Option<&Handtekening>, versie_van: Option<Date>) -> Option<Hoe> {
    let sinds = |wens: fn(RondeFase) -> bool| {
        ronde.stappen.iter().find(|stap| wens(stap.fase)).map(|stap| dutch_date(stap.sinds))
    };
    sinds(RondeFase::tekent).filter(|sinds| *sinds <= ronde.deadline)?;
    let Some(gezet) = gezet.filter(|gezet| !gezet.ingetrokken) else {
        let sloot_eerder = sinds(|fase| fase == RondeFase::Gesloten).is_some_and(|op| op <= ronde.deadline);
        return (!sloot_eerder).then_some(Hoe::Niet);
    };
    if dutch_date(gezet.op) <= ronde.deadline {
        return Some(Hoe::Gehaald);
    }
    // Only the last signature is kept: who signed anew for a text of after the deadline may have been on time before.
    let opnieuw = versie_van.is_some_and(|van| van > ronde.deadline);
    Some(if opnieuw { Hoe::Onbekend } else { Hoe::Laat })
}

/// How a task did that was due on `dag`; `None` when it was put away undone.
pub(super) fn gedaan(taak: &Taak, gereed: bool, dag: Date) -> Option<Hoe> {
    match (gereed, taak.gearchiveerd_op) {
        (true, _) if dutch_date(taak.kolom_sinds) <= dag => Some(Hoe::Gehaald),
        (true, _) => Some(Hoe::Laat),
        (false, None) => Some(Hoe::Niet),
        (false, Some(_)) => None,
    }
}
