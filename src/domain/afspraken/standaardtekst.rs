//! The text an agreement begins with: what the register knows about it, laid out in the usual articles. Pure.

use uuid::Uuid;

use super::{
    Afspraak,
    tekst::{Artikel, Tekst},
};
use crate::{
    domain::{beeld::Beeld, woorden},
    platform::{
        documents::tree::{Element, Part},
        graphql::relay::global_id,
    },
};

/// How many articles there are: each needs an id.
pub const ARTIKELEN: usize = 5;

fn alinea(delen: Vec<Part>) -> Part {
    Part::Element(Element::new("paragraph", delen))
}

fn zin(tekst: &str) -> Part {
    alinea(vec![Part::text(tekst)])
}

fn lijst(punten: Vec<Vec<Part>>) -> Part {
    let punt = |delen| Part::Element(Element::new("listItem", vec![alinea(delen)]));
    Part::Element(Element::new("bulletList", punten.into_iter().map(punt).collect()))
}

fn vermelding(soort: &str, id: &str, naam: &str) -> Part {
    let global = global_id(soort, id);
    Part::Element(Element::new("vermelding", Vec::new()).with("id", global.as_str()).with("label", naam))
}

/// The articles, with these ids. What is not known is said to be unknown, so that it catches the eye.
pub fn standaardtekst(beeld: &Beeld, afspraak: &Afspraak, ids: [Uuid; ARTIKELEN]) -> Tekst {
    let koppen = [
        ("Wat we afspreken", wat(afspraak)),
        ("Waarom", waarom(beeld, afspraak)),
        ("Voor wie en waar", waar(beeld, afspraak)),
        ("Waar dit op rust", grondslag(afspraak)),
        ("Hoe lang dit geldt", looptijd(afspraak)),
    ];
    let artikelen =
        koppen.into_iter().zip(ids).map(|((kop, inhoud), id)| Artikel { id: id.to_string(), kop: kop.into(), inhoud });
    Tekst { artikelen: artikelen.collect() }
}

fn wat(afspraak: &Afspraak) -> Vec<Part> {
    match afspraak.inhoud.omschrijving.as_str() {
        "" => vec![zin("Schrijf hier wat er afgesproken wordt.")],
        omschrijving => omschrijving.split('\n').filter(|regel| !regel.trim().is_empty()).map(zin).collect(),
    }
}

fn waarom(beeld: &Beeld, afspraak: &Afspraak) -> Vec<Part> {
    let uitkomsten = afspraak.inhoud.uitkomsten.iter();
    let namen: Vec<_> = uitkomsten
        .filter_map(|id| beeld.afspraken.uitkomsten.get(id))
        .map(|uitkomst| vec![Part::text(&format!("{}. {}", uitkomst.nummer, uitkomst.naam))])
        .collect();
    if namen.is_empty() {
        return vec![zin("Aan welke uitkomst dit bijdraagt, is nog niet gezegd.")];
    }
    vec![zin("Deze afspraak draagt bij aan:"), lijst(namen)]
}

fn waar(beeld: &Beeld, afspraak: &Afspraak) -> Vec<Part> {
    let organisatie = &beeld.organisatie;
    let partijen = woorden::opsomming(afspraak.inhoud.partijen.iter().map(|partij| partij.naam().to_owned()));
    let partijen = if partijen.is_empty() { "nog niet gezegd".into() } else { partijen };
    let mut delen = vec![zin(&format!("Partijen: {partijen}."))];
    let domeinen = afspraak.inhoud.domeinen.iter().filter_map(|id| organisatie.domeinen.get(id));
    let domeinen = woorden::opsomming(domeinen.map(|domein| domein.naam.clone()));
    if !domeinen.is_empty() {
        delen.push(zin(&format!("Domein: {domeinen}.")));
    }
    let gemeenten = afspraak.inhoud.gemeenten.iter().filter_map(|id| organisatie.gemeenten.get(id));
    let punten: Vec<_> =
        gemeenten.map(|gemeente| vec![vermelding("Gemeente", &gemeente.id.0, &gemeente.naam)]).collect();
    if punten.is_empty() {
        delen.push(zin("In welke gemeenten dit geldt, is nog niet gezegd."));
    } else {
        delen.extend([zin("Dit geldt in:"), lijst(punten)]);
    }
    delen
}

fn grondslag(afspraak: &Afspraak) -> Vec<Part> {
    let mut delen = Vec::new();
    if !afspraak.inhoud.grondslag.is_empty() {
        delen.push(zin(&format!("Grondslag: {}.", afspraak.inhoud.grondslag.trim_end_matches('.'))));
    }
    if let Some(herkomst) = &afspraak.herkomst {
        let paragraaf = herkomst.bron.paragraaf.as_ref().map_or_else(String::new, |waar| format!(", {waar}"));
        delen.push(zin(&format!("Bron: {}{paragraaf}.", herkomst.bron.document)));
    }
    if let Some(stuk) = &afspraak.inhoud.stuk {
        delen.push(zin(&format!("Stuk: {}.", stuk.titel)));
    }
    if delen.is_empty() {
        delen.push(zin("Een grondslag is nog niet gezegd."));
    }
    delen
}

fn looptijd(afspraak: &Afspraak) -> Vec<Part> {
    let tot = match afspraak.inhoud.geldig_tot {
        Some(dag) => format!("Dit geldt tot en met {}.", woorden::datum(dag)),
        None => "Dit geldt zonder einddatum.".into(),
    };
    let herzien = match afspraak.inhoud.herzien_op {
        Some(dag) => format!("We bekijken dit opnieuw op {}.", woorden::datum(dag)),
        None => "Wanneer we dit opnieuw bekijken, is nog niet afgesproken.".into(),
    };
    vec![zin(&tot), zin(&herzien)]
}
