//! Plain words, checked.
//!
//! Someone who is tired, or reads with a screen reader, or reads in a second language, must not
//! trip over our words; and no word may weigh the worker or the person. These checks are pure:
//! strings go in, findings come out. The shipped pack and the words in the code pass through
//! them in a test; a service can hold its own pack against them too.

mod banned;
mod grade;

use unicode_width::UnicodeWidthStr;

pub use banned::{ALLOWED, Allowance, BANNED, Banned};
pub use grade::{average_grade, sentences, words};

/// Is the most words a sentence may have.
pub const SENTENCE_WORDS: usize = 25;

/// Is the most cells a title or an option may take on a screen of 60 columns.
pub const LINE_CELLS: usize = 56;

/// Is the highest average reading grade a file may have.
pub const GRADE: f64 = 6.0;

/// Says what a string is for, and so what is asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Stands on one row: a title, a heading or the label of a line.
    Title,
    /// Stands on one row: an answer to choose.
    Option,
    /// Wraps: a question, a hint, a paragraph.
    Prose,
    /// Quotes another text, and is left as it is.
    Quote,
}

/// Holds a string and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Says where it stands.
    pub place: String,
    /// Says what it is for.
    pub kind: Kind,
    /// Is the string itself.
    pub text: String,
}

/// Holds one thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Says where it stands.
    pub place: String,
    /// Says what is wrong.
    pub what: String,
    /// Says how to mend it.
    pub mend: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}: {}. {}", self.place, self.what, self.mend)
    }
}

/// Checks the strings of one file.
pub fn check(strings: &[Text]) -> Vec<Finding> {
    let ours = || strings.iter().filter(|text| text.kind != Kind::Quote);
    let mut findings: Vec<Finding> = ours().flat_map(check_one).collect();
    let grade = average_grade(ours().map(|text| text.text.as_str()));
    if grade > GRADE {
        findings.push(Finding {
            place: "the whole file".to_owned(),
            what: format!("the reading grade is {grade:.1} on average"),
            mend: format!("Use shorter words and sentences, down to {GRADE:.0}."),
        });
    }
    findings
}

/// Checks one string, whatever file it is in.
pub fn check_one(string: &Text) -> Vec<Finding> {
    let finding = |what: String, mend: &str| Finding {
        place: string.place.clone(),
        what,
        mend: mend.into(),
    };
    let text = string.text.as_str();
    let mut findings = Vec::new();
    for sentence in sentences(text) {
        let count = words(sentence).count();
        if count > SENTENCE_WORDS {
            let what = format!("the sentence \"{sentence}\" has {count} words");
            findings.push(finding(what, "Make two of it."));
        }
    }
    if text.contains('!') {
        findings.push(finding(
            format!("\"{text}\" shouts"),
            "End it with a full stop.",
        ));
    }
    for (word, instead) in banned::found(text) {
        findings.push(finding(format!("\"{word}\" stands in \"{text}\""), instead));
    }
    if text.contains(['\u{fe0f}', '\u{200d}']) {
        findings.push(finding(
            format!("\"{text}\" holds a picture sign"),
            "Use a word.",
        ));
    }
    let one_row = matches!(string.kind, Kind::Title | Kind::Option);
    if one_row && text.width() > LINE_CELLS {
        let what = format!("\"{text}\" takes {} cells", text.width());
        findings.push(finding(what, &format!("Cut it down to {LINE_CELLS}.")));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(kind: Kind, text: &str) -> Vec<String> {
        let text = Text {
            place: "here".to_owned(),
            kind,
            text: text.to_owned(),
        };
        check_one(&text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn plain_words_pass_quietly() {
        assert!(found(Kind::Prose, "You can leave it here. The rest can wait.").is_empty());
        assert!(found(Kind::Quote, "").is_empty());
    }

    #[test]
    fn each_fault_is_found_and_says_how_to_mend_it() {
        let long = "one two three four five ".repeat(5) + "six.";
        assert_eq!(found(Kind::Prose, &long).len(), 1);
        let shout = found(Kind::Prose, "You did it!");
        assert_eq!(
            shout,
            ["here: \"You did it!\" shouts. End it with a full stop."]
        );
        let score = found(Kind::Prose, "Your score is here.");
        assert_eq!(score.len(), 1);
        assert!(score.iter().all(|text| text.contains("score")));
        assert_eq!(found(Kind::Option, &"wide ".repeat(12)).len(), 1);
        assert_eq!(found(Kind::Prose, &"wide ".repeat(12)).len(), 0);
    }

    #[test]
    fn a_quote_is_left_alone_and_a_hard_file_is_named() {
        let hard = "Organisational accountability necessitates systematic documentation.";
        let text = |kind| Text {
            place: "p".to_owned(),
            kind,
            text: hard.to_owned(),
        };
        assert!(check(&[text(Kind::Quote)]).is_empty());
        let findings = check(&[text(Kind::Prose)]);
        assert!(
            findings
                .iter()
                .any(|finding| finding.place == "the whole file")
        );
    }
}
