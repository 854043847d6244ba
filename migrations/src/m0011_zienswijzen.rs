//! Wat raden over besluiten zeiden, en wat ermee gedaan is.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut punten = Table::create().table("zienswijzepunten").to_owned();
        punten
            .col(uuid("id").primary_key())
            .col(text("besluit"))
            .col(text("gemeente"))
            .col(integer("versie"))
            .col(text("inhoud"));
        manager.create_table(punten).await
    }
}
