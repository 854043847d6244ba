use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::{MaakTaak, bewaar_overdracht, leden_van_regio, overdracht_van};
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        integratie::{
            FunctieId, Gebeurtenis, KolomSoort, Onderdeel, Opvraging, OverdrachtSleutel, Overdrachtcel, TrajectId,
            onderdelen_in_woorden, queries,
        },
        organisatie::{PersoonId, RegioId},
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Asks for what is not known of a function in a region: makes a task on the board for whoever must find it out.
///
/// Refused as long as an earlier question is open and its task is still to be done.
#[derive(Debug, Serialize)]
pub struct VraagOverdrachtOp {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub regio: RegioId,
    pub onderdelen: BTreeSet<Onderdeel>,
    pub eigenaar: PersoonId,
    pub antwoord_voor: Date,
}

impl Command for VraagOverdrachtOp {
    const NAAM: &'static str = "vraagOverdrachtOp";
    const RECHT: Recht = Recht::TaakMaken;
    type Uitkomst = OverdrachtSleutel;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(leden_van_regio(tx, &self.traject, &self.regio)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<OverdrachtSleutel, Fout> {
        let cel = overdracht_van(tx, &self.traject, &self.functie, &self.regio)?;
        let vandaag = dutch_date(tx.now());
        cel.toets_opvraging(&self.onderdelen, self.antwoord_voor, vandaag)?;
        toets_niet_lopend(tx, &cel)?;
        let taak = self.taak(tx)?.apply(tx).await?;
        let opvraging = Opvraging {
            onderdelen: self.onderdelen.clone(),
            eigenaar: self.eigenaar,
            gevraagd_op: vandaag,
            antwoord_voor: self.antwoord_voor,
            taak,
            beantwoord_op: None,
        };
        let cel = bewaar_overdracht(tx, Overdrachtcel { opvraging: Some(opvraging), ..cel })?;
        let sleutel = cel.sleutel();
        record(tx, Gebeurtenis::OverdrachtOpgevraagd { cel: Box::new(cel) })?;
        Ok(sleutel)
    }
}

impl VraagOverdrachtOp {
    /// The work on the board that finding it out is.
    fn taak(&self, tx: &WriteTx) -> Result<MaakTaak, Fout> {
        let traject = queries::traject(tx.world(), &self.traject)?;
        let bord = traject.borden.first().ok_or_else(|| {
            Fout::new(Code::NietGevonden, "Dit traject heeft geen bord voor de taak. Leg eerst een bord vast.")
        })?;
        let kolom = bord.eerste_kolom(KolomSoort::TeDoen).or(bord.kolommen.first());
        let kolom = kolom.ok_or_else(|| Fout::niet_gevonden("Deze kolom"))?.id.clone();
        let functie = traject.functie(&self.functie).map_or("", |functie| functie.naam.as_str());
        let organisatie = &tx.world().organisatie;
        let regio = organisatie.regios.get(&self.regio).map_or("", |regio| regio.naam.as_str());
        let wat = onderdelen_in_woorden(&self.onderdelen);
        Ok(MaakTaak {
            bord: bord.id.clone(),
            kolom,
            titel: format!("Opvragen: {functie}, {regio}"),
            omschrijving: format!(
                "Nog onbekend voor de overdracht van ‘{functie}’ in {regio}: {wat}. Vul het in bij Overdracht; dan gaat \
                 deze taak vanzelf naar gereed."
            ),
            functie: Some(self.functie.clone()),
            gemeenten: leden_van_regio(tx, &self.traject, &self.regio)?.into_iter().collect(),
            eigenaar: Some(self.eigenaar),
            vervaldatum: Some(self.antwoord_voor),
            herhaling: None,
            herkomst: None,
        })
    }
}

/// Refuses a second question while the work for the first is to be done.
fn toets_niet_lopend(tx: &WriteTx, cel: &Overdrachtcel) -> Result<(), Fout> {
    let Some(open) = cel.opvraging.as_ref().filter(|een| een.beantwoord_op.is_none()) else { return Ok(()) };
    let Ok(taak) = queries::taak(tx.world(), open.taak) else { return Ok(()) };
    let gereed = tx.world().integratie.kolom_soort(&taak) == Some(KolomSoort::Gereed);
    if taak.gearchiveerd_op.is_some() || gereed {
        return Ok(());
    }
    let bericht =
        format!("Dit is al opgevraagd met taak #{}. Wacht op het antwoord, of rond die taak eerst af.", taak.nummer);
    Err(Fout::bij(Code::BestaatAl, "onderdelen", bericht))
}
