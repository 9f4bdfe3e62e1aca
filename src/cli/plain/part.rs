//! Asks one part of a page: a choice, a line or a note.

use super::choice::{self, Chose, Named};
use super::editor;
use super::journey::{Deed, Journey, Step};
use super::said::{self, Line, Word};
use super::{card, journey};
use crate::cli::words;
use crate::domain::clean_line;
use crate::domain::{Field, Need};
use crate::reflection::{Ask, Part, Pick, doors};

impl Journey<'_, '_> {
    /// Asks a part until it is answered, left, or something else is to be done.
    pub(super) fn ask_part(&mut self, part: &Part) -> Step {
        match &part.ask {
            Ask::Choice { picks, most } => self.ask_choice(part, picks, *most),
            Ask::Line { starter } => self.ask_line(part, starter.as_deref()),
            Ask::Note => self.ask_note(part),
        }
    }

    fn ask_choice(&mut self, part: &Part, picks: &[Pick], most: usize) -> Step {
        let named = match part.field {
            Field::Answer(_) => Named::ByLetter,
            _ => Named::ByNumber,
        };
        self.show_choice(part, picks, most, named);
        loop {
            let Some(typed) = self.ask(words::ANSWER) else {
                return Step::Gone;
            };
            match choice::read(&typed, picks, most, named) {
                Chose::Nothing if self.is_blank(&part.field) => return self.skipped(part),
                Chose::Nothing => return Step::Asked(part.field.clone()),
                Chose::Ids(ids) => {
                    self.choose(part, &ids);
                    return Step::Asked(part.field.clone());
                }
                Chose::Wrong(why) => self.talk.say(&why),
                Chose::Word(Word::Skip) => return self.skipped(part),
                Chose::Word(Word::Clear) => self.clear_choice(&part.field),
                Chose::Word(Word::Help) => journey::say_words(self.talk),
                Chose::Word(word) => return Step::Word(word),
            }
        }
    }

    fn show_choice(&mut self, part: &Part, picks: &[Pick], most: usize, named: Named) {
        if !part.label.is_empty() {
            self.talk.gap();
            self.talk.say(&part.label);
        }
        for (number, pick) in (1..).zip(picks) {
            match named {
                Named::ByLetter => self.talk.say(&format!("{} {}", pick.key, pick.words)),
                Named::ByNumber => self.talk.say(&format!("{number} {}", pick.words)),
            }
        }
        if named == Named::ByLetter {
            self.talk.hint(words::HINT_SCALE);
            // Only one who wrote a moment can point to it.
            let hint = match self.walk.page().point {
                Some(_) => words::HINT_ITEM,
                None => words::HINT_ITEM_ALONE,
            };
            self.talk.hint(hint);
        } else {
            self.talk.hint(words::HINT_CHOICE);
        }
        if most > 1 {
            self.talk.hint(words::HINT_SEVERAL);
        }
        let chosen: Vec<&str> = picks
            .iter()
            .filter(|pick| self.walk.paper().has_chosen(&part.field, &pick.id))
            .map(|pick| pick.words.as_str())
            .collect();
        if !chosen.is_empty() {
            self.talk.say(&format!(
                "{}{}. {}",
                words::YOU_CHOSE,
                chosen.join(", "),
                words::ENTER_KEEPS
            ));
        }
    }

    /// Makes exactly these ids chosen.
    fn choose(&mut self, part: &Part, ids: &[String]) {
        let page = self.walk.page();
        let before: Vec<String> = self
            .walk
            .paper()
            .chosen(&part.field)
            .map(str::to_owned)
            .collect();
        let several = matches!(part.ask, Ask::Choice { most, .. } if most > 1);
        let mut times = 0;
        for id in before.iter().filter(|id| several && !ids.contains(id)) {
            self.walk.choose(&part.field, id);
            times += 1;
        }
        for id in ids.iter().filter(|id| !before.contains(id)) {
            self.walk.choose(&part.field, id);
            times += 1;
        }
        if times > 0 {
            self.deeds.push(Deed::Choice(part.field.clone(), times));
            self.say_new(&page);
        }
        if part.field == Field::Need && ids.iter().any(|id| id == Need::SupportCard.id()) {
            card::show(self.talk, self.desk);
        }
    }

    fn clear_choice(&mut self, field: &Field) {
        if self.is_blank(field) {
            self.talk.say(words::NOTHING_TO_CLEAR);
            return;
        }
        self.walk.paper_mut().clear(field);
        self.deeds.push(Deed::Choice(field.clone(), 1));
        self.talk.say(words::CLEARED);
    }

    /// A choice that is left blank takes the lines about it along; other choices are still asked,
    /// and so is the line that stands for a choice of my own.
    fn skipped(&self, part: &Part) -> Step {
        let page = self.walk.page();
        let choices = page
            .parts
            .iter()
            .filter(|part| matches!(part.ask, Ask::Choice { .. }));
        if choices.count() > 1 || part.field == Field::Ways {
            Step::Asked(part.field.clone())
        } else {
            Step::On
        }
    }

    fn ask_line(&mut self, part: &Part, starter: Option<&str>) -> Step {
        let prompt = self.label(part);
        let is_offered = self.offer_held();
        let starter = starter.filter(|starter| !starter.is_empty() && !is_offered);
        if let Some(starter) = starter {
            self.talk.say(&format!("{}{starter}", words::COULD_BEGIN));
            self.talk.hint(words::HINT_STARTER);
        }
        let page = self.walk.page();
        let openings = match starter {
            Some(_) => page.openings(),
            None => Vec::new(),
        };
        if openings.len() > 1 {
            self.talk.hint(words::HINT_STARTERS);
        }
        self.talk.hint(words::HINT_LINE);
        self.say_written(&part.field, words::ENTER_KEEPS_LINE);
        let mut doubted = None;
        loop {
            let Some(typed) = self.ask(&prompt) else {
                return Step::Gone;
            };
            if self.take_held(&part.field, &part.ask, &typed) {
                break;
            }
            if let Some(begun) = said::begun(&typed, &openings) {
                self.write(&part.field, clean_line(&begun).trim());
                break;
            }
            match said::line(&typed) {
                Line::Text(text) if text.trim().is_empty() => break,
                Line::Text(text) => {
                    // Whoever types s here may well want to skip. Typed again, it is their text.
                    if let Some((letter, long)) = said::letter_alone(&text)
                        && doubted != Some(letter)
                    {
                        self.talk.say(&words::is_it_the_word(letter, long));
                        doubted = Some(letter);
                        continue;
                    }
                    let whole = [vec![text], self.talk.rest_of_paste()].concat().join("\n");
                    self.write(&part.field, clean_line(&whole).trim());
                    break;
                }
                Line::Stop | Line::Word(Word::Skip) => break,
                Line::Word(word) => {
                    if let Some(step) = self.text_word(part, word) {
                        return step;
                    }
                }
                Line::Unknown => self.talk.say(words::UNKNOWN_WORD),
            }
        }
        Step::Asked(part.field.clone())
    }

    fn ask_note(&mut self, part: &Part) -> Step {
        let mut prompt = self.label(part);
        self.offer_held();
        self.talk.hint(words::HINT_NOTE);
        self.say_written(&part.field, words::ENTER_KEEPS_NOTE);
        let mut begun = false;
        loop {
            let Some(typed) = self.ask(&prompt) else {
                return Step::Gone;
            };
            if self.take_held(&part.field, &part.ask, &typed) {
                begun = true;
                words::NEXT_LINE.clone_into(&mut prompt);
                continue;
            }
            match said::line(&typed) {
                Line::Text(text) if text.trim().is_empty() && !begun => break,
                Line::Text(text) => {
                    self.add_line(&part.field, text.trim_end());
                    begun = true;
                    words::NEXT_LINE.clone_into(&mut prompt);
                }
                Line::Stop | Line::Word(Word::Skip) => break,
                Line::Word(word) => {
                    if let Some(step) = self.text_word(part, word) {
                        return step;
                    }
                }
                Line::Unknown => self.talk.say(words::UNKNOWN_WORD),
            }
        }
        Step::Asked(part.field.clone())
    }

    /// Does what a word says to the text itself; gives back what is not about the text.
    fn text_word(&mut self, part: &Part, word: Word) -> Option<Step> {
        match word {
            Word::Clear if self.is_blank(&part.field) => self.talk.say(words::NOTHING_TO_CLEAR),
            Word::Clear => {
                self.write(&part.field, "");
                self.talk.say(words::CLEARED);
            }
            Word::Undo => match self
                .deeds
                .pop_if(|deed| matches!(deed, Deed::Text(field, _) if *field == part.field))
            {
                Some(Deed::Text(field, before)) => {
                    self.walk.write(&field, &before);
                    self.talk.say(words::TAKEN_BACK);
                }
                _ => return Some(Step::Word(word)),
            },
            Word::Help => journey::say_words(self.talk),
            Word::Editor => self.edit(part),
            word => return Some(Step::Word(word)),
        }
        None
    }

    fn edit(&mut self, part: &Part) {
        let Some(name) = editor::named() else {
            self.talk.say(words::NO_EDITOR);
            return;
        };
        if !self.desk.settings.editor_known {
            self.desk.settings.editor_known = true;
            // Where it cannot be kept, it is said again another time.
            let _ = self.desk.settings.save(&self.desk.paths.settings_file);
            self.talk.say(doors::EDITOR_KEEPS_A_FILE);
            return;
        }
        self.talk.say(words::EDITOR_OPENS);
        let text = self.walk.paper().words(&part.field).to_owned();
        let fresh = self.desk.clock.stamp().fresh;
        self.save();
        match self.talk.lend(|| editor::write_in(&name, &text, fresh)) {
            Ok(text) => {
                let text = if part.ask == Ask::Note {
                    text
                } else {
                    clean_line(&text)
                };
                self.write(&part.field, &text);
                self.talk.say(words::EDITOR_DONE);
                self.say_written(&part.field, words::ENTER_KEEPS);
            }
            Err(why) => self.talk.say(&words::editor_trouble(&why)),
        }
    }

    /// Says what stands over a text, and gives the prompt.
    fn label(&mut self, part: &Part) -> String {
        let label = part.label.trim();
        if label.is_empty() {
            return words::YOUR_WORDS.to_owned();
        }
        if label.ends_with(|c: char| c.is_alphanumeric() || c == ')') {
            return format!("{label}: ");
        }
        self.talk.say(label);
        words::YOUR_WORDS.to_owned()
    }

    fn say_written(&mut self, field: &Field, then: &str) {
        let text = self.walk.paper().words(field).to_owned();
        if !text.is_empty() {
            self.talk.say(&format!("{}{text}", words::YOU_WROTE));
            self.talk.say(then);
        }
    }

    fn is_blank(&self, field: &Field) -> bool {
        self.walk.paper().words(field).is_empty()
    }

    pub(super) fn write(&mut self, field: &Field, text: &str) {
        let before = self.walk.paper().words(field).to_owned();
        if before != text {
            self.walk.write(field, text);
            self.deeds.push(Deed::Text(field.clone(), before));
        }
    }

    pub(super) fn add_line(&mut self, field: &Field, line: &str) {
        let before = self.walk.paper().words(field);
        let text = if before.is_empty() {
            line.to_owned()
        } else {
            format!("{before}\n{line}")
        };
        self.write(field, &text);
    }
}
