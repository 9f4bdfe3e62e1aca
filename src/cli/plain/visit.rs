//! Any visit to the rooms, said line by line.
//!
//! It knows no leaf by name: it says what a leaf says, asks what it asks, and hands back what the
//! person gives. A form is walked as every other walk is, saved at each Enter. So every room is in
//! plain mode as soon as it is in the program.

use std::collections::BTreeMap;
use std::env;
use std::rc::Rc;

use super::journey::{Ended, Journey};
use super::rooms::{Rooms, Then};
use super::said::{self, Line, Word};
use super::saver::Saver;
use super::talk::Talk;
use super::{card, find, help, hide, journal, leaf};
use crate::cli::desk::{Desk, read_only_notice};
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{Draft, Id};
use crate::reflection::{End, FormWalk};
use crate::rooms::{Begin, Came, Door, Given, Leaf, LeafAsk, LeafRow, Standing, Turn, Visit, Work};
use crate::runtime::do_visit;
use crate::vault;

/// Paragraphs that make a page a long one.
const LONG: usize = 12;

/// A visit on its way.
struct Driver<'d, 'r, 't> {
    rooms: &'d mut Rooms<'r, 't>,
    visit: Visit,
    /// The leaf that was said last.
    said: Option<Leaf>,
    /// Long pages that were heard to their end: what was read, by their titles.
    heard: BTreeMap<String, Vec<String>>,
}

/// What the person did at a prompt.
enum Did {
    Gave(Given),
    /// Something that was seen to; the prompt comes again.
    Again,
    /// What is shown may have changed.
    Changed,
    Leaves,
}

/// Visits the rooms from where the visit begins to its end.
///
/// # Errors
/// [`Trouble`] when words are left that could not be saved.
pub(super) fn visit(rooms: &mut Rooms<'_, '_>, begin: Begin) -> Result<Then, Trouble> {
    let (visit, turn) = Visit::begin(begin, standing(rooms.desk));
    let driver = Driver {
        rooms,
        visit,
        said: None,
        heard: BTreeMap::new(),
    };
    driver.run(turn)
}

/// What a visit needs to know that is no matter of the journal.
pub(crate) fn standing(desk: &Desk) -> Standing {
    Standing {
        pack: Rc::clone(&desk.pack),
        shared_computer: desk.settings.shared_computer,
        read_only: desk.store.read_only().map(read_only_notice),
        home: env::home_dir(),
        made_up: desk.store.is_made_up(),
        now: desk.clock.stamp(),
    }
}

/// Does what a visit asks of the journal.
pub(crate) fn perform(desk: &mut Desk, work: Work) -> Came {
    let at = desk.clock.stamp().at;
    do_visit(&mut desk.store, work, at)
}

/// Begins a visit, and gives the first leaf that is whole: what a verb prints.
///
/// # Errors
/// [`Trouble::NotDone`] when the journal could not give what it needs.
pub(crate) fn first_leaf(desk: &mut Desk, begin: Begin) -> Result<Leaf, Trouble> {
    let visit = Visit::begin(begin, standing(desk));
    whole_leaf(desk, visit)
}

/// Goes on with a visit that has just begun, until its first leaf is whole.
///
/// # Errors
/// [`Trouble::NotDone`] when the journal could not give what it needs.
pub(crate) fn whole_leaf(
    desk: &mut Desk,
    (mut visit, mut turn): (Visit, Turn),
) -> Result<Leaf, Trouble> {
    while let Turn::Do(work) = turn {
        let came = perform(desk, work);
        if let Came::Trouble(said) = came {
            return Err(Trouble::NotDone(said));
        }
        turn = visit.came(came);
    }
    Ok(visit.leaf())
}

impl Driver<'_, '_, '_> {
    fn run(mut self, mut turn: Turn) -> Result<Then, Trouble> {
        loop {
            turn = match turn {
                Turn::Leaf => {
                    self.show();
                    match self.ask() {
                        Some(turn) => turn,
                        None => return Ok(Then::Leave),
                    }
                }
                Turn::Hint(hint) => {
                    self.rooms.talk.say(&hint);
                    Turn::Leaf
                }
                Turn::Do(work) => self.perform(work),
                Turn::Write(form) => match self.write(*form)? {
                    Some(came) => self.visit().came(came),
                    None => return Ok(Then::Leave),
                },
                Turn::Through(door) => match through(self.rooms, door)? {
                    Then::Stay => self.returned(),
                    Then::Leave => return Ok(Then::Leave),
                },
                Turn::Leave(door) => return through(self.rooms, door),
                Turn::Close => return Ok(Then::Stay),
            };
        }
    }

    /// The visit, which answers what is said now.
    fn visit(&mut self) -> &mut Visit {
        self.visit.at(self.rooms.desk.clock.stamp())
    }

    /// Comes back into sight: the leaf is said again, whether or not it has changed.
    fn returned(&mut self) -> Turn {
        self.said = None;
        self.visit().returned()
    }

    /// Says the leaf, unless it is the one that was said last. What is read is said again only
    /// where it has changed: whoever ticks a row does not want to hear the page anew.
    fn show(&mut self) {
        let leaf = self.visit.leaf();
        if self.said.as_ref() == Some(&leaf) {
            return;
        }
        let before = self.said.take();
        let is_here = before.as_ref().is_some_and(|it| it.title == leaf.title);
        let is_read = is_here && before.is_some_and(|it| it.pieces == leaf.pieces);
        let talk = &mut *self.rooms.talk;
        talk.gap();
        if !is_here && !leaf.title.is_empty() {
            talk.title(&format!("{}.", leaf.title));
        }
        if !is_read {
            read_out(talk, &mut self.heard, &leaf);
        }
        match &leaf.ask {
            LeafAsk::Rows { rows, at } => {
                talk.say_all(leaf::rows(rows));
                talk.hint(words::HINT_ROWS);
                if leaf.has_sides {
                    talk.hint(words::HINT_SIDES);
                }
                let focused = leaf::focused(rows, *at).and_then(|place| rows.get(place));
                if let Some(row) = focused {
                    talk.say(&words::enter_means(&row.words));
                }
            }
            LeafAsk::Line { starter, .. } => {
                if !starter.is_empty() {
                    talk.say(&words::enter_takes(starter));
                }
                talk.hint(words::HINT_PATH);
            }
            LeafAsk::Busy => {}
        }
        self.said = Some(leaf);
    }

    /// Asks until something is given. `None` when the person leaves the program.
    fn ask(&mut self) -> Option<Turn> {
        loop {
            let leaf = self.visit.leaf();
            let did = match &leaf.ask {
                LeafAsk::Rows { rows, at } => self.ask_rows(rows, *at, leaf.has_sides),
                LeafAsk::Line { label, starter } => self.ask_line(label, starter),
                // Nothing is being done any more, so there is nothing to wait for.
                LeafAsk::Busy => Did::Gave(Given::Back),
            };
            match did {
                Did::Gave(given) => return Some(self.visit().given(given)),
                Did::Changed => return Some(self.returned()),
                Did::Again => {}
                Did::Leaves => return None,
            }
        }
    }

    fn ask_rows(&mut self, rows: &[LeafRow], at: usize, has_sides: bool) -> Did {
        let Some(typed) = self.rooms.talk.ask(words::ANSWER) else {
            return Did::Leaves;
        };
        let typed = typed.trim();
        if typed.is_empty() {
            let given = leaf::focused(rows, at).map_or(Given::Back, Given::Row);
            return Did::Gave(given);
        }
        let number: Option<usize> = typed.trim_end_matches('.').parse().ok();
        if let Some(row) = number.and_then(|number| leaf::numbered(rows, number)) {
            return Did::Gave(Given::Row(row));
        }
        // What means the same at every prompt does so here, whatever letters the rows have.
        let word = said::word(typed);
        if word == Some(Word::Undo)
            && let Some(row) = self.visit.leaf().ask.takes_back()
        {
            return Did::Gave(Given::Row(row));
        }
        if let Some(word) = word.filter(|word| said::is_known_everywhere(*word)) {
            return self.word(word);
        }
        if let Some(row) = leaf::lettered(rows, typed) {
            return Did::Gave(Given::Row(row));
        }
        if let Some(side) = side(typed).filter(|_| has_sides) {
            return Did::Gave(side);
        }
        if word.is_some() {
            self.rooms.talk.say(words::NOT_HERE);
        } else {
            let most = leaf::count(rows);
            self.rooms.talk.say(&words::not_a_row(most));
        }
        Did::Again
    }

    fn ask_line(&mut self, label: &str, starter: &str) -> Did {
        let prompt = format!("{}: ", label.trim_end_matches([':', ' ']));
        let mut doubted = None;
        loop {
            let Some(typed) = self.rooms.talk.ask(&prompt) else {
                return Did::Leaves;
            };
            return match said::line(&typed) {
                Line::Text(text) if text.trim().is_empty() => {
                    Did::Gave(Given::Line(starter.to_owned()))
                }
                Line::Text(text) => {
                    // Whoever types b here may well want to go back. Typed again, it is the text.
                    if let Some((letter, long)) = said::letter_alone(&text)
                        && doubted != Some(letter)
                    {
                        self.rooms.talk.say(&words::is_it_the_word(letter, long));
                        doubted = Some(letter);
                        continue;
                    }
                    Did::Gave(Given::Line(text.trim().to_owned()))
                }
                Line::Word(word) => self.word(word),
                Line::Stop | Line::Unknown => {
                    self.rooms.talk.say(words::UNKNOWN_WORD);
                    Did::Again
                }
            };
        }
    }

    /// Does what a word says at whatever prompt.
    fn word(&mut self, word: Word) -> Did {
        let talk = &mut *self.rooms.talk;
        match word {
            Word::Back => return Did::Gave(Given::Back),
            Word::Leave | Word::Quit => return Did::Leaves,
            Word::Undo => return self.undo(),
            Word::Hide | Word::Clear => hide::away_and_back(talk, self.rooms.desk),
            Word::Help => help::say_room_words(talk),
            Word::Card => card::show(talk, self.rooms.desk),
            Word::Again => {
                self.heard.clear();
                self.said = None;
                self.show();
            }
            Word::Where => {
                let title = self.visit.leaf().title;
                talk.say(&format!("{}{title}.", words::YOU_ARE_HERE));
            }
            _ => talk.say(words::NOT_HERE),
        }
        Did::Again
    }

    /// Brings back what was taken out last, here or in the journal.
    fn undo(&mut self) -> Did {
        let before = self.rooms.lost.len();
        if let Err(trouble) = self.rooms.bring_back() {
            self.rooms.talk.say_all(trouble.lines());
        }
        if self.rooms.lost.len() == before {
            Did::Again
        } else {
            Did::Changed
        }
    }

    /// Does a piece of work, and hands the visit what came of it.
    fn perform(&mut self, work: Work) -> Turn {
        let lost: Option<Id> = match &work {
            Work::Delete(id) => Some(*id),
            _ => None,
        };
        let back: Option<Id> = match &work {
            Work::BringBack(id) => Some(*id),
            _ => None,
        };
        let came = perform(self.rooms.desk, work);
        if came == Came::Done {
            self.rooms.lost.retain(|id| Some(*id) != back);
            self.rooms.lost.extend(lost);
        }
        self.visit().came(came)
    }

    /// Walks a form. `None` when the person leaves the program; what they wrote is on disk then.
    ///
    /// # Errors
    /// [`Trouble`] when words are left that could not be saved.
    fn write(&mut self, mut form: FormWalk) -> Result<Option<Came>, Trouble> {
        self.said = None;
        if !self.rooms.can_write() {
            return Ok(Some(Came::NotWritten));
        }
        let subject = form.subject();
        // A text that was emptied is a change too, so a form has no trace to avoid.
        let saver = Saver::new(true);
        let mut journey = Journey::new(self.rooms.talk, self.rooms.desk, &mut form, saver, true);
        let ended = journey.run()?;
        let mut saver = journey.saver;
        match ended {
            Ended::Left => return Ok(None),
            Ended::Walk(End::Keep) => {}
            Ended::Walk(_) | Ended::Back | Ended::ToLock => return Ok(Some(Came::NotWritten)),
        }
        // The visit gets the words now, and they are nowhere else until they are on disk.
        saver.rescue(self.rooms.talk, self.rooms.desk, &mut form)?;
        let written = self.rooms.desk.store.draft(subject)?;
        let written = written.unwrap_or_else(|| Draft::new(subject));
        Ok(Some(Came::Written(Box::new(written))))
    }
}

/// Says what is read on a leaf. A long page that was heard before is not said again unasked.
fn read_out(talk: &mut Talk<'_>, heard: &mut BTreeMap<String, Vec<String>>, leaf: &Leaf) {
    let lines = leaf::read(leaf);
    if lines.len() >= LONG && heard.get(&leaf.title) == Some(&lines) {
        talk.say(words::HEARD_BEFORE);
        return;
    }
    // A blank line stands there already.
    talk.say_all(lines.iter().skip_while(|line| line.is_empty()));
    heard.insert(leaf.title.clone(), lines);
}

/// Opens another place of the program.
fn through(rooms: &mut Rooms<'_, '_>, door: Door) -> Result<Then, Trouble> {
    match door {
        Door::Entry(id) => journal::entry(rooms, id),
        Door::Reflect(opening) => rooms.begin(opening),
        Door::OpenUp(entry) => rooms.open_up(&entry),
        Door::Vignette(id) => rooms.try_vignette(&id),
        Door::GoOn(draft) => rooms.go_on(*draft),
        Door::Card => rooms.card_room(),
        Door::FillCard if rooms.can_write() => rooms.fill_in_card(),
        Door::Erase(id, which) if rooms.can_write() => {
            Ok(rooms.talk_about(vault::Begin::Erase(id, which)))
        }
        Door::FillCard | Door::Erase(..) => Ok(Then::Stay),
        Door::Removed => Ok(journal::removed(rooms)),
        // Nothing to look for is the whole journal, as in the full screen.
        Door::Search(typed) if typed.trim().is_empty() => journal::room(rooms),
        Door::Search(typed) => find::find(rooms, typed),
    }
}

/// The page to a side, such as another month.
fn side(typed: &str) -> Option<Given> {
    match typed.to_lowercase().as_str() {
        "p" | "previous" => Some(Given::Before),
        "n" | "next" => Some(Given::After),
        _ => None,
    }
}
