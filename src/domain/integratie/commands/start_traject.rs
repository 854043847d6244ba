use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Gebeurtenis, Inrichting, Start, TrajectId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Starts a trajectory after the example of another, with all its days moved to the new target.
#[derive(Debug, Serialize)]
pub struct StartTraject {
    pub sjabloon: TrajectId,
    pub start: Start,
}

impl Command for StartTraject {
    const NAAM: &'static str = "startTraject";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = TrajectId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TrajectId, Fout> {
        let start = self.start.clone().getoetst()?;
        let Inrichting { traject, mijlpalen, besluiten } = sjabloon(tx, &self.sjabloon)?.voor(&start)?;
        let (integratie, organisatie) = (&tx.world().integratie, &tx.world().organisatie);
        let zelfde_naam = |ander: &str| ander.to_lowercase() == traject.naam.to_lowercase();
        if integratie.trajecten.contains_key(&traject.id)
            || integratie.trajecten.values().any(|ander| zelfde_naam(&ander.naam))
        {
            let bericht = "Er is al een traject met deze naam. Kies een andere naam.";
            return Err(Fout::bij(Code::BestaatAl, "naam", bericht));
        }
        if !organisatie.modules.contains_key(&traject.module) {
            return Err(Fout::bij(Code::NietGevonden, "module", "Deze module bestaat niet. Kies een andere."));
        }
        let id = traject.id.clone();
        tx.save(traject.rij()?);
        record(tx, Gebeurtenis::TrajectVastgelegd { traject })?;
        for mijlpaal in mijlpalen {
            tx.save(mijlpaal.rij()?);
            record(tx, Gebeurtenis::MijlpaalVastgelegd { mijlpaal: Box::new(mijlpaal) })?;
        }
        for besluit in besluiten {
            tx.save(besluit.rij()?);
            record(tx, Gebeurtenis::BesluitVastgelegd { besluit: Box::new(besluit) })?;
        }
        // Last, and in the stream of the template: who follows that one sees that there is another now.
        let (traject, gestart) = (self.sjabloon.clone(), id.clone());
        record(tx, Gebeurtenis::TrajectGestart { traject, gestart, naam: start.naam })?;
        Ok(id)
    }
}

/// What is laid down for the trajectory that serves as the example.
fn sjabloon(tx: &WriteTx, id: &TrajectId) -> Result<Inrichting, Fout> {
    let integratie = &tx.world().integratie;
    let Some(traject) = integratie.trajecten.get(id) else {
        return Err(Fout::bij(Code::NietGevonden, "sjabloon", "Dit voorbeeld bestaat niet. Kies een ander traject."));
    };
    Ok(Inrichting {
        traject: traject.as_ref().clone(),
        mijlpalen: queries::mijlpalen(tx.world(), id),
        besluiten: integratie.besluiten_van(id).cloned().collect(),
    })
}
