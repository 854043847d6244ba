//! Who works in the hub, with which roles, and what they may do.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use jiff::civil::Date;

use super::{GemeenteNode, aanwezig};
use crate::{
    domain::{
        graphql::aanvraag,
        organisatie::{
            Aanstelling, AanstellingId, ApiToken, GemeenteId, Hubrol, Persoon, PersoonId, TokenId, TokenScope,
        },
        rechten::{Bereik, Recht, Wie},
        sporen::Lezing,
    },
    platform::graphql::{
        page::connection,
        relay::global_id,
        scalars::{Datum, Tijdstip},
    },
};

/// Someone, in the state they were read from.
#[derive(Clone)]
pub struct PersoonNode {
    beeld: Lezing,
    persoon: Persoon,
}

impl PersoonNode {
    /// The person with this id, if they are there.
    pub fn vind(beeld: &Lezing, id: PersoonId) -> Option<Self> {
        let persoon = beeld.organisatie().personen.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), persoon })
    }

    /// Everyone who holds this role for this gemeente on `dag`; what is left open matches. Blocked persons
    /// hold no role.
    pub fn met_rol(beeld: &Lezing, hubrol: Option<Hubrol>, gemeente: Option<&GemeenteId>, dag: Date) -> Vec<Self> {
        let past = |(rol, van): &(Hubrol, Option<GemeenteId>)| {
            hubrol.is_none_or(|wens| *rol == wens) && gemeente.is_none_or(|wens| van.as_ref() == Some(wens))
        };
        let open = hubrol.is_none() && gemeente.is_none();
        let personen = beeld.organisatie().personen.values();
        personen
            .filter(|persoon| open || beeld.organisatie().rollen_van(persoon.id, dag).iter().any(past))
            .map(|persoon| Self { beeld: beeld.clone(), persoon: persoon.clone() })
            .collect()
    }

    pub fn naam_van(&self) -> &str {
        &self.persoon.naam
    }
}

/// Iemand die in de hub werkt.
#[Object(name = "Persoon")]
impl PersoonNode {
    /// Adres van deze persoon.
    pub async fn id(&self) -> ID {
        global_id("Persoon", self.persoon.id)
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.persoon.naam
    }

    /// Hooguit twee letters, voor een klein rondje.
    async fn initialen(&self) -> String {
        self.persoon.initialen()
    }

    /// Mag deze persoon in de hub? Zo niet, dan is het account geblokkeerd.
    async fn actief(&self) -> bool {
        self.persoon.actief
    }

    /// Alleen zichtbaar voor de persoon zelf en de beheerder.
    async fn email(&self, ctx: &Context<'_>) -> Option<&str> {
        let wie = aanvraag(ctx).wie.as_ref()?;
        let mag = wie.mag(Recht::PersonenBeheren, &Bereik::Alles) || wie.persoon() == self.persoon.id;
        mag.then_some(self.persoon.email.as_str())
    }

    /// De rollen die nu gelden of nog ingaan. Wat voorbij is staat in het logboek.
    async fn aanstellingen(&self, ctx: &Context<'_>) -> Vec<AanstellingNode> {
        let vandaag = aanvraag(ctx).vandaag();
        let aanstellingen = self.beeld.organisatie().aanstellingen.values();
        aanstellingen
            .filter(|aanstelling| aanstelling.persoon == self.persoon.id && !aanstelling.is_voorbij(vandaag))
            .map(|aanstelling| AanstellingNode { beeld: self.beeld.clone(), aanstelling: aanstelling.clone() })
            .collect()
    }
}

connection! {
    /// Een bladzijde van een lijst met personen.
    PersoonConnection,
    /// Een persoon in een lijst.
    PersoonEdge, PersoonNode
}

/// A role someone holds, in the state it was read from.
#[derive(Clone)]
pub struct AanstellingNode {
    beeld: Lezing,
    aanstelling: Aanstelling,
}

impl AanstellingNode {
    /// The role with this id, if it is there.
    pub fn vind(beeld: &Lezing, id: AanstellingId) -> Option<Self> {
        let aanstelling = beeld.organisatie().aanstellingen.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), aanstelling })
    }
}

/// Een rol die iemand in de hub heeft, van–tot.
#[Object(name = "Aanstelling")]
impl AanstellingNode {
    /// Adres van deze aanstelling.
    pub async fn id(&self) -> ID {
        global_id("Aanstelling", self.aanstelling.id)
    }

    /// Wie de rol heeft.
    async fn persoon(&self) -> Result<PersoonNode> {
        aanwezig(PersoonNode::vind(&self.beeld, self.aanstelling.persoon))
    }

    /// Welke rol.
    async fn hubrol(&self) -> Hubrol {
        self.aanstelling.hubrol
    }

    /// Voor welke gemeente; alleen bij een accounthouder.
    async fn gemeente(&self) -> Option<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, self.aanstelling.gemeente.as_ref()?)
    }

    /// Eerste dag.
    async fn van(&self) -> Datum {
        Datum(self.aanstelling.van)
    }

    /// Laatste dag; leeg: geen.
    async fn tot(&self) -> Option<Datum> {
        self.aanstelling.tot.map(Datum)
    }

    /// Voor wie deze persoon waarneemt; leeg: niet als vervanger.
    async fn vervangt(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.aanstelling.vervangt?)
    }
}

/// Een sleutel waarmee een programma in naam van een persoon werkt.
#[derive(Clone, SimpleObject)]
#[graphql(name = "ApiToken")]
pub struct ApiTokenNode {
    /// Adres van dit token.
    #[graphql(owned)]
    pub id: ID,
    /// Waar het token voor is.
    naam: String,
    /// Wat het token mag.
    scopes: Vec<TokenScope>,
    /// Wanneer het gemaakt is.
    gemaakt_op: Tijdstip,
    /// Vanaf wanneer het niet meer werkt; leeg: het blijft werken.
    verloopt_op: Option<Tijdstip>,
}

impl From<&ApiToken> for ApiTokenNode {
    fn from(token: &ApiToken) -> Self {
        Self {
            id: global_id("ApiToken", token.id),
            naam: token.naam.clone(),
            scopes: token.scopes.clone(),
            gemaakt_op: Tijdstip(token.gemaakt_op),
            verloopt_op: token.verloopt_op.map(Tijdstip),
        }
    }
}

impl ApiTokenNode {
    /// The token with this id, if it is there and `wie` owns it.
    pub fn vind(beeld: &Lezing, id: TokenId, wie: PersoonId) -> Option<Self> {
        beeld.toegang().tokens.get(&id).filter(|token| token.persoon == wie).map(Self::from)
    }
}

/// Hoe ver een recht reikt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Reikwijdte {
    /// Alles.
    Alles,
    /// Wat over de eigen gemeente gaat.
    EigenGemeente,
}

/// Iets wat de kijker mag.
#[derive(SimpleObject)]
pub struct Bevoegdheid {
    /// Naam van het recht, zoals TaakWijzigen.
    recht: String,
    /// Hoe ver het reikt.
    reikwijdte: Reikwijdte,
    /// De eigen gemeenten, als het recht niet verder reikt.
    gemeenten: Vec<GemeenteNode>,
}

impl Bevoegdheid {
    fn van(beeld: &Lezing, wie: &Wie, recht: Recht) -> Option<Self> {
        let naam = recht.naam();
        if wie.mag(recht, &Bereik::Alles) {
            return Some(Self { recht: naam, reikwijdte: Reikwijdte::Alles, gemeenten: Vec::new() });
        }
        let eigen = wie.rollen.iter().filter_map(|(_, gemeente)| gemeente.as_ref());
        let gemeenten: Vec<_> = eigen
            .filter(|gemeente| wie.mag(recht, &Bereik::Gemeenten(vec![(*gemeente).clone()])))
            .filter_map(|gemeente| GemeenteNode::vind(beeld, gemeente))
            .collect();
        (!gemeenten.is_empty()).then_some(Self { recht: naam, reikwijdte: Reikwijdte::EigenGemeente, gemeenten })
    }
}

/// Who is signed in.
pub struct Ik {
    pub beeld: Lezing,
    pub wie: Wie,
}

/// Wie is aangemeld.
#[Object]
impl Ik {
    /// De persoon.
    async fn persoon(&self) -> Result<PersoonNode> {
        aanwezig(PersoonNode::vind(&self.beeld, self.wie.persoon()))
    }

    /// Wat deze persoon mag. Wat alleen over jezelf of je eigen tekst gaat, staat er niet bij.
    async fn bevoegdheden(&self) -> Vec<Bevoegdheid> {
        Recht::ALLE.into_iter().filter_map(|recht| Bevoegdheid::van(&self.beeld, &self.wie, recht)).collect()
    }

    /// De eigen tokens, nieuwste eerst.
    async fn tokens(&self) -> Vec<ApiTokenNode> {
        let ik = self.wie.persoon();
        let eigen = self.beeld.toegang().tokens.values().filter(|token| token.persoon == ik);
        eigen.rev().map(ApiTokenNode::from).collect()
    }

    /// Draait deze hub met voorbeeldgegevens?
    async fn demo(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).demo()
    }
}
