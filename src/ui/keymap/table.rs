//! The rows of the key table. Length is no sin here: every row looks like the next.

use crossterm::event::KeyCode::{
    BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};

use super::{Chord, Command, Context};
use crate::ui::widgets::editor::{Motion, Stroke};

/// One row: in this context these keys mean this.
#[derive(Debug)]
pub struct Row {
    /// Where it counts.
    pub context: Context,
    /// The keys, the one to show first.
    pub chords: &'static [Chord],
    /// What it does.
    pub command: Command,
    /// What it does, in everyday words, for help and the palette.
    pub words: &'static str,
    /// Its place and its word in the bottom row.
    pub hint: Option<(u8, &'static str)>,
    /// Whether the palette offers it.
    pub in_palette: bool,
}

const fn row(
    context: Context,
    chords: &'static [Chord],
    command: Command,
    words: &'static str,
) -> Row {
    Row {
        context,
        chords,
        command,
        words,
        hint: None,
        in_palette: false,
    }
}

impl Row {
    const fn hint(mut self, rank: u8, word: &'static str) -> Self {
        self.hint = Some((rank, word));
        self
    }

    const fn palette(mut self) -> Self {
        self.in_palette = true;
        self
    }
}

const fn key(code: crossterm::event::KeyCode) -> Chord {
    Chord::key(code)
}

const fn ctrl(letter: char) -> Chord {
    Chord::ctrl(letter)
}

const fn moves(motion: Motion) -> Command {
    Command::Write(Stroke::Move(motion))
}

const fn selects(motion: Motion) -> Command {
    Command::Write(Stroke::Select(motion))
}

use Command as C;
use Context::{
    Answers, Card, Entry, Everywhere, Finding, First, Home as AtHome, Line, List, Note, Offered,
    Popup, Reading, Rows, Secret, Sides, Text, Unlock, Walk,
};

/// Every key there is.
pub const ROWS: &[Row] = &[
    // Everywhere.
    row(Everywhere, &[key(Esc)], C::Back, "One step back").hint(30, "back"),
    row(
        Everywhere,
        &[ctrl('g'), key(F(3))],
        C::SupportCard,
        "My support card",
    )
    .hint(40, "support")
    .palette(),
    row(
        Everywhere,
        &[ctrl('p'), key(F(2))],
        C::Palette,
        "Everything I can do here",
    )
    .hint(50, "more"),
    row(
        Everywhere,
        &[ctrl('k'), key(F(1))],
        C::Help,
        "Help for this screen",
    )
    .palette(),
    row(
        Everywhere,
        &[ctrl('l'), key(F(9))],
        C::Hide,
        "Hide the screen",
    )
    .palette(),
    row(Everywhere, &[ctrl('z')], C::Undo, "Undo").palette(),
    row(Everywhere, &[ctrl('y')], C::Redo, "Redo").palette(),
    row(
        Everywhere,
        &[ctrl('s')],
        C::Save,
        "Save (it is saved already)",
    ),
    row(
        Everywhere,
        &[ctrl('q'), key(F(10))],
        C::Leave,
        "Save and leave",
    )
    .palette(),
    row(Everywhere, &[ctrl('c')], C::Copy, "Copy what is selected"),
    row(
        Everywhere,
        &[],
        C::ToHome,
        "Go to Home (everything is kept)",
    )
    .palette(),
    row(
        Everywhere,
        &[],
        C::BeforeSession,
        "One minute before a session",
    )
    .palette(),
    row(Everywhere, &[], C::LookBack, "Look back").palette(),
    row(Everywhere, &[], C::Carry, "What I carry forward").palette(),
    row(Everywhere, &[], C::Supervision, "Supervision").palette(),
    row(Everywhere, &[], C::Support, "Support, and keeping well").palette(),
    row(
        Everywhere,
        &[],
        C::Practice,
        "The practice room: stories, and my tries",
    )
    .palette(),
    row(
        Everywhere,
        &[],
        C::Learn,
        "Learn: a page for each principle",
    )
    .palette(),
    row(Everywhere, &[], C::FillCard, "Fill in my support card").palette(),
    row(
        Everywhere,
        &[],
        C::TakenOut,
        "Bring back what I removed from my journal",
    )
    .palette(),
    row(
        Everywhere,
        &[],
        C::Settings,
        "Change how Alongside looks and works",
    )
    .palette(),
    row(Everywhere, &[], C::SwapGround, "Swap light and dark").palette(),
    row(
        Everywhere,
        &[],
        C::Mouse,
        "Use the mouse to select text, or to click",
    )
    .palette(),
    row(Everywhere, &[], C::About, "What this is and is not").palette(),
    row(Everywhere, &[], C::Redraw, "Draw the screen anew").palette(),
    // Home.
    row(AtHome, &[], C::Land, "Land: ninety seconds").palette(),
    row(AtHome, &[], C::Reflect, "Begin a reflection").palette(),
    row(AtHome, &[], C::Journal, "Read my journal").palette(),
    row(
        AtHome,
        &[ctrl('f'), key(F(5))],
        C::Find,
        "Find something I wrote",
    )
    .palette(),
    row(AtHome, &[], C::KeepSafe, "Keep my words safe").palette(),
    row(AtHome, &[key(Enter)], C::Go, "Open this").hint(10, "open"),
    row(
        AtHome,
        &[key(Delete)],
        C::Delete,
        "Take away what was left half-done",
    )
    .hint(20, "take it away"),
    row(AtHome, &[key(Char('?'))], C::Help, "Help for this screen"),
    // A list of answers or rows.
    row(Rows, &[key(Up)], C::Up, "Up"),
    row(Rows, &[key(Down)], C::Down, "Down"),
    row(Rows, &[key(Left)], C::Left, "The answer before"),
    row(Rows, &[key(Right)], C::Right, "The answer after"),
    row(Rows, &[key(Tab)], C::NextThing, "To the next thing"),
    row(
        Rows,
        &[key(BackTab)],
        C::PreviousThing,
        "To the thing before",
    ),
    row(Rows, &[key(PageUp)], C::PageUp, "A page up"),
    row(Rows, &[key(PageDown)], C::PageDown, "A page down"),
    row(
        Rows,
        &[key(Home), key(Home).with_ctrl()],
        C::First,
        "To the first",
    ),
    row(
        Rows,
        &[key(End), key(End).with_ctrl()],
        C::Last,
        "To the last",
    ),
    row(Rows, &[key(Char(' '))], C::Choose, "Choose this"),
    row(Rows, &[key(Enter)], C::Go, "Go on").hint(10, "next"),
    row(Rows, &[key(Char('?'))], C::Help, "Help for this screen"),
    row(
        Answers,
        &[key(Backspace), key(Delete)],
        C::Clear,
        "Leave it blank",
    ),
    // A page of a walk.
    row(
        Walk,
        &[ctrl('n'), key(F(6))],
        C::NextQuestion,
        "Next question",
    )
    .palette(),
    row(
        Walk,
        &[ctrl('b')],
        C::PreviousQuestion,
        "The question before",
    )
    .palette(),
    row(Walk, &[ctrl('o')], C::More, "Open what this page offers").palette(),
    row(Walk, &[ctrl('t')], C::Example, "What this can look like").palette(),
    row(Walk, &[ctrl('r')], C::Point, "Point to the moment I wrote").palette(),
    row(
        Walk,
        &[ctrl('u')],
        C::Starter,
        "Take the first words offered",
    )
    .palette(),
    row(Walk, &[ctrl('d')], C::Grow, "Go on for longer").palette(),
    row(
        Walk,
        &[ctrl('e')],
        C::Enough,
        "That is enough: go to the end",
    )
    .hint(60, "finish")
    .palette(),
    row(Walk, &[], C::EditOutside, "Write this in my own editor").palette(),
    row(Walk, &[], C::Rescue, "Save a plain copy beside the journal").palette(),
    row(Walk, &[key(Enter)], C::Go, "Go on").hint(10, "next"),
    row(Walk, &[key(PageUp)], C::PageUp, "A page up"),
    row(Walk, &[key(PageDown)], C::PageDown, "A page down"),
    // Text.
    row(Line, &[key(Enter)], C::Go, "Go on").hint(10, "next"),
    row(Note, &[key(Enter)], C::Write(Stroke::Newline), "A new line"),
    row(
        Note,
        &[ctrl('n'), key(F(6))],
        C::NextQuestion,
        "Next question",
    )
    .hint(10, "next"),
    row(Text, &[key(Tab)], C::NextThing, "To the next thing"),
    row(
        Text,
        &[key(BackTab)],
        C::PreviousThing,
        "To the thing before",
    ),
    row(Text, &[key(Up)], moves(Motion::Up), "A row up"),
    row(Text, &[key(Down)], moves(Motion::Down), "A row down"),
    row(Text, &[key(Left)], moves(Motion::Left), "A letter back"),
    row(Text, &[key(Right)], moves(Motion::Right), "A letter on"),
    row(
        Text,
        &[key(Left).with_ctrl()],
        moves(Motion::WordLeft),
        "A word back",
    ),
    row(
        Text,
        &[key(Right).with_ctrl()],
        moves(Motion::WordRight),
        "A word on",
    ),
    row(
        Text,
        &[key(Home)],
        moves(Motion::RowStart),
        "To the start of the row",
    ),
    row(
        Text,
        &[key(End)],
        moves(Motion::RowEnd),
        "To the end of the row",
    ),
    row(
        Text,
        &[key(Home).with_ctrl()],
        moves(Motion::Start),
        "To the start of the text",
    ),
    row(
        Text,
        &[key(End).with_ctrl()],
        moves(Motion::End),
        "To the end of the text",
    ),
    row(Text, &[key(PageUp)], moves(Motion::PageUp), "A page up"),
    row(
        Text,
        &[key(PageDown)],
        moves(Motion::PageDown),
        "A page down",
    ),
    row(
        Text,
        &[key(Up).with_shift()],
        selects(Motion::Up),
        "Select a row up",
    ),
    row(
        Text,
        &[key(Down).with_shift()],
        selects(Motion::Down),
        "Select a row down",
    ),
    row(
        Text,
        &[key(Left).with_shift()],
        selects(Motion::Left),
        "Select a letter back",
    ),
    row(
        Text,
        &[key(Right).with_shift()],
        selects(Motion::Right),
        "Select a letter on",
    ),
    row(
        Text,
        &[key(Left).with_ctrl().with_shift()],
        selects(Motion::WordLeft),
        "Select a word back",
    ),
    row(
        Text,
        &[key(Right).with_ctrl().with_shift()],
        selects(Motion::WordRight),
        "Select a word on",
    ),
    row(
        Text,
        &[key(Home).with_shift()],
        selects(Motion::RowStart),
        "Select to the row's start",
    ),
    row(
        Text,
        &[key(End).with_shift()],
        selects(Motion::RowEnd),
        "Select to the row's end",
    ),
    row(
        Text,
        &[ctrl('a')],
        C::Write(Stroke::SelectAll),
        "Select everything",
    ),
    row(Text, &[ctrl('x')], C::Cut, "Cut what is selected"),
    row(Text, &[ctrl('v')], C::PasteInside, "Paste what was copied"),
    row(
        Text,
        &[key(Backspace)],
        C::Write(Stroke::Backspace),
        "Remove the letter before",
    ),
    row(
        Text,
        &[key(Delete)],
        C::Write(Stroke::Delete),
        "Remove the letter after",
    ),
    row(
        Text,
        &[ctrl('w'), key(Backspace).with_ctrl()],
        C::Write(Stroke::WordBackspace),
        "Remove the word before",
    ),
    row(
        Text,
        &[key(Delete).with_ctrl()],
        C::Write(Stroke::WordDelete),
        "Remove the word after",
    ),
    // A page with another before or after it.
    row(Sides, &[key(Left)], C::Left, "The page before").hint(15, "before"),
    row(Sides, &[key(Right)], C::Right, "The page after").hint(16, "after"),
    // A page that is read.
    row(Reading, &[key(Up)], C::Up, "Up"),
    row(Reading, &[key(Down), key(Enter)], C::Down, "Down").hint(10, "down"),
    row(Reading, &[key(PageUp)], C::PageUp, "A page up"),
    row(
        Reading,
        &[key(PageDown), key(Char(' '))],
        C::PageDown,
        "A page down",
    ),
    row(
        Reading,
        &[key(Home), key(Home).with_ctrl()],
        C::First,
        "To the top",
    ),
    row(
        Reading,
        &[key(End), key(End).with_ctrl()],
        C::Last,
        "To the end",
    ),
    row(Reading, &[key(Char('?'))], C::Help, "Help for this screen"),
    // The journal and an entry.
    row(List, &[key(Enter)], C::Go, "Read this").hint(10, "read"),
    row(
        List,
        &[key(Delete)],
        C::Delete,
        "Remove this from my journal",
    )
    .hint(20, "remove")
    .palette(),
    row(List, &[], C::EraseForEver, "Delete this for ever").palette(),
    row(
        List,
        &[ctrl('f'), key(F(5))],
        C::Find,
        "Find something I wrote",
    )
    .palette(),
    row(List, &[ctrl('t')], C::Narrow, "Narrow it down").palette(),
    row(List, &[key(Char('m'))], C::Month, "Look at a month").palette(),
    row(
        List,
        &[],
        C::SwapOrder,
        "Swap the order: the closest or the newest first",
    )
    .palette(),
    row(
        List,
        &[key(Char('e'))],
        C::Change,
        "Change this, or add to it",
    )
    .palette(),
    // The search box. What is done with an entry counts in the list only.
    row(Finding, &[key(Enter)], C::Go, "To what was found").hint(10, "list"),
    row(Finding, &[key(Down)], C::Go, "To what was found"),
    row(
        Finding,
        &[ctrl('k'), key(F(1))],
        C::Help,
        "How to find things",
    )
    .hint(20, "how to find"),
    row(
        Finding,
        &[ctrl('f'), key(F(5))],
        C::Find,
        "Choose all that I typed",
    ),
    row(Finding, &[ctrl('t')], C::Narrow, "Narrow it down").palette(),
    row(Finding, &[], C::Month, "Look at a month").palette(),
    row(
        Finding,
        &[],
        C::SwapOrder,
        "Swap the order: the closest or the newest first",
    )
    .palette(),
    row(Entry, &[key(Left)], C::Left, "The entry before"),
    row(Entry, &[key(Right)], C::Right, "The entry after"),
    row(
        Entry,
        &[key(Char('e'))],
        C::Change,
        "Change this, or add to it",
    )
    .hint(20, "change or add")
    .palette(),
    row(
        Entry,
        &[key(Char('n'))],
        C::NextHit,
        "To the next place with what I looked for",
    )
    .hint(17, "next hit")
    .palette(),
    row(
        Entry,
        &[ctrl('f'), key(F(5))],
        C::Find,
        "Find something I wrote",
    )
    .palette(),
    row(
        Entry,
        &[key(Delete)],
        C::Delete,
        "Remove this from my journal",
    )
    .palette(),
    row(Entry, &[], C::EraseForEver, "Delete this for ever").palette(),
    // The support card.
    row(
        Card,
        &[key(Char('f'))],
        C::FillCard,
        "Fill in my support card",
    )
    .hint(20, "fill in"),
    // A passphrase.
    row(Unlock, &[key(Enter)], C::Go, "Open this").hint(10, "open"),
    row(
        Unlock,
        &[ctrl('k'), key(F(1))],
        C::Help,
        "Help for this screen",
    )
    .hint(50, "help"),
    row(First, &[key(Esc)], C::Back, "Leave").hint(30, "leave"),
    row(Secret, &[key(PageUp)], C::PageUp, "A page up"),
    row(Secret, &[key(PageDown)], C::PageDown, "A page down"),
    row(Secret, &[key(Enter)], C::Go, "Go on").hint(10, "next"),
    row(
        Secret,
        &[ctrl('r')],
        C::ShowSecret,
        "Show what I typed, or cover it",
    )
    .hint(20, "show"),
    row(
        Secret,
        &[key(Backspace)],
        C::Write(Stroke::Backspace),
        "Remove the last letter",
    ),
    row(Secret, &[ctrl('u')], C::Clear, "Remove all I typed"),
    row(Offered, &[ctrl('u')], C::Clear, "Remove all of it"),
    // A popup.
    row(Popup, &[key(Enter)], C::Go, "Do this").hint(10, "do this"),
];
