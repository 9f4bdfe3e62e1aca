//! The parts of an entry, in reading order: what each is called, and what it says now.

use crate::content::{Choice, Pack};
use crate::domain::{
    Attempt, CarryAnswer, Draft, Entry, Field, FormField, ItemId, Kind, Length, Need, Stage,
    say_day,
};

use super::words;

/// One part that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rooms) enum Part {
    Day,
    Kind,
    Stage,
    Minutes,
    Moment,
    Answer(ItemId),
    What,
    SoWhat,
    NowWhat,
    StepBack,
    StandBy,
    NextTime,
    LastTime,
    Supervision,
    PutDown,
    TalkTo,
    Need,
    Left,
    Safety,
    Story,
    /// A try: my first pull.
    Pull,
    /// A try: what I might do, in my own words.
    OwnWay,
    /// A try: what I had not thought of.
    NotThoughtOf,
    /// A line that was added later, by its time in milliseconds.
    Later(i64),
}

/// Every part of an entry, blank ones too, in reading order.
pub(in crate::rooms) fn parts(pack: &Pack, entry: &Entry) -> Vec<Part> {
    let mut parts = vec![Part::Day, Part::Kind, Part::Stage, Part::Minutes];
    parts.push(Part::Moment);
    parts.extend([Part::Pull, Part::OwnWay, Part::NotThoughtOf]);
    let answers = entry.answers.iter();
    parts.extend(answers.map(|answered| Part::Answer(answered.item.clone())));
    parts.extend([
        Part::What,
        Part::SoWhat,
        Part::NowWhat,
        Part::StepBack,
        Part::StandBy,
        Part::NextTime,
        Part::LastTime,
        Part::Supervision,
        Part::PutDown,
        Part::TalkTo,
        Part::Need,
        Part::Left,
        Part::Safety,
        Part::Story,
    ]);
    let later = entry.later.iter();
    parts.extend(later.map(|later| Part::Later(later.at.timestamp_millis())));
    parts.retain(|part| {
        part.is_blank(pack, entry)
            .is_none_or(|blank| !blank || part.can_be_added(entry))
    });
    parts
}

impl Part {
    /// The part that a field of a form belongs to; `None` for a field of none.
    pub(super) fn of(field: &Field) -> Option<Self> {
        Some(match field {
            Field::Day => Self::Day,
            Field::Kind => Self::Kind,
            Field::Stage => Self::Stage,
            Field::Minutes => Self::Minutes,
            Field::Moment => Self::Moment,
            Field::Answer(item) | Field::Note(item) | Field::Deeper(item) | Field::Points(item) => {
                Self::Answer(item.clone())
            }
            Field::What => Self::What,
            Field::SoWhat => Self::SoWhat,
            Field::NowWhat => Self::NowWhat,
            Field::StepBack => Self::StepBack,
            Field::StandBy => Self::StandBy,
            Field::NextTime => Self::NextTime,
            Field::Last | Field::LastLine => Self::LastTime,
            Field::Bring | Field::BringLine => Self::Supervision,
            Field::PutDown => Self::PutDown,
            Field::TalkTo => Self::TalkTo,
            Field::Need => Self::Need,
            Field::Left => Self::Left,
            Field::Form(field) if SAFETY.contains(field) => Self::Safety,
            Field::Form(field) if STORY.contains(field) => Self::Story,
            Field::Pull => Self::Pull,
            Field::OwnWay => Self::OwnWay,
            Field::NotThoughtOf => Self::NotThoughtOf,
            Field::LaterLine(at) => Self::Later(*at),
            _ => return None,
        })
    }

    /// The fields it is written in.
    pub(super) fn fields(&self) -> Vec<Field> {
        let form = |fields: &[FormField]| fields.iter().copied().map(Field::Form).collect();
        match self {
            Self::Day => vec![Field::Day],
            Self::Kind => vec![Field::Kind],
            Self::Stage => vec![Field::Stage],
            Self::Minutes => vec![Field::Minutes],
            Self::Moment => vec![Field::Moment],
            Self::Answer(item) => [Field::Answer, Field::Note, Field::Deeper, Field::Points]
                .map(|field| field(item.clone()))
                .to_vec(),
            Self::What => vec![Field::What],
            Self::SoWhat => vec![Field::SoWhat],
            Self::NowWhat => vec![Field::NowWhat],
            Self::StepBack => vec![Field::StepBack],
            Self::StandBy => vec![Field::StandBy],
            Self::NextTime => vec![Field::NextTime],
            Self::LastTime => vec![Field::Last, Field::LastLine],
            Self::Supervision => vec![Field::Bring, Field::BringLine],
            Self::PutDown => vec![Field::PutDown],
            Self::TalkTo => vec![Field::TalkTo],
            Self::Need => vec![Field::Need],
            Self::Left => vec![Field::Left],
            Self::Safety => form(&SAFETY),
            Self::Story => form(&STORY),
            Self::Pull => vec![Field::Pull],
            Self::OwnWay => vec![Field::OwnWay],
            Self::NotThoughtOf => vec![Field::NotThoughtOf],
            Self::Later(at) => vec![Field::LaterLine(*at)],
        }
    }

    /// The step whose words it is asked in; `None` where it has words of its own.
    pub(super) fn step(&self, entry: &Entry) -> Option<&'static str> {
        Some(match self {
            Self::Day => "day",
            Self::Kind => "arrive",
            Self::Stage => "stage",
            Self::Minutes => "minutes",
            Self::Moment if is_line(entry) => "land_line",
            Self::Moment => "moment",
            Self::What => "what",
            Self::SoWhat => "so_what",
            Self::NowWhat => "now_what",
            Self::StepBack => "step_back",
            Self::StandBy => "stand_by",
            Self::Pull => "try_pull",
            Self::OwnWay => "try_way",
            Self::NotThoughtOf => "try_not_thought",
            Self::NextTime if entry.attempt.is_some() => "try_next",
            Self::NextTime => "next_time",
            Self::LastTime => "last_time",
            Self::Supervision => "supervision",
            Self::PutDown => "set_down",
            Self::TalkTo if entry.length == Length::Land => "land_talk_to",
            Self::TalkTo => "talk_to",
            Self::Need => "before_stop",
            Self::Left => "left_me",
            Self::Answer(_) | Self::Safety | Self::Story | Self::Later(_) => return None,
        })
    }

    /// What it is called in the list of parts.
    pub(in crate::rooms) fn title(&self, pack: &Pack, entry: &Entry) -> String {
        match self {
            Self::Moment if is_line(entry) => words::MY_LINE.to_owned(),
            Self::Kind => words::KIND.to_owned(),
            Self::TalkTo => words::TALK_TO.to_owned(),
            Self::LastTime => words::LAST_TIME.to_owned(),
            Self::Left => words::LEFT_ME.to_owned(),
            Self::Safety => words::SAFETY.to_owned(),
            Self::Story => words::STORY.to_owned(),
            Self::PutDown => pack.step("set_down").line.clone(),
            Self::OwnWay => pack.step("try_way").question.clone(),
            Self::NotThoughtOf => pack.step("try_not_thought").line.clone(),
            Self::Later(at) => later(entry, *at)
                .map_or_else(String::new, |later| words::added_on(later.at.date_naive())),
            Self::Answer(item) => {
                let answered = entry.answers.iter().find(|it| it.item == *item);
                answered.map_or_else(|| item.to_string(), |it| it.question.clone())
            }
            _ => {
                let step = self.step(entry).map(|step| pack.step(step));
                step.map_or_else(String::new, |step| step.title.clone())
            }
        }
    }

    /// What it says now, in a few words; empty where it is blank.
    pub(super) fn says(&self, pack: &Pack, entry: &Entry) -> String {
        let option = |id: Option<&str>| {
            let step = self.step(entry).map(|step| pack.step(step));
            let options = step.map_or(&[][..], |step| &step.options);
            id.map_or_else(String::new, |id| said(options, id))
        };
        let text = match self {
            Self::Day => say_day(entry.on),
            Self::Kind => option(entry.kind.map(Kind::id)),
            Self::Stage => option(entry.stage.map(Stage::id)),
            Self::Minutes => entry.minutes.map_or_else(String::new, |it| it.to_string()),
            Self::Need => option(entry.before_stop.map(Need::id)),
            Self::Left => {
                let left = entry.left_me.iter();
                let left: Vec<String> = left.map(|it| said(&pack.leaving, it.id())).collect();
                left.join(", ")
            }
            Self::Answer(item) => answer(pack, entry, item),
            Self::LastTime => entry.last_time.as_ref().map_or_else(String::new, |last| {
                let answer = option(last.answer.map(CarryAnswer::id));
                first_of([last.line.as_str(), answer.as_str()])
            }),
            Self::Supervision => supervision(entry),
            Self::Safety => entry.safety.as_ref().map_or_else(String::new, |safety| {
                first_of([safety.who.as_str(), safety.day.as_str(), words::SAFETY])
            }),
            Self::Story => entry.story.as_ref().map_or_else(String::new, |it| {
                first_of([&it.hope, &it.keep_back, &it.for_them, &it.for_me].map(String::as_str))
            }),
            _ => self.own_words(entry).to_owned(),
        };
        text.lines().next().unwrap_or_default().trim().to_owned()
    }

    /// The text of a part that is one text.
    pub(super) fn own_words<'a>(&self, entry: &'a Entry) -> &'a str {
        match self {
            Self::Moment => &entry.moment,
            Self::What => &entry.deep.what,
            Self::SoWhat => &entry.deep.so_what,
            Self::NowWhat => &entry.deep.now_what,
            Self::StepBack => &entry.deep.step_back,
            Self::StandBy => &entry.stand_by,
            Self::NextTime => &entry.next_time,
            Self::PutDown => &entry.put_down,
            Self::TalkTo => &entry.talk_to,
            Self::Later(at) => later(entry, *at).map_or("", |later| &later.words),
            Self::Pull => tried(entry, |it| &it.pull),
            Self::OwnWay => tried(entry, |it| &it.own_way),
            Self::NotThoughtOf => tried(entry, |it| &it.not_thought_of),
            _ => "",
        }
    }

    /// Every text of the person's own in it.
    pub(in crate::rooms) fn texts<'a>(&self, entry: &'a Entry) -> Vec<&'a str> {
        let mut texts = match self {
            Self::Answer(item) => {
                let answered = entry.answers.iter().find(|it| it.item == *item);
                answered.map_or_else(Vec::new, |it| vec![it.note.as_str(), &it.go_deeper])
            }
            Self::LastTime => entry.last_time.iter().map(|it| it.line.as_str()).collect(),
            Self::Supervision => vec![entry.supervision.note.as_str()],
            Self::Story => entry.story.as_ref().map_or_else(Vec::new, |it| {
                [&it.hope, &it.keep_back, &it.for_them, &it.for_me]
                    .map(String::as_str)
                    .to_vec()
            }),
            _ => vec![self.own_words(entry)],
        };
        texts.retain(|text| !text.trim().is_empty());
        texts
    }

    /// Whether nothing stands in it; `None` for what is never blank.
    pub(super) fn is_blank(&self, pack: &Pack, entry: &Entry) -> Option<bool> {
        match self {
            Self::Day | Self::Answer(_) | Self::Later(_) => None,
            Self::Safety => Some(entry.safety.is_none()),
            Self::Story => Some(entry.story.is_none()),
            Self::LastTime => Some(entry.last_time.is_none()),
            Self::Left => Some(entry.left_me.is_empty()),
            _ => Some(self.says(pack, entry).is_empty()),
        }
    }

    /// Whether it is offered though it is blank.
    fn can_be_added(&self, entry: &Entry) -> bool {
        match self {
            Self::LastTime | Self::Safety | Self::Story => false,
            Self::Pull | Self::OwnWay | Self::NotThoughtOf => entry.attempt.is_some(),
            // A try asks nothing else.
            Self::NextTime => true,
            _ if entry.attempt.is_some() => false,
            Self::What | Self::SoWhat | Self::NowWhat | Self::StepBack => {
                entry.length == Length::Deep
            }
            // Practice has no part in supervision.
            Self::Supervision => !entry.practice,
            _ => true,
        }
    }
}

/// The fields of the gentle path.
pub(super) const SAFETY: [FormField; 5] = [
    FormField::Whose,
    FormField::Kinds,
    FormField::Told,
    FormField::ToldWho,
    FormField::ToldDay,
];

/// The fields of sharing a story.
pub(super) const STORY: [FormField; 4] = [
    FormField::Hope,
    FormField::KeepBack,
    FormField::ForThem,
    FormField::ForMe,
];

/// The parts that a form holds words for, in reading order.
pub(super) fn parts_of(draft: &Draft, pack: &Pack, entry: &Entry) -> Vec<Part> {
    let mut touched: Vec<Part> = Vec::new();
    for (field, _) in draft.fields() {
        if let Some(part) = Part::of(field).filter(|part| !touched.contains(part)) {
            touched.push(part);
        }
    }
    let order = parts(pack, entry);
    let place = |part: &Part| {
        order
            .iter()
            .position(|it| it == part)
            .unwrap_or(order.len())
    };
    touched.sort_by_key(place);
    touched
}

/// A line of Land, or one caught from the shell.
pub(super) fn is_line(entry: &Entry) -> bool {
    matches!(entry.length, Length::Land | Length::Note)
}

/// A text of a try; blank in every other entry.
fn tried(entry: &Entry, text: impl Fn(&Attempt) -> &String) -> &str {
    entry.attempt.as_ref().map_or("", |it| text(it))
}

fn later(entry: &Entry, at: i64) -> Option<&crate::domain::Later> {
    entry
        .later
        .iter()
        .find(|later| later.at.timestamp_millis() == at)
}

fn supervision(entry: &Entry) -> String {
    let supervision = &entry.supervision;
    let state = match (supervision.bring, supervision.note.is_empty()) {
        (true, _) => words::ON_LIST,
        (false, false) => words::NOT_ON_LIST,
        (false, true) => "",
    };
    first_of([supervision.note.as_str(), state])
}

fn answer(pack: &Pack, entry: &Entry, item: &ItemId) -> String {
    let Some(answered) = entry.answers.iter().find(|it| it.item == *item) else {
        return String::new();
    };
    let word = answered.answer.map(|answer| {
        let word = pack.scale_word(answer.id());
        match word {
            Some(word) if entry.practice => word.practice_text.as_ref().unwrap_or(&word.text),
            Some(word) => &word.text,
            None => "",
        }
    });
    first_of([
        answered.note.as_str(),
        answered.go_deeper.as_str(),
        word.unwrap_or_default(),
        pack.step("item").line.as_str(),
    ])
}

/// The first of these that says something.
fn first_of<const N: usize>(texts: [&str; N]) -> String {
    let said = texts.into_iter().find(|text| !text.trim().is_empty());
    said.unwrap_or_default().to_owned()
}

/// What a choice is called; its id when this pack does not have it.
fn said(options: &[Choice], id: &str) -> String {
    let found = options.iter().find(|option| option.id == id);
    found.map_or_else(|| id.replace('_', " "), |option| option.text.clone())
}
