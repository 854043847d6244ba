//! Opmerkingen en voorstellen bij de tekst van een afspraak.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create().table("kanttekeningen").to_owned();
        table.col(uuid("id").primary_key()).col(text("afspraak")).col(text("inhoud"));
        manager.create_table(table).await
    }
}
