//! Who is here, and what they are doing. Volatile: never in the log.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use futures_util::{Stream, stream};
use uuid::Uuid;

use super::{
    fout::{Code, Fout},
    graphql::aanvraag,
    organisatie::{PersoonId, graphql::PersoonNode},
    rechten::{Bereik, Recht},
    sporen::{Lezing, Sporen},
};
use crate::{
    app::App,
    platform::presence::{Here, Presentee, Stay},
};

/// A place is the id of an object or a page: short.
const MAX_PLEK: usize = 200;

/// Wat iemand op deze plek doet.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum Bezigheid {
    /// Kijkt.
    Kijkt,
    /// Sleept een kaart.
    Sleept,
    /// Bewerkt iets.
    Bewerkt,
}

impl Bezigheid {
    const ALLE: [Self; 3] = [Self::Kijkt, Self::Sleept, Self::Bewerkt];

    fn word(self) -> &'static str {
        match self {
            Self::Kijkt => "kijkt",
            Self::Sleept => "sleept",
            Self::Bewerkt => "bewerkt",
        }
    }

    fn from_word(word: &str) -> Self {
        Self::ALLE.into_iter().find(|bezigheid| bezigheid.word() == word).unwrap_or(Self::Kijkt)
    }
}

/// Iemand die nu op deze plek is.
#[derive(SimpleObject, Clone)]
pub struct Aanwezige {
    /// Het scherm (tabblad) van deze persoon.
    scherm: Uuid,
    /// Wie.
    persoon: PersoonNode,
    /// Wat die doet.
    bezigheid: Bezigheid,
    /// Waarmee, bijvoorbeeld de taak die gesleept wordt.
    onderwerp: Option<ID>,
}

/// Iedereen die nu op een plek is; vluchtig, staat nooit in het logboek.
#[derive(SimpleObject, Clone)]
pub struct Aanwezigheid {
    /// De plek.
    plek: String,
    /// Wie er zijn, per scherm.
    aanwezigen: Vec<Aanwezige>,
}

/// Laat anderen op deze plek zien wat je doet.
#[derive(InputObject)]
pub struct MeldBezigInput {
    /// De plek waar je op geabonneerd bent.
    plek: String,
    /// Het scherm waarmee je geabonneerd bent.
    scherm: Uuid,
    /// Wat je doet.
    bezigheid: Bezigheid,
    /// Waarmee.
    onderwerp: Option<ID>,
}

/// Of je bezigheid gemeld is.
#[derive(SimpleObject)]
pub struct MeldBezigPayload {
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
}

/// Wat je over je aanwezigheid kunt melden.
#[derive(Default)]
pub struct AanwezigheidMutation;

#[Object]
impl AanwezigheidMutation {
    /// Laat anderen op deze plek zien wat je doet. Vluchtig: het komt niet in het logboek.
    async fn meld_bezig(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat je doet, en waar.")] input: MeldBezigInput,
    ) -> Result<MeldBezigPayload> {
        let aanvraag = aanvraag(ctx);
        let wie = aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        let presentee = Presentee {
            person: wie.persoon().0,
            activity: input.bezigheid.word().to_owned(),
            subject: input.onderwerp.map(|id| id.0).filter(|id| id.len() <= MAX_PLEK),
        };
        let hier = aanvraag.app().presence().update(&input.plek, input.scherm, presentee);
        let fout =
            || Fout::new(Code::NietGevonden, "Dit scherm is niet op deze plek. Abonneer eerst op de aanwezigheid.");
        Ok(MeldBezigPayload { fouten: if hier { Vec::new() } else { vec![fout()] } })
    }
}

/// Reads the name of a place.
pub fn plek_van(plek: &str) -> Result<String, Fout> {
    if plek.is_empty() || plek.len() > MAX_PLEK {
        return Err(Fout::bij(Code::OngeldigeWaarde, "plek", "Noem een plek van 1 tot 200 tekens."));
    }
    Ok(plek.to_owned())
}

/// Everyone at a place, now and at every change; being subscribed is being there.
pub fn volg(
    app: App,
    sporen: Arc<Sporen>,
    persoon: PersoonId,
    plek: String,
    scherm: Uuid,
) -> impl Stream<Item = Aanwezigheid> + Send {
    let kijkt = Presentee { person: persoon.0, activity: Bezigheid::Kijkt.word().to_owned(), subject: None };
    let stay = app.presence().enter(&plek, scherm, kijkt);
    stream::unfold((app, sporen, plek, stay, true), |(app, sporen, plek, mut stay, first)| async move {
        if !first && !stay.changed().await {
            return None;
        }
        let beeld = Lezing::new(app.nu().present().world, sporen.clone());
        let nu = aanwezigheid(&beeld, &plek, &mut stay);
        Some((nu, (app, sporen, plek, stay, false)))
    })
}

fn aanwezigheid(beeld: &Lezing, plek: &str, stay: &mut Stay) -> Aanwezigheid {
    let here: Here = stay.here();
    let aanwezigen = here.into_iter().filter_map(|(scherm, presentee)| {
        Some(Aanwezige {
            scherm,
            persoon: PersoonNode::vind(beeld, PersoonId(presentee.person))?,
            bezigheid: Bezigheid::from_word(&presentee.activity),
            onderwerp: presentee.subject.map(ID),
        })
    });
    Aanwezigheid { plek: plek.to_owned(), aanwezigen: aanwezigen.collect() }
}
