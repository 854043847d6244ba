//! What the sources say about who does which function now, with what, and what is wanted. What they do not say stays
//! unknown.

use serde::Deserialize;

use super::{Voortgang, doe_alle};
use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        fout::Fout,
        integratie::{
            FunctieId, Gereedheidsstand, OverdrachtInhoud,
            commands::{MeldGereedheid, VulOverdrachtIn},
            streken,
        },
        organisatie::RegioId,
    },
};

const OVERDRACHT: &str = include_str!("feiten/overdracht.json");

#[derive(Deserialize)]
struct Overdrachtbestand {
    cellen: Vec<BronCel>,
    gereed: BronGereed,
}

#[derive(Deserialize)]
struct BronCel {
    functie: FunctieId,
    regio: RegioId,
    uitvoerder: Option<String>,
    middel: Option<String>,
    wens: Option<String>,
    bron: String,
}

/// The functions that the MGR does already for all gemeenten of a region.
#[derive(Deserialize)]
struct BronGereed {
    regio: RegioId,
    functies: Vec<FunctieId>,
}

fn lees() -> Result<Overdrachtbestand, Fout> {
    serde_json::from_str(OVERDRACHT).map_err(Fout::intern)
}

/// Fills in what is known.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    let Overdrachtbestand { cellen, gereed } = lees()?;
    let traject = super::integratie::traject()?;
    let world = app.nu().present().world;
    let leden = streken(&world.organisatie, &traject).into_iter().filter(|(regio, _)| *regio == gereed.regio);
    let leden: Vec<_> = leden.flat_map(|(_, leden)| leden).collect();
    let meld = |functie: &FunctieId| {
        let een = |gemeente| MeldGereedheid {
            traject: traject.id.clone(),
            functie: functie.clone(),
            gemeente,
            verwachte_versie: 0,
            stand: Gereedheidsstand::Gereed,
        };
        leden.iter().cloned().map(een).collect::<Vec<_>>()
    };
    let meldingen = gereed.functies.iter().flat_map(meld).collect();
    doe_alle(app, "Gereedheid per gemeente", voortgang, meldingen).await?;
    let vul_in = |cel: BronCel| VulOverdrachtIn {
        traject: traject.id.clone(),
        functie: cel.functie,
        regio: cel.regio,
        verwachte_versie: 0,
        inhoud: OverdrachtInhoud {
            uitvoerder: cel.uitvoerder,
            middel: cel.middel,
            wens: cel.wens,
            bron: Some(cel.bron),
            ..OverdrachtInhoud::default()
        },
    };
    let commands = cellen.into_iter().map(vul_in).collect();
    doe_alle(app, "Overdracht per functie", voortgang, commands).await.map(drop)
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    Ok(beeld.integratie.overdracht.len() >= lees()?.cellen.len())
}
