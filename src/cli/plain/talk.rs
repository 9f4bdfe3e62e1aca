//! Saying lines and hearing lines, and nothing else.
//!
//! Everything that leaves plain mode goes through [`Talk::say`] and [`Talk::ask`], so one place
//! keeps the promises: no escape byte, no line written over, no more than 24 lines at a time.

use std::collections::BTreeSet;
use std::io::Write;

use unicode_width::UnicodeWidthStr;

use super::ear::Ear;
use crate::cli::words;
use crate::domain::clean;

/// Lines said at most before the next prompt, so that none is lost above the screen.
const SCREEN: usize = 23;

/// Bytes after which a terminal cuts a line.
const CUT_AT: usize = 4095;

/// How the two ends are connected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether a person types: then long texts pause, and Enter is echoed by the terminal.
    pub typed: bool,
    /// The width to break lines at, on a terminal.
    pub width: Option<usize>,
}

/// A conversation, line by line.
pub struct Talk<'a> {
    ear: &'a mut dyn Ear,
    out: &'a mut dyn Write,
    manner: Manner,
    /// Lines said since the last prompt.
    said: usize,
    /// The rest of what is being said was asked to be left out.
    hushed: bool,
    /// What was typed where only Enter was asked for.
    early: Option<String>,
    hints: BTreeSet<&'static str>,
    lossy_said: bool,
    gone: bool,
}

impl<'a> Talk<'a> {
    /// Begins a conversation.
    pub fn new(ear: &'a mut dyn Ear, out: &'a mut dyn Write, manner: Manner) -> Self {
        Self {
            ear,
            out,
            manner,
            said: 0,
            hushed: false,
            early: None,
            hints: BTreeSet::new(),
            lossy_said: false,
            gone: false,
        }
    }

    /// Whether a person types.
    pub fn typed(&self) -> bool {
        self.manner.typed
    }

    /// Whether the other end has left.
    pub fn gone(&self) -> bool {
        self.gone
    }

    /// Says a text: each line of it on its own line, and in words that fit the terminal.
    pub fn say(&mut self, text: &str) {
        for line in clean(text).split('\n') {
            for row in wrapped(line, self.manner.width) {
                self.row(&row);
            }
        }
    }

    /// Says several texts.
    pub fn say_all<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) {
        for text in texts {
            self.say(text.as_ref());
        }
    }

    /// Leaves a blank line.
    pub fn gap(&mut self) {
        self.row("");
    }

    /// Says a hint the first time it is of use.
    pub fn hint(&mut self, hint: &'static str) {
        if self.hints.insert(hint) {
            self.say(hint);
        }
    }

    /// Asks for a line. `None` once the other end has left.
    pub fn ask(&mut self, prompt: &str) -> Option<String> {
        if self.gone {
            return None;
        }
        self.hushed = false;
        self.said = 0;
        if let Some(early) = self.early.take() {
            return Some(early);
        }
        self.write(&clean(prompt).replace('\n', " "));
        let heard = self.hear();
        // The Enter of a person shows on their terminal; that of a pipe does not.
        if heard.is_none() || !self.manner.typed {
            self.write("\n");
        }
        heard
    }

    /// Gives the lines that came together with the last one: one paste is one answer.
    pub fn rest_of_paste(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        while self.manner.typed
            && let Some(bytes) = self.ear.hear_soon()
        {
            lines.push(clean(&String::from_utf8_lossy(&bytes)));
        }
        lines
    }

    /// Lets another program have the terminal, and goes on afterwards.
    pub fn lend<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let done = work();
        self.ear.forget();
        done
    }

    /// Pushes what was said so far out of the screen.
    pub fn hide(&mut self) {
        for _ in 0..40 {
            self.write("\n");
        }
        self.write(words::HIDDEN);
        self.write("\n");
        self.said = 0;
        self.ask("");
    }

    fn row(&mut self, row: &str) {
        if self.hushed {
            return;
        }
        if self.said >= SCREEN && self.manner.typed && !self.gone {
            self.pause();
            if self.hushed {
                return;
            }
        }
        self.said += 1;
        self.write(row);
        self.write("\n");
    }

    fn pause(&mut self) {
        self.said = 0;
        self.write(words::ENTER_FOR_MORE);
        match self.hear() {
            Some(line) if line.trim().is_empty() => {}
            Some(line) => {
                self.early = Some(line);
                self.hushed = true;
            }
            None => self.write("\n"),
        }
    }

    fn hear(&mut self) -> Option<String> {
        // A reader that has gone away takes nothing from what is still to be kept.
        let _ = self.out.flush();
        let Some(bytes) = self.ear.hear() else {
            self.gone = true;
            return None;
        };
        let line = String::from_utf8_lossy(&bytes);
        if matches!(line, std::borrow::Cow::Owned(_)) && !self.lossy_said {
            self.lossy_said = true;
            self.say(words::NOT_TEXT);
        }
        let line = clean(&line);
        if self.manner.typed && bytes.len() >= CUT_AT {
            self.say(words::LINE_CUT);
            self.say(&format!("{}{}", words::LINE_ENDS, last_letters(&line)));
        }
        Some(line)
    }

    fn write(&mut self, text: &str) {
        // Nobody reads any more, as after `| head`: what is typed is still kept.
        let _ = self.out.write_all(text.as_bytes());
    }
}

impl Drop for Talk<'_> {
    fn drop(&mut self) {
        let _ = self.out.flush();
    }
}

fn last_letters(line: &str) -> String {
    let letters: Vec<char> = line.chars().collect();
    letters
        .iter()
        .skip(letters.len().saturating_sub(40))
        .collect()
}

/// Breaks a line at spaces. Spaces in front stay, so that a person's own shape does.
fn wrapped(line: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width.filter(|width| line.width() > *width) else {
        return vec![line.to_owned()];
    };
    let words = line.trim_start_matches(' ');
    let mut row = " ".repeat(line.len() - words.len());
    let mut rows = Vec::new();
    let mut begun = false;
    for word in words.split(' ') {
        if begun && row.width() + 1 + word.width() > width {
            rows.push(std::mem::take(&mut row));
        } else if begun {
            row.push(' ');
        }
        row.push_str(word);
        begun = true;
    }
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::super::ear::From;
    use super::*;

    fn told(typed: bool, input: &str, talk: impl FnOnce(&mut Talk<'_>)) -> String {
        let mut out = Vec::new();
        let mut ear = From(input.as_bytes());
        let manner = Manner { typed, width: None };
        talk(&mut Talk::new(&mut ear, &mut out, manner));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn at_most_24_lines_come_at_once_when_a_person_reads() {
        let lines = |talk: &mut Talk<'_>| (0..50).for_each(|n| talk.say(&n.to_string()));
        let out = told(true, "\n\n", lines);
        let longest = out
            .split(words::ENTER_FOR_MORE)
            .map(|part| part.lines().count());
        assert!(longest.max() <= Some(24), "{out}");
        assert_eq!(out.matches(words::ENTER_FOR_MORE).count(), 2);
        assert!(!told(false, "", lines).contains(words::ENTER_FOR_MORE));
    }

    #[test]
    fn what_is_typed_too_early_answers_the_next_prompt() {
        let out = told(true, "b\n", |talk| {
            (0..50).for_each(|n| talk.say(&n.to_string()));
            assert_eq!(talk.ask("Answer: ").as_deref(), Some("b"));
        });
        assert!(!out.contains("49"));
    }

    #[test]
    fn a_line_cut_by_the_terminal_is_noticed() {
        let long = "a".repeat(4095);
        let out = told(true, &long, |talk| {
            talk.ask("Answer: ");
        });
        assert!(out.contains(words::LINE_CUT));
    }

    #[test]
    fn letters_that_cannot_be_read_are_said_once() {
        let mut out = Vec::new();
        let mut ear = From(&b"a\xff\nb\xff\n"[..]);
        let mut talk = Talk::new(&mut ear, &mut out, Manner::default());
        assert_eq!(talk.ask("").as_deref(), Some("a\u{fffd}"));
        talk.ask("");
        assert_eq!(talk.ask(""), None);
        drop(talk);
        assert_eq!(
            String::from_utf8(out)
                .unwrap()
                .matches(words::NOT_TEXT)
                .count(),
            1
        );
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrapped("one two three", Some(8)), ["one two", "three"]);
        assert_eq!(wrapped("  indented line", Some(10)), ["  indented", "line"]);
        assert_eq!(
            wrapped("unbreakablelongword", Some(5)),
            ["unbreakablelongword"]
        );
        assert_eq!(wrapped("one two", None), ["one two"]);
    }
}
