//! Bringing a journal's form up to date.
//!
//! One numbered file a step, each in one transaction: a journal is wholly in its old form or
//! wholly in its new one, wherever the light goes out. Before a journal with words in it is
//! changed, a copy is made and proved.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// What a journal bears in its header: "ALON".
pub(super) const APPLICATION: i32 = 0x414C_4F4E;

/// One change of form.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The form it leads to.
    pub(super) version: u32,
    /// How.
    pub(super) sql: &'static str,
}

/// Every change of form there ever was.
pub(super) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: include_str!("migrations/0001_journal.sql"),
    },
    Step {
        version: 2,
        sql: include_str!("migrations/0002_beside.sql"),
    },
    Step {
        version: 3,
        sql: include_str!("migrations/0003_search.sql"),
    },
];

/// The form that these steps lead to.
pub(super) fn newest(steps: &[Step]) -> u32 {
    steps.last().map_or(0, |step| step.version)
}

/// Brings a journal that has the form `from` up to date. `backup` is called first, with the
/// form to come, when there is something to lose.
pub(super) fn migrate(
    conn: &mut Connection,
    steps: &[Step],
    from: u32,
    backup: impl FnOnce(&Connection, u32) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if from >= newest(steps) {
        return Ok(());
    }
    if from > 0 {
        backup(conn, newest(steps))?;
    }
    for step in steps {
        take(conn, *step)?;
    }
    Ok(())
}

fn take(conn: &mut Connection, step: Step) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again inside: another window may have been quicker.
    let now: u32 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if now >= step.version {
        return Ok(());
    }
    tx.execute_batch(step.sql)?;
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        let why = format!("step {} leaves rows that stand alone", step.version);
        return Err(StoreError::Unexpected(why.into()));
    }
    tx.execute(
        "INSERT INTO setting (name, value) VALUES ('made_by', ?1)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [env!("CARGO_PKG_VERSION")],
    )?;
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", step.version)?;
    tx.commit()?;
    Ok(())
}
