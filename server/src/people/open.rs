//! Opening the people's database.

use super::{Passwords, People, PeopleError};
use crate::ports::{Clock, Randomness};
use crate::store::{Place, StoreError, connect_to_write};
use migrations::{MigratorTrait, PeopleMigrator};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;

/// The people's file in the data folder, beside the ledger's.
pub const PEOPLE_FILE: &str = "people.sqlite";

/// Readable and writable by the file's owner, and by nobody else.
const OWNER_ONLY: u32 = 0o600;

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
        if let Place::Folder(folder) = place {
            // Nobody else of the machine reads the second factors' secrets.
            let file = folder.join(PEOPLE_FILE);
            let kept = std::fs::set_permissions(&file, Permissions::from_mode(OWNER_ONLY));
            kept.map_err(StoreError::file(&file))?;
        }
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

    /// Writes a copy of the people as they stand at one moment into a new file, while others read and
    /// write them. It holds the second factors' secrets: keep it like keys (SQLite only).
    ///
    /// # Errors
    /// [`PeopleError`] where the file is there already or can't be written.
    pub async fn backup(&self, file: &Path) -> Result<(), PeopleError> {
        let text = file.to_str().ok_or_else(|| {
            PeopleError::Open(StoreError::Unsupported("a backup's path is UTF-8"))
        })?;
        let copy =
            Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [text.into()]);
        self.database.execute_raw(copy).await?;
        let kept = std::fs::set_permissions(file, Permissions::from_mode(OWNER_ONLY));
        kept.map_err(|error| PeopleError::Open(StoreError::file(file)(error)))
    }

    /// Lets go of the database.
    ///
    /// # Errors
    /// The database's error.
    pub async fn close(self) -> Result<(), PeopleError> {
        Ok(self.database.close().await?)
    }
}
