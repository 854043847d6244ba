use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    meldingen::{Bezorging, Gebeurtenis, MeldingSoort, rijen},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Chooses how messages come; what is not in it stays as it is.
#[derive(Debug, Serialize)]
pub struct StelMeldingenIn {
    pub persoon: PersoonId,
    pub keuzes: BTreeMap<MeldingSoort, Bezorging>,
}

impl Command for StelMeldingenIn {
    const NAAM: &'static str = "stelMeldingenIn";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = ();

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Persoon(self.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let persoon = self.persoon;
        let van = tx.world().meldingen.voorkeur(persoon);
        let mut naar = van.clone();
        naar.0.extend(self.keuzes.iter().map(|(soort, bezorging)| (*soort, *bezorging)));
        if naar == van {
            return Ok(());
        }
        tx.save(rijen::van_voorkeur(persoon, &naar)?);
        record(tx, Gebeurtenis::MeldingenIngesteld { persoon, van, naar })
    }
}
