//! A small journal from long ago, so that no day in it is said another way as time goes by.

use alongside::domain::{
    Answer, Answered, CarryAnswer, Entry, Finished, HeadingId, Id, ItemId, Kind, LastTime, Length,
    Revisited, Stage,
};
use alongside::store::{Access, Key, Store};
use chrono::{DateTime, FixedOffset};

use super::Shell;

/// The number of an entry, as its id.
pub(crate) fn id(number: u8) -> Id {
    Id::at(1_580_000_000_000 + u64::from(number), &[number; 10])
}

pub(crate) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{text}T17:40:00+00:00")).unwrap()
}

fn entry(number: u8, day: &str, length: Length, moment: &str) -> Entry {
    let pack = ("peer-principles".to_owned(), 1);
    let mut entry = Entry::empty(id(number), at(day), pack, length);
    entry.moment = moment.into();
    entry
}

fn answered(item: &str, answer: Answer, note: &str) -> Answered {
    let (question, heading) = match item {
        "MUT1" => ("Did we share the choosing today?", "MUT"),
        "NON1" => ("Did I leave the deciding to them?", "NON"),
        _ => ("Did I feel safe enough?", "SAF"),
    };
    Answered {
        item: ItemId::new(item),
        heading: HeadingId::new(heading),
        question: question.into(),
        answer: Some(answer),
        note: note.into(),
        points_to_moment: false,
        go_deeper: String::new(),
    }
}

fn finished(entry: Entry) -> Finished {
    let carries = !entry.next_time.is_empty() && !entry.practice;
    let last = entry.last_time.as_ref().map(|last| LastTime {
        of: last.of,
        answer: last.answer,
        line: last.line.clone(),
    });
    Finished {
        entry,
        draft: None,
        carries,
        last,
        tell: None,
    }
}

/// The walk with a kind, two answers, an intention, and a line for supervision.
fn in_march() -> Entry {
    let moment = "I sat with the silence in the waiting room";
    let mut entry = entry(2, "2020-03-12", Length::Quick, moment);
    entry.kind = Some(Kind::OneToOne);
    entry.stage = Some(Stage::NearTheEnd);
    entry.answers = vec![
        answered("MUT1", Answer::Moment, "when I asked"),
        answered("SAF1", Answer::NotSure, ""),
    ];
    entry.stand_by = "I stayed".into();
    entry.next_time = "If it goes quiet, then I will wait".into();
    entry.supervision.bring = true;
    entry.supervision.note = "how long a pause can be".into();
    entry
}

/// A later walk that heard of the intention.
fn in_april() -> Entry {
    let mut entry = entry(4, "2020-04-05", Length::Quick, "we laughed at the rain");
    entry.kind = Some(Kind::Group);
    entry.answers = vec![
        answered("MUT1", Answer::Partly, "in the second half"),
        answered("NON1", Answer::NotThisTime, "I gave advice"),
    ];
    entry.last_time = Some(Revisited {
        of: id(2),
        words: "If it goes quiet, then I will wait".into(),
        answer: Some(CarryAnswer::TriedIt),
        line: "it was lighter than I thought".into(),
    });
    entry
}

fn practice() -> Entry {
    let mut entry = entry(3, "2020-03-20", Length::Quick, "made up, with rain");
    entry.practice = true;
    entry.answers = vec![answered("MUT1", Answer::Partly, "")];
    entry
}

/// A computer with this journal on it.
pub(crate) fn small() -> Shell {
    let shell = Shell::new().settled("shared_computer = false");
    let now = at("2020-04-06");
    std::fs::create_dir_all(shell.journal().parent().unwrap()).unwrap();
    let mut store = Store::open(&shell.journal(), Access::Write, &Key::None, now).unwrap();
    let note = entry(1, "2020-03-02", Length::Note, "the heron stood still");
    for entry in [note, in_march(), practice(), in_april()] {
        let finished_at = entry.finished_at;
        store.finish(&finished(entry), finished_at).unwrap();
    }
    drop(store);
    shell
}

/// A computer with a journal that has nothing in it.
pub(crate) fn empty() -> Shell {
    Shell::new().settled("shared_computer = false")
}

/// Says a day for today, and a time for any time, so that a text is the same tomorrow.
pub(crate) fn undated(text: &str) -> String {
    #[expect(
        clippy::disallowed_methods,
        reason = "the program that is tried takes its day from this clock too"
    )]
    let today = chrono::Local::now().date_naive();
    let said = alongside::domain::say_day(today);
    let short = said
        .split(' ')
        .skip(1)
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    without_clock(&text.replace(&said, "TODAY"))
        .replace(&short, "DAY MONTH")
        .replace(&today.to_string(), "YEAR-MONTH-DAY")
}

/// The same text with the hour of whatever was done today left out.
fn without_clock(text: &str) -> String {
    let mut parts = text.split("TODAY, ");
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        all.push_str("TODAY, ");
        let is_hour = part.as_bytes().get(2) == Some(&b':') && part.is_char_boundary(5);
        match part.get(5..).filter(|_| is_hour) {
            Some(rest) => {
                all.push_str("HOUR");
                all.push_str(rest);
            }
            None => all.push_str(part),
        }
    }
    all
}
