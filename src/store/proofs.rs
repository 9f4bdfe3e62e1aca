//! What the store promises, and how we know.
//!
//! One file a promise: the laws that hold in every order (`laws`), what each fault does
//! (`faults`), two windows (`windows`), a light that goes out (`killed`), older and newer forms
//! (`forms`), an older form that cannot be changed (`older`), backups and their keys (`backups`, `remaking`), going back to one (`restoring`),
//! deleting for ever (`erasing`), locking (`locking`), what is given back (`looking_back`), changing
//! an entry (`revising`), damage that costs no more than it must (`past_damage`), practice that has no
//! part in what is real (`apart`), what the practice room keeps (`practising`), and the tone of every
//! trouble (`tone`).

mod apart;
mod backups;
mod erasing;
mod faults;
mod forms;
mod half_written;
mod killed;
pub(super) mod kit;
mod laws;
mod locking;
mod looking_back;
mod older;
mod past_damage;
mod practising;
mod remaking;
mod restoring;
mod revising;
mod tone;
mod windows;
