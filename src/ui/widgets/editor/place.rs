//! A place between two characters of the text.

/// Names a place by its paragraph and the byte in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) paragraph: usize,
    pub(super) byte: usize,
}

impl Place {
    /// Returns the place at a byte of a paragraph.
    pub(super) fn new(paragraph: usize, byte: usize) -> Self {
        Self { paragraph, byte }
    }

    /// Returns where `text` ends once it is put here.
    pub(super) fn after(self, text: &str) -> Self {
        match text.rsplit_once('\n') {
            None => Self::new(self.paragraph, self.byte + text.len()),
            Some((before, last)) => {
                let breaks = before.matches('\n').count() + 1;
                Self::new(self.paragraph + breaks, last.len())
            }
        }
    }
}
