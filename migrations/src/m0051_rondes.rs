//! Ronden en handtekeningen op een vastgelegde versie, afwijkingen van artikelen, en signalen over afspraken.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["afspraak_rondes", "afwijkingen", "signalen"] {
            let mut table = Table::create().table(name).to_owned();
            table.col(uuid("id").primary_key()).col(text("afspraak")).col(text("inhoud"));
            manager.create_table(table).await?;
        }
        let mut inbreng = Table::create().table("ronde_inbreng").to_owned();
        inbreng.col(uuid("id").primary_key()).col(uuid("ronde")).col(text("inhoud"));
        manager.create_table(inbreng).await?;

        let mut handtekeningen = Table::create().table("handtekeningen").to_owned();
        handtekeningen.col(uuid("ronde")).col(text("plek")).col(text("inhoud"));
        handtekeningen.primary_key(Index::create().col("ronde").col("plek"));
        manager.create_table(handtekeningen).await
    }
}
