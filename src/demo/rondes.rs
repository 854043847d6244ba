//! An example of a consent round: signals that come back, a proposal, questions, signatures, one deviation and one
//! objection. What the people say is invented.

use std::collections::{BTreeSet, HashMap};

use jiff::ToSpan;

use super::{Voortgang, begonnen, eenmaal};
use crate::{
    app::App,
    domain::{
        afspraken::{
            AfspraakId, AfwijkingInhoud, Behandeling, Oordeel, Partij, Plek, RondeFase, RondeId,
            commands::{
                BeantwoordInbreng, BehandelSignaal, BrengIn, LegAfwijkingVast, MeldSignaal, Onderteken, StartRonde,
                ZetRondeFase,
            },
        },
        beeld::Beeld,
        command::{Actor, Command},
        fout::Fout,
        organisatie::{GemeenteId, PersoonId},
    },
    platform::clock::dutch_date,
};

const AFSPRAAK: &str = "afspraak-plan-van-aanpak-delen";
/// Who reports what.
const SIGNALEN: [(&str, &str); 3] = [
    ("peel-en-maas", "Het plan van aanpak komt vaak pas na de start van de hulp."),
    ("venray", "Wij moeten er telkens zelf om bellen."),
    ("gennep", "Bij twee aanbieders kwam het plan helemaal niet."),
];
/// Who agrees without more.
const AKKOORD: [&str; 3] = ["beesel", "bergen", "gennep"];

/// The people of the demo, by the part of their address before the @.
pub(super) struct Mensen(HashMap<String, PersoonId>);

impl Mensen {
    pub(super) fn lees(beeld: &Beeld) -> Self {
        let personen = beeld.organisatie.personen.values();
        Self(personen.filter_map(|een| Some((een.email.split_once('@')?.0.to_owned(), een.id))).collect())
    }

    pub(super) fn id(&self, adres: &str) -> Result<PersoonId, Fout> {
        self.0.get(adres).copied().ok_or_else(|| Fout::intern(format!("the demo has no {adres}")))
    }

    pub(super) fn van(&self, plaats: &str) -> Result<PersoonId, Fout> {
        self.id(&format!("accounthouder-{plaats}"))
    }
}

pub(super) async fn als<C: Command>(app: &App, persoon: PersoonId, command: C) -> Result<C::Uitkomst, Fout> {
    eenmaal(app, Actor::Persoon { id: persoon, schrijven: true }, command).await
}

fn afspraak() -> AfspraakId {
    AfspraakId(AFSPRAAK.into())
}

fn gemeente(plaats: &str) -> GemeenteId {
    GemeenteId(format!("gem-{plaats}"))
}

/// Tells the round up to where it waits for the objection to be answered.
pub async fn laad(app: &App, voortgang: Voortgang<'_>) -> Result<(), Fout> {
    voortgang("Een ronde als voorbeeld", 0, 1);
    let mensen = Mensen::lees(&app.nu().present().world);
    let leidt = mensen.id("coordinator-toegang")?;
    let begin = dutch_date(begonnen(app).await?);
    let mut signalen = BTreeSet::new();
    for (plaats, tekst) in SIGNALEN {
        let (van, gemeente) = (Partij::Toegang, Some(gemeente(plaats)));
        let command = MeldSignaal { afspraak: afspraak(), van, gemeente, tekst: tekst.into() };
        signalen.insert(als(app, mensen.van(plaats)?, command).await?);
    }
    if let Some(eerste) = signalen.first() {
        let antwoord = "Wij leggen vast binnen hoeveel dagen het plan er is.".into();
        let behandeling = Behandeling { eigenaar: Some(leidt), antwoord, teruggekoppeld_op: None };
        als(app, leidt, BehandelSignaal { signaal: *eerste, verwachte_versie: 1, behandeling }).await?;
    }
    let Some(versie) = app.nu().present().world.afspraken.laatste_versie(&afspraak()).cloned() else {
        return Err(Fout::intern("the demo has no version to sign"));
    };
    let voorstel = "Er kwamen drie signalen dat het plan van aanpak te laat komt. Met deze tekst spreken we af wanneer \
                    aanbieders het delen en wat de toegang ermee doet.";
    let start = StartRonde {
        afspraak: afspraak(),
        versie: versie.id,
        voorstel: voorstel.into(),
        deadline: begin.saturating_add(21.days()),
        deel: 100,
        signalen,
    };
    let ronde = als(app, leidt, start).await?;
    zet(app, leidt, ronde, RondeFase::Vragen).await?;
    let vraag = "Geldt dit ook voor plannen die nu al lopen?".into();
    als(app, mensen.van("venlo")?, BrengIn { ronde, tekst: vraag }).await?;
    let world = app.nu().present().world;
    if let Some(vraag) = world.afspraken.inbreng.values().find(|inbreng| inbreng.ronde == ronde) {
        let antwoord = "Nee, alleen voor nieuwe plannen.".into();
        als(app, leidt, BeantwoordInbreng { inbreng: vraag.id, antwoord }).await?;
    }
    zet(app, leidt, ronde, RondeFase::Reacties).await?;
    let reactie = "Goed dat het nu op papier staat.".into();
    als(app, mensen.van("bergen")?, BrengIn { ronde, tekst: reactie }).await?;
    zet(app, leidt, ronde, RondeFase::Bezwaren).await?;
    let inhoud = AfwijkingInhoud {
        reden: "Het eigen systeem van de toegang wordt pas volgend jaar vervangen.".into(),
        hier: "Het plan komt tot die tijd per beveiligde mail.".into(),
        tot: begin.saturating_add(200.days()),
        eigenaar: mensen.van("venray")?,
        beeindigd_op: None,
    };
    let artikel = versie.artikelen.last().map(|artikel| artikel.id.clone());
    let afwijking = LegAfwijkingVast { afspraak: afspraak(), gemeente: gemeente("venray"), artikel, inhoud };
    als(app, mensen.van("venray")?, afwijking).await?;
    let teken = |plaats: &str, oordeel| Onderteken {
        ronde,
        plek: Plek { partij: Partij::Toegang, gemeente: Some(gemeente(plaats)) },
        versie: versie.id,
        oordeel,
        reden: String::new(),
        artikelen: BTreeSet::new(),
        hoedanigheid: "Teamleider toegang".into(),
        namens: None,
    };
    for plaats in AKKOORD {
        als(app, mensen.van(plaats)?, teken(plaats, Oordeel::Akkoord)).await?;
    }
    als(app, mensen.van("venray")?, teken("venray", Oordeel::AkkoordMetAfwijking)).await?;
    let horst = "horst-aan-de-maas";
    let namens = Some(mensen.van(horst)?);
    als(app, mensen.id("kwartiermaker")?, Onderteken { namens, ..teken(horst, Oordeel::Akkoord) }).await?;
    let bezwaar = Onderteken {
        reden: "Er staat niet in wat er gebeurt als een aanbieder het plan niet deelt.".into(),
        artikelen: versie.artikelen.first().map(|artikel| artikel.id.clone()).into_iter().collect(),
        ..teken("venlo", Oordeel::Bezwaar)
    };
    als(app, mensen.van("venlo")?, bezwaar).await?;
    voortgang("Een ronde als voorbeeld", 1, 1);
    Ok(())
}

pub(super) async fn zet(app: &App, leidt: PersoonId, ronde: RondeId, naar: RondeFase) -> Result<(), Fout> {
    let (tot, toelichting) = (None, String::new());
    als(app, leidt, ZetRondeFase { ronde, verwachte_versie: 99, naar, tot, aangenomen: false, toelichting }).await?;
    Ok(())
}

/// Closes a round with consent.
pub(super) async fn sluit(app: &App, leidt: PersoonId, ronde: RondeId, toelichting: String) -> Result<(), Fout> {
    let naar = RondeFase::Gesloten;
    als(app, leidt, ZetRondeFase { ronde, verwachte_versie: 99, naar, tot: None, aangenomen: true, toelichting })
        .await?;
    Ok(())
}

/// Is the last thing that [`laad`] does done?
pub fn is_klaar(beeld: &Beeld) -> Result<bool, Fout> {
    let ronde = beeld.afspraken.ronde_van(&afspraak());
    Ok(ronde.is_some_and(|ronde| {
        let gezet = beeld.afspraken.handtekeningen.values().filter(|gezet| gezet.ronde == ronde.id).count();
        ronde.fase() == RondeFase::Gesloten || gezet >= AKKOORD.len() + 3
    }))
}
