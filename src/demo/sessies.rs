//! The sessions the documents tell of, with their boards; the ways to run one; and one that is ready to start.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::{Voortgang, begonnen, doe_alle};
use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        fout::Fout,
        organisatie::Herkomst,
        sessies::{
            Deurstand, Fase, FaseId, Fasesoort, Groepsuitslag, Notitie, NotitieId, Notitiestand, Sessie, SessieId,
            Sessiestand, Sjabloon, Stemgroep, Stemkeuze, Stemming, Stemvorm, Uitslag, Uitslagregel, Vak, VakId,
            Vroeger,
            commands::{BewaarSjabloon, LegSessieVast, MaakSessie, NieuwBord},
        },
    },
};

const SESSIES: &str = include_str!("feiten/sessies.json");
const SJABLONEN: &str = include_str!("feiten/sjablonen.json");
/// The session a newcomer can start on the spot.
const KLAAR: (&str, &str) = ("Terugblik op het samenspel", "Wat houden we, wat laten we los, wat komt erbij in 2027?");

#[derive(Deserialize)]
struct Bestand {
    sessies: Vec<BronSessie>,
    borden: Vec<BronBord>,
}

#[derive(Deserialize)]
struct BronSessie {
    id: String,
    naam: String,
    datum: String,
    vorm: String,
    deelnemers: Option<String>,
    deelnemers_per_organisatie: Option<BTreeMap<String, u32>>,
    respondenten: Option<u32>,
    aantal: Option<u32>,
    themas: Vec<String>,
    #[serde(flatten)]
    herkomst: Herkomst,
}

#[derive(Deserialize)]
struct BronBord {
    id: String,
    naam: String,
    sessie_id: String,
    kolommen: Vec<BronKolom>,
    #[serde(default)]
    stellingen: Vec<BronStelling>,
    uitslag: Option<BronUitslag>,
    notitie: Option<String>,
}

#[derive(Deserialize)]
struct BronKolom {
    id: String,
    naam: String,
    notities: Vec<BronNotitie>,
}

#[derive(Deserialize)]
struct BronNotitie {
    id: String,
    tekst: String,
    #[serde(flatten)]
    herkomst: Herkomst,
}

#[derive(Deserialize)]
struct BronStelling {
    id: String,
    naam: String,
    definitie: String,
}

#[derive(Deserialize)]
struct BronUitslag {
    gemeenten: BronProcenten,
    mgr_voorkeur_id: String,
    reden: String,
}

#[derive(Deserialize)]
struct BronProcenten {
    waarnemen_pct: u32,
    beheersen_pct: u32,
}

/// A key of the sources as an id: the same in every hub.
fn id(sleutel: &str) -> Uuid {
    let digest: [u8; 32] = Sha256::digest(format!("feit {sleutel}")).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// The ways to run a session, of the house.
pub fn sjablonen() -> Result<Vec<Sjabloon>, Fout> {
    serde_json::from_str(SJABLONEN).map_err(Fout::intern)
}

fn bestand() -> Result<Bestand, Fout> {
    serde_json::from_str(SESSIES).map_err(Fout::intern)
}

/// Is all of it there?
pub fn is_klaar(world: &Beeld) -> Result<bool, Fout> {
    let borden = &world.sessies.borden;
    let vroeger = bestand()?.sessies.iter().all(|sessie| borden.contains_key(&SessieId(id(&sessie.id))));
    Ok(vroeger && borden.values().any(|bord| bord.sessie.naam == KLAAR.0))
}

pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    let sjablonen = sjablonen()?.into_iter().map(|sjabloon| BewaarSjabloon { sjabloon }).collect();
    doe_alle(app, "Sjablonen voor sessies", voortgang, sjablonen).await?;
    let op = begonnen(app).await?;
    let Bestand { sessies, borden } = bestand()?;
    let vast = sessies.into_iter().map(|sessie| {
        let eigen = borden.iter().filter(|bord| bord.sessie_id == sessie.id).collect::<Vec<_>>();
        LegSessieVast { bord: bord(sessie, &eigen, op) }
    });
    doe_alle(app, "Sessies van vroeger", voortgang, vast.collect()).await?;
    let klaar = MaakSessie {
        naam: KLAAR.0.into(),
        doel: KLAAR.1.into(),
        sjabloon: "behouden-loslaten-toevoegen".into(),
        anoniem: true,
        modereren: false,
    };
    doe_alle(app, "Sessie om te beginnen", voortgang, vec![klaar]).await?;
    Ok(())
}

fn bord(bron: BronSessie, borden: &[&BronBord], op: Timestamp) -> NieuwBord {
    let sessie = SessieId(id(&bron.id));
    let mut fasen = Vec::new();
    let mut notities = Vec::new();
    for bord in borden {
        fasen.push(verzamelen(bord));
        for kolom in &bord.kolommen {
            for notitie in &kolom.notities {
                // One after the other, so that they keep the order of the document.
                let na = SignedDuration::from_millis(i64::try_from(notities.len()).unwrap_or_default());
                let op = op.saturating_add(na).unwrap_or(op);
                notities.push(uit_document(sessie, bord, kolom, notitie, op));
            }
        }
        fasen.extend(bord.uitslag.as_ref().map(|uitslag| stemming(bord, uitslag)));
    }
    let deelnemers = deelnemers(&bron);
    let sessie = Sessie {
        id: sessie,
        naam: bron.naam,
        doel: String::new(),
        stand: Sessiestand::Afgerond,
        // Who wrote what in those days, no document says.
        anoniem: true,
        modereren: false,
        deur: Deurstand::Dicht,
        code: None,
        code_tot: None,
        begeleiders: Vec::new(),
        fasen,
        huidige: None,
        gemaakt_op: op,
        afgerond_op: None,
        verzendingen: Vec::new(),
        standpunten: Vec::new(),
        vroeger: Some(Vroeger {
            datum: bron.datum,
            vorm: bron.vorm,
            deelnemers,
            themas: bron.themas,
            herkomst: bron.herkomst,
        }),
    };
    NieuwBord { sessie, notities, groepen: Vec::new(), opbrengsten: Vec::new() }
}

fn deelnemers(bron: &BronSessie) -> Option<String> {
    let per_organisatie = bron.deelnemers_per_organisatie.as_ref().map(|aantallen| {
        let regels: Vec<_> = aantallen.iter().map(|(naam, aantal)| format!("{naam} {aantal}")).collect();
        regels.join(", ")
    });
    let delen = [
        bron.deelnemers.clone(),
        per_organisatie,
        bron.respondenten.map(|aantal| format!("{aantal} respondenten")),
        bron.aantal.map(|aantal| format!("{aantal} bijeenkomsten")),
    ];
    let delen: Vec<String> = delen.into_iter().flatten().collect();
    (!delen.is_empty()).then(|| delen.join("; "))
}

fn fase(sleutel: &str, soort: Fasesoort, naam: &str, uitleg: String) -> Fase {
    Fase {
        id: FaseId(id(sleutel)),
        soort,
        naam: naam.to_owned(),
        uitleg,
        kolommen: Vec::new(),
        stemming: None,
        minuten: None,
        loopt_tot: None,
        begonnen: true,
        getoond: true,
        keuzes: Vec::new(),
        uitslag: None,
    }
}

fn verzamelen(bord: &BronBord) -> Fase {
    let stellingen = bord.stellingen.iter().map(|een| format!("{}: {}", een.naam, een.definitie));
    let uitleg: Vec<String> = stellingen.chain(bord.notitie.clone()).collect();
    let kolommen = bord.kolommen.iter().map(|kolom| Vak { id: VakId(id(&kolom.id)), naam: kolom.naam.clone() });
    Fase { kolommen: kolommen.collect(), ..fase(&bord.id, Fasesoort::Verzamelen, &bord.naam, uitleg.join(" ")) }
}

fn uit_document(sessie: SessieId, bord: &BronBord, kolom: &BronKolom, bron: &BronNotitie, op: Timestamp) -> Notitie {
    Notitie {
        id: NotitieId(id(&bron.id)),
        sessie,
        fase: FaseId(id(&bord.id)),
        kolom: VakId(id(&kolom.id)),
        tekst: bron.tekst.clone(),
        // No phone wrote it, so none can change it.
        slot: String::new(),
        gast: None,
        stand: Notitiestand::Zichtbaar,
        laat: false,
        groep: None,
        op,
        herkomst: Some(bron.herkomst.clone()),
    }
}

/// The sources give percentages and a preference, no counts: those stay unknown.
fn stemming(bord: &BronBord, bron: &BronUitslag) -> Fase {
    let keuzes: Vec<Stemkeuze> =
        bord.stellingen.iter().map(|een| Stemkeuze { id: id(&een.id), naam: een.naam.clone() }).collect();
    let procenten = [bron.gemeenten.waarnemen_pct, bron.gemeenten.beheersen_pct];
    let regels = keuzes.iter().zip(procenten).map(|(keuze, procent)| Uitslagregel {
        keuze: keuze.id,
        punten: None,
        procent: Some(procent),
    });
    let gemeenten =
        Groepsuitslag { groep: Stemgroep::Gemeenten, stemmers: None, regels: regels.collect(), voorkeur: None };
    let voorkeur = Some(id(&bron.mgr_voorkeur_id));
    let mgr = Groepsuitslag { groep: Stemgroep::Mgr, stemmers: None, regels: Vec::new(), voorkeur };
    let antwoorden = keuzes.iter().map(|keuze| keuze.naam.clone()).collect();
    let uitslag = Uitslag { groepen: vec![gemeenten, mgr], beschermd: Vec::new() };
    let sleutel = format!("stemming {}", bord.id);
    let uitleg = format!("De MGR geeft als reden: {}", bron.reden);
    Fase {
        stemming: Some(Stemming { vorm: Stemvorm::Peiling, budget: 0, per_keuze: 0, antwoorden }),
        keuzes,
        uitslag: Some(uitslag),
        ..fase(&sleutel, Fasesoort::Stemmen, "Welke positie?", uitleg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_sessions_boards_and_notes_of_the_sources_are_there() {
        let Bestand { sessies, borden } = bestand().unwrap();
        let notities: usize = borden.iter().flat_map(|bord| &bord.kolommen).map(|kolom| kolom.notities.len()).sum();
        assert_eq!((sessies.len(), borden.len(), notities), (14, 6, 75));
        for bord in &borden {
            assert!(sessies.iter().any(|sessie| sessie.id == bord.sessie_id), "{}", bord.id);
        }
        for sjabloon in sjablonen().unwrap() {
            assert!(sjabloon.clone().getoetst().is_ok(), "{}", sjabloon.naam);
        }
    }
}
