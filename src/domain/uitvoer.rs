//! Texts as files: for who works elsewhere, for the archive, and to print.

use uuid::Uuid;

use super::{
    afspraken::{
        self, Afspraak, AfspraakId, Versie, VersieId, opmaak, queries,
        tekst::Tekst,
        uitgave::{self, Uitgave, bijlagen},
    },
    beeld::Beeld,
    fout::{Code, Fout},
    rechten::{Bereik, Recht, Wie, toets},
    sessies::{self, SessieId},
    teksten,
};
use crate::{
    app::App,
    platform::{clock::dutch_date, graphql::relay},
};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A file to hand out.
#[derive(Debug)]
pub struct Bestand {
    pub naam: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// The text of an agreement in this form: as it is now, or as it was frozen. What holds a BSN does not leave the hub.
pub async fn afspraak(app: &App, wie: &Wie, id: &str, versie: Option<&str>, vorm: &str) -> Result<Bestand, Fout> {
    let world = app.nu().present().world;
    let id = relay::parse(id).filter(|global| global.kind == "Afspraak").map_or_else(|| id.to_owned(), |een| een.key);
    let gevonden = queries::afspraak(&world, &AfspraakId(id))?;
    if !afspraken::mag_lezen(wie, &gevonden) {
        return Err(Fout::new(Code::GeenRecht, "Dit hoort niet bij jouw rol."));
    }
    let versie = versie.map(|versie| versie_van(&world, &gevonden, versie)).transpose()?;
    let conn = app.db().read();
    let tekst = match &versie {
        Some(versie) => queries::tekst_van(conn, versie.id).await?,
        None => queries::tekst_in(&queries::document(conn, &gevonden.id).await?).zonder_bsn(),
    };
    let naam = bestandsnaam(&gevonden, versie.as_ref());
    let uitgave = uitgave_van(app, &world, &gevonden, versie.as_ref(), tekst);
    let (uitgang, mime, bytes) = match vorm {
        "docx" => ("docx", DOCX, uitgave::docx(&uitgave).map_err(Fout::intern)?),
        "odt" => {
            let bytes = uitgave::odt(&uitgave).map_err(Fout::intern)?;
            ("odt", "application/vnd.oasis.opendocument.text", bytes)
        }
        "pdf" => ("pdf", "application/pdf", uitgave::pdf(&uitgave).map_err(Fout::intern)?),
        "html" => ("html", "text/html; charset=utf-8", opmaak::pagina(&uitgave).into_bytes()),
        "md" => ("md", "text/markdown; charset=utf-8", opmaak::uitgave_markdown(&uitgave).into_bytes()),
        "txt" => ("txt", "text/plain; charset=utf-8", opmaak::uitgave_plat(&uitgave).into_bytes()),
        "json" => ("json", "application/json", serde_json::to_vec_pretty(&uitgave.tekst).map_err(Fout::intern)?),
        _ => {
            let bericht = "Kies als vorm docx, odt, pdf, html, md, txt of json.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "vorm", bericht));
        }
    };
    Ok(Bestand { naam: format!("{naam}.{uitgang}"), mime, bytes })
}

fn versie_van(world: &Beeld, afspraak: &Afspraak, id: &str) -> Result<Versie, Fout> {
    let weg = || Fout::niet_gevonden("Deze versie");
    let global = relay::parse(id).filter(|global| global.kind == "AfspraakVersie").ok_or_else(weg)?;
    let id = Uuid::try_parse(&global.key).map_err(|_| weg())?;
    let versie = queries::versie(world, VersieId(id))?;
    if versie.afspraak == afspraak.id { Ok(versie) } else { Err(weg()) }
}

/// The text with what tells which text it is. What is mentioned in the text of now is called as it is called now.
fn uitgave_van(app: &App, world: &Beeld, afspraak: &Afspraak, versie: Option<&Versie>, tekst: Tekst) -> Uitgave {
    let vandaag = dutch_date(app.clock().now());
    let (hash, bijlagen) = (tekst.hash(), bijlagen(world, afspraak, versie, &tekst, vandaag));
    let (wat, kort) = match versie {
        Some(versie) => {
            let dag = super::woorden::datum(dutch_date(versie.op));
            let wat = format!("Versie {}: {}, vastgelegd op {dag}.", versie.nummer, versie.naam);
            (wat, format!("versie {}", versie.nummer))
        }
        None => {
            let dag = super::woorden::datum(vandaag);
            (format!("Niet vastgelegd: de tekst zoals die was op {dag}."), "niet vastgelegd".to_owned())
        }
    };
    let titel = afspraak.inhoud.naam.clone();
    Uitgave {
        voet: format!("{titel} · {kort} · kenmerk {}", hash.get(..12).unwrap_or(&hash)),
        titel,
        gegevens: vec![
            wat,
            format!("Stand van de afspraak: {}.", afspraak.fase.naam()),
            format!("Kenmerk van de tekst: {hash}"),
        ],
        tekst: if versie.is_some() { tekst } else { teksten::met_namen_van_nu(world, tekst) },
        bijlagen,
    }
}

/// The report of a session as a Word document: what all may know of it.
pub fn sessieverslag(app: &App, wie: &Wie, id: &str, vorm: &str) -> Result<Bestand, Fout> {
    toets(wie, Recht::SessiesLezen, &Bereik::Alles)?;
    if vorm != "docx" {
        return Err(Fout::bij(Code::OngeldigeWaarde, "vorm", "Kies als vorm docx."));
    }
    let world = app.nu().present().world;
    let weg = || Fout::niet_gevonden("Deze sessie");
    let global = relay::parse(id).filter(|global| global.kind == "Sessie").ok_or_else(weg)?;
    let id = Uuid::try_parse(&global.key).map_err(|_| weg())?;
    let bord = world.sessies.borden.get(&SessieId(id)).ok_or_else(weg)?;
    let dag = super::woorden::datum(dutch_date(app.clock().now()));
    let bytes = sessies::docx::docx(&world.organisatie, bord, &dag).map_err(Fout::intern)?;
    let naam = format!("verslag-{}.docx", veilige_naam(&bord.sessie.naam, "sessie"));
    Ok(Bestand { naam, mime: DOCX, bytes })
}

fn bestandsnaam(afspraak: &Afspraak, versie: Option<&Versie>) -> String {
    let naam = veilige_naam(&afspraak.inhoud.naam, "afspraak");
    versie.map_or_else(|| naam.clone(), |versie| format!("{naam}-versie-{}", versie.nummer))
}

/// Letters, digits and dashes only: it goes into a header.
fn veilige_naam(naam: &str, anders: &str) -> String {
    let veilig = naam.chars().map(|letter| match letter {
        letter if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
        _ => '-',
    });
    let woorden: String = veilig.collect();
    let naam = woorden.split('-').filter(|woord| !woord.is_empty()).collect::<Vec<_>>().join("-");
    if naam.is_empty() { anders.to_owned() } else { naam }
}
