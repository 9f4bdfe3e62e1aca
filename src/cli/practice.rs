//! `alongside practice`: the stories to try, and my tries.
//!
//! My own tries come first: the stories are many, and the same each time. It says which day a story was last tried and no more: nothing is counted, and none is ever finished.

use super::caller::Caller;
use super::reader::{open, print_json, print_lines};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::domain::say_day;
use crate::rooms::{PracticeSaid, SaidTry, SaidVignette};

/// Prints them.
pub(super) fn run(
    paths: Paths,
    named: bool,
    json: bool,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let desk = open(paths, named, caller)?.desk()?;
    let said = PracticeSaid::of(&desk.pack, &desk.store.tries(None)?);
    if json {
        return print_json(&said);
    }
    let mut lines = Vec::new();
    if !said.tries.is_empty() {
        lines.push(words::PRACTICE_TRIES.to_owned());
        lines.extend(said.tries.iter().flat_map(a_try));
        lines.push(String::new());
    }
    lines.push(words::PRACTICE_STORIES.to_owned());
    lines.extend(said.stories.iter().flat_map(story));
    print_lines(&lines)
}

/// One story, a fact a line.
fn story(story: &SaidVignette) -> Vec<String> {
    let mut lines = vec![
        String::new(),
        story.title.clone(),
        format!("{}: {}", words::PRACTICE_ABOUT, story.theme),
        format!("{}: {}", words::PRACTICE_HARD, story.hard),
    ];
    if let Some(day) = story.last_tried {
        lines.push(format!("{}: {}", words::PRACTICE_LAST, say_day(day)));
    }
    lines
}

fn a_try(said: &SaidTry) -> Vec<String> {
    let title = [&*said.title, &*said.vignette];
    let title = title.into_iter().find(|it| !it.trim().is_empty());
    let day = say_day(said.on);
    let short = said.id.short();
    let mut lines = vec![
        String::new(),
        format!("{}, {day}, {short}", title.unwrap_or_default()),
    ];
    lines.extend(Some(said.words.clone()).filter(|it| !it.trim().is_empty()));
    lines
}
