//! `alongside where`: where everything is. It opens nothing but the small files of the settings.

use std::path::Path;

use super::desk::{pack_with_own, settings_notice, synced};
use super::list::print;
use super::trouble::Trouble;
use super::words;
use crate::config::{Paths, Settings};
use crate::domain::clean_line;

/// Prints the places, a line each, and what is to be said about them.
pub(super) fn run(paths: &Paths) -> Result<(), Trouble> {
    let mut lines = Vec::new();
    for (label, path) in [
        (words::WHERE_JOURNAL, &paths.journal),
        (words::WHERE_SETTINGS, &paths.settings_file),
        (words::WHERE_PACKS, &paths.packs_folder),
        (words::WHERE_BACKUPS, &paths.backups),
    ] {
        lines.push(format!("{label}: {}", whole(path)));
    }
    if !paths.journal.exists() {
        lines.push(words::NOT_YET.to_owned());
    }
    lines.extend(synced(&paths.journal));
    lines.extend(
        Settings::load(&paths.settings_file)
            .trouble
            .iter()
            .map(settings_notice),
    );
    pack_with_own(&paths.packs_folder, &mut lines)?;
    let lines: Vec<String> = lines.iter().map(|line| clean_line(line)).collect();
    print(&(lines.join("\n") + "\n"))
}

/// A path that holds wherever one is.
fn whole(path: &Path) -> String {
    std::path::absolute(path)
        .unwrap_or_else(|_| path.to_owned())
        .display()
        .to_string()
}
