//! Het budget: regels per functie, gemeente en jaar, wat taken en besluiten ermee doen, en tabellen uit rapporten.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut regels = Table::create().table("budgetregels").to_owned();
        regels
            .col(text("traject"))
            .col(text("functie"))
            .col(text("gemeente"))
            .col(small_integer("jaar"))
            .col(integer("versie"))
            .col(text("inhoud"))
            .primary_key(Index::create().col("traject").col("functie").col("gemeente").col("jaar"));
        manager.create_table(regels).await?;
        let mut effecten = Table::create().table("budgeteffecten").to_owned();
        effecten.col(uuid("id").primary_key()).col(text("traject")).col(text("inhoud"));
        manager.create_table(effecten).await?;
        let mut tabellen = Table::create().table("budgettabellen").to_owned();
        tabellen.col(text("id").primary_key()).col(text("traject")).col(text("inhoud"));
        manager.create_table(tabellen).await
    }
}
