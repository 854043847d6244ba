use serde::Serialize;

use super::toets_ook;
use crate::domain::{
    afspraken::{self, AfspraakId, Partij, commands::MaakAfspraak},
    command::{Command, WriteTx},
    contracten::{AttribuutId, Harmonisatiekeuze, Waarde, commands::spreek_af, queries},
    fout::{Code, Fout},
    rechten::{Bereik, Recht},
    woorden::datum,
};

/// Makes an agreement of a decision: a concept in the register of agreements, where its text, its round and its
/// carrying out go on.
#[derive(Debug, Serialize)]
pub struct SpreekHarmonisatieAf {
    pub attribuut: AttribuutId,
}

impl Command for SpreekHarmonisatieAf {
    const NAAM: &'static str = "spreekHarmonisatieAf";
    const RECHT: Recht = Recht::HarmonisatieBesluiten;
    type Uitkomst = AttribuutId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AttribuutId, Fout> {
        let attribuut = queries::attribuut(tx.world(), &self.attribuut)?;
        let besluit = queries::besluit(tx.world(), &self.attribuut);
        if besluit.inhoud.keuze == Harmonisatiekeuze::NogOpen {
            let bericht = "Hierover is nog niets besloten. Leg eerst het besluit vast.";
            return Err(Fout::bij(Code::NietInDezeFase, "attribuut", bericht));
        }
        let bestaat = |id: &String| tx.world().afspraken.afspraken.contains_key(&AfspraakId(id.clone()));
        if besluit.afspraak.as_ref().is_some_and(bestaat) {
            let bericht = "Van dit besluit is al een afspraak gemaakt. Werk daarin verder.";
            return Err(Fout::bij(Code::BestaatAl, "attribuut", bericht));
        }
        let inhoud = &besluit.inhoud;
        let wordt = match inhoud.keuze {
            Harmonisatiekeuze::Nieuw => {
                format!("nieuw: {}", inhoud.waarde.as_ref().map(Waarde::in_woorden).unwrap_or_default())
            }
            keuze => keuze.naam().to_owned(),
        };
        let vanaf = inhoud.gepland_op.map(|dag| format!(" Het geldt vanaf {}.", datum(dag))).unwrap_or_default();
        let reden = if inhoud.reden.is_empty() { String::new() } else { format!(" Reden: {}", inhoud.reden) };
        let alle = || tx.world().organisatie.gemeenten.keys().cloned().collect();
        let gemeenten = if inhoud.gemeenten.is_empty() { alle() } else { inhoud.gemeenten.clone() };
        let maak = MaakAfspraak {
            inhoud: afspraken::Inhoud {
                naam: format!("{}: {wordt}", attribuut.inhoud.naam).chars().take(200).collect(),
                omschrijving: format!("Harmonisatiebesluit over ‘{}’: {wordt}.{vanaf}{reden}", attribuut.inhoud.naam),
                soort: "harmonisatieafspraak".into(),
                domeinen: attribuut.inhoud.domeinen.clone(),
                partijen: [Partij::Gemeenten, Partij::Mgr].into(),
                gemeenten,
                ..afspraken::Inhoud::default()
            },
        };
        let bereik = maak.bereik(tx).await?;
        toets_ook(tx, MaakAfspraak::RECHT, &bereik)?;
        let afspraak = maak.apply(tx).await?;
        spreek_af(tx, besluit, afspraak.0)?;
        Ok(self.attribuut.clone())
    }
}
