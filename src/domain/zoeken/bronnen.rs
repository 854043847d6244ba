//! How what one can look for follows from the state: per subject of the log, so that an event says what to do anew. Pure.

use std::sync::Arc;

use uuid::Uuid;

use super::document::{Document, Zoeksoort};
use crate::{
    domain::{
        afspraken::{AfspraakId, VersieId, bereik_van, tekst::Tekst},
        beeld::Beeld,
        contracten::{AttribuutId, ContractId},
        integratie::{
            BesluitId, Kaart, KolomSoort, MijlpaalId, RisicoId, StapId, TaakId, Traject, TrajectId, ZienswijzepuntId,
            cel_sleutel,
        },
        organisatie::{Aanstelling, AanstellingId, GemeenteId, PersoonId, Rol, RolId, RolSoort, StakeholderId},
        rechten::Recht,
        sessies::SessieId,
        woorden::datum,
    },
    platform::documents::tree::Part,
};

/// A subject as the log names it: kind and key.
pub type Onderwerp = (String, String);

/// Every subject there is something to find about.
pub fn onderwerpen(beeld: &Beeld) -> Vec<Onderwerp> {
    let (organisatie, integratie) = (&beeld.organisatie, &beeld.integratie);
    let mut alle = Vec::new();
    let mut voeg = |kind: &str, sleutels: &mut dyn Iterator<Item = String>| {
        alle.extend(sleutels.map(|sleutel| (kind.to_owned(), sleutel)));
    };
    voeg("Gemeente", &mut organisatie.gemeenten.keys().map(ToString::to_string));
    voeg("Rol", &mut organisatie.rollen.keys().map(ToString::to_string));
    voeg("Stakeholder", &mut organisatie.stakeholders.keys().map(ToString::to_string));
    voeg("Persoon", &mut organisatie.personen.keys().map(ToString::to_string));
    voeg("Traject", &mut integratie.trajecten.keys().map(ToString::to_string));
    voeg("Taak", &mut integratie.kaarten.values().map(|kaart| kaart.taak.id.to_string()));
    voeg("Mijlpaal", &mut integratie.mijlpalen.keys().map(ToString::to_string));
    voeg("Besluit", &mut integratie.besluiten.keys().map(ToString::to_string));
    voeg("Besluitcel", &mut integratie.cellen.keys().map(|(stap, gemeente)| cel_sleutel(stap, gemeente)));
    voeg("Zienswijzepunt", &mut integratie.zienswijzepunten.keys().map(ToString::to_string));
    voeg("Risico", &mut integratie.risicos.keys().map(ToString::to_string));
    voeg("Uitkomst", &mut beeld.afspraken.uitkomsten.keys().map(ToString::to_string));
    voeg("Afspraak", &mut beeld.afspraken.afspraken.keys().map(ToString::to_string));
    voeg("Contract", &mut beeld.contracten.contracten.keys().map(ToString::to_string));
    voeg("Attribuut", &mut beeld.contracten.attributen.keys().map(ToString::to_string));
    voeg("Sessie", &mut beeld.sessies.borden.keys().map(ToString::to_string));
    alle
}

/// What there is to find about one subject; of an agreement its text must be read first.
pub fn documenten(beeld: &Beeld, (kind, sleutel): &Onderwerp, tekst: Option<&Tekst>) -> Vec<Document> {
    let uuid = || Uuid::try_parse(sleutel).ok();
    let een = |document: Option<Document>| document.into_iter().collect();
    match kind.as_str() {
        "Gemeente" => een(gemeente(beeld, &GemeenteId(sleutel.clone()))),
        "Rol" => een(beeld.organisatie.rollen.get(&RolId(sleutel.clone())).map(|rol| van_rol(beeld, rol))),
        "Stakeholder" => een(stakeholder(beeld, &StakeholderId(sleutel.clone()))),
        "Persoon" => een(uuid().and_then(|id| persoon(beeld, PersoonId(id)))),
        "Traject" => traject(beeld, &TrajectId(sleutel.clone())),
        "Taak" => een(uuid().and_then(|id| Some(taak(beeld, beeld.integratie.kaarten.get(&TaakId(id))?)))),
        "Mijlpaal" => een(mijlpaal(beeld, &MijlpaalId(sleutel.clone()))),
        "Besluit" => besluit(beeld, &BesluitId(sleutel.clone())),
        "Besluitcel" => een(besluitcel(beeld, sleutel)),
        "Zienswijzepunt" => een(uuid().and_then(|id| zienswijze(beeld, ZienswijzepuntId(id)))),
        "Risico" => een(uuid().and_then(|id| risico(beeld, RisicoId(id)))),
        "Uitkomst" => een(uitkomst(beeld, sleutel)),
        "Afspraak" => afspraak(beeld, &AfspraakId(sleutel.clone()), tekst),
        "Contract" => een(contract(beeld, &ContractId(sleutel.clone()))),
        "Attribuut" => een(attribuut(beeld, &AttribuutId(sleutel.clone()))),
        "Sessie" => uuid().map(|id| sessie(beeld, SessieId(id))).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The version whose text belongs to this subject.
pub fn tekst_van(beeld: &Beeld, (kind, sleutel): &Onderwerp) -> Option<VersieId> {
    let afspraak = (kind == "Afspraak").then(|| AfspraakId(sleutel.clone()))?;
    beeld.afspraken.laatste_versie(&afspraak).map(|versie| versie.id)
}

// ------------------------------------------------------------------ organisatie

fn gemeente(beeld: &Beeld, id: &GemeenteId) -> Option<Document> {
    let gemeente = beeld.organisatie.gemeenten.get(id)?;
    let waar = ("Gemeente", id.to_string());
    let streek = beeld.organisatie.streek(id).map(|regio| regio.naam.clone()).unwrap_or_default();
    let bijzonder = gemeente.bijzonderheden.iter().map(|een| een.omschrijving.as_str());
    let tekst = [streek.as_str(), gemeente.jeugdregio.as_str()].into_iter().chain(bijzonder).collect::<Vec<_>>();
    Some(Document {
        namen: vec![format!("gemeente {}", gemeente.naam)],
        bij: streek.clone(),
        tekst: tekst.join(". "),
        ..Document::new(Zoeksoort::Gemeente, waar, &gemeente.naam, Recht::FeitenLezen)
    })
}

fn van_rol(beeld: &Beeld, rol: &Rol) -> Document {
    let soort = match rol.soort {
        RolSoort::Gremium => Zoeksoort::Gremium,
        RolSoort::Rol => Zoeksoort::Rol,
    };
    // "RMT (regionaal managementteam, tot ca. 2022)" is RMT, with a word about it.
    let oud = rol.synoniemen.iter().map(|naam| naam.split('(').next().unwrap_or_default().trim().to_owned());
    let uitleg = rol.synoniemen.iter().map(String::as_str);
    let tekst =
        [rol.beschrijving.as_str()].into_iter().chain(rol.beslist_over.iter().map(String::as_str)).chain(uitleg);
    Document {
        namen: rol.afkorting.iter().cloned().chain(oud).collect(),
        bij: beeld.organisatie.groepen.get(&rol.groep).map(|groep| groep.naam.clone()).unwrap_or_default(),
        tekst: tekst.collect::<Vec<_>>().join(". "),
        ..Document::new(soort, ("Rol", rol.id.to_string()), &rol.naam, Recht::FeitenLezen)
    }
}

fn stakeholder(beeld: &Beeld, id: &StakeholderId) -> Option<Document> {
    let een = beeld.organisatie.stakeholders.get(id)?;
    let tekst = [een.beschrijving.as_str()].into_iter().chain(een.voorbeelden.iter().map(String::as_str));
    Some(Document {
        bij: beeld.organisatie.groepen.get(&een.groep).map(|groep| groep.naam.clone()).unwrap_or_default(),
        tekst: tekst.collect::<Vec<_>>().join(". "),
        ..Document::new(Zoeksoort::Stakeholder, ("Stakeholder", id.to_string()), &een.naam, Recht::FeitenLezen)
    })
}

/// Someone with their roles; who is blocked, only for who manages people.
fn persoon(beeld: &Beeld, id: PersoonId) -> Option<Document> {
    let persoon = beeld.organisatie.personen.get(&id)?;
    let eigen = beeld.organisatie.aanstellingen.values().filter(|een| een.persoon == id && een.tot.is_none());
    let rol = |een: &Aanstelling| {
        let gemeente = een.gemeente.as_ref().and_then(|id| beeld.organisatie.gemeenten.get(id));
        match gemeente {
            Some(gemeente) => format!("{} {}", een.hubrol.naam(), gemeente.naam),
            None => een.hubrol.naam().to_owned(),
        }
    };
    let mut rollen: Vec<(AanstellingId, String)> = eigen.map(|een| (een.id, rol(een))).collect();
    rollen.sort();
    let rollen: Vec<String> = rollen.into_iter().map(|(_, rol)| rol).collect();
    let recht = if persoon.actief { Recht::FeitenLezen } else { Recht::PersonenBeheren };
    Some(Document {
        bij: rollen.join(", "),
        namen: rollen,
        voorbij: !persoon.actief,
        ..Document::new(Zoeksoort::Persoon, ("Persoon", id.to_string()), &persoon.naam, recht)
    })
}

// ------------------------------------------------------------------ integratie

fn naam_van(beeld: &Beeld, traject: &TrajectId) -> String {
    beeld.integratie.trajecten.get(traject).map(|traject| traject.naam.clone()).unwrap_or_default()
}

fn gemeentenaam(beeld: &Beeld, id: &GemeenteId) -> String {
    beeld.organisatie.gemeenten.get(id).map_or_else(|| id.0.clone(), |gemeente| gemeente.naam.clone())
}

fn persoonsnaam(beeld: &Beeld, id: Option<PersoonId>) -> String {
    id.and_then(|id| beeld.organisatie.personen.get(&id)).map(|een| een.naam.clone()).unwrap_or_default()
}

fn traject(beeld: &Beeld, id: &TrajectId) -> Vec<Document> {
    let Some(traject) = beeld.integratie.trajecten.get(id) else { return Vec::new() };
    let functies = traject.functies.iter().map(|functie| functie.naam.as_str());
    let tekst = [traject.omschrijving.as_str()].into_iter().chain(functies).collect::<Vec<_>>();
    vec![Document {
        tekst: tekst.join(". "),
        ..Document::new(Zoeksoort::Traject, ("Traject", id.to_string()), &traject.naam, Recht::TakenLezen)
    }]
}

fn taak(beeld: &Beeld, kaart: &Kaart) -> Document {
    let taak = &kaart.taak;
    let van_bord = |traject: &&Arc<Traject>| traject.bord(&taak.bord).is_some();
    let traject = beeld.integratie.trajecten.values().find(van_bord);
    let functie = taak.functie.as_ref().and_then(|id| traject?.functie(id)).map(|functie| functie.naam.clone());
    let delen = [taak.omschrijving.clone()]
        .into_iter()
        .chain(kaart.checklist().map(|punt| punt.tekst.clone()))
        .chain(kaart.gesprek().map(|opmerking| zonder_adressen(&opmerking.tekst)));
    let over = functie
        .into_iter()
        .chain(taak.gemeenten.iter().map(|id| gemeentenaam(beeld, id)))
        .chain([persoonsnaam(beeld, taak.eigenaar)]);
    let klaar = beeld.integratie.kolom_soort(taak) == Some(KolomSoort::Gereed);
    Document {
        namen: vec![format!("taak {}", taak.nummer)],
        bij: traject.map(|traject| traject.naam.clone()).unwrap_or_default(),
        tekst: samen(delen),
        ook: samen(over),
        voorbij: taak.gearchiveerd_op.is_some() || klaar,
        ..Document::new(Zoeksoort::Taak, ("Taak", taak.id.to_string()), &taak.titel, Recht::TakenLezen)
    }
}

fn mijlpaal(beeld: &Beeld, id: &MijlpaalId) -> Option<Document> {
    let een = beeld.integratie.mijlpalen.get(id).filter(|een| !een.vervallen)?;
    let actoren = een.actoren.iter().filter_map(|rol| beeld.organisatie.rollen.get(rol)).map(|rol| rol.naam.clone());
    Some(Document {
        namen: vec![format!("mijlpaal {}", een.volgorde)],
        bij: naam_van(beeld, &een.traject),
        tekst: samen(actoren.chain([format!("Gepland tot {}", datum(een.tot))])),
        ..Document::new(Zoeksoort::Mijlpaal, ("Mijlpaal", id.to_string()), &een.naam, Recht::TakenLezen)
    })
}

/// The decision and each of its steps.
fn besluit(beeld: &Beeld, id: &BesluitId) -> Vec<Document> {
    let Some(besluit) = beeld.integratie.besluiten.get(id) else { return Vec::new() };
    let bij = naam_van(beeld, &besluit.traject);
    let heel = Document {
        bij: bij.clone(),
        ..Document::new(Zoeksoort::Besluit, ("Besluit", id.to_string()), &besluit.naam, Recht::TakenLezen)
    };
    let stappen = besluit.stappen.iter().map(|stap| {
        let gremium = beeld.organisatie.rollen.get(&stap.gremium).map(|rol| rol.naam.clone());
        Document {
            bij: format!("{} · {bij}", besluit.naam),
            tekst: samen(gremium.into_iter()),
            ..Document::new(Zoeksoort::Besluit, ("Besluitstap", stap.id.to_string()), &stap.naam, Recht::TakenLezen)
        }
    });
    [heel].into_iter().chain(stappen).collect()
}

/// What one gemeente did in a step, when there is something to read about it.
fn besluitcel(beeld: &Beeld, sleutel: &str) -> Option<Document> {
    let (stap, gemeente) = sleutel.split_once('/')?;
    let (stap, gemeente) = (StapId(stap.to_owned()), GemeenteId(gemeente.to_owned()));
    let cel = beeld.integratie.cellen.get(&(stap.clone(), gemeente.clone()))?;
    let besluit = beeld.integratie.besluiten.get(&cel.besluit)?;
    let stap = besluit.stappen.iter().find(|een| een.id == stap)?;
    (!cel.inhoud.notitie.is_empty()).then(|| Document {
        bij: besluit.naam.clone(),
        tekst: cel.inhoud.notitie.clone(),
        ..Document::new(
            Zoeksoort::Besluit,
            ("Besluitcel", sleutel.to_owned()),
            &format!("{}: {}", stap.naam, gemeentenaam(beeld, &gemeente)),
            Recht::TakenLezen,
        )
    })
}

fn zienswijze(beeld: &Beeld, id: ZienswijzepuntId) -> Option<Document> {
    let punt = beeld.integratie.zienswijzepunten.get(&id).filter(|punt| !punt.ingetrokken)?;
    let waar = ("Zienswijzepunt", id.to_string());
    let titel = format!("{}: {}", gemeentenaam(beeld, &punt.gemeente), punt.thema);
    Some(Document {
        namen: vec![format!("zienswijze {}", gemeentenaam(beeld, &punt.gemeente))],
        bij: beeld.integratie.besluiten.get(&punt.besluit).map(|een| een.naam.clone()).unwrap_or_default(),
        tekst: samen([&punt.punt, &punt.antwoord, &punt.tekstwijziging].into_iter().cloned()),
        ..Document::new(Zoeksoort::Zienswijze, waar, &titel, Recht::TakenLezen)
    })
}

fn risico(beeld: &Beeld, id: RisicoId) -> Option<Document> {
    let risico = beeld.integratie.risicos.get(&id)?;
    Some(Document {
        namen: vec!["risico".into()],
        bij: naam_van(beeld, &risico.traject),
        tekst: risico.inhoud.maatregel.clone(),
        ook: persoonsnaam(beeld, risico.inhoud.eigenaar),
        voorbij: risico.inhoud.gesloten,
        ..Document::new(Zoeksoort::Risico, ("Risico", id.to_string()), &risico.inhoud.naam, Recht::TakenLezen)
    })
}

// ------------------------------------------------------------------ afspraken

fn uitkomst(beeld: &Beeld, sleutel: &str) -> Option<Document> {
    let een = beeld.afspraken.uitkomsten.values().find(|een| een.id.0 == sleutel)?;
    Some(Document {
        namen: vec![format!("uitkomst {}", een.nummer)],
        ..Document::new(Zoeksoort::Uitkomst, ("Uitkomst", sleutel.to_owned()), &een.naam, Recht::AfsprakenLezen)
    })
}

/// The agreement, its articles, where gemeenten deviate, and what was reported.
fn afspraak(beeld: &Beeld, id: &AfspraakId, tekst: Option<&Tekst>) -> Vec<Document> {
    let Some(afspraak) = beeld.afspraken.afspraken.get(id) else { return Vec::new() };
    let inhoud = &afspraak.inhoud;
    let (naam, voorbij) = (inhoud.naam.clone(), afspraak.fase.is_voorbij());
    let van = |soort, waar, titel: &str, tekst: String, bij: &str| Document {
        bij: bij.to_owned(),
        tekst,
        bereik: bereik_van(afspraak),
        voorbij,
        ..Document::new(soort, waar, titel, Recht::AfsprakenLezen)
    };
    let delen = [&inhoud.omschrijving, &inhoud.grondslag, &afspraak.toelichting].into_iter().cloned();
    let over = [inhoud.soort.clone(), persoonsnaam(beeld, inhoud.eigenaar)]
        .into_iter()
        .chain(inhoud.partijen.iter().map(|partij| partij.naam().to_owned()));
    let zelf = van(Zoeksoort::Afspraak, ("Afspraak", id.to_string()), &naam, samen(delen), &inhoud.soort);
    let zelf = Document { ook: samen(over), ..zelf };
    let mut alle = vec![zelf];
    for artikel in tekst.map(|tekst| tekst.artikelen.as_slice()).unwrap_or_default() {
        let waar = ("Afspraak", id.to_string());
        alle.push(van(Zoeksoort::Artikel, waar, &artikel.kop, platte_tekst(&artikel.inhoud), &naam));
    }
    for een in beeld.afspraken.afwijkingen.values().filter(|een| een.afspraak == *id) {
        let titel = format!("{} wijkt af: {naam}", gemeentenaam(beeld, &een.gemeente));
        let tekst = samen([een.inhoud.reden.clone(), een.inhoud.hier.clone()].into_iter());
        alle.push(van(Zoeksoort::Afwijking, ("Afwijking", een.id.to_string()), &titel, tekst, &naam));
    }
    for een in beeld.afspraken.signalen_over(id) {
        let titel = format!("Signaal over {naam}");
        let tekst = samen([een.tekst.clone(), een.behandeling.antwoord.clone()].into_iter());
        alle.push(van(Zoeksoort::Signaal, ("Signaal", een.id.to_string()), &titel, tekst, een.van.naam()));
    }
    alle
}

// ------------------------------------------------------------------ contracten

fn contract(beeld: &Beeld, id: &ContractId) -> Option<Document> {
    let contract = beeld.contracten.contracten.get(id).filter(|contract| !contract.ingetrokken)?;
    let inhoud = &contract.inhoud;
    let domein = beeld.organisatie.domeinen.get(&inhoud.domein).map(|domein| domein.naam.clone()).unwrap_or_default();
    let delen = [inhoud.omschrijving.clone()]
        .into_iter()
        .chain(inhoud.segment.clone())
        .chain(inhoud.doelen.iter().map(|doel| doel.naam.clone()))
        .chain(inhoud.kpis.iter().map(|kpi| kpi.naam.clone()))
        .chain(inhoud.per_gemeente.iter().map(|een| een.toelichting.clone()));
    let over = inhoud
        .gemeenten
        .iter()
        .map(|id| gemeentenaam(beeld, id))
        .chain(inhoud.bekostiging.iter().map(|vorm| vorm.naam().to_owned()))
        .chain(inhoud.vorm.map(|vorm| vorm.naam().to_owned()));
    Some(Document {
        namen: [inhoud.nummer.clone()].into_iter().chain(inhoud.extern_nummer.clone()).collect(),
        bij: domein,
        tekst: samen(delen),
        ook: samen(over),
        ..Document::new(Zoeksoort::Contract, ("Contract", id.to_string()), &inhoud.naam, Recht::ContractenLezen)
    })
}

/// A row of the comparison, with what was said and decided about it.
fn attribuut(beeld: &Beeld, id: &AttribuutId) -> Option<Document> {
    let attribuut = beeld.contracten.attributen.get(id)?;
    let inhoud = &attribuut.inhoud;
    let besluit = beeld.contracten.besluiten.get(id).map(|besluit| &besluit.inhoud);
    let delen = [inhoud.toelichting.clone()]
        .into_iter()
        .chain(besluit.map(|besluit| besluit.reden.clone()))
        .chain(beeld.contracten.gesprek(id).into_iter().map(|bijdrage| bijdrage.tekst.clone()));
    Some(Document {
        bij: inhoud.element.naam().to_owned(),
        tekst: samen(delen),
        voorbij: inhoud.vervallen,
        ..Document::new(Zoeksoort::Attribuut, ("Attribuut", id.to_string()), &inhoud.naam, Recht::ContractenLezen)
    })
}

// ------------------------------------------------------------------ sessies

/// The session with what everyone sees on its board, and what came out of it. Never what waits or was hidden.
fn sessie(beeld: &Beeld, id: SessieId) -> Vec<Document> {
    let Some(bord) = beeld.sessies.borden.get(&id) else { return Vec::new() };
    let sessie = &bord.sessie;
    let vroeger = sessie.vroeger.iter().flat_map(|vroeger| vroeger.themas.iter().chain([&vroeger.vorm]).cloned());
    let delen = [sessie.doel.clone()]
        .into_iter()
        .chain(vroeger)
        .chain(sessie.fasen.iter().map(|fase| fase.naam.clone()))
        .chain(bord.groepen.values().filter(|groep| !groep.opgeheven).map(|groep| groep.naam.clone()))
        .chain(bord.op_het_bord().map(|notitie| notitie.tekst.clone()));
    let waar = || ("Sessie", id.to_string());
    let zelf = Document {
        namen: vec!["sessie".into()],
        tekst: samen(delen),
        ..Document::new(Zoeksoort::Sessie, waar(), &sessie.naam, Recht::SessiesLezen)
    };
    let uitkomsten = bord.opbrengsten.values().map(|een| Document {
        bij: sessie.naam.clone(),
        ook: persoonsnaam(beeld, een.eigenaar),
        ..Document::new(Zoeksoort::Opbrengst, waar(), &een.titel, Recht::SessiesLezen)
    });
    [zelf].into_iter().chain(uitkomsten).collect()
}

// ------------------------------------------------------------------ teksten

fn samen(delen: impl Iterator<Item = String>) -> String {
    delen.filter(|deel| !deel.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// `@[Anna](id)` reads as `@Anna`.
fn zonder_adressen(tekst: &str) -> String {
    let mut over = tekst;
    let mut schoon = String::new();
    while let Some((voor, rest)) = over.split_once("@[") {
        let Some((naam, na)) = rest.split_once("](").and_then(|(naam, na)| Some((naam, na.split_once(')')?.1))) else {
            break;
        };
        schoon.push_str(voor);
        schoon.push('@');
        schoon.push_str(naam);
        over = na;
    }
    schoon.push_str(over);
    schoon
}

fn platte_tekst(delen: &[Part]) -> String {
    let stukken = delen.iter().map(|deel| match deel {
        Part::Text(run) => run.text.clone(),
        Part::Element(element) => {
            let label = element.attrs.get("label").and_then(|label| label.as_str()).unwrap_or_default();
            format!("{label}{} ", platte_tekst(&element.content))
        }
    });
    stukken.collect()
}
