//! Mijlpalen, besluiten en wat elke gemeente in elke stap deed.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["mijlpalen", "besluiten"] {
            let mut table = Table::create().table(name).to_owned();
            table.col(text("id").primary_key()).col(text("traject")).col(text("inhoud"));
            manager.create_table(table).await?;
        }
        let mut cellen = Table::create().table("besluitcellen").to_owned();
        cellen
            .col(text("stap"))
            .col(text("gemeente"))
            .col(text("besluit"))
            .col(integer("versie"))
            .col(text("inhoud"))
            .primary_key(Index::create().col("stap").col("gemeente"));
        manager.create_table(cellen).await?;

        let mut van_traject = Index::create().name("mijlpalen_traject").table("mijlpalen").to_owned();
        manager.create_index(van_traject.col("traject").to_owned()).await
    }
}
