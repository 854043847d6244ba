//! The tables of this context. What is in a row is JSON of the model: read and written as a whole.

macro_rules! tabel {
    ($name:ident: $table:literal { $($(#[$attr:meta])* $field:ident: $type:ty,)* }) => {
        pub mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                $($(#[$attr])* pub $field: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

tabel!(sessie: "sessies" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    inhoud: String,
});
tabel!(gast: "sessiegasten" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    sessie: Uuid,
    // Of the secret by which the guest is known; nowhere else.
    digest: String,
    inhoud: String,
});
tabel!(notitie: "notities" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    sessie: Uuid,
    inhoud: String,
});
tabel!(groep: "notitiegroepen" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    sessie: Uuid,
    inhoud: String,
});
tabel!(opbrengst: "opbrengsten" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    sessie: Uuid,
    inhoud: String,
});
tabel!(sjabloon: "sessiesjablonen" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    inhoud: String,
});
// The only place where votes are while a vote is open: counts, no ballots. Gone when it closes.
tabel!(telling: "stemtellingen" {
    #[sea_orm(primary_key, auto_increment = false)]
    fase: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    keuze: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    groep: String,
    punten: i64,
});
