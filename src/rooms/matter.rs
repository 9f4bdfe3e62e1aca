//! The closed set of matters, and what each of them can do.

use super::around::Standing;
use super::before::Before;
use super::carry::{Carry, One, Saying};
use super::endings::Endings;
use super::entry::EntryRoom;
use super::learn::Learn;
use super::lens::Lens;
use super::longer_view::{FootingList, LongerViewRoom};
use super::look_back::{Early, LookingBack, Rarely, UnderHeading};
use super::moments::Moments;
use super::month::Month;
use super::narrow::Narrow;
use super::practice::{Beside, OneVignette, Practice, PracticeSheet, Tries};
use super::saving::Saving;
use super::strengths::Strengths;
use super::supervision::{Making, Supervision, Together};
use super::support::{KeepingWell, Sharing, Support};
use super::told::Told;
use super::visit::Door;
use super::{Came, Given, Leaf, Work};
use crate::reflection::{FormWalk, Opening};

/// One matter of a visit.
pub(super) trait Talk {
    /// Says what is to be done when it begins, or comes back into sight after another matter.
    fn begun(&mut self, standing: &Standing) -> Next {
        let _ = standing;
        Next::Leaf
    }

    /// Gives what is shown or asked now.
    fn leaf(&self, standing: &Standing) -> Leaf;

    /// Takes what the person gives.
    fn given(&mut self, given: Given, standing: &Standing) -> Next;

    /// Takes what came of its last work, or of the form it opened.
    fn came(&mut self, came: Came, standing: &Standing) -> Next;
}

/// What a matter wants next.
#[derive(Clone, Debug)]
pub(super) enum Next {
    /// Show the leaf anew.
    Leaf,
    /// The same, and say this first.
    Hint(String),
    /// Do this.
    Do(Work),
    /// Open a form.
    Write(Box<FormWalk>),
    /// Open another place of the program; this one is there when it is left.
    Through(Door),
    /// Leave for another place of the program: this visit is over.
    Leave(Door),
    /// Open another matter; this one goes on when that is over.
    Open(Matter),
    /// Go on as another matter.
    Become(Matter),
    /// This matter is over.
    Over,
}

impl Next {
    /// Goes on by saying something that is read.
    pub(super) fn tell(title: &str, said: Vec<String>) -> Self {
        Self::Become(Matter::Told(Told::new(title, said)))
    }

    /// Begins a walk, where anything can be written.
    pub(super) fn begin_walk(opening: Opening, standing: &Standing) -> Self {
        match &standing.read_only {
            Some(why) => Self::Hint(why.clone()),
            None => Self::Leave(Door::Reflect(opening)),
        }
    }

    /// Goes on after something that was given on a leaf of rows and is no row.
    pub(super) fn for_no_row(given: &Given) -> Self {
        match given {
            Given::Back => Self::Over,
            _ => Self::Leaf,
        }
    }

    /// Goes on after something that this matter did not ask for: a trouble is told.
    pub(super) fn after(title: &str, came: Came) -> Self {
        match came {
            Came::Trouble(said) => Self::tell(title, vec![said]),
            _ => Self::Leaf,
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
    Told(Told),
    Entry(EntryRoom),
    Lens(Lens),
    Narrow(Narrow),
    Month(Month),
    LookingBack(LookingBack),
    UnderHeading(UnderHeading),
    Rarely(Rarely),
    Early(Early),
    Moments(Moments),
    Strengths(Strengths),
    Carry(Carry),
    CarriedOne(One),
    CarrySaying(Saying),
    Before(Before),
    Endings(Endings),
    Saving(Saving),
    Supervision(Supervision),
    Making(Box<Making>),
    Together(Together),
    Support(Support),
    KeepingWell(KeepingWell),
    Sharing(Sharing),
    Practice(Practice),
    Vignette(OneVignette),
    Tries(Tries),
    Beside(Beside),
    PracticeSheet(PracticeSheet),
    Learn(Learn),
    FootingList(FootingList),
    LongerView(Box<LongerViewRoom>),
}

/// A large matter stands in a box, so that the small ones stay small.
impl<T: Talk> Talk for Box<T> {
    fn begun(&mut self, standing: &Standing) -> Next {
        (**self).begun(standing)
    }
    fn leaf(&self, standing: &Standing) -> Leaf {
        (**self).leaf(standing)
    }
    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        (**self).given(given, standing)
    }
    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        (**self).came(came, standing)
    }
}

impl Talk for Matter {
    fn begun(&mut self, standing: &Standing) -> Next {
        self.talk_mut().begun(standing)
    }
    fn leaf(&self, standing: &Standing) -> Leaf {
        self.talk().leaf(standing)
    }
    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        self.talk_mut().given(given, standing)
    }
    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        self.talk_mut().came(came, standing)
    }
}
