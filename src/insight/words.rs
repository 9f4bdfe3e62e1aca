//! What is said when looking back: hedged, about patterns and never causes, and never as a sum.

use chrono::NaiveDate;

use super::{Unit, days};
use crate::domain::{Answer, Span, say_month};

/// Letters of a question that stand before a row of the map.
pub const ITEM_LETTERS: usize = 24;

/// Why an intention rests, where nobody said that it should.
pub(super) const RESTS_BY_ITSELF: &str =
    "It was asked about three times and left blank, so it rests by itself.";
/// After what rarely came up: a question, not a finding.
pub const IS_THAT_RIGHT: &str = "Is that right for this work?";
/// Where there were only words.
const WORDS_ONLY: &str = "words only";
/// In the first four months.
pub(super) const EARLY: &str =
    "These are early days in this journal. Who have I talked to about how it is going?";

/// Explains the letters of the map.
pub const LETTERS: &str = "m: a moment. p: partly. n: not this time. ?: not sure. ·: didn't come up. +: more than one of these.";

/// Says an answer in a word or two.
pub const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Moment => "moment",
        Answer::Partly => "partly",
        Answer::NotThisTime => "not this time",
        Answer::NotSure => "not sure",
        Answer::DidNotComeUp => "didn't come up",
    }
}

/// Says a number as a word, up to twelve.
pub fn in_words(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Says how many times: "never", "once", "twice", "three times".
pub fn times(number: usize) -> String {
    match number {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{} times", in_words(more)),
    }
}

/// Joins words as one speaks: "a", "a and b", "a, b and c".
pub fn join(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Says what a column of weeks or months stands for.
pub(super) fn column(span: Span, first: NaiveDate, today: NaiveDate) -> String {
    match span {
        Span::Week => days::say_short(first, today),
        Span::Month => say_month(first),
    }
}

/// Says so many columns.
fn many(unit: Unit, number: usize) -> String {
    let said = in_words(number);
    match (unit, number) {
        (Unit::Reflection, 1) => format!("{said} reflection"),
        (Unit::Reflection, _) => format!("{said} reflections"),
        (Unit::Week, 1) => format!("{said} week with a reflection"),
        (Unit::Week, _) => format!("{said} weeks with a reflection"),
        (Unit::Month, 1) => format!("{said} month with a reflection"),
        (Unit::Month, _) => format!("{said} months with a reflection"),
    }
}

/// Begins a sentence about the window: "In the last eight reflections".
fn lead_in(unit: Unit, number: usize) -> String {
    match (unit, number) {
        (Unit::Reflection, 1) => "In the last reflection".to_owned(),
        (Unit::Week, 1) => "In the last week with a reflection".to_owned(),
        (Unit::Month, 1) => "In the last month with a reflection".to_owned(),
        _ => format!("In the last {}", many(unit, number)),
    }
}

/// Names the window over a map in words.
pub(super) fn over(unit: Unit, number: usize, first: &str, last: &str) -> String {
    let many = many(unit, number);
    match number {
        0 => format!("There is nothing yet: {many}."),
        1 => format!("Here is {many}: {first}."),
        _ => format!("The last {many}, from {first} to {last}."),
    }
}

/// Says that there is too little for a pattern.
pub(super) fn so_far(unit: Unit, number: usize) -> String {
    let are = if number == 1 { "is" } else { "are" };
    let many = many(unit, number);
    format!("There {are} {many} to look back on so far. A pattern may show after a few more.")
}

/// Says which headings came up in most of the window.
pub(super) fn often(unit: Unit, number: usize, titles: &[String]) -> String {
    let lead = lead_in(unit, number);
    match titles.len() {
        0 => format!("{lead}, no one heading came up nearly every time."),
        1..=4 => format!("{lead}, {} seemed to come up often.", join(titles)),
        _ => format!("{lead}, many headings seemed to come up often."),
    }
}

/// Says how often one heading came up.
pub(super) fn came_up(unit: Unit, number: usize, title: &str, count: usize) -> String {
    let lead = lead_in(unit, number);
    match (unit, count) {
        (_, 0) => format!("{lead}, {title} did not come up."),
        (_, 1) if number == 1 => format!("{lead}, {title} came up."),
        (_, all) if all == number && number > 2 => format!("{lead}, {title} came up each time."),
        (Unit::Reflection, count) => format!("{lead}, {title} came up {}.", times(count)),
        (Unit::Week | Unit::Month, count) => {
            format!("{lead}, {title} came up in {}.", in_words(count))
        }
    }
}

/// Says that a heading was often "not sure".
pub(super) fn unsure(title: &str, count: usize) -> String {
    let times = times(count);
    format!("Under {title}, the answer was \"not sure\" {times}. It may be worth talking over.")
}

/// Asks softly about a question that did not come up many times in a row.
pub(super) fn soft(question: &str, count: usize) -> String {
    let count = in_words(count);
    format!(
        "\"{question}\" The last {count} times, this did not come up. Might there be a place for it?"
    )
}

/// Says counts of answers: "moment 3, partly 2".
pub fn counts<'a>(counts: impl IntoIterator<Item = (&'a Answer, &'a u32)>) -> String {
    let said: Vec<String> = counts
        .into_iter()
        .map(|(answer, count)| format!("{} {count}", self::answer(*answer)))
        .collect();
    if said.is_empty() {
        WORDS_ONLY.to_owned()
    } else {
        said.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_one_says_them() {
        let said = [0, 1, 2, 3, 12, 13].map(times);
        let wanted = [
            "never",
            "once",
            "twice",
            "three times",
            "twelve times",
            "13 times",
        ];
        assert_eq!(said, wanted);
        let said = |count| came_up(Unit::Reflection, 8, "Safe", count);
        let lead = "In the last eight reflections, Safe";
        assert_eq!(said(0), format!("{lead} did not come up."));
        assert_eq!(said(1), format!("{lead} came up once."));
        assert_eq!(said(2), format!("{lead} came up twice."));
        assert_eq!(said(7), format!("{lead} came up seven times."));
        assert_eq!(said(8), format!("{lead} came up each time."));
        assert_eq!(
            came_up(Unit::Month, 1, "Safe", 1),
            "In the last month with a reflection, Safe came up."
        );
        assert!(so_far(Unit::Reflection, 1).starts_with("There is one reflection to"));
        assert!(so_far(Unit::Reflection, 2).starts_with("There are two reflections to"));
    }

    #[test]
    fn a_list_is_joined_as_one_speaks() {
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(join(&parts), "a, b and c");
        assert_eq!(join(&parts[..2]), "a and b");
        assert_eq!(join(&[]), "");
    }
}
