//! Puts a text into a file where the person wants it.
//!
//! It is a new file that only its owner can read. It never takes another file's place: where the
//! name is taken, the next number is.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::runtime::keep::whole;
use crate::runtime::rescue::new_private;
use crate::runtime::words;

/// How many names are tried in one folder.
const NAMES: u32 = 1_000;

/// Writes a text to a new file; a folder is taken for a file in it with this name.
///
/// # Errors
/// What is to be said.
pub(super) fn save(to: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let to = whole(to);
    // It is said where it is, so it is said in full.
    let to = std::path::absolute(&to).unwrap_or(to);
    let is_folder = to.is_dir() || to.file_name().is_none() || ends_as_folder(&to);
    let wanted = if is_folder { to.join(name) } else { to };
    written(&wanted, text).map_err(|why| words::sheet_not_saved(&wanted, &why))
}

/// Tells whether a path was typed as one of a folder.
fn ends_as_folder(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes
        .last()
        .is_some_and(|last| std::path::is_separator(char::from(*last)))
}

fn written(wanted: &Path, text: &str) -> io::Result<PathBuf> {
    let (path, mut file) = free(wanted)?;
    let done = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if let Err(why) = done {
        // Half of the words under such a name would be worse than none.
        let _ = fs::remove_file(&path);
        return Err(why);
    }
    Ok(path)
}

/// Makes the file, under the first name that no other has.
fn free(wanted: &Path) -> io::Result<(PathBuf, File)> {
    for number in 1..=NAMES {
        let path = numbered(wanted, number);
        match new_private(&path) {
            Err(why) if why.kind() == ErrorKind::AlreadyExists => {}
            file => return Ok((path, file?)),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// "sheet.md", "sheet-2.md", "sheet-3.md".
fn numbered(wanted: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return wanted.to_owned();
    }
    let mut name = OsString::from(wanted.file_stem().unwrap_or_default());
    name.push(format!("-{number}"));
    if let Some(ending) = wanted.extension() {
        name.push(".");
        name.push(ending);
    }
    wanted.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_goes_where_it_is_wanted_and_never_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let (to, name) = (folder.path(), "supervision-2026-11-22.md");
        let first = save(to, name, "one").unwrap();
        assert_eq!(first, to.join(name));
        let second = save(to, name, "two").unwrap();
        assert_eq!(second, to.join("supervision-2026-11-22-2.md"));
        let third = save(&first, "another.md", "three").unwrap();
        assert_eq!(third, to.join("supervision-2026-11-22-3.md"));
        let bare = save(&to.join("sheet"), name, "four").unwrap();
        assert_eq!(save(&bare, name, "five").unwrap(), to.join("sheet-2"));
        for (path, text) in [(first, "one"), (second, "two"), (third, "three")] {
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                let mode = fs::metadata(&path).unwrap().permissions().mode();
                assert_eq!(mode & 0o777, 0o600);
            }
        }
    }

    #[test]
    fn what_is_in_the_way_is_said_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let file = save(&folder.path().join("sheet.md"), "x.md", "one").unwrap();
        for nowhere in [
            folder.path().join("no/sheet.md"),
            folder.path().join("no/"),
            file.join("sheet.md"),
        ] {
            let why = save(&nowhere, "x.md", "two").unwrap_err();
            assert!(why.contains("There is no such folder."), "{why}");
            assert!(why.contains("Choose another place."), "{why}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn odd_names_are_a_file_or_said_in_words_and_never_more_than_that() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path();
        for odd in ["a\0b.md".to_owned(), "x".repeat(10_000), "👨‍👩‍👧‍👦".repeat(40)]
        {
            let why = save(&to.join(odd), "x.md", "one").unwrap_err();
            assert!(why.contains("Your journal is as it was."), "{why}");
        }
        assert_eq!(
            fs::read_dir(to).unwrap().count(),
            0,
            "nothing is left half-way"
        );
        for odd in ["שלום.md", "👨‍👩‍👧.md", ".md", "two  blanks .md", "-n"] {
            let path = save(&to.join(odd), "x.md", odd).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), odd);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nowhere_is_not_followed_and_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (to, elsewhere) = (folder.path(), tempfile::tempdir().unwrap());
        let target = elsewhere.path().join("target.md");
        std::os::unix::fs::symlink(&target, to.join("sheet.md")).unwrap();
        let path = save(&to.join("sheet.md"), "x.md", "one").unwrap();
        assert_eq!(path, to.join("sheet-2.md"));
        assert!(!target.exists());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_place_where_nobody_may_write_is_said_in_words() {
        let why = save(Path::new("/proc/self/"), "x.md", "one").unwrap_err();
        assert!(why.contains("Choose another place."), "{why}");
    }
}
