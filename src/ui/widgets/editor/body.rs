//! The text as paragraphs, laid out in rows.
//!
//! Rows belong to their paragraph, so a key lays out one paragraph and never the whole note.
//! Counting rows walks over all paragraphs; a thousand additions cost less than keeping a sum
//! right.

use super::{graphemes, paragraph::Paragraph, place::Place, words};

/// Holds the paragraphs of a text and the measure they are laid out in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Body {
    /// Never empty: no text is one empty paragraph.
    paragraphs: Vec<Paragraph>,
    measure: usize,
}

impl Body {
    /// Lays out a clean text.
    pub(super) fn new(text: &str, measure: usize) -> Self {
        let paragraphs = text
            .split('\n')
            .map(|line| Paragraph::new(line.into(), measure))
            .collect();
        Self {
            paragraphs,
            measure,
        }
    }

    /// Returns the whole text.
    pub(super) fn text(&self) -> String {
        self.between(Place::default(), self.end())
    }

    /// Says whether there is nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.end() == Place::default()
    }

    /// Returns the measure in cells.
    pub(super) fn measure(&self) -> usize {
        self.measure
    }

    /// Lays out everything in another measure.
    pub(super) fn set_measure(&mut self, measure: usize) {
        self.measure = measure;
        for paragraph in &mut self.paragraphs {
            paragraph.lay_out(measure);
        }
    }

    /// Returns the paragraphs in order.
    pub(super) fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Returns the text of a paragraph.
    pub(super) fn line(&self, paragraph: usize) -> &str {
        self.paragraphs.get(paragraph).map_or("", Paragraph::text)
    }

    /// Returns the place after the last character.
    pub(super) fn end(&self) -> Place {
        let last = self.paragraphs.len().saturating_sub(1);
        Place::new(last, self.line(last).len())
    }

    /// Returns the text between two places.
    pub(super) fn between(&self, from: Place, to: Place) -> String {
        if from.paragraph == to.paragraph {
            return graphemes::part(self.line(from.paragraph), from.byte..to.byte).into();
        }
        let mut text = String::from(graphemes::part(self.line(from.paragraph), from.byte..));
        for paragraph in from.paragraph + 1..to.paragraph {
            text.push('\n');
            text.push_str(self.line(paragraph));
        }
        text.push('\n');
        text.push_str(graphemes::part(self.line(to.paragraph), ..to.byte));
        text
    }

    /// Puts `text` in the place of what stands between two places; returns what stood there.
    ///
    /// This is the only way the text changes, which is what makes undo exact.
    pub(super) fn exchange(&mut self, from: Place, to: Place, text: &str) -> String {
        let gone = self.between(from, to);
        let measure = self.measure;
        if from.paragraph == to.paragraph && !text.contains('\n') {
            if let Some(paragraph) = self.paragraphs.get_mut(from.paragraph) {
                paragraph.exchange(from.byte..to.byte, text, measure);
            }
            return gone;
        }
        let head = graphemes::part(self.line(from.paragraph), ..from.byte);
        let tail = graphemes::part(self.line(to.paragraph), to.byte..);
        let joined = format!("{head}{text}{tail}");
        let come = joined
            .split('\n')
            .map(|line| Paragraph::new(line.into(), measure));
        self.paragraphs.splice(from.paragraph..=to.paragraph, come);
        gone
    }

    /// Returns the place one grapheme before, which may be in the paragraph above.
    pub(super) fn before(&self, at: Place) -> Place {
        self.back(at, graphemes::previous)
    }

    /// Returns the place one grapheme after, which may be in the paragraph below.
    pub(super) fn after(&self, at: Place) -> Place {
        self.forward(at, graphemes::next)
    }

    /// Returns the start of the word before.
    pub(super) fn word_before(&self, at: Place) -> Place {
        self.back(at, words::start_before)
    }

    /// Returns the end of the word after.
    pub(super) fn word_after(&self, at: Place) -> Place {
        self.forward(at, words::end_after)
    }

    /// Returns the place, or the end of the grapheme it falls inside of.
    pub(super) fn snapped(&self, at: Place) -> Place {
        Place::new(
            at.paragraph,
            graphemes::snapped(self.line(at.paragraph), at.byte),
        )
    }

    /// Steps back inside a paragraph, or over the line break before it.
    fn back(&self, at: Place, step: fn(&str, usize) -> usize) -> Place {
        match (at.byte, at.paragraph.checked_sub(1)) {
            (0, None) => at,
            (0, Some(above)) => Place::new(above, self.line(above).len()),
            (byte, _) => Place::new(at.paragraph, step(self.line(at.paragraph), byte)),
        }
    }

    /// Steps forward inside a paragraph, or over the line break after it.
    fn forward(&self, at: Place, step: fn(&str, usize) -> usize) -> Place {
        let line = self.line(at.paragraph);
        if at.byte < line.len() {
            Place::new(at.paragraph, step(line, at.byte))
        } else if at.paragraph + 1 < self.paragraphs.len() {
            Place::new(at.paragraph + 1, 0)
        } else {
            at
        }
    }
}
