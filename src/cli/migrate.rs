//! `samenspel migrate`

use super::{Failure, close, open};
use crate::config::Config;

pub async fn run(config: Config) -> Result<(), Failure> {
    // Opening brings the tables up to date.
    close(open(&config, false).await?).await?;
    println!("De tabellen zijn bij.");
    Ok(())
}
