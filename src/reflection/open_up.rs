//! An entry opened up: a walk that begins with what the entry says already.
//!
//! The walk is about the same entry, so keeping it makes a new revision and not a second entry.
//! What a walk never asks for stays with the entry, and is taken over when the walk is kept
//! ([`Entry::grown_from`]).

#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::content::Pack;
use crate::domain::{
    Answered, Draft, Entry, Field, FormField, Length, Past, SafetyOf, SafetyTold, Stamp, Subject,
};

use super::reflection_walk::{not_visited_lately, turn_of};
use super::{Paper, Reflection, Step, vignette};

impl Reflection {
    /// Begins a walk with the words of an entry. It asks how long it is to be, as a new one does.
    ///
    /// An entry whose walk was left half-way is taken up with [`Reflection::resume`] instead.
    pub fn open_up(pack: Rc<Pack>, entry: &Entry, past: &Past, stamp: &Stamp) -> Self {
        let mut draft = Draft::new(Subject::Walk(entry.id));
        begin(&mut draft, &pack, entry, past);
        around(&mut draft, entry);
        for answered in &entry.answers {
            answer(&mut draft, answered);
        }
        own_words(&mut draft, entry);
        safety(&mut draft, entry);
        last_time(&mut draft, entry, past, stamp);
        let mut walk = Self {
            pack,
            paper: Paper::new(draft),
            at: Step::Length,
        };
        walk.go(Step::Length);
        walk
    }
}

fn begin(draft: &mut Draft, pack: &Pack, entry: &Entry, past: &Past) {
    draft.write(Field::AskedLength, "yes");
    // A line and a Land are no length of a reflection: there Enter takes the shortest.
    if is_reflection(entry.length) {
        draft.write(Field::Length, entry.length.id());
    }
    if entry.practice {
        draft.write(Field::Practice, "yes");
        vignette::keep_scene(draft, &entry.scene);
    }
    draft.write(Field::Pack, &*pack.id);
    draft.write(Field::PackVersion, pack.version.to_string());
    draft.write(Field::Started, entry.started_at.to_rfc3339());
    draft.write(Field::Finished, entry.finished_at.to_rfc3339());
    if let Some(turn) = turn_of(pack, past) {
        draft.write(Field::Turn, turn);
    }
    if let Some(offered) = not_visited_lately(pack, past) {
        draft.write(Field::Offered, offered);
    }
}

fn is_reflection(length: Length) -> bool {
    matches!(
        length,
        Length::Quick | Length::Standard | Length::Deep | Length::Three | Length::NothingMuch
    )
}

fn around(draft: &mut Draft, entry: &Entry) {
    if entry.on != entry.started_at.date_naive() {
        draft.write(Field::Day, entry.on.to_string());
    }
    if let Some(kind) = entry.kind {
        draft.write(Field::Kind, kind.id());
    }
    if let Some(stage) = entry.stage {
        draft.write(Field::Stage, stage.id());
    }
    if let Some(minutes) = entry.minutes {
        draft.write(Field::Minutes, minutes.to_string());
    }
    if entry.stage.is_some() || entry.minutes.is_some() {
        // What holds words is asked about.
        draft.write(Field::More, "yes");
    }
    let left: Vec<&str> = entry.left_me.iter().map(|left| left.id()).collect();
    draft.write(Field::Left, left.join(","));
    if let Some(need) = entry.before_stop {
        draft.write(Field::Need, need.id());
    }
}

fn answer(draft: &mut Draft, answered: &Answered) {
    let item = || answered.item.clone();
    draft.write(Field::Asked(item()), &*answered.question);
    if let Some(answer) = answered.answer {
        draft.write(Field::Answer(item()), answer.id());
    }
    draft.write(Field::Note(item()), &*answered.note);
    draft.write(Field::Deeper(item()), &*answered.go_deeper);
    if answered.points_to_moment {
        draft.write(Field::Points(item()), "yes");
    }
}

fn own_words(draft: &mut Draft, entry: &Entry) {
    let supervision = &entry.supervision;
    for (field, words) in [
        (Field::Moment, &entry.moment),
        (Field::What, &entry.deep.what),
        (Field::SoWhat, &entry.deep.so_what),
        (Field::NowWhat, &entry.deep.now_what),
        (Field::StepBack, &entry.deep.step_back),
        (Field::StandBy, &entry.stand_by),
        (Field::NextTime, &entry.next_time),
        (Field::BringLine, &supervision.note),
        (Field::PutDown, &entry.put_down),
        (Field::TalkTo, &entry.talk_to),
    ] {
        draft.write(field, &**words);
    }
    // A line without a choice is meant for the hour, so "not now" must be said.
    match (supervision.bring, supervision.note.is_empty()) {
        (true, _) => draft.write(Field::Bring, "yes"),
        (false, false) => draft.write(Field::Bring, "not_now"),
        (false, true) => {}
    }
}

/// What was said on the gentle path, under the names its page writes to.
fn safety(draft: &mut Draft, entry: &Entry) {
    let Some(safety) = &entry.safety else { return };
    let kinds: Vec<&str> = safety.kinds.iter().map(|kind| kind.id()).collect();
    for (field, words) in [
        (FormField::Whose, safety.whose.map_or("", SafetyOf::id)),
        (FormField::Kinds, &kinds.join(",")),
        (FormField::Told, safety.told.map_or("", SafetyTold::id)),
        (FormField::ToldWho, &safety.who),
        (FormField::ToldDay, &safety.day),
    ] {
        draft.write(Field::Form(field), words);
    }
}

/// What was said about an intention stays. Where nothing was said, the one that is held is asked
/// about on the day itself only: an old entry opened up is not the next time.
fn last_time(draft: &mut Draft, entry: &Entry, past: &Past, stamp: &Stamp) {
    if let Some(last) = &entry.last_time {
        draft.write(Field::LastOf, last.of.to_string());
        draft.write(Field::LastWords, &*last.words);
        draft.write(Field::LastSeen, "yes");
        draft.write(Field::LastLine, &*last.line);
        if let Some(answer) = last.answer {
            draft.write(Field::Last, answer.id());
        }
        return;
    }
    let held = past.carry.as_ref();
    let is_next = |entry: &Entry| entry.on == stamp.today() && !entry.practice;
    if let Some(carry) = held.filter(|held| held.entry != entry.id && is_next(entry)) {
        draft.write(Field::LastOf, carry.entry.to_string());
        draft.write(Field::LastWords, &*carry.words);
    }
}
