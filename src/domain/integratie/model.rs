//! The words and rules of this context. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{fasen::Fase, herhaling::Herhaling};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, Herkomst, ModuleId, PersoonId, sleutel_id, uuid_id},
};

sleutel_id!(TrajectId, FunctieId, BordId, KolomId);
uuid_id!(TaakId, CheckpuntId, OpmerkingId);

/// Lengths in characters that still read well on a card, in a panel, in a thread.
pub const MAX_TITEL: usize = 200;
pub const MAX_OMSCHRIJVING: usize = 10_000;
pub const MAX_CHECKPUNT: usize = 500;
pub const MAX_OPMERKING: usize = 5_000;

// ------------------------------------------------------------------ inrichting

/// A trajectory: the work that leads to one change, with its functions and boards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Traject {
    pub id: TrajectId,
    pub naam: String,
    pub omschrijving: String,
    pub module: ModuleId,
    pub streefdatum: Option<Date>,
    pub functies: Vec<Functie>,
    pub borden: Vec<Bord>,
    /// In the order in which they come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fasen: Vec<Fase>,
    pub herkomst: Herkomst,
}

/// A task of the MGR that moves along: one of the eight of the college proposal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Functie {
    pub id: FunctieId,
    pub naam: String,
    /// `None`: the sources do not say.
    pub nu_in_module_1: Option<bool>,
    pub herkomst: Herkomst,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bord {
    pub id: BordId,
    pub naam: String,
    /// From left to right.
    pub kolommen: Vec<Kolom>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kolom {
    pub id: KolomId,
    pub naam: String,
    pub soort: KolomSoort,
}

/// Wat het betekent als een taak in deze kolom staat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum KolomSoort {
    /// Nog niet begonnen.
    TeDoen,
    /// Er wordt aan gewerkt.
    Bezig,
    /// Wacht op iemand anders, bijvoorbeeld een gemeente.
    Wacht,
    /// Klaar.
    Gereed,
}

impl Traject {
    pub fn bord(&self, id: &BordId) -> Option<&Bord> {
        self.borden.iter().find(|bord| bord.id == *id)
    }

    pub fn functie(&self, id: &FunctieId) -> Option<&Functie> {
        self.functies.iter().find(|functie| functie.id == *id)
    }

    /// The function, or an error that says that it is not one of this trajectory.
    pub fn eigen_functie(&self, id: &FunctieId) -> Result<&Functie, Fout> {
        self.functie(id).ok_or_else(|| {
            Fout::bij(Code::NietGevonden, "functie", "Deze functie hoort niet bij dit traject. Kies een andere.")
        })
    }
}

impl Bord {
    pub fn kolom(&self, id: &KolomId) -> Option<&Kolom> {
        self.kolommen.iter().find(|kolom| kolom.id == *id)
    }

    /// The first column of this kind, from the left.
    pub fn eerste_kolom(&self, soort: KolomSoort) -> Option<&Kolom> {
        self.kolommen.iter().find(|kolom| kolom.soort == soort)
    }

    /// The column, or an error that says what is wrong with the one asked for.
    pub fn eigen_kolom(&self, id: &KolomId) -> Result<&Kolom, Fout> {
        self.kolom(id).ok_or_else(|| {
            Fout::bij(Code::AnderBord, "kolom", "Deze kolom hoort bij een ander bord. Kies een kolom van dit bord.")
        })
    }
}

// ------------------------------------------------------------------ taken

/// A field whose last change is remembered, so that two people can edit different fields at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Veld {
    Titel,
    Omschrijving,
    Functie,
    Gemeenten,
    Eigenaar,
    Vervaldatum,
    Herhaling,
    Kolom,
}

impl Veld {
    /// The name of the input field.
    pub fn invoer(self) -> &'static str {
        match self {
            Self::Titel => "titel",
            Self::Omschrijving => "omschrijving",
            Self::Functie => "functie",
            Self::Gemeenten => "gemeenten",
            Self::Eigenaar => "eigenaar",
            Self::Vervaldatum => "vervaldatum",
            Self::Herhaling => "herhaling",
            Self::Kolom => "kolom",
        }
    }
}

/// When, and by whom, a field was last changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veldversie {
    pub versie: i32,
    pub door: Option<PersoonId>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taak {
    pub id: TaakId,
    /// Counts from 1 within the board; what people say aloud.
    pub nummer: i32,
    pub bord: BordId,
    pub kolom: KolomId,
    /// Order within the column: a fractional index, compared as text.
    pub plaats: String,
    pub titel: String,
    pub omschrijving: String,
    pub functie: Option<FunctieId>,
    pub gemeenten: BTreeSet<GemeenteId>,
    pub eigenaar: Option<PersoonId>,
    pub vervaldatum: Option<Date>,
    /// Comes back once it is done; then there is a due date too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub herhaling: Option<Herhaling>,
    /// The first date of the series, from which all others are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub herhaalt_vanaf: Option<Date>,
    pub kolom_sinds: Timestamp,
    pub versie: i32,
    pub veldversies: BTreeMap<Veld, Veldversie>,
    pub gemaakt_op: Timestamp,
    pub gemaakt_door: Option<PersoonId>,
    pub gearchiveerd_op: Option<Timestamp>,
    pub herkomst: Option<Herkomst>,
}

/// One field that changed, from and to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "veld", rename_all = "snake_case")]
pub enum Veldwijziging {
    Titel { van: String, naar: String },
    Omschrijving { van: String, naar: String },
    Functie { van: Option<FunctieId>, naar: Option<FunctieId> },
    Gemeenten { van: BTreeSet<GemeenteId>, naar: BTreeSet<GemeenteId> },
    Eigenaar { van: Option<PersoonId>, naar: Option<PersoonId> },
    Vervaldatum { van: Option<Date>, naar: Option<Date> },
    Herhaling { van: Option<Herhaling>, naar: Option<Herhaling> },
}

impl Veldwijziging {
    pub fn veld(&self) -> Veld {
        match self {
            Self::Titel { .. } => Veld::Titel,
            Self::Omschrijving { .. } => Veld::Omschrijving,
            Self::Functie { .. } => Veld::Functie,
            Self::Gemeenten { .. } => Veld::Gemeenten,
            Self::Eigenaar { .. } => Veld::Eigenaar,
            Self::Vervaldatum { .. } => Veld::Vervaldatum,
            Self::Herhaling { .. } => Veld::Herhaling,
        }
    }
}

/// What someone wants a task to be; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Wens {
    pub titel: Option<String>,
    pub omschrijving: Option<String>,
    pub functie: Option<Option<FunctieId>>,
    pub gemeenten: Option<BTreeSet<GemeenteId>>,
    pub eigenaar: Option<Option<PersoonId>>,
    pub vervaldatum: Option<Option<Date>>,
    pub herhaling: Option<Option<Herhaling>>,
}

impl Wens {
    /// The same wish with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let titel = self.titel.map(|titel| titel_van(&titel)).transpose()?;
        let omschrijving = self.omschrijving.map(|tekst| invoer::vrije_tekst("omschrijving", &tekst, MAX_OMSCHRIJVING));
        let omschrijving = omschrijving.transpose()?;
        if let Some(Some(datum)) = self.vervaldatum {
            invoer::datum("vervaldatum", datum)?;
        }
        Ok(Self { titel, omschrijving, ..self })
    }
}

impl Taak {
    /// What changes when `wens` comes true, or which field someone else changed since `verwachte_versie`.
    pub fn wijzigingen(
        &self,
        wens: &Wens,
        verwachte_versie: i32,
        door: Option<PersoonId>,
    ) -> Result<Vec<Veldwijziging>, Fout> {
        let mut wijzigingen = Vec::new();
        if let Some(naar) = wens.titel.clone().filter(|naar| *naar != self.titel) {
            wijzigingen.push(Veldwijziging::Titel { van: self.titel.clone(), naar });
        }
        if let Some(naar) = wens.omschrijving.clone().filter(|naar| *naar != self.omschrijving) {
            wijzigingen.push(Veldwijziging::Omschrijving { van: self.omschrijving.clone(), naar });
        }
        if let Some(naar) = wens.functie.clone().filter(|naar| *naar != self.functie) {
            wijzigingen.push(Veldwijziging::Functie { van: self.functie.clone(), naar });
        }
        if let Some(naar) = wens.gemeenten.clone().filter(|naar| *naar != self.gemeenten) {
            wijzigingen.push(Veldwijziging::Gemeenten { van: self.gemeenten.clone(), naar });
        }
        if let Some(naar) = wens.eigenaar.filter(|naar| *naar != self.eigenaar) {
            wijzigingen.push(Veldwijziging::Eigenaar { van: self.eigenaar, naar });
        }
        if let Some(naar) = wens.vervaldatum.filter(|naar| *naar != self.vervaldatum) {
            wijzigingen.push(Veldwijziging::Vervaldatum { van: self.vervaldatum, naar });
        }
        if let Some(naar) = wens.herhaling.filter(|naar| *naar != self.herhaling) {
            wijzigingen.push(Veldwijziging::Herhaling { van: self.herhaling, naar });
        }
        for wijziging in &wijzigingen {
            self.toets_versie(wijziging.veld(), verwachte_versie, door)?;
        }
        Ok(wijzigingen)
    }

    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    ///
    /// Per field: who edits the title does not clash with who drags the card, and nobody clashes with
    /// themselves (changes made offline come in one after the other).
    pub fn toets_versie(&self, veld: Veld, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        let botst = |laatste: &Veldversie| laatste.versie > verwachte_versie && laatste.door != door;
        if !self.veldversies.get(&veld).is_some_and(botst) {
            return Ok(());
        }
        let bericht = match veld {
            Veld::Kolom => {
                "Een ander heeft deze taak net verplaatst. Kijk waar zij nu staat en verplaats haar zo nodig opnieuw."
            }
            _ => "Een ander heeft dit veld net gewijzigd. Bekijk de nieuwe waarde en bewaar zo nodig opnieuw.",
        };
        Err(Fout::bij(Code::VersieVerouderd, veld.invoer(), bericht))
    }

    /// Refuses to change a task that is in the archive.
    pub fn toets_open(&self) -> Result<(), Fout> {
        match self.gearchiveerd_op {
            None => Ok(()),
            Some(_) => Err(Fout::new(
                Code::Gearchiveerd,
                "Deze taak is gearchiveerd. Herstel haar eerst, dan kun je haar wijzigen.",
            )),
        }
    }

    /// Makes the changes: the next version, by whom.
    pub fn wijzig(&mut self, wijzigingen: &[Veldwijziging], versie: i32, door: Option<PersoonId>) {
        for wijziging in wijzigingen {
            match wijziging.clone() {
                Veldwijziging::Titel { naar, .. } => self.titel = naar,
                Veldwijziging::Omschrijving { naar, .. } => self.omschrijving = naar,
                Veldwijziging::Functie { naar, .. } => self.functie = naar,
                Veldwijziging::Gemeenten { naar, .. } => self.gemeenten = naar,
                Veldwijziging::Eigenaar { naar, .. } => self.eigenaar = naar,
                Veldwijziging::Vervaldatum { naar, .. } => self.vervaldatum = naar,
                Veldwijziging::Herhaling { naar, .. } => self.herhaling = naar,
            }
            // Another date or another rhythm begins a series anew.
            if let Veld::Vervaldatum | Veld::Herhaling = wijziging.veld() {
                self.herhaalt_vanaf = self.herhaling.and(self.vervaldatum);
            }
            self.veldversies.insert(wijziging.veld(), Veldversie { versie, door });
        }
        self.versie = versie;
    }

    /// Refuses a task that comes back without a due date: at the rhythm, or at the date that was taken away.
    pub fn toets_herhaling(&self, wijzigingen: &[Veldwijziging]) -> Result<(), Fout> {
        let Some(herhaling) = self.herhaling else { return Ok(()) };
        let herhaling_nieuw = wijzigingen.iter().any(|wijziging| wijziging.veld() == Veld::Herhaling);
        if self.vervaldatum.is_none() && !herhaling_nieuw {
            let bericht = "Deze taak komt terug en telt vanaf haar vervaldatum. Zet ‘Komt terug’ eerst op niet.";
            return Err(Fout::bij(Code::Verplicht, "vervaldatum", bericht));
        }
        herhaling.getoetst(self.vervaldatum).map(drop)
    }

    /// What comes after it once it is done on `vandaag`: its next due date. `None`: it does not come back.
    pub fn volgende_vervaldatum(&self, vandaag: Date) -> Option<Date> {
        let na = self.vervaldatum?.max(vandaag);
        self.herhaling?.volgende(self.herhaalt_vanaf?, na)
    }

    /// Hands its rhythm over to the task that comes after it, so that moving it to and fro makes no second one.
    pub fn geef_herhaling_door(&mut self, versie: i32, door: Option<PersoonId>) {
        (self.herhaling, self.herhaalt_vanaf) = (None, None);
        self.veldversies.insert(Veld::Herhaling, Veldversie { versie, door });
    }

    /// Puts the task in a column; within the same column only its place changes.
    pub fn verplaats(&mut self, naar: &KolomId, plaats: &str, versie: i32, door: Option<PersoonId>, op: Timestamp) {
        if self.kolom != *naar {
            self.kolom = naar.clone();
            self.kolom_sinds = op;
            self.veldversies.insert(Veld::Kolom, Veldversie { versie, door });
        }
        self.plaats = plaats.to_owned();
        self.versie = versie;
    }

    /// Is it past its date on `vandaag`, and not done?
    pub fn te_laat(&self, soort: KolomSoort, vandaag: Date) -> bool {
        soort != KolomSoort::Gereed && self.gearchiveerd_op.is_none() && self.vervaldatum.is_some_and(|op| op < vandaag)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Checkpunt {
    pub id: CheckpuntId,
    pub taak: TaakId,
    pub tekst: String,
    pub af: bool,
    /// Order within the list, as in [`Taak::plaats`].
    pub plaats: String,
    pub verwijderd: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opmerking {
    pub id: OpmerkingId,
    pub taak: TaakId,
    pub tekst: String,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
    pub gewijzigd_op: Option<Timestamp>,
    pub vermelde: BTreeSet<PersoonId>,
    pub verwijderd: bool,
}

// ------------------------------------------------------------------ regels voor invoer

/// A title, on one line.
pub fn titel_van(tekst: &str) -> Result<String, Fout> {
    invoer::tekst("titel", &op_een_regel(tekst), MAX_TITEL)
}

/// The text of a checklist item, on one line.
pub fn checkpunt_van(tekst: &str) -> Result<String, Fout> {
    invoer::tekst("tekst", &op_een_regel(tekst), MAX_CHECKPUNT)
}

/// The text of a remark.
pub fn opmerking_van(tekst: &str) -> Result<String, Fout> {
    invoer::tekst("tekst", tekst, MAX_OPMERKING)
}

fn op_een_regel(tekst: &str) -> String {
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::integratie::Herhaaleenheid;

    fn taak() -> Taak {
        Taak {
            id: TaakId(uuid::Uuid::from_u128(1)),
            nummer: 1,
            bord: BordId("bord".into()),
            kolom: KolomId("te-doen".into()),
            plaats: "80".into(),
            titel: "Oud".into(),
            omschrijving: String::new(),
            functie: None,
            gemeenten: BTreeSet::new(),
            eigenaar: None,
            vervaldatum: None,
            herhaling: None,
            herhaalt_vanaf: None,
            kolom_sinds: Timestamp::UNIX_EPOCH,
            versie: 1,
            veldversies: BTreeMap::new(),
            gemaakt_op: Timestamp::UNIX_EPOCH,
            gemaakt_door: None,
            gearchiveerd_op: None,
            herkomst: None,
        }
    }

    fn persoon(nummer: u128) -> Option<PersoonId> {
        Some(PersoonId(uuid::Uuid::from_u128(nummer)))
    }

    fn titel(naar: &str) -> Wens {
        Wens { titel: Some(naar.into()), ..Wens::default() }
    }

    #[test]
    fn two_people_clash_only_on_the_same_field() {
        let (anna, bram) = (persoon(1), persoon(2));
        let mut taak = taak();
        let wijzigingen = taak.wijzigingen(&titel("Van Anna"), 1, anna).unwrap();
        taak.wijzig(&wijzigingen, 2, anna);

        let clash = taak.wijzigingen(&titel("Van Bram"), 1, bram).unwrap_err();
        assert_eq!((clash.code, clash.veld.as_deref()), (Code::VersieVerouderd, Some("titel")));
        let other_field = Wens { omschrijving: Some("Van Bram".into()), ..Wens::default() };
        assert_eq!(taak.wijzigingen(&other_field, 1, bram).unwrap().len(), 1);
        assert_eq!(taak.wijzigingen(&titel("Van Bram"), 2, bram).unwrap().len(), 1);
        assert_eq!(taak.wijzigingen(&titel("Nog eens Anna"), 1, anna).unwrap().len(), 1);
        assert_eq!(taak.wijzigingen(&titel("Van Anna"), 1, bram).unwrap(), []);
    }

    #[test]
    fn moving_within_a_column_keeps_how_long_it_has_been_there() {
        let mut taak = taak();
        let later = Timestamp::from_second(60).unwrap();
        taak.verplaats(&KolomId("te-doen".into()), "90", 2, None, later);
        assert_eq!(taak.kolom_sinds, Timestamp::UNIX_EPOCH);
        taak.verplaats(&KolomId("bezig".into()), "80", 3, None, later);
        assert_eq!((taak.kolom_sinds, taak.versie), (later, 3));
    }

    #[test]
    fn bad_texts_and_dates_are_refused_with_their_field() {
        let date = |text: &str| Wens { vervaldatum: Some(text.parse().ok()), ..Wens::default() };
        for (wens, code, veld) in [
            (titel("  \n "), Code::Verplicht, "titel"),
            (titel(&"x".repeat(10_000)), Code::TeLang, "titel"),
            (Wens { omschrijving: Some("x".repeat(10_001)), ..Wens::default() }, Code::TeLang, "omschrijving"),
            (date("2013-12-31"), Code::DatumOngeldig, "vervaldatum"),
            (date("2101-01-01"), Code::DatumOngeldig, "vervaldatum"),
        ] {
            let fout = wens.getoetst().unwrap_err();
            assert_eq!((fout.code, fout.veld.as_deref()), (code, Some(veld)));
        }
        assert_eq!(titel("  twee\n woorden ").getoetst().unwrap().titel.as_deref(), Some("twee woorden"));
        assert!(date("2028-02-29").getoetst().is_ok());
    }

    #[test]
    fn a_series_counts_from_the_date_someone_chose_last_and_needs_one() {
        let dag = |tekst: &str| tekst.parse::<Date>().ok();
        let mut taak = taak();
        let probeer = |taak: &mut Taak, wens: Wens| {
            let (versie, mut nieuw) = (taak.versie + 1, taak.clone());
            let wijzigingen = taak.wijzigingen(&wens, taak.versie, None).unwrap();
            nieuw.wijzig(&wijzigingen, versie, None);
            nieuw.toets_herhaling(&wijzigingen).map(|()| *taak = nieuw).map_err(|fout| fout.veld.unwrap())
        };
        let ritme = Herhaling { elke: 1, eenheid: Herhaaleenheid::Maand };
        let komt_terug = |naar| Wens { herhaling: Some(naar), ..Wens::default() };
        let vervalt = |naar| Wens { vervaldatum: Some(naar), ..Wens::default() };

        assert_eq!(probeer(&mut taak, komt_terug(Some(ritme))), Err("herhaling".into()));
        let samen = Wens { herhaling: Some(Some(ritme)), ..vervalt(dag("2027-01-31")) };
        assert_eq!(probeer(&mut taak, samen), Ok(()));
        assert_eq!(taak.volgende_vervaldatum(dag("2027-01-31").unwrap()), dag("2027-02-28"));
        assert_eq!(probeer(&mut taak, vervalt(None)), Err("vervaldatum".into()));
        assert_eq!(probeer(&mut taak, vervalt(dag("2027-02-15"))), Ok(()));
        assert_eq!(taak.volgende_vervaldatum(dag("2027-01-31").unwrap()), dag("2027-03-15"));
        taak.geef_herhaling_door(9, None);
        assert_eq!(taak.volgende_vervaldatum(dag("2027-01-31").unwrap()), None);
        assert_eq!(probeer(&mut taak, vervalt(None)), Ok(()));
    }

    #[test]
    fn a_task_is_late_the_day_after_its_date_unless_done() {
        let mut taak = taak();
        taak.vervaldatum = "2026-11-30".parse().ok();
        for (soort, vandaag, te_laat) in [
            (KolomSoort::Bezig, "2026-11-30", false),
            (KolomSoort::Bezig, "2026-12-01", true),
            (KolomSoort::Gereed, "2026-12-01", false),
        ] {
            assert_eq!(taak.te_laat(soort, vandaag.parse().unwrap()), te_laat);
        }
    }
}
