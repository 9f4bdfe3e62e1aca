//! Looking back: what windows and pages of the journal say, in sentences first.
//!
//! Pure functions over what the store returns. There is no total, no average, no rank and no
//! better or worse here, and no row of the map weighs more than another (ground rule 2). Sentences
//! are about how often something came up, hedged, and never about causes.

pub mod map;

pub use map::{Cell, Column, NoticingMap, Row};
