//! Making the journal's file and folder so that only their owner can read them.
//!
//! The mode is set once more after making: what the person's shell takes away or allows by
//! default has no say in it. Nothing here opens a journal that exists: closing such a handle would
//! let go of the engine's locks, and words were lost that way.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::Path;

use super::StoreError;

/// Makes the journal's folder and an empty file, if they are not there. Tells whether it made
/// the file.
pub(super) fn make(journal: &Path) -> Result<bool, StoreError> {
    let cannot = |source| StoreError::CannotMake {
        path: journal.to_owned(),
        source,
    };
    if let Some(folder) = journal.parent() {
        make_folder(folder).map_err(cannot)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    only_for_me(&mut options);
    match options.open(journal) {
        Ok(_closed_at_once) => {
            set_mode(journal, 0o600).map_err(cannot)?;
            Ok(true)
        }
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(why) => Err(cannot(why)),
    }
}

/// Makes a folder and those above it. One that is there keeps its mode: it is not ours alone.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_folder(above)?;
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        // Another window may have been quicker.
        Err(_) if folder.is_dir() => Ok(()),
        Err(why) => Err(why),
        Ok(()) => set_mode(folder, 0o700),
    }
}

/// Makes a file that is created readable for its owner only.
pub(super) fn only_for_me(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

/// Sets the mode, where there are modes.
pub(super) fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode))?;
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}
