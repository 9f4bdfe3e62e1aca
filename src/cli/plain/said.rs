//! The words that mean something at every prompt.
//!
//! At a choice they are typed bare. Where a text is written they have a full stop in front, so
//! that any text can be written. A line with exactly two full stops in front loses one, which is
//! how a text like ".b" is typed; an ellipsis stays as it is.

/// Something to do, not something to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Help,
    Back,
    Skip,
    Leave,
    Where,
    Undo,
    Quit,
    Clear,
    Card,
    More,
    Grow,
    Finish,
    Point,
    Example,
    Editor,
    Hide,
    Again,
}

/// Every word with its letter, its long form and what it does.
pub(super) const WORDS: [(Word, &str, &str, &str); 17] = [
    (Word::Help, "?", "help", "this help"),
    (Word::Back, "b", "back", "go back one step"),
    (Word::Skip, "s", "skip", "skip this"),
    (Word::Leave, "l", "leave", "save and leave"),
    (Word::Where, "w", "where", "where am I"),
    (Word::Undo, "z", "undo", "take back the last answer"),
    (Word::Quit, "q", "quit", "save and leave"),
    (
        Word::Clear,
        "x",
        "clear",
        "clear this answer, or hide at home",
    ),
    (Word::Card, "c", "card", "my support card"),
    (Word::More, "m", "more", "add more, or go deeper"),
    (Word::Grow, "g", "longer", "go on for longer"),
    (Word::Finish, "f", "enough", "that is enough: go to the end"),
    (Word::Point, "t", "point", "point to the moment I wrote"),
    (Word::Example, "h", "example", "what this can look like"),
    (Word::Editor, "e", "editor", "write in my own editor"),
    (
        Word::Hide,
        "",
        "hide",
        "hide the screen; Enter brings it back",
    ),
    (Word::Again, "", "again", "say this page again"),
];

/// Whether a word does something wherever one is, and not only in a walk.
pub(super) fn is_known_everywhere(word: Word) -> bool {
    use Word::{Again, Back, Card, Clear, Help, Hide, Leave, Quit, Undo, Where};
    matches!(
        word,
        Again | Back | Card | Clear | Help | Hide | Leave | Quit | Undo | Where
    )
}

/// What is typed to hide the screen, at whatever prompt.
pub(super) const HIDE: &str = ".hide";

/// What a line of text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A text to keep.
    Text(String),
    /// A full stop alone.
    Stop,
    /// Something to do.
    Word(Word),
    /// A full stop and a letter that means nothing.
    Unknown,
}

/// Reads a line typed at a choice: a word typed alone, by its letter or in full.
pub(super) fn word(typed: &str) -> Option<Word> {
    let typed = typed.trim().to_lowercase();
    let typed = typed
        .strip_prefix('.')
        .filter(|rest| !rest.is_empty())
        .unwrap_or(&typed);
    let mut known = WORDS.iter();
    known
        .find(|(_, letter, long, _)| !typed.is_empty() && (*letter == typed || *long == typed))
        .map(|(word, ..)| *word)
}

/// The letter that a whole text is, and the word it stands for at a choice.
pub(super) fn letter_alone(text: &str) -> Option<(&'static str, &'static str)> {
    let text = text.trim().to_lowercase();
    let mut known = WORDS.iter();
    known
        .find(|(_, letter, ..)| !letter.is_empty() && *letter == text)
        .map(|(_, letter, long, _)| (*letter, *long))
}

/// Puts the rest of a line after the first words on offer, when it says to take them.
///
/// Where there are several, a number says which.
pub(super) fn begun(typed: &str, openings: &[&str]) -> Option<String> {
    let rest = typed.trim_end().strip_prefix(".u")?;
    let digit = rest.chars().next().and_then(|sign| sign.to_digit(10));
    let (number, rest) = match digit {
        Some(digit) => (usize::try_from(digit).ok()?, rest.get(1..)?),
        None => (1, rest),
    };
    let starter = *openings.get(number.checked_sub(1)?)?;
    let is_meant = !starter.is_empty() && (rest.is_empty() || rest.starts_with(' '));
    let starter = starter.trim_end_matches(['.', '…', ' ']);
    is_meant.then(|| format!("{starter}{rest}"))
}

/// Reads a line typed where a text is written.
pub(super) fn line(typed: &str) -> Line {
    let Some(rest) = typed.strip_prefix('.') else {
        return Line::Text(typed.to_owned());
    };
    let bare = rest.trim();
    if bare.is_empty() {
        return Line::Stop;
    }
    if rest.starts_with('.') && !rest.starts_with("..") {
        return Line::Text(rest.to_owned());
    }
    let known = if bare.contains('.') { None } else { word(bare) };
    match known {
        Some(word) => Line::Word(word),
        None if bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic) => Line::Unknown,
        None => Line::Text(typed.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_word_only_with_a_full_stop_and_alone() {
        for (typed, means) in [
            ("s", Line::Text("s".into())),
            (".s", Line::Word(Word::Skip)),
            (".skip ", Line::Word(Word::Skip)),
            (".?", Line::Word(Word::Help)),
            (".hide", Line::Word(Word::Hide)),
            (".", Line::Stop),
            (". ", Line::Stop),
            ("..", Line::Text(".".into())),
            ("..b", Line::Text(".b".into())),
            ("..hello", Line::Text(".hello".into())),
            ("...and then", Line::Text("...and then".into())),
            ("...", Line::Text("...".into())),
            (".k", Line::Unknown),
            (".5 of it", Line::Text(".5 of it".into())),
            (".skip that", Line::Text(".skip that".into())),
            ("", Line::Text(String::new())),
        ] {
            assert_eq!(line(typed), means, "{typed:?}");
        }
    }

    #[test]
    fn first_words_are_taken_with_the_rest_of_the_line() {
        let starters = ["I will ask about...", "Next time I..."];
        for (typed, means) in [
            (".u", Some("I will ask about")),
            (".u their week ", Some("I will ask about their week")),
            (".under", None),
            (".u2 wait", Some("Next time I wait")),
            (".u3", None),
            (".u0", None),
            (".u22", None),
            ("u", None),
        ] {
            assert_eq!(begun(typed, &starters).as_deref(), means, "{typed}");
        }
        assert_eq!(begun(".u", &[]), None);
    }

    #[test]
    fn no_letter_means_two_things() {
        for (word, letter, long, _) in WORDS {
            if !letter.is_empty() {
                assert_eq!(super::word(letter), Some(word));
            }
            assert_eq!(super::word(long), Some(word));
        }
        for scale in ["y", "p", "n", "u", "d", ""] {
            assert_eq!(super::word(scale), None);
        }
    }
}
