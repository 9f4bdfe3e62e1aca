//! The rooms that give the journal back: look back, carry forward, supervision, support, an entry.
//!
//! A [`Visit`] is a pure talk of leaves, as a [`Vault`](crate::vault::Vault) is one of panels. It
//! gives a [`Leaf`]: something to read, and rows to choose from. What it needs of the journal is
//! [`Work`]; what comes of it is [`Came`]. Both front ends show any leaf without knowing which it
//! is, so the full screen and plain mode do and say the same.
//!
//! Nobody writes on a leaf. Where words of the person's own are asked for, the visit opens a
//! [`FormWalk`](crate::reflection::FormWalk), which saves them as they are typed; when the form is
//! closed, the front end hands the visit what was written.

mod around;
mod before;
mod carry;
mod endings;
mod entry;
mod form_pages;
mod leaf;
mod learn;
mod lens;
mod longer_view;
mod look_back;
mod matter;
mod moments;
mod month;
mod narrow;
mod paged;
mod picking;
mod practice;
mod saving;
pub mod sheet;
mod strengths;
mod supervision;
mod support;
#[cfg(test)]
mod tests;
mod told;
mod visit;
mod words;
mod work;

pub use around::Standing;
pub use leaf::{Given, Leaf, LeafAsk, LeafRow, MonthPage, Piece, TAKES_BACK};
pub use longer_view::day_that_came;
pub use practice::{PracticeSaid, SaidTry, SaidVignette};
pub use supervision::said::{OnTheList, SupervisionSaid};
pub use visit::{Begin, Door, Turn, Visit};
pub use work::{Came, Work};
