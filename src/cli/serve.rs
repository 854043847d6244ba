//! `samenspel serve`

use std::{io::IsTerminal, sync::Arc};

use tokio::net::TcpListener;

use super::{Failure, close, demo, open, told_to_stop};
use crate::{
    config::Config,
    domain::{postbus::Post, reacties::Reacties},
    platform::{mail::Mailer, traces},
    schema,
    transport::{Hub, Settings, Timing, server},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Vul een lege hub met demo-gegevens en laat iedereen op deze computer een rol kiezen
    #[arg(long)]
    demo: bool,
}

pub async fn run(config: Config, args: Args) -> Result<(), Failure> {
    let loopback = config.listen.ip().is_loopback();
    if args.demo && !loopback {
        return Err(Failure::new(
            "met --demo kan iedereen zich zonder wachtwoord aanmelden. Dat mag alleen op deze computer zelf: zet \
             SAMENSPEL_LISTEN op 127.0.0.1:8080.",
        ));
    }
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        Failure::new(format!("luisteren op {} (SAMENSPEL_LISTEN) lukt niet: {error}", config.listen))
    })?;
    let traces = config.traces.as_deref().map(traces::start).transpose();
    let traces = traces.map_err(|error| {
        Failure::new(format!("traces kunnen niet verstuurd worden (OTEL_EXPORTER_OTLP_ENDPOINT): {error}"))
    })?;
    let app = open(&config, args.demo).await?;
    if args.demo {
        demo::load(&app).await?;
    }
    let settings = Settings { loopback, origins: config.origins.clone(), timing: Timing::default() };
    let hub = Hub::new(app.clone(), schema::build(), settings);
    let address = listener.local_addr().unwrap_or(config.listen);
    tracing::info!(%address, "listening on {address}");
    if std::io::stdout().is_terminal() {
        println!("Samenspel draait op http://{address}. Stoppen: Ctrl-C.");
    } else {
        println!("http://{address}");
    }
    let stop = hub.stop.clone();
    let signal = tokio::spawn(async move {
        told_to_stop().await;
        tracing::info!("stopping: no new requests, what runs may end");
        stop.cancel();
    });
    let post = mailer(&config, args.demo)?.map(|mailer| Post { mailer, adres: config.url.clone() });
    let reacties = Arc::new(Reacties::new(app.clone()).met_post(post));
    let reacting = tokio::spawn({
        let reacties = reacties.clone();
        async move { reacties.run().await }
    });
    let indexing = tokio::spawn({
        let app = app.clone();
        async move { app.zoekindex().houd_bij().await }
    });
    let served = server::serve(hub, listener).await;
    signal.abort();
    indexing.abort();
    reacting.abort();
    reacties.stop().await?;
    close(app).await?;
    // Sends the last of them, and waits for it.
    tokio::task::block_in_place(|| drop(traces));
    served.map_err(|error| Failure::new(format!("de server stopte: {error}")))
}

/// How letters leave the hub: by the mail server of the settings; in the demo as files beside the data.
fn mailer(config: &Config, demo: bool) -> Result<Option<Mailer>, Failure> {
    let made = match &config.smtp {
        Some((smtp, from)) => Mailer::smtp(smtp, from),
        None if demo => Mailer::folder(config.data.join("mail"), "Samenspel <samenspel@samenspel.example>"),
        None => return Ok(None),
    };
    made.map(Some).map_err(|error| Failure::new(format!("e-mail kan niet verstuurd worden (SAMENSPEL_SMTP): {error}")))
}
