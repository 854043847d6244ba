//! The milestones of the trajectory and the decision that all gemeenten take. Steps and terms come from the
//! sources; what each gemeente did is an example, as it could have stood in June 2025.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Voortgang, bronnen::INTEGRATIE, doe_alle};
use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        fout::Fout,
        integratie::{
            Afhankelijkheid, Beantwoording, Besluit, BesluitId, CelInhoud, CelStatus, Mijlpaal, MijlpaalId,
            RisicoInhoud, Stap, StapId, Traject, Trend,
            commands::{
                BeantwoordZienswijzepunt, Fasewens, LegBesluitVast, LegMijlpaalVast, MeldRisico, VoegZienswijzepuntToe,
                VulBesluitcelIn, ZetFasen,
            },
            netwerk::dagen,
        },
        organisatie::{GemeenteId, Herkomst, RolId},
    },
};

const BESLUITEN: &str = include_str!("feiten/besluiten.json");

#[derive(Deserialize)]
struct Bronbestand {
    mijlpalen: Vec<BronMijlpaal>,
    risicos: Vec<BronRisico>,
}

#[derive(Deserialize)]
struct BronRisico {
    id: String,
    naam: String,
    #[serde(flatten)]
    herkomst: Herkomst,
}

#[derive(Deserialize)]
struct BronMijlpaal {
    id: MijlpaalId,
    volgorde: i32,
    naam: String,
    van: Date,
    tot: Date,
    actor_ids: Vec<String>,
    afhankelijk_van_ids: Vec<MijlpaalId>,
    #[serde(default)]
    voorwaardelijk: bool,
    #[serde(flatten)]
    herkomst: Herkomst,
}

/// A phase as the rows of the table of milestones suggest it: its name and its end are theirs.
#[derive(Deserialize)]
struct BronFase {
    naam: String,
    poort: MijlpaalId,
}

#[derive(Deserialize)]
struct Besluitbestand {
    fasen: Vec<BronFase>,
    /// Examples: when milestones without a decision were done.
    gereed: BTreeMap<MijlpaalId, Date>,
    besluit: BronBesluit,
    cellen: Vec<BronCel>,
    zienswijzepunten: Vec<BronPunt>,
    /// Chance, impact, trend and measure by the key of the risk.
    risicos: BTreeMap<String, (Option<i32>, Option<i32>, Trend, String)>,
}

#[derive(Deserialize)]
struct BronBesluit {
    id: BesluitId,
    naam: String,
    peildatum: Date,
    stappen: Vec<Stap>,
    herkomst: Herkomst,
}

#[derive(Deserialize)]
struct BronPunt {
    gemeente: GemeenteId,
    thema: String,
    punt: String,
    #[serde(flatten)]
    beantwoording: Beantwoording,
}

#[derive(Deserialize)]
struct BronCel {
    stap: StapId,
    gemeente: GemeenteId,
    status: CelStatus,
    datum: Option<Date>,
    ontvangen_op: Option<Date>,
    notitie: String,
}

fn lees() -> Result<Besluitbestand, Fout> {
    serde_json::from_str(BESLUITEN).map_err(Fout::intern)
}

/// Lays down milestones and decision, and fills in the cells.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    let bestand = lees()?;
    let traject = super::integratie::traject()?;
    let mut mijlpalen = mijlpalen(&traject)?;
    for mijlpaal in &mut mijlpalen {
        mijlpaal.gereed_op = bestand.gereed.get(&mijlpaal.id).copied();
    }
    let commands = mijlpalen.into_iter().map(|mijlpaal| LegMijlpaalVast { mijlpaal }).collect();
    doe_alle(app, "Mijlpalen", voortgang, commands).await?;
    let fase = |fase: BronFase| Fasewens { id: None, naam: fase.naam, poort: Some(fase.poort) };
    let fasen = bestand.fasen.into_iter().map(fase).collect();
    let fasen = ZetFasen { traject: traject.id.clone(), verwacht: Vec::new(), fasen };
    doe_alle(app, "Fasen", voortgang, vec![fasen]).await?;
    let besluit = vec![LegBesluitVast { besluit: besluit(&traject)? }];
    doe_alle(app, "Besluit met zijn stappen", voortgang, besluit).await?;
    let vul_in = |cel: BronCel| VulBesluitcelIn {
        stap: cel.stap,
        gemeente: cel.gemeente,
        verwachte_versie: 0,
        inhoud: CelInhoud {
            status: cel.status,
            datum: cel.datum,
            ontvangen_op: cel.ontvangen_op,
            notitie: cel.notitie,
            ..CelInhoud::default()
        },
    };
    let cellen = bestand.cellen.into_iter().map(vul_in).collect();
    doe_alle(app, "Besluiten per gemeente", voortgang, cellen).await?;
    let besluit = bestand.besluit.id;
    let voeg_toe = |punt: &BronPunt| VoegZienswijzepuntToe {
        besluit: besluit.clone(),
        gemeente: punt.gemeente.clone(),
        thema: punt.thema.clone(),
        punt: punt.punt.clone(),
    };
    let commands = bestand.zienswijzepunten.iter().map(voeg_toe).collect();
    let ids = doe_alle(app, "Zienswijzen", voortgang, commands).await?;
    let beantwoord = ids.into_iter().zip(bestand.zienswijzepunten).map(|(punt, bron)| BeantwoordZienswijzepunt {
        punt,
        verwachte_versie: 1,
        beantwoording: bron.beantwoording,
    });
    let risicos = risicos(&traject, bestand.risicos)?;
    doe_alle(app, "Risico's", voortgang, risicos).await?;
    let beantwoord = beantwoord.filter(|command| !command.beantwoording.antwoord.is_empty()).collect();
    doe_alle(app, "Antwoorden op zienswijzen", voortgang, beantwoord).await.map(drop)
}

/// The risks of the sources, with an example of how they could be weighed.
fn risicos(
    traject: &Traject,
    weging: BTreeMap<String, (Option<i32>, Option<i32>, Trend, String)>,
) -> Result<Vec<MeldRisico>, Fout> {
    let bron: Bronbestand = serde_json::from_str(INTEGRATIE).map_err(Fout::intern)?;
    let risico = |bron: BronRisico| {
        let (kans, impact, trend, maatregel) = weging.get(&bron.id).cloned().unwrap_or_default();
        let inhoud = RisicoInhoud { naam: bron.naam, kans, impact, trend, maatregel, ..RisicoInhoud::default() };
        let notitie = "Het risico staat in de bron; kans, impact, trend en maatregel zijn een voorbeeld.".into();
        let herkomst = Herkomst { onzeker: true, notitie: Some(notitie), ..bron.herkomst };
        MeldRisico { traject: traject.id.clone(), inhoud, herkomst: Some(herkomst) }
    };
    Ok(bron.risicos.into_iter().map(risico).collect())
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    let Besluitbestand { besluit, zienswijzepunten, .. } = lees()?;
    let beantwoord = |antwoord: &str| !antwoord.is_empty();
    let nodig = zienswijzepunten.iter().filter(|bron| beantwoord(&bron.beantwoording.antwoord)).count();
    let punten = beeld.integratie.zienswijzepunten.values().filter(|punt| punt.besluit == besluit.id);
    // Answered once, a remark stays answered or was changed by somebody: that is more than the demo did.
    Ok(punten.filter(|punt| beantwoord(&punt.antwoord) || punt.versie > 1).count() >= nodig)
}

/// The milestones of the sources, in their order: each after what it waits for.
pub fn mijlpalen(traject: &Traject) -> Result<Vec<Mijlpaal>, Fout> {
    let bron: Bronbestand = serde_json::from_str(INTEGRATIE).map_err(Fout::intern)?;
    let dagen_van: BTreeMap<_, _> = bron.mijlpalen.iter().map(|een| (een.id.clone(), een.tot)).collect();
    let mijlpaal = |een: BronMijlpaal| {
        // The sources say what waits for what; where both overlap in the plan, they may.
        let na = een.afhankelijk_van_ids.into_iter().map(|voor| {
            let ruimte = dagen_van.get(&voor).map_or(0, |tot| dagen(*tot, een.van) - 1);
            Afhankelijkheid { mijlpaal: voor, wachttijd: i32::try_from(ruimte.min(0)).unwrap_or_default() }
        });
        // The MGR itself is an organisation, not one of its bodies.
        let actoren = een.actor_ids.into_iter().filter(|id| id.starts_with("rol-")).map(RolId);
        Mijlpaal {
            na: na.collect(),
            actoren: actoren.collect(),
            id: een.id,
            traject: traject.id.clone(),
            volgorde: een.volgorde,
            naam: een.naam,
            van: een.van,
            tot: een.tot,
            voorwaardelijk: een.voorwaardelijk,
            gereed_op: None,
            vervallen: false,
            herkomst: Some(een.herkomst),
        }
    };
    Ok(bron.mijlpalen.into_iter().map(mijlpaal).collect())
}

/// The decision with its steps and terms.
pub fn besluit(traject: &Traject) -> Result<Besluit, Fout> {
    let BronBesluit { id, naam, peildatum, stappen, herkomst } = lees()?.besluit;
    let (traject, module) = (traject.id.clone(), traject.module.clone());
    Ok(Besluit { id, traject, naam, module, peildatum, stappen, herkomst })
}
