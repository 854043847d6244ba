//! Wat iemand volgt, en de weergaven die iemand bewaarde.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, key) in [("gevolgd", "persoon"), ("weergaven", "id")] {
            let mut table = Table::create().table(name).to_owned();
            table.col(uuid(key).primary_key()).col(text("inhoud"));
            manager.create_table(table).await?;
        }
        Ok(())
    }
}
