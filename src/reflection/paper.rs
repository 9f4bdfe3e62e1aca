//! The draft on the desk, with a memory of what was chosen.
//!
//! Text has its own undo where it is typed. Choices have theirs here, so that a slip of one key
//! costs nothing.

use crate::domain::{Draft, Field};

/// A draft and the choices that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    draft: Draft,
    done: Vec<Deed>,
    undone: Vec<Deed>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Deed {
    field: Field,
    before: String,
    after: String,
}

impl Paper {
    /// Puts a draft on the desk.
    pub fn new(draft: Draft) -> Self {
        Self {
            draft,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// The draft.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The draft, to be saved.
    pub fn draft_mut(&mut self) -> &mut Draft {
        &mut self.draft
    }

    /// What stands in a field.
    pub fn words(&self, field: &Field) -> &str {
        self.draft.words(field)
    }

    /// Writes a text.
    pub fn write(&mut self, field: Field, words: impl Into<String>) {
        self.draft.write(field, words);
    }

    /// The ids chosen in a field, in the order they were chosen.
    pub fn chosen<'a>(&'a self, field: &Field) -> impl Iterator<Item = &'a str> + use<'a> {
        self.words(field).split(',').filter(|id| !id.is_empty())
    }

    /// Tells whether an id is chosen.
    pub fn has_chosen(&self, field: &Field, id: &str) -> bool {
        self.chosen(field).any(|chosen| chosen == id)
    }

    /// Chooses an id, or takes it back when it is chosen and several may be. When one more than
    /// `most` would be chosen, the oldest gives way.
    pub fn choose(&mut self, field: &Field, id: &str, most: usize) {
        let mut ids: Vec<&str> = self.chosen(field).collect();
        match ids.iter().position(|chosen| *chosen == id) {
            Some(_) if most == 1 => return,
            Some(place) => {
                ids.remove(place);
            }
            None => {
                ids.push(id);
                let over = ids.len().saturating_sub(most);
                ids.drain(..over);
            }
        }
        let after = ids.join(",");
        self.put(field, after);
    }

    /// Leaves a choice blank.
    pub fn clear(&mut self, field: &Field) {
        self.put(field, String::new());
    }

    fn put(&mut self, field: &Field, after: String) {
        let before = self.words(field).to_owned();
        if before == after {
            return;
        }
        self.undone.clear();
        self.done.push(Deed {
            field: field.clone(),
            before,
            after: after.clone(),
        });
        self.draft.write(field.clone(), after);
    }

    /// Forgets what was chosen before: from here on none of it can be taken back.
    pub fn settle(&mut self) {
        self.done.clear();
        self.undone.clear();
    }

    /// Takes the last choice back, and tells which field it was in.
    pub fn undo(&mut self) -> Option<Field> {
        let deed = self.done.pop()?;
        self.draft.write(deed.field.clone(), deed.before.clone());
        let field = deed.field.clone();
        self.undone.push(deed);
        Some(field)
    }

    /// Makes a choice again that was taken back.
    pub fn redo(&mut self) -> Option<Field> {
        let deed = self.undone.pop()?;
        self.draft.write(deed.field.clone(), deed.after.clone());
        let field = deed.field.clone();
        self.done.push(deed);
        Some(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Subject;

    #[test]
    fn two_may_be_chosen_and_the_oldest_gives_way() {
        let mut paper = Paper::new(Draft::new(Subject::Card));
        for id in ["steady", "light", "heavy"] {
            paper.choose(&Field::Left, id, 2);
        }
        assert_eq!(paper.words(&Field::Left), "light,heavy");
        paper.choose(&Field::Left, "light", 2);
        assert_eq!(paper.words(&Field::Left), "heavy");
    }

    #[test]
    fn undo_and_redo_are_exact() {
        let mut paper = Paper::new(Draft::new(Subject::Card));
        paper.choose(&Field::Kind, "group", 1);
        paper.choose(&Field::Kind, "group", 1);
        paper.choose(&Field::Kind, "other", 1);
        paper.clear(&Field::Kind);
        assert_eq!(paper.undo(), Some(Field::Kind));
        assert_eq!(paper.words(&Field::Kind), "other");
        paper.undo();
        paper.undo();
        assert_eq!(paper.words(&Field::Kind), "");
        assert_eq!(paper.undo(), None);
        paper.redo();
        assert_eq!(paper.words(&Field::Kind), "group");
    }
}
