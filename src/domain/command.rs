//! The one door for writes: authorise → transaction → apply → record → commit → announce.

use std::{sync::Arc, time::Duration};

use opentelemetry::trace::SpanKind;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use tokio::time::timeout;
use uuid::Uuid;

use super::{
    beeld::Beeld,
    bsn,
    fout::{Code, Fout},
    gebeurtenis::Gebeurtenis,
    organisatie::PersoonId,
    rechten::{self, Bereik, Recht, Wie},
    sessies::{GastId, SessieId},
};
use crate::{
    app::App,
    platform::{
        change_log::Origin,
        clock::dutch_date,
        traces::Part,
        writer::{self, Work, Written},
    },
};

/// How long a change that is on disk may take to be visible on this node.
const VISIBLE: Duration = Duration::from_secs(10);

/// What a command is given to read and change the hub.
pub type WriteTx = writer::WriteTx<Beeld>;

/// Something a user can do. One file each; the listing of `commands/` is the feature list.
pub trait Command: Serialize + Send + Sync + 'static {
    /// The name of the mutation.
    const NAAM: &'static str;
    /// What one must be allowed to do.
    const RECHT: Recht;
    /// What the caller gets back, also on a retry.
    type Uitkomst: Serialize + DeserializeOwned + Send;

    /// What the command touches, as it is in the store: the right looks at this.
    fn bereik(&self, tx: &WriteTx) -> impl Future<Output = Result<Bereik, Fout>> + Send;

    /// Changes rows and records what happened. Nothing recorded: nothing commits.
    fn apply(&self, tx: &mut WriteTx) -> impl Future<Output = Result<Self::Uitkomst, Fout>> + Send;
}

/// Who wants something done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// The hub itself: demo data, the command line, signing in.
    Hub,
    /// A person; `schrijven` is false for a token that may only read.
    Persoon { id: PersoonId, schrijven: bool },
    /// Someone who takes part in a session. The log never says who: a command that needs to, carries it itself.
    Gast { sessie: SessieId, gast: GastId },
}

impl Actor {
    /// The id in the log; none for the hub itself and for guests.
    fn id(self) -> Option<Uuid> {
        match self {
            Self::Hub | Self::Gast { .. } => None,
            Self::Persoon { id, .. } => Some(id.0),
        }
    }
}

/// The answer to a command, on disk. `seq` is `None` when there was nothing to change.
#[derive(Debug, Clone, PartialEq)]
pub struct Bewijs<U> {
    pub uitkomst: U,
    pub seq: Option<i64>,
}

/// Does `command` in the name of `actor`; answers when it is on disk and visible on this node.
///
/// With the same `client_mutatie_id` the same command answers what it answered the first time.
pub async fn execute<C: Command>(
    app: &App,
    actor: Actor,
    client_mutatie_id: Option<Uuid>,
    command: C,
) -> Result<Bewijs<C::Uitkomst>, Fout> {
    let trace = Part::of(client_mutatie_id, C::NAAM, SpanKind::Server);
    let done = execute_traced(app, actor, client_mutatie_id, command, &trace).await;
    if let Err(fout) = &done {
        trace.fail(fout.code.name());
    }
    done
}

async fn execute_traced<C: Command>(
    app: &App,
    actor: Actor,
    client_mutatie_id: Option<Uuid>,
    command: C,
    trace: &Part,
) -> Result<Bewijs<C::Uitkomst>, Fout> {
    let value = serde_json::to_value(&command).map_err(Fout::intern)?;
    bsn::weiger(&value)?;
    let fingerprint = Sha256::digest(format!("{} {value}", C::NAAM));
    let origin = Origin {
        actor: actor.id(),
        command: C::NAAM,
        client_mutation_id: client_mutatie_id,
        fingerprint: fingerprint.iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    let command = Arc::new(command);
    let work: Work<Beeld, Fout> = Box::new(move |tx| {
        let command = command.clone();
        Box::pin(async move {
            let bereik = command.bereik(tx).await?;
            if let Actor::Persoon { id, schrijven } = actor {
                let rollen = tx.world().organisatie.rollen_van(id, dutch_date(tx.now()));
                rechten::toets(&Wie::new(id, rollen, schrijven), C::RECHT, &bereik)?;
            }
            if let Actor::Gast { sessie, gast } = actor {
                let pas = tx.world().sessies.gastpas(sessie, gast);
                let pas = pas.ok_or_else(|| Fout::niet_gevonden("Je plek in deze sessie"))?;
                rechten::toets(&Wie::gast(pas), C::RECHT, &bereik)?;
            }
            let uitkomst = command.apply(tx).await?;
            serde_json::to_value(uitkomst).map_err(Fout::intern)
        })
    });
    let writing = trace.part("write");
    let Written { outcome, seq } = app.writer().write(origin, work).await?;
    drop(writing);
    if let Some(seq) = seq {
        trace.note("seq", seq);
        let _becoming = trace.part("become visible");
        if timeout(VISIBLE, app.nu().reached(seq)).await.is_err() {
            // It is on disk; a retry with the same id gets this answer.
            let bericht = "De wijziging is bewaard, maar de hub kan haar nog niet laten zien. Probeer het zo opnieuw.";
            return Err(Fout::new(Code::TijdelijkNietBeschikbaar, bericht));
        }
    }
    let uitkomst = serde_json::from_value(outcome).map_err(Fout::intern)?;
    Ok(Bewijs { uitkomst, seq })
}

/// Records what happened. Beside the rows it changed, in the same transaction.
pub fn record(tx: &mut WriteTx, gebeurtenis: impl Into<Gebeurtenis>) -> Result<(), Fout> {
    let entry = gebeurtenis.into().entry().map_err(Fout::intern)?;
    tx.record(entry);
    Ok(())
}

/// The commands of a context, one file each, and the list of their names.
macro_rules! commands {
    ($($file:ident: $name:ident),* $(,)?) => {
        $(mod $file; pub use $file::$name;)*

        /// The name of every command of this context.
        pub const ALLE: &[&str] = &[$(<$name as crate::domain::command::Command>::NAAM),*];
    };
}
pub(crate) use commands;
