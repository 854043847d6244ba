//! The tables of this context, and how their rows read.

pub mod traject {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "trajecten")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// JSON of [`super::super::Traject`]: read and written as a whole.
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod taak {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "taken")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub bord: String,
        pub nummer: i32,
        pub kolom: String,
        pub plaats: String,
        pub titel: String,
        pub omschrijving: String,
        pub functie: Option<String>,
        /// JSON list of keys.
        pub gemeenten: String,
        pub eigenaar: Option<Uuid>,
        /// ISO date.
        pub vervaldatum: Option<String>,
        /// JSON.
        pub herhaling: Option<String>,
        /// ISO date.
        pub herhaalt_vanaf: Option<String>,
        /// Milliseconds since 1970, as every moment here.
        pub kolom_sinds: i64,
        pub versie: i32,
        /// JSON.
        pub veldversies: String,
        pub gemaakt_op: i64,
        pub gemaakt_door: Option<Uuid>,
        pub gearchiveerd_op: Option<i64>,
        /// JSON.
        pub herkomst: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod checkpunt {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "checkpunten")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub taak: Uuid,
        pub tekst: String,
        pub af: bool,
        pub plaats: String,
        pub verwijderd: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod opmerking {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "opmerkingen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub taak: Uuid,
        pub tekst: String,
        pub door: Option<Uuid>,
        pub op: i64,
        pub gewijzigd_op: Option<i64>,
        /// JSON list of ids.
        pub vermelde: String,
        pub verwijderd: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mijlpaal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mijlpalen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub traject: String,
        /// JSON of [`super::super::Mijlpaal`]: read and written as a whole.
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod besluit {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "besluiten")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub traject: String,
        /// JSON of [`super::super::Besluit`]: read and written as a whole.
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod zienswijzepunt {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "zienswijzepunten")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub besluit: String,
        pub gemeente: String,
        pub versie: i32,
        /// JSON of [`super::super::Zienswijzepunt`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod risico {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "risicos")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub traject: String,
        pub versie: i32,
        /// JSON of [`super::super::Risico`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod vergadering {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "vergaderingen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub traject: String,
        pub versie: i32,
        /// JSON of [`super::super::Vergadering`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod cel {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "besluitcellen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub stap: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub gemeente: String,
        pub besluit: String,
        pub versie: i32,
        /// JSON of [`super::super::Cel`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod overdrachtcel {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "overdrachtcellen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub traject: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub functie: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub regio: String,
        pub versie: i32,
        /// JSON of [`super::super::Overdrachtcel`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod gereedheid {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "gereedheden")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub traject: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub functie: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub gemeente: String,
        pub versie: i32,
        /// JSON of [`super::super::Gereedheid`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod budgetregel {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "budgetregels")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub traject: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub functie: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub gemeente: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub jaar: i16,
        pub versie: i32,
        /// JSON of [`super::super::Budgetregel`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod budgeteffect {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "budgeteffecten")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub traject: String,
        /// JSON of [`super::super::Budgeteffect`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod budgettabel {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "budgettabellen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub traject: String,
        /// JSON of [`super::super::Budgettabel`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod autonomie {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "autonomie")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub traject: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub onderwerp: String,
        pub versie: i32,
        /// JSON of [`super::super::Autonomie`].
        pub inhoud: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
