//! The screen of a talk: every panel at every size, and what the keys do on each.

use crate::domain::{Backup, BackupWhy, Holds, Id, Keeping};
use crate::key::{Passphrase, RawKey, RecoveryCode, Secret};
use crate::ui::effect::{Effect, Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::reply::Move;
use crate::ui::screen::Room;
use crate::ui::screens::stage::{Heard, Stage, draws_everywhere, row_of_cursor, seen};
use crate::ui::screens::vault::VaultScreen;
use crate::ui::widgets::editor::Stroke;
use crate::vault::{Begin, Came, Remade, There, Work};

fn keeping(locked: bool) -> Keeping {
    let made = |day| {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        day.and_hms_opt(17, 40, 0).unwrap()
    };
    let backup = |day| Backup {
        path: format!("/home/me/journal.db.backups/2026-03-{day}.db").into(),
        made: made(day),
        why: BackupWhy::Daily,
    };
    Keeping {
        journal: "/home/me/journal.db".into(),
        locked,
        backups: vec![backup(12), backup(10)],
        entries: 3,
        ..Keeping::default()
    }
}

fn code() -> RecoveryCode {
    RecoveryCode::of(&RawKey::new(zeroize::Zeroizing::new([0xA5; 32])))
}

/// The work that was asked for.
fn work(heard: &Heard) -> Option<(Ticket, Work)> {
    heard.effects.iter().find_map(|effect| match effect {
        Effect::Keep(ticket, work) => Some((*ticket, work.clone())),
        _ => None,
    })
}

/// A screen and the stage it is on.
struct Played {
    stage: Stage,
    screen: VaultScreen,
    asked: Option<(Ticket, Work)>,
}

impl Played {
    fn begin(begin: Begin, locked: bool) -> Self {
        let mut played = Self {
            stage: Stage::new(),
            screen: VaultScreen::new(begin),
            asked: None,
        };
        let heard = played.stage.returned(&mut played.screen);
        played.asked = work(&heard);
        assert_eq!(played.asked.as_ref().unwrap().1, Work::Look);
        played.came(Came::Keeping(Box::new(keeping(locked))));
        played
    }

    fn heard(&mut self, heard: Heard) -> Heard {
        self.asked = work(&heard).or_else(|| self.asked.take());
        heard
    }

    fn press(&mut self, command: Command) -> Heard {
        let heard = self.stage.command(&mut self.screen, command);
        self.heard(heard)
    }

    fn types(&mut self, text: &str) -> Heard {
        let mut last = None;
        for letter in text.chars() {
            let heard = self.stage.typed(&mut self.screen, letter);
            last = Some(self.heard(heard));
        }
        last.unwrap()
    }

    fn came(&mut self, came: Came) -> Heard {
        let (ticket, _) = self.asked.take().unwrap();
        let came = Outcome::Came(Box::new(came));
        let heard = self.stage.done(&mut self.screen, ticket, &came);
        self.heard(heard)
    }

    fn sees(&mut self, said: &str) {
        let (text, _) = seen(&mut self.screen, 80, 24);
        assert!(text.contains(said), "no {said:?} on\n{text}");
    }

    fn never_sees(&mut self, said: &str) {
        let (text, _) = seen(&mut self.screen, 80, 24);
        assert!(!text.contains(said), "{said:?} on\n{text}");
    }
}

/// A screen that asks for a first passphrase.
fn new_passphrase() -> Played {
    let mut played = Played::begin(Begin::Lock, false);
    played.press(Command::Go);
    played
}

/// A screen that hands out a code.
fn with_code() -> Played {
    let mut played = new_passphrase();
    for _ in 0..2 {
        played.types("tea for two");
        played.press(Command::Go);
    }
    let (_, work) = played.asked.clone().unwrap();
    assert_eq!(work, Work::Lock(Passphrase::new("tea for two")));
    played.came(Came::Locked {
        code: code(),
        backups: Remade::default(),
    });
    played
}

#[test]
fn every_kind_of_panel_draws_at_every_size() {
    let mut busy = new_passphrase();
    for _ in 0..2 {
        busy.types("tea for two");
        busy.press(Command::Go);
    }
    let mut shown = with_code();
    shown.types("h");
    let mut line = with_code();
    line.types("s");
    line.came(Came::IsAt(There::Nothing));
    let unbegun = Played {
        stage: Stage::new(),
        screen: VaultScreen::new(Begin::Check),
        asked: None,
    };
    for mut played in [
        Played::begin(Begin::Room, false),
        Played::begin(Begin::Room, true),
        Played::begin(Begin::EraseEverything, true),
        Played::begin(Begin::Change, true),
        new_passphrase(),
        busy,
        with_code(),
        shown,
        line,
        unbegun,
    ] {
        draws_everywhere(&mut played.screen);
    }
}

#[test]
fn the_cursor_is_where_one_chooses_or_types() {
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let mut room = Played::begin(Begin::Room, false);
        let row = row_of_cursor(&mut room.screen, width, height);
        assert!(row.starts_with("> l  Lock it with a passphrase"), "{row}");
        let mut secret = new_passphrase();
        secret.types("tea");
        assert_eq!(row_of_cursor(&mut secret.screen, width, height), "│ •••");
        let mut line = with_code();
        line.types("s");
        line.came(Came::IsAt(There::Nothing));
        let row = row_of_cursor(&mut line.screen, width, height);
        assert_eq!(row, "│ ~/alongside-recovery-code.txt");
        let mut code = with_code();
        code.types("h");
        assert_eq!(row_of_cursor(&mut code.screen, width, height), "> Go on");
        let (text, _) = seen(&mut code.screen, width, height);
        assert_eq!(text.matches("MPJT B9D5 MPJT B9D5").count(), 3, "{text}");
        code.press(Command::Up);
        assert_eq!(
            row_of_cursor(&mut code.screen, width, height),
            "  MPJH G4YZ"
        );
        for _ in 0..9 {
            code.press(Command::Up);
        }
        let row = row_of_cursor(&mut code.screen, width, height);
        assert_eq!(row, "  MPJT B9D5 MPJT B9D5");
        code.press(Command::Down);
    }
}

#[test]
fn a_passphrase_is_seen_only_when_asked_and_hinted_at_while_it_is_typed() {
    let mut played = new_passphrase();
    assert_eq!(played.screen.contexts(), [Context::Secret]);
    played.never_sees("guess");
    played.types("tea");
    played.sees("Easy to guess.");
    played.never_sees("tea");
    played.press(Command::ShowSecret);
    played.sees("│ tea");
    played.stage.lets(|_| ());
    played.press(Command::Write(Stroke::Backspace));
    played.sees("│ te");
    played.press(Command::Clear);
    played.never_sees("guess");
    let mut stage = Stage::new();
    stage.lets(|reply| played.screen.pasted("walking the long canal\n", reply));
    played.sees("Very hard to guess");
    played.press(Command::Go);
    played.sees("The same once more");
    played.never_sees("•");
}

#[test]
fn a_wrong_passphrase_stays_so_that_a_slip_can_be_mended() {
    let mut played = Played::begin(Begin::Change, true);
    played.types("tea for twp");
    played.press(Command::Go);
    played.sees("Esc stops.");
    let heard = played.came(Came::Fits(false));
    assert!(heard.said.unwrap().contains("does not open this journal"));
    played.sees("│ •••••••••••");
    played.press(Command::Write(Stroke::Backspace));
    played.types("o");
    played.press(Command::Go);
    let typed = Secret::typed(Passphrase::new("tea for two"));
    assert_eq!(played.asked.clone().unwrap().1, Work::Try(typed));
    played.came(Came::Fits(true));
    played.sees("The new passphrase");
    played.never_sees("•");
}

#[test]
fn esc_stops_what_is_done_and_a_late_code_is_still_handed_out() {
    let mut played = new_passphrase();
    for _ in 0..2 {
        played.types("tea for two");
        played.press(Command::Go);
    }
    let (ticket, _) = played.asked.clone().unwrap();
    let heard = played.press(Command::Back);
    assert_eq!(heard.effects, [Effect::Stop(ticket)]);
    assert!(played.screen.is_at_work(), "it may still have been done");
    played.sees("The same once more");
    let late = Outcome::Came(Box::new(Came::Locked {
        code: code(),
        backups: Remade::default(),
    }));
    played.stage.done(&mut played.screen, ticket, &late);
    played.sees("keep the recovery code");
    let other = Outcome::Came(Box::new(Came::Printed));
    played.stage.done(&mut played.screen, Ticket(999), &other);
    played.sees("keep the recovery code");
}

#[test]
fn nobody_leaves_without_the_code_by_a_slip() {
    for command in [Command::Leave, Command::ToHome, Command::Back] {
        let mut played = with_code();
        let heard = played.press(command);
        assert!(heard.passed.is_none() && heard.moves.is_empty());
        played.sees("The code was not saved, printed or shown.");
        if command != Command::Back {
            assert_eq!(played.press(command).passed, Some(command));
        }
    }
    let mut played = with_code();
    played.types("h");
    assert!(played.screen.is_at_work());
    assert_eq!(played.press(Command::Leave).passed, Some(Command::Leave));
}

#[test]
fn a_choice_is_kept_in_the_settings() {
    let mut played = Played::begin(Begin::Room, false);
    played.types("h");
    played.press(Command::Down);
    let heard = played.press(Command::Go);
    let [Effect::SaveSettings(_, settings)] = &heard.effects[..] else {
        panic!("{:?}", heard.effects)
    };
    assert_eq!(settings.hide_after_minutes, 1);
    played.sees("1 minute");
    played.press(Command::Back);
    played.came(Came::Keeping(Box::new(keeping(false))));
    played.types("f");
    assert_eq!(
        played.screen.contexts(),
        [Context::Offered, Context::Line, Context::Text]
    );
    played.types("stick");
    let heard = played.press(Command::Go);
    assert!(heard.said.unwrap().contains("Type the whole path"));
    played.sees("│ stick");
    played.press(Command::Clear);
    played.types("~/stick");
    for what in [There::File, There::Nothing] {
        played.press(Command::Go);
        let heard = played.came(Came::IsAt(what));
        assert!(heard.said.unwrap().contains("~/stick"));
        played.sees("│ ~/stick");
    }
    let heard = played.press(Command::Go);
    let [Effect::SaveSettings(_, settings)] = &heard.effects[..] else {
        panic!("{:?}", heard.effects)
    };
    assert_eq!(settings.backup_folder, Some("/home/me/stick".into()));
}

#[test]
fn what_was_erased_is_known_to_the_screens_below() {
    let id = Id::at(1, &[1; 10]);
    let begin = Begin::Erase(id, "Thursday 12 March 2026".into());
    let mut played = Played::begin(begin, false);
    played.sees("Delete this entry for ever? Thursday 12 March 2026");
    assert!(row_of_cursor(&mut played.screen, 80, 24).contains("Keep"));
    played.press(Command::Down);
    played.press(Command::Go);
    played.came(Came::Erased {
        held_by: Vec::new(),
        not_reached: None,
    });
    played
        .stage
        .lets(|reply| assert_eq!(reply.deeds.all_erased(), [id]));
    let heard = played.press(Command::Go);
    assert!(matches!(heard.moves[..], [Move::Close]));
}

#[test]
fn when_everything_is_erased_it_leaves_with_a_word_on_the_shell() {
    let mut played = Played::begin(Begin::EraseEverything, false);
    played.types("erase");
    played.press(Command::Go);
    let heard = played.came(Came::AllErased { left: Vec::new() });
    let [Effect::LastWords(said), Effect::Quit] = &heard.effects[..] else {
        panic!("{:?}", heard.effects)
    };
    assert!(said.contains("are erased"));
}

#[test]
fn it_leads_where_it_was_told_to_lead() {
    let mut played = Played::begin(Begin::Lock, false);
    played.screen =
        std::mem::replace(&mut played.screen, VaultScreen::new(Begin::Check)).then(Move::Home);
    let heard = played.press(Command::Back);
    assert!(matches!(heard.moves[..], [Move::Home]));
}

#[test]
fn after_going_back_the_card_and_home_are_asked_anew() {
    let begin = Begin::Restore(Some("/home/me/journal.db.backups/2026-03-12.db".into()));
    let mut played = Played::begin(begin, false);
    played.came(Came::Holds {
        backup: Box::new(Holds::default()),
        journal: None,
    });
    played.press(Command::Down);
    played.press(Command::Go);
    let heard = played.came(Came::Restored { before: None });
    let asked: Vec<_> = heard.asked().into_iter().map(|(_, asked)| asked).collect();
    assert_eq!(asked, [Request::Card, Request::Home]);
    played.sees("Your journal is now as it was in the backup.");
}

#[test]
fn what_would_be_lost_is_in_sight_on_a_small_screen() {
    let begin = Begin::Restore(Some("/home/me/journal.db.backups/2026-03-12.db".into()));
    let mut played = Played::begin(begin, false);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 11).unwrap();
    played.came(Came::Holds {
        backup: Box::new(Holds::default()),
        journal: Some(Box::new(Holds {
            entries: vec![(Id::at(1, &[1; 10]), day)],
            ..Holds::default()
        })),
    });
    let (text, _) = seen(&mut played.screen, 40, 10);
    assert!(
        text.contains("entry in your journal is not in this"),
        "{text}"
    );
    assert!(text.contains("> k  Keep my journal"), "{text}");
    let mut all = Played::begin(Begin::EraseEverything, false);
    let (text, _) = seen(&mut all.screen, 40, 10);
    assert!(text.contains("your whole journal: 3"), "{text}");
    assert!(text.contains("Beside it: 2 backups."), "{text}");
}

#[test]
fn what_a_backup_holds_fits_a_small_screen() {
    let begin = Begin::Restore(Some("/home/me/journal.db.backups/2026-03-12.db".into()));
    let mut played = Played::begin(begin, false);
    played.came(Came::Holds {
        backup: Box::new(Holds::default()),
        journal: Some(Box::new(Holds::default())),
    });
    let (text, _) = seen(&mut played.screen, 40, 10);
    assert!(text.contains("> k  Keep my journal as it is"), "{text}");
    assert!(text.contains("more below"), "{text}");
    played.press(Command::Up);
    played.press(Command::First);
    let (text, cursor) = seen(&mut played.screen, 40, 10);
    assert!(
        cursor.y < 4 && text.contains("This backup: 0 entries"),
        "{text}"
    );
}

#[test]
fn a_choice_that_cannot_be_kept_is_said() {
    let mut played = Played::begin(Begin::Room, false);
    played.types("h");
    played.press(Command::Down);
    let heard = played.press(Command::Go);
    let ticket = heard.effects.iter().find_map(|effect| match effect {
        Effect::SaveSettings(ticket, _) => Some(*ticket),
        _ => None,
    });
    let trouble = crate::ui::effect::Trouble {
        short: "the settings are not saved".into(),
        said: "Your choice holds until you leave.".into(),
    };
    let outcome = Outcome::Trouble(trouble);
    let heard = played
        .stage
        .done(&mut played.screen, ticket.unwrap(), &outcome);
    assert_eq!(
        heard.said.as_deref(),
        Some("Your choice holds until you leave.")
    );
    let heard = played
        .stage
        .done(&mut played.screen, ticket.unwrap(), &outcome);
    assert_eq!(heard.said, None, "once");
}
