//! Who sends this: the cookie of a sign-in, or the token of a program. Only digests are looked up.

use std::time::Duration;

use axum::http::{HeaderMap, header};
use moka::sync::Cache;
use tokio::time::timeout;

use super::Hub;
use crate::{
    app::App,
    domain::{
        fout::Fout,
        graphql::Wie,
        organisatie::{AanmeldingId, PersoonId, TokenId, TokenScope, queries},
        sessies::{self, GastId, SessieId},
    },
    platform::{change_log, secrets},
};

/// Name of the cookie.
pub const COOKIE: &str = "samenspel";

/// How the secrets of guests begin.
pub const GUEST: &str = "gast_";

/// How many are remembered. To forget one costs a look into the tables, no more.
const MAX_KNOWN: u64 = 10_000;

/// How long this node may need to see what the tables already say.
const CATCH_UP: Duration = Duration::from_secs(2);

/// By what someone is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Via {
    SignIn(AanmeldingId),
    Token(TokenId),
    /// Takes part in one session, and is nobody anywhere else.
    Guest(SessieId, GastId),
}

/// Someone who is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    pub persoon: PersoonId,
    /// False for a token that may only read.
    pub schrijven: bool,
    via: Via,
}

impl SignedIn {
    /// Does the sign-in still hold? It may be withdrawn, expire, or its person may be blocked.
    pub fn holds(&self, app: &App) -> bool {
        let world = app.nu().present().world;
        if let Via::Guest(session, guest) = self.via {
            let known = world.sessies.borden.get(&session).and_then(|board| board.gasten.get(&guest));
            return known.is_some_and(|known| known.verloopt_op > app.clock().now())
                && world.sessies.gastpas(session, guest).is_some();
        }
        let toegang = &world.toegang;
        let now = app.clock().now();
        let known = match self.via {
            Via::SignIn(id) => toegang.aanmeldingen.get(&id).is_some_and(|known| known.verloopt_op > now),
            Via::Token(id) => {
                toegang.tokens.get(&id).is_some_and(|known| known.verloopt_op.is_none_or(|until| until > now))
            }
            Via::Guest(..) => false,
        };
        known && world.organisatie.personen.get(&self.persoon).is_some_and(|persoon| persoon.actief)
    }

    /// With the rights in force now.
    pub fn wie(&self, app: &App) -> Wie {
        match self.via {
            Via::Guest(session, guest) => app.guest(session, guest),
            Via::SignIn(_) | Via::Token(_) => app.wie(self.persoon, self.schrijven),
        }
    }

    /// Is this a guest, who reaches one session only?
    pub fn is_guest(&self) -> bool {
        matches!(self.via, Via::Guest(..))
    }

    /// The sign-in to end when this person signs out here; a token has none.
    pub fn sign_in(&self) -> Option<AanmeldingId> {
        match self.via {
            Via::SignIn(id) => Some(id),
            Via::Token(_) | Via::Guest(..) => None,
        }
    }
}

/// By digest, who sent a request a moment ago. What a digest stands for never changes; whether it still holds is
/// asked every time.
pub struct Known(Cache<String, SignedIn>);

impl Default for Known {
    fn default() -> Self {
        Self(Cache::new(MAX_KNOWN))
    }
}

/// Who sends a request with these headers.
pub async fn from_headers(hub: &Hub, headers: &HeaderMap) -> Result<Option<SignedIn>, Fout> {
    if headers.contains_key(header::AUTHORIZATION) {
        return match bearer(headers) {
            Some(token) => from_token(hub, token).await,
            None => Ok(None),
        };
    }
    let Some(secret) = cookie(headers) else { return Ok(None) };
    find(hub, secrets::digest(secret), async |digest| {
        let found = queries::aanmelding_bij(hub.app.db().read(), digest).await?;
        Ok(found.map(|found| SignedIn { persoon: found.persoon, schrijven: true, via: Via::SignIn(found.id) }))
    })
    .await
}

/// Who holds this token.
pub async fn from_token(hub: &Hub, token: &str) -> Result<Option<SignedIn>, Fout> {
    if token.starts_with(GUEST) {
        return find(hub, secrets::digest(token), async |digest| {
            let found = sessies::queries::gast_bij(hub.app.db().read(), digest).await?;
            Ok(found.map(|(session, guest)| SignedIn {
                persoon: PersoonId(guest.0),
                schrijven: true,
                via: Via::Guest(session, guest),
            }))
        })
        .await;
    }
    find(hub, secrets::digest(token), async |digest| {
        let found = queries::token_bij(hub.app.db().read(), digest).await?;
        // The address of a calendar opens nothing else.
        let found = found.filter(|found| !found.scopes.contains(&TokenScope::Agenda));
        Ok(found.map(|found| SignedIn {
            persoon: found.persoon,
            schrijven: found.scopes.contains(&TokenScope::Schrijven),
            via: Via::Token(found.id),
        }))
    })
    .await
}

/// Whose calendar this secret opens.
pub async fn calendar_of(hub: &Hub, secret: &str) -> Result<Option<PersoonId>, Fout> {
    let found = queries::token_bij(hub.app.db().read(), &secrets::digest(secret)).await?;
    let found = found.filter(|found| found.scopes.contains(&TokenScope::Agenda));
    let who = found.map(|found| SignedIn { persoon: found.persoon, schrijven: false, via: Via::Token(found.id) });
    Ok(confirm(&hub.app, who).await?.map(|who| who.persoon))
}

async fn find(
    hub: &Hub,
    digest: String,
    look_up: impl AsyncFnOnce(&str) -> Result<Option<SignedIn>, Fout>,
) -> Result<Option<SignedIn>, Fout> {
    if let Some(who) = hub.known.0.get(&digest).filter(|who| who.holds(&hub.app)) {
        return Ok(Some(who));
    }
    let who = look_up(&digest).await?;
    let who = confirm(&hub.app, who).await?;
    if let Some(who) = who {
        hub.known.0.insert(digest, who);
    }
    Ok(who)
}

/// The tables may be ahead of what this node has seen: a token made a moment ago, by another process.
async fn confirm(app: &App, who: Option<SignedIn>) -> Result<Option<SignedIn>, Fout> {
    let Some(who) = who else { return Ok(None) };
    if !who.holds(app) {
        let head = change_log::head(app.db().read()).await?;
        app.nu().nudge();
        drop(timeout(CATCH_UP, app.nu().reached(head.seq)).await);
    }
    Ok(Some(who).filter(|who| who.holds(app)))
}

/// The secret in our cookie.
pub fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, secret)| (name == COOKIE && !secret.is_empty()).then_some(secret))
}

/// The token in `Authorization: Bearer …`.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    token_of(headers.get(header::AUTHORIZATION)?.to_str().ok()?)
}

/// The token in the text `Bearer …`.
pub fn token_of(text: &str) -> Option<&str> {
    let (scheme, token) = text.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty()).then(|| token.trim())
}
