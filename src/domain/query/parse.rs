//! Reads a search as it is typed, key by key.

use chrono::NaiveDate;

use super::super::HeadingId;
use super::filters::{
    ANSWERS, FILTERS, KINDS, LENGTHS, Named, ORDERS, STAGES, TRAITS, Trait, choices, meant, slug,
};
use super::lex::{Piece, pieces};
use super::span::read_span;
use super::{Order, Query, QueryError, Term, words};

/// Terms that are read; nobody types more, and a paste may be a whole page.
const MOST_TERMS: usize = 32;
/// Letters of a term that are read.
const MOST_LETTERS: usize = 200;
/// Filters that are not there on purpose.
const NEVER: [&str; 5] = ["left", "mood", "feeling", "felt", "leftme"];
/// What may stand before a colon in an address.
const ADDRESSES: [&str; 5] = ["http", "https", "mailto", "ftp", "file"];
/// Filters that the list tells together with another.
const ALSO: [&str; 3] = ["no", "until", "tag"];

impl Query {
    /// Reads what was typed. `today` is what "yesterday" goes by; the headings come with their
    /// titles.
    ///
    /// # Errors
    /// [`QueryError`] says what to type instead.
    pub fn parse(
        text: &str,
        today: NaiveDate,
        headings: &[(HeadingId, String)],
    ) -> Result<Self, QueryError> {
        let typed = pieces(text);
        let mut reader = Reader {
            query: Self::default(),
            today,
            headings,
        };
        let mut ends_in_a_term = false;
        for piece in typed.pieces {
            let term = match piece {
                Piece::Filter(name, value) if is_filter(name, value) => {
                    reader.filter(name, value)?;
                    ends_in_a_term = false;
                    continue;
                }
                Piece::Filter(name, value) => letters_of(name, value),
                Piece::Word(word) => Term::Word(shortened(word)),
                Piece::Phrase(phrase) => Term::Phrase(shortened(phrase)),
            };
            ends_in_a_term = reader.query.terms.len() < MOST_TERMS;
            if ends_in_a_term {
                reader.query.terms.push(term);
            }
        }
        let mut query = reader.query;
        let is_whole = |term: &Term| term.text().chars().count() < MOST_LETTERS;
        query.is_open = typed.is_open && ends_in_a_term && query.terms.last().is_some_and(is_whole);
        if matches!((query.since, query.until), (Some(since), Some(until)) if since > until) {
            return Err(said(words::ends_before_it_begins()));
        }
        Ok(query)
    }
}

fn said(said: String) -> QueryError {
    QueryError { said }
}

fn shortened(text: &str) -> String {
    let cut: String = text.chars().take(MOST_LETTERS).collect();
    cut.trim_end().to_owned()
}

/// What is no filter is looked for by its very letters, the colon and all. What stood in quotes
/// stays together, spaces and all.
fn letters_of(name: &str, value: &str) -> Term {
    let letters = shortened(&format!("{name}:{value}"));
    if letters.contains(char::is_whitespace) {
        Term::Phrase(letters)
    } else {
        Term::Word(letters)
    }
}

/// Tells whether a word with a colon is meant for a filter. "so:" and an address are not.
fn is_filter(name: &str, value: &str) -> bool {
    let name = name.to_lowercase();
    if is_known(&name) {
        return true;
    }
    let begins_like_one = value.chars().next().is_some_and(char::is_alphanumeric);
    begins_like_one && !ADDRESSES.contains(&name.as_str())
}

fn is_known(name: &str) -> bool {
    ALSO.contains(&name) || FILTERS.iter().any(|filter| filter.word == name)
}

struct Reader<'a> {
    query: Query,
    today: NaiveDate,
    headings: &'a [(HeadingId, String)],
}

impl Reader<'_> {
    fn filter(&mut self, name: &str, value: &str) -> Result<(), QueryError> {
        let name = name.to_lowercase();
        let value = shortened(value);
        let value = value.as_str();
        let query = &mut self.query;
        match name.as_str() {
            "heading" => {
                let heading = find_heading(self.headings, value)?;
                set(&mut query.heading, heading, "the heading")
            }
            "answer" => set(&mut query.answer, one(&name, value, ANSWERS)?, "the answer"),
            "stage" => set(&mut query.stage, one(&name, value, STAGES)?, "the stage"),
            "kind" => set(&mut query.kind, one(&name, value, KINDS)?, "the kind"),
            "length" => set(&mut query.length, one(&name, value, LENGTHS)?, "the length"),
            "is" | "has" => self.trait_of(&name, value, true),
            "not" | "no" => self.trait_of(&name, value, false),
            "label" | "tag" if slug(value).is_empty() => Err(said(words::needs_a_tag())),
            "label" | "tag" => set(&mut query.tag, value.to_owned(), "the label"),
            "since" | "until" | "on" => self.days(&name, value),
            "by" => {
                if one(&name, value, ORDERS)? {
                    query.order = Order::Relevance;
                }
                Ok(())
            }
            other if NEVER.contains(&other) => Err(said(words::never_asked())),
            other => Err(said(words::no_such_filter(other, &known()))),
        }
    }

    fn trait_of(&mut self, name: &str, value: &str, is: bool) -> Result<(), QueryError> {
        let query = &mut self.query;
        match one(name, value, TRAITS)? {
            Trait::Flagged => set(&mut query.flagged, is, "what is flagged"),
            Trait::Practice => set(&mut query.practice, is, "practice"),
            Trait::Real => set(&mut query.practice, !is, "practice"),
            Trait::Carry => set(&mut query.carries, is, "what I carry forward"),
        }
    }

    fn days(&mut self, name: &str, value: &str) -> Result<(), QueryError> {
        if value.is_empty() {
            return Err(said(words::needs_a_day(name)));
        }
        let Some((first, last)) = read_span(value, self.today) else {
            return Err(said(words::no_day(value)));
        };
        let query = &mut self.query;
        if name != "until" {
            set(&mut query.since, first, "the first day")?;
        }
        if name != "since" {
            set(&mut query.until, last, "the last day")?;
        }
        Ok(())
    }
}

/// Every filter there is, in one line.
fn known() -> String {
    let words: Vec<&str> = FILTERS
        .iter()
        .map(|filter| filter.word)
        .chain(ALSO)
        .collect();
    words.join(", ")
}

fn set<T: PartialEq>(place: &mut Option<T>, value: T, what: &str) -> Result<(), QueryError> {
    if place.as_ref().is_some_and(|it| *it != value) {
        return Err(said(words::said_twice(what)));
    }
    *place = Some(value);
    Ok(())
}

fn one<T: Copy + PartialEq>(name: &str, value: &str, list: &[Named<T>]) -> Result<T, QueryError> {
    meant(list, value).ok_or_else(|| {
        let choices = choices(list);
        said(if value.is_empty() {
            words::needs_more(name, &choices)
        } else {
            words::no_such_choice(name, value, &choices)
        })
    })
}

/// The heading that is meant: its id, its title, or the beginning of the title.
pub(super) fn find_heading(
    headings: &[(HeadingId, String)],
    typed: &str,
) -> Result<HeadingId, QueryError> {
    let wanted = slug(typed);
    let titles = |list: &[&(HeadingId, String)]| {
        let titles: Vec<&str> = list.iter().map(|(_, title)| title.as_str()).collect();
        titles.join(", ")
    };
    let all: Vec<_> = headings.iter().collect();
    if wanted.is_empty() {
        return Err(said(words::needs_more("heading", &titles(&all))));
    }
    let whole = headings
        .iter()
        .find(|(id, _)| id.as_str().eq_ignore_ascii_case(typed.trim()))
        .or_else(|| headings.iter().find(|(_, title)| slug(title) == wanted));
    if let Some((id, _)) = whole {
        return Ok(id.clone());
    }
    let begun: Vec<_> = headings
        .iter()
        .filter(|(_, title)| slug(title).starts_with(&wanted))
        .collect();
    match begun.as_slice() {
        [(id, _)] => Ok(id.clone()),
        [] => Err(said(words::no_such_heading(typed, &titles(&all)))),
        several => Err(said(words::several_headings(typed, &titles(several)))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Answer, Kind, Length, Stage};
    use super::*;

    fn headings() -> Vec<(HeadingId, String)> {
        [
            ("MUT", "Mutuality"),
            ("REC", "Reciprocity"),
            ("NON", "Non-directive"),
            ("RFO", "Recovery-focused"),
            ("SAF", "Safe"),
            ("RES", "Respect"),
            ("ROL", "Role check"),
        ]
        .map(|(id, title)| (HeadingId::new(id), title.to_owned()))
        .to_vec()
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn read(text: &str) -> Result<Query, QueryError> {
        Query::parse(text, day(2026, 10, 5), &headings())
    }

    fn ok(text: &str) -> Query {
        read(text).unwrap_or_else(|why| panic!("{text}: {}", why.said))
    }

    #[test]
    fn what_stands_in_quotes_after_a_word_that_is_no_filter_stays_together() {
        for (typed, letters) in [
            ("safetag:\"' :\"", "safetag:' :"),
            ("so:\": well\"", "so:: well"),
        ] {
            let query = ok(typed);
            assert_eq!(query.terms, [Term::Phrase(letters.into())], "{typed}");
            assert_eq!(ok(&query.print(&headings())), query, "{typed}");
        }
    }

    fn why(text: &str) -> String {
        let Err(why) = read(text) else {
            panic!("{text} was read");
        };
        why.said
    }

    fn word(text: &str) -> Term {
        Term::Word(text.into())
    }

    #[test]
    fn the_whole_language_is_read() {
        let query = ok("heading:safe answer:unsure since:2026-09 \"waiting room\"");
        assert_eq!(query.heading, Some(HeadingId::new("SAF")));
        assert_eq!(query.answer, Some(Answer::NotSure));
        assert_eq!((query.since, query.until), (Some(day(2026, 9, 1)), None));
        assert_eq!(query.terms, [Term::Phrase("waiting room".into())]);
        assert!(!query.is_open);
        let query =
            ok("KIND:Group length:deep stage:last is:flagged has:carry Is:Real by:relevance");
        assert_eq!(
            (query.kind, query.length, query.stage),
            (Some(Kind::Group), Some(Length::Deep), Some(Stage::Last))
        );
        assert_eq!(
            (query.flagged, query.carries, query.practice),
            (Some(true), Some(true), Some(false))
        );
        assert_eq!(query.order, Order::Relevance);
        let query = ok("not:flagged no:carry is:practice tag:\"own story\" not:real");
        assert_eq!(
            (
                query.flagged,
                query.carries,
                query.practice,
                query.tag.as_deref()
            ),
            (Some(false), Some(false), Some(true), Some("own story"))
        );
    }

    #[test]
    fn answers_and_headings_are_read_as_people_say_them() {
        for (typed, answer) in [
            ("yes", Answer::Moment),
            ("Moment", Answer::Moment),
            ("part", Answer::Partly),
            ("no", Answer::NotThisTime),
            ("not_this_time", Answer::NotThisTime),
            ("\"Not this time\"", Answer::NotThisTime),
            ("not-s", Answer::NotSure),
            ("u", Answer::NotSure),
            ("\"didn't come up\"", Answer::DidNotComeUp),
            ("did", Answer::DidNotComeUp),
        ] {
            assert_eq!(
                ok(&format!("answer:{typed}")).answer,
                Some(answer),
                "{typed}"
            );
        }
        for (typed, id) in [
            ("mut", "MUT"),
            ("SAFE", "SAF"),
            ("sa", "SAF"),
            ("rec", "REC"),
            ("recov", "RFO"),
            ("\"role check\"", "ROL"),
            ("role-check", "ROL"),
            ("nondirective", "NON"),
            ("non-d", "NON"),
        ] {
            if typed == "nondirective" {
                assert!(why(&format!("heading:{typed}")).contains("no heading called"));
                continue;
            }
            let heading = ok(&format!("heading:{typed}")).heading;
            assert_eq!(heading, Some(HeadingId::new(id)), "{typed}");
        }
    }

    #[test]
    fn days_and_months_are_read() {
        let bounds = |text: &str| (ok(text).since, ok(text).until);
        let both = |first, last| (Some(first), Some(last));
        assert_eq!(
            bounds("on:2026-09-12"),
            both(day(2026, 9, 12), day(2026, 9, 12))
        );
        assert_eq!(
            bounds("on:2024-02"),
            both(day(2024, 2, 1), day(2024, 2, 29))
        );
        assert_eq!(
            bounds("on:yesterday"),
            both(day(2026, 10, 4), day(2026, 10, 4))
        );
        assert_eq!(bounds("on:march"), both(day(2026, 3, 1), day(2026, 3, 31)));
        assert_eq!(
            bounds("on:december"),
            both(day(2025, 12, 1), day(2025, 12, 31))
        );
        assert_eq!(
            bounds("on:march-2024"),
            both(day(2024, 3, 1), day(2024, 3, 31))
        );
        assert_eq!(bounds("on:2025"), both(day(2025, 1, 1), day(2025, 12, 31)));
        assert_eq!(bounds("since:\"12 march\""), (Some(day(2026, 3, 12)), None));
        assert_eq!(bounds("since:12-march"), (Some(day(2026, 3, 12)), None));
        assert_eq!(bounds("until:2026-09"), (None, Some(day(2026, 9, 30))));
        assert_eq!(bounds("until:2027-01-01"), (None, Some(day(2027, 1, 1))));
        assert_eq!(bounds("since:last-month"), (Some(day(2026, 9, 1)), None));
        assert_eq!(
            why("since:2026-13-40"),
            "This is no day: 2026-13-40. Type a day such as 2026-09-12, or a month such as 2026-09."
        );
        for text in [
            "on:",
            "since:soon",
            "on:2026-9-",
            "on:0000",
            "on:2026-02-30",
            "on:٣",
        ] {
            assert!(why(text).contains("2026-09"), "{text}");
        }
        assert!(why("since:2026-09 until:2026-08").contains("end before they begin"));
        assert!(why("on:2026-09 since:2026-08").contains("two things"));
    }

    #[test]
    fn what_is_no_filter_says_what_to_type() {
        let unknown = why("colour:red");
        assert!(unknown.contains("no filter called colour"), "{unknown}");
        assert!(
            unknown.contains("heading, answer") && unknown.contains("until"),
            "{unknown}"
        );
        assert!(why("left:heavy").contains("never searched"));
        assert!(why("heading:soup").contains("Mutuality, Reciprocity"));
        assert!(why("heading:re").contains("Reciprocity, Recovery-focused, Respect"));
        assert!(why("answer:maybe").contains("not-this-time, not-sure"));
        assert!(why("answer:").contains("not-this-time"));
        assert!(why("is:").contains("flagged, practice"));
        assert!(why("answer:yes answer:no").contains("two things"));
        assert!(why("tag:").contains("label:listening"));
        assert_eq!(ok("tag:tea"), ok("label:tea"));
    }

    #[test]
    fn a_colon_in_ordinary_text_is_no_filter() {
        for text in [
            "10:30",
            "http://example.org/a:b",
            "https:",
            "so:",
            ":)",
            "a:b",
            "re:",
            "mailto:x",
        ] {
            assert_eq!(ok(text).terms, [word(text)], "{text}");
        }
        assert_eq!(
            ok("\"mood:heavy\"").terms,
            [Term::Phrase("mood:heavy".into())]
        );
    }

    #[test]
    fn only_a_last_word_that_is_being_typed_is_open() {
        for (text, open) in [
            ("rain", true),
            ("rain ", false),
            ("rain!", false),
            ("rain heading:safe", false),
            ("heading:safe rain", true),
            ("\"waiting roo", true),
            ("\"waiting ", false),
            ("\"waiting room\"", false),
            ("“waiting room”", false),
            ("", false),
            ("heading:safe", false),
            ("10:3", true),
        ] {
            assert_eq!(ok(text).is_open, open, "{text}");
        }
        assert_eq!(
            ok("wait\"ing room\"").terms,
            [word("wait"), Term::Phrase("ing room".into())]
        );
        assert_eq!(ok("\"\" \"  \"").terms, []);
        assert!(ok(" \t ").is_empty());
    }

    #[test]
    fn a_page_that_was_pasted_is_read_as_far_as_it_helps() {
        let page = "kettle window ".repeat(800);
        let query = ok(&page);
        assert_eq!(query.terms.len(), MOST_TERMS);
        let long = ok(&"ä".repeat(10_000));
        assert_eq!(long.terms, [word(&"ä".repeat(MOST_LETTERS))]);
        assert!(!long.is_open);
        assert!(ok(&format!("{page} kind:group")).kind.is_some());
    }
}
