use serde::Serialize;
use serde_json::{Map, Value};

use super::{Rij, bereik_van, queries, toets_contract};
use crate::domain::{
    command::{Command, WriteTx, record},
    contracten::{Contract, ContractId, Gebeurtenis},
    fout::Fout,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Changes fields of a contract; clashes only with someone else's later change of the same field.
#[derive(Debug, Serialize)]
pub struct WijzigContract {
    pub contract: ContractId,
    pub verwachte_versie: i32,
    /// What it becomes, by the name of the field.
    pub velden: Map<String, Value>,
}

impl Command for WijzigContract {
    const NAAM: &'static str = "wijzigContract";
    const RECHT: Recht = Recht::ContractenBeheren;
    type Uitkomst = ContractId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::contract(tx.world(), &self.contract)?.inhoud))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ContractId, Fout> {
        let oud = queries::contract(tx.world(), &self.contract)?;
        let inhoud = oud.inhoud.met(self.velden.clone())?.getoetst()?;
        let velden = oud.inhoud.verschillen(&inhoud)?;
        if velden.is_empty() {
            return Ok(oud.id);
        }
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(&velden, self.verwachte_versie, door)?;
        toets_contract(tx, &oud.id, &inhoud)?;
        let van = Box::new(oud.inhoud.clone());
        let naar = Contract { inhoud, ..oud }.volgende(&velden, door, tx.now());
        tx.save(naar.rij()?);
        let id = naar.id.clone();
        record(tx, Gebeurtenis::ContractGewijzigd { van, naar: Box::new(naar) })?;
        Ok(id)
    }
}
