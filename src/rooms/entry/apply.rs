//! What was written on a form, put into the entry: only what was changed, and nothing beside it.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::content::Pack;
use crate::domain::{
    Answer, Answered, CarryAnswer, Draft, Entry, Field, FormField, HeadingId, ItemId, Kind, Later,
    LeftMe, Need, SafetyKind, SafetyOf, SafetyTold, Stage, clean_line, read_day,
};

use super::parts::{Part, STORY};
use super::words;

/// Puts the changed fields of a part into an entry.
///
/// # Errors
/// What to type instead, where a day or a number cannot be read.
pub(super) fn apply(
    pack: &Pack,
    entry: &mut Entry,
    part: &Part,
    draft: &Draft,
    today: NaiveDate,
) -> Result<(), String> {
    let written = |field: Field| draft.has(&field).then(|| text(draft, &field));
    match part {
        Part::Day => {
            if let Some(typed) = written(Field::Day) {
                entry.on = day(&typed, entry, today)?;
            }
        }
        Part::Minutes => {
            if let Some(typed) = written(Field::Minutes) {
                entry.minutes = minutes(&typed)?;
            }
        }
        Part::Kind => set(&mut entry.kind, written(Field::Kind), Kind::from_id),
        Part::Stage => set(&mut entry.stage, written(Field::Stage), Stage::from_id),
        Part::Need => set(&mut entry.before_stop, written(Field::Need), Need::from_id),
        Part::Left => {
            if let Some(ids) = written(Field::Left) {
                entry.left_me = ids.split(',').filter_map(LeftMe::from_id).collect();
            }
        }
        Part::Answer(item) => answer(pack, entry, item, draft),
        Part::LastTime => last_time(entry, draft),
        Part::Supervision => supervision(entry, draft),
        Part::Safety => safety(entry, draft),
        Part::Story => story(entry, draft),
        Part::Later(at) => {
            if let Some(words) = written(Field::LaterLine(*at)) {
                later(entry, *at, words);
            }
        }
        plain => {
            let field = plain.fields().into_iter().find_map(written);
            if let (Some(words), Some(place)) = (field, own_place(plain, entry)) {
                *place = words;
            }
        }
    }
    Ok(())
}

fn text(draft: &Draft, field: &Field) -> String {
    draft.words(field).trim_end().to_owned()
}

fn set<T>(place: &mut Option<T>, written: Option<String>, read: impl Fn(&str) -> Option<T>) {
    if let Some(id) = written {
        *place = read(&id);
    }
}

/// The day as it was typed; blank is the day it was written.
fn day(typed: &str, entry: &Entry, today: NaiveDate) -> Result<NaiveDate, String> {
    if typed.trim().is_empty() {
        return Ok(entry.started_at.date_naive());
    }
    read_day(typed, today).map_err(|error| error.to_string())
}

fn minutes(typed: &str) -> Result<Option<u16>, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let read = typed.parse().map(Some);
    read.map_err(|_no_number: std::num::ParseIntError| words::MINUTES.to_owned())
}

fn own_place<'a>(part: &Part, entry: &'a mut Entry) -> Option<&'a mut String> {
    Some(match part {
        Part::Moment => &mut entry.moment,
        Part::What => &mut entry.deep.what,
        Part::SoWhat => &mut entry.deep.so_what,
        Part::NowWhat => &mut entry.deep.now_what,
        Part::StepBack => &mut entry.deep.step_back,
        Part::StandBy => &mut entry.stand_by,
        Part::NextTime => &mut entry.next_time,
        Part::PutDown => &mut entry.put_down,
        Part::TalkTo => &mut entry.talk_to,
        Part::Pull => &mut entry.attempt.as_mut()?.pull,
        Part::OwnWay => &mut entry.attempt.as_mut()?.own_way,
        Part::NotThoughtOf => &mut entry.attempt.as_mut()?.not_thought_of,
        _ => return None,
    })
}

/// An answer keeps the wording it answered; one that was emptied leaves no trace.
fn answer(pack: &Pack, entry: &mut Entry, item: &ItemId, draft: &Draft) {
    let place = entry.answers.iter().position(|it| it.item == *item);
    let mut answered = match place.and_then(|place| entry.answers.get(place)) {
        Some(answered) => answered.clone(),
        None => unanswered(pack, item),
    };
    let written = |field: Field| draft.has(&field).then(|| text(draft, &field));
    set(
        &mut answered.answer,
        written(Field::Answer(item.clone())),
        Answer::from_id,
    );
    if let Some(note) = written(Field::Note(item.clone())) {
        answered.note = note;
    }
    if let Some(deeper) = written(Field::Deeper(item.clone())) {
        answered.go_deeper = deeper;
    }
    if let Some(points) = written(Field::Points(item.clone())) {
        answered.points_to_moment = !points.is_empty();
    }
    let is_blank = answered.answer.is_none()
        && !answered.points_to_moment
        && answered.note.is_empty()
        && answered.go_deeper.is_empty();
    match (place, is_blank) {
        (Some(place), true) => drop(entry.answers.remove(place)),
        (Some(place), false) => {
            if let Some(old) = entry.answers.get_mut(place) {
                *old = answered;
            }
        }
        (None, true) => {}
        (None, false) => entry.answers.push(answered),
    }
}

/// An answer that another window took away while this one changed it: it is asked as it is now.
fn unanswered(pack: &Pack, item: &ItemId) -> Answered {
    let known = pack.item(item.as_str());
    let (heading, question) = known.map_or_else(
        || (item.to_string(), item.to_string()),
        |(set, item)| (set.id.clone(), item.question.clone()),
    );
    Answered {
        item: item.clone(),
        heading: HeadingId::new(heading),
        question,
        answer: None,
        note: String::new(),
        points_to_moment: false,
        go_deeper: String::new(),
    }
}

fn last_time(entry: &mut Entry, draft: &Draft) {
    let Some(last) = &mut entry.last_time else {
        return;
    };
    let written = |field: Field| draft.has(&field).then(|| text(draft, &field));
    set(&mut last.answer, written(Field::Last), CarryAnswer::from_id);
    if let Some(line) = written(Field::LastLine) {
        last.line = line;
    }
}

/// A new line for the hour is meant for it, unless "not now" is said.
fn supervision(entry: &mut Entry, draft: &Draft) {
    let supervision = &mut entry.supervision;
    if draft.has(&Field::BringLine) {
        let note = text(draft, &Field::BringLine);
        supervision.bring |= !note.is_empty() && note != supervision.note;
        supervision.note = note;
    }
    if draft.has(&Field::Bring) {
        supervision.bring = match draft.words(&Field::Bring) {
            "yes" => true,
            "not_now" => false,
            _ => !supervision.note.is_empty(),
        };
    }
}

fn safety(entry: &mut Entry, draft: &Draft) {
    let mut safety = entry.safety.clone().unwrap_or_default();
    let written = |field| {
        let field = Field::Form(field);
        draft.has(&field).then(|| text(draft, &field))
    };
    set(
        &mut safety.whose,
        written(FormField::Whose),
        SafetyOf::from_id,
    );
    set(
        &mut safety.told,
        written(FormField::Told),
        SafetyTold::from_id,
    );
    if let Some(kinds) = written(FormField::Kinds) {
        safety.kinds = kinds.split(',').filter_map(SafetyKind::from_id).collect();
    }
    if let Some(who) = written(FormField::ToldWho) {
        safety.who = who;
    }
    if let Some(day) = written(FormField::ToldDay) {
        safety.day = day;
    }
    let is_blank = safety == crate::domain::Safety::default();
    entry.safety = (!is_blank).then_some(safety);
}

fn story(entry: &mut Entry, draft: &Draft) {
    let mut story = entry.story.clone().unwrap_or_default();
    let places = [
        &mut story.hope,
        &mut story.keep_back,
        &mut story.for_them,
        &mut story.for_me,
    ];
    for (field, place) in STORY.map(Field::Form).into_iter().zip(places) {
        if draft.has(&field) {
            *place = text(draft, &field);
        }
    }
    let is_blank = story == crate::domain::Story::default();
    entry.story = (!is_blank).then_some(story);
}

/// A line that was added later, in other words; emptied, it goes. The earlier version has it.
fn later(entry: &mut Entry, at: i64, words: String) {
    let place = entry
        .later
        .iter()
        .position(|later| later.at.timestamp_millis() == at);
    match place {
        Some(place) if words.trim().is_empty() => drop(entry.later.remove(place)),
        Some(place) => {
            if let Some(later) = entry.later.get_mut(place) {
                later.words = words;
            }
        }
        None => add_line(
            entry,
            &words,
            DateTime::from_timestamp_millis(at).map(Into::into),
        ),
    }
}

/// Adds a line with its own time. Two lines never have the same one: it is what they are known by.
pub(super) fn add_line(entry: &mut Entry, words: &str, at: Option<DateTime<FixedOffset>>) {
    let Some(mut at) = at.filter(|_| !words.trim().is_empty()) else {
        return;
    };
    let is_taken = |at: &DateTime<FixedOffset>| {
        let same = |later: &Later| later.at.timestamp_millis() == at.timestamp_millis();
        entry.later.iter().any(same)
    };
    while is_taken(&at) {
        at += chrono::TimeDelta::milliseconds(1);
    }
    entry.later.push(Later {
        at,
        words: words.trim_end().to_owned(),
    });
}

/// Reads labels: cleaned, in the order they were typed, none of them twice.
pub(super) fn read_labels(typed: &str) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for label in typed.split([',', '\n']) {
        let label = clean_line(label);
        let words: Vec<&str> = label.split_whitespace().collect();
        let label = words.join(" ");
        // A search names a label in quotes, so it has none itself.
        let label = label.replace(['"', '“', '”'], "");
        let label = label.trim_start_matches('#').trim_start();
        let is_there = labels
            .iter()
            .any(|it| it.to_lowercase() == label.to_lowercase());
        if !label.is_empty() && !is_there {
            labels.push(label.to_owned());
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::read_labels;

    #[test]
    fn labels_are_clean_and_stand_once_in_their_order() {
        for (typed, labels) in [
            ("", vec![]),
            (" , ,", vec![]),
            ("garden, Pauses,garden", vec!["garden", "Pauses"]),
            ("PAUSES,  pauses , long   walk", vec!["PAUSES", "long walk"]),
            ("#tea, # , ## soup", vec!["tea", "soup"]),
            ("\"waiting room\", “quiet”", vec!["waiting room", "quiet"]),
            ("a\u{1b}[31mb\r\nc", vec!["ab", "c"]),
        ] {
            assert_eq!(read_labels(typed), labels, "{typed:?}");
        }
    }
}
