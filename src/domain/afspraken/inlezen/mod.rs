//! A Word document read as a text of an agreement, with what of it does not come along. Pure.
//!
//! - [`stijlen`]: what paragraphs are, by their styles and numberings. - [`regels`]: letters and links.
//! - [`blokken`]: paragraphs, lists and tables, into articles.

mod blokken;
mod regels;
mod stijlen;

use std::collections::BTreeMap;

use super::tekst::Tekst;
use crate::{
    domain::fout::{Code, Fout},
    platform::word::{Package, Unreadable},
};

/// More articles or letters than this is no agreement any more.
const MAX_ARTIKELEN: usize = 300;
const MAX_LETTERS: usize = 500_000;

/// What is lost, with how often.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verlies(BTreeMap<&'static str, usize>);

impl Verlies {
    fn tel(&mut self, wat: &'static str) {
        *self.0.entry(wat).or_default() += 1;
    }

    /// As sentences.
    pub fn zinnen(&self) -> Vec<String> {
        let zin = |(wat, aantal): (&&str, &usize)| {
            if *aantal == 1 { (*wat).to_owned() } else { format!("{wat} ({aantal} keer)") }
        };
        self.0.iter().map(zin).collect()
    }
}

/// A text as it would come in. The ids of its articles are still to be given.
#[derive(Debug, Clone, PartialEq)]
pub struct Inlezing {
    pub tekst: Tekst,
    /// What happens to it on the way in that its reader should know.
    pub let_op: Vec<String>,
    pub verlies: Vec<String>,
}

fn niet_leesbaar(naam: &str, waarom: &Unreadable) -> Fout {
    let bericht = match waarom {
        Unreadable::Old => format!(
            "‘{naam}’ is een oud Word-bestand (.doc), of er zit een wachtwoord op. Open het in Word, haal het \
             wachtwoord weg en bewaar het als .docx."
        ),
        Unreadable::Other => format!("‘{naam}’ is geen Word-bestand. Kies een bestand dat eindigt op .docx."),
        Unreadable::Damaged => format!("‘{naam}’ is beschadigd. Open het in Word en bewaar het opnieuw als .docx."),
        Unreadable::TooLarge => {
            format!("‘{naam}’ is te groot: er past 8 MB. Haal de afbeeldingen eruit en bewaar het opnieuw.")
        }
    };
    Fout::bij(Code::OngeldigeWaarde, "bestand", bericht)
}

/// Reads a document, or says in words of the user what is wrong with it.
pub fn lees(naam: &str, bytes: &[u8]) -> Result<Inlezing, Fout> {
    let onleesbaar = |waarom: Unreadable| niet_leesbaar(naam, &waarom);
    let mut pakket = Package::open(bytes).map_err(onleesbaar)?;
    let mut deel = |naam: &str| pakket.part(naam).map_err(onleesbaar);
    let (document, stijlen, nummering, banden) = (
        deel("word/document.xml")?,
        deel("word/styles.xml")?,
        deel("word/numbering.xml")?,
        deel("word/_rels/document.xml.rels")?,
    );
    let inhoud = document.as_ref().and_then(|wortel| wortel.at(&["document", "body"]));
    let inhoud = inhoud.ok_or_else(|| onleesbaar(Unreadable::Other))?;
    let mut verlies = Verlies::default();
    for (begin, wat) in [("word/header", "kop- en voetteksten"), ("word/footer", "kop- en voetteksten")] {
        if pakket.names().iter().any(|naam| naam.starts_with(begin)) {
            verlies.0.insert(wat, 1);
        }
    }
    let stijlen = stijlen::Stijlen::lees(stijlen.as_ref(), nummering.as_ref());
    let banden = regels::banden(banden.as_ref());
    let (tekst, let_op) = blokken::lees(inhoud, &stijlen, &banden, &mut verlies);
    let fout = |bericht: String| Fout::bij(Code::OngeldigeWaarde, "bestand", bericht);
    if tekst.is_leeg() {
        return Err(fout(format!("In ‘{naam}’ staat geen tekst die overgenomen kan worden.")));
    }
    if tekst.artikelen.len() > MAX_ARTIKELEN {
        return Err(fout(format!("‘{naam}’ heeft meer dan {MAX_ARTIKELEN} koppen. Splits het bestand.")));
    }
    if tekst.artikelen.iter().map(|artikel| artikel.plat().chars().count()).sum::<usize>() > MAX_LETTERS {
        return Err(fout(format!("De tekst van ‘{naam}’ is te lang voor een afspraak. Splits het bestand.")));
    }
    if let Some(nummer) = tekst.artikel_met_bsn() {
        let kop = &tekst.artikelen[nummer - 1].kop;
        let plek = if crate::domain::bsn::bevat_bsn(kop) { String::new() } else { format!(" (‘{kop}’)") };
        let bericht = format!(
            "In artikel {nummer}{plek} van dit bestand staat een burgerservicenummer (BSN), of een nummer dat daarop \
             lijkt. Haal het weg in Word en kies het bestand opnieuw. Er is niets overgenomen."
        );
        return Err(Fout::bij(Code::BsnGevonden, "bestand", bericht));
    }
    Ok(Inlezing { tekst, let_op, verlies: verlies.zinnen() })
}
