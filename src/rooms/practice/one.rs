//! One vignette: what may be hard in it, my tries of it, and the way in.

use super::super::around::Standing;
use super::super::matter::{Next, Talk};
use super::super::{Came, Given, Leaf};

/// One vignette.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct OneVignette {
    vignette: String,
}

impl OneVignette {
    /// Opens the vignette with this id.
    pub(in crate::rooms) fn new(vignette: String) -> Self {
        Self { vignette }
    }
}

impl Talk for OneVignette {
    fn leaf(&self, _standing: &Standing) -> Leaf {
        let _ = &self.vignette;
        Leaf::default()
    }

    fn given(&mut self, _given: Given, _standing: &Standing) -> Next {
        Next::Over
    }

    fn came(&mut self, came: Came, _standing: &Standing) -> Next {
        Next::after("", came)
    }
}
