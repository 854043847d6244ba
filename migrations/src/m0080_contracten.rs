//! Contracten, de vergelijking per attribuut, wat besloten is en wat erover gezegd is, en inwoners om mee te wegen.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, key) in [
            ("contracten", "id"),
            ("contract_attributen", "id"),
            ("harmonisatiebesluiten", "attribuut"),
            ("gemeente_inwoners", "gemeente"),
        ] {
            let mut table = Table::create().table(name).to_owned();
            table.col(text(key).primary_key()).col(text("inhoud"));
            manager.create_table(table).await?;
        }
        let mut cellen = Table::create().table("vergelijkingscellen").to_owned();
        cellen
            .col(text("attribuut"))
            .col(text("kolom"))
            .col(text("inhoud"))
            .primary_key(Index::create().col("attribuut").col("kolom"));
        manager.create_table(cellen).await?;

        let mut bijdragen = Table::create().table("harmonisatie_bijdragen").to_owned();
        bijdragen.col(uuid("id").primary_key()).col(text("attribuut")).col(text("inhoud"));
        manager.create_table(bijdragen).await
    }
}
