//! The steps of a walk, by names that are stored in drafts.

use std::fmt;

use crate::domain::{HeadingId, ItemId};

/// One step. Its text form is stored as a draft's place and must not change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// How much time there is.
    Length,
    /// What kind of time it was.
    Arrive,
    /// Stage, day, minutes, practice: only when "add more" was opened.
    More,
    /// How it has left me.
    Left,
    /// Does anything need to happen before I stop.
    Need,
    /// The moment I want to keep.
    Moment,
    /// Which headings to look at more fully.
    Headings,
    /// One question of the checklist.
    Item(ItemId),
    /// A heading's go-deeper question.
    Deeper(HeadingId),
    /// A quiet page on safety: only when it was opened.
    Gentle,
    /// What happened, kept small.
    What,
    /// So what.
    SoWhat,
    /// Now what.
    NowWhat,
    /// From a step back.
    StepBack,
    /// Something I stand by.
    StandBy,
    /// One small thing for next time.
    NextTime,
    /// What became of the last one.
    LastTime,
    /// Whether to bring it to supervision.
    Supervision,
    /// What will help me put it down, and who I could talk to.
    SetDown,
    /// Land: does anything need to happen now.
    LandNeed,
    /// Land: one line.
    LandLine,
    /// Land: something I stand by.
    LandStandBy,
    /// Land: who I will talk to.
    LandTalkTo,
    /// Land: keep it or let it go.
    LandKeep,
    /// A vignette: its story.
    Story,
    /// A vignette: my first pull.
    Pull,
    /// A vignette: what I might do.
    Way,
    /// A vignette: how sure I am.
    Sure,
    /// A vignette: from here what I chose stays.
    Commit,
    /// A vignette: one of the views, counted from 0.
    View(usize),
    /// A vignette: where the views differ.
    Differ,
    /// A vignette: what I had not thought of.
    NotThought,
    /// A vignette: one small thing for next time.
    TryNext,
    /// A vignette: what I would want.
    Want,
}

/// Every step without an id, with its name: the pack's words are found by the same name.
const NAMES: [(Step, &str); 31] = [
    (Step::Length, "length"),
    (Step::Arrive, "arrive"),
    (Step::More, "more"),
    (Step::Left, "left_me"),
    (Step::Need, "before_stop"),
    (Step::Moment, "moment"),
    (Step::Headings, "headings"),
    (Step::Gentle, "gentle"),
    (Step::What, "what"),
    (Step::SoWhat, "so_what"),
    (Step::NowWhat, "now_what"),
    (Step::StepBack, "step_back"),
    (Step::StandBy, "stand_by"),
    (Step::NextTime, "next_time"),
    (Step::LastTime, "last_time"),
    (Step::Supervision, "supervision"),
    (Step::SetDown, "set_down"),
    (Step::LandNeed, "land_need"),
    (Step::LandLine, "land_line"),
    (Step::LandStandBy, "land_stand_by"),
    (Step::LandTalkTo, "land_talk_to"),
    (Step::LandKeep, "land_keep"),
    (Step::Story, "try_story"),
    (Step::Pull, "try_pull"),
    (Step::Way, "try_way"),
    (Step::Sure, "try_sure"),
    (Step::Commit, "try_commit"),
    (Step::Differ, "try_differ"),
    (Step::NotThought, "try_not_thought"),
    (Step::TryNext, "try_next"),
    (Step::Want, "try_want"),
];

impl Step {
    /// Reads the stored name of a step.
    pub fn read(name: &str) -> Option<Self> {
        if let Some((step, _)) = NAMES.iter().find(|(_, plain)| *plain == name) {
            return Some(step.clone());
        }
        match name.split_once('.')? {
            ("item", id) => Some(Self::Item(ItemId::new(id))),
            ("deeper", id) => Some(Self::Deeper(HeadingId::new(id))),
            ("try_view", place) => place.parse().ok().map(Self::View),
            _ => None,
        }
    }

    /// The name of the words a pack has for this step.
    pub fn words_name(&self) -> &'static str {
        match self {
            Self::Item(_) => "item",
            Self::Deeper(_) => "deeper",
            Self::View(_) => "try_view",
            plain => NAMES
                .iter()
                .find(|(step, _)| step == plain)
                .map_or("", |(_, name)| name),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item(id) => write!(f, "item.{id}"),
            Self::Deeper(id) => write!(f, "deeper.{id}"),
            Self::View(place) => write!(f, "try_view.{place}"),
            plain => f.write_str(plain.words_name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_reads_back_from_its_name() {
        let mut steps: Vec<Step> = NAMES.iter().map(|(step, _)| step.clone()).collect();
        steps.push(Step::Item(ItemId::new("MUT1")));
        steps.push(Step::Deeper(HeadingId::new("MUT")));
        steps.push(Step::View(3));
        for step in steps {
            assert_eq!(Step::read(&step.to_string()), Some(step));
        }
        assert_eq!(Step::read("item"), None);
    }
}
