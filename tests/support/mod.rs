//! What the tests share. Each test binary uses a part of it.
#![expect(
    dead_code,
    unreachable_pub,
    reason = "each test binary uses a part of what is shared"
)]

pub mod desk;
pub mod dice;
pub mod keys;
