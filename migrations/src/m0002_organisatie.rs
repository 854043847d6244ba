//! Facts, persons, their roles in the hub, and how they get in.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (table, column) in [
            ("aanstellingen", "persoon"),
            ("aanmeldingen", "persoon"),
            ("aanmeldingen", "verloopt_op"),
            ("api_tokens", "persoon"),
        ] {
            let name = format!("{table}_{column}");
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        Table::create()
            .table("feiten")
            .col(text("soort"))
            .col(text("sleutel"))
            .col(text("inhoud"))
            .primary_key(Index::create().col("soort").col("sleutel"))
            .to_owned(),
        Table::create()
            .table("personen")
            .col(uuid("id").primary_key())
            .col(text("naam"))
            // Lower case: unique whatever capitals people type.
            .col(text_uniq("email"))
            .col(boolean("actief"))
            .col(text_null("wachtwoord_hash"))
            .to_owned(),
        Table::create()
            .table("aanstellingen")
            .col(uuid("id").primary_key())
            .col(uuid("persoon"))
            .col(text("hubrol"))
            .col(text_null("gemeente"))
            .col(text("van"))
            .col(text_null("tot"))
            .foreign_key(&mut van_persoon("aanstellingen"))
            .to_owned(),
        Table::create()
            .table("aanmeldingen")
            .col(uuid("id").primary_key())
            .col(uuid("persoon"))
            .col(text_uniq("digest"))
            .col(big_integer("verloopt_op"))
            .foreign_key(&mut van_persoon("aanmeldingen"))
            .to_owned(),
        Table::create()
            .table("api_tokens")
            .col(uuid("id").primary_key())
            .col(uuid("persoon"))
            .col(text("naam"))
            .col(text("scopes"))
            .col(text_uniq("digest"))
            .col(big_integer("gemaakt_op"))
            .col(big_integer_null("verloopt_op"))
            .foreign_key(&mut van_persoon("api_tokens"))
            .to_owned(),
        Table::create()
            .table("bezoeken")
            .col(uuid("persoon").primary_key())
            .col(big_integer("tot"))
            .col(big_integer("op"))
            .foreign_key(&mut van_persoon("bezoeken"))
            .to_owned(),
    ]
}

fn van_persoon(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_van_persoon")).from(table, "persoon").to("personen", "id").to_owned()
}
