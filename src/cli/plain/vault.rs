//! Any talk about keeping the words safe, said line by line.
//!
//! It knows no panel by name: it says what a panel says, asks what it asks, and hands back what
//! the person gives. So plain mode and every verb of the command line do what the full screen
//! does, whatever the vault comes to ask.

use std::env;
use std::rc::Rc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::said::{self, Line, Word};
use super::talk::{Talk, Told};
use super::{card, help, hide};
use crate::cli::desk::{Desk, Journal};
use crate::cli::words;
use crate::key::{Cost, Passphrase};
use crate::runtime::{Keeping, keep, keep_unopened};
use crate::vault::{
    Begin, Came, Choice, Given, Panel, PanelAsk, PanelRow, Standing, Turn, Vault, Work, code_rows,
};

/// How long something may be done before it is said what.
const LONG: Duration = Duration::from_millis(700);

/// How a talk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It is over.
    Over,
    /// The person leaves the program.
    Left,
    /// The journal is gone, and so the program ends.
    Erased,
}

/// What is to be known of a talk that is over.
#[derive(Debug)]
pub(crate) struct Talked {
    /// How it ended.
    pub(crate) ended: Ended,
    /// Why the last thing that was to be done was not, if so.
    pub(crate) trouble: Option<String>,
    /// Whether anything was done that the talk is about.
    pub(crate) done: bool,
    /// What came of looking the journal over.
    pub(crate) sound: Option<bool>,
}

/// A talk on its way.
struct Driver<'d, 't> {
    talk: &'d mut Talk<'t>,
    desk: &'d mut Desk,
    vault: Vault,
    /// What opens the journal, where it was just given: it is not asked a second time.
    current: Option<Passphrase>,
    /// The panel that was answered with it: the way back leads past it.
    answered: Option<Panel>,
    /// Whether a verb is about this talk alone: then nothing is asked that has but one answer.
    is_verb: bool,
    /// The panel that was said last.
    said: Option<Panel>,
    so_far: Talked,
}

/// What the person did at a prompt.
enum Did {
    Gave(Given),
    /// Something that was seen to; the prompt comes again.
    Again,
    Leaves,
    Gone,
}

/// Leads a talk from where it begins to its end.
pub(crate) fn lead(
    talk: &mut Talk<'_>,
    desk: &mut Desk,
    begin: Begin,
    current: Option<Passphrase>,
    is_verb: bool,
) -> Talked {
    let (vault, turn) = Vault::begin(begin, standing(desk));
    let mut driver = Driver {
        talk,
        desk,
        vault,
        current,
        answered: None,
        is_verb,
        said: None,
        so_far: Talked {
            ended: Ended::Over,
            trouble: None,
            done: false,
            sound: None,
        },
    };
    driver.so_far.ended = driver.run(turn);
    driver.so_far
}

/// What the talk needs to know that is no matter of the journal.
fn standing(desk: &Desk) -> Standing {
    Standing {
        shared_computer: desk.settings.shared_computer,
        hide_after_minutes: desk.settings.hide_after_minutes,
        remind_after_months: desk.settings.remind_after_months,
        second_folder: desk.settings.backup_folder.clone(),
        home: env::home_dir(),
        today: desk.clock.stamp().at.date_naive(),
    }
}

impl Driver<'_, '_> {
    fn run(&mut self, mut turn: Turn) -> Ended {
        loop {
            turn = match turn {
                Turn::Panel | Turn::Stop => {
                    self.show();
                    match self.ask() {
                        Ok(turn) => turn,
                        Err(ended) => return ended,
                    }
                }
                Turn::Hint(hint) => {
                    self.talk.say(&hint);
                    Turn::Panel
                }
                Turn::Do(work) => self.perform(work),
                Turn::Set(choice) => {
                    self.set(choice);
                    Turn::Panel
                }
                Turn::About => {
                    self.say_about();
                    self.said = None;
                    Turn::Panel
                }
                Turn::Close => return Ended::Over,
                Turn::Leave(last) => {
                    self.desk.journal = Journal::Erased;
                    self.talk.gap();
                    self.talk.say(&last);
                    return Ended::Erased;
                }
            };
        }
    }

    /// Says the panel, unless it is the one that was said last.
    fn show(&mut self) {
        let panel = self.vault.panel();
        if self.said.as_ref() == Some(&panel) || self.answers(&panel) {
            return;
        }
        let is_new_place = self
            .said
            .as_ref()
            .is_none_or(|before| before.title != panel.title);
        self.talk.gap();
        if is_new_place {
            self.talk.title(&format!("{}.", panel.title));
        }
        let said = panel.said.iter().filter(|line| !line.is_empty());
        self.talk.say_all(said);
        match &panel.ask {
            PanelAsk::Rows { rows, .. } if self.is_verb && rows.len() == 1 => {}
            PanelAsk::Rows { rows, safe } => self.show_rows(rows, *safe),
            PanelAsk::Code(code) => {
                for row in code_rows(code) {
                    self.talk.say_unkept(row);
                }
            }
            PanelAsk::Secret { .. } => self.talk.hint(words::HINT_SECRET),
            PanelAsk::Line { starter, .. } => {
                if !starter.is_empty() {
                    self.talk.say(&words::enter_takes(starter));
                }
                self.talk.hint(words::HINT_PATH);
            }
            PanelAsk::Busy { .. } | PanelAsk::Enter => {}
        }
        self.said = Some(panel);
    }

    fn show_rows(&mut self, rows: &[PanelRow], safe: usize) {
        for (number, row) in numbered(rows) {
            let quiet = if row.quiet.is_empty() {
                String::new()
            } else {
                format!(" ({})", row.quiet)
            };
            self.talk.say(&format!("{number} {}{quiet}", row.words));
        }
        self.talk.hint(words::HINT_ROWS);
        if let Some(row) = rows.get(safe) {
            self.talk.say(&words::enter_means(&row.words));
        }
    }

    /// Asks until something is given.
    fn ask(&mut self) -> Result<Turn, Ended> {
        loop {
            let panel = self.vault.panel();
            let did = match &panel.ask {
                _ if self.answers(&panel) => self.answer(panel),
                PanelAsk::Enter if self.is_verb => Did::Gave(Given::Enter),
                PanelAsk::Rows { rows, .. } if self.is_verb && rows.len() == 1 => {
                    Did::Gave(Given::Row(0))
                }
                PanelAsk::Rows { rows, safe } => self.ask_rows(rows, *safe),
                PanelAsk::Secret { label, .. } => self.ask_secret(label),
                PanelAsk::Line { label, starter } => self.ask_line(label, starter),
                PanelAsk::Enter | PanelAsk::Code(_) => self.ask_enter(),
                // Nothing is being done any more, so there is nothing to wait for.
                PanelAsk::Busy { .. } => Did::Gave(Given::Back),
            };
            match did {
                Did::Gave(given) => return Ok(self.vault.given(given)),
                Did::Again => {}
                // What would be lost by it is asked about first.
                Did::Leaves if self.vault.holds() => return Ok(self.vault.given(Given::Back)),
                Did::Leaves => return Err(Ended::Left),
                Did::Gone => {
                    if self.vault.holds() {
                        self.talk.say(words::CODE_NOT_KEPT);
                    }
                    return Err(Ended::Left);
                }
            }
        }
    }

    fn ask_rows(&mut self, rows: &[PanelRow], safe: usize) -> Did {
        let Some(typed) = self.talk.ask(words::ANSWER) else {
            return Did::Gone;
        };
        let typed = typed.trim();
        if typed.is_empty() {
            return Did::Gave(Given::Row(safe));
        }
        let most = numbered(rows).count();
        let number: Option<usize> = typed.trim_end_matches('.').parse().ok();
        if let Some((_, row)) = numbered(rows).find(|(at, _)| Some(*at) == number) {
            return chosen(rows, row);
        }
        let word = said::word(typed);
        let row = lettered(rows, typed);
        // What means the same at every prompt does so here, whatever letters the rows have. But
        // where the way back is a row, it is that row: it may lead to what is not to be left.
        let counts = match (word, row) {
            (Some(Word::Back), Some(row)) => rows.get(safe) == Some(row),
            (Some(word), _) => !is_known_everywhere(word),
            (None, _) => true,
        };
        if let Some(row) = row.filter(|_| counts) {
            return chosen(rows, row);
        }
        if let Some(word) = word {
            return self.word(word);
        }
        self.talk.say(&words::not_a_row(most));
        Did::Again
    }

    /// Whether what a panel asks was given already.
    fn answers(&self, panel: &Panel) -> bool {
        let is_current = matches!(panel.ask, PanelAsk::Secret { is_new: false, .. });
        is_current && (self.current.is_some() || self.answered.as_ref() == Some(panel))
    }

    fn answer(&mut self, panel: Panel) -> Did {
        let Some(current) = self.current.take() else {
            return Did::Gave(Given::Back);
        };
        self.answered = Some(panel);
        Did::Gave(Given::Secret(current))
    }

    fn ask_secret(&mut self, label: &str) -> Did {
        match self.talk.ask_secret(&format!("{label}: ")) {
            Told::Secret(typed) if typed.is_empty() => Did::Gave(Given::Back),
            Told::Secret(typed) => Did::Gave(Given::Secret(typed)),
            Told::Away => self.word(Word::Hide),
            Told::Gone => Did::Gone,
        }
    }

    fn ask_line(&mut self, label: &str, starter: &str) -> Did {
        let Some(typed) = self.talk.ask(&format!("{label}: ")) else {
            return Did::Gone;
        };
        match said::line(&typed) {
            Line::Text(text) if text.trim().is_empty() => {
                Did::Gave(Given::Line(starter.to_owned()))
            }
            Line::Text(text) => Did::Gave(Given::Line(text.trim().to_owned())),
            Line::Word(word) => self.word(word),
            Line::Stop | Line::Unknown => {
                self.talk.say(words::UNKNOWN_WORD);
                Did::Again
            }
        }
    }

    fn ask_enter(&mut self) -> Did {
        match self
            .talk
            .ask(words::ENTER_GOES_ON)
            .as_deref()
            .map(said::word)
        {
            None => Did::Gone,
            Some(Some(word)) => self.word(word),
            Some(None) => Did::Gave(Given::Enter),
        }
    }

    /// Does what a word says at whatever prompt.
    fn word(&mut self, word: Word) -> Did {
        match word {
            Word::Back => return Did::Gave(Given::Back),
            Word::Leave | Word::Quit => return Did::Leaves,
            Word::Hide | Word::Clear => hide::away_and_back(self.talk, self.desk),
            Word::Help => help::say_room_words(self.talk),
            Word::Card => card::show(self.talk, self.desk),
            Word::Where => {
                let title = self.vault.panel().title;
                self.talk.say(&format!("{}{title}.", words::YOU_ARE_HERE));
            }
            _ => self.talk.say(words::NOT_HERE),
        }
        Did::Again
    }

    /// Does a piece of work. What is being done is said when it takes long.
    fn perform(&mut self, work: Work) -> Turn {
        let busy = self.vault.panel();
        let came = perform(self.talk, self.desk, work, &busy.said);
        self.so_far.note(&came);
        self.vault.came(came)
    }

    fn set(&mut self, choice: Choice) {
        let settings = &mut self.desk.settings;
        match choice {
            Choice::HideAfter(minutes) => {
                settings.hide_after_minutes = minutes;
                self.talk.hide_after(minutes);
            }
            Choice::RemindAfter(months) => settings.remind_after_months = months,
            Choice::SecondFolder(folder) => settings.backup_folder = folder,
        }
        if let Err(error) = self.desk.settings.save(&self.desk.paths.settings_file) {
            self.talk.say(&crate::cli::desk::settings_notice(&error));
        }
    }

    fn say_about(&mut self) {
        let pack = Rc::clone(&self.desk.pack);
        if let Some(page) = pack.help("about") {
            self.talk.gap();
            self.talk.title(&format!("{}.", page.title));
            self.talk.say_all(&page.text);
        }
    }
}

impl Talked {
    /// Remembers what came of a piece of work.
    fn note(&mut self, came: &Came) {
        self.trouble = None;
        match came {
            Came::Trouble(why) => self.trouble = Some(why.clone()),
            Came::Checked(checked) => {
                self.sound = Some(checked.is_sound());
                self.done = true;
            }
            Came::Locked { .. }
            | Came::Unlocked { .. }
            | Came::BackedUp { .. }
            | Came::Restored { .. }
            | Came::Older { .. }
            | Came::BroughtBack
            | Came::Erased { .. }
            | Came::Cleaned(_)
            | Came::AllErased { .. } => self.done = true,
            _ => {}
        }
    }
}

/// Does a piece of work on a thread of its own, so that Ctrl+C is heard meanwhile.
pub(crate) fn perform(
    talk: &mut Talk<'_>,
    desk: &mut Desk,
    work: Work,
    said_when_long: &[String],
) -> Came {
    let stop = talk.stop_sign();
    let at = desk.clock.stamp().at;
    let second = desk.settings.backup_folder.as_deref();
    let unopened = (desk.journal == Journal::Unopened).then(|| desk.paths.journal.clone());
    let store = &mut desk.store;
    let done = thread::scope(|threads| {
        let (tell, told) = channel();
        let worker = threads.spawn(move || {
            let stopped = || stop.load(Ordering::SeqCst);
            let with = Keeping {
                second,
                at,
                cost: Cost::Usual,
                stopped: &stopped,
            };
            let came = match unopened {
                Some(journal) => keep_unopened(&journal, work, &with),
                None => keep(store, work, &with),
            };
            drop(tell);
            came
        });
        let waited: Result<(), RecvTimeoutError> = told.recv_timeout(LONG);
        if waited == Err(RecvTimeoutError::Timeout) {
            talk.say_all(said_when_long);
            talk.flush();
        }
        worker.join()
    });
    done.unwrap_or_else(|_fault_of_ours| Came::Trouble(words::WORK_BROKE.to_owned()))
}

/// The rows that can be chosen, with their numbers.
fn numbered(rows: &[PanelRow]) -> impl Iterator<Item = (usize, &PanelRow)> {
    (1..).zip(rows.iter().filter(|row| !row.words.is_empty()))
}

/// Whether a word does something at the prompts of a talk as well.
fn is_known_everywhere(word: Word) -> bool {
    use Word::{Back, Card, Clear, Help, Hide, Leave, Quit, Where};
    matches!(
        word,
        Back | Card | Clear | Help | Hide | Leave | Quit | Where
    )
}

fn lettered<'r>(rows: &'r [PanelRow], typed: &str) -> Option<&'r PanelRow> {
    let mut letters = typed.chars().flat_map(char::to_lowercase);
    let (first, None) = (letters.next()?, letters.next()) else {
        return None;
    };
    rows.iter().find(|row| row.key == Some(first))
}

fn chosen(rows: &[PanelRow], row: &PanelRow) -> Did {
    let at = rows.iter().position(|one| std::ptr::eq(one, row));
    at.map_or(Did::Again, |at| Did::Gave(Given::Row(at)))
}
