//! Who holds a role or sits in a body.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{GemeenteNode, Herkomst, PersoonNode, RolNode, aanwezig};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel, uuid_sleutel},
        organisatie::{
            self, Aanstelling, BezettingId, GemeenteId, Houder, Partij, PersoonId, RolId,
            commands::{BezetRol, WijzigBezetting},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::graphql::{
        relay::global_id,
        scalars::{Datum, Positie},
    },
};

/// Somebody in a role, in the state they were read from.
#[derive(Clone)]
pub struct BezettingNode {
    beeld: Lezing,
    houder: Houder,
}

impl BezettingNode {
    /// Everybody who holds a role that `wens` asks for, for this gemeente, today.
    pub fn alle(ctx: &Context<'_>, beeld: &Lezing, wens: impl Fn(&RolId, Option<&GemeenteId>) -> bool) -> Vec<Self> {
        let vandaag = aanvraag(ctx).vandaag_in(beeld);
        let houders = beeld.organisatie().houders(vandaag, wens);
        houders.into_iter().map(|houder| Self { beeld: beeld.clone(), houder }).collect()
    }

    fn persoon_id(&self) -> Option<PersoonId> {
        match &self.houder {
            Houder::Aanstelling(een) => Some(een.persoon),
            Houder::Bezetting(een) => een.persoon,
        }
    }

    fn gemeente_id(&self) -> Option<&GemeenteId> {
        match &self.houder {
            Houder::Aanstelling(een) => een.gemeente.as_ref(),
            Houder::Bezetting(een) => een.gemeente.as_ref(),
        }
    }
}

/// Iemand die een rol heeft of in een gremium zit, van–tot. Van rollen in de hub staat het bij de personen; van de
/// andere legt men het hier vast.
#[Object(name = "Bezetting")]
impl BezettingNode {
    /// Adres waarmee het te wijzigen is; leeg als het een rol in de hub is: die geeft de beheerder.
    async fn adres(&self) -> Option<ID> {
        match &self.houder {
            Houder::Aanstelling(_) => None,
            Houder::Bezetting(een) => Some(global_id("Bezetting", een.id)),
        }
    }

    /// De rol of het gremium.
    async fn rol(&self) -> Result<RolNode> {
        let rol = match &self.houder {
            Houder::Aanstelling(een) => een.hubrol.rol(),
            Houder::Bezetting(een) => Some(een.rol.clone()),
        };
        aanwezig(rol.and_then(|rol| RolNode::vind(&self.beeld, &rol)))
    }

    /// Voor welke gemeente; leeg: voor alle.
    async fn gemeente(&self) -> Option<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, self.gemeente_id()?)
    }

    /// Wie het is, in woorden: de naam in de hub, of de functie.
    async fn naam(&self) -> String {
        let persoon = self.persoon_id().and_then(|id| self.beeld.organisatie().personen.get(&id).cloned());
        match (&self.houder, persoon) {
            (_, Some(persoon)) => persoon.naam,
            (Houder::Bezetting(een), None) => een.functie.clone(),
            (Houder::Aanstelling(_), None) => String::new(),
        }
    }

    /// De persoon in de hub; leeg: iemand die niet in de hub werkt.
    async fn persoon(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.persoon_id()?)
    }

    /// De functie; leeg: niet opgeschreven. Nooit een naam.
    async fn functie(&self) -> Option<&str> {
        match &self.houder {
            Houder::Aanstelling(_) => None,
            Houder::Bezetting(een) => Some(een.functie.as_str()).filter(|functie| !functie.is_empty()),
        }
    }

    /// Eerste dag.
    async fn van(&self) -> Datum {
        match &self.houder {
            Houder::Aanstelling(een) => Datum(een.van),
            Houder::Bezetting(een) => Datum(een.van),
        }
    }

    /// Laatste dag; leeg: geen.
    async fn tot(&self) -> Option<Datum> {
        match &self.houder {
            Houder::Aanstelling(een) => een.tot.map(Datum),
            Houder::Bezetting(een) => een.tot.map(Datum),
        }
    }

    /// Wie waarneemt als deze persoon er niet is; leeg: niemand.
    async fn vervanger(&self, ctx: &Context<'_>) -> Option<PersoonNode> {
        let vervanger = match &self.houder {
            Houder::Bezetting(een) => een.vervanger,
            Houder::Aanstelling(een) => {
                let vandaag = aanvraag(ctx).vandaag_in(&self.beeld);
                let neemt_waar = |ander: &&Aanstelling| {
                    ander.vervangt == Some(een.persoon)
                        && (ander.hubrol, &ander.gemeente) == (een.hubrol, &een.gemeente)
                        && ander.geldt_op(vandaag)
                };
                self.beeld.organisatie().aanstellingen.values().find(neemt_waar).map(|ander| ander.persoon)
            }
        };
        PersoonNode::vind(&self.beeld, vervanger?)
    }

    /// Voor wie deze persoon waarneemt; leeg: niet als vervanger.
    async fn vervangt(&self) -> Option<PersoonNode> {
        match &self.houder {
            Houder::Aanstelling(een) => PersoonNode::vind(&self.beeld, een.vervangt?),
            Houder::Bezetting(_) => None,
        }
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`. Leeg bij een rol in de hub.
    async fn versie(&self) -> Option<i32> {
        match &self.houder {
            Houder::Aanstelling(_) => None,
            Houder::Bezetting(een) => Some(een.versie),
        }
    }

    /// Mag de kijker dit wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        let bereik = self.gemeente_id().map_or(Bereik::Alles, |id| Bereik::Gemeenten(vec![id.clone()]));
        matches!(self.houder, Houder::Bezetting(_)) && aanvraag(ctx).mag(&self.beeld, Recht::RollenBezetten, &bereik)
    }
}

/// Hoe vaak iets is afgesproken.
#[derive(SimpleObject)]
#[graphql(name = "Frequentie")]
pub struct FrequentieNode {
    /// Waar het over gaat.
    naam: String,
    /// Hoe vaak, zoals de bron het zegt; leeg: onbekend.
    hoe_vaak: Option<String>,
    /// Minstens zo vaak per jaar; leeg: onbekend.
    keer_per_jaar: Option<i32>,
    /// Waar dit vandaan komt.
    herkomst: Herkomst,
}

impl FrequentieNode {
    /// Those that were agreed for one of these roles or bodies.
    pub fn van(beeld: &Lezing, rollen: &[&RolId]) -> Vec<Self> {
        let noemt = |een: &organisatie::Frequentie| {
            een.partijen.iter().any(|partij| matches!(partij, Partij::Rol(id) if rollen.contains(&id)))
        };
        let alle = beeld.organisatie().frequenties.values().filter(|een| noemt(een));
        alle.map(|een| Self::from(een.as_ref())).collect()
    }
}

impl From<&organisatie::Frequentie> for FrequentieNode {
    fn from(feit: &organisatie::Frequentie) -> Self {
        Self {
            naam: feit.naam.clone(),
            hoe_vaak: feit.in_woorden(),
            keer_per_jaar: feit.keer_per_jaar,
            herkomst: (&feit.herkomst).into(),
        }
    }
}

/// Wie een rol heeft of in een gremium zit.
#[derive(InputObject)]
pub struct BezetRolInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De rol of het gremium.
    rol: ID,
    /// Voor welke gemeente; leeg: voor alle.
    gemeente: Option<ID>,
    /// De persoon in de hub; leeg: iemand die niet in de hub werkt.
    persoon: Option<ID>,
    /// De functie, hooguit 120 tekens; verplicht zonder persoon. Nooit een naam.
    functie: Option<String>,
    /// Eerste dag; leeg: vandaag.
    van: Option<Datum>,
    /// Laatste dag; leeg: geen.
    tot: Option<Datum>,
    /// Wie waarneemt; leeg: niemand.
    vervanger: Option<ID>,
}

impl BezetRolInput {
    fn command(&self) -> Result<BezetRol, Fout> {
        let gemeente = self.gemeente.as_ref().map(|id| sleutel(id, "Gemeente", "gemeente").map(GemeenteId));
        Ok(BezetRol {
            rol: RolId(sleutel(&self.rol, "Rol", "rol")?),
            gemeente: gemeente.transpose()?,
            persoon: persoon(self.persoon.as_ref(), "persoon")?,
            functie: self.functie.clone().unwrap_or_default(),
            van: self.van.as_ref().map(|van| van.0),
            tot: self.tot.as_ref().map(|tot| tot.0),
            vervanger: persoon(self.vervanger.as_ref(), "vervanger")?,
        })
    }
}

/// Van wanneer tot wanneer, als wat, en wie waarneemt.
#[derive(InputObject)]
pub struct WijzigBezettingInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het adres van de bezetting.
    id: ID,
    /// De versie die je zag. Wijzigde een ander dit daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// De functie, hooguit 120 tekens; verplicht zonder persoon. Nooit een naam.
    functie: Option<String>,
    /// Eerste dag.
    van: Datum,
    /// Laatste dag; leeg: geen.
    tot: Option<Datum>,
    /// Wie waarneemt; leeg: niemand.
    vervanger: Option<ID>,
}

impl WijzigBezettingInput {
    fn command(&self) -> Result<WijzigBezetting, Fout> {
        Ok(WijzigBezetting {
            bezetting: BezettingId(uuid_sleutel(&self.id, "Bezetting", "id")?),
            verwachte_versie: self.verwachte_versie,
            functie: self.functie.clone().unwrap_or_default(),
            van: self.van.0,
            tot: self.tot.as_ref().map(|tot| tot.0),
            vervanger: persoon(self.vervanger.as_ref(), "vervanger")?,
        })
    }
}

fn persoon(id: Option<&ID>, veld: &str) -> Result<Option<PersoonId>, Fout> {
    id.map(|id| uuid_sleutel(id, "Persoon", veld).map(PersoonId)).transpose()
}

/// Hoe een wijziging van een bezetting ging.
#[derive(SimpleObject)]
pub struct RolPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De rol of het gremium, zoals het nu is.
    rol: Option<RolNode>,
}

impl From<Uitslag<BezettingId>> for RolPayload {
    fn from(uitslag: Uitslag<BezettingId>) -> Self {
        let Uitslag { client_mutatie_id, positie, fouten, uitkomst, beeld, .. } = uitslag;
        let bezetting = uitkomst.and_then(|id| beeld.organisatie().bezettingen.get(&id).cloned());
        let rol = bezetting.and_then(|bezetting| RolNode::vind(&beeld, &bezetting.rol));
        Self { client_mutatie_id, positie, fouten, rol }
    }
}

/// Wat je aan de bezetting van rollen en gremia kunt veranderen.
#[derive(Default)]
pub struct BezettingMutation;

#[Object]
impl BezettingMutation {
    /// Legt vast wie een rol heeft of in een gremium zit.
    async fn bezet_rol(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en waarin.")] input: BezetRolInput,
    ) -> Result<RolPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }

    /// Wijzigt van wanneer tot wanneer iemand een rol heeft, als wat, en wie waarneemt.
    async fn wijzig_bezetting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wie en wat.")] input: WijzigBezettingInput,
    ) -> Result<RolPayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }
}
