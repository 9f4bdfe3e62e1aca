//! After how long the words are put away.

use super::around::Around;
use super::matter::{Next, Talk};
use super::room::words as room;
use super::{Came, Choice, Given, Panel, PanelAsk, PanelRow, words};

/// What can be chosen, in minutes.
const MINUTES: [u16; 5] = [0, 1, 2, 5, 15];

/// Asks after how long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hiding;

impl Talk for Hiding {
    fn panel(&self, around: &Around) -> Panel {
        let now = around.standing.hide_after_minutes;
        let rows = MINUTES.map(|minutes| PanelRow {
            key: None,
            words: words::minutes(minutes),
            quiet: words::is_now(minutes == now),
        });
        let said = if around.keeping.locked {
            words::HIDE_LOCKED
        } else {
            words::HIDE_OPEN
        };
        Panel {
            title: room::HIDE.to_owned(),
            said: vec![said.to_owned()],
            ask: PanelAsk::Rows {
                rows: rows.to_vec(),
                safe: MINUTES
                    .iter()
                    .rposition(|minutes| *minutes <= now)
                    .unwrap_or(0),
            },
        }
    }

    fn given(&mut self, given: Given, around: &Around) -> Next {
        let chosen = match given {
            Given::Back => return Next::Over,
            Given::Row(row) => MINUTES.get(row),
            _ => None,
        };
        match chosen {
            // Chosen already: that is the way out as well.
            Some(minutes) if *minutes == around.standing.hide_after_minutes => Next::Over,
            Some(minutes) => Next::Set(Choice::HideAfter(*minutes)),
            None => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, _: &Around) -> Next {
        Next::after(room::HIDE, came)
    }
}
