//! The budget tables of 2023 as the report states them, and for some lines an example of a frame: the sources name no
//! amount per function and gemeente.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use super::{Voortgang, doe_alle};
use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        fout::Fout,
        integratie::{
            Aanleiding, BudgetInhoud, Budgettabel, BudgettabelId, Deel, EffectSoort, FunctieId, Tabelkolom, Tabelregel,
            Traject,
            commands::{LegBudgettabelVast, VoegBudgeteffectToe, VulBudgetregelIn},
        },
        organisatie::{Bron, GemeenteId, Herkomst},
    },
};

/// The JSON as it stands in the project.
pub const FINANCIEN: &str = include_str!("feiten/financien.json");
const VOORBEELDEN: &str = include_str!("feiten/budget.json");

#[derive(Deserialize)]
struct Financien {
    overzichten: Vec<Overzicht>,
}

#[derive(Deserialize)]
struct Overzicht {
    id: BudgettabelId,
    naam: String,
    regels: Vec<Value>,
    toelichting_saldo: String,
    bron: Bron,
}

#[derive(Deserialize)]
struct Voorbeelden {
    jaar: i16,
    regels: Vec<BronRegel>,
    effecten: Vec<BronEffect>,
}

#[derive(Deserialize)]
struct BronRegel {
    functie: FunctieId,
    gemeente: GemeenteId,
    kader: Option<i64>,
    begroting: Option<i64>,
    realisatie: Option<i64>,
    realisatie_tot: Option<Date>,
    prognose: Option<i64>,
}

#[derive(Deserialize)]
struct BronEffect {
    functie: FunctieId,
    gemeente: GemeenteId,
    /// How the title of the task begins.
    taak: String,
    bedrag: i64,
    soort: EffectSoort,
    toelichting: String,
}

/// The columns of the report, with how they are called here.
const KOLOMMEN: [(&str, &str, bool); 6] = [
    ("begroting_tm_april", "Begroting t/m april", false),
    ("realisatie_tm_april", "Realisatie t/m april", false),
    ("verschil_tm_april", "Verschil t/m april", true),
    ("begroting_2023", "Begroting 2023", false),
    ("prognose_2023", "Prognose 2023", false),
    ("verschil_2023", "Verschil 2023", true),
];

fn lees<T: for<'d> Deserialize<'d>>(json: &str) -> Result<T, Fout> {
    serde_json::from_str(json).map_err(Fout::intern)
}

/// Lays down the tables, the example lines, and what a task does to one of them.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    let traject = super::integratie::traject()?;
    let tabellen = tabellen(&traject)?.into_iter().map(|tabel| LegBudgettabelVast { tabel }).collect();
    doe_alle(app, "Budgettabellen", voortgang, tabellen).await?;
    let Voorbeelden { jaar, regels, effecten } = lees(VOORBEELDEN)?;
    let world = app.nu().present().world;
    let effect = |bron: BronEffect| -> Result<_, Fout> {
        let mut kaarten = world.integratie.kaarten.values();
        let kaart = kaarten.find(|kaart| kaart.taak.titel.starts_with(&bron.taak));
        let taak = kaart.ok_or_else(|| Fout::intern(format!("no task {}", bron.taak)))?.taak.id;
        Ok(VoegBudgeteffectToe {
            traject: traject.id.clone(),
            functie: bron.functie,
            gemeente: bron.gemeente,
            jaar,
            aanleiding: Aanleiding::Taak(taak),
            bedrag: bron.bedrag,
            soort: bron.soort,
            toelichting: bron.toelichting,
        })
    };
    let effecten = effecten.into_iter().map(effect).collect::<Result<Vec<_>, Fout>>()?;
    doe_alle(app, "Effecten op het budget", voortgang, effecten).await?;
    let regel = |bron: BronRegel| VulBudgetregelIn {
        traject: traject.id.clone(),
        functie: bron.functie,
        gemeente: bron.gemeente,
        jaar,
        verwachte_versie: 0,
        inhoud: BudgetInhoud {
            kader: bron.kader,
            begroting: bron.begroting,
            realisatie: bron.realisatie,
            realisatie_tot: bron.realisatie_tot,
            prognose: bron.prognose,
            bron: Some("Voorbeeld voor de demo: de bedragen zijn verzonnen; de bronnen noemen ze niet.".into()),
            zeker: false,
        },
    };
    let regels = regels.into_iter().map(regel).collect();
    doe_alle(app, "Budget per functie en gemeente", voortgang, regels).await.map(drop)
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    Ok(beeld.integratie.budget.len() >= lees::<Voorbeelden>(VOORBEELDEN)?.regels.len())
}

/// The tables of the report, with what each of their totals is the total of.
pub fn tabellen(traject: &Traject) -> Result<Vec<Budgettabel>, Fout> {
    let tabel = |overzicht: Overzicht| Budgettabel {
        id: overzicht.id,
        traject: traject.id.clone(),
        naam: overzicht.naam,
        kolommen: KOLOMMEN
            .iter()
            .map(|(_, naam, verschil)| Tabelkolom { naam: (*naam).into(), verschil: *verschil })
            .collect(),
        regels: overzicht.regels.iter().map(|regel| tabelregel(regel, &overzicht.regels)).collect(),
        toelichting: overzicht.toelichting_saldo,
        herkomst: Herkomst { bron: overzicht.bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None },
    };
    Ok(lees::<Financien>(FINANCIEN)?.overzichten.into_iter().map(tabel).collect())
}

fn tabelregel(regel: &Value, alle: &[Value]) -> Tabelregel {
    let tekst = |veld: &str| regel[veld].as_str().unwrap_or_default().to_owned();
    let post = tekst("post");
    let plus = |post: &str| Deel { post: post.to_owned(), min: false };
    let van_soort = |soort: &str| {
        let eigen = alle.iter().filter(|een| een["soort"] == soort);
        eigen.filter_map(|een| een["post"].as_str()).map(plus).collect::<Vec<_>>()
    };
    let telt = match post.as_str() {
        "totaal-personeel" => van_soort("personeel"),
        "totaal-bedrijfsvoering" => van_soort("bedrijfsvoering"),
        "totaal-lasten" => ["totaal-personeel", "totaal-bedrijfsvoering", "onvoorzien"].map(plus).to_vec(),
        "totaal-baten" => van_soort("baten"),
        "saldo" => vec![plus("totaal-baten"), Deel { post: "totaal-lasten".into(), min: true }],
        _ => Vec::new(),
    };
    let bedragen = KOLOMMEN.iter().map(|(kolom, _, _)| regel[*kolom].as_i64()).collect();
    Tabelregel { naam: tekst("naam"), post, bedragen, telt }
}
