//! What holds whatever is given: nothing panics, Back leads out, nothing is changed unasked, and
//! no secret is said.

use proptest::prelude::*;

use super::super::*;
use super::kit::*;
use crate::domain::{BackupWhy, Keeping};
use crate::key::{Passphrase, Secret};

/// More steps back than any matter is deep.
const DEEP: usize = 12;

fn begin() -> impl Strategy<Value = Begin> {
    let code = || Secret::typed(Passphrase::new(code().text()));
    prop_oneof![
        4 => Just(Begin::Room),
        2 => Just(Begin::Lock),
        2 => Just(Begin::Change),
        1 => Just(Begin::Recover(code())),
        1 => Just(Begin::Remove),
        1 => Just(Begin::BackUp),
        1 => Just(Begin::Restore(None)),
        1 => Just(Begin::Restore(Some("/media/me/a.db".into()))),
        1 => Just(Begin::Check),
        1 => Just(Begin::Older(None)),
        1 => Just(Begin::Older(Some(6))),
        1 => Just(Begin::TakenOut),
        1 => Just(Begin::Erase(id(1), "Tuesday 3 March 2026".into())),
        1 => Just(Begin::EraseEverything),
    ]
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        6 => (0_usize..13).prop_map(Given::Row),
        6 => prop_oneof![4 => Just(GOOD), 1 => Just(OTHER), 1 => Just("")].prop_map(secret),
        3 => prop_oneof![Just("erase"), Just("12"), Just("/media/me/stick"), Just("x"), Just("")]
            .prop_map(|line| Given::Line(line.to_owned())),
        2 => Just(Given::Enter),
        2 => Just(Given::Back),
    ]
}

/// How the journal answers: as it should, with a trouble, that a secret is needed, or late.
#[derive(Clone, Copy, Debug)]
enum Luck {
    Good,
    Trouble,
    NeedsSecret,
    Stopped,
}

fn luck() -> impl Strategy<Value = Luck> {
    prop_oneof![
        8 => Just(Luck::Good),
        1 => Just(Luck::Trouble),
        1 => Just(Luck::NeedsSecret),
        1 => Just(Luck::Stopped),
    ]
}

fn around() -> impl Strategy<Value = (Standing, Keeping)> {
    (any::<[bool; 5]>(), 0_u16..4).prop_map(|([locked, read_only, away, shared, none], months)| {
        let mut keeping = keeping(locked);
        if read_only && months == 0 {
            keeping.read_only = Some("It can only be read.".into());
        }
        if none {
            keeping.backups.clear();
            keeping.entries = 0;
        }
        let mut standing = standing();
        standing.shared_computer = shared;
        standing.remind_after_months = months * 6;
        if away {
            standing.second_folder = Some("/media/me/stick".into());
            keeping.second = Some(second(none));
        }
        (standing, keeping)
    })
}

/// Nothing of a secret stands in what is shown, nor in what a debugger would print.
fn says_no_secret(vault: &Vault, turn: &Turn) -> Result<(), TestCaseError> {
    let panel = vault.panel();
    let text = format!("{panel:?} {vault:?} {turn:?}");
    let code = code();
    let groups = code.text().split(' ');
    for secret in [GOOD, OTHER].into_iter().chain(groups) {
        prop_assert!(!text.contains(secret), "{secret} stands in {text}");
    }
    Ok(())
}

/// What changes the file is only asked for on its own panel, by the row or the words for it.
fn is_confirmed(work: &Work, before: &Panel, given: &Given, typed: &[Passphrase]) -> bool {
    let chose = |words: &str| match (&before.ask, given) {
        (PanelAsk::Rows { rows, safe }, Given::Row(row)) => {
            rows[*row].words == words && rows[*row].key.is_none() && row != safe
        }
        _ => false,
    };
    match work {
        Work::Lock(new) | Work::Change { new, .. } => {
            *given == Given::Secret(new.clone()) && typed.contains(new)
        }
        Work::Remove { .. } => chose("Unlock it for good"),
        Work::Restore { .. } => chose("Go back to this backup"),
        Work::Erase(_) => chose("Delete for ever"),
        Work::EraseFromBackups(ids) if ids.len() == 1 => chose("Delete it from the backups too"),
        Work::EraseFromBackups(_) => chose("Delete them from the backups too"),
        Work::EraseEverything => *given == Given::Line("erase".into()),
        _ => true,
    }
}

/// Lets the journal do what is asked for, as luck will have it.
fn settle(vault: &mut Vault, mut turn: Turn, luck: Luck, keeping: &Keeping) -> Turn {
    for _ in 0..DEEP {
        let Turn::Do(work) = turn else { break };
        turn = match (luck, &work) {
            (Luck::Trouble, _) => vault.came(Came::Trouble("The disk is full.".into())),
            (Luck::NeedsSecret, Work::Holds { .. }) => vault.came(Came::NeedsSecret),
            (Luck::Stopped, _) => {
                let stopped = vault.given(Given::Back);
                match stopped {
                    // It must be done to its end.
                    Turn::Hint(_) => vault.came(answer(&work, keeping)),
                    Turn::Stop => vault.came_late(answer(&work, keeping)),
                    other => other,
                }
            }
            _ => vault.came(answer(&work, keeping)),
        };
    }
    turn
}

fn is_over(turn: &Turn) -> bool {
    matches!(turn, Turn::Close | Turn::Leave(_))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 600 } else { 6_000 }))]

    #[test]
    fn whatever_is_given(
        begin in begin(),
        (standing, keeping) in around(),
        steps in prop::collection::vec((given(), luck()), 0..30),
    ) {
        let (mut vault, turn) = Vault::begin(begin, standing);
        let mut turn = settle(&mut vault, turn, Luck::Good, &keeping);
        let mut typed_before = Vec::new();
        for (given, luck) in steps {
            if is_over(&turn) {
                return Ok(());
            }
            says_no_secret(&vault, &turn)?;
            let before = vault.panel();
            // A front end gives only rows that are there.
            let given = match (&before.ask, given) {
                (PanelAsk::Rows { rows, .. }, Given::Row(row)) => Given::Row(row % rows.len()),
                (_, given) => given,
            };
            turn = vault.given(given.clone());
            if let Turn::Do(work) = &turn {
                prop_assert!(is_confirmed(work, &before, &given, &typed_before), "{work:?} on {before:?}");
            }
            if let Given::Secret(typed) = given {
                typed_before.push(typed);
            }
            turn = settle(&mut vault, turn, luck, &keeping);
        }
        for _ in 0..DEEP {
            if is_over(&turn) {
                return Ok(());
            }
            turn = vault.given(Given::Back);
            turn = settle(&mut vault, turn, Luck::Good, &keeping);
        }
        prop_assert!(is_over(&turn), "no way out of {:?}", vault.panel());
    }

    #[test]
    fn what_was_not_asked_for_does_no_harm(begin in begin(), late: bool) {
        let keeping = keeping(true);
        let (mut vault, turn) = Vault::begin(begin, standing());
        settle(&mut vault, turn, Luck::Good, &keeping);
        for came in [
            Came::Fits(true),
            Came::NeedsSecret,
            Came::PageSaved("/a".into()),
            Came::Printed,
            Came::Older {
                entries: Vec::new(),
                taken_out: Vec::new(),
            },
            Came::Restored { before: None },
            Came::BackedUp { here: backup(11, 22, BackupWhy::Asked), second: None },
        ] {
            if late { vault.came_late(came) } else { vault.came(came) };
            vault.panel();
        }
    }
}
