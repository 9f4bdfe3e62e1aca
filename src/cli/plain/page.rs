//! Says a page: one fact a line.

use super::journey::{Journey, count, title};
use super::talk::Talk;
use crate::cli::words;
use crate::content::Pack;
use crate::reflection::{Example, Kept, Page};

impl Journey<'_, '_> {
    /// Says the page the walk is at.
    pub(super) fn show_page(&mut self) {
        let page = self.walk.page();
        self.talk.gap();
        self.talk.say(&title(&page));
        if let Some(count) = count(&page) {
            self.talk.say(&count);
        }
        for kept in &page.kept {
            say_kept(self.talk, kept);
        }
        self.talk.say(&page.question);
        self.talk.say_all(&page.under);
        if let Some(example) = page.example.as_ref().filter(|_| page.example_open) {
            say_example(self.talk, &self.desk.pack, example);
        }
        self.say_more(&page);
    }

    /// Says what an answer brought to the page: quiet lines, and a page that can be opened now.
    pub(super) fn say_new(&mut self, before: &Page) {
        let page = self.walk.page();
        let is_new = |line: &&String| !before.under.contains(line);
        for line in page.under.iter().filter(is_new) {
            self.talk.say(line);
        }
        if page.more != before.more {
            self.say_more(&page);
        }
    }

    fn say_more(&mut self, page: &Page) {
        if page.more_is_page
            && let Some(more) = &page.more
        {
            self.talk.say(&format!("m {more}"));
        }
    }

    /// Says what the question can look like.
    pub(super) fn example(&mut self) {
        match self.walk.page().example {
            Some(example) => say_example(self.talk, &self.desk.pack, &example),
            None => self.talk.say(words::NO_EXAMPLE),
        }
    }
}

fn say_kept(talk: &mut Talk<'_>, kept: &Kept) {
    talk.say(&format!(
        "{}: {}",
        kept.label.trim_end_matches(['?', ':']),
        kept.words
    ));
}

fn say_example(talk: &mut Talk<'_>, pack: &Pack, example: &Example) {
    let step = pack.step("item");
    let mut sides = step.under.iter().skip(1);
    for text in [&example.mine, &example.theirs] {
        let side = sides.next().map_or("", String::as_str);
        if !text.is_empty() {
            talk.say(&format!("{side}: {text}"));
        }
    }
    if !example.seed.is_empty() {
        talk.say(&format!("{}: {}", words::FROM_THE_PRINCIPLES, example.seed));
    }
}
