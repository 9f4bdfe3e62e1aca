//! What the name of a backup says: when it was made, and what for.
//!
//! Names sort by time, and are read back, so that no list of backups has to be kept anywhere. Two
//! of the same second are told apart by a number behind the time.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDateTime};

use crate::domain::{Backup, BackupWhy};

/// How the name of a copy before a change of form begins, after the time.
pub(super) const BEFORE_FORM: &str = "before-form-";

const TIME: &str = "%Y-%m-%d-%H%M%S";
/// Letters of a time.
const TIME_LETTERS: usize = 17;

const LABELS: [(&str, BackupWhy); 4] = [
    ("daily", BackupWhy::Daily),
    ("asked", BackupWhy::Asked),
    ("before-restore", BackupWhy::Restore),
    ("new-key", BackupWhy::NewKey),
];

/// What stands in the name for a reason.
pub(super) fn label(why: BackupWhy) -> &'static str {
    let label = LABELS.iter().find(|(_, of)| *of == why);
    label.map_or("other", |(label, _)| label)
}

/// The path of a backup made now; the number tells apart those of the same second.
pub(in crate::store) fn named(
    folder: &Path,
    label: &str,
    at: DateTime<FixedOffset>,
    number: u32,
) -> PathBuf {
    let time = at.format(TIME);
    if number <= 1 {
        return folder.join(format!("{time}-{label}.db"));
    }
    folder.join(format!("{time}.{number}-{label}.db"))
}

/// Reads back what the name of a backup says.
pub(super) fn read(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(".db")?;
    let made = time(name)?;
    let (_, rest) = name.split_at_checked(TIME_LETTERS)?;
    Some(Backup {
        path: path.to_owned(),
        made,
        why: why(rest),
    })
}

/// The time that stands at the end of the name of a file that was put aside.
pub(in crate::store) fn put_aside_at(ending: &str) -> Option<NaiveDateTime> {
    time(ending)
}

fn time(name: &str) -> Option<NaiveDateTime> {
    let (time, _) = name.split_at_checked(TIME_LETTERS)?;
    NaiveDateTime::parse_from_str(time, TIME).ok()
}

/// Reads the reason from what follows the time, such as `-daily` or `.2-daily`.
fn why(rest: &str) -> BackupWhy {
    let label = rest.split_once('-').map_or("", |(_, label)| label);
    if label.starts_with(BEFORE_FORM) {
        return BackupWhy::NewForm;
    }
    let known = LABELS.iter().find(|(of, _)| *of == label);
    known.map_or(BackupWhy::Other, |(_, why)| *why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::proofs::kit::at;

    #[test]
    fn a_name_is_read_back() {
        for (label, why) in LABELS
            .iter()
            .chain(&[("before-form-12", BackupWhy::NewForm)])
        {
            for number in [1, 2, 17] {
                let path = named(Path::new("/b"), label, at(0), number);
                let backup = read(&path).unwrap();
                assert_eq!(backup.why, *why, "{}", path.display());
                assert_eq!(backup.path, path);
                assert_eq!(backup.made.to_string(), "2026-03-12 21:45:03");
            }
        }
    }

    #[test]
    fn names_of_others_are_passed_over_or_read_as_far_as_they_go() {
        for name in [
            "journal.db",
            "2026-03-12.db",
            "2026-13-12-214503-daily.db",
            "é.db",
            "x.part",
        ] {
            assert_eq!(read(Path::new(name)), None, "{name}");
        }
        for name in ["2026-03-12-214503.db", "2026-03-12-214503-by-hand.db"] {
            assert_eq!(
                read(Path::new(name)).unwrap().why,
                BackupWhy::Other,
                "{name}"
            );
        }
    }
}
