//! The closed lists of words an entry is made of.
//!
//! Each is stored and exported by its id, never by its position, so that a new word can be added
//! anywhere in a list and an old journal still reads the same. What a person sees for an id is
//! the pack's business (`assets/packs`), not ours.

/// Declares an enum whose members are known by a stable id.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$member_doc:meta])* $member:ident = $id:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$member_doc])* #[serde(rename = $id)] $member,)+ }

        impl $name {
            /// Every member, in the order it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The stable id, as stored and exported.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$member => $id,)+ }
            }

            /// Finds the member with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$member),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.id())
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// A word on the noticing scale: never a number, never more or less than another.
    Answer {
        /// "Yes – I can point to a moment".
        Moment = "moment",
        /// "Partly".
        Partly = "partly",
        /// "Not this time".
        NotThisTime = "not_this_time",
        /// "Not sure".
        NotSure = "not_sure",
        /// "Didn't come up".
        DidNotComeUp = "did_not_come_up",
    }
}

impl Answer {
    /// Tells whether one optional line is offered after this answer (`product.md`).
    pub const fn offers_line(self) -> bool {
        !matches!(self, Self::DidNotComeUp)
    }
}

vocabulary! {
    /// What kind of time it was. There is no kind that names a person.
    Kind {
        /// One person and me.
        OneToOne = "one_to_one",
        /// A group.
        Group = "group",
        /// On the phone or online.
        PhoneOrOnline = "phone_or_online",
        /// A role play, in training.
        RolePlay = "role_play",
        /// Watching another worker, or being watched.
        Shadowing = "shadowing",
        /// A meeting of the team.
        TeamMeeting = "team_meeting",
        /// They did not come.
        DidNotCome = "did_not_come",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// Where in the work together this was.
    Stage {
        /// The first time.
        First = "first",
        /// Somewhere in the middle.
        Middle = "middle",
        /// Near the end.
        NearTheEnd = "near_the_end",
        /// The last time.
        Last = "last",
    }
}

vocabulary! {
    /// How it has left the worker: kept for them, never counted, filtered or charted.
    LeftMe {
        /// Steady.
        Steady = "steady",
        /// Light.
        Light = "light",
        /// Stirred up.
        StirredUp = "stirred_up",
        /// Heavy.
        Heavy = "heavy",
        /// Worn out.
        WornOut = "worn_out",
        /// Proud.
        Proud = "proud",
        /// Not sure.
        NotSure = "not_sure",
        /// Rather not say.
        RatherNotSay = "rather_not_say",
    }
}

vocabulary! {
    /// What needs to happen before the worker stops.
    Need {
        /// Nothing now.
        NothingNow = "nothing_now",
        /// Tell someone.
        TellSomeone = "tell_someone",
        /// See my support card.
        SupportCard = "support_card",
    }
}

vocabulary! {
    /// How long a walk is, or what else made the entry.
    Length {
        /// Two or three minutes: six questions.
        Quick = "quick",
        /// Eight to ten minutes.
        Standard = "standard",
        /// Twenty to thirty minutes.
        Deep = "deep",
        /// Just three headings, chosen by the worker.
        Three = "three",
        /// "Nothing much to say": twenty seconds, and a whole entry.
        NothingMuch = "nothing_much",
        /// Land: ninety seconds, no rating.
        Land = "land",
        /// One line, caught from the shell.
        Note = "note",
        /// Sharing a story of one's own: before and after.
        Story = "story",
        /// A try of a vignette, in the practice room.
        Vignette = "vignette",
    }
}

impl Length {
    /// Gives the next longer walk, if there is one.
    pub const fn longer(self) -> Option<Self> {
        match self {
            Self::Quick
            | Self::Three
            | Self::NothingMuch
            | Self::Land
            | Self::Note
            | Self::Story => Some(Self::Standard),
            Self::Standard => Some(Self::Deep),
            Self::Deep | Self::Vignette => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_finds_its_member_again() {
        for answer in Answer::ALL {
            assert_eq!(Answer::from_id(answer.id()), Some(*answer));
        }
        for length in Length::ALL {
            assert_eq!(Length::from_id(length.id()), Some(*length));
        }
        assert_eq!(Kind::from_id("no such kind"), None);
    }

    #[test]
    fn growing_ends_at_deep() {
        let mut length = Length::Quick;
        while let Some(longer) = length.longer() {
            length = longer;
        }
        assert_eq!(length, Length::Deep);
    }
}
