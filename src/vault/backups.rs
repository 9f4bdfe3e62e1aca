//! A backup, made now.

mod words;

use super::around::Around;
use super::matter::{Next, Talk};
use super::{Came, Given, Panel, PanelAsk, Work};

/// Makes a backup.
#[derive(Clone, Copy, Debug)]
pub(super) struct BackingUp;

impl Talk for BackingUp {
    fn begun(&mut self, _: &Around) -> Next {
        Next::Do(Work::BackUp)
    }

    fn panel(&self, _: &Around) -> Panel {
        Panel {
            title: words::TITLE.to_owned(),
            said: vec![words::BUSY.to_owned()],
            ask: PanelAsk::Busy { can_stop: true },
        }
    }

    fn given(&mut self, given: Given, _: &Around) -> Next {
        if given == Given::Back {
            // Stopping is leaving: there is nothing else in here.
            return Next::StopAndOver;
        }
        Next::Panel
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match came {
            Came::BackedUp { here, second } => {
                let mut said = vec![words::made(&around.say_path(&here.path))];
                match second {
                    Some(Ok(there)) => said.push(words::there_too(&around.say_path(&there.path))),
                    Some(Err(why)) => said.extend([words::NOT_THERE.to_owned(), why]),
                    None => {}
                }
                Next::tell(words::TITLE, said)
            }
            came => Next::after(words::TITLE, came),
        }
    }
}
