//! The closed set of matters, and what each of them can do.

use super::backups::BackingUp;
use super::erasing::{Erasing, ErasingAll};
use super::hiding::Hiding;
use super::locking::Locking;
use super::looking_over::LookingOver;
use super::old_entries::OldEntries;
use super::recovery::Recovery;
use super::restoring::Restoring;
use super::room::Room;
use super::second_folder::NamingFolder;
use super::told::Told;
use super::unlocking::Unlocking;
use super::{Came, Choice, Given, Panel, Work, around::Around};

/// One matter of a talk.
pub(super) trait Talk {
    /// Says what to do before its first panel is whole, or when it comes back into sight.
    fn begun(&mut self, around: &Around) -> Next {
        let _ = around;
        Next::Panel
    }

    /// Gives what is shown or asked now.
    fn panel(&self, around: &Around) -> Panel;

    /// Takes what the person gives.
    fn given(&mut self, given: Given, around: &Around) -> Next;

    /// Takes what came of its last work.
    fn came(&mut self, came: Came, around: &Around) -> Next;

    /// Tells whether something is lost that the person has not got yet, if they leave now.
    fn holds(&self) -> bool {
        false
    }
}

/// What a matter wants next.
#[derive(Clone, Debug)]
pub(super) enum Next {
    /// Show the panel anew.
    Panel,
    /// The same, and say this first.
    Hint(String),
    /// Do this.
    Do(Work),
    /// Stop what is being done, and go on here.
    Stop,
    /// Stop what is being done: this matter is over.
    StopAndOver,
    /// Keep this among the settings.
    Set(Choice),
    /// Show the page about what this is.
    About,
    /// Open another matter; this one goes on when that is over.
    Open(Matter),
    /// Go on as another matter.
    Become(Matter),
    /// This matter is over.
    Over,
    /// The journal is gone: leave with these words.
    Leave(String),
}

impl Next {
    /// Goes on by saying something that is read.
    pub(super) fn tell(title: &str, said: Vec<String>) -> Self {
        Self::Become(Matter::Told(Told::new(title, said)))
    }

    /// Goes on after something that this matter did not ask for: a trouble is told.
    pub(super) fn after(title: &str, came: Came) -> Self {
        match came {
            Came::Trouble(said) => Self::tell(title, vec![said]),
            _ => Self::Panel,
        }
    }
}

/// Declares the enum and hands every call on to the matter inside.
macro_rules! matters {
    ($($name:ident($matter:ty),)+) => {
        /// One matter.
        #[derive(Clone, Debug)]
        pub(super) enum Matter { $($name($matter)),+ }

        impl Matter {
            fn talk(&self) -> &dyn Talk {
                match self { $(Self::$name(matter) => matter,)+ }
            }

            fn talk_mut(&mut self) -> &mut dyn Talk {
                match self { $(Self::$name(matter) => matter,)+ }
            }
        }
    };
}

matters! {
    Room(Room),
    Told(Told),
    Hiding(Hiding),
    Locking(Locking),
    Unlocking(Unlocking),
    Recovery(Recovery),
    BackingUp(BackingUp),
    NamingFolder(NamingFolder),
    Restoring(Restoring),
    LookingOver(LookingOver),
    OldEntries(OldEntries),
    Erasing(Erasing),
    ErasingAll(ErasingAll),
}

impl Talk for Matter {
    fn begun(&mut self, around: &Around) -> Next {
        self.talk_mut().begun(around)
    }
    fn panel(&self, around: &Around) -> Panel {
        self.talk().panel(around)
    }
    fn given(&mut self, given: Given, around: &Around) -> Next {
        self.talk_mut().given(given, around)
    }
    fn came(&mut self, came: Came, around: &Around) -> Next {
        self.talk_mut().came(came, around)
    }
    fn holds(&self) -> bool {
        self.talk().holds()
    }
}
