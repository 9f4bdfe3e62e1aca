//! The small forms beside a walk: a line added later, a change to an entry, the hour of supervision.
//!
//! What is typed into one goes to disk like the words of a walk, field by field, under the name of
//! the form. So it is there again after a crash, and when the same form is opened the next time.

use super::Id;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What a form is for.
    FormKind {
        /// Changing a part of an entry.
        Change = "change",
        /// A line added to an entry later.
        Later = "later",
        /// The tags of an entry.
        Tags = "tags",
        /// What became of an intention.
        Carry = "carry",
        /// What is needed of an hour of supervision, and what goes on its sheet.
        Meeting = "meeting",
        /// What was agreed there.
        Agreed = "agreed",
        /// The page on keeping well.
        KeepWell = "keep_well",
        /// Before and after sharing a story of one's own.
        Story = "story",
        /// A name for a search.
        Search = "search",
        /// How sure I would feel doing this tomorrow.
        LongerView = "longer_view",
    }
}

/// One form: what it is for, and what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// The entry, the meeting or the story it is about; none where there is but one.
    pub of: Option<Id>,
}

vocabulary! {
    /// One thing to write or choose on a form.
    FormField {
        /// That the person came to the end of it.
        Done = "done",
        /// A line added later.
        Later = "later",
        /// Tags, with commas between them.
        Tags = "tags",
        /// What is needed of the hour.
        Need = "need",
        /// Whom the hour is with.
        With = "with",
        /// What is asked for: think, decide, be heard, learn, act.
        Asking = "asking",
        /// How I am: only where it was chosen.
        HowIAm = "how_i_am",
        /// What went well.
        WentWell = "went_well",
        /// Something to think about.
        Think = "think",
        /// Where the role felt blurred.
        Role = "role",
        /// Using my story: how was it.
        Story = "story",
        /// An issue of the team or the system.
        System = "system",
        /// Endings coming up.
        Ending = "ending",
        /// Plans that were tried.
        Plans = "plans",
        /// What was agreed.
        Agreed = "agreed",
        /// What helps me.
        Helps = "helps",
        /// Early signs.
        Signs = "signs",
        /// Who to ask.
        Who = "who",
        /// What I hope sharing will do for them.
        Hope = "hope",
        /// What I keep for myself.
        KeepBack = "keep_back",
        /// What it seemed to do for them.
        ForThem = "for_them",
        /// What it was like for me.
        ForMe = "for_me",
        /// Whose safety.
        Whose = "whose",
        /// Which kinds of safety.
        Kinds = "kinds",
        /// Whether someone was told.
        Told = "told",
        /// Who is to be told: a role.
        ToldWho = "told_who",
        /// The day: a word such as "Tuesday".
        ToldDay = "told_day",
        /// A name.
        Name = "name",
        /// How sure I would feel.
        Footing = "footing",
        /// A line beside it.
        FootingLine = "footing_line",
        /// How sure I was at the start, looking back.
        FootingStart = "footing_start",
        /// A line beside that.
        FootingStartLine = "footing_start_line",
        /// The day to be asked again.
        AskAgain = "ask_again",
        /// Which heading it is about.
        Heading = "heading",
    }
}
