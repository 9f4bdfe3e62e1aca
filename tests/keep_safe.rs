//! Keeping the words safe on the full screen, on a real journal: each test is a short story.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use std::fs;

use alongside::config::Settings;
use alongside::store::Access;
use alongside::ui::screens::Screen;
use support::desk::{Desk, Setup};

const GOOD: &str = "walking the long canal";

/// A desk on a journal in a file.
fn desk() -> Desk {
    Setup::on_disk().open()
}

/// Keeps a line by way of Land.
fn land(desk: &mut Desk, words: &str) {
    desk.press("l Enter")
        .types(words)
        .press("Enter Enter Enter k Enter h");
}

/// Locks the journal from Home, up to the code.
fn lock(desk: &mut Desk, passphrase: &str) {
    desk.press("k")
        .sees("Your journal is not locked.")
        .press("l");
    desk.sees("Only someone who knows it can read the journal.");
    desk.press("Enter").types(passphrase).press("Enter");
    desk.sees("once more").types(passphrase).press("Enter");
    desk.sees("Your journal is locked now.");
}

/// The recovery code that stands in a page.
fn code_in(page: &str) -> String {
    let rows = page.lines().filter(|line| line.starts_with("    "));
    rows.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_journal_is_locked_hidden_and_opened_again() {
    let mut desk = desk();
    land(&mut desk, "I waited");
    lock(&mut desk, GOOD);
    desk.press("s").sees("~/alongside-recovery-code.txt");
    let page = desk.folder().join("page.txt");
    desk.press("Ctrl+U").types(&page.display().to_string());
    desk.press("Enter").sees("The page is saved here:");
    desk.press("i")
        .sees("Your journal is locked. It takes the passphrase");
    assert!(desk.is_locked());
    desk.press("Esc")
        .sees("k  Keep my words safe")
        .sees("locked, ");
    desk.press("Ctrl+L").sees("Notes").never_sees("safe");
    assert!(desk.is_closed);
    desk.press("Ctrl+L").types("walking").press("Enter");
    desk.never_sees("What would help now?");
    desk.press("Ctrl+U").types(GOOD).press("Enter");
    desk.sees("What would help now?");
    // The code opens it as well, and then a new passphrase is asked.
    let code = code_in(&fs::read_to_string(&page).unwrap());
    desk.press("Ctrl+L Ctrl+L").paste(&code).press("Enter");
    desk.sees("The recovery code opened your journal.");
    desk.types("another one").press("Enter");
    desk.types("another one").press("Enter");
    desk.sees("keep the recovery code").press("h");
    let shown = desk.screen();
    assert!(!shown.contains(&code[..9]), "it is another code: {shown}");
    desk.press("Enter i").sees("What would help now?");
    desk.press("Ctrl+L Ctrl+L").paste(&code).press("Enter");
    desk.never_sees("What would help now?");
    desk.press("Ctrl+U").types("another one").press("Enter");
    desk.press("j").sees("I waited");
}

#[test]
fn another_passphrase_and_none_at_all() {
    let mut desk = Setup::locked().open();
    desk.press("k p").types("tea for one").press("Enter");
    desk.sees("That does not open this journal. Nothing is changed.");
    desk.press("Ctrl+U").types("tea for two").press("Enter");
    desk.types(GOOD)
        .press("Enter")
        .types("other")
        .press("Enter");
    desk.sees("These two are not the same.").press("t");
    desk.types(GOOD)
        .press("Enter")
        .sees("keep the recovery code");
    desk.press("Esc").sees("The code was not saved").press("w");
    desk.sees("It takes the passphrase").press("u");
    desk.types(GOOD).press("Enter").sees("Keep it locked");
    desk.press("Down Enter")
        .sees("Your journal is not locked any more.");
    desk.press("Enter").sees("Your journal is not locked.");
    assert!(!desk.is_locked());
    desk.press("Esc Ctrl+L Ctrl+L").sees("What would help now?");
}

#[test]
fn a_backup_is_made_and_gone_back_to() {
    let mut desk = desk();
    desk.sees("no backup yet");
    land(&mut desk, "I waited");
    let second = desk.folder().join("stick");
    desk.press("k f").types(&second.display().to_string());
    desk.press("Enter").sees("Enter once more keeps the name");
    desk.press("Enter")
        .sees("backups go to this folder as well")
        .sees("It is not there now.");
    desk.press("Enter").sees("not there now").press("b");
    desk.sees("The backup is made")
        .sees("There is no new backup in the second folder.");
    desk.press("Enter").sees("not there now");
    fs::create_dir(&second).unwrap();
    desk.press("b").sees("And here, in the second folder");
    desk.press("Enter Esc").sees("last backup today");
    land(&mut desk, "I left early");
    desk.press("k g").sees("you asked for it").press("Enter");
    desk.sees("This backup: 1 entry")
        .sees("Your journal now: 2 entries");
    desk.sees("One entry in your journal is not in this backup: 12 March.");
    desk.press("Down Enter")
        .sees("Your journal is now as it was in the backup.");
    desk.sees("What was there before is kept here:");
    desk.press("Enter Esc j")
        .sees("I waited")
        .never_sees("I left early");
}

#[test]
fn an_entry_is_deleted_for_ever_from_its_page_and_from_the_list() {
    let mut desk = desk();
    for words in ["one to keep", "two to go", "three to go"] {
        land(&mut desk, words);
    }
    desk.press("k b Enter Esc j").sees("three to go");
    desk.press("Enter Ctrl+P").types("for ever").press("Enter");
    desk.sees("Delete this entry for ever? Thursday 12 March 2026");
    desk.press("Esc").sees("three to go");
    desk.press("Ctrl+P")
        .types("for ever")
        .press("Enter Down Enter");
    desk.sees("These backups still hold it:")
        .press("Down Enter");
    desk.sees("It is deleted from the backups too.")
        .press("Enter");
    desk.sees("two to go").never_sees("three to go");
    assert!(matches!(desk.app.top(), Screen::Journal(_)));
    // What was taken out before and is erased then does not come back by Undo.
    desk.press("Delete").never_sees("two to go");
    desk.press("Ctrl+Z").sees("two to go");
    desk.press("Home Ctrl+P")
        .types("for ever")
        .press("Enter Down Enter");
    desk.sees("These backups still hold it:").press("Enter");
    desk.sees("one to keep").never_sees("two to go");
    desk.press("Ctrl+Z").never_sees("two to go");
    desk.press("Ctrl+Y").never_sees("two to go");
    assert_eq!(desk.store.entries(None, 9).unwrap().len(), 1);
    // What is only taken out can be found, and brought back or erased.
    desk.press("Delete Esc k o t")
        .sees("Taken out, and still in the file: 1 entry.");
    desk.sees("one to keep")
        .press("Enter")
        .sees("> l  Leave it");
    desk.press("b").sees("It is back in your journal.");
    desk.press("Enter Esc Esc j").sees("one to keep");
    desk.press("Delete Esc k o t Enter Down Down Enter Down Enter")
        .sees("These backups still hold it:")
        .sees("you can still be rid of them later");
    desk.press("Enter")
        .sees("Nothing that you took out is left in the file.");
    desk.press("Enter Esc Esc j Ctrl+Z")
        .never_sees("one to keep");
}

#[test]
fn the_journal_is_looked_over() {
    let mut desk = desk();
    land(&mut desk, "I waited");
    desk.press("k c").sees("Everything can be read: 1 entry.");
    desk.sees("There is no whole backup.").press("b Enter c");
    desk.sees("The newest whole backup is from today");
}

#[test]
fn old_entries_are_reminded_of_and_never_deleted_by_themselves() {
    let mut desk = desk();
    land(&mut desk, "I waited");
    desk.press("k o r Enter").sees("after 12 months");
    assert_eq!(desk.settings.remind_after_months, 12);
    desk.press("s Enter")
        .sees("No entry is older than 12 months.");
    desk.press("Esc Esc Esc Esc").sees("What would help now?");
    desk.never_sees("older than");
}

#[test]
fn everything_is_erased_and_the_shell_hears_of_it() {
    let mut desk = desk();
    land(&mut desk, "I waited");
    desk.press("k b Enter End Enter")
        .sees("This erases your whole journal: 1 entry");
    desk.types("yes").press("Enter").sees("Nothing is erased.");
    desk.press("Ctrl+A").types("erase").press("Enter");
    assert!(desk.left);
    assert_eq!(
        desk.last_words.as_deref(),
        Some("Your journal and its backups are erased.")
    );
    let left: Vec<_> = fs::read_dir(desk.folder()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_first_run_offers_a_passphrase_before_anything_is_written() {
    let first = Settings {
        first_run_done: false,
        ..Settings::default()
    };
    let mut desk = Setup {
        settings: first.clone(),
        ..Setup::on_disk()
    }
    .open();
    desk.press("Enter")
        .sees("Lock the journal with a passphrase?");
    desk.never_sees("It is worth it on a shared")
        .press("y")
        .sees("It is worth it on a shared");
    desk.press("c Ctrl+N");
    desk.sees("Choose a passphrase").press("Enter");
    desk.types(GOOD).press("Enter").types(GOOD).press("Enter");
    desk.press("h Enter i").sees("Who can I ring");
    // Not one word of the person's own was asked before the lock.
    assert!(desk.is_locked() && !desk.settings.first_run_done);
    desk.press("Tab l Enter")
        .sees("Does anything need to happen now?");
    assert!(desk.is_locked() && desk.settings.first_run_done);
    // Not wanted, it leads on at once.
    let mut desk = Setup {
        settings: first.clone(),
        ..Setup::on_disk()
    }
    .open();
    desk.press("Enter y c Ctrl+N").sees("Not now").press("n");
    desk.sees("Who can I ring").press("Tab l Enter");
    desk.sees("Does anything need to happen now?");
    // A locked journal is offered none.
    let mut desk = Setup {
        settings: first,
        ..Setup::locked()
    }
    .open();
    desk.press("Enter")
        .sees("Do other people use")
        .never_sees("passphrase");
}

#[test]
fn a_journal_that_can_only_be_read_is_not_locked() {
    let mut desk = desk();
    let path = desk.folder().join("journal.db");
    let key = alongside::store::Key::None;
    let at = desk.now().at;
    let reader = alongside::store::Store::open(&path, Access::Read, &key, at).unwrap();
    desk.store = reader;
    desk.press("k")
        .never_sees("Lock it")
        .sees("Look the journal over");
}

#[test]
fn the_page_about_it_says_where_the_file_is_and_the_room_has_help() {
    let mut desk = desk();
    desk.press("k a")
        .sees("What this is, and is not")
        .sees("/home/me/journal.db");
    desk.press("Esc").sees("Look the journal over");
    desk.resize(80, 60).press("F1").sees("Keep my words safe");
}

#[test]
fn a_hint_goes_away_with_what_is_pasted_or_typed() {
    for is_pasted in [true, false] {
        let mut desk = desk();
        desk.press("k l Enter Enter").sees("Nothing was typed.");
        if is_pasted {
            desk.paste(GOOD);
        } else {
            desk.types("t");
        }
        desk.never_sees("Nothing was typed.");
    }
}
