//! `alongside search`: what is found, a row each as in the list, or as JSON.
//!
//! The words are read as in the search box, so what is typed here can be typed there. What stands
//! within a longer word comes last, under a line that says so.

use std::io::{self, Write};

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::args::Wanting;
use super::caller::Caller;
use super::desk::Desk;
use super::list::{PAGE, Rows, print, quietly};
use super::query;
use super::reader::{Opened, open};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::domain::{Id, Kind, Length, Listed, Order, Query};

/// Prints what is found.
pub(super) fn run(
    paths: Paths,
    named: bool,
    wanting: &Wanting,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let desk = match open(paths, named, caller)? {
        Opened::Desk(desk) => desk,
        Opened::Nothing(table) => {
            // What was typed must be right all the same.
            read(wanting, &table.pack, table.clock.stamp().today())?;
            let nothing = if wanting.json {
                "[]"
            } else {
                words::NOTHING_FOUND
            };
            return print(&format!("{nothing}\n"));
        }
    };
    let query = read(wanting, &desk.pack, desk.clock.stamp().today())?;
    let limit = wanting.limit.unwrap_or(usize::MAX);
    let found = first_wave(&desk, &query, limit)?;
    let parts = second_wave(&desk, &query, limit, &found)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let said = if wanting.json {
        print_json(&found, &parts, &mut out)
    } else {
        print_rows(&desk, &found, &parts, &mut out)
    };
    quietly(said.and_then(|()| out.flush()))
}

fn read(
    wanting: &Wanting,
    pack: &crate::content::Pack,
    today: NaiveDate,
) -> Result<Query, Trouble> {
    let typed: Vec<_> = wanting
        .query
        .iter()
        .map(|it| it.to_string_lossy())
        .collect();
    let query = query::read(pack, &typed.join(" "), today);
    let mut query = query.map_err(|error| Trouble::NoQuery(error.said))?;
    if query.is_empty() {
        return Err(Trouble::NoQuery(words::NOTHING_TO_FIND.to_owned()));
    }
    if wanting.by_relevance {
        query.order = Order::Relevance;
    }
    Ok(query)
}

fn first_wave(desk: &Desk, query: &Query, limit: usize) -> Result<Vec<Listed>, Trouble> {
    if query.order == Order::Relevance {
        // Each page of these would weigh all of them again.
        return Ok(desk.store.find(query, None, limit)?);
    }
    let mut found: Vec<Listed> = Vec::new();
    while found.len() < limit {
        let after = found.last().map(|last| (last.finished_at, last.id));
        let wanted = PAGE.min(limit - found.len());
        let page = desk.store.find(query, after, wanted)?;
        let is_last = page.len() < wanted;
        found.extend(page);
        if is_last {
            break;
        }
    }
    Ok(found)
}

fn second_wave(
    desk: &Desk,
    query: &Query,
    limit: usize,
    found: &[Listed],
) -> Result<Vec<Listed>, Trouble> {
    let left = limit.saturating_sub(found.len());
    if left == 0 || query.terms.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts = desk.store.find_parts(query, left, &|| false)?;
    parts.retain(|part| found.iter().all(|row| row.id != part.id));
    Ok(parts)
}

fn print_rows(
    desk: &Desk,
    found: &[Listed],
    parts: &[Listed],
    out: &mut impl Write,
) -> io::Result<()> {
    if found.is_empty() && parts.is_empty() {
        return writeln!(out, "{}", words::NOTHING_FOUND);
    }
    let mut rows = Rows::new(&desk.pack, out);
    found.iter().try_for_each(|listed| rows.print(listed))?;
    if !parts.is_empty() {
        rows.head(&format!("{}:", words::PART_OF_A_WORD))?;
    }
    parts.iter().try_for_each(|listed| rows.print(listed))
}

/// An entry that was found, as `docs/json.md` describes it.
#[derive(Serialize)]
struct Found<'f> {
    id: Id,
    finished_at: DateTime<FixedOffset>,
    on: NaiveDate,
    kind: Option<Kind>,
    length: Length,
    practice: bool,
    words: &'f str,
    can_be_read: bool,
    within_a_word: bool,
}

impl<'f> Found<'f> {
    fn new(listed: &'f Listed, within_a_word: bool) -> Self {
        Self {
            id: listed.id,
            finished_at: listed.finished_at,
            on: listed.on,
            kind: listed.kind,
            length: listed.length,
            practice: listed.practice,
            words: &listed.words,
            can_be_read: listed.readable,
            within_a_word,
        }
    }
}

fn print_json(found: &[Listed], parts: &[Listed], out: &mut impl Write) -> io::Result<()> {
    let whole = found.iter().map(|listed| Found::new(listed, false));
    let within = parts.iter().map(|listed| Found::new(listed, true));
    let all: Vec<Found<'_>> = whole.chain(within).collect();
    let text = serde_json::to_string_pretty(&all).map_err(io::Error::other)?;
    writeln!(out, "{text}")
}
