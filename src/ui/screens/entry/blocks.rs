//! An entry as blocks to read.

use std::ops::Range;

use crate::content::Pack;
use crate::domain::{Entry, Listed, Query, say_day};
use crate::reflection::{Telling, Told, say_kind, told};
use crate::ui::screens::journal::hits;
use crate::ui::widgets::reading::Block;

/// Makes the page of an entry; what was searched for is made visible in the person's own words.
pub(in crate::ui::screens) fn blocks(
    pack: &Pack,
    entry: &Entry,
    query: Option<&Query>,
) -> Vec<Block> {
    let mut page = Vec::new();
    let mut about = Vec::new();
    let all = told(pack, entry);
    let mut hits = hits_in(&all, query).into_iter();
    for told in all {
        let hits = hits.next().unwrap_or_default();
        if told.telling == Telling::About {
            about.push(told.words);
            continue;
        }
        if !about.is_empty() {
            let said = std::mem::take(&mut about).join(". ");
            page.push(Block::quiet(format!("{said}.")).close());
        }
        put(&mut page, told, hits);
    }
    if !about.is_empty() {
        page.push(Block::quiet(format!("{}.", about.join(". "))).close());
    }
    page
}

/// Makes the page of an entry of which only its row is known.
pub(in crate::ui::screens) fn blocks_of_listed(
    pack: &Pack,
    listed: &Listed,
    query: Option<&Query>,
) -> Vec<Block> {
    let kind = say_kind(pack, listed.kind, listed.length);
    let mut page = vec![Block::question(say_day(listed.on))];
    if listed.readable {
        page.push(Block::quiet(format!("{kind}.")).close());
        let texts = [listed.words.as_str()];
        let hits = query.and_then(|query| hits(query, &texts).pop());
        page.push(Block::warm(&listed.words).with_hits(hits.unwrap_or_default()));
    }
    page
}

fn put(page: &mut Vec<Block>, told: Told, hits: Vec<Range<usize>>) {
    let Told { label, words, .. } = told;
    match told.telling {
        Telling::Day | Telling::Heading | Telling::About => page.push(Block::question(words)),
        Telling::Question if told.begins => page.push(Block::text(words)),
        Telling::Question => page.push(Block::text(words).close()),
        Telling::Answer => page.push(Block::warm(words).with_hits(hits).close()),
        Telling::Said => page.push(Block::quiet(words).close()),
        Telling::Own => {
            page.extend([
                Block::quiet(label),
                Block::warm(words).with_hits(hits).close(),
            ]);
        }
    }
}

/// What was searched for in each piece. Only what can be the person's own words has any.
fn hits_in(all: &[Told], query: Option<&Query>) -> Vec<Vec<Range<usize>>> {
    let texts = all.iter().map(|told| match told.telling {
        Telling::Answer | Telling::Own => told.words.as_str(),
        _ => "",
    });
    let texts: Vec<&str> = texts.collect();
    query.map_or_else(Vec::new, |query| hits(query, &texts))
}
