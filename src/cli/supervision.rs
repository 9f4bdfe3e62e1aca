//! `alongside supervision`: the list, the sheet that is under way, and the hours there were.
//!
//! The sheet is the same to the letter as the one that is previewed and saved in the room, so
//! that it can be sent through a pipe.

use super::args::Hour;
use super::caller::Caller;
use super::desk::Desk;
use super::plain::leaf;
use super::plain::visit::first_leaf;
use super::reader::{open, print_json, print_lines};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::content::Pack;
use crate::domain::{Meeting, say_day};
use crate::rooms::{Begin, OnTheList, SupervisionSaid, sheet};

/// Entries of the list that are read at most.
const MOST: usize = 1_000;

/// Prints all of it, or the sheet alone.
pub(super) fn run(
    paths: Paths,
    named: bool,
    hour: &Hour,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let mut desk = open(paths, named, caller)?.desk()?;
    let said = said(&desk)?;
    if hour.json {
        return print_json(&said);
    }
    if hour.sheet || hour.text {
        let meeting = said.under_way.first().ok_or(Trouble::NoSheet)?;
        let text = if hour.sheet {
            sheet::markdown(meeting, &desk.pack)
        } else {
            sheet::text(meeting, &desk.pack)
        };
        return print_lines(&[text]);
    }
    if said.list.is_empty() && said.under_way.is_empty() && said.hours.is_empty() {
        let leaf = first_leaf(&mut desk, Begin::Supervision)?;
        return print_lines(&leaf::read(&leaf));
    }
    print_lines(&lines(&said, &desk.pack))
}

fn said(desk: &Desk) -> Result<SupervisionSaid, Trouble> {
    let flagged = desk.store.flagged(MOST + 1)?;
    let meetings = desk.store.meetings()?;
    Ok(SupervisionSaid::of(&desk.pack, &flagged, MOST, meetings))
}

fn lines(said: &SupervisionSaid, pack: &Pack) -> Vec<String> {
    let mut lines = Vec::new();
    if !said.list.is_empty() {
        lines.push(words::ON_MY_LIST.to_owned());
        lines.extend(said.list.iter().map(on_the_list));
        lines.extend(Some(said.rest.clone()).filter(|rest| !rest.is_empty()));
    }
    for meeting in &said.under_way {
        lines.extend([String::new(), words::SHEET_UNDER_WAY.to_owned()]);
        lines.push(sheet::text(meeting, pack).trim_end().to_owned());
    }
    if !said.hours.is_empty() {
        lines.extend([String::new(), words::HOURS_SO_FAR.to_owned()]);
        lines.extend(said.hours.iter().flat_map(hour));
    }
    lines
}

fn on_the_list(listed: &OnTheList) -> String {
    let question = match listed.question.as_str() {
        "" => String::new(),
        question => format!(" ({question})"),
    };
    format!("{}{question}, {}", listed.title, listed.id.short())
}

fn hour(meeting: &Meeting) -> Vec<String> {
    let mut lines = vec![say_day(meeting.on)];
    for (label, text) in [
        (words::WHAT_I_NEEDED, &meeting.need),
        (words::WHAT_WE_AGREED, &meeting.agreed),
    ] {
        if !text.trim().is_empty() {
            lines.push(format!("{label}: {}", text.trim()));
        }
    }
    lines
}
