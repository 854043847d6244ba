//! The mutations about decisions: input → command → payload.

use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{BesluitNode, BesluitcelNode, BesluitregelSoort, BesluitstapNode};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Uitslag, doe, sleutel},
        integratie::{
            Besluitregel, CelInhoud, CelStatus, Hoedanigheid, StapId,
            commands::{VulBesluitcelIn, WijzigBesluitregel},
            termijnen::{Duur, Eenheid},
        },
        organisatie::{GemeenteId, RolId},
    },
    platform::graphql::scalars::{Datum, Positie},
};

/// Hoe lang iets duurt.
#[derive(InputObject)]
pub struct TijdsduurInput {
    /// Hoeveel, vanaf 1.
    waarde: i32,
    /// Waarvan.
    eenheid: Eenheid,
}

impl TijdsduurInput {
    pub fn duur(&self) -> Duur {
        Duur { waarde: self.waarde, eenheid: self.eenheid }
    }
}

/// Wat een gemeente in een stap deed. De hele cel: wat je weglaat, wordt leeg.
#[derive(InputObject)]
pub struct VulBesluitcelInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De cel.
    id: ID,
    /// De versie die je zag. Vulde een ander de cel daarna in, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Wat er gebeurd is.
    status: CelStatus,
    /// Wanneer; verplicht behalve bij nog niet en onbekend.
    datum: Option<Datum>,
    /// Wanneer het gremium het stuk ontving.
    ontvangen_op: Option<Datum>,
    /// Hoeveel langer de termijn voor deze gemeente duurt.
    verlenging: Option<TijdsduurInput>,
    /// Wie besloot; leeg: het gremium van de stap.
    gremium: Option<ID>,
    /// In welke rol; leeg: die van de stap.
    hoedanigheid: Option<Hoedanigheid>,
    /// Adres van het document, hooguit 500 tekens.
    document: Option<String>,
    /// Wat je erbij moet weten, hooguit 2.000 tekens.
    notitie: Option<String>,
}

impl VulBesluitcelInInput {
    fn command(&self) -> Result<VulBesluitcelIn, Fout> {
        let cel = sleutel(&self.id, "Besluitcel", "id")?;
        let (stap, gemeente) = cel.split_once('/').ok_or_else(|| Fout::niet_gevonden("Deze cel"))?;
        let gremium = self.gremium.as_ref().map(|id| sleutel(id, "Rol", "gremium").map(RolId)).transpose()?;
        let inhoud = CelInhoud {
            status: self.status,
            datum: self.datum.as_ref().map(|datum| datum.0),
            ontvangen_op: self.ontvangen_op.as_ref().map(|datum| datum.0),
            verlenging: self.verlenging.as_ref().map(TijdsduurInput::duur),
            gremium,
            hoedanigheid: self.hoedanigheid,
            document: self.document.clone(),
            notitie: self.notitie.clone().unwrap_or_default(),
        };
        Ok(VulBesluitcelIn {
            stap: StapId(stap.to_owned()),
            gemeente: GemeenteId(gemeente.to_owned()),
            verwachte_versie: self.verwachte_versie,
            inhoud,
        })
    }
}

/// Hoe zwaar een gemeente telt.
#[derive(InputObject)]
pub struct StemgewichtInput {
    /// De gemeente.
    gemeente: ID,
    /// Haar gewicht, 0 tot 1.000.000.
    gewicht: i32,
}

/// Wanneer de regio een besluit heeft genomen.
#[derive(InputObject)]
pub struct WijzigBesluitregelInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De stap.
    id: ID,
    /// Soort regel.
    soort: BesluitregelSoort,
    /// Alleen bij gewogen: het deel van het totale gewicht dat nodig is, 1 tot 100 procent.
    drempel: Option<i32>,
    /// Alleen bij gewogen: de gewichten; wie er niet bij staat, telt voor 1.
    gewichten: Option<Vec<StemgewichtInput>>,
}

impl WijzigBesluitregelInput {
    fn command(&self) -> Result<WijzigBesluitregel, Fout> {
        let regel = match self.soort {
            BesluitregelSoort::Alle => Besluitregel::Alle,
            BesluitregelSoort::Meerderheid => Besluitregel::Meerderheid,
            BesluitregelSoort::Gewogen => {
                let leeg = || Fout::bij(Code::Verplicht, "drempel", "Vul in hoeveel procent van het gewicht nodig is.");
                let gewicht = |een: &StemgewichtInput| {
                    Ok((GemeenteId(sleutel(&een.gemeente, "Gemeente", "gewichten")?), een.gewicht))
                };
                let gewichten =
                    self.gewichten.iter().flatten().map(gewicht).collect::<Result<BTreeMap<_, _>, Fout>>()?;
                Besluitregel::Gewogen { gewichten, drempel: self.drempel.ok_or_else(leeg)? }
            }
        };
        Ok(WijzigBesluitregel { stap: StapId(sleutel(&self.id, "Besluitstap", "id")?), regel })
    }
}

/// Hoe het invullen van een cel ging.
#[derive(SimpleObject)]
pub struct BesluitcelPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De cel, zoals zij nu is.
    cel: Option<BesluitcelNode>,
}

/// Hoe een wijziging van een stap ging.
#[derive(SimpleObject)]
pub struct BesluitstapPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De stap, zoals zij nu is; leeg: zij verviel.
    stap: Option<BesluitstapNode>,
}

pub fn stap_antwoord(uitslag: Uitslag<StapId>) -> BesluitstapPayload {
    let stap = uitslag.uitkomst.and_then(|id| BesluitstapNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
    BesluitstapPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        stap,
    }
}

/// Wat je aan besluiten kunt veranderen.
#[derive(Default)]
pub struct BesluitMutation;

#[Object]
impl BesluitMutation {
    /// Vult in wat een gemeente in een stap van een besluit deed. Botst als een ander dezelfde cel intussen wijzigde.
    async fn vul_besluitcel_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VulBesluitcelInInput,
    ) -> Result<BesluitcelPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let cel = uitslag.uitkomst.and_then(|(stap, gemeente)| {
            let (besluit, _) = uitslag.beeld.integratie().stap(&stap)?;
            let besluit = BesluitNode::vind(&uitslag.beeld, uitslag.gelezen_op, &besluit.id, None)?;
            BesluitcelNode::van(&besluit, &stap, &gemeente)
        });
        Ok(BesluitcelPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            cel,
        })
    }

    /// Stelt in wanneer de regio een besluit in een stap heeft genomen.
    async fn wijzig_besluitregel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigBesluitregelInput,
    ) -> Result<BesluitstapPayload> {
        Ok(stap_antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
