//! `samenspel watch`: what happens, as it happens, in a terminal. A cut line is picked up where it broke.

mod line;
mod stream;

use std::time::Duration;

use super::{Failure, told_to_stop};
use crate::platform::change_log::Position;
use stream::{End, Places};

const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(15);

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Adres van de hub (standaard http://127.0.0.1:8080)
    #[arg(
        long,
        env = "SAMENSPEL_URL",
        default_value = "http://127.0.0.1:8080",
        hide_default_value = true,
        value_name = "URL"
    )]
    url: String,
    /// Token van `samenspel gebruiker token`
    #[arg(long, env = "SAMENSPEL_TOKEN", hide_env_values = true, value_name = "TOKEN")]
    token: String,
    /// Naam of id van het traject, als er meer zijn
    #[arg(long)]
    traject: Option<String>,
    /// Positie in het logboek waarna het begint; zonder --vanaf is dat nu
    #[arg(long, value_name = "POSITIE")]
    vanaf: Option<Position>,
}

pub async fn run(args: Args) -> Result<(), Failure> {
    tokio::select! {
        () = told_to_stop() => Ok(()),
        failure = follow(args) => Err(failure),
    }
}

/// Follows for ever; answers only what cannot be mended by trying again.
async fn follow(args: Args) -> Failure {
    let address = match line::address(&args.url) {
        Ok(address) => address,
        Err(failure) => return failure,
    };
    let mut places = Places::from(args.vanaf);
    let mut wait = FIRST_WAIT;
    loop {
        let end = match line::connect(&address, &args.token).await {
            Ok(line) => stream::follow(line, args.traject.as_deref(), &mut places, || wait = FIRST_WAIT).await,
            Err(end) => end,
        };
        match end {
            End::ForGood(failure) => return failure,
            End::ForNow(why) => {
                // Not all clients at the same moment.
                let pause = wait.mul_f64(0.5 + rand::random::<f64>() / 2.0);
                eprintln!("{why} Nieuwe poging over {:.1} s.", pause.as_secs_f64());
                tokio::time::sleep(pause).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }
}
