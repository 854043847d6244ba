//! Reacties: what the hub does of its own accord. On one node at a time, whichever holds the lease.

use std::time::Duration;

use jiff::SignedDuration;
use tokio::{
    sync::watch,
    time::{interval, sleep},
};

use super::{
    command::{Actor, execute},
    fout::Fout,
    organisatie::commands::RuimToegangOp,
    postbus::Post,
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

/// How long letters wait for what else happens.
const BREATH: Duration = Duration::from_secs(2);

/// Waits until there is something new; for ever once nothing can come any more.
async fn changed(head: &mut watch::Receiver<i64>) {
    if head.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// What one node contributes to the reactions.
pub struct Reacties {
    app: App,
    lease: Lease,
    /// Absent: no letters leave this hub.
    post: Option<Post>,
}

impl Reacties {
    pub fn new(app: App) -> Self {
        Self { app, lease: Lease::new("reacties", SUCCESSION), post: None }
    }

    /// The same, and letters go out.
    pub fn met_post(self, post: Option<Post>) -> Self {
        Self { post, ..self }
    }

    /// Reacts until dropped.
    pub async fn run(&self) {
        let mut turn = interval(EVERY);
        let mut head = self.app.nu().watch();
        let mut in_charge = false;
        loop {
            let done = tokio::select! {
                _ = turn.tick() => self.turn().await,
                // What is for somebody now goes out now, with what else happens in the same breath.
                _ = changed(&mut head), if in_charge && self.post.is_some() => {
                    sleep(BREATH).await;
                    self.bezorg().await.map(|()| true)
                }
            };
            match done {
                Ok(now) => in_charge = now,
                Err(fout) => tracing::warn!(%fout, "reactions wait for the next turn: {fout}"),
            }
        }
    }

    /// One turn; answers whether this node is in charge.
    pub async fn turn(&self) -> Result<bool, Fout> {
        let in_charge = self.lease.hold(self.app.db(), self.app.clock().as_ref()).await?;
        if in_charge {
            self.ruim_op().await?;
            self.bezorg().await?;
        }
        Ok(in_charge)
    }

    /// Sends the letters there are.
    async fn bezorg(&self) -> Result<(), Fout> {
        let Some(post) = &self.post else { return Ok(()) };
        let sent = post.bezorg(&self.app).await?;
        if sent > 0 {
            tracing::info!(sent, "{sent} letters went out");
        }
        Ok(())
    }

    /// Clears away what nobody can use any more.
    async fn ruim_op(&self) -> Result<(), Fout> {
        execute(&self.app, Actor::Hub, None, RuimToegangOp {}).await?;
        let before = self.app.clock().now().saturating_sub(RETRIES).map_err(Fout::intern)?;
        change_log::forget_receipts(self.app.db(), before).await?;
        if let Some(post) = &self.post {
            post.ruim_op(&self.app).await?;
        }
        Ok(())
    }

    /// Lets another node take over at once.
    pub async fn stop(&self) -> Result<(), Fout> {
        Ok(self.lease.release(self.app.db()).await?)
    }
}
