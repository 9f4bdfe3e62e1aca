//! Writes a search as it would be typed.

use std::fmt::Write;

use chrono::NaiveDate;

use super::super::HeadingId;
use super::filters::{ANSWERS, KINDS, LENGTHS, STAGES, name_of, slug};
use super::lex::is_quote;
use super::parse::find_heading;
use super::{Order, Query, Term};

impl Query {
    /// Writes it so that reading it gives the same again. The words come last, and a space after
    /// them says that the last one is whole.
    pub fn print(&self, headings: &[(HeadingId, String)]) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut say = |name: &str, value: &str| parts.push(format!("{name}:{}", quoted(value)));
        if let Some(heading) = &self.heading {
            say("heading", &heading_name(heading, headings));
        }
        if let Some(answer) = self.answer {
            say("answer", name_of(ANSWERS, answer));
        }
        if let Some(stage) = self.stage {
            say("stage", name_of(STAGES, stage));
        }
        if let Some(kind) = self.kind {
            say("kind", name_of(KINDS, kind));
        }
        if let Some(length) = self.length {
            say("length", name_of(LENGTHS, length));
        }
        if let Some(flagged) = self.flagged {
            say(if flagged { "is" } else { "not" }, "flagged");
        }
        if let Some(practice) = self.practice {
            say("is", if practice { "practice" } else { "real" });
        }
        if let Some(carries) = self.carries {
            say(if carries { "has" } else { "no" }, "carry");
        }
        if let Some(tag) = &self.tag {
            say("label", tag);
        }
        match (self.since, self.until) {
            (Some(since), Some(until)) if since == until => say("on", &typed(since)),
            (since, until) => {
                if let Some(since) = since {
                    say("since", &typed(since));
                }
                if let Some(until) = until {
                    say("until", &typed(until));
                }
            }
        }
        if self.order == Order::Relevance {
            say("by", "relevance");
        }
        parts.extend(self.terms.iter().map(|term| match term {
            Term::Word(word) => word.clone(),
            Term::Phrase(phrase) => format!("\"{phrase}\""),
        }));
        let mut text = parts.join(" ");
        match self.terms.last() {
            Some(Term::Word(_)) if !self.is_open => text.push(' '),
            Some(Term::Phrase(_)) if self.is_open => {
                text.pop();
            }
            _ => {}
        }
        text
    }
}

/// The title, where that is understood; the id otherwise.
fn heading_name(heading: &HeadingId, headings: &[(HeadingId, String)]) -> String {
    let title = headings.iter().find(|(id, _)| id == heading);
    title
        .map(|(_, title)| slug(title))
        .filter(|title| find_heading(headings, title).as_ref() == Ok(heading))
        .unwrap_or_else(|| heading.as_str().to_lowercase())
}

/// Puts what has spaces in it into quotes. A quote within would end it, so it is left out.
fn quoted(value: &str) -> String {
    let value: String = value.chars().filter(|c| !is_quote(*c)).collect();
    if value.chars().any(char::is_whitespace) {
        return format!("\"{value}\"");
    }
    value
}

fn typed(day: NaiveDate) -> String {
    let mut text = String::new();
    let _ = write!(text, "{}", day.format("%Y-%m-%d"));
    text
}
