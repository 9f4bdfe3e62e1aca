//! What a try says, question by question, in the words of the pack.
//!
//! The leaf with tries side by side and the sheet for a tutor both tell it from here, so that neither
//! says what the other leaves out.

use crate::content::Pack;
use crate::domain::{Answered, Entry, HowSure, Want};

/// What was said to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rooms) struct Said {
    /// The step it was asked at, or the item: words may change, this does not.
    pub key: String,
    /// The question, as the leaf asks it.
    pub question: String,
    /// Its name in a few words, for the sheet; the question itself where it has none.
    pub name: String,
    /// What was chosen or written, piece by piece.
    pub words: Vec<String>,
}

/// What a try says; what was skipped leaves no trace.
pub(in crate::rooms) fn said(pack: &Pack, entry: &Entry) -> Vec<Said> {
    let attempt = entry.attempt.clone().unwrap_or_default();
    let option = |step: &str, id: Option<&str>| {
        let said = id.map(|id| match pack.step(step).option(id) {
            Some(option) => option.text.clone(),
            None => id.replace('_', " "),
        });
        said.unwrap_or_default()
    };
    let ways = attempt.ways.iter().map(|way| way.words.clone());
    let ways = ways.chain([attempt.own_way.clone()]).collect();
    let how_sure = option("try_sure", attempt.how_sure.map(HowSure::id));
    let want = option("try_want", attempt.want.map(Want::id));
    let mut all = vec![
        of_step(pack, "try_pull", vec![attempt.pull]),
        of_step(pack, "try_way", ways),
        of_step(pack, "try_sure", vec![how_sure]),
        Said {
            name: pack.step("try_not_thought").line.clone(),
            ..of_step(pack, "try_not_thought", vec![attempt.not_thought_of])
        },
    ];
    all.extend(reflected(pack, entry));
    all.extend(entry.answers.iter().map(|it| answer(pack, it)));
    all.extend(looked_deeper(pack, entry));
    all.push(of_step(pack, "try_next", vec![entry.next_time.clone()]));
    all.push(of_step(pack, "try_want", vec![want]));
    for said in &mut all {
        said.words.retain(|words| !words.trim().is_empty());
    }
    all.retain(|said| !said.words.is_empty());
    all
}

/// What a reflection asks before its questions; a try has none of it.
fn reflected(pack: &Pack, entry: &Entry) -> Option<Said> {
    let step = if entry.scene.is_empty() {
        "moment"
    } else {
        "practice_moment"
    };
    let is_there = entry.attempt.is_none();
    is_there.then(|| of_step(pack, step, vec![entry.moment.clone()]))
}

/// What it asks after them.
fn looked_deeper(pack: &Pack, entry: &Entry) -> Vec<Said> {
    let deep = &entry.deep;
    let all = [
        ("what", &deep.what),
        ("so_what", &deep.so_what),
        ("now_what", &deep.now_what),
        ("step_back", &deep.step_back),
        ("stand_by", &entry.stand_by),
    ];
    let all = all.into_iter();
    all.map(|(step, words)| of_step(pack, step, vec![words.clone()]))
        .collect()
}

fn of_step(pack: &Pack, key: &str, words: Vec<String>) -> Said {
    let step = pack.step(key);
    Said {
        key: key.to_owned(),
        question: step.question.clone(),
        name: step.title.clone(),
        words,
    }
}

fn answer(pack: &Pack, answered: &Answered) -> Said {
    let word = answered.answer.map(|answer| {
        let word = pack.scale_word(answer.id());
        word.map_or_else(
            || answer.id().replace('_', " "),
            |word| word.practice_text.as_ref().unwrap_or(&word.text).clone(),
        )
    });
    Said {
        key: answered.item.to_string(),
        question: answered.question.clone(),
        name: answered.question.clone(),
        words: vec![
            word.unwrap_or_default(),
            answered.note.clone(),
            answered.go_deeper.clone(),
        ],
    }
}
