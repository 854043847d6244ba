//! Who of the nodes is in charge of what, and receipts by age.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let leases = Table::create()
            .table("leases")
            .col(text("name").primary_key())
            .col(uuid("holder"))
            .col(big_integer("until"))
            .to_owned();
        manager.create_table(leases).await?;
        let by_age = Index::create().name("receipts_at").table("receipts").col("at").to_owned();
        manager.create_index(by_age).await
    }
}
