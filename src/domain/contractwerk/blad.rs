//! A sheet that comes in: read, tied to fields, checked against what the hub knows, and taken over.

use std::collections::BTreeMap;

use serde::Serialize;
use uuid::Uuid;

use super::NeemImportOver;
use crate::{
    app::App,
    domain::{
        command::{Actor, Command, execute},
        contracten::{
            CelInhoud, Contractregel, Importsoort, Invoerrij, Kennis, Koppeling, MAX_RIJEN, Rijfout, Waarde,
            Waarderegel, invoernaam, koppel, plan_contracten, plan_waarden, rijen_van, soort_van, velden_van,
        },
        fout::{Code, Fout},
        rechten::{Bereik, Wie, toets},
    },
    platform::{
        graphql::relay::global_id,
        sheets::{self, Unreadable},
    },
};

/// So many errors are named; the rest is counted.
const MAX_FOUTEN: usize = 200;
/// So many rows are shown beforehand.
const MAX_VOORBEELD: usize = 50;

/// A file with what should happen to it.
pub struct Invoer {
    pub naam: String,
    pub bytes: Vec<u8>,
    /// Field by column, where someone chose otherwise than its head says.
    pub keuzes: BTreeMap<String, String>,
    /// Take it over, under this id; else only look.
    pub neem: Option<Uuid>,
}

/// What one row does.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Voorbeeld {
    pub rij: usize,
    pub wat: &'static str,
    pub naam: String,
    /// The fields that change.
    pub velden: Vec<String>,
}

/// A field that a column can be read as.
#[derive(Debug, Serialize)]
pub struct Veldkeuze {
    pub veld: &'static str,
    pub kop: &'static str,
}

/// What a sheet does, or did.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proef {
    pub soort: Importsoort,
    pub blad: String,
    pub kolommen: Vec<Koppeling>,
    pub velden: Vec<Veldkeuze>,
    pub rijen: usize,
    pub nieuw: usize,
    pub gewijzigd: usize,
    pub gelijk: usize,
    pub fouten: Vec<Rijfout>,
    pub aantal_fouten: usize,
    pub voorbeeld: Vec<Voorbeeld>,
    /// Was it taken over?
    pub gedaan: bool,
    /// The import that came of it; none when all was there already.
    pub import: Option<String>,
}

fn niet_leesbaar(naam: &str, waarom: &Unreadable) -> Fout {
    let bericht = match waarom {
        Unreadable::Disguised => format!("‘{naam}’ is niet wat de naam zegt. Sla het opnieuw op als .xlsx of .csv."),
        Unreadable::Damaged => format!("‘{naam}’ is beschadigd. Open het in Excel en sla het opnieuw op."),
        Unreadable::TooLarge => format!("‘{naam}’ is te groot: er past 8 MB. Splits het bestand."),
        Unreadable::Empty => format!("In ‘{naam}’ staan geen rijen met een kop erboven."),
        Unreadable::Unknown => {
            format!("‘{naam}’ kan niet gelezen worden. Kies een bestand dat eindigt op .xlsx of .csv.")
        }
    };
    Fout::bij(Code::OngeldigeWaarde, "bestand", bericht)
}

/// Looks at a sheet, and takes it over when asked and nothing is wrong with it.
pub async fn lees_in(app: &App, wie: &Wie, invoer: Invoer) -> Result<Proef, Fout> {
    toets(wie, NeemImportOver::RECHT, &Bereik::Alles)?;
    let past = |koppen: &[String]| soort_van(koppen).is_some();
    let blad = sheets::read(&invoer.naam, &invoer.bytes, past);
    let blad = blad.map_err(|waarom| niet_leesbaar(&invoer.naam, &waarom))?;
    let aantal = blad.rows.len();
    if aantal > MAX_RIJEN {
        let bericht =
            format!("Dit blad heeft {aantal} rijen; er passen er {MAX_RIJEN} in één import. Splits het bestand.");
        return Err(Fout::bij(Code::OngeldigeWaarde, "bestand", bericht));
    }
    let soort = soort_van(&blad.head).or_else(|| soort_van_keuzes(&invoer.keuzes));
    let soort = soort.ok_or_else(|| {
        let bericht = "De eerste rij heeft geen kolom ‘Nummer’ (voor contracten) of ‘Attribuut’ en ‘Voor’ (voor waarden). \
                       Zet die koppen erboven.";
        Fout::bij(Code::OngeldigeWaarde, "bestand", bericht)
    })?;
    let koppeling = koppel(soort, &blad.head, &invoer.keuzes);
    let (rijen, mut fouten) = rijen_van(&blad, &koppeling);
    let world = app.nu().present().world;
    let kennis = Kennis { organisatie: &world.organisatie, contracten: &world.contracten };
    let (voorbeelden, meer) = match soort {
        Importsoort::Contracten => {
            let (regels, fouten) = plan_contracten(kennis, &rijen, &koppeling);
            (regels.iter().map(van_contract).collect::<Result<Vec<_>, _>>()?, fouten)
        }
        Importsoort::Waarden => {
            let (regels, fouten) = plan_waarden(kennis, &rijen, &koppeling);
            let naam = |regel: &Waarderegel| {
                let attribuut = world.contracten.attributen.get(&regel.sleutel.0);
                attribuut.map(|een| een.inhoud.naam.clone()).unwrap_or_default()
            };
            (regels.iter().map(|regel| van_waarde(regel, naam(regel))).collect(), fouten)
        }
    };
    fouten.extend(meer);
    fouten.sort_by_key(|fout| fout.rij);
    let tel = |wat: &str| voorbeelden.iter().filter(|een| een.wat == wat).count();
    let mut proef = Proef {
        soort,
        blad: blad.name,
        velden: velden_van(soort).iter().map(|veld| Veldkeuze { veld: veld.naam, kop: veld.kop }).collect(),
        kolommen: koppeling,
        rijen: aantal,
        nieuw: tel("nieuw"),
        gewijzigd: tel("gewijzigd"),
        gelijk: tel("gelijk"),
        aantal_fouten: fouten.len(),
        fouten: fouten.into_iter().take(MAX_FOUTEN).collect(),
        voorbeeld: voorbeelden.into_iter().filter(|een| een.wat != "gelijk").take(MAX_VOORBEELD).collect(),
        gedaan: false,
        import: None,
    };
    let Some(mutatie) = invoer.neem.filter(|_| proef.aantal_fouten == 0) else { return Ok(proef) };
    proef.import = neem(app, wie, mutatie, invoer.naam, soort, rijen).await?;
    proef.gedaan = true;
    Ok(proef)
}

async fn neem(
    app: &App,
    wie: &Wie,
    mutatie: Uuid,
    naam: String,
    soort: Importsoort,
    rijen: Vec<Invoerrij>,
) -> Result<Option<String>, Fout> {
    let actor = Actor::Persoon { id: wie.persoon(), schrijven: wie.schrijven };
    let bewijs = execute(app, actor, Some(mutatie), NeemImportOver { naam, soort, rijen }).await?;
    Ok(bewijs.uitkomst.map(|id| global_id("Contractimport", id).0))
}

/// Which sheet someone says it is, by what they tied.
fn soort_van_keuzes(keuzes: &BTreeMap<String, String>) -> Option<Importsoort> {
    let koppen: Vec<String> = keuzes
        .values()
        .filter_map(|keuze| {
            let velden = velden_van(Importsoort::Contracten).iter().chain(velden_van(Importsoort::Waarden));
            velden.into_iter().find(|veld| veld.naam == keuze).map(|veld| veld.kop.to_owned())
        })
        .collect();
    soort_van(&koppen)
}

fn van_contract(regel: &Contractregel) -> Result<Voorbeeld, Fout> {
    let naam = format!("{} · {}", regel.naar.nummer, regel.naar.naam);
    let velden = match &regel.van {
        Some(van) => van.verschillen(&regel.naar)?.iter().map(|veld| invoernaam(veld)).collect(),
        None => Vec::new(),
    };
    let wat = match &regel.van {
        None => "nieuw",
        // A row under one that is new itself changes that too.
        Some(_) if velden.is_empty() && regel.onder.is_none() => "gelijk",
        Some(_) => "gewijzigd",
    };
    Ok(Voorbeeld { rij: regel.rij, wat, naam, velden })
}

fn van_waarde(regel: &Waarderegel, naam: String) -> Voorbeeld {
    let woord = |cel: &CelInhoud| cel.waarde.as_ref().map_or_else(|| "onbekend".to_owned(), Waarde::in_woorden);
    let wat = match &regel.van.waarde {
        _ if regel.van == regel.naar => "gelijk",
        Some(_) => "gewijzigd",
        None => "nieuw",
    };
    let velden = vec![format!("{} → {}", woord(&regel.van), woord(&regel.naar))];
    Voorbeeld { rij: regel.rij, wat, naam, velden }
}
