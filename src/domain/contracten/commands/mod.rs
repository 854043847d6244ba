//! What a user can do here; one file each. What also makes work on a board stands in `contractwerk`.

use uuid::Uuid;

use super::{
    AttribuutInhoud, Besluit, Cel, CelInhoud, CelSleutel, Contract, ContractId, ContractInhoud, Gebeurtenis, Import,
    ImportCel, ImportContract, ImportId, Kolom, Opvraging, Signaaltaak, Toestand, queries, rijen::Rij,
};
use crate::{
    domain::{
        beeld::Beeld,
        command::{WriteTx, commands, record},
        fout::{Code, Fout},
        organisatie::{self, GemeenteId, PersoonId},
        rechten::Bereik,
    },
    platform::clock::dutch_date,
};

commands!(
    bespreek_harmonisatie: BespreekHarmonisatie,
    besluit_harmonisatie: BesluitHarmonisatie,
    leg_attribuut_vast: LegAttribuutVast,
    leg_contract_vast: LegContractVast,
    leg_inwoners_vast: LegInwonersVast,
    maak_attribuut: MaakAttribuut,
    maak_contract: MaakContract,
    wijzig_attribuut: WijzigAttribuut,
    wijzig_contract: WijzigContract,
);

/// The gemeenten a column is about.
pub fn gemeenten_van(beeld: &Beeld, kolom: &Kolom) -> Result<Vec<GemeenteId>, Fout> {
    leden_van(&beeld.organisatie, &beeld.contracten, kolom)
}

/// The same, for who reads.
pub fn leden_van(
    organisatie: &organisatie::Toestand,
    contracten: &Toestand,
    kolom: &Kolom,
) -> Result<Vec<GemeenteId>, Fout> {
    match kolom {
        Kolom::Regio(regio) => {
            if !organisatie.regios.contains_key(regio) {
                return Err(Fout::bij(Code::NietGevonden, "kolom", "Deze regio bestaat niet. Kies een andere."));
            }
            let leden = organisatie.gemeenten.values().filter(|gemeente| organisatie.hoort_bij(gemeente, regio));
            Ok(leden.map(|gemeente| gemeente.id.clone()).collect())
        }
        Kolom::Gemeente(gemeente) => {
            if !organisatie.gemeenten.contains_key(gemeente) {
                return Err(Fout::bij(Code::NietGevonden, "kolom", "Deze gemeente bestaat niet. Kies een andere."));
            }
            Ok(vec![gemeente.clone()])
        }
        Kolom::Contract(contract) => {
            let contract = contracten.contracten.get(contract).filter(|een| !een.ingetrokken);
            let contract = contract.ok_or_else(|| Fout::niet_gevonden("Dit contract"))?;
            Ok(contract.inhoud.gemeenten.iter().cloned().collect())
        }
    }
}

/// What a contract touches: the gemeenten it holds for.
pub fn bereik_van(inhoud: &ContractInhoud) -> Bereik {
    Bereik::Gemeenten(inhoud.gemeenten.iter().cloned().collect())
}

/// Everything a contract points at must exist, and its number must be its own.
fn toets_contract(tx: &WriteTx, id: &ContractId, inhoud: &ContractInhoud) -> Result<(), Fout> {
    let beeld = tx.world();
    let weg = |veld: &str, bericht: &str| Err(Fout::bij(Code::NietGevonden, veld, bericht));
    if !beeld.organisatie.domeinen.contains_key(&inhoud.domein) {
        return weg("domein", "Dit domein bestaat niet. Kies een ander.");
    }
    if !inhoud.gemeenten.iter().all(|id| beeld.organisatie.gemeenten.contains_key(id)) {
        return weg("gemeenten", "Deze gemeente bestaat niet. Kies een andere.");
    }
    if let Some(boven) = &inhoud.bovenliggend {
        let ouder = beeld.contracten.contracten.get(boven).filter(|een| !een.ingetrokken);
        let Some(ouder) = ouder else {
            return weg("bovenliggend", "Het contract waar dit onder valt, bestaat niet. Kies een ander.");
        };
        // Two layers, contracts and segments, so that there is no ring.
        if boven == id || ouder.inhoud.bovenliggend.as_ref() == Some(id) {
            let bericht = "Een contract valt niet onder zichzelf. Kies een ander.";
            return Err(Fout::bij(Code::Kringverwijzing, "bovenliggend", bericht));
        }
    }
    if let Some(ander) = queries::met_nummer(&beeld.contracten, &inhoud.nummer).filter(|een| een.id != *id) {
        let bericht = format!("Nummer {} hoort al bij ‘{}’. Kies een ander nummer.", inhoud.nummer, ander.inhoud.naam);
        return Err(Fout::bij(Code::BestaatAl, "nummer", bericht));
    }
    Ok(())
}

/// Puts a new contract in the register.
fn neem_op(tx: &mut WriteTx, contract: Contract) -> Result<ContractId, Fout> {
    tx.save(contract.rij()?);
    let id = contract.id.clone();
    record(tx, Gebeurtenis::ContractGemaakt { contract: Box::new(contract) })?;
    Ok(id)
}

/// Everything an attribute points at must exist.
fn toets_attribuut(tx: &WriteTx, inhoud: &AttribuutInhoud) -> Result<(), Fout> {
    let beeld = tx.world();
    if !inhoud.domeinen.iter().all(|id| beeld.organisatie.domeinen.contains_key(id)) {
        return Err(Fout::bij(Code::NietGevonden, "domeinen", "Dit domein bestaat niet. Kies een ander."));
    }
    if !inhoud.contracten.iter().all(|id| beeld.contracten.contracten.contains_key(id)) {
        return Err(Fout::bij(Code::NietGevonden, "contracten", "Dit contract bestaat niet. Kies een ander."));
    }
    Ok(())
}

/// What someone wants a cell to hold, as typed. `None` leaves a part as it is.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Celwens {
    pub tekst: Option<String>,
    pub toelichting: Option<String>,
    pub bron: Option<String>,
    pub peildatum: Option<Option<crate::platform::graphql::scalars::PartialDate>>,
    pub zeker: Option<bool>,
}

/// Fills in one cell. Answers the work on a board that this makes done, if it does.
pub fn vul_cel(
    tx: &mut WriteTx,
    sleutel: &CelSleutel,
    verwachte_versie: i32,
    wens: &Celwens,
) -> Result<Option<Uuid>, Fout> {
    let attribuut = queries::attribuut(tx.world(), &sleutel.0)?;
    gemeenten_van(tx.world(), &sleutel.1)?;
    let oud = tx.world().contracten.cel(sleutel.clone()).as_ref().clone();
    let vorm = &attribuut.inhoud.vorm;
    let waarde = match &wens.tekst {
        Some(tekst) => vorm.lees(tekst)?,
        None => oud.inhoud.waarde.clone(),
    };
    let inhoud = CelInhoud {
        waarde,
        toelichting: wens.toelichting.clone().unwrap_or_else(|| oud.inhoud.toelichting.clone()),
        bron: wens.bron.clone().map_or_else(|| oud.inhoud.bron.clone(), Some),
        peildatum: wens.peildatum.clone().unwrap_or_else(|| oud.inhoud.peildatum.clone()),
        zeker: wens.zeker.unwrap_or(oud.inhoud.zeker),
    };
    let inhoud = inhoud.getoetst(vorm)?;
    if inhoud == oud.inhoud {
        return Ok(None);
    }
    let (door, op) = (tx.actor().map(PersoonId), tx.now());
    oud.toets_versie(verwachte_versie, door)?;
    let van = Box::new(oud.inhoud.clone());
    let was_open = oud.open_vraag().map(|vraag| vraag.taak);
    let naar = oud.ingevuld(inhoud, dutch_date(op), door, op);
    let beantwoord = was_open.filter(|_| naar.open_vraag().is_none());
    tx.save(naar.rij()?);
    record(tx, Gebeurtenis::VergelijkingscelIngevuld { van, naar: Box::new(naar) })?;
    Ok(beantwoord)
}

/// Notes that somebody was asked for a cell; `taak` is their work on a board.
pub fn vraag_cel_op(tx: &mut WriteTx, sleutel: &CelSleutel, vraag: Opvraging) -> Result<(), Fout> {
    let oud = tx.world().contracten.cel(sleutel.clone()).as_ref().clone();
    let cel =
        Cel { opvraging: Some(vraag), versie: oud.versie + 1, door: tx.actor().map(PersoonId), op: tx.now(), ..oud };
    tx.save(cel.rij()?);
    record(tx, Gebeurtenis::VergelijkingscelOpgevraagd { cel: Box::new(cel) })
}

/// Notes that a signal became work on a board.
pub fn pak_signaal_op(tx: &mut WriteTx, contract: &ContractId, taak: Signaaltaak) -> Result<ContractId, Fout> {
    let oud = queries::contract(tx.world(), contract)?;
    let (door, op) = (tx.actor().map(PersoonId), tx.now());
    let mut naar = oud.volgende(&[], door, op);
    naar.signaaltaken.retain(|een| (een.soort, een.datum) != (taak.soort, taak.datum));
    naar.signaaltaken.push(taak.clone());
    tx.save(naar.rij()?);
    let id = naar.id.clone();
    record(tx, Gebeurtenis::ContractsignaalOpgepakt { naar: Box::new(naar), taak })?;
    Ok(id)
}

/// Notes that a decision became an agreement.
pub fn spreek_af(tx: &mut WriteTx, besluit: Besluit, afspraak: String) -> Result<(), Fout> {
    let (door, op) = (tx.actor().map(PersoonId), tx.now());
    let besluit = Besluit { afspraak: Some(afspraak), versie: besluit.versie + 1, door, op, ..besluit };
    tx.save(besluit.rij()?);
    record(tx, Gebeurtenis::HarmonisatieAfgesproken { besluit: Box::new(besluit) })
}

/// Writes a contract as an import left it, or takes it out of the register. Answers what it takes to undo that.
pub fn bewaar_contract(
    tx: &mut WriteTx,
    id: ContractId,
    inhoud: ContractInhoud,
    ingetrokken: bool,
) -> Result<ImportContract, Fout> {
    let (door, op) = (tx.actor().map(PersoonId), tx.now());
    let Some(oud) = tx.world().contracten.contracten.get(&id).map(|een| een.as_ref().clone()) else {
        let contract = Contract {
            id: id.clone(),
            inhoud,
            signaaltaken: Vec::new(),
            ingetrokken: false,
            herkomst: None,
            versie: 1,
            veldversies: std::collections::BTreeMap::new(),
            door,
            op,
        };
        neem_op(tx, contract)?;
        return Ok(ImportContract { id, voor: None, versie: 1 });
    };
    let van = Box::new(oud.inhoud.clone());
    let velden = oud.inhoud.verschillen(&inhoud)?;
    let naar = Contract { inhoud, ingetrokken, ..oud }.volgende(&velden, door, op);
    tx.save(naar.rij()?);
    let versie = naar.versie;
    record(tx, Gebeurtenis::ContractGewijzigd { van: van.clone(), naar: Box::new(naar) })?;
    Ok(ImportContract { id, voor: Some(van), versie })
}

/// Writes a cell as an import left it. Answers what it takes to undo that, and the work this makes done.
pub fn herstel_cel(
    tx: &mut WriteTx,
    sleutel: &CelSleutel,
    inhoud: CelInhoud,
) -> Result<(ImportCel, Option<Uuid>), Fout> {
    let oud = tx.world().contracten.cel(sleutel.clone()).as_ref().clone();
    let (door, op) = (tx.actor().map(PersoonId), tx.now());
    let voor = oud.inhoud.clone();
    let was_open = oud.open_vraag().map(|vraag| vraag.taak);
    let naar = oud.ingevuld(inhoud, dutch_date(op), door, op);
    let beantwoord = was_open.filter(|_| naar.open_vraag().is_none());
    let versie = naar.versie;
    tx.save(naar.rij()?);
    record(tx, Gebeurtenis::VergelijkingscelIngevuld { van: Box::new(voor.clone()), naar: Box::new(naar) })?;
    Ok((ImportCel { sleutel: sleutel.clone(), voor, versie }, beantwoord))
}

/// Notes that an import was done or undone.
pub fn bewaar_import(tx: &mut WriteTx, import: Import) -> Result<ImportId, Fout> {
    tx.save(import.rij()?);
    let (id, terug) = (import.id, import.teruggedraaid_op.is_some());
    let import = Box::new(import);
    record(
        tx,
        if terug {
            Gebeurtenis::ContractimportTeruggedraaid { import }
        } else {
            Gebeurtenis::ContractimportGedaan { import }
        },
    )?;
    Ok(id)
}
