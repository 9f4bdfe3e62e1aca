//! One page, what it comes from, and one of its items: what it can look like from both sides.

use super::super::picking::Picking;
use super::super::words::{GO_BACK, ROW_LETTERS};
use super::super::{LeafRow, Piece};
use super::words;
use crate::content::{Item, LearnPage, LearnPiece, Pack};
use crate::domain::cut;

/// What a row of a page does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Item(String),
    Vignette(String),
    After,
    Before,
    Back,
}

/// Everything of a page that is read.
pub(super) fn pieces(pack: &Pack, page: &LearnPage) -> Vec<Piece> {
    let own = page.pieces.iter().map(|piece| match piece {
        LearnPiece::Heading(text) => Piece::Heading(text.clone()),
        LearnPiece::Prose(text) => Piece::Text(text.clone()),
        LearnPiece::Bullet(text) => Piece::Text(format!("- {text}")),
    });
    own.chain(comes_from(pack, page)).collect()
}

/// The short phrases the items of a page come from, under the names of their sources.
fn comes_from(pack: &Pack, page: &LearnPage) -> Vec<Piece> {
    let items = page.items.iter().filter_map(|id| pack.item(id));
    let quoted: Vec<&Item> = items
        .map(|(_, item)| item)
        .filter(|item| !item.seed_shown.is_empty())
        .collect();
    let mut pieces = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for item in &quoted {
        let source = item.seed.as_str();
        if told.contains(&source) {
            continue;
        }
        if told.is_empty() {
            pieces.push(Piece::Heading(words::COMES_FROM.to_owned()));
        }
        told.push(source);
        pieces.push(Piece::Quiet(named(source)));
        let of_it = quoted.iter().filter(|other| other.seed == item.seed);
        let mut shown: Vec<&str> = Vec::new();
        for other in of_it {
            // Two items may turn on the same words.
            if !shown.contains(&other.seed_shown.as_str()) {
                shown.push(&other.seed_shown);
                pieces.push(Piece::Text(format!("- “{}”", other.seed_shown)));
            }
        }
    }
    pieces
}

fn named(source: &str) -> String {
    let known = words::SOURCES.iter().find(|(name, _)| *name == source);
    known.map_or_else(|| words::from(source), |(_, said)| (*said).to_owned())
}

/// The rows of a page, and the one that leads on.
pub(super) fn rows(pack: &Pack, at: usize) -> (Picking<Deed>, usize) {
    let mut rows = Picking::new();
    let pages = pack.learn();
    let Some(page) = pages.get(at) else {
        rows.row(LeafRow::new(GO_BACK), Deed::Back);
        return (rows, 0);
    };
    if let Some(after) = pages.get(at + 1) {
        let words = cut(&words::next_page(&after.title), ROW_LETTERS);
        rows.row(LeafRow::new(words).key('n'), Deed::After);
    }
    if let Some(before) = at.checked_sub(1).and_then(|at| pages.get(at)) {
        let words = cut(&words::page_before(&before.title), ROW_LETTERS);
        rows.row(LeafRow::new(words).key('p'), Deed::Before);
    }
    let items = page.items.iter().filter_map(|id| pack.item(id));
    for (nth, (_, item)) in items.enumerate() {
        if nth == 0 {
            rows.heading(words::QUESTIONS);
        }
        let row = LeafRow::new(cut(&item.question, ROW_LETTERS));
        rows.row(row, Deed::Item(item.id.clone()));
    }
    for (nth, vignette) in page.vignettes(pack).enumerate() {
        if nth == 0 {
            rows.heading(words::STORIES);
        }
        let row = LeafRow::new(cut(&vignette.title, ROW_LETTERS));
        rows.row(row, Deed::Vignette(vignette.id.clone()));
    }
    rows.row(LeafRow::new(GO_BACK), Deed::Back);
    let leads_on = [Deed::After, Deed::Before, Deed::Back];
    let leads_on = leads_on
        .iter()
        .find_map(|deed| rows.place_of(|it| it == deed));
    (rows, leads_on.unwrap_or(0))
}

/// What an item can look like, from both sides.
pub(super) fn example(pack: &Pack, item: &Item) -> Vec<Piece> {
    let step = pack.step("item");
    let label = |id| step.option(id).map_or("", |option| option.text.as_str());
    let mut pieces = vec![Piece::Question(item.question.clone())];
    for (side, text) in [("mine", &item.mine), ("theirs", &item.theirs)] {
        if !text.is_empty() {
            pieces.push(Piece::Quiet(label(side).to_owned()));
            pieces.push(Piece::Text(text.clone()));
        }
    }
    if pieces.len() == 1 {
        pieces.push(Piece::Text(words::NO_EXAMPLE.to_owned()));
    }
    if !item.seed_shown.is_empty() {
        pieces.push(Piece::Quiet(named(&item.seed)));
        pieces.push(Piece::Text(format!("“{}”", item.seed_shown)));
    }
    pieces
}
