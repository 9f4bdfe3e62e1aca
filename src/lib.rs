//! Alongside: ten quiet minutes after a peer support session, kept on one's own machine.
//!
//! This page is the map. It says what each room of the code is for, which room may use which, and
//! how a key press becomes ink. `tests/architecture.rs` reads the source and fails when an arrow
//! points the wrong way.
//!
//! # Rooms
//!
//! | room | what it is | may use | from outside |
//! |---|---|---|---|
//! | [`domain`] | what a journal is: plain values; no clock, no disk, no screen | – | chrono, serde, uuid, unicode-normalization |
//! | [`key`] | what opens a locked journal: passphrase, key, recovery code; all of it wiped when dropped | – | argon2, zeroize, zxcvbn, crc, data-encoding, getrandom, unicode-normalization |
//! | [`content`] | the words: packs read from TOML, and the lint every shipped word passes | domain | toml, unicode-width |
//! | [`reflection`] | the engine: which question comes next, in which words | domain, content | – |
//! | [`insight`] | looking back: the map and the sentences, over what the store returns | domain, content | – |
//! | [`rooms`] | what gives the journal back, told as a visit of leaves that every front end shows | domain, content, reflection, insight | – |
//! | [`vault`] | keeping the words safe, told as a talk of panels that every front end shows | domain, key | – |
//! | [`store`] | the only SQL | domain, key | rusqlite, sha2 |
//! | [`config`] | paths and settings, read once | domain | toml, directories |
//! | [`ui`] | the full screen: screens, widgets, keys, looks | domain, key, content, reflection, insight, rooms, vault, config | ratatui, crossterm's events, unicode-* |
//! | [`runtime`] | threads, the terminal, signals, the clock | all above | crossterm, signal-hook, rustix, filedescriptor, terminal-colorsaurus |
//! | [`cli`] | one file a verb, and the line-by-line front end | all above | clap, signal-hook, rustix (to read a line that can be interrupted) |
//!
//! In words: the domain knows no screen and no database; screens know no database; the database
//! knows no screens; only the runtime knows that time passes.
//!
//! # Two front ends, one engine
//!
//! A walk (a reflection, Land, the first run, the support card) is a state machine behind the
//! trait [`Walk`](reflection::Walk). It gives a [`Page`](reflection::Page): a question, and the
//! parts that can be chosen or written. The full screen draws a page, plain mode says it line by
//! line. Neither knows which step it is at, so both ask the same and keep the same.
//!
//! Locking, backups, looking the journal over and erasing work the same way: a
//! [`Vault`](vault::Vault) gives a [`Panel`](vault::Panel) and says what [`Work`](vault::Work) is
//! to be done, and one function ([`runtime::keep()`]) does it for the full screen, plain mode and the
//! verbs.
//!
//! Looking back, carrying forward, supervision, support, the practice room, Learn, the longer view
//! (how sure I would feel, then and now) and what can be done with an entry work the same way: a
//! [`Visit`](rooms::Visit) gives a [`Leaf`](rooms::Leaf) and says what it needs of the journal. What
//! is counted for it is counted in [`insight`], over windows that the store returns.
//!
//! # How a key press becomes ink
//!
//! ```text
//!  terminal -> input thread --+
//!  HUP, TERM, INT ----------->+--> one channel of Msg --> App::update --> Vec<Effect>
//!  store thread -- Outcome -->|                              |               |
//!  recv timeout -- Tick ----->+                       view(&self, buf)   runtime performs
//! ```
//!
//! A screen never does anything: it adds [`Effect`](ui::effect::Effect)s to its reply. The
//! runtime performs them and sends what came of it back as a message, with the ticket of the
//! request, so that a late answer is harmless. The store thread takes requests in order, so a
//! save never overtakes an earlier one and there is no lock.
//!
//! # Words are never lost
//!
//! What is typed goes into a [`Draft`](domain::Draft), field by field, and is asked to be saved
//! 400 ms after the first unsaved key ([`ui::autosave`]), at every step, and when the window is
//! closed. A closed window is a message like any other. Finishing writes the entry and removes
//! the draft in one transaction.
//!
//! # A locked journal
//!
//! The file is one of `SQLCipher`, and the key is Argon2id of the passphrase with the file's first sixteen
//! bytes. Nothing is ever encrypted in place: locking, another passphrase and unlocking write a new
//! file, prove it, and give it the journal's name while nobody else has it open (`store/swap.rs`),
//! so that exactly one good journal stands there at every moment. When the screen hides, the
//! journal is closed, the key wiped, and every screen dropped; what is kept is a
//! [`Bookmark`](ui::bookmark::Bookmark) for each, which holds no words. What is under threat, and from
//! whom, is in `SECURITY.md`.
//!
//! # Where this differs from the first plan
//!
//! * After a letter of the noticing scale the cursor moves to the optional line. Staying on the
//!   answers, as planned, would have read the first letter of "people said…" as "Partly".
//! * The arrows step onto the rows of a choice; Enter takes the row they are on. Before the
//!   first arrow no row has the focus, and Enter leaves the choice blank.
//! * The plan of a walk is never stored. It is a pure function of what was chosen, so growing a
//!   walk cannot leave it out of step.
//! * The rooms that give the journal back are one talk of leaves ([`rooms`]), and what is written in
//!   them is a form that is walked like any walk. So a new room needs no new screen, and its words
//!   are on disk as they are typed.
//! * A row of the journal's table says when it was finished. The search gives its rows in that order
//!   by itself, so the newest fifty cost the same however many there are.
//! * Part of a word is looked for among the distinct words of the journal and not in its texts.
//!   Reading all of them would grow with every entry.
//! * The map has `+` where more than one sign stands in a cell. Taking one of them would rank them.
//! * Hiding the screen and locking the journal are one thing with one setting. A worker who hides the
//!   screen wants nobody to read on; two clocks that run side by side would have to be explained.
//! * A rescue file of a locked journal is a small journal under the same key, not a text: the same
//!   passphrase opens it, and Home offers its words as half-done.
//! * A key is made on the store's own thread and not on one more: while it is made nothing can be
//!   saved anyway. Backups do have a thread and a connection of their own.
//! * A try of a story is a walk with other steps. Its views are not in the plan before what was chosen
//!   is settled, so no key leads to them; from there no undo leads back over it.
//! * The terminal is asked for its ground once in its life, on the first run, and the answer is
//!   kept: asking at each start would cost more than the first frame may take.

pub mod cli;
pub mod config;
pub mod content;
pub mod domain;
pub mod insight;
pub mod key;
pub mod reflection;
pub mod rooms;
pub mod runtime;
pub mod store;
pub mod ui;
pub mod vault;
