//! Saying lines and hearing lines, and nothing else.
//!
//! Everything that leaves plain mode goes through [`Talk::say`] and [`Talk::ask`], so one place
//! keeps the promises: no escape byte, no line written over, no more than 24 lines at a time.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use unicode_width::UnicodeWidthStr;
use zeroize::Zeroizing;

use super::ear::{Bytes, Ear, Heard};
use super::said;
use crate::cli::words;
use crate::domain::clean;
use crate::key::Passphrase;
use crate::runtime::echo::Unseen;

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
    /// What was typed of a line when the person went away.
    half: Option<Zeroizing<String>>,
    /// How long a prompt may wait before what is on the screen is hidden.
    patience: Option<Duration>,
    /// What was said above the prompt.
    shown: Vec<String>,
    /// The prompt has come, so that what is said next stands above another.
    prompted: bool,
    hints: BTreeSet<&'static str>,
    lossy_said: bool,
    gone: bool,
    /// Whether each title says that everything is made up.
    pub(super) made_up: bool,
}

/// What came of asking for a secret.
#[derive(Debug)]
pub enum Told {
    /// This. It may be empty.
    Secret(Passphrase),
    /// Nobody typed for as long as it may wait.
    Away,
    /// The other end has left.
    Gone,
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
            half: None,
            patience: None,
            shown: Vec::new(),
            prompted: false,
            hints: BTreeSet::new(),
            lossy_said: false,
            gone: false,
            made_up: false,
        }
    }

    /// Sets after how many minutes without a line the screen is hidden; 0 is never.
    pub fn hide_after(&mut self, minutes: u16) {
        let patience = Duration::from_secs(60 * u64::from(minutes));
        self.patience = (minutes > 0 && self.manner.typed).then_some(patience);
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

    /// Says a line that is a secret: it is not remembered, so hiding does not bring it back.
    pub fn say_unkept(&mut self, line: &str) {
        self.say_unkept_parts(&[line]);
    }

    /// Says a line that ends with a secret.
    pub fn say_unkept_parts(&mut self, parts: &[&str]) {
        self.said += 1;
        for part in parts {
            self.write(part);
        }
        self.write("\n");
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
        self.prompted = true;
        self.said = 0;
        if let Some(early) = self.early.take() {
            return Some(early);
        }
        let half = self.half.take();
        if let Some(half) = &half {
            self.say(&format!("{}{}", words::YOU_HAD_BEGUN, half.as_str()));
            self.say(words::GOES_ON_BEHIND);
            self.said = 0;
        }
        self.write(&clean(prompt).replace('\n', " "));
        let heard = self.hear();
        // The Enter of a person shows on their terminal; that of a pipe does not.
        if heard.is_none() || !self.manner.typed {
            self.write("\n");
        }
        match (heard, half) {
            // Away again: what was typed since stands behind what was there before.
            (Some(heard), Some(half)) if heard == said::HIDE => {
                let more = self.half.take().unwrap_or_default();
                self.half = Some(Zeroizing::new(format!("{}{}", *half, *more)));
                Some(heard)
            }
            (Some(heard), Some(half)) => Some(format!("{}{heard}", *half)),
            (heard, _) => heard,
        }
    }

    /// Asks for something that is not shown while it is typed.
    pub fn ask_secret(&mut self, prompt: &str) -> Told {
        self.secret(prompt, self.patience)
    }

    fn secret(&mut self, prompt: &str, patience: Option<Duration>) -> Told {
        if self.gone {
            return Told::Gone;
        }
        self.hushed = false;
        self.prompted = true;
        self.said = 0;
        // What was typed too early was typed in sight, and was meant for something else.
        self.early = None;
        let unseen = self.manner.typed.then(Unseen::begin);
        self.write(&clean(prompt).replace('\n', " "));
        let _ = self.out.flush();
        match self.listen(patience) {
            Heard::Line(bytes) => {
                if let Some(unseen) = unseen {
                    unseen.heard();
                }
                if !self.manner.typed {
                    self.write("\n");
                }
                let text = Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned());
                Told::Secret(Passphrase::new(&text))
            }
            Heard::Away => {
                // Half a secret is typed anew; it goes nowhere.
                drop(self.ear.take_half());
                drop(unseen);
                self.write("\n");
                Told::Away
            }
            Heard::End => {
                drop(unseen);
                self.gone = true;
                self.write("\n");
                Told::Gone
            }
        }
    }

    /// What tells whether the person has asked to stop what is being done.
    pub fn stop_sign(&self) -> Arc<AtomicBool> {
        self.ear.stop_sign()
    }

    /// Gives every line there still is, up to the end.
    pub fn rest(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        while let Some(bytes) = self.ear.hear() {
            lines.push(clean(&String::from_utf8_lossy(&bytes)));
        }
        self.gone = true;
        lines
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
    pub fn push_away(&mut self) {
        for _ in 0..40 {
            self.write("\n");
        }
        self.write(words::HIDDEN);
        self.write("\n");
        self.said = 0;
        self.early = None;
    }

    /// Takes what stands above the prompt, to say it again.
    pub fn take_shown(&mut self) -> Vec<String> {
        std::mem::take(&mut self.shown)
    }

    /// Shows at once what was said.
    pub fn flush(&mut self) {
        let _ = self.out.flush();
    }

    /// Waits on a hidden screen for Enter, for as long as it takes.
    pub fn wait_hidden(&mut self) {
        if !self.gone {
            let _ = self.out.flush();
            self.gone = matches!(self.listen(None), Heard::End);
            if self.gone || !self.manner.typed {
                self.write("\n");
            }
        }
    }

    /// Asks on a hidden screen for the passphrase, for as long as it takes.
    pub fn ask_hidden(&mut self, prompt: &str) -> Told {
        self.secret(prompt, None)
    }

    fn row(&mut self, row: &str) {
        if std::mem::take(&mut self.prompted) {
            self.shown.clear();
        }
        self.shown.push(row.to_owned());
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

    fn listen(&mut self, patience: Option<Duration>) -> Heard {
        match patience {
            Some(patience) => self.ear.hear_for(patience),
            None => self.ear.hear().map_or(Heard::End, Heard::Line),
        }
    }

    /// Hears a line. Nobody there for too long is heard as if hiding had been asked for, so that
    /// every room does what it does then.
    fn hear(&mut self) -> Option<String> {
        // A reader that has gone away takes nothing from what is still to be kept.
        let _ = self.out.flush();
        let bytes = match self.listen(self.patience) {
            Heard::Line(bytes) => bytes,
            Heard::Away => {
                self.set_aside();
                return Some(said::HIDE.to_owned());
            }
            Heard::End => {
                self.gone = true;
                return None;
            }
        };
        Some(self.read(&bytes))
    }

    /// Takes the line in the making out of the terminal: the next line there is a passphrase.
    fn set_aside(&mut self) {
        let half = self.ear.take_half();
        let half = Zeroizing::new(clean(&String::from_utf8_lossy(&half)));
        self.half = (!half.trim().is_empty()).then_some(half);
        self.write("\n");
    }

    fn read(&mut self, bytes: &Bytes) -> String {
        let line = String::from_utf8_lossy(bytes);
        if matches!(line, std::borrow::Cow::Owned(_)) && !self.lossy_said {
            self.lossy_said = true;
            self.say(words::NOT_TEXT);
        }
        let line = clean(&line);
        if self.manner.typed && bytes.len() >= CUT_AT {
            self.say(words::LINE_CUT);
            self.say(&format!("{}{}", words::LINE_ENDS, last_letters(&line)));
        }
        line
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
pub(crate) fn wrapped(line: &str, width: Option<usize>) -> Vec<String> {
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
