//! `alongside where`: where everything is. It opens nothing but the small files of the settings.

use std::path::Path;

use super::desk::{settings_notice, synced};
use super::list::print;
use super::own_packs;
use super::trouble::Trouble;
use super::words;
use crate::config::{Paths, Settings};
use crate::domain::{Backup, clean_line, say_day};
use crate::store::keeping_unopened;

/// Prints the places, a line each, and what is to be said about them.
pub(super) fn run(paths: &Paths) -> Result<(), Trouble> {
    let loaded = Settings::load(&paths.settings_file);
    let second = loaded.settings.backup_folder.as_deref();
    let mut lines = Vec::new();
    for (label, path) in [
        (words::WHERE_JOURNAL, &paths.journal),
        (words::WHERE_SETTINGS, &paths.settings_file),
        (words::WHERE_PACKS, &paths.packs_folder),
        (words::WHERE_BACKUPS, &paths.backups),
    ] {
        lines.push(format!("{label}: {}", whole(path)));
    }
    match paths.journal.try_exists() {
        Ok(true) => lines.extend(keeping(&paths.journal, second, true)),
        Ok(false) if has_backups(&paths.journal, second) => {
            lines.extend(keeping(&paths.journal, second, false));
            lines.push(words::BACKUPS_STAND.to_owned());
        }
        Ok(false) => lines.push(words::NOT_YET.to_owned()),
        Err(_) => lines.push(words::NO_LOOKING.to_owned()),
    }
    lines.extend(synced(&paths.journal));
    lines.extend(loaded.trouble.iter().map(settings_notice));
    lines.extend(own_packs::lay_on(loaded.settings.words_of, &paths.packs_folder)?.notices());
    let lines: Vec<String> = lines.iter().map(|line| clean_line(line)).collect();
    print(&(lines.join("\n") + "\n"))
}

fn has_backups(journal: &Path, second: Option<&Path>) -> bool {
    !keeping_unopened(journal, second).backups.is_empty()
}

/// Whether the journal is locked, as far as it is there, and when it was backed up last.
fn keeping(journal: &Path, second: Option<&Path>, is_there: bool) -> Vec<String> {
    let keeping = keeping_unopened(journal, second);
    let locked = if keeping.locked {
        words::IS_LOCKED
    } else {
        words::IS_NOT_LOCKED
    };
    let made = |backup: &Backup| {
        let day = say_day(backup.made.date());
        format!("{day}, {}", backup.made.format("%H:%M"))
    };
    let newest = keeping.backups.first().map(made);
    let mut lines = Vec::new();
    lines.extend(is_there.then(|| format!("{}: {locked}", words::WHERE_LOCKED)));
    lines.push(format!(
        "{}: {}",
        words::WHERE_NEWEST,
        newest.unwrap_or_else(|| words::NO_BACKUP_YET.to_owned())
    ));
    if let Some(second) = keeping.second {
        let folder = if second.is_there {
            whole(&second.folder)
        } else {
            words::not_there_now(&second.folder)
        };
        lines.push(format!("{}: {folder}", words::WHERE_SECOND));
    }
    lines
}

/// A path that holds wherever one is.
fn whole(path: &Path) -> String {
    std::path::absolute(path)
        .unwrap_or_else(|_| path.to_owned())
        .display()
        .to_string()
}
