//! Members, their children and keys, and what they are called.

use super::{Window, listed_max, select};
use crate::store::rows::Stored;
use crate::store::tables::{enrolled_key, member};
use crate::store::{Store, StoreError, sql};
use ledger::field::PublicKey;
use ledger::{EnrolledKey, Member};
use std::collections::{BTreeSet, HashMap};

const MEMBERS: &str = "WHERE ledger = ? AND name > ? ORDER BY name LIMIT ?";
const MEMBER: &str = "WHERE ledger = ? AND name = ?";
const CHILDREN: &str = "INDEXED BY member_parent WHERE ledger = ? AND parent = ? AND name > ? \
    ORDER BY name LIMIT ?";
const KEYS: &str = "WHERE ledger = ? AND member = ? ORDER BY key_id LIMIT ?";
const COUNT: &str =
    "SELECT COUNT(*) FROM (SELECT 1 FROM member WHERE ledger = ? LIMIT ?) AS counted";
const COUNT_CHILDREN: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM member WHERE ledger = ? AND parent = ? LIMIT ?) AS counted";

pub(super) fn statements() -> Vec<String> {
    vec![
        select::<member::Model>(MEMBERS),
        select::<member::Model>(MEMBER),
        select::<member::Model>(CHILDREN),
        select::<enrolled_key::Model>(KEYS),
        COUNT.to_owned(),
        COUNT_CHILDREN.to_owned(),
    ]
}

impl Store {
    /// Members by name, those behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn members(&self, after: &str, window: Window) -> Result<Vec<Member>, StoreError> {
        let values = [self.ledger().into(), after.into(), window.limit()];
        let models: Vec<member::Model> =
            self.rows(&select::<member::Model>(MEMBERS), values).await?;
        models.into_iter().map(Member::from_model).collect()
    }

    /// One member.
    ///
    /// # Errors
    /// The database's error.
    pub async fn member(&self, name: &str) -> Result<Option<Member>, StoreError> {
        let values = [self.ledger().into(), name.into()];
        let models: Vec<member::Model> =
            self.rows(&select::<member::Model>(MEMBER), values).await?;
        models
            .into_iter()
            .next()
            .map(Member::from_model)
            .transpose()
    }

    /// The members whose parent this one is, by name, those behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn children(
        &self,
        parent: &str,
        after: &str,
        window: Window,
    ) -> Result<Vec<Member>, StoreError> {
        let values = [
            self.ledger().into(),
            parent.into(),
            after.into(),
            window.limit(),
        ];
        let models: Vec<member::Model> = self
            .rows(&select::<member::Model>(CHILDREN), values)
            .await?;
        models.into_iter().map(Member::from_model).collect()
    }

    /// How many children a member has, counted up to [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn child_count(&self, parent: &str) -> Result<u64, StoreError> {
        self.count(
            COUNT_CHILDREN,
            [self.ledger().into(), parent.into(), listed_max()],
        )
        .await
    }

    /// How many members there are, counted up to [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn member_count(&self) -> Result<u64, StoreError> {
        self.count(COUNT, [self.ledger().into(), listed_max()])
            .await
    }

    /// A member's keys, those that were revoked too.
    ///
    /// # Errors
    /// The database's error.
    pub async fn keys(&self, member: &str, window: Window) -> Result<Vec<EnrolledKey>, StoreError> {
        let values = [self.ledger().into(), member.into(), window.limit()];
        let models: Vec<enrolled_key::Model> = self
            .rows(&select::<enrolled_key::Model>(KEYS), values)
            .await?;
        models.into_iter().map(EnrolledKey::from_model).collect()
    }

    /// Whose key this is, or was; nothing where no member enrolled it. Reads every key: for the start
    /// of a server.
    ///
    /// # Errors
    /// The database's error.
    pub async fn key_holder(&self, key: &PublicKey) -> Result<Option<String>, StoreError> {
        let select = "SELECT member FROM enrolled_key WHERE ledger = ? AND public = ? LIMIT 1";
        let values = [self.ledger().into(), key.bytes().to_vec().into()];
        let rows = sql::query(self.reads(), select, values).await?;
        let member = rows.first().map(|row| row.try_get_by_index(0));
        Ok(member.transpose()?)
    }

    /// What members are called; a name that is no member's is left out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn titles(
        &self,
        names: BTreeSet<String>,
    ) -> Result<HashMap<String, String>, StoreError> {
        let models: Vec<member::Model> =
            sql::select_by_text(self.reads(), self.ledger(), names).await?;
        Ok(models
            .into_iter()
            .map(|model| (model.name, model.title))
            .collect())
    }

    /// Members by their names; a name that is none's is left out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn members_named(
        &self,
        names: BTreeSet<String>,
    ) -> Result<HashMap<String, Member>, StoreError> {
        let models: Vec<member::Model> =
            sql::select_by_text(self.reads(), self.ledger(), names).await?;
        let named = models
            .into_iter()
            .map(|model| Ok((model.name.clone(), Member::from_model(model)?)));
        named.collect()
    }

    /// Keys of several members by member and key ID.
    ///
    /// # Errors
    /// The database's error.
    pub async fn keys_of(
        &self,
        members: BTreeSet<String>,
    ) -> Result<HashMap<(String, u32), EnrolledKey>, StoreError> {
        let models: Vec<enrolled_key::Model> =
            sql::select_by_text(self.reads(), self.ledger(), members).await?;
        let keyed = models.into_iter().map(|model| {
            let key = EnrolledKey::from_model(model)?;
            Ok(((key.member.to_string(), key.id.0), key))
        });
        keyed.collect()
    }
}
