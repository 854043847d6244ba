//! Texts as files: for who works elsewhere, for the archive, and to print.

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{
    afspraken::{self, Afspraak, AfspraakId, Versie, VersieId, docx::docx, opmaak, queries, tekst::Tekst},
    fout::{Code, Fout},
    rechten::Wie,
};
use crate::{
    app::App,
    platform::graphql::relay,
};

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
    let voet = voet(app, &gevonden, versie.as_ref(), &tekst);
    let (titel, naam) = (&gevonden.inhoud.naam, bestandsnaam(&gevonden, versie.as_ref()));
    let (uitgang, mime, bytes) = match vorm {
        "docx" => {
            let mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            ("docx", mime, docx(titel, &voet, &tekst).map_err(Fout::intern)?)
        }
        "html" => ("html", "text/html; charset=utf-8", opmaak::pagina(titel, &voet, &tekst).into_bytes()),
        "md" => ("md", "text/markdown; charset=utf-8", met_voet(opmaak::markdown(titel, &tekst), &voet)),
        "txt" => ("txt", "text/plain; charset=utf-8", met_voet(opmaak::platte_tekst(titel, &tekst), &voet)),
        "json" => ("json", "application/json", serde_json::to_vec_pretty(&tekst).map_err(Fout::intern)?),
        _ => {
            let bericht = "Kies als vorm docx, html, md, txt of json.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "vorm", bericht));
        }
    };
    Ok(Bestand { naam: format!("{naam}.{uitgang}"), mime, bytes })
}

fn versie_van(world: &super::beeld::Beeld, afspraak: &Afspraak, id: &str) -> Result<Versie, Fout> {
    let weg = || Fout::niet_gevonden("Deze versie");
    let global = relay::parse(id).filter(|global| global.kind == "AfspraakVersie").ok_or_else(weg)?;
    let id = Uuid::try_parse(&global.key).map_err(|_| weg())?;
    let versie = queries::versie(world, VersieId(id))?;
    if versie.afspraak == afspraak.id { Ok(versie) } else { Err(weg()) }
}

/// Which text this is.
fn voet(app: &App, afspraak: &Afspraak, versie: Option<&Versie>, tekst: &Tekst) -> Vec<String> {
    let dag = |op: jiff::Timestamp| {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
        super::woorden::datum(op.to_zoned(zone).date())
    };
    let wat = match versie {
        Some(versie) => format!("Versie {}: {}, vastgelegd op {}.", versie.nummer, versie.naam, dag(versie.op)),
        None => format!("Niet vastgelegd: de tekst zoals die was op {}.", dag(app.clock().now())),
    };
    vec![format!("Stand: {}.", afspraak.fase.naam()), wat, format!("Kenmerk van de tekst: {}", tekst.hash())]
}

fn met_voet(tekst: String, voet: &[String]) -> Vec<u8> {
    format!("{tekst}\n---\n\n{}\n", voet.join("\n\n")).into_bytes()
}

/// Letters, digits and dashes only: it goes into a header.
fn bestandsnaam(afspraak: &Afspraak, versie: Option<&Versie>) -> String {
    let veilig = afspraak.inhoud.naam.chars().map(|letter| match letter {
        letter if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
        _ => '-',
    });
    let woorden: String = veilig.collect();
    let naam = woorden.split('-').filter(|woord| !woord.is_empty()).collect::<Vec<_>>().join("-");
    let naam = if naam.is_empty() { "afspraak".to_owned() } else { naam };
    versie.map_or_else(|| naam.clone(), |versie| format!("{naam}-versie-{}", versie.nummer))
}
