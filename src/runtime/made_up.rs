//! A folder for a made-up journal, which goes when it is done with.
//!
//! It stands among the system's temporary files, opens for its owner alone, and holds all that a
//! program in it would write: the journal, the settings, what is beside them. It is removed when this
//! value is dropped, so also after a fault. A signal that means to end only notes that it came, from
//! before the folder is there until the program is gone: whoever is at work then looks, and leaves.
//! A program that is killed cannot do that. So each folder has a file that its program holds locked
//! for as long as it runs, and the next one removes those that nobody holds.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::Id;

/// How the name of such a folder begins.
const NAME: &str = "alongside-demo-";
/// The file in it that its program holds.
const HELD: &str = "held";
/// How many names are tried.
const NAMES: u32 = 100;
/// How often it is tried to remove a folder: what is still being closed may be in the way.
const TRIES: u32 = 3;

/// Whether the program was told to end.
#[derive(Clone, Debug, Default)]
pub struct ToldToGo(Arc<AtomicBool>);

impl ToldToGo {
    /// Tells whether it was.
    pub fn is_so(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// A folder for a made-up journal.
#[derive(Debug)]
pub struct MadeUpFolder {
    path: PathBuf,
    held: Option<File>,
    told_to_go: Arc<AtomicBool>,
}

impl MadeUpFolder {
    /// Makes one among the system's temporary files, and removes those that a killed program left.
    ///
    /// # Errors
    /// What the system says when it cannot be made there.
    pub fn make() -> io::Result<Self> {
        let told_to_go = Arc::default();
        hear_the_end(&told_to_go);
        let mut made = Self::make_in(&std::env::temp_dir())?;
        made.told_to_go = told_to_go;
        Ok(made)
    }

    /// Makes one in this folder.
    ///
    /// # Errors
    /// What the system says when it cannot be made there.
    pub(super) fn make_in(among: &Path) -> io::Result<Self> {
        clear_left_over(among);
        // Said in full: where one is may change.
        let among = std::path::absolute(among)?;
        for _again in 0..NAMES {
            let path = among.join(format!("{NAME}{}", Id::fresh().short()));
            let made = match new_folder(&path) {
                Err(why) if why.kind() == ErrorKind::AlreadyExists => continue,
                made => made.and_then(|()| hold_new(&path)),
            };
            match made {
                Ok(Hold::Ours(held)) => {
                    return Ok(Self {
                        path,
                        held,
                        told_to_go: Arc::default(),
                    });
                }
                // Another program that began in this moment took it for one that was left over.
                Ok(Hold::Taken) => {}
                Err(why) => {
                    let _ = fs::remove_dir_all(&path);
                    return Err(why);
                }
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Tells whether the program was told to end before a front end listened for that by itself.
    /// Each looks here once it does: a signal that came before is kept nowhere else.
    pub fn told_to_go(&self) -> ToldToGo {
        ToldToGo(Arc::clone(&self.told_to_go))
    }

    /// Removes it with all that is in it.
    ///
    /// # Errors
    /// Where it was, when it could not be removed whole.
    pub fn clear(mut self) -> Result<(), PathBuf> {
        self.remove();
        if self.path.exists() {
            return Err(self.path.clone());
        }
        Ok(())
    }

    fn remove(&mut self) {
        // Not every system removes a file that is open.
        if cfg!(not(unix)) {
            self.held = None;
        }
        for _again in 0..TRIES {
            if fs::remove_dir_all(&self.path).is_ok() {
                break;
            }
        }
        self.held = None;
    }
}

impl Drop for MadeUpFolder {
    fn drop(&mut self) {
        if self.held.is_some() || self.path.exists() {
            self.remove();
        }
    }
}

/// Tells whether a journal is one in such a folder. What is rescued from it goes nowhere else.
///
/// A name is not enough: whoever calls a folder of their own so has words in it that they need. One
/// of ours stands among the temporary files, and has the file in it that its program holds.
pub(super) fn is_in_one(journal: &Path) -> bool {
    is_in_one_among(journal, &std::env::temp_dir())
}

fn is_in_one_among(journal: &Path, among: &Path) -> bool {
    let Some(folder) = journal.parent() else {
        return false;
    };
    let name = folder.file_name().unwrap_or_default();
    let is_named_so = name.to_string_lossy().starts_with(NAME);
    is_named_so && folder.join(HELD).is_file() && is_right_in(folder, among)
}

/// Tells whether a folder stands right in another one, by whatever way each is named.
fn is_right_in(folder: &Path, among: &Path) -> bool {
    let whole = fs::canonicalize(folder).ok();
    let above = whole.as_deref().and_then(Path::parent);
    above.is_some() && above == fs::canonicalize(among).ok().as_deref()
}

/// The answer to asking for the file that is held.
enum Hold {
    /// It is ours; without a file where this disk knows no locks.
    Ours(Option<File>),
    /// It is not ours, or is there no more.
    Taken,
}

fn new_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn hold_new(folder: &Path) -> io::Result<Hold> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let name = folder.join(HELD);
    let file = match options.open(&name) {
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(Hold::Taken),
        file => file?,
    };
    match file.try_lock() {
        // It may have been removed between the two.
        Ok(()) if name.exists() => Ok(Hold::Ours(Some(file))),
        Ok(()) | Err(fs::TryLockError::WouldBlock) => Ok(Hold::Taken),
        Err(fs::TryLockError::Error(_no_locks_here)) => Ok(Hold::Ours(None)),
    }
}

/// Removes every folder of ours that no program holds.
fn clear_left_over(among: &Path) {
    let Ok(there) = fs::read_dir(among) else {
        return;
    };
    for one in there.flatten() {
        let is_named_so = one.file_name().to_string_lossy().starts_with(NAME);
        // A link is no folder here, whatever it leads to.
        let is_ours = |it: &fs::Metadata| it.is_dir() && is_mine(it);
        if is_named_so && one.path().symlink_metadata().is_ok_and(|it| is_ours(&it)) {
            clear_if_left(&one.path());
        }
    }
}

fn clear_if_left(folder: &Path) {
    let held = OpenOptions::new()
        .read(true)
        .write(true)
        .open(folder.join(HELD));
    match held {
        Ok(held) => {
            if held.try_lock().is_ok() {
                let _ = fs::remove_dir_all(folder);
            }
        }
        // Its program was killed before there was anything in it, or is about to put the file there:
        // then it takes another.
        Err(_none) => {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(unix)]
fn is_mine(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.uid() == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
fn is_mine(_: &fs::Metadata) -> bool {
    true
}

/// Notes every signal that means to end, so that none ends the program before the folder is gone.
#[cfg(unix)]
fn hear_the_end(told: &Arc<AtomicBool>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
        // Without it a signal in this second leaves the folder to be cleared by the next.
        let _ = signal_hook::flag::register(signal, Arc::clone(told));
    }
}

#[cfg(not(unix))]
fn hear_the_end(_: &Arc<AtomicBool>) {}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    fn filled(among: &Path) -> MadeUpFolder {
        let folder = MadeUpFolder::make_in(among).unwrap();
        fs::create_dir(folder.path().join("config")).unwrap();
        fs::write(folder.path().join("journal.db"), "words").unwrap();
        folder
    }

    fn count(among: &Path) -> usize {
        fs::read_dir(among).unwrap().count()
    }

    #[test]
    fn it_goes_with_all_that_is_in_it_also_after_a_fault() {
        let among = tempfile::tempdir().unwrap();
        filled(among.path()).clear().unwrap();
        assert_eq!(count(among.path()), 0);
        let place = among.path().to_owned();
        let fault = catch_unwind(move || {
            let _folder = filled(&place);
            panic!("a fault of ours");
        });
        assert!(fault.is_err());
        assert_eq!(count(among.path()), 0);
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_look_into_it() {
        use std::os::unix::fs::PermissionsExt;
        let among = tempfile::tempdir().unwrap();
        let folder = filled(among.path());
        let mode = fs::metadata(folder.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn a_journal_of_ones_own_is_not_taken_for_one_by_the_name_of_its_folder() {
        let among = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let ours = filled(among.path());
        assert!(is_in_one_among(
            &ours.path().join("journal.db"),
            among.path()
        ));
        let beside = among.path().join("journal.db");
        assert!(!is_in_one_among(&beside, among.path()));
        // Of that name, with all else but what our program holds.
        let named = among.path().join(format!("{NAME}of-the-training"));
        fs::create_dir(&named).unwrap();
        assert!(!is_in_one_among(&named.join("journal.db"), among.path()));
        // A copy of the folder, kept at home.
        let copy = elsewhere.path().join(format!("{NAME}copy"));
        fs::create_dir(&copy).unwrap();
        fs::write(copy.join(HELD), "").unwrap();
        assert!(!is_in_one_among(&copy.join("journal.db"), among.path()));
        assert!(!is_in_one_among(Path::new(""), among.path()));
    }

    #[cfg(unix)]
    #[test]
    fn it_is_told_from_others_where_the_temporary_files_are_named_by_a_link() {
        let among = tempfile::tempdir().unwrap();
        let link = among.path().join("link");
        let folder = among.path().join("folder");
        fs::create_dir(&folder).unwrap();
        std::os::unix::fs::symlink(&folder, &link).unwrap();
        let ours = filled(&link);
        for path in [ours.path().to_owned(), ours.path().canonicalize().unwrap()] {
            assert!(is_in_one_among(&path.join("journal.db"), &link));
            assert!(is_in_one_among(&path.join("journal.db"), &folder));
        }
    }

    #[test]
    fn what_is_held_stays_and_what_was_left_goes() {
        let among = tempfile::tempdir().unwrap();
        let held = filled(among.path());
        let left = among.path().join(format!("{NAME}left"));
        fs::create_dir(&left).unwrap();
        fs::write(left.join(HELD), "").unwrap();
        fs::write(left.join("journal.db"), "words").unwrap();
        fs::create_dir(among.path().join(format!("{NAME}bare"))).unwrap();
        // Nothing says that this one is ours.
        let strange = among.path().join(format!("{NAME}strange"));
        fs::create_dir(&strange).unwrap();
        fs::write(strange.join("letter.txt"), "words").unwrap();
        let file = among.path().join(format!("{NAME}file"));
        fs::write(&file, "words").unwrap();
        let second = filled(among.path());
        assert!(held.path().exists() && second.path().exists());
        assert!(strange.exists() && file.exists() && !left.exists());
        assert_eq!(count(among.path()), 4);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_of_that_name_is_not_followed() {
        let among = tempfile::tempdir().unwrap();
        let mine = tempfile::tempdir().unwrap();
        fs::write(mine.path().join(HELD), "").unwrap();
        let link = among.path().join(format!("{NAME}link"));
        std::os::unix::fs::symlink(mine.path(), &link).unwrap();
        filled(among.path()).clear().unwrap();
        assert!(link.exists() && mine.path().join(HELD).exists());
    }

    #[test]
    fn many_that_begin_at_once_do_not_take_each_other_away() {
        let among = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        let folder = filled(among.path());
                        assert!(folder.path().join("journal.db").exists());
                    }
                });
            }
        });
        assert_eq!(count(among.path()), 0);
    }

    #[test]
    fn a_place_where_nothing_can_be_made_says_so() {
        let among = tempfile::tempdir().unwrap();
        let file = among.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(MadeUpFolder::make_in(&file).is_err());
        assert!(MadeUpFolder::make_in(&among.path().join("none")).is_err());
    }
}
