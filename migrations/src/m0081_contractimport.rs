//! Imports van contracten en waarden, met wat nodig is om ze terug te draaien.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut imports = Table::create().table("contract_imports").to_owned();
        imports.col(uuid("id").primary_key()).col(text("inhoud"));
        manager.create_table(imports).await
    }
}
