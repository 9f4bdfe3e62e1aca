//! Searches that were kept under a name.

use super::{MOST_QUIET, Narrow, ROW_LETTERS, Standing, Step, cut, words};
use crate::domain::{
    Draft, Ends, Field, Form, FormField, FormKind, SavedSearch, Subject, clean_line,
};
use crate::reflection::{Ask, FormWalk, Page, Part, Room};
use crate::rooms::matter::Next;
use crate::rooms::{Door, LeafRow, Piece, Work};

const NAME: Field = Field::Form(FormField::Name);

fn subject() -> Subject {
    Subject::Form(Form {
        kind: FormKind::Search,
        of: None,
    })
}

impl Narrow {
    pub(super) fn read_searches(&mut self) -> Next {
        self.step = Step::Reading;
        Next::Do(Work::Searches)
    }

    /// Asks for the name to keep this search under.
    pub(super) fn ask_name(&mut self) -> Next {
        if self.query.is_empty() {
            return Next::Hint(words::NOTHING_TO_KEEP.to_owned());
        }
        self.step = Step::Naming;
        Next::Do(Work::Form(subject()))
    }

    pub(super) fn name_written(&mut self, form: &Draft, standing: &Standing) -> Next {
        let name = clean_line(form.words(&NAME)).trim().to_owned();
        if name.is_empty() {
            self.said = vec![words::NEEDS_A_NAME.to_owned()];
            self.step = Step::Front;
            return Next::Leaf;
        }
        let search = SavedSearch {
            id: standing.now.fresh,
            query: self.text(standing),
            name,
        };
        self.step = Step::Keeping;
        Next::Do(Work::KeepSearch(search, Some(Ends::all(subject()))))
    }

    pub(super) fn searches_leaf(
        &self,
        searches: &[SavedSearch],
        standing: &Standing,
    ) -> (Vec<Piece>, Vec<LeafRow>, usize) {
        let mut pieces: Vec<Piece> = self.said.iter().cloned().map(Piece::Text).collect();
        pieces.push(Piece::Question(words::KEPT_SEARCHES.to_owned()));
        let mut rows: Vec<LeafRow> = searches.iter().map(search_row).collect();
        if rows.is_empty() {
            pieces.push(Piece::Text(words::NONE_KEPT.to_owned()));
            rows.push(LeafRow::new(crate::rooms::words::GO_ON));
        } else if standing.read_only.is_none() {
            rows.push(LeafRow::new(words::DROP));
        }
        (pieces, rows, 0)
    }

    pub(super) fn chose_search(&mut self, row: usize) -> Next {
        self.said.clear();
        match std::mem::replace(&mut self.step, Step::Front) {
            Step::Searches(searches) => match searches.get(row) {
                Some(search) => Next::Leave(Door::Search(search.query.clone())),
                None if searches.is_empty() => Next::Leaf,
                None => {
                    self.step = Step::Dropping(searches);
                    Next::Leaf
                }
            },
            Step::Dropping(searches) => {
                // The first row goes back to the list.
                let chosen = row.checked_sub(1).and_then(|row| searches.get(row));
                let Some(id) = chosen.map(|search| search.id) else {
                    self.step = Step::Searches(searches);
                    return Next::Leaf;
                };
                self.said = vec![words::IS_DROPPED.to_owned()];
                self.step = Step::Reading;
                Next::Do(Work::DropSearch(id))
            }
            _ => Next::Leaf,
        }
    }
}

fn search_row(search: &SavedSearch) -> LeafRow {
    let query = cut(&search.query, MOST_QUIET);
    LeafRow::new(cut(&search.name, ROW_LETTERS)).quiet(query)
}

/// Opens the form for a name.
pub(super) fn write_name(unfinished: Option<Box<Draft>>) -> Next {
    let page = Page {
        room: Room::Form,
        title: words::KEPT_SEARCHES.to_owned(),
        question: words::WHICH_NAME.to_owned(),
        parts: vec![Part {
            field: NAME,
            label: words::NAME.to_owned(),
            ask: Ask::Line { starter: None },
        }],
        ..Page::default()
    };
    let unfinished = unfinished.map(|draft| *draft);
    let form = FormWalk::begin(subject(), vec![page], Vec::new(), unfinished);
    Next::Write(Box::new(form))
}

/// The searches again, to remove one of them.
pub(super) fn dropping_leaf(searches: &[SavedSearch]) -> (Vec<Piece>, Vec<LeafRow>, usize) {
    let pieces = vec![Piece::Question(words::DROP_WHICH.to_owned())];
    let mut rows = vec![LeafRow::new(words::TO_LIST)];
    rows.extend(searches.iter().map(search_row));
    (pieces, rows, 0)
}
