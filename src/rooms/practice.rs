//! The practice room: vignettes, my tries, what I would want, and a sheet for a tutor.

mod one;

pub(super) use one::OneVignette;

use super::around::Standing;
use super::matter::{Next, Talk};
use super::{Came, Given, Leaf};

/// The room's first leaf.
#[derive(Clone, Debug, Default)]
pub(super) struct Practice {}

impl Talk for Practice {
    fn leaf(&self, _standing: &Standing) -> Leaf {
        Leaf::default()
    }

    fn given(&mut self, _given: Given, _standing: &Standing) -> Next {
        Next::Over
    }

    fn came(&mut self, came: Came, _standing: &Standing) -> Next {
        Next::after("", came)
    }
}
