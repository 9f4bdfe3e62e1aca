//! Does what the app asks for.

use std::io;
use std::path::{Path, PathBuf};

use super::clock::Clock;
use super::input::Input;
use super::outside_editor::{self, Edited};
use super::rescue::rescue;
use super::signals::{OutsideEditor, stand_still};
use super::stage::Stage;
use super::store_thread::StoreThread;
use super::surface::Surface;
use super::terminal::{Terminal, send};
use super::words;
use crate::domain::{DraftSave, Field, Revision, Stamp, Subject};
use crate::store::Rescuer;
use crate::ui::effect::{Effect, Outcome, Ticket};
use crate::ui::msg::Msg;

/// Everything outside that the main thread holds.
#[derive(Debug)]
pub(super) struct Hands {
    /// The terminal; gone after a hangup.
    pub(super) terminal: Terminal,
    /// What is on the screen.
    pub(super) surface: Surface,
    /// The journal.
    pub(super) store: StoreThread,
    /// Keys.
    pub(super) input: Input,
    /// What the signals must know of an outside editor.
    pub(super) editor: OutsideEditor,
    /// What the app is to hear before anything else.
    pub(super) answers: Vec<Msg>,
    /// What is said on the shell, once the terminal is given back.
    pub(super) last_words: Option<String>,
    /// The time.
    pub(super) clock: Clock,
    /// Where the journal is.
    pub(super) journal: PathBuf,
    /// What locks a rescue file, while a locked journal is open.
    pub(super) rescuer: Option<Rescuer>,
}

impl Hands {
    /// Does one thing. What the hands know at once is among their `answers`.
    ///
    /// # Errors
    /// When the terminal does not take what is written to it.
    pub(super) fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Ask(ticket, request) => self.store.ask(ticket, request),
            Effect::SaveSettings(ticket, settings) => {
                let mouse = settings.mouse;
                self.store.save_settings(ticket, settings);
                self.terminal.mouse(mouse)?;
            }
            Effect::Rescue(ticket, text) => {
                let outcome = self.rescued(&text);
                self.answer(ticket, outcome);
            }
            Effect::EditOutside(ticket, text) => {
                // Also where the window was closed meanwhile: the app hears of the text first.
                let (outcome, back) = self.edited(&text);
                self.answer(ticket, outcome);
                back?;
            }
            Effect::Title(title) => self.terminal.title(title)?,
            Effect::Keep(ticket, work) => self.store.keep(ticket, work),
            Effect::Open(ticket, secret) => self.store.open(ticket, secret),
            Effect::Stop(ticket) => self.store.stop(ticket),
            Effect::Close => self.store.shut(),
            Effect::LastWords(words) => self.last_words = Some(words),
            Effect::Redraw => self.surface.forget(),
            // Leaving is for the loop: everything before this has been asked for.
            Effect::Quit => {}
        }
        Ok(())
    }

    /// Draws what has changed.
    pub(super) fn draw(&mut self, stage: &impl Stage) -> io::Result<()> {
        let bytes = self.surface.frame(|buf| stage.view(buf))?;
        if bytes.is_empty() {
            Ok(())
        } else {
            send(&bytes)
        }
    }

    /// Gives the terminal to the shell until the program is told to go on.
    pub(super) fn stand_still(&self) {
        self.terminal.give_back();
        stand_still();
    }

    /// Takes the terminal again, whatever is on it now.
    pub(super) fn come_back(&mut self) -> io::Result<()> {
        self.terminal.take()?;
        self.surface.forget();
        let (width, height) = crossterm::terminal::size()?;
        self.answers.push(Msg::Resize { width, height });
        Ok(())
    }

    /// What time it is.
    pub(super) fn now(&self) -> Stamp {
        self.clock.stamp()
    }

    fn answer(&mut self, ticket: Ticket, outcome: Outcome) {
        self.answers.push(Msg::Done(ticket, outcome));
    }

    fn rescued(&self, text: &str) -> Outcome {
        match rescue(text, &self.journal, self.now().at) {
            Ok(path) => Outcome::Rescued(shown(&path)),
            Err(_) => Outcome::Trouble(words::no_rescue()),
        }
    }

    /// Keeps what an outside editor left when it stopped early, as locked as the journal is.
    fn kept_of_editor(&self, left: String) -> Option<PathBuf> {
        let now = self.now();
        let Some(rescuer) = &self.rescuer else {
            return rescue(&left, &self.journal, now.at).ok();
        };
        let save = DraftSave {
            subject: Subject::Walk(now.fresh),
            fields: vec![(Field::Moment, left)],
            revision: Revision(1),
        };
        let home = std::env::home_dir();
        rescuer.write(&[save], home.as_deref(), now.at).ok()
    }

    fn edited(&mut self, text: &str) -> (Outcome, io::Result<()>) {
        if !self.input.pause() {
            return (Outcome::Trouble(words::editor_not_now()), Ok(()));
        }
        self.editor.set_open(true);
        self.terminal.give_back();
        let edited = outside_editor::edit(text, self.now().fresh, &self.editor);
        let back = self.come_back();
        self.editor.set_open(false);
        self.input.go_on();
        let outcome = match edited {
            Edited::Text(text) => Outcome::Edited(text),
            // The window was closed on it, and the editor kept what it had: that is the text.
            Edited::StoppedEarly(Some(left)) if back.is_err() => Outcome::Edited(left),
            Edited::StoppedEarly(left) => {
                let kept = left.and_then(|left| self.kept_of_editor(left));
                Outcome::Trouble(words::editor_stopped(kept.as_deref()))
            }
            Edited::NoEditor => Outcome::Trouble(words::no_editor()),
            Edited::DidNotStart(name) => Outcome::Trouble(words::editor_did_not_start(&name)),
            Edited::NoPlace => Outcome::Trouble(words::no_place_for_editor()),
        };
        (outcome, back)
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
