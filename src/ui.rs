//! The full screen: a stack of screens that take messages and give back effects as data.
//!
//! Nothing here touches a disk, a terminal or a clock. A screen changes its own state, asks for
//! things by adding effects to a [`Reply`](reply::Reply), and draws itself from `&self`. So every
//! screen can be driven and looked at in a test, and a popup is nothing but one more screen.

pub mod app;
pub mod autosave;
pub mod bookmark;
pub mod effect;
pub mod keymap;
pub mod layout;
pub mod look;
pub mod msg;
pub mod reply;
pub mod screen;
pub mod screens;
pub mod widgets;
pub mod words;
