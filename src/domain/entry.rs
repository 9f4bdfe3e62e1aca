//! A finished reflection.
//!
//! The field names here are the ones of the exported JSON, which is documented and stable. An
//! entry keeps the exact wording it answered, so that a new version of the questions changes
//! nothing that was written before (ground rule 9).

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;
use super::{
    Answer, Attempt, CarryAnswer, HeadingId, Id, ItemId, Kind, LeftMe, Length, Need, Stage,
};

/// One finished walk, one Land that was kept, or one line caught from the shell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id, a UUIDv7.
    pub id: Id,
    /// When the walk began.
    pub started_at: DateTime<FixedOffset>,
    /// When it was finished.
    pub finished_at: DateTime<FixedOffset>,
    /// The day it is about.
    pub on: NaiveDate,
    /// What kind of time it was.
    pub kind: Option<Kind>,
    /// Where in the work together.
    pub stage: Option<Stage>,
    /// How many minutes the time together took.
    pub minutes: Option<u16>,
    /// How long the walk was, or `land` or `note`.
    pub length: Length,
    /// Whether this was practice.
    pub practice: bool,
    /// The pack whose words were shown.
    pub pack: String,
    /// Its version.
    pub pack_version: u32,
    /// How it has left me: at most two words.
    pub left_me: Vec<LeftMe>,
    /// What needed to happen before I stopped.
    pub before_stop: Option<Need>,
    /// The answers, in the order asked. Skipped questions leave no trace.
    pub answers: Vec<Answered>,
    /// The moment I want to keep.
    pub moment: String,
    /// Something I stand by.
    pub stand_by: String,
    /// One small thing for next time.
    pub next_time: String,
    /// What was said about the intention from before; an older entry says nothing of it.
    #[serde(default)]
    pub last_time: Option<Revisited>,
    /// What will help me put it down.
    pub put_down: String,
    /// Who I could talk to.
    pub talk_to: String,
    /// What a deep walk adds.
    pub deep: Deep,
    /// Whether to bring it to supervision, and a line for that.
    pub supervision: Supervision,
    /// Labels of the worker's own.
    pub tags: Vec<String>,
    /// Lines added later, in the order they came; an older entry has none.
    #[serde(default)]
    pub later: Vec<Later>,
    /// What was said where it did not feel safe enough; never more than a few words.
    #[serde(default)]
    pub safety: Option<Safety>,
    /// Sharing my story: what was thought before, and what it was like.
    #[serde(default)]
    pub story: Option<Story>,
    /// A try of a vignette; such an entry is always practice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempt: Option<Attempt>,
}

/// A line that was added later, with its own time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Later {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The words.
    pub words: String,
}

vocabulary! {
    /// Whose safety it was about.
    SafetyOf {
        /// Mine.
        Mine = "mine",
        /// Theirs.
        Theirs = "theirs",
        /// Both of us.
        Both = "both",
        /// Someone else.
        SomeoneElse = "someone_else",
    }
}

vocabulary! {
    /// Which kind of safety.
    SafetyKind {
        /// Feelings.
        Feelings = "feelings",
        /// Body.
        Body = "body",
        /// Between us.
        BetweenUs = "between_us",
        /// Not sure.
        NotSure = "not_sure",
    }
}

vocabulary! {
    /// Whether someone was told.
    SafetyTold {
        /// Yes.
        Yes = "yes",
        /// I plan to.
        PlanTo = "plan_to",
        /// Not needed.
        NotNeeded = "not_needed",
        /// Not sure.
        NotSure = "not_sure",
    }
}

/// What was said on the gentle path (`content.md` §6.2): role and day only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safety {
    /// Whose safety.
    pub whose: Option<SafetyOf>,
    /// Which kinds.
    pub kinds: Vec<SafetyKind>,
    /// Whether someone was told.
    pub told: Option<SafetyTold>,
    /// Who is to be told: a role.
    pub who: String,
    /// The day, as it was typed.
    pub day: String,
}

/// Sharing my story: the check before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What I hoped it would do for them.
    pub hope: String,
    /// What I kept for myself.
    pub keep_back: String,
    /// What it seemed to do for them.
    pub for_them: String,
    /// What it was like for me.
    pub for_me: String,
}

/// One answer, with the wording it answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The item's id.
    pub item: ItemId,
    /// The heading's id.
    pub heading: HeadingId,
    /// The question as it was shown.
    pub question: String,
    /// The answer; `None` when only words were written.
    pub answer: Option<Answer>,
    /// The line beside it.
    pub note: String,
    /// Whether it points to the entry's moment instead of telling it again.
    pub points_to_moment: bool,
    /// What was written to the go-deeper question.
    pub go_deeper: String,
}

/// What was said about an intention from before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revisited {
    /// The entry that made the intention.
    pub of: Id,
    /// Its words, as they were shown.
    pub words: String,
    /// What became of it; `None` when only a line was written.
    pub answer: Option<CarryAnswer>,
    /// A line about it.
    pub line: String,
}

/// What a deep walk adds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deep {
    /// What happened, kept small.
    pub what: String,
    /// So what.
    pub so_what: String,
    /// Now what.
    pub now_what: String,
    /// Seen from a step back.
    pub step_back: String,
}

/// What goes to supervision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervision {
    /// Whether it is on the list.
    pub bring: bool,
    /// A line for the hour.
    pub note: String,
}

impl Entry {
    /// Makes an entry that holds nothing but when it was and which pack was there.
    pub fn empty(id: Id, at: DateTime<FixedOffset>, pack: (String, u32), length: Length) -> Self {
        Self {
            id,
            started_at: at,
            finished_at: at,
            on: at.date_naive(),
            kind: None,
            stage: None,
            minutes: None,
            length,
            practice: false,
            pack: pack.0,
            pack_version: pack.1,
            left_me: Vec::new(),
            before_stop: None,
            answers: Vec::new(),
            moment: String::new(),
            stand_by: String::new(),
            next_time: String::new(),
            last_time: None,
            put_down: String::new(),
            talk_to: String::new(),
            deep: Deep::default(),
            supervision: Supervision::default(),
            tags: Vec::new(),
            later: Vec::new(),
            safety: None,
            story: None,
            attempt: None,
        }
    }

    /// Every text the worker wrote, in reading order: what search looks through.
    pub fn own_words(&self) -> Vec<&str> {
        let mut words = vec![self.moment.as_str()];
        for answered in &self.answers {
            words.extend([answered.note.as_str(), answered.go_deeper.as_str()]);
        }
        let deep = &self.deep;
        words.extend([
            deep.what.as_str(),
            deep.so_what.as_str(),
            deep.now_what.as_str(),
            deep.step_back.as_str(),
            self.stand_by.as_str(),
            self.next_time.as_str(),
            self.last_time.as_ref().map_or("", |last| &last.line),
            self.supervision.note.as_str(),
            self.put_down.as_str(),
            self.talk_to.as_str(),
        ]);
        if let Some(story) = &self.story {
            let Story {
                hope,
                keep_back,
                for_them,
                for_me,
            } = story;
            words.extend([hope, keep_back, for_them, for_me].map(String::as_str));
        }
        if let Some(Safety { who, day, .. }) = &self.safety {
            words.extend([who.as_str(), day.as_str()]);
        }
        if let Some(attempt) = &self.attempt {
            let Attempt {
                pull,
                own_way,
                not_thought_of,
                ..
            } = attempt;
            words.extend([pull, own_way, not_thought_of].map(String::as_str));
        }
        words.extend(self.tags.iter().map(String::as_str));
        words.extend(self.later.iter().map(|later| later.words.as_str()));
        words.retain(|text| !text.is_empty());
        words
    }

    /// The headings it answers under, each once, in their order.
    pub fn headings(&self) -> Vec<HeadingId> {
        let mut headings: Vec<HeadingId> = Vec::new();
        for answered in &self.answers {
            if !headings.contains(&answered.heading) {
                headings.push(answered.heading.clone());
            }
        }
        headings
    }

    /// The line a list shows for it: the moment, else the first words there are.
    pub fn first_words(&self) -> &str {
        self.own_words()
            .first()
            .copied()
            .unwrap_or("")
            .lines()
            .next()
            .unwrap_or("")
    }

    /// What was written under a heading, in the order asked. An answer that points to the moment has
    /// its words there, and the moment comes but once.
    pub fn lines_under(&self, heading: &HeadingId) -> Vec<&str> {
        let mut lines: Vec<&str> = Vec::new();
        for answered in self.answers.iter().filter(|it| it.heading == *heading) {
            let is_moment = answered.points_to_moment && answered.note.trim().is_empty();
            let moment = Some(self.moment.as_str()).filter(|it| is_moment && !lines.contains(it));
            lines.extend(moment);
            lines.extend([answered.note.as_str(), answered.go_deeper.as_str()]);
        }
        lines.retain(|words| !words.trim().is_empty());
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_from_before_these_fields_still_reads() {
        let at = DateTime::parse_from_rfc3339("2026-03-12T21:45:03Z").unwrap();
        let entry = Entry::empty(Id::at(1, &[1; 10]), at, ("p".into(), 1), Length::Quick);
        let mut body = serde_json::to_value(&entry).unwrap();
        for newer in ["last_time", "later", "safety", "story"] {
            body.as_object_mut().unwrap().remove(newer);
        }
        assert_eq!(serde_json::from_value::<Entry>(body).unwrap(), entry);
    }

    #[test]
    fn the_moment_that_answers_point_to_is_among_the_lines_of_their_heading_once() {
        let at = DateTime::parse_from_rfc3339("2026-03-12T21:45:03Z").unwrap();
        let mut entry = Entry::empty(Id::at(1, &[1; 10]), at, ("p".into(), 1), Length::Quick);
        entry.moment = "I asked which chair.".into();
        let answered = |heading: &str, note: &str, points_to_moment| Answered {
            item: ItemId::new("X1"),
            heading: HeadingId::new(heading),
            question: String::new(),
            answer: None,
            note: note.into(),
            points_to_moment,
            go_deeper: String::new(),
        };
        entry.answers = vec![
            answered("MUT", "", true),
            answered("SAF", "the door", true),
            answered("MUT", "", true),
            answered("MUT", "a line", false),
        ];
        let lines = |heading| entry.lines_under(&HeadingId::new(heading));
        assert_eq!(lines("MUT"), ["I asked which chair.", "a line"]);
        assert_eq!(lines("SAF"), ["the door"]);
        assert_eq!(lines("RES"), [""; 0]);
    }
}
