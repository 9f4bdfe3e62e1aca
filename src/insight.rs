//! Looking back: what windows and pages of the journal say, in sentences first.
//!
//! Pure functions over what the store returns. There is no total, no average, no rank and no
//! better or worse here, and no row of the map weighs more than another (ground rule 2). Sentences
//! are about how often something came up, hedged, and never about causes.

pub mod carried;
pub mod days;
pub mod look;
pub mod map;
#[cfg(test)]
mod proofs;
pub mod resting;
mod sentences;
pub mod window;
pub mod words;

pub use carried::{CarriedLook, HeardLook, carry_look, carry_looks, stands};
pub use look::{
    AskFurther, HeadingLook, LookBack, MONTHS, Rare, SIGNS, Soft, WEEKS, WINDOW, look_back,
    look_back_over,
};
pub use map::{Cell, Column, NoticingMap, Row};
pub use resting::{lead_question, longest_rested};
pub use window::{Seen, Slice, Unit, Window};
