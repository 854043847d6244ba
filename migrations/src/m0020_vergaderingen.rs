//! Wanneer gremia vergaderen, en tot wanneer zij stukken aannemen.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut vergaderingen = Table::create().table("vergaderingen").to_owned();
        vergaderingen.col(uuid("id").primary_key()).col(text("traject")).col(integer("versie")).col(text("inhoud"));
        manager.create_table(vergaderingen).await
    }
}
