//! Inputs of the mutations, and how they become commands.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject, MaybeUndefined};
use uuid::Uuid;

use crate::{
    domain::{
        afspraken::{
            AfspraakId, Fase, Inhoud, Partij, Stuk, UitkomstId, UitvoeringInhoud, UitvoeringStatus, Wens,
            commands::{MaakAfspraak, VulUitvoeringIn, WijzigAfspraak, WijzigAfspraakFase},
        },
        fout::{Code, Fout},
        graphql::{sleutel, uuid_sleutel},
        organisatie::{DomeinId, GemeenteId, PersoonId, RolId},
    },
    platform::graphql::scalars::{Datum, DeelsDatum},
};

fn ids<K: Ord>(ids: &[ID], kind: &str, veld: &str, naar: impl Fn(String) -> K) -> Result<BTreeSet<K>, Fout> {
    ids.iter().map(|id| sleutel(id, kind, veld).map(&naar)).collect()
}

fn afspraak(id: &ID, veld: &str) -> Result<AfspraakId, Fout> {
    sleutel(id, "Afspraak", veld).map(AfspraakId)
}

/// Het stuk van een gremium achter een afspraak.
#[derive(InputObject)]
pub struct AfspraakStukInput {
    /// Hoe het stuk heet, 1 tot 200 tekens.
    titel: String,
    /// Van wie het is.
    gremium: Option<ID>,
    /// Van welke dag het is.
    datum: Option<Datum>,
    /// Waar het te lezen is, met https:// ervoor.
    adres: Option<String>,
}

impl AfspraakStukInput {
    fn stuk(&self) -> Result<Stuk, Fout> {
        let gremium = self.gremium.as_ref().map(|id| sleutel(id, "Rol", "stuk").map(RolId)).transpose()?;
        let datum = self.datum.as_ref().map(|datum| datum.0);
        Ok(Stuk { titel: self.titel.clone(), gremium, datum, adres: self.adres.clone() })
    }
}

/// Een nieuwe afspraak, als concept.
#[derive(InputObject)]
pub struct MaakAfspraakInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Hoe zij heet, 1 tot 200 tekens.
    naam: String,
    /// Wat er in het kort afgesproken wordt, hooguit 5.000 tekens.
    omschrijving: Option<String>,
    /// Wat voor afspraak het is, bijvoorbeeld werkafspraak; hooguit 60 tekens.
    soort: Option<String>,
    /// De domeinen waar zij over gaat.
    domeinen: Option<Vec<ID>>,
    /// Wie haar met elkaar maken.
    partijen: Option<Vec<Partij>>,
    /// De gemeenten waar zij geldt.
    gemeenten: Option<Vec<ID>>,
    /// De uitkomsten waaraan zij bijdraagt.
    uitkomsten: Option<Vec<ID>>,
    /// Wie ervoor zorgt.
    eigenaar: Option<ID>,
}

impl MaakAfspraakInput {
    pub fn command(&self) -> Result<MaakAfspraak, Fout> {
        let lijst = |lijst: &Option<Vec<ID>>| lijst.clone().unwrap_or_default();
        let eigenaar = self.eigenaar.as_ref().map(|id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId));
        let inhoud = Inhoud {
            naam: self.naam.clone(),
            omschrijving: self.omschrijving.clone().unwrap_or_default(),
            soort: self.soort.clone().unwrap_or_default(),
            domeinen: ids(&lijst(&self.domeinen), "Domein", "domeinen", DomeinId)?,
            partijen: self.partijen.iter().flatten().copied().collect(),
            gemeenten: ids(&lijst(&self.gemeenten), "Gemeente", "gemeenten", GemeenteId)?,
            uitkomsten: ids(&lijst(&self.uitkomsten), "Uitkomst", "uitkomsten", UitkomstId)?,
            eigenaar: eigenaar.transpose()?,
            ..Inhoud::default()
        };
        Ok(MaakAfspraak { inhoud })
    }
}

/// Wat er aan een afspraak verandert. Alleen velden die zijn meegegeven veranderen; null maakt een veld leeg.
#[derive(InputObject)]
pub struct WijzigAfspraakInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De afspraak.
    id: ID,
    /// De versie die je zag. Wijzigde een ander daarna hetzelfde veld, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Hoe zij heet, 1 tot 200 tekens.
    naam: Option<String>,
    /// Wat er in het kort afgesproken wordt, hooguit 5.000 tekens.
    omschrijving: MaybeUndefined<String>,
    /// Wat voor afspraak het is, bijvoorbeeld werkafspraak; hooguit 60 tekens.
    soort: MaybeUndefined<String>,
    /// De domeinen waar zij over gaat.
    domeinen: MaybeUndefined<Vec<ID>>,
    /// Wie haar met elkaar maken.
    partijen: MaybeUndefined<Vec<Partij>>,
    /// De gemeenten waar zij geldt.
    gemeenten: MaybeUndefined<Vec<ID>>,
    /// De uitkomsten waaraan zij bijdraagt.
    uitkomsten: MaybeUndefined<Vec<ID>>,
    /// De afspraken die er eerst moeten zijn, hooguit vijftig.
    wacht_op: MaybeUndefined<Vec<ID>>,
    /// De afspraken die ermee samenhangen, hooguit vijftig.
    verwant: MaybeUndefined<Vec<ID>>,
    /// Wie ervoor zorgt.
    eigenaar: MaybeUndefined<ID>,
    /// Wanneer zij weer bekeken wordt, tussen 2014 en 2100.
    herzien_op: MaybeUndefined<Datum>,
    /// De laatste dag waarop zij geldt, tussen 2014 en 2100.
    geldig_tot: MaybeUndefined<Datum>,
    /// Waar zij op rust, hooguit 500 tekens.
    grondslag: MaybeUndefined<String>,
    /// Het stuk van college, raad of een ander gremium erachter.
    stuk: MaybeUndefined<AfspraakStukInput>,
}

/// Absent: leave it; null: make it empty.
fn of_leeg<T, U>(veld: &MaybeUndefined<T>, lees: impl Fn(&T) -> Result<U, Fout>) -> Result<Option<Option<U>>, Fout> {
    match veld {
        MaybeUndefined::Undefined => Ok(None),
        MaybeUndefined::Null => Ok(Some(None)),
        MaybeUndefined::Value(value) => lees(value).map(|value| Some(Some(value))),
    }
}

impl WijzigAfspraakInput {
    pub fn command(&self) -> Result<WijzigAfspraak, Fout> {
        let tekst = |veld: &MaybeUndefined<String>| -> Result<Option<String>, Fout> {
            Ok(of_leeg(veld, |tekst| Ok(tekst.clone()))?.map(Option::unwrap_or_default))
        };
        let dag = |veld: &MaybeUndefined<Datum>| of_leeg(veld, |datum| Ok(datum.0));
        let afspraken = |veld, naam| -> Result<_, Fout> {
            Ok(of_leeg(veld, |lijst: &Vec<ID>| ids(lijst, "Afspraak", naam, AfspraakId))?
                .map(Option::unwrap_or_default))
        };
        let wens = Wens {
            naam: self.naam.clone(),
            omschrijving: tekst(&self.omschrijving)?,
            soort: tekst(&self.soort)?,
            domeinen: of_leeg(&self.domeinen, |lijst| ids(lijst, "Domein", "domeinen", DomeinId))?
                .map(Option::unwrap_or_default),
            partijen: of_leeg(&self.partijen, |lijst| Ok(lijst.iter().copied().collect()))?
                .map(Option::unwrap_or_default),
            gemeenten: of_leeg(&self.gemeenten, |lijst| ids(lijst, "Gemeente", "gemeenten", GemeenteId))?
                .map(Option::unwrap_or_default),
            uitkomsten: of_leeg(&self.uitkomsten, |lijst| ids(lijst, "Uitkomst", "uitkomsten", UitkomstId))?
                .map(Option::unwrap_or_default),
            wacht_op: afspraken(&self.wacht_op, "wachtOp")?,
            verwant: afspraken(&self.verwant, "verwant")?,
            eigenaar: of_leeg(&self.eigenaar, |id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId))?,
            herzien_op: dag(&self.herzien_op)?,
            geldig_tot: dag(&self.geldig_tot)?,
            grondslag: tekst(&self.grondslag)?,
            stuk: of_leeg(&self.stuk, AfspraakStukInput::stuk)?,
        };
        Ok(WijzigAfspraak { afspraak: afspraak(&self.id, "id")?, verwachte_versie: self.verwachte_versie, wens })
    }
}

/// Een stap in het leven van een afspraak.
#[derive(InputObject)]
pub struct WijzigAfspraakFaseInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De afspraak.
    id: ID,
    /// De versie die je zag. Zette een ander daarna een stap, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Waar zij naartoe gaat.
    naar: Fase,
    /// Waarom, hooguit 1.000 tekens.
    toelichting: Option<String>,
    /// De afspraak die ervoor in de plaats komt; alleen bij vervangen.
    opvolger: Option<ID>,
}

impl WijzigAfspraakFaseInput {
    pub fn command(&self) -> Result<WijzigAfspraakFase, Fout> {
        Ok(WijzigAfspraakFase {
            afspraak: afspraak(&self.id, "id")?,
            verwachte_versie: self.verwachte_versie,
            naar: self.naar,
            toelichting: self.toelichting.clone().unwrap_or_default(),
            opvolger: self.opvolger.as_ref().map(|id| afspraak(id, "opvolger")).transpose()?,
        })
    }
}

/// Hoe ver een gemeente is. De hele cel: wat je weglaat, wordt leeg.
#[derive(InputObject)]
pub struct VulUitvoeringInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De cel: een afspraak in een gemeente.
    id: ID,
    /// De versie die je zag; 0 als niemand haar invulde. Vulde een ander haar daarna in, dan gaat het niet door.
    verwachte_versie: i32,
    /// Hoe ver de gemeente is.
    status: UitvoeringStatus,
    /// De dag, maand of het jaar waarvan dat gezegd is.
    datum: Option<DeelsDatum>,
    /// Wie of wat het zegt, hooguit 500 tekens; nodig bij een datum.
    bron: Option<String>,
    /// Wat je erbij moet weten, hooguit 2.000 tekens.
    notitie: Option<String>,
}

impl VulUitvoeringInInput {
    pub fn command(&self) -> Result<VulUitvoeringIn, Fout> {
        let sleutel = sleutel(&self.id, "Uitvoering", "id")?;
        let Some((afspraak, gemeente)) = sleutel.split_once('/') else {
            return Err(Fout::bij(Code::NietGevonden, "id", "Dit id is niet van een cel."));
        };
        Ok(VulUitvoeringIn {
            afspraak: AfspraakId(afspraak.to_owned()),
            gemeente: GemeenteId(gemeente.to_owned()),
            verwachte_versie: self.verwachte_versie,
            inhoud: UitvoeringInhoud {
                status: self.status,
                datum: self.datum.as_ref().map(|datum| datum.0.clone()),
                bron: self.bron.clone().unwrap_or_default(),
                notitie: self.notitie.clone().unwrap_or_default(),
            },
        })
    }
}
