//! A passphrase from a file, for programs that call this one.
//!
//! Only a file that its owner alone can read is taken. Another could have been read by anyone on
//! this computer already, and it is better to say so than to go on as if it were a secret.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::key::Passphrase;

/// More bytes than any passphrase has.
const MOST: u64 = 64 * 1024;

/// Why a file gives no passphrase.
#[derive(Debug)]
pub enum FileTrouble {
    /// It cannot be read.
    NotRead(PathBuf, io::Error),
    /// It is something else than a file.
    NotAFile(PathBuf),
    /// Others can read it too.
    OpenToOthers(PathBuf),
    /// There is nothing in its first line.
    Empty(PathBuf),
}

/// Reads the first line of a file. Its line end is no part of it.
///
/// # Errors
/// [`FileTrouble`] when it may not be used.
pub(super) fn read(path: &Path) -> Result<Passphrase, FileTrouble> {
    let not_read = |why| FileTrouble::NotRead(path.to_owned(), why);
    // Looked at before it is opened: opening a pipe would wait for whoever writes into it.
    must_be_private(path, &fs::metadata(path).map_err(not_read)?)?;
    let file = File::open(path).map_err(not_read)?;
    must_be_private(path, &file.metadata().map_err(not_read)?)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(
        usize::try_from(MOST).unwrap_or_default(),
    ));
    file.take(MOST).read_to_end(&mut bytes).map_err(not_read)?;
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    // Some editors put this sign in front of every file.
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let text = Zeroizing::new(String::from_utf8_lossy(line).into_owned());
    let passphrase = Passphrase::new(&text);
    if passphrase.is_empty() {
        return Err(FileTrouble::Empty(path.to_owned()));
    }
    Ok(passphrase)
}

fn must_be_private(path: &Path, about: &Metadata) -> Result<(), FileTrouble> {
    if !about.is_file() {
        return Err(FileTrouble::NotAFile(path.to_owned()));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if about.permissions().mode() & 0o077 != 0 {
            return Err(FileTrouble::OpenToOthers(path.to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8], mode: u32) -> Result<Passphrase, FileTrouble> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("words");
        fs::write(&path, bytes).unwrap();
        #[cfg(unix)]
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
        read(&path)
    }

    #[test]
    fn the_first_line_is_taken_without_its_end() {
        for bytes in [
            "tea two",
            "tea two\n",
            "tea two\r\nmore\n",
            "\u{feff}tea two\n",
        ] {
            let read = written(bytes.as_bytes(), 0o600).unwrap();
            assert_eq!(read, Passphrase::new("tea two"), "{bytes:?}");
        }
        // A blank is a letter like any other.
        assert_eq!(
            written(b" tea \n", 0o400).unwrap(),
            Passphrase::new(" tea ")
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_not_used() {
        for mode in [0o644, 0o640, 0o604, 0o660, 0o610, 0o601] {
            let why = written(b"tea", mode).unwrap_err();
            assert!(matches!(why, FileTrouble::OpenToOthers(_)), "{mode:o}");
        }
    }

    #[test]
    fn what_is_no_file_or_holds_nothing_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let why = |path: &Path| read(path).unwrap_err();
        assert!(matches!(why(folder.path()), FileTrouble::NotAFile(_)));
        assert!(matches!(
            why(&folder.path().join("none")),
            FileTrouble::NotRead(..)
        ));
        assert!(matches!(
            written(b"\ntea", 0o600),
            Err(FileTrouble::Empty(_))
        ));
        assert!(matches!(written(b"", 0o600), Err(FileTrouble::Empty(_))));
    }
}
