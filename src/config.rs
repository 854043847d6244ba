//! Settings, from flags and environment. A wrong value is refused at start, with its name and what to write.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;
use tracing_subscriber::EnvFilter;

use crate::{
    app::Stores,
    platform::{
        db::{self, Db},
        mail,
    },
};

/// The settings as they were written.
#[derive(Debug, Clone, Args)]
pub struct Written {
    /// Adres en poort waarop de hub luistert (standaard 127.0.0.1:8080)
    #[arg(
        long,
        global = true,
        env = "SAMENSPEL_LISTEN",
        default_value = "127.0.0.1:8080",
        hide_default_value = true,
        value_name = "ADRES:POORT"
    )]
    listen: String,

    /// Map voor de gegevens (standaard ./data)
    #[arg(
        long,
        global = true,
        env = "SAMENSPEL_DATA",
        default_value = "./data",
        hide_default_value = true,
        value_name = "MAP"
    )]
    data: PathBuf,

    /// Adres van de database: sqlite://… of postgres://… (standaard een bestand in de map voor de gegevens)
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    database: Option<String>,

    /// Adres van Redis: redis://…; alleen nodig als meer dan één hub op dezelfde database draait
    #[arg(long, global = true, env = "REDIS_URL", hide_env_values = true, value_name = "URL")]
    redis: Option<String>,

    /// Adres waar traces heen gaan (OpenTelemetry, OTLP over HTTP), bijvoorbeeld http://127.0.0.1:4318
    #[arg(long, global = true, env = "OTEL_EXPORTER_OTLP_ENDPOINT", hide_env_values = true, value_name = "URL")]
    traces: Option<String>,

    /// Adres waarop gebruikers de hub vinden, voor links in e-mail: https://… (standaard het adres waarop de hub luistert)
    #[arg(long, global = true, env = "SAMENSPEL_URL", value_name = "URL")]
    url: Option<String>,

    /// Mailserver voor meldingen: smtps://naam:wachtwoord@server of smtp://server (standaard: geen e-mail)
    #[arg(long, global = true, env = "SAMENSPEL_SMTP", hide_env_values = true, value_name = "URL")]
    smtp: Option<String>,

    /// Afzender van e-mail, bijvoorbeeld Samenspel <hub@example.nl>
    #[arg(long, global = true, env = "SAMENSPEL_MAIL_FROM", value_name = "ADRES")]
    mail_from: Option<String>,

    /// Andere adressen waarvan pagina's een verbinding mogen openen, met komma's ertussen
    #[arg(
        long,
        global = true,
        env = "SAMENSPEL_ORIGINS",
        default_value = "",
        hide_default_value = true,
        value_name = "ADRESSEN"
    )]
    origins: String,

    /// Wat in het technische logboek komt: error, warn, info, debug of trace, ook per onderdeel (standaard info)
    #[arg(
        long,
        global = true,
        env = "SAMENSPEL_LOG",
        default_value = "info",
        hide_default_value = true,
        value_name = "FILTER"
    )]
    log: String,
}

/// The settings, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub stores: Stores,
    /// Where users find the hub; without a slash at the end.
    pub url: String,
    /// The server that takes letters and who they are from; absent: no letters.
    pub smtp: Option<(String, String)>,
    /// Where traces go; absent: nowhere.
    pub traces: Option<String>,
    /// Does the database live in the folder for data?
    pub own_file: bool,
    pub origins: Vec<String>,
    pub log: String,
}

/// A setting that makes no sense.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name} klopt niet. {advice}")]
pub struct Wrong {
    /// Name of the environment variable; `--help` shows the flag that belongs to it.
    pub name: &'static str,
    pub advice: &'static str,
}

impl Written {
    pub fn check(self) -> Result<Config, Wrong> {
        let wrong = |name, advice| Wrong { name, advice };
        let listen = self.listen.trim().parse().map_err(|_| {
            wrong("SAMENSPEL_LISTEN", "Schrijf een IP-adres en een poort, bijvoorbeeld 127.0.0.1:8080 of 0.0.0.0:8080.")
        })?;
        if self.data.as_os_str().is_empty() {
            return Err(wrong("SAMENSPEL_DATA", "Schrijf de map waarin de gegevens komen, bijvoorbeeld ./data."));
        }
        let database = self.database.filter(|url| !url.is_empty());
        if database.as_deref().is_some_and(|url| !db::is_supported(url)) {
            let advice = "Schrijf sqlite://pad/naar/bestand?mode=rwc of postgres://naam:wachtwoord@server/database.";
            return Err(wrong("DATABASE_URL", advice));
        }
        let redis = self.redis.filter(|url| !url.is_empty());
        if redis.as_deref().is_some_and(|url| redis::Client::open(url).is_err()) {
            return Err(wrong("REDIS_URL", "Schrijf redis://server:6379, of rediss:// voor een versleutelde lijn."));
        }
        let traces = self.traces.filter(|url| !url.is_empty());
        if traces.as_deref().is_some_and(|url| !url.starts_with("http://") && !url.starts_with("https://")) {
            let advice = "Schrijf het adres van een OpenTelemetry-collector, bijvoorbeeld http://127.0.0.1:4318.";
            return Err(wrong("OTEL_EXPORTER_OTLP_ENDPOINT", advice));
        }
        let url = self.url.filter(|url| !url.is_empty()).unwrap_or_else(|| format!("http://{listen}"));
        let url = url.trim_end_matches('/').to_owned();
        if !is_origin(&url) {
            return Err(wrong("SAMENSPEL_URL", "Schrijf een adres zonder pad, bijvoorbeeld https://hub.example.nl."));
        }
        let from = self.mail_from.filter(|from| !from.is_empty());
        if from.as_deref().is_some_and(|from| !mail::is_sender(from)) {
            return Err(wrong(
                "SAMENSPEL_MAIL_FROM",
                "Schrijf een e-mailadres, bijvoorbeeld Samenspel <hub@example.nl>.",
            ));
        }
        let smtp = match self.smtp.filter(|smtp| !smtp.is_empty()) {
            None => None,
            Some(smtp) if !mail::is_smtp(&smtp) => {
                let advice = "Schrijf smtps://naam:wachtwoord@server, of smtp://server zonder versleuteling.";
                return Err(wrong("SAMENSPEL_SMTP", advice));
            }
            Some(smtp) => {
                let advice = "Schrijf van wie e-mail komt: met SAMENSPEL_SMTP hoort een afzender.";
                Some((smtp, from.ok_or_else(|| wrong("SAMENSPEL_MAIL_FROM", advice))?))
            }
        };
        let origins: Vec<String> = self
            .origins
            .split(',')
            .map(|origin| origin.trim().to_owned())
            .filter(|origin| !origin.is_empty())
            .collect();
        if !origins.iter().all(|origin| is_origin(origin)) {
            let advice = "Schrijf adressen zonder pad, met komma's ertussen, bijvoorbeeld https://hub.example.nl.";
            return Err(wrong("SAMENSPEL_ORIGINS", advice));
        }
        if EnvFilter::try_new(&self.log).is_err() {
            return Err(wrong("SAMENSPEL_LOG", "Schrijf error, warn, info, debug of trace."));
        }
        let own_file = database.is_none();
        let stores = Stores { database: database.unwrap_or_else(|| Db::sqlite_url(&self.data)), redis };
        Ok(Config { listen, data: self.data, stores, url, smtp, traces, own_file, origins, log: self.log })
    }
}

fn is_origin(text: &str) -> bool {
    let place = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    place.is_some_and(|place| !place.is_empty() && !place.contains(['/', '?', '#', '@', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Written {
        Written {
            listen: "127.0.0.1:8080".into(),
            data: "./data".into(),
            database: None,
            redis: None,
            traces: None,
            url: None,
            smtp: None,
            mail_from: None,
            origins: String::new(),
            log: "info".into(),
        }
    }

    #[test]
    fn what_is_not_said_has_a_sensible_value() {
        let config = written().check().unwrap();
        assert!(config.listen.ip().is_loopback());
        assert!(config.own_file);
        assert!(config.stores.database.starts_with("sqlite:"));
        assert_eq!(config.origins, Vec::<String>::new());
    }

    #[test]
    fn a_wrong_value_is_named() {
        for (name, wrong) in [
            ("SAMENSPEL_LISTEN", Written { listen: "8080".into(), ..written() }),
            ("SAMENSPEL_DATA", Written { data: "".into(), ..written() }),
            ("DATABASE_URL", Written { database: Some("mysql://x".into()), ..written() }),
            ("REDIS_URL", Written { redis: Some("localhost".into()), ..written() }),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", Written { traces: Some("localhost:4318".into()), ..written() }),
            ("SAMENSPEL_URL", Written { url: Some("hub.example.nl".into()), ..written() }),
            ("SAMENSPEL_SMTP", Written { smtp: Some("mail.example.nl".into()), ..written() }),
            ("SAMENSPEL_MAIL_FROM", Written { smtp: Some("smtp://mail.example.nl".into()), ..written() }),
            ("SAMENSPEL_MAIL_FROM", Written { mail_from: Some("hub".into()), ..written() }),
            ("SAMENSPEL_ORIGINS", Written { origins: "https://a.nl, b.nl/pad".into(), ..written() }),
            ("SAMENSPEL_LOG", Written { log: "a=b=c".into(), ..written() }),
        ] {
            assert_eq!(wrong.check().unwrap_err().name, name);
        }
    }

    #[test]
    fn a_password_in_an_address_is_not_repeated() {
        let wrong = Written { database: Some("mysql://x:geheim@y".into()), ..written() };
        assert!(!wrong.check().unwrap_err().to_string().contains("geheim"));
    }
}
