//! Finding in the pages: every typed word must stand somewhere in a page, whatever its accents.

use crate::content::{LearnPage, LearnPiece};
use crate::domain::fold;

/// Letters of what is shown around a word.
const AROUND: usize = 44;

/// A page that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its place in the list.
    pub(super) page: usize,
    /// The first sentence that has the first word.
    pub(super) said: String,
}

/// Finds pages. A page whose title has the words comes first; else they stay in their order.
pub(super) fn find(pages: &[LearnPage], typed: &str) -> Vec<Hit> {
    let folded = fold(typed);
    let wanted: Vec<&str> = folded.split_whitespace().collect();
    let Some(first) = wanted.first() else {
        return Vec::new();
    };
    let mut hits: Vec<(bool, Hit)> = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let whole = fold(&texts(page).collect::<Vec<_>>().join("\n"));
        if !wanted.iter().all(|word| whole.contains(word)) {
            continue;
        }
        let title = fold(&page.title);
        let in_title = wanted.iter().all(|word| title.contains(word));
        let has = |text: &&str| fold(text).contains(first);
        // The row says the title itself.
        let said = texts(page).skip(1).find(has).unwrap_or(&page.line);
        let said = around(said, first);
        hits.push((!in_title, Hit { page: at, said }));
    }
    hits.sort_by_key(|(is_in_text, hit)| (*is_in_text, hit.page));
    hits.into_iter().map(|(_, hit)| hit).collect()
}

fn texts(page: &LearnPage) -> impl Iterator<Item = &str> {
    let pieces = page.pieces.iter().map(|piece| match piece {
        LearnPiece::Heading(text) | LearnPiece::Prose(text) | LearnPiece::Bullet(text) => {
            text.as_str()
        }
    });
    [page.title.as_str(), page.line.as_str()]
        .into_iter()
        .chain(pieces)
}

/// The words of a text that stand around one of them.
fn around(text: &str, wanted: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let has = |word: &&str| fold(word).contains(wanted);
    let at = words.iter().position(has).unwrap_or(0);
    let from = at.saturating_sub(3);
    let mut said = String::new();
    for word in words.iter().skip(from) {
        if said.chars().count() + word.chars().count() >= AROUND {
            said.push_str(" …");
            break;
        }
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(word);
    }
    if from > 0 {
        said.insert_str(0, "… ");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Pack;

    fn found(typed: &str) -> Vec<String> {
        let pack = Pack::shipped().unwrap();
        let hits = find(pack.learn(), typed);
        hits.iter()
            .map(|hit| pack.learn()[hit.page].id.clone())
            .collect()
    }

    #[test]
    fn a_page_with_the_word_in_its_title_comes_first_and_accents_do_not_count() {
        assert_eq!(found("power").first().unwrap(), "power");
        assert_eq!(found("pówer"), found("POWER"));
        assert!(found("power").len() > 1);
    }

    #[test]
    fn every_word_must_be_there_and_nothing_finds_nothing() {
        assert_eq!(found(" "), Vec::<String>::new());
        assert_eq!(found("zeppelin power"), Vec::<String>::new());
        assert!(found("power note").len() < found("power").len());
    }

    #[test]
    fn what_stands_around_a_word_has_it_and_fits_a_row() {
        let pack = Pack::shipped().unwrap();
        for typed in ["lanyard", "sit", "they", "the"] {
            for hit in find(pack.learn(), typed) {
                assert!(hit.said.chars().count() <= 56, "{}", hit.said);
                assert!(fold(&hit.said).contains(typed), "{typed}: {}", hit.said);
            }
        }
    }
}
