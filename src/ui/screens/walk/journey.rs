//! The walks this screen can show.

use crate::reflection::{CardWalk, FirstRun, FormWalk, Reflection, Walk};

/// One of the walks.
#[derive(Debug)]
pub enum Journey {
    /// A reflection or Land.
    Reflection(Box<Reflection>),
    /// The first run.
    FirstRun(Box<FirstRun>),
    /// The support card.
    Card(Box<CardWalk>),
    /// A form of one of the rooms.
    Form(Box<FormWalk>),
}

impl Journey {
    /// What every walk can do.
    pub fn walk(&self) -> &dyn Walk {
        match self {
            Self::Reflection(walk) => walk.as_ref(),
            Self::FirstRun(walk) => walk.as_ref(),
            Self::Card(walk) => walk.as_ref(),
            Self::Form(walk) => walk.as_ref(),
        }
    }

    /// The same, to answer.
    pub fn walk_mut(&mut self) -> &mut dyn Walk {
        match self {
            Self::Reflection(walk) => walk.as_mut(),
            Self::FirstRun(walk) => walk.as_mut(),
            Self::Card(walk) => walk.as_mut(),
            Self::Form(walk) => walk.as_mut(),
        }
    }
}
