//! What came of a matter, to be read: then it is over.

use super::around::Around;
use super::matter::{Next, Talk};
use super::{Came, Given, Panel, PanelAsk};

/// Words to read.
#[derive(Clone, Debug)]
pub(super) struct Told {
    title: String,
    said: Vec<String>,
}

impl Told {
    /// Says this.
    pub(super) fn new(title: &str, said: Vec<String>) -> Self {
        Self {
            title: title.to_owned(),
            said,
        }
    }
}

impl Talk for Told {
    fn panel(&self, _: &Around) -> Panel {
        Panel {
            title: self.title.clone(),
            said: self.said.clone(),
            ask: PanelAsk::Enter,
        }
    }

    fn given(&mut self, given: Given, _: &Around) -> Next {
        match given {
            Given::Enter | Given::Back => Next::Over,
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, _: &Around) -> Next {
        Next::after(&self.title, came)
    }
}
