//! Tries of one story side by side: each question, and under it what I wrote each time.
//!
//! The newest stands first, since it is the one to read the others beside. Nothing says which is the
//! better one, for none is.

use super::super::around::Standing;
use super::super::matter::{Next, Talk};
use super::super::sheet::saying::{Said, said};
use super::super::{Came, Given, Leaf, LeafAsk, LeafRow, Piece, words as common};
use super::{is_alone, words};
use crate::content::Pack;
use crate::domain::{Entry, say_day, which_entry};

/// Tries side by side.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct Beside {
    title: String,
    tries: Vec<Entry>,
}

impl Beside {
    /// Puts these side by side, the newest first.
    pub(super) fn new(title: String, tries: Vec<Entry>) -> Self {
        Self { title, tries }
    }

    fn pieces(&self, pack: &Pack) -> Vec<Piece> {
        let told: Vec<(&Entry, Vec<Said>)> =
            self.tries.iter().map(|it| (it, said(pack, it))).collect();
        let mut pieces = vec![Piece::Quiet(words::BESIDE_UNDER.to_owned())];
        for asked in questions(&told, pack) {
            pieces.push(Piece::Heading(asked.question.clone()));
            for (entry, all) in &told {
                let Some(said) = all.iter().find(|said| said.key == asked.key) else {
                    continue;
                };
                let when = if is_alone(entry, &self.tries) {
                    say_day(entry.on)
                } else {
                    which_entry(entry.on, entry.finished_at)
                };
                pieces.push(Piece::Quiet(when));
                pieces.extend(said.words.iter().cloned().map(Piece::Own));
            }
        }
        pieces
    }
}

/// Every question that some try answers, in the order they are asked. Asked in other words it is
/// still the same question, and stands there in its newest ones.
fn questions<'a>(told: &'a [(&Entry, Vec<Said>)], pack: &Pack) -> Vec<&'a Said> {
    let mut questions: Vec<&Said> = Vec::new();
    for said in told.iter().flat_map(|(_, all)| all) {
        if !questions.iter().any(|it| it.key == said.key) {
            questions.push(said);
        }
    }
    let story = told.iter().find_map(|(entry, _)| entry.attempt.as_ref());
    let story = story.and_then(|it| pack.vignette(&it.vignette));
    let items = story.map_or(&[][..], |it| &it.items);
    questions.sort_by_key(|said| place_of(&said.key, items));
    questions
}

/// Where a question is asked in a try; one that its story asks no more comes after the others.
fn place_of(key: &str, items: &[String]) -> (usize, usize) {
    let before = ["try_pull", "try_way", "try_sure", "try_not_thought"];
    let after = ["try_next", "try_want"];
    let place = |steps: &[&str]| steps.iter().position(|step| *step == key);
    let item = || items.iter().position(|item| item == key);
    match (place(&before), place(&after)) {
        (Some(place), _) => (0, place),
        (_, Some(place)) => (2, place),
        (None, None) => (1, item().unwrap_or(items.len())),
    }
}

impl Talk for Beside {
    fn leaf(&self, standing: &Standing) -> Leaf {
        let pieces = if self.tries.len() < 2 {
            vec![Piece::Text(words::ONE_TRY.to_owned())]
        } else {
            self.pieces(&standing.pack)
        };
        Leaf {
            title: self.title.clone(),
            pieces,
            ask: LeafAsk::Rows {
                rows: vec![LeafRow::new(common::GO_BACK)],
                at: 0,
            },
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, _: &Standing) -> Next {
        match given {
            Given::Row(_) | Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        Next::after(&self.title, came)
    }
}
