//! Sessies, hun deelnemers, notities en groepen, wat eruit kwam, en de tellingen van een open stemming.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut sessies = Table::create().table("sessies").to_owned();
        sessies.col(uuid("id").primary_key()).col(text("inhoud"));
        manager.create_table(sessies).await?;

        let mut gasten = Table::create().table("sessiegasten").to_owned();
        gasten.col(uuid("id").primary_key()).col(uuid("sessie")).col(string("digest").unique_key()).col(text("inhoud"));
        manager.create_table(gasten).await?;

        for name in ["notities", "notitiegroepen", "opbrengsten"] {
            let mut table = Table::create().table(name).to_owned();
            table.col(uuid("id").primary_key()).col(uuid("sessie")).col(text("inhoud"));
            manager.create_table(table).await?;
        }

        let mut sjablonen = Table::create().table("sessiesjablonen").to_owned();
        sjablonen.col(string("id").primary_key()).col(text("inhoud"));
        manager.create_table(sjablonen).await?;

        let mut tellingen = Table::create().table("stemtellingen").to_owned();
        tellingen
            .col(uuid("fase"))
            .col(uuid("keuze"))
            .col(string("groep"))
            .col(big_integer("punten"))
            .primary_key(Index::create().col("fase").col("keuze").col("groep"));
        manager.create_table(tellingen).await
    }
}
