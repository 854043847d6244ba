//! Wat bedrijfsvoering is en wat beleid, en waarover de regio besloot.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create().table("autonomie").to_owned();
        table
            .col(text("traject"))
            .col(text("onderwerp"))
            .col(integer("versie"))
            .col(text("inhoud"))
            .primary_key(Index::create().col("traject").col("onderwerp"));
        manager.create_table(table).await
    }
}
