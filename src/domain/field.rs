//! The names of everything a person can type or choose in a walk.
//!
//! A draft is kept field by field, so that a key in one note writes one small row. The text form
//! of a field is stored in the journal and must not change.

use std::fmt;

use super::{CardLine, FormField, Id, ItemId, Topic};

/// One thing that can be written or chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// How long the walk is.
    Length,
    /// Whether the walk asked how long it should be.
    AskedLength,
    /// Whether this is practice.
    Practice,
    /// The pack whose words are shown.
    Pack,
    /// Its version.
    PackVersion,
    /// When the walk began.
    Started,
    /// Which step the person was at.
    Place,
    /// The item that takes its turn in a quick walk.
    Turn,
    /// The heading offered because it has not been visited lately.
    Offered,
    /// What kind of time it was.
    Kind,
    /// Whether "add more" was opened.
    More,
    /// Where in the work together.
    Stage,
    /// The day it was, if not today.
    Day,
    /// How many minutes it took.
    Minutes,
    /// How it has left me.
    Left,
    /// What needs to happen before I stop.
    Need,
    /// The moment I want to keep.
    Moment,
    /// The headings chosen to look at more fully.
    Headings,
    /// The wording of an item as it was shown.
    Asked(ItemId),
    /// The answer to an item.
    Answer(ItemId),
    /// The line beside an answer.
    Note(ItemId),
    /// Whether an answer points to the moment already written.
    Points(ItemId),
    /// What was written to the item's go-deeper question.
    Deeper(ItemId),
    /// Deep: what happened, kept small.
    What,
    /// Deep: so what.
    SoWhat,
    /// Deep: now what.
    NowWhat,
    /// Deep: seen from a step back.
    StepBack,
    /// Something I stand by.
    StandBy,
    /// One small thing for next time.
    NextTime,
    /// Which carry-forward is asked about.
    LastOf,
    /// Its words, as they were shown.
    LastWords,
    /// Whether the question about it was seen.
    LastSeen,
    /// What became of it.
    Last,
    /// A line about it.
    LastLine,
    /// Whether to bring this to supervision.
    Bring,
    /// A line for supervision.
    BringLine,
    /// What will help me put it down.
    PutDown,
    /// Who I could talk to.
    TalkTo,
    /// Land: keep it or let it go.
    Keep,
    /// A line of the support card.
    Card(CardLine),
    /// A setting, on first run.
    Setting(Setting),
    /// Something on a form.
    Form(FormField),
    /// A fresh line for the hour, about something that comes from an entry.
    Line(LineOf),
    /// When the entry was finished that is opened up again.
    Finished,
    /// A line that was added to an entry later, known by its time in milliseconds.
    LaterLine(i64),
    /// Whether the walk began as a goodbye: then its stage and its heading were not chosen.
    Goodbye,
    /// The vignette that is tried.
    Vignette,
    /// The version of its words.
    VignetteVersion,
    /// Its title, as it was shown.
    VignetteTitle,
    /// Its story, as it was shown: paragraphs with a blank line between them.
    VignetteStory,
    /// What one might do, as it was offered: an id and its words on each line.
    VignetteWays,
    /// The items it links to.
    VignetteItems,
    /// My first pull.
    Pull,
    /// What I might do, of what is offered.
    Ways,
    /// What I might do, in my own words.
    OwnWay,
    /// How sure I am of it.
    HowSure,
    /// Whether I have gone on to the views: what I chose stays from there.
    Committed,
    /// What I had not thought of.
    NotThoughtOf,
    /// What I would want.
    Want,
}

/// What a fresh line for the hour is about: one entry may be brought for several things, and each
/// has a line of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineOf {
    /// The entry.
    pub entry: Id,
    /// The topic and the id of the heading; lines that were typed before each thing had its own
    /// know neither.
    pub thing: Option<(Topic, String)>,
}

impl LineOf {
    fn read(name: &str) -> Option<Self> {
        let (entry, thing) = match name.split_once('.') {
            None => (name, None),
            Some((entry, thing)) => {
                let (topic, heading) = thing.split_once('.')?;
                let topic = Topic::from_id(topic)?;
                (entry, Some((topic, heading.to_owned())))
            }
        };
        let entry = entry.parse().ok()?;
        Some(Self { entry, thing })
    }
}

impl fmt::Display for LineOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The entry comes first: a line goes with its entry, and is known by these letters then.
        write!(f, "{}", self.entry)?;
        match &self.thing {
            Some((topic, heading)) => write!(f, ".{topic}.{heading}"),
            None => Ok(()),
        }
    }
}

/// A choice of the first run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Whether other people use this computer.
    Shared,
    /// Full screen or plain.
    Way,
    /// Which colours.
    Look,
    /// What to begin with.
    Begin,
    /// Whether to lock the journal.
    Lock,
    /// Which place's words are used.
    Words,
}

impl Setting {
    const NAMES: [(Self, &'static str); 6] = [
        (Self::Shared, "shared"),
        (Self::Way, "way"),
        (Self::Look, "look"),
        (Self::Begin, "begin"),
        (Self::Lock, "lock"),
        (Self::Words, "words"),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Way => "way",
            Self::Look => "look",
            Self::Begin => "begin",
            Self::Lock => "lock",
            Self::Words => "words",
        }
    }
}

/// The fields that carry no id, with the names they are stored under.
const PLAIN: [(Field, &str); 49] = [
    (Field::Length, "length"),
    (Field::AskedLength, "asked_length"),
    (Field::Practice, "practice"),
    (Field::Pack, "pack"),
    (Field::PackVersion, "pack_version"),
    (Field::Started, "started"),
    (Field::Place, "place"),
    (Field::Turn, "turn"),
    (Field::Offered, "offered"),
    (Field::Kind, "kind"),
    (Field::More, "more"),
    (Field::Stage, "stage"),
    (Field::Day, "day"),
    (Field::Minutes, "minutes"),
    (Field::Left, "left"),
    (Field::Need, "need"),
    (Field::Moment, "moment"),
    (Field::Headings, "headings"),
    (Field::What, "what"),
    (Field::SoWhat, "so_what"),
    (Field::NowWhat, "now_what"),
    (Field::StepBack, "step_back"),
    (Field::StandBy, "stand_by"),
    (Field::NextTime, "next_time"),
    (Field::LastOf, "last_of"),
    (Field::LastWords, "last_words"),
    (Field::LastSeen, "last_seen"),
    (Field::Last, "last"),
    (Field::LastLine, "last_line"),
    (Field::Bring, "bring"),
    (Field::BringLine, "bring_line"),
    (Field::PutDown, "put_down"),
    (Field::TalkTo, "talk_to"),
    (Field::Keep, "keep"),
    (Field::Finished, "finished"),
    (Field::Goodbye, "goodbye"),
    (Field::Vignette, "vignette"),
    (Field::VignetteVersion, "vignette_version"),
    (Field::VignetteTitle, "vignette_title"),
    (Field::VignetteStory, "vignette_story"),
    (Field::VignetteWays, "vignette_ways"),
    (Field::VignetteItems, "vignette_items"),
    (Field::Pull, "pull"),
    (Field::Ways, "ways"),
    (Field::OwnWay, "own_way"),
    (Field::HowSure, "how_sure"),
    (Field::Committed, "committed"),
    (Field::NotThoughtOf, "not_thought_of"),
    (Field::Want, "want"),
];

impl Field {
    /// Reads the stored name of a field; `None` for a name this version does not know.
    pub fn read(name: &str) -> Option<Self> {
        if let Some((field, _)) = PLAIN.iter().find(|(_, plain)| *plain == name) {
            return Some(field.clone());
        }
        let (group, rest) = name.split_once('.')?;
        let item = || ItemId::new(rest);
        match group {
            "asked" => Some(Self::Asked(item())),
            "answer" => Some(Self::Answer(item())),
            "note" => Some(Self::Note(item())),
            "points" => Some(Self::Points(item())),
            "deeper" => Some(Self::Deeper(item())),
            "card" => CardLine::from_id(rest).map(Self::Card),
            "form" => FormField::from_id(rest).map(Self::Form),
            "line" => LineOf::read(rest).map(Self::Line),
            "later" => rest.parse().ok().map(Self::LaterLine),
            "setting" => Setting::NAMES
                .iter()
                .find(|(_, setting)| *setting == rest)
                .map(|(setting, _)| Self::Setting(*setting)),
            _ => None,
        }
    }

    /// Tells whether this is the person's own text or choice, not the walk's bookkeeping.
    pub fn is_own_words(&self) -> bool {
        !matches!(
            self,
            Self::Length
                | Self::AskedLength
                | Self::Practice
                | Self::Pack
                | Self::PackVersion
                | Self::Started
                | Self::Place
                | Self::Turn
                | Self::Offered
                | Self::More
                | Self::Asked(_)
                | Self::LastOf
                | Self::LastWords
                | Self::LastSeen
                | Self::Finished
                | Self::Goodbye
                | Self::Vignette
                | Self::VignetteVersion
                | Self::VignetteTitle
                | Self::VignetteStory
                | Self::VignetteWays
                | Self::VignetteItems
                | Self::Committed
                | Self::Form(FormField::Done | FormField::Heading)
        )
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked(item) => write!(f, "asked.{item}"),
            Self::Answer(item) => write!(f, "answer.{item}"),
            Self::Note(item) => write!(f, "note.{item}"),
            Self::Points(item) => write!(f, "points.{item}"),
            Self::Deeper(item) => write!(f, "deeper.{item}"),
            Self::Card(line) => write!(f, "card.{line}"),
            Self::Setting(setting) => write!(f, "setting.{}", setting.name()),
            Self::Form(field) => write!(f, "form.{field}"),
            Self::Line(of) => write!(f, "line.{of}"),
            Self::LaterLine(at) => write!(f, "later.{at}"),
            plain => {
                let name = PLAIN
                    .iter()
                    .find(|(field, _)| field == plain)
                    .map_or("", |(_, name)| name);
                f.write_str(name)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_reads_back_from_its_name() {
        let item = ItemId::new("MUT1");
        let mut fields: Vec<Field> = PLAIN.iter().map(|(field, _)| field.clone()).collect();
        fields.extend([
            Field::Asked(item.clone()),
            Field::Answer(item.clone()),
            Field::Note(item.clone()),
            Field::Points(item.clone()),
            Field::Deeper(item),
            Field::Card(CardLine::Crisis),
            Field::Setting(Setting::Look),
            Field::Form(FormField::Agreed),
            Field::Line(LineOf {
                entry: Id::at(3, &[1; 10]),
                thing: None,
            }),
            Field::Line(LineOf {
                entry: Id::at(3, &[1; 10]),
                thing: Some((Topic::NotSure, String::new())),
            }),
            Field::Line(LineOf {
                entry: Id::at(3, &[1; 10]),
                thing: Some((Topic::WentWell, "a.heading".into())),
            }),
            Field::LaterLine(-5),
        ]);
        for field in fields {
            let name = field.to_string();
            assert!(!name.is_empty());
            assert_eq!(Field::read(&name), Some(field));
        }
        assert_eq!(Field::read("something newer"), None);
    }
}
