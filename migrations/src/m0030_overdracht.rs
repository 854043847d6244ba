//! Wat overgaat: per functie en regio hoe het nu is, en per gemeente hoe ver zij is.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, waar) in [("overdrachtcellen", "regio"), ("gereedheden", "gemeente")] {
            let mut table = Table::create().table(name).to_owned();
            table
                .col(text("traject"))
                .col(text("functie"))
                .col(text(waar))
                .col(integer("versie"))
                .col(text("inhoud"))
                .primary_key(Index::create().col("traject").col("functie").col(waar));
            manager.create_table(table).await?;
        }
        Ok(())
    }
}
