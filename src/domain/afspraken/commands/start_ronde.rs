use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::{Rij, queries};
use crate::{
    domain::{
        afspraken::{
            AfspraakId, Fase, Gebeurtenis, MAX_VOORSTEL, Ronde, RondeFase, RondeId, RondeStap, SignaalId, VersieId,
            bereik_van, deel_getoetst,
        },
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        invoer,
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Starts a consent round on a frozen version.
#[derive(Debug, Serialize)]
pub struct StartRonde {
    pub afspraak: AfspraakId,
    pub versie: VersieId,
    pub voorstel: String,
    /// By when all should have signed.
    pub deadline: Date,
    /// Part of those who sign that must agree, in percent.
    pub deel: i32,
    /// The signals it comes from.
    pub signalen: BTreeSet<SignaalId>,
}

impl Command for StartRonde {
    const NAAM: &'static str = "startRonde";
    const RECHT: Recht = Recht::RondeLeiden;
    type Uitkomst = RondeId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RondeId, Fout> {
        let afspraak = queries::afspraak(tx.world(), &self.afspraak)?;
        if afspraak.fase != Fase::InAfstemming {
            let bericht = "Een ronde hoort bij een afspraak in afstemming. Zet eerst die stap.";
            return Err(Fout::new(Code::NietInDezeFase, bericht));
        }
        let toestand = &tx.world().afspraken;
        if toestand.ronde_van(&self.afspraak).is_some_and(|ronde| ronde.fase() != RondeFase::Gesloten) {
            return Err(Fout::new(Code::BestaatAl, "Er loopt al een ronde over deze afspraak. Sluit die eerst."));
        }
        if toestand.versies.get(&self.versie).is_none_or(|versie| versie.afspraak != self.afspraak) {
            let bericht = "Deze versie is niet van deze afspraak. Leg de tekst eerst als versie vast.";
            return Err(Fout::bij(Code::NietGevonden, "versie", bericht));
        }
        let over_deze = |id| toestand.signalen.get(id).is_some_and(|signaal| signaal.afspraak == self.afspraak);
        if !self.signalen.iter().all(over_deze) {
            let bericht = "Dit signaal gaat niet over deze afspraak. Kies een ander.";
            return Err(Fout::bij(Code::NietGevonden, "signalen", bericht));
        }
        let nu = tx.now();
        let deadline = invoer::datum("deadline", self.deadline)?;
        if deadline < dutch_date(nu) {
            return Err(Fout::bij(Code::DatumOngeldig, "deadline", "Kies een dag die nog komt."));
        }
        let door = tx.actor().map(PersoonId);
        let ronde = Ronde {
            id: RondeId(tx.new_id()),
            afspraak: self.afspraak.clone(),
            versie: self.versie,
            eerder: Vec::new(),
            voorstel: invoer::tekst("voorstel", &self.voorstel, MAX_VOORSTEL)?,
            deadline,
            deel: deel_getoetst(self.deel)?,
            signalen: self.signalen.clone(),
            stappen: vec![RondeStap { fase: RondeFase::Voorstel, sinds: nu, tot: None }],
            aangenomen: None,
            toelichting: String::new(),
            nummer: 1,
            door,
            op: nu,
        };
        tx.save(ronde.rij()?);
        let id = ronde.id;
        record(tx, Gebeurtenis::RondeGestart { ronde: Box::new(ronde) })?;
        Ok(id)
    }
}
