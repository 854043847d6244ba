use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx},
    contracten::{
        ContractId, Import, ImportId, Importsoort, Invoerrij, Kennis, MAX_RIJEN, Rijfout,
        commands::{bewaar_contract, bewaar_import, herstel_cel},
        plan_contracten, plan_waarden,
    },
    fout::{Code, Fout},
    integratie::{TaakId, commands::rond_af},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Takes over a sheet of contracts or values: all of it, or nothing. Doing it again changes nothing.
#[derive(Debug, Serialize)]
pub struct NeemImportOver {
    /// The name of the file.
    pub naam: String,
    pub soort: Importsoort,
    pub rijen: Vec<Invoerrij>,
}

impl Command for NeemImportOver {
    const NAAM: &'static str = "neemImportOver";
    const RECHT: Recht = Recht::ContractenBeheren;
    type Uitkomst = Option<ImportId>;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Option<ImportId>, Fout> {
        if self.rijen.is_empty() || self.rijen.len() > MAX_RIJEN {
            return Err(Fout::bij(Code::OngeldigeWaarde, "rijen", "Een import heeft een tot 5.000 rijen."));
        }
        let import = Import {
            id: ImportId(tx.new_id()),
            naam: self.naam.chars().take(200).collect(),
            soort: self.soort,
            nieuw: 0,
            gewijzigd: 0,
            gelijk: 0,
            contracten: Vec::new(),
            cellen: Vec::new(),
            op: tx.now(),
            door: tx.actor().map(PersoonId),
            teruggedraaid_op: None,
            teruggedraaid_door: None,
        };
        let import = match self.soort {
            Importsoort::Contracten => self.contracten(tx, import)?,
            Importsoort::Waarden => self.waarden(tx, import).await?,
        };
        if import.contracten.is_empty() && import.cellen.is_empty() {
            return Ok(None);
        }
        bewaar_import(tx, import).map(Some)
    }
}

/// The first thing that is wrong, by row and column.
fn eerste(fouten: &[Rijfout]) -> Result<(), Fout> {
    let Some(fout) = fouten.first() else { return Ok(()) };
    let bericht = format!("Rij {}, kolom {}: {}", fout.rij, fout.kolom, fout.bericht);
    Err(Fout::bij(Code::OngeldigeWaarde, "rijen", bericht))
}

impl NeemImportOver {
    fn contracten(&self, tx: &mut WriteTx, mut import: Import) -> Result<Import, Fout> {
        let world = tx.world();
        let kennis = Kennis { organisatie: &world.organisatie, contracten: &world.contracten };
        let (regels, fouten) = plan_contracten(kennis, &self.rijen, &[]);
        eerste(&fouten)?;
        // Who is new gets an id first: another row may fall under it.
        let mut ids: BTreeMap<String, ContractId> = BTreeMap::new();
        for regel in &regels {
            let id = regel.id.clone().unwrap_or_else(|| ContractId(tx.new_id().to_string()));
            ids.insert(regel.naar.nummer.to_lowercase(), id);
        }
        for regel in regels {
            let Some(id) = ids.get(&regel.naar.nummer.to_lowercase()).cloned() else { continue };
            let mut naar = regel.naar;
            if let Some(onder) = regel.onder.and_then(|nummer| ids.get(&nummer)) {
                naar.bovenliggend = Some(onder.clone());
            }
            match &regel.van {
                Some(van) if *van == naar => import.gelijk += 1,
                Some(_) => import.gewijzigd += 1,
                None => import.nieuw += 1,
            }
            if regel.van.as_ref() != Some(&naar) {
                import.contracten.push(bewaar_contract(tx, id, naar, false)?);
            }
        }
        Ok(import)
    }

    async fn waarden(&self, tx: &mut WriteTx, mut import: Import) -> Result<Import, Fout> {
        let world = tx.world();
        let kennis = Kennis { organisatie: &world.organisatie, contracten: &world.contracten };
        let (regels, fouten) = plan_waarden(kennis, &self.rijen, &[]);
        eerste(&fouten)?;
        let mut beantwoord = Vec::new();
        for regel in regels {
            match &regel.van.waarde {
                _ if regel.van == regel.naar => import.gelijk += 1,
                Some(_) => import.gewijzigd += 1,
                None => import.nieuw += 1,
            }
            if regel.van != regel.naar {
                let (cel, taak) = herstel_cel(tx, &regel.sleutel, regel.naar)?;
                beantwoord.extend(taak.map(|taak| (taak, regel.sleutel.clone())));
                import.cellen.push(cel);
            }
        }
        for taak in super::afgeronde_taken(tx, &beantwoord) {
            rond_af(tx, TaakId(taak)).await?;
        }
        Ok(import)
    }
}
