//! An entry as blocks to read.

use crate::content::Pack;
use crate::domain::Entry;
use crate::reflection::{Telling, Told, told};
use crate::ui::widgets::reading::Block;

/// Makes the page of an entry.
pub(super) fn blocks(pack: &Pack, entry: &Entry) -> Vec<Block> {
    let mut page = Vec::new();
    let mut about = Vec::new();
    for told in told(pack, entry) {
        if told.telling == Telling::About {
            about.push(told.words);
            continue;
        }
        if !about.is_empty() {
            let said = std::mem::take(&mut about).join(". ");
            page.push(Block::quiet(format!("{said}.")).close());
        }
        put(&mut page, told);
    }
    if !about.is_empty() {
        page.push(Block::quiet(format!("{}.", about.join(". "))).close());
    }
    page
}

fn put(page: &mut Vec<Block>, told: Told) {
    let Told { label, words, .. } = told;
    match told.telling {
        Telling::Day | Telling::Heading | Telling::About => page.push(Block::question(words)),
        Telling::Question if told.begins => page.push(Block::text(words)),
        Telling::Question => page.push(Block::text(words).close()),
        Telling::Answer => page.push(Block::warm(words).close()),
        Telling::Said => page.push(Block::quiet(words).close()),
        Telling::Own => page.extend([Block::quiet(label), Block::warm(words).close()]),
    }
}
