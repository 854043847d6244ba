use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::{maak_taak, plek, toets_ook};
use crate::{
    domain::{
        command::{Command, WriteTx},
        contracten::{
            CelSleutel, Kolom, Opvraging, cel_sleutel,
            commands::{gemeenten_van, vraag_cel_op},
            queries,
        },
        fout::{Code, Fout},
        integratie::{self, BordId, KolomSoort, TaakId, commands::MaakTaak},
        invoer,
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

const MAX_CELLEN: usize = 100;
/// So many are named in the task; the rest is counted.
const GENOEMD: usize = 20;

/// Asks for values that nobody knows: makes one task on a board for whoever must find them out.
#[derive(Debug, Serialize)]
pub struct VraagCellenOp {
    pub cellen: Vec<CelSleutel>,
    pub eigenaar: PersoonId,
    pub antwoord_voor: Date,
    pub bord: Option<BordId>,
}

impl Command for VraagCellenOp {
    const NAAM: &'static str = "vraagCellenOp";
    const RECHT: Recht = Recht::TaakMaken;
    type Uitkomst = Vec<String>;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let eerste = self.cellen.first().map(|(_, kolom)| gemeenten_van(tx.world(), kolom));
        Ok(Bereik::Gemeenten(eerste.transpose()?.unwrap_or_default()))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Vec<String>, Fout> {
        if self.cellen.is_empty() || self.cellen.len() > MAX_CELLEN {
            return Err(Fout::bij(Code::OngeldigeWaarde, "cellen", "Kies een tot honderd cellen."));
        }
        let vandaag = dutch_date(tx.now());
        if invoer::datum("antwoordVoor", self.antwoord_voor)? < vandaag {
            let bericht = "Deze dag is voorbij. Kies wanneer het antwoord er moet zijn.";
            return Err(Fout::bij(Code::DatumOngeldig, "antwoordVoor", bericht));
        }
        if !tx.world().organisatie.is_actief(self.eigenaar) {
            let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een ander.";
            return Err(Fout::bij(Code::NietGevonden, "eigenaar", bericht));
        }
        let cellen: BTreeSet<&CelSleutel> = self.cellen.iter().collect();
        for (attribuut, kolom) in &cellen {
            toets_ook(tx, Self::RECHT, &Bereik::Gemeenten(gemeenten_van(tx.world(), kolom)?))?;
            self.toets_cel(tx, &(attribuut.clone(), kolom.clone()))?;
        }
        let maak = self.taak(tx, &cellen)?;
        let taak = maak_taak(tx, maak).await?;
        for sleutel in &cellen {
            let vraag = Opvraging {
                eigenaar: self.eigenaar,
                gevraagd_op: vandaag,
                antwoord_voor: self.antwoord_voor,
                taak: taak.0,
                beantwoord_op: None,
            };
            vraag_cel_op(tx, sleutel, vraag)?;
        }
        Ok(cellen.into_iter().map(cel_sleutel).collect())
    }
}

impl VraagCellenOp {
    /// Only what is unknown is asked for, and once at a time.
    fn toets_cel(&self, tx: &WriteTx, sleutel: &CelSleutel) -> Result<(), Fout> {
        let attribuut = queries::attribuut(tx.world(), &sleutel.0)?;
        let cel = tx.world().contracten.cel(sleutel.clone());
        let naam = &attribuut.inhoud.naam;
        if cel.inhoud.waarde.is_some() {
            let bericht = format!("‘{naam}’ is al bekend. Vraag alleen op wat onbekend is.");
            return Err(Fout::bij(Code::OngeldigeWaarde, "cellen", bericht));
        }
        let Some(vraag) = cel.open_vraag() else { return Ok(()) };
        let Ok(taak) = integratie::queries::taak(tx.world(), TaakId(vraag.taak)) else { return Ok(()) };
        if taak.gearchiveerd_op.is_some() || tx.world().integratie.kolom_soort(&taak) == Some(KolomSoort::Gereed) {
            return Ok(());
        }
        let bericht =
            format!("‘{naam}’ is al opgevraagd met taak #{}. Wacht op het antwoord, of rond die taak af.", taak.nummer);
        Err(Fout::bij(Code::BestaatAl, "cellen", bericht))
    }

    fn taak(&self, tx: &WriteTx, cellen: &BTreeSet<&CelSleutel>) -> Result<MaakTaak, Fout> {
        let (bord, kolom) = plek(tx, self.bord.as_ref())?;
        let naam = |id| queries::attribuut(tx.world(), id).map(|attribuut| attribuut.inhoud.naam);
        let mut regels = cellen
            .iter()
            .take(GENOEMD)
            .map(|(attribuut, kolom)| Ok(format!("- {} ({})", naam(attribuut)?, kolomnaam(tx, kolom))))
            .collect::<Result<Vec<_>, Fout>>()?;
        if cellen.len() > GENOEMD {
            regels.push(format!("- en nog {}", cellen.len() - GENOEMD));
        }
        let kolommen: BTreeSet<&Kolom> = cellen.iter().map(|(_, kolom)| kolom).collect();
        let mut gemeenten = BTreeSet::new();
        for kolom in &kolommen {
            gemeenten.extend(gemeenten_van(tx.world(), kolom)?);
        }
        let wat = match cellen.iter().next() {
            Some((attribuut, _)) if cellen.len() == 1 => naam(attribuut)?,
            _ => format!("{} waarden", cellen.len()),
        };
        let waar: Vec<_> = kolommen.iter().take(3).map(|kolom| kolomnaam(tx, kolom)).collect();
        Ok(MaakTaak {
            bord,
            kolom,
            titel: format!("Nog op te halen: {wat}, {}", waar.join(" en ")).chars().take(200).collect(),
            omschrijving: format!(
                "Nog onbekend in de vergelijking van contracten:\n{}\n\nVul het in bij Contracten; dan gaat deze taak \
                 vanzelf naar gereed.",
                regels.join("\n")
            ),
            functie: None,
            gemeenten,
            eigenaar: Some(self.eigenaar),
            vervaldatum: Some(self.antwoord_voor),
            herhaling: None,
            herkomst: None,
        })
    }
}

fn kolomnaam(tx: &WriteTx, kolom: &Kolom) -> String {
    let beeld = tx.world();
    match kolom {
        Kolom::Regio(id) => beeld.organisatie.regios.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone()),
        Kolom::Gemeente(id) => {
            beeld.organisatie.gemeenten.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone())
        }
        Kolom::Contract(id) => queries::contract(beeld, id).map_or_else(|_| id.to_string(), |een| een.inhoud.naam),
    }
}
