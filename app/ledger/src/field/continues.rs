//! The earlier log that a ledger's log continues.

use super::{Field, Origin, decimal, push_decimal};
use crate::grammar::FieldError;
use crate::log::{SIZE_MAX, TreeHash};

/// The last checkpoint of an earlier log: `<origin> <size> <root>`. Whoever holds that checkpoint
/// can tell that this ledger follows it, and none other under the new name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continues {
    /// The earlier log's name.
    pub origin: Origin,
    /// How many entries it has, for good.
    pub size: u64,
    /// The root over them.
    pub root: TreeHash,
}

impl Field for Continues {
    const FORM: &'static str = "checkpoint";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("<origin> <size from 1> <root in base64>");
        let mut parts = text.split(' ');
        let (Some(origin), Some(size), Some(root), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(WANTED);
        };
        Ok(Self {
            origin: Origin::parse(origin)?,
            size: decimal(size)
                .filter(|size| (1..=SIZE_MAX).contains(size))
                .ok_or(WANTED)?,
            root: TreeHash::parse(root)?,
        })
    }

    fn write(&self, out: &mut String) {
        self.origin.write(out);
        out.push(' ');
        push_decimal(out, self.size);
        out.push(' ');
        self.root.write(out);
    }
}
