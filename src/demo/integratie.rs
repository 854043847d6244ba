//! The trajectory, its board and the tasks on it. The tasks are examples: drawn from the sources, with
//! invented states and dates, and they say so in their herkomst.

use std::collections::{BTreeSet, HashMap};

use jiff::{ToSpan, civil::Date};
use serde::Deserialize;

use super::{Voortgang, begonnen, bronnen::INTEGRATIE, doe_alle, eenmaal};
use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        command::Actor,
        fout::Fout,
        integratie::{
            Bord, BordId, Functie, FunctieId, Herhaling, KolomId, TaakId, Traject, TrajectId,
            commands::{LegTrajectVast, MaakTaak, PlaatsOpmerking, VoegCheckpuntToe, WijzigCheckpunt},
        },
        organisatie::{Bron, GemeenteId, Herkomst, ModuleId, PersoonId},
    },
    platform::{clock::dutch_date, graphql::relay},
};

const TAKEN: &str = include_str!("feiten/taken.json");

#[derive(Deserialize)]
struct Bronbestand {
    opdracht: Opdracht,
    functies: Vec<BronFunctie>,
}

#[derive(Deserialize)]
struct Opdracht {
    doel: String,
    #[serde(flatten)]
    herkomst: Herkomst,
}

#[derive(Deserialize)]
struct BronFunctie {
    id: FunctieId,
    naam: String,
    nu_in_module_1: Option<bool>,
    #[serde(flatten)]
    herkomst: Herkomst,
}

#[derive(Deserialize)]
struct Takenbestand {
    traject: BronTraject,
    taken: Vec<BronTaak>,
}

#[derive(Deserialize)]
struct BronTraject {
    id: TrajectId,
    naam: String,
    module: ModuleId,
    streefdatum: Date,
    bord: Bord,
}

#[derive(Deserialize)]
struct BronTaak {
    titel: String,
    omschrijving: String,
    /// Without its prefix `kolom-`.
    kolom: String,
    functie: Option<FunctieId>,
    /// Keys of gemeenten, or `noord`, `mlo`, `mlw`, `midden`, `alle`.
    gemeenten: Vec<String>,
    /// The part of the e-mail address before the @, as everywhere here.
    eigenaar: String,
    vervalt_over_dagen: i64,
    herhaling: Option<Herhaling>,
    checklist: Vec<BronCheckpunt>,
    opmerkingen: Vec<BronOpmerking>,
    bron: Bron,
}

#[derive(Deserialize)]
struct BronCheckpunt {
    tekst: String,
    af: bool,
}

#[derive(Deserialize)]
struct BronOpmerking {
    door: String,
    /// `@[Naam]({adres})` mentions someone.
    tekst: String,
}

/// Lays down the trajectory and puts the tasks on its board.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    let Takenbestand { traject, taken } = serde_json::from_str(TAKEN).map_err(Fout::intern)?;
    let bord = traject.bord.id;
    eenmaal(app, Actor::Hub, LegTrajectVast { traject: self::traject()? }).await?;
    let world = app.nu().present().world;
    let begin = dutch_date(begonnen(app).await?);
    let personen: HashMap<String, PersoonId> = world
        .organisatie
        .personen
        .values()
        .filter_map(|persoon| Some((persoon.email.split_once('@')?.0.to_owned(), persoon.id)))
        .collect();
    let commands = taken.iter().map(|taak| maak_taak(app, &bord, begin, taak, &personen)).collect();
    let ids = doe_alle(app, "Taken op het bord", voortgang, commands).await?;
    for (taak, id) in taken.iter().zip(ids) {
        vul_aan(app, id, taak, &personen).await?;
    }
    Ok(())
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    let Takenbestand { traject, taken } = serde_json::from_str(TAKEN).map_err(Fout::intern)?;
    let Some(laatste) = taken.last() else { return Ok(true) };
    let mut kaarten = beeld.integratie.kaarten.values().filter(|kaart| kaart.taak.bord == traject.bord.id);
    let kaart = kaarten.find(|kaart| usize::try_from(kaart.taak.nummer).is_ok_and(|nummer| nummer == taken.len()));
    Ok(kaart.is_some_and(|kaart| kaart.checkpunten.len() >= laatste.checklist.len()))
}

/// The trajectory with its functions, board and columns.
pub fn traject() -> Result<Traject, Fout> {
    let Takenbestand { traject, .. } = serde_json::from_str(TAKEN).map_err(Fout::intern)?;
    let bron: Bronbestand = serde_json::from_str(INTEGRATIE).map_err(Fout::intern)?;
    let functie = |functie: BronFunctie| Functie {
        id: functie.id,
        naam: functie.naam,
        nu_in_module_1: functie.nu_in_module_1,
        herkomst: functie.herkomst,
    };
    Ok(Traject {
        id: traject.id,
        naam: traject.naam,
        omschrijving: bron.opdracht.doel,
        module: traject.module,
        streefdatum: Some(traject.streefdatum),
        functies: bron.functies.into_iter().map(functie).collect(),
        borden: vec![traject.bord],
        fasen: Vec::new(),
        herkomst: bron.opdracht.herkomst,
    })
}

fn maak_taak(
    app: &App,
    bord: &BordId,
    begin: Date,
    taak: &BronTaak,
    personen: &HashMap<String, PersoonId>,
) -> MaakTaak {
    MaakTaak {
        bord: bord.clone(),
        kolom: KolomId(format!("kolom-{}", taak.kolom)),
        titel: taak.titel.clone(),
        omschrijving: taak.omschrijving.clone(),
        functie: taak.functie.clone(),
        gemeenten: taak.gemeenten.iter().flat_map(|woord| gemeenten(app, woord)).collect(),
        eigenaar: personen.get(&taak.eigenaar).copied(),
        vervaldatum: Some(begin.saturating_add(taak.vervalt_over_dagen.days())),
        herhaling: taak.herhaling,
        herkomst: Some(Herkomst {
            bron: taak.bron.clone(),
            bronnen_extra: Vec::new(),
            onzeker: true,
            notitie: Some("Voorbeeldtaak voor de demo: afgeleid uit deze bron, stand en datum zijn verzonnen.".into()),
        }),
    }
}

/// The gemeenten a word stands for.
fn gemeenten(app: &App, woord: &str) -> BTreeSet<GemeenteId> {
    let world = app.nu().present().world;
    let regio = format!("regio-{woord}");
    let gemeenten = world.organisatie.gemeenten.values().filter(|gemeente| {
        woord == "alle"
            || gemeente.id.0 == woord
            || gemeente.regio.0 == regio
            || gemeente.subregio.as_ref().is_some_and(|subregio| subregio.0 == regio)
    });
    gemeenten.map(|gemeente| gemeente.id.clone()).collect()
}

/// Checklist and remarks, the remarks in the name of who made them.
async fn vul_aan(app: &App, id: TaakId, taak: &BronTaak, personen: &HashMap<String, PersoonId>) -> Result<(), Fout> {
    for checkpunt in &taak.checklist {
        eenmaal(app, Actor::Hub, VoegCheckpuntToe { taak: id, tekst: checkpunt.tekst.clone() }).await?;
    }
    let kaart = app.nu().present().world.integratie.kaarten.get(&id).cloned();
    let checkpunten = kaart.iter().flat_map(|kaart| &kaart.checkpunten);
    let is_af = |tekst: &str| taak.checklist.iter().any(|bron| bron.af && bron.tekst == tekst);
    for checkpunt in checkpunten.filter(|checkpunt| is_af(&checkpunt.tekst)) {
        let command = WijzigCheckpunt { checkpunt: checkpunt.id, tekst: None, af: Some(true) };
        eenmaal(app, Actor::Hub, command).await?;
    }
    for opmerking in &taak.opmerkingen {
        let Some(door) = personen.get(&opmerking.door) else { continue };
        let actor = Actor::Persoon { id: *door, schrijven: true };
        let tekst = met_ids(&opmerking.tekst, personen);
        eenmaal(app, actor, PlaatsOpmerking { taak: id, tekst }).await?;
    }
    Ok(())
}

/// Puts the ids of persons where the text names their address.
fn met_ids(tekst: &str, personen: &HashMap<String, PersoonId>) -> String {
    personen.iter().fold(tekst.to_owned(), |tekst, (adres, id)| {
        let global = relay::global_id("Persoon", id);
        tekst.replace(&format!("({{{adres}}})"), &format!("({})", global.0))
    })
}
