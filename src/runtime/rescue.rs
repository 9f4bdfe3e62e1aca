//! Puts words in a file of their own, when the journal cannot take them.
//!
//! The file stands beside the journal, or else in the home folder: places that are looked at, and
//! that are as private as the journal is. It never takes another file's place.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::made_up::is_in_one;

/// How many names are tried in one folder.
const NAMES: u32 = 1_000;

/// Writes a text to a new file that only its owner can read, and says where it is.
///
/// # Errors
/// What the system says of the last place that was tried.
pub fn rescue(text: &str, journal: &Path, at: DateTime<FixedOffset>) -> io::Result<PathBuf> {
    // What is made up goes with its folder, and nothing of it is to lie about at home.
    if is_in_one(journal) {
        return Err(io::ErrorKind::NotFound.into());
    }
    let beside = journal
        .parent()
        .filter(|folder| folder.is_dir())
        .map(Path::to_owned);
    let home = env::home_dir();
    rescue_in(beside.into_iter().chain(home), text, at)
}

fn rescue_in(
    folders: impl Iterator<Item = PathBuf>,
    text: &str,
    at: DateTime<FixedOffset>,
) -> io::Result<PathBuf> {
    let mut trouble = io::Error::from(io::ErrorKind::NotFound);
    for folder in folders {
        match write_in(&folder, text, at) {
            Ok(path) => return Ok(path),
            Err(why) => trouble = why,
        }
    }
    Err(trouble)
}

fn write_in(folder: &Path, text: &str, at: DateTime<FixedOffset>) -> io::Result<PathBuf> {
    let day = at.format("%Y-%m-%d");
    for number in 1..=NAMES {
        let path = folder.join(format!("alongside-words-{day}-{number}.txt"));
        let mut file = match new_private(&path) {
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => continue,
            file => file?,
        };
        let written = file
            .write_all(text.as_bytes())
            .and_then(|()| file.sync_all());
        if let Err(why) = written {
            // Half of the words under such a name would be worse than none.
            let _ = fs::remove_file(&path);
            return Err(why);
        }
        return Ok(path);
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Makes a file that was not there, which only its owner can read.
pub(super) fn new_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::made_up::MadeUpFolder;

    fn at() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-03-12T18:00:00+00:00").unwrap()
    }

    #[test]
    fn a_second_rescue_leaves_the_first_alone() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("journal.db");
        let first = rescue("tea", &journal, at()).unwrap();
        let second = rescue("more tea", &journal, at()).unwrap();
        assert_eq!(
            first,
            folder.path().join("alongside-words-2026-03-12-1.txt")
        );
        assert_eq!(fs::read_to_string(first).unwrap(), "tea");
        assert_eq!(fs::read_to_string(second).unwrap(), "more tea");
    }

    #[test]
    fn what_is_made_up_is_put_nowhere() {
        let made_up = MadeUpFolder::make_in(&env::temp_dir()).unwrap();
        let files = || fs::read_dir(made_up.path()).unwrap().count();
        let before = files();
        assert!(rescue("tea", &made_up.path().join("journal.db"), at()).is_err());
        assert_eq!(files(), before);
    }

    #[test]
    fn a_folder_that_is_only_named_so_keeps_the_words_of_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        let named = folder.path().join("alongside-demo-a1b2c3");
        fs::create_dir(&named).unwrap();
        let path = rescue("tea", &named.join("journal.db"), at()).unwrap();
        assert_eq!(path.parent(), Some(named.as_path()));
        assert_eq!(fs::read_to_string(path).unwrap(), "tea");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = rescue("tea", &folder.path().join("journal.db"), at()).unwrap();
        assert_eq!(
            fs::metadata(path).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }

    #[test]
    fn when_the_first_folder_does_not_take_it_the_second_does() {
        let folder = tempfile::tempdir().unwrap();
        let folders = [folder.path().join("gone"), folder.path().to_owned()];
        let path = rescue_in(folders.into_iter(), "tea", at()).unwrap();
        assert_eq!(fs::read_to_string(path).unwrap(), "tea");
    }
}
