use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Writes a note. In an anonymous session nothing here says who: only a secret of the phone, another for each note.
#[derive(Debug, Serialize)]
pub struct SchrijfNotitie {
    pub sessie: SessieId,
    pub fase: FaseId,
    pub kolom: VakId,
    pub tekst: String,
    #[serde(serialize_with = "als_slot")]
    pub sleutel: String,
    /// Who writes; only in a session in which notes bear a name.
    pub gast: Option<GastId>,
}

impl Command for SchrijfNotitie {
    const NAAM: &'static str = "schrijfNotitie";
    const RECHT: Recht = Recht::SessieMeedoen;
    type Uitkomst = NotitieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Sessie(self.sessie))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<NotitieId, Fout> {
        let bord = queries::bord(tx.world(), self.sessie)?;
        let (stand, laat) = bord.sessie.plek_voor_notitie(self.fase, self.kolom)?;
        if self.sleutel.len() < MIN_SLEUTEL {
            return Err(Fout::bij(
                Code::OngeldigeWaarde,
                "sleutel",
                "Maak voor elke notitie een nieuwe, lange sleutel.",
            ));
        }
        let notitie = Notitie {
            id: NotitieId(tx.new_id()),
            sessie: self.sessie,
            fase: self.fase,
            kolom: self.kolom,
            tekst: notitietekst(&self.tekst)?,
            slot: slot_van(&self.sleutel),
            gast: self.gast.filter(|_| !bord.sessie.anoniem),
            stand,
            laat,
            groep: None,
            op: tx.now(),
            herkomst: None,
        };
        let id = notitie.id;
        tx.save(notitie.rij()?);
        let (daad, notities) = (Notitiedaad::Geschreven, vec![notitie]);
        record(tx, Gebeurtenis::NotitiesBijgewerkt { daad, sessie: self.sessie, notities, groepen: Vec::new() })?;
        Ok(id)
    }
}
