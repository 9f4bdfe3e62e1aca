//! What can be done with one entry: change a part, add a line, see how it was before.
//!
//! Whatever is done makes a new version, and the earlier one stays and can be read. So nothing
//! here asks "are you sure", and each deed can be taken back by the row right after it. Words are
//! typed on forms, which are on disk as they are typed; the entry is read anew before it is
//! changed, since it may have been changed or taken out in another window meanwhile.

mod apply;
mod front;
mod pages;
mod parts;
mod told;
mod undo;
mod versions;
mod words;
mod writing;

use super::around::Standing;
use super::matter::{Next, Talk};
use super::{Came, Given, Leaf, LeafAsk, LeafRow, Piece, Work};
use crate::domain::{Draft, Entry, Form, Id, Version, say_day};

pub(super) use parts::{Part, parts as parts_in_order};
use writing::What;

/// One entry, and what is being done with it.
#[derive(Clone, Debug)]
pub(super) struct EntryRoom {
    id: Id,
    /// As it was last read.
    entry: Option<Box<Entry>>,
    step: Step,
    /// The form to open once it is read.
    wants: Option<What>,
    /// Whether it began with a form from elsewhere, and so is over after it.
    only: bool,
    /// What came of the last deed.
    said: Option<&'static str>,
    undo: Option<Undo>,
    /// Labels in use, for the form of labels.
    in_use: Vec<String>,
    /// The row the front begins at.
    at: usize,
    /// The row the list of parts, or of versions, begins at.
    list_at: usize,
    /// Whether it may be deleted for ever just now.
    is_erasing: bool,
    /// The forms that were left half-way on this visit, the last one last.
    left: Vec<What>,
    /// What was dropped of forms on this visit, the last one last.
    dropped: Vec<(What, Box<Draft>)>,
    /// Whether its words go back on the form that opens.
    is_regained: bool,
    /// Whether it was to be brought back: when it is still not there, it cannot be.
    was_called_back: bool,
}

/// The last deed: the entry before and after it.
#[derive(Clone, Debug)]
struct Undo {
    before: Box<Entry>,
    after: Box<Entry>,
    /// Whether the deed was taking another one back.
    is_redo: bool,
}

#[derive(Clone, Debug)]
enum Step {
    /// The entry is being read.
    Reading,
    /// What can be done.
    Front,
    /// It is not there, and what was typed on the form about it is being read.
    ReadingTyped,
    /// It is not there; what was typed about it is.
    NotThere(Option<Box<Draft>>),
    /// It was taken out here, just now.
    Removed,
    /// The parts that can be changed.
    Parts,
    /// What a form needs is being read.
    Opening(What),
    /// A form is open.
    Writing(What),
    /// The entry is read anew, to be changed.
    Rereading(What, Box<Draft>),
    /// The entry is read anew, for a change that no form is needed for.
    Before(Plain),
    /// The changed entry is being kept.
    Keeping(Change),
    /// It could not be changed, and why.
    Stuck(What, Option<Box<Draft>>, String),
    /// It was taken out while it was being changed.
    Out(What, Box<Draft>),
    /// It is being brought back; then this is kept.
    BringingBack(Option<(What, Box<Draft>)>),
    /// What is on the form that is to be dropped is being read.
    Dropping(What),
    /// The entry is read anew, so that it stays as it is.
    DroppingFrom(What, Box<Draft>),
    /// The words go off the form.
    Dropped(What, Box<Draft>),
    /// It is being taken out.
    Removing,
    /// A form for only one part is over.
    After,
    /// The versions are being read.
    AskingVersions,
    /// The versions.
    Versions(Vec<Version>),
    /// One of them.
    OneVersion(Vec<Version>, usize),
}

/// A change that no form is needed for.
#[derive(Clone, Copy, Debug)]
enum Plain {
    /// Takes the last one back.
    Undo,
    /// Takes it off the list for supervision.
    Unlist,
}

/// A change on its way to the journal.
#[derive(Clone, Debug)]
struct Change {
    before: Box<Entry>,
    after: Box<Entry>,
    /// What is said when it is kept.
    said: &'static str,
    /// Whether it takes another change back.
    is_undo: bool,
    /// The form it came from.
    from: Option<(What, Box<Draft>)>,
}

impl EntryRoom {
    /// Begins with what can be done with an entry.
    pub(super) fn new(id: Id) -> Self {
        Self {
            id,
            entry: None,
            step: Step::Reading,
            wants: None,
            only: false,
            said: None,
            undo: None,
            in_use: Vec::new(),
            at: 0,
            list_at: 0,
            is_erasing: false,
            left: Vec::new(),
            dropped: Vec::new(),
            is_regained: false,
            was_called_back: false,
        }
    }

    /// Changes one part, and is over.
    pub(super) fn part(id: Id, part: Part) -> Self {
        Self {
            wants: Some(What::Parts(vec![part])),
            only: true,
            ..Self::new(id)
        }
    }

    /// Goes on with a form that was left half-way; `None` for a form about something else.
    pub(super) fn form(form: Form) -> Option<Self> {
        Some(Self {
            wants: Some(What::left(form.kind)?),
            ..Self::new(form.of?)
        })
    }

    fn title(&self) -> String {
        let entry = self.entry.as_ref();
        entry.map_or_else(|| words::TITLE.to_owned(), |entry| say_day(entry.on))
    }

    fn is_practice(&self) -> bool {
        self.entry.as_ref().is_some_and(|entry| entry.practice)
    }

    /// Notes that a form was left half-way: it can be dropped until it is opened again.
    fn leave(&mut self, what: What) {
        self.left.retain(|left| *left != what);
        self.left.push(what);
    }

    fn go(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Leaf
    }

    fn front(&mut self) -> Next {
        if self.only {
            return Next::Over;
        }
        self.go(Step::Front)
    }

    /// The entry was read: goes on with what was wanted.
    fn read(&mut self, entry: Option<Box<Entry>>) -> Next {
        let Some(entry) = entry else {
            if std::mem::take(&mut self.is_erasing) {
                return Next::Over;
            }
            return self.not_there();
        };
        self.is_erasing = false;
        if std::mem::take(&mut self.was_called_back) {
            self.said = Some(if entry.practice {
                words::PRACTICE_IS_THERE
            } else {
                words::IS_THERE
            });
        }
        self.entry = Some(entry);
        match self.wants.take() {
            Some(what) => self.open(what),
            None => self.front(),
        }
    }

    /// It is not there. What was typed about it may be there all the same, as in a file with
    /// words that the journal could not take: nowhere else could that be read.
    fn not_there(&mut self) -> Next {
        match &self.wants {
            Some(what) => {
                let subject = what.subject(self.id);
                self.step = Step::ReadingTyped;
                Next::Do(Work::Form(subject))
            }
            None => self.go(Step::NotThere(None)),
        }
    }

    /// Keeps a change that no form is needed for.
    fn change(&mut self, after: Entry, said: &'static str, is_undo: bool) -> Next {
        let Some(before) = self.entry.clone() else {
            return self.front();
        };
        let after = Box::new(after);
        let work = Work::Revise(after.clone(), None);
        self.step = Step::Keeping(Change {
            before,
            after,
            said,
            is_undo,
            from: None,
        });
        Next::Do(work)
    }

    /// A change is kept.
    fn kept(&mut self, change: Change) -> Next {
        if change.before == change.after {
            self.said = Some(words::UNCHANGED);
        } else {
            self.said = Some(change.said);
            self.undo = Some(Undo {
                before: change.before,
                after: change.after.clone(),
                is_redo: change.is_undo,
            });
        }
        self.entry = Some(change.after);
        // The first row may take this very change back, and Enter may come once too often.
        self.at = usize::from(self.undo.is_some());
        self.go(if self.only { Step::After } else { Step::Front })
    }

    /// Reads the entry anew and then changes it: what came in between stays.
    fn before(&mut self, plain: Plain) -> Next {
        self.step = Step::Before(plain);
        Next::Do(Work::Entry(self.id))
    }

    /// The entry is as it was read just now: makes the change.
    fn plain(&mut self, plain: Plain, entry: Box<Entry>) -> Next {
        let mut after = (*entry).clone();
        self.entry = Some(entry);
        match (plain, self.undo.take()) {
            (Plain::Undo, Some(last)) => {
                let after = undo::taken_back(&after, &last.before, &last.after);
                let said = if last.is_redo {
                    words::REDONE
                } else {
                    words::UNDONE
                };
                let is_undo = !last.is_redo;
                // Where it cannot be kept, it can be tried again.
                self.undo = Some(last);
                self.change(after, said, is_undo)
            }
            (Plain::Undo, None) => self.front(),
            (Plain::Unlist, last) => {
                self.undo = last;
                after.supervision.bring = false;
                self.change(after, words::IS_OFF_LIST, false)
            }
        }
    }

    /// A change could not be kept.
    fn not_kept(&mut self, change: Change, said: String) -> Next {
        if let Some((what, draft)) = change.from {
            return self.go(Step::Stuck(what, Some(draft), said));
        }
        self.step = if self.only { Step::After } else { Step::Front };
        Next::Hint(said)
    }

    fn back(&mut self) -> Next {
        match &self.step {
            Step::Parts | Step::Versions(_) | Step::Stuck(..) => self.front(),
            Step::OneVersion(versions, _) => {
                let versions = versions.clone();
                self.go(Step::Versions(versions))
            }
            _ => Next::Over,
        }
    }

    fn chose(&mut self, row: usize, standing: &Standing) -> Next {
        match &self.step {
            Step::Front => self.chose_deed(row, standing),
            Step::Parts => self.chose_part(row, standing),
            Step::Versions(_) => self.chose_version(row),
            Step::OneVersion(..) => self.chose_for_version(row, standing),
            Step::NotThere(_) | Step::Removed if row == 0 && standing.read_only.is_none() => {
                if self.was_called_back {
                    return Next::Over;
                }
                self.was_called_back = true;
                self.step = Step::BringingBack(None);
                Next::Do(Work::BringBack(self.id))
            }
            Step::After if row == 1 => self.before(Plain::Undo),
            Step::Stuck(..) | Step::Out(..) => self.chose_when_stuck(row),
            _ => Next::Over,
        }
    }
}

impl Talk for EntryRoom {
    fn begun(&mut self, _: &Standing) -> Next {
        self.step = Step::Reading;
        Next::Do(Work::Entry(self.id))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let (pieces, rows, at) = match &self.step {
            Step::Front | Step::Opening(_) | Step::Writing(_) => self.front_leaf(standing),
            Step::Parts => self.parts_leaf(standing),
            Step::Versions(versions) => self.versions_leaf(versions),
            Step::OneVersion(versions, which) => self.version_leaf(versions, *which, standing),
            Step::NotThere(typed) => self.not_there_leaf(typed.as_deref(), standing),
            Step::Removed if self.is_practice() => two(
                &[words::PRACTICE_REMOVED],
                words::BRING_BACK,
                words::LEAVE_OUT,
            ),
            Step::Removed => two(&[words::REMOVED], words::BRING_BACK, words::LEAVE_OUT),
            Step::After => self.after_leaf(),
            Step::Stuck(_, draft, said) => stuck_leaf(draft.is_some(), said),
            Step::Out(what, draft) => out_leaf(what, draft, self.was_called_back),
            _ => {
                return Leaf {
                    title: self.title(),
                    ..Leaf::default()
                };
            }
        };
        // A row that was chosen last may be gone since.
        let at = at.min(rows.len().saturating_sub(1));
        Leaf {
            title: self.title(),
            pieces,
            ask: LeafAsk::Rows { rows, at },
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(row) => self.chose(row, standing),
            Given::Back => self.back(),
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        let step = std::mem::replace(&mut self.step, Step::Reading);
        match (step, came) {
            (Step::Reading, Came::Entry(entry)) => self.read(entry),
            (Step::Opening(what), Came::Tags(in_use)) => {
                self.in_use = in_use;
                self.ask_form(what)
            }
            (Step::Opening(what), Came::Form(draft)) => self.write(what, draft, standing),
            (Step::Writing(what), Came::Written(draft))
            | (Step::BringingBack(Some((what, draft))), Came::Done) => self.reread(what, draft),
            (Step::Writing(what), Came::NotWritten) => {
                self.leave(what);
                self.front()
            }
            (Step::Rereading(what, draft), Came::Entry(Some(entry))) => {
                self.keep(what, draft, entry, standing)
            }
            (Step::Rereading(what, draft), Came::Entry(None)) => self.go(Step::Out(what, draft)),
            (Step::Before(plain), Came::Entry(Some(entry))) => self.plain(plain, entry),
            (Step::Before(_) | Step::DroppingFrom(..), Came::Entry(None)) => self.not_there(),
            (Step::ReadingTyped, Came::Form(typed)) => self.go(Step::NotThere(typed)),
            (Step::Keeping(change), Came::Done) => self.kept(change),
            (Step::Keeping(change), Came::Trouble(said)) => self.not_kept(change, said),
            (
                Step::Rereading(what, draft) | Step::BringingBack(Some((what, draft))),
                Came::Trouble(said),
            ) => self.go(Step::Stuck(what, Some(draft), said)),
            (Step::BringingBack(None), Came::Done) => self.begun(standing),
            (Step::Dropping(what), Came::Form(Some(draft))) => {
                self.step = Step::DroppingFrom(what, draft);
                Next::Do(Work::Entry(self.id))
            }
            (Step::Dropping(_), Came::Form(None)) => self.front(),
            (Step::DroppingFrom(what, draft), Came::Entry(Some(entry))) => {
                self.drop_from(what, draft, entry)
            }
            (Step::Dropped(what, draft), Came::Done) => self.is_dropped(what, draft),
            (Step::Removing, Came::Done) => self.go(Step::Removed),
            (Step::AskingVersions, Came::Versions(versions)) => {
                self.list_at = 0;
                self.go(Step::Versions(versions))
            }
            (_, came @ Came::Trouble(_)) => Next::after(&self.title(), came),
            (step, _) => self.go(step),
        }
    }
}

/// What is read, the rows, and the row to begin at.
type Shown = (Vec<Piece>, Vec<LeafRow>, usize);

fn two(said: &[&str], one: &str, other: &str) -> Shown {
    let pieces = said.iter().map(|it| Piece::Text((*it).to_owned()));
    (
        pieces.collect(),
        vec![LeafRow::new(one), LeafRow::new(other)],
        0,
    )
}

fn stuck_leaf(is_typed: bool, said: &str) -> Shown {
    let again = if is_typed {
        words::TRY_AGAIN
    } else {
        words::TYPE_AGAIN
    };
    let said = [said, words::FORM_IS_SAFE];
    let (pieces, mut rows, at) = two(&said, again, words::LEAVE_FOR_NOW);
    rows.push(LeafRow::new(words::DROP));
    (pieces, rows, at)
}

fn out_leaf(what: &What, draft: &Draft, is_deleted: bool) -> Shown {
    let typed = what.typed(draft);
    let mut said = if is_deleted {
        vec![words::DELETED]
    } else {
        vec![words::NOT_THERE, words::MAY_COME_BACK]
    };
    said.push(if typed.is_empty() {
        words::FORM_IS_SAFE
    } else {
        words::TYPED_IS_SAFE
    });
    let (mut pieces, mut rows, at) = two(&said, words::BRING_BACK_AND_KEEP, words::LEAVE_FOR_NOW);
    if is_deleted {
        rows.remove(0);
    }
    pieces.extend(typed.into_iter().map(Piece::Own));
    (pieces, rows, at)
}
