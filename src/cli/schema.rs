//! `samenspel schema`

use std::sync::Arc;

use async_graphql::SDLExportOptions;

use super::Failure;
use crate::{app::App, platform::clock::SystemClock, schema};

/// The schema is the same for every store: an empty one in memory will do.
const IN_MEMORY: &str = "sqlite://samenspel-schema?mode=memory&cache=shared";

pub async fn run() -> Result<(), Failure> {
    let app = App::open(IN_MEMORY, Arc::new(SystemClock), false).await;
    let app = app.map_err(|error| Failure::new(format!("geen lege database in het geheugen: {error}")))?;
    print!("{}", schema::build(&app).sdl_with_options(SDLExportOptions::new().sorted_fields()));
    Ok(())
}
