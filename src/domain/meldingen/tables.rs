//! The tables of this context. What is in a row is JSON of the model: read and written as a whole.

macro_rules! tabel {
    ($name:ident: $table:literal { $field:ident }) => {
        pub mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub $field: Uuid,
                pub inhoud: String,
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

tabel!(voorkeur: "meldingsvoorkeuren" { persoon });
tabel!(gelezen: "gelezen_meldingen" { persoon });
tabel!(gevolgd: "gevolgd" { persoon });
tabel!(informering: "informeringen" { id });
