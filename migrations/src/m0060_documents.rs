//! Texts that are written together: their updates, in order, and the state they were gathered into.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let documents = Table::create()
            .table("documents")
            .col(text("name").primary_key())
            .col(big_integer("head"))
            .col(big_integer("upto"))
            .col(blob("state"))
            .to_owned();
        manager.create_table(documents).await?;
        let updates = Table::create()
            .table("document_updates")
            .col(text("document"))
            .col(big_integer("seq"))
            .col(uuid_null("author"))
            .col(big_integer("at"))
            .col(blob("bytes"))
            .primary_key(Index::create().col("document").col("seq"))
            .to_owned();
        manager.create_table(updates).await?;
        let clients = Table::create()
            .table("document_clients")
            .col(big_integer("client").primary_key())
            .col(text("document"))
            .col(uuid_null("author"))
            .to_owned();
        manager.create_table(clients).await
    }
}
