//! Opens a text in the person's own editor, and brings it back.
//!
//! The text lies in a private folder for as long as the editor is open: in memory where the system
//! has such a place, and removed afterwards with whatever the editor left beside it. vim is told to
//! keep no swap, undo or history files of its own elsewhere.

use std::env;
use std::ffi::OsString;
use std::fs::{self, DirBuilder};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use super::rescue::new_private;
use super::signals::OutsideEditor;
use crate::domain::Id;

/// What came of an outside editor.
#[derive(Debug)]
pub(super) enum Edited {
    /// The text as it was left.
    Text(String),
    /// No editor is set up.
    NoEditor,
    /// This editor did not start.
    DidNotStart(String),
    /// It stopped early. What it had written by then comes along, where that is something else.
    StoppedEarly(Option<String>),
    /// There is no private place to put the text.
    NoPlace,
}

/// Opens a text in the person's own editor, and waits until it is closed.
///
/// The terminal must be free: given back, with no one reading it.
pub(super) fn edit(text: &str, fresh: Id, open: &OutsideEditor) -> Edited {
    let Some(editor) = editor_of(|name| env::var_os(name)) else {
        return Edited::NoEditor;
    };
    let Ok(folder) = private_folder(&place(), fresh) else {
        return Edited::NoPlace;
    };
    let edited = edit_in(&folder, &editor, text, open);
    let _ = fs::remove_dir_all(&folder);
    edited
}

fn edit_in(folder: &Path, editor: &str, text: &str, open: &OutsideEditor) -> Edited {
    let path = folder.join("words.txt");
    let given = new_private(&path).and_then(|mut file| file.write_all(text.as_bytes()));
    if given.is_err() {
        return Edited::NoPlace;
    }
    let Ok(status) = run(command(editor, &path), open) else {
        return Edited::DidNotStart(editor.to_owned());
    };
    if status.code() == Some(127) {
        return Edited::DidNotStart(editor.to_owned());
    }
    if status.success() {
        let left = fs::read(&path);
        return left.map_or(Edited::StoppedEarly(None), |bytes| {
            Edited::Text(as_text(bytes, text))
        });
    }
    let left = newest_in(folder).map(|bytes| as_text(bytes, text));
    Edited::StoppedEarly(left.filter(|left| left != text))
}

/// What was written last: an editor whose window is closed puts what it has beside the text.
fn newest_in(folder: &Path) -> Option<Vec<u8>> {
    let files = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let texts = files.filter(|file| !file.file_name().to_string_lossy().starts_with('.'));
    let newest = texts.max_by_key(|file| file.metadata().and_then(|it| it.modified()).ok())?;
    fs::read(newest.path()).ok()
}

/// `$VISUAL`, then `$EDITOR`; one that is set to nothing is not set.
fn editor_of(variable: impl Fn(&str) -> Option<OsString>) -> Option<String> {
    ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(|name| variable(name)?.into_string().ok())
        .find(|editor| !editor.trim().is_empty())
}

/// In memory where the system has such a place.
fn place() -> PathBuf {
    env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute() && folder.is_dir())
        .unwrap_or_else(env::temp_dir)
}

fn private_folder(place: &Path, fresh: Id) -> io::Result<PathBuf> {
    let folder = place.join(format!("alongside-{fresh}"));
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder)?;
    Ok(folder)
}

fn run(mut command: Command, open: &OutsideEditor) -> io::Result<ExitStatus> {
    let mut child = command.spawn()?;
    open.set_process(Some(child.id()));
    let status = child.wait();
    open.set_process(None);
    status
}

/// The name of an editor may come with options and quotes, which the shell reads best.
#[cfg(unix)]
fn command(editor: &str, path: &Path) -> Command {
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("{editor} \"$@\""))
        .arg("alongside");
    command.args(keeping_nothing(editor)).arg(path);
    command
}

#[cfg(not(unix))]
fn command(editor: &str, path: &Path) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).args(keeping_nothing(editor)).arg(path);
    command
}

/// What has vim keep nothing of a text in other places.
fn keeping_nothing(editor: &str) -> &'static [&'static str] {
    let name = editor
        .split_whitespace()
        .next()
        .map(Path::new)
        .and_then(Path::file_stem);
    match name.and_then(|name| name.to_str()) {
        Some("vim" | "nvim" | "gvim") => &[
            "-n",
            "-i",
            "NONE",
            "-c",
            "set noundofile nobackup nowritebackup",
        ],
        _ => &[],
    }
}

/// Reads what an editor left, in whichever way it writes letters, without the line end it added.
fn as_text(bytes: Vec<u8>, given: &str) -> String {
    let mut text = String::from_utf8(bytes)
        // An editor set to the older way of writing: each byte is one letter, and none is lost.
        .unwrap_or_else(|other| {
            other
                .as_bytes()
                .iter()
                .map(|byte| char::from(*byte))
                .collect()
        });
    if !given.ends_with('\n') && text.ends_with('\n') {
        text.pop();
    }
    text
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn edited(editor: &str, text: &str) -> Edited {
        let place = tempfile::tempdir().unwrap();
        let folder = private_folder(place.path(), Id::at(1, &[1; 10])).unwrap();
        edit_in(&folder, editor, text, &OutsideEditor::default())
    }

    #[test]
    fn the_text_comes_back_as_it_was_left() {
        let editor = "sh -c 'printf \" and biscuits\\n\" >> \"$1\"' sh";
        assert!(matches!(edited(editor, "tea"), Edited::Text(text) if text == "tea and biscuits"));
    }

    #[test]
    fn letters_of_the_older_kind_are_kept() {
        let editor = "sh -c 'printf \"caf\\351\" > \"$1\"' sh";
        assert!(matches!(edited(editor, ""), Edited::Text(text) if text == "café"));
    }

    #[test]
    fn an_editor_that_stops_early_changes_nothing_but_loses_nothing_either() {
        assert!(matches!(edited("false", "tea"), Edited::StoppedEarly(None)));
        let editor = "sh -c 'printf more > \"$1\"; exit 3' sh";
        assert!(
            matches!(edited(editor, "tea"), Edited::StoppedEarly(Some(text)) if text == "more")
        );
        assert!(matches!(
            edited("/nowhere/vim", "tea"),
            Edited::DidNotStart(_)
        ));
    }

    #[test]
    fn the_folder_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let folder = private_folder(place.path(), Id::at(1, &[1; 10])).unwrap();
        assert_eq!(
            fs::metadata(folder).unwrap().permissions().mode() & 0o777,
            0o700
        );
    }

    #[test]
    fn visual_counts_more_than_editor_and_nothing_is_not_set() {
        let variable = |name: &str| match name {
            "VISUAL" => Some(" ".into()),
            _ => Some("nano -w".into()),
        };
        assert_eq!(editor_of(variable).as_deref(), Some("nano -w"));
        assert_eq!(editor_of(|_| None), None);
        assert!(keeping_nothing("/usr/bin/vim -u NONE").contains(&"-n"));
        assert!(keeping_nothing("nano").is_empty());
    }
}
