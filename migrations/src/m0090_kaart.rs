//! Waar een stakeholder nu staat, en hoe ver de communicatie is.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create().table("kaartplekken").to_owned();
        table.col(text("stakeholder").primary_key()).col(integer("versie")).col(text("inhoud"));
        manager.create_table(table).await
    }
}
