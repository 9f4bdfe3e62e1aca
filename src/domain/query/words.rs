//! What is said of the language of searches.

use super::FilterWord;

/// Each filter in a sentence.
pub(super) const FILTERS: [FilterWord; 12] = [
    FilterWord {
        word: "heading",
        such_as: "heading:safe",
        says: "Has an answer under this heading.",
    },
    FilterWord {
        word: "answer",
        such_as: "answer:unsure",
        says: "Has this answer: yes, partly, no, unsure or did-not-come-up.",
    },
    FilterWord {
        word: "stage",
        such_as: "stage:last",
        says: "Was at this stage: first, middle, near-the-end or last.",
    },
    FilterWord {
        word: "kind",
        such_as: "kind:group",
        says: "Was this kind of time, such as group, one-to-one or online.",
    },
    FilterWord {
        word: "length",
        such_as: "length:deep",
        says: "Was this long: quick, standard, deep, three, land or note.",
    },
    FilterWord {
        word: "is",
        such_as: "is:flagged",
        says: "Is flagged for supervision; is:practice finds practice, which is left out otherwise.",
    },
    FilterWord {
        word: "not",
        such_as: "not:flagged",
        says: "The other way round: what is not flagged.",
    },
    FilterWord {
        word: "has",
        such_as: "has:carry",
        says: "Has something to carry forward; no:carry finds those without.",
    },
    FilterWord {
        word: "label",
        such_as: "label:\"waiting room\"",
        says: "Has this label of mine.",
    },
    FilterWord {
        word: "since",
        such_as: "since:2026-09",
        says: "From this day or month on; until: ends with one.",
    },
    FilterWord {
        word: "on",
        such_as: "on:2026-09-12",
        says: "On this day, or in this month.",
    },
    FilterWord {
        word: "by",
        such_as: "by:relevance",
        says: "Puts the closest match first. Without it, the newest is first.",
    },
];

pub(super) fn no_such_filter(word: &str, known: &str) -> String {
    format!(
        "There is no filter called {word}. The filters are: {known}. \
         To find these very words, put them in quotes."
    )
}

pub(super) fn never_asked() -> String {
    "How it left me is never searched or counted. Take that filter out.".into()
}

pub(super) fn needs_more(word: &str, choices: &str) -> String {
    format!("Type what to look for after {word}: with no space between. You can type: {choices}.")
}

pub(super) fn no_such_choice(word: &str, typed: &str, choices: &str) -> String {
    format!("I do not know {word}:{typed}. After {word}: you can type: {choices}.")
}

pub(super) fn no_such_heading(typed: &str, headings: &str) -> String {
    format!("There is no heading called {typed}. The headings are: {headings}.")
}

pub(super) fn several_headings(typed: &str, headings: &str) -> String {
    format!("More than one heading begins with {typed}: {headings}. Type a little more of it.")
}

pub(super) fn no_day(typed: &str) -> String {
    format!("This is no day: {typed}. Type a day such as 2026-09-12, or a month such as 2026-09.")
}

pub(super) fn needs_a_day(word: &str) -> String {
    format!(
        "Type a day after {word}: such as {word}:2026-09-12, or a month such as {word}:2026-09."
    )
}

pub(super) fn needs_a_tag() -> String {
    "Type a label after label: such as label:listening, or label:\"two words\".".into()
}

pub(super) fn said_twice(what: &str) -> String {
    format!("The search says two things about {what}. Take one of them out.")
}

pub(super) fn ends_before_it_begins() -> String {
    "These days end before they begin. Change the day after since: or after until: to mend it."
        .into()
}
