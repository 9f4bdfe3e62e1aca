//! What a journal is: entries, drafts and the small words they are made of.
//!
//! Everything here is a plain value. The domain knows no screen, no database and no clock: time
//! comes in as a [`Stamp`], which only the runtime can make. That is what lets two journals live
//! in one test, and lets a walk be replayed exactly.

mod attempt;
mod card;
mod carry;
mod clean;
mod cut;
mod day;
mod day_ahead;
mod draft;
mod entry;
mod field;
mod finished;
mod form;
mod grown;
mod id;
mod keeping;
mod listed;
mod longer_view;
mod looking;
mod meeting;
mod query;
mod stamp;
mod vocabulary;
mod waiting;

pub use attempt::{Attempt, HowSure, Want, Way};
pub use card::{CardLine, SupportCard};
pub use carry::{CarryAnswer, CarryForward, CarryState, LastTime, RESTS_AFTER};
pub use clean::{clean, clean_line};
pub use cut::cut;
pub use day::{DayError, first_of_month, read_day, say_day, say_month, which_entry};
pub use day_ahead::{DayAheadError, read_day_ahead};
pub use draft::{Draft, DraftSave, Revision, Subject};
pub use entry::{
    Answered, Deep, Entry, Later, Revisited, Safety, SafetyKind, SafetyOf, SafetyTold, Story,
    Supervision,
};
pub use field::{Field, LineOf, Setting};
pub use finished::{Ends, Finished};
pub use form::{Form, FormField, FormKind};
pub use id::{HeadingId, Id, IdError, ItemId};
pub use keeping::{Backup, BackupWhy, Checked, Holds, Keeping, Remade, SecondFolder};
pub use listed::{Listed, Past};
pub use longer_view::{AsOf, AskAgain, Footing, LongerView, LongerViews};
pub use looking::{
    Carried, CarryPlace, HeardOnce, Passage, Passages, Sign, Signed, Span, Staged, Tally, Under,
    Version,
};
pub use meeting::{Asking, Brought, KeepWell, Meeting, SavedSearch, Topic, With};
pub use query::{
    FILTERS, FilterWord, Finder, Needle, NeedleWord, Order, Query, QueryError, Term, fold,
};
pub use stamp::Stamp;
pub use vocabulary::{Answer, Kind, LeftMe, Length, Need, Stage};
pub use waiting::{Waiting, WaitingAnswer};
