//! Every sentence of the command line and of plain mode, in one place, so that they can be read
//! and weighed in one sitting.

use std::fmt::Display;
use std::io;
use std::path::Path;

mod help;
mod journal;
mod packs;
mod rooms;
mod vault;

pub(crate) use help::*;
pub(crate) use journal::*;
pub(crate) use packs::*;
pub(crate) use rooms::*;
pub(crate) use vault::*;

/// The last line of anything left half-done, and of leaving.
pub(crate) const SAVED_LEAVING: &str = "Saved. Go on any time with: alongside --plain";
/// The same after a made-up journal.
pub(crate) const MADE_UP_LEAVING: &str =
    "The made-up journal is gone again. Your own journal was not touched.";
/// Before every title of a made-up journal.
pub(crate) const MADE_UP: &str = "Made up.";
/// When the folder of a made-up journal could not be removed.
pub(crate) fn made_up_left(folder: &Path) -> String {
    format!(
        "The folder of the made-up journal could not be removed: {}. You can remove it yourself.",
        folder.display()
    )
}
/// When a made-up journal could not be made.
pub(crate) fn no_made_up(folder: &Path, why: &str) -> String {
    format!(
        "The made-up journal could not be made in {}: {why}.",
        folder.display()
    )
}
/// What to do then.
pub(crate) const OTHER_PLACE_FOR_IT: &str =
    "Make some room there, or name another folder with TMPDIR, and try again.";
/// Where a long text pauses.
pub(crate) const ENTER_FOR_MORE: &str = "Enter for more: ";
/// What stands on a hidden screen.
pub(crate) const HIDDEN: &str = "Notes";
/// When input is not UTF-8.
pub(crate) const NOT_TEXT: &str =
    "Some letters could not be read. A small sign stands where they were.";
/// When a terminal has cut a line.
pub(crate) const LINE_CUT: &str =
    "That was a very long line, and the terminal may have cut its end. Press Enter more often.";
/// Before the end of such a line.
pub(crate) const LINE_ENDS: &str = "It ends with: ";

// Prompts ---------------------------------------------------------------------------------

/// At a choice.
pub(crate) const ANSWER: &str = "Your answer: ";
/// At a text without a label of its own.
pub(crate) const YOUR_WORDS: &str = "Your words: ";
/// At the second line of a note, and the next.
pub(crate) const NEXT_LINE: &str = "Next line: ";
/// On a page that asks nothing.
pub(crate) const ENTER_GOES_ON: &str = "Enter goes on: ";

/// On such a page, when a key or a number is typed.
pub(crate) const NOTHING_ASKED: &str = "Nothing is asked here. Enter goes on.";
/// On such a page, when words are typed.
pub(crate) const NOT_WRITTEN_HERE: &str =
    "Nothing is written on this page. Your line waits for the next place to write. Enter goes on.";
/// There, before that line.
pub(crate) const YOU_TYPED: &str = "You typed before: ";
/// And what to do with it.
pub(crate) const TYPE_U_TO_WRITE_IT: &str =
    "It is not written yet. Type .u to write it here, or .u and more words.";
/// At the end, before a line that was never written anywhere.
pub(crate) const STILL_WAITS: &str = "You typed this where nothing is asked. It is not kept:";

// Hints, each said once -------------------------------------------------------------------

/// At the noticing scale.
pub(crate) const HINT_SCALE: &str =
    "Type a letter, then Enter. Enter alone skips. Type b to go back, or ? for every word.";
/// At a choice by number.
pub(crate) const HINT_CHOICE: &str =
    "Type a number, then Enter. Enter alone skips. Type b to go back, or ? for every word.";
/// Where more than one may be chosen.
pub(crate) const HINT_SEVERAL: &str = "You can choose more than one, such as 1 3.";
/// At a line.
pub(crate) const HINT_LINE: &str =
    "Type one line, then Enter. Enter alone skips. Here type .b to go back, or .? for every word.";
/// At a line with first words on offer.
pub(crate) const HINT_STARTER: &str =
    "Type .u to take these words, or .u and the rest of your line.";
/// The same where there are several ways to begin.
pub(crate) const HINT_STARTERS: &str = "The others go by number: .u2 is the second, .u3 the third.";
/// At a note.
pub(crate) const HINT_NOTE: &str = "Write as many lines as you like. A full stop alone on a line ends it. Here type .b to go back.";
/// At a question of the checklist.
pub(crate) const HINT_ITEM: &str =
    "Also: m goes deeper, t points to the moment you wrote, f goes to the end.";
/// The same where there is no moment to point to.
pub(crate) const HINT_ITEM_ALONE: &str = "Also: m goes deeper, f goes to the end.";

// At a part -------------------------------------------------------------------------------

/// Before what was chosen.
pub(crate) const YOU_CHOSE: &str = "You chose: ";
/// Before what was written.
pub(crate) const YOU_WROTE: &str = "You wrote: ";
/// After what was chosen.
pub(crate) const ENTER_KEEPS: &str = "Enter keeps it.";
/// After a line that was written.
pub(crate) const ENTER_KEEPS_LINE: &str = "Enter keeps it. What you type takes its place.";
/// After a note that was written.
pub(crate) const ENTER_KEEPS_NOTE: &str = "Enter keeps it. What you type is added.";
/// Before words to begin with.
pub(crate) const COULD_BEGIN: &str = "It could begin: ";
/// When something was cleared.
pub(crate) const CLEARED: &str = "Cleared.";
/// When a dotted letter means nothing.
pub(crate) const UNKNOWN_WORD: &str =
    "That is not one of the words. Type .? for all of them. To write it, put two full stops.";
/// When a whole line is a letter that means something at other prompts.
pub(crate) fn is_it_the_word(letter: &str, long: &str) -> String {
    format!(
        "Do you mean the word {letter} ({long})? Type .{letter} for that, or {letter} again to \
         keep it as your text."
    )
}
/// When an answer is not one of the letters.
pub(crate) fn not_an_answer(keys: &[char]) -> String {
    format!(
        "That is not one of the answers. Type {}, or s to skip.",
        either(keys)
    )
}
/// When an answer is not one of the numbers.
pub(crate) fn not_a_number(most: usize) -> String {
    match most {
        1 => "That is not one of the answers. Type 1, or s to skip.".to_owned(),
        _ => {
            format!("That is not one of the answers. Type a number from 1 to {most}, or s to skip.")
        }
    }
}
/// When more are chosen than can be.
pub(crate) fn at_most(most: usize) -> String {
    match most {
        1 => "Only one can be chosen here. Type one number.".to_owned(),
        2 => "Two can be chosen at most. Type one or two numbers, such as 1 3.".to_owned(),
        _ => format!("{most} can be chosen at most. Type their numbers, such as 1 3."),
    }
}

fn either(keys: &[char]) -> String {
    let keys: Vec<String> = keys.iter().map(char::to_string).collect();
    match keys.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} or {last}", before.join(", ")),
        None => String::new(),
    }
}

// On the way ------------------------------------------------------------------------------

/// At the first page.
pub(crate) const FIRST_PAGE: &str = "This is the first step. Type l to save and leave.";
/// When there is nothing to take back.
pub(crate) const NOTHING_TO_UNDO: &str = "There is nothing to take back.";
/// When something was taken back.
pub(crate) const TAKEN_BACK: &str = "Taken back.";
/// When a walk cannot grow.
pub(crate) const NO_LONGER_ONE: &str = "There is no longer one than this.";
/// When a walk grew.
pub(crate) const GREW: &str = "It goes on for longer now. You can still stop at any point.";
/// When there is no end to go to.
pub(crate) const NO_END_AHEAD: &str = "You are at the end already. Enter goes on.";
/// When there is nothing more to open.
pub(crate) const NO_MORE: &str = "There is nothing more to open here.";
/// When more comes after this page.
pub(crate) const MORE_NEXT: &str = "That comes next. First this one, or Enter to skip it.";
/// When an answer points to the moment.
pub(crate) const POINTS: &str = "This answer points to the moment you wrote.";
/// When it does no more.
pub(crate) const POINTS_NO_MORE: &str = "This answer no longer points to your moment.";
/// When there is no moment to point to.
pub(crate) const NO_POINT: &str = "There is no moment to point to here.";
/// When there is no example.
pub(crate) const NO_EXAMPLE: &str = "There is no example for this one.";
/// When there is nothing to clear.
pub(crate) const NOTHING_TO_CLEAR: &str = "There is nothing to clear here.";
/// When there is nothing to write here.
pub(crate) const NOTHING_TO_WRITE: &str =
    "There is nothing to write here. The editor works where a text is asked for.";
/// Before where one is.
pub(crate) const YOU_ARE_HERE: &str = "You are here: ";
/// After it, when all is on disk.
pub(crate) const ALL_SAVED: &str = "All you entered is saved.";

/// Which question of how many.
pub(crate) fn question_of(at: usize, of: usize) -> String {
    format!("Question {at} of {of}")
}
/// Which step of how many.
pub(crate) fn step_of(at: usize, of: usize) -> String {
    format!("Step {at} of {of}")
}

// The editor ------------------------------------------------------------------------------

/// When no editor is named.
pub(crate) const NO_EDITOR: &str =
    "No editor is named on this computer. Go on writing here, or set VISUAL to its name.";
/// When the editor's text was taken over.
pub(crate) const EDITOR_DONE: &str = "Taken over from the editor.";
/// Before the editor opens.
pub(crate) const EDITOR_OPENS: &str = "Your editor opens. Save and close it to come back here.";
/// When the editor could not be used.
pub(crate) fn editor_trouble(why: &impl Display) -> String {
    format!("The editor could not be used: {why}. Your words here are as they were.")
}

// Saving ----------------------------------------------------------------------------------

/// When what could not be saved is saved.
pub(crate) const SAVED_NOW: &str = "Saved now.";
/// When a save did not work.
pub(crate) fn not_saved(why: &str) -> String {
    format!("Not saved: {why}. Your words are still here. It is tried again at each Enter.")
}
/// When leaving with words that are not on disk.
pub(crate) fn rescue_prompt(why: &str) -> [String; 2] {
    [
        format!("Your last words are not saved: {why}."),
        "Type a file name for a plain copy. Enter tries again, and q shows the words here."
            .to_owned(),
    ]
}
/// The same, for a locked journal.
pub(crate) fn rescue_prompt_locked(why: &str) -> [String; 2] {
    [
        format!("Your last words are not saved: {why}."),
        "Enter tries again, and q puts them in a locked file. Type a file name for a plain copy, \
         which is not locked."
            .to_owned(),
    ]
}
/// At that prompt.
pub(crate) const RESCUE_FILE: &str = "File for a plain copy: ";
/// When a copy could not be written.
pub(crate) fn rescue_trouble(path: &Path, why: &io::Error) -> String {
    format!(
        "{} cannot be written: {}. Type another name.",
        path.display(),
        cause(why)
    )
}
/// Before words that could not be saved.
pub(crate) const HERE_ARE_THE_WORDS: &str = "Here are your words, to copy from:";
/// When a finished walk could not be kept.
pub(crate) fn not_kept(why: &str) -> String {
    format!("It could not be kept yet: {why}. It is saved as half-done.")
}
/// At that prompt.
pub(crate) const TRY_TO_KEEP: &str = "Enter tries again, and l saves and leaves: ";

// Troubles --------------------------------------------------------------------------------

/// Nothing was written.
pub(crate) const NOTHING_WRITTEN: &str = "Nothing was written.";
/// The journal is as it was.
pub(crate) const JOURNAL_UNTOUCHED: &str = "Your journal is as it was.";
/// The words were printed.
pub(crate) const WORDS_PRINTED: &str = "They are printed above.";
/// The words are in a plain file.
pub(crate) const WORDS_RESCUED: &str = "A plain copy is written.";
/// The program's own questions cannot be read.
pub(crate) const OWN_QUESTIONS: &str = "The questions that come with Alongside cannot be read.";
/// What to do about the program's own files.
pub(crate) const INSTALL_AGAIN: &str = "Install Alongside again.";
/// What to do when an id is not known.
pub(crate) const SEE_LIST: &str = "To see the ids of all entries, type: alongside list";
/// A note without words.
pub(crate) const NOTHING_TO_KEEP: &str = "There were no words to keep.";
/// What to do about it.
pub(crate) const SAY_A_LINE: &str =
    "Write a line after the word note, such as: alongside note \"I stayed\"";
/// What to do when nothing else helps.
pub(crate) const TRY_AGAIN: &str = "Try it again.";
/// What to do with printed words.
pub(crate) const COPY_THEM: &str =
    "Copy them to a safe place, make some room on the disk, and type them again.";
/// Where all of it is explained.
pub(crate) const SEE_HELP: &str = "To see what can be typed here, type: alongside --help";
/// When clap has nothing more to say.
pub(crate) const NOT_UNDERSTOOD: &str = "That could not be understood.";

/// No such entry.
pub(crate) fn no_entry(id: &str) -> String {
    format!("There is no entry with the id {id}.")
}
/// More than one such entry.
pub(crate) fn several_entries(id: &str) -> String {
    format!("More than one entry has an id like {id}.")
}
/// Which ones.
pub(crate) fn name_one(ids: &[String]) -> String {
    format!("Type one of these: {}", ids.join(", "))
}
/// Standard input cannot be read.
pub(crate) fn cannot_hear(why: &io::Error) -> String {
    format!("What was typed or piped cannot be read: {}.", cause(why))
}
/// Standard output cannot be written.
pub(crate) fn cannot_say(why: &io::Error) -> String {
    format!("The answer cannot be written out: {}.", cause(why))
}
/// A walk ended with words that are not on disk.
pub(crate) fn not_saved_at_the_end(why: &str) -> String {
    format!("Your last words could not be saved: {why}.")
}
/// The words are in a locked file.
pub(crate) const WORDS_RESCUED_LOCKED: &str = "They are in a locked file, with your passphrase.";
/// Where the locked copy is.
pub(crate) fn locked_rescue_is_here(path: &Path) -> String {
    format!("To see them, type: alongside --journal {}", path.display())
}
/// Where the plain copy is.
pub(crate) fn rescue_is_here(path: &Path) -> String {
    format!("The copy is here: {}", path.display())
}
/// An argument that is not known.
pub(crate) fn unknown_argument(argument: impl Display) -> String {
    format!("\"{argument}\" is not something Alongside knows.")
}
/// A value that is not known.
pub(crate) fn unknown_value(value: &str, known: &str) -> String {
    format!("\"{value}\" cannot stand here. These can: {known}.")
}
/// An argument without its value.
pub(crate) fn needs_a_value(argument: impl Display) -> String {
    let argument = argument.to_string().replace(['<', '>'], "");
    format!("Something is left out here: {argument}.")
}
/// Two arguments that exclude each other.
pub(crate) fn not_together(argument: impl Display) -> String {
    format!("{argument} cannot stand together with the others here.")
}

/// Says an input or output trouble in everyday words where there are some.
pub(crate) fn cause(why: &io::Error) -> String {
    match why.kind() {
        io::ErrorKind::PermissionDenied => "this is not allowed here".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        io::ErrorKind::NotFound => "there is no such folder".into(),
        io::ErrorKind::AlreadyExists => "there is a file of that name".into(),
        io::ErrorKind::ReadOnlyFilesystem => "that disk can only be read".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        _ => why.to_string(),
    }
}

// Notices ---------------------------------------------------------------------------------

/// A pack that cannot be used.
pub(crate) fn pack_not_used(why: &impl Display) -> String {
    format!("Your pack is left out for now. {why} All other questions are there.")
}
/// What a folder means that is kept in step.
pub(crate) fn synced(service: &str) -> String {
    format!(
        "This folder is kept in step by {service}. That can damage a journal while it is open, and \
         it puts a copy elsewhere. A folder on this computer only is safer."
    )
}

#[cfg(test)]
mod tests {
    /// Words that weigh somebody, alarm, or belong to another trade.
    const NOT_OURS: [&str; 24] = [
        "score",
        "fail",
        "failed",
        "missed",
        "incomplete",
        "overdue",
        "risk",
        "case",
        "client",
        "patient",
        "peer",
        "error",
        "invalid",
        "abort",
        "fatal",
        "illegal",
        "please",
        "sorry",
        "oops",
        "great",
        "well done",
        "easy",
        "simply",
        "streak",
    ];

    /// Every text between quotation marks in the files of words.
    fn texts() -> Vec<String> {
        let files = [
            include_str!("words.rs"),
            include_str!("words/help.rs"),
            include_str!("words/journal.rs"),
            include_str!("words/packs.rs"),
            include_str!("words/rooms.rs"),
            include_str!("words/vault.rs"),
        ];
        let mut texts = Vec::new();
        for file in files {
            let file = file.split("#[cfg(test)]").next().unwrap_or_default();
            let lines = file
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let code = lines.collect::<Vec<_>>().join("\n").replace("\\\"", "'");
            texts.extend(code.split('"').skip(1).step_by(2).map(str::to_owned));
        }
        texts
    }

    #[test]
    fn every_text_is_plain() {
        let texts = texts();
        assert!(texts.len() > 150, "{}", texts.len());
        for text in texts {
            assert!(!text.contains(['!', '\u{1b}', '\r']), "{text}");
            let lower = text.to_lowercase().replace("peer support", "");
            let words: Vec<&str> = lower
                .split(|c: char| !c.is_alphanumeric() && c != '\'')
                .collect();
            for word in NOT_OURS {
                let is_there = if word.contains(' ') {
                    lower.contains(word)
                } else {
                    words.contains(&word)
                };
                assert!(!is_there, "{word}: {text}");
            }
            for sentence in text.replace(".\n", ". ").split(". ") {
                assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
            }
        }
    }
}
