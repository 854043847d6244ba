//! The budget of what goes over: per function, gemeente and year what the existing frame is, what was budgeted, spent
//! and is expected, and what tasks and decisions do to it. The existing frames may not be exceeded (college proposal
//! on module 1, financial consequences). Pure.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{BesluitId, FunctieId, TaakId, TrajectId, overdracht::Optelling, woorden::bedrag};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, PersoonId, uuid_id},
};

uuid_id!(BudgeteffectId);

/// In whole euros: more than any function costs one gemeente.
const MAX_BEDRAG: i64 = 100_000_000;
const MAX_TEKST: usize = 500;
const JAREN: std::ops::RangeInclusive<i16> = 2014..=2100;

/// The address of a line.
pub type BudgetSleutel = (TrajectId, FunctieId, GemeenteId, i16);

/// One function of one gemeente in one year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Budgetregel {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub gemeente: GemeenteId,
    pub jaar: i16,
    #[serde(flatten)]
    pub inhoud: BudgetInhoud,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// What people fill in, in whole euros. `None`: nobody knows, which is never zero.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BudgetInhoud {
    /// The existing budget: the ceiling.
    pub kader: Option<i64>,
    pub begroting: Option<i64>,
    pub realisatie: Option<i64>,
    /// Up to and including this day was it spent.
    pub realisatie_tot: Option<Date>,
    pub prognose: Option<i64>,
    pub bron: Option<String>,
    pub zeker: bool,
}

/// Hoe lang iets geld kost of oplevert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "Budgeteffectsoort")]
pub enum EffectSoort {
    /// Elk jaar, vanaf het jaar waarin het begint.
    Structureel,
    /// Alleen in dat ene jaar.
    Eenmalig,
}

/// What has the effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "id", rename_all = "snake_case")]
pub enum Aanleiding {
    Taak(TaakId),
    Besluit(BesluitId),
}

/// What a task or a decision does to a line of the budget, on top of what is expected there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Budgeteffect {
    pub id: BudgeteffectId,
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub gemeente: GemeenteId,
    /// The year in which it begins.
    pub jaar: i16,
    pub aanleiding: Aanleiding,
    /// In whole euros; negative: it saves.
    pub bedrag: i64,
    pub soort: EffectSoort,
    pub toelichting: String,
    pub ingetrokken: bool,
}

/// Hoe een regel van het budget ervoor staat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum Budgetstand {
    /// Het kader of wat er verwacht wordt, is niet bekend.
    Onbekend,
    /// Wat verwacht wordt, past in het kader.
    Binnen,
    /// Wat verwacht wordt of is uitgegeven, is meer dan het kader.
    Overschreden,
}

/// Why a line exceeds its frame, each with what it adds or how much it is over by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overschrijding {
    /// The expectation alone is this much over.
    Verwachting(i64),
    /// What was spent already is this much over.
    Realisatie(i64),
    /// This effect adds to it.
    Effect(BudgeteffectId, i64),
}

/// How a line stands against its frame, with what tasks and decisions do to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toets {
    pub stand: Budgetstand,
    /// The forecast, or else the budget.
    pub verwacht: Option<i64>,
    pub na_effecten: Option<i64>,
    /// What is left of the frame; negative: so much over it.
    pub ruimte: Option<i64>,
    pub oorzaken: Vec<Overschrijding>,
}

impl Budgeteffect {
    /// What it does to this line in this year.
    pub fn in_jaar(&self, jaar: i16) -> Option<i64> {
        let telt = jaar == self.jaar || (self.soort == EffectSoort::Structureel && jaar > self.jaar);
        (telt && !self.ingetrokken).then_some(self.bedrag)
    }

    pub fn sleutel(&self) -> BudgetSleutel {
        (self.traject.clone(), self.functie.clone(), self.gemeente.clone(), self.jaar)
    }

    /// The same with its text trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        jaar_van(self.jaar)?;
        if self.bedrag == 0 {
            let bericht =
                "Een effect van nul euro verandert niets. Vul een bedrag in; met een min ervoor levert het op.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "bedrag", bericht));
        }
        in_bereik("bedrag", self.bedrag, -MAX_BEDRAG)?;
        let toelichting = invoer::vrije_tekst("toelichting", &self.toelichting, MAX_TEKST)?;
        Ok(Self { toelichting, ..self })
    }
}

impl BudgetInhoud {
    /// The same with its text trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let bedragen = [
            ("kader", self.kader),
            ("begroting", self.begroting),
            ("realisatie", self.realisatie),
            ("prognose", self.prognose),
        ];
        for (veld, bedrag) in bedragen {
            bedrag.map(|bedrag| in_bereik(veld, bedrag, 0)).transpose()?;
        }
        let bron = invoer::vrije_tekst("bron", self.bron.as_deref().unwrap_or_default(), MAX_TEKST)?;
        let bron = (!bron.is_empty()).then_some(bron);
        if let Some(tot) = self.realisatie_tot {
            invoer::datum("realisatieTot", tot)?;
            if self.realisatie.is_none() {
                let bericht = "Er is geen realisatie ingevuld. Vul het bedrag in, of maak deze datum leeg.";
                return Err(Fout::bij(Code::OngeldigeWaarde, "realisatieTot", bericht));
            }
        }
        if self.zeker && bron.is_none() {
            let bericht = "Wat zeker is, heeft een bron. Vul de bron in, of kies ‘niet zeker’.";
            return Err(Fout::bij(Code::Verplicht, "bron", bericht));
        }
        Ok(Self { bron, ..self })
    }

    /// Holds the guard "the existing frames are not exceeded"?
    pub fn toets<'a>(&self, jaar: i16, effecten: impl Iterator<Item = &'a Budgeteffect>) -> Toets {
        let effecten: Vec<_> = effecten.filter_map(|effect| Some((effect.id, effect.in_jaar(jaar)?))).collect();
        let verwacht = self.prognose.or(self.begroting);
        let erbij: i64 = effecten.iter().map(|(_, bedrag)| bedrag).sum();
        let na_effecten = verwacht.map(|verwacht| verwacht + erbij);
        // What is spent is spent, whatever is expected.
        let zwaarst = na_effecten.max(self.realisatie.filter(|spent| self.kader.is_some_and(|kader| *spent > kader)));
        let ruimte = self.kader.zip(zwaarst).map(|(kader, zwaarst)| kader - zwaarst);
        let over = ruimte.is_some_and(|ruimte| ruimte < 0);
        let meer =
            |bedrag: Option<i64>| bedrag.zip(self.kader).map(|(bedrag, kader)| bedrag - kader).filter(|over| *over > 0);
        let mut oorzaken = Vec::new();
        if over {
            oorzaken.extend(meer(verwacht).map(Overschrijding::Verwachting));
            oorzaken.extend(meer(self.realisatie).map(Overschrijding::Realisatie));
            let kost = effecten.iter().filter(|(_, bedrag)| *bedrag > 0);
            oorzaken.extend(kost.map(|(id, bedrag)| Overschrijding::Effect(*id, *bedrag)));
        }
        let stand = match ruimte {
            None => Budgetstand::Onbekend,
            Some(_) if over => Budgetstand::Overschreden,
            Some(_) => Budgetstand::Binnen,
        };
        Toets { stand, verwacht, na_effecten, ruimte, oorzaken }
    }
}

impl Budgetregel {
    /// One that nobody filled in yet.
    pub fn leeg((traject, functie, gemeente, jaar): BudgetSleutel) -> Self {
        let (inhoud, op) = (BudgetInhoud::default(), Timestamp::UNIX_EPOCH);
        Self { traject, functie, gemeente, jaar, inhoud, versie: 0, door: None, op }
    }

    pub fn sleutel(&self) -> BudgetSleutel {
        (self.traject.clone(), self.functie.clone(), self.gemeente.clone(), self.jaar)
    }

    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft deze regel net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

/// A year of a budget.
pub fn jaar_van(jaar: i16) -> Result<i16, Fout> {
    if JAREN.contains(&jaar) {
        return Ok(jaar);
    }
    Err(Fout::bij(Code::OngeldigeWaarde, "jaar", "Kies een jaar van 2014 tot en met 2100."))
}

/// An amount in whole euros as people write it: "12500", "12.500", "€ 12.500", "-3.000". Empty: unknown.
pub fn bedrag_van(veld: &str, tekst: &str) -> Result<Option<i64>, Fout> {
    let kaal: String = tekst.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let kaal = kaal.trim_end_matches(",-").replace('−', "-");
    if kaal.is_empty() {
        return Ok(None);
    }
    let (min, cijfers) = kaal.strip_prefix('-').map_or((false, kaal.as_str()), |rest| (true, rest));
    let geen_bedrag = || {
        let bericht = "Dit is geen bedrag. Gebruik alleen cijfers, zoals 12.500. Weet je het niet, laat het dan leeg.";
        Fout::bij(Code::OngeldigeWaarde, veld, bericht)
    };
    if cijfers.chars().any(char::is_alphabetic) {
        return Err(geen_bedrag());
    }
    if cijfers.contains(',') || cijfers.rsplit_once('.').is_some_and(|(_, deel)| deel.len() != 3) {
        let bericht = "Schrijf het bedrag in hele euro’s, zonder centen: 12.500.";
        return Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht));
    }
    let groepen: Vec<_> = cijfers.split('.').collect();
    let goed = groepen.iter().all(|groep| !groep.is_empty() && groep.bytes().all(|byte| byte.is_ascii_digit()));
    let eerste_goed = groepen.len() == 1 || groepen.first().is_some_and(|groep| groep.len() <= 3);
    let midden_goed = groepen.iter().skip(1).all(|groep| groep.len() == 3);
    if !(goed && eerste_goed && midden_goed) {
        return Err(geen_bedrag());
    }
    match groepen.concat().parse::<i64>() {
        Ok(bedrag) => Ok(Some(if min { -bedrag } else { bedrag })),
        Err(_) => Err(te_groot(veld)),
    }
}

fn in_bereik(veld: &str, bedrag: i64, minst: i64) -> Result<(), Fout> {
    if !(-MAX_BEDRAG..=MAX_BEDRAG).contains(&bedrag) {
        return Err(te_groot(veld));
    }
    if bedrag < minst {
        return Err(Fout::bij(Code::OngeldigeWaarde, veld, "Dit bedrag kan niet onder nul liggen. Laat de min weg."));
    }
    Ok(())
}

fn te_groot(veld: &str) -> Fout {
    let bericht = format!("Dit bedrag is meer dan {}. Kijk het na.", bedrag(MAX_BEDRAG));
    Fout::bij(Code::OngeldigeWaarde, veld, bericht)
}

/// What lines have in common: each total says how many are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Budgetsom {
    pub kader: Optelling,
    pub begroting: Optelling,
    pub realisatie: Optelling,
    pub prognose: Optelling,
    pub na_effecten: Optelling,
    /// How many lines exceed their frame, and by how much together.
    pub overschreden: usize,
    pub bedrag_over: i64,
}

impl Budgetsom {
    pub fn tel<'a>(regels: impl Iterator<Item = (&'a BudgetInhoud, &'a Toets)> + Clone) -> Self {
        let tel = |waarde: &dyn Fn(&BudgetInhoud, &Toets) -> Option<i64>| {
            Optelling::tel(regels.clone().map(|(inhoud, toets)| waarde(inhoud, toets)))
        };
        let over = regels.clone().filter(|(_, toets)| toets.stand == Budgetstand::Overschreden);
        Self {
            kader: tel(&|inhoud, _| inhoud.kader),
            begroting: tel(&|inhoud, _| inhoud.begroting),
            realisatie: tel(&|inhoud, _| inhoud.realisatie),
            prognose: tel(&|inhoud, _| inhoud.prognose),
            na_effecten: tel(&|_, toets| toets.na_effecten),
            overschreden: over.clone().count(),
            bedrag_over: over.filter_map(|(_, toets)| toets.ruimte).map(i64::abs).sum(),
        }
    }
}

#[cfg(test)]
mod tests;
