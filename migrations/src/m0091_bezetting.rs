//! Wie een rol bezet of in een gremium zit, en wie voor een ander waarneemt.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create().table("bezettingen").to_owned();
        table.col(uuid("id").primary_key()).col(text("rol")).col(text("inhoud"));
        manager.create_table(table).await?;
        let vervangt = Table::alter().table("aanstellingen").add_column(uuid_null("vervangt")).to_owned();
        manager.alter_table(vervangt).await
    }
}
