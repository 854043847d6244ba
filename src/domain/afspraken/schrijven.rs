//! What commands share that write or freeze a text.

use sea_orm::EntityTrait;
use yrs::Doc;

use super::{
    Afspraak, AfspraakId, BevrorenArtikel, Gebeurtenis, MAX_VERSIENAAM, Versie, VersieId, documentnaam, queries,
    rijen::Rij,
    tables,
    tekst::{FRAGMENT, SLEUTEL, Tekst},
};
use crate::{
    domain::{
        command::{WriteTx, record},
        fout::{Code, Fout},
        invoer,
        organisatie::PersoonId,
    },
    platform::documents::{
        store::{self, NewUpdate},
        tree,
    },
};

/// An agreement whose text is still being made. The hub itself may lay down what held before there was a hub.
pub(super) fn te_schrijven(tx: &WriteTx, id: &AfspraakId) -> Result<Afspraak, Fout> {
    let afspraak = queries::afspraak(tx.world(), id)?;
    if tx.actor().is_none() || afspraak.fase.wordt_geschreven() {
        return Ok(afspraak);
    }
    let bericht = "De tekst van deze afspraak ligt vast. Zet haar eerst terug naar concept of in afstemming.";
    Err(Fout::new(Code::NietInDezeFase, bericht))
}

/// Makes the text of an agreement say this, for everyone who has it open too.
pub(super) async fn schrijf_tekst(tx: &WriteTx, id: &AfspraakId, doc: &Doc, tekst: &Tekst) -> Result<(), Fout> {
    match tree::write(doc, FRAGMENT, &tekst.elementen(), SLEUTEL) {
        Some(bytes) => bewaar_tekst(tx, id, doc, bytes).await,
        None => Ok(()),
    }
}

/// Keeps what the hub wrote in a text.
pub(super) async fn bewaar_tekst(tx: &WriteTx, id: &AfspraakId, doc: &Doc, bytes: Vec<u8>) -> Result<(), Fout> {
    let nieuw = NewUpdate { author: tx.actor(), claims: vec![doc.client_id().get()], bytes };
    let op = tx.now().as_millisecond();
    let stored = store::append(tx.conn(), &documentnaam(id), op, vec![nieuw]).await?;
    match stored.as_slice() {
        [Some(_)] => Ok(()),
        _ => Err(Fout::intern("the hand of the hub belongs to another text")),
    }
}

/// Keeps a text as a version.
pub(super) async fn bevries(
    tx: &mut WriteTx,
    id: &AfspraakId,
    naam: &str,
    tekst: Tekst,
    verwacht: Option<&str>,
    terug_naar: Option<VersieId>,
) -> Result<VersieId, Fout> {
    let naam = invoer::tekst("naam", naam, MAX_VERSIENAAM)?;
    if tekst.is_leeg() {
        return Err(Fout::new(Code::Verplicht, "Er staat nog geen tekst. Schrijf die eerst."));
    }
    if let Some(nummer) = tekst.artikel_met_bsn() {
        let bericht = format!(
            "In artikel {nummer} staat een burgerservicenummer (BSN), of een nummer dat daarop lijkt. Haal het weg: \
             het mag niet in een versie terechtkomen."
        );
        return Err(Fout::bij(Code::BsnGevonden, "tekst", bericht));
    }
    let hash = tekst.hash();
    if verwacht.is_some_and(|verwacht| verwacht != hash) {
        let bericht = "De tekst is net nog gewijzigd. Lees wat er nu staat en leg het dan vast.";
        return Err(Fout::new(Code::VersieVerouderd, bericht));
    }
    let laatste = queries::laatste_versie(tx.world(), id);
    let versie = Versie {
        id: VersieId(tx.new_id()),
        afspraak: id.clone(),
        nummer: laatste.map_or(1, |laatste| laatste.nummer + 1),
        naam,
        hash,
        artikelen: BevrorenArtikel::alle(&tekst),
        terug_naar,
        door: tx.actor().map(PersoonId),
        op: tx.now(),
    };
    let rij = (&versie, &tekst).rij()?;
    tables::versie::Entity::insert(rij).exec_without_returning(tx.conn()).await?;
    let id = versie.id;
    record(tx, Gebeurtenis::VersieVastgelegd { versie: Box::new(versie) })?;
    Ok(id)
}
