//! The words.
//!
//! Every word a person meets in a reflection lives in a pack, a plain TOML file, so that a
//! service can change it without a programmer and an entry can say which words it answered.
//! This module reads packs, fills the words of the place (`{supervisor}`, `{session}`), adds a
//! service's own pack on top, and checks every shipped string for plain words. It knows no
//! screen and no disk: a caller hands in the text of a file and its name.
//!
//! A pack is read with [`Pack::shipped`] or [`Pack::read`]; a person's own file with
//! [`UserPack::read`] and [`Pack::with`]. Bytes from a disk go through [`pack_text`] first.

mod advice;
mod changes;
mod checks;
mod learn;
mod lens;
pub mod lint;
mod needs;
mod pack;
mod places;
mod reading;
mod roles;
mod strings;
mod trouble;
mod vignette;
mod year;

pub use changes::{Brings, UserPack};
pub use learn::{LearnPage, LearnPiece};
pub use lens::{LensWord, Seen, WordLens};
pub use needs::{REQUIRED_OPTIONS, REQUIRED_STEPS, SCALE_IDS};
pub use pack::{
    Choice, HelpPage, Item, Pack, PresetGroup, Presets, Quick, ScaleWord, Set, SetKind, StepWords,
};
pub use places::PLACES;
pub use reading::{MAX_PACK_BYTES, pack_text};
pub use roles::{RoleWords, SLOTS, fill_slot};
pub use trouble::{PackError, Trouble};
pub use vignette::{View, Vignette, Way};
pub use year::Year;
