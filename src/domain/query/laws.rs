//! What holds for every search and every text.

use chrono::NaiveDate;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::{Answer, HeadingId, Kind, Length, Stage};
use super::{FILTERS, Finder, Order, Query, Term};

fn headings() -> Vec<(HeadingId, String)> {
    [
        ("MUT", "Mutuality"),
        ("REC", "Recovery"),
        ("RFO", "Recovery-focused"),
        ("SAF", "Safe"),
    ]
    .map(|(id, title)| (HeadingId::new(id), title.to_owned()))
    .to_vec()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 5).unwrap()
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (366..3_650_000_i32).prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt)
}

fn terms() -> impl Strategy<Value = Vec<Term>> {
    let word =
        "[a-zäöß0-9'.!é-]{1,8}|[0-9]{1,2}:[0-9]{2}|so:|http://[a-z:/]{1,5}".prop_map(Term::Word);
    let phrase = "[a-zé:!]{1,5}( [A-Z0-9:?]{1,4}){0,3}".prop_map(Term::Phrase);
    prop::collection::vec(prop_oneof![3 => word, 1 => phrase], 0..6)
}

prop_compose! {
    fn lists()(
        answer in option::of(select(Answer::ALL)),
        stage in option::of(select(Stage::ALL)),
        kind in option::of(select(Kind::ALL)),
        length in option::of(select(Length::ALL)),
        heading in option::of(select(headings())),
        traits in any::<(Option<bool>, Option<bool>, Option<bool>, bool)>(),
    ) -> Query {
        let (flagged, carries, practice, relevant) = traits;
        let order = if relevant { Order::Relevance } else { Order::Newest };
        Query {
            answer, stage, kind, length, flagged, carries, practice, order,
            heading: heading.map(|it| it.0),
            ..Query::default()
        }
    }
}

prop_compose! {
    fn queries()(
        lists in lists(),
        terms in terms(),
        open in any::<bool>(),
        tag in option::of("[a-zA-Zé:'-]{1,6}( [a-z]{1,5}){0,2}"),
        days in (option::of(any_day()), option::of(any_day())),
    ) -> Query {
        let (since, until) = match days {
            (Some(one), Some(other)) => (Some(one.min(other)), Some(one.max(other))),
            days => days,
        };
        let ends_in_a_word = terms
            .last()
            .and_then(|it| it.text().chars().last())
            .is_some_and(char::is_alphanumeric);
        let tag = tag.filter(|it| it.chars().any(char::is_alphanumeric));
        Query { terms, is_open: open && ends_in_a_word, tag, since, until, ..lists }
    }
}

/// Anything that comes near to the language.
fn scribble() -> impl Strategy<Value = String> {
    let bits = [
        "heading:", "safe", "answer:", "un", " ", "\"", "“", ":", "since:", "2026", "-", "09",
        "tag:", "no:", "carry", "is:", "é", "'", "by:", "rel", "\u{301}", "👋", "on:", "march",
        "NEAR(", "*",
    ];
    prop::collection::vec(select(bits.to_vec()), 0..12).prop_map(|bits| bits.concat())
}

proptest! {
    #[test]
    fn what_is_printed_reads_the_same(query in queries()) {
        let text = query.print(&headings());
        prop_assert_eq!(Query::parse(&text, today(), &headings()), Ok(query), "{}", text);
    }

    #[test]
    fn no_text_is_too_much(text in any::<String>(), other in scribble(), words in any::<String>()) {
        for text in [text, other] {
            match Query::parse(&text, today(), &headings()) {
                Err(why) => prop_assert!(why.said.ends_with('.'), "{}", why.said),
                Ok(query) => {
                    let printed = query.print(&headings());
                    prop_assert_eq!(
                        Query::parse(&printed, today(), &headings()),
                        Ok(query.clone()),
                        "{} {}", text, printed
                    );
                    for parts in [false, true] {
                        let mut end = 0;
                        let finder = Finder::of(&query);
                        let fits = query.needles().is_empty() || finder.fits(&words, parts);
                        prop_assert!(!fits || !query.has_parts() || !query.hits(&words, parts).is_empty());
                        for hit in query.hits(&words, parts) {
                            prop_assert!(hit.start >= end && hit.end > hit.start);
                            end = hit.end;
                            prop_assert!(words.get(hit).is_some());
                        }
                        finder.around(&words, parts);
                    }
                }
            }
        }
    }

    #[test]
    fn a_word_of_a_text_is_met_in_it(text in "[a-zéß ,.]{1,40}", place in any::<prop::sample::Index>()) {
        let words: Vec<&str> = text.split([' ', ',', '.']).filter(|it| !it.is_empty()).collect();
        prop_assume!(!words.is_empty());
        let word = *place.get(&words);
        let query = Query { terms: vec![Term::Word(word.to_uppercase())], ..Query::default() };
        let hits = query.hits(&text, false);
        prop_assert!(word.contains('ß') || hits.iter().any(|it| text.get(it.clone()) == Some(word)));
    }
}

#[test]
fn every_filter_that_is_told_can_be_typed() {
    for filter in FILTERS {
        let read = Query::parse(filter.such_as, today(), &headings());
        assert!(
            read.is_ok_and(|it| it != Query::default()),
            "{}",
            filter.such_as
        );
        assert!(filter.such_as.starts_with(&format!("{}:", filter.word)));
        assert!(filter.says.ends_with('.'));
    }
}
