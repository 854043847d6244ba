use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{bereik_van, neem_op, toets_contract};
use crate::domain::{
    command::{Command, WriteTx},
    contracten::{Contract, ContractId, ContractInhoud},
    fout::Fout,
    organisatie::{DomeinId, PersoonId},
    rechten::{Bereik, Recht},
};

/// Puts a new contract or segment in the register.
#[derive(Debug, Serialize)]
pub struct MaakContract {
    pub nummer: String,
    pub naam: String,
    pub domein: DomeinId,
    /// The rest of what is known, by the name of the field.
    pub velden: Map<String, Value>,
}

impl MaakContract {
    fn inhoud(&self) -> Result<ContractInhoud, Fout> {
        ContractInhoud::nieuw(&self.nummer, &self.naam, self.domein.clone()).met(self.velden.clone())
    }
}

impl Command for MaakContract {
    const NAAM: &'static str = "maakContract";
    const RECHT: Recht = Recht::ContractenBeheren;
    type Uitkomst = ContractId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        // There is no row yet: whoever may do so for one of its gemeenten, may begin it.
        Ok(bereik_van(&self.inhoud()?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ContractId, Fout> {
        let id = ContractId(tx.new_id().to_string());
        let inhoud = self.inhoud()?.getoetst()?;
        toets_contract(tx, &id, &inhoud)?;
        let contract = Contract {
            id,
            inhoud,
            signaaltaken: Vec::new(),
            ingetrokken: false,
            herkomst: None,
            versie: 1,
            veldversies: BTreeMap::new(),
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        neem_op(tx, contract)
    }
}
