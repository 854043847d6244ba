//! The report of a session as a Word document: what was asked, written, grouped, chosen and decided. Pure.

use std::{collections::BTreeMap, io::Cursor};

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, Footer, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering,
    NumberingId, PageNum, Paragraph, Run, RunFonts, SpecialIndentType, Start, Style, StyleType, Table, TableCell,
    TableRow, WidthType,
};

use super::{
    events::Sessiebord,
    model::*,
    queries::stemgroep,
    standpunten::{Standpunt, naam_van},
    woorden::*,
};
use crate::domain::{
    organisatie,
    woorden::{aantal, datum, opsomming},
};

const BOLLEN: usize = 1;
/// The signs of a bar that is full.
const BALK: u32 = 20;
/// Twentieths of a point, between the margins.
const BREED: usize = 9000;

/// The report. `dag`: when it was made.
pub fn docx(organisatie: &organisatie::Toestand, bord: &Sessiebord, dag: &str) -> Result<Vec<u8>, String> {
    let sessie = &bord.sessie;
    let kop = |naam: &str, over: &str, maat: usize| {
        Style::new(naam, StyleType::Paragraph).name(over).bold().size(maat).based_on("Normal")
    };
    let titel = format!("Verslag: {}", sessie.naam);
    let inspringing = (Some(420), Some(SpecialIndentType::Hanging(320)));
    let punt = Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
        .indent(inspringing.0, inspringing.1, None, None);
    let mut blad = Blad(
        Docx::new()
            .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri"))
            .default_size(22)
            .add_style(kop("Title", "Title", 40))
            .add_style(kop("Heading1", "heading 1", 30))
            .add_style(kop("Heading2", "heading 2", 26))
            .add_style(kop("Heading3", "heading 3", 22))
            .add_abstract_numbering(AbstractNumbering::new(BOLLEN).add_level(punt))
            .add_numbering(Numbering::new(BOLLEN, BOLLEN))
            .footer(bladvoet(&titel, dag)),
    );
    blad.kop("Title", &titel);
    feiten(&mut blad, organisatie, bord);
    opbrengsten(&mut blad, organisatie, bord);
    standpunten(&mut blad, organisatie, &sessie.standpunten);
    for (nummer, fase) in sessie.fasen.iter().enumerate().filter(|(_, fase)| fase.begonnen) {
        blad.kop("Heading1", &format!("{}. {}", nummer + 1, fase.naam));
        if !fase.uitleg.is_empty() {
            blad.zin(&fase.uitleg);
        }
        match fase.soort {
            Fasesoort::Verzamelen => notities(&mut blad, organisatie, bord, fase),
            Fasesoort::Groeperen => groepen(&mut blad, bord),
            Fasesoort::Stemmen => stemming(&mut blad, fase),
            Fasesoort::Bespreken | Fasesoort::Besluiten => {}
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    blad.0.build().pack(&mut bytes).map_err(|fout| fout.to_string())?;
    Ok(bytes.into_inner())
}

/// What is being written.
struct Blad(Docx);

impl Blad {
    fn alinea(&mut self, alinea: Paragraph) {
        self.0 = std::mem::take(&mut self.0).add_paragraph(alinea);
    }

    fn kop(&mut self, stijl: &str, tekst: &str) {
        self.alinea(Paragraph::new().style(stijl).keep_next(true).add_run(Run::new().add_text(tekst)));
    }

    fn zin(&mut self, tekst: &str) {
        self.alinea(Paragraph::new().add_run(Run::new().add_text(tekst)));
    }

    /// A point of a list, with in grey what is said about it.
    fn punt(&mut self, tekst: &str, bij: &str) {
        let punt = Paragraph::new().numbering(NumberingId::new(BOLLEN), IndentLevel::new(0));
        let punt = punt.add_run(Run::new().add_text(tekst));
        self.alinea(if bij.is_empty() {
            punt
        } else {
            punt.add_run(Run::new().add_text(format!(" ({bij})")).size(18).color("595959"))
        });
    }

    /// Rows of cells; the first row says what is in them. `breedtes`: in parts of the whole.
    fn tabel(&mut self, breedtes: &[usize], koppen: &[&str], rijen: Vec<Vec<String>>) {
        let samen: usize = breedtes.iter().sum();
        let breed = |kolom: usize| BREED * breedtes.get(kolom).copied().unwrap_or(1) / samen;
        let cel = |kolom: usize, letters: Run| {
            TableCell::new().width(breed(kolom), WidthType::Dxa).add_paragraph(Paragraph::new().add_run(letters))
        };
        let eerste = koppen.iter().enumerate().map(|(kolom, tekst)| cel(kolom, Run::new().add_text(*tekst).bold()));
        let rij = |rij: Vec<String>| {
            let cellen = rij.into_iter().enumerate().map(|(kolom, tekst)| cel(kolom, Run::new().add_text(tekst)));
            TableRow::new(cellen.collect())
        };
        let alle = std::iter::once(TableRow::new(eerste.collect())).chain(rijen.into_iter().map(rij));
        let tabel =
            Table::new(alle.collect()).width(BREED, WidthType::Dxa).set_grid((0..koppen.len()).map(breed).collect());
        self.0 = std::mem::take(&mut self.0).add_table(tabel);
        self.alinea(Paragraph::new());
    }
}

fn bladvoet(titel: &str, dag: &str) -> Footer {
    let regel = Paragraph::new()
        .align(AlignmentType::Right)
        .add_run(Run::new().add_text(format!("{titel} · gemaakt op {dag} · ")).size(16))
        .add_page_num(PageNum::new());
    Footer::new().add_paragraph(regel)
}

fn groepsnaam(groep: Stemgroep) -> &'static str {
    match groep {
        Stemgroep::Allen => "Allen",
        Stemgroep::Gemeenten => "Gemeenten",
        Stemgroep::Mgr => "MGR",
        Stemgroep::Noord => "Noord",
        Stemgroep::Midden => "Midden",
    }
}

fn feiten(blad: &mut Blad, organisatie: &organisatie::Toestand, bord: &Sessiebord) {
    let sessie = &bord.sessie;
    let dag = |op: jiff::Timestamp| datum(crate::platform::clock::dutch_date(op));
    let mut rijen = Vec::new();
    let mut feit = |naam: &str, waarde: String| rijen.push(vec![naam.to_owned(), waarde]);
    if !sessie.doel.is_empty() {
        feit("Vraag", sessie.doel.clone());
    }
    match &sessie.vroeger {
        Some(vroeger) => {
            feit("Wanneer", vroeger.datum.clone());
            feit("Hoe", vroeger.vorm.clone());
            feit("Waarover", vroeger.themas.join(", "));
            feit("Wie", vroeger.deelnemers.clone().unwrap_or_else(|| "niet bekend".to_owned()));
            let plek = vroeger.herkomst.bron.paragraaf.iter().map(|paragraaf| format!(", {paragraaf}"));
            feit("Bron", format!("{}{}", vroeger.herkomst.bron.document, plek.collect::<String>()));
        }
        None => {
            if let Some(op) = sessie.afgerond_op {
                feit("Afgerond", dag(op));
            }
            feit("Wie", aanwezigen(organisatie, bord));
            let leiders = sessie.begeleiders.iter().filter_map(|id| organisatie.personen.get(id));
            feit("Geleid door", opsomming(leiders.map(|persoon| persoon.naam.clone())));
            let notities = if sessie.anoniem {
                "Anoniem: niemand kan zien wie wat schreef, ook de hub niet."
            } else {
                "Op naam: bij elke notitie staat wie haar schreef."
            };
            feit("Notities", notities.to_owned());
        }
    }
    blad.tabel(&[1, 4], &["", ""], rijen);
}

/// How many took part, per constituency: no names.
fn aanwezigen(organisatie: &organisatie::Toestand, bord: &Sessiebord) -> String {
    let mut per_groep: BTreeMap<Stemgroep, usize> = BTreeMap::new();
    for gast in bord.binnen() {
        *per_groep.entry(stemgroep(organisatie, &gast.achterban)).or_default() += 1;
    }
    let samen: usize = per_groep.values().sum();
    let delen = per_groep.iter().map(|(groep, aantal)| format!("{} {aantal}", groepsnaam(*groep)));
    let delen: Vec<_> = delen.collect();
    let samen = aantal(i64::try_from(samen).unwrap_or(i64::MAX), "deelnemer", "deelnemers");
    if delen.is_empty() { samen } else { format!("{samen}: {}", delen.join(", ")) }
}

fn opbrengsten(blad: &mut Blad, organisatie: &organisatie::Toestand, bord: &Sessiebord) {
    if bord.opbrengsten.is_empty() {
        return;
    }
    blad.kop("Heading1", "Wat eruit kwam");
    let soort = |soort| match soort {
        Opbrengstsoort::Taak => "Taak",
        Opbrengstsoort::Besluit => "Besluit",
        Opbrengstsoort::Ontwikkelpunt => "Ontwikkelpunt",
        Opbrengstsoort::Afspraak => "Afspraak",
    };
    let rij = |een: &Opbrengst| {
        let groep = een.groep.and_then(|id| bord.groepen.get(&id)).map(|groep| groep.naam.clone());
        let notitie = een.notitie.and_then(|id| bord.notities.get(&id)).map(|notitie| notitie.tekst.clone());
        let eigenaar = een.eigenaar.and_then(|id| organisatie.personen.get(&id)).map(|persoon| persoon.naam.clone());
        vec![
            soort(een.soort).to_owned(),
            een.titel.clone(),
            groep.or(notitie).unwrap_or_else(|| "de sessie".to_owned()),
            eigenaar.unwrap_or_else(|| "nog niemand".to_owned()),
            een.datum.map_or_else(|| "geen datum".to_owned(), datum),
        ]
    };
    let rijen = bord.opbrengsten.values().map(|een| rij(een)).collect();
    blad.tabel(&[3, 6, 5, 4, 3], &["Soort", "Wat", "Uit", "Eigenaar", "Klaar op"], rijen);
}

fn standpunten(blad: &mut Blad, organisatie: &organisatie::Toestand, standpunten: &[Standpunt]) {
    if standpunten.is_empty() {
        return;
    }
    blad.kop("Heading1", "Waarnemen of beheersen van kosten");
    let rij = |een: &Standpunt| {
        let domein = organisatie.domeinen.get(&een.domein).map_or("", |domein| domein.naam.as_str());
        let positie = een.positie.map_or("", |positie| positie.naam());
        vec![naam_van(organisatie, &een.van), domein.to_owned(), positie.to_owned(), een.toelichting.clone()]
    };
    blad.tabel(&[3, 3, 2, 6], &["Wie", "Domein", "Standpunt", "Waarom"], standpunten.iter().map(rij).collect());
}

/// Who wrote it, where notes bear a name.
fn schrijver(organisatie: &organisatie::Toestand, bord: &Sessiebord, notitie: &Notitie) -> Option<String> {
    let gast = bord.gasten.get(&notitie.gast?)?;
    let persoon = gast.persoon.and_then(|id| organisatie.personen.get(&id));
    let naam = persoon.map_or_else(|| gast.schuilnaam.clone(), |persoon| persoon.naam.clone());
    Some(format!("{naam}, {}", naam_van(organisatie, &gast.achterban)))
}

fn notities(blad: &mut Blad, organisatie: &organisatie::Toestand, bord: &Sessiebord, fase: &Fase) {
    for kolom in &fase.kolommen {
        blad.kop("Heading2", &kolom.naam);
        let mut hier: Vec<_> = bord.op_het_bord().filter(|notitie| notitie.kolom == kolom.id).collect();
        hier.sort_by_key(|notitie| (notitie.op, notitie.id));
        if hier.is_empty() {
            blad.zin("Geen notities.");
        }
        for notitie in hier {
            let groep = notitie.groep.and_then(|id| bord.groepen.get(&id)).map(|groep| format!("groep {}", groep.naam));
            let bron = notitie.herkomst.as_ref().and_then(|herkomst| herkomst.notitie.clone());
            let bij: Vec<_> = [schrijver(organisatie, bord, notitie), groep, bron].into_iter().flatten().collect();
            blad.punt(&notitie.tekst, &bij.join("; "));
        }
    }
}

fn groepen(blad: &mut Blad, bord: &Sessiebord) {
    for groep in bord.groepen.values().filter(|groep| !groep.opgeheven) {
        blad.kop("Heading3", &groep.naam);
        for notitie in bord.op_het_bord().filter(|notitie| notitie.groep == Some(groep.id)) {
            blad.punt(&notitie.tekst, "");
        }
    }
}

fn balk(procent: Option<u32>) -> String {
    "█".repeat(procent.map_or(0, |procent| (procent * BALK).div_ceil(100).min(BALK)) as usize)
}

fn stemming(blad: &mut Blad, fase: &Fase) {
    let Some(uitslag) = &fase.uitslag else {
        blad.zin("Deze stemming is niet gesloten.");
        return;
    };
    for deel in &uitslag.groepen {
        let stemmers = deel.stemmers.map(|aantal_| aantal(aantal_.into(), "stem", "stemmen"));
        let stemmers = stemmers.map(|aantal| format!(" ({aantal})")).unwrap_or_default();
        blad.kop("Heading3", &format!("{}{stemmers}", groepsnaam(deel.groep)));
        if let Some(keuze) = deel.voorkeur.and_then(|id| fase.keuzes.iter().find(|keuze| keuze.id == id)) {
            blad.zin(&format!("Liever: {}.", keuze.naam));
        }
        if deel.regels.is_empty() {
            continue;
        }
        let rij = |regel: &Uitslagregel| {
            let keuze = fase.keuzes.iter().find(|keuze| keuze.id == regel.keuze);
            vec![
                keuze.map(|keuze| keuze.naam.clone()).unwrap_or_default(),
                regel.punten.map_or_else(|| "onbekend".to_owned(), |punten| punten.to_string()),
                regel.procent.map(|procent| format!("{procent}%")).unwrap_or_default(),
                balk(regel.procent),
            ]
        };
        let mut regels: Vec<_> = deel.regels.iter().collect();
        regels.sort_by_key(|regel| std::cmp::Reverse(regel.procent));
        let wat = if fase.stemming.as_ref().is_some_and(|stemming| stemming.vorm == Stemvorm::Punten) {
            "Punten"
        } else {
            "Aantal"
        };
        blad.tabel(&[6, 2, 2, 5], &["Keuze", wat, "Deel", ""], regels.into_iter().map(rij).collect());
    }
    if !uitslag.beschermd.is_empty() {
        let groepen = opsomming(uitslag.beschermd.iter().map(|groep| groepsnaam(*groep).to_owned()));
        blad.zin(&format!("Niet apart getoond: {groepen}. In zo’n kleine groep zou te zien zijn wat iemand stemde."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        for (procent, lang) in [(None, 0), (Some(0), 0), (Some(1), 1), (Some(50), 10), (Some(100), 20)] {
            assert_eq!(balk(procent).chars().count(), lang, "{procent:?}");
        }
    }
}
