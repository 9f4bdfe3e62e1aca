//! `alongside learn`: the pages to learn from, or one of them. It opens no journal.

use serde::Serialize;

use super::desk::Table;
use super::plain::leaf;
use super::plain::visit::first_leaf;
use super::reader::{print_json, print_lines};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::content::{LearnPage, LearnPiece, Pack};
use crate::domain::fold;
use crate::rooms::Begin;

/// A page in the list, as `docs/json.md` describes it.
#[derive(Serialize)]
struct Listed<'p> {
    id: &'p str,
    title: &'p str,
    line: &'p str,
    heading: Option<&'p str>,
    items: &'p [String],
    vignettes: Vec<&'p str>,
}

/// A page in full.
#[derive(Serialize)]
struct Whole<'p> {
    #[serde(flatten)]
    listed: Listed<'p>,
    pieces: Vec<Piece<'p>>,
    comes_from: Vec<Quote<'p>>,
}

#[derive(Serialize)]
struct Piece<'p> {
    kind: &'static str,
    text: &'p str,
}

#[derive(Serialize)]
struct Quote<'p> {
    item: &'p str,
    source: &'p str,
    text: &'p str,
}

/// Prints the list, or the page that was typed.
///
/// # Errors
/// [`Trouble::NoPage`] when no page is meant by what was typed.
pub(super) fn run(paths: Paths, typed: Option<&str>, json: bool) -> Result<(), Trouble> {
    let mut desk = Table::lay(paths)?.without_journal()?;
    let pack = desk.pack.clone();
    let page = typed.map(|typed| meant(&pack, typed)).transpose()?;
    match (page, json) {
        (None, true) => {
            let pages: Vec<Listed<'_>> = pack.learn().iter().map(|it| listed(&pack, it)).collect();
            print_json(&pages)
        }
        (Some(page), true) => print_json(&whole(&pack, page)),
        (None, false) => {
            let row = |page: &LearnPage| words::page_row(&page.id, &page.title, &page.line);
            let mut lines: Vec<String> = pack.learn().iter().map(row).collect();
            lines.push(words::READ_A_PAGE.to_owned());
            print_lines(&lines)
        }
        (Some(page), false) => {
            let leaf = first_leaf(&mut desk, Begin::Learn(Some(page.id.clone())))?;
            let title = vec![format!("{}.", leaf.title)];
            print_lines(&[title, leaf::read(&leaf)].concat())
        }
    }
}

fn listed<'p>(pack: &'p Pack, page: &'p LearnPage) -> Listed<'p> {
    Listed {
        id: &page.id,
        title: &page.title,
        line: &page.line,
        heading: page.heading.as_deref(),
        items: &page.items,
        vignettes: page.vignettes(pack).map(|it| it.id.as_str()).collect(),
    }
}

fn whole<'p>(pack: &'p Pack, page: &'p LearnPage) -> Whole<'p> {
    let pieces = page.pieces.iter().map(|piece| match piece {
        LearnPiece::Heading(text) => Piece {
            kind: "heading",
            text,
        },
        LearnPiece::Prose(text) => Piece {
            kind: "prose",
            text,
        },
        LearnPiece::Bullet(text) => Piece {
            kind: "bullet",
            text,
        },
    });
    let items = page.items.iter().filter_map(|id| pack.item(id));
    let quotes = items.filter(|(_, item)| !item.seed_shown.is_empty());
    let quotes = quotes.map(|(_, item)| Quote {
        item: &item.id,
        source: &item.seed,
        text: &item.seed_shown,
    });
    Whole {
        listed: listed(pack, page),
        pieces: pieces.collect(),
        comes_from: quotes.collect(),
    }
}

/// The page that is meant, by its id, its title or the beginning of one.
fn meant<'p>(pack: &'p Pack, typed: &str) -> Result<&'p LearnPage, Trouble> {
    let wanted = fold(typed.trim());
    let names = |page: &LearnPage| [fold(&page.id), fold(&page.title)];
    let is_it = |page: &&LearnPage| names(page).contains(&wanted);
    let begins = |page: &&LearnPage| {
        let is_begun = names(page).iter().any(|name| name.starts_with(&wanted));
        !wanted.is_empty() && is_begun
    };
    let mut begun = pack.learn().iter().filter(begins);
    let found = pack.learn().iter().find(is_it).or_else(|| {
        let first = begun.next();
        first.filter(|_| begun.next().is_none())
    });
    found.ok_or_else(|| {
        let ids = pack.learn().iter().map(|page| page.id.clone()).collect();
        Trouble::NoPage(typed.to_owned(), ids)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_meant_by_its_name_or_its_beginning() {
        let pack = Pack::shipped().unwrap();
        for (typed, id) in [
            ("mutuality", "mutuality"),
            ("MUT", "mutuality"),
            ("Safe", "safe"),
            ("what a safe", "safe-note"),
            ("endíngs", "endings"),
        ] {
            assert_eq!(meant(&pack, typed).unwrap().id, id, "{typed}");
        }
        for typed in ["", "s", "soup"] {
            assert!(
                matches!(meant(&pack, typed), Err(Trouble::NoPage(..))),
                "{typed}"
            );
        }
    }
}
