//! The contracts and segments of the sources with their KPIs, goals and pilots; the attributes of the four steering
//! elements with what is known of Noord and Midden. The end dates of two contracts and the residents are examples.

use std::collections::BTreeMap;

use jiff::ToSpan;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Voortgang, begonnen, doe_alle, eenmaal};
use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        command::Actor,
        contracten::{
            AttribuutId, AttribuutInhoud, Bekostigingsvorm, ContractId, ContractInhoud, Contractvorm, Doel, Inwoners,
            Kolom, Kpi, PerGemeente, STREKEN, Sturingselement, Vorm, Waardesoort,
            commands::{Celwens, LegAttribuutVast, LegContractVast, LegInwonersVast, WijzigContract},
        },
        contractwerk::{Cel, VulCellenIn},
        fout::Fout,
        organisatie::{Bron, DomeinId, GemeenteId, Herkomst, RegioId},
    },
    platform::{clock::dutch_date, graphql::scalars::PartialDate},
};

const CONTRACTEN: &str = include_str!("feiten/contracten.json");
const VORMEN: &str = include_str!("feiten/contracten_vormen.json");
const INWONERS: &str = include_str!("feiten/inwoners.json");
/// The contracts of which an example says when they end.
const VOORBEELDEN: [&str; 2] = ["contract-wmo-segment-1", "contract-jeugd-segment-4"];

#[derive(Deserialize)]
struct Bronbestand {
    contracten: Vec<BronContract>,
    kpis: Vec<BronKpi>,
    ontwikkeldoelen: Vec<BronDoel>,
    pilots: Vec<BronPilot>,
    harmonisatie: Vec<BronAttribuut>,
}

#[derive(Deserialize)]
struct BronContract {
    id: ContractId,
    naam: String,
    domein_id: DomeinId,
    gemeente_ids: Vec<GemeenteId>,
    bekostigingsvorm_ids: Vec<String>,
    ingangsdatum: Option<PartialDate>,
    aantal_aanbieders: Option<i32>,
    beschrijving: String,
    segment: Option<String>,
    bovenliggend_id: Option<ContractId>,
    #[serde(default)]
    bijzonder_aanbod: Vec<String>,
    #[serde(default)]
    onzeker: bool,
    notitie: Option<String>,
    bron: Bron,
}

#[derive(Deserialize)]
struct BronKpi {
    contract_id: ContractId,
    naam: String,
    streefwaarde: Option<Value>,
    eenheid: Option<String>,
    notitie: Option<String>,
    bron: Bron,
}

#[derive(Deserialize)]
struct BronDoel {
    contract_id: ContractId,
    naam: String,
    gereed: Option<PartialDate>,
    notitie: Option<String>,
    bron: Bron,
}

#[derive(Deserialize)]
struct BronPilot {
    naam: String,
    van: Option<PartialDate>,
    tot: Option<jiff::civil::Date>,
    notitie: Option<String>,
    bron: Bron,
    #[serde(default)]
    per_gemeente: Vec<BronPilotGemeente>,
}

#[derive(Deserialize)]
struct BronPilotGemeente {
    gemeente_id: GemeenteId,
    vanaf_2022_id: String,
}

#[derive(Deserialize)]
struct BronAttribuut {
    id: AttribuutId,
    sturingselement_id: String,
    naam: String,
    waarde_noord: Option<String>,
    waarde_midden: Option<String>,
    toelichting: Option<String>,
    onzeker: bool,
    notitie: Option<String>,
    bron: Bron,
}

/// How an attribute is typed: the sources write everything as text.
#[derive(Deserialize)]
struct BronVorm {
    soort: Waardesoort,
    eenheid: Option<String>,
    #[serde(default)]
    keuzes: Vec<String>,
    domeinen: Vec<DomeinId>,
    #[serde(default)]
    contract: bool,
    #[serde(default)]
    contracten: Vec<ContractId>,
    /// What the source says of Noord, as a value of this kind; absent: in its own words.
    noord: Option<String>,
    /// The words of the source beside it.
    erbij: Option<String>,
}

fn lees() -> Result<Bronbestand, Fout> {
    serde_json::from_str(CONTRACTEN).map_err(Fout::intern)
}

fn vormen() -> Result<BTreeMap<AttribuutId, BronVorm>, Fout> {
    serde_json::from_str(VORMEN).map_err(Fout::intern)
}

fn bekostiging(id: &str) -> Option<Bekostigingsvorm> {
    Some(match id {
        "bek-lumpsum" => Bekostigingsvorm::Lumpsum,
        "bek-traject" => Bekostigingsvorm::Traject,
        "bek-plekken" => Bekostigingsvorm::Plekken,
        "bek-pxq" => Bekostigingsvorm::PrijsMaalAantal,
        "bek-functie" => Bekostigingsvorm::Functie,
        _ => return None,
    })
}

/// "WMO-2B": readable, and the hub's own. The sources name no numbers.
fn nummer(id: &ContractId) -> String {
    id.0.trim_start_matches("contract-").replace("segment-", "").to_uppercase()
}

fn vorm(id: &ContractId) -> Option<Contractvorm> {
    match id.0.as_str() {
        "contract-jeugd-segment-1" => Some(Contractvorm::StrategischPartnerschap),
        "contract-participatie-individueel" => Some(Contractvorm::ContinueToetreding),
        id if id.starts_with("contract-wmo-") => Some(Contractvorm::Raamovereenkomst),
        "contract-jeugd-segment-2" | "contract-jeugd-segment-3" | "contract-jeugd-segment-4" => {
            Some(Contractvorm::Raamovereenkomst)
        }
        _ => None,
    }
}

fn bronregel(bron: &Bron) -> String {
    bron.paragraaf.as_ref().map_or_else(|| bron.document.clone(), |paragraaf| format!("{}, {paragraaf}", bron.document))
}

/// When a document was written, as far as that is known.
fn peildatum(bron: &Bron) -> Option<PartialDate> {
    (bron.document == "Tertiaalrapportage 2023-T1").then(|| "2023-04".parse().ok()).flatten()
}

/// The contracts and segments; each after the one it is a part of.
pub fn contracten() -> Result<Vec<LegContractVast>, Fout> {
    let bron = lees()?;
    let leg_vast = |een: &BronContract| {
        let eigen_kpi = |kpi: &&BronKpi| kpi.contract_id == een.id;
        let kpis = bron.kpis.iter().filter(eigen_kpi).map(|kpi| Kpi {
            naam: kpi.naam.clone(),
            streefwaarde: kpi.streefwaarde.as_ref().map(|waarde| match waarde {
                Value::String(tekst) => tekst.clone(),
                getal => getal.to_string().replace('.', ","),
            }),
            eenheid: kpi.eenheid.clone(),
            meetwaarde: None,
            gemeten_op: None,
            bron: Some(bronregel(&kpi.bron)),
            notitie: kpi.notitie.clone(),
        });
        let eigen_doel = |doel: &&BronDoel| doel.contract_id == een.id;
        let doelen = bron.ontwikkeldoelen.iter().filter(eigen_doel).map(|doel| Doel {
            naam: doel.naam.clone(),
            gereed: doel.gereed.clone(),
            bron: Some(bronregel(&doel.bron)),
            notitie: doel.notitie.clone(),
        });
        // The pilot holds for the segments that are paid in both ways.
        let twee_vormen = een.bekostigingsvorm_ids.len() > 1;
        let pilots = bron.pilots.iter().filter(|_| twee_vormen).flat_map(|pilot| {
            let een = |een: &BronPilotGemeente| PerGemeente {
                gemeente: een.gemeente_id.clone(),
                bekostiging: bekostiging(&een.vanaf_2022_id).into_iter().collect(),
                van: pilot.van.clone(),
                tot: pilot.tot,
                toelichting: format!("{}. {}", pilot.naam, pilot.notitie.as_deref().unwrap_or_default()),
                bron: Some(bronregel(&pilot.bron)),
            };
            pilot.per_gemeente.iter().map(een).collect::<Vec<_>>()
        });
        let aanbod: String = een.bijzonder_aanbod.iter().map(|tekst| format!(" {tekst}.")).collect();
        let inhoud = ContractInhoud {
            bovenliggend: een.bovenliggend_id.clone(),
            segment: een.segment.clone(),
            omschrijving: format!("{}{aanbod}", een.beschrijving),
            gemeenten: een.gemeente_ids.iter().cloned().collect(),
            bekostiging: een.bekostigingsvorm_ids.iter().filter_map(|id| bekostiging(id)).collect(),
            vorm: vorm(&een.id),
            ingang: een.ingangsdatum.clone(),
            aantal_aanbieders: een.aantal_aanbieders,
            doelen: doelen.collect(),
            kpis: kpis.collect(),
            per_gemeente: pilots.collect(),
            ..ContractInhoud::nieuw(&nummer(&een.id), &een.naam, een.domein_id.clone())
        };
        let nummer = "Het nummer is van de hub; dat van VendorLink staat niet in de bronnen.".to_owned();
        let notitie: Vec<String> = een.notitie.iter().cloned().chain([nummer]).collect();
        let herkomst = Herkomst {
            bron: een.bron.clone(),
            bronnen_extra: Vec::new(),
            onzeker: een.onzeker,
            notitie: Some(notitie.join(" ")),
        };
        LegContractVast { id: een.id.clone(), inhoud, herkomst }
    };
    Ok(bron.contracten.iter().map(leg_vast).collect())
}

/// The attributes of the four steering elements.
pub fn attributen() -> Result<Vec<LegAttribuutVast>, Fout> {
    let mut vormen = vormen()?;
    let alle = lees()?.harmonisatie.into_iter().enumerate();
    let leg_vast = |(plaats, een): (usize, BronAttribuut)| {
        let BronVorm { soort, eenheid, keuzes, domeinen, contract, contracten, .. } =
            vormen.remove(&een.id).ok_or_else(|| Fout::intern(format!("{} has no kind", een.id)))?;
        let element = match een.sturingselement_id.as_str() {
            "sturing-toegang" => Sturingselement::Toegang,
            "sturing-contractmanagement" => Sturingselement::Contractmanagement,
            "sturing-bekostigingsvorm" => Sturingselement::Bekostigingsvorm,
            _ => Sturingselement::Contractvorm,
        };
        let herkomst =
            Herkomst { bron: een.bron, bronnen_extra: Vec::new(), onzeker: een.onzeker, notitie: een.notitie };
        Ok(LegAttribuutVast {
            id: een.id,
            plaats: i32::try_from(plaats).map_err(Fout::intern)?,
            herkomst,
            inhoud: AttribuutInhoud {
                element,
                naam: een.naam,
                vorm: Vorm { soort, eenheid, keuzes },
                domeinen: domeinen.into_iter().collect(),
                contracten: contracten.into_iter().collect(),
                in_contract: contract,
                beletsels: Vec::new(),
                toelichting: een.toelichting.unwrap_or_default(),
                vervallen: false,
            },
        })
    };
    alle.map(leg_vast).collect()
}

/// What the sources say of Noord and Midden; the rest stays unknown.
pub fn cellen() -> Result<Vec<VulCellenIn>, Fout> {
    let vormen = vormen()?;
    let cel = |een: &BronAttribuut, streek: &str, tekst: String, toelichting: String| {
        let peildatum = peildatum(&een.bron);
        // A note about Midden says nothing about Noord.
        let over_midden = een.notitie.as_deref().is_some_and(|notitie| notitie.contains("Midden"));
        let wens = Celwens {
            tekst: Some(tekst),
            toelichting: Some(toelichting),
            bron: Some(bronregel(&een.bron)),
            zeker: Some(peildatum.is_some() && (!een.onzeker || (over_midden && streek == STREKEN[0]))),
            peildatum: Some(peildatum),
        };
        let kolom = Kolom::Regio(RegioId(streek.to_owned()));
        VulCellenIn { cellen: vec![Cel { sleutel: (een.id.clone(), kolom), verwachte_versie: 0, wens }] }
    };
    let mut alle = Vec::new();
    for een in &lees()?.harmonisatie {
        let vorm = vormen.get(&een.id);
        if let Some(tekst) = &een.waarde_noord {
            let getypt = vorm.and_then(|vorm| vorm.noord.clone()).unwrap_or_else(|| tekst.clone());
            let erbij = vorm.and_then(|vorm| vorm.erbij.clone()).unwrap_or_default();
            alle.push(cel(een, STREKEN[0], getypt, erbij));
        }
        for streek in &STREKEN[1..] {
            alle.extend(een.waarde_midden.iter().map(|tekst| cel(een, streek, tekst.clone(), String::new())));
        }
    }
    Ok(alle)
}

fn inwoners() -> Result<Vec<LegInwonersVast>, Fout> {
    let alle: Vec<Inwoners> = serde_json::from_str(INWONERS).map_err(Fout::intern)?;
    Ok(alle.into_iter().map(|inwoners| LegInwonersVast { inwoners }).collect())
}

/// Lays down contracts and attributes, fills in what is known, and gives two contracts an example of an end.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    doe_alle(app, "Contracten", voortgang, contracten()?).await?;
    doe_alle(app, "Attributen om te vergelijken", voortgang, attributen()?).await?;
    doe_alle(app, "Wat bekend is van Noord en Midden", voortgang, cellen()?).await?;
    doe_alle(app, "Inwoners", voortgang, inwoners()?).await?;
    let begin = dutch_date(begonnen(app).await?);
    for (id, over) in VOORBEELDEN.into_iter().zip([200, 400]) {
        let contract = ContractId(id.to_owned());
        let world = app.nu().present().world;
        let Some(oud) = world.contracten.contracten.get(&contract) else { continue };
        let einde = begin.saturating_add(over.days());
        let optie = json!([{ "maanden": 24, "uiterlijk": einde.saturating_sub(120.days()), "gelicht": false }]);
        let tekst = format!("{} Voorbeeld in de demo: einddatum, optie en opzegtermijn.", oud.inhoud.omschrijving);
        let velden: Map<String, Value> = [
            ("einde", json!(einde)),
            ("opties", optie),
            ("opzegtermijn", json!(6)),
            ("tussentijds", json!(false)),
            ("omschrijving", json!(tekst)),
        ]
        .into_iter()
        .map(|(veld, waarde)| (veld.to_owned(), waarde))
        .collect();
        if oud.inhoud.einde.is_none() {
            eenmaal(app, Actor::Hub, WijzigContract { contract, verwachte_versie: 1, velden }).await?;
        }
    }
    Ok(())
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    let heeft_einde = |id: &&str| {
        let contract = beeld.contracten.contracten.get(&ContractId((**id).to_owned()));
        contract.is_some_and(|een| een.inhoud.einde.is_some())
    };
    Ok(VOORBEELDEN.iter().all(heeft_einde))
}
