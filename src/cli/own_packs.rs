//! The packs of a person's own, read from their folder and laid on the shipped words.
//!
//! A pack that cannot be used never stands in the way: it is left out, the others go on, and what
//! is to mend is known line by line. How large a file is, is asked before it is read: somebody may
//! have put a film there.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::words;
use crate::config::WordsOf;
use crate::content::{MAX_PACK_BYTES, Pack, PackError, Trouble, UserPack, pack_text};

/// The shipped words with everything on top that could be used.
#[derive(Debug)]
pub(super) struct Laid {
    /// All of it.
    pub(super) pack: Pack,
    /// The words of the place.
    pub(super) place: UserPack,
    /// Every file of the packs folder, in the order of their names.
    pub(super) own: Vec<Own>,
}

/// A file of the packs folder.
#[derive(Debug)]
pub(super) struct Own {
    /// Its name.
    pub(super) file: String,
    /// What it holds, or why it is left out.
    pub(super) pack: Result<UserPack, PackError>,
}

impl Laid {
    /// Says which packs are left out, and why.
    pub(super) fn notices(&self) -> Vec<String> {
        let out = self.own.iter().filter_map(|own| own.pack.as_ref().err());
        out.map(words::pack_not_used).collect()
    }
}

/// Lays the words of the place on the shipped ones, and then every own pack that fits.
///
/// # Errors
/// Fails only when what comes with the program cannot be read.
pub(super) fn lay_on(place: WordsOf, folder: &Path) -> Result<Laid, PackError> {
    lay_on_these(place, &files(folder))
}

/// The same with these files.
///
/// # Errors
/// As for [`lay_on`].
pub(super) fn lay_on_these(place: WordsOf, files: &[PathBuf]) -> Result<Laid, PackError> {
    let mut pack = Pack::shipped()?;
    let words = of_place(place)?;
    // The shipped words are those of the UK: laying them on again would only take time.
    if place != WordsOf::default() {
        pack = pack.with(words.clone())?;
    }
    let mut own = Vec::new();
    for path in files {
        let file = name(path);
        let read = read(path, &file);
        let laid = read.and_then(|extra| Ok((pack.clone().with(extra.clone())?, extra)));
        let read = laid.map(|(with_it, extra)| {
            pack = with_it;
            extra
        });
        own.push(Own { file, pack: read });
    }
    Ok(Laid {
        pack,
        place: words,
        own,
    })
}

fn of_place(place: WordsOf) -> Result<UserPack, PackError> {
    let not_there = || Trouble::NoFile.at(place.name(), None);
    UserPack::of_place(place.name()).unwrap_or_else(|| Err(not_there()))
}

/// Reads a pack file.
///
/// # Errors
/// Says the file, the line where there is one, what is wrong and how to mend it.
pub(super) fn read(path: &Path, file: &str) -> Result<UserPack, PackError> {
    let bytes = bytes(path).map_err(|trouble| trouble.at(file, None))?;
    UserPack::read(file, pack_text(file, &bytes)?)
}

/// Never more than a pack may hold, whatever the file is.
fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    let not_opened = |why: io::Error| Trouble::NotOpened {
        reason: words::cause(&why),
    };
    let most = u64::try_from(MAX_PACK_BYTES).unwrap_or(u64::MAX);
    let about = fs::metadata(path).map_err(not_opened)?;
    if !about.is_file() {
        return Err(Trouble::NoFile);
    }
    if about.len() > most {
        return Err(Trouble::TooLarge);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(not_opened)?;
    // It may grow while it is read.
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(not_opened)?;
    Ok(bytes)
}

/// The name of a file, for a reader.
pub(super) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The pack files of a folder, by name.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut packs: Vec<PathBuf> = files
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.extension() == Some(OsStr::new("toml")))
        .collect();
    packs.sort();
    packs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_none_or_is_far_too_large_is_never_read() {
        let folder = tempfile::tempdir().unwrap();
        let large = folder.path().join("b-film.toml");
        // It takes no room on the disk; read whole it would take all of it in memory.
        File::create(&large).unwrap().set_len(50 << 20).unwrap();
        fs::create_dir(folder.path().join("a-folder.toml")).unwrap();
        let fine = "id = \"fine\"\nversion = 1\n";
        fs::write(folder.path().join("c.toml"), fine).unwrap();
        fs::write(folder.path().join("d.toml"), [0xff, 0xfe]).unwrap();
        let laid = lay_on(WordsOf::Us, folder.path()).unwrap();
        let said: Vec<String> = laid
            .own
            .iter()
            .map(|own| match &own.pack {
                Ok(pack) => pack.id.clone(),
                Err(why) => why.to_string(),
            })
            .collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        a-folder.toml: this is no file that can be read. Put a text file in its place, or take it out.
        b-film.toml: the file is larger than 1 MiB. A pack holds words only. Take the rest out.
        fine
        d.toml, line 1: the file is not plain text. Save it again as text, with the coding UTF-8.
        ");
        assert_eq!(laid.notices().len(), 3);
        let added: Vec<&str> = laid.pack.added().map(|(id, _)| id).collect();
        assert_eq!(added, ["words-us", "fine"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_would_wait_for_ever_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/dev/zero", folder.path().join("zero.toml")).unwrap();
        std::os::unix::fs::symlink("/nowhere", folder.path().join("gone.toml")).unwrap();
        let laid = lay_on(WordsOf::Uk, folder.path()).unwrap();
        assert_eq!(laid.notices().len(), 2);
        assert_eq!(laid.pack.added().count(), 0);
    }

    #[test]
    fn own_words_win_over_those_of_the_place() {
        let folder = tempfile::tempdir().unwrap();
        let text = "id = \"ours\"\nversion = 1\n[steps.card_ring]\nline = \"Who I text\"\n";
        fs::write(folder.path().join("ours.toml"), text).unwrap();
        let laid = lay_on(WordsOf::Us, folder.path()).unwrap();
        let step = laid.pack.step("card_ring");
        assert_eq!(step.line, "Who I text");
        assert_eq!(step.title, "Someone to call");
    }
}
