//! `alongside note`: one line, caught before it goes.

use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Read, Write};

use super::desk::Desk;
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::domain::clean_line;
use crate::domain::{Entry, Finished, Length};
use crate::store::Access;

/// Keeps the words as an entry, whether or not a window has the journal open.
pub(super) fn run(paths: Paths, line: &[OsString]) -> Result<(), Trouble> {
    let text = match line {
        [] => heard()?,
        [dash] if dash == "-" => heard()?,
        words => {
            let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
            words.join(" ")
        }
    };
    let text = clean_line(&text).trim().to_owned();
    if text.is_empty() {
        return Err(Trouble::NothingToKeep);
    }
    let mut desk = Desk::open(paths, Access::Note)?;
    desk.must_write()?;
    let stamp = desk.clock.stamp();
    let pack = (desk.pack.id.clone(), desk.pack.version);
    let mut entry = Entry::empty(stamp.fresh, stamp.at, pack, Length::Note);
    entry.moment = text;
    let id = entry.id.short();
    let finished = Finished {
        entry,
        draft: None,
        carries: false,
        last: None,
        tell: None,
    };
    desk.store.finish(&finished, stamp.at)?;
    super::list::print(&(words::note_kept(&id) + "\n"))
}

/// Reads standard input: all of a pipe, one line of a person.
fn heard() -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock();
    if input.is_terminal() {
        let mut out = io::stdout();
        // Without the prompt the line can be typed all the same.
        let _ = write!(out, "{}", words::YOUR_LINE).and_then(|()| out.flush());
        input
            .read_until(b'\n', &mut bytes)
            .map_err(Trouble::CannotHear)?;
    } else {
        input.read_to_end(&mut bytes).map_err(Trouble::CannotHear)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
