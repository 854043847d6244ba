//! What a user can do here; one file each.

use super::{
    Afspraak, Gebeurtenis, Inhoud, KanttekeningId, Ronde, RondeId, Veld, bereik_van, model::*, queries, rijen::Rij,
};
use crate::domain::{
    command::{WriteTx, commands, record},
    fout::{Code, Fout},
    organisatie::PersoonId,
    rechten::Bereik,
};

commands!(
    beantwoord_inbreng: BeantwoordInbreng,
    beantwoord_kanttekening: BeantwoordKanttekening,
    begin_tekst: BeginTekst,
    behandel_signaal: BehandelSignaal,
    beslis_voorstel: BeslisVoorstel,
    breng_in: BrengIn,
    handel_kanttekening_af: HandelKanttekeningAf,
    leg_afspraak_vast: LegAfspraakVast,
    leg_afwijking_vast: LegAfwijkingVast,
    leg_uitkomst_vast: LegUitkomstVast,
    leg_versie_vast: LegVersieVast,
    maak_afspraak: MaakAfspraak,
    maak_tekst_leeg: MaakTekstLeeg,
    meld_signaal: MeldSignaal,
    neem_tekst_over: NeemTekstOver,
    neem_versie_op: NeemVersieOp,
    onderteken: Onderteken,
    plaats_kanttekening: PlaatsKanttekening,
    start_ronde: StartRonde,
    trek_handtekening_in: TrekHandtekeningIn,
    vul_uitvoering_in: VulUitvoeringIn,
    wijzig_afspraak: WijzigAfspraak,
    wijzig_afspraak_fase: WijzigAfspraakFase,
    wijzig_afwijking: WijzigAfwijking,
    zet_ronde_fase: ZetRondeFase,
    zet_versie_terug: ZetVersieTerug,
);

/// The gemeenten a round is about.
fn bereik_van_ronde(tx: &WriteTx, ronde: RondeId) -> Result<Bereik, Fout> {
    let ronde = queries::ronde(tx.world(), ronde)?;
    Ok(bereik_van(&queries::afspraak(tx.world(), &ronde.afspraak)?))
}

/// The gemeenten of the agreement in whose margin it stands.
fn bereik_van_kanttekening(tx: &WriteTx, id: KanttekeningId) -> Result<Bereik, Fout> {
    let kanttekening = queries::kanttekening(tx.world(), id)?;
    Ok(bereik_van(&queries::afspraak(tx.world(), &kanttekening.afspraak)?))
}

/// The article must stand in the text as it is stored.
async fn toets_artikel(tx: &WriteTx, id: &AfspraakId, artikel: &str) -> Result<(), Fout> {
    let tekst = queries::tekst_in(&queries::document(tx.conn(), id).await?);
    if tekst.artikelen.iter().any(|een| een.id == artikel) {
        return Ok(());
    }
    Err(Fout::bij(Code::NietGevonden, "artikel", "Dit artikel staat niet (meer) in de tekst. Kies een ander."))
}

/// Keeps what a round has become.
fn bewaar_ronde(tx: &mut WriteTx, van: Ronde, naar: Ronde) -> Result<RondeId, Fout> {
    let naar = Ronde { nummer: van.nummer + 1, door: tx.actor().map(PersoonId), ..naar };
    tx.save(naar.rij()?);
    let id = naar.id;
    record(tx, Gebeurtenis::RondeGewijzigd { van: Box::new(van), naar: Box::new(naar) })?;
    Ok(id)
}

/// Who looks after something works in the hub.
fn toets_eigenaar(tx: &WriteTx, eigenaar: PersoonId) -> Result<(), Fout> {
    if tx.world().organisatie.is_actief(eigenaar) {
        return Ok(());
    }
    let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een andere.";
    Err(Fout::bij(Code::NietGevonden, "eigenaar", bericht))
}

/// Everything an agreement points at must exist, and it must not wait for itself.
fn toets_verwijzingen(tx: &WriteTx, id: &AfspraakId, inhoud: &Inhoud) -> Result<(), Fout> {
    let (organisatie, afspraken) = (&tx.world().organisatie, &tx.world().afspraken);
    let weg = |veld: &str, bericht: &str| Err(Fout::bij(Code::NietGevonden, veld, bericht));
    if !inhoud.domeinen.iter().all(|id| organisatie.domeinen.contains_key(id)) {
        return weg("domeinen", "Dit domein bestaat niet. Kies een ander.");
    }
    if !inhoud.gemeenten.iter().all(|id| organisatie.gemeenten.contains_key(id)) {
        return weg("gemeenten", "Deze gemeente bestaat niet. Kies een andere.");
    }
    if !inhoud.uitkomsten.iter().all(|id| afspraken.uitkomsten.contains_key(id)) {
        return weg("uitkomsten", "Deze uitkomst bestaat niet. Kies een andere.");
    }
    for (veld, ids) in [("wachtOp", &inhoud.wacht_op), ("verwant", &inhoud.verwant)] {
        if !ids.iter().all(|ander| afspraken.afspraken.contains_key(ander)) {
            return weg(veld, "Deze afspraak bestaat niet. Kies een andere.");
        }
        if ids.contains(id) {
            return Err(Fout::bij(Code::Kringverwijzing, veld, "Een afspraak kan niet naar zichzelf wijzen."));
        }
    }
    if let Some(eigenaar) = inhoud.eigenaar
        && !organisatie.is_actief(eigenaar)
    {
        return weg("eigenaar", "Deze persoon werkt niet (meer) in de hub. Kies een andere eigenaar.");
    }
    if let Some(gremium) = inhoud.stuk.as_ref().and_then(|stuk| stuk.gremium.as_ref())
        && !organisatie.rollen.contains_key(gremium)
    {
        return weg("stuk", "Dit gremium bestaat niet. Kies een ander.");
    }
    let wacht_op = |id: &AfspraakId| afspraken.afspraken.get(id).map(|ander| &ander.inhoud.wacht_op);
    if let Some(ander) = ring(id, &inhoud.wacht_op, wacht_op) {
        let naam = afspraken.afspraken.get(ander).map_or_else(String::new, |ander| ander.inhoud.naam.clone());
        let bericht = format!("‘{naam}’ wacht zelf al op deze afspraak. Zo komt geen van beide ooit klaar.");
        return Err(Fout::bij(Code::Kringverwijzing, "wachtOp", bericht));
    }
    Ok(())
}

/// Puts a new agreement in the register.
fn neem_op(tx: &mut WriteTx, afspraak: Afspraak) -> Result<AfspraakId, Fout> {
    tx.save(afspraak.rij()?);
    let id = afspraak.id.clone();
    record(tx, Gebeurtenis::AfspraakGemaakt { afspraak: Box::new(afspraak) })?;
    Ok(id)
}
