//! What happened on the map of stakeholders, as sentences. Pure.

use super::{Communicatietrede, GroepId, Kaartplek, PersoonId, StakeholderId, Toestand, zinnen};

/// The sentence of a change on the map.
pub fn zin(toestand: &Toestand, wie: &str, van: &Kaartplek, naar: &Kaartplek) -> String {
    let naam = naam(toestand, &naar.stakeholder);
    if let (None, Some(reden)) = (&van.weg, &naar.weg) {
        return format!("{wie} haalde {naam} van de stakeholderkaart: {reden}");
    }
    if van.weg.is_some() && naar.weg.is_none() {
        return format!("{wie} zette {naam} terug op de stakeholderkaart.");
    }
    if (&van.groep, van.ring) != (&naar.groep, naar.ring) {
        let groep = groep(toestand, &naar.groep);
        return format!("{wie} verplaatste {naam} naar {groep}, ring {}.", naar.ring.naam());
    }
    if van.actie != naar.actie {
        return format!("{wie} zette voor {naam} een actie op het bord.");
    }
    if (van.trede_nu, van.trede_gewenst) != (naar.trede_nu, naar.trede_gewenst) {
        let (nu, gewenst) = (trede(naar.trede_nu), trede(naar.trede_gewenst));
        return format!("{wie} zette de communicatie met {naam} op {nu}, gewenst is {gewenst}.");
    }
    if van.zeker != naar.zeker {
        let hoe = if naar.zeker { "zeker" } else { "onzeker" };
        return format!("{wie} noemde de plek van {naam} {hoe}.");
    }
    format!("{wie} wijzigde wat er over {naam} op de stakeholderkaart staat.")
}

/// The fields that changed, one by one.
pub fn wijzigingen(toestand: &Toestand, van: &Kaartplek, naar: &Kaartplek) -> Vec<zinnen::Wijziging> {
    let contact = |id: Option<PersoonId>| id.map(|id| zinnen::naam_van(toestand, id));
    let zeker = |zeker: bool| Some(if zeker { "zeker" } else { "onzeker" }.to_owned());
    let trede = |trede: Option<Communicatietrede>| trede.map(|trede| trede.naam().to_owned());
    let ring = |plek: &Kaartplek| Some(plek.ring.naam().to_owned());
    let regels = [
        ("Groep", Some(groep(toestand, &van.groep)), Some(groep(toestand, &naar.groep))),
        ("Ring", ring(van), ring(naar)),
        ("Zekerheid", zeker(van.zeker), zeker(naar.zeker)),
        ("Van de kaart", van.weg.clone(), naar.weg.clone()),
        ("Invloed op de MGR", van.invloed_naar_mgr.clone(), naar.invloed_naar_mgr.clone()),
        ("Invloed van de MGR", van.invloed_van_mgr.clone(), naar.invloed_van_mgr.clone()),
        ("Contact", contact(van.contact), contact(naar.contact)),
        ("Communicatie nu", trede(van.trede_nu), trede(naar.trede_nu)),
        ("Communicatie gewenst", trede(van.trede_gewenst), trede(naar.trede_gewenst)),
    ];
    let anders = regels.into_iter().filter(|(_, van, naar)| van != naar);
    anders.map(|(veld, van, naar)| (veld.to_owned(), van, naar)).collect()
}

/// The name of a stakeholder, or its key when it is not there.
pub fn naam(toestand: &Toestand, id: &StakeholderId) -> String {
    toestand.stakeholders.get(id).map_or_else(|| id.0.clone(), |stakeholder| stakeholder.naam.clone())
}

fn groep(toestand: &Toestand, id: &GroepId) -> String {
    toestand.groepen.get(id).map_or_else(|| id.0.clone(), |groep| groep.naam.clone())
}

fn trede(trede: Option<Communicatietrede>) -> &'static str {
    trede.map_or("onbekend", Communicatietrede::naam)
}
