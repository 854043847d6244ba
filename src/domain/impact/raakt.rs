//! Whom a task, a decision, an agreement or a contract touches, and through which bodies it goes. Pure.

use std::collections::BTreeSet;

use jiff::civil::Date;
use uuid::Uuid;

use crate::domain::{
    afspraken::{self, Afspraak, AfspraakId, Fase, Partij, RondeFase},
    contracten::{self, Contract, ContractId, Kolom},
    integratie::{
        self, Aard, Besluit, BesluitId, Hoedanigheid, Kaart, Onderwerp, Stap, TaakId, TrajectId, Vergadering,
        VergaderingId, deelnemers, gremia_met,
    },
    meldingen::Over,
    organisatie::{self, GemeenteId, Hubrol, PersoonId, RolId, StakeholderId},
    rechten::Bereik,
};

/// Something that is touched, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Geraakt<I> {
    pub wie: I,
    pub reden: String,
}

/// A body it must go through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halte {
    pub gremium: RolId,
    pub hoedanigheid: Option<Hoedanigheid>,
    /// What happens there.
    pub wat: String,
    /// Its next meeting, and the last day for papers.
    pub vergadering: Option<VergaderingId>,
    pub aanleveren: Option<Date>,
    /// When it has to be settled.
    pub uiterlijk: Option<Date>,
    pub gedaan: bool,
}

/// Everything it touches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Impact {
    pub titel: String,
    pub gemeenten: Vec<Geraakt<GemeenteId>>,
    pub rollen: Vec<Geraakt<RolId>>,
    pub personen: Vec<Geraakt<PersoonId>>,
    pub stakeholders: Vec<Geraakt<StakeholderId>>,
    pub weg: Vec<Halte>,
}

/// The state it is worked out from.
#[derive(Clone, Copy)]
pub struct Bronnen<'b> {
    pub organisatie: &'b organisatie::Toestand,
    pub integratie: &'b integratie::Toestand,
    pub afspraken: &'b afspraken::Toestand,
    pub contracten: &'b contracten::Toestand,
    pub vandaag: Date,
}

/// Adds it once, with the first reason.
fn voeg<I: PartialEq>(lijst: &mut Vec<Geraakt<I>>, wie: I, reden: impl Into<String>) {
    if !lijst.iter().any(|een| een.wie == wie) {
        lijst.push(Geraakt { wie, reden: reden.into() });
    }
}

/// What this touches; `None` when it does not exist.
pub fn impact(bronnen: Bronnen, over: &Over) -> Option<Impact> {
    let mut impact = match over {
        Over::Taak(key) => van_taak(bronnen, bronnen.integratie.kaarten.get(&TaakId(Uuid::try_parse(key).ok()?))?),
        Over::Besluit(key) => {
            let besluit = bronnen.integratie.besluiten.get(&BesluitId(key.clone()))?;
            let mut impact = Impact { titel: besluit.naam.clone(), ..Impact::default() };
            via_besluit(bronnen, besluit, None, &mut impact);
            impact
        }
        Over::Afspraak(key) => van_afspraak(bronnen, bronnen.afspraken.afspraken.get(&AfspraakId(key.clone()))?),
        Over::Contract(key) => van_contract(bronnen, bronnen.contracten.contracten.get(&ContractId(key.clone()))?),
    };
    mensen(bronnen, &mut impact);
    partijen_om(bronnen, &mut impact);
    Some(impact)
}

/// What a right to it looks at: the gemeenten it is about.
pub fn bereik(bronnen: Bronnen, over: &Over) -> Option<Bereik> {
    let gemeenten = impact(bronnen, over)?.gemeenten;
    Some(Bereik::Gemeenten(gemeenten.into_iter().map(|een| een.wie).collect()))
}

fn van_taak(bronnen: Bronnen, kaart: &Kaart) -> Impact {
    let taak = &kaart.taak;
    let mut impact = Impact { titel: taak.titel.clone(), ..Impact::default() };
    taak.gemeenten.iter().for_each(|id| voeg(&mut impact.gemeenten, id.clone(), "staat op de taak"));
    if let Some(eigenaar) = taak.eigenaar {
        voeg(&mut impact.personen, eigenaar, "eigenaar van de taak");
    }
    for opmerking in kaart.gesprek() {
        opmerking.vermelde.iter().for_each(|id| voeg(&mut impact.personen, *id, "genoemd in een opmerking"));
        opmerking.door.iter().for_each(|id| voeg(&mut impact.personen, *id, "schreef een opmerking"));
    }
    for risico in bronnen.integratie.risicos.values().filter(|risico| risico.inhoud.taken.contains(&taak.id)) {
        let reden = format!("eigenaar van het risico ‘{}’", risico.inhoud.naam);
        risico.inhoud.eigenaar.iter().for_each(|id| voeg(&mut impact.personen, *id, reden.as_str()));
    }
    let Some((traject, _)) = bronnen.integratie.bord(&taak.bord) else { return impact };
    let autonomie = bronnen.integratie.autonomie.get(&(traject.id.clone(), Onderwerp::Taak(taak.id)));
    let besluit = autonomie.and_then(|een| een.besluit.as_ref());
    if let Some(besluit) = besluit.and_then(|id| bronnen.integratie.besluiten.get(id)) {
        via_besluit(bronnen, besluit, taak.vervaldatum, &mut impact);
    } else if autonomie.is_some_and(|een| een.aard == Some(Aard::Bedrijfsvoering) && een.regionaal_op.is_none()) {
        for gremium in gremia_met(Hoedanigheid::Opdrachtgever).take(1) {
            let wat = "besluit voor de regio: dit is bedrijfsvoering".to_owned();
            let halte = Halte { wat, ..halte(bronnen, &traject.id, &gremium, taak.vervaldatum) };
            impact.weg.push(halte);
        }
    }
    impact
}

/// Through every step of a decision, with all gemeenten that take it.
fn via_besluit(bronnen: Bronnen, besluit: &Besluit, uiterlijk: Option<Date>, impact: &mut Impact) {
    let gemeenten = deelnemers(bronnen.organisatie, &besluit.module, besluit.peildatum);
    for id in &gemeenten {
        voeg(&mut impact.gemeenten, id.clone(), format!("neemt ‘{}’", besluit.naam));
    }
    for stap in &besluit.stappen {
        let eigen: Vec<_> = gemeenten.iter().filter(|id| stap.is_voor(id)).collect();
        let cellen = || eigen.iter().filter_map(|id| bronnen.integratie.inhoud(stap, id));
        let binnen = cellen().filter(|cel| stap.telt_mee(cel, bronnen.vandaag)).count();
        let termijn = cellen().filter_map(|cel| stap.einde(cel)).map(|einde| einde.einde).max();
        let mijlpaal = stap.mijlpaal.as_ref().and_then(|id| bronnen.integratie.mijlpalen.get(id));
        let klaar_voor = termijn.or(mijlpaal.map(|mijlpaal| mijlpaal.tot)).or(uiterlijk);
        let gedaan = !eigen.is_empty() && binnen == eigen.len();
        impact.weg.push(Halte {
            hoedanigheid: stap.hoedanigheid,
            wat: wat(stap, binnen, eigen.len()),
            gedaan,
            ..halte(bronnen, &besluit.traject, &stap.gremium, klaar_voor)
        });
        for actor in mijlpaal.iter().flat_map(|mijlpaal| &mijlpaal.actoren) {
            voeg(&mut impact.rollen, actor.clone(), format!("moet ‘{}’ doen", stap.naam));
        }
    }
}

fn wat(stap: &Stap, binnen: usize, nodig: usize) -> String {
    match nodig {
        0 | 1 => stap.naam.clone(),
        _ => format!("{} ({binnen} van {nodig} gemeenten)", stap.naam),
    }
}

/// A body, with its first meeting that can still take it.
fn halte(bronnen: Bronnen, traject: &TrajectId, gremium: &RolId, uiterlijk: Option<Date>) -> Halte {
    let op_tijd = |een: &&Vergadering| een.aanleverdatum.unwrap_or(een.datum) >= bronnen.vandaag;
    let eigen = bronnen.integratie.vergaderingen_van(traject).filter(|een| een.gremium == *gremium && !een.vervallen);
    let volgende = eigen.filter(op_tijd).min_by_key(|een| een.datum);
    Halte {
        gremium: gremium.clone(),
        hoedanigheid: None,
        wat: String::new(),
        vergadering: volgende.map(|een| een.id),
        aanleveren: volgende.and_then(|een| een.aanleverdatum),
        uiterlijk,
        gedaan: false,
    }
}

fn van_afspraak(bronnen: Bronnen, afspraak: &Afspraak) -> Impact {
    let inhoud = &afspraak.inhoud;
    let mut impact = Impact { titel: inhoud.naam.clone(), ..Impact::default() };
    inhoud.gemeenten.iter().for_each(|id| voeg(&mut impact.gemeenten, id.clone(), "de afspraak geldt daar"));
    if let Some(eigenaar) = inhoud.eigenaar {
        voeg(&mut impact.personen, eigenaar, "eigenaar van de afspraak");
    }
    for partij in &inhoud.partijen {
        let reden = format!("spreekt mee af: {}", partij.naam());
        rollen_van(*partij).iter().for_each(|id| voeg(&mut impact.rollen, RolId((*id).to_owned()), reden.as_str()));
    }
    for een in bronnen.afspraken.afwijkingen.values().filter(|een| een.afspraak == afspraak.id) {
        voeg(&mut impact.personen, een.inhoud.eigenaar, "eigenaar van een afwijking");
    }
    let anders = bronnen.afspraken.afspraken.values().filter(|ander| ander.inhoud.wacht_op.contains(&afspraak.id));
    for ander in anders {
        let reden = format!("eigenaar van ‘{}’, die hierop wacht", ander.inhoud.naam);
        ander.inhoud.eigenaar.iter().for_each(|id| voeg(&mut impact.personen, *id, reden.as_str()));
    }
    let vastgesteld = !matches!(afspraak.fase, Fase::Concept | Fase::InAfstemming | Fase::TerVaststelling);
    let ronde = bronnen.afspraken.ronde_van(&afspraak.id).filter(|ronde| ronde.fase() != RondeFase::Gesloten);
    let stuk = inhoud.stuk.as_ref().and_then(|stuk| Some((stuk.gremium.clone()?, stuk)));
    if let Some((gremium, stuk)) = stuk {
        impact.weg.push(Halte {
            gremium,
            hoedanigheid: None,
            wat: stuk.titel.clone(),
            vergadering: None,
            aanleveren: None,
            uiterlijk: stuk.datum,
            gedaan: vastgesteld,
        });
    } else if !vastgesteld {
        // Agreements that no paper names go to the table where the clients of the MGR meet.
        let gremium = RolId("rol-rmo".to_owned());
        let traject = bronnen.integratie.trajecten.keys().find(|traject| {
            bronnen.integratie.vergaderingen_van(traject).any(|een| een.gremium == gremium && !een.vervallen)
        });
        let wat = "bespreken en vaststellen".to_owned();
        let einde = ronde.map(|ronde| ronde.deadline);
        let leeg = TrajectId(String::new());
        impact.weg.push(Halte { wat, ..halte(bronnen, traject.unwrap_or(&leeg), &gremium, einde) });
    }
    impact
}

/// The gemeenten it holds for, who works with it, and the bodies that decide what becomes of what it lays down.
fn van_contract(bronnen: Bronnen, contract: &Contract) -> Impact {
    let inhoud = &contract.inhoud;
    let mut impact = Impact { titel: inhoud.naam.clone(), ..Impact::default() };
    inhoud.gemeenten.iter().for_each(|id| voeg(&mut impact.gemeenten, id.clone(), "het contract geldt daar"));
    voeg(&mut impact.rollen, RolId("rol-contractmanager".to_owned()), "beheert het contract");
    voeg(&mut impact.rollen, RolId("rol-aanbieder".to_owned()), "voert het contract uit");
    let kolom = Kolom::Contract(contract.id.clone());
    let gevraagd = bronnen.contracten.cellen.values().filter(|cel| cel.kolom == kolom);
    for opvraging in gevraagd.filter_map(|cel| cel.opvraging.as_ref()).filter(|een| een.beantwoord_op.is_none()) {
        voeg(&mut impact.personen, opvraging.eigenaar, "zoekt een waarde van dit contract op");
    }
    for attribuut in bronnen.contracten.rijen() {
        let Some(besluit) = bronnen.contracten.besluiten.get(&attribuut.id) else { continue };
        let Some(gremium) = &besluit.inhoud.gremium else { continue };
        if !bronnen.contracten.contracten_van(&attribuut).iter().any(|een| een.id == contract.id) {
            continue;
        }
        let als = besluit.inhoud.hoedanigheid.map(|als| format!(", {}", als.naam())).unwrap_or_default();
        impact.weg.push(Halte {
            gremium: gremium.clone(),
            hoedanigheid: None,
            wat: format!("harmonisatie van ‘{}’{als}", attribuut.inhoud.naam),
            vergadering: None,
            aanleveren: None,
            uiterlijk: besluit.inhoud.gepland_op,
            gedaan: besluit.inhoud.besloten_op.is_some(),
        });
    }
    impact
}

/// Who speaks for a party.
fn rollen_van(partij: Partij) -> &'static [&'static str] {
    match partij {
        Partij::Beleid => &["rol-procesregisseur-beleid", "rol-beleidsmedewerker"],
        Partij::Toegang => &["rol-coordinator-toegang", "rol-toegang-consulent"],
        Partij::Mgr => &["rol-directie-mgr", "rol-medewerker-mgr"],
        Partij::Aanbieders => &["rol-contractmanager", "rol-aanbieder"],
        Partij::Gemeenten => &["rol-accounthouder-mgr", "rol-rmo"],
        Partij::Casemanagers => &["rol-casemanager-participatie"],
        Partij::GecertificeerdeInstellingen | Partij::Rechtbank | Partij::Zorgkantoren | Partij::Zorgverzekeraars => {
            &[]
        }
    }
}

/// Who in the hub holds a role that is touched, and who speaks for a gemeente.
fn mensen(bronnen: Bronnen, impact: &mut Impact) {
    let gemeenten: BTreeSet<GemeenteId> = impact.gemeenten.iter().map(|een| een.wie.clone()).collect();
    let rollen: BTreeSet<String> = impact.rollen.iter().map(|een| een.wie.0.clone()).collect();
    let van_hub = |hubrol: Hubrol| match hubrol {
        Hubrol::Kwartiermaker => !impact.weg.is_empty() || !impact.gemeenten.is_empty(),
        Hubrol::CoordinatorToegang => rollen.contains("rol-coordinator-toegang"),
        Hubrol::Procesregisseur => rollen.contains("rol-procesregisseur-beleid"),
        Hubrol::Contractmanager => rollen.contains("rol-contractmanager"),
        Hubrol::Accounthouder | Hubrol::Beheerder | Hubrol::Bestuurder | Hubrol::Kijker => false,
    };
    let nu = bronnen.organisatie.aanstellingen.values().filter(|een| een.geldt_op(bronnen.vandaag));
    let nu = nu.filter(|een| bronnen.organisatie.is_actief(een.persoon));
    let mut nieuw: Vec<(PersoonId, String)> = nu
        .filter_map(|een| match &een.gemeente {
            Some(gemeente) if gemeenten.contains(gemeente) => {
                let naam = bronnen.organisatie.gemeenten.get(gemeente).map_or(gemeente.0.as_str(), |een| &een.naam);
                Some((een.persoon, format!("accounthouder van {naam}")))
            }
            None if van_hub(een.hubrol) => Some((een.persoon, een.hubrol.naam().to_lowercase())),
            _ => None,
        })
        .collect();
    nieuw.sort_by(|een, ander| (&een.1, een.0).cmp(&(&ander.1, ander.0)));
    nieuw.into_iter().for_each(|(persoon, reden)| voeg(&mut impact.personen, persoon, reden));
    impact.personen.retain(|een| bronnen.organisatie.is_actief(een.wie));
}

/// Stakeholders that stand for a body or a role that is touched.
fn partijen_om(bronnen: Bronnen, impact: &mut Impact) {
    let gremia = impact.weg.iter().map(|halte| (halte.gremium.clone(), "het gaat langs hen".to_owned()));
    let rollen = impact.rollen.iter().map(|een| (een.wie.clone(), een.reden.clone()));
    let om: Vec<_> = gremia.chain(rollen).collect();
    for (rol, reden) in om {
        let eigen = bronnen.organisatie.stakeholders.values().filter(|een| een.rol.as_ref() == Some(&rol));
        eigen.for_each(|een| voeg(&mut impact.stakeholders, een.id.clone(), reden.as_str()));
    }
}
