//! An example of a whole round, from the margin of the text to adopted: a remark, a deviation, and an objection that is
//! healed by a suggestion, so that all look again at one article only. What the people say is invented.

use std::collections::BTreeSet;

use jiff::ToSpan;

use super::{
    Voortgang, begonnen,
    rondes::{Mensen, als, zet},
};
use crate::{
    app::App,
    domain::{
        afspraken::{
            AfspraakId, AfwijkingInhoud, KanttekeningInhoud, Oordeel, Partij, Passage, Plek, RondeFase, RondeId,
            Versie,
            commands::{
                BeantwoordKanttekening, BeslisVoorstel, HandelKanttekeningAf, LegAfwijkingVast, LegVersieVast,
                NeemVersieOp, Onderteken, PlaatsKanttekening, StartRonde,
            },
            queries,
            tekst::FRAGMENT,
        },
        beeld::Beeld,
        fout::Fout,
        organisatie::{GemeenteId, PersoonId},
    },
    platform::{clock::dutch_date, documents::passage},
};

const AFSPRAAK: &str = "afspraak-bw-uitbreiding";
const EERST: &str = "Extra plekken";
const LATER: &str = "Extra plekken, ook als ze tijdelijk zijn,";
const BEZWAAR: &str = "weert";
const AFWIJKING: &str = "roermond";

fn afspraak() -> AfspraakId {
    AfspraakId(AFSPRAAK.into())
}

/// The part of the key of a gemeente that is in the addresses of its people.
fn plaats(gemeente: &GemeenteId) -> &str {
    gemeente.0.trim_start_matches("gem-")
}

/// Tells the whole round.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    voortgang("Een hele ronde als voorbeeld", 0, 1);
    let mensen = Mensen::lees(&app.nu().present().world);
    let leidt = mensen.id("kwartiermaker")?;
    let begin = dutch_date(begonnen(app).await?);
    let eerste = versie(app, 1)?;
    let artikel = eerste.artikelen.first().map(|artikel| artikel.id.clone()).unwrap_or_default();
    opmerking(app, &mensen, leidt, &artikel).await?;
    let start = StartRonde {
        afspraak: afspraak(),
        versie: eerste.id,
        voorstel:
            "Met deze tekst spreken we af dat er alleen plekken bij komen als alle gemeenten het ermee eens zijn."
                .into(),
        deadline: begin.saturating_add(14.days()),
        deel: 100,
        signalen: BTreeSet::new(),
    };
    let ronde = als(app, leidt, start).await?;
    for fase in [RondeFase::Vragen, RondeFase::Reacties, RondeFase::Bezwaren] {
        zet(app, leidt, ronde, fase).await?;
    }
    let inhoud = AfwijkingInhoud {
        reden: "Over twee plekken was al besloten voor deze afspraak er was.".into(),
        hier: "Deze twee plekken gaan door.".into(),
        tot: begin.saturating_add(150.days()),
        eigenaar: mensen.van(AFWIJKING)?,
        beeindigd_op: None,
    };
    let gemeente = GemeenteId(format!("gem-{AFWIJKING}"));
    let command = LegAfwijkingVast { afspraak: afspraak(), gemeente, artikel: Some(artikel.clone()), inhoud };
    als(app, mensen.van(AFWIJKING)?, command).await?;
    teken(app, &mensen, leidt, ronde, &eerste, Some(&artikel)).await?;

    zet(app, leidt, ronde, RondeFase::Tekst).await?;
    voorstel(app, &mensen, leidt, &artikel).await?;
    let naam = "Na het bezwaar van Weert".to_owned();
    als(app, leidt, LegVersieVast { afspraak: afspraak(), naam, verwachte_hash: None }).await?;
    let tweede = versie(app, 2)?;
    als(app, leidt, NeemVersieOp { ronde, verwachte_versie: 99, versie: tweede.id }).await?;
    teken(app, &mensen, leidt, ronde, &tweede, None).await?;
    zet(app, leidt, ronde, RondeFase::Besluit).await?;
    let toelichting = "Alle gemeenten en de MGR zijn akkoord; Roermond tot het voorjaar met een afwijking.".to_owned();
    super::rondes::sluit(app, leidt, ronde, toelichting).await?;
    voortgang("Een hele ronde als voorbeeld", 1, 1);
    Ok(())
}

fn versie(app: &App, nummer: i32) -> Result<Versie, Fout> {
    let world = app.nu().present().world;
    let mut versies = queries::versies(&world.afspraken, &afspraak()).into_iter();
    let versie = versies.find(|versie| versie.nummer == nummer);
    versie.map(|versie| (*versie).clone()).ok_or_else(|| Fout::intern("the demo has no such version"))
}

async fn opmerking(app: &App, mensen: &Mensen, leidt: PersoonId, artikel: &str) -> Result<(), Fout> {
    let tekst = "Telt een plek voor crisisopvang ook mee?".to_owned();
    let inhoud = KanttekeningInhoud { artikel: artikel.to_owned(), passage: None, tekst, voorstel: None };
    let command = PlaatsKanttekening { afspraak: afspraak(), inhoud };
    let kanttekening = als(app, mensen.van("venlo")?, command).await?;
    let tekst = "Nee, alleen beschermd wonen.".to_owned();
    als(app, leidt, BeantwoordKanttekening { kanttekening, tekst }).await?;
    als(app, leidt, HandelKanttekeningAf { kanttekening, opgelost: true }).await?;
    Ok(())
}

/// Other words in the article that was objected to, taken over.
async fn voorstel(app: &App, mensen: &Mensen, leidt: PersoonId, artikel: &str) -> Result<(), Fout> {
    let eerder = {
        let world = app.nu().present().world;
        let mut eigen = world.afspraken.kanttekeningen.values().filter(|een| een.afspraak == afspraak());
        eigen.find(|een| een.inhoud.voorstel.is_some()).map(|een| een.id)
    };
    let kanttekening = match eerder {
        Some(eerder) => eerder,
        None => {
            let doc = queries::document(app.db().read(), &afspraak()).await?;
            let (van, tot) = passage::of(&doc, FRAGMENT, EERST)
                .ok_or_else(|| Fout::intern("the words the demo wants to change are not there"))?;
            let inhoud = KanttekeningInhoud {
                artikel: artikel.to_owned(),
                passage: Some(Passage { van, tot, citaat: EERST.into() }),
                tekst: "Zo gaat het ook over plekken voor een paar maanden.".into(),
                voorstel: Some(LATER.into()),
            };
            als(app, mensen.van(BEZWAAR)?, PlaatsKanttekening { afspraak: afspraak(), inhoud }).await?
        }
    };
    als(app, leidt, BeslisVoorstel { kanttekening, aangenomen: true }).await?;
    Ok(())
}

/// All sign; the first time one objects to this article.
async fn teken(
    app: &App,
    mensen: &Mensen,
    leidt: PersoonId,
    ronde: RondeId,
    versie: &Versie,
    bezwaar_tegen: Option<&str>,
) -> Result<(), Fout> {
    let plekken = {
        let world = app.nu().present().world;
        crate::domain::afspraken::plekken(&queries::afspraak(&world, &afspraak())?)
    };
    for plek in plekken {
        let van = plek.gemeente.as_ref().map(plaats);
        let door = match van {
            Some(van) => mensen.van(van)?,
            None => leidt,
        };
        let maakt_bezwaar = bezwaar_tegen.filter(|_| van == Some(BEZWAAR));
        let oordeel = match van {
            Some(BEZWAAR) if maakt_bezwaar.is_some() => Oordeel::Bezwaar,
            Some(AFWIJKING) => Oordeel::AkkoordMetAfwijking,
            _ => Oordeel::Akkoord,
        };
        let reden = maakt_bezwaar.map_or("", |_| "Het is niet duidelijk of dit ook over tijdelijke plekken gaat.");
        let hoedanigheid = if plek.partij == Partij::Mgr { "Kwartiermaker" } else { "Beleidsmedewerker" };
        let command = Onderteken {
            ronde,
            plek: Plek { partij: plek.partij, gemeente: plek.gemeente.clone() },
            versie: versie.id,
            oordeel,
            reden: reden.into(),
            artikelen: maakt_bezwaar.map(str::to_owned).into_iter().collect(),
            hoedanigheid: hoedanigheid.into(),
            namens: None,
        };
        als(app, door, command).await?;
    }
    Ok(())
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    Ok(beeld.afspraken.ronde_van(&afspraak()).is_some_and(|ronde| ronde.aangenomen.is_some()))
}
