//! The screen of a talk, at every size.
