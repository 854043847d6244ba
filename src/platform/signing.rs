//! Words that only the hub can have written, for links that must work without signing in.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait, sea_query::OnConflict};
use sha2::Sha256;

use super::{db::Db, secrets::new_secret};

mod table {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hub_secrets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub secret: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A secret that all nodes of a hub share.
pub struct Signer(String);

impl Signer {
    /// The one of this name; made the first time anyone asks.
    pub async fn open(db: &Db, name: &str) -> Result<Self, DbErr> {
        let fresh = table::ActiveModel { name: Set(name.to_owned()), secret: Set(new_secret("").secret) };
        let first = OnConflict::column(table::Column::Name).do_nothing().to_owned();
        table::Entity::insert(fresh).on_conflict(first).exec_without_returning(db.housekeeping()).await?;
        let row = table::Entity::find_by_id(name).one(db.housekeeping()).await?;
        row.map(|row| Self(row.secret)).ok_or_else(|| DbErr::RecordNotFound(name.to_owned()))
    }

    fn mac(&self, words: &str) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_bytes()).ok()?;
        mac.update(words.as_bytes());
        Some(mac)
    }

    /// These words with a signature, fit for an address.
    pub fn sign(&self, words: &str) -> String {
        let tag = self.mac(words).map(|mac| mac.finalize().into_bytes().to_vec()).unwrap_or_default();
        format!("{}.{}", BASE64_URL_SAFE_NO_PAD.encode(words), BASE64_URL_SAFE_NO_PAD.encode(tag))
    }

    /// The words, when the hub signed them.
    pub fn read(&self, signed: &str) -> Option<String> {
        let (words, tag) = signed.split_once('.')?;
        let words = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(words).ok()?).ok()?;
        let tag = BASE64_URL_SAFE_NO_PAD.decode(tag).ok()?;
        self.mac(&words)?.verify_slice(&tag).ok()?;
        Some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_what_the_hub_signed_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&Db::sqlite_url(folder.path())).await.unwrap();
        let [one, other] = [Signer::open(&db, "mail").await.unwrap(), Signer::open(&db, "mail").await.unwrap()];
        let signed = one.sign("anna/vermelding");
        assert_eq!(other.read(&signed).as_deref(), Some("anna/vermelding"), "another node reads it");
        let (words, tag) = signed.split_once('.').unwrap();
        let forged = format!("{}.{tag}", BASE64_URL_SAFE_NO_PAD.encode("bram/vermelding"));
        let strange = Signer::open(&db, "other").await.unwrap().sign("anna/vermelding");
        for wrong in [forged, strange, words.to_owned(), format!("{words}."), String::new()] {
            assert_eq!(one.read(&wrong), None, "{wrong}");
        }
    }
}
