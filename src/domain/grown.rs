//! An entry that grew out of what it said before, as when a line is opened up into a reflection.
//!
//! A walk asks for no labels and no line added later, so its entry comes without them. They are
//! taken over here, when it is kept, and not when it is opened up: what was added in between
//! must not be lost.
//!
//! A walk that was left half-way may be finished long after. What of the entry was changed in the
//! meantime counts, wherever the walk itself left the words as it found them: else they would be
//! put back without anyone having asked for it.

use super::{Answered, Entry};

impl Entry {
    /// Takes over from the entry as it was what the walk that it was opened up into leaves out.
    #[must_use]
    pub fn grown_from(mut self, before: &Self) -> Self {
        self.started_at = before.started_at;
        self.finished_at = before.finished_at;
        if self.tags.is_empty() {
            self.tags.clone_from(&before.tags);
        }
        if self.later.is_empty() {
            self.later.clone_from(&before.later);
        }
        self.safety = self.safety.or_else(|| before.safety.clone());
        self.story = self.story.or_else(|| before.story.clone());
        self.attempt = self.attempt.or_else(|| before.attempt.clone());
        self.answers = in_the_order_asked(self.answers, &before.answers);
        self
    }
}

impl Entry {
    /// Gives way, wherever this still says what it grew from, to what the entry says by now.
    #[must_use]
    pub fn giving_way(mut self, from: &Self, now: &Self) -> Self {
        if from == now {
            return self;
        }
        one(&mut self.on, &from.on, &now.on);
        one(&mut self.kind, &from.kind, &now.kind);
        one(&mut self.stage, &from.stage, &now.stage);
        one(&mut self.minutes, &from.minutes, &now.minutes);
        one(&mut self.practice, &from.practice, &now.practice);
        one(&mut self.left_me, &from.left_me, &now.left_me);
        one(&mut self.before_stop, &from.before_stop, &now.before_stop);
        one(&mut self.last_time, &from.last_time, &now.last_time);
        one(&mut self.tags, &from.tags, &now.tags);
        one(&mut self.later, &from.later, &now.later);
        one(&mut self.safety, &from.safety, &now.safety);
        one(&mut self.story, &from.story, &now.story);
        one(&mut self.attempt, &from.attempt, &now.attempt);
        let bring = &mut self.supervision.bring;
        one(bring, &from.supervision.bring, &now.supervision.bring);
        for (mine, from, now) in [
            (&mut self.moment, &from.moment, &now.moment),
            (&mut self.stand_by, &from.stand_by, &now.stand_by),
            (&mut self.next_time, &from.next_time, &now.next_time),
            (&mut self.put_down, &from.put_down, &now.put_down),
            (&mut self.talk_to, &from.talk_to, &now.talk_to),
            (&mut self.deep.what, &from.deep.what, &now.deep.what),
            (
                &mut self.deep.so_what,
                &from.deep.so_what,
                &now.deep.so_what,
            ),
            (
                &mut self.deep.now_what,
                &from.deep.now_what,
                &now.deep.now_what,
            ),
            (
                &mut self.deep.step_back,
                &from.deep.step_back,
                &now.deep.step_back,
            ),
            (
                &mut self.supervision.note,
                &from.supervision.note,
                &now.supervision.note,
            ),
        ] {
            text(mine, from, now);
        }
        self.answers = answers(self.answers, &from.answers, &now.answers);
        self
    }
}

fn one<T: PartialEq + Clone>(mine: &mut T, from: &T, now: &T) {
    if mine == from {
        mine.clone_from(now);
    }
}

/// A walk leaves out what is blank at the end of a text; that alone is no change.
fn text(mine: &mut String, from: &str, now: &str) {
    if mine.trim_end() == from.trim_end() {
        now.clone_into(mine);
    }
}

/// What was answered since comes in, and what was taken out since goes, unless the walk touched it.
fn answers(mine: Vec<Answered>, from: &[Answered], now: &[Answered]) -> Vec<Answered> {
    let of = |all: &[Answered], item| all.iter().find(|it| it.item == item).cloned();
    let mut kept: Vec<Answered> = Vec::new();
    for mut answered in mine {
        let from = of(from, answered.item.clone());
        match (from, of(now, answered.item.clone())) {
            (Some(from), Some(now)) => {
                one(&mut answered.answer, &from.answer, &now.answer);
                let points = &mut answered.points_to_moment;
                one(points, &from.points_to_moment, &now.points_to_moment);
                text(&mut answered.note, &from.note, &now.note);
                text(&mut answered.go_deeper, &from.go_deeper, &now.go_deeper);
                kept.push(answered);
            }
            (Some(from), None) if says_the_same(&answered, &from) => {}
            _ => kept.push(answered),
        }
    }
    for answered in now {
        let was_left_out = of(from, answered.item.clone()).as_ref() == Some(answered);
        let is_there = kept.iter().any(|it| it.item == answered.item);
        if !was_left_out && !is_there {
            kept.push(answered.clone());
        }
    }
    kept
}

fn says_the_same(one: &Answered, other: &Answered) -> bool {
    one.answer == other.answer
        && one.points_to_moment == other.points_to_moment
        && one.note.trim_end() == other.note.trim_end()
        && one.go_deeper.trim_end() == other.go_deeper.trim_end()
}

/// Answers that were there before come first, in their old order and under their old heading: the
/// pack they answered may be gone. New ones follow.
fn in_the_order_asked(mut answers: Vec<Answered>, before: &[Answered]) -> Vec<Answered> {
    let mut ordered = Vec::with_capacity(answers.len());
    for old in before {
        if let Some(place) = answers.iter().position(|new| new.item == old.item) {
            let new = answers.remove(place);
            ordered.push(Answered {
                heading: old.heading.clone(),
                ..new
            });
        }
    }
    ordered.append(&mut answers);
    ordered
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, HeadingId, Id, ItemId, Length};
    use super::*;

    fn entry() -> Entry {
        let at = chrono::DateTime::parse_from_rfc3339("2026-03-12T21:45:03Z").unwrap();
        let mut entry = Entry::empty(Id::at(1, &[1; 10]), at, ("p".into(), 1), Length::Note);
        entry.moment = "A name and tea".into();
        entry.stand_by = "I waited".into();
        entry.answers = ["A1", "A2", "A3"].map(answered).to_vec();
        entry
    }

    fn answered(item: &str) -> Answered {
        Answered {
            item: ItemId::new(item),
            heading: HeadingId::new("A"),
            question: "Did it?".into(),
            answer: Some(Answer::Partly),
            note: format!("note {item}"),
            points_to_moment: false,
            go_deeper: String::new(),
        }
    }

    #[test]
    fn what_the_walk_left_as_it_was_gives_way_and_what_it_changed_stays() {
        let from = entry();
        let mut walk = entry();
        walk.length = Length::Quick;
        walk.stand_by = "I waited, and asked".into();
        walk.answers[1].note = "the walk's".into();
        walk.answers.push(answered("A4"));
        let mut now = entry();
        now.moment = "Tea ".into();
        now.stand_by = "I sat".into();
        now.supervision.bring = true;
        now.supervision.note = "for the hour".into();
        now.tags = vec!["night".into()];
        now.answers[0].answer = Some(Answer::NotSure);
        now.answers[1].answer = Some(Answer::NotSure);
        now.answers[1].note = "changed since".into();
        now.answers.remove(2);
        now.answers.push(answered("A5"));
        let merged = walk.giving_way(&from, &now);
        assert_eq!(merged.moment, "Tea ");
        assert_eq!(merged.stand_by, "I waited, and asked");
        assert_eq!(merged.supervision, now.supervision);
        assert_eq!(merged.tags, now.tags);
        assert_eq!(merged.length, Length::Quick);
        let items: Vec<_> = merged.answers.iter().map(|it| it.item.as_str()).collect();
        assert_eq!(items, ["A1", "A2", "A4", "A5"]);
        assert_eq!(merged.answers[0], now.answers[0]);
        assert_eq!(merged.answers[1].answer, Some(Answer::NotSure));
        assert_eq!(merged.answers[1].note, "the walk's");
    }

    #[test]
    fn what_the_walk_took_out_stays_out_unless_it_was_changed_since() {
        let from = entry();
        let mut walk = entry();
        walk.moment = String::new();
        walk.answers.truncate(1);
        let mut now = entry();
        now.answers[2].note = "changed since".into();
        let merged = walk.giving_way(&from, &now);
        assert_eq!(merged.moment, "");
        assert_eq!(
            merged.answers,
            [now.answers[0].clone(), now.answers[2].clone()]
        );
    }
}
