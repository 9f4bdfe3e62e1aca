//! The front of an entry: what can be done with it, and the list of its parts.

use super::parts::{Part, parts};
use super::writing::{What, said};
use super::{EntryRoom, Plain, Shown, Standing, Step, two, words};
use crate::domain::{Draft, Entry, Length, cut, which_entry};
use crate::reflection::say_kind;
use crate::rooms::longer_view::FootingList;
use crate::rooms::matter::{Matter, Next};
use crate::rooms::told::pieces_of;
use crate::rooms::visit::{Begin, first};
use crate::rooms::{Door, LeafRow, Piece, Work};

/// Letters of a person's own that stand beside a row.
const MOST_QUIET: usize = 28;
/// Letters of a row.
const MOST_WORDS: usize = 52;

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Undo,
    DropForm,
    Regain,
    Change,
    AddLine,
    Labels,
    List,
    Unlist,
    OpenUp,
    HowSure,
    Lens,
    Versions,
    Remove,
    Erase,
}

impl EntryRoom {
    fn deeds(&self, standing: &Standing) -> Vec<Deed> {
        let Some(entry) = self.entry.as_ref() else {
            return vec![Deed::Versions];
        };
        let has_longer_view = entry.practice && !entry.answers.is_empty();
        let how_sure = has_longer_view.then_some(Deed::HowSure);
        if standing.read_only.is_some() {
            let read = [Deed::Lens, Deed::Versions];
            return how_sure.into_iter().chain(read).collect();
        }
        let mut deeds = Vec::new();
        deeds.extend(self.undo.as_ref().map(|_| Deed::Undo));
        deeds.extend([Deed::Change, Deed::AddLine, Deed::Labels]);
        deeds.extend(self.left.last().map(|_| Deed::DropForm));
        deeds.extend(self.dropped.last().map(|_| Deed::Regain));
        match (entry.practice, entry.supervision.bring) {
            (_, true) => deeds.push(Deed::Unlist),
            (false, false) => deeds.push(Deed::List),
            // Practice has no part in supervision.
            (true, false) => {}
        }
        if can_be_opened_up(entry) {
            deeds.push(Deed::OpenUp);
        }
        deeds.extend(how_sure);
        deeds.extend([Deed::Lens, Deed::Versions, Deed::Remove, Deed::Erase]);
        deeds
    }

    fn row(&self, deed: Deed) -> LeafRow {
        let row = LeafRow::new;
        match deed {
            Deed::Undo => match &self.undo {
                Some(undo) if undo.is_redo => row(words::REDO),
                _ => row(words::UNDO),
            },
            Deed::DropForm => row(words::DROP),
            Deed::Regain => row(words::REGAIN),
            Deed::Change => row(words::CHANGE).key('e'),
            Deed::AddLine => row(words::ADD_LINE).quiet(words::ADD_LINE_QUIET).key('a'),
            Deed::Labels => {
                let labels = self
                    .entry
                    .as_ref()
                    .map_or(String::new(), |it| it.tags.join(", "));
                row(words::LABELS).quiet(cut(&labels, MOST_QUIET)).key('t')
            }
            Deed::List => row(words::PUT_ON_LIST).key('f'),
            Deed::Unlist => row(words::TAKE_OFF_LIST).key('f'),
            Deed::OpenUp => row(words::OPEN_UP).key('o'),
            Deed::HowSure => row(words::HOW_SURE).key('h'),
            Deed::Lens => row(words::LENS).quiet(words::LENS_QUIET),
            Deed::Versions => row(words::VERSIONS).key('v'),
            Deed::Remove if self.is_practice() => row(words::REMOVE_PRACTICE),
            Deed::Remove => row(words::REMOVE),
            Deed::Erase => row(words::ERASE),
        }
    }

    pub(super) fn front_leaf(&self, standing: &Standing) -> Shown {
        let mut pieces: Vec<Piece> = said(self.said).into_iter().collect();
        if let Some(entry) = &self.entry {
            let kind = say_kind(&standing.pack, entry.kind, entry.length);
            pieces.push(Piece::Quiet(format!("{kind}.")));
            let first = entry.first_words();
            if !first.is_empty() {
                pieces.push(Piece::Own(first.to_owned()));
            }
        }
        pieces.extend(standing.read_only.clone().map(Piece::Text));
        let deeds = self.deeds(standing);
        let rows = deeds.into_iter().map(|deed| self.row(deed)).collect();
        (pieces, rows, self.at)
    }

    pub(super) fn chose_deed(&mut self, row: usize, standing: &Standing) -> Next {
        let Some(deed) = self.deeds(standing).get(row).copied() else {
            return Next::Leaf;
        };
        self.at = row;
        self.said = None;
        match deed {
            Deed::Undo => self.before(Plain::Undo),
            Deed::DropForm => match self.left.pop() {
                Some(what) => self.drop_form(what),
                None => Next::Leaf,
            },
            Deed::Regain => self.regain(),
            Deed::Change => {
                self.list_at = 0;
                self.go(Step::Parts)
            }
            Deed::AddLine => self.open(What::Later),
            Deed::Labels => self.open(What::Labels),
            Deed::List => self.open(What::List),
            Deed::Unlist => self.before(Plain::Unlist),
            // Where that was begun before, both front ends go on with it.
            Deed::OpenUp => match self.entry.clone() {
                Some(entry) => Next::Leave(Door::OpenUp(entry)),
                None => Next::Leaf,
            },
            Deed::HowSure => self.how_sure(),
            Deed::Lens => Next::Open(first(Begin::Lens(self.id))),
            Deed::Versions => {
                self.step = Step::AskingVersions;
                Next::Do(Work::Versions(self.id))
            }
            Deed::Remove => {
                self.step = Step::Removing;
                Next::Do(Work::Delete(self.id))
            }
            Deed::Erase => self.erase(),
        }
    }

    /// The longer view of its heading; where it answers under more than one, of which is asked.
    fn how_sure(&self) -> Next {
        let headings = self
            .entry
            .as_ref()
            .map(|it| it.headings())
            .unwrap_or_default();
        match &headings[..] {
            [] => Next::Leaf,
            [only] => Next::Open(first(Begin::LongerView(only.clone()))),
            _ => Next::Open(Matter::FootingList(FootingList::among(headings))),
        }
    }

    fn erase(&mut self) -> Next {
        let Some(entry) = &self.entry else {
            return self.front();
        };
        self.is_erasing = true;
        let which = which_entry(entry.on, entry.finished_at);
        Next::Through(Door::Erase(self.id, which))
    }

    pub(super) fn not_there_leaf(&self, typed: Option<&Draft>, standing: &Standing) -> Shown {
        let typed = typed.map_or_else(Vec::new, |typed| pieces_of(typed, standing));
        // What is about an entry goes with it when it is deleted for ever. So where there is
        // something, the entry never was in this file.
        let mut said = match (self.was_called_back, typed.is_empty()) {
            (true, true) => vec![words::DELETED],
            (true, false) => vec![words::NEVER_HERE],
            (false, _) => vec![words::NOT_THERE],
        };
        let can_come_back = standing.read_only.is_none() && !self.was_called_back;
        if can_come_back {
            said.push(words::MAY_COME_BACK);
        }
        if !typed.is_empty() {
            said.push(words::TYPED_IS_SAFE);
        }
        let (mut pieces, mut rows, at) = two(&said, words::BRING_BACK, words::LEAVE_OUT);
        if !can_come_back {
            rows.remove(0);
        }
        pieces.extend(typed);
        (pieces, rows, at)
    }

    pub(super) fn after_leaf(&self) -> Shown {
        let pieces = said(self.said).into_iter().collect();
        let mut rows = vec![LeafRow::new(crate::rooms::words::GO_ON)];
        rows.extend(self.undo.as_ref().map(|_| self.row(Deed::Undo)));
        (pieces, rows, 0)
    }

    /// The parts as rows, and which row is which: those that say something, then those that can be
    /// added.
    fn part_rows(&self, standing: &Standing) -> Vec<(LeafRow, Option<Part>)> {
        let Some(entry) = &self.entry else {
            return Vec::new();
        };
        let pack = &standing.pack;
        let all = parts(pack, entry);
        let is_blank = |part: &Part| part.is_blank(pack, entry) == Some(true);
        let (blank, full): (Vec<Part>, Vec<Part>) = all.into_iter().partition(is_blank);
        let row = |part: Part| {
            let words = cut(&part.title(pack, entry), MOST_WORDS);
            let row = LeafRow::new(words).quiet(cut(&part.says(pack, entry), MOST_QUIET));
            (row, Some(part))
        };
        let mut rows: Vec<_> = full.into_iter().map(row).collect();
        if !blank.is_empty() {
            rows.push((LeafRow::heading(words::CAN_BE_ADDED), None));
        }
        rows.extend(blank.into_iter().map(row));
        rows
    }

    pub(super) fn parts_leaf(&self, standing: &Standing) -> Shown {
        let pieces = vec![
            Piece::Question(words::WHICH_PART.to_owned()),
            Piece::Quiet(words::EARLIER_STAY.to_owned()),
        ];
        let rows = self.part_rows(standing).into_iter().map(|(row, _)| row);
        (pieces, rows.collect(), self.list_at)
    }

    pub(super) fn chose_part(&mut self, row: usize, standing: &Standing) -> Next {
        match self.part_rows(standing).into_iter().nth(row) {
            Some((_, Some(part))) => {
                self.list_at = row;
                self.open(What::Parts(vec![part]))
            }
            _ => Next::Leaf,
        }
    }
}

/// A line, a Land and a short walk can grow; a longer one has said its part.
fn can_be_opened_up(entry: &Entry) -> bool {
    matches!(
        entry.length,
        Length::Note | Length::Land | Length::NothingMuch | Length::Quick | Length::Three
    )
}
