//! The clock: the one place that asks what time it is.

use std::time::Instant;

use chrono::Local;

use crate::domain::{Id, Stamp};

/// A clock that started when the program did.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    started: Instant,
}

impl Clock {
    /// Starts the clock.
    #[expect(
        clippy::disallowed_methods,
        reason = "the runtime is where time is asked for"
    )]
    pub fn start() -> Self {
        Self {
            started: Instant::now(),
        }
    }

    /// Says how many milliseconds have gone by since the start.
    pub fn tick(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Says what time it is, with an id that nothing else has.
    #[expect(
        clippy::disallowed_methods,
        reason = "the runtime is where time is asked for"
    )]
    pub fn stamp(&self) -> Stamp {
        Stamp {
            at: Local::now().fixed_offset(),
            tick: self.tick(),
            fresh: Id::fresh(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_stamps_never_share_an_id() {
        let clock = Clock::start();
        assert_ne!(clock.stamp().fresh, clock.stamp().fresh);
    }
}
