//! Inputs of the mutations, and how they become commands.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject, MaybeUndefined};
use uuid::Uuid;

use crate::{
    domain::{
        fout::Fout,
        graphql::{sleutel, uuid_sleutel},
        integratie::{
            BordId, CheckpuntId, FunctieId, Herhaaleenheid, Herhaling, KolomId, OpmerkingId, TaakId, Wens,
            commands::{
                ArchiveerTaak, HerstelCheckpunt, HerstelOpmerking, HerstelTaak, MaakTaak, PlaatsOpmerking,
                VerplaatsTaak, VerwijderCheckpunt, VerwijderOpmerking, VoegCheckpuntToe, WijzigCheckpunt,
                WijzigOpmerking, WijzigTaak,
            },
        },
        organisatie::{GemeenteId, PersoonId},
    },
    platform::graphql::scalars::Datum,
};

fn taak_id(id: &ID) -> Result<TaakId, Fout> {
    uuid_sleutel(id, "Taak", "id").map(TaakId)
}

fn gemeenten(ids: &[ID]) -> Result<BTreeSet<GemeenteId>, Fout> {
    ids.iter().map(|id| sleutel(id, "Gemeente", "gemeenten").map(GemeenteId)).collect()
}

/// Hoe vaak een taak terugkomt.
#[derive(InputObject)]
pub struct HerhalingInput {
    /// Om de hoeveel dagen, weken, maanden, kwartalen of jaren: 1 tot en met 99.
    pub elke: i32,
    /// Waarin dat telt.
    pub eenheid: Herhaaleenheid,
}

impl From<&HerhalingInput> for Herhaling {
    fn from(input: &HerhalingInput) -> Self {
        Self { elke: input.elke, eenheid: input.eenheid }
    }
}

/// Een nieuwe taak.
#[derive(InputObject)]
pub struct MaakTaakInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het bord waar de taak op komt.
    pub bord: ID,
    /// De kolom waar zij onderaan komt te staan.
    pub kolom: ID,
    /// Titel, 1 tot 200 tekens.
    pub titel: String,
    /// Omschrijving, hooguit 10.000 tekens.
    pub omschrijving: Option<String>,
    /// De functie waar zij bij hoort.
    pub functie: Option<ID>,
    /// De gemeenten waar zij over gaat; geen: het geheel.
    pub gemeenten: Option<Vec<ID>>,
    /// Wie ervoor zorgt.
    pub eigenaar: Option<ID>,
    /// Wanneer zij klaar moet zijn, tussen 2014 en 2100.
    pub vervaldatum: Option<Datum>,
    /// Of zij terugkomt als zij gereed is, geteld vanaf de vervaldatum.
    pub herhaling: Option<HerhalingInput>,
}

impl MaakTaakInput {
    pub fn command(&self) -> Result<MaakTaak, Fout> {
        let functie = self.functie.as_ref().map(|id| sleutel(id, "Functie", "functie").map(FunctieId));
        let eigenaar = self.eigenaar.as_ref().map(|id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId));
        Ok(MaakTaak {
            bord: BordId(sleutel(&self.bord, "Bord", "bord")?),
            kolom: KolomId(sleutel(&self.kolom, "Kolom", "kolom")?),
            titel: self.titel.clone(),
            omschrijving: self.omschrijving.clone().unwrap_or_default(),
            functie: functie.transpose()?,
            gemeenten: gemeenten(self.gemeenten.as_deref().unwrap_or_default())?,
            eigenaar: eigenaar.transpose()?,
            vervaldatum: self.vervaldatum.as_ref().map(|datum| datum.0),
            herhaling: self.herhaling.as_ref().map(Herhaling::from),
            herkomst: None,
        })
    }
}

/// Wat er aan een taak verandert. Alleen velden die zijn meegegeven veranderen; null maakt een veld leeg.
#[derive(InputObject)]
pub struct WijzigTaakInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De taak.
    pub id: ID,
    /// De versie die je zag. Wijzigde een ander daarna hetzelfde veld, dan gaat de wijziging niet door.
    pub verwachte_versie: i32,
    /// Nieuwe titel, 1 tot 200 tekens.
    pub titel: Option<String>,
    /// Nieuwe omschrijving, hooguit 10.000 tekens.
    pub omschrijving: MaybeUndefined<String>,
    /// De functie waar zij bij hoort.
    pub functie: MaybeUndefined<ID>,
    /// De gemeenten waar zij over gaat; geen: het geheel.
    pub gemeenten: MaybeUndefined<Vec<ID>>,
    /// Wie ervoor zorgt.
    pub eigenaar: MaybeUndefined<ID>,
    /// Wanneer zij klaar moet zijn, tussen 2014 en 2100.
    pub vervaldatum: MaybeUndefined<Datum>,
    /// Of zij terugkomt als zij gereed is, geteld vanaf de vervaldatum; null: niet.
    pub herhaling: MaybeUndefined<HerhalingInput>,
}

/// Absent: leave it; null: make it empty.
fn of_leeg<T, U>(veld: &MaybeUndefined<T>, lees: impl Fn(&T) -> Result<U, Fout>) -> Result<Option<Option<U>>, Fout> {
    match veld {
        MaybeUndefined::Undefined => Ok(None),
        MaybeUndefined::Null => Ok(Some(None)),
        MaybeUndefined::Value(value) => lees(value).map(|value| Some(Some(value))),
    }
}

impl WijzigTaakInput {
    pub fn command(&self) -> Result<WijzigTaak, Fout> {
        let wens = Wens {
            titel: self.titel.clone(),
            omschrijving: of_leeg(&self.omschrijving, |tekst| Ok(tekst.clone()))?.map(Option::unwrap_or_default),
            functie: of_leeg(&self.functie, |id| sleutel(id, "Functie", "functie").map(FunctieId))?,
            gemeenten: of_leeg(&self.gemeenten, |ids| gemeenten(ids))?.map(Option::unwrap_or_default),
            eigenaar: of_leeg(&self.eigenaar, |id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId))?,
            vervaldatum: of_leeg(&self.vervaldatum, |datum| Ok(datum.0))?,
            herhaling: of_leeg(&self.herhaling, |herhaling| Ok(herhaling.into()))?,
        };
        Ok(WijzigTaak { taak: taak_id(&self.id)?, verwachte_versie: self.verwachte_versie, wens })
    }
}

/// Waar een taak naartoe gaat.
#[derive(InputObject)]
pub struct VerplaatsTaakInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De taak.
    pub id: ID,
    /// De versie die je zag. Verplaatste een ander de taak daarna, dan gaat de verplaatsing niet door.
    pub verwachte_versie: i32,
    /// De kolom waar zij naartoe gaat.
    pub naar_kolom: ID,
    /// De taak waar zij direct onder komt; leeg: bovenaan.
    pub na: Option<ID>,
}

impl VerplaatsTaakInput {
    pub fn command(&self) -> Result<VerplaatsTaak, Fout> {
        Ok(VerplaatsTaak {
            taak: taak_id(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            naar_kolom: KolomId(sleutel(&self.naar_kolom, "Kolom", "kolom")?),
            na: self.na.as_ref().map(taak_id).transpose()?,
        })
    }
}

/// An input that only names the object, and the command it becomes.
macro_rules! alleen_id {
    ($($(#[$doc:meta])* $input:ident => $command:ident { $field:ident: $id:ident($kind:literal) }),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(InputObject)]
        pub struct $input {
            /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
            pub client_mutatie_id: Uuid,
            /// Waar het om gaat.
            pub id: ID,
        }

        impl $input {
            pub fn command(&self) -> Result<$command, Fout> {
                Ok($command { $field: $id(uuid_sleutel(&self.id, $kind, "id")?) })
            }
        }
    )*};
}

alleen_id!(
    /// De taak die naar het archief gaat.
    ArchiveerTaakInput => ArchiveerTaak { taak: TaakId("Taak") },
    /// De taak die terugkomt uit het archief.
    HerstelTaakInput => HerstelTaak { taak: TaakId("Taak") },
    /// Het checkpunt dat van de checklist gaat.
    VerwijderCheckpuntInput => VerwijderCheckpunt { checkpunt: CheckpuntId("Checkpunt") },
    /// Het checkpunt dat terugkomt.
    HerstelCheckpuntInput => HerstelCheckpunt { checkpunt: CheckpuntId("Checkpunt") },
    /// De opmerking die ingetrokken wordt.
    VerwijderOpmerkingInput => VerwijderOpmerking { opmerking: OpmerkingId("Opmerking") },
    /// De opmerking die terugkomt.
    HerstelOpmerkingInput => HerstelOpmerking { opmerking: OpmerkingId("Opmerking") },
);

/// Een nieuw punt onderaan een checklist.
#[derive(InputObject)]
pub struct VoegCheckpuntToeInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De taak.
    pub taak: ID,
    /// Wat er gedaan moet worden, 1 tot 500 tekens.
    pub tekst: String,
}

impl VoegCheckpuntToeInput {
    pub fn command(&self) -> Result<VoegCheckpuntToe, Fout> {
        Ok(VoegCheckpuntToe { taak: taak_id(&self.taak)?, tekst: self.tekst.clone() })
    }
}

/// Wat er aan een checkpunt verandert.
#[derive(InputObject)]
pub struct WijzigCheckpuntInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het checkpunt.
    pub id: ID,
    /// Nieuwe tekst, 1 tot 500 tekens.
    pub tekst: Option<String>,
    /// Is het gedaan?
    pub af: Option<bool>,
}

impl WijzigCheckpuntInput {
    pub fn command(&self) -> Result<WijzigCheckpunt, Fout> {
        let checkpunt = CheckpuntId(uuid_sleutel(&self.id, "Checkpunt", "id")?);
        Ok(WijzigCheckpunt { checkpunt, tekst: self.tekst.clone(), af: self.af })
    }
}

/// Een nieuwe opmerking bij een taak. Noem een persoon in de tekst met @[naam](persoon-id).
#[derive(InputObject)]
pub struct PlaatsOpmerkingInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De taak.
    pub taak: ID,
    /// De tekst, 1 tot 5.000 tekens.
    pub tekst: String,
}

impl PlaatsOpmerkingInput {
    pub fn command(&self) -> Result<PlaatsOpmerking, Fout> {
        Ok(PlaatsOpmerking { taak: taak_id(&self.taak)?, tekst: self.tekst.clone() })
    }
}

/// De nieuwe tekst van een opmerking.
#[derive(InputObject)]
pub struct WijzigOpmerkingInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De opmerking.
    pub id: ID,
    /// De tekst, 1 tot 5.000 tekens.
    pub tekst: String,
}

impl WijzigOpmerkingInput {
    pub fn command(&self) -> Result<WijzigOpmerking, Fout> {
        let opmerking = OpmerkingId(uuid_sleutel(&self.id, "Opmerking", "id")?);
        Ok(WijzigOpmerking { opmerking, tekst: self.tekst.clone() })
    }
}
