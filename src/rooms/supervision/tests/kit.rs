//! A journal in memory, a person at its forms, and a leaf written out as text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::content::Pack;
use crate::domain::*;
use crate::reflection::{Ask, End, FormWalk, Page, Turn as Walked, Walk};
use crate::rooms::*;

pub(super) fn id(number: u8) -> Id {
    // The middle of 3 March 2026, and a day more for each.
    Id::at(
        1_772_539_200_000 + u64::from(number) * 86_400_000,
        &[number; 10],
    )
}

pub(super) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{text}T17:40:00+00:00")).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn pack() -> Rc<Pack> {
    Rc::new(Pack::shipped().unwrap())
}

pub(super) fn standing() -> Standing {
    Standing {
        made_up: false,
        pack: pack(),
        shared_computer: false,
        read_only: None,
        home: Some("/home/me".into()),
        now: Stamp {
            at: at("2026-11-22"),
            tick: 1,
            fresh: Id::at(1_795_369_200_000, &[77; 10]),
        },
    }
}

fn entry(number: u8, length: Length, note: &str) -> Entry {
    let mut entry = Entry::empty(id(number), at("2026-03-03"), ("p".into(), 1), length);
    entry.on = day("2026-03-03") + chrono::Days::new(u64::from(number));
    entry.supervision = Supervision {
        bring: true,
        note: note.into(),
    };
    entry
}

fn answered(item: &str, heading: &str, answer: Answer) -> Answered {
    Answered {
        item: ItemId::new(item),
        heading: HeadingId::new(heading),
        question: "Did I feel safe enough?".into(),
        answer: Some(answer),
        note: String::new(),
        points_to_moment: false,
        go_deeper: String::new(),
    }
}

/// A journal that is told about and is in memory alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    pub(super) flagged: Vec<Entry>,
    pub(super) carried: Vec<Carried>,
    pub(super) passages: Vec<Passage>,
    pub(super) staged: Vec<Staged>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) keep_well: KeepWell,
    pub(super) forms: BTreeMap<Subject, BTreeMap<Field, String>>,
    pub(super) finished: Vec<Finished>,
    pub(super) saved: Vec<String>,
    /// Whether everything that changes it comes to nothing.
    pub(super) is_full: bool,
    /// How many messages there were.
    pub(super) messages: u8,
}

impl Journal {
    /// The stamp of the next message: a minute later, and with an id of its own.
    pub(super) fn message(&mut self) -> Stamp {
        self.messages = self.messages.wrapping_add(1);
        let now = standing().now;
        Stamp {
            at: now.at + chrono::TimeDelta::seconds(i64::from(self.messages)),
            fresh: Id::at(1_795_369_200_000, &[self.messages; 10]),
            ..now
        }
    }

    pub(super) fn full() -> Self {
        let mut safe = entry(5, Length::Quick, "How long is too long a pause?");
        safe.answers = vec![
            answered("MUT1", "MUT", Answer::Moment),
            answered("SAF1", "SAF", Answer::NotSure),
        ];
        let mut story = entry(4, Length::Story, "");
        story.story = Some(Story {
            hope: "that they feel less alone".into(),
            ..Story::default()
        });
        let carry = |number, state| Carried {
            carry: CarryForward {
                entry: id(number),
                words: "If it goes quiet, then I will wait".into(),
                made: at("2026-03-09"),
                unanswered: 0,
                state,
                line: String::new(),
            },
            heard: Vec::new(),
            held: state == CarryState::Held,
        };
        let passage = Passage {
            entry: id(6),
            on: day("2026-03-09"),
            finished_at: at("2026-03-09"),
            question: "Did I leave the deciding to them?".into(),
            item: Some(ItemId::new("NON1")),
            answer: Some(Answer::NotSure),
            words: "I may have pushed".into(),
            readable: true,
        };
        let staged = Staged {
            entry: id(3),
            on: day("2026-03-07"),
            stage: Stage::NearTheEnd,
            words: "We looked at how far it has come".into(),
        };
        let taken = Meeting {
            taken: Some(at("2026-03-10")),
            agreed: "To try a shorter hour".into(),
            ..meeting(40)
        };
        Self {
            flagged: vec![safe, story],
            carried: vec![carry(6, CarryState::Tried), carry(7, CarryState::Held)],
            passages: vec![passage],
            staged: vec![staged],
            meetings: vec![meeting(41), taken],
            keep_well: KeepWell {
                helps: "The canal".into(),
                signs: "I skip lunch".into(),
                who: "My supervisor".into(),
            },
            ..Self::default()
        }
    }

    /// Does what is asked for.
    pub(super) fn answer(&mut self, work: Work) -> Came {
        let changes = !matches!(
            work,
            Work::Meetings
                | Work::Flagged(_)
                | Work::Carried(..)
                | Work::Passages(..)
                | Work::Endings(_)
                | Work::Entry(_)
                | Work::Form(_)
                | Work::Forms(_)
                | Work::KeepWell
        );
        if changes && self.is_full {
            return Came::Trouble("The disk is full. Your words are safe.".into());
        }
        match work {
            Work::Meetings => Came::Meetings(self.meetings.clone()),
            Work::Flagged(_) => Came::Flagged(self.flagged.clone()),
            Work::Carried(..) => Came::Carried(self.carried.clone()),
            Work::Passages(..) => Came::Passages(self.passages.clone()),
            Work::Endings(_) => Came::Endings(self.staged.clone()),
            Work::Entry(id) => {
                let entry = self.flagged.iter().find(|entry| entry.id == id);
                Came::Entry(entry.cloned().map(Box::new))
            }
            Work::KeepWell => Came::KeepWell(self.keep_well.clone()),
            Work::Form(subject) => Came::Form(self.form(subject).map(Box::new)),
            Work::Forms(kind) => {
                let of =
                    |subject: &Subject| matches!(subject, Subject::Form(form) if form.kind == kind);
                let subjects = self.forms.keys().copied().filter(of);
                Came::Forms(subjects.filter_map(|subject| self.form(subject)).collect())
            }
            other => self.change(other),
        }
    }

    /// Does what changes it.
    fn change(&mut self, work: Work) -> Came {
        match work {
            Work::DropForm(subject) => {
                self.forms.remove(&subject);
                Came::Done
            }
            Work::KeepMeeting(meeting, ends) => {
                self.ends(ends);
                self.meetings.retain(|other| other.id != meeting.id);
                self.meetings.insert(0, *meeting);
                Came::Done
            }
            Work::DropMeeting(id) => {
                self.meetings.retain(|meeting| meeting.id != id);
                Came::Done
            }
            Work::SaveKeepWell(page, ends) => {
                self.ends(ends);
                self.keep_well = page;
                Came::Done
            }
            Work::Finish(finished) => {
                self.forms
                    .retain(|subject, _| Some(*subject) != finished.draft);
                self.finished.push(*finished);
                Came::Done
            }
            Work::SaveText { to, name, text } => {
                self.saved.push(text);
                Came::Saved(if to.extension().is_some() {
                    to
                } else {
                    to.join(name)
                })
            }
            other => panic!("{other:?} is not of these rooms"),
        }
    }

    fn form(&self, subject: Subject) -> Option<Draft> {
        let fields = self.forms.get(&subject)?.clone();
        Some(Draft::stored(subject, fields, Revision(1)))
    }

    fn ends(&mut self, ends: Option<Ends>) {
        let Some(Ends { subject, fields }) = ends else {
            return;
        };
        match fields {
            None => drop(self.forms.remove(&subject)),
            Some(fields) => {
                if let Some(form) = self.forms.get_mut(&subject) {
                    form.retain(|field, _| !fields.contains(field));
                    if form.is_empty() {
                        self.forms.remove(&subject);
                    }
                }
            }
        }
    }

    /// What is on disk of a form that was written on.
    fn save(&mut self, form: &mut FormWalk) {
        let subject = form.subject();
        if let Some(save) = form.take_unsaved() {
            self.forms.entry(subject).or_default().extend(save.fields);
        }
    }
}

pub(super) fn meeting(number: u8) -> Meeting {
    let thing = |entry, topic, heading: &str, line: &str| Brought {
        entry,
        topic,
        heading: heading.into(),
        line: line.into(),
    };
    Meeting {
        id: id(number),
        begun: at("2026-03-10"),
        on: day("2026-03-10"),
        with: Some(With::Peer),
        need: "To slow down and be heard".into(),
        asking: vec![Asking::Think, Asking::BeHeard],
        brought: vec![
            thing(None, Topic::WentWell, "", "I waited, and they went on"),
            thing(Some(id(2)), Topic::Think, "MUT", ""),
            thing(None, Topic::Role, "", "I spoke like a nurse"),
        ],
        taken: None,
        agreed: String::new(),
    }
}

/// Where the line for a thing is typed.
pub(super) fn line(entry: u8, topic: Topic, heading: &str) -> Field {
    Field::Line(LineOf {
        entry: id(entry),
        thing: Some((topic, heading.into())),
    })
}

/// What a person does with a form that opens.
#[derive(Clone, Debug)]
pub(super) enum AtForm {
    /// They write these and go to its end.
    Write(Vec<(Field, &'static str)>),
    /// They write these and leave it half-way.
    Leave(Vec<(Field, &'static str)>),
}

/// Lets the journal and the person do what a turn asks for, until a leaf is there.
pub(super) fn settle(
    visit: &mut Visit,
    journal: &mut Journal,
    mut turn: Turn,
    at_form: &AtForm,
    mut see: impl FnMut(&Page),
) -> Turn {
    for _ in 0..20 {
        turn = match turn {
            Turn::Do(work) => {
                let came = journal.answer(work);
                visit.at(journal.message()).came(came)
            }
            Turn::Write(mut form) => {
                let (fields, goes_on) = match at_form {
                    AtForm::Write(fields) => (fields, true),
                    AtForm::Leave(fields) => (fields, false),
                };
                let came = fill(&mut form, fields, goes_on, &mut see);
                journal.save(&mut form);
                let subject = form.subject();
                let came = match (came, journal.form(subject)) {
                    (true, Some(draft)) => Came::Written(Box::new(draft)),
                    _ => Came::NotWritten,
                };
                visit.at(journal.message()).came(came)
            }
            Turn::Through(_) => return turn,
            other => return other,
        };
    }
    panic!("it never comes to rest: {turn:?}")
}

fn fill(
    form: &mut FormWalk,
    fields: &[(Field, &'static str)],
    goes_on: bool,
    see: &mut impl FnMut(&Page),
) -> bool {
    loop {
        let page = form.page();
        see(&page);
        for part in &page.parts {
            for (_, words) in fields.iter().filter(|(field, _)| *field == part.field) {
                match &part.ask {
                    Ask::Choice { .. } => {
                        words.split(',').for_each(|id| form.choose(&part.field, id));
                    }
                    Ask::Line { .. } | Ask::Note => form.write(&part.field, words),
                }
            }
        }
        if !goes_on {
            return false;
        }
        if form.forward() == Ok(Walked::End(End::Keep)) {
            return true;
        }
    }
}

/// The row with these words.
pub(super) fn row(leaf: &Leaf, words: &str) -> usize {
    let LeafAsk::Rows { rows, .. } = &leaf.ask else {
        panic!("no rows: {leaf:?}")
    };
    rows.iter()
        .position(|row| row.words == words && !row.is_heading)
        .unwrap_or_else(|| panic!("no {words:?} in {rows:?}"))
}

/// A leaf as text.
pub(super) fn written(leaf: &Leaf) -> String {
    let mut text = format!("[{}]\n", leaf.title);
    for piece in &leaf.pieces {
        match piece {
            Piece::Heading(words) => writeln!(text, "# {words}").unwrap(),
            Piece::Question(words) => writeln!(text, "? {words}").unwrap(),
            Piece::Text(words) => writeln!(text, "{words}").unwrap(),
            Piece::Quiet(words) => writeln!(text, "· {words}").unwrap(),
            Piece::Own(words) => writeln!(text, "\" {words}").unwrap(),
            Piece::AsItIs(lines) => {
                for line in lines {
                    writeln!(text, "    {line}").unwrap();
                }
            }
            Piece::Map { .. } | Piece::Month { .. } => panic!("not of these rooms"),
        }
    }
    match &leaf.ask {
        LeafAsk::Rows { rows, at } => {
            for (place, row) in rows.iter().enumerate() {
                let focus = if place == *at { '>' } else { ' ' };
                let key = row.key.unwrap_or(' ');
                let aside = if row.quiet.is_empty() { "" } else { "  · " };
                let over = if row.is_heading { "-- " } else { "" };
                writeln!(
                    text,
                    "{focus} {key}  {over}{}{aside}{}",
                    row.words, row.quiet
                )
                .unwrap();
            }
        }
        LeafAsk::Line { label, starter } => writeln!(text, "{label}: |{starter}").unwrap(),
        LeafAsk::Busy => text.push_str("…\n"),
    }
    text
}

/// A page of a form as text.
pub(super) fn written_page(page: &Page) -> String {
    let mut text = format!("[form: {}]\n", page.title);
    for kept in &page.kept {
        writeln!(text, "\" {}: {}", kept.label, kept.words).unwrap();
    }
    writeln!(text, "? {}", page.question).unwrap();
    for under in &page.under {
        writeln!(text, "· {under}").unwrap();
    }
    for part in &page.parts {
        writeln!(text, "+ {}", part.label).unwrap();
        if let Ask::Choice { picks, .. } = &part.ask {
            for pick in picks {
                writeln!(text, "  {}  {}", pick.key, pick.words).unwrap();
            }
        }
    }
    text
}
