//! A try of a vignette: the same machine as a reflection, with other steps.
//!
//! Read, say the first pull, choose, say how sure, and only then see how others might go about it.

use std::rc::Rc;

use crate::content::Pack;
use crate::domain::Stamp;

use super::Reflection;

impl Reflection {
    /// Begins a try. `None` for a vignette that no pack has.
    pub fn of_vignette(pack: Rc<Pack>, id: &str, _stamp: &Stamp) -> Option<Self> {
        pack.vignette(id)?;
        None
    }
}
