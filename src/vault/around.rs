//! What every matter may look at: how the journal is kept, and how the person likes to work.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use super::Standing;
use crate::domain::{Backup, Keeping};

/// How things stand around a talk.
#[derive(Clone, Debug)]
pub(super) struct Around {
    /// What is no matter of the journal.
    pub(super) standing: Standing,
    /// How the journal is kept, as last looked at.
    pub(super) keeping: Keeping,
}

impl Around {
    /// The newest backup, wherever it is.
    pub(super) fn newest_backup(&self) -> Option<&Backup> {
        self.backups().map(|(backup, _)| backup).next()
    }

    /// Every backup, newest first, and whether it is in the second folder.
    pub(super) fn backups(&self) -> impl Iterator<Item = (&Backup, bool)> {
        let beside = self.keeping.backups.iter().map(|backup| (backup, false));
        let second = self
            .keeping
            .second
            .iter()
            .flat_map(|second| &second.backups);
        let mut all: Vec<_> = beside.chain(second.map(|backup| (backup, true))).collect();
        // At the same time the one beside the journal comes first: it is sure to be there.
        all.sort_by_key(|(backup, _)| Reverse(backup.made));
        all.into_iter()
    }

    /// A path as a person typed it, with their home folder for a `~`. `None` when it is not a
    /// whole one: what it starts from would depend on where the program was started.
    pub(super) fn path(&self, typed: &str) -> Option<PathBuf> {
        let typed = typed.trim();
        let path = match (typed.strip_prefix('~'), &self.standing.home) {
            (Some(""), Some(home)) => home.clone(),
            (Some(rest), Some(home)) if rest.starts_with(['/', '\\']) => {
                home.join(rest.trim_start_matches(['/', '\\']))
            }
            _ => PathBuf::from(typed),
        };
        path.is_absolute().then_some(path)
    }

    /// A path as it is said: a `~` for the home folder.
    pub(super) fn say_path(&self, path: &Path) -> String {
        let home = self.standing.home.as_deref();
        match home.and_then(|home| path.strip_prefix(home).ok()) {
            Some(rest) if !rest.as_os_str().is_empty() => {
                Path::new("~").join(rest).display().to_string()
            }
            _ => path.display().to_string(),
        }
    }
}
