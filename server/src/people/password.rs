//! Passwords, as Argon2id hashes.

use super::PeopleError;
use crate::ports::Randomness;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// Characters of a password: with a second factor beside it and a lock-out, twelve are what OWASP's
/// ASVS asks for; a rule about kinds of characters makes passwords worse.
pub const PASSWORD_CHARS_MIN: usize = 12;

/// Bytes of a password: a sentence, not a file.
const PASSWORD_BYTES_MAX: usize = 256;

/// Passwords that are hashed at once: each takes 19 MiB (Argon2id's default, OWASP's second choice)
/// and some 20 ms of a processor. More wait.
const HASHED_AT_ONCE: usize = 4;

/// Hashes passwords and checks them, few at a time.
#[derive(Debug)]
pub struct Passwords {
    room: Arc<Semaphore>,
    /// What an unknown account's password is checked against, so that the answer takes as long.
    nobody: String,
}

impl Passwords {
    /// Makes the hash that nobody's password has.
    ///
    /// # Errors
    /// [`PeopleError::Password`] where there is no memory for it.
    pub(super) fn new(randomness: &dyn Randomness) -> Result<Self, PeopleError> {
        let (mut salt, mut password) = ([0; 16], [0; 32]);
        randomness.fill(&mut salt);
        randomness.fill(&mut password);
        Ok(Self {
            room: Arc::new(Semaphore::new(HASHED_AT_ONCE)),
            nobody: hash(&password, salt)?,
        })
    }

    /// The hash of a password, as a PHC string with its salt and cost.
    ///
    /// # Errors
    /// [`PeopleError::Password`] where there is no memory for it.
    pub(super) async fn hash(&self, password: &str, salt: [u8; 16]) -> Result<String, PeopleError> {
        let password = password.to_owned();
        self.apart(move || hash(password.as_bytes(), salt)).await?
    }

    /// Whether it is the password of this hash; without a hash it never is, and takes as long.
    ///
    /// # Errors
    /// [`PeopleError::Password`] where it can't be computed.
    pub(super) async fn check(
        &self,
        password: &str,
        against: Option<&str>,
    ) -> Result<bool, PeopleError> {
        let known = against.is_some();
        let against = against.unwrap_or(&self.nobody).to_owned();
        let password = password.to_owned();
        let right = self.apart(move || is_right(&password, &against)).await?;
        Ok(right && known)
    }

    /// Computes on a thread of its own, when there is room.
    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PeopleError> {
        let _room = Arc::clone(&self.room)
            .acquire_owned()
            .await
            .map_err(|error| PeopleError::Password(error.to_string()))?;
        let done = spawn_blocking(work).await;
        done.map_err(|error| PeopleError::Password(error.to_string()))
    }
}

fn hash(password: &[u8], salt: [u8; 16]) -> Result<String, PeopleError> {
    let hashed: Result<PasswordHash, _> =
        Argon2::default().hash_password_with_salt(password, &salt);
    let hashed = hashed.map_err(|error| PeopleError::Password(error.to_string()))?;
    Ok(hashed.to_string())
}

fn is_right(password: &str, against: &str) -> bool {
    password.len() <= PASSWORD_BYTES_MAX
        && Argon2::default()
            .verify_password(password.as_bytes(), against)
            .is_ok()
}

/// What is wrong with a new password, as a form's code; nothing where it will do.
pub(super) fn fault(password: &str, account: &str) -> Option<&'static str> {
    let chars = password.chars().count();
    if chars == 0 {
        return Some("password-missing");
    }
    if chars < PASSWORD_CHARS_MIN {
        return Some("password-short");
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Some("password-long");
    }
    is_guessed(password, account).then_some("password-common")
}

/// Whether it is among the first that anybody tries: few different characters, a row of the
/// keyboard or the alphabet, or the account's own name.
fn is_guessed(password: &str, account: &str) -> bool {
    const ROWS: [&str; 5] = [
        "abcdefghijklmnopqrstuvwxyz",
        "12345678901234567890",
        "qwertyuiopasdfghjklzxcvbnm",
        "1q2w3e4r5t6y7u8i9o0p",
        "passwordpasswordpassword",
    ];
    /// Different characters that a password has at least.
    const DIFFERENT_MIN: usize = 5;
    let lower = password.to_lowercase();
    let mut different: Vec<char> = lower.chars().collect();
    different.sort_unstable();
    different.dedup();
    different.len() < DIFFERENT_MIN
        || ROWS.iter().any(|row| row.contains(&lower))
        || (!account.is_empty() && lower.contains(account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SystemRandomness;

    #[tokio::test]
    async fn a_password_is_right_or_wrong_and_nobodys_is_wrong() {
        let passwords = Passwords::new(&SystemRandomness).expect("memory");
        let hash = passwords
            .hash("correct horse battery", [7; 16])
            .await
            .expect("a hash");
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        let check = |password, against| passwords.check(password, against);
        assert!(
            check("correct horse battery", Some(hash.as_str()))
                .await
                .expect("an answer")
        );
        assert!(
            !check("correct horse batterY", Some(hash.as_str()))
                .await
                .expect("an answer")
        );
        assert!(
            !check("correct horse battery", None)
                .await
                .expect("an answer")
        );
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for (password, code) in [
            ("", "password-missing"),
            ("short one", "password-short"),
            ("aaaaaaaaaaaaaaaa", "password-common"),
            ("abcdefghijklm", "password-common"),
            ("Qwertyuiopas", "password-common"),
            ("finance-desk-2026", "password-common"),
        ] {
            assert_eq!(fault(password, "finance-desk"), Some(code), "{password}");
        }
        assert_eq!(fault(&"ab1c2d".repeat(50), "desk"), Some("password-long"));
        assert_eq!(fault("seven maps under rain", "finance-desk"), None);
        // Twelve characters count, not bytes.
        assert_eq!(fault("春天的雨下在七张旧地图上", "desk"), None);
    }
}
