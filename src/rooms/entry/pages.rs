//! The pages that parts of an entry are changed on, and what stands on them at first.

use crate::content::{Choice, Pack};
use crate::domain::{
    Answer, Answered, CarryAnswer, Entry, Field, FormField, ItemId, Kind, Need, SafetyOf,
    SafetyTold, Stage,
};
use crate::reflection::{Ask, Kept, LineLabels, Page, Part as Asked, Pick, Room, line_label};

use super::parts::{Part, SAFETY, STORY};
use super::words;

/// The page one part is changed on.
pub(super) fn page(pack: &Pack, entry: &Entry, part: &Part) -> Page {
    let mut page = match part {
        Part::Answer(item) => answer(pack, entry, item),
        Part::Safety | Part::Story => beside(pack, part),
        Part::Later(_) => Page {
            question: part.title(pack, entry),
            parts: vec![text(part, words::MY_ADDED_LINE, entry)],
            ..Page::default()
        },
        _ => plain(pack, entry, part),
    };
    page.room = Room::Form;
    page.title = match part {
        Part::Answer(item) => heading(pack, entry, item),
        _ => part.title(pack, entry),
    };
    if let (Part::LastTime, Some(last)) = (part, &entry.last_time) {
        page.kept.push(Kept {
            label: words::I_WROTE.to_owned(),
            words: last.words.clone(),
        });
    }
    page.under.push(words::EARLIER_STAY.to_owned());
    page
}

/// What is asked in the words of the walk.
fn plain(pack: &Pack, entry: &Entry, part: &Part) -> Page {
    let Some(step) = part.step(entry).map(|step| pack.step(step)) else {
        return Page::default();
    };
    let choice = |field, most| asked(field, "", picks(&step.options), most);
    let line = |field| line(field, &step.line);
    let parts = match part {
        Part::Day => vec![line(Field::Day)],
        Part::Kind => vec![choice(Field::Kind, 1)],
        Part::Stage => vec![choice(Field::Stage, 1)],
        Part::Minutes => vec![line(Field::Minutes)],
        Part::Need => vec![choice(Field::Need, 1)],
        Part::Left => vec![asked(Field::Left, "", picks(&pack.leaving), 2)],
        Part::LastTime => vec![choice(Field::Last, 1), line(Field::LastLine)],
        Part::Supervision => vec![choice(Field::Bring, 1), line(Field::BringLine)],
        // The ways that were offered are not here, so there is no "or".
        Part::OwnWay => vec![text(part, words::OWN_WAY, entry)],
        _ => vec![text(part, &step.line, entry)],
    };
    let under = match part {
        Part::Day => vec![words::DAY_LEFT_BLANK.to_owned()],
        // What was chosen of the ways stays, so there is nothing to say about choosing.
        Part::OwnWay => Vec::new(),
        _ => step.under.first().into_iter().cloned().collect(),
    };
    Page {
        question: step.question.clone(),
        under,
        parts,
        ..Page::default()
    }
}

/// The answer, its line and what goes deeper, under the question as it was asked.
fn answer(pack: &Pack, entry: &Entry, item: &ItemId) -> Page {
    let answered = entry.answers.iter().find(|it| it.item == *item);
    let known = pack.item(item.as_str()).map(|(_, item)| item);
    let question = match (answered, known) {
        (Some(answered), _) => answered.question.clone(),
        (None, Some(known)) => known.question.clone(),
        (None, None) => item.to_string(),
    };
    let scale: Vec<Pick> = pack
        .scale
        .iter()
        .map(|word| Pick {
            id: word.id.clone(),
            key: word.key,
            words: match &word.practice_text {
                Some(practice) if entry.practice => practice.clone(),
                _ => word.text.clone(),
            },
        })
        .collect();
    let then = line_label(pack, entry.practice, answered.and_then(|it| it.answer));
    let deeper = known.map_or(words::GOING_DEEPER, |known| &known.go_deeper);
    let mut parts = vec![
        asked(Field::Answer(item.clone()), words::MY_ANSWER, scale, 1),
        long_or_short(
            Field::Note(item.clone()),
            then,
            answered.map_or("", |it| &it.note),
        ),
        Asked {
            field: Field::Deeper(item.clone()),
            label: deeper.to_owned(),
            ask: Ask::Note,
        },
    ];
    if !entry.moment.trim().is_empty() || answered.is_some_and(|it| it.points_to_moment) {
        let points = vec![Pick {
            id: "yes".to_owned(),
            key: 'm',
            words: pack.step("item").line.clone(),
        }];
        parts.push(asked(Field::Points(item.clone()), "", points, 1));
    }
    Page {
        question,
        parts,
        ..Page::default()
    }
}

/// What stands over the line of an answer: it goes by what is chosen on the form.
pub(super) fn labels(pack: &Pack, entry: &Entry, part: &Part) -> Option<LineLabels> {
    let Part::Answer(item) = part else {
        return None;
    };
    let label = |answer: &Answer| {
        let label = line_label(pack, entry.practice, Some(*answer));
        (answer.id().to_owned(), label.to_owned())
    };
    Some(LineLabels {
        choice: Field::Answer(item.clone()),
        line: Field::Note(item.clone()),
        by_choice: Answer::ALL.iter().map(label).collect(),
    })
}

/// What was said on the gentle path, or of sharing a story, in the words it was asked in.
fn beside(pack: &Pack, part: &Part) -> Page {
    let fields: &[FormField] = if *part == Part::Safety {
        &SAFETY
    } else {
        &STORY
    };
    let words = |field: &FormField| pack.steps.get(&format!("form_{field}"));
    let parts = fields.iter().filter_map(|field| {
        let words = words(field)?;
        let most = if *field == FormField::Kinds {
            words.options.len()
        } else {
            1
        };
        Some(if words.options.is_empty() {
            line(Field::Form(*field), &words.line)
        } else {
            asked(
                Field::Form(*field),
                &words.question,
                picks(&words.options),
                most,
            )
        })
    });
    Page {
        question: if *part == Part::Safety {
            words::SAFETY
        } else {
            words::STORY
        }
        .to_owned(),
        parts: parts.collect(),
        ..Page::default()
    }
}

fn heading(pack: &Pack, entry: &Entry, item: &ItemId) -> String {
    let answered = entry.answers.iter().find(|it| it.item == *item);
    let id = answered.map_or("", |it| it.heading.as_str());
    let name = pack.set(id).map(|set| set.name.clone());
    name.unwrap_or_else(|| words::MY_ANSWER.to_owned())
}

/// What stands on the page of a part at first.
pub(super) fn start(entry: &Entry, part: &Part) -> Vec<(Field, String)> {
    let one = |field: Field, words: String| vec![(field, words)];
    match part {
        Part::Day => one(Field::Day, entry.on.to_string()),
        Part::Kind => one(Field::Kind, id(entry.kind.map(Kind::id))),
        Part::Stage => one(Field::Stage, id(entry.stage.map(Stage::id))),
        Part::Minutes => one(
            Field::Minutes,
            entry.minutes.map_or_else(String::new, |it| it.to_string()),
        ),
        Part::Need => one(Field::Need, id(entry.before_stop.map(Need::id))),
        Part::Left => {
            let left: Vec<&str> = entry.left_me.iter().map(|it| it.id()).collect();
            one(Field::Left, left.join(","))
        }
        Part::Answer(item) => {
            let answered = entry.answers.iter().find(|it| it.item == *item);
            answered.map_or_else(Vec::new, answered_start)
        }
        Part::LastTime => entry.last_time.as_ref().map_or_else(Vec::new, |last| {
            vec![
                (Field::Last, id(last.answer.map(CarryAnswer::id))),
                (Field::LastLine, last.line.clone()),
            ]
        }),
        Part::Supervision => supervision_start(entry),
        Part::Safety => safety_start(entry),
        Part::Story => entry.story.as_ref().map_or_else(Vec::new, |story| {
            let said = [
                &story.hope,
                &story.keep_back,
                &story.for_them,
                &story.for_me,
            ];
            let fields = STORY.map(Field::Form).into_iter();
            fields.zip(said.map(Clone::clone)).collect()
        }),
        text => {
            let own = text.own_words(entry).to_owned();
            text.fields()
                .into_iter()
                .map(|it| (it, own.clone()))
                .collect()
        }
    }
}

fn answered_start(answered: &Answered) -> Vec<(Field, String)> {
    let item = || answered.item.clone();
    let points = if answered.points_to_moment { "yes" } else { "" };
    vec![
        (Field::Answer(item()), id(answered.answer.map(Answer::id))),
        (Field::Note(item()), answered.note.clone()),
        (Field::Deeper(item()), answered.go_deeper.clone()),
        (Field::Points(item()), points.to_owned()),
    ]
}

fn supervision_start(entry: &Entry) -> Vec<(Field, String)> {
    let supervision = &entry.supervision;
    let bring = match (supervision.bring, supervision.note.is_empty()) {
        (true, _) => "yes",
        (false, false) => "not_now",
        (false, true) => "",
    };
    vec![
        (Field::Bring, bring.to_owned()),
        (Field::BringLine, supervision.note.clone()),
    ]
}

fn safety_start(entry: &Entry) -> Vec<(Field, String)> {
    let Some(safety) = &entry.safety else {
        return Vec::new();
    };
    let kinds: Vec<&str> = safety.kinds.iter().map(|it| it.id()).collect();
    let said = [
        id(safety.whose.map(SafetyOf::id)),
        kinds.join(","),
        id(safety.told.map(SafetyTold::id)),
        safety.who.clone(),
        safety.day.clone(),
    ];
    SAFETY.map(Field::Form).into_iter().zip(said).collect()
}

fn id(id: Option<&str>) -> String {
    id.unwrap_or_default().to_owned()
}

/// A part that is one text: of several lines where the walk asks so, or where it has them.
fn text(part: &Part, label: &str, entry: &Entry) -> Asked {
    let is_long = matches!(
        part,
        Part::What
            | Part::SoWhat
            | Part::NowWhat
            | Part::StepBack
            | Part::Pull
            | Part::NotThoughtOf
            | Part::Later(_)
    );
    let field = part.fields().remove(0);
    let mut asked = long_or_short(field, label, part.own_words(entry));
    if is_long {
        asked.ask = Ask::Note;
    }
    asked
}

/// One line, unless there are several already: an editor of one line would join them.
fn long_or_short(field: Field, label: &str, now: &str) -> Asked {
    let mut asked = line(field, label);
    if now.contains('\n') {
        asked.ask = Ask::Note;
    }
    asked
}

pub(super) fn line(field: Field, label: &str) -> Asked {
    Asked {
        field,
        label: label.to_owned(),
        ask: Ask::Line { starter: None },
    }
}

fn asked(field: Field, label: &str, picks: Vec<Pick>, most: usize) -> Asked {
    Asked {
        field,
        label: label.to_owned(),
        ask: Ask::Choice { picks, most },
    }
}

fn picks(choices: &[Choice]) -> Vec<Pick> {
    let pick = |choice: &Choice| Pick {
        id: choice.id.clone(),
        key: choice.key,
        words: choice.text.clone(),
    };
    choices.iter().map(pick).collect()
}
