//! Inputs of the mutations, and how they become commands.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::velden::{BeletselInput, ContractVeldenInput};
use crate::{
    domain::{
        contracten::{
            AttribuutId, AttribuutInhoud, BesluitInhoud, ContractId, Harmonisatiekeuze, Hoedanigheid, Inwoners,
            Sturingselement, Vorm, Waardesoort,
            commands::{
                BesluitHarmonisatie, BespreekHarmonisatie, LegInwonersVast, MaakAttribuut, MaakContract,
                WijzigAttribuut, WijzigContract,
            },
        },
        fout::Fout,
        graphql::sleutel,
        organisatie::{DomeinId, GemeenteId, RolId},
    },
    platform::graphql::scalars::Datum,
};

fn ids<K: Ord>(ids: &[ID], kind: &str, veld: &str, naar: impl Fn(String) -> K) -> Result<BTreeSet<K>, Fout> {
    ids.iter().map(|id| sleutel(id, kind, veld).map(&naar)).collect()
}

/// Een nieuw contract of segment.
#[derive(InputObject)]
pub struct MaakContractInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het nummer waaronder het in het register komt, 1 tot 60 tekens.
    nummer: String,
    /// Hoe het heet, 1 tot 200 tekens.
    naam: String,
    /// Het domein.
    domein: ID,
    /// Wat er verder bekend is.
    velden: Option<ContractVeldenInput>,
}

impl MaakContractInput {
    pub fn command(&self) -> Result<MaakContract, Fout> {
        Ok(MaakContract {
            nummer: self.nummer.clone(),
            naam: self.naam.clone(),
            domein: DomeinId(sleutel(&self.domein, "Domein", "domein")?),
            velden: self.velden.as_ref().map(ContractVeldenInput::velden).transpose()?.unwrap_or_default(),
        })
    }
}

/// Wat er aan een contract verandert.
#[derive(InputObject)]
pub struct WijzigContractInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het contract.
    id: ID,
    /// De versie die je zag. Wijzigde een ander daarna hetzelfde veld, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Het nummer waaronder het in het register staat, 1 tot 60 tekens.
    nummer: Option<String>,
    /// Hoe het heet, 1 tot 200 tekens.
    naam: Option<String>,
    /// Het domein.
    domein: Option<ID>,
    /// De velden die veranderen.
    velden: Option<ContractVeldenInput>,
}

impl WijzigContractInput {
    pub fn command(&self) -> Result<WijzigContract, Fout> {
        let mut velden: Map<String, Value> =
            self.velden.as_ref().map(ContractVeldenInput::velden).transpose()?.unwrap_or_default();
        for (naam, waarde) in [("nummer", &self.nummer), ("naam", &self.naam)] {
            velden.extend(waarde.iter().map(|waarde| (naam.to_owned(), Value::from(waarde.as_str()))));
        }
        if let Some(domein) = &self.domein {
            velden.insert("domein".into(), Value::from(sleutel(domein, "Domein", "domein")?));
        }
        let contract = ContractId(sleutel(&self.id, "Contract", "id")?);
        Ok(WijzigContract { contract, verwachte_versie: self.verwachte_versie, velden })
    }
}

/// Een attribuut om op te vergelijken.
#[derive(InputObject)]
pub struct AttribuutVeldenInput {
    /// Het sturingselement waar het onder valt.
    element: Sturingselement,
    /// Hoe het heet, 1 tot 200 tekens.
    naam: String,
    /// Wat voor waarden het heeft. Vast zodra er waarden zijn.
    soort: Waardesoort,
    /// De eenheid, zoals € per uur; nodig bij een bedrag.
    eenheid: Option<String>,
    /// Waar je uit kiest, minstens twee; alleen bij een keuze.
    keuzes: Option<Vec<String>>,
    /// De domeinen waar het over gaat; geen: alle.
    domeinen: Option<Vec<ID>>,
    /// De contracten waar het in staat; geen: die van de domeinen.
    contracten: Option<Vec<ID>>,
    /// Staat het in contracten?
    #[graphql(default)]
    in_contract: bool,
    /// Wat een wijziging verder in de weg staat.
    beletsels: Option<Vec<BeletselInput>>,
    /// Wat je erbij moet weten, hooguit 2.000 tekens.
    toelichting: Option<String>,
    /// Haal het uit de vergelijking; wat ingevuld is, blijft in de geschiedenis.
    #[graphql(default)]
    vervallen: bool,
}

impl AttribuutVeldenInput {
    fn inhoud(&self) -> Result<AttribuutInhoud, Fout> {
        let keuzes = self.keuzes.clone().unwrap_or_default();
        let contracten = self.contracten.as_deref().unwrap_or_default();
        Ok(AttribuutInhoud {
            element: self.element,
            naam: self.naam.clone(),
            vorm: Vorm { soort: self.soort, eenheid: self.eenheid.clone(), keuzes },
            domeinen: ids(self.domeinen.as_deref().unwrap_or_default(), "Domein", "domeinen", DomeinId)?,
            contracten: ids(contracten, "Contract", "contracten", ContractId)?,
            in_contract: self.in_contract,
            beletsels: self.beletsels.iter().flatten().map(BeletselInput::beletsel).collect(),
            toelichting: self.toelichting.clone().unwrap_or_default(),
            vervallen: self.vervallen,
        })
    }
}

/// Een nieuw attribuut in de vergelijking.
#[derive(InputObject)]
pub struct MaakAttribuutInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Wat het is.
    velden: AttribuutVeldenInput,
}

impl MaakAttribuutInput {
    pub fn command(&self) -> Result<MaakAttribuut, Fout> {
        Ok(MaakAttribuut { inhoud: self.velden.inhoud()? })
    }
}

/// Wat een attribuut wordt. Het hele attribuut: wat je weglaat, wordt leeg.
#[derive(InputObject)]
pub struct WijzigAttribuutInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het attribuut.
    id: ID,
    /// De versie die je zag. Wijzigde een ander het daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Wat het wordt.
    velden: AttribuutVeldenInput,
}

impl WijzigAttribuutInput {
    pub fn command(&self) -> Result<WijzigAttribuut, Fout> {
        Ok(WijzigAttribuut {
            attribuut: AttribuutId(sleutel(&self.id, "Attribuut", "id")?),
            verwachte_versie: self.verwachte_versie,
            inhoud: self.velden.inhoud()?,
        })
    }
}

/// Een attribuut waarover besloten wordt, en de versie van het besluit die je zag.
#[derive(InputObject)]
pub struct BeslistAttribuutInput {
    /// Het attribuut.
    id: ID,
    /// De versie van het besluit die je zag; 0 als er nog geen was.
    verwachte_versie: i32,
}

/// Wat er over een of meer attributen besloten wordt. Het hele besluit: wat je weglaat, wordt leeg.
#[derive(InputObject)]
pub struct BesluitHarmonisatieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De attributen, een tot vijftig. Kan het bij een niet, dan gebeurt er niets.
    attributen: Vec<BeslistAttribuutInput>,
    /// Wat er besloten wordt.
    keuze: Harmonisatiekeuze,
    /// Wat het wordt, zoals je het schrijft; nodig bij iets nieuws.
    waarde: Option<String>,
    /// Waarom, hooguit 2.000 tekens; nodig als het bewust verschillend blijft.
    reden: Option<String>,
    /// Wie besluit.
    gremium: Option<ID>,
    /// In welke hoedanigheid; samen met wie.
    hoedanigheid: Option<Hoedanigheid>,
    /// Wanneer het besloten is, tussen 2014 en 2100.
    besloten_op: Option<Datum>,
    /// Wat het met het budget doet, in hele euro's per jaar; leeg: onbekend.
    effect_budget: Option<i64>,
    /// Wat het verder doet, hooguit 2.000 tekens.
    effect: Option<String>,
    /// De gemeenten waarvoor iets verandert.
    gemeenten: Option<Vec<ID>>,
    /// Vanaf welke dag het geldt. Niet voor de eerste dag waarop het mag, voor zover die bekend is.
    gepland_op: Option<Datum>,
}

impl BesluitHarmonisatieInput {
    pub fn command(&self) -> Result<BesluitHarmonisatie, Fout> {
        let een = |een: &BeslistAttribuutInput| -> Result<_, Fout> {
            Ok((AttribuutId(sleutel(&een.id, "Attribuut", "attributen")?), een.verwachte_versie))
        };
        let gremium = self.gremium.as_ref().map(|id| sleutel(id, "Rol", "gremium").map(RolId));
        Ok(BesluitHarmonisatie {
            attributen: self.attributen.iter().map(een).collect::<Result<_, _>>()?,
            waarde: self.waarde.clone(),
            inhoud: BesluitInhoud {
                keuze: self.keuze,
                waarde: None,
                reden: self.reden.clone().unwrap_or_default(),
                gremium: gremium.transpose()?,
                hoedanigheid: self.hoedanigheid,
                besloten_op: self.besloten_op.as_ref().map(|dag| dag.0),
                effect_budget: self.effect_budget,
                effect: self.effect.clone().unwrap_or_default(),
                gemeenten: ids(self.gemeenten.as_deref().unwrap_or_default(), "Gemeente", "gemeenten", GemeenteId)?,
                gepland_op: self.gepland_op.as_ref().map(|dag| dag.0),
            },
        })
    }
}

/// Iets wat je over een besluit wilt zeggen.
#[derive(InputObject)]
pub struct BespreekHarmonisatieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// Het attribuut.
    attribuut: ID,
    /// Wat je wilt zeggen, 1 tot 2.000 tekens.
    tekst: String,
}

impl BespreekHarmonisatieInput {
    pub fn command(&self) -> Result<BespreekHarmonisatie, Fout> {
        let attribuut = AttribuutId(sleutel(&self.attribuut, "Attribuut", "attribuut")?);
        Ok(BespreekHarmonisatie { attribuut, tekst: self.tekst.clone() })
    }
}

/// Hoeveel inwoners een gemeente heeft.
#[derive(InputObject)]
pub struct LegInwonersVastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    pub client_mutatie_id: Uuid,
    /// De gemeente.
    gemeente: ID,
    /// Hoeveel inwoners.
    aantal: i32,
    /// Waar het uit blijkt, 1 tot 500 tekens.
    bron: String,
    /// Van welke dag het is.
    peildatum: Datum,
    /// Is het zeker?
    #[graphql(default)]
    zeker: bool,
}

impl LegInwonersVastInput {
    pub fn command(&self) -> Result<LegInwonersVast, Fout> {
        let inwoners = Inwoners {
            gemeente: GemeenteId(sleutel(&self.gemeente, "Gemeente", "gemeente")?),
            aantal: self.aantal,
            bron: self.bron.clone(),
            peildatum: self.peildatum.0,
            zeker: self.zeker,
        };
        Ok(LegInwonersVast { inwoners })
    }
}
