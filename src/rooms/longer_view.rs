//! The longer view: how sure I would feel doing this tomorrow, one heading at a time.

use super::around::Standing;
use super::matter::{Next, Talk};
use super::{Came, Given, Leaf};
use crate::domain::HeadingId;

/// The longer view of one heading.
#[derive(Clone, Debug)]
pub(super) struct LongerViewRoom {
    heading: HeadingId,
}

impl LongerViewRoom {
    /// Opens it for this heading.
    pub(super) fn new(heading: HeadingId) -> Self {
        Self { heading }
    }
}

impl Talk for LongerViewRoom {
    fn leaf(&self, _standing: &Standing) -> Leaf {
        let _ = &self.heading;
        Leaf::default()
    }

    fn given(&mut self, _given: Given, _standing: &Standing) -> Next {
        Next::Over
    }

    fn came(&mut self, came: Came, _standing: &Standing) -> Next {
        Next::after("", came)
    }
}
