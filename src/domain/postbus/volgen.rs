//! Following something: whoever does is told of what others do to it.

use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use super::betreft::{Bericht, titel};
use crate::domain::{
    beeld::Beeld,
    command::{Command, WriteTx},
    fout::Fout,
    gebeurtenis::{ContextGebeurtenis, Gebeurtenis},
    integratie::{self, StapId},
    logboek,
    meldingen::{MeldingSoort, Over, commands::leg_volgen},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
    sporen::{Lezing, Sporen},
};

/// Follows a task, decision, agreement or contract, or does so no more.
#[derive(Debug, Serialize)]
pub struct Volg {
    pub persoon: PersoonId,
    pub over: Over,
    pub volgt: bool,
}

impl Command for Volg {
    const NAAM: &'static str = "volg";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = ();

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Persoon(self.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let (kind, key) = self.over.onderwerp();
        // What is not there any more can still be let go.
        if self.volgt && titel(tx.world(), kind, key).is_empty() {
            return Err(Fout::niet_gevonden("Dit onderwerp"));
        }
        leg_volgen(tx, self.persoon, self.over.clone(), self.volgt)
    }
}

/// What one can follow that this happened to.
pub fn waaraan(beeld: &Beeld, gebeurtenis: &Gebeurtenis) -> Option<Over> {
    let onderwerp = match gebeurtenis {
        Gebeurtenis::Integratie(integratie::Gebeurtenis::BesluitcelIngevuld { naar, .. }) => {
            let mut besluiten = beeld.integratie.besluiten.values();
            let besluit = besluiten.find(|besluit| besluit.stap(&naar.stap).is_some())?;
            return Some(Over::Besluit(besluit.id.to_string()));
        }
        // An order within a column is no news.
        Gebeurtenis::Integratie(integratie::Gebeurtenis::TaakVerplaatst { van, naar, .. }) if van == naar => {
            return None;
        }
        Gebeurtenis::Integratie(gebeurtenis) => gebeurtenis.onderwerp(),
        Gebeurtenis::Afspraken(gebeurtenis) => gebeurtenis.onderwerp(),
        Gebeurtenis::Contracten(gebeurtenis) => gebeurtenis.onderwerp(),
        Gebeurtenis::Organisatie(_)
        | Gebeurtenis::Sessies(_)
        | Gebeurtenis::Meldingen(_)
        | Gebeurtenis::Weergaven(_) => return None,
    };
    Over::van(onderwerp.kind, &onderwerp.key)
}

/// The subjects in the log of what happens to this.
pub fn onderwerpen(beeld: &Beeld, over: &Over) -> Vec<(String, String)> {
    let (kind, key) = over.onderwerp();
    let zelf = (kind.to_owned(), key.to_owned());
    let Over::Besluit(id) = over else { return vec![zelf] };
    let besluit = beeld.integratie.besluiten.get(&integratie::BesluitId(id.clone()));
    let stappen = besluit.into_iter().flat_map(|besluit| &besluit.stappen);
    let gemeenten = || beeld.organisatie.gemeenten.keys();
    let cel = |stap: &StapId, gemeente| ("Besluitcel".to_owned(), integratie::cel_sleutel(stap, gemeente));
    let cellen = stappen.flat_map(|stap| gemeenten().map(move |gemeente| cel(&stap.id, gemeente)));
    std::iter::once(zelf).chain(cellen).collect()
}

/// What to tell this reader, who follows what it happened to. The sentence is that of the log, which may hold what
/// someone wrote: a letter only says what it is about.
pub fn nieuws(
    beeld: &Arc<Beeld>,
    lezer: PersoonId,
    op: Timestamp,
    wie: &str,
    gebeurtenis: &Gebeurtenis,
) -> Option<Bericht> {
    // Asked for every event and every reader: most follow nothing.
    let gevolgd = beeld.meldingen.gevolgd.get(&lezer)?;
    let over = waaraan(beeld, gebeurtenis)?;
    gevolgd.sinds(&over).filter(|sinds| *sinds <= op)?;
    let (kind, key) = over.onderwerp();
    let titel = titel(beeld, kind, key);
    let lezing = Lezing::new(beeld.clone(), Arc::<Sporen>::default());
    Some(Bericht {
        soort: MeldingSoort::Gevolgd,
        zin: logboek::zin(&lezing, wie, gebeurtenis),
        in_brief: Some(format!("{wie} veranderde iets aan ‘{titel}’, dat je volgt")),
        onderwerp: (kind, key.to_owned()),
    })
}
