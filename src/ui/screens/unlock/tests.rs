//! The panel by itself: what it shows, asks and keeps.

use super::super::Screen;
use super::super::stage::{Stage, draws_everywhere, seen};
use super::*;
use crate::domain::BackupWhy;
use crate::key::{Passphrase, RecoveryCode};
use crate::ui::effect::Trouble;
use crate::ui::reply::Move;
use crate::ui::widgets::editor::Stroke;

fn typed(stage: &mut Stage, text: &str) -> Unlock {
    let mut screen = Unlock::at_start();
    for letter in text.chars() {
        stage.typed(&mut screen, letter);
    }
    screen
}

fn wrong() -> Outcome {
    Outcome::WrongKey(Some(Backup {
        path: "/home/me/backups/2026.db".into(),
        made: chrono::NaiveDate::from_ymd_opt(2026, 3, 9)
            .unwrap()
            .and_hms_opt(18, 0, 0)
            .unwrap(),
        why: BackupWhy::Daily,
    }))
}

fn refused(stage: &mut Stage, screen: &mut Unlock) -> String {
    let (ticket, _) = opens(&stage.command(screen, Command::Go).effects);
    stage.done(screen, ticket, &wrong());
    flat(&seen(screen, 80, 24).0)
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn opens(effects: &[Effect]) -> (Ticket, Secret) {
    match effects {
        [Effect::Open(ticket, secret)] => (*ticket, secret.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_typed_is_covered_until_asked() {
    let mut stage = Stage::new();
    let mut screen = typed(&mut stage, "tea for two");
    let (text, cursor) = seen(&mut screen, 80, 24);
    assert!(
        text.contains("Your journal is locked.") && text.contains("│ •••••••••••"),
        "{text}"
    );
    assert!(!text.contains("tea"), "{text}");
    assert!(cursor.x > 11);
    stage.command(&mut screen, Command::ShowSecret);
    assert!(seen(&mut screen, 80, 24).0.contains("│ tea for two"));
    assert!(!format!("{screen:?}").contains("tea"));
    draws_everywhere(&mut screen);
    draws_everywhere(&mut Unlock::in_notes());
}

#[test]
fn a_wrong_one_costs_nothing_and_stays_to_be_mended() {
    let mut stage = Stage::new();
    let mut screen = typed(&mut stage, "tee");
    let (ticket, secret) = opens(&stage.command(&mut screen, Command::Go).effects);
    assert_eq!(secret, Secret::Passphrase(Passphrase::new("tee")));
    let text = seen(&mut screen, 80, 24).0;
    assert!(text.contains("Opening the journal… Esc stops."), "{text}");
    stage.typed(&mut screen, 'x');
    stage.done(&mut screen, ticket, &wrong());
    for (width, height) in [(80, 24), (60, 18)] {
        let text = seen(&mut screen, width, height).0;
        let text = flat(&text);
        assert!(
            text.contains(words::WRONG) && text.contains(words::AGAIN),
            "{text}"
        );
        assert!(
            !text.contains("backup") && !text.contains("damaged"),
            "{text}"
        );
    }
    stage.command(&mut screen, Command::Write(Stroke::Backspace));
    stage.typed(&mut screen, 'a');
    let (_, secret) = opens(&stage.command(&mut screen, Command::Go).effects);
    assert_eq!(secret, Secret::Passphrase(Passphrase::new("tea")));
}

#[test]
fn after_a_refusal_the_next_letter_begins_anew() {
    let mut stage = Stage::new();
    let mut screen = typed(&mut stage, "wrong");
    refused(&mut stage, &mut screen);
    for letter in "right".chars() {
        stage.typed(&mut screen, letter);
    }
    let (_, secret) = opens(&stage.command(&mut screen, Command::Go).effects);
    assert_eq!(secret, Secret::Passphrase(Passphrase::new("right")));
}

#[test]
fn damage_and_the_backup_are_spoken_of_from_the_third_refusal_on() {
    let mut stage = Stage::new();
    let mut screen = typed(&mut stage, "tee");
    for _ in 0..2 {
        let text = refused(&mut stage, &mut screen);
        assert!(!text.contains("backup"), "{text}");
    }
    let text = refused(&mut stage, &mut screen);
    assert!(text.contains("the file may be damaged"), "{text}");
    assert!(text.contains("from Monday 9 March 2026"), "{text}");
    assert!(text.contains("leave here first. Then type in the terminal: alongside restore"));
    assert!(!text.contains("2026.db"), "{text}");
    stage.command(&mut screen, Command::Help);
    let text = flat(&seen(&mut screen, 80, 40).0);
    assert!(text.contains("/home/me/backups/2026.db"), "{text}");
    assert!(text.contains("Ctrl+U empties the box."), "{text}");
}

#[test]
fn a_journal_that_is_gone_says_nothing_of_caps_lock() {
    let mut stage = Stage::new();
    let gone = Outcome::Trouble(Trouble {
        short: "there is no journal".into(),
        said: "There is no journal at /home/me/journal.db.".into(),
    });
    for mut screen in [Unlock::at_start(), Unlock::in_notes()] {
        stage.typed(&mut screen, 'x');
        let (ticket, _) = opens(&stage.command(&mut screen, Command::Go).effects);
        stage.done(&mut screen, ticket, &gone);
        let text = seen(&mut screen, 80, 24).0;
        assert!(!text.contains("Caps Lock"), "{text}");
        let is_told = text.contains("There is no journal at");
        assert_eq!(is_told, screen.manner == Manner::Start, "{text}");
    }
}

#[test]
fn a_letter_takes_the_first_esc_back() {
    let mut stage = Stage::new();
    let mut screen = typed(&mut stage, "tea");
    stage.command(&mut screen, Command::Back);
    stage.typed(&mut screen, 's');
    assert_eq!(stage.command(&mut screen, Command::Back).passed, None);
    let heard = stage.command(&mut screen, Command::Back);
    assert_eq!(heard.passed, Some(Command::Leave));
    let words = |screen: &Unlock| {
        let hints = crate::ui::keymap::hints(&screen.contexts(), |_| true);
        let hints = hints.into_iter().filter_map(|row| row.hint);
        hints.map(|(_, word)| word).collect::<Vec<_>>()
    };
    assert!(words(&screen).contains(&"leave"));
    assert!(words(&Unlock::in_notes()).contains(&"back"));
}

#[test]
fn esc_stops_the_work_and_a_late_answer_is_passed_over() {
    let mut stage = Stage::new();
    let mut screen = typed(&mut stage, "tea");
    let (ticket, _) = opens(&stage.command(&mut screen, Command::Go).effects);
    let heard = stage.command(&mut screen, Command::Back);
    assert_eq!(heard.effects, [Effect::Stop(ticket)]);
    stage.done(&mut screen, ticket, &wrong());
    let text = seen(&mut screen, 80, 24).0;
    assert!(text.contains(words::STOPPED), "{text}");
}

#[test]
fn a_recovery_code_is_known_and_a_slip_in_it_is_said() {
    let mut stage = Stage::new();
    let key = RawKey::new(zeroize::Zeroizing::new([7; 32]));
    let code = RecoveryCode::of(&key).text().to_owned();
    let mut screen = typed(&mut stage, &code);
    let (ticket, secret) = opens(&stage.command(&mut screen, Command::Go).effects);
    assert_eq!(secret, Secret::Code(key.clone()));
    assert!(screen.waits_for(ticket));
    assert_eq!(screen.take_code(), Some(Secret::Code(key)));

    let last = code.chars().last().unwrap();
    let slip = code.strip_suffix(last).unwrap().to_owned() + if last == '0' { "1" } else { "0" };
    let mut screen = typed(&mut stage, &slip);
    let (ticket, secret) = opens(&stage.command(&mut screen, Command::Go).effects);
    assert!(matches!(secret, Secret::Passphrase(_)));
    stage.done(&mut screen, ticket, &wrong());
    assert!(
        seen(&mut screen, 80, 24)
            .0
            .contains("It looks like a recovery code.")
    );
}

#[test]
fn esc_twice_leaves_and_help_and_support_are_there() {
    let mut stage = Stage::new();
    let mut screen = typed(&mut stage, "tea");
    assert_eq!(stage.command(&mut screen, Command::Back).passed, None);
    assert_eq!(
        stage.command(&mut screen, Command::Back).passed,
        Some(Command::Leave)
    );
    stage.command(&mut screen, Command::SupportCard);
    let text = seen(&mut screen, 80, 30).0;
    assert!(
        text.contains("supervisor or on-call person now.") && text.contains("England"),
        "{text}"
    );
    stage.command(&mut screen, Command::Back);
    stage.command(&mut screen, Command::Help);
    assert!(seen(&mut screen, 80, 24).0.contains(words::HELP_TITLE));
    assert_eq!(screen.contexts(), [Context::Reading]);
    stage.command(&mut screen, Command::Back);
    assert!(seen(&mut screen, 80, 24).0.contains("│ •••"));
}

#[test]
fn on_the_neutral_page_it_tells_nothing_of_a_journal() {
    let mut stage = Stage::new();
    let mut screen = Unlock::in_notes();
    stage.typed(&mut screen, 'x');
    let (ticket, _) = opens(&stage.command(&mut screen, Command::Go).effects);
    let busy = seen(&mut screen, 80, 24).0;
    stage.done(&mut screen, ticket, &wrong());
    let after = seen(&mut screen, 80, 24).0;
    for _ in 0..3 {
        refused(&mut stage, &mut screen);
    }
    let often = seen(&mut screen, 80, 24).0;
    stage.command(&mut screen, Command::Help);
    let help = seen(&mut screen, 80, 40).0;
    stage.command(&mut screen, Command::Back);
    for text in [busy, after, often, help] {
        assert!(!text.to_lowercase().contains("journal"), "{text}");
        assert!(!text.contains("2026"), "{text}");
    }
    assert_eq!(screen.place(), "Notes");
    let heard = stage.command(&mut screen, Command::Back);
    let [Move::Replace(page)] = &heard.moves[..] else {
        panic!("{:?}", heard.moves)
    };
    assert!(matches!(**page, Screen::Hidden(_)));
}
