//! The tables, forward only, for SQLite and PostgreSQL.

use sea_orm_migration::{prelude::*, sea_orm::DatabaseConnection};

mod m0001_change_log;
mod m0002_organisatie;
mod m0003_integratie;
mod m0004_nodes;
mod m0010_besluiten;
mod m0011_zienswijzen;
mod m0012_risicos;
mod m0020_vergaderingen;
mod m0030_overdracht;
mod m0031_budget;
mod m0032_autonomie;
mod m0050_afspraken;
mod m0051_rondes;
mod m0052_kanttekeningen;
mod m0060_documents;
mod m0061_versies;
mod m0070_sessies;
mod m0080_contracten;
mod m0081_contractimport;
mod m0090_kaart;
mod m0091_bezetting;
mod m0092_meldingen;
mod m0093_gevolgd;
mod m0100_herhaling;

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_change_log::Migration),
            Box::new(m0002_organisatie::Migration),
            Box::new(m0003_integratie::Migration),
            Box::new(m0004_nodes::Migration),
            Box::new(m0010_besluiten::Migration),
            Box::new(m0011_zienswijzen::Migration),
            Box::new(m0012_risicos::Migration),
            Box::new(m0020_vergaderingen::Migration),
            Box::new(m0030_overdracht::Migration),
            Box::new(m0050_afspraken::Migration),
            Box::new(m0051_rondes::Migration),
            Box::new(m0052_kanttekeningen::Migration),
            Box::new(m0060_documents::Migration),
            Box::new(m0061_versies::Migration),
            Box::new(m0070_sessies::Migration),
            Box::new(m0031_budget::Migration),
            Box::new(m0032_autonomie::Migration),
            Box::new(m0090_kaart::Migration),
            Box::new(m0091_bezetting::Migration),
            Box::new(m0080_contracten::Migration),
            Box::new(m0081_contractimport::Migration),
            Box::new(m0092_meldingen::Migration),
            Box::new(m0093_gevolgd::Migration),
            Box::new(m0100_herhaling::Migration),
        ]
    }
}

/// Brings the tables up to date; does nothing when they are.
pub async fn up(connection: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::up(connection, None).await
}
