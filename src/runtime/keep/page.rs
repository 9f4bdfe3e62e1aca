//! Puts the page with the recovery code where the person wants it: in a file, or on paper.
//!
//! The page goes to the printer's program through a pipe, so that no file of it is left behind.

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::{DateTime, FixedOffset};
use zeroize::Zeroizing;

use crate::runtime::rescue::new_private;
use crate::runtime::words;
use crate::vault::{Came, Page};

/// The programs that print, in the order they are tried.
const PRINTERS: [&str; 2] = ["lp", "lpr"];
/// The file's name, where only a folder was named; the day comes after it when there is one.
const NAME: &str = "alongside-recovery-code";

/// The page as it leaves the program: that of a made-up journal says so first.
pub(super) fn told(page: Page, made_up: bool) -> Page {
    if !made_up {
        return page;
    }
    Page(Zeroizing::new(format!("{}\n\n{}", words::MADE_UP, *page.0)))
}

/// Writes the page to a new file that only its owner can read.
///
/// # Errors
/// What is to be said.
pub(super) fn save(to: &Path, page: &Page, at: DateTime<FixedOffset>) -> Result<Came, String> {
    let to = whole(to);
    let to = if to.is_dir() { free_in(&to, at) } else { to };
    let written = new_private(&to).and_then(|mut file| {
        file.write_all(page.0.as_bytes())?;
        file.sync_all()
    });
    match written {
        Ok(()) => Ok(Came::PageSaved(to)),
        Err(why) => Err(words::page_not_saved(&to, &why)),
    }
}

/// The name for a page in a folder: one that no page from before has, where there is one.
fn free_in(folder: &Path, at: DateTime<FixedOffset>) -> PathBuf {
    let plain = folder.join(format!("{NAME}.txt"));
    if plain.exists() {
        folder.join(format!("{NAME}-{}.txt", at.date_naive()))
    } else {
        plain
    }
}

/// Takes `~` for the home folder, as a shell would.
pub(in crate::runtime) fn whole(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// Hands the page to the printer.
///
/// # Errors
/// What is to be said.
pub(super) fn print(page: &Page) -> Result<Came, String> {
    for printer in PRINTERS {
        match handed_to(printer, page) {
            Ok(true) => return Ok(Came::Printed),
            Err(why) if why.kind() == io::ErrorKind::NotFound => {}
            Ok(false) | Err(_) => return Err(words::NOT_PRINTED.to_owned()),
        }
    }
    Err(words::NO_PRINTER.to_owned())
}

fn handed_to(printer: &str, page: &Page) -> io::Result<bool> {
    let mut child = Command::new(printer)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(page.0.as_bytes())?;
    }
    Ok(child.wait()?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_never_takes_another_files_place_and_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let page = Page(zeroize::Zeroizing::new("the code".to_owned()));
        let at = DateTime::parse_from_rfc3339("2026-03-12T18:00:00+00:00").unwrap();
        let Ok(Came::PageSaved(path)) = save(folder.path(), &page, at) else {
            panic!("it is not saved")
        };
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "the code");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let again = save(&path, &page, at).unwrap_err();
        assert!(again.contains("Choose another name"), "{again}");
        let dated = folder.path().join("alongside-recovery-code-2026-03-12.txt");
        assert_eq!(
            save(folder.path(), &page, at),
            Ok(Came::PageSaved(dated)),
            "a page from before is another one"
        );
        for nowhere in [folder.path().join("no/page.txt"), path.join("page.txt")] {
            let why = save(&nowhere, &page, at).unwrap_err();
            assert!(why.contains("There is no such folder."), "{why}");
        }
    }
}
