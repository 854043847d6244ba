//! The pages after a text: who signed what, and which gemeenten do it otherwise. Pure.

use jiff::{Timestamp, civil::Date};

use super::{Bijlage, kop};
use crate::{
    domain::{
        afspraken::{
            Afspraak, Afwijking, Handtekening, Plek, Ronde, RondeFase, Stand, TekenStand, Versie, plekken, stand,
            tekst::Tekst,
        },
        beeld::Beeld,
        organisatie::{GemeenteId, PersoonId},
        woorden::{datum, opsomming},
    },
    platform::{
        clock::dutch_date,
        documents::tree::{Element, Part},
    },
};

/// So much of a hash tells texts apart on paper.
const KORT: usize = 12;

/// Both pages, for a version or (without one) for the text as it is now.
pub fn bijlagen(
    beeld: &Beeld,
    afspraak: &Afspraak,
    versie: Option<&Versie>,
    tekst: &Tekst,
    vandaag: Date,
) -> Vec<Bijlage> {
    vec![ondertekening(beeld, afspraak, versie, tekst), afwijkingen(beeld, afspraak, tekst, vandaag)]
}

fn alinea(tekst: &str) -> Part {
    Part::Element(Element::new("paragraph", vec![Part::text(tekst)]))
}

fn tabel(koppen: &[&str], rijen: Vec<Vec<String>>) -> Part {
    let rij = |soort: &str, cellen: &mut dyn Iterator<Item = &str>| {
        let cellen = cellen.map(|tekst| Part::Element(Element::new(soort, vec![alinea(tekst)])));
        Part::Element(Element::new("tableRow", cellen.collect()))
    };
    let mut alle = vec![rij("tableHeader", &mut koppen.iter().copied())];
    alle.extend(rijen.iter().map(|cellen| rij("tableCell", &mut cellen.iter().map(String::as_str))));
    Part::Element(Element::new("table", alle))
}

fn dag(op: Timestamp) -> String {
    datum(dutch_date(op))
}

fn persoon(beeld: &Beeld, id: PersoonId) -> String {
    beeld.organisatie.personen.get(&id).map_or_else(|| "iemand".into(), |een| een.naam.clone())
}

fn gemeente(beeld: &Beeld, id: &GemeenteId) -> String {
    beeld.organisatie.gemeenten.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone())
}

fn kort(hash: &str) -> &str {
    hash.get(..KORT).unwrap_or(hash)
}

/// The round in which this text was signed: the newest one that held it, or of the text of now the one that counts.
fn ronde_over<'b>(beeld: &'b Beeld, afspraak: &Afspraak, versie: Option<&Versie>) -> Option<&'b Ronde> {
    let Some(versie) = versie else { return beeld.afspraken.ronde_van(&afspraak.id).map(|ronde| &**ronde) };
    let rondes = beeld.afspraken.rondes.values().map(|ronde| &**ronde);
    let eigen = rondes.filter(|ronde| ronde.versie == versie.id || ronde.eerder.contains(&versie.id));
    eigen.max_by_key(|ronde| (ronde.op, ronde.id))
}

fn ondertekening(beeld: &Beeld, afspraak: &Afspraak, versie: Option<&Versie>, tekst: &Tekst) -> Bijlage {
    let titel = "Ondertekening".to_owned();
    let ronde = ronde_over(beeld, afspraak, versie);
    let voorgelegd = ronde.and_then(|ronde| beeld.afspraken.versies.get(&ronde.versie));
    let (Some(ronde), Some(voorgelegd)) = (ronde, voorgelegd) else {
        return Bijlage { titel, inhoud: vec![alinea("Over deze tekst is geen ronde gehouden: er is niet getekend.")] };
    };
    let onder = versie.unwrap_or(voorgelegd);
    let gezet = |plek: &Plek| {
        let gezet = beeld.afspraken.handtekeningen.get(&(ronde.id, plek.clone()))?;
        (!gezet.ingetrokken).then_some(&**gezet)
    };
    let alle: Vec<_> = plekken(afspraak).into_iter().map(|plek| (gezet(&plek), plek)).collect();
    let standen: Vec<_> = alle.iter().map(|(gezet, _)| stand(*gezet, onder)).collect();
    let mut inhoud: Vec<Part> = verantwoording(ronde, voorgelegd, versie, tekst, &standen);
    let rijen = alle.iter().zip(&standen).map(|((gezet, plek), stand)| {
        let waar = plek.gemeente.as_ref().map_or_else(|| "hele regio".into(), |id| gemeente(beeld, id));
        let mut rij = vec![plek.partij.naam().to_owned(), waar, antwoord(beeld, *gezet, stand, onder)];
        match gezet {
            Some(gezet) => {
                let namens = gezet.namens.map_or_else(String::new, |id| format!(", namens {}", persoon(beeld, id)));
                rij.push(format!("{}{namens}", persoon(beeld, gezet.door)));
                rij.push(gezet.hoedanigheid.clone());
                // In figures: a column of its own is narrow.
                rij.push(dutch_date(gezet.op).strftime("%d-%m-%Y").to_string());
                rij.push(kort(&gezet.hash).to_owned());
            }
            None => rij.extend(["–", "–", "–", "–"].map(str::to_owned)),
        }
        rij
    });
    inhoud.push(tabel(&["Partij", "Gemeente", "Antwoord", "Door", "Hoedanigheid", "Op", "Kenmerk"], rijen.collect()));
    let mut versies: Vec<_> = alle
        .iter()
        .filter_map(|(gezet, _)| beeld.afspraken.versies.get(&(*gezet)?.versie))
        .chain(std::iter::once(voorgelegd))
        .collect();
    versies.sort_by_key(|versie| versie.nummer);
    versies.dedup_by_key(|versie| versie.nummer);
    let regel = |versie: &&std::sync::Arc<Versie>| {
        alinea(&format!("Kenmerk van versie {} voluit: {}", versie.nummer, versie.hash))
    };
    inhoud.extend(versies.iter().map(regel));
    Bijlage { titel, inhoud }
}

/// What was asked of whom, how it stands, and whether this is the text it was asked about.
fn verantwoording(
    ronde: &Ronde,
    voorgelegd: &Versie,
    versie: Option<&Versie>,
    tekst: &Tekst,
    standen: &[Stand],
) -> Vec<Part> {
    let stap = match (ronde.fase(), ronde.aangenomen) {
        (_, Some(true)) => "aangenomen".to_owned(),
        (RondeFase::Gesloten, _) => "gesloten zonder akkoord".to_owned(),
        (fase, _) => format!("loopt, fase {}", fase.naam()),
    };
    let standen: Vec<_> = standen.iter().map(|stand| stand.stand).collect();
    let telling = ronde.telling(&standen);
    let mut zinnen = vec![
        format!(
            "Ronde begonnen op {}, tekenen tot en met {}. Stand van de ronde: {stap}.",
            dag(ronde.op),
            datum(ronde.deadline)
        ),
        format!(
            "Voorgelegd is versie {} ({}). Akkoord: {} van {}. Bezwaren: {}.",
            voorgelegd.nummer, voorgelegd.naam, telling.akkoord, telling.nodig, telling.bezwaren
        ),
    ];
    match versie {
        Some(versie) if versie.id != voorgelegd.id => {
            let zin = "In de tabel staat wat er van de handtekeningen voor deze eerdere versie geldt.";
            zinnen.push(format!("Dit bestand is versie {}. {zin}", versie.nummer));
        }
        None if tekst.hash() == voorgelegd.hash => {
            zinnen.push("De tekst hierboven is woord voor woord die versie.".into())
        }
        None => zinnen.push("De tekst hierboven is niet meer die versie: daaronder is niet getekend.".into()),
        _ => {}
    }
    zinnen.iter().map(|zin| alinea(zin)).collect()
}

fn antwoord(beeld: &Beeld, gezet: Option<&Handtekening>, stand: &Stand, onder: &Versie) -> String {
    let Some(gezet) = gezet else { return "nog niet".into() };
    let mut uit = gezet.oordeel.naam().to_owned();
    if !gezet.reden.is_empty() {
        uit = format!("{uit}. {}", gezet.reden);
    }
    if stand.stand == TekenStand::Heropend {
        let koppen = stand.open.iter().map(|id| format!("‘{}’", artikelkop(beeld, onder, id)));
        uit = format!("{uit} (opnieuw te tekenen: {})", opsomming(koppen));
    }
    uit
}

/// The heading of an article, also of one that is no longer there.
fn artikelkop(beeld: &Beeld, onder: &Versie, id: &str) -> String {
    beeld.afspraken.artikelkop(&onder.afspraak, id).unwrap_or_else(|| id.to_owned())
}

fn afwijkingen(beeld: &Beeld, afspraak: &Afspraak, tekst: &Tekst, vandaag: Date) -> Bijlage {
    let titel = "Afwijkingen".to_owned();
    let eigen = beeld.afspraken.afwijkingen.values().filter(|een| een.afspraak == afspraak.id);
    let mut alle: Vec<_> = eigen.map(|een| (gemeente(beeld, &een.gemeente), &**een)).collect();
    alle.sort_by(|een, ander| (&een.0, een.1.inhoud.tot, een.1.id).cmp(&(&ander.0, ander.1.inhoud.tot, ander.1.id)));
    if alle.is_empty() {
        return Bijlage { titel, inhoud: vec![alinea("Geen gemeente wijkt af van deze afspraak.")] };
    }
    let artikel = |een: &Afwijking| {
        let Some(artikel) = &een.artikel else { return "de hele afspraak".to_owned() };
        let plaats = tekst.artikelen.iter().position(|nu| nu.id == artikel.id);
        plaats.map_or_else(
            || format!("{} (staat niet in deze tekst)", artikel.kop),
            |plaats| kop(plaats, &tekst.artikelen[plaats].kop),
        )
    };
    let tot = |een: &Afwijking| match een.inhoud.beeindigd_op {
        Some(op) => format!("beëindigd op {}", datum(op)),
        None if een.geldt(vandaag) => datum(een.inhoud.tot),
        None => format!("{}, voorbij", datum(een.inhoud.tot)),
    };
    let rijen = alle.into_iter().map(|(naam, een)| {
        let (reden, hier) = (een.inhoud.reden.clone(), een.inhoud.hier.clone());
        vec![naam, artikel(een), reden, hier, persoon(beeld, een.inhoud.eigenaar), tot(een)]
    });
    let koppen = ["Gemeente", "Artikel", "Reden", "Wat hier geldt", "Eigenaar", "Tot en met"];
    Bijlage { titel, inhoud: vec![tabel(&koppen, rijen.collect())] }
}
