//! Puts what was entered on disk at each Enter, and says so when that does not work.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::talk::Talk;
use super::{hide, said};
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::DraftSave;
use crate::reflection::{Walk, as_text};

/// Keeps a walk's draft on disk.
#[derive(Debug, Default)]
pub(super) struct Saver {
    /// Something of this walk is in the journal.
    on_disk: bool,
    /// Why the last save did not work.
    trouble: Option<&'static str>,
}

impl Saver {
    /// Begins, for a walk that is in the journal already or is not.
    pub(super) fn new(on_disk: bool) -> Self {
        Self {
            on_disk,
            trouble: None,
        }
    }

    /// Whether everything that was entered is on disk.
    pub(super) fn all_saved(&self) -> bool {
        self.trouble.is_none()
    }

    /// Whether the journal holds a draft of this walk.
    pub(super) fn on_disk(&self) -> bool {
        self.on_disk
    }

    /// Saves what is new. A walk in which nothing was entered yet leaves no trace.
    pub(super) fn save(&mut self, talk: &mut Talk<'_>, desk: &mut Desk, walk: &mut dyn Walk) {
        if !self.on_disk && walk.paper().draft().is_blank() {
            return;
        }
        let Some(save) = walk.take_unsaved() else {
            return;
        };
        match desk.store.save_draft(&save, desk.clock.stamp().at) {
            Ok(_revision) => {
                self.on_disk = true;
                if self.trouble.take().is_some() {
                    talk.say(words::SAVED_NOW);
                }
            }
            Err(error) => {
                let fields = save.fields.into_iter().map(|(field, _)| field);
                walk.paper_mut().draft_mut().not_saved(fields);
                if self.trouble != Some(error.short()) {
                    talk.say(&words::not_saved(error.short()));
                }
                self.trouble = Some(error.short());
            }
        }
    }

    /// Sees to words that are not on disk, before they would be gone.
    ///
    /// # Errors
    /// [`Trouble::Rescued`], [`Trouble::RescuedLocked`] or [`Trouble::NotSaved`] when they are still not in the journal.
    pub(super) fn rescue(
        &mut self,
        talk: &mut Talk<'_>,
        desk: &mut Desk,
        walk: &mut dyn Walk,
    ) -> Result<(), Trouble> {
        self.save(talk, desk, walk);
        while let Some(why) = self.trouble {
            talk.say_all(if desk.store.is_locked() {
                words::rescue_prompt_locked(why)
            } else {
                words::rescue_prompt(why)
            });
            let answer = talk.ask(words::RESCUE_FILE);
            match answer.as_deref().map(str::trim) {
                Some("") => self.save(talk, desk, walk),
                Some(said::HIDE) => hide::away(talk, desk, false),
                None | Some("q" | "l") => return Err(hand_back(talk, desk, walk, why)),
                Some(name) => {
                    let path = PathBuf::from(name);
                    match write_copy(&path, &copy_of(desk, walk)) {
                        Ok(()) => return Err(Trouble::Rescued(why, path)),
                        Err(error) => talk.say(&words::rescue_trouble(&path, &error)),
                    }
                }
            }
        }
        Ok(())
    }
}

/// Sees to words that nothing took. Beside a locked journal they go into a locked file; they are
/// shown only where there is no other way to keep them.
fn hand_back(talk: &mut Talk<'_>, desk: &Desk, walk: &mut dyn Walk, why: &'static str) -> Trouble {
    if let Some(rescuer) = desk.store.rescuer() {
        let draft = walk.paper_mut().draft_mut();
        draft.all_unsaved();
        let saves: Vec<DraftSave> = draft.take_unsaved().into_iter().collect();
        let home = env::home_dir();
        if let Ok(path) = rescuer.write(&saves, home.as_deref(), desk.clock.stamp().at) {
            return Trouble::RescuedLocked(why, path);
        }
    }
    talk.say(words::HERE_ARE_THE_WORDS);
    talk.say(&copy_of(desk, walk));
    Trouble::NotSaved(why)
}

/// Every word of the person's own, as plain text.
fn copy_of(desk: &Desk, walk: &dyn Walk) -> String {
    as_text(walk.paper().draft().fields(), Some(&desk.pack))
}

/// Writes a copy that only its owner can read, and never over another file.
fn write_copy(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
