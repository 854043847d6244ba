use serde::Serialize;

use super::{maak_taak, plek};
use crate::{
    domain::{
        command::{Command, WriteTx},
        contracten::{ContractId, Signaalsoort, Signaaltaak, commands::pak_signaal_op, queries, signalen},
        fout::{Code, Fout},
        integratie::{self, BordId, KolomSoort, TaakId, commands::MaakTaak},
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Makes a task of what comes up for a contract: its end, an option, or the last day of notice.
#[derive(Debug, Serialize)]
pub struct PakSignaalOp {
    pub contract: ContractId,
    pub soort: Signaalsoort,
    pub eigenaar: Option<PersoonId>,
    pub bord: Option<BordId>,
}

impl Command for PakSignaalOp {
    const NAAM: &'static str = "pakSignaalOp";
    const RECHT: Recht = Recht::TaakMaken;
    type Uitkomst = ContractId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let contract = queries::contract(tx.world(), &self.contract)?;
        Ok(Bereik::Gemeenten(contract.inhoud.gemeenten.into_iter().collect()))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ContractId, Fout> {
        let contract = queries::contract(tx.world(), &self.contract)?;
        let vandaag = dutch_date(tx.now());
        let signaal = signalen(&contract.inhoud, vandaag).into_iter().find(|een| een.soort == self.soort);
        let signaal = signaal.ok_or_else(|| {
            Fout::bij(Code::NietGevonden, "soort", "Dit komt niet (meer) aan voor dit contract. Kijk de datums na.")
        })?;
        let eerder = contract.signaaltaken.iter().find(|een| (een.soort, een.datum) == (signaal.soort, signaal.datum));
        if let Some(taak) = eerder.and_then(|een| integratie::queries::taak(tx.world(), TaakId(een.taak)).ok())
            && taak.gearchiveerd_op.is_none()
            && tx.world().integratie.kolom_soort(&taak) != Some(KolomSoort::Gereed)
        {
            let bericht = format!("Hier is al taak #{} van gemaakt. Werk daarin verder.", taak.nummer);
            return Err(Fout::bij(Code::BestaatAl, "soort", bericht));
        }
        let wat = match signaal.soort {
            Signaalsoort::Einde => "Bepaal wat er na het einde komt",
            Signaalsoort::Optie => "Besluit over verlengen",
            Signaalsoort::Opzegging => "Besluit over opzeggen",
        };
        let (bord, kolom) = plek(tx, self.bord.as_ref())?;
        let maak = MaakTaak {
            bord,
            kolom,
            titel: format!("{wat}: {}", contract.inhoud.naam).chars().take(200).collect(),
            omschrijving: format!("{} Contract {} in het register.", signaal.tekst, contract.inhoud.nummer),
            functie: None,
            gemeenten: contract.inhoud.gemeenten.clone(),
            eigenaar: self.eigenaar,
            vervaldatum: Some(signaal.datum),
            herhaling: None,
            herkomst: None,
        };
        let taak = maak_taak(tx, maak).await?;
        pak_signaal_op(tx, &self.contract, Signaaltaak { soort: signaal.soort, datum: signaal.datum, taak: taak.0 })
    }
}
