//! From a walk to an entry: what was written, in the wording it answered, and nothing else.

use chrono::{DateTime, FixedOffset};

use crate::domain::{
    Answer, Answered, CarryAnswer, Deep, Entry, Field, Finished, HeadingId, ItemId, Kind, LastTime,
    LeftMe, Length, Need, Revisited, Stage, Subject, Supervision,
};

use super::{Reflection, gentle, pages, vignette};

impl Reflection {
    /// Makes what is kept of the walk. Asked twice, it gives the same but for the time.
    pub fn finish(&self, at: DateTime<FixedOffset>) -> Finished {
        let entry = self.entry(at);
        Finished {
            draft: Some(self.paper.draft().subject()),
            carries: !entry.practice && !entry.next_time.is_empty(),
            last: self.last_time(),
            tell: gentle::tell(&entry).or_else(|| tell(&entry)),
            entry,
        }
    }

    fn entry(&self, at: DateTime<FixedOffset>) -> Entry {
        let id = match self.paper.draft().subject() {
            Subject::Walk(id) => id,
            Subject::Card | Subject::Form(_) => crate::domain::Id::at(0, &[0; 10]),
        };
        let pack = self.paper.words(&Field::Pack).to_owned();
        let version = self.paper.words(&Field::PackVersion).parse().unwrap_or(0);
        let length = self.length().unwrap_or(Length::Quick);
        let mut entry = Entry::empty(id, self.started(), (pack, version), length);
        // An entry that was opened up keeps its place among the others.
        entry.finished_at = self.finished_before().unwrap_or(at);
        entry.on = self.on();
        entry.kind = Kind::from_id(self.paper.words(&Field::Kind));
        entry.stage = Stage::from_id(self.paper.words(&Field::Stage));
        entry.minutes = self.paper.words(&Field::Minutes).trim().parse().ok();
        entry.practice = self.is_practice();
        entry.left_me = self
            .paper
            .chosen(&Field::Left)
            .filter_map(LeftMe::from_id)
            .collect();
        entry.before_stop = Need::from_id(self.paper.words(&Field::Need));
        entry.answers = self.answers();
        entry.moment = self.text(&Field::Moment);
        entry.stand_by = self.text(&Field::StandBy);
        entry.next_time = self.text(&Field::NextTime);
        entry.last_time = self.revisited();
        entry.put_down = self.text(&Field::PutDown);
        entry.talk_to = self.text(&Field::TalkTo);
        entry.deep = Deep {
            what: self.text(&Field::What),
            so_what: self.text(&Field::SoWhat),
            now_what: self.text(&Field::NowWhat),
            step_back: self.text(&Field::StepBack),
        };
        let note = self.text(&Field::BringLine);
        // A line written for the hour is meant for it, unless "not now" was said.
        let bring = match self.paper.words(&Field::Bring) {
            "yes" => true,
            "not_now" => false,
            _ => !note.is_empty(),
        };
        entry.supervision = Supervision { bring, note };
        entry.safety = gentle::safety_of(&self.paper);
        entry.attempt = vignette::attempt(&self.paper);
        entry.practice |= entry.attempt.is_some();
        entry.scene = vignette::scene(&self.paper);
        entry
    }

    /// When the entry was finished that this walk was opened up from.
    fn finished_before(&self) -> Option<DateTime<FixedOffset>> {
        DateTime::parse_from_rfc3339(self.paper.words(&Field::Finished)).ok()
    }

    fn text(&self, field: &Field) -> String {
        self.paper.words(field).trim_end().to_owned()
    }

    pub(super) fn answers(&self) -> Vec<Answered> {
        let mut answers: Vec<Answered> = Vec::new();
        for step in self.steps() {
            if let super::Step::Item(item) = step {
                answers.extend(self.answered(item));
            }
        }
        // A go-deeper text may belong to a question the walk did not put by itself.
        for (_, item) in self.pack.items() {
            let id = ItemId::new(&item.id);
            if !answers.iter().any(|answered| answered.item == id) {
                answers.extend(self.answered(id));
            }
        }
        answers.extend(self.answers_of_lost_packs(&answers));
        answers
    }

    /// Answers to items of a pack that was there when they were given and is gone now.
    fn answers_of_lost_packs(&self, known: &[Answered]) -> Vec<Answered> {
        let mut lost = Vec::new();
        for (field, _) in self.paper.draft().fields() {
            let (Field::Answer(id) | Field::Note(id) | Field::Deeper(id) | Field::Points(id)) =
                field
            else {
                continue;
            };
            let is_known = |answered: &Answered| answered.item == *id;
            if !known.iter().any(is_known) && !lost.iter().any(is_known) {
                lost.extend(self.answered(id.clone()));
            }
        }
        lost
    }

    fn answered(&self, item: ItemId) -> Option<Answered> {
        let answer = Answer::from_id(self.paper.words(&Field::Answer(item.clone())));
        let note = self.text(&Field::Note(item.clone()));
        let go_deeper = self.text(&Field::Deeper(item.clone()));
        let points = !self.paper.words(&Field::Points(item.clone())).is_empty();
        if answer.is_none() && note.is_empty() && go_deeper.is_empty() && !points {
            return None;
        }
        let asked = self.paper.words(&Field::Asked(item.clone())).to_owned();
        let question = if asked.is_empty() {
            pages::question_of(&self.pack, item.as_str(), self.is_practice())
        } else {
            asked
        };
        let heading = self.pack.item(item.as_str()).map_or_else(
            || item.as_str().trim_end_matches(|c: char| c.is_ascii_digit()),
            |(set, _)| set.id.as_str(),
        );
        Some(Answered {
            heading: HeadingId::new(heading),
            question,
            answer,
            note,
            points_to_moment: points,
            go_deeper,
            item,
        })
    }

    /// What the entry keeps of it: nothing when nothing was answered or written.
    fn revisited(&self) -> Option<Revisited> {
        let LastTime { of, answer, line } = self.last_time()?;
        let said = answer.is_some() || !line.is_empty();
        said.then(|| Revisited {
            of,
            words: self.text(&Field::LastWords),
            answer,
            line,
        })
    }

    /// What was said about the intention from before; blank counts only once it was seen.
    fn last_time(&self) -> Option<LastTime> {
        if self.is_practice() || self.paper.words(&Field::LastSeen).is_empty() {
            return None;
        }
        let of = self.paper.words(&Field::LastOf).parse().ok()?;
        let answer = CarryAnswer::from_id(self.paper.words(&Field::Last));
        Some(LastTime {
            of,
            answer,
            line: self.text(&Field::LastLine),
        })
    }
}

/// Who the worker plans to tell; empty when they did not say who.
fn tell(entry: &Entry) -> Option<String> {
    let plans_to = entry.before_stop == Some(Need::TellSomeone) && !entry.practice;
    plans_to.then(|| entry.talk_to.clone())
}
