//! What is shown or asked next, whatever shows it.

use crate::key::{Passphrase, RecoveryCode};

use super::Work;

/// Everything a front end needs to show one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Where one is: a few words.
    pub title: String,
    /// What is said, a paragraph each.
    pub said: Vec<String>,
    /// What is asked.
    pub ask: PanelAsk,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelAsk {
    /// One of these. `safe` has the focus, and is what only Enter means.
    Rows {
        /// The rows.
        rows: Vec<PanelRow>,
        /// The one to begin at.
        safe: usize,
    },
    /// A passphrase or a recovery code: not shown unless asked, may be pasted.
    Secret {
        /// Words before it.
        label: String,
        /// Whether to say how hard it is to guess while it is typed.
        is_new: bool,
    },
    /// A line of text.
    Line {
        /// Words before it.
        label: String,
        /// What stands in it at first.
        starter: String,
    },
    /// Nothing: something is being done.
    Busy {
        /// Whether it can be stopped.
        can_stop: bool,
    },
    /// Nothing: a recovery code is shown below what is said, and Enter goes on. It is no text, so
    /// that no copy of it lives on; [`code_rows`](super::code_rows) gives its rows.
    Code(RecoveryCode),
    /// Nothing: it is read, and Enter goes on.
    Enter,
}

/// One row to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelRow {
    /// A letter for it, where there is one; capitals are not told apart. What cannot be undone
    /// has none: it takes an arrow and Enter.
    pub key: Option<char>,
    /// What it does.
    pub words: String,
    /// Quiet words behind it.
    pub quiet: String,
}

/// What the person gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// They chose this row, counted from 0.
    Row(usize),
    /// They typed a secret. What is not a passphrase is read by the machine as a recovery code.
    Secret(Passphrase),
    /// They typed a line.
    Line(String),
    /// They go on.
    Enter,
    /// They go back one step, or stop what is being done.
    Back,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Show the panel anew.
    Panel,
    /// The same, and say this first: what was given cannot be taken so.
    Hint(String),
    /// Do this; the panel meanwhile is a busy one. What came of it goes to `Vault::came`.
    Do(Work),
    /// Stop what is being done, and show the panel. What comes of it all the same goes to
    /// `Vault::came_late`.
    Stop,
    /// Keep this choice among the settings, and show the panel anew.
    Set(Choice),
    /// Show the journal's page about what this is and is not.
    About,
    /// The talk is over. What is still being done is stopped.
    Close,
    /// The journal is gone, so the program ends, with these last words.
    Leave(String),
}

/// A choice that belongs to the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Put the words away after so many minutes without a key; 0 is never.
    HideAfter(u16),
    /// Remind of entries older than so many months; 0 is never.
    RemindAfter(u16),
    /// Keep a second set of backups here.
    SecondFolder(Option<std::path::PathBuf>),
}
