use std::collections::BTreeMap;

use serde::Serialize;

use super::{neem_op, toets_contract};
use crate::domain::{
    command::{Command, WriteTx},
    contracten::{Contract, ContractId, ContractInhoud},
    fout::Fout,
    organisatie::{Herkomst, PersoonId},
    rechten::{Bereik, Recht},
};

/// Lays down a contract that a source names. Done once: what people made of it since is never overwritten.
#[derive(Debug, Serialize)]
pub struct LegContractVast {
    pub id: ContractId,
    pub inhoud: ContractInhoud,
    pub herkomst: Herkomst,
}

impl Command for LegContractVast {
    const NAAM: &'static str = "legContractVast";
    const RECHT: Recht = Recht::FeitenVastleggen;
    type Uitkomst = ContractId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ContractId, Fout> {
        if tx.world().contracten.contracten.contains_key(&self.id) {
            return Ok(self.id.clone());
        }
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_contract(tx, &self.id, &inhoud)?;
        let contract = Contract {
            id: self.id.clone(),
            inhoud,
            signaaltaken: Vec::new(),
            ingetrokken: false,
            herkomst: Some(self.herkomst.clone()),
            versie: 1,
            veldversies: BTreeMap::new(),
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        neem_op(tx, contract)
    }
}
