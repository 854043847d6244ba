//! Whom an event concerns, and what to tell them. Pure.

use crate::domain::{
    afspraken,
    beeld::Beeld,
    contracten,
    gebeurtenis::Gebeurtenis,
    integratie::{self, Veldwijziging},
    meldingen::{self, MeldingSoort},
    organisatie::{GemeenteId, Hubrol, PersoonId},
    sessies,
};

/// The subject of a message: its type in the schema, and its key.
pub type Onderwerp = (&'static str, String);

/// Who is told: someone with the roles in force now.
pub struct Lezer<'l> {
    pub persoon: PersoonId,
    pub rollen: &'l [(Hubrol, Option<GemeenteId>)],
}

/// What to tell.
pub struct Bericht {
    pub soort: MeldingSoort,
    pub onderwerp: Onderwerp,
    pub zin: String,
    /// What a letter says instead, when the sentence may hold what someone wrote.
    pub in_brief: Option<String>,
}

impl Bericht {
    fn new(soort: MeldingSoort, onderwerp: Onderwerp, zin: String) -> Self {
        Self { soort, onderwerp, zin, in_brief: None }
    }
}

/// The kinds of events that may concern anyone; of the others nothing is remembered.
pub const SOORTEN: [&str; 19] = [
    "OpmerkingGeplaatst",
    "OpmerkingGewijzigd",
    "TaakGemaakt",
    "TaakGewijzigd",
    "RisicoGemeld",
    "RisicoGewijzigd",
    "AfspraakGemaakt",
    "AfspraakGewijzigd",
    "AfwijkingVastgelegd",
    "AfwijkingGewijzigd",
    "SignaalGemeld",
    "SignaalBehandeld",
    "RondeGestart",
    "RondeGewijzigd",
    "KanttekeningGeplaatst",
    "KanttekeningBeantwoord",
    "OpbrengstVastgelegd",
    "VerslagGestuurd",
    "Geinformeerd",
];

/// What to tell this reader about an event that `wie` brought about; `None` when it does not concern them.
pub fn betreft(beeld: &Beeld, lezer: &Lezer, wie: &str, gebeurtenis: &Gebeurtenis) -> Option<Bericht> {
    match gebeurtenis {
        Gebeurtenis::Integratie(gebeurtenis) => van_integratie(beeld, lezer.persoon, wie, gebeurtenis),
        Gebeurtenis::Afspraken(gebeurtenis) => van_afspraken(beeld, lezer, wie, gebeurtenis),
        Gebeurtenis::Sessies(gebeurtenis) => van_sessies(beeld, lezer.persoon, wie, gebeurtenis),
        Gebeurtenis::Meldingen(gebeurtenis) => van_meldingen(beeld, lezer.persoon, wie, gebeurtenis),
        // Who is asked for a value gets a task for it, which has an event of its own.
        Gebeurtenis::Organisatie(_) | Gebeurtenis::Contracten(_) | Gebeurtenis::Weergaven(_) => None,
    }
}

fn van_integratie(beeld: &Beeld, ik: PersoonId, wie: &str, gebeurtenis: &integratie::Gebeurtenis) -> Option<Bericht> {
    use integratie::Gebeurtenis as G;
    let taak = |id: &integratie::TaakId| (("Taak", id.to_string()), taaktitel(beeld, *id));
    match gebeurtenis {
        G::OpmerkingGeplaatst { opmerking, .. } => vermelding(beeld, ik, wie, opmerking),
        G::OpmerkingGewijzigd { van, naar, .. } if !van.vermelde.contains(&ik) => vermelding(beeld, ik, wie, naar),
        G::TaakGemaakt { taak: nieuw, .. } if nieuw.eigenaar == Some(ik) => {
            Some(toewijzing(wie, taak(&nieuw.id), "de taak"))
        }
        G::TaakGewijzigd { taak: id, wijzigingen, .. } => {
            let nu_ik = |een: &Veldwijziging| matches!(een, Veldwijziging::Eigenaar { naar, .. } if *naar == Some(ik));
            wijzigingen.iter().any(nu_ik).then(|| toewijzing(wie, taak(id), "de taak"))
        }
        G::RisicoGemeld { risico } if risico.inhoud.eigenaar == Some(ik) => Some(risico_van(wie, risico)),
        G::RisicoGewijzigd { van, naar, .. } if naar.inhoud.eigenaar == Some(ik) && van.eigenaar != Some(ik) => {
            Some(risico_van(wie, naar))
        }
        _ => None,
    }
}

/// Only while the remark stands there: what was withdrawn calls nobody.
fn vermelding(beeld: &Beeld, ik: PersoonId, wie: &str, opmerking: &integratie::Opmerking) -> Option<Bericht> {
    let nu = beeld.integratie.kaarten.opmerking(opmerking.id);
    let staat_er = nu.is_some_and(|nu| !nu.verwijderd && nu.vermelde.contains(&ik));
    (opmerking.vermelde.contains(&ik) && staat_er).then(|| {
        let zin = format!("{wie} noemde je bij ‘{}’", taaktitel(beeld, opmerking.taak));
        Bericht::new(MeldingSoort::Vermelding, ("Taak", opmerking.taak.to_string()), zin)
    })
}

fn toewijzing(wie: &str, (onderwerp, titel): (Onderwerp, String), wat: &str) -> Bericht {
    Bericht::new(MeldingSoort::Toewijzing, onderwerp, format!("{wie} wees je {wat} ‘{titel}’ toe"))
}

fn risico_van(wie: &str, risico: &integratie::Risico) -> Bericht {
    toewijzing(wie, (("Risico", risico.id.to_string()), risico.inhoud.naam.clone()), "het risico")
}

fn van_afspraken(beeld: &Beeld, lezer: &Lezer, wie: &str, gebeurtenis: &afspraken::Gebeurtenis) -> Option<Bericht> {
    use afspraken::Gebeurtenis as G;
    let ik = lezer.persoon;
    let id = gebeurtenis.afspraak()?;
    let naam = beeld.afspraken.afspraken.get(id).map(|afspraak| afspraak.inhoud.naam.clone()).unwrap_or_default();
    let deze = || (("Afspraak", id.to_string()), naam.clone());
    match gebeurtenis {
        G::AfspraakGemaakt { afspraak } if afspraak.inhoud.eigenaar == Some(ik) => {
            Some(toewijzing(wie, deze(), "de afspraak"))
        }
        G::AfspraakGewijzigd { van, naar } if naar.inhoud.eigenaar == Some(ik) && van.eigenaar != Some(ik) => {
            Some(toewijzing(wie, deze(), "de afspraak"))
        }
        G::AfwijkingVastgelegd { afwijking } if afwijking.inhoud.eigenaar == ik => {
            Some(toewijzing(wie, (("Afwijking", afwijking.id.to_string()), naam), "een afwijking van"))
        }
        G::AfwijkingGewijzigd { van, naar } if naar.inhoud.eigenaar == ik && van.eigenaar != ik => {
            Some(toewijzing(wie, (("Afwijking", naar.id.to_string()), naam), "een afwijking van"))
        }
        G::SignaalGemeld { signaal } => {
            let eigenaar = beeld.afspraken.afspraken.get(id)?.inhoud.eigenaar;
            (eigenaar == Some(ik)).then(|| {
                let zin = format!("{wie} meldde een signaal over ‘{naam}’");
                Bericht::new(MeldingSoort::Signaal, ("Signaal", signaal.id.to_string()), zin)
            })
        }
        G::SignaalBehandeld { van, naar } => {
            let onderwerp: Onderwerp = ("Signaal", naar.id.to_string());
            if naar.behandeling.eigenaar == Some(ik) && van.eigenaar != Some(ik) {
                return Some(toewijzing(wie, (onderwerp, naam), "een signaal over"));
            }
            let beantwoord = !naar.behandeling.antwoord.is_empty() && naar.behandeling.antwoord != van.antwoord;
            let zin = || format!("{wie} beantwoordde je signaal over ‘{naam}’");
            (naar.gemeld_door == Some(ik) && beantwoord).then(|| Bericht::new(MeldingSoort::Signaal, onderwerp, zin()))
        }
        G::RondeGestart { ronde } if ronde.fase().tekent() => tekenen(beeld, lezer, ronde, &naam),
        G::RondeGewijzigd { van, naar } => {
            let nieuw = naar.fase().tekent() && (!van.fase().tekent() || van.versie != naar.versie);
            nieuw.then(|| tekenen(beeld, lezer, naar, &naam)).flatten()
        }
        G::KanttekeningGeplaatst { kanttekening } => {
            let genoemd = kanttekening.vermelde.contains(&ik);
            let plek = if kanttekening.inhoud.voorstel.is_some() { "een voorstel" } else { "een opmerking" };
            genoemd.then(|| in_de_kantlijn(wie, kanttekening, &naam, &format!("noemde je in {plek} bij")))
        }
        G::KanttekeningBeantwoord { naar } => {
            let laatste = naar.antwoorden.last()?;
            if laatste.vermelde.contains(&ik) {
                return Some(in_de_kantlijn(wie, naar, &naam, "noemde je in een antwoord bij"));
            }
            (naar.door == Some(ik)).then(|| in_de_kantlijn(wie, naar, &naam, "antwoordde op je opmerking bij"))
        }
        _ => None,
    }
}

fn in_de_kantlijn(wie: &str, kanttekening: &afspraken::Kanttekening, naam: &str, wat: &str) -> Bericht {
    let onderwerp = ("Kanttekening", kanttekening.id.to_string());
    Bericht::new(MeldingSoort::Vermelding, onderwerp, format!("{wie} {wat} ‘{naam}’"))
}

/// Who speaks for a gemeente whose signature is asked.
fn tekenen(beeld: &Beeld, lezer: &Lezer, ronde: &afspraken::Ronde, naam: &str) -> Option<Bericht> {
    let afspraak = beeld.afspraken.afspraken.get(&ronde.afspraak)?;
    let eigen = |gemeente: &GemeenteId| lezer.rollen.iter().any(|(_, van)| van.as_ref() == Some(gemeente));
    let plekken = afspraken::plekken(afspraak);
    let voor_mij = plekken.iter().any(|plek| plek.gemeente.as_ref().is_some_and(eigen));
    voor_mij.then(|| {
        let zin = format!("Er wordt op je handtekening gewacht: ‘{naam}’");
        Bericht::new(MeldingSoort::Ondertekenen, ("Ronde", ronde.id.to_string()), zin)
    })
}

fn van_sessies(beeld: &Beeld, ik: PersoonId, wie: &str, gebeurtenis: &sessies::Gebeurtenis) -> Option<Bericht> {
    use sessies::Gebeurtenis as G;
    let deze = |id: &sessies::SessieId| ("Sessie", id.to_string());
    match gebeurtenis {
        // A task has an event of its own.
        G::OpbrengstVastgelegd { opbrengst } if opbrengst.eigenaar == Some(ik) && opbrengst.taak.is_none() => {
            Some(toewijzing(wie, (deze(&opbrengst.sessie), opbrengst.titel.clone()), "de uitkomst"))
        }
        G::VerslagGestuurd { verzending } if verzending.aan.contains(&ik) => {
            let bord = beeld.sessies.borden.get(&verzending.sessie)?;
            let zin = sessies::zinnen::verslagzin(wie, &bord.sessie.naam);
            Some(Bericht::new(MeldingSoort::Informatie, deze(&verzending.sessie), zin))
        }
        _ => None,
    }
}

fn van_meldingen(beeld: &Beeld, ik: PersoonId, wie: &str, gebeurtenis: &meldingen::Gebeurtenis) -> Option<Bericht> {
    let meldingen::Gebeurtenis::Geinformeerd { informering } = gebeurtenis else { return None };
    let (kind, key) = informering.over.onderwerp();
    informering.personen.contains(&ik).then(|| {
        let zin = format!("{wie} informeerde je over ‘{}’", titel(beeld, kind, key));
        Bericht::new(MeldingSoort::Informatie, (kind, key.to_owned()), zin)
    })
}

fn taaktitel(beeld: &Beeld, id: integratie::TaakId) -> String {
    beeld.integratie.kaarten.get(&id).map(|kaart| kaart.taak.titel.clone()).unwrap_or_default()
}

/// What people call a subject.
pub fn titel(beeld: &Beeld, kind: &str, key: &str) -> String {
    let gevonden = match kind {
        "Taak" => uuid::Uuid::try_parse(key).ok().map(|id| taaktitel(beeld, integratie::TaakId(id))),
        "Besluit" => {
            let id = integratie::BesluitId(key.to_owned());
            beeld.integratie.besluiten.get(&id).map(|besluit| besluit.naam.clone())
        }
        "Afspraak" => {
            let id = afspraken::AfspraakId(key.to_owned());
            beeld.afspraken.afspraken.get(&id).map(|afspraak| afspraak.inhoud.naam.clone())
        }
        "Contract" => {
            let id = contracten::ContractId(key.to_owned());
            beeld.contracten.contracten.get(&id).map(|contract| contract.inhoud.naam.clone())
        }
        _ => None,
    };
    gevonden.unwrap_or_default()
}
