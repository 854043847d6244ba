//! Inputs of the mutations, and how they become commands.

use async_graphql::{ID, InputObject, MaybeUndefined};
use uuid::Uuid;

use super::{Cel, DraaiImportTerug, PakSignaalOp, SpreekHarmonisatieAf, VraagCellenOp, VulCellenIn};
use crate::{
    domain::{
        contracten::{AttribuutId, CelSleutel, ContractId, ImportId, Signaalsoort, cel_van, commands::Celwens},
        fout::{Code, Fout},
        graphql::{sleutel, uuid_sleutel},
        integratie::BordId,
        organisatie::PersoonId,
    },
    platform::graphql::scalars::{Datum, DeelsDatum},
};

fn cel(id: &ID) -> Result<CelSleutel, Fout> {
    let key = sleutel(id, "Vergelijkingscel", "cellen")?;
    cel_van(&key).ok_or_else(|| Fout::bij(Code::NietGevonden, "cellen", "Dit id is niet van een cel."))
}

/// Wat een cel wordt. Wat je weglaat, blijft zoals het is.
#[derive(InputObject)]
pub struct CelInput {
    /// De cel.
    id: ID,
    /// De versie die je zag; 0 als niemand haar invulde. Vulde een ander haar daarna in, dan gaat het niet door.
    verwachte_versie: i32,
    /// De waarde zoals je haar schrijft, passend bij het attribuut; leeg: onbekend.
    tekst: Option<String>,
    /// Wat je erbij moet weten, hooguit 2.000 tekens.
    toelichting: Option<String>,
    /// Waar het uit blijkt, hooguit 500 tekens; nodig als het zeker is.
    bron: Option<String>,
    /// De dag, maand of het jaar waarvan de bron het zegt; nodig als het zeker is.
    peildatum: MaybeUndefined<DeelsDatum>,
    /// Is het zeker?
    zeker: Option<bool>,
}

impl CelInput {
    fn cel(&self) -> Result<Cel, Fout> {
        let peildatum = match &self.peildatum {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(None),
            MaybeUndefined::Value(datum) => Some(Some(datum.0.clone())),
        };
        let wens = Celwens {
            tekst: self.tekst.clone(),
            toelichting: self.toelichting.clone(),
            bron: self.bron.clone(),
            peildatum,
            zeker: self.zeker,
        };
        Ok(Cel { sleutel: cel(&self.id)?, verwachte_versie: self.verwachte_versie, wens })
    }
}

/// Cellen die ingevuld worden: een, of een heel blok uit een rekenblad.
#[derive(InputObject)]
pub struct VulCellenInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De cellen, een tot tweehonderd. Kan er een niet, dan gebeurt er niets; `veld` zegt welke: cellen.3.tekst.
    cellen: Vec<CelInput>,
}

impl VulCellenInInput {
    pub fn command(&self) -> Result<VulCellenIn, Fout> {
        Ok(VulCellenIn { cellen: self.cellen.iter().map(CelInput::cel).collect::<Result<_, _>>()? })
    }
}

/// Waarden die iemand moet uitzoeken.
#[derive(InputObject)]
pub struct VraagCellenOpInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De cellen, een tot honderd; alleen wat onbekend is.
    cellen: Vec<ID>,
    /// Wie het uitzoekt.
    eigenaar: ID,
    /// Wanneer het antwoord er moet zijn, niet voor vandaag.
    antwoord_voor: Datum,
    /// Op welk bord de taak komt; leeg: het eerste.
    bord: Option<ID>,
}

impl VraagCellenOpInput {
    pub fn command(&self) -> Result<VraagCellenOp, Fout> {
        Ok(VraagCellenOp {
            cellen: self.cellen.iter().map(cel).collect::<Result<_, _>>()?,
            eigenaar: PersoonId(uuid_sleutel(&self.eigenaar, "Persoon", "eigenaar")?),
            antwoord_voor: self.antwoord_voor.0,
            bord: self.bord.as_ref().map(|id| sleutel(id, "Bord", "bord").map(BordId)).transpose()?,
        })
    }
}

/// Iets wat bij een contract aankomt en een taak wordt.
#[derive(InputObject)]
pub struct PakSignaalOpInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het contract.
    contract: ID,
    /// Wat er aankomt.
    soort: Signaalsoort,
    /// Wie ervoor zorgt.
    eigenaar: Option<ID>,
    /// Op welk bord de taak komt; leeg: het eerste.
    bord: Option<ID>,
}

impl PakSignaalOpInput {
    pub fn command(&self) -> Result<PakSignaalOp, Fout> {
        let eigenaar = self.eigenaar.as_ref().map(|id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId));
        Ok(PakSignaalOp {
            contract: ContractId(sleutel(&self.contract, "Contract", "contract")?),
            soort: self.soort,
            eigenaar: eigenaar.transpose()?,
            bord: self.bord.as_ref().map(|id| sleutel(id, "Bord", "bord").map(BordId)).transpose()?,
        })
    }
}

/// Een import die teruggedraaid wordt.
#[derive(InputObject)]
pub struct DraaiImportTerugInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De import.
    import: ID,
}

impl DraaiImportTerugInput {
    pub fn command(&self) -> Result<DraaiImportTerug, Fout> {
        Ok(DraaiImportTerug { import: ImportId(uuid_sleutel(&self.import, "Contractimport", "import")?) })
    }
}

/// Een besluit dat een afspraak wordt.
#[derive(InputObject)]
pub struct SpreekHarmonisatieAfInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het attribuut waarover besloten is.
    attribuut: ID,
}

impl SpreekHarmonisatieAfInput {
    pub fn command(&self) -> Result<SpreekHarmonisatieAf, Fout> {
        Ok(SpreekHarmonisatieAf { attribuut: AttribuutId(sleutel(&self.attribuut, "Attribuut", "attribuut")?) })
    }
}
