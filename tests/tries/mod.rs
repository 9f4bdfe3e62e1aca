//! Tries of stories and what was said of the longer view, for a journal of long ago.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use alongside::content::Pack;
use alongside::domain::{
    Answer, Answered, AsOf, AskAgain, Attempt, Entry, Finished, Footing, HeadingId, HowSure, Id,
    ItemId, Length, LongerView, Want, Way,
};
use alongside::store::Store;
use chrono::{DateTime, FixedOffset};

fn at(day: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{day}T17:40:00+00:00")).unwrap()
}

fn id(number: u8) -> Id {
    Id::at(1_580_000_000_000 + u64::from(number), &[number; 10])
}

/// A try of a story that comes with the program.
fn a_try(pack: &Pack, number: u8, vignette: &str, day: &str) -> Entry {
    let story = pack.vignette(vignette).unwrap();
    let version = (pack.id.clone(), pack.version);
    let mut entry = Entry::empty(id(number), at(day), version, Length::Vignette);
    entry.practice = true;
    entry.next_time = "If they look at the door, then I will stop.".into();
    entry.attempt = Some(Attempt {
        vignette: vignette.into(),
        version: story.version,
        title: story.title.clone(),
        story: story.story.clone(),
        pull: format!("To talk until they sit down, try {number}."),
        ways: story
            .ways
            .iter()
            .take(1)
            .map(|way| Way {
                id: way.id.clone(),
                words: way.text.clone(),
            })
            .collect(),
        own_way: "Say my name, and wait.".into(),
        how_sure: Some(HowSure::Fairly),
        not_thought_of: "To ask what they hoped for.".into(),
        want: Some(Want::WithSomeone),
    });
    for item in &story.items {
        let (set, item) = pack.item(item).unwrap();
        entry.answers.push(Answered {
            item: ItemId::new(item.id.as_str()),
            heading: HeadingId::new(set.id.as_str()),
            question: item.practice_question.clone(),
            answer: Some(Answer::Partly),
            note: format!("My line, try {number}."),
            points_to_moment: false,
            go_deeper: String::new(),
        });
    }
    entry
}

/// Puts tries in: two of one story, one of another, one of a story whose pack is gone; and what was
/// said of Mutuality twice.
pub(crate) fn put(store: &mut Store) {
    let pack = Pack::shipped().unwrap();
    let mut gone = a_try(&pack, 61, "first-meeting", "2020-01-10");
    if let Some(attempt) = &mut gone.attempt {
        attempt.vignette = "our-own-story".into();
        attempt.title = "A door that sticks".into();
    }
    let tries = [
        gone,
        a_try(&pack, 62, "first-meeting", "2020-02-10"),
        a_try(&pack, 63, "notes", "2020-03-01"),
        a_try(&pack, 64, "first-meeting", "2020-03-30"),
    ];
    for entry in tries {
        let finished_at = entry.finished_at;
        let finished = Finished {
            entry,
            draft: None,
            carries: false,
            last: None,
            tell: None,
        };
        store.finish(&finished, finished_at).unwrap();
    }
    let view = |number, day, as_of, footing: Footing, line: &str| {
        let step = pack.step("form_footing");
        LongerView {
            id: id(number),
            heading: HeadingId::new("MUT"),
            at: at(day),
            as_of,
            question: step.question.clone(),
            footing: Some(footing),
            said: step.option(footing.id()).unwrap().text.clone(),
            line: line.into(),
        }
    };
    let said = [
        view(70, "2020-01-12", AsOf::Now, Footing::MostlyOnMyOwn, ""),
        view(
            71,
            "2020-04-01",
            AsOf::Now,
            Footing::WithSomeone,
            "I can name my keys.",
        ),
        view(
            72,
            "2020-04-01",
            AsOf::Start,
            Footing::NotYet,
            "I saw no power in it.",
        ),
    ];
    store
        .say_longer_view(&said, None, None, at("2020-04-01"))
        .unwrap();
}

/// Sets a day for each of these headings, to be asked again on.
pub(crate) fn ask_again(store: &mut Store, days: &[(&str, &str)]) {
    for (heading, on) in days {
        let day = AskAgain {
            heading: HeadingId::new(*heading),
            on: on.parse().unwrap(),
        };
        let now = at("2020-04-01");
        store.say_longer_view(&[], Some(&day), None, now).unwrap();
    }
}
