use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx},
    contracten::{
        Import, ImportId,
        commands::{bewaar_contract, bewaar_import, herstel_cel},
        queries,
    },
    fout::{Code, Fout},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Undoes a whole import: what it made is taken out of the register, what it changed is as it was.
///
/// Refused when someone changed any of it since.
#[derive(Debug, Serialize)]
pub struct DraaiImportTerug {
    pub import: ImportId,
}

impl Command for DraaiImportTerug {
    const NAAM: &'static str = "draaiImportTerug";
    const RECHT: Recht = Recht::ContractenBeheren;
    type Uitkomst = ImportId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ImportId, Fout> {
        let import = tx.world().contracten.imports.get(&self.import).cloned();
        let import = import.ok_or_else(|| Fout::niet_gevonden("Deze import"))?;
        if import.teruggedraaid_op.is_some() {
            let bericht = "Deze import is al teruggedraaid.";
            return Err(Fout::bij(Code::NietInDezeFase, "import", bericht));
        }
        toets_ongewijzigd(tx, &import)?;
        for contract in &import.contracten {
            let nu = queries::contract(tx.world(), &contract.id)?;
            match &contract.voor {
                Some(voor) => bewaar_contract(tx, contract.id.clone(), (**voor).clone(), false)?,
                None => bewaar_contract(tx, contract.id.clone(), nu.inhoud, true)?,
            };
        }
        for cel in &import.cellen {
            herstel_cel(tx, &cel.sleutel, cel.voor.clone())?;
        }
        let (op, door) = (tx.now(), tx.actor().map(PersoonId));
        let import = Import { teruggedraaid_op: Some(op), teruggedraaid_door: door, ..(*import).clone() };
        bewaar_import(tx, import)
    }
}

/// Refuses to throw away what someone did after the import.
fn toets_ongewijzigd(tx: &WriteTx, import: &Import) -> Result<(), Fout> {
    let toestand = &tx.world().contracten;
    let contracten = import.contracten.iter().filter_map(|een| {
        let nu = toestand.contracten.get(&een.id).filter(|nu| nu.versie != een.versie || nu.ingetrokken)?;
        Some(nu.inhoud.naam.clone())
    });
    let cellen = import.cellen.iter().filter_map(|een| {
        let nu = toestand.cellen.get(&een.sleutel).filter(|nu| nu.versie != een.versie)?;
        let attribuut = toestand.attributen.get(&nu.attribuut)?;
        Some(attribuut.inhoud.naam.clone())
    });
    let Some(naam) = contracten.chain(cellen).next() else { return Ok(()) };
    let bericht = format!("‘{naam}’ is na de import gewijzigd. Zet dat eerst terug, of wijzig het met de hand.");
    Err(Fout::bij(Code::VersieVerouderd, "import", bericht))
}
