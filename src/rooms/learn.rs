//! Learn: a page for each principle and value, and on what the work asks of me.

use super::around::Standing;
use super::matter::{Next, Talk};
use super::{Came, Given, Leaf};

/// The pages, or one of them.
#[derive(Clone, Debug)]
pub(super) struct Learn {
    page: Option<String>,
}

impl Learn {
    /// Opens the list, or the page with this id.
    pub(super) fn new(page: Option<String>) -> Self {
        Self { page }
    }
}

impl Talk for Learn {
    fn leaf(&self, _standing: &Standing) -> Leaf {
        let _ = &self.page;
        Leaf::default()
    }

    fn given(&mut self, _given: Given, _standing: &Standing) -> Next {
        Next::Over
    }

    fn came(&mut self, came: Came, _standing: &Standing) -> Next {
        Next::after("", came)
    }
}
