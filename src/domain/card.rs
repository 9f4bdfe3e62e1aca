//! The worker's own support card: who they can ring.

use super::vocabulary::vocabulary;

vocabulary! {
    /// One line of the support card.
    CardLine {
        /// Who I can ring after a hard session: the first run asks for this one.
        Ring = "ring",
        /// My supervisor or on-call person.
        Supervisor = "supervisor",
        /// The safeguarding lead.
        Safeguarding = "safeguarding",
        /// The local crisis line.
        Crisis = "crisis",
        /// Emergency.
        Emergency = "emergency",
        /// Someone for me.
        Me = "me",
    }
}

/// What the worker filled in; a blank line shows the pack's presets instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SupportCard {
    lines: std::collections::BTreeMap<CardLine, String>,
}

impl SupportCard {
    /// What stands on a line; empty when it was not filled in.
    pub fn line(&self, line: CardLine) -> &str {
        self.lines.get(&line).map_or("", String::as_str)
    }

    /// Fills in a line.
    pub fn write(&mut self, line: CardLine, words: impl Into<String>) {
        self.lines.insert(line, words.into());
    }

    /// Tells whether nothing was filled in yet.
    pub fn is_blank(&self) -> bool {
        self.lines.values().all(|words| words.trim().is_empty())
    }
}
