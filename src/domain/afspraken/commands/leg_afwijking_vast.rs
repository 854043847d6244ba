use serde::Serialize;

use super::{Rij, queries, toets_eigenaar};
use crate::{
    domain::{
        afspraken::{AfspraakId, Afwijking, AfwijkingId, AfwijkingInhoud, Artikelverwijzing, Gebeurtenis},
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        organisatie::{GemeenteId, PersoonId},
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Lays down that a gemeente deviates from an article: why, until when, and whose care it is.
#[derive(Debug, Serialize)]
pub struct LegAfwijkingVast {
    pub afspraak: AfspraakId,
    pub gemeente: GemeenteId,
    /// The id of the article in the newest version; `None`: the agreement as a whole.
    pub artikel: Option<String>,
    pub inhoud: AfwijkingInhoud,
}

impl Command for LegAfwijkingVast {
    const NAAM: &'static str = "legAfwijkingVast";
    const RECHT: Recht = Recht::AfwijkingVastleggen;
    type Uitkomst = AfwijkingId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(vec![self.gemeente.clone()]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfwijkingId, Fout> {
        let afspraak = queries::afspraak(tx.world(), &self.afspraak)?;
        if !afspraak.inhoud.gemeenten.contains(&self.gemeente) {
            let bericht = "Deze afspraak geldt niet in deze gemeente. Kies een andere.";
            return Err(Fout::bij(Code::NeemtNietDeel, "gemeente", bericht));
        }
        let artikel = self.artikel.as_ref().map(|id| self.verwijzing(tx, id)).transpose()?;
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_eigenaar(tx, inhoud.eigenaar)?;
        let nu = tx.now();
        if inhoud.tot < dutch_date(nu) {
            return Err(Fout::bij(Code::DatumOngeldig, "tot", "Kies een einddag die nog komt."));
        }
        let afwijking = Afwijking {
            id: AfwijkingId(tx.new_id()),
            afspraak: self.afspraak.clone(),
            gemeente: self.gemeente.clone(),
            artikel,
            inhoud,
            versie: 1,
            door: tx.actor().map(PersoonId),
            op: nu,
            sinds: nu,
        };
        tx.save(afwijking.rij()?);
        let id = afwijking.id;
        record(tx, Gebeurtenis::AfwijkingVastgelegd { afwijking: Box::new(afwijking) })?;
        Ok(id)
    }
}

impl LegAfwijkingVast {
    fn verwijzing(&self, tx: &WriteTx, id: &str) -> Result<Artikelverwijzing, Fout> {
        let versie = tx.world().afspraken.laatste_versie(&self.afspraak);
        let artikel = versie.and_then(|versie| versie.artikelen.iter().find(|artikel| artikel.id == id));
        let Some(artikel) = artikel else {
            let bericht = "Dit artikel staat niet in de laatste versie. Kies een ander.";
            return Err(Fout::bij(Code::NietGevonden, "artikel", bericht));
        };
        Artikelverwijzing { id: artikel.id.clone(), kop: artikel.kop.clone() }.getoetst()
    }
}
