//! The agreements of the sources, the outcomes they should lead to, and how far the sources say each gemeente is.
//! Owners, review days and a few links to outcomes are examples.

use std::collections::{BTreeSet, HashMap};

use jiff::{ToSpan, civil::Date};
use serde::Deserialize;

use super::{Voortgang, begonnen, doe_alle, eenmaal};
use crate::{
    app::App,
    domain::{
        afspraken::{
            AfspraakId, Bronstand, Fase, Inhoud, Partij, Uitkomst, UitkomstId, UitvoeringInhoud, UitvoeringStatus,
            Wens,
            commands::{LegAfspraakVast, LegUitkomstVast, VulUitvoeringIn, WijzigAfspraak},
        },
        beeld::Beeld,
        command::Actor,
        fout::Fout,
        organisatie::{Bron, DomeinId, GemeenteId, Herkomst, PersoonId, RolId},
    },
    platform::{clock::dutch_date, graphql::scalars::PartialDate},
};

pub const AFSPRAKEN: &str = include_str!("feiten/afspraken.json");
const VOORBEELDEN: &str = include_str!("feiten/afspraken_voorbeelden.json");

#[derive(Deserialize)]
struct Bronbestand {
    uitkomsten: Vec<BronUitkomst>,
    afspraken: Vec<BronAfspraak>,
}

#[derive(Deserialize)]
struct BronUitkomst {
    id: UitkomstId,
    nummer: i32,
    naam: String,
    bron: Bron,
}

#[derive(Deserialize)]
struct BronAfspraak {
    id: AfspraakId,
    naam: String,
    beschrijving: String,
    soort: String,
    domein_ids: BTreeSet<DomeinId>,
    partijen: BTreeSet<Partij>,
    gemeente_ids: BTreeSet<GemeenteId>,
    status: String,
    peildatum: PartialDate,
    status_per_gemeente: Vec<BronStatus>,
    bron: Bron,
    onzeker: bool,
    notitie: Option<String>,
    grondslag: Option<String>,
    geldig_tot: Option<Date>,
    schaal_notitie: Option<String>,
    datum: Option<String>,
    deadline: Option<Date>,
    herhaling: Option<String>,
    instemming_nodig: Option<u32>,
    #[serde(default)]
    bronnen_extra: Vec<Bron>,
    #[serde(default)]
    hangt_samen_met_ids: BTreeSet<AfspraakId>,
    #[serde(default)]
    voorwaarde_ids: BTreeSet<AfspraakId>,
    #[serde(default)]
    uitkomst_ids: BTreeSet<UitkomstId>,
    #[serde(default)]
    rol_ids: Vec<RolId>,
    #[serde(default)]
    vastgesteld_door_ids: Vec<RolId>,
    #[serde(default)]
    toelichting_per_gemeente: Vec<BronToelichting>,
}

#[derive(Deserialize)]
struct BronStatus {
    gemeente_id: GemeenteId,
    status: String,
}

#[derive(Deserialize)]
struct BronToelichting {
    gemeente_id: GemeenteId,
    tekst: String,
}

#[derive(Deserialize)]
struct Voorbeeld {
    afspraak: AfspraakId,
    /// The part of the e-mail address before the @.
    eigenaar: String,
    herzien_over_dagen: i64,
    uitkomsten: BTreeSet<UitkomstId>,
}

fn lees() -> Result<Bronbestand, Fout> {
    serde_json::from_str(AFSPRAKEN).map_err(Fout::intern)
}

fn voorbeelden() -> Result<Vec<Voorbeeld>, Fout> {
    serde_json::from_str(VOORBEELDEN).map_err(Fout::intern)
}

/// The outcomes of the plan for 2026–2028.
pub fn uitkomsten() -> Result<Vec<LegUitkomstVast>, Fout> {
    let uitkomst = |bron: BronUitkomst| {
        let herkomst = Herkomst { bron: bron.bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None };
        LegUitkomstVast { uitkomst: Uitkomst { id: bron.id, nummer: bron.nummer, naam: bron.naam, herkomst } }
    };
    Ok(lees()?.uitkomsten.into_iter().map(uitkomst).collect())
}

/// The agreements; each after those it waits for.
pub fn afspraken(beeld: &Beeld) -> Result<Vec<LegAfspraakVast>, Fout> {
    let mut afspraken = lees()?.afspraken;
    afspraken.sort_by_key(|afspraak| !afspraak.voorwaarde_ids.is_empty());
    Ok(afspraken.into_iter().map(|bron| leg_vast(beeld, bron)).collect())
}

fn leg_vast(beeld: &Beeld, bron: BronAfspraak) -> LegAfspraakVast {
    let fase = match bron.status.as_str() {
        "actief" | "gedeeltelijk" | "gerealiseerd" => Fase::Vastgesteld,
        "gevraagd" | "in-gesprek" | "in-voorbereiding" => Fase::InAfstemming,
        _ => Fase::Concept,
    };
    let notitie = notitie(beeld, &bron, fase);
    LegAfspraakVast {
        id: bron.id,
        fase,
        bronstand: Bronstand { stand: leesbaar(&bron.status), peildatum: bron.peildatum },
        herkomst: Herkomst { bron: bron.bron, bronnen_extra: bron.bronnen_extra, onzeker: bron.onzeker, notitie },
        inhoud: Inhoud {
            naam: bron.naam,
            omschrijving: bron.beschrijving,
            soort: bron.soort,
            domeinen: bron.domein_ids,
            partijen: bron.partijen,
            gemeenten: bron.gemeente_ids,
            uitkomsten: bron.uitkomst_ids,
            wacht_op: bron.voorwaarde_ids,
            verwant: bron.hangt_samen_met_ids,
            geldig_tot: bron.geldig_tot,
            grondslag: bron.grondslag.unwrap_or_default(),
            ..Inhoud::default()
        },
    }
}

/// What the source says and the hub has no field for.
fn notitie(beeld: &Beeld, bron: &BronAfspraak, fase: Fase) -> Option<String> {
    let namen = |ids: &[RolId]| -> Vec<String> {
        let rollen = &beeld.organisatie.rollen;
        ids.iter().map(|id| rollen.get(id).map_or_else(|| id.to_string(), |rol| rol.naam.clone())).collect()
    };
    let mut zinnen: Vec<String> = bron.notitie.iter().chain(&bron.schaal_notitie).cloned().collect();
    if !bron.rol_ids.is_empty() {
        zinnen.push(format!("Betrokken: {}.", namen(&bron.rol_ids).join(", ")));
    }
    if !bron.vastgesteld_door_ids.is_empty() {
        zinnen.push(format!("Vastgesteld door: {}.", namen(&bron.vastgesteld_door_ids).join(", ")));
    }
    zinnen.extend(bron.datum.iter().map(|datum| format!("Datum: {datum}.")));
    zinnen.extend(bron.deadline.iter().map(|datum| format!("Uiterlijk {datum}.")));
    zinnen.extend(bron.herhaling.iter().map(|hoe_vaak| format!("Herhaling: {hoe_vaak}.")));
    zinnen.extend(bron.instemming_nodig.iter().map(|aantal| format!("Instemming nodig van {aantal} gemeenten.")));
    if fase == Fase::Vastgesteld && bron.vastgesteld_door_ids.is_empty() {
        zinnen.push("De bron beschrijft haar als geldend; wie haar vaststelde staat er niet bij.".into());
    }
    (!zinnen.is_empty()).then(|| zinnen.join(" "))
}

/// A status of the source, as words.
fn leesbaar(status: &str) -> String {
    status.replace('-', " ")
}

/// How far the sources say gemeenten are; of the others nothing is known.
pub fn uitvoering() -> Result<Vec<VulUitvoeringIn>, Fout> {
    Ok(lees()?.afspraken.iter().flat_map(cellen).collect())
}

fn cellen(bron: &BronAfspraak) -> Vec<VulUitvoeringIn> {
    let cel = |een: &BronStatus| {
        let tekst = bron.toelichting_per_gemeente.iter().find(|tekst| tekst.gemeente_id == een.gemeente_id);
        let status = match een.status.as_str() {
            "gevraagd" | "wacht-op-voorwaarde" => UitvoeringStatus::Gevraagd,
            "in-voorbereiding" | "in-gesprek" | "gedeeltelijk" => UitvoeringStatus::Bezig,
            "actief" | "gerealiseerd" => UitvoeringStatus::Gereed,
            "niet-van-toepassing" => UitvoeringStatus::NietVanToepassing,
            _ => UitvoeringStatus::Onbekend,
        };
        if een.status == "onbekend" && tekst.is_none() {
            return None;
        }
        let stand = (een.status != "onbekend").then(|| format!("De bron noemt dit: {}.", leesbaar(&een.status)));
        let notitie: Vec<String> = stand.into_iter().chain(tekst.map(|tekst| tekst.tekst.clone())).collect();
        let paragraaf = bron.bron.paragraaf.iter().map(|paragraaf| format!(", {paragraaf}"));
        Some(VulUitvoeringIn {
            afspraak: bron.id.clone(),
            gemeente: een.gemeente_id.clone(),
            verwachte_versie: 0,
            inhoud: UitvoeringInhoud {
                status,
                datum: Some(bron.peildatum.clone()),
                bron: format!("{}{}", bron.bron.document, paragraaf.collect::<String>()),
                notitie: notitie.join(" "),
            },
        })
    };
    bron.status_per_gemeente.iter().filter_map(cel).collect()
}

/// Lays down outcomes and agreements, fills in what is known of each gemeente, and gives some an owner.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    doe_alle(app, "Beoogde uitkomsten", voortgang, uitkomsten()?).await?;
    let afspraken = afspraken(&app.nu().present().world)?;
    doe_alle(app, "Afspraken", voortgang, afspraken).await?;
    doe_alle(app, "Uitvoering per gemeente", voortgang, uitvoering()?).await?;
    let world = app.nu().present().world;
    let personen: HashMap<&str, PersoonId> = world
        .organisatie
        .personen
        .values()
        .filter_map(|persoon| Some((persoon.email.split_once('@')?.0, persoon.id)))
        .collect();
    let begin = dutch_date(begonnen(app).await?);
    for voorbeeld in voorbeelden()? {
        let Some(eigenaar) = personen.get(voorbeeld.eigenaar.as_str()).copied() else { continue };
        let wens = Wens {
            eigenaar: Some(Some(eigenaar)),
            herzien_op: Some(Some(begin.saturating_add(voorbeeld.herzien_over_dagen.days()))),
            uitkomsten: (!voorbeeld.uitkomsten.is_empty()).then_some(voorbeeld.uitkomsten),
            ..Wens::default()
        };
        let command = WijzigAfspraak { afspraak: voorbeeld.afspraak, verwachte_versie: 1, wens };
        eenmaal(app, Actor::Persoon { id: eigenaar, schrijven: true }, command).await?;
    }
    Ok(())
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    let Some(laatste) = voorbeelden()?.pop() else { return Ok(true) };
    Ok(beeld.afspraken.afspraken.get(&laatste.afspraak).is_some_and(|afspraak| afspraak.versie > 1))
}
