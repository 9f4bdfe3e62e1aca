//! What can go wrong with settings and paths, in words.

use std::io;
use std::path::PathBuf;

/// A trouble with settings or paths.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// There is no home folder to keep things in.
    #[error("This computer does not say where your home folder is.")]
    NoHome,
    /// Some of the settings file cannot be understood.
    #[error("Line {line} of {path} cannot be understood.")]
    Broken {
        /// The settings file.
        path: PathBuf,
        /// The first line that cannot be understood.
        line: usize,
        /// What the reader of the format says.
        source: Box<toml::de::Error>,
    },
    /// The settings file cannot be read at all.
    #[error("The settings in {path} cannot be read.")]
    CannotRead {
        /// The settings file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The settings cannot be kept.
    #[error("The settings could not be saved in {path}.")]
    CannotSave {
        /// The settings file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl ConfigError {
    /// Says it in a few words.
    pub fn short(&self) -> &'static str {
        match self {
            Self::NoHome => "there is no home folder",
            Self::Broken { .. } | Self::CannotRead { .. } => "the settings cannot be read",
            Self::CannotSave { .. } => "the settings are not saved",
        }
    }

    /// Says what happened.
    pub fn what(&self) -> String {
        self.to_string()
    }

    /// Says what became of the person's words and choices.
    pub fn words(&self) -> &'static str {
        match self {
            Self::NoHome => "Nothing was written.",
            Self::Broken { .. } => {
                "The lines that can be read are used, and the file is as it was."
            }
            Self::CannotRead { .. } => "The usual settings are used. Your journal is not touched.",
            Self::CannotSave { .. } => {
                "Your choice holds until you leave. Your journal is not touched."
            }
        }
    }

    /// Says what to do.
    pub fn todo(&self) -> &'static str {
        match self {
            Self::NoHome => "Say where the journal is, with --journal and a path.",
            Self::Broken { .. } => {
                "Change that line, or choose again under: How Alongside looks and works."
            }
            Self::CannotRead { .. } => "See that you are allowed to read this file.",
            Self::CannotSave { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                "The disk is full. Make some room, then choose again."
            }
            Self::CannotSave { .. } => {
                "See that you are allowed to write there, then choose again."
            }
        }
    }
}
