//! What one can do here; one file each.

use jiff::{SignedDuration, Timestamp};
use sea_orm::EntityTrait;

pub use super::events::NieuwBord;
use super::{events::*, model::*, queries, rijen::Rij, stemmen, tables, woorden::*};
use crate::domain::{
    command::{WriteTx, commands, record},
    fout::{Code, Fout},
    organisatie::PersoonId,
};

commands!(
    beoordeel_notitie: BeoordeelNotitie,
    bewaar_sjabloon: BewaarSjabloon,
    breng_stem_uit: BrengStemUit,
    claim_deelname: ClaimDeelname,
    draag_over: DraagOver,
    ga_naar_fase: GaNaarFase,
    hef_groep_op: HefGroepOp,
    hernoem_groep: HernoemGroep,
    herstel_fase: HerstelFase,
    laat_toe: LaatToe,
    leg_sessie_vast: LegSessieVast,
    leg_standpunt_vast: LegStandpuntVast,
    maak_groep: MaakGroep,
    maak_sessie: MaakSessie,
    meld_klaar: MeldKlaar,
    neem_deel: NeemDeel,
    open_sessie: OpenSessie,
    rond_sessie_af: RondSessieAf,
    schrijf_notitie: SchrijfNotitie,
    sluit_stemming: SluitStemming,
    stuur_verslag: StuurVerslag,
    toon_notities: ToonNotities,
    trek_notitie_in: TrekNotitieIn,
    verplaats_notitie: VerplaatsNotitie,
    verwijder_gast: VerwijderGast,
    wijzig_notitie: WijzigNotitie,
    wis_fase: WisFase,
    zet_deur: ZetDeur,
    zet_tijd: ZetTijd,
);

/// How long a code opens the door, and a guest is known.
const GELDIG: SignedDuration = SignedDuration::from_hours(12);
/// Shorter secrets could be guessed.
const MIN_SLEUTEL: usize = 20;

/// Wat de begeleider met een notitie doet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Oordeel {
    /// Zet haar op het bord.
    Tonen,
    /// Laat haar weg.
    Weglaten,
}

fn over(tx: &WriteTx, duur: SignedDuration) -> Result<Timestamp, Fout> {
    tx.now().saturating_add(duur).map_err(Fout::intern)
}

fn over_minuten(tx: &WriteTx, minuten: Option<i32>) -> Result<Option<Timestamp>, Fout> {
    minuten.map(|minuten| over(tx, SignedDuration::from_mins(minuten.into()))).transpose()
}

fn nieuwe_fase(tx: &WriteTx, fase: &Sjabloonfase) -> Fase {
    Fase {
        id: FaseId(tx.new_id()),
        soort: fase.soort,
        naam: fase.naam.clone(),
        uitleg: fase.uitleg.clone(),
        kolommen: fase.kolommen.iter().map(|naam| Vak { id: VakId(tx.new_id()), naam: naam.clone() }).collect(),
        stemming: fase.stemming.clone(),
        minuten: fase.minuten,
        loopt_tot: None,
        begonnen: false,
        getoond: false,
        keuzes: Vec::new(),
        uitslag: None,
    }
}

/// The session, if this person leads it. The hub itself leads all.
fn te_leiden(tx: &WriteTx, id: SessieId) -> Result<Sessie, Fout> {
    let bord = queries::bord(tx.world(), id)?;
    let sessie = bord.sessie.as_ref().clone();
    let leidt = tx.actor().is_none_or(|actor| sessie.begeleiders.contains(&PersoonId(actor)));
    if leidt || sessie.begeleiders.is_empty() {
        return Ok(sessie);
    }
    let bericht = "Deze sessie wordt door een ander geleid. Vraag die persoon om jou erbij te zetten.";
    Err(Fout::new(Code::GeenRecht, bericht))
}

fn leg_vast(tx: &mut WriteTx, bord: NieuwBord) -> Result<(), Fout> {
    if tx.world().sessies.borden.contains_key(&bord.sessie.id) {
        return Err(Fout::new(Code::BestaatAl, "Deze sessie is er al."));
    }
    tx.save(bord.sessie.rij()?);
    for notitie in &bord.notities {
        tx.save(notitie.rij()?);
    }
    for groep in &bord.groepen {
        tx.save(groep.rij()?);
    }
    for opbrengst in &bord.opbrengsten {
        tx.save(opbrengst.rij()?);
    }
    record(tx, Gebeurtenis::SessieVastgelegd { bord: Box::new(bord) })
}

fn werk_bij(tx: &mut WriteTx, sessie: Sessie, daad: Daad) -> Result<SessieId, Fout> {
    tx.save(sessie.rij()?);
    let id = sessie.id;
    record(tx, Gebeurtenis::SessieBijgewerkt { daad, sessie: Box::new(sessie) })?;
    Ok(id)
}

async fn werk_gast_bij(tx: &mut WriteTx, gast: Gast, daad: Gastdaad) -> Result<GastId, Fout> {
    tables::gast::Entity::update(gast.rij()?).exec(tx.conn()).await?;
    let id = gast.id;
    record(tx, Gebeurtenis::GastBijgewerkt { daad, gast: Box::new(gast) })?;
    Ok(id)
}

fn werk_notitie_bij(tx: &mut WriteTx, daad: Notitiedaad, notitie: Notitie) -> Result<NotitieId, Fout> {
    let (id, sessie) = (notitie.id, notitie.sessie);
    werk_notities_bij(tx, sessie, daad, vec![notitie], Vec::new())?;
    Ok(id)
}

/// Keeps notes and groups as they are now. Nothing to keep: nothing happened.
fn werk_notities_bij(
    tx: &mut WriteTx,
    sessie: SessieId,
    daad: Notitiedaad,
    notities: Vec<Notitie>,
    groepen: Vec<Groep>,
) -> Result<(), Fout> {
    if notities.is_empty() && groepen.is_empty() {
        return Ok(());
    }
    for notitie in &notities {
        tx.save(notitie.rij()?);
    }
    for groep in &groepen {
        tx.save(groep.rij()?);
    }
    record(tx, Gebeurtenis::NotitiesBijgewerkt { daad, sessie, notities, groepen })
}

/// The group a note leaves, taken apart when nothing is left in it.
fn lege_groep(bord: &Sessiebord, groep: Option<NotitiegroepId>, vertrekt: NotitieId) -> Vec<Groep> {
    let Some(groep) = groep.and_then(|id| bord.groepen.get(&id)) else { return Vec::new() };
    let blijft = bord.op_het_bord().any(|ander| ander.groep == Some(groep.id) && ander.id != vertrekt);
    if blijft { Vec::new() } else { vec![Groep { opgeheven: true, ..(**groep).clone() }] }
}

/// Opens the vote of a phase, over what is on the board now.
async fn open_stemming(tx: &WriteTx, bord: &Sessiebord, fase: &mut Fase) -> Result<(), Fout> {
    let Some(stemming) = fase.stemming.as_ref().filter(|_| fase.soort == Fasesoort::Stemmen) else { return Ok(()) };
    let groepen = bord.groepen.values().filter(|groep| !groep.opgeheven);
    let groepen = groepen.map(|groep| Stemkeuze { id: groep.id.0, naam: groep.naam.clone() });
    let los = bord.op_het_bord().filter(|notitie| notitie.groep.is_none());
    let los = los.map(|notitie| Stemkeuze { id: notitie.id.0, naam: notitie.tekst.clone() });
    fase.keuzes = stemmen::keuzes(stemming, groepen.chain(los).collect(), || tx.new_id());
    queries::open_tellingen(tx.conn(), fase.id, &fase.keuzes).await?;
    Ok(())
}

/// Keeps what came out of a session. For the glue that also puts tasks on a board.
pub fn leg_opbrengst(tx: &mut WriteTx, opbrengst: Opbrengst) -> Result<OpbrengstId, Fout> {
    let sessie = te_leiden(tx, opbrengst.sessie)?;
    if sessie.stand == Sessiestand::Gepland {
        sessie.toets_bezig()?;
    }
    let bord = queries::bord(tx.world(), sessie.id)?;
    let groep_weg = opbrengst.groep.is_some_and(|id| bord.groepen.get(&id).is_none_or(|groep| groep.opgeheven));
    if groep_weg || opbrengst.notitie.is_some_and(|id| bord.op_het_bord().all(|notitie| notitie.id != id)) {
        return Err(Fout::niet_gevonden("De notitie of groep"));
    }
    tx.save(opbrengst.rij()?);
    let id = opbrengst.id;
    record(tx, Gebeurtenis::OpbrengstVastgelegd { opbrengst: Box::new(opbrengst) })?;
    Ok(id)
}
