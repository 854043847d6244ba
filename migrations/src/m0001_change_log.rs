//! The log, its one row of bookkeeping, and the receipts of mutations.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::prelude::Uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("change_log")
                    .col(big_integer("seq").primary_key())
                    .col(big_integer("at"))
                    .col(uuid_null("actor"))
                    .col(uuid_null("client_mutation_id"))
                    .col(text("command"))
                    .col(text("scope"))
                    .col(text("subject_kind"))
                    .col(text("subject_key"))
                    .col(text("kind"))
                    .col(small_integer("version"))
                    .col(text("payload"))
                    .to_owned(),
            )
            .await?;
        for (name, columns) in [
            ("change_log_subject", vec!["subject_kind", "subject_key", "seq"]),
            ("change_log_scope", vec!["scope", "seq"]),
            ("change_log_actor", vec!["actor", "seq"]),
            ("change_log_at", vec!["at"]),
        ] {
            let mut index = Index::create().name(name).table("change_log").to_owned();
            for column in columns {
                index.col(column);
            }
            manager.create_index(index).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("log_meta")
                    .col(integer("id").primary_key())
                    .col(uuid("epoch"))
                    .col(big_integer("last_seq"))
                    .to_owned(),
            )
            .await?;
        let mut first = Query::insert().into_table("log_meta").columns(["id", "epoch", "last_seq"]).to_owned();
        first.values_panic([1.into(), Uuid::new_v4().into(), 0_i64.into()]);
        manager.execute(first).await?;
        manager
            .create_table(
                Table::create()
                    .table("receipts")
                    .col(uuid("client_mutation_id"))
                    .col(uuid("actor"))
                    .col(text("fingerprint"))
                    .col(text("outcome"))
                    .col(big_integer("seq"))
                    .col(big_integer("at"))
                    .primary_key(Index::create().col("client_mutation_id").col("actor"))
                    .to_owned(),
            )
            .await
    }
}
