//! Names for things: entries, items and headings.
//!
//! An entry's id is a UUIDv7, so that ids sort by time and two journals can be merged. Items and
//! headings are named by the pack and keep their name for ever (`content.md` §9.9).

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The id of an entry, and of the draft it grew from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

/// A text that is not an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not the id of an entry.")]
pub struct IdError(pub String);

impl Id {
    /// Makes a UUIDv7 from a time in UTC milliseconds and 10 random bytes.
    pub fn at(unix_ms: u64, random: &[u8; 10]) -> Self {
        Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, random).into_uuid())
    }

    /// Makes an id that nothing else has. It reads the clock, so only the runtime calls it.
    pub fn fresh() -> Self {
        Self(Uuid::now_v7())
    }

    /// The day it was made, as days are counted in Greenwich; `None` for an id that holds no time.
    pub fn day(&self) -> Option<NaiveDate> {
        let (seconds, _) = self.0.get_timestamp()?.to_unix();
        let at = DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
        Some(at.date_naive())
    }

    /// The last six letters: short enough to type, and not shared by neighbours in time.
    pub fn short(&self) -> String {
        let mut text = self.0.simple().to_string();
        text.split_off(text.len() - 6)
    }

    /// Tells whether what a person typed means this id: the whole, or its beginning or ending
    /// of at least four letters.
    pub fn is_meant_by(&self, typed: &str) -> bool {
        let whole = self.0.to_string();
        let typed = typed.trim().to_lowercase();
        typed == whole
            || (typed.len() >= 4 && (whole.starts_with(&typed) || whole.ends_with(&typed)))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        text.trim()
            .parse()
            .map(Self)
            .map_err(|_not_a_uuid: uuid::Error| IdError(text.to_owned()))
    }
}

/// Declares a name that a pack gives.
macro_rules! pack_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the pack's name for it.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// The name as the pack writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pack_name! {
    /// The id of one question, such as `MUT1`.
    ItemId
}
pack_name! {
    /// The id of a heading, such as `MUT`.
    HeadingId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_by_its_ending_but_not_by_three_letters() {
        let id = Id::at(1_760_000_000_000, &[7; 10]);
        assert!(id.is_meant_by(&id.to_string()));
        assert!(id.is_meant_by(&id.short()));
        assert!(!id.is_meant_by("707"));
        assert_eq!(id.to_string().parse::<Id>(), Ok(id));
        assert!("soup".parse::<Id>().is_err());
    }

    #[test]
    fn ids_sort_by_time() {
        assert!(Id::at(1, &[255; 10]) < Id::at(2, &[0; 10]));
    }
}
