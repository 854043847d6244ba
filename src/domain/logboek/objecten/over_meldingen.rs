//! Who was informed, and how messages come, as a type per kind of event.

use async_graphql::{ID, Object};
use uuid::Uuid;

use super::{Regel, Wijziging};
use crate::{
    domain::{afspraken, contracten, integratie, node::Node, organisatie::graphql::PersoonNode, sporen::Lezing},
    platform::graphql::{
        relay::global_id,
        scalars::{Positie, Tijdstip},
    },
};

gebeurtenis! {
    /// Iemand legde vast wie van iets weet.
    GeinformeerdVastgelegd {}
}
gebeurtenis! {
    /// Iemand stelde iets voor zichzelf in: wat die las, hoe meldingen komen, wat die volgt, een weergave.
    MeldingenGewijzigd {}
}

/// What people call a subject one can be informed of, or follow.
pub fn titel(beeld: &Lezing, kind: &str, key: &str) -> String {
    let naam = match kind {
        "Afspraak" => {
            let id = afspraken::AfspraakId(key.to_owned());
            beeld.afspraken().afspraken.get(&id).map(|afspraak| afspraak.inhoud.naam.clone())
        }
        "Besluit" => {
            let id = integratie::BesluitId(key.to_owned());
            beeld.integratie().besluiten.get(&id).map(|besluit| besluit.naam.clone())
        }
        "Taak" => {
            let id = Uuid::try_parse(key).ok().map(integratie::TaakId);
            id.and_then(|id| Some(beeld.integratie().kaarten.get(&id)?.taak.titel.clone()))
        }
        "Contract" => {
            let id = contracten::ContractId(key.to_owned());
            beeld.contracten().contracten.get(&id).map(|contract| contract.inhoud.naam.clone())
        }
        _ => None,
    };
    naam.unwrap_or_else(|| "Meldingen".into())
}
