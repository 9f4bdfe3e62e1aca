//! `alongside list`: every entry, newest first, a line each or as JSON.
//!
//! Real entries only, or practice only: a reader of the output must never take one for the other.

use std::io::{self, Write};
use std::ops::ControlFlow;

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::caller::Caller;
use super::desk::{Desk, Table};
use super::opening;
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::content::Pack;
use crate::domain::clean_line;
use crate::domain::{Entry, Listed, Query, say_month};
use crate::store::{Access, StoreError};

/// The width of a line.
pub(super) const WIDTH: usize = 72;

/// Entries read from the journal at once.
pub(super) const PAGE: usize = 200;

/// What is listed, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listing {
    /// Whether it is printed as JSON.
    pub(super) json: bool,
    /// Only what was finished more than so many months ago.
    pub(super) older_than: Option<u16>,
    /// Whether it is practice that is listed.
    pub(super) practice: bool,
}

/// Prints the list. A journal that was not named and is not there yet is an empty one, and so is
/// a file without a byte in it.
pub(super) fn run(
    paths: Paths,
    named: bool,
    listing: Listing,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let desk = match open(paths, caller) {
        Err(Trouble::Store(StoreError::NotThere(path))) if !named || path.exists() => {
            let nothing = match listing {
                Listing { json: true, .. } => "[]",
                Listing { practice: true, .. } => words::NO_PRACTICE,
                _ => words::NO_ENTRIES,
            };
            return print(&format!("{nothing}\n"));
        }
        opened => opened?,
    };
    let until = listing
        .older_than
        .map(|months| first_day_kept(&desk, months));
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = if listing.json {
        print_json(&desk, listing.practice, until, &mut out)
    } else {
        print_rows(&desk, listing.practice, until, &mut out)
    };
    match done {
        Ok(()) => quietly(out.flush()),
        Err(trouble) => Err(trouble),
    }
}

/// Opens the journal to read. What is asked for that goes to standard error.
pub(super) fn open(paths: Paths, caller: &mut Caller) -> Result<Desk, Trouble> {
    let table = Table::lay(paths)?;
    let store = opening::open_aside(&table, Access::Read, caller)?;
    Ok(table.with(store))
}

/// The first day on which something finished is not older than so many months.
fn first_day_kept(desk: &Desk, months: u16) -> NaiveDate {
    let today = desk.clock.stamp().at.date_naive();
    let months = Months::new(u32::from(months));
    today.checked_sub_months(months).unwrap_or(NaiveDate::MIN)
}

fn is_before(finished_at: DateTime<FixedOffset>, until: Option<NaiveDate>) -> bool {
    until.is_none_or(|until| finished_at.date_naive() < until)
}

fn print_rows(
    desk: &Desk,
    practice: bool,
    until: Option<NaiveDate>,
    out: &mut impl Write,
) -> Result<(), Trouble> {
    let asked = Query {
        practice: Some(practice),
        ..Query::default()
    };
    let mut before = None;
    let mut rows = Rows::new(&desk.pack, out);
    loop {
        let page = if practice {
            desk.store.find(&asked, before, PAGE)?
        } else {
            desk.store.entries(before, PAGE)?
        };
        let Some(last) = page.last() else {
            break;
        };
        before = Some((last.finished_at, last.id));
        for listed in page.iter().filter(|it| is_before(it.finished_at, until)) {
            if let Err(error) = rows.print(listed) {
                return quietly(Err(error));
            }
        }
    }
    if rows.is_empty() {
        let nothing = match until {
            Some(_) => vec![words::NONE_SO_OLD],
            None if practice => vec![words::NO_PRACTICE],
            None if has_practice(desk)? => vec![words::NOTHING_REAL, words::PRACTICE_IS_THERE],
            None => vec![words::NO_ENTRIES],
        };
        return quietly(writeln!(out, "{}", nothing.join("\n")));
    }
    Ok(())
}

/// Whether something was practised: an empty list then says where that is.
pub(super) fn has_practice(desk: &Desk) -> Result<bool, Trouble> {
    let asked = Query {
        practice: Some(true),
        ..Query::default()
    };
    Ok(!desk.store.find(&asked, None, 1)?.is_empty())
}

/// Rows on their way to the output, each month with its name over it.
pub(super) struct Rows<'r, W> {
    pack: &'r Pack,
    out: &'r mut W,
    month: String,
}

impl<'r, W: Write> Rows<'r, W> {
    /// Begins.
    pub(super) fn new(pack: &'r Pack, out: &'r mut W) -> Self {
        Self {
            pack,
            out,
            month: String::new(),
        }
    }

    /// Whether there was none yet.
    pub(super) fn is_empty(&self) -> bool {
        self.month.is_empty()
    }

    /// Says something over the rows that follow; the name of the month comes again.
    pub(super) fn head(&mut self, words: &str) -> io::Result<()> {
        self.month.clear();
        writeln!(self.out, "{words}")
    }

    /// Prints a row.
    pub(super) fn print(&mut self, listed: &Listed) -> io::Result<()> {
        let month = say_month(listed.on);
        if month != self.month {
            writeln!(self.out, "{month}")?;
            self.month = month;
        }
        writeln!(self.out, "{}", row(self.pack, listed, Some(WIDTH)))
    }
}

fn print_json(
    desk: &Desk,
    practice: bool,
    until: Option<NaiveDate>,
    out: &mut impl Write,
) -> Result<(), Trouble> {
    let mut said = write!(out, "[");
    let mut trouble = None;
    let mut is_first = true;
    desk.store.every_entry_that_is(practice, |entry| {
        let entry = match entry {
            Ok(entry) if !is_before(entry.finished_at, until) => return ControlFlow::Continue(()),
            Ok(entry) => entry,
            Err(error) => {
                trouble = Some(error);
                return ControlFlow::Continue(());
            }
        };
        let comma = if is_first { "\n" } else { ",\n" };
        is_first = false;
        let text = as_json(&entry).map(|text| text.replace('\n', "\n  "));
        said = text.and_then(|text| write!(out, "{comma}  {text}"));
        if said.is_err() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })?;
    said = said.and_then(|()| writeln!(out, "{}", if is_first { "]" } else { "\n]" }));
    quietly(said.and_then(|()| out.flush()))?;
    // Everything that can be read is printed; what cannot is said all the same.
    trouble.map_or(Ok(()), |error| Err(error.into()))
}

/// An entry as JSON.
pub(super) fn as_json(entry: &Entry) -> io::Result<String> {
    serde_json::to_string_pretty(entry).map_err(io::Error::other)
}

/// Prints a text. A reader that has gone away has all it wanted.
pub(super) fn print(text: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    quietly(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Takes a closed pipe for a good end.
pub(super) fn quietly(said: io::Result<()>) -> Result<(), Trouble> {
    match said {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Trouble::CannotSay(error)),
        _ => Ok(()),
    }
}

/// One line of the list: day, id, kind or length, first words.
pub(crate) fn row(pack: &Pack, listed: &Listed, width: Option<usize>) -> String {
    let id = format!("{}, ", listed.id.short());
    let row = row_of(pack, listed, &id);
    width.map_or_else(|| row.clone(), |width| cut(&row, width))
}

/// The same line where a number is what is typed, and an id would only be in the way.
pub(crate) fn numbered_row(pack: &Pack, listed: &Listed) -> String {
    row_of(pack, listed, "")
}

fn row_of(pack: &Pack, listed: &Listed, id: &str) -> String {
    let kind = listed
        .kind
        .and_then(|kind| pack.step("arrive").option(kind.id()))
        .map_or_else(
            || words::length(listed.length),
            |option| option.text.as_str(),
        );
    let practice = if listed.practice {
        words::ROW_IS_PRACTICE
    } else {
        ""
    };
    let day = listed.on.day();
    if !listed.readable {
        let after = id.trim_end_matches(", ");
        let colon = if after.is_empty() { "" } else { ": " };
        return format!("{day}, {after}{colon}{}", words::CANNOT_BE_READ);
    }
    let first = clean_line(&listed.words);
    let colon = if first.is_empty() { "" } else { ": " };
    format!("{day}, {id}{kind}{practice}{colon}{first}")
}

/// Cuts a line to a width, between letters as people see them.
pub(super) fn cut(line: &str, width: usize) -> String {
    if line.width() <= width {
        return line.to_owned();
    }
    let mut kept = String::new();
    for letter in line.graphemes(true) {
        if kept.width() + letter.width() + 1 > width {
            break;
        }
        kept.push_str(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_between_letters() {
        assert_eq!(cut("short", 10), "short");
        assert_eq!(cut("one two three", 9), "one two…");
        assert_eq!(cut("日本語日本語", 7), "日本語…");
        let family = "👨\u{200d}👩\u{200d}👧".repeat(9);
        assert!(cut(&family, 10).width() <= 10);
    }
}
