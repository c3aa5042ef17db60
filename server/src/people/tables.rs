//! The tables as sea-orm entities. What each column means stands in the migration that makes it.

/// An account and whose it is.
pub(super) mod person {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) account: String,
        pub(crate) id: String,
        pub(crate) member: String,
        pub(crate) roles: String,
        pub(crate) password: String,
        pub(crate) factor: Vec<u8>,
        pub(crate) factor_step: i64,
        pub(crate) joined: i64,
        pub(crate) seen: Option<i64>,
        pub(crate) closed: Option<i64>,
        pub(crate) invited_by: Option<String>,
        pub(crate) confirmed_by: Option<String>,
        pub(crate) confirmed: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Invitations that nobody has taken up.
pub(super) mod invitation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invitation")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) token: Vec<u8>,
        pub(crate) id: String,
        pub(crate) member: String,
        pub(crate) roles: String,
        pub(crate) factor: Vec<u8>,
        pub(crate) made_by: Option<String>,
        pub(crate) made: i64,
        pub(crate) ends: i64,
        pub(crate) confirmed_by: Option<String>,
        pub(crate) confirmed: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who is signed in, by the digest of a cookie.
pub(super) mod session {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) token: Vec<u8>,
        pub(crate) account: String,
        pub(crate) made: i64,
        pub(crate) seen: i64,
        pub(crate) proven: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Wrong tries by account.
pub(super) mod trial {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "trial")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) account: String,
        pub(crate) failures: i64,
        pub(crate) last: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was shown before it is signed.
pub(super) mod draft {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) once: String,
        pub(crate) account: String,
        pub(crate) step: Vec<u8>,
        pub(crate) text: String,
        pub(crate) made: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What one person drafted for another to sign.
pub(super) mod allocation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "allocation")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: String,
        pub(crate) member: String,
        pub(crate) maker: String,
        pub(crate) reference: String,
        pub(crate) text: String,
        pub(crate) identity: Vec<u8>,
        pub(crate) stand: i64,
        pub(crate) checker: Option<String>,
        pub(crate) reason: Option<String>,
        pub(crate) made: i64,
        pub(crate) changed: i64,
        pub(crate) asks: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Signatures below drafts that wait for more.
pub(super) mod draft_signature {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft_signature")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) draft: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) account: String,
        pub(crate) member: String,
        pub(crate) identity: Vec<u8>,
        pub(crate) through: i64,
        pub(crate) line: String,
        pub(crate) made: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Sheets of drafts that are checked and signed as one.
pub(super) mod batch {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "batch")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: String,
        pub(crate) member: String,
        pub(crate) maker: String,
        pub(crate) programme: String,
        pub(crate) stand: i64,
        pub(crate) count: i64,
        pub(crate) faults: i64,
        pub(crate) warnings: i64,
        pub(crate) total: String,
        pub(crate) asked_count: i64,
        pub(crate) asked_total: String,
        pub(crate) digest: Vec<u8>,
        pub(crate) takes: String,
        pub(crate) encoding: Option<String>,
        pub(crate) checker: Option<String>,
        pub(crate) reason: Option<String>,
        pub(crate) trouble: Option<String>,
        pub(crate) made: i64,
        pub(crate) changed: i64,
        pub(crate) signers: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Signatures below all rows of a sheet, one of each account.
pub(super) mod batch_signature {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "batch_signature")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) batch: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) account: String,
        pub(crate) key: i64,
        pub(crate) signatures: Vec<u8>,
        pub(crate) made: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Rows of sheets.
pub(super) mod batch_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "batch_row")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) batch: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) number: i64,
        pub(crate) line: i64,
        pub(crate) payee: String,
        pub(crate) amount: String,
        pub(crate) reference: Option<String>,
        pub(crate) text: Option<String>,
        pub(crate) place: Option<String>,
        pub(crate) fault: Option<String>,
        pub(crate) warning: Option<String>,
        pub(crate) other: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who did what.
pub(super) mod deed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deed")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) member: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) number: i64,
        pub(crate) done: i64,
        pub(crate) account: Option<String>,
        pub(crate) what: i64,
        pub(crate) about: Option<String>,
        pub(crate) entry: Option<Vec<u8>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Keys of devices that wait to be enrolled.
pub(super) mod enrolment {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "enrolment")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) account: String,
        pub(crate) id: String,
        pub(crate) member: String,
        pub(crate) text: String,
        pub(crate) proof: Option<String>,
        pub(crate) made: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Questions about transfers.
pub(super) mod question {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "question")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: String,
        pub(crate) step: Vec<u8>,
        pub(crate) payer: String,
        pub(crate) payee: String,
        pub(crate) asker: String,
        pub(crate) asked: i64,
        pub(crate) text: String,
        pub(crate) answerer: Option<String>,
        pub(crate) answered: Option<i64>,
        pub(crate) answer: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Passkeys, by what their authenticators call them.
pub(super) mod passkey {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) credential: Vec<u8>,
        pub(crate) account: String,
        pub(crate) id: String,
        pub(crate) passkey: String,
        pub(crate) made: i64,
        pub(crate) used: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Documents beside what people say.
pub(super) mod document {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "document")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) digest: Vec<u8>,
        pub(crate) account: String,
        pub(crate) once: String,
        pub(crate) bytes: i64,
        pub(crate) media: String,
        pub(crate) made: i64,
        pub(crate) entry: Option<Vec<u8>>,
        pub(crate) stands: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Accounts of a provider that are linked to ours, by a digest of whom it calls so.
pub(super) mod provider_link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "provider_link")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) subject: Vec<u8>,
        pub(crate) issuer: String,
        pub(crate) account: String,
        pub(crate) made: i64,
        pub(crate) used: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Browsers on their way to a provider and back.
pub(super) mod provider_trip {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "provider_trip")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) ledger: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) token: Vec<u8>,
        pub(crate) state: String,
        pub(crate) nonce: String,
        pub(crate) verifier: String,
        pub(crate) language: String,
        pub(crate) next: String,
        pub(crate) account: Option<String>,
        pub(crate) proven: Option<String>,
        pub(crate) begun: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
