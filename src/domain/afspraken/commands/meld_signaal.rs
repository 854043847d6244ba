use serde::Serialize;

use super::{Rij, queries};
use crate::domain::{
    afspraken::{AfspraakId, Behandeling, Gebeurtenis, Partij, Signaal, SignaalId, signaal_getoetst},
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    organisatie::{GemeenteId, PersoonId},
    rechten::{Bereik, Recht},
};

/// Reports that an agreement does not work.
#[derive(Debug, Serialize)]
pub struct MeldSignaal {
    pub afspraak: AfspraakId,
    pub van: Partij,
    pub gemeente: Option<GemeenteId>,
    pub tekst: String,
}

impl Command for MeldSignaal {
    const NAAM: &'static str = "meldSignaal";
    const RECHT: Recht = Recht::SignaalMelden;
    type Uitkomst = SignaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SignaalId, Fout> {
        let afspraak = queries::afspraak(tx.world(), &self.afspraak)?;
        if self.gemeente.as_ref().is_some_and(|gemeente| !afspraak.inhoud.gemeenten.contains(gemeente)) {
            let bericht = "Deze afspraak geldt niet in deze gemeente. Kies een andere, of geen.";
            return Err(Fout::bij(Code::NeemtNietDeel, "gemeente", bericht));
        }
        let (nu, door) = (tx.now(), tx.actor().map(PersoonId));
        let signaal = Signaal {
            id: SignaalId(tx.new_id()),
            afspraak: self.afspraak.clone(),
            van: self.van,
            gemeente: self.gemeente.clone(),
            tekst: signaal_getoetst(&self.tekst)?,
            gemeld_door: door,
            gemeld_op: nu,
            behandeling: Behandeling::default(),
            versie: 1,
            door,
            op: nu,
        };
        tx.save(signaal.rij()?);
        let id = signaal.id;
        record(tx, Gebeurtenis::SignaalGemeld { signaal: Box::new(signaal) })?;
        Ok(id)
    }
}
