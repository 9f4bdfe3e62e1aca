//! `alongside settings`: what the room "Keep my words safe" keeps among the settings, and the words
//! of the place, from the shell.
//!
//! It opens no journal, so it needs no passphrase. Without an option it says how it stands.

use std::path::{Path, PathBuf};

use super::args::Wanted;
use super::list::print;
use super::trouble::Trouble;
use super::words;
use crate::config::{Paths, Settings};
use crate::domain::clean_line;

/// Keeps what was said, and prints how it stands.
pub(super) fn run(paths: &Paths, wanted: Wanted) -> Result<(), Trouble> {
    let mut settings = Settings::load(&paths.settings_file).settings;
    let before = settings.clone();
    if let Some(minutes) = wanted.hide_after {
        settings.hide_after_minutes = minutes;
    }
    if let Some(months) = wanted.remind_after {
        settings.remind_after_months = months;
    }
    if let Some(folder) = wanted.backup_folder {
        settings.backup_folder = Some(whole(folder));
    }
    if wanted.no_backup_folder {
        settings.backup_folder = None;
    }
    if let Some(place) = wanted.words {
        settings.words_of = place.into();
    }
    if settings != before {
        settings.save(&paths.settings_file)?;
    }
    print(&said(&settings))
}

/// A path that holds wherever one is when the next backup is made.
fn whole(folder: PathBuf) -> PathBuf {
    std::path::absolute(&folder).unwrap_or(folder)
}

fn said(settings: &Settings) -> String {
    let lines = [
        words::hides_after(settings.hide_after_minutes),
        words::reminds_after(settings.remind_after_months),
        second(settings.backup_folder.as_deref()),
        words::words_of(settings.words_of.name()),
    ];
    lines.map(|line| clean_line(&line) + "\n").concat()
}

fn second(folder: Option<&Path>) -> String {
    let place = match folder {
        None => words::NO_SECOND_FOLDER.to_owned(),
        Some(folder) if folder.is_dir() => folder.display().to_string(),
        Some(folder) => words::not_there_now(folder),
    };
    format!("{}: {place}", words::WHERE_SECOND)
}
