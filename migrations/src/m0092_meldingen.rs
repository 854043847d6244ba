//! Hoe iemand meldingen wil en wat die las, wie geïnformeerd is, welke brieven verstuurd zijn, en geheimen van de hub.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, key) in
            [("meldingsvoorkeuren", "persoon"), ("gelezen_meldingen", "persoon"), ("informeringen", "id")]
        {
            let mut table = Table::create().table(name).to_owned();
            table.col(uuid(key).primary_key()).col(text("inhoud"));
            manager.create_table(table).await?;
        }

        let mut letters = Table::create().table("letters").to_owned();
        letters
            .col(uuid("recipient"))
            .col(string("about"))
            .col(boolean("sent"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("recipient").col("about"));
        manager.create_table(letters).await?;

        let mut secrets = Table::create().table("hub_secrets").to_owned();
        secrets.col(string("name").primary_key()).col(string("secret"));
        manager.create_table(secrets).await
    }
}
