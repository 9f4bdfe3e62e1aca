//! Going on after a damaged page.
//!
//! In a journal that is not locked, a damaged page costs what is on it. In a locked one the engine
//! refuses everything more on a connection that met such a page, every save as well. So a
//! connection that gave a trouble is not asked again: another one takes its place.

use std::cell::Cell;
use std::fmt;

use rusqlite::Connection;

use super::{Store, StoreError, connect};

/// What is known of damage that the connection of a locked journal has met.
#[derive(Default)]
pub(super) struct Damage {
    is_met: Cell<bool>,
    /// A connection to read with, until the next one who writes makes a new one for good.
    stand_in: Cell<Option<Connection>>,
}

impl fmt::Debug for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Damage({})", self.is_met.get())
    }
}

impl Store {
    /// Notes a trouble after which the connection may be of no more use.
    pub(super) fn note_damage(&self, why: &StoreError) {
        use StoreError as S;
        let is_passing = matches!(why, S::Full(_) | S::NoRoom(_) | S::Busy(_) | S::InUse(_));
        if self.is_locked() && !is_passing && !self.is_put_together {
            self.damage.is_met.set(true);
            self.damage.stand_in.set(None);
        }
    }

    /// Reads with a connection that is of use.
    pub(super) fn read_past_damage<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let stand_in = match (self.damage.is_met.get(), self.damage.stand_in.take()) {
            (false, _) => None,
            (true, Some(conn)) => Some(conn),
            (true, None) => Some(connect::to_read(&self.path, &self.key)?),
        };
        let done = work(stand_in.as_ref().unwrap_or(&self.conn));
        match &done {
            Err(why) => self.note_damage(why),
            Ok(_) => self.damage.stand_in.set(stand_in),
        }
        done
    }

    /// Puts a new connection in the place of one that met damage, before something is written.
    pub(super) fn renew(&mut self) -> Result<(), StoreError> {
        if !self.damage.is_met.get() || self.read_only.is_some() {
            return Ok(());
        }
        let trouble = |why| connect::trouble(&self.path, &self.key, why);
        let conn = connect::to_write(&self.path, &self.key).map_err(trouble)?;
        connect::use_the_log(&conn).map_err(trouble)?;
        self.conn = conn;
        self.damage = Damage::default();
        Ok(())
    }
}
