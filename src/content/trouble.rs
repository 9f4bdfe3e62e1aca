//! What can be wrong with a pack, in words.
//!
//! The reader of these messages is a peer worker or a team lead with a text file open. Each
//! one says where to look, what is wrong, and what to do about it; none of them blames.

use thiserror::Error;

/// Says where a pack went wrong, and how.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}: {trouble}", place(.file, *.line))]
pub struct PackError {
    /// Names the file.
    pub file: String,
    /// Counts the line from one, where there is a line to point to.
    pub line: Option<usize>,
    /// Says what is wrong.
    pub trouble: Trouble,
}

/// Says what is wrong with a pack, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(missing_docs, reason = "each message says what its fields are")]
pub enum Trouble {
    #[error("the file is larger than 1 MiB. A pack holds words only. Take the rest out.")]
    TooLarge,
    #[error("the file is not plain text. Save it again as text, with the coding UTF-8.")]
    NotText,
    #[error("this is no file that can be read. Put a text file in its place, or take it out.")]
    NoFile,
    #[error("it cannot be opened from here ({reason}). Look at who may read it.")]
    NotOpened { reason: String },
    #[error(
        "the file cannot be read from here ({reason}). Look for a quote mark, = or ] that is not there."
    )]
    Broken { reason: String },
    #[error(
        "the quote marks here are curly (“ ”). Type straight ones (\") in their place, in a plain text editor."
    )]
    Curly,
    #[error("\"{name}\" is not a name that can stand here. The names are: {known}.")]
    UnknownName { name: String, known: String },
    #[error("the part that begins here has no \"{name}\". Add a line that begins: {name} =")]
    NotThere { name: String },
    #[error(
        "here stands {found}, but {wanted} is needed. Put text in \"quote marks\" and lists in [ ]."
    )]
    WrongKind { found: String, wanted: String },
    #[error("the id \"{id}\" is used twice. Give one of them another id.")]
    IdTwice { id: String },
    #[error("the id \"{id}\" is in the pack \"{pack}\" too. Give yours another id.")]
    IdTaken { id: String, pack: String },
    #[error("the id \"{id}\" has signs it cannot have. Use letters a to z, numbers, - and _ only.")]
    IdShape { id: String },
    #[error("the key \"{key}\" is not one small letter. Choose one letter from a to z.")]
    KeyShape { key: String },
    #[error("the key \"{key}\" is used twice in one list. Give one of them another letter.")]
    KeyTwice { key: String },
    #[error("{{{word}}} is not a word that can be filled in. These can: {known}.")]
    UnknownWord { word: String, known: String },
    #[error("the word for \"{name}\" is empty or longer than 40 letters. Write a shorter one.")]
    WordShape { name: String },
    #[error("the \"{name}\" here is empty. Write some words between the quote marks.")]
    Empty { name: String },
    #[error("the text here holds a hidden sign. Type the words again without it.")]
    Control,
    #[error("the step \"{id}\" is not there. Add a part that begins: [steps.{id}]")]
    StepNotThere { id: String },
    #[error("there is no step \"{id}\" to change. Look for a slip in its name.")]
    UnknownStep { id: String },
    #[error("the step \"{step}\" has no option \"{id}\". {mend}")]
    UnknownOption {
        step: String,
        id: String,
        mend: String,
    },
    #[error("the scale needs these five answers in this order: {ids}. Put them in that order.")]
    Scale { ids: String },
    #[error("no item has the id \"{id}\", which the quick list names. Add it or change the list.")]
    UnknownItem { id: String },
    #[error("the set \"{id}\" has no items. Add one, or take the set out.")]
    EmptySet { id: String },
    #[error("the vignette \"{id}\" links to \"{item}\", and there is no such item. {mend}")]
    BrokenLink {
        id: String,
        item: String,
        mend: String,
    },
    #[error("the vignette \"{id}\" links to \"{item}\" twice. Take one of them out.")]
    LinkTwice { id: String, item: String },
    #[error("the heading \"{heading}\" is not there. A view can lean on: {known}.")]
    UnknownHeading { heading: String, known: String },
    #[error(
        "the vignette \"{id}\" needs three views or more. Add a part that begins: [[vignette.view]]"
    )]
    FewViews { id: String },
    #[error(
        "the vignette \"{id}\" needs two things to choose from, or more. Add a part that begins: [[vignette.could]]"
    )]
    FewWays { id: String },
    #[error("the vignette \"{id}\" has no {name}. Write it between the brackets after: {name} =")]
    EmptyList { id: String, name: String },
}

impl Trouble {
    /// Places the trouble in a file.
    pub fn at(self, file: &str, line: Option<usize>) -> PackError {
        PackError {
            file: file.to_owned(),
            line,
            trouble: self,
        }
    }
}

/// Says where to look: the file, and the line if there is one.
fn place(file: &str, line: Option<usize>) -> String {
    line.map_or_else(|| file.to_owned(), |line| format!("{file}, line {line}"))
}

/// Counts the lines up to a place in a text, from one.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}

/// Puts what the TOML reader found into everyday words.
///
/// The reader's own messages are for programmers. The few that a person can cause are told
/// apart by their fixed beginnings; anything else keeps its message in brackets.
pub(super) fn from_toml(error: &toml::de::Error, file: &str, text: &str) -> PackError {
    let line = error.span().map(|span| line_at(text, span.start));
    let trouble = match in_words(error.message()) {
        Trouble::Broken { .. } if line.is_some_and(|line| begins_curly(text, line)) => {
            Trouble::Curly
        }
        trouble => trouble,
    };
    trouble.at(file, line)
}

/// Whether the first quote mark of a line is one that a word processor makes.
fn begins_curly(text: &str, line: usize) -> bool {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let is_curly = |sign: &char| matches!(sign, '“' | '”' | '„' | '‘' | '’' | '«' | '»');
    let is_mark = |sign: &char| is_curly(sign) || matches!(sign, '"' | '\'');
    line.chars().find(is_mark).as_ref().is_some_and(is_curly)
}

fn in_words(message: &str) -> Trouble {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (first, others) = match quoted.split_first() {
        Some((first, others)) => ((*first).to_owned(), others.join(", ")),
        None => (String::new(), String::new()),
    };
    if message.starts_with("unknown field") || message.starts_with("unknown variant") {
        return Trouble::UnknownName {
            name: first,
            known: others,
        };
    }
    if message.starts_with("missing field") {
        return Trouble::NotThere { name: first };
    }
    if message.starts_with("duplicate key") {
        let reason = "a name stands twice in one part".to_owned();
        return Trouble::Broken { reason };
    }
    match message
        .strip_prefix("invalid type: ")
        .and_then(|rest| rest.split_once(", expected "))
    {
        Some((found, wanted)) => Trouble::WrongKind {
            found: everyday(found),
            wanted: everyday(wanted),
        },
        None => Trouble::Broken {
            reason: message.replace('\n', ", "),
        },
    }
}

/// Names a kind of value the way a person would.
fn everyday(kind: &str) -> String {
    let kind = kind.trim();
    let names = [
        ("string", "text"),
        ("integer", "a number"),
        ("u32", "a whole number"),
        ("floating", "a number"),
        ("boolean", "true or false"),
        ("sequence", "a list"),
        ("map", "a part with names"),
        ("struct", "a part with names"),
        ("a boolean", "true or false"),
        ("a string", "text"),
        ("a sequence", "a list"),
        ("a map", "a part with names"),
    ];
    let known = names.iter().find(|(start, _)| kind.starts_with(start));
    known.map_or_else(|| kind.to_owned(), |(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::{Pack, UserPack, pack_text};

    const HEAD: &str = "id = \"ours\"\nversion = 1\n";

    fn said(body: &str) -> String {
        let text = format!("{HEAD}{body}");
        let outcome = UserPack::read("ours.toml", &text)
            .and_then(|extra| Pack::shipped().and_then(|pack| pack.with(extra)));
        outcome
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn each_slip_in_an_added_item_is_told_with_its_line_and_its_cure() {
        let item = "[[set]]\nid = \"OWN\"\nname = \"Ours\"\n[[set.item]]\nid = \"OWN1\"\n\
                    question = \"Did we?\"\n";
        let table: &[(&str, &str)] = &[
            (item, ""),
            (
                &item.replace("OWN1", "MUT1"),
                "ours.toml, line 7: the id \"MUT1\" is in the pack \"peer-principles\" too. \
                 Give yours another id.",
            ),
            (
                &format!("{item}[[set.item]]\nid = \"OWN1\"\nquestion = \"Was it?\"\n"),
                "ours.toml, line 10: the id \"OWN1\" is used twice. Give one of them another id.",
            ),
            (
                &item.replace("OWN1", "OWN 1"),
                "ours.toml, line 7: the id \"OWN 1\" has signs it cannot have. \
                 Use letters a to z, numbers, - and _ only.",
            ),
            (
                &item.replace("question", "qestion"),
                "ours.toml, line 8: \"qestion\" is not a name that can stand here. The names \
                 are: id, lead, question, practice_question, seed, seed_phrase, seed_shown, \
                 go_deeper, next_time, mine, theirs.",
            ),
            (
                &item.replace("question = \"Did we?\"\n", ""),
                "ours.toml, line 6: the part that begins here has no \"question\". \
                 Add a line that begins: question =",
            ),
            (
                &item.replace("\"Did we?\"", "12"),
                "ours.toml, line 8: here stands a number, but text is needed. \
                 Put text in \"quote marks\" and lists in [ ].",
            ),
            (
                &item.replace("Did we?", "Did we meet my {sesion}?"),
                "ours.toml, line 8: {sesion} is not a word that can be filled in. These can: \
                 person, recovery, session, sessions, supervisor, who, path.",
            ),
            (
                "[[set]]\nid = \"OWN\"\nname = \"Ours\"\nitem = []\n",
                "ours.toml: the set \"OWN\" has no items. Add one, or take the set out.",
            ),
        ];
        for (body, message) in table {
            assert_eq!(said(body), *message, "{body}");
        }
    }

    #[test]
    fn each_slip_in_changed_words_is_told_with_its_line_and_its_cure() {
        let table: &[(&str, &str)] = &[
            (
                "[words]\nsupervisr = \"mentor\"\n",
                "ours.toml, line 4: \"supervisr\" is not a name that can stand here. The names \
                 are: person, recovery, session, sessions, supervisor.",
            ),
            (
                "[words]\nsupervisor = \" \"\n",
                "ours.toml, line 4: the word for \"supervisor\" is empty or longer than 40 \
                 letters. Write a shorter one.",
            ),
            (
                "[steps.lenght]\ntitle = \"How long\"\n",
                "ours.toml, line 3: there is no step \"lenght\" to change. \
                 Look for a slip in its name.",
            ),
            (
                "[steps.stage]\noptions = [{ id = \"later\", key = \"r\", text = \"Later\" }]\n",
                "ours.toml, line 3: the step \"stage\" has no option \"later\". \
                 Only options that are there can be put in other words.",
            ),
            (
                "[steps.stage]\noptions = [{ id = \"last\", key = \"f\", text = \"Last\" }]\n",
                "ours.toml, line 3: the key \"f\" is used twice in one list. \
                 Give one of them another letter.",
            ),
            (
                "[steps.stage]\noptions = [{ id = \"last\", key = \"Ll\", text = \"Last\" }]\n",
                "ours.toml, line 4: the key \"Ll\" is not one small letter. \
                 Choose one letter from a to z.",
            ),
        ];
        for (body, message) in table {
            assert_eq!(said(body), *message, "{body}");
        }
    }

    #[test]
    fn text_that_is_not_a_pack_at_all_is_told_gently() {
        let broken = said("[[set]\n");
        assert!(broken.starts_with("ours.toml, line 3: the file cannot be read from here ("));
        assert_eq!(
            said("title = “Our words”\n"),
            "ours.toml, line 3: the quote marks here are curly (“ ”). Type straight ones (\") \
             in their place, in a plain text editor."
        );
        // Curly ones inside straight ones are words, and a list may hold some too.
        let inside = said("title = \"Our “words”\n");
        assert!(inside.contains("cannot be read from here"), "{inside}");
        assert!(said("[words]\nsession = [“shift”]\n").contains("curly"));
        let twice = said("version = 2\n");
        assert!(twice.contains("a name stands twice in one part"), "{twice}");
        let bytes = pack_text("p.toml", b"id = 1\n\xff\xfe").unwrap_err();
        assert!(
            bytes
                .to_string()
                .starts_with("p.toml, line 2: the file is not plain text.")
        );
        let large = pack_text("p.toml", &vec![b'#'; 1024 * 1024 + 1]).unwrap_err();
        assert!(
            large
                .to_string()
                .starts_with("p.toml: the file is larger than 1 MiB.")
        );
        assert_eq!(pack_text("p.toml", b"\xef\xbb\xbfid"), Ok("id"));
    }

    #[test]
    fn a_whole_pack_with_a_hole_in_it_is_refused() {
        let whole = include_str!("../../assets/packs/peer-principles.toml");
        let table = [
            (
                "[steps.stand_by]",
                "[steps.stand_bye]",
                "the step \"stand_by\" is not there.",
            ),
            (
                "id = \"keep\"",
                "id = \"hold\"",
                "the step \"land_keep\" has no option \"keep\".",
            ),
            (
                "id = \"partly\"",
                "id = \"in_part\"",
                "the scale needs these five answers",
            ),
            ("\"PRO3\"]", "\"PRO9\"]", "no item has the id \"PRO9\""),
            (
                "id = \"MUT2\"",
                "id = \"MUT1\"",
                "the id \"MUT1\" is used twice.",
            ),
            ("version = 1\n", "", "has no \"version\"."),
        ];
        for (before, after, message) in table {
            assert!(whole.contains(before), "{before}");
            let error = Pack::read("all.toml", &whole.replacen(before, after, 1)).unwrap_err();
            assert!(error.to_string().contains(message), "{error}");
        }
    }
}
