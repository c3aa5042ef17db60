//! Opening the people's database.

use super::{Passwords, People, PeopleError};
use crate::ports::{Clock, Randomness};
use crate::store::{Place, connect_to_write};
use migrations::{MigratorTrait, PeopleMigrator};
use std::sync::Arc;

/// The people's file in the data folder, beside the ledger's.
pub const PEOPLE_FILE: &str = "people.sqlite";

impl People {
    /// Opens the people of a ledger, and makes their tables where there are none.
    ///
    /// # Errors
    /// [`PeopleError`] where the database can't be opened or its schema not be moved forward.
    pub async fn open(
        place: &Place,
        ledger: i64,
        clock: Arc<dyn Clock>,
        randomness: Arc<dyn Randomness>,
    ) -> Result<Self, PeopleError> {
        let database = connect_to_write(place, PEOPLE_FILE).await?;
        PeopleMigrator::up(&database, None).await?;
        let passwords = Passwords::new(randomness.as_ref())?;
        Ok(Self {
            database,
            ledger,
            passwords,
            clock,
            randomness,
        })
    }

    /// Lets go of the database.
    ///
    /// # Errors
    /// The database's error.
    pub async fn close(self) -> Result<(), PeopleError> {
        Ok(self.database.close().await?)
    }
}
