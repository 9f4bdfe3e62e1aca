//! One entry of the list as a row: its day, its kind, and its first words or those around a hit.

use std::ops::Range;

use chrono::Datelike;

use super::asking;
use super::rows::{Key, WIDE};
use super::words;
use crate::content::Pack;
use crate::domain::{Listed, Query, say_day, say_month};
use crate::reflection::say_kind;
use crate::ui::widgets::menu::MenuRow;
use crate::ui::widgets::shown::shown_width;

/// Cells of the longest usual kind, so that first words stand in a column.
const KIND: usize = 15;
/// Cells between a day and a kind.
const AIR: usize = 2;
/// Cells of the mark of a row, and of the air before its words.
const AROUND: usize = 4;
/// Letters of the words that a row could ever show.
const LETTERS: usize = 80;
/// Before words that do not begin at their beginning.
const BEFORE: &str = "… ";

/// The bytes of a text that were searched for.
pub(super) type Hits = Vec<Range<usize>>;

/// One loaded entry, and what kind it is in words.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) listed: Listed,
    kind: String,
    /// Where its words have what was searched for.
    hits: Hits,
}

impl Line {
    pub(super) fn new(listed: Listed, query: Option<&Query>, pack: &Pack) -> Self {
        let kind = say_kind(pack, listed.kind, listed.length);
        let kind = if listed.practice {
            format!("{kind}, {}", words::PRACTICE)
        } else {
            kind
        };
        let hits = query.and_then(|query| {
            let texts = [listed.words.as_str()];
            asking::hits(query, &texts).pop()
        });
        let hits = hits.unwrap_or_default();
        Self { listed, kind, hits }
    }

    pub(super) fn key(&self) -> Key {
        (self.listed.finished_at, self.listed.id)
    }
}

/// Makes the row of an entry, with the bytes of its quiet text that were searched for. A row that
/// does not stand under its month says the whole day.
pub(super) fn row_of(line: &Line, width: u16, under_month: bool) -> (MenuRow, Hits) {
    let day = if under_month {
        day_of(&line.listed)
    } else {
        line.listed.on.format("%e %b %Y").to_string()
    };
    if !line.listed.readable {
        let said = format!("{day}  {}", words::CANNOT_BE_READ);
        return (MenuRow::new(said), Vec::new());
    }
    let is_narrow = width < WIDE;
    let column = if is_narrow { 0 } else { KIND };
    let air = column.saturating_sub(shown_width(&line.kind));
    let said = format!("{day}  {}{:air$}", line.kind, "");
    let room = usize::from(width).saturating_sub(if is_narrow {
        AROUND
    } else {
        AROUND + day.len() + AIR + column
    });
    let (around, hits) = around(&line.listed.words, &line.hits, room);
    (MenuRow::new(said).with_quiet(around), hits)
}

pub(super) fn month_of(listed: &Listed) -> String {
    say_month(listed.finished_at.date_naive())
}

/// The day in six cells: "Thu 12", or "28 Feb" where it lies in another month than the heading.
fn day_of(listed: &Listed) -> String {
    let said = say_day(listed.on);
    let mut parts = said.split(' ');
    let (weekday, day, month) = (parts.next(), parts.next(), parts.next());
    let (weekday, day, month) = (
        weekday.unwrap_or(""),
        day.unwrap_or(""),
        month.unwrap_or(""),
    );
    let finished = listed.finished_at.date_naive();
    if (finished.month(), finished.year()) == (listed.on.month(), listed.on.year()) {
        format!("{weekday:.3} {day:>2}")
    } else {
        format!("{day:>2} {month:.3}")
    }
}

/// As many of the words as a row could show, from so far before the first hit that it is in sight.
fn around(words: &str, hits: &[Range<usize>], room: usize) -> (String, Hits) {
    let first = hits.first();
    let start = first.map_or(0, |hit| start_for(words, hit, room));
    let sign = if start > 0 { BEFORE } else { "" };
    let rest = words.get(start..).unwrap_or_default();
    let cut: String = rest.chars().take(LETTERS).collect();
    // A line break is one byte, as is a blank, so the hits stay where they are.
    let text = format!("{sign}{}", cut.replace('\n', " "));
    let moved = |at: usize| Some(at.checked_sub(start)? + sign.len());
    let hits = hits.iter().filter_map(|hit| {
        let to = moved(hit.end)?.min(text.len());
        Some(moved(hit.start)?..to).filter(|hit| !hit.is_empty())
    });
    let hits = hits.collect();
    (text, hits)
}

/// The byte to begin at so that a hit is in sight, with some words before it.
fn start_for(words: &str, hit: &Range<usize>, room: usize) -> usize {
    let before = words.get(..hit.start).unwrap_or_default();
    let up_to = words.get(..hit.end).unwrap_or_default();
    if shown_width(up_to) <= room {
        return 0;
    }
    let lead = room / 3;
    let fits = |at: &usize| shown_width(before.get(*at..).unwrap_or_default()) <= lead;
    let starts = before.match_indices(char::is_whitespace);
    let starts = starts.map(|(at, blank)| at + blank.len());
    starts.into_iter().find(fits).unwrap_or(hit.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lit(words: &str, find: &str, room: usize) -> String {
        let at = words.find(find).unwrap();
        let hit = at..at + find.len();
        let (text, hits) = around(words, std::slice::from_ref(&hit), room);
        assert_eq!(text.get(hits[0].clone()).unwrap(), find);
        assert!(
            shown_width(text.get(..hits[0].end).unwrap()) <= room.max(find.len()) + BEFORE.len()
        );
        text
    }

    #[test]
    fn the_hit_is_in_sight_with_some_words_before_it() {
        let words = "We sat by the window for a long time\nand then the kettle was on";
        assert!(lit(words, "window", 30).starts_with("We sat"));
        assert_eq!(lit(words, "kettle", 30), "… then the kettle was on");
        assert_eq!(lit(words, "kettle", 12), "… the kettle was on");
        assert_eq!(lit(words, "kettle", 2), "… kettle was on");
        assert_eq!(lit("für das Café", "Café", 5), "… Café");
    }

    #[test]
    fn hits_beyond_what_a_row_shows_are_let_go() {
        let words = "tea ".repeat(60);
        let (text, hits) = around(&words, &[0..3, 78..82, 200..203], 40);
        assert_eq!(text.len(), 80);
        assert_eq!(hits, [0..3, 78..80]);
    }
}
