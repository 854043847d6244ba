//! De versies van de tekst van een afspraak.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut versies = Table::create().table("afspraak_versies").to_owned();
        versies.col(uuid("id").primary_key()).col(text("afspraak")).col(integer("nummer"));
        versies.col(text("inhoud")).col(text("tekst"));
        manager.create_table(versies).await?;
        let once = Index::create()
            .name("afspraak_versies_nummer")
            .table("afspraak_versies")
            .col("afspraak")
            .col("nummer")
            .unique()
            .to_owned();
        manager.create_index(once).await
    }
}
