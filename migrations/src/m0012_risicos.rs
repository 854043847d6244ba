//! De risico's van een traject.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut risicos = Table::create().table("risicos").to_owned();
        risicos.col(uuid("id").primary_key()).col(text("traject")).col(integer("versie")).col(text("inhoud"));
        manager.create_table(risicos).await
    }
}
