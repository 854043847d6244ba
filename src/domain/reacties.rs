//! Reacties: what the hub does of its own accord. On one node at a time, whichever holds the lease.

use std::time::Duration;

use jiff::SignedDuration;
use tokio::time::interval;

use super::{
    command::{Actor, execute},
    fout::Fout,
    organisatie::commands::RuimToegangOp,
};
use crate::{
    app::App,
    platform::{change_log, lease::Lease},
};

/// How often the node in charge looks whether there is something to do, and another whether it should take over.
const EVERY: Duration = Duration::from_secs(60);
/// A node that dies is succeeded after this.
const SUCCESSION: Duration = Duration::from_secs(150);
/// How long a retry of a mutation gets the first answer: longer than anyone is on leave with changes waiting.
const RETRIES: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What one node contributes to the reactions.
pub struct Reacties {
    app: App,
    lease: Lease,
}

impl Reacties {
    pub fn new(app: App) -> Self {
        Self { app, lease: Lease::new("reacties", SUCCESSION) }
    }

    /// Reacts until dropped.
    pub async fn run(&self) {
        let mut turn = interval(EVERY);
        loop {
            turn.tick().await;
            if let Err(fout) = self.turn().await {
                tracing::warn!(%fout, "reactions wait for the next turn: {fout}");
            }
        }
    }

    /// One turn; answers whether this node is in charge.
    pub async fn turn(&self) -> Result<bool, Fout> {
        let in_charge = self.lease.hold(self.app.db(), self.app.clock().as_ref()).await?;
        if in_charge {
            self.ruim_op().await?;
        }
        Ok(in_charge)
    }

    /// Clears away what nobody can use any more.
    async fn ruim_op(&self) -> Result<(), Fout> {
        execute(&self.app, Actor::Hub, None, RuimToegangOp {}).await?;
        let before = self.app.clock().now().saturating_sub(RETRIES).map_err(Fout::intern)?;
        change_log::forget_receipts(self.app.db(), before).await?;
        Ok(())
    }

    /// Lets another node take over at once.
    pub async fn stop(&self) -> Result<(), Fout> {
        Ok(self.lease.release(self.app.db()).await?)
    }
}
