//! The tables as sea-orm entities. What each column means stands in the migration that makes it.

/// What one account asked for.
pub(super) mod choice {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "telling_choice")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) account: String,
        pub(crate) member: String,
        pub(crate) address: Option<String>,
        pub(crate) asked: Option<String>,
        pub(crate) asked_at: Option<i64>,
        pub(crate) link: Option<Vec<u8>>,
        pub(crate) stop: String,
        pub(crate) language: String,
        pub(crate) matters: String,
        pub(crate) hour: Option<i64>,
        pub(crate) summed: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where a member's program listens.
pub(super) mod hook {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "telling_hook")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: String,
        pub(crate) member: String,
        pub(crate) url: String,
        pub(crate) secret: String,
        pub(crate) made: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is to be sent, and what was.
pub(super) mod message {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "telling_message")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: String,
        pub(crate) channel: i64,
        pub(crate) member: String,
        pub(crate) target: String,
        pub(crate) matter: String,
        pub(crate) idx: Option<i64>,
        pub(crate) identity: Option<Vec<u8>>,
        pub(crate) code: Option<String>,
        pub(crate) made: i64,
        pub(crate) due: i64,
        pub(crate) tries: i64,
        pub(crate) stand: i64,
        pub(crate) ended: Option<i64>,
        pub(crate) why: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How far the ledger was looked at.
pub(super) mod cursor {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "telling_cursor")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        pub(crate) next_index: i64,
        pub(crate) clock: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
