//! A journal that is told about and does not exist, and a leaf written out as text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use super::super::*;
use crate::content::Pack;
use crate::domain::*;
use crate::reflection::{Ask, End, FormWalk, Page, Turn as WalkTurn, Walk, is_done};

pub(super) fn at(minutes: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-05-12T17:40:00+01:00").unwrap() + TimeDelta::minutes(minutes)
}

pub(super) fn id(number: u8) -> Id {
    Id::at(1_778_600_000_000 + u64::from(number), &[number; 10])
}

pub(super) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(super) fn standing() -> Standing {
    Standing {
        made_up: false,
        pack: Rc::new(Pack::shipped().unwrap()),
        shared_computer: false,
        read_only: None,
        home: None,
        now: Stamp {
            at: at(14 * 24 * 60),
            tick: 1,
            fresh: id(99),
        },
    }
}

/// An entry in which everything says something.
pub(super) fn full() -> Entry {
    let answered = |item: &str, heading: &str, answer, note: &str| Answered {
        item: ItemId::new(item),
        heading: HeadingId::new(heading),
        question: format!("As it was asked about {heading} then?"),
        answer,
        note: note.into(),
        points_to_moment: item == "MUT1",
        go_deeper: if item == "STR1" {
            "I was in a hurry.".into()
        } else {
            String::new()
        },
    };
    let mut entry = Entry::empty(id(1), at(0), ("peer-principles".into(), 1), Length::Quick);
    entry.finished_at = at(9);
    (entry.kind, entry.stage) = (Some(Kind::OneToOne), Some(Stage::Middle));
    entry.minutes = Some(50);
    entry.moment = "I waited. The client refused the form.".into();
    entry.answers = vec![
        answered("MUT1", "MUT", Some(Answer::Moment), ""),
        answered("STR1", "STR", Some(Answer::NotSure), "Was it me?"),
        answered("OLD7", "OLD", None, "A question that is gone."),
    ];
    entry.stand_by = "I stayed.".into();
    entry.next_time = "If it is quiet, then I will breathe.".into();
    entry.last_time = Some(Revisited {
        of: id(7),
        words: "I will ask first.".into(),
        answer: Some(CarryAnswer::TriedIt),
        line: "They chose.".into(),
    });
    entry.supervision = Supervision {
        bring: true,
        note: "How long can a pause be?".into(),
    };
    (entry.put_down, entry.talk_to) = ("A walk".into(), "my supervisor".into());
    entry.before_stop = Some(Need::TellSomeone);
    entry.left_me = vec![LeftMe::Light, LeftMe::WornOut];
    entry.tags = vec!["pauses".into(), "waiting room".into()];
    entry.later = vec![Later {
        at: at(2 * 24 * 60),
        words: "I can still hear that pause.".into(),
    }];
    entry.safety = Some(Safety {
        whose: Some(SafetyOf::Both),
        kinds: vec![SafetyKind::Feelings],
        told: Some(SafetyTold::PlanTo),
        who: "my supervisor".into(),
        day: "Tuesday".into(),
    });
    entry.story = Some(Story {
        hope: "That it is not only them.".into(),
        ..Story::default()
    });
    entry
}

/// One line, and nothing else.
pub(super) fn line() -> Entry {
    let mut entry = Entry::empty(id(2), at(0), ("peer-principles".into(), 1), Length::Note);
    entry.moment = "I waited.".into();
    entry
}

/// A journal.
#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    /// Every version of each entry, the oldest first.
    pub(super) versions: BTreeMap<Id, Vec<Entry>>,
    pub(super) out: Vec<Id>,
    pub(super) drafts: Vec<Draft>,
    pub(super) searches: Vec<SavedSearch>,
    pub(super) days: Vec<(NaiveDate, usize)>,
}

impl Journal {
    pub(super) fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let entries = entries.into_iter();
        Self {
            versions: entries.map(|entry| (entry.id, vec![entry])).collect(),
            days: vec![(day(5, 12), 2), (day(5, 20), 1)],
            ..Self::default()
        }
    }

    pub(super) fn entry(&self, id: Id) -> Option<&Entry> {
        let is_out = self.out.contains(&id);
        self.versions.get(&id).filter(|_| !is_out)?.last()
    }

    /// What it answers.
    pub(super) fn answer(&mut self, work: Work) -> Came {
        match work {
            Work::Entry(id) => Came::Entry(self.entry(id).cloned().map(Box::new)),
            Work::Versions(id) => Came::Versions(self.told(id)),
            Work::Revise(entry, ends) => self.revise(*entry, ends.as_ref()),
            Work::Delete(id) => {
                self.out.push(id);
                Came::Done
            }
            Work::BringBack(id) => {
                self.out.retain(|it| *it != id);
                Came::Done
            }
            Work::Tags => Came::Tags(vec!["garden".into(), "pauses".into()]),
            Work::Form(subject) => {
                let draft = self.drafts.iter().find(|it| it.subject() == subject);
                Came::Form(draft.cloned().map(Box::new))
            }
            Work::Month(first) => {
                let days = self.days.iter().filter(|(day, _)| {
                    day.format("%Y-%m").to_string() == first.format("%Y-%m").to_string()
                });
                Came::Month(days.copied().collect())
            }
            Work::Searches => Came::Searches(self.searches.clone()),
            Work::KeepSearch(search, ends) => {
                self.searches.retain(|it| it.name != search.name);
                self.searches.push(search);
                self.end(ends.as_ref());
                Came::Done
            }
            Work::DropSearch(id) => {
                self.searches.retain(|it| it.id != id);
                Came::Done
            }
            other => panic!("not for these rooms: {other:?}"),
        }
    }

    fn told(&self, id: Id) -> Vec<Version> {
        let versions = self.versions.get(&id).into_iter().flatten().rev();
        let mut minutes = 9 + 60 * i64::try_from(versions.clone().count()).unwrap();
        versions
            .map(|entry| {
                minutes -= 60;
                Version {
                    written: at(minutes),
                    entry: Some(Box::new(entry.clone())),
                }
            })
            .collect()
    }

    fn revise(&mut self, entry: Entry, ends: Option<&Ends>) -> Came {
        if self.entry(entry.id).is_none() {
            return Came::Trouble("This entry is not in the journal.".into());
        }
        self.end(ends);
        let versions = self.versions.get_mut(&entry.id).unwrap();
        if versions.last() != Some(&entry) {
            versions.push(entry);
        }
        Came::Done
    }

    fn end(&mut self, ends: Option<&Ends>) {
        let Some(ends) = ends else { return };
        for draft in &mut self.drafts {
            if draft.subject() == ends.subject {
                let left = draft.fields().filter(|(field, _)| {
                    ends.fields
                        .as_ref()
                        .is_some_and(|gone| !gone.contains(field))
                });
                let left = left.map(|(field, words)| (field.clone(), words.to_owned()));
                *draft = Draft::stored(ends.subject, left.collect(), draft.revision());
            }
        }
        self.drafts.retain(|draft| draft.fields().next().is_some());
    }

    /// Puts what was changed on a form on disk, as both front ends do.
    pub(super) fn save(&mut self, form: &mut FormWalk) {
        let Some(save) = form.take_unsaved() else {
            return;
        };
        let place = self
            .drafts
            .iter()
            .position(|it| it.subject() == save.subject);
        let old = place.map(|place| self.drafts.remove(place));
        let mut words: BTreeMap<Field, String> = BTreeMap::new();
        if let Some(old) = old {
            // A field that was emptied stays, as it does on disk.
            let asked = pages_of(form).into_iter().flat_map(|page| page.parts);
            let emptied = asked.map(|part| part.field).filter(|field| old.has(field));
            words.extend(emptied.map(|field| (field, String::new())));
            words.extend(
                old.fields()
                    .map(|(field, it)| (field.clone(), it.to_owned())),
            );
        }
        words.extend(save.fields);
        self.drafts
            .push(Draft::stored(save.subject, words, save.revision));
    }

    /// What the visit gets when a form is closed.
    pub(super) fn closed(&self, subject: Subject) -> Came {
        let draft = self
            .drafts
            .iter()
            .find(|it| it.subject() == subject && is_done(it));
        draft.map_or(Came::NotWritten, |draft| {
            Came::Written(Box::new(draft.clone()))
        })
    }
}

/// A visit on its way, with its journal, written down leaf by leaf.
pub(super) struct Tour {
    pub(super) visit: Visit,
    pub(super) journal: Journal,
    pub(super) text: String,
    /// The form that is open.
    pub(super) form: Option<FormWalk>,
    /// Where it led last.
    pub(super) door: Option<Door>,
    pub(super) is_over: bool,
    /// How many messages there were.
    messages: u64,
}

impl Tour {
    pub(super) fn of(name: &str, begin: Begin, standing: Standing, journal: Journal) -> Self {
        let (visit, turn) = Visit::begin(begin, standing);
        let mut tour = Self {
            visit,
            journal,
            text: format!("\n#### {name}\n"),
            form: None,
            door: None,
            is_over: false,
            messages: 0,
        };
        tour.after(turn);
        tour
    }

    /// The visit, at a message with an id of its own.
    fn visit(&mut self) -> &mut Visit {
        self.messages += 1;
        let now = standing().now;
        self.visit.at(Stamp {
            fresh: Id::at(1_778_700_000_000 + self.messages, &[9; 10]),
            ..now
        })
    }

    pub(super) fn after(&mut self, turn: Turn) -> &mut Self {
        match turn {
            Turn::Leaf => self.write(),
            Turn::Hint(said) => {
                writeln!(self.text, "\n!! {said}").unwrap();
                self.write();
            }
            Turn::Do(work) => {
                let came = self.journal.answer(work);
                let turn = self.visit().came(came);
                return self.after(turn);
            }
            Turn::Write(form) => {
                for page in pages_of(&form) {
                    self.text.push_str(&page_written(&page, &form));
                }
                self.form = Some(*form);
            }
            Turn::Through(door) => {
                writeln!(self.text, "\n== through {}", name_of(&door)).unwrap();
                self.door = Some(door);
            }
            Turn::Leave(door) => {
                writeln!(self.text, "\n== leaves for {}", name_of(&door)).unwrap();
                self.door = Some(door);
                self.is_over = true;
            }
            Turn::Close => {
                self.text.push_str("\n== closed\n");
                self.is_over = true;
            }
        }
        self
    }

    fn write(&mut self) {
        let leaf = written(&self.visit.leaf());
        writeln!(self.text, "\n{}", leaf.trim_end()).unwrap();
    }

    pub(super) fn give(&mut self, given: Given) -> &mut Self {
        if let Given::Line(line) = &given {
            writeln!(self.text, "\n<< {line}").unwrap();
        }
        let turn = self.visit().given(given);
        self.after(turn)
    }

    pub(super) fn back(&mut self) -> &mut Self {
        self.text.push_str("\n<< back\n");
        self.give(Given::Back)
    }

    /// Chooses the row that begins with these words.
    pub(super) fn choose(&mut self, words: &str) -> &mut Self {
        let row = row(&self.visit.leaf(), words);
        writeln!(self.text, "\n<< {words}").unwrap();
        self.give(Given::Row(row))
    }

    /// Writes on the open form.
    pub(super) fn fill(&mut self, fields: &[(Field, &str)]) -> &mut Self {
        let form = self.form.as_mut().expect("a form is open");
        for (field, words) in fields {
            form.write(field, words);
        }
        self.journal.save(form);
        self
    }

    /// Comes to the end of the form.
    pub(super) fn finish(&mut self) -> &mut Self {
        let mut form = self.form.take().expect("a form is open");
        while form.forward() != Ok(WalkTurn::End(End::Keep)) {}
        self.journal.save(&mut form);
        self.close(&form)
    }

    /// Leaves the form half-way.
    pub(super) fn leave_form(&mut self) -> &mut Self {
        let form = self.form.take().expect("a form is open");
        self.close(&form)
    }

    fn close(&mut self, form: &FormWalk) -> &mut Self {
        let came = self.journal.closed(form.subject());
        let turn = self.visit().came(came);
        self.after(turn)
    }
}

fn name_of(door: &Door) -> String {
    match door {
        Door::OpenUp(entry) => format!("opening up {}", entry.moment),
        Door::Search(typed) => format!("search [{typed}]"),
        Door::Erase(_, which) => format!("deleting {which}"),
        other => format!("{other:?}"),
    }
}

fn pages_of(form: &FormWalk) -> Vec<Page> {
    let mut form = form.clone();
    let mut pages = vec![form.page()];
    while form.forward() == Ok(WalkTurn::Page) {
        pages.push(form.page());
    }
    pages
}

fn page_written(page: &Page, form: &FormWalk) -> String {
    let mut text = format!("\n[form: {}]\n{}\n", page.title, page.question);
    for under in &page.under {
        writeln!(text, "{under}").unwrap();
    }
    for part in &page.parts {
        let now = form.paper().words(&part.field);
        match &part.ask {
            Ask::Choice { picks, .. } => {
                writeln!(text, "{}", part.label).unwrap();
                for pick in picks {
                    let is_chosen = now.split(',').any(|it| it == pick.id);
                    let chosen = if is_chosen { '*' } else { ' ' };
                    writeln!(text, " {chosen} {}  {}", pick.key, pick.words).unwrap();
                }
            }
            Ask::Line { .. } => writeln!(text, "{} |{now}", part.label).unwrap(),
            Ask::Note => writeln!(text, "{} ||{now}", part.label).unwrap(),
        }
    }
    text
}

/// The row that begins with these words.
pub(super) fn row(leaf: &Leaf, words: &str) -> usize {
    let LeafAsk::Rows { rows, .. } = &leaf.ask else {
        panic!("no rows: {leaf:?}")
    };
    rows.iter()
        .position(|row| row.words.starts_with(words) && !row.is_heading)
        .unwrap_or_else(|| panic!("no {words:?} in {rows:?}"))
}

/// A leaf as text.
pub(super) fn written(leaf: &Leaf) -> String {
    let mut text = format!("[{}]\n", leaf.title);
    for piece in &leaf.pieces {
        let line = match piece {
            Piece::Heading(words) => format!("# {words}"),
            Piece::Question(words) | Piece::Text(words) => words.clone(),
            Piece::Quiet(words) => format!("· {words}"),
            Piece::Own(words) => format!("\"{words}\""),
            Piece::Month { page, said } => {
                let days: Vec<String> = page
                    .days
                    .iter()
                    .map(|(day, it)| format!("{day} {it}"))
                    .collect();
                format!("(a month: {})\n{}", days.join(", "), said.join("\n"))
            }
            other => format!("{other:?}"),
        };
        writeln!(text, "{}", line.trim_end()).unwrap();
    }
    match &leaf.ask {
        LeafAsk::Rows { rows, at } => {
            for (place, row) in rows.iter().enumerate() {
                let focus = if place == *at { '>' } else { ' ' };
                let key = if row.is_heading {
                    '-'
                } else {
                    row.key.unwrap_or(' ')
                };
                let aside = if row.quiet.is_empty() { "" } else { "  · " };
                writeln!(text, "{focus} {key}  {}{aside}{}", row.words, row.quiet).unwrap();
            }
        }
        LeafAsk::Line { label, starter } => writeln!(text, "{label}: |{starter}").unwrap(),
        LeafAsk::Busy => text.push_str("…\n"),
    }
    if leaf.has_sides {
        text.push_str("<- ->\n");
    }
    text
}
