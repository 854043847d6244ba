use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Besluit, BesluitId, Gebeurtenis, MijlpaalId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Lays down a decision with its steps, terms and rules, or replaces it.
#[derive(Debug, Serialize)]
pub struct LegBesluitVast {
    pub besluit: Besluit,
}

impl Command for LegBesluitVast {
    const NAAM: &'static str = "legBesluitVast";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = BesluitId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<BesluitId, Fout> {
        let Besluit { id, traject, stappen, .. } = &self.besluit;
        self.besluit.toets()?;
        if !tx.world().integratie.trajecten.contains_key(traject) {
            return Err(Fout::niet_gevonden("Dit traject"));
        }
        let mijlpalen = queries::mijlpalen(tx.world(), traject);
        let bekend = |mijlpaal: &MijlpaalId| mijlpalen.iter().any(|een| een.id == *mijlpaal);
        if !stappen.iter().filter_map(|stap| stap.mijlpaal.as_ref()).all(bekend) {
            let bericht = "Deze mijlpaal hoort niet bij dit traject. Kies een andere.";
            return Err(Fout::bij(Code::NietGevonden, "mijlpaal", bericht));
        }
        let besluiten = &tx.world().integratie.besluiten;
        if besluiten.get(id).is_some_and(|known| **known == self.besluit) {
            return Ok(id.clone());
        }
        let elders = besluiten.values().filter(|ander| ander.id != *id);
        if elders.flat_map(|ander| &ander.stappen).any(|stap| self.besluit.stap(&stap.id).is_some()) {
            let bericht = "Een van deze stappen hoort al bij een ander besluit. Geef haar een eigen sleutel.";
            return Err(Fout::bij(Code::BestaatAl, "stappen", bericht));
        }
        tx.save(self.besluit.rij()?);
        record(tx, Gebeurtenis::BesluitVastgelegd { besluit: Box::new(self.besluit.clone()) })?;
        Ok(id.clone())
    }
}
