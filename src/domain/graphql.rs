//! What the GraphQL side of every context shares: who asks, what they see, and how a command answers.

use std::sync::Arc;

use async_graphql::{Context, ID, Result};
use jiff::civil::Date;
use sea_orm::DatabaseConnection;
use uuid::Uuid;

/// Transport carries it along, and asks it no more than its fingerprint.
pub use super::rechten::Wie;
use super::{
    command::{Actor, Command, execute},
    fout::{Code, Fout},
    rechten::{Bereik, Recht, toets},
    sporen::{Deel, Lezing, Sporen},
};
use crate::{
    app::App,
    platform::{
        change_log::{Position, follow::Cursor, live::Present},
        graphql::{relay, scalars::Positie},
    },
};

/// One request: who asks, and the present it is answered from. Transport puts one in each request's data.
#[derive(Clone)]
pub struct Aanvraag {
    /// Private: who reaches for it leaves a trace.
    app: App,
    /// Absent when nobody is signed in: then only introspection answers.
    pub wie: Option<Wie>,
    /// What answering it looked at.
    pub sporen: Arc<Sporen>,
    /// Where the log stood when it came in.
    pub positie: Position,
    /// Taken once, so that everything in one answer is true at the same moment.
    beeld: Lezing,
    /// How far a subscription is along the log.
    pub cursor: Arc<Cursor>,
}

impl Aanvraag {
    pub fn new(app: App, wie: Option<Wie>) -> Self {
        let nu = app.nu().present();
        let sporen = wie.as_ref().map(|wie| wie.sporen().clone()).unwrap_or_default();
        let beeld = Lezing::new(nu.world, sporen.clone());
        Self { app, wie, sporen, positie: nu.position, beeld, cursor: Arc::default() }
    }

    /// The same, with a cursor by which transport sees how far a subscription is.
    pub fn with_cursor(self, cursor: Arc<Cursor>) -> Self {
        Self { cursor, ..self }
    }

    /// The whole hub. What is found there may change without an event, so the answer cannot be kept.
    pub fn app(&self) -> &App {
        self.sporen.zag_buiten();
        &self.app
    }

    /// For reading the log up to [`Self::positie`], or only what it says about one part of the state.
    pub fn logboek(&self, deel: Option<Deel>) -> &DatabaseConnection {
        self.sporen.zag_logboek(deel);
        self.app.db().read()
    }

    /// Was the hub started with demo data?
    pub fn demo(&self) -> bool {
        self.app.demo()
    }

    /// Today. Answers are kept for one day at most.
    pub fn vandaag(&self) -> Date {
        self.app.clock().today()
    }

    /// Today, as this state has it: the day it is of, when one looks back.
    pub fn vandaag_in(&self, beeld: &Lezing) -> Date {
        beeld.dag().unwrap_or_else(|| self.vandaag())
    }

    /// May whoever asks do this with what they see? Never with the past.
    pub fn mag(&self, beeld: &Lezing, recht: Recht, bereik: &Bereik) -> bool {
        beeld.dag().is_none() && self.wie.as_ref().is_some_and(|wie| wie.mag(recht, bereik))
    }

    /// Who asks; an error when nobody is signed in.
    pub fn wie(&self) -> Result<&Wie> {
        self.wie.as_ref().ok_or_else(|| Fout::niet_aangemeld().top_level())
    }

    /// The present state.
    pub fn beeld(&self) -> Lezing {
        self.beeld.clone()
    }

    /// Who asks, if they may; a top-level error otherwise.
    pub fn eis(&self, recht: Recht, bereik: &Bereik) -> Result<&Wie> {
        let wie = self.wie()?;
        toets(wie, recht, bereik).map_err(Fout::top_level)?;
        Ok(wie)
    }
}

/// The request that is being answered.
pub fn aanvraag<'a>(ctx: &Context<'a>) -> &'a Aanvraag {
    ctx.data_unchecked::<Aanvraag>()
}

/// Reads a global id that must be of this kind; `veld` names the argument in the message.
pub fn sleutel(id: &ID, kind: &str, veld: &str) -> Result<String, Fout> {
    relay::parse(id)
        .filter(|global| global.kind == kind)
        .map(|global| global.key)
        .ok_or_else(|| Fout::bij(Code::NietGevonden, veld, format!("Dit id is niet van een {}.", kind.to_lowercase())))
}

/// The same, for objects whose key is made by the hub.
pub fn uuid_sleutel(id: &ID, kind: &str, veld: &str) -> Result<Uuid, Fout> {
    let key = sleutel(id, kind, veld)?;
    Uuid::try_parse(&key)
        .map_err(|_| Fout::bij(Code::NietGevonden, veld, format!("Dit id is niet van een {}.", kind.to_lowercase())))
}

/// How a mutation went: an outcome or things to mend.
pub struct Uitslag<U> {
    pub client_mutatie_id: Uuid,
    /// Where the change stands in the log; absent when nothing changed.
    pub positie: Option<Positie>,
    pub uitkomst: Option<U>,
    pub fouten: Vec<Fout>,
    /// A state in which the outcome is visible, and where the log stood in it.
    pub beeld: Lezing,
    pub gelezen_op: Position,
}

/// Does what the input asks. `command` is a `Result` because reading ids out of an input may fail;
/// what the user can mend goes into `fouten`, the rest becomes a top-level error.
pub async fn doe<C: Command>(
    ctx: &Context<'_>,
    client_mutatie_id: Uuid,
    command: Result<C, Fout>,
) -> Result<Uitslag<C::Uitkomst>> {
    let aanvraag = aanvraag(ctx);
    let wie = aanvraag.wie()?;
    let actor = match wie.gastpas() {
        Some(pas) => Actor::Gast { sessie: pas.sessie, gast: pas.gast },
        None => Actor::Persoon { id: wie.persoon(), schrijven: wie.schrijven },
    };
    let done = match command {
        Ok(command) => execute(aanvraag.app(), actor, Some(client_mutatie_id), command).await,
        Err(fout) => Err(fout),
    };
    let Present { position, world } = aanvraag.app().nu().present();
    let beeld = Lezing::new(world, aanvraag.sporen.clone());
    match done {
        Ok(bewijs) => {
            let positie = bewijs.seq.map(|seq| Positie(Position { seq, ..position }));
            let uitkomst = Some(bewijs.uitkomst);
            Ok(Uitslag { client_mutatie_id, positie, uitkomst, fouten: Vec::new(), beeld, gelezen_op: position })
        }
        Err(fout) if fout.code.is_for_user() => {
            let fouten = vec![fout];
            Ok(Uitslag { client_mutatie_id, positie: None, uitkomst: None, fouten, beeld, gelezen_op: position })
        }
        Err(fout) => Err(fout.top_level()),
    }
}
