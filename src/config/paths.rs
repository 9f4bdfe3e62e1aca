//! Where the journal and the settings are.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::ConfigError;

/// What the person said about places, on the command line or around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// `--journal PATH`.
    pub journal_flag: Option<PathBuf>,
    /// The value of `ALONGSIDE_JOURNAL`.
    pub journal_env: Option<PathBuf>,
    /// The value of `ALONGSIDE_CONFIG`, a folder.
    pub config_env: Option<PathBuf>,
}

/// Where everything is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The journal.
    pub journal: PathBuf,
    /// The folder of its backups, beside it.
    pub backups: PathBuf,
    /// The folder of the settings.
    pub config_folder: PathBuf,
    /// The settings file.
    pub settings_file: PathBuf,
    /// The folder of the worker's own packs.
    pub packs_folder: PathBuf,
}

impl Paths {
    /// Settles every place. The flag counts more than the environment, and that more than habit.
    ///
    /// # Errors
    /// [`ConfigError::NoHome`] when a place is not given and there is no home to put it in.
    pub fn settle(given: &Given) -> Result<Self, ConfigError> {
        Self::settle_in(given, ProjectDirs::from("", "", "alongside").as_ref())
    }

    fn settle_in(given: &Given, home: Option<&ProjectDirs>) -> Result<Self, ConfigError> {
        // What roams from machine to machine is no place for a journal: hence the local folders.
        let journal = said(given.journal_flag.as_ref())
            .or_else(|| said(given.journal_env.as_ref()))
            .or_else(|| Some(home?.data_local_dir().join("journal.db")))
            .ok_or(ConfigError::NoHome)?;
        let config_folder = said(given.config_env.as_ref())
            .or_else(|| Some(home?.config_local_dir().to_owned()))
            .ok_or(ConfigError::NoHome)?;
        let mut backups = journal.clone().into_os_string();
        backups.push(".backups");
        Ok(Self {
            backups: backups.into(),
            settings_file: config_folder.join("settings.toml"),
            packs_folder: config_folder.join("packs"),
            journal,
            config_folder,
        })
    }
}

/// A variable that is set to nothing says nothing.
fn said(path: Option<&PathBuf>) -> Option<PathBuf> {
    path.filter(|path| !path.as_os_str().is_empty()).cloned()
}

/// Names the service that keeps this place in step with others, as far as its path tells.
///
/// Such a service copies a file while it is being written, and a journal does not survive that.
pub fn kept_in_step_by(path: &Path) -> Option<&'static str> {
    const SERVICES: [(&str, &str); 11] = [
        ("dropbox", "Dropbox"),
        ("onedrive", "OneDrive"),
        ("icloud drive", "iCloud"),
        ("iclouddrive", "iCloud"),
        ("mobile documents", "iCloud"),
        ("com~apple~clouddocs", "iCloud"),
        ("nextcloud", "Nextcloud"),
        ("google drive", "Google Drive"),
        ("googledrive", "Google Drive"),
        ("my drive", "Google Drive"),
        ("google-drive", "Google Drive"),
    ];
    path.parent()?.components().find_map(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        SERVICES.iter().find_map(|(folder, service)| {
            // "OneDrive - Work", "Dropbox (Old)" and "GoogleDrive-me" are such folders as well.
            let rest = name.strip_prefix(folder)?;
            (rest.is_empty() || rest.starts_with([' ', '-', '('])).then_some(*service)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(flag: Option<&str>, journal: Option<&str>, config: Option<&str>) -> Given {
        Given {
            journal_flag: flag.map(PathBuf::from),
            journal_env: journal.map(PathBuf::from),
            config_env: config.map(PathBuf::from),
        }
    }

    #[test]
    fn the_flag_counts_more_than_the_environment() {
        let paths = Paths::settle_in(&given(Some("a.db"), Some("b.db"), Some("c")), None).unwrap();
        assert_eq!(paths.journal, Path::new("a.db"));
        assert_eq!(paths.backups, Path::new("a.db.backups"));
        assert_eq!(paths.settings_file, Path::new("c/settings.toml"));
        assert_eq!(paths.packs_folder, Path::new("c/packs"));
        let paths = Paths::settle_in(&given(None, Some("b.db"), Some("c")), None).unwrap();
        assert_eq!(paths.journal, Path::new("b.db"));
    }

    #[test]
    fn without_a_home_and_without_a_word_it_says_so() {
        for said in [
            given(None, None, None),
            given(Some("a.db"), None, Some("")),
            given(None, Some(""), Some("c")),
        ] {
            let trouble = Paths::settle_in(&said, None);
            assert!(matches!(trouble, Err(ConfigError::NoHome)), "{said:?}");
        }
    }

    #[test]
    fn a_folder_kept_in_step_is_noticed_by_its_name() {
        for (path, service) in [
            ("/home/me/Dropbox/journal.db", Some("Dropbox")),
            ("/home/me/Dropbox (Old)/x/journal.db", Some("Dropbox")),
            ("/Users/me/OneDrive - Work/journal.db", Some("OneDrive")),
            (
                "/Users/me/Library/CloudStorage/OneDrive-Personal/journal.db",
                Some("OneDrive"),
            ),
            (
                "/Users/me/Library/CloudStorage/GoogleDrive-me/j.db",
                Some("Google Drive"),
            ),
            (
                "/Users/me/Library/Mobile Documents/com~apple~CloudDocs/j.db",
                Some("iCloud"),
            ),
            ("/home/me/Nextcloud/journal.db", Some("Nextcloud")),
            ("/home/me/.local/share/alongside/journal.db", None),
            ("/home/me/dropboxing/journal.db", None),
            ("/home/me/dropbox", None),
        ] {
            assert_eq!(kept_in_step_by(Path::new(path)), service, "{path}");
        }
    }
}
