use std::collections::BTreeSet;

use serde::Serialize;

use super::{Rij, queries};
use crate::{
    domain::{
        afspraken::{
            Gebeurtenis, Handtekening, MAX_HOEDANIGHEID, Oordeel, Plek, Ronde, RondeId, VersieId, plekken,
            reden_getoetst,
        },
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        invoer,
        organisatie::{GemeenteId, PersoonId},
        rechten::{Bereik, Recht, Reikwijdte, reikwijdte},
    },
    platform::clock::dutch_date,
};

/// Says what one party thinks of the version before it, for one gemeente or for all. A substitute says for whom.
#[derive(Debug, Serialize)]
pub struct Onderteken {
    pub ronde: RondeId,
    pub plek: Plek,
    /// The version that was read: another one is not signed unseen.
    pub versie: VersieId,
    pub oordeel: Oordeel,
    pub reden: String,
    /// The articles an objection is about; none: the whole text.
    pub artikelen: BTreeSet<String>,
    pub hoedanigheid: String,
    pub namens: Option<PersoonId>,
}

impl Command for Onderteken {
    const NAAM: &'static str = "onderteken";
    const RECHT: Recht = Recht::Ondertekenen;
    type Uitkomst = RondeId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        // The key of the row is all of it that says whose it is.
        Ok(self.plek.gemeente.clone().map_or(Bereik::Alles, |gemeente| Bereik::Gemeenten(vec![gemeente])))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RondeId, Fout> {
        let ronde = queries::ronde(tx.world(), self.ronde)?;
        ronde.toets_open()?;
        if !ronde.fase().tekent() {
            let bericht = "Tekenen kan vanaf de fase bezwaren. Stel nu je vraag of geef je reactie.";
            return Err(Fout::new(Code::NietInDezeFase, bericht));
        }
        if ronde.versie != self.versie {
            let bericht = "Er ligt een nieuwe versie voor. Lees wat er veranderde en teken daarna.";
            return Err(Fout::bij(Code::VersieVerouderd, "versie", bericht));
        }
        let toestand = &tx.world().afspraken;
        let afspraak = queries::afspraak(tx.world(), &ronde.afspraak)?;
        if !plekken(&afspraak).contains(&self.plek) {
            let bericht = "Deze partij tekent hier niet. Kies een andere.";
            return Err(Fout::bij(Code::NeemtNietDeel, "partij", bericht));
        }
        let Some(versie) = toestand.versies.get(&ronde.versie).cloned() else {
            return Err(Fout::niet_gevonden("Deze versie"));
        };
        if !self.artikelen.iter().all(|id| versie.artikelen.iter().any(|artikel| artikel.id == *id)) {
            let bericht = "Dit artikel staat niet in deze versie. Kies een ander.";
            return Err(Fout::bij(Code::NietGevonden, "artikelen", bericht));
        }
        let Some(door) = tx.actor().map(PersoonId) else {
            return Err(Fout::new(Code::GeenRecht, "Alleen een persoon kan tekenen."));
        };
        self.toets_namens(tx, door)?;
        self.toets_afwijking(tx, &ronde)?;
        let handtekening = Handtekening {
            ronde: ronde.id,
            plek: self.plek.clone(),
            oordeel: self.oordeel,
            reden: reden_getoetst(self.oordeel, &self.reden)?,
            artikelen: if self.oordeel == Oordeel::Bezwaar { self.artikelen.clone() } else { BTreeSet::new() },
            hoedanigheid: invoer::tekst("hoedanigheid", &self.hoedanigheid, MAX_HOEDANIGHEID)?,
            door,
            namens: self.namens,
            versie: versie.id,
            hash: versie.hash.clone(),
            gelezen: versie.artikelen.iter().map(|een| (een.id.clone(), een.hash.clone())).collect(),
            op: tx.now(),
            ingetrokken: false,
        };
        tx.save(handtekening.rij()?);
        let handtekening = Box::new(handtekening);
        record(tx, Gebeurtenis::Ondertekend { afspraak: ronde.afspraak, handtekening })?;
        Ok(ronde.id)
    }
}

impl Onderteken {
    /// Who is not of the gemeente signs for someone who is, and both names go into the log.
    fn toets_namens(&self, tx: &WriteTx, door: PersoonId) -> Result<(), Fout> {
        let dag = dutch_date(tx.now());
        let hoort_bij = |persoon: PersoonId, gemeente: &GemeenteId| {
            let rollen = tx.world().organisatie.rollen_van(persoon, dag);
            let tekent = |rol| reikwijdte(rol, Recht::Ondertekenen) == Some(Reikwijdte::EigenGemeente);
            rollen.iter().any(|(rol, van)| tekent(*rol) && van.as_ref() == Some(gemeente))
        };
        let weiger = |code, bericht: &str| Err(Fout::bij(code, "namens", bericht));
        match (&self.plek.gemeente, self.namens) {
            (_, Some(namens)) if namens == door => weiger(Code::OngeldigeWaarde, "Namens jezelf tekenen hoeft niet."),
            (_, Some(namens)) if !tx.world().organisatie.is_actief(namens) => {
                weiger(Code::NietGevonden, "Deze persoon werkt niet (meer) in de hub. Kies een andere.")
            }
            (Some(gemeente), Some(namens)) if !hoort_bij(namens, gemeente) => {
                weiger(Code::OngeldigeWaarde, "Deze persoon hoort niet bij deze gemeente. Kies een andere.")
            }
            (Some(gemeente), None) if !hoort_bij(door, gemeente) => {
                weiger(Code::Verplicht, "Je hoort niet bij deze gemeente. Kies namens wie je tekent.")
            }
            _ => Ok(()),
        }
    }

    /// Who agrees with a deviation has laid it down: with an article, a reason and an end.
    fn toets_afwijking(&self, tx: &WriteTx, ronde: &Ronde) -> Result<(), Fout> {
        if self.oordeel != Oordeel::AkkoordMetAfwijking {
            return Ok(());
        }
        let dag = dutch_date(tx.now());
        let hier = tx.world().afspraken.afwijkingen.values().any(|afwijking| {
            afwijking.afspraak == ronde.afspraak
                && Some(&afwijking.gemeente) == self.plek.gemeente.as_ref()
                && afwijking.geldt(dag)
        });
        if hier {
            return Ok(());
        }
        let bericht = "Leg eerst de afwijking vast: welk artikel, waarom, tot wanneer en wie ervoor zorgt.";
        Err(Fout::bij(Code::NietInDezeFase, "oordeel", bericht))
    }
}
