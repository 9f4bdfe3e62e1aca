//! The forms about an entry: opened, taken up again, and what was written on them kept.

use super::apply::{add_line, apply, read_labels};
use super::parts::{Part, parts_of};
use super::{Change, EntryRoom, Standing, Step, pages, words};
use crate::content::Pack;
use crate::domain::{Draft, Ends, Entry, Field, Form, FormField, FormKind, Id, Stamp, Subject};
use crate::reflection::{Ask, FormWalk, Page, Part as Asked, Room, Walk};
use crate::rooms::matter::Next;
use crate::rooms::{Piece, Work};

/// Labels that are shown as those in use.
const MOST_LABELS: usize = 12;

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Changing these parts; none yet where the form was left half-way and is not read.
    Parts(Vec<Part>),
    /// Putting it on the list, with a line.
    List,
    /// Adding a line.
    Later,
    /// Its labels.
    Labels,
}

impl What {
    /// What a form of this kind, left half-way, is for.
    pub(super) fn left(kind: FormKind) -> Option<Self> {
        match kind {
            FormKind::Change => Some(Self::Parts(Vec::new())),
            FormKind::Later => Some(Self::Later),
            FormKind::Tags => Some(Self::Labels),
            _ => None,
        }
    }

    pub(super) fn subject(&self, id: Id) -> Subject {
        let kind = match self {
            Self::Parts(_) | Self::List => FormKind::Change,
            Self::Later => FormKind::Later,
            Self::Labels => FormKind::Tags,
        };
        Subject::Form(Form { kind, of: Some(id) })
    }

    /// The fields that are written on it; others on the same form are for another time.
    fn fields(&self) -> Vec<Field> {
        match self {
            Self::Parts(parts) => parts.iter().flat_map(Part::fields).collect(),
            Self::List => Part::Supervision.fields(),
            Self::Later => vec![Field::Form(FormField::Later)],
            Self::Labels => vec![Field::Form(FormField::Tags)],
        }
    }

    fn ends(&self, id: Id) -> Ends {
        let mut fields = self.fields();
        fields.push(Field::Form(FormField::Done));
        Ends {
            subject: self.subject(id),
            fields: Some(fields),
        }
    }

    /// The texts that were typed on it.
    pub(super) fn typed(&self, draft: &Draft) -> Vec<String> {
        let is_text = |field: &Field| {
            !matches!(
                field,
                Field::Answer(_)
                    | Field::Points(_)
                    | Field::Kind
                    | Field::Stage
                    | Field::Need
                    | Field::Left
                    | Field::Last
                    | Field::Bring
                    | Field::Form(FormField::Whose | FormField::Kinds | FormField::Told)
            )
        };
        let fields = self.fields().into_iter().filter(is_text);
        fields
            .map(|field| draft.words(&field).trim().to_owned())
            .filter(|words| !words.is_empty())
            .collect()
    }

    fn said(&self) -> &'static str {
        match self {
            Self::Parts(_) => words::CHANGED,
            Self::List => words::IS_ON_LIST,
            Self::Later => words::ADDED,
            Self::Labels => words::LABELLED,
        }
    }

    /// The entry with what was written.
    fn put_into(
        &self,
        entry: &Entry,
        draft: &Draft,
        pack: &Pack,
        now: &Stamp,
    ) -> Result<Entry, String> {
        let mut entry = entry.clone();
        let today = now.today();
        match self {
            Self::Parts(parts) => {
                for part in parts {
                    apply(pack, &mut entry, part, draft, today)?;
                }
            }
            Self::List => {
                apply(pack, &mut entry, &Part::Supervision, draft, today)?;
                entry.supervision.bring = true;
            }
            Self::Later => {
                let words = draft.words(&Field::Form(FormField::Later));
                add_line(&mut entry, words, Some(now.at));
            }
            Self::Labels => {
                let typed = Field::Form(FormField::Tags);
                if draft.has(&typed) {
                    entry.tags = read_labels(draft.words(&typed));
                }
            }
        }
        Ok(entry)
    }
}

impl EntryRoom {
    /// Reads what a form needs.
    pub(super) fn open(&mut self, what: What) -> Next {
        if what == What::Labels {
            self.step = Step::Opening(what);
            return Next::Do(Work::Tags);
        }
        self.ask_form(what)
    }

    pub(super) fn ask_form(&mut self, what: What) -> Next {
        let subject = what.subject(self.id);
        self.step = Step::Opening(what);
        Next::Do(Work::Form(subject))
    }

    /// Opens the form, with what was typed on it before and not finished.
    pub(super) fn write(
        &mut self,
        what: What,
        unfinished: Option<Box<Draft>>,
        standing: &Standing,
    ) -> Next {
        let Some(entry) = self.entry.clone() else {
            return self.front();
        };
        if let Some(why) = &standing.read_only {
            self.step = Step::Front;
            return Next::Hint(why.clone());
        }
        let pack = &standing.pack;
        let what = match (what, &unfinished) {
            (What::Parts(parts), Some(draft)) if parts.is_empty() => {
                What::Parts(parts_of(draft, pack, &entry))
            }
            (what, _) => what,
        };
        let (pages, start) = self.pages(&what, &entry, pack);
        if pages.is_empty() {
            return self.front();
        }
        let subject = what.subject(self.id);
        let kept = unfinished.clone();
        let labels = match &what {
            What::Parts(parts) => parts
                .iter()
                .filter_map(|part| pages::labels(pack, &entry, part))
                .collect(),
            _ => Vec::new(),
        };
        let form = FormWalk::begin(subject, pages, start, unfinished.map(|draft| *draft));
        let mut form = form.labelled(labels);
        if std::mem::take(&mut self.is_regained)
            && let Some((_, dropped)) = self.dropped.pop()
        {
            let fields = what.fields();
            for field in fields.iter().filter(|field| dropped.has(field)) {
                form.paper_mut().write(field.clone(), dropped.words(field));
            }
            // What was begun there meanwhile gives way, and can be brought back in its turn.
            let is_begun = |draft: &Draft| fields.iter().any(|field| draft.has(field));
            let begun = kept.filter(|draft| is_begun(draft));
            self.dropped
                .extend(begun.map(|draft| (what.clone(), draft)));
        }
        self.left.retain(|left| *left != what);
        self.step = Step::Writing(what);
        Next::Write(Box::new(form))
    }

    fn pages(&self, what: &What, entry: &Entry, pack: &Pack) -> (Vec<Page>, Vec<(Field, String)>) {
        match what {
            What::Parts(parts) => (
                parts
                    .iter()
                    .map(|part| pages::page(pack, entry, part))
                    .collect(),
                parts
                    .iter()
                    .flat_map(|part| pages::start(entry, part))
                    .collect(),
            ),
            What::List => (
                vec![list_page(pack)],
                vec![(Field::BringLine, entry.supervision.note.clone())],
            ),
            What::Later => (vec![line_page()], Vec::new()),
            What::Labels => (
                vec![self.labels_page()],
                vec![(Field::Form(FormField::Tags), entry.tags.join(", "))],
            ),
        }
    }

    fn labels_page(&self) -> Page {
        let mut under = vec![words::COMMAS.to_owned()];
        let shown: Vec<&str> = self
            .in_use
            .iter()
            .take(MOST_LABELS)
            .map(String::as_str)
            .collect();
        if !shown.is_empty() {
            let is_all = shown.len() == self.in_use.len();
            under.push(words::in_use(&shown.join(", "), is_all));
        }
        Page {
            room: Room::Form,
            title: words::LABELS.to_owned(),
            question: words::WHICH_LABELS.to_owned(),
            under,
            parts: vec![pages::line(Field::Form(FormField::Tags), words::LABELS)],
            ..Page::default()
        }
    }

    /// Reads the entry anew before it is changed: it may have been changed or taken out meanwhile.
    pub(super) fn reread(&mut self, what: What, draft: Box<Draft>) -> Next {
        self.step = Step::Rereading(what, draft);
        Next::Do(Work::Entry(self.id))
    }

    /// Puts what was written into the entry as it is now, and keeps it.
    pub(super) fn keep(
        &mut self,
        what: What,
        draft: Box<Draft>,
        entry: Box<Entry>,
        standing: &Standing,
    ) -> Next {
        self.entry = Some(entry.clone());
        self.was_called_back = false;
        match what.put_into(&entry, &draft, &standing.pack, &standing.now) {
            Ok(after) => {
                let after = Box::new(after);
                let work = Work::Revise(after.clone(), Some(what.ends(self.id)));
                self.step = Step::Keeping(Change {
                    before: entry,
                    after,
                    said: what.said(),
                    is_undo: false,
                    from: Some((what, draft)),
                });
                Next::Do(work)
            }
            Err(said) => self.go(Step::Stuck(what, None, said)),
        }
    }

    /// Drops what was typed on a form; what else is on the same form stays.
    pub(super) fn drop_form(&mut self, what: What) -> Next {
        let subject = what.subject(self.id);
        self.step = Step::Dropping(what);
        Next::Do(Work::Form(subject))
    }

    /// The words go off the form with the entry left as it is.
    pub(super) fn drop_from(&mut self, what: What, draft: Box<Draft>, entry: Box<Entry>) -> Next {
        self.entry = Some(entry.clone());
        let ends = what.ends(self.id);
        self.step = Step::Dropped(what, draft);
        Next::Do(Work::Revise(entry, Some(ends)))
    }

    pub(super) fn is_dropped(&mut self, what: What, draft: Box<Draft>) -> Next {
        self.left.retain(|left| *left != what);
        self.dropped.push((what, draft));
        self.said = Some(words::DROPPED);
        self.at = usize::from(self.undo.is_some());
        self.front()
    }

    /// Opens the form with what was dropped on it again.
    pub(super) fn regain(&mut self) -> Next {
        match self.dropped.last() {
            Some((what, _)) => {
                let what = what.clone();
                self.is_regained = true;
                self.ask_form(what)
            }
            None => self.front(),
        }
    }

    /// Chooses what comes after a change that could not be kept.
    pub(super) fn chose_when_stuck(&mut self, row: usize) -> Next {
        let step = std::mem::replace(&mut self.step, Step::Reading);
        match (step, row) {
            (Step::Stuck(what, Some(draft), _), 0) => self.reread(what, draft),
            (Step::Stuck(what, None, _), 0) => self.open(what),
            (Step::Stuck(what, ..), 2) => self.drop_form(what),
            (Step::Stuck(what, ..), _) => {
                self.leave(what);
                self.front()
            }
            (Step::Out(what, draft), 0) if !self.was_called_back => {
                self.was_called_back = true;
                self.step = Step::BringingBack(Some((what, draft)));
                Next::Do(Work::BringBack(self.id))
            }
            _ => Next::Over,
        }
    }
}

fn list_page(pack: &Pack) -> Page {
    let step = pack.step("supervision");
    Page {
        room: Room::Form,
        title: step.title.clone(),
        question: step.line.clone(),
        under: vec![words::FOR_THE_HOUR.to_owned()],
        parts: vec![pages::line(Field::BringLine, &step.line)],
        ..Page::default()
    }
}

fn line_page() -> Page {
    Page {
        room: Room::Form,
        title: words::A_LINE.to_owned(),
        question: words::WHICH_LINE.to_owned(),
        under: vec![words::LEAVE_OUT_WHO.to_owned()],
        parts: vec![Asked {
            field: Field::Form(FormField::Later),
            label: words::MY_ADDED_LINE.to_owned(),
            ask: Ask::Note,
        }],
        ..Page::default()
    }
}

/// What came of the last deed, over the rows.
pub(super) fn said(said: Option<&'static str>) -> Option<Piece> {
    said.map(|said| Piece::Text(said.to_owned()))
}
