use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::toets_verwijzingen;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{BordId, FunctieId, Gebeurtenis, Herhaling, KolomId, Taak, TaakId, Wens, queries, rijen::Rij},
    organisatie::{GemeenteId, Herkomst, PersoonId},
    rechten::{Bereik, Recht},
};

/// Puts a new task at the end of a column.
#[derive(Debug, Serialize)]
pub struct MaakTaak {
    pub bord: BordId,
    pub kolom: KolomId,
    pub titel: String,
    pub omschrijving: String,
    pub functie: Option<FunctieId>,
    pub gemeenten: BTreeSet<GemeenteId>,
    pub eigenaar: Option<PersoonId>,
    pub vervaldatum: Option<Date>,
    /// Left out of the fingerprint when there is none: what was sent before tasks could come back stays the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub herhaling: Option<Herhaling>,
    /// Where the task comes from, when that is a document.
    pub herkomst: Option<Herkomst>,
}

impl Command for MaakTaak {
    const NAAM: &'static str = "maakTaak";
    const RECHT: Recht = Recht::TaakMaken;
    type Uitkomst = TaakId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(self.gemeenten.iter().cloned().collect()))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let traject = queries::traject_van(tx.world(), &self.bord)?;
        let bord = traject.bord(&self.bord).ok_or_else(|| Fout::niet_gevonden("Dit bord"))?;
        let kolom = bord.eigen_kolom(&self.kolom)?.id.clone();
        let wens = Wens {
            titel: Some(self.titel.clone()),
            omschrijving: Some(self.omschrijving.clone()),
            functie: Some(self.functie.clone()),
            gemeenten: Some(self.gemeenten.clone()),
            eigenaar: Some(self.eigenaar),
            vervaldatum: Some(self.vervaldatum),
            herhaling: Some(self.herhaling),
        }
        .getoetst()?;
        let herhaling = self.herhaling.map(|een| een.getoetst(self.vervaldatum)).transpose()?;
        toets_verwijzingen(tx, &traject, &wens)?;
        let taak = Taak {
            id: TaakId(tx.new_id()),
            nummer: queries::volgend_nummer(tx.world(), &self.bord),
            bord: self.bord.clone(),
            plaats: queries::plaats_onderaan_kolom(tx.world(), &self.bord, &kolom)?,
            kolom,
            titel: wens.titel.unwrap_or_default(),
            omschrijving: wens.omschrijving.unwrap_or_default(),
            functie: self.functie.clone(),
            gemeenten: self.gemeenten.clone(),
            eigenaar: self.eigenaar,
            vervaldatum: self.vervaldatum,
            herhaling,
            herhaalt_vanaf: herhaling.and(self.vervaldatum),
            kolom_sinds: tx.now(),
            versie: 1,
            veldversies: BTreeMap::new(),
            gemaakt_op: tx.now(),
            gemaakt_door: tx.actor().map(PersoonId),
            gearchiveerd_op: None,
            herkomst: self.herkomst.clone(),
        };
        tx.save(taak.rij()?);
        let id = taak.id;
        let (traject, taak) = (traject.id.clone(), Box::new(taak));
        record(tx, Gebeurtenis::TaakGemaakt { traject, taak, volgt_op: None, checkpunten: Vec::new() })?;
        Ok(id)
    }
}
