//! The one key table: it feeds dispatch, hints, help and the palette.
//!
//! No key needs Alt, F11 or Ctrl+Shift; every F-key has a Ctrl twin, which hints show first,
//! since desktops take some F-keys for themselves (`experience.md` §2).

mod chord;
mod table;

use crossterm::event::KeyEvent;

pub use chord::Chord;
pub use table::{ROWS, Row};

use super::widgets::editor::{Motion, Stroke};

/// What a key can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// One step back.
    Back,
    /// Do what the focused thing says.
    Go,
    /// Tick or choose.
    Choose,
    /// Leave a choice blank.
    Clear,
    /// To the thing above.
    Up,
    /// To the thing below.
    Down,
    /// To the next thing.
    NextThing,
    /// To the thing before.
    PreviousThing,
    /// Change the focused thing back.
    Left,
    /// Change the focused thing on.
    Right,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To the next question.
    NextQuestion,
    /// To the question before.
    PreviousQuestion,
    /// Open what this page offers: add more, go deeper.
    More,
    /// What this can look like.
    Example,
    /// Point to the moment already written.
    Point,
    /// Take the first words that are offered.
    Starter,
    /// Make the walk longer.
    Grow,
    /// That is enough: go to the end.
    Enough,
    /// Open this text in an editor of one's own.
    EditOutside,
    /// Write a copy to a file of its own.
    Rescue,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Copy.
    Copy,
    /// Cut.
    Cut,
    /// Paste what was copied inside.
    PasteInside,
    /// Show the letters of a secret, or hide them.
    ShowSecret,
    /// A key of writing.
    Write(Stroke),
    /// Take an entry out of the journal.
    Delete,
    /// Delete an entry for ever.
    EraseForEver,
    /// To the search box.
    Find,
    /// Choose what the entries found are to be like.
    Narrow,
    /// Show a month.
    Month,
    /// Swap the order of what was found.
    SwapOrder,
    /// Change an entry, or add to it.
    Change,
    /// To the next place with what was searched for.
    NextHit,
    /// Lock it, back it up, erase it.
    KeepSafe,
    /// See what was taken out of the journal.
    TakenOut,
    /// Help for this screen.
    Help,
    /// Everything that can be done.
    Palette,
    /// The support card.
    SupportCard,
    /// Fill in the support card.
    FillCard,
    /// Hide the screen.
    Hide,
    /// Save.
    Save,
    /// Save and leave.
    Leave,
    /// To Home.
    ToHome,
    /// Land.
    Land,
    /// Begin a reflection.
    Reflect,
    /// To the journal.
    Journal,
    /// Look back.
    LookBack,
    /// Every intention.
    Carry,
    /// One minute before a session.
    BeforeSession,
    /// Supervision.
    Supervision,
    /// Support.
    Support,
    /// The practice room.
    Practice,
    /// The pages to learn from.
    Learn,
    /// How it looks and works.
    Settings,
    /// Swap light and dark.
    SwapGround,
    /// Let go of the mouse, or take it.
    Mouse,
    /// What this is and is not.
    About,
    /// Draw the screen anew.
    Redraw,
}

/// Where a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Everywhere.
    Everywhere,
    /// Home.
    Home,
    /// A page of a walk.
    Walk,
    /// A list of answers or rows.
    Rows,
    /// A choice that can be left blank.
    Answers,
    /// A text in which Enter goes on.
    Line,
    /// A line that has words in it from the start.
    Offered,
    /// A text of several lines.
    Note,
    /// Any text.
    Text,
    /// A page with another before or after it.
    Sides,
    /// A page that is read.
    Reading,
    /// The journal's list.
    List,
    /// The search box over it.
    Finding,
    /// One entry.
    Entry,
    /// The support card.
    Card,
    /// A popup.
    Popup,
    /// A passphrase or a recovery code.
    Secret,
    /// The page that opens a locked journal.
    Unlock,
    /// A page with nothing behind it.
    First,
}

/// Finds what a key means, in the nearest context that knows it.
pub fn command(contexts: &[Context], key: &KeyEvent) -> Option<Command> {
    let chord = Chord::of(key);
    contexts
        .iter()
        .chain([&Context::Everywhere])
        .find_map(|context| {
            ROWS.iter()
                .find(|row| row.context == *context && row.chords.contains(&chord))
                .map(|row| row.command)
        })
}

/// The rows that count in these contexts, the nearest first; a key that a nearer context has
/// taken is left out.
pub fn rows(contexts: &[Context]) -> impl Iterator<Item = &'static Row> {
    let mut taken: Vec<Chord> = Vec::new();
    contexts
        .iter()
        .chain([&Context::Everywhere])
        .flat_map(|context| ROWS.iter().filter(move |row| row.context == *context))
        .filter(move |row| {
            let free =
                row.chords.is_empty() || row.chords.iter().any(|chord| !taken.contains(chord));
            taken.extend(row.chords);
            free
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// The three to six keys shown in the bottom row, of those that the screen offers.
pub fn hints(contexts: &[Context], offers: impl Fn(Command) -> bool) -> Vec<&'static Row> {
    let hinted = rows(contexts).filter(|row| row.hint.is_some() && offers(row.command));
    let mut hinted: Vec<&Row> = hinted.collect();
    hinted.sort_by_key(|row| row.hint.map(|(rank, _)| rank));
    hinted.dedup_by_key(|row| row.command);
    hinted.truncate(6);
    hinted
}

/// The motion a stroke of movement stands for, for rows that share it.
pub const fn motion(command: Command) -> Option<Motion> {
    match command {
        Command::Up => Some(Motion::Up),
        Command::Down => Some(Motion::Down),
        Command::Left => Some(Motion::Left),
        Command::Right => Some(Motion::Right),
        Command::PageUp => Some(Motion::PageUp),
        Command::PageDown => Some(Motion::PageDown),
        Command::First => Some(Motion::Start),
        Command::Last => Some(Motion::End),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice_in_a_context() {
        for (place, row) in ROWS.iter().enumerate() {
            for other in &ROWS[place + 1..] {
                if row.context == other.context {
                    for chord in row.chords {
                        assert!(
                            !other.chords.contains(chord),
                            "{chord:?} in {:?}",
                            row.context
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn every_command_has_words() {
        for row in ROWS {
            assert!(!row.words.is_empty(), "{:?}", row.command);
        }
    }

    #[test]
    fn no_key_needs_alt_or_one_the_terminal_cannot_send() {
        for chord in ROWS.iter().flat_map(|row| row.chords) {
            let name = chord.to_string();
            for never in ["Ctrl+I", "Ctrl+M", "Ctrl+H", "Ctrl+[", "Ctrl+J", "F11"] {
                assert_ne!(name, never);
            }
        }
    }

    #[test]
    fn every_function_key_has_a_ctrl_twin() {
        for row in ROWS {
            let has = |start: &str| {
                row.chords
                    .iter()
                    .any(|chord| chord.to_string().starts_with(start))
            };
            assert!(!has("F") || has("Ctrl+"), "{:?}", row.command);
        }
    }
}
