//! Afspraken, de uitkomsten waaraan zij bijdragen, en hoe ver elke gemeente met ze is.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut uitkomsten = Table::create().table("uitkomsten").to_owned();
        uitkomsten.col(text("id").primary_key()).col(text("inhoud"));
        manager.create_table(uitkomsten).await?;

        let mut afspraken = Table::create().table("afspraken").to_owned();
        afspraken.col(text("id").primary_key()).col(integer("versie")).col(text("inhoud"));
        manager.create_table(afspraken).await?;

        let mut uitvoering = Table::create().table("afspraak_uitvoering").to_owned();
        uitvoering.col(text("afspraak")).col(text("gemeente")).col(integer("versie")).col(text("inhoud"));
        uitvoering.primary_key(Index::create().col("afspraak").col("gemeente"));
        manager.create_table(uitvoering).await
    }
}
