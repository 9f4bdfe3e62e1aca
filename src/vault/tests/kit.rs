//! A journal that is told about and does not exist, and a panel written out as text.

use std::fmt::Write;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use zeroize::Zeroizing;

use super::super::*;
use crate::domain::{
    Backup, BackupWhy, Checked, Holds, Id, Keeping, Kind, Length, Listed, SecondFolder,
};
use crate::key::{Passphrase, RawKey, RecoveryCode, Secret};

pub(super) const GOOD: &str = "walking the long canal in october";
pub(super) const OTHER: &str = "two lamps and a river";

pub(super) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(super) fn id(number: u8) -> Id {
    // The middle of 3 March 2026, and an hour more for each.
    Id::at(
        1_772_539_200_000 + u64::from(number) * 3_600_000,
        &[number; 10],
    )
}

pub(super) fn code() -> RecoveryCode {
    RecoveryCode::of(&RawKey::new(Zeroizing::new([0xA5; 32])))
}

pub(super) fn secret(text: &str) -> Given {
    Given::Secret(Passphrase::new(text))
}

pub(super) fn standing() -> Standing {
    Standing {
        shared_computer: false,
        hide_after_minutes: 0,
        remind_after_months: 0,
        second_folder: None,
        home: Some("/home/me".into()),
        today: day(11, 22),
    }
}

fn at(month: u32, number: u32, hour: u32) -> NaiveDateTime {
    day(month, number).and_hms_opt(hour, 40, 0).unwrap()
}

pub(super) fn backup(month: u32, number: u32, why: BackupWhy) -> Backup {
    let folder = "/home/me/.local/share/alongside/journal.db.backups";
    Backup {
        path: PathBuf::from(format!("{folder}/2026-{month}-{number}.db")),
        made: at(month, number, 17),
        why,
    }
}

pub(super) fn keeping(locked: bool) -> Keeping {
    Keeping {
        journal: "/home/me/.local/share/alongside/journal.db".into(),
        locked,
        backups: vec![
            backup(11, 22, BackupWhy::Daily),
            backup(11, 20, BackupWhy::Asked),
            backup(3, 3, BackupWhy::NewForm),
        ],
        oldest: Some(day(3, 1)),
        entries: 12,
        ..Keeping::default()
    }
}

pub(super) fn second(is_there: bool) -> SecondFolder {
    SecondFolder {
        folder: "/media/me/stick".into(),
        is_there,
        backups: if is_there {
            vec![Backup {
                path: "/media/me/stick/2026-11-21.db".into(),
                ..backup(11, 21, BackupWhy::Daily)
            }]
        } else {
            Vec::new()
        },
    }
}

pub(super) fn holds(days: &[(u8, u32)]) -> Holds {
    let entries = days.iter().map(|(number, on)| (id(*number), day(11, *on)));
    Holds {
        entries: entries.collect(),
        half_done: 1,
        has_card: true,
        meetings: 0,
        last: DateTime::parse_from_rfc3339("2026-11-20T17:40:00+00:00").ok(),
        ..Holds::default()
    }
}

pub(super) fn listed(number: u8) -> Listed {
    Listed {
        id: id(number),
        on: day(3, number.into()),
        finished_at: DateTime::parse_from_rfc3339("2026-03-03T17:40:00+00:00").unwrap(),
        kind: Some(Kind::OneToOne),
        length: Length::Quick,
        practice: false,
        words: "I asked and then I waited for a good long while".into(),
        readable: true,
    }
}

/// What a sound journal answers.
pub(super) fn answer(work: &Work, keeping: &Keeping) -> Came {
    match work {
        Work::Look => Came::Keeping(Box::new(keeping.clone())),
        Work::Lock(_) | Work::Change { .. } => Came::Locked {
            code: code(),
            backups: Remade {
                remade: 3,
                ..Remade::default()
            },
        },
        Work::Remove { .. } => Came::Unlocked {
            backups: Remade {
                remade: 3,
                removed: 1,
                not_reached: Some("/media/me/stick".into()),
                stay: Vec::new(),
            },
        },
        Work::Try(secret) => Came::Fits(*secret == Secret::typed(Passphrase::new(GOOD))),
        Work::BackUp => Came::BackedUp {
            here: backup(11, 22, BackupWhy::Asked),
            second: None,
        },
        Work::Holds { .. } => Came::Holds {
            backup: Box::new(holds(&[(1, 17), (2, 18)])),
            journal: Some(Box::new(holds(&[(1, 17), (2, 18), (3, 19), (4, 20)]))),
        },
        Work::Restore { .. } => Came::Restored {
            before: Some(backup(11, 22, BackupWhy::Restore).path),
        },
        Work::Check => Came::Checked(Box::new(Checked {
            entries: 12,
            revisions: 15,
            good_backup: Some(backup(11, 22, BackupWhy::Daily)),
            ..Checked::default()
        })),
        Work::Older(_) => Came::Older {
            entries: vec![listed(3), listed(2)],
            taken_out: vec![listed(1)],
        },
        Work::TakenOut => Came::Older {
            entries: Vec::new(),
            taken_out: vec![listed(1)],
        },
        Work::BringBack(_) => Came::BroughtBack,
        Work::Erase(_) => Came::Erased {
            held_by: vec![
                backup(11, 22, BackupWhy::Daily),
                backup(11, 20, BackupWhy::Asked),
            ],
            not_reached: None,
        },
        Work::EraseFromBackups(_) => Came::Cleaned(Remade {
            remade: 2,
            ..Remade::default()
        }),
        Work::EraseEverything => Came::AllErased { left: Vec::new() },
        Work::SavePage { to, .. } => Came::PageSaved(to.clone()),
        Work::WhatIsAt(path) => Came::IsAt(is_at(path)),
        Work::PrintPage(_) => Came::Printed,
    }
}

/// Every stick is there, and nothing else.
fn is_at(path: &std::path::Path) -> There {
    if path.ends_with("stick") {
        There::Folder
    } else {
        There::Nothing
    }
}

/// A talk that has its first panel.
pub(super) fn talk(begin: Begin, standing: Standing, keeping: &Keeping) -> (Vault, Turn) {
    let (mut vault, turn) = Vault::begin(begin, standing);
    let Turn::Do(work) = turn else {
        panic!("{turn:?}")
    };
    let turn = vault.came(answer(&work, keeping));
    (vault, turn)
}

/// Gives something, and lets the journal do what that asks for.
pub(super) fn give(vault: &mut Vault, given: Given, keeping: &Keeping) -> Turn {
    let mut turn = vault.given(given);
    while let Turn::Do(work) = turn {
        turn = vault.came(answer(&work, keeping));
    }
    turn
}

/// The row with these words.
pub(super) fn row(panel: &Panel, words: &str) -> usize {
    let PanelAsk::Rows { rows, .. } = &panel.ask else {
        panic!("no rows: {panel:?}")
    };
    rows.iter()
        .position(|row| row.words == words)
        .unwrap_or_else(|| panic!("no {words:?} in {rows:?}"))
}

/// Chooses the row with these words.
pub(super) fn choose(vault: &mut Vault, words: &str, keeping: &Keeping) -> Turn {
    let row = row(&vault.panel(), words);
    give(vault, Given::Row(row), keeping)
}

/// A panel as text.
pub(super) fn written(panel: &Panel) -> String {
    let mut text = format!("[{}]\n", panel.title);
    for said in &panel.said {
        writeln!(text, "{said}").unwrap();
    }
    match &panel.ask {
        PanelAsk::Rows { rows, safe } => {
            for (place, row) in rows.iter().enumerate() {
                let focus = if place == *safe { '>' } else { ' ' };
                let key = row.key.unwrap_or(' ');
                let aside = if row.quiet.is_empty() { "" } else { "  · " };
                writeln!(text, "{focus} {key}  {}{aside}{}", row.words, row.quiet).unwrap();
            }
        }
        PanelAsk::Secret { label, is_new } => {
            let live = if *is_new {
                " (says how hard to guess)"
            } else {
                ""
            };
            writeln!(text, "{label}: ••••{live}").unwrap();
        }
        PanelAsk::Line { label, starter } => writeln!(text, "{label}: |{starter}").unwrap(),
        PanelAsk::Busy { can_stop: true } => text.push_str("… Esc stops\n"),
        PanelAsk::Busy { can_stop: false } => text.push_str("…\n"),
        PanelAsk::Code(code) => {
            for row in code_rows(code) {
                writeln!(text, "    {row}").unwrap();
            }
        }
        PanelAsk::Enter => text.push_str("> Enter\n"),
    }
    text
}
