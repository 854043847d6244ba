//! The fields of a contract as they come in, and how they become a patch.

use async_graphql::{ID, InputObject, MaybeUndefined};
use serde::Serialize;
use serde_json::{Map, Value, to_value};

use crate::{
    domain::{
        contracten::{Bekostigingsvorm, Beletsel, ContractId, Contractvorm, Doel, Kpi, Optie, PerGemeente},
        fout::Fout,
        graphql::sleutel,
        organisatie::GemeenteId,
    },
    platform::graphql::scalars::{Datum, DeelsDatum},
};

/// Een mogelijkheid om een contract te verlengen.
#[derive(InputObject, Clone)]
pub struct ContractOptieInput {
    /// Met hoeveel maanden, 1 tot 120.
    maanden: i32,
    /// De laatste dag waarop dat kan.
    uiterlijk: Option<Datum>,
    /// Is zij gelicht?
    #[graphql(default)]
    gelicht: bool,
}

/// Iets wat een wijziging in de weg staat.
#[derive(InputObject, Clone)]
pub struct BeletselInput {
    /// Wat er in de weg staat, 1 tot 2.000 tekens.
    tekst: String,
    /// De laatste dag waarop het dat doet; leeg: niet bekend.
    tot: Option<Datum>,
}

impl BeletselInput {
    pub fn beletsel(&self) -> Beletsel {
        Beletsel { tekst: self.tekst.clone(), tot: self.tot.as_ref().map(|dag| dag.0) }
    }
}

/// Wat een contract moet opleveren.
#[derive(InputObject, Clone)]
pub struct ContractDoelInput {
    /// Het doel, 1 tot 500 tekens.
    naam: String,
    /// Wanneer het bereikt moet zijn.
    gereed: Option<DeelsDatum>,
    /// Waar het uit blijkt, hooguit 500 tekens.
    bron: Option<String>,
    /// Wat je erbij moet weten, hooguit 2.000 tekens.
    notitie: Option<String>,
}

/// Wat er gemeten wordt. Wat je weglaat, is onbekend.
#[derive(InputObject, Clone)]
pub struct ContractKpiInput {
    /// Wat er gemeten wordt, 1 tot 500 tekens.
    naam: String,
    /// Waar naar gestreefd wordt, hooguit 60 tekens.
    streefwaarde: Option<String>,
    /// Waarin het gemeten wordt, hooguit 60 tekens.
    eenheid: Option<String>,
    /// Wat er gemeten is, hooguit 60 tekens; dan zijn ook dag en bron nodig.
    meetwaarde: Option<String>,
    /// Wanneer het gemeten is.
    gemeten_op: Option<Datum>,
    /// Waar het uit blijkt, hooguit 500 tekens.
    bron: Option<String>,
    /// Wat je erbij moet weten, hooguit 2.000 tekens.
    notitie: Option<String>,
}

/// Waarin een contract in één gemeente verschilt.
#[derive(InputObject, Clone)]
pub struct ContractPerGemeenteInput {
    /// De gemeente; zij doet mee aan het contract.
    gemeente: ID,
    /// Hoe aanbieders daar betaald worden.
    bekostiging: Vec<Bekostigingsvorm>,
    /// Vanaf wanneer.
    van: Option<DeelsDatum>,
    /// De laatste dag.
    tot: Option<Datum>,
    /// Waarom, of hoe, hooguit 2.000 tekens.
    toelichting: Option<String>,
    /// Waar het uit blijkt, hooguit 500 tekens.
    bron: Option<String>,
}

/// Velden van een contract. Wat je weglaat, blijft zoals het is; null maakt een veld leeg: onbekend.
#[derive(InputObject, Default)]
pub struct ContractVeldenInput {
    /// Het contract waar het een deel van is.
    bovenliggend: MaybeUndefined<ID>,
    /// Het segment, hooguit 60 tekens.
    segment: MaybeUndefined<String>,
    /// Waar het over gaat, hooguit 5.000 tekens.
    omschrijving: MaybeUndefined<String>,
    /// De gemeenten waar het voor geldt.
    gemeenten: MaybeUndefined<Vec<ID>>,
    /// Hoe aanbieders betaald worden.
    bekostiging: MaybeUndefined<Vec<Bekostigingsvorm>>,
    /// Hoe het gesloten is.
    vorm: MaybeUndefined<Contractvorm>,
    /// Wanneer het ingaat: een jaar, maand of dag tussen 2014 en 2100.
    ingang: MaybeUndefined<DeelsDatum>,
    /// De laatste dag, zonder de opties, tussen 2014 en 2100.
    einde: MaybeUndefined<Datum>,
    /// De mogelijkheden om te verlengen; een lege lijst: die zijn er niet.
    opties: MaybeUndefined<Vec<ContractOptieInput>>,
    /// De opzegtermijn in maanden, 0 tot 120.
    opzegtermijn: MaybeUndefined<i32>,
    /// Is het voor het einde op te zeggen?
    tussentijds: MaybeUndefined<bool>,
    /// Wat een wijziging in de weg staat.
    beletsels: MaybeUndefined<Vec<BeletselInput>>,
    /// Hoeveel aanbieders er gecontracteerd zijn, 0 tot 10.000.
    aantal_aanbieders: MaybeUndefined<i32>,
    /// Het nummer in het contractbeheersysteem (VendorLink), hooguit 60 tekens.
    extern_nummer: MaybeUndefined<String>,
    /// Het adres in het contractbeheersysteem, met https:// ervoor.
    extern_adres: MaybeUndefined<String>,
    /// Wat het moet opleveren.
    doelen: MaybeUndefined<Vec<ContractDoelInput>>,
    /// Wat er gemeten wordt.
    kpis: MaybeUndefined<Vec<ContractKpiInput>>,
    /// Waarin het in een gemeente verschilt.
    per_gemeente: MaybeUndefined<Vec<ContractPerGemeenteInput>>,
}

/// What becomes of fields: by their name, as the model writes them.
struct Lap(Map<String, Value>);

impl Lap {
    /// Absent: nothing. Null: `leeg`.
    fn zet<T, U: Serialize>(
        &mut self,
        naam: &str,
        veld: &MaybeUndefined<T>,
        leeg: &impl Serialize,
        naar: impl Fn(&T) -> Result<U, Fout>,
    ) -> Result<(), Fout> {
        let waarde = match veld {
            MaybeUndefined::Undefined => return Ok(()),
            MaybeUndefined::Null => to_value(leeg),
            MaybeUndefined::Value(waarde) => to_value(naar(waarde)?),
        };
        self.0.insert(naam.to_owned(), waarde.map_err(Fout::intern)?);
        Ok(())
    }
}

impl ContractVeldenInput {
    pub fn velden(&self) -> Result<Map<String, Value>, Fout> {
        const GEEN: Option<()> = None;
        let mut lap = Lap(Map::new());
        let tekst = |tekst: &String| Ok(tekst.clone());
        let dag = |dag: &Option<Datum>| dag.as_ref().map(|dag| dag.0);
        let deels = |datum: &Option<DeelsDatum>| datum.as_ref().map(|datum| datum.0.clone());
        lap.zet("bovenliggend", &self.bovenliggend, &GEEN, |id| {
            sleutel(id, "Contract", "bovenliggend").map(ContractId)
        })?;
        lap.zet("segment", &self.segment, &GEEN, tekst)?;
        lap.zet("omschrijving", &self.omschrijving, &"", tekst)?;
        lap.zet("gemeenten", &self.gemeenten, &[(); 0], |ids| {
            ids.iter().map(|id| sleutel(id, "Gemeente", "gemeenten").map(GemeenteId)).collect::<Result<Vec<_>, _>>()
        })?;
        lap.zet("bekostiging", &self.bekostiging, &[(); 0], |vormen| Ok(vormen.clone()))?;
        lap.zet("vorm", &self.vorm, &GEEN, |vorm| Ok(*vorm))?;
        lap.zet("ingang", &self.ingang, &GEEN, |datum| Ok(datum.0.clone()))?;
        lap.zet("einde", &self.einde, &GEEN, |datum| Ok(datum.0))?;
        lap.zet("opties", &self.opties, &GEEN, |opties| {
            let optie = |een: &ContractOptieInput| Optie {
                maanden: een.maanden,
                uiterlijk: dag(&een.uiterlijk),
                gelicht: een.gelicht,
            };
            Ok(opties.iter().map(optie).collect::<Vec<_>>())
        })?;
        lap.zet("opzegtermijn", &self.opzegtermijn, &GEEN, |maanden| Ok(*maanden))?;
        lap.zet("tussentijds", &self.tussentijds, &GEEN, |ja| Ok(*ja))?;
        lap.zet("beletsels", &self.beletsels, &[(); 0], |lijst| {
            Ok(lijst.iter().map(BeletselInput::beletsel).collect::<Vec<_>>())
        })?;
        lap.zet("aantal_aanbieders", &self.aantal_aanbieders, &GEEN, |aantal| Ok(*aantal))?;
        lap.zet("extern_nummer", &self.extern_nummer, &GEEN, tekst)?;
        lap.zet("extern_adres", &self.extern_adres, &GEEN, tekst)?;
        lap.zet("doelen", &self.doelen, &[(); 0], |doelen| {
            let doel = |een: &ContractDoelInput| Doel {
                naam: een.naam.clone(),
                gereed: deels(&een.gereed),
                bron: een.bron.clone(),
                notitie: een.notitie.clone(),
            };
            Ok(doelen.iter().map(doel).collect::<Vec<_>>())
        })?;
        lap.zet("kpis", &self.kpis, &[(); 0], |kpis| {
            let kpi = |een: &ContractKpiInput| Kpi {
                naam: een.naam.clone(),
                streefwaarde: een.streefwaarde.clone(),
                eenheid: een.eenheid.clone(),
                meetwaarde: een.meetwaarde.clone(),
                gemeten_op: dag(&een.gemeten_op),
                bron: een.bron.clone(),
                notitie: een.notitie.clone(),
            };
            Ok(kpis.iter().map(kpi).collect::<Vec<_>>())
        })?;
        lap.zet("per_gemeente", &self.per_gemeente, &[(); 0], |lijst| {
            let een = |een: &ContractPerGemeenteInput| -> Result<PerGemeente, Fout> {
                Ok(PerGemeente {
                    gemeente: GemeenteId(sleutel(&een.gemeente, "Gemeente", "perGemeente")?),
                    bekostiging: een.bekostiging.iter().copied().collect(),
                    van: deels(&een.van),
                    tot: dag(&een.tot),
                    toelichting: een.toelichting.clone().unwrap_or_default(),
                    bron: een.bron.clone(),
                })
            };
            lijst.iter().map(een).collect::<Result<Vec<_>, _>>()
        })?;
        Ok(lap.0)
    }
}
