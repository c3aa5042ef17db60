//! Numbers with bounds, checked where they are read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, de};

/// A number of `MIN` to `MAX`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounded<const MIN: u64, const MAX: u64>(u64);

/// A number out of its bounds, or none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("must be a whole number of {min} to {max}")]
pub struct OutOfBounds {
    /// Smallest number allowed.
    pub min: u64,
    /// Largest number allowed.
    pub max: u64,
}

impl<const MIN: u64, const MAX: u64> Bounded<MIN, MAX> {
    const WANTED: OutOfBounds = OutOfBounds { min: MIN, max: MAX };

    /// A number that the program itself gives, as a default: one out of bounds
    /// doesn't compile.
    #[must_use]
    pub const fn known(number: u64) -> Self {
        assert!(
            MIN <= number && number <= MAX,
            "a default lies within its bounds"
        );
        Self(number)
    }

    /// Takes `number` where it lies within the bounds.
    ///
    /// # Errors
    /// [`OutOfBounds`] says what the bounds are.
    pub fn new(number: u64) -> Result<Self, OutOfBounds> {
        if (MIN..=MAX).contains(&number) {
            Ok(Self(number))
        } else {
            Err(Self::WANTED)
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The number, for what counts in memory.
    #[must_use]
    pub fn count(self) -> usize {
        // Every bound here is far below 2^32; a smaller machine gets its most.
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

impl<const MIN: u64, const MAX: u64> FromStr for Bounded<MIN, MAX> {
    type Err = OutOfBounds;

    fn from_str(text: &str) -> Result<Self, OutOfBounds> {
        Self::new(text.trim().parse().map_err(|_| Self::WANTED)?)
    }
}

impl<'de, const MIN: u64, const MAX: u64> Deserialize<'de> for Bounded<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        let number = u64::try_from(number).map_err(|_| de::Error::custom(Self::WANTED))?;
        Self::new(number).map_err(de::Error::custom)
    }
}

impl<const MIN: u64, const MAX: u64> fmt::Display for Bounded<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<const MIN: u64, const MAX: u64> fmt::Debug for Bounded<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
