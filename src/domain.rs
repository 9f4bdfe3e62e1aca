//! What a journal is: entries, drafts and the small words they are made of.
//!
//! Everything here is a plain value. The domain knows no screen, no database and no clock: time
//! comes in as a [`Stamp`], which only the runtime can make. That is what lets two journals live
//! in one test, and lets a walk be replayed exactly.

mod card;
mod carry;
mod clean;
mod day;
mod draft;
mod entry;
mod field;
mod finished;
mod id;
mod keeping;
mod listed;
mod stamp;
mod vocabulary;
mod waiting;

pub use card::{CardLine, SupportCard};
pub use carry::{CarryAnswer, CarryForward, CarryState, LastTime, RESTS_AFTER};
pub use clean::{clean, clean_line};
pub use day::{DayError, read_day, say_day, say_month};
pub use draft::{Draft, DraftSave, Revision, Subject};
pub use entry::{Answered, Deep, Entry, Revisited, Supervision};
pub use field::{Field, Setting};
pub use finished::Finished;
pub use id::{HeadingId, Id, IdError, ItemId};
pub use keeping::{Backup, BackupWhy, Checked, Holds, Keeping, Remade, SecondFolder};
pub use listed::{Listed, Past};
pub use stamp::Stamp;
pub use vocabulary::{Answer, Kind, LeftMe, Length, Need, Stage};
pub use waiting::{Waiting, WaitingAnswer};
