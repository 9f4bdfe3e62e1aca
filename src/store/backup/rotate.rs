//! Which backups may go.
//!
//! Seven days, four weeks and twelve months back something is kept, and whatever was made for a
//! reason stays for a month. Days without a backup do not count, so a long pause costs nothing.

use chrono::{Datelike, NaiveDateTime, TimeDelta};

use crate::domain::{Backup, BackupWhy};

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
/// How long one that was made for a reason is kept.
const FOR_A_REASON: TimeDelta = TimeDelta::days(30);
/// A clock may have been wrong, or set back by an hour or by a journey.
const AHEAD: TimeDelta = TimeDelta::days(1);

/// Those that may go, of any order, at this time.
pub(super) fn to_go(all: &[Backup], now: NaiveDateTime) -> Vec<Backup> {
    // One from a day to come was made by a clock that was wrong: it takes nobody's place.
    let mut past: Vec<&Backup> = all.iter().filter(|it| it.made <= now + AHEAD).collect();
    past.sort_by(|one, other| (other.made, &other.path).cmp(&(one.made, &one.path)));
    let mut kept = vec![false; past.len()];
    // The one just made stays, even beside one of an hour that is still to come.
    if let Some(newest) = past.iter().position(|it| it.made <= now) {
        kept[newest] = true;
    }
    keep(&past, &mut kept, DAYS, |made| (made.year(), made.ordinal()));
    keep(&past, &mut kept, WEEKS, |made| {
        (made.iso_week().year(), made.iso_week().week())
    });
    keep(&past, &mut kept, MONTHS, |made| (made.year(), made.month()));
    let may_go = past.iter().zip(kept).filter(|(backup, kept)| {
        let age = now - backup.made;
        !kept && age >= TimeDelta::zero() && (backup.why == BackupWhy::Daily || age > FOR_A_REASON)
    });
    may_go.map(|(backup, _)| (*backup).clone()).collect()
}

/// Keeps the newest of each of the last so many times in which there is one.
fn keep(
    newest_first: &[&Backup],
    kept: &mut [bool],
    mut slots: usize,
    time: impl Fn(NaiveDateTime) -> (i32, u32),
) {
    let mut last = None;
    for (backup, kept) in newest_first.iter().zip(kept) {
        let this = Some(time(backup.made));
        if this == last {
            continue;
        }
        if slots == 0 {
            return;
        }
        (last, *kept) = (this, true);
        slots -= 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn now() -> NaiveDateTime {
        crate::store::proofs::kit::at(0).naive_local()
    }

    fn backup(hours_ago: i64, why: BackupWhy) -> Backup {
        Backup {
            path: format!("{hours_ago}-{why:?}.db").into(),
            made: now() - TimeDelta::hours(hours_ago),
            why,
        }
    }

    /// Some backups; no two have one name.
    fn some_backups() -> impl Strategy<Value = Vec<Backup>> {
        prop::collection::vec(any_backup(), 0..120).prop_map(|mut all| {
            for (number, backup) in all.iter_mut().enumerate() {
                backup.path = format!("{number}.db").into();
            }
            all
        })
    }

    fn any_backup() -> impl Strategy<Value = Backup> {
        let why = prop::sample::select(vec![
            BackupWhy::Daily,
            BackupWhy::Asked,
            BackupWhy::NewForm,
            BackupWhy::Other,
        ]);
        (-100..20_000_i64, why).prop_map(|(hours, why)| backup(hours, why))
    }

    #[test]
    fn two_years_of_days_leave_a_week_a_month_and_a_year() {
        let all: Vec<Backup> = (0..730)
            .map(|day| backup(day * 24, BackupWhy::Daily))
            .collect();
        let gone = to_go(&all, now());
        let left: Vec<&Backup> = all.iter().filter(|it| !gone.contains(it)).collect();
        assert!((19..=23).contains(&left.len()), "{}", left.len());
        assert!(now() - left[left.len() - 1].made > TimeDelta::days(310));
        assert!((0..7).all(|day| left[day].made == all[day].made));
        assert_eq!(to_go(&[], now()), vec![]);
    }

    proptest! {
        #[test]
        fn the_newest_and_those_with_a_reason_stay(all in some_backups()) {
            let gone = to_go(&all, now());
            if let Some(newest) = all.iter().filter(|it| it.made <= now()).max_by_key(|it| it.made) {
                let same = all.iter().filter(|it| it.made == newest.made).count();
                prop_assert!(gone.iter().filter(|it| it.made == newest.made).count() < same);
            }
            for backup in &gone {
                prop_assert!(all.contains(backup));
                prop_assert!(backup.made <= now());
                prop_assert!(
                    backup.why == BackupWhy::Daily || now() - backup.made > TimeDelta::days(30)
                );
            }
            // Every one of the last seven days that had one still has its newest.
            let left: Vec<&Backup> = all.iter().filter(|it| !gone.contains(it)).collect();
            let past = all.iter().filter(|it| it.made <= now() + TimeDelta::days(1));
            let days: BTreeSet<_> = past.map(|it| it.made.date()).collect();
            for day in days.into_iter().rev().take(7) {
                prop_assert!(left.iter().any(|it| it.made.date() == day));
            }
            // What is left once is left for good, at this time.
            let left: Vec<Backup> = left.into_iter().cloned().collect();
            prop_assert_eq!(to_go(&left, now()), vec![]);
        }
    }
}
