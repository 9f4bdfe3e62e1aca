//! Finds where the visible rows of one paragraph begin.
//!
//! Rows break where UAX 14 allows it, so punctuation never begins a row and Chinese needs no
//! spaces; a word longer than the row is cut between graphemes. Spaces before a break hang over
//! the edge instead of starting the next row.
//!
//! A key must not cost a whole long paragraph. So after an edit the rows are found anew from a
//! little before it until they fall in step with the old ones, and the rest is only moved along.

use std::iter::Peekable;

use unicode_linebreak::{BreakOpportunity, linebreaks, split_at_safe};
use unicode_segmentation::UnicodeSegmentation;

use super::graphemes::part;
use crate::ui::widgets::shown::glyph_width;

/// Says what was exchanged in a paragraph: at which byte, how many went and how many came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exchange {
    pub(super) at: usize,
    pub(super) gone: usize,
    pub(super) come: usize,
}

/// Returns the byte at which each row begins; there is always a first row at 0.
pub(crate) fn row_starts(text: &str, measure: usize) -> Vec<usize> {
    let mut starts = vec![0];
    each_row_after(text, 0, measure, |start| {
        starts.push(start);
        true
    });
    starts
}

/// Returns the row starts of `text` after an exchange, from those before it.
///
/// `text` is the text after the exchange, `old` are the starts before it.
pub(super) fn row_starts_after(
    text: &str,
    measure: usize,
    old: &[usize],
    exchange: Exchange,
) -> Vec<usize> {
    // The row with the exchange may give its first word to the row before, and a grapheme that
    // grows may pull the row before that along.
    let kept = old
        .partition_point(|&start| start <= exchange.at)
        .saturating_sub(2)
        .max(1);
    let mut starts = part_of(old, ..kept).to_vec();
    let from = starts.last().copied().unwrap_or_default();
    let edge = exchange.at + exchange.come;
    let mut meeting = None;
    each_row_after(text, from, measure, |start| {
        starts.push(start);
        if start < edge || !is_settled(part(text, edge..start)) {
            return true;
        }
        let before = start - exchange.come + exchange.gone;
        meeting = old.binary_search(&before).ok();
        meeting.is_none()
    });
    if let Some(row) = meeting {
        let rest = part_of(old, row + 1..).iter();
        starts.extend(rest.map(|&start| start + exchange.come - exchange.gone));
    }
    starts
}

/// Returns a part of a list, or nothing when the bounds are not in it.
fn part_of<I>(list: &[usize], range: I) -> &[usize]
where
    I: std::slice::SliceIndex<[usize], Output = [usize]>,
{
    list.get(range).unwrap_or_default()
}

/// Says whether the breaks after this text no longer depend on what stood before it.
fn is_settled(text: &str) -> bool {
    !split_at_safe(text).0.is_empty()
}

/// Calls `found` with the start of each row after the one that begins at `from`, until it
/// answers no.
///
/// `from` must be the start of a row. Starting there is sound for graphemes, whose boundaries
/// need nothing from before a boundary; break opportunities may need more, so they are read from
/// the last point where the past no longer matters.
fn each_row_after(text: &str, from: usize, measure: usize, mut found: impl FnMut(usize) -> bool) {
    let safe = split_at_safe(part(text, ..from)).0.len();
    let mut breaks = linebreaks(part(text, safe..))
        .map(|(byte, kind)| (safe + byte, kind))
        .peekable();
    let mut row = Row {
        start: from,
        width: 0,
        chance: None,
    };
    for (offset, grapheme) in part(text, from..).grapheme_indices(true) {
        let at = from + offset;
        match break_at(&mut breaks, at) {
            Some(BreakOpportunity::Mandatory) if at > row.start => {
                row = Row {
                    start: at,
                    width: 0,
                    chance: None,
                };
                if !found(at) {
                    return;
                }
            }
            Some(BreakOpportunity::Allowed) if at > row.start => {
                row.chance = Some((at, row.width));
            }
            _ => {}
        }
        let width = glyph_width(grapheme).min(measure);
        let hangs = grapheme == " " || width == 0;
        while !hangs && row.width + width > measure && at > row.start {
            row = row.broken_before(at);
            if !found(row.start) {
                return;
            }
        }
        row.width += width;
    }
}

/// Returns the opportunity that falls on `at`, and passes over those inside of graphemes.
fn break_at<B>(breaks: &mut Peekable<B>, at: usize) -> Option<BreakOpportunity>
where
    B: Iterator<Item = (usize, BreakOpportunity)>,
{
    while breaks.next_if(|&(byte, _)| byte < at).is_some() {}
    breaks
        .next_if(|&(byte, _)| byte == at)
        .map(|(_, kind)| kind)
}

/// The row that is being filled.
struct Row {
    start: usize,
    width: usize,
    /// The last place in this row where it may break, and the width up to there.
    chance: Option<(usize, usize)>,
}

impl Row {
    /// Returns the next row, when the grapheme at `at` has no room in this one.
    fn broken_before(&self, at: usize) -> Self {
        let (start, width) = self.chance.unwrap_or((at, self.width));
        Self {
            start,
            width: self.width - width,
            chance: None,
        }
    }
}
