//! Writing in an editor of one's own.
//!
//! The text lies in a file for that time. It is readable for its owner only, in a folder that is
//! private and kept in memory where the system has one, and it is removed afterwards, whatever
//! happened. Editors of the vim family are asked to keep no copies of their own.

use std::env;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::domain::Id;
use crate::domain::clean;

/// What keeps vim from leaving the text elsewhere.
const VIM_KEEPS_NOTHING: [&str; 5] = ["-n", "-i", "NONE", "--cmd", "set noundofile"];

/// A folder that is removed when it is dropped, with all that is in it.
struct Desk(PathBuf);

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The editor that is named around the program.
pub(super) fn named() -> Option<String> {
    ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|editor| !editor.trim().is_empty())
}

/// Opens a text in an editor, and gives what it holds afterwards.
///
/// # Errors
/// When the file cannot be made or read, or the editor does not start or ends badly.
pub(super) fn write_in(editor: &str, text: &str, fresh: Id) -> io::Result<String> {
    let place = env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|place| place.is_dir())
        .unwrap_or_else(env::temp_dir);
    let desk = Desk(place.join(format!("alongside-{fresh}")));
    make_folder(&desk.0)?;
    let file = desk.0.join("note.txt");
    make_file(&file, text)?;
    let mut command = command(editor)?;
    let given = fs::read(&file)?;
    let status = command.arg(&file).status()?;
    let bytes = fs::read(&file)?;
    // One that broke, or was closed from outside, may have saved words before: they count.
    if !status.success() && bytes == given {
        return Err(io::Error::other(status.to_string()));
    }
    Ok(clean(&as_text(bytes)).trim_end().to_owned())
}

/// Reads what an editor wrote. In the older way of writing each byte is one letter: none is lost.
fn as_text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|older| older.as_bytes().iter().map(|it| char::from(*it)).collect())
}

fn command(editor: &str) -> io::Result<Command> {
    let mut parts = editor.split_whitespace();
    let program = parts.next().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    let name = Path::new(program).file_stem().unwrap_or_default();
    if ["vim", "nvim", "vimx", "gvim", "mvim"]
        .iter()
        .any(|vim| name == *vim)
    {
        command.args(VIM_KEEPS_NOTHING);
    }
    command.args(parts);
    Ok(command)
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn make_file(file: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        file.write_all(b"\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vim_is_asked_to_keep_nothing() {
        let args = |editor: &str| -> Vec<String> {
            let command = command(editor).unwrap();
            command
                .get_args()
                .map(|arg| arg.to_string_lossy().into_owned())
                .collect()
        };
        assert_eq!(args("/usr/bin/vim"), VIM_KEEPS_NOTHING);
        assert_eq!(args("code --wait"), ["--wait"]);
        assert_eq!(args("nano"), [""; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_that_changes_nothing_gives_the_text_back() {
        let fresh = Id::at(1, &[3; 10]);
        assert_eq!(write_in("true", "two\nlines", fresh).unwrap(), "two\nlines");
        assert!(write_in("false", "words", fresh).is_err());
        assert!(write_in("no-such-editor-here", "words", fresh).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_that_breaks_off_loses_nothing_it_had_saved() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let editor = folder.path().join("editor");
        fs::write(&editor, "#!/bin/sh\nprintf 'caf\\351' > \"$1\"\nexit 3\n").unwrap();
        fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
        let fresh = Id::at(2, &[3; 10]);
        let written = write_in(editor.to_str().unwrap(), "words", fresh);
        assert_eq!(written.unwrap(), "caf\u{e9}");
    }
}
