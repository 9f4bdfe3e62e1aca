//! What a person can ask of the editor, without saying by which key.

/// Names a way to move the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One character back.
    Left,
    /// One character on.
    Right,
    /// One visible row up, in about the same column.
    Up,
    /// One visible row down, in about the same column.
    Down,
    /// To the start of the word, or of the one before.
    WordLeft,
    /// To the end of the word, or of the one after.
    WordRight,
    /// To the start of the visible row.
    RowStart,
    /// To the end of the visible row.
    RowEnd,
    /// To the start of the text.
    Start,
    /// To the end of the text.
    End,
    /// One screen up, less a row.
    PageUp,
    /// One screen down, less a row.
    PageDown,
}

/// Names one thing a key does to the text or the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Types a character.
    Char(char),
    /// Begins a new paragraph; does nothing in one line.
    Newline,
    /// Removes the selection, or the character before the cursor.
    Backspace,
    /// Removes the selection, or the character after the cursor.
    Delete,
    /// Removes the selection, or back to the start of a word.
    WordBackspace,
    /// Removes the selection, or on to the end of a word.
    WordDelete,
    /// Moves the cursor and lets go of the selection.
    Move(Motion),
    /// Moves the cursor and stretches the selection.
    Select(Motion),
    /// Selects everything.
    SelectAll,
    /// Takes back the last step.
    Undo,
    /// Does again what was taken back.
    Redo,
}

/// Says what came of a stroke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Done {
    /// Nothing: there was nothing to do.
    Nothing,
    /// The cursor or the selection moved.
    Moved,
    /// The text changed.
    Changed,
    /// The cursor wanted up from the first row, and stayed.
    AtTop,
    /// The cursor wanted down from the last row, and stayed.
    AtBottom,
    /// Backspace was pressed in an empty text.
    AtStart,
}
