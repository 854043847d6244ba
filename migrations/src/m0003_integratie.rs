//! Trajecten, taken, checklists en opmerkingen.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut trajecten = Table::create().table("trajecten").to_owned();
        trajecten.col(text("id").primary_key()).col(text("inhoud"));
        manager.create_table(trajecten).await?;

        let mut taken = Table::create().table("taken").to_owned();
        taken
            .col(uuid("id").primary_key())
            .col(text("bord"))
            .col(integer("nummer"))
            .col(text("kolom"))
            .col(text("plaats"))
            .col(text("titel"))
            .col(text("omschrijving"))
            .col(text_null("functie"))
            .col(text("gemeenten"))
            .col(uuid_null("eigenaar"))
            .col(text_null("vervaldatum"))
            .col(big_integer("kolom_sinds"))
            .col(integer("versie"))
            .col(text("veldversies"))
            .col(big_integer("gemaakt_op"))
            .col(uuid_null("gemaakt_door"))
            .col(big_integer_null("gearchiveerd_op"))
            .col(text_null("herkomst"));
        manager.create_table(taken).await?;

        let mut checkpunten = Table::create().table("checkpunten").to_owned();
        checkpunten
            .col(uuid("id").primary_key())
            .col(uuid("taak"))
            .col(text("tekst"))
            .col(boolean("af"))
            .col(text("plaats"))
            .col(boolean("verwijderd"));
        manager.create_table(checkpunten).await?;

        let mut opmerkingen = Table::create().table("opmerkingen").to_owned();
        opmerkingen
            .col(uuid("id").primary_key())
            .col(uuid("taak"))
            .col(text("tekst"))
            .col(uuid_null("door"))
            .col(big_integer("op"))
            .col(big_integer_null("gewijzigd_op"))
            .col(text("vermelde"))
            .col(boolean("verwijderd"));
        manager.create_table(opmerkingen).await?;

        let mut nummer = Index::create().name("taken_nummer").table("taken").unique().to_owned();
        manager.create_index(nummer.col("bord").col("nummer").to_owned()).await?;
        let mut plaats = Index::create().name("taken_plaats").table("taken").to_owned();
        manager.create_index(plaats.col("kolom").col("plaats").to_owned()).await?;
        let mut checklist = Index::create().name("checkpunten_taak").table("checkpunten").to_owned();
        manager.create_index(checklist.col("taak").col("plaats").to_owned()).await?;
        let mut gesprek = Index::create().name("opmerkingen_taak").table("opmerkingen").to_owned();
        manager.create_index(gesprek.col("taak").to_owned()).await
    }
}
