//! An entry as a page to read: everything it holds, in the words it answered.

use crate::cli::words;
use crate::content::{Choice, Pack};
use crate::domain::{Answered, Entry, say_day};

/// The lines of an entry. A blank line stands between its parts.
pub(crate) fn page(pack: &Pack, entry: &Entry) -> Vec<String> {
    let mut lines = vec![format!(
        "{}. {}.",
        words::length(entry.length),
        say_day(entry.on)
    )];
    lines.push(format!("{}: {}", words::ID, entry.id.short()));
    around(pack, entry, &mut lines);
    let mut texts = Texts(&mut lines);
    texts.part(&[(words::MY_MOMENT, &entry.moment)]);
    answers(pack, entry, &mut lines);
    let deep = &entry.deep;
    let mut texts = Texts(&mut lines);
    texts.part(&[
        (words::WHAT, &deep.what),
        (words::SO_WHAT, &deep.so_what),
        (words::NOW_WHAT, &deep.now_what),
        (words::STEP_BACK, &deep.step_back),
    ]);
    texts.part(&[
        (words::I_STAND_BY, &entry.stand_by),
        (words::NEXT_TIME, &entry.next_time),
    ]);
    last_time(pack, entry, &mut lines);
    if entry.supervision.bring {
        lines.extend([String::new(), words::BRING.to_owned()]);
    }
    let mut texts = Texts(&mut lines);
    texts.part(&[(words::BRING_LINE, &entry.supervision.note)]);
    texts.part(&[
        (words::PUT_DOWN, &entry.put_down),
        (words::TALK_TO, &entry.talk_to),
        (words::TAGS, &entry.tags.join(", ")),
    ]);
    lines
}

/// What stands around the words: the kind, the length, how it left me.
fn around(pack: &Pack, entry: &Entry, lines: &mut Vec<String>) {
    let option = |step: &str, id: &str| option_words(&pack.step(step).options, id);
    let mut line = |label: &str, text: String| lines.push(format!("{label}: {text}"));
    if let Some(kind) = entry.kind {
        line(words::KIND, option("arrive", kind.id()));
    }
    if let Some(stage) = entry.stage {
        line(words::STAGE, option("stage", stage.id()));
    }
    if let Some(minutes) = entry.minutes {
        line(words::MINUTES, minutes.to_string());
    }
    if !entry.left_me.is_empty() {
        let left: Vec<String> = entry
            .left_me
            .iter()
            .map(|left| option_words(&pack.leaving, left.id()))
            .collect();
        line(words::LEFT_ME, left.join(", "));
    }
    if let Some(need) = entry.before_stop {
        line(words::BEFORE_STOP, option("before_stop", need.id()));
    }
    if entry.practice {
        lines.push(words::FOR_PRACTICE.to_owned());
    }
}

/// What a choice is called; its id when this pack does not have it.
fn option_words(options: &[Choice], id: &str) -> String {
    let found = options.iter().find(|option| option.id == id);
    found.map_or_else(|| id.replace('_', " "), |option| option.text.clone())
}

fn answers(pack: &Pack, entry: &Entry, lines: &mut Vec<String>) {
    let mut under = "";
    for answered in &entry.answers {
        lines.push(String::new());
        if answered.heading.as_str() != under {
            under = answered.heading.as_str();
            lines.push(
                pack.set(under)
                    .map_or_else(|| under.to_owned(), |set| set.name.clone()),
            );
        }
        answer(pack, answered, entry.practice, lines);
    }
}

fn answer(pack: &Pack, answered: &Answered, practice: bool, lines: &mut Vec<String>) {
    lines.push(answered.question.clone());
    if let Some(answer) = answered.answer {
        let word = pack.scale_word(answer.id()).map_or_else(
            || answer.id().replace('_', " "),
            |word| match &word.practice_text {
                Some(text) if practice => text.clone(),
                _ => word.text.clone(),
            },
        );
        lines.push(format!("{}: {word}", words::ANSWERED));
    }
    if !answered.note.is_empty() {
        lines.push(format!("{}: {}", words::NOTE, answered.note));
    }
    if answered.points_to_moment {
        lines.push(words::POINTS_TO.to_owned());
    }
    if !answered.go_deeper.is_empty() {
        lines.push(format!("{}: {}", words::WENT_DEEPER, answered.go_deeper));
    }
}

/// What was said about the intention from before.
fn last_time(pack: &Pack, entry: &Entry, lines: &mut Vec<String>) {
    let Some(last) = &entry.last_time else { return };
    let step = pack.step("last_time");
    lines.extend([
        String::new(),
        format!("{}: {}", words::LAST_TIME, last.words),
    ]);
    if let Some(answer) = last.answer {
        let word = option_words(&step.options, answer.id());
        lines.push(format!("{}: {word}", words::ANSWERED));
    }
    if !last.line.is_empty() {
        lines.push(format!("{}: {}", step.line, last.line));
    }
}

/// Lines on their way, a part at a time.
struct Texts<'a>(&'a mut Vec<String>);

impl Texts<'_> {
    /// Adds the texts that hold something, after a blank line.
    fn part(&mut self, texts: &[(&str, &str)]) {
        let mut texts = texts.iter().filter(|(_, text)| !text.is_empty()).peekable();
        if texts.peek().is_some() {
            self.0.push(String::new());
        }
        self.0
            .extend(texts.map(|(label, text)| format!("{label}: {text}")));
    }
}
