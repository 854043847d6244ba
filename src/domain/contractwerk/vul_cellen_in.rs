use std::collections::BTreeSet;

use serde::Serialize;

use super::{afgeronde_taken, toets_ook};
use crate::domain::{
    command::{Command, WriteTx},
    contracten::{
        CelSleutel, cel_sleutel,
        commands::{Celwens, gemeenten_van, vul_cel},
    },
    fout::{Code, Fout},
    integratie::{TaakId, commands::rond_af},
    rechten::{Bereik, Recht},
};

/// So many cells fit in one request; a screen sends more in parts.
const MAX_CELLEN: usize = 200;

/// One cell with what it becomes.
#[derive(Debug, Clone, Serialize)]
pub struct Cel {
    pub sleutel: CelSleutel,
    /// The version one saw; 0 when nobody had filled it in.
    pub verwachte_versie: i32,
    pub wens: Celwens,
}

/// Fills in cells of the comparison: one, or a whole range at once. All of them, or none.
///
/// When that answers all that somebody was asked for, their task on the board is done.
#[derive(Debug, Serialize)]
pub struct VulCellenIn {
    pub cellen: Vec<Cel>,
}

impl Command for VulCellenIn {
    const NAAM: &'static str = "vulCellenIn";
    const RECHT: Recht = Recht::VergelijkingInvullen;
    type Uitkomst = Vec<String>;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let eerste = self.cellen.first().map(|cel| gemeenten_van(tx.world(), &cel.sleutel.1));
        Ok(Bereik::Gemeenten(eerste.transpose()?.unwrap_or_default()))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Vec<String>, Fout> {
        if self.cellen.is_empty() || self.cellen.len() > MAX_CELLEN {
            return Err(Fout::bij(Code::OngeldigeWaarde, "cellen", "Vul een tot tweehonderd cellen tegelijk in."));
        }
        let kolommen: BTreeSet<_> = self.cellen.iter().map(|cel| &cel.sleutel.1).collect();
        for kolom in kolommen {
            let bereik = Bereik::Gemeenten(gemeenten_van(tx.world(), kolom)?);
            toets_ook(tx, Self::RECHT, &bereik)?;
        }
        let (mut gezien, mut beantwoord) = (BTreeSet::new(), Vec::new());
        for (nummer, cel) in self.cellen.iter().enumerate() {
            // Which of the cells: the screen shows it there.
            let bij = |fout: Fout| match fout.veld {
                Some(veld) => Fout { veld: Some(format!("cellen.{nummer}.{veld}")), ..fout },
                None => Fout { veld: Some(format!("cellen.{nummer}.tekst")), ..fout },
            };
            if !gezien.insert(&cel.sleutel) {
                let bericht = "Deze cel staat er twee keer in. Kies een van beide waarden.";
                return Err(bij(Fout::bij(Code::OngeldigeWaarde, "tekst", bericht)));
            }
            if let Some(taak) = vul_cel(tx, &cel.sleutel, cel.verwachte_versie, &cel.wens).map_err(bij)? {
                beantwoord.push((taak, cel.sleutel.clone()));
            }
        }
        for taak in afgeronde_taken(tx, &beantwoord) {
            rond_af(tx, TaakId(taak)).await?;
        }
        Ok(self.cellen.iter().map(|cel| cel_sleutel(&cel.sleutel)).collect())
    }
}
