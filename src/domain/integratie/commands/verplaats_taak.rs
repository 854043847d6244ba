use serde::Serialize;

use super::{bereik_van_taak, open_taak};
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, KolomId, TaakId, Veld, queries, rijen::Rij},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Puts a task in a column of its board, right under another task or at the top.
///
/// Refused when someone else moved it to another column since `verwachte_versie`.
#[derive(Debug, Serialize)]
pub struct VerplaatsTaak {
    pub taak: TaakId,
    pub verwachte_versie: i32,
    pub naar_kolom: KolomId,
    pub na: Option<TaakId>,
}

impl Command for VerplaatsTaak {
    const NAAM: &'static str = "verplaatsTaak";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_taak(tx, self.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let (mut taak, traject) = open_taak(tx, self.taak)?;
        let bord = traject.bord(&taak.bord).ok_or_else(|| Fout::niet_gevonden("Dit bord"))?;
        let naar = bord.eigen_kolom(&self.naar_kolom)?.id.clone();
        let door = tx.actor().map(PersoonId);
        taak.toets_versie(Veld::Kolom, self.verwachte_versie, door)?;
        let plaats = queries::plaats_in(tx.world(), &naar, self.na, &taak)?;
        if plaats == taak.plaats && naar == taak.kolom {
            return Ok(taak.id);
        }
        let (van, versie) = (taak.kolom.clone(), taak.versie + 1);
        taak.verplaats(&naar, &plaats, versie, door, tx.now());
        tx.save(taak.rij()?);
        record(
            tx,
            Gebeurtenis::TaakVerplaatst { traject: traject.id.clone(), taak: taak.id, versie, van, naar, plaats },
        )?;
        Ok(taak.id)
    }
}
