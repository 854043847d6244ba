//! A contract: what people fill in, and what makes that sensible. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    domain::{
        fout::{Code, Fout},
        invoer,
        organisatie::{DomeinId, GemeenteId, Herkomst, PersoonId, sleutel_id, uuid_id},
    },
    platform::graphql::scalars::PartialDate,
};

sleutel_id!(
    /// A key of the facts, such as `contract-wmo-segment-1`, or a UUID for one that was made in the hub.
    ContractId,
    /// A key of the facts, such as `harm-contractvorm-looptijd`, or a UUID.
    AttribuutId,
);
uuid_id!(BijdrageId, ImportId);

const MAX_NUMMER: usize = 60;
const MAX_NAAM: usize = 200;
const MAX_KORT: usize = 60;
pub const MAX_BRON: usize = 500;
const MAX_TEKST: usize = 5_000;
const MAX_NOTITIE: usize = 2_000;
const MAX_LIJST: usize = 60;
const MAX_AANBIEDERS: i32 = 10_000;
const MAX_MAANDEN: i32 = 600;

/// Hoe aanbieders betaald worden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Bekostigingsvorm {
    /// Een vast bedrag voor een taak of segment.
    Lumpsum,
    /// Een bedrag per traject, op basis van resultaat.
    Traject,
    /// Een bedrag voor een aantal plekken.
    Plekken,
    /// Prijs maal hoeveelheid (P*Q), op basis van inspanning.
    PrijsMaalAantal,
    /// Een bedrag voor een functie.
    Functie,
}

impl Bekostigingsvorm {
    pub const ALLE: [Self; 5] = [Self::Lumpsum, Self::Traject, Self::Plekken, Self::PrijsMaalAantal, Self::Functie];

    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Lumpsum => "lumpsum",
            Self::Traject => "trajectfinanciering",
            Self::Plekken => "plekkensystematiek",
            Self::PrijsMaalAantal => "P*Q",
            Self::Functie => "functiebekostiging",
        }
    }
}

/// Hoe het contract gesloten is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Contractvorm {
    /// Een raamovereenkomst met meer aanbieders.
    Raamovereenkomst,
    /// Een strategisch partnerschap met een of enkele samenwerkingsverbanden.
    StrategischPartnerschap,
    /// Aanbieders kunnen steeds toetreden.
    ContinueToetreding,
    /// Een overheidsopdracht aan één aanbieder.
    Opdracht,
    /// Een subsidie.
    Subsidie,
}

impl Contractvorm {
    pub const ALLE: [Self; 5] = [
        Self::Raamovereenkomst,
        Self::StrategischPartnerschap,
        Self::ContinueToetreding,
        Self::Opdracht,
        Self::Subsidie,
    ];

    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Raamovereenkomst => "raamovereenkomst",
            Self::StrategischPartnerschap => "strategisch partnerschap",
            Self::ContinueToetreding => "continue toetreding",
            Self::Opdracht => "opdracht",
            Self::Subsidie => "subsidie",
        }
    }
}

/// A right to lengthen the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Optie {
    pub maanden: i32,
    /// The last day on which one can say so.
    pub uiterlijk: Option<Date>,
    /// Was it used? Then the contract ends that much later.
    pub gelicht: bool,
}

/// Something that stands in the way of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beletsel {
    pub tekst: String,
    /// The last day on which it does; `None`: nobody knows.
    pub tot: Option<Date>,
}

/// What the contract should bring about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doel {
    pub naam: String,
    pub gereed: Option<PartialDate>,
    pub bron: Option<String>,
    pub notitie: Option<String>,
}

/// What is measured, against what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kpi {
    pub naam: String,
    pub streefwaarde: Option<String>,
    pub eenheid: Option<String>,
    pub meetwaarde: Option<String>,
    pub gemeten_op: Option<Date>,
    pub bron: Option<String>,
    pub notitie: Option<String>,
}

/// How one contract differs in one gemeente, as in the pilot with plekken and trajecten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerGemeente {
    pub gemeente: GemeenteId,
    pub bekostiging: BTreeSet<Bekostigingsvorm>,
    pub van: Option<PartialDate>,
    pub tot: Option<Date>,
    pub toelichting: String,
    pub bron: Option<String>,
}

/// What people fill in. `None`: nobody knows, which is never zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractInhoud {
    /// By which people and imports know it.
    pub nummer: String,
    pub naam: String,
    pub domein: DomeinId,
    /// The contract it is a part of.
    pub bovenliggend: Option<ContractId>,
    pub segment: Option<String>,
    pub omschrijving: String,
    /// The gemeenten it holds for: its own scale.
    pub gemeenten: BTreeSet<GemeenteId>,
    pub bekostiging: BTreeSet<Bekostigingsvorm>,
    pub vorm: Option<Contractvorm>,
    pub ingang: Option<PartialDate>,
    /// The last day, before options that were used.
    pub einde: Option<Date>,
    /// `None`: unknown; empty: there are none.
    pub opties: Option<Vec<Optie>>,
    /// In months.
    pub opzegtermijn: Option<i32>,
    /// Can it be ended before its end?
    pub tussentijds: Option<bool>,
    pub beletsels: Vec<Beletsel>,
    pub aantal_aanbieders: Option<i32>,
    /// Its number in the contract system (VendorLink).
    pub extern_nummer: Option<String>,
    pub extern_adres: Option<String>,
    pub doelen: Vec<Doel>,
    pub kpis: Vec<Kpi>,
    pub per_gemeente: Vec<PerGemeente>,
}

/// Who changed a field last, and in which version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veldversie {
    pub versie: i32,
    pub door: Option<PersoonId>,
}

/// A signal that became work on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signaaltaak {
    pub soort: super::Signaalsoort,
    pub datum: Date,
    pub taak: uuid::Uuid,
}

/// A contract or a segment of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    pub id: ContractId,
    pub inhoud: ContractInhoud,
    pub signaaltaken: Vec<Signaaltaak>,
    /// An import that made it was undone.
    pub ingetrokken: bool,
    pub herkomst: Option<Herkomst>,
    pub versie: i32,
    pub veldversies: BTreeMap<String, Veldversie>,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// `aantal_aanbieders` as the API says it.
pub fn invoernaam(veld: &str) -> String {
    let mut delen = veld.split('_');
    let eerste = delen.next().unwrap_or_default().to_owned();
    delen.fold(eerste, |naam, deel| {
        let mut letters = deel.chars();
        let kop: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        naam + &kop + letters.as_str()
    })
}

/// A text that may be unknown.
fn of_leeg(veld: &str, waarde: Option<String>, max: usize) -> Result<Option<String>, Fout> {
    let tekst = invoer::vrije_tekst(veld, waarde.as_deref().unwrap_or_default(), max)?;
    Ok((!tekst.is_empty()).then_some(tekst))
}

fn dag(veld: &str, waarde: Option<Date>) -> Result<Option<Date>, Fout> {
    waarde.map(|dag| invoer::datum(veld, dag)).transpose()
}

fn aantal(veld: &str, waarde: Option<i32>, van: i32, tot: i32) -> Result<Option<i32>, Fout> {
    if waarde.is_none_or(|getal| (van..=tot).contains(&getal)) {
        return Ok(waarde);
    }
    let bericht = format!("Kies een getal van {van} tot en met {tot}. Weet je het niet, laat het dan leeg.");
    Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht))
}

impl Optie {
    fn getoetst(self) -> Result<Self, Fout> {
        aantal("opties", Some(self.maanden), 1, 120)?;
        Ok(Self { uiterlijk: dag("opties", self.uiterlijk)?, ..self })
    }
}

impl Beletsel {
    pub fn getoetst(self) -> Result<Self, Fout> {
        let tekst = invoer::tekst("beletsels", &self.tekst, MAX_NOTITIE)?;
        Ok(Self { tekst, tot: dag("beletsels", self.tot)? })
    }
}

impl Doel {
    fn getoetst(self) -> Result<Self, Fout> {
        Ok(Self {
            naam: invoer::tekst("doelen", &self.naam, MAX_BRON)?,
            bron: of_leeg("doelen", self.bron, MAX_BRON)?,
            notitie: of_leeg("doelen", self.notitie, MAX_NOTITIE)?,
            ..self
        })
    }
}

impl Kpi {
    fn getoetst(self) -> Result<Self, Fout> {
        let kpi = Self {
            naam: invoer::tekst("kpis", &self.naam, MAX_BRON)?,
            streefwaarde: of_leeg("kpis", self.streefwaarde, MAX_KORT)?,
            eenheid: of_leeg("kpis", self.eenheid, MAX_KORT)?,
            meetwaarde: of_leeg("kpis", self.meetwaarde, MAX_KORT)?,
            gemeten_op: dag("kpis", self.gemeten_op)?,
            bron: of_leeg("kpis", self.bron, MAX_BRON)?,
            notitie: of_leeg("kpis", self.notitie, MAX_NOTITIE)?,
        };
        if kpi.meetwaarde.is_some() && (kpi.gemeten_op.is_none() || kpi.bron.is_none()) {
            let bericht = format!("Zet bij de meetwaarde van ‘{}’ wanneer en waar zij gemeten is.", kpi.naam);
            return Err(Fout::bij(Code::Verplicht, "kpis", bericht));
        }
        Ok(kpi)
    }
}

impl PerGemeente {
    fn getoetst(self) -> Result<Self, Fout> {
        Ok(Self {
            toelichting: invoer::vrije_tekst("perGemeente", &self.toelichting, MAX_NOTITIE)?,
            tot: dag("perGemeente", self.tot)?,
            bron: of_leeg("perGemeente", self.bron, MAX_BRON)?,
            ..self
        })
    }
}

impl ContractInhoud {
    /// Nothing known but what it is called.
    pub fn nieuw(nummer: &str, naam: &str, domein: DomeinId) -> Self {
        Self {
            nummer: nummer.to_owned(),
            naam: naam.to_owned(),
            domein,
            bovenliggend: None,
            segment: None,
            omschrijving: String::new(),
            gemeenten: BTreeSet::new(),
            bekostiging: BTreeSet::new(),
            vorm: None,
            ingang: None,
            einde: None,
            opties: None,
            opzegtermijn: None,
            tussentijds: None,
            beletsels: Vec::new(),
            aantal_aanbieders: None,
            extern_nummer: None,
            extern_adres: None,
            doelen: Vec::new(),
            kpis: Vec::new(),
            per_gemeente: Vec::new(),
        }
    }

    /// The same with texts trimmed and empty ones unknown, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        for (veld, lengte) in [
            ("opties", self.opties.as_ref().map_or(0, Vec::len)),
            ("beletsels", self.beletsels.len()),
            ("doelen", self.doelen.len()),
            ("kpis", self.kpis.len()),
            ("perGemeente", self.per_gemeente.len()),
        ] {
            if lengte > MAX_LIJST {
                return Err(Fout::bij(Code::OngeldigeWaarde, veld, "Dit zijn er te veel. Er passen er zestig."));
            }
        }
        let naam = self.naam.split_whitespace().collect::<Vec<_>>().join(" ");
        let opties = self.opties.map(|opties| opties.into_iter().map(Optie::getoetst).collect::<Result<Vec<_>, _>>());
        let nieuw = Self {
            nummer: invoer::tekst("nummer", &self.nummer, MAX_NUMMER)?,
            naam: invoer::tekst("naam", &naam, MAX_NAAM)?,
            segment: of_leeg("segment", self.segment, MAX_KORT)?,
            omschrijving: invoer::vrije_tekst("omschrijving", &self.omschrijving, MAX_TEKST)?,
            einde: dag("einde", self.einde)?,
            opties: opties.transpose()?,
            opzegtermijn: aantal("opzegtermijn", self.opzegtermijn, 0, 120)?,
            beletsels: self.beletsels.into_iter().map(Beletsel::getoetst).collect::<Result<_, _>>()?,
            aantal_aanbieders: aantal("aantalAanbieders", self.aantal_aanbieders, 0, MAX_AANBIEDERS)?,
            extern_nummer: of_leeg("externNummer", self.extern_nummer, MAX_KORT)?,
            extern_adres: invoer::adres("externAdres", self.extern_adres.as_deref().unwrap_or_default())?,
            doelen: self.doelen.into_iter().map(Doel::getoetst).collect::<Result<_, _>>()?,
            kpis: self.kpis.into_iter().map(Kpi::getoetst).collect::<Result<_, _>>()?,
            per_gemeente: self.per_gemeente.into_iter().map(PerGemeente::getoetst).collect::<Result<_, _>>()?,
            ..self
        };
        let begin = nieuw.ingang.as_ref().and_then(PartialDate::first_day);
        if let Some(begin) = begin {
            invoer::datum("ingang", begin)?;
        }
        if let (Some(begin), Some(einde)) = (begin, nieuw.einde)
            && einde < begin
        {
            let bericht = "Het contract eindigt voor het begint. Kijk beide datums na.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "einde", bericht));
        }
        let buiten = nieuw.per_gemeente.iter().find(|een| !nieuw.gemeenten.contains(&een.gemeente));
        if buiten.is_some() {
            let bericht = "Een gemeente die afwijkt, doet niet mee aan dit contract. Kies haar ook bij de schaal.";
            return Err(Fout::bij(Code::NeemtNietDeel, "perGemeente", bericht));
        }
        Ok(nieuw)
    }

    /// The same with these fields in the place of its own.
    pub fn met(&self, velden: Map<String, Value>) -> Result<Self, Fout> {
        let mut alle = self.als_velden()?;
        alle.extend(velden);
        serde_json::from_value(Value::Object(alle)).map_err(Fout::intern)
    }

    /// The fields in which `naar` differs.
    pub fn verschillen(&self, naar: &Self) -> Result<Vec<String>, Fout> {
        let (oud, nieuw) = (self.als_velden()?, naar.als_velden()?);
        Ok(nieuw.into_iter().filter(|(veld, waarde)| oud.get(veld) != Some(waarde)).map(|(veld, _)| veld).collect())
    }

    fn als_velden(&self) -> Result<Map<String, Value>, Fout> {
        match serde_json::to_value(self).map_err(Fout::intern)? {
            Value::Object(velden) => Ok(velden),
            _ => Err(Fout::intern("a contract is an object")),
        }
    }

    /// The last day, with the options that were used.
    pub fn laatste_dag(&self) -> Option<Date> {
        let gelicht = self.opties.iter().flatten().filter(|optie| optie.gelicht);
        let maanden: i32 = gelicht.map(|optie| optie.maanden).sum();
        plus_maanden(self.einde?, maanden)
    }

    /// The last day on which one can give notice, so that it ends on its last day.
    pub fn opzegdag(&self) -> Option<Date> {
        plus_maanden(self.laatste_dag()?, -self.opzegtermijn.filter(|maanden| *maanden > 0)?)
    }

    /// How this gemeente differs on a day.
    pub fn in_gemeente(&self, gemeente: &GemeenteId, op: Date) -> Option<&PerGemeente> {
        self.per_gemeente.iter().find(|een| {
            let begonnen = een.van.as_ref().and_then(PartialDate::first_day).is_none_or(|van| van <= op);
            een.gemeente == *gemeente && begonnen && een.tot.is_none_or(|tot| op <= tot)
        })
    }
}

/// So many months later, or earlier; the last day of a month stays the last.
pub fn plus_maanden(dag: Date, maanden: i32) -> Option<Date> {
    if maanden.abs() > MAX_MAANDEN {
        return None;
    }
    let naar = dag.checked_add(maanden.months()).ok()?;
    let was_laatste = dag == dag.last_of_month();
    Some(if was_laatste { naar.last_of_month() } else { naar })
}

impl Contract {
    /// Refuses to overwrite what someone else changed after `verwachte_versie`, per field.
    pub fn toets_versie(&self, velden: &[String], verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        let botst = |laatste: &Veldversie| laatste.versie > verwachte_versie && laatste.door != door;
        let Some(veld) = velden.iter().find(|veld| self.veldversies.get(*veld).is_some_and(botst)) else {
            return Ok(());
        };
        let bericht = "Een ander heeft dit veld net gewijzigd. Bekijk de nieuwe waarde en bewaar zo nodig opnieuw.";
        Err(Fout::bij(Code::VersieVerouderd, &invoernaam(veld), bericht))
    }

    /// The next version, in which these fields were changed.
    pub fn volgende(mut self, velden: &[String], door: Option<PersoonId>, op: Timestamp) -> Self {
        let versie = self.versie + 1;
        self.veldversies.extend(velden.iter().map(|veld| (veld.clone(), Veldversie { versie, door })));
        Self { versie, door, op, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn inhoud() -> ContractInhoud {
        ContractInhoud::nieuw("W-1", "Wmo", DomeinId("dom-wmo".into()))
    }

    #[test]
    fn what_is_filled_in_must_make_sense() {
        let met = |wijzig: &dyn Fn(&mut ContractInhoud)| {
            let mut nieuw = inhoud();
            wijzig(&mut nieuw);
            nieuw.getoetst().map(drop).map_err(|fout| (fout.code, fout.veld.unwrap_or_default()))
        };
        let fout = |code, veld: &str| Err((code, veld.to_owned()));
        assert_eq!(met(&|_| {}), Ok(()));
        assert_eq!(met(&|een| een.nummer = " ".into()), fout(Code::Verplicht, "nummer"));
        assert_eq!(met(&|een| een.aantal_aanbieders = Some(-1)), fout(Code::OngeldigeWaarde, "aantalAanbieders"));
        assert_eq!(
            met(&|een| een.extern_adres = Some("vendorlink".into())),
            fout(Code::OngeldigeWaarde, "externAdres")
        );
        let omgekeerd = |een: &mut ContractInhoud| {
            een.ingang = "2024".parse().ok();
            een.einde = Some(date(2023, 12, 31));
        };
        assert_eq!(met(&omgekeerd), fout(Code::OngeldigeWaarde, "einde"));
        let zonder_datum = |een: &mut ContractInhoud| {
            een.kpis = vec![Kpi {
                naam: "Wachttijd".into(),
                streefwaarde: None,
                eenheid: None,
                meetwaarde: Some("12".into()),
                gemeten_op: None,
                bron: None,
                notitie: None,
            }];
        };
        assert_eq!(met(&zonder_datum), fout(Code::Verplicht, "kpis"));
    }

    #[test]
    fn an_option_that_was_used_moves_the_last_day_and_the_day_of_notice() {
        let optie = |gelicht| Optie { maanden: 12, uiterlijk: None, gelicht };
        for (opties, opzegtermijn, laatste, opzeg) in [
            (None, None, date(2025, 2, 28), None),
            (Some(vec![optie(false)]), Some(6), date(2025, 2, 28), Some(date(2024, 8, 31))),
            (Some(vec![optie(true), optie(false)]), Some(3), date(2026, 2, 28), Some(date(2025, 11, 30))),
        ] {
            let een = ContractInhoud { einde: Some(date(2025, 2, 28)), opties, opzegtermijn, ..inhoud() };
            assert_eq!((een.laatste_dag(), een.opzegdag()), (Some(laatste), opzeg));
        }
        assert_eq!(inhoud().laatste_dag(), None, "what is unknown stays unknown");
    }

    #[test]
    fn only_fields_that_differ_count() {
        let anders = ContractInhoud { aantal_aanbieders: Some(0), ..inhoud() };
        assert_eq!(inhoud().verschillen(&anders).unwrap(), ["aantal_aanbieders"]);
        assert_eq!(invoernaam("aantal_aanbieders"), "aantalAanbieders");
    }
}
