//! What one sends along with a mutation, and the command it becomes.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use crate::{
    domain::{
        fout::Fout,
        graphql::{sleutel, uuid_sleutel},
        organisatie::{
            AanstellingId, GemeenteId, Hubrol, PersoonId, TokenId, TokenScope,
            commands::{GeefAanstelling, MaakPersoon, TrekAanstellingIn, TrekTokenIn, WijzigPersoon},
        },
    },
    platform::graphql::scalars::{Datum, Positie, Tijdstip},
};

/// Een nieuwe persoon.
#[derive(InputObject)]
pub struct MaakPersoonInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// Naam.
    pub naam: String,
    /// E-mailadres om mee aan te melden.
    pub email: String,
    /// Eerste wachtwoord, minstens twaalf tekens; leeg: nog geen.
    pub wachtwoord: Option<String>,
}

impl MaakPersoonInput {
    pub fn command(self, wachtwoord_hash: Option<String>) -> MaakPersoon {
        MaakPersoon { naam: self.naam, email: self.email, wachtwoord_hash }
    }
}

/// Alleen velden die zijn meegegeven veranderen.
#[derive(InputObject)]
pub struct WijzigPersoonInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// De persoon.
    pub id: ID,
    /// Nieuwe naam.
    pub naam: Option<String>,
    /// Nieuw e-mailadres.
    pub email: Option<String>,
    /// Niet actief: geblokkeerd, overal afgemeld en zonder tokens.
    pub actief: Option<bool>,
    /// Nieuw wachtwoord, minstens twaalf tekens; de persoon wordt overal afgemeld.
    pub wachtwoord: Option<String>,
}

impl WijzigPersoonInput {
    pub fn command(self, wachtwoord_hash: Option<String>) -> Result<WijzigPersoon, Fout> {
        Ok(WijzigPersoon {
            persoon: PersoonId(uuid_sleutel(&self.id, "Persoon", "id")?),
            naam: self.naam,
            email: self.email,
            actief: self.actief,
            wachtwoord_hash,
        })
    }
}

/// Een rol in de hub voor iemand.
#[derive(InputObject)]
pub struct GeefAanstellingInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// Wie de rol krijgt.
    pub persoon: ID,
    /// Welke rol.
    pub hubrol: Hubrol,
    /// Voor welke gemeente; verplicht bij een accounthouder, anders leeg.
    pub gemeente: Option<ID>,
    /// Eerste dag; leeg: vandaag.
    pub van: Option<Datum>,
    /// Laatste dag; leeg: geen.
    pub tot: Option<Datum>,
    /// Voor wie deze persoon waarneemt; die heeft dezelfde rol. Leeg: niet als vervanger.
    pub vervangt: Option<ID>,
}

impl GeefAanstellingInput {
    pub fn command(self) -> Result<GeefAanstelling, Fout> {
        let gemeente = self.gemeente.map(|id| sleutel(&id, "Gemeente", "gemeente").map(GemeenteId));
        Ok(GeefAanstelling {
            persoon: PersoonId(uuid_sleutel(&self.persoon, "Persoon", "persoon")?),
            hubrol: self.hubrol,
            gemeente: gemeente.transpose()?,
            van: self.van.map(|van| van.0),
            tot: self.tot.map(|tot| tot.0),
            vervangt: self.vervangt.map(|id| uuid_sleutel(&id, "Persoon", "vervangt").map(PersoonId)).transpose()?,
        })
    }
}

/// Een rol die ophoudt.
#[derive(InputObject)]
pub struct TrekAanstellingInInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// De aanstelling.
    pub id: ID,
}

impl TrekAanstellingInInput {
    pub fn command(self) -> Result<TrekAanstellingIn, Fout> {
        Ok(TrekAanstellingIn { aanstelling: AanstellingId(uuid_sleutel(&self.id, "Aanstelling", "id")?) })
    }
}

/// Een nieuw wachtwoord voor jezelf.
#[derive(InputObject)]
pub struct WijzigWachtwoordInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// Het wachtwoord van nu.
    pub huidig: String,
    /// Het nieuwe wachtwoord, minstens twaalf tekens.
    pub nieuw: String,
}

/// Overal afmelden.
#[derive(InputObject)]
pub struct MeldOveralAfInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// Wie; leeg: jijzelf. Een ander afmelden mag alleen de beheerder.
    pub persoon: Option<ID>,
}

/// Een nieuw token voor een programma.
#[derive(InputObject)]
pub struct MaakTokenInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// Waar het token voor is.
    pub naam: String,
    /// Wat het token mag.
    pub scopes: Vec<TokenScope>,
    /// Vanaf wanneer het niet meer werkt; leeg: het blijft werken.
    pub verloopt_op: Option<Tijdstip>,
}

/// Een token dat niet meer mag werken.
#[derive(InputObject)]
pub struct TrekTokenInInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// Het token.
    pub id: ID,
}

impl TrekTokenInInput {
    pub fn command(self) -> Result<TrekTokenIn, Fout> {
        Ok(TrekTokenIn { token: TokenId(uuid_sleutel(&self.id, "ApiToken", "id")?) })
    }
}

/// Tot waar je het logboek gezien hebt.
#[derive(InputObject)]
pub struct MarkeerGezienInput {
    /// Een nieuw id voor deze wijziging.
    pub client_mutatie_id: Uuid,
    /// De laatste positie die je gezien hebt.
    pub tot: Positie,
}
