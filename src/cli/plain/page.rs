//! Says a page: one fact a line.

use super::journey::{Journey, count, title};
use super::talk::Talk;
use crate::cli::words;
use crate::domain::Field;
use crate::reflection::{Ask, Example, Kept, Page, Part};

impl Journey<'_, '_> {
    /// Says the page the walk is at.
    pub(super) fn show_page(&mut self) {
        let page = self.walk.page();
        self.talk.gap();
        self.talk.title(&title(&page));
        if let Some(count) = count(&page) {
            self.talk.say(&count);
        }
        for kept in &page.kept {
            say_kept(self.talk, kept);
        }
        self.talk.say(&page.question);
        self.talk.say_all(&page.read);
        self.talk.say_all(&page.under);
        if let Some(example) = page.example.as_ref().filter(|_| page.example_open) {
            say_example(self.talk, example);
        }
        if page.more_is_page {
            self.say_more(&page, "m");
        } else if !page.parts.iter().any(is_answer) {
            // Such as the story that lies behind. At a question its hint says what `m` does.
            self.say_more(&page, word_for_more(&page));
        }
    }

    /// Says what an answer brought to the page: quiet lines, and a page that can be opened now.
    pub(super) fn say_new(&mut self, before: &Page) {
        let page = self.walk.page();
        let is_new = |line: &&String| !before.under.contains(line);
        for line in page.under.iter().filter(is_new) {
            self.talk.say(line);
        }
        if page.more != before.more && page.more_is_page {
            self.say_more(&page, word_for_more(&page));
        }
    }

    /// Says what can be opened here, and the word for it.
    fn say_more(&mut self, page: &Page, word: &str) {
        if let Some(more) = &page.more {
            self.talk.say(&format!("{word} {more}"));
        }
    }

    /// Says what the question can look like.
    pub(super) fn example(&mut self) {
        match self.walk.page().example {
            Some(example) => say_example(self.talk, &example),
            None => self.talk.say(words::NO_EXAMPLE),
        }
    }
}

/// The word that opens more. Where a text is asked for, a word has a full stop in front.
fn word_for_more(page: &Page) -> &'static str {
    let is_text = |part: &Part| !matches!(part.ask, Ask::Choice { .. });
    if page.parts.iter().any(is_text) {
        ".m"
    } else {
        "m"
    }
}

fn is_answer(part: &Part) -> bool {
    matches!(part.field, Field::Answer(_))
}

fn say_kept(talk: &mut Talk<'_>, kept: &Kept) {
    talk.say(&format!(
        "{}: {}",
        kept.label.trim_end_matches(['?', ':']),
        kept.words
    ));
}

fn say_example(talk: &mut Talk<'_>, example: &Example) {
    for (side, text) in [
        (&example.mine_label, &example.mine),
        (&example.theirs_label, &example.theirs),
    ] {
        if !text.is_empty() {
            talk.say(&format!("{side}: {text}"));
        }
    }
    if !example.seed.is_empty() {
        talk.say(&format!("{}: {}", words::FROM_THE_PRINCIPLES, example.seed));
    }
}
