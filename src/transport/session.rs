//! Signing in and out. A browser gets a random secret in a cookie; the table holds its digest.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use async_graphql::{InputType, Value};
use axum::{
    Json,
    extract::{ConnectInfo, State, rejection::JsonRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Hub, credentials, guard};
use crate::{
    domain::{
        command::{Actor, execute},
        fout::{Code, Fout},
        organisatie::{
            Hubrol, PersoonId,
            commands::{MeldAan, MeldAf},
            queries,
        },
    },
    platform::{graphql::relay, secrets},
};

/// How long a sign-in holds.
const HOLDS: SignedDuration = SignedDuration::from_hours(30 * 24);
const MAX_PASSWORD: usize = 1024;

/// Why there is no sign-in.
pub struct Refusal {
    status: StatusCode,
    fout: Fout,
    wait: Option<Duration>,
}

impl Refusal {
    fn new(status: StatusCode, fout: Fout) -> Self {
        Self { status, fout, wait: None }
    }

    pub fn invalid() -> Self {
        let bericht = "Stuur JSON met de velden die nodig zijn.";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, Fout::new(Code::OngeldigVerzoek, bericht))
    }

    fn wrong() -> Self {
        let bericht = "E-mailadres of wachtwoord klopt niet. Controleer beide en probeer het opnieuw.";
        Self::new(StatusCode::UNAUTHORIZED, Fout::new(Code::WachtwoordOnjuist, bericht))
    }

    pub fn too_often(wait: Duration) -> Self {
        let seconds = wait.as_secs() + 1;
        let bericht = format!("Dit is te vaak geprobeerd. Probeer het over {seconds} seconden opnieuw.");
        let fout = Fout::new(Code::TeVaak, bericht);
        Self { status: StatusCode::TOO_MANY_REQUESTS, fout, wait: Some(Duration::from_secs(seconds)) }
    }
}

impl From<Fout> for Refusal {
    fn from(fout: Fout) -> Self {
        let status = match fout.code {
            Code::GeenRecht => StatusCode::FORBIDDEN,
            Code::TijdelijkNietBeschikbaar => StatusCode::SERVICE_UNAVAILABLE,
            Code::InterneFout => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self::new(status, fout)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(json!({ "fouten": [self.fout] }))).into_response();
        if let Some(wait) = self.wait {
            response.headers_mut().insert(header::RETRY_AFTER, wait.as_secs().into());
        }
        response
    }
}

#[derive(Deserialize)]
pub struct SignIn {
    email: String,
    wachtwoord: String,
}

/// `POST /aanmelden`
pub async fn sign_in(
    State(hub): State<Arc<Hub>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    body: Result<Json<SignIn>, JsonRejection>,
) -> Result<Response, Refusal> {
    let Json(SignIn { email, wachtwoord }) = body.map_err(|_| Refusal::invalid())?;
    for (veld, waarde) in [("email", &email), ("wachtwoord", &wachtwoord)] {
        if waarde.trim().is_empty() {
            return Err(Fout::bij(Code::Verplicht, veld, "Vul dit in.").into());
        }
    }
    if wachtwoord.len() > MAX_PASSWORD || email.len() > MAX_PASSWORD {
        return Err(Refusal::wrong());
    }
    hub.app.attempts().count(&email, Some(address.ip())).map_err(Refusal::too_often)?;
    let known = queries::wachtwoord_bij(hub.app.db().read(), &email).await.map_err(Fout::from)?;
    let (persoon, stored) = known.map_or((None, None), |(persoon, stored)| (Some(persoon), stored));
    if !secrets::verify_password(wachtwoord, stored).await {
        return Err(Refusal::wrong());
    }
    let persoon = persoon.ok_or_else(Refusal::wrong)?;
    open(&hub, persoon.id).await
}

async fn open(hub: &Hub, persoon: PersoonId) -> Result<Response, Refusal> {
    let secret = secrets::new_secret("");
    let verloopt_op = hub.app.clock().now().saturating_add(HOLDS).map_err(Fout::intern)?;
    let command = MeldAan { persoon, verloopt_op, digest: secret.digest };
    execute(&hub.app, Actor::Hub, None, command).await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, set_cookie(hub, &secret.secret, HOLDS.as_secs()))])
        .into_response())
}

fn set_cookie(hub: &Hub, secret: &str, seconds: i64) -> String {
    let secure = if hub.settings.loopback { "" } else { "; Secure" };
    format!("{}={secret}; HttpOnly; SameSite=Lax; Path=/; Max-Age={seconds}{secure}", credentials::COOKIE)
}

/// `POST /afmelden`
pub async fn sign_out(State(hub): State<Arc<Hub>>, headers: HeaderMap) -> Result<Response, Refusal> {
    if !guard::may_post(&headers) {
        let fout = Fout::new(Code::OngeldigVerzoek, "Stuur de kopregel `X-Samenspel: 1` mee.");
        return Err(Refusal::new(StatusCode::FORBIDDEN, fout));
    }
    let who = credentials::from_headers(&hub, &headers).await?;
    if let Some(aanmelding) = who.and_then(|who| who.sign_in()) {
        execute(&hub.app, Actor::Hub, None, MeldAf { aanmelding }).await?;
    }
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, set_cookie(&hub, "", 0))]).into_response())
}

#[derive(Serialize)]
struct DemoPersoon {
    id: String,
    naam: String,
    /// As the schema names it.
    hubrol: Value,
    gemeente: Option<String>,
    /// Abbreviation of the (sub)region of that gemeente: NL, MLO or MLW.
    streek: Option<String>,
}

/// `GET /aanmelden/demo`
pub async fn demo_persons(State(hub): State<Arc<Hub>>, headers: HeaderMap) -> Result<Response, Refusal> {
    only_demo(&hub, &headers)?;
    let today = hub.app.clock().today();
    let world = hub.app.nu().present().world;
    let organisatie = &world.organisatie;
    let in_force = organisatie.aanstellingen.values().filter(|aanstelling| aanstelling.geldt_op(today));
    let mut personen: Vec<(Hubrol, DemoPersoon)> = in_force
        .filter_map(|aanstelling| {
            let persoon = organisatie.personen.get(&aanstelling.persoon).filter(|persoon| persoon.actief)?;
            let gemeente = aanstelling.gemeente.as_ref().and_then(|id| organisatie.gemeenten.get(id));
            let shown = DemoPersoon {
                id: relay::global_id("Persoon", persoon.id).to_string(),
                naam: persoon.naam.clone(),
                hubrol: InputType::to_value(&aanstelling.hubrol),
                gemeente: gemeente.map(|gemeente| gemeente.naam.clone()),
                streek: gemeente
                    .and_then(|gemeente| organisatie.streek(&gemeente.id))
                    .map(|regio| regio.afkorting.clone()),
            };
            Some((aanstelling.hubrol, shown))
        })
        .collect();
    personen.sort_by(|(rol, a), (other, b)| (rol, &a.gemeente, &a.naam).cmp(&(other, &b.gemeente, &b.naam)));
    let personen: Vec<_> = personen.into_iter().map(|(_, persoon)| persoon).collect();
    Ok(Json(json!({ "personen": personen })).into_response())
}

#[derive(Deserialize)]
pub struct DemoSignIn {
    persoon: String,
}

/// `POST /aanmelden/demo`
pub async fn demo_sign_in(
    State(hub): State<Arc<Hub>>,
    headers: HeaderMap,
    body: Result<Json<DemoSignIn>, JsonRejection>,
) -> Result<Response, Refusal> {
    only_demo(&hub, &headers)?;
    let Json(DemoSignIn { persoon }) = body.map_err(|_| Refusal::invalid())?;
    let global = relay::parse(&persoon).filter(|global| global.kind == "Persoon");
    let id = global.and_then(|global| global.key.parse().ok()).map(PersoonId);
    let id = id.ok_or_else(|| Fout::bij(Code::NietGevonden, "persoon", "Deze persoon bestaat niet."))?;
    open(&hub, id).await
}

/// Signing in without a password: only in the demo, and only on the machine itself.
fn only_demo(hub: &Hub, headers: &HeaderMap) -> Result<(), Refusal> {
    if hub.app.demo() && hub.settings.loopback && guard::is_local_host(headers) {
        return Ok(());
    }
    Err(Refusal::new(StatusCode::NOT_FOUND, Fout::new(Code::NietGevonden, "Dit bestaat alleen in de demo.")))
}
