//! Typed values: how they are written and read, and how two differ. Pure.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        fout::{Code, Fout},
        invoer,
    },
    platform::graphql::scalars::PartialDate,
};

const MAX_TEKST: usize = 1_000;
/// In hundredths: ten thousand million.
const MAX_GETAL: i64 = 1_000_000_000_000;
const MAX_PERIODE: i32 = 600;

/// Wat voor waarde een attribuut heeft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Waardesoort {
    /// Een bedrag of aantal met een eenheid, zoals 62,40 € per uur.
    Bedrag,
    /// Een percentage.
    Percentage,
    /// Een dag, maand of jaar.
    Datum,
    /// Een duur, zoals 2 jaar of 18 maanden.
    Periode,
    /// Een keuze uit een vaste lijst.
    Keuze,
    /// Ja of nee.
    JaNee,
    /// Vrije tekst.
    Tekst,
}

impl Waardesoort {
    /// How one writes such a value, for messages.
    pub fn voorbeeld(self) -> &'static str {
        match self {
            Self::Bedrag => "een getal, zoals 62,40",
            Self::Percentage => "een percentage, zoals 3,5%",
            Self::Datum => "een jaar (2022), maand (2022-04) of dag (1-4-2022)",
            Self::Periode => "een duur, zoals 2 jaar of 18 maanden",
            Self::Keuze => "een keuze uit de lijst",
            Self::JaNee => "ja of nee",
            Self::Tekst => "tekst",
        }
    }
}

/// A value that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum Waarde {
    /// In hundredths of its unit.
    Bedrag {
        honderdsten: i64,
        eenheid: String,
    },
    /// In hundredths of a percent.
    Percentage {
        honderdsten: i64,
    },
    Datum {
        datum: PartialDate,
    },
    Periode {
        maanden: i32,
    },
    Keuze {
        keuze: String,
    },
    JaNee {
        ja: bool,
    },
    Tekst {
        tekst: String,
    },
}

/// What an attribute takes: the kind, and what goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vorm {
    pub soort: Waardesoort,
    /// Of an amount.
    pub eenheid: Option<String>,
    /// Of a choice.
    pub keuzes: Vec<String>,
}

fn fout(bericht: impl Into<String>) -> Fout {
    Fout::bij(Code::OngeldigeWaarde, "tekst", bericht)
}

/// "1.234,50" or "1234.5" in hundredths.
fn honderdsten(tekst: &str) -> Option<i64> {
    let (min, cijfers) = tekst.strip_prefix('-').map_or((false, tekst), |rest| (true, rest.trim_start()));
    let (heel, deel) = match (cijfers.rfind(','), cijfers.rfind('.')) {
        (Some(komma), punt) if punt.is_none_or(|punt| punt < komma) => (&cijfers[..komma], &cijfers[komma + 1..]),
        (Some(_), Some(punt)) => (&cijfers[..punt], &cijfers[punt + 1..]),
        // One point with three digits after it is a thousand.
        (None, Some(punt)) if cijfers.len() - punt != 4 => (&cijfers[..punt], &cijfers[punt + 1..]),
        _ => (cijfers, ""),
    };
    let heel: String = heel.chars().filter(|teken| !matches!(teken, '.' | ',' | ' ' | '\u{a0}')).collect();
    let alle = |tekst: &str| tekst.bytes().all(|byte| byte.is_ascii_digit());
    if heel.is_empty() || !alle(&heel) || !alle(deel) || deel.len() > 2 || heel.len() > 12 {
        return None;
    }
    let getal = format!("{heel}{deel:0<2}").parse::<i64>().ok().filter(|getal| *getal <= MAX_GETAL)?;
    Some(if min { -getal } else { getal })
}

/// Hundredths with a comma and points: "1.234,5".
pub fn getal_in_woorden(honderdsten: i64) -> String {
    let cijfers = (honderdsten.unsigned_abs() / 100).to_string();
    let groepen: Vec<_> = cijfers.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    let deel = format!("{:02}", honderdsten.unsigned_abs() % 100);
    let deel = deel.trim_end_matches('0');
    let komma = if deel.is_empty() { "" } else { "," };
    format!("{}{}{komma}{deel}", if honderdsten < 0 { "-" } else { "" }, groepen.join("."))
}

/// "2 jaar", "18 maanden", "1 jaar en 6 maanden".
pub fn periode_in_woorden(maanden: i32) -> String {
    let (jaar, rest) = (maanden / 12, maanden % 12);
    let rest_tekst = format!("{rest} {}", if rest == 1 { "maand" } else { "maanden" });
    match (jaar, rest) {
        (0, _) => rest_tekst,
        (_, 0) => format!("{jaar} jaar"),
        _ => format!("{jaar} jaar en {rest_tekst}"),
    }
}

fn periode(tekst: &str) -> Option<i32> {
    let tekst = tekst.to_lowercase().replace(" en ", " ");
    let woorden: Vec<&str> = tekst.split_whitespace().collect();
    let maanden = woorden.chunks(2).try_fold(0, |som, paar| {
        let [aantal, eenheid] = paar else { return None };
        let aantal = aantal.parse::<i32>().ok().filter(|aantal| (0..=MAX_PERIODE).contains(aantal))?;
        match *eenheid {
            "jaar" | "jaren" => Some(som + aantal * 12),
            "kwartaal" | "kwartalen" => Some(som + aantal * 3),
            "maand" | "maanden" => Some(som + aantal),
            _ => None,
        }
    })?;
    (!woorden.is_empty() && maanden <= MAX_PERIODE).then_some(maanden)
}

/// "2022", "2022-04", "2022-04-01", "1-4-2022".
pub fn datum(tekst: &str) -> Option<PartialDate> {
    let delen: Vec<&str> = tekst.split(['-', '/', '.']).collect();
    if let [dag, maand, jaar] = delen[..]
        && jaar.len() == 4
    {
        let iso = format!("{jaar}-{maand:0>2}-{dag:0>2}");
        return iso.parse().ok();
    }
    tekst.parse().ok()
}

impl Vorm {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let eenheid = invoer::vrije_tekst("eenheid", self.eenheid.as_deref().unwrap_or_default(), 40)?;
        let is_bedrag = self.soort == Waardesoort::Bedrag;
        if is_bedrag && eenheid.is_empty() {
            let bericht = "Kies een eenheid, zoals € per uur. Zonder eenheid zijn bedragen niet te vergelijken.";
            return Err(Fout::bij(Code::Verplicht, "eenheid", bericht));
        }
        let keuzes =
            self.keuzes.iter().map(|keuze| invoer::tekst("keuzes", keuze, 100)).collect::<Result<Vec<_>, _>>()?;
        let is_keuze = self.soort == Waardesoort::Keuze;
        if is_keuze && keuzes.len() < 2 {
            return Err(Fout::bij(Code::Verplicht, "keuzes", "Geef minstens twee keuzes."));
        }
        Ok(Self {
            soort: self.soort,
            eenheid: is_bedrag.then_some(eenheid),
            keuzes: if is_keuze { keuzes } else { Vec::new() },
        })
    }

    /// Reads what someone typed, pasted or imported. Empty is unknown.
    pub fn lees(&self, tekst: &str) -> Result<Option<Waarde>, Fout> {
        let tekst = invoer::vrije_tekst("tekst", tekst, MAX_TEKST)?;
        if tekst.is_empty() || tekst.eq_ignore_ascii_case("onbekend") {
            return Ok(None);
        }
        let anders =
            || fout(format!("‘{tekst}’ past hier niet. Schrijf {}, of laat het leeg.", self.soort.voorbeeld()));
        Ok(Some(match self.soort {
            Waardesoort::Bedrag => self.bedrag(&tekst)?,
            Waardesoort::Percentage => {
                let getal = tekst.trim_end_matches('%').trim_end();
                Waarde::Percentage { honderdsten: honderdsten(getal).ok_or_else(anders)? }
            }
            Waardesoort::Datum => Waarde::Datum { datum: datum(&tekst).ok_or_else(anders)? },
            Waardesoort::Periode => Waarde::Periode { maanden: periode(&tekst).ok_or_else(anders)? },
            Waardesoort::Keuze => {
                let gekozen = self.keuzes.iter().find(|keuze| keuze.to_lowercase() == tekst.to_lowercase());
                let bericht = || fout(format!("‘{tekst}’ staat niet in de lijst. Kies: {}.", self.keuzes.join(", ")));
                Waarde::Keuze { keuze: gekozen.ok_or_else(bericht)?.clone() }
            }
            Waardesoort::JaNee => match tekst.to_lowercase().as_str() {
                "ja" | "j" => Waarde::JaNee { ja: true },
                "nee" | "n" => Waarde::JaNee { ja: false },
                _ => return Err(anders()),
            },
            Waardesoort::Tekst => Waarde::Tekst { tekst },
        }))
    }

    fn bedrag(&self, tekst: &str) -> Result<Waarde, Fout> {
        let eenheid = self.eenheid.clone().unwrap_or_default();
        let kaal = tekst.strip_prefix('€').map_or(tekst, str::trim_start);
        let einde = kaal.find(|teken: char| !(teken.is_ascii_digit() || " .,-\u{a0}".contains(teken)));
        let (getal, erbij) = kaal.split_at(einde.unwrap_or(kaal.len()));
        let gelijk = |een: &str, ander: &str| een.split_whitespace().eq(ander.split_whitespace());
        let erbij = erbij.to_lowercase();
        let euro = tekst.starts_with('€') && eenheid.starts_with('€');
        let past = erbij.is_empty()
            || gelijk(&erbij, &eenheid.to_lowercase())
            || (euro && gelijk(&erbij, &eenheid.to_lowercase().replacen('€', "", 1)));
        if !past || (tekst.starts_with('€') && !euro) {
            return Err(fout(format!("‘{tekst}’ heeft een andere eenheid. Hier gaat het om {eenheid}.")));
        }
        let bericht = || fout(format!("‘{tekst}’ is geen getal. Schrijf bijvoorbeeld 62,40 (in {eenheid})."));
        Ok(Waarde::Bedrag { honderdsten: honderdsten(getal.trim()).ok_or_else(bericht)?, eenheid })
    }

    /// Does this value belong to this kind?
    pub fn past(&self, waarde: &Waarde) -> bool {
        match waarde {
            Waarde::Bedrag { eenheid, .. } => {
                self.soort == Waardesoort::Bedrag && self.eenheid.as_deref() == Some(eenheid)
            }
            Waarde::Keuze { keuze } => self.soort == Waardesoort::Keuze && self.keuzes.contains(keuze),
            _ => self.soort == waarde.soort(),
        }
    }
}

impl Waarde {
    pub fn soort(&self) -> Waardesoort {
        match self {
            Self::Bedrag { .. } => Waardesoort::Bedrag,
            Self::Percentage { .. } => Waardesoort::Percentage,
            Self::Datum { .. } => Waardesoort::Datum,
            Self::Periode { .. } => Waardesoort::Periode,
            Self::Keuze { .. } => Waardesoort::Keuze,
            Self::JaNee { .. } => Waardesoort::JaNee,
            Self::Tekst { .. } => Waardesoort::Tekst,
        }
    }

    /// As people write it; [`Vorm::lees`] reads it back.
    pub fn in_woorden(&self) -> String {
        match self {
            Self::Bedrag { honderdsten, eenheid } => format!("{} {eenheid}", getal_in_woorden(*honderdsten)),
            Self::Percentage { honderdsten } => format!("{}%", getal_in_woorden(*honderdsten)),
            Self::Datum { datum } => datum.to_string(),
            Self::Periode { maanden } => periode_in_woorden(*maanden),
            Self::Keuze { keuze } => keuze.clone(),
            Self::JaNee { ja } => if *ja { "ja" } else { "nee" }.to_owned(),
            Self::Tekst { tekst } => tekst.clone(),
        }
    }

    /// Do both say the same? Texts without looking at capitals and spaces.
    pub fn is_gelijk(&self, ander: &Self) -> bool {
        match (self, ander) {
            (Self::Tekst { tekst: een }, Self::Tekst { tekst: ander }) => {
                een.to_lowercase().split_whitespace().eq(ander.to_lowercase().split_whitespace())
            }
            _ => self == ander,
        }
    }
}

/// Hoe waarden naast elkaar staan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
pub enum Vergelijk {
    /// Alle waarden zijn bekend en gelijk.
    Gelijk,
    /// Er zijn bekende waarden die verschillen.
    Verschilt,
    /// Er ontbreken waarden, en wat bekend is verschilt niet.
    Onbekend,
}

/// How values differ, and by how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verschil {
    pub vergelijk: Vergelijk,
    /// "12,5 € per uur", "3 maanden"; `None` when that is not a number.
    pub hoeveel: Option<String>,
    /// How many values are unknown.
    pub onbekend: usize,
}

impl Verschil {
    /// Of these values beside each other.
    pub fn van(waarden: &[Option<&Waarde>]) -> Self {
        let bekend: Vec<&Waarde> = waarden.iter().copied().flatten().collect();
        let onbekend = waarden.len() - bekend.len();
        let verschilt = bekend.iter().any(|een| !bekend[0].is_gelijk(een));
        let vergelijk = match (verschilt, onbekend) {
            (true, _) => Vergelijk::Verschilt,
            (false, 0) if !bekend.is_empty() => Vergelijk::Gelijk,
            _ => Vergelijk::Onbekend,
        };
        Self { vergelijk, hoeveel: verschilt.then(|| hoeveel(&bekend)).flatten(), onbekend }
    }
}

/// From the least to the most.
fn hoeveel(waarden: &[&Waarde]) -> Option<String> {
    let spreiding = |getal: &dyn Fn(&Waarde) -> Option<i64>| {
        let getallen: Option<Vec<i64>> = waarden.iter().map(|waarde| getal(waarde)).collect();
        let getallen = getallen?;
        Some(getallen.iter().max()? - getallen.iter().min()?)
    };
    match waarden.first()? {
        Waarde::Bedrag { eenheid, .. } => {
            let zelfde = |waarde: &Waarde| match waarde {
                Waarde::Bedrag { honderdsten, eenheid: ander } => (ander == eenheid).then_some(*honderdsten),
                _ => None,
            };
            Some(format!("{} {eenheid}", getal_in_woorden(spreiding(&zelfde)?)))
        }
        Waarde::Percentage { .. } => {
            let getal = |waarde: &Waarde| match waarde {
                Waarde::Percentage { honderdsten } => Some(*honderdsten),
                _ => None,
            };
            Some(format!("{} procentpunt", getal_in_woorden(spreiding(&getal)?)))
        }
        Waarde::Periode { .. } => {
            let getal = |waarde: &Waarde| match waarde {
                Waarde::Periode { maanden } => Some(i64::from(*maanden)),
                _ => None,
            };
            Some(periode_in_woorden(i32::try_from(spreiding(&getal)?).ok()?))
        }
        Waarde::Datum { .. } => datums(waarden),
        Waarde::Keuze { .. } | Waarde::JaNee { .. } | Waarde::Tekst { .. } => None,
    }
}

/// In years when all are years, else in days; a month and a day cannot be counted.
fn datums(waarden: &[&Waarde]) -> Option<String> {
    let datum = |waarde: &&Waarde| match waarde {
        Waarde::Datum { datum } => Some(datum.clone()),
        _ => None,
    };
    let datums: Vec<PartialDate> = waarden.iter().map(datum).collect::<Option<_>>()?;
    let dagen: Vec<(Date, Date)> =
        datums.iter().map(|datum| Some((datum.first_day()?, datum.last_day()?))).collect::<Option<_>>()?;
    let (eerste, laatste) = (dagen.iter().min()?, dagen.iter().max()?);
    if datums.iter().all(|datum| datum.to_string().len() == 4) {
        return Some(format!("{} jaar", laatste.0.year() - eerste.0.year()));
    }
    let precies = dagen.iter().all(|(van, tot)| van == tot);
    let verschil = laatste.0.since(eerste.0).ok()?.get_days();
    precies.then(|| format!("{verschil} {}", if verschil == 1 { "dag" } else { "dagen" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vorm(soort: Waardesoort) -> Vorm {
        let keuzes = vec!["Lumpsum".into(), "Trajectfinanciering".into()];
        Vorm { soort, eenheid: Some("€ per uur".into()), keuzes }
    }

    #[test]
    fn what_someone_types_is_read_by_one_rule_and_written_back() {
        use Waardesoort::*;
        for (soort, tekst, verwacht) in [
            (Bedrag, "62,4", Some("62,4 € per uur")),
            (Bedrag, "€ 1.234,50", Some("1.234,5 € per uur")),
            (Bedrag, "€ 62 per uur", Some("62 € per uur")),
            (Bedrag, "1.234", Some("1.234 € per uur")),
            (Bedrag, "0", Some("0 € per uur")),
            (Bedrag, "-12.5 € per uur", Some("-12,5 € per uur")),
            (Bedrag, "62 € per dag", None),
            (Bedrag, "€ 62 per dag", None),
            (Bedrag, "twaalf", None),
            (Bedrag, "62,405", None),
            (Percentage, "3,5 %", Some("3,5%")),
            (Percentage, "veel", None),
            (Datum, "1-4-2022", Some("2022-04-01")),
            (Datum, "2022", Some("2022")),
            (Datum, "31-2-2022", None),
            (Periode, "18 maanden", Some("1 jaar en 6 maanden")),
            (Periode, "1 jaar en 6 maanden", Some("1 jaar en 6 maanden")),
            (Periode, "1 kwartaal", Some("3 maanden")),
            (Periode, "lang", None),
            (Keuze, "lumpsum", Some("Lumpsum")),
            (Keuze, "P*Q", None),
            (JaNee, "Ja", Some("ja")),
            (JaNee, "misschien", None),
            (Tekst, " vrij ", Some("vrij")),
        ] {
            let gelezen = vorm(soort).lees(tekst).map(|waarde| waarde.unwrap().in_woorden()).ok();
            assert_eq!(gelezen.as_deref(), verwacht, "{tekst}");
            let nog_eens = gelezen.map(|tekst| vorm(soort).lees(&tekst).unwrap().unwrap().in_woorden());
            assert_eq!(nog_eens.as_deref(), verwacht, "{tekst} written and read again");
        }
        assert_eq!(vorm(Bedrag).lees("  "), Ok(None), "empty is unknown, not zero");
    }

    #[test]
    fn the_difference_is_computed_and_not_read() {
        let lees = |soort, tekst: &str| vorm(soort).lees(tekst).unwrap();
        use Waardesoort::*;
        for (soort, teksten, vergelijk, hoeveel, onbekend) in [
            (Bedrag, ["62,40", "62,4", "€ 62,40"], Vergelijk::Gelijk, None, 0),
            (Bedrag, ["62,40", "", "70"], Vergelijk::Verschilt, Some("7,6 € per uur"), 1),
            (Bedrag, ["0", "", ""], Vergelijk::Onbekend, None, 2),
            (Bedrag, ["0", "0", "12"], Vergelijk::Verschilt, Some("12 € per uur"), 0),
            (Percentage, ["3%", "4,5%", "3%"], Vergelijk::Verschilt, Some("1,5 procentpunt"), 0),
            (Periode, ["2 jaar", "24 maanden", "18 maanden"], Vergelijk::Verschilt, Some("6 maanden"), 0),
            (Datum, ["2022", "2024", "2022"], Vergelijk::Verschilt, Some("2 jaar"), 0),
            (Datum, ["1-1-2022", "1-2-2022", ""], Vergelijk::Verschilt, Some("31 dagen"), 1),
            (Tekst, ["Via het loket", "via  het loket", "via het loket"], Vergelijk::Gelijk, None, 0),
            (Keuze, ["lumpsum", "trajectfinanciering", ""], Vergelijk::Verschilt, None, 1),
            (JaNee, ["", "", ""], Vergelijk::Onbekend, None, 3),
        ] {
            let waarden = teksten.map(|tekst| lees(soort, tekst));
            let verschil = Verschil::van(&waarden.each_ref().map(Option::as_ref));
            let verwacht = Verschil { vergelijk, hoeveel: hoeveel.map(str::to_owned), onbekend };
            assert_eq!(verschil, verwacht, "{teksten:?}");
        }
    }
}
