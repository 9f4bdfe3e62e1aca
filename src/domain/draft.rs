//! Unfinished words, kept field by field.
//!
//! A draft knows what of it is not on disk yet. Every edit raises the revision; saving is
//! "write unless the stored revision is later", so the order and the repetition of saves do not
//! matter (`architecture.md`, Drafts).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{Field, Form, FormKind, Id};

/// A count of edits, which only grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub u64);

/// What a draft is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A walk that may become the entry with this id.
    Walk(Id),
    /// The support card.
    Card,
    /// A form beside the walks.
    Form(Form),
}

impl Subject {
    /// Reads the stored name of a subject.
    pub fn read(name: &str) -> Option<Self> {
        if name == "card" {
            return Some(Self::Card);
        }
        if let Some(id) = name.strip_prefix("walk:") {
            return id.parse().ok().map(Self::Walk);
        }
        let form = name.strip_prefix("form:")?;
        let (kind, of) = match form.split_once(':') {
            Some((kind, of)) => (kind, Some(of.parse().ok()?)),
            None => (form, None),
        };
        let kind = FormKind::from_id(kind)?;
        Some(Self::Form(Form { kind, of }))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Walk(id) => write!(f, "walk:{id}"),
            Self::Card => f.write_str("card"),
            Self::Form(Form { kind, of: None }) => write!(f, "form:{kind}"),
            Self::Form(Form { kind, of: Some(of) }) => write!(f, "form:{kind}:{of}"),
        }
    }
}

/// The part of a draft that must go to disk now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSave {
    /// What it is about.
    pub subject: Subject,
    /// The fields that changed since the last save was asked for.
    pub fields: Vec<(Field, String)>,
    /// The draft's revision when it was asked for.
    pub revision: Revision,
}

/// Words on their way to becoming an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    subject: Subject,
    words: BTreeMap<Field, String>,
    revision: Revision,
    unsaved: BTreeSet<Field>,
}

impl Draft {
    /// Begins an empty draft.
    pub fn new(subject: Subject) -> Self {
        Self {
            subject,
            words: BTreeMap::new(),
            revision: Revision(0),
            unsaved: BTreeSet::new(),
        }
    }

    /// Takes up a draft that was stored.
    pub fn stored(subject: Subject, words: BTreeMap<Field, String>, revision: Revision) -> Self {
        Self {
            subject,
            words,
            revision,
            unsaved: BTreeSet::new(),
        }
    }

    /// What it is about.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// What stands in a field; empty when nothing does.
    pub fn words(&self, field: &Field) -> &str {
        self.words.get(field).map_or("", String::as_str)
    }

    /// Tells whether a field was ever written here, also where it was emptied again.
    pub fn has(&self, field: &Field) -> bool {
        self.words.contains_key(field)
    }

    /// Every field that holds something.
    pub fn fields(&self) -> impl Iterator<Item = (&Field, &str)> {
        self.words
            .iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(f, w)| (f, w.as_str()))
    }

    /// Writes a field. Writing what stands there already is no edit.
    pub fn write(&mut self, field: Field, words: impl Into<String>) {
        let words = words.into();
        if self.words(&field) == words {
            return;
        }
        self.revision.0 += 1;
        self.unsaved.insert(field.clone());
        self.words.insert(field, words);
    }

    /// Lays words under those that are written: they show where nothing was written yet, and are no
    /// edit.
    pub fn lay_under(&mut self, start: impl IntoIterator<Item = (Field, String)>) {
        for (field, words) in start {
            self.words.entry(field).or_insert(words);
        }
    }

    /// How often it has been edited.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Tells whether something is not on its way to disk yet.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Hands over what must be saved, and counts it as on its way.
    pub fn take_unsaved(&mut self) -> Option<DraftSave> {
        if self.unsaved.is_empty() {
            return None;
        }
        let fields = std::mem::take(&mut self.unsaved)
            .into_iter()
            .map(|field| {
                let words = self.words(&field).to_owned();
                (field, words)
            })
            .collect();
        Some(DraftSave {
            subject: self.subject,
            fields,
            revision: self.revision,
        })
    }

    /// Counts fields as unsaved again, after a save that failed.
    pub fn not_saved(&mut self, fields: impl IntoIterator<Item = Field>) {
        self.unsaved.extend(fields);
    }

    /// Counts every field as unsaved, as when a draft is brought back after it was erased.
    pub fn all_unsaved(&mut self) {
        self.revision.0 += 1;
        self.unsaved = self.words.keys().cloned().collect();
    }

    /// Tells whether nothing of the person's own stands in it.
    pub fn is_blank(&self) -> bool {
        let was_set = |field: &Field| {
            matches!(field, Field::Stage | Field::Headings) && self.has(&Field::Goodbye)
        };
        !self
            .fields()
            .any(|(field, _)| field.is_own_words() && !was_set(field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_goes_to_disk() {
        let mut draft = Draft::new(Subject::Card);
        draft.write(Field::Moment, "tea");
        draft.write(Field::Moment, "tea");
        assert_eq!(draft.revision(), Revision(1));
        let save = draft.take_unsaved().unwrap();
        assert_eq!(save.fields, vec![(Field::Moment, "tea".to_owned())]);
        assert_eq!(draft.take_unsaved(), None);
        draft.not_saved([Field::Moment]);
        assert!(draft.has_unsaved());
    }

    #[test]
    fn bookkeeping_alone_is_blank() {
        let mut draft = Draft::new(Subject::Card);
        draft.write(Field::Place, "moment");
        assert!(draft.is_blank());
        draft.write(Field::StandBy, "I stayed");
        assert!(!draft.is_blank());
    }

    #[test]
    fn a_subject_reads_back() {
        let walk = Subject::Walk(Id::at(5, &[1; 10]));
        assert_eq!(Subject::read(&walk.to_string()), Some(walk));
        assert_eq!(Subject::read("card"), Some(Subject::Card));
        assert_eq!(Subject::read("walk:soup"), None);
        for kind in FormKind::ALL {
            for of in [None, Some(Id::at(7, &[2; 10]))] {
                let form = Subject::Form(Form { kind: *kind, of });
                assert_eq!(Subject::read(&form.to_string()), Some(form));
            }
        }
        assert_eq!(Subject::read("form:soup"), None);
        assert_eq!(Subject::read("form:later:soup"), None);
    }
}
