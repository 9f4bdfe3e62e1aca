//! A journal in memory, a person at its forms, and a leaf written out as text.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::content::Pack;
use crate::domain::*;
use crate::reflection::{FormWalk, Walk};
use crate::rooms::*;

pub(super) fn id(number: u8) -> Id {
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
        pack: pack(),
        shared_computer: false,
        read_only: None,
        made_up: false,
        home: Some("/home/me".into()),
        now: Stamp {
            at: at("2026-11-22"),
            tick: 1,
            fresh: Id::at(1_795_369_200_000, &[77; 10]),
        },
    }
}

/// A try of a story that the pack has.
pub(super) fn a_try(number: u8, vignette: &str, on: &str) -> Entry {
    let pack = pack();
    let story = pack.vignette(vignette).unwrap();
    let mut entry = Entry::empty(id(number), at(on), ("p".into(), 1), Length::Vignette);
    entry.practice = true;
    entry.on = day(on);
    entry.next_time = format!("If they look at the door, then I will stop ({number}).");
    entry.attempt = Some(Attempt {
        vignette: vignette.into(),
        version: story.version,
        title: story.title.clone(),
        story: story.story.clone(),
        pull: format!("To talk until they sit down ({number})."),
        ways: vec![Way {
            id: story.ways[0].id.clone(),
            words: story.ways[0].text.clone(),
        }],
        own_way: "Say my name, and wait.".into(),
        how_sure: Some(HowSure::Fairly),
        not_thought_of: "To ask what they hoped for.".into(),
        want: Some(Want::WithSomeone),
    });
    entry.answers = story
        .items
        .iter()
        .map(|it| {
            let (set, item) = pack.item(it).unwrap();
            Answered {
                item: ItemId::new(it.as_str()),
                heading: HeadingId::new(set.id.as_str()),
                question: item.question.clone(),
                answer: Some(Answer::Partly),
                note: format!("My line on {it} ({number})."),
                points_to_moment: false,
                go_deeper: String::new(),
            }
        })
        .collect();
    entry
}

/// A try of a story whose pack is gone.
pub(super) fn of_a_gone_pack(number: u8) -> Entry {
    let mut entry = a_try(number, "first-meeting", "2026-04-02");
    let attempt = entry.attempt.as_mut().unwrap();
    attempt.vignette = "our-own-story".into();
    attempt.title = "A door that sticks".into();
    attempt.story = vec!["A story of our own service.".into()];
    entry
}

pub(super) fn view(number: u8, on: &str, as_of: AsOf, footing: Footing, line: &str) -> LongerView {
    let pack = pack();
    let step = match as_of {
        AsOf::Now => pack.step("form_footing"),
        AsOf::Start => pack.step("form_footing_start"),
    };
    LongerView {
        id: id(number),
        heading: HeadingId::new("MUT"),
        at: at(on),
        as_of,
        question: step.question.clone(),
        footing: Some(footing),
        said: step.option(footing.id()).unwrap().text.clone(),
        line: line.into(),
    }
}

/// What was said of one heading over the months, and the days that are set.
fn said_of_mutuality(touched: BTreeMap<HeadingId, NaiveDate>) -> LongerViews {
    LongerViews {
        said: vec![
            view(30, "2026-03-12", AsOf::Now, Footing::MostlyOnMyOwn, ""),
            view(
                31,
                "2026-06-12",
                AsOf::Now,
                Footing::WithSomeone,
                "Harder than I thought.",
            ),
            view(
                32,
                "2026-09-12",
                AsOf::Now,
                Footing::MostlyOnMyOwn,
                "I can name my role.",
            ),
            view(
                33,
                "2026-09-12",
                AsOf::Start,
                Footing::NotYet,
                "I did not see the keys.",
            ),
        ],
        again: vec![
            AskAgain {
                heading: HeadingId::new("MUT"),
                on: day("2026-11-20"),
            },
            AskAgain {
                heading: HeadingId::new("SAF"),
                on: day("2027-01-15"),
            },
        ],
        touched,
    }
}

/// A journal that is told about and is in memory alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    /// The newest first.
    pub(super) tries: Vec<Entry>,
    /// Reflections that are practice, the newest first.
    pub(super) reflections: Vec<Entry>,
    pub(super) listed: Vec<Listed>,
    pub(super) views: LongerViews,
    pub(super) passages: Vec<Passage>,
    pub(super) forms: BTreeMap<Subject, BTreeMap<Field, String>>,
    pub(super) saved: Vec<String>,
    /// Tries that were begun and not finished.
    pub(super) left: Vec<Draft>,
    /// Whether everything that changes it comes to nothing.
    pub(super) is_full: bool,
    /// How many messages there were.
    pub(super) messages: u8,
}

impl Journal {
    /// The stamp of the next message: a second later, and with an id of its own.
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
        let touched = ["MUT", "SAF", "RES", "NON"]
            .map(|it| (HeadingId::new(it), day("2026-11-02")))
            .into();
        let listed = |number: u8, length, words: &str, readable| Listed {
            id: id(number),
            on: day("2026-05-05"),
            finished_at: at("2026-05-05"),
            kind: None,
            length,
            practice: true,
            words: words.into(),
            readable,
        };
        let passage = |number: u8, words: &str| Passage {
            entry: id(number),
            on: day("2026-06-09"),
            finished_at: at("2026-06-09"),
            question: "Did we share the choosing today?".into(),
            item: Some(ItemId::new("MUT1")),
            answer: Some(Answer::Moment),
            words: words.into(),
            readable: true,
        };
        Self {
            tries: vec![
                a_try(9, "first-meeting", "2026-11-02"),
                a_try(8, "first-meeting", "2026-10-01"),
                a_try(7, "advice-pull", "2026-09-01"),
                of_a_gone_pack(6),
            ],
            listed: vec![
                listed(20, Length::Quick, "I asked which chair.", true),
                listed(9, Length::Vignette, "To talk.", true),
                listed(22, Length::Vignette, "", true),
                listed(21, Length::Standard, "", false),
            ],
            views: said_of_mutuality(touched),
            passages: vec![passage(40, "They chose the café."), passage(41, "")],
            ..Self::default()
        }
    }

    /// Does what is asked for.
    pub(super) fn answer(&mut self, work: Work) -> Came {
        match work {
            Work::Tries(None) => Came::Tries(self.tries.clone()),
            Work::Tries(Some(of)) => {
                let is_of = |it: &&Entry| it.attempt.as_ref().is_some_and(|it| it.vignette == of);
                Came::Tries(self.tries.iter().filter(is_of).cloned().collect())
            }
            Work::LeftTries(of) => Came::LeftTries(self.left_tries(&of)),
            Work::Find(query, before, most) => {
                assert_eq!(query.practice, Some(true), "only practice is shown here");
                let is_meant = |it: &&Listed| query.length.is_none_or(|length| it.length == length);
                let meant = self.listed.iter().filter(is_meant);
                let after = meant.skip_while(|it| before.is_some_and(|(_, id)| it.id != id));
                let skipped = usize::from(before.is_some());
                Came::Found(after.skip(skipped).take(most).cloned().collect())
            }
            Work::Practised(heading, limit) => {
                let practised = self.tries.iter().chain(&self.reflections);
                let has_lines = |it: &&Entry| !it.lines_under(&heading).is_empty();
                Came::Practised(practised.filter(has_lines).take(limit).cloned().collect())
            }
            Work::LongerViews => {
                let mut views = self.views.clone();
                views.again.retain(|day| !day.was_asked(&views.said));
                Came::LongerViews(Box::new(views))
            }
            Work::Passages(..) => Came::Passages(self.passages.clone()),
            Work::Form(subject) => Came::Form(self.form(subject).map(Box::new)),
            Work::Forms(kind) => {
                let of =
                    |subject: &Subject| matches!(subject, Subject::Form(form) if form.kind == kind);
                let subjects = self.forms.keys().copied().filter(of);
                Came::Forms(subjects.filter_map(|subject| self.form(subject)).collect())
            }
            Work::Entry(_) => Came::Entry(None),
            other if self.is_full => {
                drop(other);
                Came::Trouble("The disk is full. Your words are safe.".into())
            }
            other => self.change(other),
        }
    }

    /// Does what changes it.
    fn change(&mut self, work: Work) -> Came {
        match work {
            Work::DropForm(subject) => {
                self.forms.remove(&subject);
            }
            Work::SayLongerView(said, again, ends) => {
                self.say(said, ends);
                if let Some(again) = again {
                    self.views.again.retain(|it| it.heading != again.heading);
                    self.views.again.push(again);
                }
            }
            Work::DropLongerView(id) => self.views.said.retain(|it| it.id != id),
            Work::DropAskAgain(heading, said, ends) => {
                self.say(said, ends);
                self.views.again.retain(|it| it.heading != heading);
            }
            Work::SaveText { to, name, text } => {
                self.saved.push(text);
                return Came::Saved(if to.extension().is_some() {
                    to
                } else {
                    to.join(name)
                });
            }
            other => panic!("{other:?} is not of these rooms"),
        }
        Came::Done
    }

    fn left_tries(&self, of: &str) -> Vec<Draft> {
        let is_of = |it: &&Draft| it.words(&Field::Vignette) == of;
        self.left.iter().filter(is_of).cloned().collect()
    }

    fn say(&mut self, said: Vec<LongerView>, ends: Option<Ends>) {
        let said_ids: Vec<Id> = said.iter().map(|it| it.id).collect();
        self.views.said.retain(|it| !said_ids.contains(&it.id));
        self.views.said.extend(said);
        self.views.said.sort_by_key(|it| (it.at, it.id));
        if let Some(ends) = ends {
            assert_eq!(ends.fields, None);
            self.forms.remove(&ends.subject);
        }
    }

    pub(super) fn form(&self, subject: Subject) -> Option<Draft> {
        let fields = self.forms.get(&subject)?.clone();
        Some(Draft::stored(subject, fields, Revision(1)))
    }

    /// What is on disk of a form that was written on.
    pub(super) fn save(&mut self, form: &mut FormWalk) {
        let subject = form.subject();
        if let Some(save) = form.take_unsaved() {
            self.forms.entry(subject).or_default().extend(save.fields);
        }
    }
}
