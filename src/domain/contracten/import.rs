//! Importing contracts and values: which column is which field, and what each row becomes. Pure.
//!
//! An empty cell says nothing: what stands in the hub stays. "Onbekend" makes a field unknown.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{events::Toestand, importvelden::*, model::*, queries::met_nummer, vergelijking::*, waarde};
use crate::{
    domain::{
        fout::Fout,
        organisatie::{self, GemeenteId, PersoonId},
    },
    platform::{
        graphql::scalars::PartialDate,
        sheets::{Cell, Sheet, column_name},
    },
};

/// So many rows fit in one import; a sheet with more is split.
pub const MAX_RIJEN: usize = 5_000;

/// Wat voor blad het is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[graphql(name = "Contractimportsoort")]
pub enum Importsoort {
    /// Contracten en segmenten, een per rij.
    Contracten,
    /// Waarden van de vergelijking, een per rij.
    Waarden,
}

/// One row with what it says, by field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invoerrij {
    /// Its number in the file, from 1.
    pub rij: usize,
    pub velden: BTreeMap<String, String>,
}

/// What is wrong, by row and column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rijfout {
    pub rij: usize,
    pub kolom: String,
    pub bericht: String,
}

/// A column of the file, and the field it is read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Koppeling {
    /// "A", "B", …
    pub kolom: String,
    pub kop: String,
    pub veld: Option<&'static str>,
}

/// What an import did to a contract: what it was, and the version it left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportContract {
    pub id: ContractId,
    pub voor: Option<Box<ContractInhoud>>,
    pub versie: i32,
}

/// What an import did to a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportCel {
    pub sleutel: CelSleutel,
    pub voor: CelInhoud,
    pub versie: i32,
}

/// One import, with what it takes to undo it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Import {
    pub id: ImportId,
    /// The name of the file.
    pub naam: String,
    pub soort: Importsoort,
    pub nieuw: usize,
    pub gewijzigd: usize,
    pub gelijk: usize,
    pub contracten: Vec<ImportContract>,
    pub cellen: Vec<ImportCel>,
    pub op: Timestamp,
    pub door: Option<PersoonId>,
    pub teruggedraaid_op: Option<Timestamp>,
    pub teruggedraaid_door: Option<PersoonId>,
}

/// What a row does to a contract.
#[derive(Debug, Clone, PartialEq)]
pub struct Contractregel {
    pub rij: usize,
    /// The contract with this number, when it is there.
    pub id: Option<ContractId>,
    /// The number of the contract it is a part of, when that is in the same file.
    pub onder: Option<String>,
    pub van: Option<ContractInhoud>,
    pub naar: ContractInhoud,
}

/// What a row does to a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Waarderegel {
    pub rij: usize,
    pub sleutel: CelSleutel,
    pub van: CelInhoud,
    pub naar: CelInhoud,
}

/// Everything names are looked up in.
#[derive(Clone, Copy)]
pub struct Kennis<'a> {
    pub organisatie: &'a organisatie::Toestand,
    pub contracten: &'a Toestand,
}

/// Which sheet this is, by its heads.
pub fn soort_van(koppen: &[String]) -> Option<Importsoort> {
    let heeft = |veld: &str, velden: &'static [Veld]| koppen.iter().any(|kop| veld_van(kop, velden) == Some(veld));
    if heeft("attribuut", WAARDEVELDEN) && heeft("kolom", WAARDEVELDEN) {
        return Some(Importsoort::Waarden);
    }
    heeft("nummer", CONTRACTVELDEN).then_some(Importsoort::Contracten)
}

/// The fields a sheet of this kind can have.
pub fn velden_van(soort: Importsoort) -> &'static [Veld] {
    match soort {
        Importsoort::Contracten => CONTRACTVELDEN,
        Importsoort::Waarden => WAARDEVELDEN,
    }
}

/// Which column is which field: by its head, or as someone chose.
pub fn koppel(soort: Importsoort, koppen: &[String], keuzes: &BTreeMap<String, String>) -> Vec<Koppeling> {
    let velden = velden_van(soort);
    let mut gezien = BTreeSet::new();
    let een = |(index, kop): (usize, &String)| {
        let kolom = column_name(index);
        let veld = match keuzes.get(&kolom) {
            Some(keuze) => velden.iter().map(|veld| veld.naam).find(|naam| naam == keuze),
            None => veld_van(kop, velden),
        };
        // The first column with a field has it.
        let veld = veld.filter(|veld| gezien.insert(*veld));
        Koppeling { kolom, kop: kop.clone(), veld }
    };
    koppen.iter().enumerate().map(een).collect()
}

/// The rows by field, and what in them cannot be read.
pub fn rijen_van(blad: &Sheet, koppeling: &[Koppeling]) -> (Vec<Invoerrij>, Vec<Rijfout>) {
    let mut fouten = Vec::new();
    let mut rijen = Vec::with_capacity(blad.rows.len());
    for (rij, cellen) in &blad.rows {
        let mut velden = BTreeMap::new();
        for (koppel, cel) in koppeling.iter().zip(cellen) {
            let Some(veld) = koppel.veld else { continue };
            let mis = match cel {
                Cell::Empty => continue,
                Cell::Text(tekst) => {
                    velden.insert(veld.to_owned(), tekst.clone());
                    continue;
                }
                Cell::Formula => "Hier staat een formule. Plak de waarde in de plaats van de formule.".to_owned(),
                Cell::Broken(wat) => format!("Hier staat een fout uit het rekenblad ({wat}). Schrijf de waarde op."),
            };
            fouten.push(Rijfout { rij: *rij, kolom: kolomnaam(koppel), bericht: mis });
        }
        rijen.push(Invoerrij { rij: *rij, velden });
    }
    (rijen, fouten)
}

/// "D (Einde)".
fn kolomnaam(koppeling: &Koppeling) -> String {
    format!("{} ({})", koppeling.kolom, koppeling.kop)
}

/// Where a field stands in the file, for messages; its own name when there is no file any more.
pub fn kolom_van(koppeling: &[Koppeling], veld: &str) -> String {
    koppeling.iter().find(|een| een.veld == Some(veld)).map_or_else(|| veld.to_owned(), kolomnaam)
}

/// A number that is known, or what is wrong with it. `None`: made unknown.
fn getal(tekst: &str) -> Result<Option<i32>, String> {
    if is_onbekend(tekst) {
        return Ok(None);
    }
    let fout = || format!("‘{tekst}’ is geen heel getal.");
    tekst.replace('.', "").parse::<i32>().map(Some).map_err(|_| fout())
}

fn datum(tekst: &str) -> Result<Option<PartialDate>, String> {
    if is_onbekend(tekst) {
        return Ok(None);
    }
    let fout = || format!("‘{tekst}’ is geen datum. Schrijf bijvoorbeeld 31-12-2027.");
    waarde::datum(tekst).map(Some).ok_or_else(fout)
}

fn dag(tekst: &str) -> Result<Option<Date>, String> {
    let Some(datum) = datum(tekst)? else { return Ok(None) };
    let fout = || format!("‘{tekst}’ is geen dag. Schrijf bijvoorbeeld 31-12-2027.");
    if datum.first_day() == datum.last_day() { Ok(datum.first_day()) } else { Err(fout()) }
}

fn is_onbekend(tekst: &str) -> bool {
    tekst.eq_ignore_ascii_case("onbekend")
}

fn zet<T>(veld: &mut T, waarde: T) -> Result<(), String> {
    *veld = waarde;
    Ok(())
}

/// "Lumpsum, P*Q" or "P*Q en lumpsum".
fn delen(tekst: &str) -> impl Iterator<Item = &str> {
    stukken(tekst).flat_map(|deel| deel.split(" en ")).map(str::trim).filter(|deel| !deel.is_empty())
}

fn stukken(tekst: &str) -> impl Iterator<Item = &str> {
    tekst.split([',', ';', '\n', '/']).map(str::trim)
}

fn gelijk(een: &str, ander: &str) -> bool {
    een.to_lowercase().split_whitespace().eq(ander.to_lowercase().split_whitespace())
}

impl Kennis<'_> {
    /// Names of gemeenten and regions: "Venlo, Venray", "Noord-Limburg", "NML".
    fn gemeenten(&self, tekst: &str) -> Result<BTreeSet<GemeenteId>, String> {
        let mut gevonden = BTreeSet::new();
        // A gemeente or region may have "en" in its name: as a whole first.
        let heet_zo = |naam: &str| {
            self.organisatie.regios.values().any(|regio| gelijk(&regio.naam, naam))
                || self.organisatie.gemeenten.values().any(|gemeente| gelijk(&gemeente.naam, naam))
        };
        let namen: Vec<&str> =
            stukken(tekst).flat_map(|naam| if heet_zo(naam) { vec![naam] } else { delen(naam).collect() }).collect();
        for naam in namen {
            let regio =
                self.organisatie.regios.values().find(|een| gelijk(&een.naam, naam) || gelijk(&een.afkorting, naam));
            let gemeenten = self.organisatie.gemeenten.values();
            match regio {
                Some(regio) => {
                    let leden = gemeenten.filter(|een| self.organisatie.hoort_bij(een, &regio.id));
                    gevonden.extend(leden.map(|een| een.id.clone()));
                }
                None => {
                    let een = gemeenten.into_iter().find(|een| gelijk(&een.naam, naam));
                    let fout =
                        || format!("Gemeente of regio ‘{naam}’ is niet bekend. Schrijf de naam zoals in de hub.");
                    gevonden.insert(een.ok_or_else(fout)?.id.clone());
                }
            }
        }
        Ok(gevonden)
    }

    /// "MLO", "Midden-Limburg Oost", "Venlo", or the number of a contract.
    fn kolom(&self, tekst: &str) -> Result<Kolom, String> {
        let regio =
            self.organisatie.regios.values().find(|een| gelijk(&een.naam, tekst) || gelijk(&een.afkorting, tekst));
        if let Some(regio) = regio {
            return Ok(Kolom::Regio(regio.id.clone()));
        }
        if let Some(gemeente) = self.organisatie.gemeenten.values().find(|een| gelijk(&een.naam, tekst)) {
            return Ok(Kolom::Gemeente(gemeente.id.clone()));
        }
        let contract = met_nummer(self.contracten, tekst);
        let fout = || format!("‘{tekst}’ is geen regio, gemeente of nummer van een contract.");
        contract.map(|een| Kolom::Contract(een.id.clone())).ok_or_else(fout)
    }

    /// What a row makes of a contract: the field that is wrong and why, or what it becomes.
    fn contract(&self, rij: &Invoerrij, in_blad: &BTreeSet<String>) -> Result<Contractregel, (&'static str, String)> {
        let veld = |naam: &str| rij.velden.get(naam).map(String::as_str).filter(|tekst| !tekst.is_empty());
        let nummer = veld("nummer").ok_or(("nummer", "Het nummer ontbreekt.".to_owned()))?;
        let bestaand = met_nummer(self.contracten, nummer);
        let domein = veld("domein").map(|tekst| {
            let gevonden = self.organisatie.domeinen.values().find(|een| gelijk(&een.naam, tekst));
            gevonden.map(|een| een.id.clone()).ok_or(("domein", format!("Domein ‘{tekst}’ is niet bekend.")))
        });
        let domein = domein.transpose()?;
        let mut naar = match &bestaand {
            Some(contract) => contract.inhoud.clone(),
            None => {
                let naam = veld("naam").ok_or(("naam", "Bij een nieuw contract is de naam nodig.".to_owned()))?;
                let domein =
                    domein.clone().ok_or(("domein", "Bij een nieuw contract is het domein nodig.".to_owned()))?;
                ContractInhoud::nieuw(nummer, naam, domein)
            }
        };
        if let Some(domein) = domein {
            naar.domein = domein;
        }
        let mut onder = None;
        for (naam, tekst) in &rij.velden {
            if tekst.is_empty() {
                continue;
            }
            let kort = || (!is_onbekend(tekst)).then(|| tekst.clone());
            let naam = velden_van(Importsoort::Contracten).iter().map(|veld| veld.naam).find(|een| een == naam);
            let Some(naam) = naam else { continue };
            let gezet: Result<(), String> = match naam {
                "naam" => zet(&mut naar.naam, tekst.clone()),
                "omschrijving" => zet(&mut naar.omschrijving, kort().unwrap_or_default()),
                "segment" => zet(&mut naar.segment, kort()),
                "externNummer" => zet(&mut naar.extern_nummer, kort()),
                "externAdres" => zet(&mut naar.extern_adres, kort()),
                "ingang" => datum(tekst).map(|datum| naar.ingang = datum),
                "einde" => dag(tekst).map(|dag| naar.einde = dag),
                "opzegtermijn" => getal(tekst).map(|maanden| naar.opzegtermijn = maanden),
                "aantalAanbieders" => getal(tekst).map(|aantal| naar.aantal_aanbieders = aantal),
                "gemeenten" => self.gemeenten(tekst).map(|gemeenten| naar.gemeenten = gemeenten),
                "tussentijds" => ja_nee(tekst).map(|ja| naar.tussentijds = ja),
                "vorm" => vorm(tekst).map(|vorm| naar.vorm = vorm),
                "bekostiging" => bekostiging(tekst).map(|vormen| naar.bekostiging = vormen),
                "bovenliggend" => match met_nummer(self.contracten, tekst) {
                    Some(boven) => zet(&mut naar.bovenliggend, Some(boven.id.clone())),
                    None if in_blad.contains(&tekst.to_lowercase()) => zet(&mut onder, Some(tekst.to_lowercase())),
                    None if is_onbekend(tekst) => zet(&mut naar.bovenliggend, None),
                    None => Err(format!("Er is geen contract met nummer ‘{tekst}’, ook niet in dit blad.")),
                },
                _ => Ok(()),
            };
            gezet.map_err(|bericht| (naam, bericht))?;
        }
        let naar = naar.getoetst().map_err(|fout| (veld_bij(&fout), fout.bericht))?;
        let (id, van) = bestaand.map_or((None, None), |een| (Some(een.id.clone()), Some(een.inhoud.clone())));
        Ok(Contractregel { rij: rij.rij, id, onder, van, naar })
    }

    fn waarde(&self, rij: &Invoerrij) -> Result<Waarderegel, (&'static str, String)> {
        let veld = |naam: &str| rij.velden.get(naam).map(String::as_str).filter(|tekst| !tekst.is_empty());
        let naam = veld("attribuut").ok_or(("attribuut", "Het attribuut ontbreekt.".to_owned()))?;
        let rijen = self.contracten.rijen();
        let element = veld("element");
        let past = |een: &&std::sync::Arc<Attribuut>| {
            gelijk(&een.inhoud.naam, naam) && element.is_none_or(|element| gelijk(een.inhoud.element.naam(), element))
        };
        let fout = || ("attribuut", format!("Attribuut ‘{naam}’ is niet bekend. Schrijf de naam zoals in de hub."));
        let attribuut = rijen.iter().find(past).ok_or_else(fout)?;
        let kolom = veld("kolom").ok_or(("kolom", "Zeg voor welke regio, gemeente of welk contract.".to_owned()))?;
        let kolom = self.kolom(kolom).map_err(|bericht| ("kolom", bericht))?;
        let sleutel = (attribuut.id.clone(), kolom);
        let van = self.contracten.cel(sleutel.clone()).inhoud.clone();
        let mut naar = van.clone();
        if let Some(tekst) = veld("waarde") {
            naar.waarde = attribuut.inhoud.vorm.lees(tekst).map_err(|fout| ("waarde", fout.bericht))?;
        }
        if let Some(tekst) = veld("toelichting") {
            naar.toelichting = tekst.to_owned();
        }
        if let Some(tekst) = veld("bron") {
            naar.bron = Some(tekst.to_owned());
        }
        if let Some(tekst) = veld("peildatum") {
            naar.peildatum = datum(tekst).map_err(|bericht| ("peildatum", bericht))?;
        }
        if let Some(tekst) = veld("zeker") {
            naar.zeker = ja_nee(tekst).map_err(|bericht| ("zeker", bericht))?.unwrap_or_default();
        }
        let naar = naar.getoetst(&attribuut.inhoud.vorm).map_err(|fout| (waardeveld_bij(&fout), fout.bericht))?;
        Ok(Waarderegel { rij: rij.rij, sleutel, van, naar })
    }
}

/// The field of the sheet that a field of the model belongs to.
fn veld_bij(fout: &Fout) -> &'static str {
    let veld = fout.veld.as_deref().unwrap_or("nummer");
    CONTRACTVELDEN.iter().map(|een| een.naam).find(|naam| *naam == veld).unwrap_or("nummer")
}

fn waardeveld_bij(fout: &Fout) -> &'static str {
    let veld = fout.veld.as_deref().unwrap_or("waarde");
    WAARDEVELDEN.iter().map(|een| een.naam).find(|naam| *naam == veld).unwrap_or("waarde")
}

fn ja_nee(tekst: &str) -> Result<Option<bool>, String> {
    match tekst.to_lowercase().as_str() {
        "ja" | "j" | "zeker" => Ok(Some(true)),
        "nee" | "n" | "niet zeker" => Ok(Some(false)),
        "onbekend" => Ok(None),
        _ => Err(format!("‘{tekst}’ past hier niet. Schrijf ja of nee.")),
    }
}

fn vorm(tekst: &str) -> Result<Option<Contractvorm>, String> {
    if is_onbekend(tekst) {
        return Ok(None);
    }
    let namen = Contractvorm::ALLE.map(Contractvorm::naam).join(", ");
    let gevonden = Contractvorm::ALLE.into_iter().find(|vorm| gelijk(vorm.naam(), tekst));
    gevonden.map(Some).ok_or_else(|| format!("‘{tekst}’ is geen contractvorm. Kies: {namen}."))
}

fn bekostiging(tekst: &str) -> Result<BTreeSet<Bekostigingsvorm>, String> {
    if is_onbekend(tekst) {
        return Ok(BTreeSet::new());
    }
    let namen = Bekostigingsvorm::ALLE.map(Bekostigingsvorm::naam).join(", ");
    let een = |naam: &str| {
        let gevonden = Bekostigingsvorm::ALLE.into_iter().find(|vorm| gelijk(vorm.naam(), naam));
        gevonden.ok_or_else(|| format!("‘{naam}’ is geen bekostigingsvorm. Kies: {namen}."))
    };
    delen(tekst).map(een).collect()
}

/// What a sheet of contracts does, and all that is wrong with it.
pub fn plan_contracten(
    kennis: Kennis<'_>,
    rijen: &[Invoerrij],
    koppeling: &[Koppeling],
) -> (Vec<Contractregel>, Vec<Rijfout>) {
    let nummer = |rij: &Invoerrij| rij.velden.get("nummer").map(|tekst| tekst.trim().to_lowercase());
    let in_blad: BTreeSet<String> = rijen.iter().filter_map(nummer).collect();
    let mut eerder: BTreeMap<String, usize> = BTreeMap::new();
    let (mut regels, mut fouten) = (Vec::new(), Vec::new());
    for rij in rijen {
        let mut fout = |veld: &str, bericht: String| {
            fouten.push(Rijfout { rij: rij.rij, kolom: kolom_van(koppeling, veld), bericht });
        };
        if let Some(sleutel) = nummer(rij)
            && let Some(vorige) = eerder.insert(sleutel, rij.rij)
        {
            fout("nummer", format!("Dit nummer staat ook op rij {vorige}. Elk nummer mag er één keer in staan."));
            continue;
        }
        match kennis.contract(rij, &in_blad) {
            Ok(regel) => regels.push(regel),
            Err((veld, bericht)) => fout(veld, bericht),
        }
    }
    (regels, fouten)
}

/// What a sheet of values does, and all that is wrong with it.
pub fn plan_waarden(
    kennis: Kennis<'_>,
    rijen: &[Invoerrij],
    koppeling: &[Koppeling],
) -> (Vec<Waarderegel>, Vec<Rijfout>) {
    let mut eerder: BTreeMap<CelSleutel, usize> = BTreeMap::new();
    let (mut regels, mut fouten) = (Vec::new(), Vec::new());
    for rij in rijen {
        let mut fout = |veld: &str, bericht: String| {
            fouten.push(Rijfout { rij: rij.rij, kolom: kolom_van(koppeling, veld), bericht });
        };
        match kennis.waarde(rij) {
            Ok(regel) => match eerder.insert(regel.sleutel.clone(), rij.rij) {
                Some(vorige) => {
                    fout("attribuut", format!("Deze waarde staat ook op rij {vorige}. Kies een van beide."))
                }
                None => regels.push(regel),
            },
            Err((veld, bericht)) => fout(veld, bericht),
        }
    }
    (regels, fouten)
}
