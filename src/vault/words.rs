//! The words that several matters say, and those that both front ends need.

use chrono::{NaiveDate, NaiveDateTime};

pub use super::locking::words::{AGAINST, FOR};
use super::{Panel, PanelAsk, Remade, around::Around, days};
use crate::key::{self, Guessing, Passphrase};

/// The name of the room; the row of Home is called so too.
pub const TITLE: &str = "Keep my words safe";

/// In place of a passphrase, when nothing was typed.
pub(super) const TYPE_ONE: &str = "Nothing was typed. Type a passphrase, or go back.";
/// In place of what opens it, when nothing was typed.
pub(super) const TYPE_WHAT_OPENS: &str =
    "Nothing was typed. Type the passphrase or the recovery code, or go back.";
/// Before the line for what opens it.
pub(super) const WHAT_OPENS: &str = "The passphrase, or the recovery code";
/// While it is tried.
pub(super) const TRYING: &str = "Trying it. This takes a moment.";
/// After a passphrase that does not open the journal.
pub(super) const DOES_NOT_OPEN: &str =
    "That does not open this journal. Nothing is changed. You can try again.";
/// After what looks like a recovery code with a wrong letter.
pub(super) const CODE_HAS_A_SLIP: &str =
    "That looks like a recovery code, but a letter of it is wrong. Nothing is changed.";
/// After what looks like a part of a recovery code.
pub(super) const CODE_IS_SHORT: &str =
    "That looks like a part of a recovery code. A whole one has 14 groups of four.";
/// To someone who wants to lock what is locked.
pub(super) const IS_LOCKED: &str =
    "This journal is locked already. You can choose another passphrase.";
/// To someone who wants to unlock what is not locked.
pub(super) const NOT_LOCKED: &str = "This journal is not locked. There is no passphrase to change.";
/// To someone who wants to stop what must be done to its end.
pub(super) const CANNOT_STOP: &str = "This cannot be stopped halfway. It will soon be done.";
/// In place of a folder that is no whole path.
pub(super) const WHOLE_PATH: &str = "Type the whole path, such as /media/me/stick. A path that begins with ~/ is in your home folder.";

/// Before the files beside a locked journal that are not locked with it.
pub const STAY: &str = "These files beside the journal stay as they were. They are not locked with \
     it. Whoever can open your files may be able to read them. Take out what you need, then delete \
     them:";

/// A backup of the day.
pub(super) const BY_ITSELF: &str = "made by itself";
/// A backup that was asked for.
pub(super) const ASKED_FOR: &str = "you asked for it";
/// A backup before a new version.
pub(super) const BEFORE_NEW_FORM: &str = "before a new version";
/// A backup before another took its place.
pub(super) const BEFORE_RESTORE: &str = "before you went back to another";
/// A backup after the key was changed.
pub(super) const AFTER_NEW_KEY: &str = "after a new passphrase";

/// The day it is.
pub(super) const TODAY: &str = "today";
/// The day before.
pub(super) const YESTERDAY: &str = "yesterday";
/// Before the last of a list.
pub(super) const AND: &str = "and";

/// What hiding does to a locked journal.
pub(super) const HIDE_LOCKED: &str = "After so long without a key, the page called Notes is shown \
     and the journal is closed. The passphrase opens it again, at the same place. In plain mode the time counts from your \
     last Enter.";
/// What hiding does to one that is not locked.
pub(super) const HIDE_OPEN: &str = "After so long without a key, the page called Notes is shown. \
     Ctrl+L brings your page back. In plain mode Enter does, and the time counts from your last Enter.";

/// Says how hard a passphrase is to guess, for the person who is typing it; nothing for none.
pub fn guessing(passphrase: &Passphrase) -> &'static str {
    if passphrase.is_empty() {
        return "";
    }
    match key::guessing(passphrase) {
        Guessing::AtOnce => "Easy to guess. A few words that do not belong together are harder.",
        Guessing::Soon => {
            "Someone with the file and some days could guess it. One more word helps."
        }
        Guessing::Long => "Hard to guess: it would take someone with the file months or years.",
        Guessing::VeryLong => "Very hard to guess: a lifetime is too short for it.",
    }
}

/// Says when the last backup was made, for the row of Home.
pub fn last_backup(made: Option<NaiveDateTime>, today: NaiveDate) -> String {
    match made {
        Some(made) => format!("last backup {}", days::say(made.date(), today)),
        None => "no backup yet".to_owned(),
    }
}

/// Says on Home that there are entries as old as the person asked to be reminded of, or offers
/// such a reminder once there is something to remind of. Nothing is deleted by this.
pub fn reminder(oldest: Option<NaiveDate>, remind_after: u16, today: NaiveDate) -> Option<String> {
    let months = match remind_after {
        0 => OFFERED_AFTER,
        months => months,
    };
    let is_old = oldest? < today.checked_sub_months(chrono::Months::new(months.into()))?;
    let said = match remind_after {
        0 => format!(
            "Some entries are older than {}. Would a reminder help? See: {TITLE}.",
            self::months(months)
        ),
        _ => format!(
            "You asked to be reminded: some entries are older than {}. See: {TITLE}.",
            self::months(months)
        ),
    };
    is_old.then_some(said)
}

/// After so many months a reminder is offered.
const OFFERED_AFTER: u16 = 12;

/// Says so many minutes.
pub(super) fn minutes(minutes: u16) -> String {
    match minutes {
        0 => "never".to_owned(),
        minutes => count(minutes.into(), "minute", "minutes"),
    }
}

/// Says so many months.
pub(super) fn months(months: u16) -> String {
    count(months.into(), "month", "months")
}

/// Says so many entries.
pub(super) fn entries(entries: usize) -> String {
    count(entries, "entry", "entries")
}

/// Says so many backups.
pub(super) fn backups(backups: usize) -> String {
    count(backups, "backup", "backups")
}

/// Says so many of something, such as "1 entry" and "12 entries".
pub(super) fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// Says a small number as a word.
pub(super) fn in_words(number: usize) -> String {
    const WORDS: [&str; 10] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Says that this is how it is now.
pub(super) fn is_now(is_now: bool) -> String {
    if is_now { "now" } else { "" }.to_owned()
}

/// Says the days a list leaves out.
pub(super) fn earlier_days(number: usize) -> String {
    count(number, "earlier day", "earlier days")
}

/// What is shown while the journal is looked at, which is done at once: nothing that is said.
pub(super) fn looking() -> Panel {
    Panel {
        title: TITLE.to_owned(),
        said: Vec::new(),
        ask: PanelAsk::Busy { can_stop: true },
    }
}

/// Says what became of the backups: `how` they were made anew, and how those `still` are that
/// could not be reached.
pub(super) fn remade(backups: &Remade, how: &str, still: &str, around: &Around) -> Vec<String> {
    let mut said = Vec::new();
    if backups.remade > 0 {
        let count = self::backups(backups.remade);
        said.push(format!("{how} {count}."));
    }
    if backups.removed > 0 {
        let count = self::backups(backups.removed);
        said.push(format!(
            "Erased, since this could not be done with it: {count}."
        ));
    }
    if let Some(folder) = &backups.not_reached {
        let folder = around.say_path(folder);
        said.push(format!(
            "This folder could not be reached: {folder}. {still}"
        ));
    }
    if !backups.stay.is_empty() {
        said.push(STAY.to_owned());
        said.extend(backups.stay.iter().map(|path| around.say_path(path)));
    }
    said
}
