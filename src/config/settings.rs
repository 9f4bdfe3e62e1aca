//! How the person likes to work.
//!
//! A flat file of a dozen lines that a person can read. A line that cannot be understood costs
//! that line only: on a shared computer, going back to the usual for all of them could put words
//! on the screen that were asked to stay hidden.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use super::{ConfigError, save};

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// Quiet colours of our own.
    #[default]
    Calm,
    /// Strong contrast.
    HighContrast,
    /// The terminal's own colours.
    Terminal,
}

/// What the colours stand on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// As the terminal says.
    #[default]
    Auto,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// Which place's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordsOf {
    /// Those of the United Kingdom.
    #[default]
    Uk,
    /// Those of the United States.
    Us,
    /// Those of Aotearoa New Zealand and Australia.
    NzAu,
}

impl WordsOf {
    /// Finds a place by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::Uk, Self::Us, Self::NzAu];
        all.into_iter().find(|place| place.name() == name)
    }

    /// Names the place, as it is typed and kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Uk => "uk",
            Self::Us => "us",
            Self::NzAu => "nz-au",
        }
    }
}

/// Everything that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether the first run is behind them.
    pub first_run_done: bool,
    /// Whether other people use this computer; taken to be so until they say it is not.
    pub shared_computer: bool,
    /// Whether to work line by line instead of full screen.
    pub plain: bool,
    /// Which colours.
    pub look: Look,
    /// What they stand on.
    pub ground: Ground,
    /// After how many idle minutes to hide the words; 0 is never.
    pub hide_after_minutes: u16,
    /// After how many months to remind of old entries; 0 is never.
    pub remind_after_months: u16,
    /// Whether such a reminder was offered; it is offered once.
    pub reminder_offered: bool,
    /// Where a second set of backups goes, if anywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_folder: Option<PathBuf>,
    /// Which place's words are used, below the person's own.
    pub words_of: WordsOf,
    /// Whether to draw with letters only.
    pub plain_symbols: bool,
    /// Whether the mouse can be used.
    pub mouse: bool,
    /// Whether keys wait for a calm hand.
    pub steady_keys: bool,
    /// Whether they were told once that an editor of their own has the text in a file.
    pub editor_known: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            first_run_done: false,
            // Until it is answered, words stay hidden.
            shared_computer: true,
            plain: false,
            look: Look::default(),
            ground: Ground::default(),
            hide_after_minutes: 0,
            remind_after_months: 0,
            reminder_offered: false,
            backup_folder: None,
            words_of: WordsOf::default(),
            plain_symbols: false,
            mouse: true,
            steady_keys: false,
            editor_known: false,
        }
    }
}

/// Minutes after which the screen hides by itself on a computer that others use (`product.md`).
const HIDE_AFTER: u16 = 2;

/// Settings, and what was wrong with their file.
#[derive(Debug)]
pub struct Loaded {
    /// What can be used, whatever was wrong.
    pub settings: Settings,
    /// What was wrong.
    pub trouble: Option<ConfigError>,
}

impl Settings {
    /// Reads the settings file. Where there is none, or none that can be read, it is the usual.
    pub fn load(path: &Path) -> Loaded {
        match fs::read(path) {
            Ok(bytes) => read(&String::from_utf8_lossy(&bytes), path),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Loaded {
                settings: Self::default(),
                trouble: None,
            },
            Err(source) => Loaded {
                settings: Self::default(),
                trouble: Some(ConfigError::CannotRead {
                    path: path.to_owned(),
                    source,
                }),
            },
        }
    }

    /// Takes what was said about other people using this computer; `None` when it was left blank.
    ///
    /// On a shared computer the screen hides by itself, unless it does so already. Another answer
    /// leaves that as it is: it may have been chosen.
    pub fn settle(&mut self, shared: Option<bool>) {
        let Some(shared) = shared else { return };
        self.shared_computer = shared;
        if shared && self.hide_after_minutes == 0 {
            self.hide_after_minutes = HIDE_AFTER;
        }
    }

    /// Keeps the settings. Lines of a newer version stay; a file that could not be understood is
    /// put aside as `settings.toml.old` first.
    ///
    /// # Errors
    /// [`ConfigError::CannotSave`]; then the file is as it was.
    pub fn save(&self, path: &Path) -> Result<(), ConfigError> {
        self.write(path).map_err(|source| ConfigError::CannotSave {
            path: path.to_owned(),
            source,
        })
    }

    fn write(&self, path: &Path) -> io::Result<()> {
        let stands = match fs::read(path) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => Vec::new(),
            stands => stands?,
        };
        let text = String::from_utf8_lossy(&stands);
        if read(&text, path).trouble.is_some() {
            save::whole(&aside(path), &stands)?;
        }
        let mut lines: Table = text.parse().unwrap_or_default();
        lines.extend(Table::try_from(self).map_err(io::Error::other)?);
        let text = toml::to_string(&lines).map_err(io::Error::other)?;
        save::whole(path, text.as_bytes())
    }
}

fn aside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".old");
    name.into()
}

fn read(text: &str, path: &Path) -> Loaded {
    match toml::from_str(text) {
        Ok(settings) => Loaded {
            settings,
            trouble: None,
        },
        Err(source) => Loaded {
            settings: rescued(text),
            trouble: Some(ConfigError::Broken {
                path: path.to_owned(),
                line: line_of(text, &source),
                source: Box::new(source),
            }),
        },
    }
}

fn line_of(text: &str, why: &toml::de::Error) -> usize {
    let before = why.span().map_or(0, |span| span.start);
    text.bytes()
        .take(before)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}

/// Takes line by line what can be understood. Under a heading nothing is ours.
fn rescued(text: &str) -> Settings {
    let mut kept = Table::new();
    let top = text
        .lines()
        .take_while(|line| !line.trim_start().starts_with('['));
    for line in top {
        let mut with_it = kept.clone();
        with_it.extend(line.parse::<Table>().unwrap_or_default());
        if Value::Table(with_it.clone()).try_into::<Settings>().is_ok() {
            kept = with_it;
        }
    }
    Value::Table(kept).try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn what_was_saved_is_loaded() {
        let folder = folder();
        let path = folder.path().join("new/settings.toml");
        assert_eq!(Settings::load(&path).settings, Settings::default());
        let settings = Settings {
            shared_computer: true,
            look: Look::HighContrast,
            ground: Ground::Light,
            hide_after_minutes: 2,
            ..Settings::default()
        };
        settings.save(&path).unwrap();
        let loaded = Settings::load(&path);
        assert_eq!(loaded.settings, settings);
        assert!(loaded.trouble.is_none());
    }

    #[test]
    fn a_computer_is_shared_until_it_is_said_not_to_be() {
        let mut settings = Settings::default();
        settings.settle(None);
        assert!(settings.shared_computer);
        assert_eq!(settings.hide_after_minutes, 0);
        settings.settle(Some(true));
        assert_eq!(settings.hide_after_minutes, 2);
        settings.hide_after_minutes = 5;
        for shared in [true, false] {
            settings.settle(Some(shared));
            assert_eq!(settings.shared_computer, shared);
            assert_eq!(settings.hide_after_minutes, 5, "it was chosen");
        }
        let folder = folder();
        let path = folder.path().join("settings.toml");
        for (text, shared) in [("shared_computer = false\n", false), ("", true)] {
            fs::write(&path, text).unwrap();
            assert_eq!(Settings::load(&path).settings.shared_computer, shared);
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("new/settings.toml");
        Settings::default().save(&path).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }

    #[test]
    fn lines_of_a_newer_version_stay() {
        let folder = folder();
        let path = folder.path().join("settings.toml");
        fs::write(&path, "mouse = false\nsong = \"slow\"\n\n[other]\nx = 1\n").unwrap();
        let settings = Settings::load(&path).settings;
        assert!(!settings.mouse);
        settings.save(&path).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("song = \"slow\"") && text.contains("[other]"),
            "{text}"
        );
        assert_eq!(Settings::load(&path).settings, settings);
        assert!(!aside(&path).exists());
    }

    #[test]
    fn a_line_that_cannot_be_understood_costs_that_line_only() {
        for broken in [
            "look = \"purple\"",
            "look =",
            "hide_after_minutes = -3",
            "what is this",
        ] {
            let folder = folder();
            let path = folder.path().join("settings.toml");
            let text = format!("shared_computer = true\n{broken}\nplain = true\n");
            fs::write(&path, &text).unwrap();
            let loaded = Settings::load(&path);
            assert!(loaded.settings.shared_computer, "{broken}");
            assert!(loaded.settings.plain, "{broken}");
            let trouble = loaded.trouble.unwrap();
            assert!(
                trouble.what().starts_with("Line 2 of"),
                "{broken}: {trouble}"
            );
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            loaded.settings.save(&path).unwrap();
            assert_eq!(fs::read_to_string(aside(&path)).unwrap(), text);
            assert!(Settings::load(&path).trouble.is_none());
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_or_saved_is_said_in_words() {
        let folder = folder();
        let trouble = Settings::load(folder.path()).trouble.unwrap();
        assert!(matches!(trouble, ConfigError::CannotRead { .. }));
        fs::write(folder.path().join("file"), "").unwrap();
        let under_a_file = folder.path().join("file/settings.toml");
        let trouble = Settings::default().save(&under_a_file).unwrap_err();
        assert_eq!(trouble.short(), "the settings are not saved");
    }
}
