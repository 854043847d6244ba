use serde::Serialize;

use super::{Rij, queries};
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        contracten::{AttribuutId, Besluit, BesluitInhoud, Gebeurtenis, Harmonisatiekeuze, Planstand},
        fout::{Code, Fout},
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
        woorden,
    },
    platform::clock::dutch_date,
};

/// Decides how one attribute, or several at once, become the same, or stay different.
///
/// Refused for a day before the earliest that is lawful, as far as that is known.
#[derive(Debug, Serialize)]
pub struct BesluitHarmonisatie {
    /// With the version one saw of the decision about it; 0 when there was none.
    pub attributen: Vec<(AttribuutId, i32)>,
    pub inhoud: BesluitInhoud,
    /// What it becomes, as typed; for something new.
    pub waarde: Option<String>,
}

/// So many attributes at once still read well.
const MAX_SAMEN: usize = 50;

impl Command for BesluitHarmonisatie {
    const NAAM: &'static str = "besluitHarmonisatie";
    const RECHT: Recht = Recht::HarmonisatieBesluiten;
    type Uitkomst = Vec<AttribuutId>;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Vec<AttribuutId>, Fout> {
        if self.attributen.is_empty() || self.attributen.len() > MAX_SAMEN {
            return Err(Fout::bij(Code::OngeldigeWaarde, "attributen", "Kies een tot vijftig attributen."));
        }
        for (id, verwachte_versie) in &self.attributen {
            self.besluit(tx, id, *verwachte_versie)?;
        }
        Ok(self.attributen.iter().map(|(id, _)| id.clone()).collect())
    }
}

impl BesluitHarmonisatie {
    fn besluit(&self, tx: &mut WriteTx, id: &AttribuutId, verwachte_versie: i32) -> Result<(), Fout> {
        let attribuut = queries::attribuut(tx.world(), id)?;
        let oud = queries::besluit(tx.world(), id);
        let vorm = &attribuut.inhoud.vorm;
        let mut inhoud = self.inhoud.clone();
        if inhoud.keuze == Harmonisatiekeuze::Nieuw {
            let tekst = self.waarde.as_deref().unwrap_or_default();
            inhoud.waarde = vorm.lees(tekst).map_err(|fout| Fout { veld: Some("waarde".into()), ..fout })?;
        }
        let inhoud = inhoud.getoetst(vorm)?;
        if inhoud == oud.inhoud {
            return Ok(());
        }
        let (door, op) = (tx.actor().map(PersoonId), tx.now());
        oud.toets_versie(verwachte_versie, door)?;
        let organisatie = &tx.world().organisatie;
        if inhoud.gremium.as_ref().is_some_and(|rol| !organisatie.rollen.contains_key(rol)) {
            return Err(Fout::bij(Code::NietGevonden, "gremium", "Dit gremium bestaat niet. Kies een ander."));
        }
        if !inhoud.gemeenten.iter().all(|id| organisatie.gemeenten.contains_key(id)) {
            return Err(Fout::bij(Code::NietGevonden, "gemeenten", "Deze gemeente bestaat niet. Kies een andere."));
        }
        if let Some(gepland) = inhoud.gepland_op.filter(|dag| oud.inhoud.gepland_op != Some(*dag)) {
            let moment = tx.world().contracten.moment(&attribuut, dutch_date(op));
            if moment.toets(gepland) == Planstand::TeVroeg
                && let Some(vroegst) = moment.datum.or(moment.niet_voor)
            {
                let naam = &attribuut.inhoud.naam;
                let bericht =
                    format!("‘{naam}’ kan pas vanaf {}. {}", woorden::datum(vroegst), moment.uitleg.join(" "));
                return Err(Fout::bij(Code::OngeldigeWaarde, "geplandOp", bericht));
            }
        }
        let van = Box::new(oud.inhoud.clone());
        let naar = Besluit { inhoud, versie: oud.versie + 1, door, op, ..oud };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::HarmonisatieBesloten { van, naar: Box::new(naar) })
    }
}
