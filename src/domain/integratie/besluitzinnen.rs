//! What happened to milestones and decisions, as sentences people read. Pure.

use super::{
    MijlpaalId, MijlpaalInhoud, Periode, Termijnbreuk,
    besluiten::*,
    besluitstappen::Stapwijziging,
    events::Gebeurtenis,
    fasen::Fase,
    kaderzinnen,
    risicos::*,
    stand::Regionaal,
    termijnen::Duur,
    woorden::{aantal, datum, opsomming},
    zienswijzen::*,
    zinnen::Leesbaar,
};
use crate::domain::{
    organisatie::{GemeenteId, RolId},
    sporen::Lezing,
};

/// The sentence of an event about a milestone or a decision; none for others.
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> Option<String> {
    Some(match gebeurtenis {
        Gebeurtenis::MijlpaalVastgelegd { mijlpaal } => {
            let (van, tot) = (datum(mijlpaal.van), datum(mijlpaal.tot));
            let wanneer = if van == tot { format!("op {van}") } else { format!("{van} tot en met {tot}") };
            format!("{wie} legde de mijlpaal ‘{}’ vast: {wanneer}.", mijlpaal.naam)
        }
        Gebeurtenis::MijlpaalGewijzigd { van, naar, .. } if van.naam != naar.naam => {
            format!("{wie} noemde de mijlpaal ‘{}’ voortaan ‘{}’.", van.naam, naar.naam)
        }
        Gebeurtenis::MijlpaalGewijzigd { naar, .. } => format!("{wie} wijzigde de mijlpaal ‘{}’.", naar.naam),
        Gebeurtenis::MijlpaalVervallen { mijlpaal, .. } => {
            format!("{wie} liet de mijlpaal ‘{}’ vervallen.", mijlpaalnaam(beeld, mijlpaal))
        }
        Gebeurtenis::MijlpaalHersteld { mijlpaal, .. } => {
            format!("{wie} zette de mijlpaal ‘{}’ terug in de planning.", mijlpaalnaam(beeld, mijlpaal))
        }
        Gebeurtenis::MijlpaalVerplaatst { mijlpaal, verschuivingen, .. } => {
            let zin = verschuivingen.first().map_or_else(String::new, |eerste| periode(eerste.naar));
            let mee = match verschuivingen.len().saturating_sub(1) {
                0 => String::new(),
                1 => "; één andere schoof mee".to_owned(),
                andere => format!("; {andere} andere schoven mee"),
            };
            format!("{wie} verplaatste de mijlpaal ‘{}’ naar {zin}{mee}.", mijlpaalnaam(beeld, mijlpaal))
        }
        Gebeurtenis::FasenGezet { naar, .. } if naar.is_empty() => {
            format!("{wie} haalde de fasen van het traject weg.")
        }
        Gebeurtenis::FasenGezet { van, naar, .. } => {
            let deed =
                if van.is_empty() { "deelde het traject in fasen in" } else { "wijzigde de fasen van het traject" };
            format!("{wie} {deed}: {}.", opsomming(naar.iter().map(|fase| fase.naam.clone())))
        }
        Gebeurtenis::TrajectTeruggepland { traject, verschuivingen } => {
            let naam = beeld.integratie().trajecten.get(traject).map_or(&*traject.0, |een| &*een.naam);
            let aantal = aantal(i64::try_from(verschuivingen.len()).unwrap_or(i64::MAX), "mijlpaal", "mijlpalen");
            format!("{wie} plande ‘{naam}’ terug vanaf de streefdatum: {aantal} naar andere dagen.")
        }
        Gebeurtenis::VergaderingVastgelegd { van, naar } => {
            let gremium = beeld.organisatie().rollen.get(&naar.gremium).map_or(&*naar.gremium.0, |een| &*een.naam);
            let op = datum(naar.datum);
            match van {
                None => format!("{wie} zette de vergadering van {gremium} op {op} in de kalender."),
                Some(oud) if !oud.vervallen && naar.vervallen => {
                    format!("{wie} meldde dat de vergadering van {gremium} op {op} niet doorgaat.")
                }
                Some(oud) if oud.vervallen && !naar.vervallen => {
                    format!("{wie} meldde dat de vergadering van {gremium} op {op} toch doorgaat.")
                }
                Some(oud) if oud.datum != naar.datum => {
                    format!("{wie} verzette de vergadering van {gremium} van {} naar {op}.", datum(oud.datum))
                }
                Some(_) => format!("{wie} wijzigde de vergadering van {gremium} op {op}."),
            }
        }
        Gebeurtenis::MijlpaalGereedGemeld { mijlpaal, naar, .. } => {
            let naam = mijlpaalnaam(beeld, mijlpaal);
            match naar {
                Some(op) => format!("{wie} meldde dat de mijlpaal ‘{naam}’ gehaald is op {}.", datum(*op)),
                None => format!("{wie} meldde dat de mijlpaal ‘{naam}’ toch niet gehaald is."),
            }
        }
        Gebeurtenis::AfhankelijkhedenGewijzigd { mijlpaal, naar, .. } => {
            let wacht_op = opsomming(naar.iter().map(|na| format!("‘{}’", mijlpaalnaam(beeld, &na.mijlpaal))));
            let naam = mijlpaalnaam(beeld, mijlpaal);
            if naar.is_empty() {
                format!("{wie} liet de mijlpaal ‘{naam}’ op niets meer wachten.")
            } else {
                format!("{wie} liet de mijlpaal ‘{naam}’ wachten op {wacht_op}.")
            }
        }
        Gebeurtenis::ZienswijzepuntToegevoegd { punt, .. } => {
            let gemeente = gemeente(beeld, &punt.gemeente);
            format!("{wie} schreef een punt van de raad van {gemeente} op over ‘{}’.", punt.thema)
        }
        Gebeurtenis::ZienswijzepuntGewijzigd { van, naar, .. } => {
            let wat = format!("het punt over ‘{}’ van {}", naar.thema, gemeente(beeld, &naar.gemeente));
            match (van.ingetrokken, naar.ingetrokken) {
                (false, true) => format!("{wie} trok {wat} in."),
                (true, false) => format!("{wie} zette {wat} terug."),
                _ if van.stand() != naar.stand() => {
                    format!("{wie} werkte {wat} bij: {}.", punt_in_woorden(naar.stand()))
                }
                _ => {
                    let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|regel| regel.veld.to_lowercase());
                    format!("{wie} wijzigde {wat}: {}.", opsomming(velden))
                }
            }
        }
        Gebeurtenis::RisicoGemeld { risico } => {
            format!("{wie} zette het risico ‘{}’ in het register.", risico.inhoud.naam)
        }
        Gebeurtenis::RisicoGewijzigd { van, naar } => {
            let (naam, nu) = (&naar.inhoud.naam, &naar.inhoud);
            match (van.gesloten, nu.gesloten) {
                (false, true) => format!("{wie} sloot het risico ‘{naam}’."),
                (true, false) => format!("{wie} heropende het risico ‘{naam}’."),
                _ if van.score() != nu.score() => {
                    let score = nu.score().map_or_else(|| "onbekend".to_owned(), |score| score.to_string());
                    format!("{wie} woog het risico ‘{naam}’ opnieuw: de score werd {score}.")
                }
                _ => {
                    let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|regel| regel.veld.to_lowercase());
                    format!("{wie} wijzigde het risico ‘{naam}’: {}.", opsomming(velden))
                }
            }
        }
        Gebeurtenis::BesluitVastgelegd { besluit } => format!("{wie} legde het besluit ‘{}’ vast.", besluit.naam),
        Gebeurtenis::BesluitstappenGewijzigd { besluit, naam, wat, .. } => {
            let besluit = beeld.integratie().besluiten.get(besluit).map_or("?", |een| &*een.naam);
            match wat {
                Stapwijziging::Toegevoegd => format!("{wie} voegde de stap ‘{naam}’ toe aan ‘{besluit}’."),
                Stapwijziging::Gewijzigd => format!("{wie} wijzigde de stap ‘{naam}’ van ‘{besluit}’."),
                Stapwijziging::Vervallen => format!("{wie} haalde de stap ‘{naam}’ uit ‘{besluit}’."),
            }
        }
        Gebeurtenis::BesluitregelGewijzigd { stap, van, naar, .. } => {
            let naam = stapnaam(beeld, stap);
            let (van, naar) = (regel_in_woorden(van), regel_in_woorden(naar));
            format!("{wie} wijzigde de besluitregel van ‘{naam}’ van {van} in {naar}.")
        }
        Gebeurtenis::BesluitcelIngevuld { van, naar, .. } => {
            let (stap, gemeente) = (stapnaam(beeld, &naar.stap), gemeente(beeld, &naar.gemeente));
            let wat = if van.status == naar.inhoud.status && van.datum == naar.inhoud.datum {
                let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|regel| regel.veld.to_lowercase());
                opsomming(velden)
            } else {
                let status = status_in_woorden(soort(beeld, &naar.stap), naar.inhoud.status);
                naar.inhoud.datum.map_or_else(|| status.to_owned(), |op| format!("{status}, {}", datum(op)))
            };
            format!("{wie} vulde ‘{stap}’ van {gemeente} in: {wat}.")
        }
        _ => return None,
    })
}

/// The fields that changed, one by one.
pub fn wijzigingen(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Vec<Leesbaar> {
    let regel = |veld, van, naar| Leesbaar { veld, van, naar };
    match gebeurtenis {
        Gebeurtenis::MijlpaalGewijzigd { van, naar, .. } => {
            let naam =
                |rol: &RolId| beeld.organisatie().rollen.get(rol).map_or_else(|| rol.0.clone(), |een| een.naam.clone());
            let wie = |een: &MijlpaalInhoud| (!een.actoren.is_empty()).then(|| opsomming(een.actoren.iter().map(naam)));
            let nodig =
                |een: &MijlpaalInhoud| Some(if een.voorwaardelijk { "als het blijkt" } else { "altijd" }.into());
            let alle = [
                regel("Naam", Some(van.naam.clone()), Some(naar.naam.clone())),
                regel("Wie", wie(van), wie(naar)),
                regel("Nodig", nodig(van), nodig(naar)),
            ];
            alle.into_iter().filter(|regel| regel.van != regel.naar).collect()
        }
        Gebeurtenis::FasenGezet { van, naar, .. } => {
            let fase = |fase: &Fase| match &fase.poort {
                Some(poort) => format!("{} (tot ‘{}’)", fase.naam, mijlpaalnaam(beeld, poort)),
                None => fase.naam.clone(),
            };
            let alle = |fasen: &[Fase]| (!fasen.is_empty()).then(|| opsomming(fasen.iter().map(fase)));
            vec![regel("Fasen", alle(van), alle(naar))]
        }
        Gebeurtenis::MijlpaalVerplaatst { verschuivingen, .. } => {
            let een = verschuivingen.iter().take(1);
            een.map(|een| regel("Periode", Some(periode(een.van)), Some(periode(een.naar)))).collect()
        }
        Gebeurtenis::MijlpaalGereedGemeld { van, naar, .. } => {
            vec![regel("Gehaald op", van.map(datum), naar.map(datum))]
        }
        Gebeurtenis::ZienswijzepuntGewijzigd { van, naar, .. } => {
            let tekst = |tekst: &str| (!tekst.is_empty()).then(|| tekst.to_owned());
            let doet = |verwerking| Some(verwerking_in_woorden(verwerking).to_owned());
            let alle = [
                regel("Thema", tekst(&van.thema), tekst(&naar.thema)),
                regel("Punt", tekst(&van.punt), tekst(&naar.punt)),
                regel("Antwoord", tekst(&van.antwoord), tekst(&naar.antwoord)),
                regel("Verwerking", doet(van.verwerking), doet(naar.verwerking)),
                regel("Tekstwijziging", tekst(&van.tekstwijziging), tekst(&naar.tekstwijziging)),
                regel("Teruggekoppeld op", van.teruggekoppeld_op.map(datum), naar.teruggekoppeld_op.map(datum)),
            ];
            alle.into_iter().filter(|regel| regel.van != regel.naar).collect()
        }
        Gebeurtenis::RisicoGewijzigd { van, naar } => {
            let naar = &naar.inhoud;
            let tekst = |tekst: &str| (!tekst.is_empty()).then(|| tekst.to_owned());
            let getal = |getal: Option<i32>| getal.map(|getal| getal.to_string());
            let wie =
                |id| beeld.organisatie().personen.get(&id).map_or_else(|| "iemand".into(), |een| een.naam.clone());
            let trend = |trend| Some(trend_in_woorden(trend).to_owned());
            let taken = |cel: &RisicoInhoud| (!cel.taken.is_empty()).then(|| aantal_taken(cel.taken.len()));
            let raakt = |cel: &RisicoInhoud| {
                let namen = cel.mijlpalen.iter().map(|id| mijlpaalnaam(beeld, id));
                (!cel.mijlpalen.is_empty()).then(|| opsomming(namen))
            };
            let alle = [
                regel("Risico", tekst(&van.naam), tekst(&naar.naam)),
                regel("Kans", getal(van.kans), getal(naar.kans)),
                regel("Impact", getal(van.impact), getal(naar.impact)),
                regel("Trend", trend(van.trend), trend(naar.trend)),
                regel("Maatregel", tekst(&van.maatregel), tekst(&naar.maatregel)),
                regel("Eigenaar", van.eigenaar.map(wie), naar.eigenaar.map(wie)),
                regel("Taken", taken(van), taken(naar)),
                regel("Mijlpalen", raakt(van), raakt(naar)),
            ];
            alle.into_iter().filter(|regel| regel.van != regel.naar).collect()
        }
        Gebeurtenis::BesluitregelGewijzigd { van, naar, .. } => {
            vec![regel("Besluitregel", Some(regel_in_woorden(van)), Some(regel_in_woorden(naar)))]
        }
        Gebeurtenis::BesluitcelIngevuld { van, naar, .. } => {
            let soort = soort(beeld, &naar.stap);
            let status = |cel: &CelInhoud| Some(status_in_woorden(soort, cel.status).to_owned());
            let naar = &naar.inhoud;
            let tekst = |tekst: &str| (!tekst.is_empty()).then(|| tekst.to_owned());
            let rol =
                |id: &RolId| beeld.organisatie().rollen.get(id).map_or_else(|| id.0.clone(), |rol| rol.naam.clone());
            let als = |hoedanigheid: Hoedanigheid| hoedanigheid_in_woorden(hoedanigheid).to_owned();
            let alle = [
                regel("Status", status(van), status(naar)),
                regel("Datum", van.datum.map(datum), naar.datum.map(datum)),
                regel("Ontvangen op", van.ontvangen_op.map(datum), naar.ontvangen_op.map(datum)),
                regel("Verlenging", van.verlenging.map(Duur::in_woorden), naar.verlenging.map(Duur::in_woorden)),
                regel("Gremium", van.gremium.as_ref().map(rol), naar.gremium.as_ref().map(rol)),
                regel("Hoedanigheid", van.hoedanigheid.map(als), naar.hoedanigheid.map(als)),
                regel("Document", van.document.clone(), naar.document.clone()),
                regel("Notitie", tekst(&van.notitie), tekst(&naar.notitie)),
            ];
            alle.into_iter().filter(|regel| regel.van != regel.naar).collect()
        }
        _ => Vec::new(),
    }
}

/// A title over a group of events about the same milestone, decision or cell.
pub fn titel(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Option<String> {
    match gebeurtenis {
        Gebeurtenis::MijlpaalVastgelegd { mijlpaal } => Some(mijlpaal.naam.clone()),
        Gebeurtenis::MijlpaalGewijzigd { mijlpaal, .. }
        | Gebeurtenis::MijlpaalVervallen { mijlpaal, .. }
        | Gebeurtenis::MijlpaalHersteld { mijlpaal, .. }
        | Gebeurtenis::MijlpaalVerplaatst { mijlpaal, .. }
        | Gebeurtenis::MijlpaalGereedGemeld { mijlpaal, .. }
        | Gebeurtenis::AfhankelijkhedenGewijzigd { mijlpaal, .. } => Some(mijlpaalnaam(beeld, mijlpaal)),
        Gebeurtenis::ZienswijzepuntToegevoegd { punt, .. }
        | Gebeurtenis::ZienswijzepuntGewijzigd { naar: punt, .. } => {
            Some(format!("Zienswijze {}: {}", gemeente(beeld, &punt.gemeente), punt.thema))
        }
        Gebeurtenis::RisicoGemeld { risico } | Gebeurtenis::RisicoGewijzigd { naar: risico, .. } => {
            Some(risico.inhoud.naam.clone())
        }
        Gebeurtenis::BesluitVastgelegd { besluit } => Some(besluit.naam.clone()),
        Gebeurtenis::BesluitstappenGewijzigd { besluit, .. } | Gebeurtenis::BesluitregelGewijzigd { besluit, .. } => {
            beeld.integratie().besluiten.get(besluit).map(|besluit| besluit.naam.clone())
        }
        Gebeurtenis::BesluitcelIngevuld { naar, .. } => {
            Some(format!("{} {}", stapnaam(beeld, &naar.stap), gemeente(beeld, &naar.gemeente)))
        }
        _ => kaderzinnen::titel(beeld, gebeurtenis),
    }
}

fn verwerking_in_woorden(verwerking: Verwerking) -> &'static str {
    match verwerking {
        Verwerking::NogNiet => "nog niet bepaald",
        Verwerking::Aangepast => "tekst aangepast",
        Verwerking::Ongewijzigd => "tekst blijft gelijk",
    }
}

fn punt_in_woorden(stand: Puntstand) -> &'static str {
    match stand {
        Puntstand::Ontvangen => "ontvangen",
        Puntstand::Beantwoord => "beantwoord",
        Puntstand::Verwerkt => "verwerkt",
        Puntstand::Teruggekoppeld => "teruggekoppeld aan de raad",
    }
}

fn trend_in_woorden(trend: Trend) -> &'static str {
    match trend {
        Trend::Stijgt => "wordt groter",
        Trend::Gelijk => "blijft gelijk",
        Trend::Daalt => "wordt kleiner",
        Trend::Onbekend => "onbekend",
    }
}

fn aantal_taken(taken: usize) -> String {
    aantal(i64::try_from(taken).unwrap_or(i64::MAX), "taak", "taken")
}

fn mijlpaalnaam(beeld: &Lezing, id: &MijlpaalId) -> String {
    beeld.integratie().mijlpalen.get(id).map_or_else(|| id.0.clone(), |een| een.naam.clone())
}

/// "1 juli 2025 tot en met 31 augustus 2025", or one day.
fn periode(periode: Periode) -> String {
    let (van, tot) = (datum(periode.van), datum(periode.tot));
    if van == tot { van } else { format!("{van} tot en met {tot}") }
}

/// "De termijn van Leudal voor ‘Zienswijze’ loopt tot en met 7 juli 2025; de mijlpaal eindigt op 30 juni 2025."
pub fn termijnbreuk_in_woorden(beeld: &Lezing, breuk: &Termijnbreuk) -> String {
    let (stap, einde, tot) = (stapnaam(beeld, &breuk.stap), datum(breuk.einde), datum(breuk.tot));
    match &breuk.gemeente {
        Some(id) => {
            let gemeente = gemeente(beeld, id);
            format!("De termijn van {gemeente} voor ‘{stap}’ loopt tot en met {einde}; de mijlpaal eindigt op {tot}.")
        }
        None => format!(
            "De termijn voor ‘{stap}’ past niet: vanaf de eerste dag loopt zij tot en met {einde}; de mijlpaal eindigt op \
             {tot}."
        ),
    }
}

fn stapnaam(beeld: &Lezing, stap: &StapId) -> String {
    beeld.integratie().stap(stap).map_or_else(|| stap.0.clone(), |(_, stap)| stap.naam.clone())
}

fn soort(beeld: &Lezing, stap: &StapId) -> StapSoort {
    beeld.integratie().stap(stap).map_or(StapSoort::Informatie, |(_, stap)| stap.soort)
}

pub(super) fn gemeente(beeld: &Lezing, id: &GemeenteId) -> String {
    beeld.organisatie().gemeenten.get(id).map_or_else(|| id.0.clone(), |gemeente| gemeente.naam.clone())
}

/// "alle gemeenten", "een meerderheid".
pub fn regel_in_woorden(regel: &Besluitregel) -> String {
    match regel {
        Besluitregel::Alle => "alle gemeenten".into(),
        Besluitregel::Meerderheid => "een meerderheid".into(),
        Besluitregel::Gewogen { drempel, .. } => format!("{drempel} procent van het gewicht"),
    }
}

/// What a status is called in a step of this kind.
pub fn status_in_woorden(soort: StapSoort, status: CelStatus) -> &'static str {
    match (status, soort) {
        (CelStatus::Open, _) => "nog niet",
        (CelStatus::OpAgenda, _) => "op de agenda",
        (CelStatus::Gedaan, StapSoort::Informatie) => "gehouden",
        (CelStatus::Gedaan, StapSoort::Zienswijze) => "zienswijze gegeven",
        (CelStatus::Gedaan, StapSoort::Toestemming) => "toestemming verleend",
        (CelStatus::Gedaan, StapSoort::Collegebesluit) => "besluit genomen",
        (CelStatus::Gedaan, StapSoort::Bekendmaking) => "bekendgemaakt",
        (CelStatus::GeenZienswijze, _) => "geen zienswijze",
        (CelStatus::Geweigerd, StapSoort::Toestemming) => "toestemming onthouden",
        (CelStatus::Geweigerd, _) => "niet akkoord",
        (CelStatus::Onbekend, _) => "onbekend",
    }
}

fn hoedanigheid_in_woorden(hoedanigheid: Hoedanigheid) -> &'static str {
    match hoedanigheid {
        Hoedanigheid::Eigenaar => "eigenaar",
        Hoedanigheid::Opdrachtgever => "opdrachtgever",
        Hoedanigheid::Zienswijze => "zienswijze",
        Hoedanigheid::Toestemming => "toestemming",
    }
}

/// How the region stands in a step: "11 van 14 binnen. Alle gemeenten zijn nodig; nog niet: Leudal en Weert."
pub fn regionaal_in_woorden(beeld: &Lezing, stap: &Stap, nu: &Regionaal) -> String {
    let namen = |ids: &[GemeenteId]| opsomming(ids.iter().map(|id| gemeente(beeld, id)));
    let mut zin = format!("{} van {} binnen.", nu.binnen.len(), nu.alle.len());
    let nodig = regel_in_woorden(&stap.regel);
    if nu.voldaan {
        zin += &format!(" Genoeg: nodig is {nodig}.");
    } else if nu.haalbaar {
        zin += &format!(" Nog niet genoeg: nodig is {nodig}.");
    } else {
        zin += &format!(" Niet meer haalbaar: nodig is {nodig}.");
    }
    if !nu.geweigerd.is_empty() {
        zin += &format!(" Niet akkoord: {}.", namen(&nu.geweigerd));
    }
    if !nu.ontbreekt.is_empty() && nu.ontbreekt.len() < nu.alle.len() {
        zin += &format!(" Nog niet binnen: {}.", namen(&nu.ontbreekt));
    }
    zin
}
