//! The parts that screens are drawn with.

pub mod editor;
pub mod hits;
pub mod map;
pub mod menu;
pub mod month;
pub mod pointer;
pub mod prose;
pub mod reading;
pub mod secret;
pub mod sheet;
pub mod shown;
pub mod typed_line;
pub mod under_text;
