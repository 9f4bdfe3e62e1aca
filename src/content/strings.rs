//! Every string of a pack, with the place it stands.
//!
//! The lint and its test read this list, so that no shipped word escapes them. Quotes from
//! the source texts are told apart: they are other people's words and stay as they are.

use super::learn::{LearnPage, LearnPiece};
use super::lint::{Kind, Text};
use super::pack::{Item, Pack, Set, StepWords};
use super::vignette::Vignette;

impl Pack {
    /// Lists every string a person can meet, with its place in the pack.
    pub fn strings(&self) -> Vec<Text> {
        let mut list = List::default();
        list.add("pack", Kind::Title, &self.title);
        list.add("pack, reviewed", Kind::Prose, &self.reviewed);
        for word in &self.scale {
            let place = format!("scale {}", word.id);
            list.add(&place, Kind::Option, &word.text);
            list.add(
                &place,
                Kind::Option,
                word.practice_text.as_deref().unwrap_or_default(),
            );
            list.add(&place, Kind::Prose, &word.then);
            list.add(&place, Kind::Prose, &word.meaning);
        }
        for choice in &self.leaving {
            list.add(
                &format!("leaving {}", choice.id),
                Kind::Option,
                &choice.text,
            );
        }
        for (id, step) in &self.steps {
            list.step(id, step);
        }
        for set in &self.sets {
            list.set(set);
        }
        self.pages(&mut list);
        list.0
    }

    fn pages(&self, list: &mut List) {
        for page in &self.help {
            let place = format!("help {}", page.id);
            list.add(&place, Kind::Title, &page.title);
            list.all(&place, &page.text);
        }
        list.add("presets", Kind::Prose, &self.presets.note);
        for group in &self.presets.groups {
            list.add("presets", Kind::Title, &group.place);
            list.all(&format!("presets {}", group.place), &group.lines);
        }
    }
}

impl Vignette {
    /// Lists every string of it that a person can meet.
    pub fn strings(&self) -> Vec<Text> {
        let mut list = List::default();
        list.vignette(self);
        list.0
    }
}

impl LearnPage {
    /// Lists every string of it that a person can meet.
    pub fn strings(&self) -> Vec<Text> {
        let mut list = List::default();
        let place = format!("page {}", self.id);
        list.add(&place, Kind::Title, &self.title);
        list.add(&place, Kind::Title, &self.line);
        for piece in &self.pieces {
            match piece {
                LearnPiece::Heading(text) => list.add(&place, Kind::Title, text),
                LearnPiece::Prose(text) | LearnPiece::Bullet(text) => {
                    list.add(&place, Kind::Prose, text);
                }
            }
        }
        list.0
    }
}

/// Gathers strings.
#[derive(Default)]
pub(super) struct List(pub(super) Vec<Text>);

impl List {
    pub(super) fn add(&mut self, place: &str, kind: Kind, text: &str) {
        if !text.is_empty() {
            self.0.push(Text {
                place: place.to_owned(),
                kind,
                text: text.to_owned(),
            });
        }
    }

    fn all(&mut self, place: &str, texts: &[String]) {
        for text in texts {
            self.add(place, Kind::Prose, text);
        }
    }

    pub(super) fn step(&mut self, id: &str, step: &StepWords) {
        let place = format!("step {id}");
        self.add(&place, Kind::Title, &step.title);
        self.add(&place, Kind::Prose, &step.question);
        self.all(&place, &step.under);
        self.add(&place, Kind::Title, &step.line);
        for option in &step.options {
            self.add(
                &format!("{place}, {}", option.id),
                Kind::Option,
                &option.text,
            );
        }
    }

    pub(super) fn set(&mut self, set: &Set) {
        let place = format!("set {}", set.id);
        self.add(&place, Kind::Title, &set.name);
        self.add(&place, Kind::Prose, &set.strap);
        for item in &set.items {
            self.item(item);
        }
    }

    pub(super) fn vignette(&mut self, vignette: &Vignette) {
        let place = format!("vignette {}", vignette.id);
        self.add(&place, Kind::Title, &vignette.title);
        self.add(&place, Kind::Title, &vignette.theme);
        self.add(&place, Kind::Prose, &vignette.hard);
        self.all(&place, &vignette.story);
        for way in &vignette.ways {
            self.add(&format!("{place}, {}", way.id), Kind::Option, &way.text);
        }
        for view in &vignette.views {
            let place = format!("{place}, view {}", view.principle);
            self.add(&place, Kind::Title, &view.who);
            self.add(&place, Kind::Prose, &view.would);
            self.add(&place, Kind::Prose, &view.why);
        }
        self.add(&place, Kind::Prose, &vignette.differ);
        self.add(&place, Kind::Prose, &vignette.ask);
    }

    fn item(&mut self, item: &Item) {
        let place = format!("item {}", item.id);
        let prose = [
            &item.question,
            &item.practice_question,
            &item.go_deeper,
            &item.next_time,
            &item.mine,
            &item.theirs,
        ];
        for text in prose {
            self.add(&place, Kind::Prose, text);
        }
        self.add(&place, Kind::Quote, &item.seed_phrase);
        self.add(&place, Kind::Quote, &item.seed_shown);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_corner_of_the_pack_is_in_the_list() {
        let strings = Pack::shipped()
            .map(|pack| pack.strings())
            .unwrap_or_default();
        let table = [
            ("scale moment", "Yes – I can point to my words"),
            ("leaving heavy", "Heavy"),
            ("step land_keep, keep", "Keep it: it goes into my journal"),
            ("step kept", "You can leave it here."),
            ("set RFO", "Recovery-focused"),
            ("item SAF1", "Did I feel safe enough?"),
            ("help support", "Support"),
            ("presets", "Check these. They may be out of date."),
        ];
        for (place, words) in table {
            let found = strings
                .iter()
                .any(|text| text.place == place && text.text == words);
            assert!(found, "{place}: {words}");
        }
    }
}
