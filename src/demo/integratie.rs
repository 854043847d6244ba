//! The board of the integration and its tasks.

use super::Voortgang;
use crate::{app::App, domain::fout::Fout};

pub async fn laad(_app: &App, _voortgang: Voortgang<'_>) -> Result<(), Fout> {
    Ok(())
}
