//! `samenspel feiten`: how a hub begins without the demo.

use super::{Failure, close, open, progress};
use crate::{config::Config, demo::begin};

pub async fn run(config: Config) -> Result<(), Failure> {
    let app = open(&config, false).await?;
    let laid_down = begin::leg_vast(&app, &progress).await;
    let nobody_yet = app.nu().present().world.organisatie.personen.is_empty();
    close(app).await?;
    match laid_down? {
        0 => println!("Alle feiten en het bord stonden er al. Er is niets veranderd."),
        _ => println!("De feiten en het bord staan klaar."),
    }
    if nobody_yet {
        println!("Voeg nu de eerste persoon toe: samenspel gebruiker toevoegen --naam … --email …");
    }
    Ok(())
}
