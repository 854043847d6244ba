//! `samenspel demo`: the real facts and a board to try.

use super::{Failure, close, open, progress};
use crate::{
    app::App,
    config::Config,
    demo::{self, Stand},
};

pub async fn run(config: Config) -> Result<(), Failure> {
    let app = open(&config, true).await?;
    let stand = load(&app).await;
    close(app).await?;
    if matches!(stand?, Stand::Klaar | Stand::Eigen) {
        return Err(Failure::new(
            "deze hub heeft al gegevens. De demo vult alleen een lege hub: kies met SAMENSPEL_DATA een andere map.",
        ));
    }
    println!("De demo-gegevens staan klaar. Start de hub met: samenspel serve --demo");
    Ok(())
}

/// Loads the demo into a store in which nothing ever happened, or goes on where loading was cut off; answers
/// how far the store was.
pub async fn load(app: &App) -> Result<Stand, Failure> {
    let stand = demo::stand(app).await?;
    if matches!(stand, Stand::Klaar | Stand::Eigen) {
        return Ok(stand);
    }
    demo::laad(app, progress).await?;
    Ok(stand)
}
