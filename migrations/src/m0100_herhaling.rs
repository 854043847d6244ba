//! Taken die terugkomen.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["herhaling", "herhaalt_vanaf"] {
            // SQLite adds one column at a time.
            let taken = Table::alter().table("taken").add_column(text_null(column)).to_owned();
            manager.alter_table(taken).await?;
        }
        Ok(())
    }
}
